"""The disclosure form, as a page under the list of cases."""

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.pages import PageKind
from techmgr.disclosure.screens.form_page import DisclosurePage
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
