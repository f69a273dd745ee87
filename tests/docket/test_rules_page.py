"""Rules and closed days in the window: read, changed with an example, what moved, files, undone."""

from datetime import date

import pytest
from action_examples.docket import A_CALENDAR, A_RULE, a_provisional
from action_examples.parts import a_case

from techmgr.desktop.pages import Place
from techmgr.docket.actions import RecordEvent, record_event
from techmgr.docket.following import follow_record
from techmgr.docket.queries import DeadlineFilter, due_within
from techmgr.docket.rule_form import fields_of, text_from
from techmgr.docket.rule_text import table_of
from techmgr.office.actions import SetSetting, set_setting

TODAY = date(2026, 9, 14)
pytestmark = pytest.mark.gui


@pytest.fixture
def window(office, open_window):
    office.act(follow_record, a_provisional(office))
    return open_window(office)


def shown(window, page: str):
    window.shell.go(Place(page))
    window.settle()
    return window.page


def conversion(office):
    rows = office.read(due_within, DeadlineFilter(), TODAY)
    (row,) = [row for row in rows if row.rule == "us.conversion"]
    return row.legal


def test_a_shipped_rule_is_changed_with_an_example_and_what_moved_is_listed(window, office):
    page = shown(window, "rules")
    assert page.table.go_to("us:0")
    page.change()
    fields = page.sheet.form.fields
    assert (fields["code"].value(), fields["count"].value()) == ("us.conversion", 12)
    fields["count"].set_value(11)
    window.settle()
    fields["reason"].set_value("A month early")
    page.sheet.save()
    window.settle()
    assert conversion(office) == date(2026, 9, 10)
    assert (date(2026, 10, 13), date(2026, 9, 10)) in [
        (each.before, each.after) for each in page.panel().changes
    ]
    page.show_own(only=True)
    assert [each.code for each in page.table.model_.known_rows()] == ["us.conversion"]
    page._bench.undo()
    window.settle()
    assert conversion(office) == date(2026, 10, 13)


def test_the_form_refuses_a_loop_and_shows_it_in_the_example(window, office):
    page = shown(window, "rules")
    assert page.table.go_to("us:0")
    page.change()
    fields = page.sheet.form.fields
    fields["more"].set_value('from = "deadline:us.conversion"')
    fields["reason"].set_value("Tried")
    window.settle()
    page.sheet.save()
    window.settle()
    assert "Rules go round in a loop: us.conversion → us.conversion" in page.sheet.form.refusal
    assert conversion(office) == date(2026, 10, 13)


def test_the_panel_computes_an_example_of_any_day(window):
    page = shown(window, "rules")
    assert page.table.go_to("us:0")
    window.settle()
    page.rule.example.day.set_value(date(2024, 2, 29))
    window.settle()
    (row,) = page.rule.example.shown.rows
    assert row.legal == date(2025, 2, 28)


def test_rules_go_to_a_file_and_come_from_one(window, office, tmp_path):
    page = shown(window, "rules")
    file = tmp_path / "ours.toml"
    file.write_text(A_RULE, encoding="utf-8")
    page.take_from(file)
    page.sheet.form.fields["reason"].set_value("From counsel")
    page.sheet.save()
    window.settle()
    page.show_own(only=True)
    page.give_to(tmp_path / "out.toml")
    window.settle()
    assert table_of((tmp_path / "out.toml").read_text(encoding="utf-8"))["code"] == "own.translate"
    page.take_from(tmp_path / "none.toml")
    assert "cannot be read" in " ".join(window.shell.standing())


def test_a_day_is_added_confirmed_and_taken_out(window, office, tmp_path):
    page = shown(window, "closed_days")
    page.new()
    for name, value in {"day": date(2026, 10, 13), "name": "Storm", "source": "Order"}.items():
        page.sheet.form.fields[name].set_value(value)
    page.sheet.save()
    window.settle()
    assert conversion(office) == date(2026, 10, 14)
    assert len(page.panel().changes) == 1
    page.table.go_to(date(2026, 10, 13))
    page.remove()
    page.sheet.form.fields["reason"].set_value("It passed")
    page.sheet.save()
    window.settle()
    assert conversion(office) == date(2026, 10, 13)
    page.give_to(tmp_path / "us.toml")
    window.settle()
    assert "Inauguration Day" in (tmp_path / "us.toml").read_text(encoding="utf-8")


def test_2031_warns_until_it_is_compared(window, tmp_path):
    page = shown(window, "closed_days")
    page.step(5)
    window.settle()
    assert "has no list for 2031" in page.warning.text()
    page.confirm()
    page.sheet.form.fields["source"].set_value("OPM")
    page.sheet.save()
    window.settle()
    assert page.warning.text() == ""
    file = tmp_path / "sg.toml"
    file.write_text(A_CALENDAR, encoding="utf-8")
    page.take_from(file)
    page.sheet.form.fields["reason"].set_value("New filings")
    page.sheet.save()
    window.settle()
    page.choice.set_value("sg")
    window.settle()
    assert page.choice.raw() == "sg"


def test_all_is_computed_again_after_another_calendar_was_chosen(window, office):
    """90 days end on Thanksgiving; the office then works by a calendar that does not know it."""
    office.act(record_event, RecordEvent(a_case(office), "disclosure_received", date(2026, 8, 28)))
    office.act(set_setting, SetSetting("calendar", "weekends", date(2026, 9, 1)))
    page = shown(window, "rules")
    page.compute_again()
    window.settle()
    moved = [(each.before, each.after) for each in page.panel().changes]
    assert moved == [(date(2026, 11, 25), date(2026, 11, 26))]


def test_the_form_gives_back_the_rule_it_was_given():
    text = A_RULE + 'when = { country = "US" }\nvalid = { from = 2026-01-01, by = "end" }\n'
    assert table_of(text_from(fields_of(text))) == {
        **table_of(text), "calendar": "weekends", "roll": "forward",
    }  # fmt: skip
