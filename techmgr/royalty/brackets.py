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
    """The part of an amount inside one tier, in exact minor units; `tier` counts from zero.

    The tier reaches from `starts` to `ends` (None: open), in the money of the amount.
    """

    tier: int
    amount: Fraction
    starts: Fraction = Fraction(0)
    ends: Fraction | None = None


def slices(
    tiers: Sequence[Tier],
    position: Fraction,
    amount: Fraction | int,
    factor: Fraction = Fraction(1),
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
    high = low + abs(Fraction(amount))
    whole = [_edges(tiers, number, factor) for number in range(len(tiers))]
    cut = [
        Slice(number, inside, starts, ends)
        for number, (starts, ends) in enumerate(whole)
        if (inside := (high if ends is None else min(ends, high)) - max(starts, low)) > 0
    ]
    return cut or [_nothing(whole, low)]


def _edges(
    tiers: Sequence[Tier], number: int, factor: Fraction
) -> tuple[Fraction, Fraction | None]:
    before = tiers[number - 1].up_to if number else 0
    up_to = tiers[number].up_to
    return (before or 0) * factor, None if up_to is None else up_to * factor


def _nothing(whole: Sequence[tuple[Fraction, Fraction | None]], at: Fraction) -> Slice:
    """Return a slice of nothing in the tier a position lies in: a net of 0 still shows its shares."""
    number = sum(ends is not None and ends <= at for _, ends in whole)
    return Slice(number, Fraction(0), *whole[number])


def filled(sharing: Sharing, earlier: Iterable[tuple[int, date]]) -> Fraction:
    """Return the bracket position earlier nets reach, each restated in the thresholds' own money.

    100,000 received when the factor was 1.32869 fills 75,262.10 of the bracket in money of 2005.
    """
    parts = (amount / factor_on(sharing, on) for amount, on in earlier)
    return sum(parts, Fraction(0))
