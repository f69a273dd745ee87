"""Examples of what an officer can do with events and deadlines."""

from datetime import date

from action_examples import example
from action_examples.parts import a_case, a_person
from techmgr.core.references import Reference
from techmgr.docket.actions import (
    CorrectEvent,
    RecomputeAll,
    RecordEvent,
    RemoveEvent,
    SetFacts,
    correct_event,
    recompute_all,
    record_event,
    remove_event,
    set_facts,
)
from techmgr.docket.actions_calendars import (
    ConfirmYear,
    KeepDay,
    RemoveDay,
    TakeCalendar,
    confirm_year,
    keep_day,
    remove_day,
    take_calendar,
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
from techmgr.docket.actions_rules import (
    KeepRule,
    RemoveRule,
    TakeRules,
    keep_rule,
    remove_rule,
    take_rules,
)
from techmgr.docket.following import (
    FollowRecord,
    FollowRecords,
    Told,
    follow_record,
    follow_records,
)
from techmgr.office.actions import SetSetting, set_setting

FILED = date(2025, 10, 10)


def a_provisional(office, number=1, filed=FILED, **facts) -> FollowRecord:
    """What a right tells about a provisional filed in the United States."""
    subject = Reference("patent", number)
    facts = {"country": "US", "type": "provisional", **facts}
    told = (Told("filed.provisional", filed, subject),)
    case_id = a_case(office).id
    return FollowRecord(subject, "patent", "US 63/897,214", case_id, facts, told, ("patent",))


def a_deadline(office, legal=date(2026, 10, 1)) -> int:
    case = a_case(office)
    return office.act(set_deadline, SetDeadline(case, "Answer the reviewers", legal)).result


def an_event(office) -> int:
    request = RecordEvent(a_case(office), "disclosure_received", date(2026, 9, 1))
    return office.act(record_event, request).result.event_id


@example(follow_record)
def _(office):
    return a_provisional(office)


@example(follow_records)
def _(office):
    return FollowRecords((a_provisional(office), a_provisional(office, 2, date(2026, 1, 5))))


@example(record_event)
def _(office):
    return RecordEvent(a_case(office), "disclosure_received", date(2026, 9, 1))


@example(correct_event)
def _(office):
    return CorrectEvent(an_event(office), date(2026, 9, 3), "It came on Thursday")


@example(remove_event)
def _(office):
    return RemoveEvent(an_event(office), "Entered at the wrong case")


@example(set_facts)
def _(office):
    request = a_provisional(office)
    office.act(follow_record, request)
    return SetFacts(request.subject, {"funding_agreement": date(2019, 5, 2)})


@example(recompute_all)
def _(office):
    """90 days end on Thanksgiving; the office then works by a calendar that does not know it."""
    office.act(record_event, RecordEvent(a_case(office), "disclosure_received", date(2026, 8, 28)))
    office.act(set_setting, SetSetting("calendar", "weekends", date(2026, 9, 1)))
    return RecomputeAll()


@example(set_deadline)
def _(office):
    return SetDeadline(a_case(office), "Answer the reviewers", date(2026, 10, 4), step=3)


@example(mark_done)
def _(office):
    return MarkDone(((a_deadline(office), 1),), "Letter of 10 September", date(2026, 9, 10))


@example(waive)
def _(office):
    return Waive(((a_deadline(office), 1),), "Nobody asks for it any more")


@example(mark_missed)
def _(office):
    return MarkMissed(a_deadline(office, date(2026, 9, 1)), 1, "The letter went to the old address")


@example(reopen_deadline)
def _(office):
    deadline = a_deadline(office)
    office.act(waive, Waive(((deadline, 1),), "Nobody asks for it"))
    return Reopen(deadline, 2, "The sponsor does")


@example(extend)
def _(office):
    return Extend(a_deadline(office), 1, "They gave us two weeks", to_day=date(2026, 10, 15))


@example(check_deadlines)
def _(office):
    return CheckDeadlines(((a_deadline(office), 1),))


@example(reassign)
def _(office):
    return Reassign(((a_deadline(office), 1),), a_person(office))


A_RULE = """[[rule]]
code = "own.translate"
title = "Ask for the translation"
trigger = "filed.provisional"
months = 8
citation = "Office rule of 2026"
kind = "office"
"""
A_CALENDAR = """code = "sg"
title = "IPOS"
base = "SG"
covered = [[2026, 2026]]
closed = [{ day = 2026-09-15, name = "Closed", source = "Practice direction" }]
"""


def a_rule(office) -> int:
    (rule_id,) = office.act(keep_rule, KeepRule(A_RULE, "As agreed")).result.rule_ids
    return rule_id


def a_day(office, day=date(2026, 10, 9)) -> None:
    office.act(keep_day, KeepDay("us", day, "closed", "Storm", "Executive Order"))


@example(keep_rule)
def _(office):
    office.act(follow_record, a_provisional(office))
    return KeepRule(A_RULE, "As agreed with counsel")


@example(take_rules)
def _(office):
    office.act(follow_record, a_provisional(office))
    return TakeRules("ours.toml", A_RULE, "From the other office")


@example(remove_rule)
def _(office):
    office.act(follow_record, a_provisional(office))
    return RemoveRule(a_rule(office), 1, "Not needed any more")


@example(keep_day)
def _(office):
    office.act(follow_record, a_provisional(office))
    return KeepDay("us", date(2026, 10, 13), "closed", "Storm", "Executive Order")


@example(remove_day)
def _(office):
    a_day(office)
    return RemoveDay(1, 1, "It was another day")


@example(confirm_year)
def _(office):
    return ConfirmYear("ep", 2026, "Official Journal 2025")


@example(take_calendar)
def _(office):
    return TakeCalendar("sg.toml", A_CALENDAR, "For the new filings there")
