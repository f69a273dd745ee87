"""What happens to a run after it is posted: holds lifted, late corrections, payments that come back."""

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
from sqlalchemy import select

from techmgr.core.errors import UserError
from techmgr.disclosure.actions_shares import SetShares, SignShares, set_shares, sign_shares
from techmgr.disclosure.shares import PersonShare
from techmgr.ledger.accounts import Account
from techmgr.ledger.actions import Reverse, reverse_receipt, write_off
from techmgr.ledger.actions_costs import take_back_write_off
from techmgr.ledger.model import Expense
from techmgr.ledger.queries import balances_of, trial_balance
from techmgr.ledger.queries_costs import cost_rows
from techmgr.people.actions import SetPayeeAccount, set_payee_account
from techmgr.royalty.actions import (
    HoldShare,
    RunRequest,
    approve_run,
    hold_share,
    post_run,
    reverse_run,
)
from techmgr.royalty.actions_correct import correct_run
from techmgr.royalty.actions_policies import AdoptPolicy, adopt_policy
from techmgr.royalty.correcting import differences, recomputed
from techmgr.royalty.model import PaymentLine
from techmgr.royalty.paying import (
    PayOwed,
    ReturnPayment,
    pay_owed,
    pay_run,
    return_payment,
    reverse_payment,
)
from techmgr.royalty.policies import policy_text
from techmgr.royalty.queries import shares_of_run
from techmgr.royalty.queries_payouts import owed_now, payouts_of
from techmgr.royalty.releasing import (
    ReleaseHeld,
    TakeBackRelease,
    release_held,
    take_back_release,
)
from techmgr.storage.check import findings

JULY, SEPTEMBER = date(2026, 7, 31), date(2026, 9, 14)


def standing(office, payee, account=Account.PAYABLE) -> int:
    """What stands on a payee's account, in minor units owed."""
    found = office.read(balances_of, payee)
    return -sum(each.amount.minor for each in found if each.account is account)


def share_of(office, run_id, payee):
    return next(s for s in office.read(shares_of_run, run_id) if s.payee == payee)


def is_sound(office) -> bool:
    sums: dict[str, int] = {}
    for each in office.read(trial_balance, date(2027, 1, 1)):
        sums[each.amount.currency] = sums.get(each.amount.currency, 0) + each.amount.minor
    return not any(sums.values()) and not office.read(
        lambda session: [f for f in findings(session) if f.problems]
    )


def corrected(office, run_id, reason="It came late"):
    """A correction drafted, approved and posted."""
    run = office.act(correct_run, RunRequest(run_id, reason=reason)).result
    office.act(approve_run, RunRequest(run.id))
    return office.act(post_run, RunRequest(run.id)).result


def with_shares(office, case_id, *shares, since=date(2026, 7, 17), signed=SEPTEMBER) -> None:
    people = tuple(PersonShare(2 + at, Fraction(share)) for at, share in enumerate(shares))
    plan = office.act(set_shares, SetShares(case_id, since, people)).result
    office.act(sign_shares, SignShares(plan, signed))


def test_a_hold_by_hand_is_released_after_posting_and_taken_back(office):
    a_waiting_receipt(office)
    run = a_run(office)
    share = share_of(office, run.id, "person:2")
    office.act(hold_share, HoldShare(share.id, "A dispute"))
    office.act(approve_run, RunRequest(run.id))
    office.act(post_run, RunRequest(run.id))
    office.act(pay_run, RunRequest(run.id))
    assert standing(office, "person:2", Account.ESCROW) == share.amount.minor
    done = office.act(release_held, ReleaseHeld(share.id, "The dispute has ended")).result
    assert done.amount == share.amount
    assert (standing(office, "person:2"), standing(office, "person:2", Account.ESCROW)) == (
        share.amount.minor,
        0,
    )
    with pytest.raises(UserError, match="Only what a posted run holds"):
        office.act(release_held, ReleaseHeld(share.id, "Again"))
    office.act(take_back_release, TakeBackRelease(done.release_id, "It has not ended"))
    assert standing(office, "person:2", Account.ESCROW) == share.amount.minor
    assert is_sound(office)


def test_shares_signed_after_posting_divide_what_was_held(office):
    """Open shares are held in equal parts; what is signed afterwards decides who gets it."""
    a_policy(office)
    case_id = an_invention(office, ("1/2", "1/2"), signed=None)
    a_receipt(office, "500,000.00", case_id, source=a_licence(office, case_id))
    run = posted(office)
    share = share_of(office, run.id, "person:2")
    pool = 2 * share.amount.minor
    with pytest.raises(UserError, match="have not signed"):
        office.act(release_held, ReleaseHeld(share.id, "Signed"))
    with_shares(office, case_id, "3/5", "2/5")
    office.act(release_held, ReleaseHeld(share.id, "Signed on 14 September"))
    assert standing(office, "person:2") == pool * 3 // 5
    assert standing(office, "person:3") == pool * 2 // 5
    assert standing(office, "person:3", Account.ESCROW) == 0
    assert is_sound(office)
    assert not list(office.read(lambda session: list(differences(session, run.id))))


def test_inventors_named_after_posting_get_what_was_held_for_the_case(office):
    a_policy(office)
    an_invention(office, ("1",))
    case_id = an_invention(office, ())
    a_receipt(office, "100.00", case_id, source=a_licence(office, case_id))
    run = posted(office)
    share = share_of(office, run.id, f"technology:{case_id}")
    with pytest.raises(UserError, match="No inventors are recorded"):
        office.act(release_held, ReleaseHeld(share.id, "Found"))
    with_shares(office, case_id, "1")
    office.act(release_held, ReleaseHeld(share.id, "Found"))
    assert standing(office, "person:2") == share.amount.minor


def test_a_reversed_run_takes_its_releases_back(office):
    a_policy(office)
    case_id = an_invention(office, ("1",), signed=None)
    a_receipt(office, "100.00", case_id, source=a_licence(office, case_id))
    run = posted(office)
    with_shares(office, case_id, "1")
    office.act(release_held, ReleaseHeld(share_of(office, run.id, "person:2").id, "Signed"))
    office.act(reverse_run, RunRequest(run.id, reason="The wrong policy"))
    assert standing(office, "person:2") == standing(office, "person:2", Account.ESCROW) == 0
    assert is_sound(office)


def test_what_is_too_small_to_pay_adds_up_until_it_is_paid(office):
    """The smallest payment is 50.00: 28.34 waits, and is owed with the next 28.34."""
    text = policy_text("stanford", date(2026, 1, 1))
    limit = text.replace('id = "inventors"', 'id = "inventors"\nhold_below = "50.00"', 1)
    office.act(adopt_policy, AdoptPolicy(date(2020, 1, 1), text=limit))
    case_id = an_invention(office, ("1",))
    licence = a_licence(office, case_id)
    a_receipt(office, "100.00", case_id, source=licence, on=date(2026, 7, 20))
    first = posted(office, JULY)
    assert share_of(office, first.id, "person:2").held is not None
    assert standing(office, "person:2") == 0
    a_receipt(office, "100.00", case_id, source=licence)
    second = posted(office)
    assert standing(office, "person:2") == 2 * share_of(office, second.id, "person:2").amount.minor
    assert standing(office, "person:2", Account.ESCROW) == 0


def test_a_posted_run_computed_again_gives_the_same_cents(office):
    case_id = an_invention(office, ("11/20", "9/20"), department_id=a_department(office))
    a_policy(office)
    licence = a_licence(office, case_id)
    an_expense(office, "25,000.00", case_id, on=date(2026, 7, 1))
    receipt = a_receipt(office, "3,600,000.01", case_id, source=licence, on=date(2026, 7, 20))
    first = posted(office, JULY)
    a_receipt(office, "0.07", case_id, source=licence)
    second = posted(office)
    office.act(reverse_receipt, Reverse(receipt.id, SEPTEMBER, "Refunded"))
    third = posted(office, SEPTEMBER)
    for run in (first, second, third):
        for each in office.read(recomputed, run.id):
            assert each.now == each.posted


def test_a_late_cost_is_taken_from_the_old_run_and_only_the_difference_is_booked(office):
    case_id = a_waiting_receipt(office)
    first = posted(office)
    an_expense(office, "1,000.00", case_id)
    before = {payee: standing(office, payee) for payee in ("person:2", "person:3")}
    second = corrected(office, first.id)
    # 1,000.00 of costs take 333.40 from the inventors: 55 % and 45 % of it.
    assert standing(office, "person:2") == before["person:2"] - 183_37
    assert standing(office, "person:3") == before["person:3"] - 150_03
    assert sum(s.amount.minor for s in office.read(shares_of_run, second.id)) == 0
    assert office.read(lambda session: session.scalars(select(Expense.state)).all()) == [
        "recovered"
    ]
    assert is_sound(office)
    with pytest.raises(UserError, match="nothing to correct"):
        office.act(correct_run, RunRequest(first.id, reason="Again"))


def test_other_shares_from_an_earlier_day_move_money_between_two_people(office):
    case_id = a_waiting_receipt(office)
    first = posted(office)
    pool = standing(office, "person:2") + standing(office, "person:3")
    with_shares(office, case_id, "1/2", "1/2", since=date(2026, 8, 1))
    corrected(office, first.id, "They have signed other shares")
    assert standing(office, "person:2") == standing(office, "person:3") + pool % 2
    assert standing(office, "person:2") + standing(office, "person:3") == pool


def test_a_correction_leaves_the_brackets_as_they_would_be(office):
    """A cost found later makes room in the first tier, for the runs that follow too."""
    case_id = an_invention(office, ("1",))
    a_policy(office)
    licence = a_licence(office, case_id)
    a_receipt(office, "3,529,411.76", case_id, source=licence, on=date(2026, 7, 20))
    first = posted(office, JULY)  # 85 % of it are 3,000,000.00: the first tier is full
    an_expense(office, "100,000.00", case_id, on=date(2026, 7, 1))
    corrected(office, first.id)
    a_receipt(office, "117,647.06", case_id, source=licence)
    run = posted(office)
    department = next(s for s in office.read(shares_of_run, run.id) if s.party == "department")
    assert department.amount.minor == 24_660_00


def test_a_correction_of_what_is_held_stays_held(office):
    a_policy(office)
    case_id = an_invention(office, ("1",), signed=None)
    a_receipt(office, "500.00", case_id, source=a_licence(office, case_id))
    first = posted(office)
    an_expense(office, "100.00", case_id)
    corrected(office, first.id)
    # 33.34 % of 500.00 less 75.00 less 100.00.
    assert standing(office, "person:2", Account.ESCROW) == 108_36
    assert standing(office, "person:2") == 0


def test_a_person_without_an_account_is_owed_and_paid_when_it_is_known(office):
    a_policy(office)
    case_id = an_invention(office, ("1",), accounts=False, department_id=a_department(office))
    a_receipt(office, "500.00", case_id, source=a_licence(office, case_id))
    run = posted(office)
    share = share_of(office, run.id, "person:2")
    assert [e.can_be_paid for e in office.read(payouts_of, run.id) if e.payee == "person:2"] == [
        False
    ]
    office.act(pay_run, RunRequest(run.id))
    assert standing(office, "person:2") == share.amount.minor
    with pytest.raises(UserError, match="No account of Yuki Tanaka"):
        office.act(pay_owed, PayOwed("USD", ("person:2",)))
    account = SetPayeeAccount("payroll", "P-77", date(2026, 8, 1), person_id=2)
    office.act(set_payee_account, account)
    office.act(pay_owed, PayOwed("USD"))
    assert standing(office, "person:2") == 0
    with pytest.raises(UserError, match="Nothing is owed"):
        office.act(pay_owed, PayOwed("USD"))


def test_one_payment_that_bounced_is_owed_again(office):
    a_waiting_receipt(office)
    run = posted(office)
    office.act(pay_run, RunRequest(run.id))
    line = office.read(
        lambda session: session.scalar(
            select(PaymentLine.id).where(PaymentLine.payee == "person:2")
        )
    )
    office.act(return_payment, ReturnPayment(line, "Account closed"))
    assert [each.payee for each in office.read(owed_now, SEPTEMBER, "USD")] == ["person:2"]
    with pytest.raises(UserError, match="came back already"):
        office.act(return_payment, ReturnPayment(line, "Again"))
    with pytest.raises(UserError, match="return the others one by one"):
        office.act(reverse_payment, RunRequest(run.id, reason="All of it"))
    office.act(pay_owed, PayOwed("USD"))
    assert standing(office, "person:2") == 0
    assert is_sound(office)


def test_a_run_is_not_reversed_under_a_write_off_of_what_it_left(office):
    case_id = a_waiting_receipt(office, gross="40.00")
    line = an_expense(office, "100.00", case_id, on=date(2026, 8, 1))
    run = posted(office)
    [cost] = office.read(cost_rows)
    assert 0 < cost.back.minor < 100_00
    office.act(write_off, Reverse(line.id, SEPTEMBER, "Case closed"))
    with pytest.raises(UserError, match="Take the write-off back first"):
        office.act(reverse_run, RunRequest(run.id, reason="Wrong"))
    office.act(take_back_write_off, Reverse(line.id, SEPTEMBER, "Not yet"))
    office.act(reverse_run, RunRequest(run.id, reason="Wrong"))
    books = office.read(trial_balance, date(2027, 1, 1))
    owed = sum(each.amount.minor for each in books if each.account is Account.PATENT_COSTS)
    assert owed == office.read(cost_rows)[0].left.minor == 100_00
    assert is_sound(office)
