"""Notes and tasks on any record."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, table, text
from sqlalchemy.orm import Session

from techmgr.core.checks import Checks
from techmgr.core.references import Reference, reference
from techmgr.core.texts import say
from techmgr.office.queries import check_listed
from techmgr.people.checking import check_person
from techmgr.storage.base import Record
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Note, Task
from techmgr.technology.recording import officer_id
from techmgr.technology.steps import step_of


@dataclass(frozen=True, slots=True)
class AddNote:
    """A typed note on a record."""

    subject: Reference
    text: str
    kind: str = "note"
    on_day: date | None = None


@dataclass(frozen=True, slots=True)
class EditNote:
    """A note as a whole."""

    note_id: int
    version: int | None
    text: str
    kind: str
    on_day: date


@dataclass(frozen=True, slots=True)
class DeleteNote:
    """A note taken away; the trail keeps it."""

    note_id: int
    version: int | None


@dataclass(frozen=True, slots=True)
class AddTask:
    """Something to do on a record, by somebody, by a day; on a case it may belong to a step."""

    subject: Reference
    title: str
    due: date | None = None
    person_id: int | None = None  # the officer acting when left out
    step: int | None = None


@dataclass(frozen=True, slots=True)
class EditTask:
    """A task as a whole."""

    task_id: int
    version: int | None
    title: str
    due: date | None = None
    person_id: int | None = None
    step: int | None = None


@dataclass(frozen=True, slots=True)
class FinishTask:
    """A task is done, or (`undone`) not done after all."""

    task_id: int
    version: int | None
    on_day: date | None = None
    undone: bool = False


@action(undo=Undo.RESTORE)
def add_note(unit: Unit, request: AddNote) -> int:
    """Write a note on a record and return its id."""
    checks = Checks()
    check_subject(unit.session, checks, request.subject)
    note = Note(subject=str(request.subject), person_id=officer_id(unit))
    written = EditNote(0, None, request.text, request.kind, request.on_day or unit.today)
    _write_note(unit, note, written, checks)
    checks.refuse()
    unit.add(note)
    unit.about(request.subject)
    return note.id


@action(undo=Undo.RESTORE)
def edit_note(unit: Unit, request: EditNote) -> None:
    """Save a note."""
    note = unit.session.get_one(Note, request.note_id)
    unit.claim(note, request.version)
    checks = Checks()
    _write_note(unit, note, request, checks)
    checks.refuse()
    unit.about(reference(note.subject))


@action(undo=Undo.RESTORE)
def delete_note(unit: Unit, request: DeleteNote) -> None:
    """Take a note away."""
    note = unit.session.get_one(Note, request.note_id)
    unit.claim(note, request.version)
    unit.about(reference(note.subject))
    unit.session.delete(note)


def _write_note(unit: Unit, note: Note, request: EditNote, checks: Checks) -> None:
    with unit.session.no_autoflush:  # nothing half checked is written
        note.kind = check_listed(unit.session, checks, "note_kind", request.kind, "kind")
    note.text = checks.text(request.text, "text", say("Write something."))
    checks.day(request.on_day, "on_day")
    note.on_day = request.on_day


@action(undo=Undo.RESTORE)
def add_task(unit: Unit, request: AddTask) -> int:
    """Write down something to do and return its id."""
    checks = Checks()
    check_subject(unit.session, checks, request.subject)
    task = Task(subject=str(request.subject))
    person = request.person_id or officer_id(unit)
    _write_task(
        unit, task, EditTask(0, None, request.title, request.due, person, request.step), checks
    )
    checks.refuse()
    unit.add(task)
    unit.about(request.subject)
    return task.id


@action(undo=Undo.RESTORE)
def edit_task(unit: Unit, request: EditTask) -> None:
    """Save a task."""
    task = unit.session.get_one(Task, request.task_id)
    unit.claim(task, request.version)
    checks = Checks()
    _write_task(unit, task, request, checks)
    checks.refuse()
    unit.about(reference(task.subject))


@action(undo=Undo.RESTORE)
def finish_task(unit: Unit, request: FinishTask) -> None:
    """Mark a task as done on a day (the office's when left out), or as not done."""
    checks = Checks()
    checks.day(request.on_day, "on_day")
    checks.refuse()
    task = unit.session.get_one(Task, request.task_id)
    unit.claim(task, request.version)
    task.done_on = None if request.undone else request.on_day or unit.today
    unit.about(reference(task.subject))


def _write_task(unit: Unit, task: Task, request: EditTask, checks: Checks) -> None:
    with unit.session.no_autoflush:  # nothing half checked is written
        task.person_id = check_person(unit.session, checks, request.person_id, "person_id")
    task.title = checks.line(request.title, "title", say("Say what is to be done."))
    task.due = checks.day(request.due, "due")
    task.step = step_of(request.step) if request.step is not None else None


def check_subject(session: Session, checks: Checks, subject: Reference) -> None:
    """Note a reference to a record that is not there."""
    known = subject.kind in Record.metadata.tables
    there = select(text("1")).select_from(table(subject.kind)).where(text("id = :id"))
    if not known or session.execute(there, {"id": subject.id}).first() is None:
        checks.wrong(say("The record {subject} is not there.", subject=str(subject)), "subject")
