"""A deadline's words, where it stands, what a change moves, and what looks wrong in the register."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.days import is_open
from techmgr.docket.arithmetic import alternatives, sentence, steps, windows
from techmgr.docket.calendars import shipped_calendars
from techmgr.docket.compute import all_due
from techmgr.docket.due import State, moved, state
from techmgr.docket.events import Event, strange
from techmgr.docket.rulebook import shipped_rules
from techmgr.docket.rules import Roll


def day(text: str) -> date:
    return date.fromisoformat(text)


def test_the_arithmetic_in_one_sentence(compute):
    due = compute({"filed.provisional": "2019-03-14"}, country="US")["us.conversion"]
    assert str(sentence(due)) == (
        "2019-03-14 + 12 months = 2020-03-14, a Saturday; "
        "next day the USPTO is open: Monday 2020-03-16."
    )
    due = compute({"filed.provisional": "2025-01-01"}, country="US")["us.conversion"]
    assert "= 2026-01-01, New Year's Day; next day" in str(sentence(due))
    due = compute({"agency_disclosed": "2024-01-10"}, funding_agreement=day("2020-01-01"))
    assert (
        str(sentence(due["bd.election"]))
        == "2024-01-10 + 2 years = 2026-01-10, a Saturday; last business day before it: Friday 2026-01-09."
    )
    assert "− 60 days" in str(
        sentence(
            compute(
                {"filed.provisional": "2024-03-04"},
                country="US",
                funding_agreement=day("2020-01-01"),
            )["bd.notice.conversion"]
        )
    )
    due = compute({"quarter_ended": "2026-06-30"}, report_days=60)["agr.royalty_report"]
    assert str(sentence(due)) == (
        "2026-06-30 + 60 days = 2026-08-29, a Saturday; "
        "last business day before it: Friday 2026-08-28."
    )
    due = compute({"us.allowed": "2024-01-10"}, country="US")["us.issue_fee"]
    assert str(sentence(due)) == "2024-01-10 + 3 months = 2024-04-10, a Wednesday."


def test_the_arithmetic_step_by_step(compute, book):
    due = compute({"filed.provisional": "2025-10-10"}, country="US")["us.conversion"]
    found = [(str(step.label), str(step.detail), step.day.isoformat()) for step in steps(due, book)]
    assert found == [
        ("Event", "Provisional filed", "2025-10-10"),
        ("+ 12 months", "same day number", "2026-10-10"),
        ("Weekend", "Saturday and Sunday are closed", "2026-10-12"),
        ("Holiday", "Columbus Day, closed", "2026-10-13"),
    ]
    assert steps(due, book)[1].source == "35 USC 119(e)(1), (3); 37 CFR 1.78(a)"


@pytest.mark.parametrize(
    ("kind", "on", "code", "detail"),
    [
        ("filed", "2023-02-14", "ep.annuity.3", "last day of the month"),
        ("filed", "2000-09-06", "cn.term", "the first day counts"),
        ("us.allowed", "2024-11-30", "us.issue_fee", "of a shorter month"),
        ("quarter_ended", "2026-06-30", "agr.royalty_report", "counted from the next day"),
        ("filed", "2019-03-01", "us.term", "with the days added"),
    ],
)
def test_the_month_rule_is_named(book, calendars, kind, on, code, detail):  # noqa: PLR0917 - fixtures
    facts = {"country": code[:2].upper(), "pta_days": 329}
    dues = all_due(book, [Event(kind, day(on))], facts, calendars)
    found = next(due for due in dues if due.rule.code == code)
    assert detail in str(steps(found, book)[1].detail)


def test_a_restored_right_has_deadlines_again(compute):
    events = {"granted": "2003-06-03", "lapsed": "2007-07-05", "restored": "2008-03-25"}
    due = compute(events, country="US")["us.maintenance.3"]
    assert state(due, day("2016-01-01")) is State.MISSED


def test_delivery_and_limits_are_steps(compute, book):
    due = compute({"ep.intention_to_grant": "2023-10-20"}, country="EP")["ep.intention_to_grant"]
    assert [str(step.label) for step in steps(due, book)] == ["Event", "+ 10 days", "+ 4 months"]
    assert "2023-10-20 + 10 days of delivery + 4 months" in str(sentence(due))
    events = {
        "us.final": "2024-01-10",
        "us.after_final_reply": "2024-02-01",
        "us.advisory": "2024-08-01",
    }
    due = compute(events, country="US")["us.reply.final"]
    assert "Longest time by law" in [str(step.label) for step in steps(due, book)]


def test_a_late_receipt_is_said(compute, book):
    event = Event("ep.intention_to_grant", day("2023-11-20"), {"received": day("2023-11-30")})
    due = compute([event], country="EP")["ep.intention_to_grant"]
    assert str(steps(due, book)[1].detail) == "and 3 days, received late"


def test_the_earlier_of_two_ways_is_said(compute, book):
    events = {"priority": "2021-03-01", "filed": "2022-02-28"}
    due = compute(events, country="CN")["cn.examination"]
    assert [str(each) for each in alternatives(due, book)] == [
        "Application filed: 2022-02-28 + 3 years = 2025-02-28; the earlier day governs."
    ]


def test_the_other_ways_to_count_and_the_windows_are_said(compute, book):
    events = {
        "priority": "2022-01-31",
        "filed.pct": "2023-01-30",
        "pct.search_report": "2023-09-15",
    }
    due = compute(events, type="pct")["pct.demand"]
    assert [str(each) for each in alternatives(due, book)] == [
        "Priority date: 2022-01-31 + 22 months = 2023-11-30; the later day governs."
    ]
    due = compute({"granted": "2015-03-15"}, country="US")["us.maintenance.1"]
    assert [str(each) for each in windows(due)] == [
        "May be done from 2018-03-15.",
        "With surcharge until 2019-03-15.",
    ]
    due = compute({"us.nonfinal": "2016-01-30"}, country="US")["us.reply"]
    assert str(windows(due)[0]) == "With 1 month of extension until 2016-05-31."
    due = compute(
        {"filed.provisional": "2024-03-04"}, country="US", funding_agreement=day("2020-01-01")
    )
    assert "deadline “File non-provisional" in str(
        steps(due["bd.notice.conversion"], book)[0].detail
    )


@pytest.mark.parametrize(
    ("today", "wanted"),
    [
        ("2018-03-14", State.NOT_OPEN),
        ("2018-03-15", State.OPEN),
        ("2018-09-17", State.OPEN),
        ("2018-09-18", State.EXTENDABLE),
        ("2019-03-15", State.EXTENDABLE),
        ("2019-03-16", State.MISSED),
    ],
)
def test_where_a_deadline_stands(compute, today, wanted):
    due = compute({"granted": "2015-03-15"}, country="US")["us.maintenance.1"]
    assert state(due, day(today)) is wanted


@pytest.mark.parametrize(
    ("paid", "number", "wanted"),
    [
        ("2018-09-17", 1, State.MET),
        ("2018-10-01", 1, State.LATE),
        ("2019-04-01", 1, State.TOO_LATE),
        ("2022-05-01", 2, State.MET),  # the second fee proves the first
    ],
)
def test_a_payment_meets_its_own_fee(compute, paid, number, wanted):
    events = [
        Event("granted", day("2015-03-15")),
        Event("us.maintenance_paid", day(paid), {"number": number}),
    ]
    due = compute(events, country="US")["us.maintenance.1"]
    assert state(due, day("2030-01-01")) is wanted


def test_nothing_is_due_after_the_right_has_lapsed(compute):
    events = {"granted": "2015-03-15", "lapsed": "2019-04-08"}
    dues = compute(events, country="US")
    assert state(dues["us.maintenance.1"], day("2030-01-01")) is State.MISSED
    assert state(dues["us.maintenance.2"], day("2030-01-01")) is State.ENDED
    assert state(dues["us.maintenance_expiry.1"], day("2030-01-01")) is State.PASSED


def test_a_new_action_replaces_the_reply_to_the_one_before(book, calendars):
    events = [
        Event("us.nonfinal", day("2024-01-10"), key=1),
        Event("us.nonfinal", day("2024-02-10"), key=2),
        Event("us.reply", day("2024-05-01"), key=3),
    ]
    dues = {due.event.key: due for due in all_due(book, events, {"country": "US"}, calendars)}
    assert state(dues[1], day("2025-01-01")) is State.ENDED
    assert state(dues[2], day("2025-01-01")) is State.MET


def test_a_corrected_day_moves_what_follows_from_it(book, calendars):
    def computed(priority: str):
        events = [
            Event("priority", day(priority), key=1),
            Event("filed.pct", day("2023-01-30"), key=2),
        ]
        return all_due(book, events, {"type": "pct"}, calendars)

    changes = moved(computed("2022-02-15"), computed("2022-03-15"))
    codes = {change.after.rule.code for change in changes}
    assert {"pct.national.30", "pct.national.31", "pct.demand", "pct.publication"} <= codes
    national = next(each for each in changes if each.after.rule.code == "pct.national.30")
    assert (national.before.raw, national.after.raw) == (day("2024-08-15"), day("2024-09-15"))
    assert moved(computed("2022-02-15"), computed("2022-02-15")) == []
    gone = moved(computed("2022-02-15"), [])
    assert all(change.after is None for change in gone)


def test_what_cannot_be_right_is_said(book):
    events = [
        Event("filed", day("2020-01-10")),
        Event("priority", day("2020-02-10")),
        Event("granted", day("2019-01-01")),
        Event("us.nonfinal", day("2021-01-01")),
        Event("us.nonfinal", day("2021-01-01")),
        Event("granted", day("2022-01-01")),
        Event("moon", day("2022-01-01")),
    ]
    found = " ".join(map(str, strange(events, book.kinds)))
    assert "Application filed of 2020-01-10 lies before Priority date of 2020-02-10" in found
    assert "Patent granted of 2019-01-01 lies before Application filed of 2020-01-10" in found
    assert "Patent granted is entered 2 times" in found
    assert "Non-final office action of 2021-01-01 is entered twice" in found
    assert "“moon” is not a kind of event" in found
    assert strange(events[:1], book.kinds) == []


def test_a_year_without_a_list_is_a_warning(compute):
    due = compute({"us.allowed": "2031-01-10"}, country="US")["us.issue_fee"]
    assert "no list for 2031" in str(due.warnings[0])
    events = {"filed": "2017-07-14", "ep.grant_mentioned": "2022-06-15"}
    due = compute(events, country="AT", route="ep")["ep.national_annuity.7"]
    assert "no calendar for AT" in str(due.warnings[0])


BOOK, CALENDARS = shipped_rules(), shipped_calendars()
FACTS = {"country": "US", "funding_agreement": date(2020, 1, 1)}
KINDS = ("filed.provisional", "filed", "granted", "us.nonfinal", "us.final", "us.allowed")


@given(
    st.lists(
        st.builds(Event, st.sampled_from(KINDS), st.dates(date(1996, 1, 1), date(2060, 1, 1))),
        max_size=6,
    )
)
def test_the_dates_of_a_deadline_keep_their_order(events):
    for due in all_due(BOOK, events, FACTS, CALENDARS):
        assert due.safe <= due.raw
        assert is_open(due.safe, due.calendar)
        if due.rule.roll is Roll.FORWARD:
            assert due.raw <= due.legal <= due.last
            assert is_open(due.legal, due.calendar)
        if due.rule.roll is Roll.BACK:
            assert due.legal == due.safe
        assert due.opens is None or due.opens < due.raw
        assert all(one.raw <= two.raw for one, two in pairwise(due.extensions))
