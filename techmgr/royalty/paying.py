"""Paying a posted run out, and taking a payment back."""

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.ledger.accounts import Account, Line
from techmgr.ledger.actions import book, reverse_entry
from techmgr.ledger.booking import first_open_day
from techmgr.ledger.queries import closed_until
from techmgr.royalty.actions import RunDone, RunRequest
from techmgr.royalty.model import Run
from techmgr.royalty.queries_payouts import Payout, payouts_of
from techmgr.storage.unit import Undo, Unit, action


@action(undo=Undo.REVERSE)
def pay_run(unit: Unit, request: RunRequest) -> RunDone:
    """Book what a posted run pays out: each payee's account against the bank."""
    run = _run(unit, request, "posted")
    payouts = payouts_of(unit.session, run.id)
    if not payouts:
        raise UserError(say("{number} pays nobody anything.", number=run.number))
    unit.about(run.reference)
    day = first_open_day(unit.today, closed_until(unit.session))
    text = f"{run.number}: paid out"
    run.payment_id = book(unit, day, text, run.reference, _lines(run, payouts)).id
    run.state = "paid"
    return RunDone(run.id, run.number, run.state)


@action(undo=Undo.REVERSE)
def reverse_payment(unit: Unit, request: RunRequest) -> RunDone:
    """Book the mirror of a run's payment, with the reason: the payees are owed it again."""
    run = _run(unit, request, "paid")
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.refuse()
    unit.about(run.reference)
    assert run.payment_id is not None, "a paid run has its payment"
    reverse_entry(unit, run.payment_id, unit.today, reason)
    run.state, run.payment_id = "posted", None
    return RunDone(run.id, run.number, run.state)


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


def _lines(run: Run, payouts: list[Payout]) -> list[Line]:
    lines = [Line(Account.PAYABLE, each.paid, run.currency, party=each.payee) for each in payouts]
    total = sum(each.paid for each in payouts)
    return [*lines, Line(Account.BANK, -total, run.currency)]
