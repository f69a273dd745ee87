"""The lines of the list of cases: what each shows, computed for the cases of one page only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from techmgr.core.days import add_years, fiscal_year
from techmgr.core.money import Money
from techmgr.core.texts import Text
from techmgr.docket.queries import DeadlineRow, open_of_cases
from techmgr.ledger.model import Receipt, ReceiptPart
from techmgr.office.queries import settings_on
from techmgr.office.settings import OfficeSettings
from techmgr.people.model import Organisation, Person
from techmgr.technology.model import Case, CaseStep, Task
from techmgr.technology.steps import State, shown


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of the list. `steps` holds nine states as shown on the day, step 1 first.

    `next_day` is the earliest open date of the case, `next_state` due_soon, overdue or empty;
    `income` is that of the fiscal year in the base currency, None without any.
    """

    id: int
    number: str
    title: str
    type: str
    field: str
    manager: str
    initials: str
    department: str
    status: str
    received: date | None
    steps: tuple[str, ...]
    next_day: date | None
    next_what: Text | str
    next_state: str
    income: Money | None


@dataclass(frozen=True, slots=True)
class DueRow:
    """A date a case has open: what for, the step it belongs to, who is on it."""

    day: date
    what: Text | str
    step: int | None
    person: str
    reference: str
    detail: str = ""


def fiscal_year_on(session: Session, day: date) -> tuple[date, date]:
    """Return first and last day of the fiscal year a day lies in, by the office's setting."""
    return fiscal_year_of(settings_on(session, day), day)


def fiscal_year_of(settings: OfficeSettings, day: date) -> tuple[date, date]:
    """Return first and last day of the fiscal year a day lies in, by settings that were read."""
    month, last_day = settings.fiscal_year_end
    year = fiscal_year(day, month, last_day)
    last = date(year, month, last_day)
    return add_years(last, -1) + timedelta(days=1), last


def case_rows(session: Session, ids: Sequence[int], today: date) -> list[CaseRow]:
    """Return the lines of these cases, in this order."""
    settings = settings_on(session, today)
    due = due_of(session, ids)
    income = _income(session, ids, *fiscal_year_of(settings, today))
    steps = _steps(session, ids)
    found: dict[int, CaseRow] = {}
    for row in _cases(session, ids):
        dates = due.get(row.id, [])
        day, what, state = _next(dates, today, settings.soon_days)
        minor = income.get(row.id)
        found[row.id] = CaseRow(
            id=row.id,
            number=row.number,
            title=row.title,
            type=row.type,
            field=row.field,
            manager=row.manager or "",
            initials=row.initials or "",
            department=row.department or "",
            status=row.status,
            received=row.received,
            steps=_shown(steps[row.id], dates, today, settings.soon_days),
            next_day=day,
            next_what=what,
            next_state=state,
            income=None if minor is None else Money(minor, settings.base_currency),
        )
    return [found[number] for number in ids if number in found]


def _cases(session: Session, ids: Sequence[int]) -> Iterable[Any]:
    return session.execute(
        select(
            Case.id,
            Case.number,
            Case.title,
            Case.type,
            Case.field,
            Person.name.label("manager"),
            Person.initials,
            Organisation.name.label("department"),
            Case.status,
            Case.received,
        )
        .outerjoin(Person, Person.id == Case.manager_id)
        .outerjoin(Organisation, Organisation.id == Case.department_id)
        .where(Case.id.in_(ids))
    )


_OPEN_TASKS = (
    select(Task.subject, Task.due, Task.title, Task.step, Person.name, Task.id)
    .outerjoin(Person, Person.id == Task.person_id)
    .where(
        Task.subject.in_(bindparam("subjects", expanding=True)),
        Task.done_on.is_(None),
        Task.due.is_not(None),
    )
)


def due_of(session: Session, ids: Sequence[int]) -> dict[int, list[DueRow]]:
    """Return the open dates of these cases, tasks and deadlines, the earliest first.

    A deadline stands on its safe date; its detail names the record and who answers for it.
    """
    subjects = [f"technology:{number}" for number in ids]
    tasks = session.execute(_OPEN_TASKS, {"subjects": subjects})
    found: dict[int, list[DueRow]] = {}
    for subject, day, title, step, person, task_id in tasks:
        assert day is not None, "asked for above"
        row = DueRow(day, title, step, person or "", f"task:{task_id}")
        found.setdefault(int(subject.partition(":")[2]), []).append(row)
    for number, deadlines in open_of_cases(session, ids).items():
        found.setdefault(number, []).extend(_deadline(row) for row in deadlines)
    for rows in found.values():
        rows.sort(key=lambda row: row.day)
    return found


def _deadline(row: DeadlineRow) -> DueRow:
    detail = " · ".join(filter(None, (row.record, row.person)))
    return DueRow(row.safe, row.title, row.step, row.person, f"deadline:{row.id}", detail)


def _steps(session: Session, ids: Sequence[int]) -> dict[int, list[State]]:
    states = {number: [State.NOT_STARTED] * 9 for number in ids}
    stored = select(CaseStep.case_id, CaseStep.step, CaseStep.state)
    for number, step, state in session.execute(stored.where(CaseStep.case_id.in_(ids))):
        states[number][step - 1] = State(state)
    return states


def _shown(
    stored: Sequence[State], dates: Sequence[DueRow], today: date, soon_days: int
) -> tuple[str, ...]:
    first = {row.step: row.day for row in reversed(dates) if row.step is not None}
    return tuple(
        shown(state, first.get(step), today, soon_days).value
        for step, state in enumerate(stored, start=1)
    )


def _next(
    dates: Sequence[DueRow], today: date, soon_days: int
) -> tuple[date | None, Text | str, str]:
    if not dates:
        return None, "", ""
    first = dates[0]
    state = shown(State.PLANNED, first.day, today, soon_days)
    return first.day, first.what, "" if state is State.PLANNED else state.value


def _income(session: Session, ids: Sequence[int], first: date, last: date) -> dict[int, int]:
    rows = session.execute(
        select(ReceiptPart.case_id, func.sum(ReceiptPart.minor))
        .join(Receipt, Receipt.id == ReceiptPart.receipt_id)
        .where(ReceiptPart.case_id.in_(ids), Receipt.reversed_by_id.is_(None))
        .where(Receipt.received.between(first, last))
        .group_by(ReceiptPart.case_id)
    )
    return {case_id: int(minor) for case_id, minor in rows}
