"""What each payee was paid in a calendar year, for the tax office, held against the books."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.core.money import Money
from techmgr.core.references import reference
from techmgr.core.texts import LANGUAGES
from techmgr.documents.content import Sender
from techmgr.ledger.accounts import Account
from techmgr.ledger.model import JournalEntry, Posting
from techmgr.office.queries import all_words, settings_on
from techmgr.people.model import Organisation, Person
from techmgr.people.queries_accounts import accounts_on
from techmgr.royalty.model import Payment, PaymentLine
from techmgr.royalty.papers import sender_of


@dataclass(frozen=True, slots=True)
class YearLine:
    """A payment to a payee, or (negative) one that came back."""

    day: date
    number: str
    amount: Money
    came_back: bool


@dataclass(frozen=True, slots=True)
class PayeeYear:
    """One payee's year: gross is what was sent less what came back; nothing is withheld by the office.

    `language` is the reader's; `tax_number` and `use` are of the account at the end of the year.
    """

    payee: str
    name: str
    address: Sequence[str]
    country: str
    language: str
    tax_number: str
    route: str
    use: str
    lines: Sequence[YearLine]

    @property
    def gross(self) -> Money:
        """What the payee got in the year."""
        currency = self.lines[0].amount.currency
        return Money(sum(line.amount.minor for line in self.lines), currency)


@dataclass(frozen=True, slots=True)
class PaidYear:
    """A calendar year of one currency. Always true: the payees' amounts make `booked`."""

    year: int
    currency: str
    payees: Sequence[PayeeYear]
    booked: Money
    sender: Sender
    day: date
    language: str


def years_paid(session: Session) -> list[int]:
    """Return the calendar years in which payees were paid, newest first."""
    days = session.scalars(select(Payment.on_day).distinct())
    return sorted({day.year for day in days}, reverse=True)


def paid_year(session: Session, year: int, day: date) -> PaidYear:
    """Return what every payee was paid in a calendar year, in the office's currency."""
    settings = settings_on(session, day)
    currency = settings.base_currency
    begin, end = date(year, 1, 1), date(year, 12, 31)
    accounts, routes = accounts_on(session, end), all_words(session, settings.languages[0])
    lines = _lines(session, begin, end, currency)
    own = settings.languages[0]
    payees = []
    for payee, (name, found) in lines.items():
        account = accounts.get(payee)
        address, country, language = _who(session, payee, own)
        payees.append(
            PayeeYear(
                payee,
                name,
                address,
                country,
                language,
                account.tax_number if account else "",
                routes.get(("payee_route", account.route), account.route) if account else "",
                account.permitted_use if account else "",
                found,
            )
        )
    payees.sort(key=lambda each: each.name.casefold())
    booked = _booked(session, begin, end, currency)
    return PaidYear(year, currency, payees, booked, sender_of(session, settings), day, own)


_Lines = dict[str, tuple[str, list[YearLine]]]


def _lines(session: Session, begin: date, end: date, currency: str) -> _Lines:
    rows = session.execute(
        select(PaymentLine, Payment.number, Payment.on_day)
        .join(Payment, Payment.id == PaymentLine.payment_id)
        .where(Payment.currency == currency)
        .order_by(Payment.on_day, PaymentLine.id)
    )
    found: _Lines = {}
    for line, number, on_day in rows:
        mine = []
        if begin <= on_day <= end:
            mine.append(YearLine(on_day, number, Money(line.minor, currency), came_back=False))
        if line.returned_on is not None and begin <= line.returned_on <= end:
            back = Money(-line.minor, currency)
            mine.append(YearLine(line.returned_on, number, back, came_back=True))
        if mine:
            found.setdefault(line.payee, (line.payee_name, []))[1].extend(mine)
    return found


def _who(session: Session, payee: str, own: str) -> tuple[list[str], str, str]:
    """Return address, country and language of a payee, as far as they are recorded."""
    if payee.startswith("party:"):
        return [], "", own
    found = reference(payee)
    if found.kind == "person":
        person = session.get_one(Person, found.id)
        language = person.language if person.language in LANGUAGES else "en"
        return _address(person.address), "", language
    unit = session.get_one(Organisation, found.id)
    return _address(unit.address), unit.country, own


def _address(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _booked(session: Session, begin: date, end: date, currency: str) -> Money:
    """Return what payments and their returns moved on the payees' accounts, from the books alone."""
    summed = session.scalar(
        select(func.sum(Posting.minor))
        .join(JournalEntry, JournalEntry.id == Posting.entry_id)
        .where(Posting.account == Account.PAYABLE.value, Posting.currency == currency)
        .where(Posting.case_id.is_(None), JournalEntry.on_day.between(begin, end))
    )
    return Money(int(summed or 0), currency)
