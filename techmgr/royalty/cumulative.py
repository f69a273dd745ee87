"""Rounding over all payments together: the cumulative entitlement is rounded and the difference paid."""

from collections.abc import Sequence
from fractions import Fraction


def cumulative(
    amount: int, exact: Sequence[Fraction], carried: Sequence[Fraction]
) -> tuple[list[int], list[Fraction]]:
    """Divide an amount (minor units, either sign) and return the parts and what each is short of then.

    `exact` are the magnitudes of this payment, `carried` what earlier ones left each short of (below
    zero: ahead). Parts sum to the amount and none is of the other sign. Two cents in thirds, then
    two, then two: 1 1 0, then 0 1 1, then 1 0 1: each has 2 of 6.
    """
    sign = -1 if amount < 0 else 1
    due = [part + sign * before for part, before in zip(exact, carried, strict=True)]
    parts = [max(0, each.numerator // each.denominator) for each in due]
    while (left := abs(amount) - sum(parts)) != 0:
        step = 1 if left > 0 else -1
        able = [place for place, part in enumerate(parts) if part + step >= 0]
        place = max(able, key=lambda at: step * (due[at] - parts[at]))
        parts[place] += step
    signed = [sign * part for part in parts]
    after = [
        before + sign * each - part
        for before, each, part in zip(carried, exact, signed, strict=True)
    ]
    return signed, after
