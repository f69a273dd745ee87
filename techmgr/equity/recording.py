"""What every action on shares does: open the book, write an event with its moves, prove the whole."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import func, select

from techmgr.core.days import plausible
from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.core.texts import Text, say
from techmgr.equity.captable import Book, Lots, Move, replay
from techmgr.equity.kinds import EventKind, HolderKind
from techmgr.equity.model import ShareBook, ShareClassRecord, ShareEvent, ShareHolding, ShareMove
from techmgr.equity.queries import book_of, parts_of
from techmgr.ledger.accounts import Line
from techmgr.ledger.booking import checked
from techmgr.ledger.posting import book as book_entry
from techmgr.ledger.queries import closed_until
from techmgr.ledger.receiving import check_day
from techmgr.storage.unit import Unit
from techmgr.technology.recording import begin_step, record
from techmgr.technology.steps import Step


@dataclass(frozen=True, slots=True)
class ShareEventDone:
    """An event that was recorded: its id and number, the company's book, the holdings it made."""

    id: int
    number: str
    book_id: int
    holdings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class NewHolding:
    """A certificate to be made, as an officer knows it."""

    kind: HolderKind
    holder: str
    certificate: str = ""
    person_id: int | None = None
    agreement_id: int | None = None
    case_id: int | None = None
    owner: str = ""
    locked_until: date | None = None
    restrictions: str = ""


@dataclass
class Opened:
    """A company's book while an action works on it. `lots` are the holdings on the event's day."""

    unit: Unit
    stored: ShareBook
    book: Book
    lots: Lots
    day: date

    @property
    def party(self) -> str:
        """Whose part of the accounts the shares are."""
        return str(self.stored.reference)

    def lot(self, holding_id: int) -> int:
        """Return how many shares of a certificate there are on the day."""
        found = self.lots.get(holding_id)
        return found.shares if found else 0

    def hold(self, class_id: int, new: NewHolding) -> ShareHolding:
        """Make a certificate; its shares come with a move."""
        holding = ShareHolding(
            book_id=self.stored.id,
            class_id=class_id,
            kind=new.kind.value,
            holder=new.holder,
            person_id=new.person_id,
            owner=new.owner,
            certificate=new.certificate,
            agreement_id=new.agreement_id,
            case_id=new.case_id,
            locked_until=new.locked_until,
            restrictions=new.restrictions,
        )
        self.unit.add(holding)
        return holding

    def write(
        self,
        kind: EventKind,
        moves: Iterable[Move],
        *,
        memo: str = "",
        ratio: Fraction = Fraction(1),
        price: Fraction | None = None,
        gross: int = 0,
        brokerage: int = 0,
    ) -> ShareEvent:
        """Write an event with its moves, and refuse it when the company's whole story cannot be."""
        newest = self.unit.session.scalar(select(func.max(ShareEvent.id))) or 0
        event = ShareEvent(
            book_id=self.stored.id,
            number=f"S-{newest + 1:05}",
            kind=kind.value,
            on_day=self.day,
            numerator=ratio.numerator,
            denominator=ratio.denominator,
            price_numerator=price.numerator if price is not None else None,
            price_denominator=price.denominator if price is not None else None,
            gross=gross,
            brokerage=brokerage,
            memo=memo.strip(),
        )
        self.unit.add(event)
        self.unit.add(
            *(
                ShareMove(
                    event_id=event.id,
                    holding_id=move.holding_id,
                    shares=move.shares,
                    cost=move.cost,
                    paid=move.paid,
                )
                for move in moves
            )
        )
        prove(self.unit, self.stored.id)
        return event

    def post(self, event: ShareEvent, text: str, lines: Sequence[Line]) -> None:
        """Book an event's lines; nothing where they are all zero."""
        if checked(lines):
            entry = book_entry(self.unit, self.day, text, self.stored.reference, lines)
            event.entry_id = entry.id

    def money(self, amount: Money | None, field: str) -> int:
        """Return an amount in minor units of the book's currency; refuses another, and below zero."""
        if amount is None:
            return 0
        if amount.currency != self.stored.currency:
            raise UserError(
                say(
                    "The shares of this company are kept in {ours}, not {theirs}: give the amount "
                    "in {ours}.",
                    ours=self.stored.currency,
                    theirs=amount.currency,
                ),
                field=field,
            )
        if amount.minor < 0:
            raise UserError(say("The amount cannot be below zero."), field=field)
        return amount.minor

    def done(self, event: ShareEvent, *holdings: ShareHolding) -> ShareEventDone:
        """Return what the action did."""
        made = tuple(holding.id for holding in holdings)
        return ShareEventDone(event.id, event.number, self.stored.id, made)

    def tell(self, holding: ShareHolding, text: Text, kind: str = "event") -> None:
        """Write on the timeline of every case the certificate belongs to; its step of equity is on."""
        for case_id, _ in parts_of(self.unit.session, holding):
            begin_step(self.unit, case_id, Step.EQUITY, on_day=self.day)
            record(self.unit, case_id, self.day, Step.EQUITY, kind, text, self.stored.reference)


def opened(
    unit: Unit, book_id: int, version: int | None, day: date | None, *, books_money: bool = False
) -> Opened:
    """Open a company's book at the version the form showed, on the day something happens."""
    if day is None:
        raise UserError(say("Say on which day."), field="on_day")
    if books_money:
        check_day(day, unit.today, closed_until(unit.session), "on_day")
    elif plausible(day, "on_day") > unit.today:
        raise UserError(say("{day} has not come yet.", day=day.isoformat()), field="on_day")
    stored = unit.session.get_one(ShareBook, book_id)
    unit.claim(stored, version)
    unit.about(stored.reference)
    book = book_of(unit.session, book_id)
    return Opened(unit, stored, book, replay(book, day), day)


def prove(unit: Unit, book_id: int) -> None:
    """Replay the company's whole story; refused in words when it cannot be."""
    unit.session.flush()
    replay(book_of(unit.session, book_id))


def class_of(unit: Unit, opened_: Opened, class_id: int | None) -> ShareClassRecord:
    """Return a class of this company; refuses none, and one of another company."""
    row = unit.session.get(ShareClassRecord, class_id) if class_id is not None else None
    if row is None or row.book_id != opened_.stored.id:
        raise UserError(say("Choose a class of this company's shares."), field="class_id")
    return row


def holding_of(unit: Unit, opened_: Opened, holding_id: int | None) -> ShareHolding:
    """Return a certificate of this company; refuses none, and one of another company."""
    row = unit.session.get(ShareHolding, holding_id) if holding_id is not None else None
    if row is None or row.book_id != opened_.stored.id:
        raise UserError(say("Choose a certificate of this company."), field="holding_id")
    return row
