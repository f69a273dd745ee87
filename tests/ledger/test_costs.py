"""Costs others bear: who pays from when on, claims, repayments, write-offs; nothing is ever shared out twice."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.costs import DAY, OFFICE_60, a_claim, a_licensees_expense
from action_examples.parts import a_case, an_organisation
from action_examples.parts_money import a_receipt, an_expense

from techmgr.core.errors import UserError
from techmgr.core.money import Money, money
from techmgr.ledger.accounts import Account
from techmgr.ledger.actions import Reverse, reverse_expense, reverse_receipt, write_off
from techmgr.ledger.actions_costs import (
    ArrangePayers,
    AssignPayer,
    ClaimCosts,
    PayerShare,
    ReceiveRepayment,
    SettleCosts,
    WithdrawClaim,
    arrange_payers,
    assign_payer,
    claim_costs,
    receive_repayment,
    settle_costs,
    take_back_write_off,
    withdraw_claim,
)
from techmgr.ledger.queries import trial_balance
from techmgr.ledger.queries_costs import (
    claims,
    cost_rows,
    costs_of_case,
    payers_on,
    repaid_waiting,
)
from techmgr.storage.check import findings

SEPTEMBER = date(2026, 9, 14)


def balance(office, account) -> int:
    found = office.read(trial_balance, SEPTEMBER)
    return sum(each.amount.minor for each in found if each.account is account)


def states(office) -> list[str]:
    return [row.state for row in reversed(office.read(cost_rows))]


def sound(office) -> bool:
    return not office.read(lambda session: list(findings(session)))


def repay(office, claim, gross="250.00"):
    return office.act(receive_repayment, ReceiveRepayment(claim.id, DAY, money(gross, "USD")))


def test_a_claim_is_settled_by_what_comes_in_and_open_again_when_it_is_reversed(office):
    claim = a_claim(office)
    assert states(office) == ["invoiced"]
    receipt = repay(office, claim).result
    [row] = office.read(claims)
    assert (row.state, row.back.minor, row.left.minor) == ("settled", 250_00, 0)
    assert states(office) == ["recovered"]
    assert balance(office, Account.PATENT_COSTS) == balance(office, Account.UNDISTRIBUTED) == 0
    office.act(reverse_receipt, Reverse(receipt.id, DAY, "Bounced"))
    [row] = office.read(claims)
    assert (row.state, row.back.minor, row.left.minor) == ("open", 0, 250_00)
    assert balance(office, Account.PATENT_COSTS) == 250_00
    assert balance(office, Account.BANK) == -250_00
    assert sound(office)


def test_a_part_settles_the_oldest_and_more_than_is_open_is_refused(office):
    claim = a_claim(office)
    repay(office, claim, "100.00")
    [row] = office.read(claims)
    assert (row.state, row.left.minor) == ("open", 150_00)
    with pytest.raises(UserError, match=r"USD 150\.01 is more than the USD 150\.00 still open"):
        repay(office, claim, "150.01")
    repay(office, claim, "150.00")
    assert states(office) == ["recovered"]
    with pytest.raises(UserError, match="closed already"):
        repay(office, claim, "1.00")
    assert sound(office)


def test_only_what_an_organisation_bears_is_asked_for_and_only_once(office):
    expense, licensee = a_licensees_expense(office)
    own = an_expense(office, "75.00", a_case(office, "Other").id)
    with pytest.raises(UserError, match="E-00002 is not borne by this organisation"):
        office.act(claim_costs, ClaimCosts(licensee, (own.id,), DAY))
    office.act(claim_costs, ClaimCosts(licensee, (expense,), DAY))
    with pytest.raises(UserError, match="invoiced already and cannot be asked for again"):
        office.act(claim_costs, ClaimCosts(licensee, (expense,), DAY))
    with pytest.raises(UserError, match="withdraw the claim first"):
        office.act(reverse_expense, Reverse(expense, DAY, "Not ours"))
    with pytest.raises(UserError, match="at least one line"):
        office.act(claim_costs, ClaimCosts(licensee, (), DAY))


def test_a_withdrawn_claim_leaves_its_lines_open_and_a_line_can_change_its_payer(office):
    claim = a_claim(office)
    with pytest.raises(UserError, match="invoiced already"):
        office.act(assign_payer, AssignPayer((1,), "office", None, "They ended the licence"))
    with pytest.raises(UserError, match="Say why"):
        office.act(withdraw_claim, WithdrawClaim(claim.id, 1, ""))
    office.act(withdraw_claim, WithdrawClaim(claim.id, 1, "They ended the licence"))
    assert states(office) == ["recoverable"]
    office.act(assign_payer, AssignPayer((1,), "office", None, "They ended the licence"))
    [row] = office.read(cost_rows)
    assert (row.payer, row.payer_id, row.reason) == ("office", None, "They ended the licence")


def test_what_was_repaid_before_its_costs_waits_and_is_never_income(office):
    case = a_case(office).id
    receipt = a_receipt(office, "900.00", case, income="patent_costs")
    assert [each.left.minor for each in office.read(repaid_waiting)] == [900_00]
    with pytest.raises(UserError, match="No open costs"):
        office.act(settle_costs, SettleCosts(receipt.id))
    an_expense(office, "250.00", case)
    assert office.act(settle_costs, SettleCosts(receipt.id)).result == 250_00
    assert [each.left.minor for each in office.read(repaid_waiting)] == [650_00]
    assert balance(office, Account.UNDISTRIBUTED) == -650_00
    assert sound(office)


def test_a_write_off_with_its_reason_can_be_taken_back(office):
    case = a_case(office).id
    line = an_expense(office, "75.00", case)
    office.act(write_off, Reverse(line.id, DAY, "Company is bankrupt"))
    found = office.read(costs_of_case, case, "USD")
    assert (found.written_off.minor, found.left.minor) == (75_00, 0)
    assert office.read(cost_rows)[0].reason == "Company is bankrupt"
    office.act(take_back_write_off, Reverse(line.id, DAY, "They paid after all"))
    assert states(office) == ["recoverable"]
    assert balance(office, Account.WRITTEN_OFF) == 0
    with pytest.raises(UserError, match="is not written off"):
        office.act(take_back_write_off, Reverse(line.id, DAY, "Again"))


def test_a_repayment_is_not_reversed_under_a_write_off_of_what_it_left(office):
    claim = a_claim(office)
    receipt = repay(office, claim, "100.00").result
    line = office.read(cost_rows)[0].id
    office.act(write_off, Reverse(line, DAY, "Company is bankrupt"))
    with pytest.raises(UserError, match="Take the write-off back first"):
        office.act(reverse_receipt, Reverse(receipt.id, DAY, "Bounced"))
    office.act(take_back_write_off, Reverse(line, DAY, "Not yet"))
    office.act(reverse_receipt, Reverse(receipt.id, DAY, "Bounced"))
    assert balance(office, Account.PATENT_COSTS) == office.read(cost_rows)[0].left.minor == 250_00
    assert sound(office)


def test_payers_hold_from_their_day_on_and_make_one(office):
    case = a_case(office).id
    owner = an_organisation(office, "Norrland University", "university")
    half = PayerShare("co_owner", owner, Fraction(1, 2))
    with pytest.raises(UserError, match="The payers' shares make 110"):
        office.act(arrange_payers, ArrangePayers(case, DAY, (OFFICE_60, half)))
    nobody = PayerShare("licensee", None, Fraction(2, 5))
    with pytest.raises(UserError, match="Choose who bears it"):
        office.act(arrange_payers, ArrangePayers(case, DAY, (OFFICE_60, nobody)))
    payers = (OFFICE_60, PayerShare("co_owner", owner, Fraction(2, 5)))
    office.act(arrange_payers, ArrangePayers(case, DAY, payers))
    assert office.read(payers_on, case, date(2026, 8, 31)) == []
    assert [each.share for each in office.read(payers_on, case, DAY)] == [
        Fraction(3, 5),
        Fraction(2, 5),
    ]


def test_the_sum_of_a_case_adds_up(office):
    expense, licensee = a_licensees_expense(office)
    case = office.read(cost_rows)[0].case_id
    an_expense(office, "75.00", case)
    office.act(claim_costs, ClaimCosts(licensee, (expense,), DAY))
    found = office.read(costs_of_case, case, "USD")
    assert found.spent == Money(325_00, "USD")
    assert found.spent == found.back + found.written_off + found.left
    assert (found.asked.minor, found.others.minor) == (250_00, 250_00)
