"""What is owed before sharing, by keyboard: a reserve entered, filled by a run, used, and its rest released."""

from datetime import date

import pytest
from action_examples.parts_money import (
    a_licence,
    a_policy,
    a_receipt,
    an_expense,
    an_invention,
    posted,
)

from techmgr.desktop.choices import Option
from techmgr.desktop.pages import Place
from techmgr.royalty.queries_claims import prior_claims

AUGUST = date(2026, 8, 31)


@pytest.fixture
def case_id(office):
    return an_invention(office, ("1/2", "1/2"))


@pytest.fixture
def window(office, open_window):
    opened = open_window(office)
    opened.shell.go(Place("money"))
    opened.settle()
    opened.page.show_tab("claims")
    opened.settle()
    return opened


def fields(window):
    return window.page.sheet.form.fields


def test_a_reserve_from_entry_to_release(window, office, case_id):
    window.press("N")
    fields(window)["case_id"].set_value(Option(case_id, "26-001"))
    fields(window)["amount"].set_raw("5,000.00")
    fields(window)["text"].set_raw("Annuities of next year")
    fields(window)["valid_from"].set_raw("1 Jan 2026")
    fields(window)["reason"].set_raw("Budget")
    window.press("Ctrl+S")
    [claim] = office.read(prior_claims)
    assert (claim.what, claim.asked.minor, claim.held.minor) == ("reserve", 5_000_00, 0)

    a_policy(office, "mit")
    an_expense(office, "20,000.00", case_id)
    a_receipt(office, "100,000.00", case_id, source=a_licence(office, case_id))
    posted(office, AUGUST)
    cost = an_expense(office, "3,200.00", case_id, on=date(2026, 9, 1))
    window.page.changed(frozenset())  # the run was posted beside this window
    window.settle()
    window.page.tables["claims"].setFocus()
    window.page.tables["claims"].select_number(0)
    window.press("P")
    window.settle()
    fields(window)["expense_id"].set_raw(cost.id)
    window.press("Ctrl+S")
    assert office.read(prior_claims)[0].held.minor == 1_800_00

    window.page.tables["claims"].select_number(0)
    window.press("E")
    fields(window)["reason"].set_raw("The annuities are paid")
    window.press("Ctrl+S")
    [ended] = office.read(prior_claims)
    assert (ended.held.minor, ended.released.minor) == (0, 1_800_00)

    window.page.tables["claims"].select_number(0)
    window.press("R")
    fields(window)["reason"].set_raw("One more is to come")
    window.press("Ctrl+S")
    assert office.read(prior_claims)[0].held.minor == 1_800_00


def test_a_claim_names_its_case(window, office):
    window.press("N")
    fields(window)["amount"].set_raw("5.00")
    fields(window)["text"].set_raw("Annuities")
    fields(window)["reason"].set_raw("Budget")
    window.press("Ctrl+S")
    assert fields(window)["case_id"].problem
    assert office.read(prior_claims) == []
