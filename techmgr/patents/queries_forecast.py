"""Reads of coming costs: fees, budgets, and the forecast out of the docket's open deadlines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.core.days import add_years, fiscal_year
from techmgr.core.money import Money
from techmgr.core.texts import say
from techmgr.docket.queries import DeadlineFilter, DeadlineRow, due_within
from techmgr.ledger.booking import convert
from techmgr.ledger.model import ExchangeRate, Expense
from techmgr.ledger.queries import rate_on
from techmgr.ledger.queries_costs import payers_on
from techmgr.office.queries import settings_on
from techmgr.patents.costs import OFFICE, Bearer, parts_of_line
from techmgr.patents.fees import (
    KINDS,
    Fee,
    Owed,
    entered_country,
    entry_rules,
    fee_on,
    fee_owed,
    shipped_fees,
)
from techmgr.patents.forecast import Budget, Coming
from techmgr.patents.model import Right, RightLink
from techmgr.patents.model_costs import CostBudget, FeeEstimate
from techmgr.patents.queries import cases_of_right
from techmgr.people.model import Organisation
from techmgr.technology.model import Case

YEARS_AHEAD = 3
_ENTRY = Owed("national_phase", 0)


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A fee as the list shows it; `id` is None for those that ship with the program."""

    id: int | None
    fee: Fee
    remark: str


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is coming until a day, and how it stands against the budgets of its fiscal years."""

    until: date
    currency: str
    year_end: tuple[int, int]
    items: tuple[Coming, ...]
    budgets: tuple[Budget, ...]


@dataclass(frozen=True, slots=True)
class _Due:
    """A deadline with the right that owes its fee and the fee it owes."""

    row: DeadlineRow
    right: Right
    owed: Owed
    country: str


def fee_rows(session: Session) -> list[FeeRow]:
    """Return the office's estimates and the schedules that ship, by country, kind, number and day."""
    own = [
        FeeRow(each.id, _fee(each), each.remark) for each in session.scalars(select(FeeEstimate))
    ]
    shipped = [FeeRow(None, fee, "") for fee in shipped_fees()]
    return sorted(
        [*own, *shipped],
        key=lambda row: (
            row.fee.country,
            row.fee.kind,
            row.fee.number,
            -row.fee.valid_from.toordinal(),
            -row.fee.amount.minor,
        ),
    )


def _fee(each: FeeEstimate) -> Fee:
    return Fee(
        each.country,
        each.kind,
        each.number,
        each.size,
        Money(each.minor, each.currency),
        each.valid_from,
        say("The office's own estimate").message,
        is_own=True,
    )


def forecast(session: Session, today: date, until: date | None = None) -> Forecast:
    """Return what open deadlines of rights will cost until a day (three fiscal years when left out).

    Overdue ones are among them. A fee nobody has entered has no amount; it is never nothing.
    """
    settings = settings_on(session, today)
    end, currency = settings.fiscal_year_end, settings.base_currency
    last = until or _last_of(fiscal_year(today, *end) + YEARS_AHEAD - 1, end)
    fees = [row.fee for row in fee_rows(session)]
    rates: dict[str, tuple[Fraction, date] | None] = {}
    items = [
        part
        for due in _dues(session, today, last)
        for part in _parts(session, due, fees, rates, (currency, today))
    ]
    items.sort(key=lambda each: (each.day, each.right, each.case_number, each.payer))
    return Forecast(last, currency, end, tuple(items), tuple(_budgets(session, items, today, last)))


def _last_of(year: int, end: tuple[int, int]) -> date:
    month, day = end
    return date(year, month, min(day, 28) if month == 2 else day)


def _dues(session: Session, today: date, until: date) -> Iterator[_Due]:
    rows = [
        row
        for row in due_within(session, DeadlineFilter(until=until), today)
        if row.subject.kind == Right.__tablename__ and row.is_duty
    ]
    ids = {row.subject.id for row in rows}
    rights = {right.id: right for right in session.scalars(select(Right)) if right.id in ids}
    for row in rows:
        right = rights.get(row.subject.id)
        if right is not None and (owed := fee_owed(row.rule)):
            yield _Due(row, right, owed, right.country)
    yield from _entries(session, rows, rights)


def _entries(
    session: Session, rows: Sequence[DeadlineRow], rights: Mapping[int, Right]
) -> Iterator[_Due]:
    """Yield the entries into countries: of filings that are planned, and of countries wanted."""
    by_rule = {(row.subject.id, row.rule): row for row in rows}
    planned = (
        select(Right, RightLink.earlier_id)
        .join(RightLink, RightLink.right_id == Right.id)
        .where(Right.filed.is_(None), Right.granted.is_(None), Right.is_followed.is_(True))
        .order_by(Right.id, RightLink.id)
    )
    told = set()
    for right, earlier_id in session.execute(planned):
        rules = (by_rule.get((earlier_id, rule)) for rule in entry_rules(right.country))
        if row := next(filter(None, rules), None):
            told.add((earlier_id, right.country))
            yield _Due(row, right, _ENTRY, right.country)
    for (right_id, rule), row in by_rule.items():
        country = entered_country(rule)
        if country and right_id in rights and (right_id, country) not in told:
            yield _Due(row, rights[right_id], _ENTRY, country)


def _parts(
    session: Session,
    due: _Due,
    fees: Sequence[Fee],
    rates: dict[str, tuple[Fraction, date] | None],
    base: tuple[str, date],
) -> Iterator[Coming]:
    row, right = due.row, due.right
    fee = fee_on(fees, due.country, due.owed, right.entity_size, row.legal)
    minor = fee.amount.minor if fee else 1_000_000
    code = fee.amount.currency if fee else base[0]
    shares = [
        (case_id, share) for case_id, _, share in cases_of_right(session, right.id, row.legal)
    ]
    bearers = {case_id: _bearers(session, case_id, row.legal) for case_id, _ in shares}
    if code not in rates:
        rates[code] = _rate(session, code, base)
    rate = rates[code]
    for part in parts_of_line(minor, minor, shares, bearers):
        own = Money(part.minor, code)
        case = session.get_one(Case, part.case_id)
        bearer = part.bearer
        yield Coming(
            row.id,
            row.legal,
            row.safe,
            KINDS[due.owed.kind],
            due.owed.kind,
            due.owed.number,
            due.country,
            right.entity_size,
            right.id,
            _label(right),
            part.case_id,
            case.number,
            case.title,
            bearer.payer,
            _name(session, bearer.organisation_id),
            dict(shares)[part.case_id] * bearer.share,
            fee,
            own if fee else None,
            convert(own, rate[0], base[0]) if fee and rate else None,
            rate[0] if rate and code != base[0] else None,
            rate[1] if rate and code != base[0] else None,
        )


def _bearers(session: Session, case_id: int, day: date) -> Sequence[Bearer]:
    rows = payers_on(session, case_id, day)
    return [Bearer(each.payer, each.organisation_id, each.share) for each in rows] or [OFFICE]


def _rate(session: Session, code: str, base: tuple[str, date]) -> tuple[Fraction, date] | None:
    currency, today = base
    if code == currency:
        return Fraction(1), today
    found = rate_on(session, code, currency, today)
    if found is None:
        return None
    return found[1], session.get_one(ExchangeRate, found[0]).on_day


def _name(session: Session, organisation_id: int | None) -> str:
    return session.get_one(Organisation, organisation_id).name if organisation_id else ""


def _label(right: Right) -> str:
    return f"{right.country} {right.grant_number or right.application_number or right.title}"


def _budgets(
    session: Session, items: Sequence[Coming], today: date, until: date
) -> Iterator[Budget]:
    settings = settings_on(session, today)
    end, currency = settings.fiscal_year_end, settings.base_currency
    stored = {each.year: each for each in session.scalars(select(CostBudget))}
    this_year = fiscal_year(today, *end)
    for year in range(this_year, fiscal_year(until, *end) + 1):
        last = _last_of(year, end)
        first = date.fromordinal(add_years(last, -1).toordinal() + 1)
        mine = [each for each in items if _year_of(each, this_year, end) == year]
        known = [each.base.minor for each in mine if each.base is not None]
        budget = stored.get(year)
        yield Budget(
            year,
            first,
            last,
            Money(budget.minor, budget.currency)
            if budget and budget.currency == currency
            else None,
            Money(_spent(session, first, last, currency), currency),
            Money(sum(known), currency),
            len(mine) - len(known),
        )


def _year_of(item: Coming, this_year: int, end: tuple[int, int]) -> int:
    """What is overdue will be spent this year."""
    return max(fiscal_year(item.day, *end), this_year)


def _spent(session: Session, first: date, last: date, currency: str) -> int:
    summed = session.scalar(
        select(func.sum(Expense.base_minor))
        .where(Expense.on_day.between(first, last), Expense.reversed_by_id.is_(None))
        .where(Expense.base_currency == currency)
    )
    return int(summed or 0)
