"""Reads of notes and tasks on any record, and of a record's history in the trail."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, or_, select
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


def notes_of(session: Session, subject: Reference) -> list[NoteRow]:
    """Return the notes on a record, newest first."""
    rows = session.execute(
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
        .where(Note.subject == str(subject))
        .order_by(Note.on_day.desc(), Note.id.desc())
    )
    return [NoteRow(*row) for row in rows]


def tasks_of(session: Session, subject: Reference, *, still_open: bool = False) -> list[TaskRow]:
    """Return the tasks on a record by due day; with `still_open` only those not done."""
    return _tasks(session, Task.subject == str(subject), still_open=still_open)


def tasks_for(session: Session, person_id: int) -> list[TaskRow]:
    """Return a person's open tasks on any record, by due day."""
    return _tasks(session, Task.person_id == person_id, still_open=True)


def _tasks(session: Session, chosen: ColumnElement[bool], *, still_open: bool) -> list[TaskRow]:
    statement = select(Task, Person.name).outerjoin(Person, Person.id == Task.person_id)
    if still_open:
        statement = statement.where(Task.done_on.is_(None))
    rows = session.execute(statement.where(chosen).order_by(Task.due.is_(None), Task.due, Task.id))
    return [
        TaskRow(
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
        for each, name in rows
    ]


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
    owner = {"case_id"} if record.kind == "technology" else {f"{record.kind}_id"}
    for table in every_table():
        conditions = [table.c[name] == record.id for name in owner & set(table.columns.keys())]
        if "subject" in table.columns and not table.name.startswith("audit_"):
            conditions.append(table.c.subject == str(record))
        if conditions:
            ids = list(session.scalars(select(table.c.id).where(or_(*conditions))))
            found |= {table.name: ids} if ids else {}
    return found
