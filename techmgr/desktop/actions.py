"""Every command has a menu entry with its key; single letters work only where no field has the keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from techmgr.desktop.pages import Command
from techmgr.desktop.widgets import shown_key

MENUS = ("file", "edit", "go", "page", "view", "help")
_FIELDS = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox)
_WITH = ("Ctrl", "Alt", "Meta", "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9")


def is_letter(key: str) -> bool:
    """Whether a key would be typed into a field: "E", "G, D", "?"; not "Ctrl+S" or "F6"."""
    return bool(key) and not key.startswith(_WITH) and key not in ("Esc", "Return", "Space")


def is_field(widget: QWidget | None) -> bool:
    """Whether keys are typed into a widget."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit) and widget.isReadOnly():
        return False
    return isinstance(widget, _FIELDS)


class Actions(QObject):
    """The commands of the window and of the page that is shown."""

    def __init__(self, window: QMainWindow, *, single_keys: bool = True) -> None:
        super().__init__(window)
        self._window = window
        self.single_keys = single_keys
        self._commands: dict[str, Command] = {}
        self._page: list[Command] = []
        self._made: dict[str, list[QObject]] = {}
        self._letters: dict[str, QShortcut] = {}
        self.menus = {name: window.menuBar().addMenu(self._title(name)) for name in MENUS}
        for menu in self.menus.values():
            menu.aboutToShow.connect(self._look_what_is_enabled)
        application().focusChanged.connect(self._focus_changed)

    def _title(self, name: str) -> str:
        return {
            "file": self.tr("&File"),
            "edit": self.tr("&Edit"),
            "go": self.tr("&Go"),
            "page": self.tr("&Page"),
            "view": self.tr("&View"),
            "help": self.tr("&Help"),
        }[name]

    def register(self, command: Command) -> None:
        """Add a command that works everywhere; one with the same id is replaced."""
        self._remove(command.id)
        self._commands[command.id] = command
        self._add(command, self.menus[command.menu or "file"])

    def clear(self) -> None:
        """Forget all commands."""
        for name in [*self._made]:
            self._remove(name)
        self._commands.clear()
        self._page = []

    def show_page(self, commands: Sequence[Command]) -> None:
        """Exchange the commands of the page."""
        for command in self._page:
            self._remove(command.id)
            if command.id in self._commands:
                self.register(self._commands[command.id])
        self._page = list(commands)
        taken = {command.key for command in self._page if command.key}
        for command in self._page:
            self._remove(command.id)
            self._add(command, self.menus[command.menu or "page"])
        self._give_way(taken)
        self.menus["page"].menuAction().setVisible(bool(self._page))

    def _give_way(self, taken: set[str]) -> None:
        """A key of the page is the page's; two owners would make it dead."""
        for command in self._commands.values():
            for made in self._made.get(command.id, ()):
                if isinstance(made, QAction) and not is_letter(command.key):
                    made.setShortcut(QKeySequence("" if command.key in taken else command.key))

    def all(self) -> list[Command]:
        """Every command that can be done now, those of the page first."""
        own = {command.id for command in self._page}
        rest = [command for command in self._commands.values() if command.id not in own]
        return [command for command in (*self._page, *rest) if command.enabled()]

    def run(self, command: Command) -> None:
        """Do it, where it can be done."""
        if command.enabled():
            command.run()

    def _add(self, command: Command, menu: QMenu) -> None:
        action = QAction(command.text, self._window)
        action.triggered.connect(lambda *_: self.run(command))
        made: list[QObject] = [action]
        if is_letter(command.key):
            action.setText(f"{command.text}\t{shown_key(command.key)}")
            made.append(self._letter(command))
        elif command.key:
            action.setShortcut(QKeySequence(command.key))
        menu.addAction(action)
        # A hidden menu bar has no keys: the window holds the action too.
        self._window.addAction(action)
        self._made[command.id] = made

    def _letter(self, command: Command) -> QShortcut:
        shortcut = QShortcut(QKeySequence(command.key), self._window)
        shortcut.activated.connect(lambda: self.run(command))
        shortcut.setEnabled(self._letters_work())
        self._letters[command.id] = shortcut
        return shortcut

    def _remove(self, name: str) -> None:
        self._letters.pop(name, None)
        for made in self._made.pop(name, ()):
            if isinstance(made, QAction):
                self._window.removeAction(made)
            if isinstance(made, QShortcut):
                made.setEnabled(False)
            made.deleteLater()

    def _look_what_is_enabled(self) -> None:
        for command in (*self._commands.values(), *self._page):
            for made in self._made.get(command.id, ()):
                if isinstance(made, QAction):
                    made.setEnabled(command.enabled())

    def set_single_keys(self, works: bool) -> None:
        """Let single letters work, or turn them off."""
        self.single_keys = works
        self._focus_changed(None, None)

    def _letters_work(self) -> bool:
        return self.single_keys and not is_field(QApplication.focusWidget())

    def _focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        works = self._letters_work()
        for shortcut in self._letters.values():
            shortcut.setEnabled(works)


def application() -> QApplication:
    """The running application."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def key_of(window: QWidget, key: str, run: Callable[[], object]) -> QShortcut:
    """A key of the window without a menu entry, such as Esc."""
    shortcut = QShortcut(QKeySequence(key), window)
    shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
    shortcut.activated.connect(run)
    return shortcut
