"""The why of one amount as plain lines: what it is, where from, exact before rounding, clause."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from techmgr.core.formats import show_minor
from techmgr.core.texts import Text, say
from techmgr.royalty.explain import Kind, Node, why

_DIGITS = 4  # of an exact amount beyond the last minor unit


@dataclass(frozen=True, slots=True)
class Reason:
    """One line of a why. `minor` is None where a line only says something; reasons stand below it."""

    label: Text
    clause: str
    minor: int | None
    is_strong: bool
    reasons: tuple["Reason", ...] = ()


def reasons(tree: Node, node_id: str, currency: str) -> Reason:
    """Return the why of an amount: its own arithmetic first, then what it started from.

    133,360.00 is 33.34 % of 400,000.00, which is 500,000.00 less fee and costs.
    """
    return _reason(why(tree, node_id), currency)


def _reason(node: Node, currency: str) -> Reason:
    own = tuple(Reason(text, "", None, False) for text in _said(node, currency))
    below = tuple(_reason(child, currency) for child in node.children)
    is_strong = node.kind in (Kind.NET, Kind.SHARED, Kind.PART, Kind.EVENT)
    return Reason(_label(node), node.clause, node.minor, is_strong, own + below)


def _label(node: Node) -> Text:
    if node.written and node.kind is not Kind.SLICE:
        return say("{label}, {share}", label=node.label, share=node.written)
    return node.label


def _said(node: Node, currency: str) -> Iterator[Text]:
    """Yield the arithmetic: rate, base, exact fraction, and what rounding did."""
    if node.exact is not None and node.rate is not None and node.base_minor is not None:
        yield say(
            "{share} of {base} = {exact}",
            share=node.written or str(node.rate),
            base=exact_amount(node.base_minor, currency),
            exact=exact_amount(node.exact, currency),
        )
        if node.extra and node.rank:
            yield say(
                "Place {rank} in the queue for left-over units: {extra} more",
                rank=node.rank,
                extra=node.extra,
            )
        elif node.exact.denominator == 1:
            yield say("Exact: no unit is left to place")
    if node.note is not None:
        yield node.note


def exact_amount(minor: Fraction, currency: str) -> str:
    """Show an exact amount with what lies beyond the last unit: 17,647.059, or 33,333.3333…"""
    sign = -1 if minor < 0 else 1
    whole, part = divmod(abs(minor), 1)
    shown = show_minor(sign * int(whole), currency)
    if not part:
        return shown
    digits, more = divmod(part * 10**_DIGITS, 1)
    point = "" if "." in shown else "."
    text = f"{shown}{point}{int(digits):0{_DIGITS}d}"
    return f"{text}…" if more else text.rstrip("0")
