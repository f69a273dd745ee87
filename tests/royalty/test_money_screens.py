"""Money as an officer uses it, by keyboard: a receipt, a run from draft to payment, why, papers."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.parts_money import (
    a_licence,
    a_policy,
    a_receipt,
    a_run,
    a_waiting_receipt,
    an_expense,
    an_invention,
    posted,
)

from techmgr.casefile.queries_case import part_of
from techmgr.core.references import Reference
from techmgr.desktop.choices import Option
from techmgr.desktop.pages import Place
from techmgr.ledger.queries import expenses_of, receipts_of
from techmgr.royalty.queries import runs
from techmgr.royalty.queries_policies import versions


@pytest.fixture
def window(office, open_window):
    opened = open_window(office)
    opened.shell.go(Place("money"))
    opened.settle()
    return opened


def rows(window, name):
    return window.page.tables[name].model_.known_rows()


def confirm(window, reason=""):
    """Say yes to the question that is asked, with the reason it wants."""
    dialog = window.page.steps.dialog
    dialog.reason.set_raw(reason)
    dialog.do.click()
    window.settle()


def why_of(window) -> str:
    """The why that is shown, as copied, with plain spaces."""
    return "\n".join(window.page.why.lines()).replace("\u202f", " ")


def test_a_run_from_draft_to_payment_by_keyboard(window, office):
    a_waiting_receipt(office)
    window.press("N")
    window.page.sheet.form.fields["through"].set_raw("31 Aug 2026")
    window.press("Ctrl+S")
    assert window.page.run.run.state == "draft"
    for state in ("approved", "posted", "paid"):
        window.press("Ctrl+Return")
        confirm(window)
        assert office.read(runs)[0].state == state
        assert window.page.run.run.state == state


def test_the_question_before_posting_says_it_in_numbers(window, office):
    a_waiting_receipt(office)
    run = a_run(office)
    window.shell.go(Place("run", Reference("run", run.id)))
    window.settle()
    window.press("Ctrl+Return")
    words = window.page.steps.dialog.words.text()
    assert "USD 425,000.00" in words
    assert "5 payees" in words
    window.page.steps.dialog.reject()
    assert office.read(runs)[0].state == "draft"


def test_space_opens_why_and_it_follows_the_keyboard(window, office):
    a_waiting_receipt(office)
    run = posted(office)
    window.shell.go(Place("run", Reference("run", run.id)))
    window.settle()
    window.page.table.setFocus()
    window.page.table.select_number(2)
    window.press("Space")
    why = why_of(window)
    assert window.page.why.isVisible()
    assert "55 % of 141,695.00 = 77,932.25" in why
    assert "33.34 % of 425,000.00 = 141,695.00" in why
    assert "500,000.00" in why
    assert window.page.why.proof.text().endswith("= 425,000.00")
    window.press("J")
    assert "45 % of 141,695.00 = 63,762.75" in why_of(window)
    window.press("Esc")
    assert not window.page.why.isVisible()


def test_cases_without_money_are_one_line_that_enter_opens(window, office):
    a_waiting_receipt(office)
    for _ in range(2):
        empty = an_invention(office)
        an_expense(office, "2,000.00", empty)
        a_receipt(office, "1,000.00", empty)
    run = a_run(office)
    window.shell.go(Place("run", Reference("run", run.id)))
    window.settle()
    folded = [line.label for line in window.page.table.model_.known_rows()]
    assert str(folded[-1]) == "2 cases with nothing to distribute"
    window.page.table.go_to("nothing")
    window.press("Return")
    opened = [line.label for line in window.page.table.model_.known_rows()]
    assert len(opened) > len(folded)
    window.press("Return")
    assert len(window.page.table.model_.known_rows()) == len(folded)


def test_a_part_is_held_with_a_reason_and_released(window, office):
    a_waiting_receipt(office)
    run = a_run(office)
    window.shell.go(Place("run", Reference("run", run.id)))
    window.settle()
    window.page.table.setFocus()
    window.page.table.select_number(2)
    window.press("H")
    confirm(window, "Address unknown")
    assert str(window.page.table.current_row().share.held) == "Address unknown"
    window.press("H")
    confirm(window)
    assert window.page.table.current_row().share.held is None


def test_a_posted_run_is_reversed_with_a_reason_only(window, office):
    a_waiting_receipt(office)
    run = posted(office)
    window.shell.go(Place("run", Reference("run", run.id)))
    window.settle()
    window.page.steps.reverse()
    window.page.steps.dialog.do.click()
    assert window.page.steps.dialog.reason.problem
    confirm(window, "The wrong policy")
    assert window.page.run.run.state == "reversed"


def test_papers_are_written_to_a_folder(window, office, tmp_path):
    a_waiting_receipt(office)
    run = posted(office)
    window.shell.go(Place("run", Reference("run", run.id)))
    window.settle()
    window.page.write_to(tmp_path / "papers")
    window.settle()
    names = {path.suffix for path in (tmp_path / "papers").iterdir()}
    assert names == {".pdf", ".xlsx", ".csv"}


def test_a_receipt_under_an_agreement_fills_payer_and_cases(window, office):
    one, two = an_invention(office), an_invention(office)
    licence = a_licence(office, one, two, shares=["2/3", "1/3"])
    window.page.show_tab("receipts")
    window.press("N")
    window.settle()
    form = window.page._receipt
    form.agreement.set_raw(licence.id)
    form.sheet.form.fields["gross"].set_raw("100.00")
    window.settle()
    assert form.allocation.text() == "26-001 66.67 + 26-002 33.33 = 100.00 USD"
    window.press("Ctrl+S")
    [row] = office.read(receipts_of)
    assert (row.payer, row.source) == ("Norrland Sensor AB", str(licence))
    assert [each.number for each in rows(window, "receipts")] == ["R-00001"]


def test_a_receipt_is_shared_over_cases_that_are_chosen(window, office):
    one, two = an_invention(office), an_invention(office)
    window.page.show_tab("receipts")
    window.page.record_receipt()
    window.settle()
    form, fields = window.page._receipt, window.page.sheet.form.fields
    fields["gross"].set_raw("100.01")
    fields["parts"].set_value([{"case": Option(one, "26-001")}, {"case": Option(two, "26-002")}])
    fields["parts"].cell(0, "share").set_raw("60 %")
    form.sheet.save()
    window.settle()
    assert "or none of them" in fields["parts"].problem
    fields["parts"].cell(1, "share").set_raw("39 %")
    form.sheet.save()
    window.settle()
    assert "make 99" in fields["parts"].problem
    fields["parts"].cell(1, "share").set_raw("40 %")
    assert form.allocation.text() == "26-001 60.01 + 26-002 40.00 = 100.01 USD"
    form.sheet.save()
    window.settle()
    assert [office.read(part_of, 1, case).minor for case in (one, two)] == [6001, 4000]


def test_another_currency_without_a_rate_is_refused_beside_its_field(window, office):
    licence = a_licence(office, an_invention(office))
    window.page.show_tab("receipts")
    window.page.record_receipt()
    window.settle()
    form = window.page._receipt
    form.agreement.set_raw(licence.id)
    form.sheet.form.fields["gross"].set_raw("100.00")
    form.sheet.form.fields["currency"].set_raw("EUR")
    form.sheet.save()
    window.settle()
    assert "no rate from EUR to USD" in form.sheet.form.fields["currency"].problem
    assert office.read(receipts_of) == []
    window.page.show_tab("rates")
    window.page.enter_rate()
    fields = window.page.sheet.form.fields
    fields["currency"].set_raw("eur")
    fields["rate"].set_raw("1,1")
    fields["publisher"].set_raw("ECB")
    window.page.sheet.save()
    window.settle()
    assert rows(window, "rates")[0].rate == Fraction(11, 10)


def test_a_receipt_needs_an_agreement_or_a_case(window, office):
    window.page.record_receipt()
    window.settle()
    form = window.page._receipt
    form.sheet.form.fields["gross"].set_raw("100.00")
    form.sheet.save()
    window.settle()
    assert "or a case" in form.sheet.form.fields["parts"].problem


def test_an_expense_is_booked_on_a_case_found_by_typing(window, office):
    case = an_invention(office)
    window.page.show_tab("expenses")
    window.page.record_expense()
    window.settle()
    fields = window.page.sheet.form.fields
    fields["case"].set_value(Option(case, "26-001"))
    fields["amount"].set_raw("250.00")
    window.page.sheet.save()
    window.settle()
    assert [row.case_id for row in office.read(expenses_of)] == [case]


def test_a_policy_is_adopted_and_its_steps_are_shown(window, office):
    window.page.show_tab("policies")
    window.page.adopt_policy()
    window.page.sheet.form.fields["name"].set_raw("stanford-thirds")
    window.page.sheet.save()
    window.settle()
    assert [row.name for row in office.read(versions)] == ["stanford-thirds"]
    window.page.tables["policies"].setFocus()
    window.press("Return")
    window.settle()
    assert window.page.heading.text() == "Stanford University, thirds"


def test_a_receipt_is_reversed_from_the_list(window, office):
    a_policy(office)
    a_receipt(office, "100.00", an_invention(office), on=date(2026, 9, 1))
    window.shell.go(Place("money", extra={"tab": "receipts"}))
    window.settle()
    window.page.tables["receipts"].setFocus()
    window.press("R")
    window.page.sheet.form.fields["reason"].set_raw("Paid twice")
    window.page.sheet.save()
    window.settle()
    assert [row.reversed for row in office.read(receipts_of)] == [True]
