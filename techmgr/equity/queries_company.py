"""One company's shares on one page: who holds what on a day, what happened, and what can be done next."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.money import Money
from techmgr.equity.captable import (
    Book,
    CapTable,
    Event,
    Line,
    Lots,
    Stage,
    cap_table,
    stages,
    states,
)
from techmgr.equity.kinds import ClassKind, EventKind, HolderKind
from techmgr.equity.model import ShareBook, ShareClassRecord, ShareEvent
from techmgr.equity.queries import RegisterRow, book_of, exact, register
from techmgr.people.model import Organisation


@dataclass(frozen=True, slots=True)
class BookRow:
    """A company's share book: the company, its currency, conflicts of interest."""

    id: int
    version: int
    organisation_id: int
    company: str
    currency: str
    conflicts: str
    memo: str


@dataclass(frozen=True, slots=True)
class ClassRow:
    """A class of shares as forms offer it. `price` in exact minor units."""

    id: int
    name: str
    kind: ClassKind
    ratio: Fraction
    into: str
    price: Fraction | None
    expires: date | None
    anti_dilution: str


@dataclass(frozen=True, slots=True)
class HoldingRow:
    """A certificate with shares on it, as forms offer it."""

    id: int
    class_id: int
    class_name: str
    kind: HolderKind
    holder: str
    owner: str
    certificate: str
    shares: int
    locked_until: date | None
    is_right: bool
    converts: bool


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event of the timeline. `shares` is how many moved; `ours` the university's part after it.

    `pre_money` and `post_money` of a round are exact minor units. A reversed event has its reason.
    """

    id: int
    number: str
    kind: EventKind
    on_day: date
    shares: int
    ratio: Fraction
    price: Fraction | None
    gross: Money | None
    brokerage: Money | None
    pre_money: Fraction | None
    post_money: Fraction | None
    before: Fraction | None
    ours: Fraction | None
    memo: str
    reversed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class CapRow:
    """A line of the cap table: a holder's shares of one class, in words of the company."""

    holder: str
    kind: HolderKind
    share_class: str
    shares: int
    converted: Fraction
    part: Fraction
    issued: Fraction


@dataclass(frozen=True, slots=True)
class CompanyFile:
    """Everything about a company's shares; `table` is in force on `day`."""

    book: BookRow
    day: date
    table: CapTable
    lines: Sequence[CapRow]
    classes: Sequence[ClassRow]
    holdings: Sequence[HoldingRow]
    ours: Sequence[RegisterRow]
    events: Sequence[EventRow]
    stages: Sequence[Stage]
    days: Sequence[date]


OURS = (HolderKind.UNIVERSITY, HolderKind.OFFICE, HolderKind.FUND)


def company_file(session: Session, book_id: int, day: date) -> CompanyFile:
    """Return everything about a company's shares. Raises NoResultFound when there is no such book."""
    stored = session.get_one(ShareBook, book_id)
    book = book_of(session, book_id)
    after = {event.id: lots for event, lots in states(book)}
    table = cap_table(book, day)
    now = _last(book, after, day)
    return CompanyFile(
        book=book_row(session, stored),
        day=day,
        table=table,
        lines=[_cap_row(book, line) for line in table.lines],
        classes=_classes(session, book_id),
        holdings=_holdings(book, now),
        ours=[row for row in register(session, day) if row.book_id == book_id],
        events=_timeline(session, stored, book, after),
        stages=stages(book),
        days=sorted({event.day for event in book.events}),
    )


def book_row(session: Session, stored: ShareBook) -> BookRow:
    """Return a share book with the name of its company."""
    company = session.get_one(Organisation, stored.organisation_id)
    return BookRow(
        stored.id, stored.version, company.id, company.name, stored.currency, stored.conflicts,
        stored.memo,
    )  # fmt: skip


def _last(book: Book, after: Mapping[int, Lots], day: date) -> Lots:
    events = [event for event in book.in_order() if event.day <= day]
    return after[events[-1].id] if events else {}


def _cap_row(book: Book, line: Line) -> CapRow:
    name = book.classes[line.class_id].name
    return CapRow(line.holder, line.kind, name, line.shares, line.converted, line.part, line.issued)


def _classes(session: Session, book_id: int) -> list[ClassRow]:
    rows = list(
        session.scalars(
            select(ShareClassRecord)
            .where(ShareClassRecord.book_id == book_id)
            .order_by(ShareClassRecord.id)
        )
    )
    names = {row.id: row.name for row in rows}
    return [
        ClassRow(
            row.id,
            row.name,
            ClassKind(row.kind),
            Fraction(row.numerator, row.denominator),
            names.get(row.into_id or 0, ""),
            exact(row.price_numerator, row.price_denominator),
            row.expires,
            row.anti_dilution,
        )
        for row in rows
    ]


def _holdings(book: Book, lots: Lots) -> list[HoldingRow]:
    found = []
    for number, lot in lots.items():
        holding, each = book.holdings[number], book.class_of(number)
        if lot.shares:
            found.append(
                HoldingRow(
                    number,
                    each.id,
                    each.name,
                    holding.kind,
                    holding.holder,
                    holding.owner,
                    holding.certificate,
                    lot.shares,
                    holding.locked_until,
                    each.kind.is_right,
                    each.into is not None,
                )
            )
    return found


def _timeline(
    session: Session, stored: ShareBook, book: Book, after: Mapping[int, Lots]
) -> list[EventRow]:
    """Return all events, newest first, with what the university owned before and after each."""
    known = {event.id: event for event in book.events}
    before: dict[int, Lots] = {}
    lots: Lots = {}
    for event in book.in_order():
        before[event.id], lots = lots, after[event.id]
    rows = session.scalars(
        select(ShareEvent)
        .where(ShareEvent.book_id == stored.id)
        .order_by(ShareEvent.on_day.desc(), ShareEvent.id.desc())
    )
    return [
        _event_row(row, stored.currency, book, known.get(row.id), before.get(row.id, {}), after.get(row.id, {}))
        for row in rows
    ]  # fmt: skip


def _event_row(  # noqa: PLR0917 - an event with the company before and after it
    row: ShareEvent, currency: str, book: Book, event: Event | None, before: Lots, after: Lots
) -> EventRow:
    earlier = cap_table(book, row.on_day, before) if event else None
    later = cap_table(book, row.on_day, after) if event else None
    price = exact(row.price_numerator, row.price_denominator)
    is_round = row.kind == EventKind.ROUND.value and price is not None
    return EventRow(
        id=row.id,
        number=row.number,
        kind=EventKind(row.kind),
        on_day=row.on_day,
        shares=sum(m.shares for m in event.moves if m.shares > 0) if event else 0,
        ratio=Fraction(row.numerator, row.denominator),
        price=price,
        gross=Money(row.gross, currency) if row.gross else None,
        brokerage=Money(row.brokerage, currency) if row.brokerage else None,
        pre_money=price * earlier.diluted if is_round and price and earlier else None,
        post_money=price * later.diluted if is_round and price and later else None,
        before=earlier.of(*OURS) if earlier else None,
        ours=later.of(*OURS) if later else None,
        memo=row.memo,
        reversed=row.reversed_on is not None,
        reason=row.reason,
    )
