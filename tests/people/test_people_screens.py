"""People as an officer uses them: lists, pages, forms, merging, undo."""

from datetime import date

import pytest
from action_examples.parts import OFFICER_ID, OWN_ORGANISATION_ID, a_disclosure, an_organisation
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from techmgr.core.references import Reference
from techmgr.desktop.choices import Option
from techmgr.desktop.dialogs import Confirm
from techmgr.desktop.jobs import Jobs
from techmgr.desktop.pages import Place
from techmgr.desktop.shell import Shell
from techmgr.desktop.theme import theme
from techmgr.office.screens.bench import bench_of
from techmgr.people.actions import PersonFields, RegisterPerson, register_person
from techmgr.people.queries import (
    account_on,
    affiliations_of,
    find_persons,
    person_by_id,
    roles_of,
    size_on,
)
from techmgr.people.queries_merging import moving_of
from techmgr.people.screens import commands, kinds

TODAY = date(2026, 9, 14)


@pytest.fixture
def shell(qapp, qtbot, office):
    if not QApplication.styleSheet(qapp):
        theme.start(qapp, "light")
    jobs = Jobs(interrupt=office.interrupt)
    crashes = []
    jobs.crashed.connect(crashes.append)
    window = Shell(jobs)
    qtbot.addWidget(window)
    for kind in kinds(office):
        window.register(kind)
    for command in commands(window, office):
        window.register_command(command)
    window.show()
    yield window
    jobs.close()
    assert not crashes, crashes


@pytest.fixture
def rest(qtbot, shell):
    def wait():
        qtbot.wait(60)  # a filter waits some ms after the last key
        qtbot.waitUntil(lambda: shell.jobs.idle, timeout=60_000)

    return wait


def names(table):
    return [row.name for row in table.model_.known_rows()]


@pytest.mark.gui
def test_typing_narrows_the_list_and_enter_opens_the_person(shell, rest, office, qtbot):
    for name in ("Yuki Tanaka", "Omar El-Sayed"):
        office.act(register_person, RegisterPerson(PersonFields(name)))
    shell.go(Place("people"))
    rest()
    page = shell.page
    assert names(page.persons) == ["Omar El-Sayed", "Ines Moreau", "Yuki Tanaka"]
    page.filter.setText("tan")
    rest()
    assert names(page.persons) == ["Yuki Tanaka"]
    qtbot.keyClick(page.filter, Qt.Key.Key_Return)
    rest()
    assert shell.page.title() == "Yuki Tanaka"
    shell.back()
    page.show_view("officers")
    page.filter.setText("")
    rest()
    assert names(page.persons) == ["Ines Moreau"]


@pytest.mark.gui
def test_a_new_person_is_saved_with_their_place(shell, rest, office):
    shell.go(Place("people", extra={"new": "person"}))
    rest()
    form = shell.page.sheet.form
    shell.page.sheet.save()
    assert form.fields["name"].problem == "This is needed."
    form.fields["name"].set_value("莫 雷")
    form.fields["email"].set_value("mo.lei@halden.example")
    shell.page.sheet.save()
    rest()
    assert shell.page.place.page == "person"
    assert shell.page.title() == "莫 雷"
    assert [row.email for row in office.read(find_persons, "mo.lei", TODAY)] == [
        "mo.lei@halden.example"
    ]


@pytest.mark.gui
def test_places_roles_and_accounts_are_added_on_the_page(shell, rest, office):
    shell.go(Place("person", Reference("person", OFFICER_ID)))
    rest()
    page = shell.page
    page.add_place()
    page.sheet.form.fields["organisation_id"].pick(Option(OWN_ORGANISATION_ID, "Halden University"))
    page.sheet.form.fields["position"].set_value("employee")
    page.sheet.save()
    rest()
    page.add_role()
    page.sheet.form.fields["role"].set_value("officer")
    page.sheet.save()
    rest()
    page.set_account()
    page.sheet.form.fields["route"].set_value("payroll")
    page.sheet.form.fields["account"].set_value("P-4711")
    page.sheet.save()
    rest()
    assert [each.position for each in office.read(affiliations_of, OFFICER_ID)] == ["employee"]
    assert [each.role for each in office.read(roles_of, OFFICER_ID)] == ["officer"]
    assert office.read(account_on, TODAY, person_id=OFFICER_ID).account == "P-4711"
    assert len(page.places.model_.known_rows()) == 1
    page.end_place(page.places.model_.known_rows()[0])
    page.sheet.save()
    rest()
    assert page.places.model_.known_rows()[0].until_day == TODAY


@pytest.mark.gui
def test_saving_over_a_newer_version_is_refused_in_the_form(shell, rest, office):
    shell.go(Place("person", Reference("person", OFFICER_ID)))
    rest()
    page = shell.page
    page.edit()
    from techmgr.people.actions import EditPerson, edit_person

    office.act(edit_person, EditPerson(OFFICER_ID, None, PersonFields("Ines M. Moreau")))
    page.sheet.form.fields["phone"].set_value("4711")
    page.sheet.save()
    rest()
    assert page.sheet.form.refusal
    assert office.read(person_by_id, OFFICER_ID).phone == ""


@pytest.mark.gui
def test_merging_says_what_moves_owes_a_reason_and_can_be_undone(shell, rest, office):
    a_disclosure(office)
    kept, merged = 2, 3
    moving = {each.table: each.count for each in office.read(moving_of, "person", merged)}
    assert moving["inventor"] == 1
    twin = office.act(register_person, RegisterPerson(PersonFields("Yuki Tanaka"))).result
    shell.go(Place("person", Reference("person", kept)))
    rest()
    page = shell.page
    page._merge(twin, "Yuki Tanaka")
    rest()
    asked = next(each for each in shell.findChildren(Confirm) if each.isVisible())
    assert "nothing yet names it" in asked.words.text()
    asked.do.click()
    assert asked.isVisible()
    asked.reason.set_value("The same person")
    asked.do.click()
    rest()
    assert office.read(person_by_id, twin).merged_into_id == kept
    bench_of(shell, office).undo()
    rest()
    assert office.read(person_by_id, twin).merged_into_id is None


@pytest.mark.gui
def test_an_organisation_keeps_its_size_by_date_and_its_departments(shell, rest, office):
    company = an_organisation(office)
    shell.go(Place("organisation", Reference("organisation", company)))
    rest()
    page = shell.page
    page.add_size()
    page.sheet.form.fields["size"].set_value("small")
    page.sheet.form.fields["employees"].set_value(42)
    page.sheet.save()
    rest()
    assert office.read(size_on, company, TODAY).employees == 42
    page.add_department()
    page.sheet.form.fields["name"].set_value("Sensors")
    page.sheet.save()
    rest()
    assert names(page.departments) == ["Sensors"]
