"""The page of a right by keyboard: the family, an event and what moved, an edit, the list."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.parts import a_case

from techmgr.core.references import Reference
from techmgr.desktop.pages import Place
from techmgr.docket.actions import RecordEvent, record_event
from techmgr.docket.queries import deadlines_of, events_of
from techmgr.patents.actions import FileRight, RightFields, file_right
from techmgr.patents.queries import right_by_id, right_rows

pytestmark = pytest.mark.gui
TODAY = date(2026, 9, 14)


@pytest.fixture
def family(office):
    """A provisional, and the application that converts it."""
    cases = ((a_case(office).id, Fraction(1)),)
    made: list[int] = []
    for kind, filed, number in (
        ("provisional", date(2025, 9, 15), "63/112,233"),
        ("non_provisional", date(2026, 9, 1), "19/112,233"),
    ):
        parent = made[0] if made else None
        fields = RightFields(kind, "US", "Virtual sensor", cases, filed, number, parent_id=parent)
        made.append(office.act(file_right, FileRight(fields)).result)
    return made


@pytest.fixture
def window(open_window, office, family):
    window = open_window(office)
    window.shell.go(Place("patent", Reference("patent", family[1])))
    window.settle()
    return window


def test_the_family_is_walked_by_keyboard(window, family):
    page = window.page
    page.tree.setFocus()
    assert "19/112,233" in page.tree.currentIndex().data()
    window.press("Left")
    assert page.tree.branch().member.id == family[0]
    window.press("Return")
    assert window.page.found.row.id == family[0]
    assert window.page.title() == "US 63/112,233"
    window.press("Right", "Return")
    assert window.page.found.row.id == family[1]


def test_an_event_moves_dates_and_they_are_listed(window, office, family):
    window.press("V")
    sheet = window.page.sheet
    sheet.form.set_values({"kind": "us.nonfinal", "on_day": date(2026, 9, 10)})
    window.press("Ctrl+S")
    subject = Reference("patent", family[1])
    assert "us.nonfinal" in {each.kind for each in office.read(events_of, subject)}
    said = [each.text() for each in window.page.panel().findChildren(type(window.page.head))]
    assert any("10 Dec" in words for words in said), said
    window.press("Esc")
    assert window.page.panel() is window.page.facts


def test_an_event_is_corrected_and_taken_out_with_a_reason(window, office, family):
    subject = Reference("patent", family[1])
    office.act(record_event, RecordEvent(subject, "us.nonfinal", date(2026, 9, 10)))
    window.page.open(window.page.place)
    window.settle()
    window.page.events.setFocus()
    window.page.events.select_number(0)
    window.press("Return")
    window.page.sheet.form.set_values({"on_day": date(2026, 9, 8), "reason": "Mailed before"})
    window.press("Ctrl+S")
    due = {each.rule: each.legal for each in office.read(deadlines_of, subject)}
    assert due["us.reply"] == date(2026, 12, 8)
    window.page.events.setFocus()
    window.press("Del")
    window.page.sheet.form.set_values({"reason": "Another application"})
    window.press("Ctrl+S")
    states = {each.rule: each.state for each in office.read(deadlines_of, subject)}
    assert states["us.reply"] == "ended"


def test_a_right_is_edited_and_refused_beside_its_field(window, office, family):
    window.press("E")
    form = window.page.sheet.form
    form.set_values({"filed": date(2025, 9, 1)})
    window.press("Ctrl+S")
    assert "was itself filed before" in form.fields["parent_id"].problem
    form.set_values({"filed": date(2026, 9, 2), "title": "Virtual sensor II"})
    window.press("Ctrl+S")
    row = office.read(right_by_id, family[1], TODAY)
    assert (row.filed, row.title, row.parent_id) == (
        date(2026, 9, 2), "Virtual sensor II", family[0],
    )  # fmt: skip


def test_the_list_narrows_by_number(window, family):
    window.shell.go(Place("rights"))
    window.settle()
    page = window.page
    assert page.table.model_.rowCount() == 2
    page.filter.setFocus()
    window.type("63112")
    window.wait(200)
    assert page.table.model_.rowCount() == 1
    window.press("Return")
    assert window.page.found.row.id == family[0]


def test_a_list_of_rights_is_imported_in_the_window(window, office, tmp_path):
    path = tmp_path / "rights.csv"
    path.write_text(
        "application_number,title,filing_date\n19/112233,Renamed,\n19/200001,New,2026-03-04\n"
    )
    window.shell.go(Place("import", extra={"target": "rights", "file": path}))
    window.settle()
    page = window.page
    assert page.choosing.target.raw() == "rights"
    window.press("Ctrl+Return")
    window.press("Ctrl+Return")
    titles = {row.title for row in office.read(right_rows, today=TODAY)}
    assert titles == {"Virtual sensor", "Renamed", "New"}
