"""Steps by hand and by decision: wait, waive, resume, plan, decide; tasks make them due."""

from datetime import date

import pytest
from action_examples.parts import a_case

from techmgr.core.errors import Problems, UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say, words
from techmgr.storage.unit import Undo, action
from techmgr.technology.actions import CaseFields, EditCase, edit_case
from techmgr.technology.actions_notes import AddTask, add_task
from techmgr.technology.actions_steps import (
    Decide,
    PlanStep,
    ResumeStep,
    WaitStep,
    WaiveStep,
    decide,
    plan_step,
    resume_step,
    wait_step,
    waive_step,
)
from techmgr.technology.queries import case_head, decisions_of, happenings_of, steps_of
from techmgr.technology.recording import begin_step, has_ended, record, set_step
from techmgr.technology.steps import State, Step

WHY = "Data are missing"


def step(office, case, number):
    return office.read(steps_of, case.id, office.today)[number - 1]


def decided(office, case, kind, outcome):
    office.act(decide, Decide(case.id, kind, outcome, "Two firms asked", "Search of 2 June"))


def test_a_case_always_has_nine_steps(office):
    rows = office.read(steps_of, a_case(office).id, office.today)
    assert [row.step for row in rows] == list(Step)
    assert {row.state for row in rows} == {State.DONE, State.NOT_STARTED}


def test_a_step_waits_and_goes_on(office):
    case = a_case(office)
    office.act(wait_step, WaitStep(case.id, 3, WHY, date(2026, 9, 1)))
    waits = step(office, case, 3)
    assert (waits.state, waits.reason, waits.since) == (State.WAITING, WHY, date(2026, 9, 1))
    office.act(resume_step, ResumeStep(case.id, 3, "Data are here"))
    assert step(office, case, 3).state is State.NOT_STARTED
    with pytest.raises(UserError, match="does not wait"):
        office.act(resume_step, ResumeStep(case.id, 3, "Again"))
    told = [str(each.text) for each in office.read(happenings_of, case.id)]
    assert "Assessment waits: Data are missing" in told


def test_a_step_under_way_is_under_way_again_after_waiting(office):
    case = a_case(office)

    @action(undo=Undo.RESTORE)
    def begin(unit, request):
        begin_step(unit, case.id, request)
        begin_step(unit, case.id, request, summary=say("In force"))
        assert not has_ended(unit, case.id, request)

    try:
        office.act(begin, Step.PROTECTION)
    finally:
        forget(begin)
    assert str(step(office, case, 4).summary) == "In force"
    office.act(waive_step, WaiveStep(case.id, 4, "Published"))
    assert step(office, case, 4).state is State.WAIVED
    office.act(resume_step, ResumeStep(case.id, 4, "Not public after all"))
    assert step(office, case, 4).state is State.ACTIVE


def forget(test_action):
    from techmgr.storage.unit import ACTIONS

    ACTIONS.pop(test_action.kind.name)


@pytest.mark.parametrize(("act", "request_"), [(wait_step, WaitStep), (waive_step, WaiveStep)])
def test_waiting_and_waiving_owe_a_reason(office, act, request_):
    case = a_case(office)
    with pytest.raises(UserError) as refused:
        office.act(act, request_(case.id, 3, " "))
    assert refused.value.field == "reason"
    with pytest.raises(UserError, match="steps 1 to 9"):
        office.act(act, request_(case.id, 10, WHY))


def test_only_a_step_that_has_not_started_is_planned(office):
    case = a_case(office)
    office.act(plan_step, PlanStep(case.id, 5, date(2026, 10, 1)))
    assert step(office, case, 5).state is State.PLANNED
    with pytest.raises(UserError, match="Docketing has started"):
        office.act(plan_step, PlanStep(case.id, 2, date(2026, 10, 1)))


@pytest.mark.parametrize(
    ("kind", "outcome", "number", "state"),
    [
        ("assessment", "pursue", 3, State.DONE),
        ("assessment", "not_pursue", 3, State.DONE),
        ("assessment", "defer", 3, State.WAITING),
        ("filing", "file", 4, State.PLANNED),
        ("filing", "not_file", 4, State.WAIVED),
        ("maintenance", "drop", 4, State.WAIVED),
        ("maintenance", "keep", 4, State.ACTIVE),
        ("licensing", "exclusive", 3, State.NOT_STARTED),
    ],
)
def test_a_decision_sets_its_step(office, kind, outcome, number, state):
    case = a_case(office)
    decided(office, case, kind, outcome)
    assert step(office, case, number).state is state
    (row,) = office.read(decisions_of, case.id)
    assert (row.kind, row.outcome, row.person, row.evidence) == (
        kind,
        outcome,
        "Ines Moreau",
        "Search of 2 June",
    )


def test_a_case_to_pursue_has_that_status_unless_it_is_further(office):
    case = a_case(office)
    decided(office, case, "assessment", "pursue")
    assert office.read(case_head, case.id).status == "pursued"
    office.act(edit_case, EditCase(case.id, None, CaseFields("Sensor", status="licensed")))
    decided(office, case, "assessment", "pursue")
    assert office.read(case_head, case.id).status == "licensed"


def test_the_outcome_is_shown_in_each_language(office):
    case = a_case(office)
    decided(office, case, "assessment", "pursue")
    summary = step(office, case, 3).summary
    assert (words(summary, "en"), words(summary, "zh_CN")) == ("Pursue", "推进")


def test_a_decision_to_file_does_not_set_a_running_protection_back(office):
    case = a_case(office)
    decided(office, case, "maintenance", "keep")
    decided(office, case, "filing", "file")
    assert step(office, case, 4).state is State.ACTIVE


def test_a_decision_owes_its_reasons_and_known_words(office):
    case = a_case(office)
    with pytest.raises(Problems) as refused:
        office.act(
            decide, Decide(case.id, "whim", "maybe", "", on_day=date(202, 1, 1), person_id=99)
        )
    named = {each.field for each in refused.value.problems}
    assert named == {"kind", "outcome", "reasons", "on_day", "person_id"}


def test_a_task_makes_its_step_due_and_a_deadline_from_above_too(office):
    case = a_case(office)
    office.act(add_task, AddTask(case, "Ask for the drawings", date(2026, 9, 20), step=3))
    row = step(office, case, 3)
    assert (row.state, row.stored, row.due) == (
        State.DUE_SOON,
        State.NOT_STARTED,
        date(2026, 9, 20),
    )
    rows = office.read(steps_of, case.id, office.today, {3: date(2026, 9, 1)})
    assert rows[2].state is State.OVERDUE


def test_a_happening_names_where_it_came_from(office):
    case = a_case(office)

    @action(undo=Undo.RESTORE)
    def happen(unit, request):
        set_step(unit, case.id, 6, State.ACTIVE, summary=say("1 variance"))
        record(
            unit,
            case.id,
            unit.today,
            6,
            "money",
            say("Received {amount}", amount="63,451.85"),
            request,
        )

    try:
        office.act(happen, Reference("receipt", 4))
    finally:
        forget(happen)
    newest = office.read(happenings_of, case.id)[0]
    assert (str(newest.text), newest.source, newest.initials) == (
        "Received 63,451.85",
        Reference("receipt", 4),
        "IM",
    )
    assert step(office, case, 6).started == office.today
