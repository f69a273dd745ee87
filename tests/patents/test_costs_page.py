"""Patent costs as an officer works on them, by keyboard: a bill, a claim, a repayment, what is coming."""

import subprocess
from datetime import date
from shutil import which

import pytest
from action_examples.costs import a_claim, a_licensees_expense, granted
from action_examples.parts import a_case
from action_examples.parts_money import a_receipt, an_expense
from openpyxl import load_workbook

from techmgr.core.money import money
from techmgr.desktop.choices import Option
from techmgr.desktop.pages import Place
from techmgr.ledger.queries_costs import (
    claims,
    cost_rows,
    invoices,
    lines_of_invoice,
    repaid_waiting,
)
from techmgr.patents.actions_forecast import SetBudget, set_budget
from techmgr.patents.cost_papers import write_claim, write_forecast
from techmgr.patents.queries_forecast import forecast


@pytest.fixture
def window(office, open_window):
    opened = open_window(office)
    opened.shell.go(Place("costs"))
    opened.settle()
    return opened


def go(window, tab, **extra):
    window.shell.go(Place("costs", extra={"tab": tab, **extra}))
    window.settle()


def test_a_bill_is_entered_and_a_wrong_total_is_marked(window, office):
    case = a_case(office)
    go(window, "invoices", form="invoice")
    form = window.page.sheet.form
    line = {"subject": Option(str(case), "26-001"), "kind": "counsel", "amount": "1,000.00",
            "service_day": date(2026, 7, 9)}  # fmt: skip
    form.fields["firm_id"].set_value(Option(1, "Halden University"))
    form.fields["number"].set_raw("4711")
    form.fields["total"].set_raw("1,250.00")
    form.fields["lines"].set_value([line])
    window.press("Ctrl+S")
    assert "250.00 USD too little" in form.fields["total"].problem
    assert office.read(invoices) == []
    form.fields["total"].set_raw("1,000.00")
    window.press("Ctrl+S")
    [row] = office.read(invoices)
    assert (row.number, row.total, row.lines) == ("4711", money("1,000.00", "USD"), 1)
    assert office.read(lines_of_invoice, row.id)[0].service_day == date(2026, 7, 9)
    assert window.page.why.said[0] == "4711"


def test_lines_are_asked_for_and_the_repayment_is_booked_by_keyboard(window, office):
    a_licensees_expense(office)
    go(window, "lines")
    window.press("C")
    window.press("Ctrl+S")
    [claim] = office.read(claims)
    assert claim.left == money("250.00", "USD")
    go(window, "claims")
    window.press("P")
    window.press("Ctrl+S")
    assert office.read(cost_rows)[0].state == "recovered"
    assert office.read(claims)[0].state == "settled"


def test_a_repayment_that_waits_is_chosen_and_settles(window, office):
    case = a_case(office).id
    older, newer = (
        a_receipt(office, amount, case, income="patent_costs") for amount in ("10.00", "75.00")
    )
    an_expense(office, "75.00", case)
    go(window, "claims")
    window.press("S")
    box = window.page.sheet.form.fields["receipt_id"]
    assert (box.value(), box.box.count()) == (older.id, 2)
    box.set_value(newer.id)
    window.press("Ctrl+S")
    assert office.read(cost_rows)[0].state == "recovered"
    assert [each.receipt_id for each in office.read(repaid_waiting)] == [older.id]
    window.press("S")
    window.press("Ctrl+S")
    assert "No open costs" in window.page.sheet.form.refusal


def test_an_own_line_cannot_be_asked_for(window, office):
    an_expense(office, "75.00", a_case(office).id)
    go(window, "lines")
    window.press("C")
    window.press("Ctrl+S")
    assert "A claim goes to one organisation" in window.page.sheet.form.refusal


def test_a_case_says_why_it_is_not_recovered_and_opens_on_its_money(window, office):
    an_expense(office, "75.00", a_case(office).id)
    go(window, "cases")
    assert window.page.why.said[-1] == "not yet recovered 75.00"
    window.press("Return")
    assert window.page.place.page == "case"


def test_what_is_coming_says_why_and_stands_against_the_budget(window, office):
    granted(office, a_case(office).id)
    office.act(set_budget, SetBudget(2026, money("5,000.00", "USD")))
    go(window, "coming")
    assert window.page.lists.coming.found.budgets[0].left == money("4,140.00", "USD")
    assert "USPTO fee schedule" in window.page.why.said[2]
    window.press("V")
    go(window, "fees")
    assert window.page.lists.tables["fees"].model_.known_rows()[0].fee.country == "US"


@pytest.mark.office
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not here")
def test_the_papers_recompute_to_what_the_program_says(office, tmp_path):
    claim = a_claim(office)
    granted(office, a_case(office, "Other").id)
    pdf, book = write_claim(office, claim.id, tmp_path, "en")
    assert pdf.read_bytes().startswith(b"%PDF")
    found = office.read(forecast, date(2026, 9, 14))
    coming = write_forecast(found, tmp_path / "coming.xlsx", "en")
    command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out")]
    subprocess.run([*command, str(book), str(coming)], check=True, capture_output=True)
    sheet = load_workbook(tmp_path / "out" / book.name, data_only=True).active
    assert [cell.value for cell in sheet[sheet.max_row]][4:] == [250, 0, 0, 250]
    sums = load_workbook(tmp_path / "out" / "coming.xlsx", data_only=True).worksheets[0]
    years = {row[0].value: row[3].value for row in sums.iter_rows(min_row=5, max_row=7)}
    assert years == {str(each.year): each.coming.minor / 100 for each in found.budgets}
