"""The disclosure form, as a page under the list of cases."""

from functools import cache
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.later import later
from techmgr.desktop.pages import Command, PageKind
from techmgr.desktop.shell import Shell
from techmgr.storage.office import Office

translate = QCoreApplication.translate

PaperForms = later("techmgr.disclosure.screens.paper", "PaperForms")
DisclosurePage = later("techmgr.disclosure.screens.form_page", "DisclosurePage")


def kinds(office: Office) -> list[PageKind]:
    """The page of one disclosure."""
    return [
        PageKind(
            "disclosure",
            translate("Disclosure", "Disclosure"),
            "file-pen",
            lambda window: DisclosurePage(window, office),
            under="cases",
            navigation=False,
        )
    ]


def commands(shell: Shell, office: Office) -> list[Command]:
    """What works on every page: the form as a workbook, out and back."""

    @cache
    def forms() -> Any:
        return PaperForms(shell, office)

    return [
        Command(
            "write_form", translate("PaperForms", "Write a disclosure form…"),
            lambda: forms().ask_where(), icon="file-text", menu="file",
        ),
        Command(
            "read_form", translate("PaperForms", "Read a disclosure form…"),
            lambda: forms().ask_which(), icon="file-pen", menu="file",
        ),
    ]  # fmt: skip
