"""Notes and tasks on any record, searchable."""

from datetime import date

import pytest
from action_examples.parts import OFFICER_ID, a_case, a_person

from techmgr.core.errors import Problems, UserError
from techmgr.core.references import Reference
from techmgr.storage.search import find
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
from techmgr.technology.queries_notes import history_of, notes_of, tasks_for, tasks_of

DAY = date(2026, 9, 20)


def test_a_note_is_found_with_the_number_of_its_case(office):
    case = a_case(office)
    note = office.act(
        add_note, AddNote(case, "Auscura asked about exclusivity", "call", DAY)
    ).result
    (hit,) = office.read(find, "exclus", kinds=("note",))
    assert (hit.reference, hit.detail) == (Reference("note", note), "26-001")
    (row,) = office.read(notes_of, case)
    assert (row.kind, row.on_day, row.initials) == ("call", DAY, "IM")


def test_a_note_on_a_person_is_kept_with_the_person(office):
    person = Reference("person", a_person(office))
    office.act(add_note, AddNote(person, "=HYPERLINK(1)"))
    assert office.read(notes_of, person)[0].text == "=HYPERLINK(1)"
    assert office.read(find, "hyperlink")[0].detail == str(person)


def test_an_edited_note_is_found_by_its_new_words_and_a_deleted_one_not_at_all(office):
    case = a_case(office)
    note = office.act(add_note, AddNote(case, "First words")).result
    office.act(edit_note, EditNote(note, 1, "Second words", "meeting", DAY))
    assert office.read(find, "first") == []
    assert office.read(find, "second")
    office.act(delete_note, DeleteNote(note, 2))
    assert office.read(find, "second") == []
    assert next(row.action for row in office.read(history_of, case)) == "technology.delete_note"


@pytest.mark.parametrize(
    ("request_", "fields"),
    [
        (
            AddNote(Reference("technology", 99), "", "shout", date(202, 1, 1)),
            {"subject", "text", "kind", "on_day"},
        ),
        (AddNote(Reference("no_such_table", 1), "Words"), {"subject"}),
    ],
)
def test_a_note_that_cannot_be_is_refused(office, request_, fields):
    with pytest.raises(UserError) as refused:
        office.act(add_note, request_)
    problems = refused.value.problems if isinstance(refused.value, Problems) else [refused.value]
    assert {each.field for each in problems} == fields


def test_tasks_are_listed_by_day_until_they_are_done(office):
    case = a_case(office)
    later = office.act(add_task, AddTask(case, "Ask for drawings", date(2026, 10, 1))).result
    sooner = office.act(add_task, AddTask(case, "Call Auscura", DAY, step=5)).result
    office.act(add_task, AddTask(case, "Some day"))
    assert [row.title for row in office.read(tasks_for, OFFICER_ID)] == [
        "Call Auscura",
        "Ask for drawings",
        "Some day",
    ]
    office.act(finish_task, FinishTask(sooner, 1))
    assert next(row.id for row in office.read(tasks_of, case, still_open=True)) == later
    assert office.read(tasks_of, case)[0].done_on == office.today
    office.act(finish_task, FinishTask(sooner, 2, undone=True))
    assert office.read(tasks_of, case)[0].done_on is None
    assert office.read(find, "auscura")[0].kind == "task"


def test_an_edited_task_may_pass_to_somebody_else(office):
    case, other = a_case(office), a_person(office)
    task = office.act(add_task, AddTask(case, "Ask for drawings", DAY)).result
    office.act(edit_task, EditTask(task, 1, "Ask for all drawings", DAY, other, 3))
    (row,) = office.read(tasks_for, other)
    assert (row.title, row.person, row.step) == ("Ask for all drawings", "Yuki Tanaka", 3)
    with pytest.raises(Problems):
        office.act(edit_task, EditTask(task, 2, "", date(202, 1, 1), 99))
