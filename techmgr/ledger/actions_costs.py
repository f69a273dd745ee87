"""What an officer does with costs that others bear: who pays from when on, claims, write-offs taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import func, select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.formats import show_money
from techmgr.core.money import Money
from techmgr.core.shares import share_out, show_share
from techmgr.core.texts import say
from techmgr.ledger.accounts import REPAID, Account
from techmgr.ledger.actions import Recorded, Reverse, record_receipt
from techmgr.ledger.model import (
    CostClaim,
    CostPayer,
    Expense,
    JournalEntry,
    Posting,
    Receipt,
)
from techmgr.ledger.posting import next_number, reverse_entry
from techmgr.ledger.receiving import RecordReceipt
from techmgr.ledger.settling import settle, state_now
from techmgr.people.checking import check_organisation
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case
from techmgr.technology.recording import record
from techmgr.technology.steps import Step


@dataclass(frozen=True, slots=True)
class PayerShare:
    """Who bears a share: office, licensee or co-owner; others than the office are named."""

    payer: str
    organisation_id: int | None
    share: Fraction


@dataclass(frozen=True, slots=True)
class ArrangePayers:
    """Who bears a case's costs from a day on. The shares sum to one; what was entered stays."""

    case_id: int
    valid_from: date
    payers: tuple[PayerShare, ...]


@dataclass(frozen=True, slots=True)
class AssignPayer:
    """Lines that somebody else than entered bears, as a whole, and why."""

    expenses: tuple[int, ...]
    payer: str
    organisation_id: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class ClaimCosts:
    """Ask an organisation to repay lines it bears."""

    organisation_id: int
    expenses: tuple[int, ...]
    on_day: date


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim's id, number and what it asks for."""

    id: int
    number: str
    amount: Money


@dataclass(frozen=True, slots=True)
class WithdrawClaim:
    """A claim that nobody is asked to pay any more, and why."""

    claim_id: int
    version: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class ReceiveRepayment:
    """Money that came in for a claim, all of it or a part; `gross` is in the office's currency."""

    claim_id: int
    received: date
    gross: Money
    bank_fees: Money | None = None
    memo: str = ""


@dataclass(frozen=True, slots=True)
class SettleCosts:
    """A repayment that came before its costs were entered."""

    receipt_id: int


@action(undo=Undo.RESTORE)
def arrange_payers(unit: Unit, request: ArrangePayers) -> int:
    """Keep who bears a case's costs from a day on; replaces what was said for that very day."""
    checks = Checks()
    checks.day(request.valid_from, "valid_from", say("Choose the day from which this holds."))
    total = sum((each.share for each in request.payers), Fraction(0))
    if total != 1:
        checks.wrong(
            say(
                "The payers' shares make {sum}. They must make exactly 100 %.",
                sum=show_share(total),
            ),
            "payers",
        )
    for each in request.payers:
        _check_payer(unit, checks, each.payer, each.organisation_id)
    checks.refuse()
    case = unit.session.get_one(Case, request.case_id)
    unit.claim(case, None)
    unit.about(case.reference)
    same = (CostPayer.case_id == case.id, CostPayer.valid_from == request.valid_from)
    for row in unit.session.scalars(select(CostPayer).where(*same)).all():
        unit.session.delete(row)
    unit.session.flush()
    rows = [
        CostPayer(
            case_id=case.id,
            valid_from=request.valid_from,
            position=position,
            payer=each.payer,
            organisation_id=each.organisation_id,
            numerator=each.share.numerator,
            denominator=each.share.denominator,
        )
        for position, each in enumerate(request.payers, 1)
    ]
    unit.add(*rows)
    return len(rows)


@action(undo=Undo.RESTORE)
def assign_payer(unit: Unit, request: AssignPayer) -> int:
    """Let somebody else bear whole lines, with the reason; returns how many. Refuses asked-for ones."""
    checks = Checks()
    reason = checks.reason(request.reason)
    _check_payer(unit, checks, request.payer, request.organisation_id)
    checks.refuse()
    for expense in _lines(unit, request.expenses):
        if expense.state != "recoverable" or expense.recovered:
            raise UserError(
                say(
                    "{number} is {state} already. Only a line nobody was asked for can change its payer.",
                    number=expense.number,
                    state=_STATE[expense.state],
                )
            )
        expense.payer, expense.payer_id = request.payer, request.organisation_id
        expense.since, expense.reason = unit.today, reason
    return len(request.expenses)


@action(undo=Undo.RESTORE)
def claim_costs(unit: Unit, request: ClaimCosts) -> Claimed:
    """Put lines an organisation bears on one claim; they count as invoiced from its day on."""
    checks = Checks()
    checks.day(request.on_day, "on_day", say("Enter the day of the claim."))
    checks.refuse()
    lines = _lines(unit, request.expenses)
    for expense in lines:
        _refuse_claimed(expense, request.organisation_id)
    currency = lines[0].base_currency
    total = sum(each.base_minor - each.recovered for each in lines)
    claim = CostClaim(
        number=next_number(unit, CostClaim, "C"),
        organisation_id=request.organisation_id,
        on_day=request.on_day,
        minor=total,
        currency=currency,
        state="open",
    )
    unit.add(claim)
    unit.about(claim.reference)
    for expense in lines:
        expense.claim_id, expense.state, expense.since = claim.id, "invoiced", request.on_day
    amount = Money(total, currency)
    text = say(
        "Costs of {amount} asked for, {number}",
        amount=show_money(amount, with_currency=True),
        number=claim.number,
    )
    for case_id in dict.fromkeys(each.case_id for each in lines):
        record(unit, case_id, request.on_day, Step.PROTECTION, "money", text, claim.reference)
    return Claimed(claim.id, claim.number, amount)


@action(undo=Undo.RESTORE)
def withdraw_claim(unit: Unit, request: WithdrawClaim) -> int:
    """Ask for a claim no more, with the reason; its lines that are not repaid are open again."""
    claim = unit.session.get_one(CostClaim, request.claim_id)
    checks = Checks()
    reason = checks.reason(request.reason)
    if claim.state != "open":
        checks.wrong(say("{number} is closed already.", number=claim.number), "reason")
    checks.refuse()
    unit.claim(claim, request.version)
    unit.about(claim.reference)
    claim.state, claim.reason = "withdrawn", reason
    invoiced = (Expense.claim_id == claim.id, Expense.state == "invoiced")
    lines = unit.session.scalars(select(Expense).where(*invoiced)).all()
    for expense in lines:
        expense.claim_id, expense.since = None, unit.today
        expense.state = state_now(expense)
        expense.version += 1
    return len(lines)


@action(undo=Undo.REVERSE)
def receive_repayment(unit: Unit, request: ReceiveRepayment) -> Recorded:
    """Book what came in for a claim and let it settle the claim's lines; a part settles the oldest.

    Refuses more than is left of the claim. It is never shared out as income.
    """
    claim = unit.session.get_one(CostClaim, request.claim_id)
    left = _left_by_case(unit, claim)
    open_minor = sum(left.values())
    if request.gross.minor > open_minor:
        raise UserError(
            say(
                "{gross} is more than the {left} still open of {number}. Enter at most that, and "
                "record the rest as what it was paid for.",
                gross=show_money(request.gross, with_currency=True),
                left=show_money(Money(open_minor, claim.currency), with_currency=True),
                number=claim.number,
            ),
            field="gross",
        )
    shares = [Fraction(minor, open_minor) for minor in left.values()]
    parts = tuple(zip(left, shares, strict=True))
    if request.gross.minor > 0:
        kept = share_out(request.gross.minor, shares)
        parts = tuple(
            (case_id, Fraction(minor, request.gross.minor))
            for case_id, minor in zip(left, kept, strict=True)
            if minor
        )
    return record_receipt(
        unit,
        RecordReceipt(
            request.received,
            request.gross,
            REPAID,
            claim.currency,
            parts,
            claim.organisation_id,
            bank_fees=request.bank_fees,
            memo=request.memo or claim.number,
            claim_id=claim.id,
        ),
    )


@action(undo=Undo.REVERSE)
def settle_costs(unit: Unit, request: SettleCosts) -> int:
    """Let a repayment that waits settle costs entered since; returns the minor units that did."""
    receipt = unit.session.get_one(Receipt, request.receipt_id)
    if receipt.income_type != REPAID or receipt.reversed_by_id is not None:
        raise UserError(say("{number} is no repayment of costs.", number=receipt.number))
    unit.claim(receipt, None)
    unit.about(receipt.reference)
    settled = settle(unit, receipt)
    if not settled:
        raise UserError(
            say(
                "No open costs of its cases are left for {number} to settle.", number=receipt.number
            )
        )
    return settled


@action(undo=Undo.REVERSE)
def take_back_write_off(unit: Unit, request: Reverse) -> Recorded:
    """Book the mirror of a write-off, with the reason: the line is to be recovered again."""
    expense = unit.session.get_one(Expense, request.id)
    if expense.state != "written_off":
        raise UserError(say("{number} is not written off.", number=expense.number))
    if not request.reason.strip():
        raise UserError(say("Say why: a reason is kept with this."), field="reason")
    unit.claim(expense, request.version)
    unit.about(expense.reference)
    given_up = (
        select(func.max(JournalEntry.id))
        .join(Posting, Posting.entry_id == JournalEntry.id)
        .where(JournalEntry.source == str(expense.reference), JournalEntry.reverses_id.is_(None))
        .where(Posting.account == Account.WRITTEN_OFF.value)
    )
    entry_id = unit.session.scalar(given_up)
    assert entry_id is not None, "a write-off is booked"
    entry = reverse_entry(unit, entry_id, request.on_day, request.reason)
    expense.claim_id = None
    expense.state, expense.since, expense.reason = state_now(expense), unit.today, request.reason
    return Recorded(expense.id, expense.number, entry.id)


_STATE = {
    "recoverable": say("partly recovered"),
    "invoiced": say("invoiced"),
    "recovered": say("recovered"),
    "written_off": say("written off"),
}


def _check_payer(unit: Unit, checks: Checks, payer: str, organisation_id: int | None) -> None:
    if payer == "office":
        if organisation_id is not None:
            checks.wrong(say("The office itself needs no name."), "organisation_id")
        return
    missing = say("Choose who bears it.")
    check_organisation(unit.session, checks, organisation_id, "organisation_id", missing)


def _lines(unit: Unit, ids: Sequence[int]) -> list[Expense]:
    """Return lines as claimed by this action, oldest first. Refuses none at all."""
    if not ids:
        raise UserError(say("Choose at least one line of costs."), field="expenses")
    lines = [unit.session.get_one(Expense, each) for each in ids]
    for expense in lines:
        unit.claim(expense, None)
        unit.about(expense.reference)
        if expense.reversed_by_id is not None:
            raise UserError(say("{number} has been reversed.", number=expense.number))
    return sorted(lines, key=lambda each: (each.on_day, each.id))


def _refuse_claimed(expense: Expense, organisation_id: int) -> None:
    if expense.payer == "office" or expense.payer_id != organisation_id:
        raise UserError(
            say(
                "{number} is not borne by this organisation: change its payer first.",
                number=expense.number,
            )
        )
    if expense.state != "recoverable":
        raise UserError(
            say(
                "{number} is {state} already and cannot be asked for again.",
                number=expense.number,
                state=_STATE[expense.state],
            )
        )


def _left_by_case(unit: Unit, claim: CostClaim) -> dict[int, int]:
    """Return what is still open of a claim, in minor units by case."""
    left = func.sum(Expense.base_minor - Expense.recovered)
    rows = unit.session.execute(
        select(Expense.case_id, left)
        .where(Expense.claim_id == claim.id, Expense.state == "invoiced")
        .group_by(Expense.case_id)
        .order_by(Expense.case_id)
    )
    found = {case_id: int(minor) for case_id, minor in rows}
    if not found:
        raise UserError(say("{number} is closed already.", number=claim.number))
    return found
