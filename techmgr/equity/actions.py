"""What an officer records of a company's shares: the book, its classes, issues, and terms of a certificate."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.money import Money, decimals_of
from techmgr.core.texts import say
from techmgr.equity.booking import taken_lines
from techmgr.equity.captable import Move
from techmgr.equity.kinds import ClassKind, EventKind, HolderKind
from techmgr.equity.model import ShareBook, ShareClassRecord, ShareEvent, ShareHolding
from techmgr.equity.recording import (
    NewHolding,
    ShareEventDone,
    class_of,
    opened,
    prove,
)
from techmgr.ledger.actions import Reverse, reverse_receipt
from techmgr.ledger.posting import reverse_entry
from techmgr.people.model import Organisation, Person
from techmgr.storage.unit import Undo, Unit, action


@dataclass(frozen=True, slots=True)
class OpenShareBook:
    """A company whose shares are followed, in one currency; and known conflicts of interest."""

    organisation_id: int | None
    currency: str
    conflicts: str = ""
    memo: str = ""


@dataclass(frozen=True, slots=True)
class EditShareBook:
    """Conflicts of interest and remarks of a company's shares."""

    book_id: int
    version: int | None
    conflicts: str
    memo: str = ""


@dataclass(frozen=True, slots=True)
class AddShareClass:
    """A class of shares or of rights to them. One becomes `ratio` of the class `into_id`.

    `price` is what exercising one costs, in exact minor units on the day `priced_on`.
    """

    book_id: int
    version: int | None
    name: str
    kind: str
    ratio: Fraction | None = None
    into_id: int | None = None
    price: Fraction | None = None
    priced_on: date | None = None
    expires: date | None = None
    anti_dilution: str = ""


@dataclass(frozen=True, slots=True)
class IssueShares:
    """Shares issued to somebody. `cost` is what they stand for: money given up, or `paid` in cash."""

    book_id: int
    version: int | None
    on_day: date | None
    class_id: int | None
    shares: int | None
    kind: str
    holder: str = ""
    person_id: int | None = None
    certificate: str = ""
    agreement_id: int | None = None
    case_id: int | None = None
    cost: Money | None = None
    paid: Money | None = None
    locked_until: date | None = None
    restrictions: str = ""
    memo: str = ""


@dataclass(frozen=True, slots=True)
class EditHolding:
    """What a certificate says, and how long it is locked up. Its shares change by events only."""

    holding_id: int
    version: int | None
    certificate: str
    locked_until: date | None = None
    restrictions: str = ""
    agreement_id: int | None = None
    case_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReverseShareEvent:
    """Take an event back, with the reason: its shares and its money are where they were."""

    event_id: int
    version: int | None
    reason: str


@action(undo=Undo.RESTORE)
def open_share_book(unit: Unit, request: OpenShareBook) -> int:
    """Begin to follow the shares of a company. Returns the book's id; refuses a second one."""
    checks = Checks()
    company = unit.session.get(Organisation, request.organisation_id or 0)
    if company is None:
        checks.wrong(say("Choose the company."), "organisation_id")
    else:
        _refuse_second(unit, company, checks)
    currency = checks.line(request.currency, "currency", say("Say in which currency.")).upper()
    checks.refuse()
    decimals_of(currency)  # refuses what is no currency
    book = ShareBook(
        organisation_id=request.organisation_id,
        currency=currency,
        conflicts=checks.text(request.conflicts, "conflicts"),
        memo=checks.text(request.memo, "memo"),
    )
    checks.refuse()
    unit.add(book)
    unit.about(book.reference)
    return book.id


def _refuse_second(unit: Unit, company: Organisation, checks: Checks) -> None:
    chosen = ShareBook.organisation_id == company.id
    if unit.session.scalar(select(ShareBook.id).where(chosen)) is not None:
        checks.wrong(
            say("The shares of {company} are followed already.", company=company.name),
            "organisation_id",
        )


@action(undo=Undo.RESTORE)
def edit_share_book(unit: Unit, request: EditShareBook) -> int:
    """Change what is noted of a company's shares. Returns the book's id."""
    checks = Checks()
    book = unit.session.get_one(ShareBook, request.book_id)
    unit.claim(book, request.version)
    unit.about(book.reference)
    book.conflicts = checks.text(request.conflicts, "conflicts")
    book.memo = checks.text(request.memo, "memo")
    checks.refuse()
    return book.id


@action(undo=Undo.RESTORE)
def add_share_class(unit: Unit, request: AddShareClass) -> int:
    """Add a class of shares. Returns its id; refuses a name twice, and a right to no shares."""
    checks = Checks()
    book = unit.session.get_one(ShareBook, request.book_id)
    unit.claim(book, request.version)
    unit.about(book.reference)
    row = ShareClassRecord(book_id=book.id)
    row.name = checks.line(request.name, "name", say("Name the class."))
    same = ShareClassRecord.book_id == book.id, ShareClassRecord.name == row.name
    if unit.session.scalar(select(ShareClassRecord.id).where(*same)) is not None:
        checks.wrong(say("There is a class “{name}” already.", name=row.name), "name")
    row.anti_dilution = checks.text(request.anti_dilution, "anti_dilution")
    row.expires = checks.day(request.expires, "expires")
    _set_conversion(unit, row, request, checks)
    checks.refuse()
    unit.add(row)
    return row.id


def _set_conversion(
    unit: Unit, row: ShareClassRecord, request: AddShareClass, checks: Checks
) -> None:
    if request.kind not in set(ClassKind):
        checks.wrong(say("Choose the kind of class."), "kind")
        return
    row.kind = ClassKind(request.kind).value
    into = unit.session.get(ShareClassRecord, request.into_id) if request.into_id else None
    if into is not None and into.book_id != row.book_id:
        checks.wrong(say("Choose a class of this company's shares."), "into_id")
    if into is None and ClassKind(request.kind).is_right:
        checks.wrong(say("Say which shares an exercise gives."), "into_id")
    ratio = request.ratio if request.ratio is not None else Fraction(1)
    if ratio <= 0:
        checks.wrong(say("A ratio is more than zero, such as 1 or 3/2."), "ratio")
    if request.price is not None and request.price < 0:
        checks.wrong(say("The amount cannot be below zero."), "price")
    row.into_id = request.into_id
    row.numerator, row.denominator = ratio.numerator, ratio.denominator
    if request.price is not None:
        row.price_numerator = request.price.numerator
        row.price_denominator = request.price.denominator
        row.priced_on = request.priced_on or unit.today


@action(undo=Undo.REVERSE)
def issue_shares(unit: Unit, request: IssueShares) -> ShareEventDone:
    """Record an issue and book its cost. Refuses part shares, a day to come, a closed day."""
    with_money = request.cost is not None or request.paid is not None
    work = opened(unit, request.book_id, request.version, request.on_day, books_money=with_money)
    row = class_of(unit, work, request.class_id)
    cost, paid = _costs(work.money(request.cost, "cost"), work.money(request.paid, "paid"))
    new = _new_holding(unit, request)
    if cost and not new.kind.is_ours:
        raise UserError(
            say("Only shares of the university stand in its books: leave the cost empty."),
            field="cost",
        )
    if request.shares is None or request.shares <= 0:
        raise UserError(say("Say how many whole shares: one or more."), field="shares")
    holding = work.hold(row.id, new)
    move = Move(holding.id, request.shares, cost, paid)
    event = work.write(EventKind.ISSUE, [move], memo=request.memo)
    text = f"{event.number}: {request.shares:,} {row.name}"
    work.post(event, text, taken_lines(cost, paid, work.stored.currency, work.party))
    if new.kind.is_ours:
        told = say("Received {shares} {name} of {company}", shares=f"{request.shares:,}",
                   name=row.name, company=_company(unit, work.stored))  # fmt: skip
        work.tell(holding, told, "contract")
    return work.done(event, holding)


def _costs(cost: int, paid: int) -> tuple[int, int]:
    """Return cost and the part of it that was paid; shares bought for cash cost what was paid."""
    return max(cost, paid), paid


def _company(unit: Unit, book: ShareBook) -> str:
    return unit.session.get_one(Organisation, book.organisation_id).name


def _new_holding(unit: Unit, request: IssueShares) -> NewHolding:
    checks = Checks()
    if request.kind not in set(HolderKind):
        raise UserError(say("Choose who holds."), field="kind")
    kind = HolderKind(request.kind)
    person = unit.session.get(Person, request.person_id) if request.person_id else None
    missing = say("Name the holder.")
    holder = checks.line(person.name if person else request.holder, "holder", missing)
    checks.day(request.locked_until, "locked_until")
    certificate = checks.line(request.certificate, "certificate")
    restrictions = checks.text(request.restrictions, "restrictions")
    checks.refuse()
    return NewHolding(
        kind, holder, certificate, request.person_id, request.agreement_id, request.case_id,
        "", request.locked_until, restrictions,
    )  # fmt: skip


@action(undo=Undo.RESTORE)
def edit_holding(unit: Unit, request: EditHolding) -> int:
    """Change what a certificate says. Returns its id."""
    checks = Checks()
    holding = unit.session.get_one(ShareHolding, request.holding_id)
    book = unit.session.get_one(ShareBook, holding.book_id)
    unit.claim(book, request.version)
    unit.about(book.reference)
    holding.certificate = checks.line(request.certificate, "certificate")
    holding.restrictions = checks.text(request.restrictions, "restrictions")
    holding.locked_until = checks.day(request.locked_until, "locked_until")
    holding.agreement_id, holding.case_id = request.agreement_id, request.case_id
    checks.refuse()
    return holding.id


@action(undo=Undo.REVERSE)
def reverse_share_event(unit: Unit, request: ReverseShareEvent) -> ShareEventDone:
    """Take an event back: it counts on no day, its money is mirrored in the first open period.

    Refused when a later event needs the shares it brought, with the number of that event.
    """
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.refuse()
    event = unit.session.get_one(ShareEvent, request.event_id)
    book = unit.session.get_one(ShareBook, event.book_id)
    unit.claim(book, request.version)
    unit.about(book.reference)
    if event.reversed_on is not None:
        raise UserError(say("{number} has been reversed already.", number=event.number))
    event.reversed_on, event.reason = unit.today, reason
    prove(unit, book.id)
    if event.entry_id is not None:
        reverse_entry(unit, event.entry_id, unit.today, reason)
    if event.receipt_id is not None:
        reverse_receipt(unit, Reverse(event.receipt_id, unit.today, reason))
    return ShareEventDone(event.id, event.number, book.id)
