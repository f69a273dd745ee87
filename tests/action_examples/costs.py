"""Examples of what an officer can do with firms' bills and with costs that others bear."""

from datetime import date
from fractions import Fraction

from action_examples import example
from action_examples.parts import a_case, an_organisation
from action_examples.parts_money import a_receipt, an_expense
from techmgr.core.money import Money, money
from techmgr.core.references import Reference
from techmgr.ledger.actions import RecordExpense, Reverse, record_expense, write_off
from techmgr.ledger.actions_costs import (
    ArrangePayers,
    AssignPayer,
    ClaimCosts,
    Claimed,
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
from techmgr.patents.actions import FileRight, RightFields, file_right
from techmgr.patents.actions_forecast import (
    EstimateFee,
    RemoveEstimate,
    SetBudget,
    estimate_fee,
    remove_estimate,
    set_budget,
)
from techmgr.patents.actions_invoices import (
    InvoiceEntered,
    PayInvoice,
    ReverseInvoice,
    enter_invoice,
    pay_invoice,
    reverse_invoice,
    take_back_payment,
)
from techmgr.patents.invoicing import EnterInvoice, InvoiceLine

DAY = date(2026, 9, 1)
OFFICE_60 = PayerShare("office", None, Fraction(3, 5))


def a_line(subject, amount, currency="USD", kind="counsel", day=None) -> InvoiceLine:
    return InvoiceLine(subject, kind, money(amount, currency), "Response to office action", day)


def a_bill(firm, *lines, number="4711", total=None, on=DAY, base="USD") -> EnterInvoice:
    """A firm's bill whose printed total is the sum of its lines, unless another is given."""
    currency = lines[0].amount.currency
    summed = Money(sum(each.amount.minor for each in lines), currency)
    return EnterInvoice(firm, number, on, money(total, currency) if total else summed, lines, base)


def a_firm(office, name="Hartmann & Ueda LLP") -> int:
    return an_organisation(office, name, "law_firm")


def entered(office, *amounts, currency="USD") -> InvoiceEntered:
    """A bill of some lines for one case."""
    case = a_case(office)
    lines = [a_line(case, amount, currency) for amount in amounts]
    return office.act(enter_invoice, a_bill(a_firm(office), *lines)).result


def a_licensees_expense(office, amount="250.00", *, case_id=None) -> tuple[int, int]:
    """A cost the licensee bears: the expense's id and the licensee's."""
    case_id = case_id or a_case(office).id
    licensee = an_organisation(office)
    subject = Reference("technology", case_id)
    request = RecordExpense(
        date(2026, 8, 5),
        money(amount, "USD"),
        case_id,
        subject,
        "filing",
        "USD",
        payer="licensee",
        payer_id=licensee,
    )
    return office.act(record_expense, request).result.id, licensee


def a_claim(office, amount="250.00") -> Claimed:
    expense, licensee = a_licensees_expense(office, amount)
    return office.act(claim_costs, ClaimCosts(licensee, (expense,), DAY)).result


@example(enter_invoice)
def _(office):
    return a_bill(a_firm(office), a_line(a_case(office), "1,250.00"))


@example(pay_invoice)
def _(office):
    return PayInvoice(entered(office, "100.00").id, 1, DAY)


@example(take_back_payment)
def _(office):
    bill = entered(office, "100.00")
    office.act(pay_invoice, PayInvoice(bill.id, 1, DAY))
    return ReverseInvoice(bill.id, 2, DAY, "Bounced")


@example(reverse_invoice)
def _(office):
    return ReverseInvoice(entered(office, "100.00").id, 1, DAY, "Not ours")


@example(arrange_payers)
def _(office):
    owner = an_organisation(office, "Norrland University", "university")
    payers = (OFFICE_60, PayerShare("co_owner", owner, Fraction(2, 5)))
    return ArrangePayers(a_case(office).id, date(2026, 1, 1), payers)


@example(assign_payer)
def _(office):
    line = an_expense(office, "250.00", a_case(office).id)
    return AssignPayer((line.id,), "licensee", an_organisation(office), "Clause 6.2")


@example(claim_costs)
def _(office):
    expense, licensee = a_licensees_expense(office)
    return ClaimCosts(licensee, (expense,), DAY)


@example(withdraw_claim)
def _(office):
    return WithdrawClaim(a_claim(office).id, 1, "Sent to the wrong company")


@example(receive_repayment)
def _(office):
    return ReceiveRepayment(a_claim(office).id, DAY, money("250.00", "USD"))


@example(settle_costs)
def _(office):
    case = a_case(office).id
    receipt = a_receipt(office, "900.00", case, income="patent_costs")
    an_expense(office, "250.00", case)
    return SettleCosts(receipt.id)


@example(take_back_write_off)
def _(office):
    line = an_expense(office, "250.00", a_case(office).id)
    office.act(write_off, Reverse(line.id, DAY, "Case closed"))
    return Reverse(line.id, DAY, "It was the other case")


@example(estimate_fee)
def _(_office):
    return an_estimate("JP", "annuity", "12,300", "JPY", number=4)


@example(remove_estimate)
def _(office):
    return RemoveEstimate(office.act(estimate_fee, an_estimate("EP", "annuity", "800.00")).result)


@example(set_budget)
def _(_office):
    return SetBudget(2027, money("120,000.00", "USD"))


def an_estimate(country, kind, amount, currency="EUR", **more) -> EstimateFee:
    return EstimateFee(country, kind, money(amount, currency), date(2026, 1, 1), **more)


def a_filing(office, case_id, kind="non_provisional", country="US", **more) -> int:
    fields = RightFields(kind, country, "Sensor", ((case_id, Fraction(1)),), **more)
    return office.act(file_right, FileRight(fields)).result


def granted(office, case_id, size="small") -> int:
    """A United States patent granted on 2 March 2023: fee 1 until 2 September 2026, then 2030."""
    return a_filing(
        office,
        case_id,
        filed=date(2020, 3, 2),
        granted=date(2023, 3, 2),
        grant_number="11,600,000",
        entity_size=size,
    )
