"""One case as an officer works on it: steps, notes, undo, drafts, files, history."""

import pytest
from action_examples.parts import a_case, a_disclosure

from techmgr.core.references import Reference
from techmgr.desktop.forms import DRAFT_AFTER
from techmgr.desktop.pages import Place
from techmgr.technology.queries import steps_of
from techmgr.technology.queries_notes import notes_of
from techmgr.technology.steps import State, Step


@pytest.fixture
def case(office):
    return a_case(office)


@pytest.fixture
def window(office, case, open_window):
    opened = open_window(office)
    opened.shell.go(Place("cases"))
    opened.shell.go(Place("case", case))
    opened.settle()
    return opened


def state(office, case, step):
    return office.read(steps_of, case.id, office.today)[step - 1]


def test_the_head_and_the_strip_say_what_is_known(window):
    assert window.page.head.title.text() == "Self-calibrating virtual sensor"
    names = [cell.accessibleName() for cell in window.page.strip.cells()]
    assert len(names) == 9
    assert names[1].startswith("Step 2, Docketing, done, Ines Moreau")


def test_a_step_is_waived_with_a_reason_and_that_is_undone(window, office, case):
    window.page.tabs.setFocus()
    window.press("5")
    assert window.page.sheet.title == "5  Marketing"
    window.press("Ctrl+S")
    assert window.page.sheet.form.fields["reason"].problem
    window.page.sheet.form.fields["reason"].control.setFocus()
    window.type("Nobody buys this")
    window.press("Ctrl+S")
    assert window.page.sheet is None
    assert state(office, case, Step.MARKETING).state is State.WAIVED
    assert "Marketing" in window.shell.notice_.text
    window.shell.notice_.undo()
    window.settle()
    assert state(office, case, Step.MARKETING).state is State.NOT_STARTED


def test_a_note_is_written_by_keyboard_and_undone_by_ctrl_z(window, office, case):
    window.page.tabs.setFocus()
    window.press("N")
    window.type("Called the inventor")
    window.press("Ctrl+Z")  # in a field it undoes typing
    assert not office.read(notes_of, case)
    window.page.sheet.form.fields["text"].set_raw("Called the inventor")
    window.press("Ctrl+S")
    assert [note.text for note in office.read(notes_of, case)] == ["Called the inventor"]
    window.page.tabs.setFocus()
    window.press("Ctrl+Z")
    assert not office.read(notes_of, case)


def test_what_was_typed_survives_the_end_of_the_program(window, office, case, open_window):
    window.page.add_note()
    window.settle()
    window.page.sheet.form.fields["text"].control.setFocus()
    window.type("Half a sentence")
    window.wait(DRAFT_AFTER + 200)
    window.close()
    again = open_window(office)
    again.shell.go(Place("case", case))
    again.settle()
    again.page.add_note()
    again.settle()
    assert again.page.sheet.form.fields["text"].raw() == "Half a sentence"
    again.press("Ctrl+S")
    again.page.add_note()
    again.settle()
    assert again.page.sheet.form.fields["text"].raw() == ""


def test_an_edit_of_somebody_else_is_not_saved_over(window, office, case):
    from techmgr.technology.actions import CaseFields, EditCase, edit_case

    window.page.edit()
    window.settle()
    office.act(edit_case, EditCase(case.id, None, CaseFields("Another title")))
    window.page.sheet.form.fields["title"].set_raw("My title")
    window.press("Ctrl+S")
    assert window.page.sheet is not None
    assert "Ines Moreau" in window.page.sheet.form.refusal
    assert window.page.sheet.form.fields["title"].raw() == "My title"


def test_files_are_added_and_a_copy_is_saved(window, tmp_path):
    path = tmp_path / "drawing.txt"
    path.write_text("a drawing")
    window.page.documents.attach([path])
    window.settle()
    (row,) = window.page.case.files
    window.page.documents.save_to(row, tmp_path / "copy.txt")
    window.settle()
    assert (tmp_path / "copy.txt").read_text() == "a drawing"


def test_history_shows_before_and_after(window, office, case):
    from techmgr.technology.actions import CaseFields, EditCase, edit_case

    office.act(edit_case, EditCase(case.id, None, CaseFields("Another title")))
    window.page.changed(frozenset())
    window.page.show_tab("history")
    window.settle()
    tab = window.page._tabs["history"]
    changed = [(line.before, line.after) for line in tab.table.model_.known_rows()]
    assert ("Self-calibrating virtual sensor", "Another title") in changed


def test_marks_on_the_lanes_lead_to_their_line(office, open_window):
    received = a_disclosure(office)
    window = open_window(office)
    window.shell.go(Place("case", Reference("technology", received.case_id)))
    window.settle()
    overview = window.page.overview
    overview.lanes.setFocus()
    window.press("Right", "Return")
    assert overview.happened.current_row().id == overview.lanes.current().key
    assert overview.happened.hasFocus()


def test_the_disclosure_is_accepted_from_the_case(office, open_window):
    received = a_disclosure(office)
    window = open_window(office)
    window.shell.go(Place("case", Reference("technology", received.case_id)))
    window.settle()
    window.press("A")
    assert (
        state(office, Reference("technology", received.case_id), Step.DISCLOSURE).state
        is State.DONE
    )
