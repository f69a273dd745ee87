"""The list of cases, the case page, and what works everywhere: new case, undo, search."""

from PySide6.QtCore import QCoreApplication

from techmgr.casefile.screens.case_list import CaseList
from techmgr.core.later import later
from techmgr.desktop.pages import Command, PageKind, Place
from techmgr.desktop.palette import Maker
from techmgr.desktop.shell import Shell
from techmgr.office.screens.bench import bench_of
from techmgr.storage.office import Office

translate = QCoreApplication.translate

CasePage = later("techmgr.casefile.screens.case_page", "CasePage")


def kinds(office: Office) -> list[PageKind]:
    """The list in the navigation, and the page of one case."""
    return [
        PageKind(
            "cases",
            translate("Cases", "Cases"),
            "folder-open",
            lambda window: CaseList(window, office),
            letter="C",
        ),
        PageKind(
            "case",
            translate("Cases", "Case"),
            "folder-open",
            lambda window: CasePage(window, office),
            under="cases",
            navigation=False,
        ),
    ]


def commands(shell: Shell, office: Office) -> list[Command]:
    """New case and undo, on every page; the palette offers a new case for words it does not find."""
    bench = bench_of(shell, office)

    def new_case(words: str = "") -> None:
        shell.go(Place("disclosure", extra={"title": words} if words else {}))

    shell.set_new([Command("new_case", translate("Cases", "New case"), new_case)])
    shell.finder.makers.append(Maker(translate("Cases", "New case “{words}”"), new_case))
    return [
        Command(
            "undo", translate("Cases", "Undo my last action"), bench.undo, "Ctrl+Z", "undo-2",
            menu="edit",
        ),
        Command(
            "register_case", translate("Cases", "New case without a disclosure"),
            lambda: shell.go(Place("cases", extra={"register": True})), icon="folder-plus",
            menu="file",
        ),
    ]  # fmt: skip
