"""Income by year and kind, the cases that earned most, and where the money of all runs went."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from techmgr.core.days import fiscal_year
from techmgr.core.money import Money
from techmgr.ledger.model import Receipt, ReceiptPart
from techmgr.office.queries import settings_on
from techmgr.royalty.gathering import NOT_SHARED
from techmgr.royalty.keeping import restored
from techmgr.royalty.model import Run, RunEvent
from techmgr.royalty.queries_history import BOOKED
from techmgr.royalty.stations import Station, stations
from techmgr.technology.model import Case

_YEARS = 6
_TOP = 8


@dataclass(frozen=True, slots=True)
class TopCase:
    """A case with what it earned in all the years shown."""

    case_id: int
    number: str
    title: str
    amount: Money


@dataclass(frozen=True, slots=True)
class YearIncome:
    """One fiscal year: what came in by kind, in the order of `Income.kinds`."""

    year: int
    amounts: Sequence[Money]

    @property
    def total(self) -> Money:
        """What came in altogether."""
        return Money(sum(each.minor for each in self.amounts), self.amounts[0].currency)


@dataclass(frozen=True, slots=True)
class Income:
    """Income in the office's currency, gross; reversed receipts and repaid costs are not in it.

    `went` are the stations of the newest posted run, called `run`.
    """

    currency: str
    kinds: Sequence[str]
    years: Sequence[YearIncome]
    top: Sequence[TopCase]
    run: str
    went: Sequence[Station]


def income(session: Session, day: date) -> Income:
    """Return the income of the last fiscal years up to a day, the oldest first."""
    settings = settings_on(session, day)
    currency = settings.base_currency
    this_year = fiscal_year(day, *settings.fiscal_year_end)
    sums: Counter[tuple[int, str]] = Counter()
    rows = session.execute(
        select(Receipt.received, Receipt.income_type, func.sum(Receipt.base_minor))
        .where(*_counted(currency), Receipt.received <= day)
        .group_by(Receipt.received, Receipt.income_type)
    )
    for received, kind, minor in rows:
        year = fiscal_year(received, *settings.fiscal_year_end)
        if year > this_year - _YEARS:
            sums[year, kind] += int(minor)
    kinds = _by_size(sums)
    first = min((year for year, _ in sums), default=this_year)
    years = [
        YearIncome(year, [Money(sums[year, kind], currency) for kind in kinds])
        for year in range(first, this_year + 1)
    ]
    run, went = _went(session)
    return Income(currency, kinds, years if kinds else [], _top(session, currency, day), run, went)


def _counted(currency: str) -> list[ColumnElement[bool]]:
    return [
        Receipt.reversed_by_id.is_(None),
        Receipt.base_currency == currency,
        Receipt.income_type.not_in(NOT_SHARED),
    ]


def _by_size(sums: Counter[tuple[int, str]]) -> list[str]:
    totals: Counter[str] = Counter()
    for (_, kind), minor in sums.items():
        totals[kind] += minor
    return [kind for kind, _ in totals.most_common()]


def _top(session: Session, currency: str, day: date) -> list[TopCase]:
    earned = func.sum(ReceiptPart.minor)
    rows = session.execute(
        select(Case.id, Case.number, Case.title, earned)
        .join(ReceiptPart, ReceiptPart.case_id == Case.id)
        .join(Receipt, Receipt.id == ReceiptPart.receipt_id)
        .where(*_counted(currency), Receipt.received <= day)
        .group_by(Case.id, Case.number, Case.title)
        .order_by(earned.desc(), Case.id)
        .limit(_TOP)
    )
    return [TopCase(key, number, title, Money(int(m), currency)) for key, number, title, m in rows]


def _went(session: Session) -> tuple[str, list[Station]]:
    run = session.scalars(
        select(Run)
        .where(Run.state.in_(BOOKED), Run.corrects_id.is_(None))
        .order_by(Run.id.desc())
        .limit(1)
    ).first()
    if run is None:
        return "", []
    texts = session.scalars(select(RunEvent.explanation).where(RunEvent.run_id == run.id))
    return run.number, stations([restored(text) for text in texts], run.currency)
