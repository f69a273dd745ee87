"""Settings as an officer uses them: by date with history, lists of values, and this computer."""

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from techmgr.core import settings
from techmgr.desktop.jobs import Jobs
from techmgr.desktop.pages import Place
from techmgr.desktop.shell import Shell
from techmgr.desktop.theme import theme
from techmgr.office.queries import settings_on, values_of
from techmgr.office.screens import kinds

TODAY = date(2026, 9, 14)


@pytest.fixture
def shell(qapp, qtbot, office, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    if not QApplication.styleSheet(qapp):
        theme.start(qapp, "light")
    jobs = Jobs(interrupt=office.interrupt)
    crashes = []
    jobs.crashed.connect(crashes.append)
    window = Shell(jobs)
    qtbot.addWidget(window)
    for kind in kinds(office):
        window.register(kind)
    window.show()
    yield window
    jobs.close()
    theme.choose("light")
    theme.row_height = "compact"
    assert not crashes, crashes


@pytest.fixture
def page(qtbot, shell):
    shell.go(Place("settings"))
    qtbot.waitUntil(lambda: shell.jobs.idle, timeout=60_000)
    return shell.page


@pytest.fixture
def rest(qtbot, shell):
    return lambda: qtbot.waitUntil(lambda: shell.jobs.idle, timeout=60_000)


@pytest.mark.gui
def test_a_setting_holds_from_its_day_on(page, rest, office):
    assert page.table.go_to("fiscal_year_end")
    page.edit_current()
    page.sheet.form.fields["value"].set_value("13-40")
    page.sheet.save()
    rest()
    assert "13-40" in page.sheet.form.fields["value"].problem
    page.sheet.form.fields["value"].set_value("08-31")
    page.sheet.form.fields["valid_from"].set_value(date(2026, 9, 1))
    page.sheet.save()
    rest()
    assert office.read(settings_on, TODAY).fiscal_year_end == (8, 31)
    assert office.read(settings_on, date(2026, 8, 31)).fiscal_year_end == (12, 31)
    shown = next(row for row in page.table.model_.known_rows() if row.key == "fiscal_year_end")
    assert [each.value for each in shown.recorded] == ["08-31", "12-31"]


@pytest.mark.gui
def test_a_value_is_added_renamed_and_retired(page, rest, office):
    page.show_part("lists")
    rest()
    page.lists.choice.set_raw("note_kind")
    rest()
    page.lists.add()
    page.sheet.form.fields["english"].set_value("Site visit")
    page.sheet.save()
    rest()
    added = office.read(values_of, "note_kind")[-1]
    assert (added.code, added.english) == ("site_visit", "Site visit")
    assert page.lists.table.go_to(added.id)
    page.lists.rename()
    page.sheet.form.fields["english"].set_value("Visit")
    page.sheet.save()
    rest()
    assert page.lists.table.go_to(added.id)
    page.lists.retire()
    rest()
    kept = next(v for v in office.read(values_of, "note_kind", retired=True) if v.id == added.id)
    assert (kept.english, kept.offered) == ("Visit", False)


@pytest.mark.gui
def test_what_holds_on_this_computer_is_kept_at_once(page, rest, shell):
    page.show_part("computer")
    page.computer.scheme.set_value("dark")
    page.computer.rows.set_value("comfortable")
    page.computer.single_keys.set_value(False)
    kept = settings.load()
    assert (kept.scheme, kept.row_height, kept.single_keys) == ("dark", "comfortable", False)
    assert theme.scheme == "dark"
    assert not shell.actions_.single_keys
    assert page.table.verticalHeader().defaultSectionSize() == theme.size("comfortable")
