"""The list of cases: first page in the list's order, the count after, all rows for an export."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, TextClause, cast, func, select, text, union_all
from sqlalchemy.orm import Session

from techmgr.casefile.queries_rows import CaseRow, case_rows, fiscal_year_on
from techmgr.docket.queries import next_days
from techmgr.ledger.model import Receipt, ReceiptPart
from techmgr.people.model import Organisation, Person
from techmgr.storage import words
from techmgr.storage.search import KINDS, words_table
from techmgr.storage.types import Whole
from techmgr.technology.model import Case, CaseStep, Task

CASE_KIND = 1  # the number of "case" in the search index
_AT_ONCE = 1_000


class Order(StrEnum):
    """What the list can be sorted by; the value is the column's key."""

    NUMBER = "number"
    TITLE = "title"
    RECEIVED = "received"
    STATUS = "status"
    MANAGER = "manager"
    DEPARTMENT = "department"
    NEXT = "next_day"
    INCOME = "income"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What the list shows: words typed, and chosen values. Empty means all."""

    words: str = ""
    statuses: tuple[str, ...] = ()
    manager_id: int | None = None
    received_since: date | None = None
    order: Order = Order.NUMBER
    descending: bool = True
    only_open: bool = False
    step: int | None = None  # cases with this step under way or waiting
    field: str = ""
    type: str = ""
    department_id: int | None = None


def case_page(
    session: Session, chosen: CaseFilter, offset: int, limit: int, today: date
) -> list[CaseRow]:
    """Return one page of the list in its order; dates and income are those of `today`."""
    found = _ordered(session, _chosen(session, chosen), chosen, today)
    ids = list(session.scalars(found.offset(offset).limit(limit)))
    return case_rows(session, ids, today)


def case_count(session: Session, chosen: CaseFilter) -> int:
    """Count the cases the list would show."""
    matching = _matching(session, chosen.words)
    if matching is not None and chosen == _only_words(chosen):
        found = matching.columns(id=Whole).subquery()  # the full text alone knows
    else:
        found = _chosen(session, chosen).subquery()
    return session.scalar(select(func.count()).select_from(found)) or 0


def _only_words(chosen: CaseFilter) -> CaseFilter:
    return CaseFilter(words=chosen.words, order=chosen.order, descending=chosen.descending)


def case_counts(session: Session, filters: Sequence[CaseFilter]) -> list[int]:
    """Count the cases of several lists, such as the saved views."""
    return [case_count(session, each) for each in filters]


def all_cases(session: Session, chosen: CaseFilter, today: date) -> Iterator[CaseRow]:
    """Yield every line of the list in its order, a thousand read at a time."""
    ids = list(session.scalars(_ordered(session, _chosen(session, chosen), chosen, today)))
    for start in range(0, len(ids), _AT_ONCE):
        yield from case_rows(session, ids[start : start + _AT_ONCE], today)


def income_of(session: Session, chosen: CaseFilter, today: date) -> int:
    """Sum the income of the list's cases in the fiscal year of a day, in minor units of the base currency."""
    income = _incomes(session, today).subquery()
    found = _chosen(session, chosen).subquery()
    both = found.join(income, income.c.case_id == found.c.id)
    return int(session.scalar(select(func.sum(income.c.minor)).select_from(both)) or 0)


def _chosen(session: Session, chosen: CaseFilter) -> Select[int]:
    found = select(Case.id)
    if chosen.only_open:
        found = found.where(Case.closed_on.is_(None))
    if chosen.statuses:
        found = found.where(Case.status.in_(chosen.statuses))
    for column, value in (
        (Case.manager_id, chosen.manager_id),
        (Case.department_id, chosen.department_id),
        (Case.field, chosen.field),
        (Case.type, chosen.type),
    ):
        if value:
            found = found.where(column == value)
    if chosen.received_since is not None:
        found = found.where(Case.received >= chosen.received_since)
    if chosen.step is not None:
        going = (CaseStep.step == chosen.step, CaseStep.state.in_(("active", "waiting")))
        found = found.where(Case.id.in_(select(CaseStep.case_id).where(*going)))
    matching = matches(session, chosen.words)
    return found if matching is None else found.where(matching)


def matches(session: Session, typed: str) -> ColumnElement[bool] | None:
    """Return the condition that a case has these word beginnings, or None for no words."""
    matching = _matching(session, typed)
    # Not `Case.id` itself: SQLite would fetch every hit and sort, instead of walking the list's
    # index until the page is full ("s" in 100,000 cases: 185 ms instead of 45).
    return None if matching is None else (Case.id + 0).in_(matching)


def _matching(session: Session, typed: str) -> TextClause | None:
    sqlite = session.get_bind().dialect.name == "sqlite"
    sought = words.match_sqlite(typed) if sqlite else words.match_postgresql(typed)
    if not sought:
        return None
    return text(_SQLITE if sqlite else _POSTGRESQL).bindparams(sought=sought)


# An entry's id is the case's id × 32 + 1 (storage.search).
_TABLE = words_table(CASE_KIND)
_SQLITE = f"SELECT rowid / {KINDS} AS id FROM {_TABLE} WHERE {_TABLE} MATCH :sought"  # noqa: S608 - our own name
_POSTGRESQL = (
    "SELECT record_id AS id FROM search_entry WHERE kind = 'case'"
    " AND words @@ to_tsquery('simple', :sought)"
)


def _ordered(session: Session, found: Select[int], chosen: CaseFilter, today: date) -> Select[int]:
    column: ColumnElement[Any]
    match chosen.order:
        case Order.MANAGER:
            found = found.outerjoin(Person, Person.id == Case.manager_id)
            column = Person.sort_name.expression
        case Order.DEPARTMENT:
            found = found.outerjoin(Organisation, Organisation.id == Case.department_id)
            column = Organisation.name.expression
        case Order.NEXT:
            due = _next_days().subquery()
            found = found.outerjoin(due, due.c.case_id == Case.id)
            column = due.c.due
        case Order.INCOME:
            income = _incomes(session, today).subquery()
            found = found.outerjoin(income, income.c.case_id == Case.id)
            column = income.c.minor
        case _:
            column = getattr(Case, chosen.order.value).expression
    if chosen.order in {Order.NUMBER, Order.TITLE, Order.STATUS}:
        way = column.desc() if chosen.descending else column
    else:  # what is not known stands at the end
        way = column.desc().nulls_last() if chosen.descending else column.nulls_last()
    return found.order_by(way, Case.id.desc() if chosen.descending else Case.id)


def _next_days() -> Select[int, date | None]:
    """The earliest open day of each case: of its tasks, and the safe date of its deadlines."""
    case_id = cast(func.substr(Task.subject, len("technology:") + 1), Whole)
    tasks = select(case_id.label("case_id"), Task.due.label("due")).where(
        Task.done_on.is_(None), Task.due.is_not(None), Task.subject.like("technology:%")
    )
    days = union_all(tasks, next_days()).subquery()
    return select(days.c.case_id, func.min(days.c.due).label("due")).group_by(days.c.case_id)


def _incomes(session: Session, today: date) -> Select[int, int]:
    first, last = fiscal_year_on(session, today)
    return (
        select(ReceiptPart.case_id, func.sum(ReceiptPart.minor).label("minor"))
        .join(Receipt, Receipt.id == ReceiptPart.receipt_id)
        .where(Receipt.reversed_by_id.is_(None), Receipt.received.between(first, last))
        .group_by(ReceiptPart.case_id)
    )
