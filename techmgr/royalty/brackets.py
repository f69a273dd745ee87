"""Marginal brackets: which slices of an amount fall into which tier, from a position on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.royalty.policy import Sharing, Tier, factor_on


@dataclass(frozen=True, slots=True)
class Slice:
    """The part of an amount inside one tier, in exact minor units; `tier` counts from zero."""

    tier: int
    amount: Fraction


def slices(
    tiers: Sequence[Tier], position: Fraction, amount: int, factor: Fraction = Fraction(1)
) -> list[Slice]:
    """Cut |amount| (minor units) at the thresholds, in tier order, without empty slices; nothing is one slice of 0.

    `position` is what earlier amounts filled, in the thresholds' own money; `factor` indexes
    them. A negative amount unwinds: it is cut downwards from the position.
    2,800,000 filled, 800,000 more, threshold 3,000,000: 200,000 and 600,000.
    """
    low = position * factor
    if amount < 0:
        low += amount
        if low < 0 and len(tiers) > 1:
            raise UserError(
                say("The refund is larger than everything received before it."), field="amount"
            )
        low = max(low, Fraction(0))
    high = low + abs(amount)
    found = []
    start = Fraction(0)
    for number, tier in enumerate(tiers):
        stop = high if tier.up_to is None else min(tier.up_to * factor, high)
        inside = stop - max(start, low)
        if inside > 0:
            found.append(Slice(number, inside))
        start = max(start, stop)
    return found or [Slice(_tier_at(tiers, low, factor), Fraction(0))]


def _tier_at(tiers: Sequence[Tier], position: Fraction, factor: Fraction) -> int:
    """Return the tier a position lies in, so that a net of nothing still shows its shares."""
    ends = (tier.up_to * factor for tier in tiers if tier.up_to is not None)
    return sum(end <= position for end in ends)


def filled(sharing: Sharing, earlier: Iterable[tuple[int, date]]) -> Fraction:
    """Return the bracket position earlier nets reach, each restated in the thresholds' own money.

    100,000 received when the factor was 1.32869 fills 75,262.10 of the bracket in money of 2005.
    """
    parts = (amount / factor_on(sharing, on) for amount, on in earlier)
    return sum(parts, Fraction(0))
