"""How a line of a firm's bill becomes costs of cases and payers: exact shares, not a cent lost."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from techmgr.core.shares import share_out


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who bears a share of a case's costs: office, licensee or co-owner."""

    payer: str
    organisation_id: int | None
    share: Fraction


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a line that one payer bears for one case: minor units in the bill's currency and ours."""

    case_id: int
    bearer: Bearer
    minor: int
    base_minor: int


OFFICE = Bearer("office", None, Fraction(1))


def parts_of_line(
    minor: int,
    base_minor: int,
    cases: Sequence[tuple[int, Fraction]],
    bearers: Mapping[int, Sequence[Bearer]],
) -> list[Part]:
    """Split minor units over cases, then over each case's payers, by largest remainder.

    100.00 for two cases in halves, the second borne 60 to 40: 50.00, 30.00, 20.00. Both columns
    sum to the line. A part of nothing is left out.
    """
    split = [
        (case_id, bearer, own)
        for (case_id, _), of_case in zip(
            cases, share_out(minor, [share for _, share in cases]), strict=True
        )
        for bearer, own in _borne(of_case, bearers.get(case_id) or (OFFICE,))
        if own
    ]
    ours = share_out(base_minor, [Fraction(own, minor) for _, _, own in split])
    return [
        Part(case_id, bearer, own, base)
        for (case_id, bearer, own), base in zip(split, ours, strict=True)
    ]


def _borne(minor: int, bearers: Sequence[Bearer]) -> list[tuple[Bearer, int]]:
    parts = share_out(minor, [each.share for each in bearers])
    return list(zip(bearers, parts, strict=True))


def credited(minor: int, left: Sequence[int]) -> list[int]:
    """Share a credit of minor units over open lines by what is left of each; none gets more.

    30.00 over 60.00 and 40.00: 18.00 and 12.00. ValueError when it is more than all of them.
    """
    total = sum(left)
    if minor > total:
        raise ValueError(f"{minor} of {total}")
    return share_out(minor, [Fraction(each, total) for each in left])
