"""Reads of the books as finance sees them: accounts with their balances, and the entries behind one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session

from techmgr.core.days import fiscal_year
from techmgr.core.money import Money
from techmgr.core.texts import Text
from techmgr.ledger.accounts import NAMES, Account
from techmgr.ledger.model import JournalEntry, Period, Posting
from techmgr.office.queries import settings_on
from techmgr.people.model import Organisation, Person
from techmgr.technology.model import Case


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One account in one currency over some days: before, what came on either side, and after."""

    account: Account
    name: Text
    currency: str
    opening: Money
    debit: Money
    credit: Money
    closing: Money
    entries: int

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.account}:{self.currency}"


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One posting: debit positive. `balance` is what stood on the account after it."""

    id: int
    entry_id: int
    on_day: date
    account: Account
    case: str
    party: str
    text: str
    source: str
    amount: Money
    balance: Money
    reverses: int | None


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """A closed stretch of days."""

    id: int
    until: date
    closed_on: date
    memo: str


def books_now(session: Session, day: date) -> list[AccountRow]:
    """Return every account over the fiscal year that a day lies in."""
    return accounts_between(session, year_begin(session, day), day)


def year_begin(session: Session, day: date) -> date:
    """Return the first day of the office's fiscal year that a day lies in."""
    month, last = settings_on(session, day).fiscal_year_end
    return date(fiscal_year(day, month, last) - 1, month, last) + timedelta(days=1)


def accounts_between(session: Session, since: date, until: date) -> list[AccountRow]:
    """Return every account that moved up to a day, by account and currency.

    Per currency openings, debits less credits, and closings each sum to zero.
    """
    inside = JournalEntry.on_day >= since
    zero = 0
    rows = session.execute(
        select(
            Posting.account,
            Posting.currency,
            func.sum(case((inside, zero), else_=Posting.minor)),
            func.sum(case((inside & (Posting.minor > 0), Posting.minor), else_=zero)),
            func.sum(case((inside & (Posting.minor < 0), -Posting.minor), else_=zero)),
            func.sum(case((inside, 1), else_=zero)),
        )
        .join(JournalEntry, JournalEntry.id == Posting.entry_id)
        .where(JournalEntry.on_day <= until)
        .group_by(Posting.account, Posting.currency)
    )
    found = [_account_row(*row) for row in rows]
    order = list(Account)
    return sorted(found, key=lambda each: (each.currency, order.index(each.account)))


def _account_row(  # noqa: PLR0917 - the columns of the query in their order
    account: str, currency: str, opening: int, debit: int, credit: int, entries: int
) -> AccountRow:
    code = Account(account)
    return AccountRow(
        code,
        NAMES[code],
        currency,
        Money(int(opening), currency),
        Money(int(debit), currency),
        Money(int(credit), currency),
        Money(int(opening) + int(debit) - int(credit), currency),
        int(entries),
    )


def entries_between(session: Session, since: date, until: date) -> list[EntryRow]:
    """Return every posting of some days in the order booked; the balances are of each account."""
    rows = _postings().where(JournalEntry.on_day.between(since, until))
    return _with_balances(session, rows)


def entries_of(
    session: Session, account: Account, currency: str, until: date, limit: int = 2_000
) -> list[EntryRow]:
    """Return the newest postings of an account up to a day, newest first, with running balances."""
    chosen = (Posting.account == account.value, Posting.currency == currency)
    rows = _postings().where(*chosen, JournalEntry.on_day <= until)
    return list(reversed(_with_balances(session, rows)))[:limit]


def _postings() -> Select[Posting, JournalEntry, str]:
    return (
        select(Posting, JournalEntry, func.coalesce(Case.number, ""))
        .join(JournalEntry, JournalEntry.id == Posting.entry_id)
        .outerjoin(Case, Case.id == Posting.case_id)
        .order_by(JournalEntry.on_day, JournalEntry.id, Posting.id)
    )


def _with_balances(session: Session, rows: Select[Posting, JournalEntry, str]) -> list[EntryRow]:
    found = []
    names = _names(session)
    standing: dict[tuple[str, str], int] = {}
    for posting, entry, number in session.execute(rows):
        place = (posting.account, posting.currency)
        standing[place] = standing.get(place, 0) + posting.minor
        found.append(
            EntryRow(
                posting.id,
                entry.id,
                entry.on_day,
                Account(posting.account),
                number,
                names.get(posting.party or "", posting.party or ""),
                entry.text,
                entry.source,
                Money(posting.minor, posting.currency),
                Money(standing[place], posting.currency),
                entry.reverses_id,
            )
        )
    return found


def _names(session: Session) -> dict[str, str]:
    """Return what persons and organisations are called, by their references in text."""
    people = session.execute(select(Person.id, Person.name))
    units = session.execute(select(Organisation.id, Organisation.name))
    found = {f"person:{key}": name for key, name in people}
    return found | {f"organisation:{key}": name for key, name in units}


def periods(session: Session) -> Sequence[PeriodRow]:
    """Return the closed periods, newest first."""
    rows = session.scalars(select(Period).order_by(Period.until.desc()))
    return [PeriodRow(each.id, each.until, each.closed_on, each.memo) for each in rows]
