"""What happens to shares after their issue: rounds, splits, conversion, exercise, sale, dividend, write-off."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.formats import show_money
from techmgr.core.money import Money, percentage
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.equity.booking import gone_lines, sold_lines, taken_lines
from techmgr.equity.captable import Move, cap_table
from techmgr.equity.kinds import EventKind, HolderKind
from techmgr.equity.model import ShareHolding
from techmgr.equity.moves import (
    Proceeds,
    becoming,
    check_may_exercise,
    check_may_sell,
    check_shares,
    cost_part,
    pricing,
    proceeds,
)
from techmgr.equity.queries import Parts, exercise_price, parts_of
from techmgr.equity.recording import (
    NewHolding,
    Opened,
    ShareEventDone,
    class_of,
    holding_of,
    opened,
)
from techmgr.ledger.actions import record_receipt
from techmgr.ledger.receiving import RecordReceipt
from techmgr.office.queries import settings_on
from techmgr.storage.unit import Undo, Unit, action


@dataclass(frozen=True, slots=True)
class RecordRound:
    """A financing round: who took how many new shares, at a price (exact minor units) or value before."""

    book_id: int
    version: int | None
    on_day: date | None
    class_id: int | None
    investors: tuple[tuple[str, int], ...]
    price: Fraction | None = None
    pre_money: Money | None = None
    memo: str = ""


@dataclass(frozen=True, slots=True)
class SplitShares:
    """Every share of every class becomes `ratio` shares: 2 for two of one, 1/10 for one of ten."""

    book_id: int
    version: int | None
    on_day: date | None
    ratio: Fraction | None
    memo: str = ""


@dataclass(frozen=True, slots=True)
class ConvertShares:
    """Some shares of a certificate become shares of the class theirs converts into."""

    book_id: int
    version: int | None
    on_day: date | None
    holding_id: int | None
    shares: int | None
    certificate: str = ""
    memo: str = ""


@dataclass(frozen=True, slots=True)
class ExerciseShares:
    """Some warrants or options are exercised at the price of their class."""

    book_id: int
    version: int | None
    on_day: date | None
    holding_id: int | None
    shares: int | None
    certificate: str = ""
    memo: str = ""


@dataclass(frozen=True, slots=True)
class SellShares:
    """Some shares of a certificate are sold: `gross` is the whole price, less brokerage."""

    book_id: int
    version: int | None
    on_day: date | None
    holding_id: int | None
    shares: int | None
    gross: Money | None
    brokerage: Money | None = None
    buyer: str = ""
    memo: str = ""


@dataclass(frozen=True, slots=True)
class ReceiveDividend:
    """A dividend on a certificate: gross, and the tax withheld."""

    book_id: int
    version: int | None
    on_day: date | None
    holding_id: int | None
    gross: Money | None
    withheld_tax: Money | None = None
    memo: str = ""


@dataclass(frozen=True, slots=True)
class WriteOffShares:
    """A certificate is worth nothing any more: its cost leaves the books, the paper stays."""

    book_id: int
    version: int | None
    on_day: date | None
    holding_id: int | None
    reason: str


@action(undo=Undo.RESTORE)
def record_round(unit: Unit, request: RecordRound) -> ShareEventDone:
    """Record a round and its new shares. Refuses one that brings none, or has no price."""
    work = opened(unit, request.book_id, request.version, request.on_day)
    row = class_of(unit, work, request.class_id)
    _refuse_wrong_investors(request.investors)
    pre = work.money(request.pre_money, "pre_money") if request.pre_money is not None else None
    new = work.book.converted(row.id, sum(shares for _, shares in request.investors))
    before = cap_table(work.book, work.day, work.lots).diluted
    priced = pricing(request.price, pre, before, new)
    moves, made = [], []
    for name, shares in request.investors:
        made.append(work.hold(row.id, NewHolding(HolderKind.INVESTOR, name.strip())))
        moves.append(Move(made[-1].id, shares))
    event = work.write(EventKind.ROUND, moves, memo=request.memo, price=priced.price)
    return work.done(event, *made)


def _refuse_wrong_investors(investors: tuple[tuple[str, int], ...]) -> None:
    checks = Checks()
    if not investors:
        checks.wrong(say("Name at least one investor with new shares."), "investors")
    for name, shares in investors:
        checks.line(name, "investors", say("Name the investor."))
        if shares <= 0:
            checks.wrong(say("A round brings new shares: one or more each."), "investors")
    if any(count > 1 for count in Counter(name.strip() for name, _ in investors).values()):
        checks.wrong(say("An investor is listed twice."), "investors")
    checks.refuse()


@action(undo=Undo.RESTORE)
def split_shares(unit: Unit, request: SplitShares) -> ShareEventDone:
    """Record a split of all classes. Refuses one that leaves somebody parts of a share."""
    work = opened(unit, request.book_id, request.version, request.on_day)
    if request.ratio is None or request.ratio <= 0 or request.ratio == 1:
        raise UserError(
            say("Say what one share becomes: 2 for two of one, 1/10 for one of ten."),
            field="ratio",
        )
    return work.done(work.write(EventKind.SPLIT, (), memo=request.memo, ratio=request.ratio))


@action(undo=Undo.RESTORE)
def convert_shares(unit: Unit, request: ConvertShares) -> ShareEventDone:
    """Convert shares into the class theirs converts into; their cost goes with them."""
    work = opened(unit, request.book_id, request.version, request.on_day)
    old = holding_of(unit, work, request.holding_id)
    each = work.book.class_of(old.id)
    if each.kind.is_right:
        raise UserError(
            say("{name} are exercised, not converted.", name=each.name), field="holding_id"
        )
    shares = check_shares(request.shares, work.lot(old.id))
    made = becoming(each, shares)
    assert each.into is not None, "what becomes something has a class to become"
    part = cost_part(work.lots[old.id], shares)
    new = work.hold(each.into, _like(old, request.certificate))
    moves = [
        Move(old.id, -shares, -part.cost, -part.paid),
        Move(new.id, made, part.cost, part.paid),
    ]
    return work.done(work.write(EventKind.CONVERSION, moves, memo=request.memo), new)


def _like(old: ShareHolding, certificate: str) -> NewHolding:
    """Return a certificate for the same holder, on the same terms."""
    return NewHolding(
        HolderKind(old.kind), old.holder, certificate.strip(), old.person_id, old.agreement_id,
        old.case_id, old.owner, old.locked_until, old.restrictions,
    )  # fmt: skip


@action(undo=Undo.REVERSE)
def exercise_shares(unit: Unit, request: ExerciseShares) -> ShareEventDone:
    """Exercise warrants or options. What the university pays comes from the bank onto their cost."""
    work = opened(unit, request.book_id, request.version, request.on_day, books_money=True)
    old = holding_of(unit, work, request.holding_id)
    each = work.book.class_of(old.id)
    check_may_exercise(each, work.day)
    shares = check_shares(request.shares, work.lot(old.id))
    made = becoming(each, shares)
    assert each.into is not None, "a right to shares has a class it gives"
    price = exercise_price(unit.session, work.book, each.id, work.day)
    is_ours = HolderKind(old.kind).is_ours
    cash = percentage(shares, price) if is_ours else 0
    part = cost_part(work.lots[old.id], shares)
    new = work.hold(each.into, _like(old, request.certificate))
    moves = [
        Move(old.id, -shares, -part.cost, -part.paid),
        Move(new.id, made, part.cost + cash, part.paid + cash),
    ]
    event = work.write(
        EventKind.EXERCISE, moves, memo=request.memo, price=price, gross=percentage(shares, price)
    )
    text = f"{event.number}: {shares:,} {each.name}"
    work.post(event, text, taken_lines(cash, cash, work.stored.currency, work.party))
    return work.done(event, new)


@action(undo=Undo.REVERSE)
def sell_shares(unit: Unit, request: SellShares) -> ShareEventDone:
    """Sell shares: net proceeds wait for a distribution, what was paid for them comes back first.

    Refuses more than is held, shares of others, a sale under lock-up, brokerage above the price.
    """
    work = opened(unit, request.book_id, request.version, request.on_day, books_money=True)
    old = holding_of(unit, work, request.holding_id)
    check_may_sell(work.book.holdings[old.id], work.day)
    shares = check_shares(request.shares, work.lot(old.id))
    if request.gross is None or request.gross.minor <= 0:
        raise UserError(say("Say what the shares were sold for."), field="gross")
    gross, brokerage = (
        work.money(request.gross, "gross"),
        work.money(request.brokerage, "brokerage"),
    )
    part = cost_part(work.lots[old.id], shares)
    sold = proceeds(gross, brokerage, part)
    new = work.hold(old.class_id, _buyer(work, request.buyer.strip()))
    moves = [Move(old.id, -shares, -part.cost, -part.paid), Move(new.id, shares)]
    price = Fraction(gross, shares)
    event = work.write(
        EventKind.SALE, moves, memo=request.memo, price=price, gross=gross, brokerage=brokerage
    )
    text = f"{event.number}: {shares:,} {work.book.class_of(old.id).name}"
    work.post(event, text, sold_lines(sold, work.stored.currency, work.party))
    if sold.shared:
        event.receipt_id = _receive(work, old, sold.shared, "equity_sale", _sum(work, text, sold))
    told = say("Sold {shares} shares for {amount}", shares=f"{shares:,}",
               amount=show_money(request.gross, with_currency=True))  # fmt: skip
    work.tell(old, told, "money")
    return work.done(event, new)


def _buyer(work: Opened, name: str) -> NewHolding:
    """Return who bought: a holder of the company by name, or other holders."""
    known = {
        each.holder: each.kind for each in work.book.holdings.values() if not each.kind.is_ours
    }
    return NewHolding(known.get(name, HolderKind.OTHER), name or str(say("Other holders")))


def _sum(work: Opened, text: str, sold: Proceeds) -> str:
    """Return the arithmetic of a sale, for the remark of its receipt."""
    currency = work.stored.currency
    shown = [
        show_money(Money(minor, currency))
        for minor in (sold.gross, sold.brokerage, sold.recovered, sold.shared)
    ]
    said = say(
        "{text}: {gross} less {brokerage} brokerage and {recovered} paid for them is {shared}",
        text=text, gross=shown[0], brokerage=shown[1], recovered=shown[2], shared=shown[3],
    )  # fmt: skip
    return str(said)


def _receive(  # noqa: PLR0917 - what a receipt says, and whose it is
    work: Opened, holding: ShareHolding, minor: int, income: str, memo: str, withheld: int = 0
) -> int:
    """Record money from shares as a receipt that a distribution takes up. Returns its id."""
    currency = work.stored.currency
    request = RecordReceipt(
        received=work.day,
        gross=Money(minor, currency),
        income_type=income,
        base_currency=settings_on(work.unit.session, work.day).base_currency,
        parts=_cases(work, holding),
        payer_id=work.stored.organisation_id,
        source=Reference("agreement", holding.agreement_id) if holding.agreement_id else None,
        withheld_tax=Money(withheld, currency) if withheld else None,
        memo=memo,
    )
    return record_receipt(work.unit, request).id


def _cases(work: Opened, holding: ShareHolding) -> Parts:
    parts = parts_of(work.unit.session, holding)
    if not parts:
        raise UserError(
            say(
                "Nobody knows whose income this is: enter the agreement or the case of the "
                "certificate first."
            ),
            field="holding_id",
        )
    return parts


@action(undo=Undo.REVERSE)
def receive_dividend(unit: Unit, request: ReceiveDividend) -> ShareEventDone:
    """Record a dividend: it waits for a distribution. Refuses one on shares not held on the day."""
    work = opened(unit, request.book_id, request.version, request.on_day, books_money=True)
    holding = holding_of(unit, work, request.holding_id)
    held = work.lot(holding.id)
    if (
        not held
        or not HolderKind(holding.kind).is_ours
        or work.book.class_of(holding.id).kind.is_right
    ):
        raise UserError(
            say("The university held no shares of this certificate on that day."),
            field="holding_id",
        )
    if request.gross is None or request.gross.minor <= 0:
        raise UserError(say("A dividend is more than zero."), field="gross")
    gross, tax = (
        work.money(request.gross, "gross"),
        work.money(request.withheld_tax, "withheld_tax"),
    )
    price = Fraction(gross, held)
    moves = [Move(holding.id, 0)]
    event = work.write(EventKind.DIVIDEND, moves, memo=request.memo, gross=gross, price=price)
    memo = f"{event.number}: {held:,} {work.book.class_of(holding.id).name}"
    event.receipt_id = _receive(work, holding, gross, "dividend", memo, tax)
    told = say("Dividend of {amount}", amount=show_money(request.gross, with_currency=True))
    work.tell(holding, told, "money")
    return work.done(event)


@action(undo=Undo.REVERSE)
def write_off_shares(unit: Unit, request: WriteOffShares) -> ShareEventDone:
    """Write a certificate's cost off, with the reason. Refuses shares of others, and none."""
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.refuse()
    work = opened(unit, request.book_id, request.version, request.on_day, books_money=True)
    holding = holding_of(unit, work, request.holding_id)
    if not work.lot(holding.id) or not HolderKind(holding.kind).is_ours:
        raise UserError(
            say("The university held no shares of this certificate on that day."),
            field="holding_id",
        )
    lot = work.lots[holding.id]
    part = cost_part(lot, lot.shares)
    moves = [Move(holding.id, 0, -part.cost, -part.paid)]
    event = work.write(EventKind.WRITE_OFF, moves, memo=reason)
    lines = gone_lines(part, part.paid, work.stored.currency, work.party)
    work.post(event, f"{event.number}: {reason}", lines)
    work.tell(holding, say("Shares written off: {reason}", reason=reason), "attention")
    return work.done(event)
