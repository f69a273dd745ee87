"""The bar above the page (back, forward, place, search, new) and the status bar below it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from techmgr.desktop.pages import Command, Key, Place
from techmgr.desktop.painting import paint_words
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import (
    Button,
    IconButton,
    IconLabel,
    column,
    holding,
    keycap,
    label,
    line,
    row,
)

_SEARCH_HEIGHT = 28
_SEARCH_WIDTH = 460


class SearchButton(QToolButton):
    """Looks like a search field; opens the palette."""

    def __init__(self, words: str, key: str) -> None:
        super().__init__()
        self._words = words
        self._key = keycap(key)
        self.setProperty("search", "true")
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_SEARCH_HEIGHT)
        self.setMinimumWidth(200)
        self.setMaximumWidth(_SEARCH_WIDTH)
        self.setLayout(row(None, self._key, margins=(0, 0, 8, 0)))

    def sizeHint(self) -> QSize:
        return QSize(_SEARCH_WIDTH, _SEARCH_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        picture = theme.pixmap("search", "text_secondary", 15, self.devicePixelRatioF())
        painter.drawPixmap(9, (self.height() - 15) // 2, picture)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text_tertiary"))
        box = QRectF(32, 0, self.width() - 44 - self._key.width(), self.height())
        paint_words(painter, box, self._words)


class TopBar(QWidget):
    """The search stands in the middle; what a page adds (as of) stands before New."""

    back = Signal()
    forward = Signal()
    search = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back_button = IconButton("arrow-left", self.tr("Back"), self.back.emit)
        self.forward_button = IconButton("arrow-right", self.tr("Forward"), self.forward.emit)
        self.search_button = SearchButton(self.tr("Find any record or action"), "Ctrl+K")
        self.search_button.clicked.connect(lambda *_: self.search.emit())
        self._new: Button | None = None
        self._corner: QWidget | None = None
        self._trail = QHBoxLayout()
        self._trail.setSpacing(4)
        self._shown_trail: list[tuple[str, Place | None]] = []
        self.slot = QHBoxLayout()
        self.slot.setSpacing(8)
        self.setProperty("area", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.size("top_bar"))
        self._arrange()

    def _arrange(self) -> None:
        left = row(self.back_button, self.forward_button, 6, self._trail, None, gap=2)
        middle = QGridLayout()
        middle.setContentsMargins(12, 0, 12, 0)
        middle.setHorizontalSpacing(12)
        middle.addWidget(_yielding(holding(left)), 0, 0)
        middle.addWidget(self.search_button, 0, 1)
        middle.addWidget(_yielding(holding(row(None, self.slot))), 0, 2)
        for place, stretch in enumerate((1, 0, 1)):
            middle.setColumnStretch(place, stretch)
        self.setLayout(column(holding_grid(middle), line()))

    def show_trail(self, trail: Sequence[tuple[str, Place | None]]) -> None:
        """Show the place; all but the last part can be clicked."""
        if trail == self._shown_trail:
            return
        self._shown_trail = list(trail)
        _clear(self._trail)
        for number, (text, place) in enumerate(trail):
            if number:
                self._trail.addWidget(IconLabel("chevron-right", "text_tertiary", 13))
            self._trail.addWidget(self._part(text, None if number == len(trail) - 1 else place))

    def _part(self, text: str, place: Place | None) -> QWidget:
        if place is None:
            last = label(text, "strong")
            last.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            last.setMinimumWidth(min(last.sizeHint().width(), 200))
            return last
        return Button(text, lambda: self.chosen.emit(place), kind="quiet", small=True)

    def show_history(self, *, back: bool, forward: bool) -> None:
        """Enable what is possible."""
        self.back_button.setEnabled(back)
        self.forward_button.setEnabled(forward)

    def show_corner(self, widget: QWidget | None) -> None:
        """Show what a page has to say before New; the page keeps it."""
        if self._corner is not None and self._corner is not widget:
            self.slot.removeWidget(self._corner)
            self._corner.setParent(None)
        if widget is not None and self._corner is not widget:
            self.slot.insertWidget(0, widget)
            widget.show()
        self._corner = widget

    def show_new(self, commands: Sequence[Command], run: Callable[[Command], object]) -> None:
        """Show the button for the first of what can be made here."""
        if self._new is not None:
            self._new.hide()
            self._new.deleteLater()
            self._new = None
        if commands:
            first = commands[0]
            self._new = Button(first.text, lambda: run(first), icon="plus")
            self.slot.addWidget(self._new)


class StatusBar(QFrame):
    """Saved state, what the page says, work under way, and the keys that work here."""

    cancelled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saved_icon = IconLabel("circle-check", "ok_text", 13)
        self._saved = label("", "micro", "secondary")
        self._text = label("", "micro", "secondary")
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.work = QHBoxLayout()
        self._keys = QHBoxLayout()
        self._keys.setSpacing(4)
        self._shown_keys: list[Key] = []
        self.setProperty("area", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(theme.size("status_bar"))
        inside = row(
            self._saved_icon,
            self._saved,
            8,
            self._text,
            self.work,
            self._keys,
            gap=5,
            margins=(12, 0, 12, 0),
        )
        inside.setStretch(3, 1)
        self.setLayout(column(line(), inside))
        self.show_saved("")

    def show_saved(self, text: str) -> None:
        """Say when the office was last written; quiet when there is none."""
        self._saved.setText(text)
        self._saved_icon.setVisible(bool(text))

    def show_text(self, text: str) -> None:
        """Show what the page says, as rich text."""
        self._text.setText(text)

    def show_keys(self, keys: Sequence[Key]) -> None:
        """Show the keys that work here."""
        if keys == self._shown_keys:
            return
        self._shown_keys = list(keys)
        _clear(self._keys)
        for key in keys:
            for part in key.key.split(" "):
                self._keys.addWidget(keycap(part))
            self._keys.addWidget(label(key.text, "micro", "tertiary"))
            self._keys.addSpacing(8)

    def text(self) -> str:
        """What it says."""
        return self._text.text()


def holding_grid(layout: QGridLayout) -> QWidget:
    """A widget around a grid."""
    made = QWidget()
    made.setLayout(layout)
    return made


def _yielding(widget: QWidget) -> QWidget:
    widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return widget


def _clear(layout: QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
