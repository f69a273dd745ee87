"""Reads of equity: a company's shares as a book of plain values, and the register of what is held."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.agreements.model import Agreement
from techmgr.agreements.queries import cases_of
from techmgr.core.money import Money, percentage
from techmgr.core.shares import WHOLE
from techmgr.core.texts import Text, say
from techmgr.equity.captable import (
    Book,
    Event,
    Holding,
    Lot,
    Lots,
    Move,
    ShareClass,
    cap_table,
    replay,
    splits_since,
)
from techmgr.equity.kinds import ClassKind, EventKind, HolderKind
from techmgr.equity.model import (
    ShareBook,
    ShareClassRecord,
    ShareEvent,
    ShareHolding,
    ShareMove,
)
from techmgr.ledger.model import ReceiptPart
from techmgr.people.model import Organisation
from techmgr.technology.model import Case

Parts = tuple[tuple[int, Fraction], ...]


def book_of(session: Session, book_id: int) -> Book:
    """Return a company's shares as plain values: the events in force, not the reversed ones."""
    classes = session.scalars(
        select(ShareClassRecord).where(ShareClassRecord.book_id == book_id).order_by(ShareClassRecord.id)
    )  # fmt: skip
    holdings = session.scalars(
        select(ShareHolding).where(ShareHolding.book_id == book_id).order_by(ShareHolding.id)
    )
    return Book(
        {row.id: _class(row) for row in classes},
        {row.id: _holding(row) for row in holdings},
        _events(session, book_id),
    )


def _class(row: ShareClassRecord) -> ShareClass:
    return ShareClass(
        row.id,
        row.name,
        ClassKind(row.kind),
        Fraction(row.numerator, row.denominator),
        row.into_id,
        exact(row.price_numerator, row.price_denominator),
        row.expires,
    )


def _holding(row: ShareHolding) -> Holding:
    return Holding(
        row.id,
        row.class_id,
        row.holder,
        HolderKind(row.kind),
        row.certificate,
        row.owner,
        row.locked_until,
    )


def exact(numerator: int | None, denominator: int | None) -> Fraction | None:
    """Return a stored fraction, or None where nothing is stored."""
    return Fraction(numerator, denominator or 1) if numerator is not None else None


def _events(session: Session, book_id: int) -> list[Event]:
    moves: dict[int, list[Move]] = {}
    rows = session.scalars(
        select(ShareMove)
        .join(ShareEvent, ShareEvent.id == ShareMove.event_id)
        .where(ShareEvent.book_id == book_id, ShareEvent.reversed_on.is_(None))
        .order_by(ShareMove.id)
    )
    for row in rows:
        move = Move(row.holding_id, row.shares, row.cost, row.paid)
        moves.setdefault(row.event_id, []).append(move)
    events = session.scalars(
        select(ShareEvent)
        .where(ShareEvent.book_id == book_id, ShareEvent.reversed_on.is_(None))
        .order_by(ShareEvent.on_day, ShareEvent.id)
    )
    return [
        Event(
            row.id,
            row.number,
            EventKind(row.kind),
            row.on_day,
            tuple(moves.get(row.id, ())),
            Fraction(row.numerator, row.denominator),
        )
        for row in events
    ]


def exercise_price(session: Session, book: Book, class_id: int, day: date) -> Fraction:
    """Return what one warrant or option costs on a day, in exact minor units, after splits until then."""
    row = session.get_one(ShareClassRecord, class_id)
    price = book.classes[class_id].price or Fraction(0)
    return price / (splits_since(book, row.priced_on, day) if row.priced_on else WHOLE)


def parts_of(session: Session, holding: ShareHolding) -> Parts:
    """Return the cases a certificate's money goes to with their shares, by its case or its agreement."""
    if holding.case_id is not None:
        return ((holding.case_id, WHOLE),)
    if holding.agreement_id is None:
        return ()
    return tuple((each.case_id, each.share) for each in cases_of(session, holding.agreement_id))


# The register


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A certificate the university has, on a day.

    `part` is of the company fully diluted; `value` at the price of the last round, None without one.
    `state` is held, locked, sold, written_off, expired or passed_on.
    """

    id: int
    book_id: int
    company: str
    share_class: str
    certificate: str
    holder: str
    kept_for: str
    shares: int
    part: Fraction
    cost: Money
    value: Money | None
    state: str
    locked_until: date | None
    agreement_id: int | None
    agreement: str
    restrictions: str
    case_id: int | None
    case_number: str


@dataclass(frozen=True, slots=True)
class CompanyRow:
    """What the university has of one company on a day, all its certificates together."""

    id: int
    company: str
    shares: int
    part: Fraction
    cost: Money
    value: Money | None
    certificates: int


def register(session: Session, on: date, *, agreement_id: int | None = None) -> list[RegisterRow]:
    """Return the certificates the university has or had on a day, by company: all, or of an agreement."""
    rows: list[RegisterRow] = []
    for stored, company in _books(session):
        rows += _register_of(session, stored, company, on)
    if agreement_id is not None:
        rows = [row for row in rows if row.agreement_id == agreement_id]
    return rows


def _books(session: Session) -> list[tuple[ShareBook, str]]:
    rows = session.execute(
        select(ShareBook, Organisation.name)
        .join(Organisation, Organisation.id == ShareBook.organisation_id)
        .order_by(Organisation.name)
    )
    return [(row[0], row[1]) for row in rows]


def _register_of(session: Session, stored: ShareBook, company: str, on: date) -> list[RegisterRow]:
    book = book_of(session, stored.id)
    lots = replay(book, on)
    diluted = cap_table(book, on, lots).diluted
    price = price_on(session, book, stored.id, on)
    written = {
        move.holding_id
        for event in book.events
        if event.kind is EventKind.WRITE_OFF and event.day <= on
        for move in event.moves
    }
    found = []
    numbers = _numbers(session, stored.id)
    for row in session.scalars(
        select(ShareHolding).where(ShareHolding.book_id == stored.id).order_by(ShareHolding.id)
    ):
        if row.id in lots and HolderKind(row.kind).is_ours:
            state = state_of(book, row.id, lots[row.id], on, is_written_off=row.id in written)
            found.append(_row(stored, company, book, row, lots[row.id], diluted, price, state, numbers))  # fmt: skip
    return found


def _numbers(session: Session, book_id: int) -> Mapping[str, str]:
    """Return the numbers of the agreements and cases of a book's certificates, by reference."""
    own = select(ShareHolding).where(ShareHolding.book_id == book_id).subquery()
    found: dict[str, str] = {}
    for record, column in ((Agreement, own.c.agreement_id), (Case, own.c.case_id)):
        rows = session.execute(
            select(record.id, record.number).where(record.id.in_(select(column)))
        )
        found |= {f"{record.__tablename__}:{number}": name for number, name in rows}
    return found


def _row(  # noqa: PLR0917 - what a row is made of, read once for the whole company
    stored: ShareBook,
    company: str,
    book: Book,
    row: ShareHolding,
    lot: Lot,
    diluted: Fraction,
    price: Fraction | None,
    state: str,
    numbers: Mapping[str, str],
) -> RegisterRow:
    counts = state not in {"expired", "sold"}
    converted = book.converted(row.class_id, lot.shares) if counts else Fraction(0)
    value = (
        None if price is None or not counts else Money(_rounded(converted * price), stored.currency)
    )
    if state == "written_off":
        value = Money(0, stored.currency)
    return RegisterRow(
        id=row.id,
        book_id=stored.id,
        company=company,
        share_class=book.classes[row.class_id].name,
        certificate=row.certificate,
        holder=row.holder,
        kept_for=row.holder if row.owner and row.kind == HolderKind.UNIVERSITY else "",
        shares=lot.shares,
        part=converted / diluted if diluted else Fraction(0),
        cost=Money(lot.cost, stored.currency),
        value=value,
        state=state,
        locked_until=row.locked_until,
        agreement_id=row.agreement_id,
        agreement=numbers.get(f"agreement:{row.agreement_id}", ""),
        restrictions=row.restrictions,
        case_id=row.case_id,
        case_number=numbers.get(f"technology:{row.case_id}", ""),
    )


def _rounded(exact_minor: Fraction) -> int:
    return percentage(1, exact_minor)


def state_of(book: Book, holding_id: int, lot: Lot, on: date, *, is_written_off: bool) -> str:
    """Return a certificate's state on a day: held, locked, sold, passed_on, written_off or expired."""
    each, holding = book.class_of(holding_id), book.holdings[holding_id]
    if not lot.shares:
        left = [e.kind for e in book.in_order() if e.day <= on and _leaves(e, holding_id)]
        return "sold" if left[-1:] == [EventKind.SALE] else "passed_on"
    if is_written_off:
        return "written_off"
    if each.expires is not None and each.expires < on:
        return "expired"
    is_locked = holding.locked_until is not None and on <= holding.locked_until
    return "locked" if is_locked else "held"


def _leaves(event: Event, holding_id: int) -> bool:
    return any(move.holding_id == holding_id and move.shares < 0 for move in event.moves)


STATE_WORDS: dict[str, Text] = {
    "held": say("held"),
    "locked": say("locked up"),
    "sold": say("sold"),
    "passed_on": say("passed on"),
    "written_off": say("written off"),
    "expired": say("expired"),
}


def price_on(session: Session, book: Book, book_id: int, on: date) -> Fraction | None:
    """Return the price of a share in the last round up to a day, in exact minor units, after splits."""
    row = session.scalars(
        select(ShareEvent)
        .where(ShareEvent.book_id == book_id, ShareEvent.kind == EventKind.ROUND.value)
        .where(ShareEvent.on_day <= on, ShareEvent.reversed_on.is_(None))
        .order_by(ShareEvent.on_day.desc(), ShareEvent.id.desc())
        .limit(1)
    ).first()
    price = exact(row.price_numerator, row.price_denominator) if row else None
    return None if price is None or row is None else price / splits_since(book, row.on_day, on)


def companies(rows: list[RegisterRow]) -> list[CompanyRow]:
    """Return the totals of the register per company; a value is known when all of its parts are."""
    found: dict[int, list[RegisterRow]] = {}
    for row in rows:
        found.setdefault(row.book_id, []).append(row)
    return [_company(own) for own in found.values()]


def _company(own: list[RegisterRow]) -> CompanyRow:
    values = [row.value for row in own if row.shares]
    known = [value for value in values if value is not None]
    currency = own[0].cost.currency
    return CompanyRow(
        id=own[0].book_id,
        company=own[0].company,
        shares=sum(row.shares for row in own),
        part=sum((row.part for row in own), Fraction(0)),
        cost=Money(sum(row.cost.minor for row in own), currency),
        value=Money(sum(v.minor for v in known), currency) if len(known) == len(values) else None,
        certificates=sum(1 for row in own if row.shares),
    )


def unheld(session: Session) -> list[CompanyRow]:
    """Return every followed company as if the university held nothing of it, for the register."""
    return [
        CompanyRow(book.id, company, 0, Fraction(0), Money(0, book.currency), None, 0)
        for book, company in _books(session)
    ]


def book_for_company(session: Session, organisation_id: int) -> int | None:
    """Return the id of a company's share book, or None."""
    return session.scalar(select(ShareBook.id).where(ShareBook.organisation_id == organisation_id))


def owners_of_parts(session: Session) -> dict[int, tuple[str, str]]:
    """Return, by part of a receipt, the payee (reference, name) for whom the shares were kept."""
    rows = session.execute(
        select(ReceiptPart.id, ShareHolding.owner, ShareHolding.holder)
        .join(ShareEvent, ShareEvent.receipt_id == ReceiptPart.receipt_id)
        .join(ShareMove, ShareMove.event_id == ShareEvent.id)
        .join(ShareHolding, ShareHolding.id == ShareMove.holding_id)
        .where(ShareHolding.owner != "")
    )
    return {part: (owner, name) for part, owner, name in rows}


def lots_on(session: Session, book_id: int, day: date | None = None) -> tuple[Book, Lots]:
    """Return a company's book and what every holding is on a day (None: after all events)."""
    book = book_of(session, book_id)
    return book, replay(book, day)
