"""Random events on a real file: shares and books hold whatever is done, and reversing all comes back."""

import shutil
from contextlib import suppress
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

from action_examples.parts_equity import a_company, share_policies
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from techmgr import schema
from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.equity.actions import ReverseShareEvent, reverse_share_event
from techmgr.equity.actions_events import (
    ReceiveDividend,
    RecordRound,
    SellShares,
    SplitShares,
    WriteOffShares,
    receive_dividend,
    record_round,
    sell_shares,
    split_shares,
    write_off_shares,
)
from techmgr.equity.captable import cap_table
from techmgr.equity.queries import lots_on
from techmgr.ledger.queries import trial_balance
from techmgr.royalty.actions_equity import DistributeShares, distribute_shares
from techmgr.royalty.elections import Elected, Election
from techmgr.storage.check import findings

FIRST, TODAY = date(2026, 8, 4), date(2026, 9, 14)
DAYS = st.integers(0, 40).map(lambda days: FIRST + timedelta(days))
STEPS = st.tuples(
    st.sampled_from(["sell", "dividend", "round", "split", "write off", "distribute"]),
    st.integers(1, 120_000),
    DAYS,
)


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, min_size=3, max_size=6))
def test_shares_hold_whatever_is_done_and_reversing_comes_back(founded_office_file, steps):
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
    book, row, held = a_company(office, cost=Money(100_000, "USD"), paid=Money(20_001, "USD"))
    share_policies(office)
    start = state(office, book)
    done = []
    for step in steps:
        with suppress(UserError):  # refused in words, and nothing half done
            done.append(do(office, book, row, held, step))
        state(office, book)
    for event in reversed(done):
        office.act(reverse_share_event, ReverseShareEvent(event, None, "All back"))
    assert state(office, book) == start


def do(office, book, row, held, step):
    what, count, day = step
    amount = Money(count * 7, "USD")
    elections = (Election(2, Elected.SHARES), Election(3, Elected.CASH))
    action, request = {
        "sell": (sell_shares, SellShares(book, None, day, held, count, amount)),
        "dividend": (receive_dividend, ReceiveDividend(book, None, day, held, amount)),
        "round": (record_round, RecordRound(book, None, day, row, (("Fjord", count),), Fraction(7, 3))),
        "split": (split_shares, SplitShares(book, None, day, Fraction(1 + count % 3, 1 + count % 2))),
        "write off": (write_off_shares, WriteOffShares(book, None, day, held, "Wound up")),
        "distribute": (distribute_shares, DistributeShares(held, None, day, elections)),
    }[what]  # fmt: skip
    return office.act(action, request).result.id


def state(office, book):
    """Return what every holding is and what stands on the accounts, having proved both."""
    told, lots = office.read(lots_on, book)
    assert sum(line.part for line in cap_table(told, TODAY).lines) == 1
    assert all(lot.shares >= 0 and lot.cost >= lot.paid >= 0 for lot in lots.values())
    found = office.read(trial_balance, date(2027, 1, 1))
    assert sum(each.amount.minor for each in found) == 0
    assert office.read(lambda session: list(findings(session))) == []
    balances = {
        (each.account, each.party): each.amount.minor for each in found if each.amount.minor
    }
    return {number: lot for number, lot in lots.items() if lot.shares}, balances
