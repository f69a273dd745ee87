"""Ctrl K: any record and any action, found by the beginnings of words.

    shell.finder.find_records = find         find("ausc") -> [Hit(...)]; runs on the reader's thread
    shell.finder.makers.append(Maker(self.tr("New case “{words}”"), run))        offered when nothing is found

`>` in front looks for actions only; Tab shows the actions of the record; Esc closes.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from techmgr.desktop.highlight import spans
from techmgr.desktop.hits import ENTRY, HEADING_HEIGHT, ROW_HEIGHT, Entry, HitDelegate
from techmgr.desktop.jobs import Jobs
from techmgr.desktop.pages import Command, Place
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import (
    IconLabel,
    card,
    column,
    holding,
    keycap,
    label,
    line,
    row,
    shown_key,
)

_WIDTH = 680
_TOP = 84
_SCRIM = 0.34
_WAIT = 40
_LEAST_NAMED = 2
_MOST_ACTIONS = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found: its words, what tells it apart, what kind it is, and where it is shown."""

    text: str
    detail: str
    kind: str
    icon: str
    place: Place
    commands: tuple[Command, ...] = ()


@dataclass(frozen=True, slots=True)
class Maker:
    """What can be made out of the words when nothing was found; `{words}` in the text is filled in."""

    text: str
    run: Callable[[str], object]


class Palette(QWidget):
    """The scrim and the box on it; it covers its parent."""

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, jobs: Jobs, commands: Callable[[], Sequence[Command]]
    ) -> None:
        super().__init__(parent)
        self.find_records: Callable[[str], Sequence[Hit]] | None = None
        self.makers: list[Maker] = []
        self._jobs = jobs
        self._parent = parent
        self._commands = commands
        self._before: QWidget | None = None
        self._record: Hit | None = None
        self._asked = 0.0
        self.field = QLineEdit()
        self.list = QListView()
        self._model = QStandardItemModel(self)
        self._found = label("", "micro", "tertiary")
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self._search)
        self._box = self._make_box()
        parent.installEventFilter(self)
        self.hide()

    def _make_box(self) -> QFrame:
        self.field.setProperty("bare", "true")
        self.field.setFont(theme.font("lead"))
        self.field.setStyleSheet("font-size: 15px;")
        self.field.setPlaceholderText(self.tr("Find any record or action"))
        self.field.setAccessibleName(self.tr("Find any record or action"))
        self.field.textChanged.connect(lambda *_: self._soon.start())
        self.field.installEventFilter(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(HitDelegate(self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self.list.setAccessibleName(self.tr("Found"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setStyleSheet("background: transparent;")
        self.list.clicked.connect(lambda _: self.open_current())
        box = card("popup")
        box.setParent(self)
        head = row(IconLabel("search"), self.field, self._found, gap=10, margins=(16, 11, 16, 11))
        inside: QVBoxLayout = column(
            head, line(), 4, self.list, line(), self._hints(), margins=(1, 1, 1, 1)
        )
        box.setLayout(inside)
        shadow = QGraphicsDropShadowEffect(box)
        shadow.setBlurRadius(36)
        shadow.setOffset(0, 12)
        shadow.setColor(QColor(0, 0, 0, 90))
        box.setGraphicsEffect(shadow)
        return box

    def _hints(self) -> QWidget:
        parts: list[QWidget | int | None] = []
        for keys, text in (
            ("↑ ↓", self.tr("choose")),
            ("Enter", self.tr("open")),
            ("Tab", self.tr("actions of this record")),
            ("Esc", self.tr("close")),
        ):
            parts += [*(keycap(key) for key in keys.split()), label(text, "micro", "tertiary"), 8]
        parts += [None, keycap(">"), label(self.tr("actions only"), "micro", "tertiary")]
        foot = holding(row(*parts, gap=5, margins=(16, 6, 16, 6)), "side")
        foot.setFixedHeight(34)
        return foot

    # Opening and closing

    def open(self, words: str = "") -> None:
        """Show it with the keyboard in the field."""
        self._before = self.window().focusWidget()
        self._record = None
        self.setGeometry(self._parent.rect())
        self.show()
        self.raise_()
        self.field.setText(words)
        self.field.setFocus()
        self.field.selectAll()
        self._search()

    def close_(self) -> None:
        """Hide it and give the keyboard back."""
        self._soon.stop()
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus()

    # Searching

    @property
    def words(self) -> str:
        """What is searched."""
        return self.field.text().strip().removeprefix(">").strip()

    def _search(self) -> None:
        self._record = None
        only_actions = self.field.text().lstrip().startswith(">")
        if self.find_records is None or only_actions or not self.words:
            self._show([], counted=False)
            return
        self._asked = perf_counter()
        self._jobs.read(self.find_records, self.words, owner=self, then=self._show, key="palette")

    def _show(self, hits: Sequence[Hit], *, counted: bool = True) -> None:
        commands = self._matching()
        named = [command for command in commands if _is_named(command, self.words)]
        rest = [command for command in commands if command not in named]
        self._model.clear()
        # Who types the beginning of an action's name means it, though many records have the word.
        self._add_group(self.tr("Actions"), [_action_entry(command) for command in named])
        self._add_group(self.tr("Records"), [_record_entry(hit) for hit in hits])
        self._add_group(
            self.tr("More actions") if named else self.tr("Actions"),
            [_action_entry(command) for command in rest],
        )
        if not hits and not commands and self.words:
            self._add_group(
                self.tr("Nothing found"), [self._maker_entry(maker) for maker in self.makers]
            )
        took = round((perf_counter() - self._asked) * 1000)
        found = self.tr("{count} found in {ms} ms")
        self._found.setText(
            found.format(count=showing.number(len(hits)), ms=took) if counted and hits else ""
        )
        self._place()
        self._select(0, 1)

    def _matching(self) -> list[Command]:
        commands = [command for command in self._commands() if _matches(command, self.words)]
        return commands if self.field.text().lstrip().startswith(">") else commands[:_MOST_ACTIONS]

    def _maker_entry(self, maker: Maker) -> Entry:
        words = self.words
        return Entry(
            maker.text.replace("{words}", words), icon="plus", run=lambda: maker.run(words)
        )

    def _add_group(self, heading: str, entries: Sequence[Entry]) -> None:
        for entry in (Entry(heading, is_heading=True), *entries) if entries else ():
            item = QStandardItem(entry.text)
            item.setEditable(False)
            item.setData(entry, ENTRY)
            if entry.is_heading:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self._model.appendRow(item)

    def show_actions(self) -> None:
        """Show the actions of the record with the bar."""
        entry = self.current()
        if entry is None or not isinstance(entry.hit, Hit) or not entry.hit.commands:
            return
        self._record = entry.hit
        self._model.clear()
        self._add_group(entry.hit.text, [_action_entry(command) for command in entry.hit.commands])
        self._place()
        self._select(0, 1)

    # Choosing

    def current(self) -> Entry | None:
        """The entry with the bar."""
        index = self.list.currentIndex()
        return index.data(ENTRY) if index.isValid() else None

    def entries(self) -> list[Entry]:
        """Everything in the list, headings too."""
        return [self._model.item(place).data(ENTRY) for place in range(self._model.rowCount())]

    def open_current(self) -> None:
        """Go to the record, or do the action, with the bar."""
        entry = self.current()
        if entry is None:
            return
        self.close_()
        if isinstance(entry.hit, Hit):
            self.chosen.emit(entry.hit.place)
        elif entry.run is not None:
            entry.run()

    def _select(self, start: int, step: int) -> None:
        place = start
        while 0 <= place < self._model.rowCount():
            if not self._model.item(place).data(ENTRY).is_heading:
                self.list.setCurrentIndex(self._model.index(place, 0))
                return
            place += step

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                # The window's keys sleep while the palette is open.
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._key(event):
                return True
        elif watched is self._parent and event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._parent.rect())
            self._place()
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        here = self.list.currentIndex().row()
        action = {
            Qt.Key.Key_Down: lambda: self._select(here + 1, 1),
            Qt.Key.Key_Up: lambda: self._select(here - 1, -1),
            Qt.Key.Key_Return: self.open_current,
            Qt.Key.Key_Enter: self.open_current,
            Qt.Key.Key_Tab: self.show_actions,
            Qt.Key.Key_Backtab: self._search,
            Qt.Key.Key_Escape: self._search if self._record else self.close_,
        }.get(Qt.Key(event.key()))
        if action is None:
            return False
        action()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._box.geometry().contains(event.position().toPoint()):
            self.close_()

    def _place(self) -> None:
        entries = self.entries()
        high = sum(HEADING_HEIGHT if entry.is_heading else ROW_HEIGHT for entry in entries)
        room = self.height() - _TOP - 48 - 90
        self.list.setFixedHeight(max(ROW_HEIGHT, min(high + 6, room)))
        width = min(_WIDTH, self.width() - 48)
        self._box.setGeometry(
            (self.width() - width) // 2, _TOP, width, self._box.sizeHint().height()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        scrim = theme.colour("bg_scrim")
        scrim.setAlphaF(_SCRIM)
        QPainter(self).fillRect(self.rect(), scrim)


def _record_entry(hit: Hit) -> Entry:
    return Entry(hit.text, detail=hit.detail, side=hit.kind, icon=hit.icon, hit=hit)


def _action_entry(command: Command) -> Entry:
    icon = command.icon or "arrow-right"
    return Entry(
        command.text.replace("&", ""), icon=icon, key=shown_key(command.key), run=command.run
    )


def _is_named(command: Command, words: str) -> bool:
    begins = command.text.replace("&", "").casefold().startswith(words.casefold())
    return begins and len(words) >= _LEAST_NAMED


def _matches(command: Command, words: str) -> bool:
    text = f"{command.text} {command.words}"
    return all(spans(text, word) for word in words.split())
