"""The composition: paints the window, opens an office behind it, registers every page, then loads the rest.

Three steps, each with as little as it needs (docs/decisions/007): the window is painted before the
ORM is loaded; the first list is read with its own modules only; behind it everything else is
imported on the writer's thread.
"""

import gc
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDir, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog

from techmgr import crash
from techmgr.core import settings
from techmgr.core.errors import UserError
from techmgr.core.later import later, load_all
from techmgr.core.paths import documents_folder
from techmgr.desktop import texts
from techmgr.desktop.jobs import Jobs
from techmgr.desktop.pages import Command, Place
from techmgr.desktop.shell import Shell, first_size
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme

if TYPE_CHECKING:
    from techmgr.office.screens.new_office import Wanted
    from techmgr.storage.office import Office

# Every screen of an open office, in the order of the navigation. Each module declares only, and puts
# its pages off with `later`. It may have `kinds(office)`, its PageKinds, `commands(window, office)`,
# what works everywhere, and `watch(window, office)`, called behind the first page.
SCREENS = (
    "techmgr.casefile.screens",
    "techmgr.disclosure.screens",
    "techmgr.docket.screens",
    "techmgr.patents.screens",
    "techmgr.monitoring.screens",
    "techmgr.agreements.screens",
    "techmgr.patents.screens.costs",
    "techmgr.royalty.screens",
    "techmgr.people.screens",
    "techmgr.reports.screens",
    "techmgr.intake.screens",
    "techmgr.office.screens",
)
FIRST = "cases"

welcome_page = later("techmgr.office.screens.welcome", "kind")
WelcomeWays = later("techmgr.office.screens.welcome", "Ways")
new_office_page = later("techmgr.office.screens.new_office", "kind")
make_office = later("techmgr.making", "make")
build_sample = later("techmgr.making", "build_sample")


class Desk(QObject):
    """One window with at most one open office.

    Always true: `office` is None until its screens are registered, and again once it is closed.
    """

    loaded = Signal()  # everything is imported

    def __init__(self, application: QApplication, chosen: settings.Settings) -> None:
        super().__init__(application)
        self.settings = chosen
        self.office: Office | None = None
        self.jobs = Jobs(self, interrupt=self._interrupt)
        self.shell = Shell(self.jobs, single_keys=chosen.single_keys, log=crash.log())
        self.shell.navigation.settings_wanted.connect(lambda: self.shell.go(Place("settings")))
        self.jobs.crashed.connect(crash.write_down)
        crash.tell_with(lambda report, _log: self.shell.show_crash(RuntimeError(report)))
        application.aboutToQuit.connect(self.close)

    def _interrupt(self) -> None:
        if self.office is not None:
            self.office.interrupt()

    def start(self, place: str) -> None:
        """Show the window at once; open the office of a place, or the welcome page without one."""
        self.shell.resize(first_size(self.shell.screen().availableSize()))
        self.shell.show()
        self.shell.repaint()
        QTimer.singleShot(0, lambda: self.open(place) if place else self.welcome())

    # Without an office

    def welcome(self) -> None:
        """Show what one can begin with."""
        ways = WelcomeWays(
            self.open_sample, self.new, self.bring, self.choose_office, self.open,
            lambda: self.settings.recent,
        )  # fmt: skip
        self.shell.navigation.set_office("techmgr", self.tr("no office is open"))
        self.shell.navigation.set_officer("", "")
        self.shell.register(welcome_page(ways))
        self._register_file_commands()
        self.shell.go(Place("welcome"))

    def new(self, then: str = "") -> None:
        """Show the form of a new office."""
        self.shell.register(new_office_page(self._create, self.settings.officer))
        self.shell.go(Place("new_office", extra={"then": then}))

    def bring(self) -> None:
        """Start a new office and go to the import."""
        self.new(then="import")

    def _create(self, wanted: "Wanted", refused: Callable[[UserError], object]) -> None:
        def made(_: object) -> None:
            self.settings = settings.change(officer=wanted.officer)
            self.open(wanted.place, wanted.passphrase or None, first=wanted.then or FIRST)

        self.jobs.write(make_office, wanted, owner=self, then=made, failed=refused)

    def open_sample(self) -> None:
        """Open the sample office; it is built the first time, in the folder of documents."""
        place = documents_folder() / "sample.techmgr"
        if place.exists():
            self.open(str(place))
        else:
            self.jobs.write(
                build_sample, place, datetime.now(UTC).date(), owner=self, then=self.open,
                title=self.tr("Building the sample office"),
            )  # fmt: skip

    def choose_office(self) -> None:
        """Ask for an office file."""
        name, _ = QFileDialog.getOpenFileName(
            self.shell, self.tr("Open an office"), str(documents_folder()), "techmgr (*.techmgr)"
        )
        if name:
            self.open(name)

    def choose_database(self) -> None:
        """Ask for the address of an office on a server."""
        words = self.tr("Address, such as postgresql+psycopg://name@server/office")
        place, done = QInputDialog.getText(self.shell, self.tr("Open a database"), words)
        if done and place.strip():
            self.open(place.strip())

    # Opening and closing

    def open(
        self,
        place: str,
        passphrase: str | None = None,
        *,
        read_only: bool = False,
        first: str = FIRST,
    ) -> None:
        """Open an office behind the window; a refusal is shown with the way on that there is."""
        if self.office is not None and place in (self.office.place, self.office.address):
            self.shell.go(Place(first))
            return
        self.jobs.write(
            _open,
            place,
            passphrase,
            self.settings.officer,
            read_only,
            owner=self,
            then=lambda office: self.opened(office, first),
            failed=lambda error: self._not_opened(place, passphrase, error),
        )

    def _not_opened(self, place: str, passphrase: str | None, error: UserError) -> None:
        if self.office is None and not self.shell.has("welcome"):
            self.welcome()
        # Imported late: it loads the ORM, which the writer's thread has done by now.
        import_module("techmgr.opening").way_on(self, place, passphrase, error)

    def opened(self, office: "Office", first: str = FIRST) -> None:
        """Register every page on an office that has just been opened, and show its cases."""
        self._leave_office()
        self.office = office
        showing.today = office.today
        self.settings = settings.with_recent(settings.load(), office.address)
        settings.save(self.settings)
        register(self.shell, office)
        self._register_file_commands()
        opening = import_module("techmgr.opening")
        opening.dress(self, office)
        self.shell.go(Place(first if self.shell.has(first) else FIRST))
        opening.greet(self, office)
        # The reader works in order: what is asked of it now is answered behind the first page.
        self.jobs.read(_no_more, owner=self, then=lambda _: self._load_rest(office))

    def _load_rest(self, office: "Office") -> None:
        self.jobs.write(load_all, owner=self, then=lambda _: self._loaded(office))

    def _loaded(self, office: "Office") -> None:
        self.loaded.emit()
        if self.office is office:
            watch(self.shell, office)
            import_module("techmgr.opening").look_after(self, office)

    def choose_officer(self, name: str) -> None:
        """Remember who works here; every action from now on bears the name."""
        self.settings = settings.change(officer=name)
        if self.office is not None:
            self.office.officer = name

    def close_office(self) -> None:
        """Close the office and show what one can begin with."""
        self._leave_office()
        self.welcome()

    def _leave_office(self) -> None:
        self.shell.clear()
        if self.office is not None:
            self.office.close()
            self.office = None

    def close(self) -> None:
        """Finish what is being written and close the office."""
        self.jobs.close()
        if self.office is not None:
            self.office.close()
            self.office = None

    def _register_file_commands(self) -> None:
        offered = [
            Command("new_office", self.tr("New office…"), self.new, icon="file-plus"),
            Command("open_office", self.tr("Open an office…"), self.choose_office, "Ctrl+O", "folder-open"),
            Command("open_database", self.tr("Open a database…"), self.choose_database, icon="database"),
            Command("open_sample", self.tr("Open the sample office"), self.open_sample, icon="book-open"),
        ]  # fmt: skip
        for number, place in enumerate(self.settings.recent[:5]):
            text = self.tr("Open again: {name}").format(name=place.rpartition("/")[2])
            again = _opening(self, place)
            offered.append(Command(f"recent_{number}", text, again, icon="history"))
        for command in offered:
            command.menu = "file"
            self.shell.register_command(command)


def _opening(desk: Desk, place: str) -> Callable[[], None]:
    return lambda: desk.open(place)


def register(shell: Shell, office: "Office") -> None:
    """Register every page of an office, and what works everywhere."""
    screens = [import_module(name) for name in SCREENS]
    for module in screens:
        for kind in getattr(module, "kinds", _none)(office):
            shell.register(kind)
    for module in screens:
        for command in getattr(module, "commands", _none)(shell, office):
            shell.register_command(command)


def watch(shell: Shell, office: "Office") -> None:
    """Start what follows an office from behind its first page, such as counts in the navigation."""
    for name in SCREENS:
        getattr(import_module(name), "watch", _none)(shell, office)


def _none(*_: object) -> Sequence[Any]:
    return ()


def _no_more() -> None:
    """Read nothing."""


def _open(place: str, passphrase: str | None, officer: str, read_only: bool) -> "Office":
    # On the writer's thread: the window is painted while the ORM loads.
    from techmgr import schema  # noqa: PLC0415 - as above

    for name in (*SCREENS, "techmgr.opening"):
        import_module(name)
    return schema.open_office(place, passphrase=passphrase, officer=officer, read_only=read_only)


def main(words: Sequence[str]) -> int:
    """Open the window, on the office that is named or was open last. Returns the exit status."""
    chosen = settings.load()
    desk = composed(chosen)
    # What is loaded by then stays: the collector need not look through it again.
    desk.loaded.connect(gc.freeze, Qt.ConnectionType.SingleShotConnection)
    place = _whole(words[0]) if words else _last(chosen)
    # Dialogs of files begin among the documents, wherever the program was started from.
    QDir.setCurrent(str(documents_folder()))
    desk.start(place)
    return QApplication.exec()


def composed(chosen: settings.Settings) -> Desk:
    """Make the application and its window, dressed and in the chosen language; nothing is shown yet."""
    application = QApplication(sys.argv[:1])
    application.setApplicationName("techmgr")
    texts.install(application, chosen.language)
    theme.start(application, chosen.scheme)
    theme.row_height = chosen.row_height
    return Desk(application, chosen)


def _whole(place: str) -> str:
    return place if "://" in place else str(Path(place).absolute())


def _last(chosen: settings.Settings) -> str:
    newest = next(iter(chosen.recent), "")
    return newest if newest.startswith("postgresql") or Path(newest).is_file() else ""
