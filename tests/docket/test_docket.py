"""The docket of an office: what is due, what moves, and what an officer decides."""

import time
from datetime import date

import pytest
from action_examples.docket import FILED, a_deadline, a_provisional
from action_examples.parts import OFFICER_ID, a_case, a_person

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.docket.actions import (
    CorrectEvent,
    RecordEvent,
    RemoveEvent,
    SetFacts,
    correct_event,
    record_event,
    remove_event,
    set_facts,
)
from techmgr.docket.actions_deadlines import (
    CheckDeadlines,
    Extend,
    MarkDone,
    MarkMissed,
    Reassign,
    Reopen,
    SetDeadline,
    Waive,
    check_deadlines,
    extend,
    mark_done,
    mark_missed,
    reassign,
    reopen_deadline,
    set_deadline,
    waive,
)
from techmgr.docket.following import (
    FollowRecord,
    FollowRecords,
    Told,
    follow_record,
    follow_records,
)
from techmgr.docket.queries import (
    DeadlineFilter,
    count_due,
    deadline_by_id,
    deadlines_of_case,
    due_within,
    events_of,
    facts_of,
    next_due_of,
    overdue_count,
    people_due,
    step_dues,
)
from techmgr.docket.queries_why import why_of, whys_of
from techmgr.docket.recomputing import How
from techmgr.office.actions import SetSetting, set_setting
from techmgr.storage.search import find
from techmgr.storage.unit import Stale
from techmgr.technology.queries import happenings_of

TODAY = date(2026, 9, 14)


def due(office, **chosen):
    """The open deadlines by rule."""
    rows = office.read(due_within, DeadlineFilter(**chosen), office.today)
    return {row.rule: row for row in rows}


def follow(office, filed=FILED, **facts):
    request = a_provisional(office, filed=filed, **facts)
    changes = office.act(follow_record, request).result
    return request, changes


def moved(request, filed):
    told = (Told("filed.provisional", filed, request.subject),)
    return FollowRecord(
        request.subject, "patent", request.label, request.case_id, {}, told, ("patent",)
    )


def test_a_provisional_has_its_twelve_months_and_under_federal_money_ten(office):
    request, changes = follow(office, funding_agreement=date(2019, 5, 2))
    assert {change.how for change in changes} == {How.NEW}
    found = due(office)
    assert found["us.conversion"].legal == date(2026, 10, 13)  # Saturday, Sunday, Columbus Day
    assert found["us.conversion"].safe == date(2026, 10, 9)
    assert found["bd.conversion"].legal == date(2026, 8, 10)
    assert found["bd.conversion"].is_overdue(TODAY)
    assert found["us.conversion"].record == "US 63/897,214"
    assert found["us.conversion"].person == "Ines Moreau"
    assert str(found["us.conversion"].title) == "File non-provisional, PCT or foreign"
    assert office.read(step_dues, request.case_id)[4] <= date(2026, 8, 11)
    assert office.read(overdue_count, TODAY) >= 1


def test_an_older_funding_agreement_has_no_ten_months(office):
    follow(office, funding_agreement=date(2018, 5, 13))
    assert "bd.conversion" not in due(office)
    assert "us.conversion" in due(office)


def test_a_corrected_filing_day_moves_what_follows_and_lists_it(office):
    request, _ = follow(office)
    before = due(office)["us.conversion"]
    office.act(check_deadlines, CheckDeadlines(((before.id, before.version),)))
    changes = office.act(follow_record, moved(request, date(2025, 10, 1))).result
    (change,) = [each for each in changes if each.deadline_id == before.id]
    assert (change.how, change.before, change.after) == (
        How.MOVED,
        date(2026, 10, 13),
        date(2026, 10, 1),
    )
    after = due(office)["us.conversion"]
    assert (after.id, after.legal, after.checked_by) == (before.id, date(2026, 10, 1), "")
    told = [str(each.text) for each in office.read(happenings_of, request.case_id)]
    assert (
        "File non-provisional, PCT or foreign: the date moved from 2026-10-13 to 2026-10-01" in told
    )
    office.undo_last()
    assert due(office)["us.conversion"].legal == date(2026, 10, 13)


def test_what_is_done_or_set_by_hand_is_kept_when_its_event_moves(office):
    request, _ = follow(office)
    row = due(office)["us.conversion"]
    done = MarkDone(((row.id, row.version),), "Filing receipt", date(2026, 9, 10))
    office.act(mark_done, done)
    by_hand = SetDeadline(request.subject, "Pay counsel", date(2026, 9, 20), request.case_id)
    hand = office.act(set_deadline, by_hand).result
    changes = office.act(follow_record, moved(request, date(2025, 10, 1))).result
    assert How.KEPT in {each.how for each in changes if each.deadline_id == row.id}
    kept = office.read(deadline_by_id, row.id)
    assert (kept.state, kept.legal, kept.decided_by) == ("done", date(2026, 10, 13), "Ines Moreau")
    why = office.read(why_of, row.id, TODAY)
    assert why.differs == date(2026, 10, 1)
    set_by_hand = office.read(deadline_by_id, hand)
    assert (set_by_hand.legal, set_by_hand.safe) == (date(2026, 9, 20), date(2026, 9, 18))
    assert "Set by hand by Ines Moreau" in str(office.read(why_of, hand, TODAY).sentence)


def test_the_filing_that_follows_meets_the_deadline_by_itself(office):
    request, _ = follow(office)
    child = Told("filed", date(2026, 9, 1), Reference("patent", 2), {"country": ""})
    told = (*request.told, child)
    with_child = FollowRecord(
        request.subject, "patent", request.label, request.case_id, {}, told, ("patent",)
    )
    row = due(office)["us.conversion"]
    office.act(follow_record, with_child)
    met = office.read(deadline_by_id, row.id)
    assert (met.state, met.on_day, met.decided_by) == ("done", date(2026, 9, 1), "")
    changes = office.act(follow_record, moved(request, FILED)).result
    assert How.REOPENED in {each.how for each in changes}
    assert office.read(deadline_by_id, row.id).state == "open"


def test_a_removed_event_ends_what_followed_from_it(office):
    case = a_case(office)
    entered = office.act(record_event, RecordEvent(case, "disclosure_received", date(2026, 9, 1)))
    (row,) = office.read(deadlines_of_case, case.id, TODAY)
    assert row.legal == date(2026, 11, 30)
    removed = office.act(remove_event, RemoveEvent(entered.result.event_id, "Wrong case")).result
    assert [each.how for each in removed.changes] == [How.ENDED]
    assert office.read(deadlines_of_case, case.id, TODAY, only_open=True) == []
    (ended,) = office.read(deadlines_of_case, case.id, TODAY)
    assert ended.state == "ended"
    assert "taken out" in str(office.read(why_of, ended.id, TODAY).sentence)


def test_waived_has_its_reason_and_name(office):
    deadline = a_deadline(office)
    with pytest.raises(UserError, match="Say why"):
        office.act(waive, Waive(((deadline, 1),), "  "))
    office.act(waive, Waive(((deadline, 1),), "Nobody asks for it"))
    row = office.read(deadline_by_id, deadline)
    assert (row.state, row.reason, row.decided_by) == (
        "waived",
        "Nobody asks for it",
        "Ines Moreau",
    )
    with pytest.raises(UserError, match="decided already"):
        office.act(mark_done, MarkDone(((deadline, None),), "A letter"))
    office.act(reopen_deadline, Reopen(deadline, None, "The sponsor asks"))
    assert office.read(deadline_by_id, deadline).state == "open"


def test_missed_stays_on_record_with_its_remedy(office):
    follow(office, filed=date(2025, 8, 3))
    row = due(office)["us.conversion"]
    assert row.is_overdue(TODAY)
    missed = office.act(mark_missed, MarkMissed(row.id, row.version, "Mail was lost")).result
    assert "Restoration within 2 further months" in str(missed.remedy)
    assert office.read(deadline_by_id, row.id).state == "missed"
    assert "us.conversion" not in due(office)
    assert due(office, states=("missed",))["us.conversion"].reason == "Mail was lost"


def test_what_can_still_be_met_is_not_missed(office):
    deadline = a_deadline(office)
    with pytest.raises(UserError, match="can still be met until 2026-10-01"):
        office.act(mark_missed, MarkMissed(deadline, 1, "Mail"))


def test_many_are_done_at_once_or_none(office):
    one, two = a_deadline(office), a_deadline(office)
    with pytest.raises(Stale):
        office.act(mark_done, MarkDone(((one, 1), (two, 7)), "Letters"))
    assert office.read(deadline_by_id, one).state == "open"
    assert office.act(mark_done, MarkDone(((one, 1), (two, 1)), "Letters")).result == 2
    with pytest.raises(UserError, match="what proves it"):
        office.act(mark_done, MarkDone(((one, None),), ""))
    with pytest.raises(UserError, match="has not come yet"):
        office.act(mark_done, MarkDone(((one, None),), "Letter", date(2026, 9, 15)))
    with pytest.raises(UserError, match="at least one"):
        office.act(mark_done, MarkDone((), "Letter"))


def test_an_extension_goes_up_the_ladder_and_moves_with_the_action(office):
    case = a_case(office)
    subject = Reference("patent", 5)
    facts = {"country": "US", "type": "nonprovisional"}
    told = (Told("filed", date(2025, 1, 6), subject),)
    request = FollowRecord(subject, "patent", "US 17/1", case.id, facts, told, ("patent",))
    office.act(follow_record, request)
    action = RecordEvent(subject, "us.nonfinal", date(2026, 7, 1))
    event = office.act(record_event, action).result.event_id
    row = due(office)["us.reply"]
    assert (row.legal, row.last, row.is_hard, row.is_extendable) == (
        date(2026, 10, 1),
        date(2027, 1, 4),
        False,
        True,
    )
    with pytest.raises(UserError, match="allows 3 months"):
        office.act(extend, Extend(row.id, row.version, "Counsel is ill", 4))
    extended = office.act(extend, Extend(row.id, row.version, "Counsel is ill", 2)).result
    assert extended == date(2026, 12, 1)
    correction = CorrectEvent(event, date(2026, 7, 2), "Mailed on Thursday")
    office.act(correct_event, correction)
    assert due(office)["us.reply"].legal == date(2026, 12, 2)
    with pytest.raises(UserError, match="Choose a day after"):
        office.act(extend, Extend(row.id, None, "Why", to_day=date(2026, 10, 1)))


def test_an_event_that_cannot_be_right_is_refused(office):
    request, _ = follow(office, type="nonprovisional")
    with pytest.raises(UserError, match="happens once"):
        office.act(record_event, RecordEvent(request.subject, "filed.provisional", TODAY))
    office.act(record_event, RecordEvent(request.subject, "filed", date(2026, 9, 1)))
    with pytest.raises(UserError, match="lies before") as refused:
        office.act(record_event, RecordEvent(request.subject, "granted", date(2026, 8, 1)))
    assert refused.value.field == "on_day"
    with pytest.raises(UserError, match="not a kind of event"):
        office.act(record_event, RecordEvent(request.subject, "party", TODAY))
    with pytest.raises(UserError, match="No dates are followed"):
        office.act(record_event, RecordEvent(Reference("patent", 99), "filed", TODAY))
    told = office.read(events_of, request.subject)[0]
    with pytest.raises(UserError, match="comes from another record"):
        office.act(correct_event, CorrectEvent(told.id, TODAY, "Wrong"))


def test_a_country_without_rules_is_said(office):
    subject = Reference("patent", 8)
    request = FollowRecord(subject, "patent", "BR 1", a_case(office).id, {"country": "BR"})
    office.act(follow_record, request)
    entered = office.act(record_event, RecordEvent(subject, "granted", TODAY)).result
    assert "no deadline rules for BR" in str(entered.warnings[0])


def test_what_ended_long_before_it_was_followed_is_not_asked_for(office):
    subject = Reference("patent", 9)
    facts = {"country": "US", "type": "nonprovisional"}
    told = (Told("granted", date(2016, 3, 1), subject),)
    request = FollowRecord(subject, "patent", "US 9,1", a_case(office).id, facts, told, ("patent",))
    office.act(follow_record, request)
    open_now = due(office)
    assert "us.maintenance.1" not in open_now
    assert "us.maintenance.3" in open_now
    assert due(office, states=("ended",))["us.maintenance.1"].legal == date(2019, 9, 3)


def test_a_second_person_checks(office):
    deadline = a_deadline(office)
    office.act(set_setting, SetSetting("second_person", "yes", date(2026, 1, 1)))
    with pytest.raises(UserError, match="a second person checks it"):
        office.act(check_deadlines, CheckDeadlines(((deadline, 1),)))
    office.officer = "Priya Nair"
    office.act(check_deadlines, CheckDeadlines(((deadline, 1),)))
    row = office.read(deadline_by_id, deadline)
    assert (row.checked_by, row.checked_on) == ("Priya Nair", TODAY)


def test_lists_are_filtered_by_person_kind_and_hardness(office):
    request, _ = follow(office)
    other = a_person(office)
    row = due(office)["us.conversion"]
    office.act(reassign, Reassign(((row.id, None),), other))
    assert set(due(office, person_id=other)) == {"us.conversion"}
    assert "us.conversion" not in due(office, person_id=OFFICER_ID)
    assert {each.kind for each in due(office, kind="advice").values()} <= {"advice"}
    assert (
        due(office, is_hard=True, until=date(2026, 10, 9))["us.conversion"].person == "Yuki Tanaka"
    )
    assert (other, "Yuki Tanaka") in office.read(people_due)
    assert office.read(count_due, DeadlineFilter(person_id=other), TODAY) == 1
    assert office.read(next_due_of, [request.case_id])[request.case_id].id == row.id
    assert [
        hit.title for hit in office.read(find, "non-provisional 119 897", kinds=("deadline",))
    ] == ["File non-provisional, PCT or foreign"]
    with pytest.raises(UserError, match="no such person"):
        office.act(reassign, Reassign(((row.id, None),), 999))


def test_why_is_the_arithmetic_with_its_citation(office):
    follow(office, funding_agreement=date(2019, 5, 2))
    row = due(office)["us.conversion"]
    why = office.read(why_of, row.id, TODAY)
    assert "2025-10-10 + 12 months = 2026-10-10, a Saturday" in str(why.sentence)
    assert [str(step.label) for step in why.steps] == ["Event", "+ 12 months", "Weekend", "Holiday"]
    assert why.steps[1].source.startswith("35 USC 119(e)")
    assert "Restoration" in str(why.remedy)
    rows = list(due(office).values())
    assert [each.row.id for each in office.read(whys_of, rows, TODAY)] == [each.id for each in rows]


def test_facts_are_kept_and_taken_out(office):
    request, _ = follow(office)
    funded = {"funding_agreement": date(2020, 1, 1), "wanted": ("US", "EP")}
    office.act(set_facts, SetFacts(request.subject, funded))
    assert office.read(facts_of, request.subject)["wanted"] == ("US", "EP")
    assert "bd.conversion" in due(office)
    changes = office.act(set_facts, SetFacts(request.subject, {"funding_agreement": None})).result
    assert {How.ENDED} == {each.how for each in changes}
    assert "bd.conversion" not in due(office)


def test_a_hand_set_date_is_changed_and_a_computed_one_is_not(office):
    follow(office)
    row = due(office)["us.conversion"]
    change = SetDeadline(row.subject, "Mine", TODAY, deadline_id=row.id, version=row.version)
    with pytest.raises(UserError, match="This date is computed"):
        office.act(set_deadline, change)
    case = a_case(office)
    wrong = SetDeadline(case, "Send", date(2026, 9, 20), safe=date(2026, 9, 21))
    with pytest.raises(UserError, match="lies after the last day"):
        office.act(set_deadline, wrong)
    hand = office.act(set_deadline, SetDeadline(case, "Send", date(2026, 9, 22), step=3)).result
    later = SetDeadline(case, "Send it", date(2026, 9, 23), step=3, deadline_id=hand, version=1)
    office.act(set_deadline, later)
    assert office.read(deadline_by_id, hand).legal == date(2026, 9, 23)
    assert office.read(step_dues, case.id) == {3: date(2026, 9, 23)}


def _portfolio(case_id, count, first=1):
    facts = {"country": "US", "type": "nonprovisional"}
    requests = []
    for number in range(first, first + count):
        subject = Reference("patent", number)
        told = (
            Told("filed", date(2015, 1, 1 + number % 28), subject),
            Told("granted", date(2018, 1, 1 + number % 28), subject),
        )
        request = FollowRecord(
            subject, "patent", f"US {number}", case_id, facts, told, ("patent",), TODAY
        )
        requests.append(request)
    return FollowRecords(tuple(requests))


def _seconds(office, request):
    start = time.perf_counter()
    office.act(follow_records, request)
    return time.perf_counter() - start


@pytest.mark.slow
def test_a_portfolio_is_followed_in_linear_time(office):
    case_id = a_case(office).id
    _seconds(office, _portfolio(case_id, 50, 5_000))  # everything is loaded
    few = _seconds(office, _portfolio(case_id, 300))
    many = _seconds(office, _portfolio(case_id, 1_500, 1_000))
    assert many < 5 * few * 2
    assert office.read(overdue_count, TODAY) == 0


def test_done_enters_the_event_that_starts_what_follows_and_open_again_takes_it_out(office):
    case = a_case(office)
    facts = {"funding_agreement": date(2020, 1, 1)}
    office.act(record_event, RecordEvent(case, "inventor_disclosed", date(2026, 8, 3)))
    office.act(set_facts, SetFacts(case, facts))
    row = due(office)["bd.disclosure"]
    done = MarkDone(((row.id, row.version),), "Confirmation of the agency", date(2026, 9, 10))
    office.act(mark_done, done)
    assert due(office)["bd.election"].legal == date(2028, 9, 8)  # the 10th is a Sunday
    office.act(reopen_deadline, Reopen(row.id, None, "It was another invention"))
    assert "bd.election" not in due(office)
    assert due(office)["bd.disclosure"].id == row.id


def test_a_paid_fee_ends_the_expiry_it_would_have_led_to(office):
    subject = Reference("patent", 5)
    facts = {"country": "US", "type": "nonprovisional"}
    told = (Told("granted", date(2023, 3, 21), subject),)
    request = FollowRecord(
        subject, "patent", "US 11,6", a_case(office).id, facts, told, ("patent",)
    )
    office.act(follow_record, request)
    row = due(office)["us.maintenance.1"]
    office.act(mark_done, MarkDone(((row.id, None),), "Receipt", date(2026, 9, 10)))
    open_now = due(office)
    assert "us.maintenance_expiry.1" not in open_now
    assert "us.maintenance.2" in open_now
