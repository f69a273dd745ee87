"""Above a list: the field to filter by typing, chips that narrow, and saved views.

field = FilterField(self.tr("Filter")); field.typed.connect(self.look)      some ms after the last key
field.show_count(27, 348); table.driven_by(field)
chip = Chip(self.tr("Open"), on=True); chip.dropped.connect(...)            a chip that is on has a cross
adder = Chip(self.tr("Filter"), adds=True); adder.setMenu(menu)
views = ViewBar(); views.show_views([View("open", self.tr("All open"), 348)], "open"); views.chosen.connect(...)
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionToolButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from techmgr.desktop.painting import paint_words
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import restyle

_WAIT = 40
_ICON = 13
_PAD = 9


class FilterField(QLineEdit):
    """Esc empties it first; what is found is counted at its right."""

    typed = Signal(str)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = ""
        self.setFont(theme.font(figures=False))
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setMinimumWidth(220)
        self.setTextMargins(22, 0, 84, 0)
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(lambda: self.typed.emit(self.text().strip()))
        self.textChanged.connect(lambda *_: self._soon.start())
        theme.changed.connect(self.update)

    def show_count(self, found: int, of: int | None = None) -> None:
        """Say how many rows there are: `27 of 348`, or `348`."""
        found_text = showing.number(found)
        both = self.tr("{found} of {all}").format(found=found_text, all=showing.number(of))
        self._count = found_text if of is None or of == found else both
        self.setAccessibleDescription(self._count)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        picture = theme.pixmap("list-filter", "text_tertiary", 15, self.devicePixelRatioF())
        painter.drawPixmap(9, (self.height() - 15) // 2, picture)
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.colour("text_tertiary"))
        box = QRectF(0, 0, self.width() - 9, self.height())
        paint_words(painter, box, self._count, right=True)


class Chip(QToolButton):
    """Off, on with a cross, or dashed to add one. A click on a chip that is on drops it."""

    dropped = Signal()

    def __init__(self, text: str, *, on: bool = False, adds: bool = False) -> None:
        super().__init__()
        self._adds = adds
        self._on = on
        self.setText(text)
        self.setAccessibleName(text)
        self.setFixedHeight(theme.size("chip_height"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_on(on)
        self.clicked.connect(self._clicked)

    @property
    def is_on(self) -> bool:
        """Whether it narrows the list."""
        return self._on

    def set_on(self, on: bool) -> None:
        """Let it narrow the list, or not."""
        self._on = on
        restyle(self, chip="add" if self._adds else "on" if on else "off")
        self.updateGeometry()

    def _clicked(self) -> None:
        if self._on:
            self.dropped.emit()

    @property
    def _icon_name(self) -> str:
        return "plus" if self._adds else "x" if self._on else "chevron-down" if self.menu() else ""

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        icon = _ICON + 5 if self._icon_name else 0
        return QSize(round(words) + icon + 2 * _PAD + 4, theme.size("chip_height"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        option.features = QStyleOptionToolButton.ToolButtonFeature.None_
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        ink = "accent_text" if self._on else "text_secondary" if self._adds else "text_primary"
        painter.setFont(self.font())
        painter.setPen(theme.colour(ink))
        box = QRectF(self.rect()).adjusted(_PAD + 1, 0, -_PAD, 0)
        if self._icon_name:
            picture = theme.pixmap(self._icon_name, ink, _ICON, self.devicePixelRatioF())
            left = box.left() if self._adds else box.right() - _ICON
            painter.drawPixmap(round(left), (self.height() - _ICON) // 2, picture)
            box.adjust(_ICON + 5 if self._adds else 0, 0, 0 if self._adds else -_ICON - 3, 0)
        paint_words(painter, box, self.text())


@dataclass(frozen=True, slots=True)
class View:
    """A saved view: its key, its words, and how many rows it has."""

    key: str
    text: str
    count: int | None = None


class ViewBar(QWidget):
    """One view is on; V goes to the next (the page registers the key)."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: list[View] = []
        self._current = ""
        self._buttons: list[_ViewButton] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)

    def show_views(self, views: Sequence[View], current: str) -> None:
        """Show these views; one is on."""
        self._views = list(views)
        self._current = current
        while len(self._buttons) < len(views):
            button = _ViewButton()
            button.clicked.connect(self._chooser(len(self._buttons)))
            self._buttons.append(button)
            self._layout.addWidget(button)
        for place, button in enumerate(self._buttons):
            button.setVisible(place < len(views))
            if place < len(views):
                button.show_view(views[place], on=views[place].key == current)

    def next_view(self) -> None:
        """Go to the next view, from the last to the first."""
        keys = [view.key for view in self._views]
        here = keys.index(self._current) if self._current in keys else -1
        self._choose((here + 1) % len(keys))

    def _chooser(self, place: int) -> Callable[..., None]:
        return lambda *_: self._choose(place)

    def _choose(self, place: int) -> None:
        self.show_views(self._views, self._views[place].key)
        self.chosen.emit(self._current)


class _ViewButton(QToolButton):
    def __init__(self) -> None:
        super().__init__()
        self._view = View("", "")
        self.setFixedHeight(24)

    def show_view(self, view: View, *, on: bool) -> None:
        self._view = view
        count = showing.number(view.count) if view.count is not None else ""
        self.setAccessibleName(f"{view.text} {count}".strip())
        restyle(self, view="on" if on else "off")
        self.updateGeometry()

    def _fonts(self) -> tuple[QFontMetricsF, QFontMetricsF]:
        role = "strong" if self.property("view") == "on" else "small"
        return QFontMetricsF(theme.font(role)), QFontMetricsF(theme.font("micro"))

    def sizeHint(self) -> QSize:
        words, small = self._fonts()
        count = showing.number(self._view.count) if self._view.count is not None else ""
        width = words.horizontalAdvance(self._view.text) + small.horizontalAdvance(count)
        return QSize(round(width) + (6 if count else 0) + 16, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        on = self.property("view") == "on"
        painter = QPainter(self)
        painter.setFont(theme.font("strong" if on else "small"))
        painter.setPen(theme.colour("text_primary" if on else "text_secondary"))
        box = QRectF(self.rect()).adjusted(8, 0, -4, 0)
        used = paint_words(painter, box, self._view.text)
        if self._view.count is not None:
            painter.setFont(theme.font("micro"))
            painter.setPen(theme.colour("text_tertiary"))
            paint_words(painter, box.adjusted(used + 6, 0, 4, 0), showing.number(self._view.count))
