"""The list of cases: first page in the list's order, the count after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal_column, select, text
from sqlalchemy.orm import Session

from techmgr.people.model import Organisation, Person
from techmgr.storage import words
from techmgr.technology.model import Case, CaseStep

CASE_KIND = 1  # the number of "case" in the search index
_NOT_STARTED = "not_started"


class Order(StrEnum):
    """What the list can be sorted by; every one has an index or is short."""

    NUMBER = "number"
    TITLE = "title"
    RECEIVED = "received"
    STATUS = "status"
    MANAGER = "manager"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What the list shows: words typed, and chosen values. Empty means all."""

    words: str = ""
    statuses: tuple[str, ...] = ()
    manager_id: int | None = None
    received_since: date | None = None
    order: Order = Order.NUMBER
    descending: bool = True


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the list. `steps` holds nine states, step 1 first."""

    id: int
    number: str
    title: str
    manager: str
    initials: str
    department: str
    status: str
    received: date | None
    steps: tuple[str, ...]


def case_page(session: Session, chosen: CaseFilter, offset: int, limit: int) -> list[CaseRow]:
    """Return one page of the list in its order."""
    ids = list(
        session.scalars(_ordered(_chosen(session, chosen), chosen).offset(offset).limit(limit))
    )
    return case_rows(session, ids)


def case_count(session: Session, chosen: CaseFilter) -> int:
    """Count the cases the list would show."""
    found = _chosen(session, chosen).subquery()
    return session.scalar(select(func.count()).select_from(found)) or 0


def case_rows(session: Session, ids: Sequence[int]) -> list[CaseRow]:
    """Return the lines of these cases, in this order."""
    rows = session.execute(
        select(
            Case.id,
            Case.number,
            Case.title,
            Person.name,
            Person.initials,
            Organisation.name,
            Case.status,
            Case.received,
        )
        .outerjoin(Person, Person.id == Case.manager_id)
        .outerjoin(Organisation, Organisation.id == Case.department_id)
        .where(Case.id.in_(ids))
    )
    steps = _steps(session, ids)
    found = {
        row[0]: CaseRow(*row[:3], row[3] or "", row[4] or "", row[5] or "", *row[6:], steps[row[0]])
        for row in rows
    }
    return [found[number] for number in ids if number in found]


def _steps(session: Session, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    states = {number: [_NOT_STARTED] * 9 for number in ids}
    stored = select(CaseStep.case_id, CaseStep.step, CaseStep.state).where(
        CaseStep.case_id.in_(ids)
    )
    for number, step, state in session.execute(stored):
        states[number][step - 1] = state
    return {number: tuple(nine) for number, nine in states.items()}


def _chosen(session: Session, chosen: CaseFilter) -> Select[int]:
    found = select(Case.id)
    if chosen.statuses:
        found = found.where(Case.status.in_(chosen.statuses))
    if chosen.manager_id is not None:
        found = found.where(Case.manager_id == chosen.manager_id)
    if chosen.received_since is not None:
        found = found.where(Case.received >= chosen.received_since)
    matching = matches(session, chosen.words)
    return found if matching is None else found.where(matching)


def matches(session: Session, typed: str) -> ColumnElement[bool] | None:
    """Return the condition that a case has these word beginnings, or None for no words."""
    sqlite = session.get_bind().dialect.name == "sqlite"
    sought = words.match_sqlite(typed) if sqlite else words.match_postgresql(typed)
    if not sought:
        return None
    return Case.id.in_(text(_SQLITE if sqlite else _POSTGRESQL).bindparams(sought=sought))


# An entry's id is the case's id × 32 + 1 (storage.search).
_SQLITE = "SELECT rowid / 32 FROM search_words WHERE search_words MATCH :sought AND rowid % 32 = 1"
_POSTGRESQL = (
    "SELECT record_id FROM search_entry WHERE kind = 'case'"
    " AND words @@ to_tsquery('simple', :sought)"
)


def _ordered(found: Select[int], chosen: CaseFilter) -> Select[int]:
    column: ColumnElement[Any] = {
        Order.NUMBER: Case.number,
        Order.TITLE: Case.title,
        Order.RECEIVED: Case.received,
        Order.STATUS: Case.status,
        Order.MANAGER: literal_column("person.sort_name"),
    }[chosen.order]
    if chosen.order is Order.MANAGER:
        found = found.outerjoin(Person, Person.id == Case.manager_id)
    if chosen.descending:
        return found.order_by(column.desc(), Case.id.desc())
    return found.order_by(column, Case.id)
