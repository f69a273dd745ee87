"""The list of deadlines as an officer uses it: weeks, why, done, waive, check, pass on."""

from datetime import date

import pytest
from action_examples.docket import a_deadline, a_provisional
from action_examples.parts import a_case, a_person
from icalendar import Calendar
from pypdf import PdfReader
from PySide6.QtCore import Qt

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.desktop.choices import Option
from techmgr.desktop.grouping import Group
from techmgr.desktop.pages import Place
from techmgr.docket.actions_deadlines import (
    Extend,
    MarkDone,
    MarkMissed,
    SetDeadline,
    Waive,
    extend,
    mark_done,
    mark_missed,
    set_deadline,
    waive,
)
from techmgr.docket.following import follow_record
from techmgr.docket.queries import DeadlineFilter, deadline_by_id, due_within
from techmgr.docket.screens.files_row import FilesRow
from techmgr.docket.screens.keeping import write_ahead, write_calendar
from techmgr.docket.screens.subscribed import write_subscribed
from techmgr.docket.screens.weeks import week_words
from techmgr.documents.queries import files_of
from techmgr.office.actions import SetSettings, set_settings

TODAY = date(2026, 9, 14)
pytestmark = pytest.mark.gui


@pytest.fixture
def by_hand(office):
    """A provisional with its dates, and two deadlines set by hand: one overdue, one this week."""
    office.act(follow_record, a_provisional(office))
    return a_deadline(office, date(2026, 9, 8)), a_deadline(office, date(2026, 9, 17))


@pytest.fixture
def window(office, by_hand, open_window):
    opened = open_window(office)
    opened.shell.go(Place("deadlines"))
    opened.settle()
    return opened


@pytest.fixture
def page(window):
    return window.page


@pytest.fixture
def rest(window):
    return window.settle


def headings(page):
    model = page.table.model_
    rows = [model.row_at(number) for number in range(model.rowCount())]
    return [row.text for row in rows if isinstance(row, Group)]


def go_to(page, rest, deadline):
    page.table.setFocus()
    assert page.table.go_to(deadline)
    rest()


def test_overdue_stands_on_top_and_then_the_weeks(page, by_hand):
    assert headings(page)[:2] == ["Overdue", "This week, 14–20 September"]
    assert page.table.current_row().id == by_hand[0]
    assert page.window_.navigation._counts["deadlines"] == (1, True)
    assert "<b>1</b> overdue" in page.status()


def test_the_keyboard_steps_over_headings(page, by_hand, qtbot):
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_J)
    assert page.table.current_row().id == by_hand[1]
    qtbot.keyClick(page.table, Qt.Key.Key_K)
    assert page.table.current_row().id == by_hand[0]
    qtbot.keyClick(page.table, Qt.Key.Key_K)
    assert page.table.current_row().id == by_hand[0]


def test_the_panel_says_why_and_space_closes_it(page, office, qtbot, rest):
    rows = office.read(due_within, DeadlineFilter(), TODAY)
    (conversion,) = [row for row in rows if row.rule == "us.conversion"]
    go_to(page, rest, conversion.id)
    assert str(page.why.why.steps[0].label) == "Event"
    assert page.why.why.row.legal == date(2026, 10, 13)
    assert not page.why.grab().isNull()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.panel() is None


def test_done_owes_evidence_and_takes_the_row_away(page, by_hand, office, rest):
    go_to(page, rest, by_hand[0])
    page.done()
    page.sheet.save()
    rest()
    assert "attach it" in page.sheet.form.problems()[0]
    page.sheet.form.fields["evidence"].set_value("Letter of 8 September")
    page.sheet.save()
    rest()
    assert office.read(deadline_by_id, by_hand[0]).evidence == "Letter of 8 September"
    assert "Overdue" not in headings(page)


def test_several_are_waived_checked_and_passed_on_together(page, by_hand, office, rest, qtbot):
    priya = a_person(office, "Priya Nair")
    go_to(page, rest, by_hand[0])
    qtbot.keyClick(page.table, Qt.Key.Key_X)
    qtbot.keyClick(page.table, Qt.Key.Key_J)
    qtbot.keyClick(page.table, Qt.Key.Key_X)
    assert [row.id for row in page.table.marked()] == list(by_hand)
    page.check()
    rest()
    assert office.read(deadline_by_id, by_hand[1]).checked_by == "Ines Moreau"
    go_to(page, rest, by_hand[1])
    page.reassign()
    page.sheet.form.fields["person"].set_value(Option(priya, "Priya Nair"))
    page.sheet.save()
    rest()
    assert office.read(deadline_by_id, by_hand[1]).person == "Priya Nair"
    page.waive()
    page.sheet.form.fields["reason"].set_value("Not asked for")
    page.sheet.save()
    rest()
    assert office.read(deadline_by_id, by_hand[1]).state == "waived"


def test_filters_and_views_narrow_the_list(page, rest):
    page.filter.setText("answer rev")
    page._narrow()
    assert {row.rule for row in page.table.model_.known_rows()} == {""}
    page.filter.clear()
    page.show_view("decided")
    rest()
    assert page.table.model_.known_rows() == []
    page.show_view("all")
    rest()
    page.show_filter(DeadlineFilter(kind="patent"))
    rest()
    assert page.chips.texts() == ["Patents"]
    assert {row.kind for row in page.table.model_.known_rows()} == {"patent"}


def test_a_deadline_is_set_by_hand(page, office, rest):
    page.new()
    fields = page.sheet.form.fields
    assert fields["case"].picked is not None
    fields["title"].set_value("Ask for the drawings")
    fields["legal"].set_value(date(2026, 9, 30))
    page.sheet.save()
    rest()
    rows = office.read(due_within, DeadlineFilter(), TODAY)
    assert "Ask for the drawings" in {str(row.title) for row in rows}


def test_what_is_shown_is_written_as_a_calendar(office, by_hand, tmp_path):
    rows = office.read(due_within, DeadlineFilter(date(2026, 9, 20)), TODAY)
    file = tmp_path / "due.ics"
    write_calendar(office, rows, file)
    assert len(Calendar.from_ical(file.read_bytes()).walk("VEVENT")) == len(rows)


def test_weeks_are_named_as_short_as_they_can_be_read():
    assert week_words(date(2026, 9, 14), TODAY) == "This week, 14–20 September"
    assert week_words(date(2026, 9, 21), TODAY) == "Next week, 21–27 September"
    assert week_words(date(2026, 9, 28), TODAY) == "28 September – 4 October"
    assert week_words(date(2026, 12, 28), TODAY) == "28 December 2026 – 3 January 2027"


def test_a_deadline_found_by_search_is_shown_among_all(window, by_hand):
    window.shell.go(Place("deadline", Reference("deadline", by_hand[1])))
    window.settle()
    assert window.page.table.current_row().id == by_hand[1]


def test_the_list_is_grouped_by_day_person_case_and_kind(page, rest):
    found = {}
    for _ in range(6):
        found[page._way] = headings(page)
        page.next_way()
    assert found["day"][0] == "Tue 8 Sep" or found["day"][0] == "8 Sep"
    assert found["person"] == ["Ines Moreau"]
    assert found["case"][0].startswith("26-")
    assert set(found["kind"]) == {"Patents", "Set by hand"}
    assert found["state"] == ["Open"]
    assert page._grouping.text() == "Group: week of safe date"


def test_done_waived_and_missed_are_told_apart_a_year_later(office, open_window):
    case = a_case(office)
    ids = [
        office.act(set_deadline, SetDeadline(case, title, date(2025, 9, 1))).result
        for title in ("Paid", "Let go", "Forgotten")
    ]
    office.act(mark_done, MarkDone(((ids[0], 1),), "Receipt", date(2025, 8, 29)))
    office.act(waive, Waive(((ids[1], 1),), "Not worth it"))
    office.act(mark_missed, MarkMissed(ids[2], 1, "The letter was lost"))
    office.fixed_today = date(2027, 10, 1)
    opened = open_window(office)
    opened.shell.go(Place("deadlines"))
    opened.settle()
    page = opened.page
    page.show_view("decided")
    opened.settle()
    assert headings(page)[:3] == ["Missed", "Done", "Waived"]
    page.show_filter(DeadlineFilter(states=("missed",)))
    opened.settle()
    assert [row.id for row in page.table.model_.known_rows()] == [ids[2]]
    assert page.chips.texts() == ["Missed"]
    assert "The letter was lost" in page.why._decided(page.table.current_row())


def test_a_file_is_evidence_and_lies_with_the_case(page, by_hand, office, rest, tmp_path):
    receipt = tmp_path / "receipt.pdf"
    receipt.write_bytes(b"%PDF-1.4 receipt")
    go_to(page, rest, by_hand[0])
    page.done()
    page.sheet.findChild(FilesRow).take([receipt])
    page.sheet.save()
    rest()
    row = office.read(deadline_by_id, by_hand[0])
    assert (row.state, row.evidence) == ("done", "receipt.pdf")
    case = Reference("technology", row.case_id)
    assert [each.name for each in office.read(files_of, case)] == ["receipt.pdf"]


def test_three_months_are_a_paper_in_both_languages(office, by_hand, tmp_path):
    file = tmp_path / "ahead.pdf"
    write_ahead(office, DeadlineFilter(), file, "en")
    said = PdfReader(file).pages[0].extract_text()
    assert "Deadlines ahead" in said
    assert "Week 38" in said
    assert "Answer the reviewers" in said
    write_ahead(office, DeadlineFilter(), file, "zh_CN")
    assert "安全日期" in PdfReader(file).pages[0].extract_text()


def test_a_file_to_subscribe_to_is_kept_up_to_date(window, office, by_hand, tmp_path, rest):
    file = tmp_path / "shared" / "due.ics"
    day = date(2026, 9, 1)
    office.act(set_settings, SetSettings({"calendar_file": str(file)}, day))
    assert write_subscribed(office, "en")
    assert not write_subscribed(office, "en")
    first = {str(e["uid"]): e for e in Calendar.from_ical(file.read_bytes()).walk("VEVENT")}
    assert not any("Answer the reviewers" in str(each) for each in first.values())
    request = Extend(by_hand[1], 1, "They gave us a week", to_day=date(2026, 9, 24))
    window.page._bench.act(extend, request, owner=window.page)
    rest()
    qt_wait(window, lambda: b"20260924" in file.read_bytes())
    second = {str(e["uid"]): e for e in Calendar.from_ical(file.read_bytes()).walk("VEVENT")}
    assert second.keys() == first.keys()
    (moved,) = [uid for uid in second if uid.startswith(f"deadline-{by_hand[1]}@")]
    assert second[moved]["sequence"] > first[moved]["sequence"]
    office.act(set_settings, SetSettings({"calendar_file_in_full": "yes"}, day))
    assert write_subscribed(office, "en")
    assert "Answer the reviewers" in file.read_text(encoding="utf-8")
    with pytest.raises(UserError, match=r"must be a whole path that ends in \.ics"):
        office.act(set_settings, SetSettings({"calendar_file": "due.ics"}, day))


def qt_wait(window, is_true):
    for _ in range(20):
        window.settle()
        if is_true():
            return
    raise AssertionError("it never came")


def test_an_event_is_recorded_corrected_and_what_moved_is_shown(page, office, rest):
    (row,) = [
        each for each in office.read(due_within, DeadlineFilter(), TODAY)
        if each.rule == "us.conversion"
    ]  # fmt: skip
    go_to(page, rest, row.id)
    page.events()
    rest()
    assert [each.kind for each in page.register.shown.found.events] == ["filed.provisional"]
    page.register.record(page.register.shown.found)
    fields = page.sheet.form.fields
    fields["kind"].set_value("us.missing_parts")
    fields["on_day"].set_value(date(2026, 9, 1))
    page.sheet.save()
    rest()
    assert [each.after for each in page.panel().changes] == [date(2026, 11, 2)]
    page.events()
    rest()
    (event,) = [each for each in page.register.shown.found.events if each.source is None]
    page.register.correct(event)
    page.sheet.form.fields["on_day"].set_value(date(2026, 9, 3))
    page.sheet.form.fields["reason"].set_value("Read wrongly")
    page.sheet.save()
    rest()
    (moved,) = page.panel().changes
    assert (moved.before, moved.after) == (date(2026, 11, 2), date(2026, 11, 3))


def test_a_decision_is_taken_back(page, by_hand, office, rest):
    deadline = by_hand[0]
    office.act(waive, Waive(((deadline, 1),), "Not asked for"))
    page.show_view("decided")
    rest()
    go_to(page, rest, deadline)
    page.reopen()
    page.sheet.form.fields["reason"].set_value("It is asked for")
    page.sheet.save()
    rest()
    assert office.read(deadline_by_id, deadline).state == "open"
