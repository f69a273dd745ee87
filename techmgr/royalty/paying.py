"""Paying out: what a posted run owes, what is owed besides, and what the bank sends back."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.ledger.accounts import Account, Line
from techmgr.ledger.booking import first_open_day
from techmgr.ledger.model import JournalEntry
from techmgr.ledger.posting import book, reverse_entry
from techmgr.ledger.queries import closed_until
from techmgr.royalty.actions import RunDone, RunRequest
from techmgr.royalty.model import Payment, PaymentLine, Run
from techmgr.royalty.queries_payouts import Payout, owed_now, payouts_of
from techmgr.storage.bulk import next_ids
from techmgr.storage.unit import Undo, Unit, action


@dataclass(frozen=True, slots=True)
class PayOwed:
    """What is owed to payees besides a run: released, returned, or waiting for an account.

    `payees` are references; empty is everybody whose account is known.
    """

    currency: str
    payees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReturnPayment:
    """What one payee was sent came back from the bank."""

    line_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Paid:
    """A payment that was booked: its id, its number, and how many payees it goes to."""

    id: int
    number: str
    payees: int


@action(undo=Undo.REVERSE)
def pay_run(unit: Unit, request: RunRequest) -> RunDone:
    """Book what a posted run pays out: each payee's account against the bank.

    A person without an account is not paid; what they are owed stays owed.
    """
    run = _run(unit, request, "posted")
    payouts = [each for each in payouts_of(unit.session, run.id) if each.can_be_paid]
    if not payouts:
        raise UserError(say("{number} pays nobody anything.", number=run.number))
    unit.about(run.reference)
    payment = _book(unit, payouts, run.currency, run)
    run.payment_id = payment.entry_id
    run.state = "paid"
    return RunDone(run.id, run.number, run.state)


@action(undo=Undo.REVERSE)
def pay_owed(unit: Unit, request: PayOwed) -> Paid:
    """Book the payment of what stands on payees' accounts. Refuses a payee without an account."""
    owed = owed_now(unit.session, unit.today, request.currency)
    if request.payees:
        owed = [each for each in owed if each.payee in request.payees]
        for each in owed:
            if not each.can_be_paid:
                raise UserError(
                    say(
                        "No account of {name} is recorded: enter it on their page, then pay.",
                        name=each.name,
                    ),
                    field="payees",
                )
    owed = [each for each in owed if each.can_be_paid]
    if not owed:
        raise UserError(say("Nothing is owed that can be paid."))
    payment = _book(unit, owed, request.currency, None)
    unit.about(payment.reference)
    return Paid(payment.id, payment.number, len(owed))


@action(undo=Undo.REVERSE)
def return_payment(unit: Unit, request: ReturnPayment) -> Paid:
    """Book what came back from the bank for one payee, with the reason: it is owed again."""
    line = unit.session.get_one(PaymentLine, request.line_id)
    payment = unit.session.get_one(Payment, line.payment_id)
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.refuse()
    if line.returned_id is not None:
        raise UserError(say("This payment to {name} came back already.", name=line.payee_name))
    unit.claim(payment, None)
    unit.about(payment.reference)
    day = first_open_day(unit.today, closed_until(unit.session))
    lines = [
        Line(Account.PAYABLE, -line.minor, payment.currency, party=line.payee),
        Line(Account.BANK, line.minor, payment.currency),
    ]
    text = f"{payment.number}: {reason}"
    line.returned_id = book(unit, day, text, payment.reference, lines).id
    line.returned_on, line.why_returned = day, reason
    return Paid(payment.id, payment.number, 1)


@action(undo=Undo.REVERSE)
def reverse_payment(unit: Unit, request: RunRequest) -> RunDone:
    """Book the mirror of a run's payment, with the reason: the payees are owed it again."""
    run = _run(unit, request, "paid")
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.refuse()
    assert run.payment_id is not None, "a paid run has its payment"
    payment = unit.session.scalars(select(Payment).where(Payment.entry_id == run.payment_id)).one()
    lines = _lines_of(unit, payment)
    if any(each.returned_id is not None for each in lines):
        raise UserError(
            say("Parts of {number} came back already: return the others one by one.",
                number=payment.number)
        )  # fmt: skip
    unit.about(run.reference)
    entry = reverse_entry(unit, run.payment_id, unit.today, reason)
    for each in lines:
        _mark_returned(each, entry, reason)
    run.state, run.payment_id = "posted", None
    return RunDone(run.id, run.number, run.state)


def _mark_returned(line: PaymentLine, entry: JournalEntry, reason: str) -> None:
    line.returned_id, line.returned_on, line.why_returned = entry.id, entry.on_day, reason


def _lines_of(unit: Unit, payment: Payment) -> Sequence[PaymentLine]:
    rows = select(PaymentLine).where(PaymentLine.payment_id == payment.id)
    return list(unit.session.scalars(rows))


def _run(unit: Unit, request: RunRequest, state: str) -> Run:
    run = unit.session.get_one(Run, request.run_id)
    if run.state != state:
        raise UserError(
            say(
                "{number} is {state}: this cannot be done with it now.",
                number=run.number,
                state=say(run.state),
            )
        )
    unit.claim(run, request.version)
    return run


def _book(unit: Unit, payouts: Sequence[Payout], currency: str, run: Run | None) -> Payment:
    payment_id = next_ids(unit.session, Payment, 1)[0]
    number = f"P-{payment_id:04}"
    day = first_open_day(unit.today, closed_until(unit.session))
    lines = [Line(Account.PAYABLE, each.paid, currency, party=each.payee) for each in payouts]
    lines.append(Line(Account.BANK, -sum(each.paid for each in payouts), currency))
    text = f"{number}: {run.number} paid out" if run else f"{number}: paid out"
    source = run.reference if run else Reference("payment", payment_id)
    entry = book(unit, day, text, source, lines)
    payment = Payment(
        id=payment_id,
        number=number,
        on_day=day,
        currency=currency,
        run_id=run.id if run else None,
        entry_id=entry.id,
    )
    unit.add(payment)
    unit.add(*(_line(payment, each) for each in payouts))
    return payment


def _line(payment: Payment, each: Payout) -> PaymentLine:
    return PaymentLine(
        payment_id=payment.id,
        payee=each.payee,
        payee_name=each.name,
        minor=each.paid,
        route=each.route,
        account=each.account,
        permitted_use=each.use,
    )
