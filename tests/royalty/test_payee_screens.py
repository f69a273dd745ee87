"""Money after posting, by keyboard: why somebody got an amount, what is held, what came back, late costs."""

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

from techmgr.core.references import Reference
from techmgr.desktop.pages import Place
from techmgr.ledger.actions import ClosePeriod, close_period
from techmgr.ledger.queries import closed_until
from techmgr.royalty.actions import (
    HoldShare,
    RunRequest,
    approve_run,
    hold_share,
    post_run,
)
from techmgr.royalty.paying import pay_run
from techmgr.royalty.queries import runs, shares_of_run


@pytest.fixture
def window(office, open_window):
    return open_window(office)


def go(window, page, **extra):
    reference = extra.pop("reference", None)
    window.shell.go(Place(page, reference, extra))
    window.settle()
    return window.page


def confirm(window, reason=""):
    dialog = window.page.dialog
    if reason:
        dialog.reason.set_raw(reason)
    dialog.do.click()
    window.settle()


def states(window) -> list[str]:
    return [each.kind for each in window.page.table.model_.known_rows()]


def test_why_somebody_got_an_amount_is_two_keys_from_their_page(window, office):
    a_waiting_receipt(office)
    posted(office)
    go(window, "person", reference=Reference("person", 2))
    window.press("Y")
    window.page.table.setFocus()
    window.press("Space")
    why = "\n".join(window.page.why.lines()).replace("\u202f", " ")
    assert window.page.why.isVisible()
    assert "55 % of 141,695.00 = 77,932.25" in why
    assert "500,000.00" in why


def test_what_is_held_is_released_from_the_payees_page_and_paid(window, office):
    a_waiting_receipt(office)
    run = a_run(office)
    share = next(s for s in office.read(shares_of_run, run.id) if s.payee == "person:2")
    office.act(hold_share, HoldShare(share.id, "A dispute"))
    office.act(approve_run, RunRequest(run.id))
    office.act(post_run, RunRequest(run.id))
    page = go(window, "payee", reference=Reference("person", 2))
    page.table.setFocus()
    assert states(window) == ["held"]
    window.press("H")
    confirm(window, "The dispute has ended")
    assert states(window) == ["released"]
    window.press("Ctrl+Return")
    confirm(window)
    assert sorted(states(window)) == ["released", "sent"]
    assert window.page.money.owed.minor == 0


def test_a_payment_that_came_back_is_owed_again(window, office):
    a_waiting_receipt(office)
    run = posted(office)
    office.act(pay_run, RunRequest(run.id))
    page = go(window, "payee", payee="person:2")
    page.table.setFocus()
    page.table.go_to(next(e.key for e in page.table.model_.known_rows() if e.kind == "sent"))
    window.press("B")
    confirm(window, "Account closed")
    assert sorted(states(window)) == ["owed", "returned", "sent"]
    assert page.money.owed.minor == 77_932_25


def test_an_old_run_computed_again_shows_the_difference_and_drafts_it(window, office):
    case_id = a_waiting_receipt(office)
    run = posted(office)
    go(window, "run", reference=Reference("run", run.id))
    window.press("D")
    assert window.page.found.is_the_same
    an_expense(office, "1,000.00", case_id)
    page = go(window, "difference", reference=Reference("run", run.id))
    rows = {row.name: row.difference.minor for row in page.table.model_.known_rows()}
    assert rows["Yuki Tanaka"] == -183_37
    page.table.setFocus()
    window.press("Ctrl+Return")
    confirm(window, "The invoice came late")
    assert window.page.run.run.corrects == "D-0001"
    assert [each.state for each in office.read(runs)] == ["draft", "posted"]


def test_money_shows_income_payees_and_accounts_that_open(window, office):
    a_waiting_receipt(office)
    posted(office)
    page = go(window, "money", tab="income")
    assert page.income_view.years.chart.shown == ["500,000.00"]
    assert "500,000.00" in page.income_view.top.accessibleDescription()
    assert page.tables["income"].model_.known_rows()[-1].amounts[0].minor == 500_000_00
    page.show_tab("accounts")
    closing = {e.account: e.closing.minor for e in page.tables["accounts"].model_.known_rows()}
    assert closing["bank"] == 500_000_00
    assert sum(closing.values()) == 0
    page.show_tab("payees")
    page.tables["payees"].setFocus()
    window.press("Return")
    assert window.page.money is not None
    page = go(window, "account", account="bank", currency="USD")
    assert [each.amount.minor for each in page.table.model_.known_rows()] == [500_000_00]


def test_closed_books_are_opened_again_with_a_reason(window, office):
    office.act(close_period, ClosePeriod(office.today, "Year end"))
    page = go(window, "money", tab="accounts")
    page.reopen()
    window.settle()
    confirm(window)
    assert page.dialog.reason.problem
    confirm(window, "An invoice came late")
    assert office.read(closed_until) is None


def test_letters_and_summaries_are_written_from_the_window(window, office, tmp_path, monkeypatch):
    a_policy(office)
    a_receipt(office, "100.00", case := an_invention(office), source=a_licence(office, case))
    run = posted(office)
    office.act(pay_run, RunRequest(run.id))
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getExistingDirectory", lambda *_: str(tmp_path / "papers")
    )
    page = go(window, "run", reference=Reference("run", run.id))
    page.choose_letters()
    window.settle()
    go(window, "money", tab="payees").write_year(2026)
    window.settle()
    go(window, "money", tab="accounts").write_books()
    window.settle()
    folder = tmp_path / "papers"
    endings = sorted({path.suffix for path in folder.iterdir()})
    assert endings == [".csv", ".docx", ".pdf", ".xlsx"]
