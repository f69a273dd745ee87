"""Examples of what an officer can do with cases, notes and tasks."""

from datetime import date
from fractions import Fraction

from action_examples import example
from action_examples.parts import a_case, a_person, an_organisation
from techmgr.technology.actions import (
    CaseFields,
    CloseCase,
    EditCase,
    HandOverCase,
    RegisterCase,
    ReopenCase,
    close_case,
    edit_case,
    hand_over,
    register_case,
    reopen_case,
)
from techmgr.technology.actions_notes import (
    AddNote,
    AddTask,
    DeleteNote,
    EditNote,
    EditTask,
    FinishTask,
    add_note,
    add_task,
    delete_note,
    edit_note,
    edit_task,
    finish_task,
)
from techmgr.technology.actions_owners import (
    AnswerTitle,
    HoldTitle,
    OfferTitle,
    SetCoOwners,
    answer_title,
    hold_title,
    offer_title,
    set_co_owners,
)
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
from techmgr.technology.owners import OwnerShare

DAY = date(2026, 9, 1)


def a_note(office) -> int:
    return office.act(add_note, AddNote(a_case(office), "Called back")).result


def a_task(office) -> int:
    return office.act(add_task, AddTask(a_case(office), "Ask for the drawings", DAY)).result


@example(register_case)
def _(office):
    return RegisterCase(CaseFields("Infrasonic stethoscope", "Signals", keywords="heart", trl=8))


@example(edit_case)
def _(office):
    return EditCase(a_case(office).id, 1, CaseFields("Virtual sensor", status="assessing"))


@example(hand_over)
def _(office):
    return HandOverCase(a_case(office).id, 1, a_person(office), "Ines is on leave")


@example(close_case)
def _(office):
    return CloseCase(a_case(office).id, 1, "Nobody wants it")


@example(reopen_case)
def _(office):
    case = a_case(office).id
    office.act(close_case, CloseCase(case, 1, "Nobody wants it"))
    return ReopenCase(case, 2, "Somebody does")


@example(set_co_owners)
def _(office):
    case, others = a_case(office).id, (OwnerShare(an_organisation(office), Fraction(1, 3)),)
    office.act(set_co_owners, SetCoOwners(case, 1, DAY, Fraction(2, 3), others))
    return SetCoOwners(case, 2, date(2026, 9, 10), Fraction(1), ())


@example(hold_title)
def _(office):
    return HoldTitle(a_case(office).id, an_organisation(office), DAY)


@example(offer_title)
def _(office):
    return OfferTitle(a_case(office).id, an_organisation(office, "National agency", "agency"), DAY)


@example(answer_title)
def _(office):
    offer = OfferTitle(a_case(office).id, an_organisation(office, "National agency", "agency"), DAY)
    return AnswerTitle(office.act(offer_title, offer).result, "taken")


@example(wait_step)
def _(office):
    return WaitStep(a_case(office).id, 3, "Data are missing")


@example(waive_step)
def _(office):
    return WaiveStep(a_case(office).id, 4, "Published: too late to file")


@example(resume_step)
def _(office):
    case = a_case(office).id
    office.act(wait_step, WaitStep(case, 3, "Data are missing"))
    return ResumeStep(case, 3, "Data are here")


@example(plan_step)
def _(office):
    return PlanStep(a_case(office).id, 5, date(2026, 10, 1))


@example(decide)
def _(office):
    return Decide(a_case(office).id, "assessment", "pursue", "Novel, and two firms asked", "Search")


@example(add_note)
def _(office):
    return AddNote(a_case(office), "Called back", "call")


@example(edit_note)
def _(office):
    return EditNote(a_note(office), 1, "Called back twice", "call", DAY)


@example(delete_note)
def _(office):
    return DeleteNote(a_note(office), 1)


@example(add_task)
def _(office):
    return AddTask(a_case(office), "Ask for the drawings", DAY, step=3)


@example(edit_task)
def _(office):
    return EditTask(a_task(office), 1, "Ask for all drawings", DAY)


@example(finish_task)
def _(office):
    return FinishTask(a_task(office), 1)
