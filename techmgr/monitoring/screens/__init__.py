"""Federal duties, reached from the palette and from Deadlines."""

from PySide6.QtCore import QCoreApplication

from techmgr.core.later import later
from techmgr.desktop.pages import Command, PageKind, Place, Window
from techmgr.storage.office import Office

translate = QCoreApplication.translate

DutiesPage = later("techmgr.monitoring.screens.duties_page", "DutiesPage")


def kinds(office: Office) -> list[PageKind]:
    """Every award with every invention made under it."""
    return [
        PageKind(
            "duties",
            translate("Duties", "Federal duties"),
            "landmark",
            lambda window: DutiesPage(window, office),
            under="deadlines",
            navigation=False,
        )
    ]


def commands(window: Window, _office: Office) -> list[Command]:
    """What the palette finds on every page."""
    return [
        Command(
            "federal_duties",
            translate("Duties", "Federal duties by award and invention (Bayh-Dole)"),
            lambda: window.go(Place("duties")),
            icon="landmark",
            words="Bayh-Dole iEdison 401.14",
            menu="file",
        )
    ]
