"""Where the money of one or more events went, as the stations of a waterfall chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from techmgr.core.formats import MINUS, show_minor
from techmgr.core.money import decimals_of
from techmgr.core.texts import Text, say
from techmgr.royalty.explain import Kind, Node


@dataclass(frozen=True, slots=True)
class Station:
    """One bar: minor units, negative where something is taken; a total stands on the ground.

    `shown` is the amount to the last decimal, `whole` the same where there is little room.

    Always true of a whole list: what is taken leads from one total to the next, and to zero.
    """

    label: Text
    minor: int
    shown: str
    whole: str
    is_total: bool = False


def stations(trees: Sequence[Node], currency: str) -> list[Station]:
    """Return received, what each step took, the net, and what each party got, summed over events."""
    received, taken, net, shared = 0, _Sums(), 0, _Sums()
    for tree in trees:
        for node in tree.children:
            match node.kind:
                case Kind.RECEIVED:
                    received += node.minor
                case Kind.TAKEN:
                    taken.add(node.label, node.minor)
                case Kind.NET:
                    net += node.minor
                case Kind.SHARED:
                    for party in node.children:
                        shared.add(party.label, -party.minor)
    found = [
        _total(say("Received"), received, currency),
        *taken.stations(currency),
        _total(say("Net"), net, currency),
    ]
    return found + shared.stations(currency, shows_positive=True)


def _total(label: Text, minor: int, currency: str) -> Station:
    return Station(label, minor, *_amounts(minor, currency), is_total=True)


def _amounts(minor: int, currency: str) -> tuple[str, str]:
    whole = round(Fraction(minor, 10 ** decimals_of(currency)))
    return show_minor(minor, currency), f"{whole:,}".replace("-", MINUS)


class _Sums:
    """Amounts by label, in the order they came first."""

    def __init__(self) -> None:
        self._labels: dict[str, Text] = {}
        self._minors: dict[str, int] = {}

    def add(self, label: Text, minor: int) -> None:
        name = str(label)
        self._labels.setdefault(name, label)
        self._minors[name] = self._minors.get(name, 0) + minor

    def stations(self, currency: str, *, shows_positive: bool = False) -> list[Station]:
        return [
            Station(
                self._labels[name], minor, *_amounts(-minor if shows_positive else minor, currency)
            )
            for name, minor in self._minors.items()
            if minor
        ]
