"""Random receipts, expenses, runs and reversals: the ledger sums to zero, and nothing is lost."""

import shutil
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from action_examples.parts_money import (
    a_department,
    a_licence,
    a_policy,
    a_receipt,
    a_run,
    an_expense,
    an_invention,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from techmgr import schema
from techmgr.core.errors import UserError
from techmgr.core.formats import show_minor
from techmgr.ledger.accounts import Account
from techmgr.ledger.actions import Reverse, reverse_expense, reverse_receipt
from techmgr.ledger.queries import expenses_of, receipts_of, trial_balance
from techmgr.royalty.actions import RunRequest, approve_run, discard_run, post_run, reverse_run
from techmgr.royalty.paying import pay_run
from techmgr.royalty.queries import runs
from techmgr.storage.check import findings

FIRST, TODAY = date(2026, 8, 4), date(2026, 9, 14)
DAYS = st.integers(0, 40).map(lambda days: FIRST + timedelta(days))
STEPS = st.one_of(
    st.tuples(st.just("receipt"), st.integers(1, 5_000_000_00), DAYS),
    st.tuples(st.just("expense"), st.integers(1, 1_000_000_00), DAYS),
    st.tuples(st.just("run"), st.booleans(), DAYS),
    st.tuples(
        st.sampled_from(["undo receipt", "undo expense", "undo run"]), st.integers(0, 5), DAYS
    ),
)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=4, max_size=7))
def test_everything_balances_whatever_is_done(founded_office_file, steps):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "halden.techmgr"
        shutil.copy(founded_office_file, path)
        office = schema.open_office(str(path), officer="Ines Moreau")
        office.fixed_today = TODAY
        try:
            live(office, steps)
        finally:
            office.close()


def live(office, steps):
    a_policy(office)
    case = an_invention(office, ("1/3", "2/3"), department_id=a_department(office))
    licences = [a_licence(office, case), a_licence(office, case)]
    for number, (what, value, day) in enumerate(steps):
        with suppress(UserError):  # refused in words, and nothing half done
            do(office, case, licences[number % 2], (what, value, day))
        proved(office)


def do(office, case, licence, step):
    match step:
        case ("receipt", minor, day):
            a_receipt(office, show_minor(minor, "USD"), case, source=licence, on=day)
        case ("expense", minor, day):
            an_expense(office, show_minor(minor, "USD"), case, on=day)
        case ("run", is_paid, day):
            distribute(office, day, is_paid=is_paid)
        case ("undo receipt", at, _):
            for row in office.read(receipts_of)[at : at + 1]:
                office.act(reverse_receipt, Reverse(row.id, TODAY, "A mistake"))
        case ("undo expense", at, _):
            for row in office.read(expenses_of)[at : at + 1]:
                office.act(reverse_expense, Reverse(row.id, TODAY, "A mistake"))
        case ("undo run", at, _):
            for row in office.read(runs)[at : at + 1]:
                office.act(reverse_run, RunRequest(row.id, reason="A mistake"))


def distribute(office, day, *, is_paid):
    run = a_run(office, day)
    try:
        office.act(approve_run, RunRequest(run.id))
        office.act(post_run, RunRequest(run.id))
    except UserError:
        office.act(discard_run, RunRequest(run.id))
        raise
    if is_paid:
        office.act(pay_run, RunRequest(run.id))


def proved(office):
    found = office.read(trial_balance, date(2027, 1, 1))
    assert sum(each.amount.minor for each in found) == 0
    # What is received is shared out or waits: the bank has it, nobody is paid what is not there.
    waits = [each.amount.minor for each in found if each.account is Account.UNDISTRIBUTED]
    assert sum(waits) <= 0 or any(row.reversed for row in office.read(receipts_of))
    assert office.read(lambda session: list(findings(session))) == []
