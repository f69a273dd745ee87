"""A case as the office had it recorded by a day: what was made, changed, undone and merged since."""

from datetime import UTC, date, datetime

import pytest
from action_examples.parts import a_case, a_disclosure, a_person
from action_examples.parts_money import a_receipt

from techmgr.casefile.queries_case import case_then
from techmgr.core.references import Reference
from techmgr.desktop.pages import Place
from techmgr.disclosure.actions_review import AcceptDisclosure, accept_disclosure
from techmgr.people.merging import MergePersons, merge_persons
from techmgr.technology.actions import CaseFields, EditCase, edit_case
from techmgr.technology.actions_notes import AddNote, DeleteNote, add_note, delete_note
from techmgr.technology.steps import State, Step


@pytest.fixture
def told(office):
    """A disclosed case whose story is told on days of October; the reference of the case."""

    def on(day):
        office.fixed_today = date(2026, 10, day)
        office.clock = lambda: datetime(2026, 10, day, 15, tzinfo=UTC)

    on(2)
    received = a_disclosure(office)
    case = Reference("technology", received.case_id)
    on(4)
    office.act(accept_disclosure, AcceptDisclosure(received.disclosure_id, None))
    note = office.act(add_note, AddNote(case, "Said too much")).result
    on(6)
    office.act(edit_case, EditCase(case.id, None, CaseFields("A better title")))
    office.act(delete_note, DeleteNote(note, None))
    on(8)
    office.act(edit_case, EditCase(case.id, None, CaseFields("A mistake")))
    on(9)
    office.undo_last()
    on(10)
    return case


def at(office, case, day):
    moment = datetime(2026, 10, day, 23, 59, tzinfo=UTC)
    return office.read_past(moment, case_then, case.id, date(2026, 10, day)).file


def test_each_day_shows_what_was_recorded_by_then(office, told):
    assert at(office, told, 1) is None
    titles = [at(office, told, day).head.title for day in (2, 4, 6, 8, 9)]
    assert titles[2:] == ["A better title", "A mistake", "A better title"]
    assert titles[0] == titles[1] != "A better title"
    assert at(office, told, 2).steps[Step.DISCLOSURE - 1].state is State.ACTIVE
    assert at(office, told, 4).steps[Step.DISCLOSURE - 1].state is State.DONE
    assert [note.text for note in at(office, told, 4).notes] == ["Said too much"]
    assert at(office, told, 6).notes == ()


def test_who_was_merged_since_stands_as_two(office, told):
    before = at(office, told, 9)
    twin = a_person(office, "Inez Moreau")
    inventor = before.inventors[0].person_id
    office.clock = lambda: datetime(2026, 10, 20, tzinfo=UTC)
    office.act(merge_persons, MergePersons(twin, inventor, "the same person"))
    assert at(office, told, 9).inventors == before.inventors
    assert at(office, told, 20).inventors[0].person_id == twin


def test_money_of_the_past_is_what_was_booked_by_then(office):
    office.clock = lambda: datetime(2026, 10, 2, tzinfo=UTC)
    case = a_case(office)
    for day in (3, 7):
        office.fixed_today = date(2026, 10, day)
        office.clock = lambda day=day: datetime(2026, 10, day, tzinfo=UTC)
        a_receipt(office, "1,000.00", case.id, on=date(2026, 10, day))
    sums = [at(office, case, day) for day in (5, 9)]
    assert [len(each.receipts) for each in sums] == [1, 2]
    assert [each.money.received.minor for each in sums] == [100_000, 200_000]


@pytest.fixture
def window(office, told, open_window):
    opened = open_window(office)
    opened.shell.go(Place("cases"))
    opened.shell.go(Place("case", told))
    opened.settle()
    return opened


def test_the_page_shows_the_case_as_of_a_day_by_keyboard(window):
    page = window.page
    assert page.corner().text() == "As of today"
    window.press("H")
    window.type("8 Oct 2026")
    window.press("Return")
    assert page.head.title.text() == "A mistake"
    assert page.corner().text() == "As of 8 Oct"
    assert "Nothing can be changed here" in page.as_of.text
    assert "edit" not in {command.id for command in page.commands()}
    assert page.head.actions_button.isHidden()
    page.strip.chosen.emit(3)
    assert page.sheet is None
    window.press("Escape")
    assert page.head.title.text() == "A better title"
    assert page.as_of.isHidden()
    assert "edit" in {command.id for command in page.commands()}


def test_from_change_to_change_and_before_there_was_a_case(window):
    page = window.page
    page.look_back(date(2026, 10, 7))
    window.settle()
    assert page.head.title.text() == "A better title"
    page.tabs.setFocus()
    window.press(".")
    assert page.head.title.text() == "A mistake"
    window.press(".")
    assert page.past is None
    page.look_back(date(2026, 10, 1))
    window.settle()
    assert page.case is None
    assert "nothing recorded" in page.as_of.text
    window.press("Escape")
    assert page.case is not None


def test_enter_on_a_line_of_the_history_shows_the_case_as_it_was_then(window):
    page = window.page
    page.show_tab("history")
    window.settle()
    table = page._tabs["history"].table
    lines = table.model_.known_rows()
    place = next(n for n, line in enumerate(lines) if line.after == "A mistake" and line.officer)
    table.setFocus()
    table.select_number(place)
    window.press("Return")
    assert page.head.title.text() == "A mistake"
    assert max(line.recorded.entry for line in table.model_.known_rows()) == page.past.entry
