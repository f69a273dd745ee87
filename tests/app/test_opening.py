"""From the welcome page to an open office, and every way that leads elsewhere."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from techmgr import making, opening, schema
from techmgr.core import settings
from techmgr.desktop.dialogs import AskOfficer, AskPassphrase, Confirm
from techmgr.desktop.jobs import Cancelled
from techmgr.desktop.pages import Place
from techmgr.office.screens.new_office import Wanted
from techmgr.office.screens.welcome import Welcome
from techmgr.people.queries import officers
from techmgr.storage.lock import taken

OFFICER = "Ines Moreau"


def enter(asked) -> None:
    """Press Enter where the keyboard is, as somebody does who was asked."""
    QTest.keyClick(asked.focusWidget() or asked, Qt.Key.Key_Return)


@pytest.fixture
def office_file(founded_office_file, tmp_path):
    path = tmp_path / "halden.techmgr"
    shutil.copy(founded_office_file, path)
    return path


def dialog(desk, kind):
    found = [each for each in desk.shell.findChildren(kind) if each.isVisible()]
    assert found, f"no {kind.__name__} is shown"
    return found[0]


def test_without_an_office_the_welcome_page_is_shown(desk, rest):
    desk.start("")
    rest()
    assert isinstance(desk.shell.page, Welcome)
    assert [door.accessibleName().partition(".")[0] for door in desk.shell.page.doors] == [
        "Open the sample office",
        "Start a new office",
        "Import what you have",
        "Open an office",
    ]


def test_a_new_office_is_made_by_its_form_and_shows_its_cases(desk, rest, qtbot, home):
    desk.start("")
    rest()
    qtbot.keyClick(desk.shell, Qt.Key.Key_N)
    form = desk.shell.page.form
    form.fields["name"].set_value("Halden")
    form.fields["institution"].set_value("Halden University")
    form.fields["officer"].set_value(OFFICER)
    form.fields["place"].set_value(str(home / "halden"))
    for name in ("passphrase", "again"):
        form.fields[name].edit.setText(" secret ")
    desk.shell.page.save()
    rest()
    assert desk.shell.page.place == Place("cases")
    assert desk.office.place == str(home / "halden.techmgr")
    assert [each.name for each in desk.office.read(officers)] == [OFFICER]
    assert desk.office.officer == OFFICER
    assert schema.files.is_encrypted(home / "halden.techmgr")
    assert settings.load().recent == (str(home / "halden.techmgr"),)


def test_passphrases_that_differ_are_refused_beside_the_field(desk, rest, home):
    desk.start("")
    rest()
    desk.new()
    page = desk.shell.page
    for name in ("name", "institution", "officer"):
        page.form.fields[name].set_value("Halden")
    page.form.fields["passphrase"].edit.setText("one")
    page.form.fields["again"].edit.setText("two")
    page.save()
    assert page.form.fields["again"].problem == "The two differ. Type both again."
    assert desk.office is None


def test_an_office_that_cannot_be_founded_leaves_nothing(desk, rest, home):
    wanted = Wanted(str(home / "bad.techmgr"), "", "Bad", "Bad", OFFICER, "USD", "13-45", "UTC")
    refused = []
    desk._create(wanted, refused.append)
    rest()
    assert "13-45" in str(refused[0])
    assert not list(home.glob("bad*"))


def test_an_encrypted_office_asks_until_the_passphrase_opens_it(desk, rest, home):
    place = home / "closed.techmgr"
    making.make(Wanted(str(place), "key", "H", "H", OFFICER, "USD", "12-31", "UTC"))
    desk.start(str(place))
    rest()
    asked = dialog(desk, AskPassphrase)
    assert not asked.first.problem
    asked.first.edit.setText("wrong")
    enter(asked)
    rest()
    asked = dialog(desk, AskPassphrase)
    assert "wrong passphrase" in asked.first.problem
    asked.first.edit.setText("key")
    enter(asked)
    rest()
    assert desk.office is not None


def test_an_office_held_by_somebody_else_is_offered_for_reading(desk, rest, office_file):
    lock = taken(office_file, "Priya Nair")
    desk.start(str(office_file))
    rest()
    asked = dialog(desk, Confirm)
    assert "Priya Nair" in asked.words.text()
    asked.do.click()
    rest()
    assert desk.office.read_only
    assert desk.shell.standing() == ["Open for reading: nothing can be changed."]
    lock.release()


def test_the_officer_is_asked_for_and_remembered(desk, rest, office_file):
    desk.start(str(office_file))
    rest()
    asked = dialog(desk, AskOfficer)
    assert asked.officer() == OFFICER
    enter(asked)
    assert desk.office.officer == OFFICER
    assert settings.load().officer == OFFICER


def test_what_is_no_office_is_refused_in_words_on_the_welcome_page(desk, rest, home):
    junk = home / "notes.techmgr"
    junk.write_text("not an office")
    settings.save(settings.with_recent(settings.load(), str(junk)))
    desk.start(str(junk))
    rest()
    assert isinstance(desk.shell.page, Welcome)
    assert "notes.techmgr" in desk.shell.standing()[0]
    assert settings.load().recent == ()


def test_another_office_closes_the_first_and_its_pages(desk, rest, office_file, home):
    settings.change(officer=OFFICER)
    desk.settings = settings.load()
    desk.start(str(office_file))
    rest()
    other = home / "other.techmgr"
    shutil.copy(office_file, other)
    first = desk.office
    desk.open(str(other))
    rest()
    assert desk.office is not first
    assert desk.shell.page.place == Place("cases")
    taken(office_file).release()  # the first office is free again


def test_every_page_of_the_navigation_opens_in_an_empty_office(desk, rest, office_file):
    settings.change(officer=OFFICER)
    desk.settings = settings.load()
    desk.start(str(office_file))
    rest()
    for kind in [kind for kind in desk.shell._kinds.values() if kind.navigation]:
        desk.shell.go(Place(kind.name))
        rest()
        assert desk.shell.page.place.page == kind.name
        assert not desk.shell.standing(), kind.name


def test_the_palette_finds_people_of_the_office(desk, rest, office_file):
    settings.change(officer=OFFICER)
    desk.settings = settings.load()
    desk.start(str(office_file))
    rest()
    hits = desk.shell.finder.find_records("ine mor")
    assert [(hit.text, hit.kind, hit.place.page) for hit in hits] == [(OFFICER, "Person", "person")]


def test_encrypting_closes_the_office_and_opens_it_again(desk, rest, office_file):
    settings.change(officer=OFFICER)
    desk.settings = settings.load()
    desk.start(str(office_file))
    rest()
    opening.encrypt(desk, desk.office, "new key")
    rest()
    assert desk.office.passphrase == "new key"
    assert schema.files.is_encrypted(office_file)


def test_back_up_and_check_tell_how_it_went(desk, rest, office_file, home):
    settings.change(officer=OFFICER)
    desk.settings = settings.load()
    desk.start(str(office_file))
    rest()
    opening.back_up_to(desk, desk.office, home / "kept.techmgr")
    rest()
    assert (home / "kept.techmgr").exists()
    assert "kept.techmgr" in desk.shell.notice_.text
    opening.check_office(desk, desk.office)
    rest()
    assert desk.shell.notice_.text == "Checked: the office is whole."


def test_a_sample_office_that_is_cancelled_leaves_nothing(tmp_path):
    place = tmp_path / "sample.techmgr"

    def stop(_done, _of):
        raise Cancelled

    with pytest.raises(Cancelled):
        making.build_sample(place, date(2026, 9, 14), stop)
    assert not list(Path(tmp_path).iterdir())
