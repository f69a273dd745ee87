"""Patent costs of the sample: bills of two firms, who bears them, claims, repayments, a write-off, estimates."""

from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.ledger.actions import Reverse, SetRate, set_rate, write_off
from techmgr.ledger.actions_costs import (
    ArrangePayers,
    ClaimCosts,
    PayerShare,
    ReceiveRepayment,
    arrange_payers,
    claim_costs,
    receive_repayment,
)
from techmgr.ledger.model import Expense
from techmgr.ledger.queries_costs import claims
from techmgr.patents.actions import FileRight, RightFields, file_right
from techmgr.patents.actions_forecast import EstimateFee, SetBudget, estimate_fee, set_budget
from techmgr.patents.actions_invoices import PayInvoice, enter_invoice, pay_invoice
from techmgr.patents.invoicing import EnterInvoice, InvoiceLine
from techmgr.people.actions_organisations import (
    OrganisationFields,
    RegisterOrganisation,
    register_organisation,
)
from techmgr.sample.lives import Life
from techmgr.sample.story import Story

_CO_OWNED = 9  # of so many licensed cases one has a co-owner
_TWO_FIFTHS = Fraction(2, 5)
_RATES = (("EUR", Fraction(109, 100)), ("JPY", Fraction(67, 10_000)), ("CNY", Fraction(14, 100)))
# What the office expects to pay, agent included; invented, as every amount here.
_ESTIMATES = (
    ("EP", "national_phase", 0, "5,200.00", "EUR"),
    ("EP", "annuity", 0, "980.00", "EUR"),
    ("EP", "annuity", 10, "1,750.00", "EUR"),
    ("CN", "national_phase", 0, "21,000.00", "CNY"),
    ("CN", "annuity", 0, "2,400.00", "CNY"),
    ("JP", "national_phase", 0, "640,000", "JPY"),
)


def settle_fees(story: Story) -> None:
    """Enter rates, estimates of fees and two budgets, a year and a half before today."""
    day = story.today - timedelta(days=550)

    def tell() -> None:
        act = story.office.act
        for currency, rate in _RATES:
            act(set_rate, SetRate(currency, "USD", day, rate, "Invented for the sample"))
        for country, kind, number, amount, currency in _ESTIMATES:
            minor = int(amount.replace(",", "").replace(".", ""))
            money = Money(minor, currency)
            act(estimate_fee, EstimateFee(country, kind, money, date(2020, 1, 1), number))
        year = story.today.year + (story.today.month > 8)
        act(set_budget, SetBudget(year, Money(32_000_000, "USD")))
        act(set_budget, SetBudget(year + 1, Money(9_000_000, "USD")))

    story.on(day, tell)


def licensed(story: Story, life: Life, signed: date, number: int) -> None:
    """Let a licence settle who bears the costs; a firm bills, is paid, and the licensee repays."""
    _share(story, life, signed, number)
    billed = story.today - story.some(40, 400)
    if billed > signed:
        _bill(story, life, billed, number)
        _claim(story, life, billed + timedelta(days=35), number)
    if number % 6 == 0:
        _go_abroad(story, life)


def _share(story: Story, life: Life, signed: date, number: int) -> None:
    def tell() -> None:
        payers = [PayerShare("licensee", life.case.company, Fraction(1))]
        if number % _CO_OWNED == 0:
            owner = _co_owner(story)
            payers = [
                PayerShare("office", None, 1 - _TWO_FIFTHS),
                PayerShare("co_owner", owner, _TWO_FIFTHS),
            ]
        elif number % 3 == 0:
            return  # a licence without costs: the office bears them
        request = ArrangePayers(life.case.id, signed, tuple(payers))
        story.office.act(arrange_payers, request)

    story.on(signed, tell)


def _co_owner(story: Story) -> int:
    if not story.co_owner:
        fields = OrganisationFields("Norrland Technical University", "university", country="SE")
        story.co_owner = story.office.act(
            register_organisation, RegisterOrganisation(fields)
        ).result
    return story.co_owner


def _bill(story: Story, life: Life, day: date, number: int) -> None:
    """A bill of two lines; every fourth is in euros."""
    currency = "EUR" if number % 4 == 0 else "USD"
    fee = 60_000 + 1_500 * story.chance.randint(0, 60)
    agent = 35_000 + 2_500 * story.chance.randint(0, 30)
    firm = story.cast.counsel[number % 2]

    def tell() -> None:
        subject = Reference("patent", life.case.right)
        lines = (
            InvoiceLine(subject, "counsel", Money(agent, currency), "Answer to the office action"),
            InvoiceLine(subject, "annuity", Money(fee, currency), "Official fee, paid for you"),
        )
        total = Money(fee + agent, currency)
        request = EnterInvoice(
            firm, f"{'HU' if number % 2 else 'PW'}-{day:%y}-{number:04}", day, total, lines, "USD",
            day + timedelta(days=45),
        )  # fmt: skip
        bill = story.office.act(enter_invoice, request).result.id
        paid = day + timedelta(days=20 + number % 20)
        if number % 5 and paid <= story.today:
            story.bills[bill] = paid

    story.on(day, tell)
    story.on(day + timedelta(days=41), lambda: _pay(story))


def _pay(story: Story) -> None:
    for bill, paid in list(story.bills.items()):
        if paid <= story.office.today:
            story.office.act(pay_invoice, PayInvoice(bill, None, paid))
            del story.bills[bill]


def _claim(story: Story, life: Life, day: date, number: int) -> None:
    """Most are asked for; of those some repay all, some a part, and one never will."""

    def ask() -> None:
        lines = story.office.read(_borne_by_others, life.case.id)
        for payer in dict.fromkeys(payer for _, payer in lines):
            ids = tuple(number for number, each in lines if each == payer)
            story.office.act(claim_costs, ClaimCosts(payer, ids, day))

    def repay() -> None:
        open_ones = [each for each in story.office.read(claims) if each.state == "open"]
        for each in open_ones[:1]:
            part = each.left if number % 2 else Money(each.left.minor // 2, each.left.currency)
            request = ReceiveRepayment(each.id, story.office.today, part)
            story.office.act(receive_repayment, request)

    def give_up() -> None:
        for line_id, _ in story.office.read(_borne_by_others, life.case.id, "invoiced")[:1]:
            reason = "The licensee is in liquidation; counsel advises against a suit."
            story.office.act(write_off, Reverse(line_id, story.office.today, reason))

    if number % 4 != 1:
        story.on(day, ask)
    if number % 3 == 1:
        story.on(day + timedelta(days=30), repay)
    if number % 13 == 0:
        story.on(day + timedelta(days=60), give_up)


def _borne_by_others(
    session: Session, case_id: int, state: str = "recoverable"
) -> list[tuple[int, int]]:
    """Return (expense id, payer id) of a case's lines that others bear."""
    rows = session.execute(
        select(Expense.id, Expense.payer_id)
        .where(Expense.case_id == case_id, Expense.state == state)
        .where(Expense.payer_id.is_not(None), Expense.reversed_by_id.is_(None))
    )
    return [(number, payer) for number, payer in rows if payer is not None]


def _go_abroad(story: Story, life: Life) -> None:
    """An international filing a year and more ago, with the countries that are planned."""
    day = story.today - story.some(420, 640)

    def tell() -> None:
        pct = _file(story, life, "WO", day)
        for country in ("EP", "CN", "JP"):
            _file(story, life, country, None, pct)

    story.on(day, tell)


def _file(
    story: Story, life: Life, country: str, filed: date | None, parent: int | None = None
) -> int:
    fields = RightFields(
        "pct" if country == "WO" else "national",
        country,
        life.technology.title,
        ((life.case.id, Fraction(1)),),
        filed=filed,
        parent_id=parent,
        application_number=f"PCT/US{filed:%Y}/{40_000 + life.case.id}" if filed else "",
        counsel_id=story.cast.counsel[0],
    )
    return story.office.act(file_right, FileRight(fields)).result
