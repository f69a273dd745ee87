"""The window: places, keys, side panel, notices, palette, and what pages are told."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from desktop_demo import demo
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.desktop.dialogs import Confirm, CrashDialog
from techmgr.desktop.look import picture
from techmgr.desktop.pages import Command, Place
from techmgr.desktop.shell import first_size
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import Button

pytestmark = pytest.mark.gui


@pytest.fixture
def shell(qtbot, jobs):
    made = demo(jobs)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: jobs.idle)
    return made


THING = Place("thing", Reference("thing", 3))


def test_back_and_forward_return_to_places(qtbot, shell):
    shell.go(THING)
    shell.go(Place("dates"))
    assert shell.page.place == Place("dates")
    qtbot.keyClick(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shell.page.place == THING
    qtbot.keyClick(shell, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shell.page.place == Place("things")
    assert not shell.top.back_button.isEnabled()
    qtbot.keyClick(shell, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shell.page.place == THING


def test_going_on_from_an_older_place_forgets_what_lay_forward(shell):
    shell.go(THING)
    shell.back()
    shell.go(Place("dates"))
    assert not shell.top.forward_button.isEnabled()
    assert shell.history.places == [Place("things"), Place("dates")]


def test_g_and_a_letter_go_to_a_page_but_not_out_of_a_field(qtbot, shell):
    qtbot.keyClick(shell, Qt.Key.Key_G)
    qtbot.keyClick(shell, Qt.Key.Key_D)
    assert shell.page.place == Place("dates")
    shell.go(THING)
    field = shell.page.form.fields["title"].control
    field.setFocus()
    qtbot.keyClicks(field, "gc")
    assert shell.page.place == THING
    assert "gc" in field.text()


def test_single_letters_can_be_turned_off(qtbot, shell):
    shell.actions_.set_single_keys(False)
    qtbot.keyClick(shell, Qt.Key.Key_N)
    assert not shell.notice_.isVisible()
    shell.actions_.set_single_keys(True)
    qtbot.keyClick(shell, Qt.Key.Key_N)
    assert shell.notice_.text == "Note added."


def test_every_command_has_a_menu_entry_with_its_key(shell):
    entries = {
        action.text().split("\t")[0]
        for menu in shell.actions_.menus.values()
        for action in menu.actions()
    }
    for command in shell.actions_.all():
        assert command.text in entries
    letters = [a.text() for a in shell.actions_.menus["page"].actions()]
    assert "Add note\tN" in letters


def test_ctrl_z_in_a_field_takes_typing_back_and_elsewhere_runs_undo(qtbot, shell):
    undone = []
    shell.register_command(Command("undo", "Undo", lambda: undone.append(1), "Ctrl+Z", menu="edit"))
    shell.go(THING)
    field = shell.page.form.fields["title"].control
    field.setFocus()
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == []
    assert "abc" not in field.text()
    shell.page.form.settle()
    shell.go(Place("things"))
    qtbot.keyClick(shell.page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert undone == [1]


def test_a_page_can_keep_the_user(shell):
    shell.go(THING)
    shell.page.form.fields["title"].set_raw("Changed")
    shell.go(Place("dates"))
    assert shell.page.place == THING
    shell.back()
    assert shell.page.place == THING
    shell.page.form.settle()
    shell.back()
    assert shell.page.place == Place("things")


def test_escape_closes_the_side_over_the_page_before_it_goes_back(qtbot, shell):
    shell.go(Place("dates"))
    shell.resize(1100, 700)
    qtbot.keyClick(shell, Qt.Key.Key_F9)
    assert shell.middle.is_side_open
    assert shell.middle.covers
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert not shell.middle.is_side_open
    qtbot.keyClick(shell, Qt.Key.Key_Escape)
    assert shell.page.place == Place("things")


def test_narrow_windows_show_icons_only(shell):
    shell.resize(1090, 700)
    assert shell.navigation.is_narrow
    assert shell.navigation.width() == 48
    shell.resize(1440, 900)
    assert not shell.navigation.is_narrow
    assert shell.middle.is_side_open


def test_f6_goes_round_the_areas(qtbot, shell):
    shell.page.table.setFocus()
    seen = []
    for _ in range(4):
        qtbot.keyClick(shell, Qt.Key.Key_F6)
        focus = shell.focusWidget()
        seen.append(
            next(
                n
                for n, a in enumerate((shell.navigation, shell.middle, shell.top))
                if a.isAncestorOf(focus)
            )
        )
    assert {0, 1, 2} <= set(seen)


def test_a_page_hears_what_was_written(qtbot, jobs, shell):
    @dataclass(frozen=True)
    class Done:
        changed: frozenset[Reference]

    heard = []
    shell.page.changed = heard.append
    references = frozenset({Reference("thing", 3)})
    with qtbot.waitSignal(shell.changed) as told:
        jobs.write(lambda: Done(references))
    assert told.args == [references]
    assert heard == [references]


def test_a_notice_offers_undo_and_goes_by_itself(qtbot, shell):
    undone = []
    shell.notice_.stay = 30
    shell.notice("Three deadlines moved.", lambda: undone.append(1))
    assert shell.notice_.isVisible()
    shell.notice_.undo()
    assert undone == [1]
    assert not shell.notice_.isVisible()
    shell.notice("Saved.")
    qtbot.waitUntil(lambda: not shell.notice_.isVisible())


def test_a_notice_stays_while_it_has_the_keyboard(qtbot, shell):
    shell.notice_.stay = 20
    shell.notice("Three deadlines moved.", lambda: None)
    shell.notice_.focus_undo()
    qtbot.wait(60)
    assert shell.notice_.isVisible()
    shell.page.table.setFocus()
    qtbot.waitUntil(lambda: not shell.notice_.isVisible())


def test_a_refusal_nobody_took_stands_above_the_page(qtbot, jobs, shell):
    def refuse():
        raise UserError(say("The year is closed."))

    jobs.write(refuse)
    qtbot.waitUntil(lambda: shell.standing() == ["The year is closed."])
    shell.go(Place("dates"))
    assert shell.standing() == []


def test_the_palette_finds_records_and_actions(qtbot, jobs, shell):
    qtbot.keyClick(shell, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    finder = shell.finder
    assert finder.isVisible()
    qtbot.keyClicks(finder.field, "infra")
    qtbot.waitUntil(lambda: jobs.idle and [e.text for e in finder.entries()][:1] == ["Records"])
    assert finder.current().text == "Infrasound Sensor Technology"
    qtbot.keyClick(finder.field, Qt.Key.Key_Return)
    assert not finder.isVisible()
    assert shell.page.place == Place("thing", Reference("thing", 4))


def test_an_action_typed_by_its_name_stands_before_the_records(qtbot, jobs, shell):
    shell.register_command(Command("infra", "Infrasound off", lambda: None))
    shell.search("infras")
    qtbot.waitUntil(lambda: jobs.idle and "Records" in [e.text for e in shell.finder.entries()])
    assert [e.text for e in shell.finder.entries()][:3] == ["Actions", "Infrasound off", "Records"]
    assert shell.finder.current().text == "Infrasound off"


def test_the_palette_shows_the_actions_of_a_record(qtbot, jobs, shell):
    shell.search("infra")
    qtbot.waitUntil(lambda: jobs.idle and shell.finder.current() is not None)
    qtbot.keyClick(shell.finder.field, Qt.Key.Key_Tab)
    assert [entry.text for entry in shell.finder.entries()] == [
        "Infrasound Sensor Technology",
        "Amend 23-003",
    ]
    qtbot.keyClick(shell.finder.field, Qt.Key.Key_Escape)
    assert shell.finder.isVisible()
    qtbot.waitUntil(lambda: jobs.idle)
    qtbot.keyClick(shell.finder.field, Qt.Key.Key_Escape)
    assert not shell.finder.isVisible()


def test_the_palette_offers_actions_only_and_something_new(qtbot, jobs, shell):
    shell.search("> note")
    assert [entry.text for entry in shell.finder.entries()] == ["Actions", "Add note"]
    shell.finder.field.setText("zzz")
    qtbot.waitUntil(
        lambda: jobs.idle and [e.text for e in shell.finder.entries()][1:] == ["New thing “zzz”"]
    )
    qtbot.keyClick(shell.finder.field, Qt.Key.Key_Return)
    assert shell.notice_.text == "zzz"


def test_keys_of_the_window_sleep_while_the_palette_is_open(qtbot, shell):
    shell.search("")
    qtbot.keyClicks(shell.finder.field, "gd")
    assert shell.page.place == Place("things")
    assert shell.finder.words == "gd"


def test_a_confirmation_that_owes_a_reason_refuses_without(qtbot, shell):
    dialog = Confirm(
        shell,
        title="Reverse?",
        text="15 postings.",
        do="Reverse",
        keep="Keep",
        reason="Reason",
        destroys=True,
    )
    qtbot.addWidget(dialog)
    dialog.open()
    assert dialog.keep.isDefault()
    dialog.do.click()
    assert dialog.isVisible()
    assert dialog.reason.problem
    dialog.reason.set_raw("Inventor added")
    dialog.do.click()
    assert dialog.answer().reason == "Inventor added"


def test_enter_presses_the_button_with_the_keyboard_not_the_default(qtbot, shell):
    dialog = Confirm(shell, title="Pay?", text="", do="Pay", keep="Keep", reason="")
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.do.setFocus()
    qtbot.keyClick(dialog.do, Qt.Key.Key_Return)
    assert dialog.answer() is not None


def test_enter_presses_a_button_of_the_page(qtbot, shell):
    button = Button("Do", lambda: shell.notice("Done."))
    shell.top.layout().addWidget(button)
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert shell.notice_.text == "Done."


def test_the_window_begins_within_its_screen():
    assert first_size(QSize(1280, 840)) == QSize(1272, 800)
    assert first_size(QSize(2560, 1440)) == QSize(1440, 900)


def test_a_crash_shows_its_details(qtbot, shell):
    try:
        1 / 0  # noqa: B018 - the fault to be shown
    except ZeroDivisionError as error:
        dialog = CrashDialog(shell, error, Path("crash.log"))
    qtbot.addWidget(dialog)
    assert "ZeroDivisionError" in dialog.details.toPlainText()


def test_light_and_dark_change_places(qtbot, shell, tmp_path, jobs):
    light = theme.colour("bg_base")
    picture(shell, tmp_path / "dark.png", (1024, 680), "dark", jobs)
    assert theme.colour("bg_base") != light
    assert (tmp_path / "dark.png").stat().st_size > 10_000
    assert shell.findChildren(QLineEdit)


def test_everything_that_takes_the_keyboard_has_a_name(shell):
    shell.go(THING)
    for button in (
        shell.top.back_button,
        shell.top.search_button,
        shell.navigation.settings,
        shell.navigation.list,
    ):
        assert button.accessibleName()
    names = [cell.accessibleName() for cell in shell.page.strip.cells()]
    assert names[5] == "Step 6, Monitoring, overdue, Sep 2026, Ines Moreau"
