"""What is searched of cases, notes and tasks."""

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    case,
    cast,
    column,
    func,
    literal,
    select,
    table,
)

from techmgr.intake.model import ImportedText
from techmgr.people.model import Person
from techmgr.storage.search import Searched, searched
from techmgr.storage.types import Whole
from techmgr.technology.model import Case, Note, Task

# Inventors stand above this part: their tables are named here as text only.
_DISCLOSURE = table("disclosure", column("id"), column("case_id"))
_INVENTOR = table("inventor", column("disclosure_id"), column("person_id"))


def _cases() -> Select[int, str, str, str]:
    """A case is found by its numbers, words, manager, inventors and what was imported with it."""
    imported = (
        select(func.aggregate_strings(ImportedText.text, " "))
        .where(ImportedText.subject == literal("technology:") + cast(Case.id, Note.text.type))
        .correlate(Case)
        .scalar_subquery()
    )
    manager = select(Person.name).where(Person.id == Case.manager_id).correlate(Case)
    inventors = (
        select(func.aggregate_strings(Person.name, " "))
        .select_from(_INVENTOR)
        .join(_DISCLOSURE, _DISCLOSURE.c.id == _INVENTOR.c.disclosure_id)
        .join(Person, Person.id == _INVENTOR.c.person_id)
        .where(_DISCLOSURE.c.case_id == Case.id)
        .correlate(Case)
        .scalar_subquery()
    )
    words = _together(
        Case.number,
        Case.foreign_number,
        Case.title,
        Case.abstract,
        Case.keywords,
        manager.scalar_subquery(),
        inventors,
        imported,
    )
    return select(
        Case.id,
        (Case.number + "  " + Case.title).label("title"),
        Case.status.label("detail"),
        words,
    )


def _notes() -> Select[int, str, str, str]:
    """A note is found by its text, and shown with the number of its case."""
    detail = _number_of(Note.subject)
    title = func.substr(Note.text, 1, 120).label("title")
    return select(Note.id, title, detail, _together(Note.text)).outerjoin(
        Case, Case.id == _case_of(Note.subject)
    )


def _tasks() -> Select[int, str, str, str]:
    """A task is found by its title, and shown with the number of its case."""
    detail = _number_of(Task.subject)
    return select(Task.id, Task.title, detail, _together(Task.title)).outerjoin(
        Case, Case.id == _case_of(Task.subject)
    )


def _case_of(subject: Any) -> ColumnElement[int]:
    number = cast(func.substr(subject, len("technology:") + 1), Whole)
    return case((func.substr(subject, 1, len("technology:")) == "technology:", number))


def _number_of(subject: Any) -> ColumnElement[str]:
    return func.coalesce(Case.number, subject).label("detail")


def _together(*parts: Any) -> ColumnElement[str]:
    joined: ColumnElement[str] = literal("")
    for part in parts:
        joined = joined + " " + func.coalesce(part, "")
    return joined.label("words")


# An action that takes an inventor out saves the disclosure; a merge changes the inventor alone.
_OF_INVENTORS = "SELECT d.case_id FROM disclosure d JOIN inventor i ON i.disclosure_id = d.id"
_OF_MANAGERS = "SELECT id FROM technology WHERE manager_id IN ({changed})"

searched(
    Searched(
        "case",
        1,
        _cases,
        {
            "technology": "id",
            "imported_text": "subject",
            "disclosure": "case_id",
            "inventor": f"{_OF_INVENTORS} WHERE i.id IN ({{changed}})",
            "person": f"{_OF_MANAGERS} UNION {_OF_INVENTORS} WHERE i.person_id IN ({{changed}})",
        },
    )
)
searched(Searched("note", 5, _notes, {"note": "id"}))
searched(Searched("task", 12, _tasks, {"task": "id"}))
