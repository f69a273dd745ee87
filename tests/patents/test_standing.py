"""Where a right stands, how filings grow from each other, and the tree of a family."""

from dataclasses import dataclass
from datetime import date

import pytest

from techmgr.patents.family import branches
from techmgr.patents.standing import Known, Link, has_loop, link_between, standing

TODAY = date(2026, 9, 14)
FILED = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("known", "state"),
    [
        (Known("non_provisional"), "planned"),
        (Known("non_provisional", FILED), "filed"),
        (Known("non_provisional", has_application_number=True), "filed"),
        (Known("national", FILED, date(2025, 9, 4)), "published"),
        (Known("national", FILED, granted=date(2026, 5, 5)), "granted"),
        (Known("national", FILED, granted=date(2026, 5, 5), ended=TODAY), "lapsed"),
        (Known("national", FILED, granted=FILED, ended=TODAY, given_up=True), "abandoned"),
        (Known("national", FILED, ended=date(2026, 5, 5)), "abandoned"),
        (Known("national", FILED, ended=date(2026, 9, 15)), "filed"),
        (Known("national", FILED, granted=FILED, last_day=date(2026, 9, 13)), "expired"),
        (Known("national", FILED, granted=FILED, last_day=TODAY), "granted"),
        (Known("provisional", FILED), "expired"),
        (Known("provisional", date(2025, 9, 13)), "filed"),
        (Known("provisional", FILED, followed_on=True), "converted"),
        (Known("pct", FILED, followed_on=True, ended=TODAY), "converted"),
        (Known("pct", FILED, date(2025, 9, 4)), "published"),
        (Known("know_how"), "held"),
        (Known("software_copyright", granted=FILED), "registered"),
    ],
)
def test_where_a_right_stands_follows_from_its_events(known, state):
    assert standing(known, TODAY) == state


@pytest.mark.parametrize(
    ("kind", "country", "earlier", "there", "link"),
    [
        ("non_provisional", "US", "provisional", "US", Link.CONVERSION),
        ("pct", "WO", "provisional", "US", Link.PRIORITY),
        ("national", "JP", "pct", "WO", Link.NATIONAL_PHASE),
        ("regional", "EP", "pct", "WO", Link.NATIONAL_PHASE),
        ("national", "DE", "regional", "EP", Link.VALIDATION),
        ("divisional", "US", "non_provisional", "US", Link.DIVISIONAL),
    ],
)
def test_how_a_filing_grows_is_told_by_the_kinds(kind, country, earlier, there, link):
    assert link_between(kind, country, earlier, there) == link


def test_a_loop_is_found():
    assert has_loop({1: [2], 2: [3], 3: [1]}, 1)
    assert has_loop({1: [1]}, 1)
    assert not has_loop({1: [2, 3], 2: [4], 3: [4]}, 1)


@dataclass(frozen=True)
class Filing:
    id: int
    day: str


def test_a_family_is_drawn_from_the_first_filing_down():
    filings = [
        Filing(4, "2022-03-04"),
        Filing(2, "2021-03-04"),
        Filing(1, "2020-03-04"),
        Filing(3, "2021-03-04"),
    ]
    links = {2: [(1, "conversion")], 3: [(1, "priority"), (2, "benefit")], 4: [(2, "continuation")]}
    drawn = branches(filings, links)
    assert [(each.member.id, each.depth, each.link) for each in drawn] == [
        (1, 0, ""),
        (2, 1, "conversion"),
        (4, 2, "continuation"),
        (3, 1, "priority"),
    ]
    assert [each.is_last for each in drawn] == [True, False, True, True]
    assert drawn[3].also == (2,)
    assert drawn[2].lines == (False, True)
