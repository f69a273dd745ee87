"""Patents and other rights: the list, the page of one right, and how both are reached."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.later import later
from techmgr.desktop.pages import Command, PageKind, Place
from techmgr.storage.office import Office

translate = QCoreApplication.translate

RightList = later("techmgr.patents.screens.list_page", "RightList")
RightPage = later("techmgr.patents.screens.page", "RightPage")


def kinds(office: Office) -> list[PageKind]:
    """Both stand under Cases: a right is looked for from its case, or by its number."""
    return [
        PageKind(
            "rights", translate("Rights", "Patents and other rights"), "award",
            lambda window: RightList(window, office), under="cases", navigation=False,
        ),
        PageKind(
            "patent", translate("Rights", "Right"), "award",
            lambda window: RightPage(window, office), under="cases", navigation=False,
        ),
    ]  # fmt: skip


def commands(window: Any, _office: Office) -> list[Command]:
    """The list from everywhere."""
    text = translate("Rights", "Patents and other rights")
    words = translate("Rights", "families filings applications")
    return [
        Command(
            "rights", text, lambda: window.go(Place("rights")), "G, I", "award", menu="go",
            words=words,
        )
    ]  # fmt: skip
