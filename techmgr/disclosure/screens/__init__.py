"""The disclosure form, as a page under the list of cases."""

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.pages import Command, PageKind
from techmgr.desktop.shell import Shell
from techmgr.disclosure.screens.form_page import DisclosurePage
from techmgr.disclosure.screens.paper import PaperForms
from techmgr.storage.office import Office


def kinds(office: Office) -> list[PageKind]:
    """The page of one disclosure."""
    return [
        PageKind(
            "disclosure",
            QCoreApplication.translate("Disclosure", "Disclosure"),
            "file-pen",
            lambda window: DisclosurePage(window, office),
            under="cases",
            navigation=False,
        )
    ]


def commands(shell: Shell, office: Office) -> list[Command]:
    """What works on every page: the form as a workbook, out and back."""
    return PaperForms(shell, office).commands()
