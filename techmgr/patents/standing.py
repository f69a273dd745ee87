"""Where a right stands, told from what happened to it; and how one filing grows from another."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from techmgr.core.days import add_months


class Standing(StrEnum):
    """Codes of the list `right_state`: they never change."""

    PLANNED = "planned"
    FILED = "filed"
    PUBLISHED = "published"
    GRANTED = "granted"
    REGISTERED = "registered"
    HELD = "held"
    CONVERTED = "converted"
    LAPSED = "lapsed"
    ABANDONED = "abandoned"
    EXPIRED = "expired"


class Link(StrEnum):
    """Codes of the list `right_link`: how a filing grows from an earlier one."""

    CONVERSION = "conversion"
    PRIORITY = "priority"
    NATIONAL_PHASE = "national_phase"
    VALIDATION = "validation"
    CONTINUATION = "continuation"
    CONTINUATION_IN_PART = "continuation_in_part"
    DIVISIONAL = "divisional"
    REISSUE = "reissue"
    BENEFIT = "benefit"  # an office names the earlier filing without saying how


LIVING = frozenset(
    {Standing.PLANNED, Standing.FILED, Standing.PUBLISHED, Standing.GRANTED, Standing.REGISTERED,
     Standing.HELD}
)  # fmt: skip
KEPT_SECRET = frozenset({"know_how", "material"})
REGISTERED = frozenset({"software_copyright", "trademark", "plant_variety"})
GIVEN_UP = "given_up"
_BY_KIND = {
    "continuation": Link.CONTINUATION,
    "continuation_in_part": Link.CONTINUATION_IN_PART,
    "divisional": Link.DIVISIONAL,
    "reissue": Link.REISSUE,
}


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a right. `ended` is the last end not undone, `given_up` that it was our choice."""

    kind: str
    filed: date | None = None
    published: date | None = None
    granted: date | None = None
    last_day: date | None = None
    has_application_number: bool = False
    has_grant_number: bool = False
    ended: date | None = None
    given_up: bool = False
    followed_on: bool = False  # a later filing took it over: conversion, national phase


def standing(known: Known, today: date) -> Standing:
    """Return where a right stands on a day.

    An end before the grant is an abandonment, an end after it a lapse, unless we gave it up; a
    provisional or international application that was taken further is converted.
    """
    is_granted = known.granted is not None or known.has_grant_number
    if known.ended is not None and known.ended <= today:
        return _ended(known, is_granted=is_granted)
    if known.kind in ("provisional", "pct") and known.filed is not None:
        return _transient(known, known.filed, today)
    if known.last_day is not None and known.last_day < today:
        return Standing.EXPIRED
    if is_granted:
        return Standing.REGISTERED if known.kind in REGISTERED else Standing.GRANTED
    return Standing.HELD if known.kind in KEPT_SECRET else _pending(known)


def _pending(known: Known) -> Standing:
    if known.published is not None:
        return Standing.PUBLISHED
    is_filed = known.filed is not None or known.has_application_number
    return Standing.FILED if is_filed else Standing.PLANNED


def _ended(known: Known, *, is_granted: bool) -> Standing:
    if known.followed_on and known.kind in ("provisional", "pct"):
        return Standing.CONVERTED
    return Standing.LAPSED if is_granted and not known.given_up else Standing.ABANDONED


def _transient(known: Known, filed: date, today: date) -> Standing:
    """A provisional lasts 12 months (35 USC 111(b)(5)); an international application 31 at most here."""
    if known.followed_on:
        return Standing.CONVERTED
    months = 12 if known.kind == "provisional" else 31
    # A weekend or holiday may lie between the end and the last day to convert.
    if add_months(filed, months).toordinal() + 4 < today.toordinal():
        return Standing.EXPIRED
    return Standing.PUBLISHED if known.published is not None else Standing.FILED


def link_between(kind: str, country: str, earlier_kind: str, earlier_country: str) -> Link:
    """Return how a filing of a kind grows from an earlier one, when nobody said it.

    A US application from a US provisional converts it; any filing abroad claims its priority.
    """
    if kind in _BY_KIND:
        return _BY_KIND[kind]
    if earlier_kind == "pct" and kind != "pct":
        return Link.NATIONAL_PHASE
    if earlier_kind == "regional" and kind != "regional":
        return Link.VALIDATION
    if earlier_kind == "provisional" and country == earlier_country:
        return Link.CONVERSION
    return Link.PRIORITY


def has_loop(earlier: Mapping[int, Iterable[int]], start: int) -> bool:
    """Tell whether a filing is, through those it grew from, its own ancestor. Linear in links."""
    seen: set[int] = set()
    todo = list(earlier.get(start, ()))
    while todo:
        here = todo.pop()
        if here == start:
            return True
        if here not in seen:
            seen.add(here)
            todo += earlier.get(here, ())
    return False
