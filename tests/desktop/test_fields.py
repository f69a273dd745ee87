"""Fields: what they read, how a wrong one looks, and how a form finds it."""

from datetime import date
from fractions import Fraction

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from techmgr.core.errors import Problems, UserError
from techmgr.core.money import Money
from techmgr.core.texts import say
from techmgr.desktop.choices import Choice, Option, Picker
from techmgr.desktop.fields import (
    DateField,
    LongText,
    MoneyField,
    NumberField,
    ShareField,
    TextField,
    Toggle,
)
from techmgr.desktop.forms import Form
from techmgr.desktop.month import Calendar, open_calendar
from techmgr.desktop.rows import RowColumn, RowsField
from techmgr.desktop.sections import SectionList
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State

pytestmark = pytest.mark.gui
TODAY = date(2026, 9, 14)


@pytest.fixture(autouse=True)
def today():
    showing.today = TODAY
    showing.language = "en"


def form_of(qtbot, *fields):
    form = Form()
    qtbot.addWidget(form)
    form.section("all", "All")
    for field in fields:
        form.add(field)
    form.show()
    return form


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-10-09", date(2026, 10, 9)),
        ("9 Oct 2026", date(2026, 10, 9)),
        ("Fri 9 Oct 2026", date(2026, 10, 9)),
        ("9 oct", date(2026, 10, 9)),
        ("Oct 9, 2026", date(2026, 10, 9)),
        ("2026年10月9日", date(2026, 10, 9)),
        ("29 Feb 2024", date(2024, 2, 29)),
        ("", None),
    ],
)
def test_a_day_is_read_as_typed(qtbot, typed, day):
    field = DateField(name="day", title="Day")
    qtbot.addWidget(field)
    field.set_raw(typed)
    assert field.value() == day


@pytest.mark.parametrize("typed", ["29 Feb 2026", "9/10/2026", "soon", "31 Nov 2026", "2026-13-01"])
def test_what_is_no_day_is_refused_with_the_field(qtbot, typed):
    field = DateField(name="day", title="Day")
    qtbot.addWidget(field)
    field.set_raw(typed)
    with pytest.raises(UserError) as refusal:
        field.value()
    assert refusal.value.field == "day"


def test_a_day_is_written_out_when_left(qtbot):
    field = DateField(name="day", title="Day")
    qtbot.addWidget(field)
    field.show()
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, "2026-10-09")
    qtbot.keyClick(field.edit, Qt.Key.Key_Return)
    assert field.raw() == "9 Oct 2026"


def test_amounts_shares_and_numbers_are_exact(qtbot):
    amount = MoneyField(name="amount", title="Amount", currency="JPY")
    share = ShareField(name="share", title="Share")
    number = NumberField(name="number", title="Number")
    for field in (amount, share, number):
        qtbot.addWidget(field)
    amount.set_raw("1,234")
    share.set_raw("1/3")
    number.set_raw("−1,200")
    assert amount.value() == Money(1234, "JPY")
    assert share.value() == Fraction(1, 3)
    assert number.value() == -1200
    number.set_value(-1200)
    assert number.raw() == "−1,200"
    amount.set_raw("12.5")
    with pytest.raises(UserError) as refusal:
        amount.value()
    assert refusal.value.field == "amount"


def test_a_wrong_field_is_marked_until_it_is_edited(qtbot):
    field = TextField(name="title", title="Title", hint="Short")
    form = form_of(qtbot, field)
    form.show_problem(UserError(say("The title is taken."), field="title"))
    assert field.problem == "The title is taken."
    assert field.control.property("wrong") == "true"
    assert field.control.accessibleDescription() == "The title is taken."
    qtbot.keyClicks(field.control, "x")
    assert field.problem == ""
    assert field.control.property("wrong") == "false"
    assert field.control.accessibleDescription() == "Short"


def test_every_problem_stands_beside_its_field_and_f8_goes_through_them(qtbot):
    fields = [TextField(name=name, title=name) for name in ("one", "two", "three")]
    form = form_of(qtbot, *fields)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.show_problems(
        [UserError(say("No."), field="one"), UserError(say("Neither."), field="three")]
    )
    assert fields[0].control.hasFocus()
    qtbot.keyClick(form, Qt.Key.Key_F8)
    assert fields[2].control.hasFocus()
    qtbot.keyClick(form, Qt.Key.Key_F8)
    assert fields[0].control.hasFocus()


def test_a_problem_of_no_field_stands_on_top(qtbot):
    form = form_of(qtbot, TextField(name="title", title="Title"))
    form.show_problem(UserError(say("Someone else saved this.")))
    assert form.refusal == "Someone else saved this."


def test_what_is_needed_and_what_cannot_be_read_are_told_together(qtbot):
    form = form_of(
        qtbot,
        TextField(name="title", title="Title", required=True),
        DateField(name="day", title="Day"),
    )
    form.fields["day"].set_raw("soon")
    with pytest.raises(Problems) as refusal:
        form.values()
    assert [problem.field for problem in refusal.value.problems] == ["title", "day"]


def test_a_draft_comes_back_as_typed(qtbot, jobs):
    def fields():
        return [
            TextField(name="title", title="Title"),
            DateField(name="day", title="Day"),
            LongText(name="text", title="Text", most=100),
            Toggle(name="signed", title="Signed"),
            Choice([("a", "A"), ("b", "B")], name="choice", title="Choice"),
            Picker(jobs, lambda _: [], name="who", title="Who"),
            RowsField(
                [RowColumn("name", "Name", TextField), RowColumn("share", "Share", ShareField)],
                name="rows",
            ),
        ]

    form = form_of(qtbot, *fields())
    form.fields["title"].set_raw("Sensor")
    form.fields["day"].set_raw("soo")
    form.fields["text"].set_raw("One\ntwo")
    form.fields["signed"].set_raw(True)
    form.fields["choice"].set_raw("b")
    form.fields["who"].set_value(Option(17, "Ines Moreau"))
    form.fields["rows"].set_raw([{"name": "Yuki", "share": "45 %"}, {"name": "Omar", "share": "x"}])
    with qtbot.waitSignal(form.draft_changed) as kept:
        pass
    other = form_of(qtbot, *fields())
    other.restore(kept.args[0])
    assert other.draft() == form.draft()
    assert other.fields["who"].value() == 17
    assert other.is_dirty


def test_values_that_are_saved_owe_no_draft(qtbot):
    form = form_of(qtbot, TextField(name="title", title="Title"))
    form.set_values({"title": "Sensor"})
    assert not form.is_dirty
    qtbot.keyClicks(form.fields["title"].control, "s")
    assert form.is_dirty


def test_a_record_is_picked_by_typing(qtbot, jobs):
    def found(words):
        people = [Option(1, "Ines Moreau", "manager"), Option(2, "Ina Lund")]
        return [option for option in people if option.text.lower().startswith(words.lower())]

    picker = Picker(jobs, found, name="who", title="Who")
    form = form_of(qtbot, picker)
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    picker.edit.setFocus()
    qtbot.keyClicks(picker.edit, "ines")
    with pytest.raises(UserError):
        picker.value()
    qtbot.waitUntil(picker.popup.isVisible)
    qtbot.keyClick(picker.popup, Qt.Key.Key_Return)
    assert picker.value() == 1
    assert picker.raw() == "Ines Moreau"
    picker.edit.clear()
    qtbot.keyClicks(picker.edit, "in")
    qtbot.waitUntil(picker.popup.isVisible)
    qtbot.keyClick(picker.popup, Qt.Key.Key_Tab)  # the open list has the keys, not the field
    assert picker.value() == 1


def rows_field():
    return RowsField(
        [
            RowColumn("name", "Name", TextField, stretch=1),
            RowColumn("share", "Share", ShareField, width=80),
        ],
        name="people",
        add="Add",
    )


def test_rows_are_read_without_the_empty_ones(qtbot):
    field = rows_field()
    form_of(qtbot, field)
    field.set_value([{"name": "Yuki", "share": Fraction(3, 5)}])
    field.add_row()
    assert field.value() == [{"name": "Yuki", "share": Fraction(3, 5)}]
    field.remove_row(0)
    assert field.value() == []
    assert field.cell(0, "name").raw() == ""


def test_a_wrong_cell_is_marked_and_its_words_stand_below(qtbot):
    field = rows_field()
    form = form_of(qtbot, field)
    field.set_value([{"name": "Yuki", "share": None}, {"name": "Omar", "share": None}])
    field.cell(1, "share").set_raw("much")
    with pytest.raises(Problems) as refusal:
        form.values()
    form.show_problem(refusal.value)
    assert field.cell(1, "share").problem
    assert not field.cell(0, "share").problem
    assert "much" in field.problem
    assert form.wrong_controls() == [field.cell(1, "share").control]


def test_sections_follow_the_form(qtbot):
    form = Form()
    qtbot.addWidget(form)
    form.section("title", "Title")
    form.add(TextField(name="title", title="Title", required=True))
    form.section("more", "More")
    form.add(TextField(name="note", title="Note"))
    sections = SectionList(form)
    qtbot.addWidget(sections)
    assert [section.state() for section in form.sections] == [State.PLANNED, State.PLANNED]
    form.fields["title"].set_raw("Sensor")
    assert form.sections[0].state() is State.DONE
    form.show_problem(UserError(say("No."), field="note"))
    assert form.sections[1].state() is State.OVERDUE
    assert sections.needs == "One field needs you"


def test_every_control_has_a_name_for_screen_readers(qtbot, jobs):
    form = form_of(
        qtbot, TextField(name="a", title="Title"), Choice([], name="b", title="Kind"), rows_field()
    )
    for field in form.fields.values():
        controls = field.wrong_controls() if isinstance(field, RowsField) else [field.control]
        assert all(control.accessibleName() for control in controls)
    assert form.fields["people"].cell(0, "share").control.accessibleName() == "Share"


def test_a_day_is_picked_in_the_month_that_opens(qtbot):
    field = DateField(title="Disclosed on")
    qtbot.addWidget(field)
    field.show()
    field.set_value(date(2026, 9, 14))
    menu = open_calendar(field.edit, field.value(), field.set_value)
    calendar = menu.findChild(Calendar)
    assert calendar.selectedDate().toPython() == date(2026, 9, 14)
    qtbot.keyClick(calendar.findChild(QTableView), Qt.Key.Key_Right)
    with qtbot.waitSignal(menu.destroyed):
        qtbot.keyClick(calendar.findChild(QTableView), Qt.Key.Key_Return)
    assert field.value() == date(2026, 9, 15)
