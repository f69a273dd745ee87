"""People and organisations: the lists, a page for each, their forms, and merging."""

from PySide6.QtCore import QCoreApplication

from techmgr.core.later import later
from techmgr.desktop.pages import Command, PageKind, Place, Window
from techmgr.storage.office import Office

translate = QCoreApplication.translate

PeopleList = later("techmgr.people.screens.list_page", "PeopleList")
PersonPage = later("techmgr.people.screens.person_page", "PersonPage")
OrganisationPage = later("techmgr.people.screens.organisation_page", "OrganisationPage")


def kinds(office: Office) -> list[PageKind]:
    """The lists in the navigation, and the pages of one person and one organisation."""
    return [
        PageKind(
            "people", translate("People", "People"), "users",
            lambda window: PeopleList(window, office), letter="P",
        ),
        PageKind(
            "person", translate("People", "Person"), "user",
            lambda window: PersonPage(window, office), under="people", navigation=False,
        ),
        PageKind(
            "organisation", translate("People", "Organisation"), "building-2",
            lambda window: OrganisationPage(window, office), under="people", navigation=False,
        ),
    ]  # fmt: skip


def commands(window: Window, office: Office) -> list[Command]:  # noqa: ARG001 - as every feature's
    """New person and new organisation, from everywhere."""
    return [
        Command(
            "new_person", translate("People", "New person"),
            lambda: window.go(Place("people", extra={"new": "person"})), icon="user-plus",
            menu="file",
        ),
        Command(
            "new_organisation", translate("People", "New organisation"),
            lambda: window.go(Place("people", extra={"new": "organisation"})), icon="building-2",
            menu="file",
        ),
    ]  # fmt: skip
