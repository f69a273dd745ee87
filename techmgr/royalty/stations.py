"""Where the money of one or more events went, as the stations of a waterfall chart."""

from collections.abc import Sequence
from dataclasses import dataclass

from techmgr.core.formats import show_minor
from techmgr.core.texts import Text, say
from techmgr.royalty.explain import Kind, Node


@dataclass(frozen=True, slots=True)
class Station:
    """One bar: minor units, negative where something is taken; a total stands on the ground.

    Always true of a whole list: what is taken leads from one total to the next, and to zero.
    """

    label: Text
    minor: int
    shown: str
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
        Station(say("Received"), received, show_minor(received, currency), is_total=True),
        *taken.stations(currency),
        Station(say("Net"), net, show_minor(net, currency), is_total=True),
    ]
    return found + shared.stations(currency, shows_positive=True)


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
                self._labels[name], minor, show_minor(-minor if shows_positive else minor, currency)
            )
            for name, minor in self._minors.items()
            if minor
        ]
