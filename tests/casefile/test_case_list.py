"""The list of cases as an officer uses it: filter, views, preview, copy, export, open."""

import csv
from datetime import date
from fractions import Fraction

import pytest
from action_examples.parts import OFFICER_ID, an_organisation
from openpyxl import load_workbook
from PySide6.QtGui import QGuiApplication

from techmgr.core.money import money
from techmgr.core.references import Reference
from techmgr.desktop.pages import Place
from techmgr.ledger.actions import record_receipt
from techmgr.ledger.receiving import RecordReceipt
from techmgr.technology.actions import (
    CaseFields,
    CloseCase,
    RegisterCase,
    close_case,
    register_case,
)
from techmgr.technology.actions_notes import AddTask, add_task

TITLES = (
    ("Wireless Temperature Sensor", "Reads the temperature without wires."),
    ("Sensing Magnetic Fields", "Fibre optics see the field."),
    ("Outer Aileron Yaw Damper", "Damps yaw by the ailerons."),
    ("Composite Overwrap", "A pressure vessel with a sensor inside."),
)


@pytest.fixture
def cases(office):
    """Four cases; the first has an income and a date, the third is closed."""
    made = [
        office.act(
            register_case,
            RegisterCase(CaseFields(title, abstract, received=date(2026, 7, 17)), OFFICER_ID),
        ).result.case_id
        for title, abstract in TITLES
    ]
    payer = an_organisation(office)
    request = RecordReceipt(
        date(2026, 9, 1),
        money("1,234.50", "USD"),
        "earned",
        "USD",
        ((made[0], Fraction(1)),),
        payer,
    )
    office.act(record_receipt, request)
    office.act(
        add_task, AddTask(Reference("technology", made[0]), "Call them", date(2026, 9, 1), step=5)
    )
    office.act(close_case, CloseCase(made[2], None, "Not new"))
    return made


@pytest.fixture
def window(office, cases, open_window):
    opened = open_window(office)
    opened.shell.go(Place("cases"))
    opened.settle()
    return opened


def numbers(window):
    return [row.title for row in window.page.model.known_rows()]


def test_open_cases_are_shown_first_with_date_and_income(window):
    assert numbers(window) == [TITLES[3][0], TITLES[1][0], TITLES[0][0]]
    row = window.page.model.known_rows()[-1]
    assert (row.next_what, row.next_state, row.steps[4]) == ("Call them", "overdue", "overdue")
    assert row.income == money("1,234.50", "USD")
    assert "1,234.50" in window.page.status()


def test_typing_narrows_over_title_and_abstract_and_says_how_many(window):
    window.press("/")
    window.type("sens")
    assert set(numbers(window)) == {TITLES[0][0], TITLES[1][0], TITLES[3][0]}
    window.type("or")
    assert set(numbers(window)) == {TITLES[0][0], TITLES[3][0]}
    assert window.page.filter._count.text() == "2 of 4"


def test_a_view_a_chip_and_a_view_kept_by_hand(window, office, open_window):
    window.page.show_view("all")
    window.settle()
    assert len(numbers(window)) == 4
    window.page.show_filter(window.page._chosen.__class__(statuses=("closed",)))
    window.settle()
    assert numbers(window) == [TITLES[2][0]]
    assert window.page.chips.texts() == ["Closed"]
    window.page.add_view("Given up")
    window.settle()
    again = open_window(office)
    again.shell.go(Place("cases"))
    again.settle()
    assert "Given up" in again.page.views.texts()
    again.page.show_view("own1")
    again.settle()
    assert numbers(again) == [TITLES[2][0]]


def test_no_hit_offers_a_way_out(window):
    window.page.filter.setText("nothing of the kind")
    window.settle()
    assert window.page._stack.currentIndex() == 2
    window.page.show_all()
    window.settle()
    assert window.page._stack.currentIndex() == 0
    assert len(numbers(window)) == 4


def test_an_empty_office_says_what_belongs_here(office, open_window):
    window = open_window(office)
    window.shell.go(Place("cases"))
    window.settle()
    assert window.page._stack.currentIndex() == 1


def test_the_preview_follows_the_keyboard_and_enter_opens(window):
    window.page.table.setFocus()
    first = window.page.preview.number
    window.press("J")
    assert window.page.preview.number != first
    shown = window.page.preview.number
    window.press("Return")
    assert window.page.title() == shown


def test_sorting_by_computed_columns_puts_the_unknown_last(window):
    from techmgr.desktop.columns import Order

    for key in ("income", "next_day"):
        for descending in (False, True):
            window.page.model.sort_by(Order(key, descending))
            window.settle()
            assert numbers(window)[0] == TITLES[0][0]


def test_copy_gives_what_is_shown(window, qtbot):
    def chosen():
        # The list may be read anew behind the first page: then its rows are not there for a moment.
        window.page.table.select_number(0)
        return len(window.page.table.marked()) == 1

    qtbot.waitUntil(chosen, timeout=20_000)
    window.page.table.copy()
    head, line, _ = QGuiApplication.clipboard().text().split("\n")
    assert head.startswith("Case\tTitle\tMgr")
    assert TITLES[3][0] in line


def test_export_writes_exactly_what_is_shown(window, tmp_path):
    window.page.table.arrangement.show_column("next_what", shown=False)
    window.page.export_to(tmp_path / "cases.xlsx")
    window.page.export_to(tmp_path / "cases.csv")
    window.settle()
    sheet = load_workbook(tmp_path / "cases.xlsx").active
    head = [cell.value for cell in sheet[1]]
    assert head[:4] == ["Case", "Title", "Mgr", "1"]
    assert "What" not in head
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == numbers(window)
    assert sheet.cell(4, len(head)).value == 1234.5
    lines = list(csv.reader((tmp_path / "cases.csv").read_text("utf-8-sig").splitlines()))
    assert [line[1] for line in lines[1:]] == numbers(window)
