"""Bills of law firms: the printed total proved, shared to the cent, owed until paid, credited, reversed."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.costs import DAY, a_bill, a_firm, a_line, entered
from action_examples.intake import an_import
from action_examples.parts import a_case, an_organisation
from action_examples.patents import fields

from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.intake.actions import import_rows
from techmgr.ledger.accounts import Account
from techmgr.ledger.actions import (
    ClosePeriod,
    Reverse,
    SetRate,
    close_period,
    reverse_expense,
    set_rate,
)
from techmgr.ledger.actions_costs import ArrangePayers, PayerShare, arrange_payers
from techmgr.ledger.queries import trial_balance
from techmgr.ledger.queries_costs import cost_rows, invoices, lines_of_invoice
from techmgr.patents.actions import FileRight, RightFields, ShareRight, file_right, share_right
from techmgr.patents.actions_invoices import (
    PayInvoice,
    ReverseInvoice,
    enter_invoice,
    pay_invoice,
    reverse_invoice,
    take_back_payment,
)
from techmgr.patents.costs import OFFICE, Bearer, parts_of_line
from techmgr.storage.check import findings

THIRD = Fraction(1, 3)


def balance(office, account, currency="USD") -> int:
    found = office.read(trial_balance, date(2026, 9, 14))
    return sum(
        each.amount.minor
        for each in found
        if each.account is account and each.amount.currency == currency
    )


def sound(office) -> bool:
    return not office.read(lambda session: list(findings(session)))


def enter(office, *lines, firm=None, **more):
    return office.act(enter_invoice, a_bill(firm or a_firm(office), *lines, **more)).result


def test_a_bill_is_owed_to_its_firm_until_it_is_paid(office):
    bill = entered(office, "1,000.00", "250.50")
    assert bill.expenses == ("E-00001", "E-00002")
    assert balance(office, Account.PATENT_COSTS) == 1_250_50
    assert balance(office, Account.SUPPLIERS) == -1_250_50
    office.act(pay_invoice, PayInvoice(bill.id, 1, DAY))
    assert balance(office, Account.SUPPLIERS) == 0
    assert balance(office, Account.BANK) == -1_250_50
    with pytest.raises(UserError, match="was paid on 2026-09-01"):
        office.act(pay_invoice, PayInvoice(bill.id, 2, DAY))
    with pytest.raises(UserError, match="take the payment back first"):
        office.act(reverse_invoice, ReverseInvoice(bill.id, 2, DAY, "Not ours"))
    office.act(take_back_payment, ReverseInvoice(bill.id, 2, DAY, "Bounced"))
    office.act(reverse_invoice, ReverseInvoice(bill.id, 3, DAY, "Not ours"))
    assert {balance(office, each) for each in Account} == {0}
    assert [row.reversed for row in office.read(cost_rows)] == [True, True]
    assert sound(office)


def test_lines_that_do_not_make_the_printed_total_are_refused(office):
    case = a_case(office)
    lines = a_line(case, "100.00"), a_line(case, "20.00")
    with pytest.raises(UserError) as refused:
        enter(office, *lines, total="125.00")
    assert "The lines make 120.00, but 125.00 is printed" in str(refused.value)
    assert "5.00 USD too little" in str(refused.value)
    assert refused.value.field == "total"
    assert office.read(invoices) == []


def test_an_invoice_of_a_firm_is_entered_once(office):
    firm, case = a_firm(office), a_case(office)
    bill = enter(office, a_line(case, "100.00"), firm=firm, number="A-12")
    with pytest.raises(UserError, match=r"a-12 of Hartmann.* dated 2026-09-01, USD 100\.00"):
        enter(office, a_line(case, "90.00"), firm=firm, number="a-12 ")
    enter(office, a_line(case, "90.00"), firm=a_firm(office, "Other LLP"), number="A-12")
    office.act(reverse_invoice, ReverseInvoice(bill.id, 1, DAY, "Wrong amount"))
    enter(office, a_line(case, "90.00"), firm=firm, number="A-12")


def test_a_right_of_three_cases_shares_its_cost_to_the_cent(office):
    cases = [a_case(office, f"Sensor {number}").id for number in range(3)]
    shares = tuple((case, THIRD) for case in cases)
    right = RightFields("provisional", "US", "Sensor", shares, date(2026, 8, 3))
    right_id = office.act(file_right, FileRight(right)).result
    enter(office, a_line(Reference("patent", right_id), "100.00"))
    assert sorted(row.base.minor for row in office.read(cost_rows)) == [33_33, 33_33, 33_34]
    assert sound(office)


def test_a_co_owner_bears_the_share_of_the_service_day(office):
    case, owner = a_case(office), an_organisation(office, "Norrland University", "university")
    shared = (
        PayerShare("office", None, Fraction(2, 3)),
        PayerShare("co_owner", owner, THIRD),
    )
    office.act(arrange_payers, ArrangePayers(case.id, date(2026, 8, 1), shared))
    before, after = date(2026, 7, 31), date(2026, 8, 1)
    enter(office, a_line(case, "100.00", day=before), a_line(case, "100.00", day=after))
    found = [(row.payer, row.payer_name, row.base.minor) for row in office.read(cost_rows)]
    assert found == [
        ("co_owner", "Norrland University", 33_33),
        ("office", "", 66_67),
        ("office", "", 100_00),
    ]


@pytest.mark.parametrize(
    ("currency", "amount", "rate", "base_minor"),
    [("JPY", "100,000", Fraction(65, 10_000), 650_00), ("KWD", "1.500", Fraction(325, 100), 4_88)],
)
def test_another_currency_needs_a_rate_and_has_its_own_decimals(
    office, currency, amount, rate, base_minor
):
    case, firm = a_case(office), a_firm(office)
    with pytest.raises(UserError, match=f"no rate from {currency} to USD"):
        enter(office, a_line(case, amount, currency), firm=firm)
    office.act(set_rate, SetRate(currency, "USD", date(2026, 8, 1), rate, "A bank"))
    bill = enter(office, a_line(case, amount, currency), firm=firm)
    [row] = office.read(invoices)
    assert row.base == Money(base_minor, "USD")
    assert balance(office, Account.SUPPLIERS, currency) == -row.total.minor
    office.act(pay_invoice, PayInvoice(bill.id, 1, DAY))
    assert balance(office, Account.SUPPLIERS, currency) == 0
    assert sound(office)


def test_a_credit_lessens_what_is_open_of_the_same_right_and_never_more(office):
    case, firm = a_case(office), a_firm(office)
    enter(office, a_line(case, "60.00"), a_line(case, "40.00"), firm=firm, number="1")
    with pytest.raises(UserError, match=r"gives back 100\.01, but only 100\.00"):
        enter(office, a_line(case, "-100.01"), firm=firm, number="2")
    note = enter(office, a_line(case, "-30.00"), firm=firm, number="2")
    assert [row.left.minor for row in office.read(cost_rows)] == [28_00, 42_00]
    assert balance(office, Account.PATENT_COSTS) == 70_00
    assert balance(office, Account.SUPPLIERS) == -70_00
    assert [each.amount.minor for each in office.read(lines_of_invoice, note.id)] == [-30_00]
    office.act(reverse_invoice, ReverseInvoice(note.id, 1, DAY, "Taken back"))
    assert [row.left.minor for row in office.read(cost_rows)] == [40_00, 60_00]
    assert sound(office)


def test_a_line_and_a_day_that_cannot_be_are_refused(office):
    case = a_case(office)
    request = fields(case.id, filed=date(2026, 8, 3))
    right = Reference("patent", office.act(file_right, FileRight(request)).result)
    office.act(close_period, ClosePeriod(date(2026, 8, 31)))
    with pytest.raises(UserError, match=r"closed until 2026-08-31\. Use 2026-09-01"):
        enter(office, a_line(right, "10.00"), on=date(2026, 8, 30))
    with pytest.raises(UserError, match="Line 2 is 0"):
        enter(office, a_line(case, "10.00"), a_line(case, "0.00"))
    with pytest.raises(UserError, match="An invoice has one currency"):
        enter(office, a_line(case, "10.00"), a_line(case, "10.00", "EUR"))
    bill = enter(office, a_line(right, "10.00"), on=date(2026, 9, 2))
    with pytest.raises(UserError, match="is part of invoice 4711: reverse the invoice"):
        office.act(reverse_expense, Reverse(1, DAY, "Not ours"))
    with pytest.raises(UserError, match="then or later"):
        office.act(pay_invoice, PayInvoice(bill.id, 1, date(2026, 9, 1)))


def test_a_right_without_a_case_is_refused_with_a_way_out(office):
    taken = an_import(office, "rights", ("Application number", "Title"), ("17/320001", "Sensor"))
    office.act(import_rows, taken)
    line = a_line(Reference("patent", 1), "10.00")
    with pytest.raises(UserError, match=r"belongs to no case\. Give it a case first") as refused:
        enter(office, line)
    assert refused.value.field == "lines"
    assert office.read(invoices) == office.read(cost_rows) == []
    share = ShareRight(1, None, ((a_case(office).id, Fraction(1)),))
    office.act(share_right, share)
    enter(office, line)


def test_parts_sum_to_the_line_in_both_currencies():
    bearers = {2: (Bearer("office", None, Fraction(3, 5)), Bearer("co_owner", 9, Fraction(2, 5)))}
    cases = [(1, Fraction(1, 2)), (2, Fraction(1, 2))]
    parts = parts_of_line(100_00, 33_33, cases, bearers)
    assert [(part.case_id, part.minor) for part in parts] == [(1, 50_00), (2, 30_00), (2, 20_00)]
    assert sum(part.base_minor for part in parts) == 33_33
    assert parts[0].bearer is OFFICE
