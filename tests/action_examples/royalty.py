"""Examples of what an officer can do with distributions."""

from datetime import date

from sqlalchemy import select

from action_examples import example
from action_examples.parts_money import a_run, a_waiting_receipt, posted
from techmgr.ledger.accounts import Account
from techmgr.royalty.actions import (
    AdoptPolicy,
    DraftRun,
    HoldShare,
    RunRequest,
    adopt_policy,
    approve_run,
    discard_run,
    draft_run,
    hold_share,
    post_run,
    reverse_run,
)
from techmgr.royalty.model import RunShare
from techmgr.royalty.paying import pay_run, reverse_payment

THROUGH = date(2026, 8, 31)


@example(adopt_policy)
def _(_office):
    return AdoptPolicy(date(2026, 1, 1), "stanford")


@example(draft_run)
def _(office):
    a_waiting_receipt(office)
    return DraftRun(THROUGH)


@example(discard_run)
def _(office):
    a_waiting_receipt(office)
    return RunRequest(a_run(office).id)


@example(hold_share)
def _(office):
    a_waiting_receipt(office)
    a_run(office)
    payable = select(RunShare.id).where(RunShare.account == Account.PAYABLE.value)
    return HoldShare(office.read(lambda session: session.scalar(payable)), "Address unknown")


@example(approve_run)
def _(office):
    a_waiting_receipt(office)
    return RunRequest(a_run(office).id, 1)


@example(post_run)
def _(office):
    a_waiting_receipt(office)
    run = a_run(office)
    office.act(approve_run, RunRequest(run.id))
    return RunRequest(run.id)


@example(reverse_run)
def _(office):
    a_waiting_receipt(office)
    return RunRequest(posted(office).id, reason="The wrong policy")


@example(pay_run)
def _(office):
    a_waiting_receipt(office)
    return RunRequest(posted(office).id)


@example(reverse_payment)
def _(office):
    a_waiting_receipt(office)
    run = posted(office)
    office.act(pay_run, RunRequest(run.id))
    return RunRequest(run.id, reason="The bank sent it back")
