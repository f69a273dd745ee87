"""The window: navigation, top bar, page, side panel, status bar; it knows pages only by what registered them.

shell = Shell(jobs)
shell.register(PageKind(...)); shell.register_command(Command(...))
shell.set_new([Command("new_case", "New case", run)])      the New button and Ctrl+N
shell.navigation.set_office(name, file) / set_officer / set_count / set_views
shell.finder.find_records = find
shell.status.show_saved("Saved 09:41")
shell.go(Place("cases"))
shell.changed                                               references written, for counts
shell.stand(StandingNotice(...)); shell.clear()             above the page; forget everything of an office
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSizePolicy, QWidget

from techmgr.core.errors import UserError
from techmgr.core.later import later
from techmgr.desktop.actions import Actions, application, key_of
from techmgr.desktop.bars import StatusBar, TopBar
from techmgr.desktop.history import History
from techmgr.desktop.jobs import Jobs
from techmgr.desktop.navigation import Navigation
from techmgr.desktop.notices import Notice, StandingNotice, WorkBar
from techmgr.desktop.pages import Command, Page, PageKind, Place
from techmgr.desktop.palette import Palette
from techmgr.desktop.showing import showing
from techmgr.desktop.side import COVERS_BELOW, Middle
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import can_focus, column, enter_pressed, first_in, holding, row

ICONS_BELOW = 1100
_USUAL = QSize(1440, 900)
_FRAME = QSize(8, 40)  # what a title bar and borders take of a small screen

CrashDialog = later("techmgr.desktop.dialogs", "CrashDialog")
KeysDialog = later("techmgr.desktop.dialogs", "KeysDialog")


class Shell(QMainWindow):
    """Shows one place at a time. Pages get it as their `Window`."""

    changed = Signal(object)
    page_shown = Signal(object)

    def __init__(self, jobs: Jobs, *, single_keys: bool = True, log: Path | None = None) -> None:
        super().__init__()
        self.jobs = jobs
        self._log = log
        self._kinds: dict[str, PageKind] = {}
        self._pages: dict[str, Page] = {}
        self._new: list[Command] = []
        self._last_focus: dict[QWidget, QWidget] = {}
        self._alt_alone = False
        self.history = History()
        self.navigation = Navigation()
        self.top = TopBar()
        self.middle = Middle()
        self.status = StatusBar()
        self._standing = column(gap=6)
        self.actions_ = Actions(self, single_keys=single_keys)
        central = self._arrange()
        self.notice_ = Notice(central)
        self.finder = Palette(central, jobs, self.actions_.all)
        self._connect()
        self._register_own()
        self.setMinimumSize(1024, 680)
        self.resize(_USUAL)

    def _arrange(self) -> QWidget:
        self._notices = holding(self._standing, "page")
        self._standing.setContentsMargins(16, 10, 16, 0)
        self._notices.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._notices.hide()
        content = holding(column(self.top, self._notices, self.middle))
        self._edge = holding(column(), "line")
        self._edge.setFixedWidth(1)
        upper = holding(row(self.navigation, self._edge, content, gap=0))
        rows = column(upper, self.status)
        rows.setStretch(0, 1)
        central = holding(rows, "window")
        self.setCentralWidget(central)
        self.status.work.addWidget(WorkBar(self.jobs))
        self.menuBar().setVisible(self.menuBar().isNativeMenuBar())
        return central

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.go)
        self.top.chosen.connect(self.go)
        self.top.back.connect(self.back)
        self.top.forward.connect(self.forward)
        self.top.search.connect(self.search)
        self.finder.chosen.connect(self.go)
        self.jobs.refused.connect(self.refuse)
        self.jobs.crashed.connect(self.show_crash)
        self.jobs.wrote.connect(self._wrote)
        application().focusChanged.connect(self._remember_focus)
        key_of(self, "Esc", self.escape)
        key_of(self, "F6", lambda: self.next_area(1))
        key_of(self, "Shift+F6", lambda: self.next_area(-1))

    def _register_own(self) -> None:
        back, forward = (lambda: self.history.can_step(-1)), (lambda: self.history.can_step(1))
        own = (
            Command("find", self.tr("Find any record or action"), self.search, "Ctrl+K", "search", menu="edit"),
            Command("back", self.tr("Back"), self.back, "Alt+Left", "arrow-left", back, "go"),
            Command("forward", self.tr("Forward"), self.forward, "Alt+Right", "arrow-right", forward, "go"),
            Command("keys", self.tr("Keys of this page"), self.show_keys, "?", "keyboard", menu="help"),
            Command("side", self.tr("Show or hide the side panel"), self.toggle_side, "F9", "panel-right", menu="view"),
            Command("light", self.tr("Light"), lambda: theme.choose("light"), "", "sun", menu="view"),
            Command("dark", self.tr("Dark"), lambda: theme.choose("dark"), "", "moon", menu="view"),
            Command("system", self.tr("As the system"), lambda: theme.choose("system"), "", "monitor", menu="view"),
            Command("close", self.tr("Close the window"), self.close, "Ctrl+Q", "log-out", menu="file"),
        )  # fmt: skip
        for command in own:
            self.register_command(command)

    # Registering

    def register(self, kind: PageKind) -> None:
        """Add a page; those for the navigation stand there in the order of registering."""
        self._kinds[kind.name] = kind
        self.navigation.set_kinds(list(self._kinds.values()))
        if kind.letter:
            text = self.tr("Go to {page}").format(page=kind.text)
            run = self._going(Place(kind.name))
            self.register_command(
                Command(f"go_{kind.name}", text, run, f"G, {kind.letter}", kind.icon, menu="go")
            )

    def _going(self, place: Place) -> Callable[[], None]:
        return lambda: self.go(place)

    def register_command(self, command: Command) -> None:
        """Add a command that works on every page."""
        self.actions_.register(command)

    def has(self, page: str) -> bool:
        """Whether a page of this name is registered."""
        return page in self._kinds

    def clear(self) -> None:
        """Forget every page and command that was registered, as when another office is opened."""
        self._clear_standing()
        self.middle.clear()
        self._pages.clear()
        self._kinds.clear()
        self._last_focus.clear()
        self.history = History()
        self.navigation.set_kinds([])
        self.navigation.set_views([])
        self.set_new([])
        self.actions_.clear()
        self.finder.find_records = None
        self.finder.makers.clear()
        self.top.show_corner(None)
        self._register_own()

    def set_new(self, commands: Sequence[Command]) -> None:
        """What can be made here; the first is the button and Ctrl+N."""
        self._new = list(commands)
        for place, command in enumerate(self._new):
            command.menu = command.menu or "file"
            command.icon = command.icon or "plus"
            command.key = command.key or ("Ctrl+N" if place == 0 else "")
            self.register_command(command)
        self.top.show_new(self._new, self.actions_.run)

    # Places

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        page = self.middle.stack.currentWidget()
        return page if isinstance(page, Page) else None

    def go(self, place: Place) -> None:
        """Show a place, if the present page lets the user leave."""
        if place.page in self._kinds and self._may_leave(place):
            self.history.go(place)
            self._show(place)

    def back(self) -> None:
        """Return to the place before."""
        self._step(-1)

    def forward(self) -> None:
        """Take back the last step back."""
        self._step(1)

    def _step(self, by: int) -> None:
        if self.history.can_step(by) and self._may_leave(
            self.history.places[self.history.here + by]
        ):
            self._show(self.history.step(by))

    def _may_leave(self, place: Place) -> bool:
        page = self.page
        return page is None or page.place == place or page.leave_allowed()

    def _show(self, place: Place) -> None:
        page = self._page_of(place.page)
        self._clear_standing()
        self.middle.stack.setCurrentWidget(page)
        page.open(place)
        kind = self._kinds[place.page]
        self.navigation.show_current(kind.under or kind.name)
        self.show_side(None if self.middle.covers else page.side())
        self._look_again()
        self.top.show_corner(page.corner())
        self.actions_.show_page(page.commands())
        self.top.show_history(back=self.history.can_step(-1), forward=self.history.can_step(1))
        page.setFocus()
        self.page_shown.emit(place)

    def _page_of(self, name: str) -> Page:
        if name not in self._pages:
            page = self._kinds[name].build(self)
            page.title_changed.connect(self._look_again)
            page.status_changed.connect(self._look_again)
            page.commands_changed.connect(self._commands_changed)
            self._pages[name] = page
            self.middle.stack.addWidget(page)
        return self._pages[name]

    def _commands_changed(self) -> None:
        if self.page is not None:
            self.actions_.show_page(self.page.commands())
            self.status.show_keys(list(self.page.keys()))

    def _look_again(self) -> None:
        page = self.page
        if page is None or not page.place.page:
            return
        kind = self._kinds[page.place.page]
        trail: list[tuple[str, Place | None]] = []
        if kind.under in self._kinds:
            trail.append((self._kinds[kind.under].text, Place(kind.under)))
        trail += page.trail()
        trail.append((page.title() or kind.text, None))
        self.top.show_trail(trail)
        self.status.show_text(page.status())
        self.status.show_keys(list(page.keys()))
        self.setWindowTitle(f"{page.title() or kind.text} – techmgr")

    # What a page may ask

    def notice(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say at the bottom what has been done."""
        self.notice_.say(text, undo)

    def refuse(self, error: UserError) -> None:
        """Say above the page what the user must put right."""
        self._clear_standing()
        self.stand(StandingNotice("danger", "", showing.words(error)))

    def stand(self, notice: StandingNotice) -> None:
        """Let a notice stand above the page until it is closed or the page is left."""
        notice.closed.connect(self._clear_standing)
        self._standing.addWidget(notice)
        self._notices.show()

    def show_side(self, widget: QWidget | None, width: int = 0) -> None:
        """Show a widget in the side panel, or close the panel."""
        page = self.page.place.page if self.page else ""
        self.middle.show_side(page, widget, width or (self.page or Page).side_width)

    def toggle_side(self) -> None:
        """Open the side panel of the page, or close it."""
        if self.middle.is_side_open:
            self.middle.close_side()
        elif self.page is not None:
            self.show_side(self.page.side())

    def search(self, words: str = "") -> None:
        """Open the palette."""
        self.finder.open(words if isinstance(words, str) else "")

    def show_keys(self) -> None:
        """Show all keys of the page."""
        keys = self.page.keys() if self.page else ()
        KeysDialog(self, self.actions_.all(), keys).open()

    def show_crash(self, error: BaseException) -> None:
        """Say that the program is at fault, with the details."""
        CrashDialog(self, error, self._log).open()

    def escape(self) -> None:
        """Close what is open, from the inside out, then go back."""
        page = self.page
        if page is not None and page.escape():
            return
        if self.middle.is_side_open and self.middle.covers:
            self.middle.close_side()
        elif not self._notices.isHidden():
            self._clear_standing()
        else:
            self.back()

    def standing(self) -> list[str]:
        """The sentences that stand above the page."""
        return [
            each.text for each in self._notices.findChildren(StandingNotice) if not each.isHidden()
        ]

    def _clear_standing(self) -> None:
        while (item := self._standing.takeAt(0)) is not None:
            if (notice := item.widget()) is not None:
                notice.hide()
                notice.deleteLater()
        self._notices.hide()

    def _wrote(self, result: object) -> None:
        references = getattr(result, "changed", None)
        if not references:
            return
        if self.page is not None:
            self.page.changed(references)
        self.changed.emit(references)

    # Areas and sizes

    def next_area(self, by: int) -> None:
        """Put the keyboard in the next area: navigation, page, side panel, top bar."""
        areas: list[QWidget] = [self.navigation, self.middle.stack, self.top]
        if self.middle.is_side_open:
            areas.insert(2, self.middle.side)
        focus = QApplication.focusWidget()
        here = next((n for n, area in enumerate(areas) if focus and area.isAncestorOf(focus)), -1)
        for step in range(1, len(areas) + 1):
            area = areas[(here + by * step) % len(areas)]
            kept = self._last_focus.get(area)
            target = kept if kept is not None and can_focus(kept) else first_in(area)
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _remember_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        for area in (self.navigation, self.middle.stack, self.middle.side, self.top):
            if new is not None and area.isAncestorOf(new):
                self._last_focus[area] = new
                new.destroyed.connect(lambda *_, area=area: self._last_focus.pop(area, None))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < ICONS_BELOW
        if narrow != self.navigation.is_narrow:
            self.navigation.show_narrow(narrow=narrow)
        covers = self.width() < COVERS_BELOW
        if covers != self.middle.covers:
            self.middle.cover(covers=covers)
            self.show_side(None if covers or self.page is None else self.page.side())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            # Alt shows the menus only when it was pressed alone: not with 2, as in Alt+2.
            self._alt_alone = event.key() == Qt.Key.Key_Alt
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not enter_pressed(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        bar = self.menuBar()
        is_alt = event.key() == Qt.Key.Key_Alt and self._alt_alone
        if is_alt and not bar.isNativeMenuBar():
            bar.setVisible(not bar.isVisible())
            if bar.isVisible():
                bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
        super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        page = self.page
        if page is None or page.leave_allowed():
            event.accept()
        else:
            event.ignore()


def first_size(screen: QSize) -> QSize:
    """As large as usual, but no larger than the screen: nothing may begin beyond its edge."""
    return _USUAL.boundedTo(screen - _FRAME)
