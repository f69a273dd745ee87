"""Distributions on a real office: the published examples to the cent, holds, corrections, refusals."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.parts_money import (
    a_department,
    a_licence,
    a_policy,
    a_receipt,
    a_run,
    a_waiting_receipt,
    an_expense,
    an_invention,
    posted,
)
from sqlalchemy import func, select

from techmgr.core.errors import UserError
from techmgr.disclosure.actions_shares import SetShares, SignShares, set_shares, sign_shares
from techmgr.disclosure.shares import PersonShare
from techmgr.ledger.accounts import Account
from techmgr.ledger.actions import (
    ClosePeriod,
    Reverse,
    close_period,
    reverse_expense,
    reverse_receipt,
)
from techmgr.ledger.model import Expense, JournalEntry, Posting
from techmgr.ledger.queries import balances_of, trial_balance
from techmgr.office.actions import SetSetting, set_setting
from techmgr.royalty.actions import (
    HoldShare,
    RunRequest,
    approve_run,
    discard_run,
    hold_share,
    post_run,
    reverse_run,
)
from techmgr.royalty.paying import pay_run, reverse_payment
from techmgr.royalty.queries import (
    events_of,
    explanation_of,
    left_out_of,
    payees_of_run,
    runs,
    shares_of_payee,
    shares_of_run,
)
from techmgr.royalty.queries_payouts import payouts_of

JULY, AUGUST, SEPTEMBER = date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 14)


def parties(office, run_id) -> dict[str, int]:
    """What each party of the policy gets from a run, in minor units."""
    found: dict[str, int] = {}
    for share in office.read(shares_of_run, run_id):
        found[share.party] = found.get(share.party, 0) + share.amount.minor
    return found


def paid(office, run_id) -> dict[str, int]:
    return {row.name: row.amount.minor for row in office.read(payees_of_run, run_id)}


def zero(office) -> bool:
    """Tell whether the trial balance sums to zero in every currency."""
    sums: dict[str, int] = {}
    for each in office.read(trial_balance, date(2027, 1, 1)):
        sums[each.amount.currency] = sums.get(each.amount.currency, 0) + each.amount.minor
    return not any(sums.values())


def owed(office, payee) -> int:
    """What the office owes a payee, in minor units."""
    return -sum(
        each.amount.minor
        for each in office.read(balances_of, payee)
        if each.account is Account.PAYABLE
    )


@pytest.fixture
def case_id(office):
    """A case of two inventors, 55 and 45 %, in a department of a school; shares signed."""
    return an_invention(office, ("11/20", "9/20"), department_id=a_department(office))


def test_stan_1_through_a_run(office, case_id):
    a_policy(office)
    licence = a_licence(office, case_id)
    an_expense(office, "25,000.00", case_id)
    a_receipt(office, "500,000.00", case_id, source=licence)
    run = posted(office)
    assert parties(office, run.id) == {
        "office": 75_000_00,
        "costs": 25_000_00,
        "inventors": 133_360_00,
        "department": 98_640_00,
        "school": 84_000_00,
        "research_dean": 84_000_00,
    }
    assert paid(office, run.id) == {
        "Yuki Tanaka": 73_348_00,
        "Omar El-Sayed": 60_012_00,
        "Mechanical Engineering": 98_640_00,
        "School of Engineering": 84_000_00,
        "Dean of Research": 84_000_00,
    }
    assert zero(office)
    assert office.read(lambda session: session.scalars(select(Expense.state)).all()) == [
        "recovered"
    ]


def test_stan_2_counts_what_an_earlier_run_shared(office, case_id):
    a_policy(office)
    licence = a_licence(office, case_id)
    # 15 % of 3,294,117.65 is 494,117.65: net 2,800,000.00, so 200,000.00 are left of tier 1.
    a_receipt(office, "3,294,117.65", case_id, source=licence, on=date(2026, 7, 20))
    first = posted(office, JULY)
    assert office.read(events_of, first.id)[0].net.minor == 2_800_000_00
    an_expense(office, "50,000.00", case_id)
    a_receipt(office, "1,000,000.00", case_id, source=licence)
    assert parties(office, posted(office).id) == {
        "office": 150_000_00,
        "costs": 50_000_00,
        "inventors": 266_720_00,
        "department": 137_280_00,
        "school": 198_000_00,
        "research_dean": 198_000_00,
    }


@pytest.mark.parametrize(
    ("gross", "expected"),
    [
        (
            "117,647.06",
            {
                "office": 17_647_06,
                "inventors": 33_333_34,
                "department": 33_333_33,
                "school": 33_333_33,
            },
        ),
        (
            "117,647.07",
            {
                "office": 17_647_06,
                "inventors": 33_333_34,
                "department": 33_333_34,
                "school": 33_333_33,
            },
        ),
    ],
    ids=["STAN-3", "STAN-4"],
)
def test_thirds_through_a_run(office, case_id, gross, expected):
    a_policy(office, "stanford-thirds")
    a_receipt(office, gross, case_id, source=a_licence(office, case_id))
    assert parties(office, posted(office).id) == expected


def test_receipts_of_one_licence_are_one_event(office, case_id):
    """2 × 1.00 in thirds: .67, .67, .66 together, and not .68, .66, .66."""
    a_policy(office, "stanford-thirds")
    licence = a_licence(office, case_id)
    a_receipt(office, "1.00", case_id, source=licence)
    a_receipt(office, "1.00", case_id, source=licence, on=date(2026, 8, 21))
    run = posted(office)
    assert len(office.read(events_of, run.id)) == 1
    assert parties(office, run.id) == {
        "office": 30,
        "inventors": 57,
        "department": 57,
        "school": 56,
    }


def test_the_explanation_is_kept_as_computed(office, case_id):
    a_policy(office)
    a_receipt(office, "500,000.00", case_id, source=a_licence(office, case_id))
    run = posted(office)
    event = office.read(events_of, run.id)[0]
    tree = office.read(explanation_of, event.id)
    for share in office.read(shares_of_run, run.id):
        assert abs(tree.find(share.node).minor) == share.amount.minor


def test_two_licences_of_a_case_recover_its_costs_once(office, case_id):
    a_policy(office)
    an_expense(office, "25,000.00", case_id)
    for day in (20, 21):
        licence = a_licence(office, case_id)
        a_receipt(office, "20,000.00", case_id, source=licence, on=date(2026, 8, day))
    run = posted(office)
    events = office.read(events_of, run.id)
    assert [event.expenses.minor for event in events] == [17_000_00, 8_000_00]
    assert parties(office, run.id)["costs"] == 25_000_00
    recovered = office.read(lambda session: session.scalar(select(Expense.recovered)))
    assert recovered == 25_000_00


def test_costs_above_the_income_wait_for_the_next_run(office, case_id):
    a_policy(office)
    an_expense(office, "25,000.00", case_id)
    licence = a_licence(office, case_id)
    a_receipt(office, "1,000.00", case_id, source=licence)
    first = posted(office)
    assert parties(office, first.id) == {"office": 150_00, "costs": 850_00}
    a_receipt(office, "30,000.00", case_id, source=licence, on=date(2026, 9, 2))
    second = posted(office, SEPTEMBER)
    assert parties(office, second.id)["costs"] == 24_150_00
    assert zero(office)


@pytest.mark.parametrize("state", ["open", "unsigned"])
def test_inventors_are_held_until_their_shares_are_settled_and_signed(office, state):
    a_policy(office)
    case_id = an_invention(office, ("11/20", "9/20"), signed=None)
    if state == "open":
        shares = (PersonShare(2, Fraction(11, 20)),)
        office.act(set_shares, SetShares(case_id, date(2026, 7, 17), shares, is_open=True))
    a_receipt(office, "500,000.00", case_id, source=a_licence(office, case_id))
    run = posted(office)
    held = [row for row in office.read(payees_of_run, run.id) if row.held.minor]
    pool = parties(office, run.id)["inventors"]
    assert sum(row.held.minor for row in held) == pool
    escrow = [
        each for each in office.read(trial_balance, SEPTEMBER) if each.account is Account.ESCROW
    ]
    assert -sum(each.amount.minor for each in escrow) == pool


def test_a_case_without_inventors_keeps_their_part_in_escrow(office):
    a_policy(office)
    case_id = an_invention(office, ())
    a_receipt(office, "500,000.00", case_id, source=a_licence(office, case_id))
    run = posted(office)
    inventors = [s for s in office.read(shares_of_run, run.id) if s.party == "inventors"]
    assert [(s.payee, s.account) for s in inventors] == [(f"technology:{case_id}", Account.ESCROW)]


def test_a_receipt_reversed_after_posting_comes_back_in_the_next_run(office, case_id):
    a_policy(office)
    an_expense(office, "25,000.00", case_id)
    receipt = a_receipt(office, "500,000.00", case_id, source=a_licence(office, case_id))
    first = posted(office)
    office.act(reverse_receipt, Reverse(receipt.id, SEPTEMBER, "Paid to us by mistake"))
    second = posted(office, SEPTEMBER)
    one, two = parties(office, first.id), parties(office, second.id)
    assert sum(two.values()) == -500_000_00
    assert {name: -minor for name, minor in one.items()} == two
    assert owed(office, "person:2") == 0
    assert zero(office)
    with pytest.raises(UserError, match="Nothing received"):
        a_run(office, SEPTEMBER)


def test_a_reversed_run_returns_every_balance(office, case_id):
    a_policy(office)
    an_expense(office, "25,000.00", case_id)
    a_receipt(office, "500,000.00", case_id, source=a_licence(office, case_id))
    before = balances(office)
    run = posted(office)
    office.act(reverse_run, RunRequest(run.id, reason="The wrong policy"))
    assert balances(office) == before
    again = posted(office)
    assert parties(office, again.id) == parties(office, run.id)
    assert [row.state for row in office.read(runs)] == ["posted", "reversed"]


def balances(office):
    found = office.read(trial_balance, date(2027, 1, 1))
    return [(each.account, each.party, each.amount) for each in found if each.amount.minor]


def test_a_run_that_a_later_one_counted_on_is_not_reversed(office, case_id):
    a_policy(office)
    licence = a_licence(office, case_id)
    a_receipt(office, "500,000.00", case_id, source=licence, on=date(2026, 7, 20))
    first = posted(office, JULY)
    a_receipt(office, "500,000.00", case_id, source=licence)
    second = posted(office)
    with pytest.raises(UserError, match="reverse it first"):
        office.act(reverse_run, RunRequest(first.id, reason="A mistake"))
    office.act(pay_run, RunRequest(second.id))
    with pytest.raises(UserError, match="reverse it first"):
        office.act(reverse_run, RunRequest(first.id, reason="A mistake"))


def test_an_outdated_draft_is_refused(office, case_id):
    a_policy(office)
    receipt = a_receipt(office, "500,000.00", case_id, source=a_licence(office, case_id))
    run = a_run(office)
    office.act(approve_run, RunRequest(run.id))
    an_expense(office, "25,000.00", case_id)
    with pytest.raises(UserError, match="draft it again"):
        office.act(post_run, RunRequest(run.id))
    office.act(discard_run, RunRequest(run.id))
    office.act(reverse_receipt, Reverse(receipt.id, SEPTEMBER, "A mistake"))
    with pytest.raises(UserError, match="Nothing received"):
        a_run(office)


def test_new_shares_outdate_a_draft(office, case_id):
    a_policy(office)
    a_receipt(office, "500,000.00", case_id, source=a_licence(office, case_id))
    run = a_run(office)
    office.act(approve_run, RunRequest(run.id))
    shares = (PersonShare(2, Fraction(1, 3)), PersonShare(3, Fraction(2, 3)))
    plan = office.act(set_shares, SetShares(case_id, date(2026, 8, 30), shares)).result
    office.act(sign_shares, SignShares(plan, SEPTEMBER))
    with pytest.raises(UserError, match="draft it again"):
        office.act(post_run, RunRequest(run.id))


def test_held_by_hand_goes_to_escrow_and_back(office):
    a_waiting_receipt(office)
    run = a_run(office)
    share = next(s for s in office.read(shares_of_run, run.id) if s.payee == "person:2")
    office.act(hold_share, HoldShare(share.id, "Address unknown"))
    held = next(row for row in office.read(payees_of_run, run.id) if row.payee == "person:2")
    assert (held.amount.minor, held.held) == (0, share.amount)
    office.act(approve_run, RunRequest(run.id))
    office.act(post_run, RunRequest(run.id))
    assert owed(office, "person:2") == 0


def test_a_second_person_approves_where_the_office_asks_for_it(office):
    a_waiting_receipt(office)
    office.act(set_setting, SetSetting("second_person", "yes", date(2026, 1, 1)))
    run = a_run(office)
    with pytest.raises(UserError, match="a second person"):
        office.act(approve_run, RunRequest(run.id))
    office.officer = "Greta Lind"
    assert office.act(approve_run, RunRequest(run.id)).result.state == "approved"


def test_only_an_approved_run_is_posted_and_only_once(office):
    a_waiting_receipt(office)
    run = a_run(office)
    with pytest.raises(UserError, match="is draft"):
        office.act(post_run, RunRequest(run.id))
    office.act(approve_run, RunRequest(run.id))
    office.act(post_run, RunRequest(run.id))
    with pytest.raises(UserError, match="is posted"):
        office.act(post_run, RunRequest(run.id))
    with pytest.raises(UserError, match="is posted"):
        office.act(discard_run, RunRequest(run.id))


def test_one_draft_at_a_time(office):
    a_waiting_receipt(office)
    a_run(office)
    with pytest.raises(UserError, match="a draft already"):
        a_run(office, SEPTEMBER)


def test_a_run_is_booked_on_the_first_open_day(office):
    a_waiting_receipt(office)
    office.act(close_period, ClosePeriod(SEPTEMBER))
    run = posted(office)
    newest = select(func.max(JournalEntry.on_day)).where(JournalEntry.source == f"run:{run.id}")
    assert office.read(lambda session: session.scalar(newest)) == date(2026, 9, 15)


def test_repaid_patent_costs_are_left_out_with_the_reason(office, case_id):
    a_policy(office)
    licence = a_licence(office, case_id)
    a_receipt(office, "500.00", case_id, source=licence)
    a_receipt(office, "900.00", case_id, source=licence, income="patent_costs")
    run = a_run(office)
    left_out = office.read(left_out_of, run.id)
    assert [(row.amount.minor, str(row.why)) for row in left_out] == [
        (900_00, "Repaid patent costs are no income: they settle the costs.")
    ]


def test_without_a_policy_nothing_is_drafted(office, case_id):
    a_receipt(office, "500.00", case_id)
    with pytest.raises(UserError, match="no revenue policy"):
        a_run(office)


def test_an_expense_that_was_recovered_is_not_reversed(office, case_id):
    a_policy(office)
    expense = an_expense(office, "25,000.00", case_id)
    a_receipt(office, "500,000.00", case_id)
    posted(office)
    with pytest.raises(UserError, match="reverse that distribution or receipt first"):
        office.act(reverse_expense, Reverse(expense.id, SEPTEMBER, "Not ours"))


def test_paying_empties_the_payees_accounts_and_can_be_taken_back(office):
    a_waiting_receipt(office)
    run = posted(office)
    due = owed(office, "person:2")
    assert due > 0
    office.act(pay_run, RunRequest(run.id))
    assert owed(office, "person:2") == 0
    with pytest.raises(UserError, match="is paid"):
        office.act(reverse_run, RunRequest(run.id, reason="A mistake"))
    office.act(reverse_payment, RunRequest(run.id, reason="The bank sent it back"))
    assert owed(office, "person:2") == due
    assert zero(office)


def test_nobody_is_paid_more_than_stands_on_their_account(office, case_id):
    """A receipt of 100.00 paid out and taken back, then 150.00: the payees get the difference."""
    a_policy(office, "stanford-thirds")
    licence = a_licence(office, case_id)
    receipt = a_receipt(office, "100.00", case_id, source=licence, on=date(2026, 7, 20))
    first = posted(office, JULY)
    office.act(pay_run, RunRequest(first.id))
    office.act(reverse_receipt, Reverse(receipt.id, SEPTEMBER, "Refunded"))
    second = posted(office, JULY)
    assert office.read(payouts_of, second.id) == []
    with pytest.raises(UserError, match="pays nobody"):
        office.act(pay_run, RunRequest(second.id))
    a_receipt(office, "150.00", case_id, source=licence)
    third = posted(office)
    payouts = {each.name: (each.due, each.paid) for each in office.read(payouts_of, third.id)}
    assert payouts["School of Engineering"] == (42_50, 42_50 - 28_33)
    office.act(pay_run, RunRequest(third.id))
    assert owed(office, "person:2") == 0


def test_lifetime_of_a_payee_counts_posted_runs_only(office):
    a_waiting_receipt(office)
    run = a_run(office)
    assert office.read(shares_of_payee, "person:2") == []
    office.act(approve_run, RunRequest(run.id))
    office.act(post_run, RunRequest(run.id))
    assert [s.amount.minor > 0 for s in office.read(shares_of_payee, "person:2")] == [True]


def test_every_posting_names_its_payee(office):
    a_waiting_receipt(office)
    posted(office)
    nameless = select(func.count()).where(
        Posting.account == Account.PAYABLE.value, Posting.party.is_(None)
    )
    assert office.read(lambda session: session.scalar(nameless)) == 0
