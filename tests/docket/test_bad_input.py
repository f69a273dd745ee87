"""What officers get wrong, and what they are told: a clear sentence each, and nothing half done."""

from datetime import date

import pytest
from action_examples.docket import a_provisional
from action_examples.parts import a_case

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.docket.actions import CorrectEvent, RecordEvent, correct_event, record_event
from techmgr.docket.actions_deadlines import MarkDone, SetDeadline, mark_done, set_deadline
from techmgr.docket.following import FollowRecord, follow_record
from techmgr.docket.queries import DeadlineFilter, due_within, events_of
from techmgr.docket.queries_why import why_of
from techmgr.docket.recomputing import How

TODAY = date(2026, 9, 14)
RIGHT = Reference("patent", 1)


@pytest.fixture
def right(office):
    """A patent of the United States, filed on 3 March 2025."""
    office.act(follow_record, FollowRecord(RIGHT, "patent", "US 18/1", None, {"country": "US"}))
    office.act(record_event, RecordEvent(RIGHT, "filed", date(2025, 3, 3)))
    return office


def refused(office, request) -> str:
    before = len(office.read(events_of, RIGHT))
    with pytest.raises(UserError) as error:
        office.act(record_event, request)
    assert len(office.read(events_of, RIGHT)) == before
    return str(error.value)


def test_a_grant_before_the_filing(right):
    said = refused(right, RecordEvent(RIGHT, "granted", date(2025, 3, 2)))
    assert said == (
        "Patent granted of 2025-03-02 lies before Application filed of 2025-03-03: "
        "one of the two days is wrong."
    )


def test_a_priority_later_than_the_filing(right):
    said = refused(right, RecordEvent(RIGHT, "priority", date(2025, 3, 4)))
    assert "Application filed of 2025-03-03 lies before Priority date of 2025-03-04" in said


def test_an_event_twice(right):
    assert "is entered 2 times, but happens once" in refused(
        right, RecordEvent(RIGHT, "filed", date(2025, 3, 5))
    )
    action = RecordEvent(RIGHT, "us.nonfinal", date(2026, 8, 3))
    right.act(record_event, action)
    assert "Non-final office action of 2026-08-03 is entered twice" in refused(right, action)


def test_a_day_changed_after_its_deadline_was_done(right):
    entered = right.act(record_event, RecordEvent(RIGHT, "us.nonfinal", date(2026, 6, 1))).result
    rows = right.read(due_within, DeadlineFilter(), TODAY)
    (row,) = [each for each in rows if each.rule == "us.reply"]
    right.act(mark_done, MarkDone(((row.id, row.version),), "Filed", date(2026, 8, 28)))
    fixed = CorrectEvent(entered.event_id, date(2026, 6, 8), "Read wrongly")
    changes = right.act(correct_event, fixed).result.changes
    (kept,) = [each for each in changes if each.how is How.KEPT]
    assert (kept.before, kept.after) == (date(2026, 9, 1), date(2026, 9, 8))
    why = right.read(why_of, row.id, TODAY)
    assert (why.row.state, why.row.legal, why.differs) == (
        "done", date(2026, 9, 1), date(2026, 9, 8),
    )  # fmt: skip


def test_a_country_without_rules_asks_for_a_date(office):
    subject = Reference("patent", 2)
    office.act(follow_record, FollowRecord(subject, "patent", "ZA 1", None, {"country": "ZA"}))
    told = office.act(record_event, RecordEvent(subject, "granted", date(2026, 3, 3))).result
    assert [str(each) for each in told.warnings] == [
        "There are no deadline rules for ZA: ask counsel for the dates and enter them."
    ]
    by_hand = SetDeadline(subject, "Annuity in South Africa", date(2027, 3, 3))
    number = office.act(set_deadline, by_hand).result
    assert "Set by hand by" in str(office.read(why_of, number, TODAY).sentence)


def test_29_february(compute):
    found = compute({"filed.provisional": "2024-02-29"}, country="US", type="provisional")
    assert found["us.conversion"].legal == date(2025, 2, 28)
    assert found["us.restoration"].raw == date(2025, 4, 29)  # in one step, not from 28 February
    grown = compute({"filed": "2024-02-29", "granted": "2024-02-29"}, country="US")
    assert grown["us.maintenance_expiry.1"].raw == date(2028, 2, 29)
    assert grown["us.term"].raw == date(2044, 2, 29)


def test_a_year_nobody_has_a_list_of(office):
    by_day = FollowRecord(RIGHT, "patent", "US 9", None, {"country": "US"})
    office.act(follow_record, by_day)
    office.act(record_event, RecordEvent(RIGHT, "filed", date(2026, 3, 2)))
    office.act(record_event, RecordEvent(RIGHT, "granted", date(2027, 12, 7)))
    rows = office.read(due_within, DeadlineFilter(), TODAY)
    (fee,) = [each for each in rows if each.rule == "us.maintenance.1"]
    said = [str(each) for each in office.read(why_of, fee.id, TODAY).warnings]
    (warning,) = said
    assert warning.startswith(
        "The calendar “USPTO” has no list for 2031: the usual public holidays"
    )


def test_a_planned_day_far_away_is_refused(office):
    case = a_case(office)
    with pytest.raises(UserError, match="year"):
        office.act(record_event, RecordEvent(case, "disclosure_received", date(26, 9, 1)))


def test_a_provisional_twice_told_is_one(office):
    office.act(follow_record, a_provisional(office))
    again = office.act(follow_record, a_provisional(office)).result
    assert again == []
