"""The composition: paints the window, opens an office behind it, then registers every screen.

The window is painted before the ORM is loaded: opening happens on the writer's thread, and what
needs records is imported there.
"""

import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from techmgr import crash
from techmgr.core import settings
from techmgr.core.errors import UserError
from techmgr.desktop import texts
from techmgr.desktop.jobs import Jobs
from techmgr.desktop.pages import Command, PageKind, Place
from techmgr.desktop.shell import Shell
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme

if TYPE_CHECKING:
    from techmgr.storage.office import Office

# Every screen of an open office, in the order of the navigation. Each module has `kinds(office)`,
# which returns its PageKinds, and may have `commands(window, office)` for what works everywhere.
SCREENS = (
    "techmgr.casefile.screens",
    "techmgr.disclosure.screens",
    "techmgr.docket.screens",
    "techmgr.agreements.screens",
    "techmgr.royalty.screens",
    "techmgr.people.screens",
    "techmgr.reports.screens",
    "techmgr.intake.screens",
    "techmgr.office.screens",
)
FIRST = "cases"


class Desk(QObject):
    """One window with at most one open office.

    Always true: `office` is None until its screens are registered, and again once it is closed.
    """

    def __init__(self, application: QApplication, chosen: settings.Settings) -> None:
        super().__init__(application)
        self.settings = chosen
        self.office: Office | None = None
        self.jobs = Jobs(self, interrupt=self._interrupt)
        self.shell = Shell(self.jobs, single_keys=chosen.single_keys, log=crash.log())
        crash.tell_with(lambda report, _log: self.shell.show_crash(RuntimeError(report)))
        application.aboutToQuit.connect(self.close)

    def _interrupt(self) -> None:
        if self.office is not None:
            self.office.interrupt()

    def start(self, place: str) -> None:
        """Show the window at once; open the office of a place, or the welcome page without one."""
        self.shell.show()
        QTimer.singleShot(0, lambda: self.open(place) if place else self.welcome())

    def welcome(self) -> None:
        """Show what one can begin with."""
        # Imported late, like every screen: its module loads the ORM.
        welcome = import_module("techmgr.office.screens.welcome")
        self.shell.register(welcome.kind(self))
        self.shell.go(Place("welcome"))

    def open(self, place: str, passphrase: str | None = None, *, read_only: bool = False) -> None:
        """Open an office behind the window; a refusal is shown with the way on that there is."""
        self.jobs.write(
            _open,
            place,
            passphrase,
            self.settings.officer,
            read_only,
            owner=self,
            then=self.opened,
            failed=lambda error: self._not_opened(place, error),
        )

    def _not_opened(self, place: str, error: UserError) -> None:
        opening = import_module("techmgr.office.screens.opening")
        opening.way_on(self, place, error)

    def opened(self, office: "Office") -> None:
        """Register every screen on an office that has just been opened, and show its cases."""
        self.office = office
        showing.today = office.today
        self.settings = settings.with_recent(self.settings, office.place)
        settings.save(self.settings)
        screens = [import_module(name) for name in SCREENS]
        for kind in _kinds(screens, office):
            self.shell.register(kind)
        for module in screens:
            for command in getattr(module, "commands", _none)(self.shell, office):
                self.shell.register_command(command)
        opening = import_module("techmgr.office.screens.opening")
        opening.dress(self, office)
        self.shell.go(Place(FIRST))

    def choose_officer(self, name: str) -> None:
        """Remember who works here; every action from now on bears the name."""
        self.settings = replace(self.settings, officer=name)
        settings.save(self.settings)
        if self.office is not None:
            self.office.officer = name

    def close(self) -> None:
        """Finish what is being written and close the office."""
        self.jobs.close()
        if self.office is not None:
            self.office.close()
            self.office = None


def _kinds(screens: Sequence[Any], office: "Office") -> list[PageKind]:
    return [kind for module in screens for kind in module.kinds(office)]


def _none(*_: object) -> Sequence[Command]:
    return ()


def _open(place: str, passphrase: str | None, officer: str, read_only: bool) -> "Office":
    # Imported on the writer's thread: the window is painted while the ORM loads.
    from techmgr import records, schema  # noqa: F401, PLC0415 - as above

    for name in SCREENS:
        import_module(name)
    return schema.open_office(place, passphrase=passphrase, officer=officer, read_only=read_only)


def main(words: Sequence[str]) -> int:
    """Open the window, on the office that is named or was open last. Returns the exit status."""
    chosen = settings.load()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("techmgr")
    texts.install(application, chosen.language)
    theme.start(application, chosen.scheme)
    desk = Desk(application, chosen)
    desk.start(words[0] if words else _last(chosen))
    return application.exec()


def _last(chosen: settings.Settings) -> str:
    newest = next(iter(chosen.recent), "")
    return newest if newest.startswith("postgresql") or Path(newest).is_file() else ""
