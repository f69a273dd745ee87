"""The page that takes in files."""

from PySide6.QtCore import QCoreApplication

from techmgr.core.later import later
from techmgr.desktop.pages import Command, PageKind, Place, Window
from techmgr.storage.office import Office

ImportPage = later("techmgr.intake.screens.importing", "ImportPage")


def kinds(office: Office) -> list[PageKind]:
    """Return the pages of this part."""
    return [page_kind(office)]


def page_kind(office: Office) -> PageKind:
    """Return the page that takes in files; it has no place in the navigation."""
    text = QCoreApplication.translate("Import", "Import")
    return PageKind(
        "import", text, "upload", lambda window: ImportPage(window, office), navigation=False
    )


def commands(window: Window, _office: Office) -> list[Command]:
    """Return what works everywhere."""
    text = QCoreApplication.translate("Import", "Import a file")
    words = QCoreApplication.translate("Import", "csv excel spreadsheet take in portfolio")
    go = Place("import")
    return [
        Command("import", text, lambda: window.go(go), "Ctrl+I", "upload", menu="file", words=words)
    ]
