"""Reads of notes and tasks on any record, and of a record's history in the trail."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Text,
    bindparam,
    func,
    literal_column,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from techmgr.core.references import Reference, reference
from techmgr.people.model import Person
from techmgr.storage.audit import AuditChange, AuditEntry
from techmgr.storage.base import every_table
from techmgr.technology.model import Note, Task


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note."""

    id: int
    version: int
    kind: str
    on_day: date
    text: str
    person: str
    initials: str


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Something to do."""

    id: int
    version: int
    subject: Reference
    title: str
    step: int | None
    due: date | None
    person_id: int | None
    person: str
    done_on: date | None


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One action in the trail that changed a record or what belongs to it."""

    entry: int
    at: datetime
    officer: str
    action: str
    reason: str
    undoes: int | None


_NOTES = (
    select(
        Note.id,
        Note.version,
        Note.kind,
        Note.on_day,
        Note.text,
        func.coalesce(Person.name, ""),
        func.coalesce(Person.initials, ""),
    )
    .outerjoin(Person, Person.id == Note.person_id)
    .where(Note.subject == bindparam("subject"))
    .order_by(Note.on_day.desc(), Note.id.desc())
)


def notes_of(session: Session, subject: Reference) -> list[NoteRow]:
    """Return the notes on a record, newest first."""
    rows = session.execute(_NOTES, {"subject": str(subject)})
    return [NoteRow(*row) for row in rows]


_TASKS = (
    select(Task, Person.name)
    .outerjoin(Person, Person.id == Task.person_id)
    .order_by(Task.due.is_(None), Task.due, Task.id)
)
_TASKS_OF = _TASKS.where(Task.subject == bindparam("subject"))
_OPEN_OF = _TASKS_OF.where(Task.done_on.is_(None))
_OPEN_FOR = _TASKS.where(Task.person_id == bindparam("person"), Task.done_on.is_(None))


def tasks_of(session: Session, subject: Reference, *, still_open: bool = False) -> list[TaskRow]:
    """Return the tasks on a record by due day; with `still_open` only those not done."""
    statement = _OPEN_OF if still_open else _TASKS_OF
    return [_task(*row) for row in session.execute(statement, {"subject": str(subject)})]


def tasks_for(session: Session, person_id: int) -> list[TaskRow]:
    """Return a person's open tasks on any record, by due day."""
    return [_task(*row) for row in session.execute(_OPEN_FOR, {"person": person_id})]


def _task(each: Task, name: str | None) -> TaskRow:
    return TaskRow(
        each.id,
        each.version,
        reference(each.subject),
        each.title,
        each.step,
        each.due,
        each.person_id,
        name or "",
        each.done_on,
    )


def history_of(session: Session, record: Reference, limit: int = 500) -> list[HistoryRow]:
    """Return the actions that changed a record or what belongs to it, newest first.

    What belongs to it is found in the catalogue: rows of other tables that name it by key
    (`case_id`) or as their subject.
    """
    touched = [
        (AuditChange.table_name == table) & AuditChange.record_id.in_(ids)
        for table, ids in belonging_to(session, record).items()
    ]
    batches = select(AuditChange.batch).where(or_(*touched))
    rows = session.execute(
        select(
            AuditEntry.number,
            AuditEntry.at,
            AuditEntry.officer,
            AuditEntry.action,
            func.coalesce(AuditEntry.reason, ""),
            AuditEntry.undoes,
        )
        .where(or_(AuditEntry.subject == str(record), AuditEntry.batch.in_(batches)))
        .order_by(AuditEntry.number.desc())
        .limit(limit)
    )
    return [HistoryRow(*row) for row in rows]


def belonging_to(session: Session, record: Reference) -> dict[str, list[int]]:
    """Return by table the ids of a record and of the rows that name it as theirs."""
    found: dict[str, list[int]] = {record.kind: [record.id]}
    values = {"id": record.id, "subject": str(record)}
    for table, number in session.execute(_belonging(record.kind), values):
        found.setdefault(table, []).append(number)
    return found


@cache
def _belonging(kind: str) -> CompoundSelect[str, int]:
    """One statement over every table whose rows name a record of this kind."""
    owner = "case_id" if kind == "technology" else f"{kind}_id"
    parts = []
    for table in every_table():
        conditions = [table.c[owner] == bindparam("id")] if owner in table.c else []
        if "subject" in table.c and not table.name.startswith("audit_"):
            conditions.append(table.c.subject == bindparam("subject"))
        if conditions:
            name: ColumnElement[str] = literal_column(f"'{table.name}'", Text)
            parts.append(select(name, table.c.id).where(or_(*conditions)))
    return union_all(*parts)
