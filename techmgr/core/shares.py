"""Exact shares, and the one function that shares an amount out so that the parts make the whole."""

import re
from collections.abc import Sequence
from decimal import Decimal, localcontext
from enum import StrEnum
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.texts import say

WHOLE = Fraction(1)


class Rounding(StrEnum):
    """Who gets the cents that cannot be divided. Stored with each calculation."""

    LARGEST_REMAINDER = "largest_remainder"
    LAST_PARTY = "last_party"
    FIRST_PARTY = "first_party"
    CUMULATIVE = "cumulative"  # over all payments together; alone it is the largest remainder


def share_out(
    amount: int, shares: Sequence[Fraction], rounding: Rounding = Rounding.LARGEST_REMAINDER
) -> list[int]:
    """Share minor units out by shares that sum to one; the parts always sum to the amount.

    Largest remainder: everybody gets the whole cents of the exact part, left-over cents go one
    each to the largest fractions, ties in the order listed. 100.00 in thirds: 33.34, 33.33, 33.33.
    Negative amounts are the mirror of positive ones.
    """
    if sum(shares) != WHOLE:
        raise ValueError(f"shares sum to {sum(shares)}, not 1")
    if any(share < 0 for share in shares):
        raise ValueError("a share is negative")
    return entitled(amount, [abs(amount) * share for share in shares], rounding)


def entitled(
    amount: int, exact: Sequence[Fraction], rounding: Rounding = Rounding.LARGEST_REMAINDER
) -> list[int]:
    """Round exact entitlements (minor units, never negative) so that they sum to |amount|, signed.

    The second half of `share_out`, for entitlements summed over brackets (§ 0 of the policies page).
    """
    parts = [part.numerator // part.denominator for part in exact]
    left = abs(amount) - sum(parts)
    for index in _favoured(exact, parts, left, rounding):
        parts[index] += 1
    return parts if amount >= 0 else [-part for part in parts]


def _favoured(
    exact: Sequence[Fraction], parts: Sequence[int], left: int, rounding: Rounding
) -> list[int]:
    if rounding is Rounding.LAST_PARTY:
        return [len(parts) - 1] * left
    if rounding is Rounding.FIRST_PARTY:
        return [0] * left
    order = sorted(range(len(parts)), key=lambda i: parts[i] - exact[i])
    return order[:left]


def parse_share(text: str) -> Fraction:
    """Read a share as typed, exactly: "33.34 %", "1/3", "0.5", "2/15". Refuses what is none.

    A number without a per cent sign above one is read as per cent, as people type it.
    """
    bare = (
        text.strip().replace("\u202f", "").replace("\u00a0", "").replace(" ", "").replace("％", "%")
    )
    if not re.fullmatch(r"\d+(\.\d+)?%?|\d+/0*[1-9]\d*", bare):
        raise UserError(
            say("“{text}” is not a share such as 40 %, 33.34 % or 1/3.", text=text), field="share"
        )
    if bare.endswith("%"):
        return Fraction(bare[:-1]) / 100
    share = Fraction(bare)
    return share / 100 if share > 1 and "/" not in bare else share


def show_share(share: Fraction) -> str:
    """Show a share as per cent where that is exact, else as a fraction: 2/5 is "40 %", 1/3 is "1/3"."""
    percent = share * 100
    denominator = percent.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    if denominator != 1:
        return f"{share.numerator}/{share.denominator}"
    with localcontext(prec=100):  # far more digits than a share anybody wrote has
        exact = Decimal(percent.numerator) / percent.denominator
    return f"{exact.normalize():f}\u202f%"
