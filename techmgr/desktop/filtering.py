"""The head of a long list: type to filter with the count inside, chips of chosen values, saved views.

field = FilterField(self.tr("Filter cases")); field.changed.connect(...); field.show_count("27 of 348")
chips = Chips(add=menu); chips.show_chips([("open", self.tr("Open"))]); chips.removed.connect(...)
tabs = ViewTabs(); tabs.show_views([View("open", self.tr("All open"), 348)], "open"); tabs.chosen.connect(...)
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from techmgr.desktop.painting import paint_words
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import IconButton, label

_WAIT = 20
_HIGH = 24


class FilterField(QLineEdit):
    """Emits `changed` with the words, a moment after the last key. Esc empties it first."""

    changed = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setFixedWidth(222)
        self._count = label("", "micro", "tertiary")
        self._count.setParent(self)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon = QAction(self)
        self.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(lambda: self.changed.emit(self.text().strip()))
        self.textChanged.connect(lambda *_: self._soon.start())
        theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def _paint_icon(self) -> None:
        self._icon.setIcon(theme.icon("list-filter", "text_tertiary"))

    def show_count(self, text: str) -> None:
        """Show how many were found, inside at the right."""
        self._count.setText(text)
        self._count.adjustSize()
        self.setTextMargins(0, 0, self._count.width() + 8, 0)
        self._place()

    def _place(self) -> None:
        high = self._count.height()
        self._count.move(self.width() - self._count.width() - 9, (self.height() - high) // 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)


class Chip(QToolButton):
    """A chosen value; a click or Delete takes it away."""

    def __init__(self, text: str, run: Callable[[], object]) -> None:
        super().__init__()
        self._run = run
        self.setText(text)
        self.setProperty("chip", "on")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(12, 12))
        self.setAccessibleName(self.tr("Take away: {text}").format(text=text))
        self.clicked.connect(lambda *_: run())
        theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def _paint_icon(self) -> None:
        self.setIcon(theme.icon("x", "accent_text", 12))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._run()
            return
        super().keyPressEvent(event)


class Chips(QWidget):
    """Chips, and behind them the button whose menu adds one."""

    removed = Signal(str)

    def __init__(self, menu: Callable[[], QMenu], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = menu
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.add_button = QToolButton()
        self.add_button.setProperty("chip", "add")
        self.add_button.setText(self.tr("Filter"))
        self.add_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add_button.setIconSize(QSize(13, 13))
        self.add_button.clicked.connect(lambda *_: self.offer())
        self._row.addWidget(self.add_button)
        self._chips: list[Chip] = []
        theme.changed.connect(self._paint_icon)
        self._paint_icon()

    def _paint_icon(self) -> None:
        self.add_button.setIcon(theme.icon("plus", "text_secondary", 13))

    def offer(self) -> None:
        """Open the menu of what can be added."""
        below = self.add_button.mapToGlobal(QPoint(0, self.add_button.height() + 2))
        self._menu().popup(below)

    def show_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """Exchange the chips: (key, words)."""
        for chip in self._chips:
            self._row.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(text, partial(self.removed.emit, key)) for key, text in chips]
        for place, chip in enumerate(self._chips):
            self._row.insertWidget(place, chip)

    def texts(self) -> list[str]:
        """What the chips say."""
        return [chip.text() for chip in self._chips]


@dataclass(frozen=True, slots=True)
class View:
    """A saved view of a list; only the user's own can be taken away."""

    key: str
    text: str
    count: int | None = None
    own: bool = False


class ViewTab(QAbstractButton):
    """A view's name and its count."""

    removal_wanted = Signal()

    def __init__(self, view: View, *, chosen: bool) -> None:
        super().__init__()
        self._view = view
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        count = "" if view.count is None else f", {view.count:,}"
        self.setAccessibleName(f"{view.text}{count}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _fonts(self) -> tuple[QFont, QFont]:
        return theme.font("strong" if self.isChecked() else "body"), theme.font("micro")

    def sizeHint(self) -> QSize:
        name, count = self._fonts()
        wide = QFontMetricsF(name).horizontalAdvance(self._view.text)
        if self._view.count is not None:
            wide += 6 + QFontMetricsF(count).horizontalAdvance(f"{self._view.count:,}")
        return QSize(round(wide) + 17, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("select_active" if self.isChecked() else "bg_hover"))
            painter.drawRoundedRect(box, 5, 5)
        name, count = self._fonts()
        painter.setFont(name)
        painter.setPen(theme.colour("text_primary" if self.isChecked() else "text_secondary"))
        used = paint_words(painter, box.adjusted(8, 0, 0, 0), self._view.text)
        if self._view.count is not None:
            painter.setFont(count)
            painter.setPen(theme.colour("text_tertiary"))
            paint_words(painter, box.adjusted(14 + used, 0, 0, 0), f"{self._view.count:,}")
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus_ring"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self._view.own:
            menu = QMenu(self)
            menu.addAction(self.tr("Remove this view"), self.removal_wanted.emit)
            menu.popup(event.globalPos())


class ViewTabs(QWidget):
    """Views beside each other; those without room are in the menu at the end."""

    chosen = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views: list[View] = []
        self._tabs: list[ViewTab] = []
        self._more = IconButton("ellipsis", self.tr("More views"), self._offer)
        self._more.setParent(self)
        self._more.hide()
        self.setFixedHeight(28)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_views(self, views: Sequence[View], current: str) -> None:
        """Exchange the views."""
        for tab in self._tabs:
            tab.hide()
            tab.deleteLater()
        self._views = list(views)
        self._tabs = [self._tab(view, chosen=view.key == current) for view in views]
        self._place()

    def _tab(self, view: View, *, chosen: bool) -> ViewTab:
        tab = ViewTab(view, chosen=chosen)
        tab.setParent(self)
        tab.clicked.connect(lambda *_: self.chosen.emit(view.key))
        tab.removal_wanted.connect(lambda: self.removed.emit(view.key))
        return tab

    def texts(self) -> list[str]:
        """The names of all views."""
        return [view.text for view in self._views]

    def step(self, by: int, current: str) -> None:
        """Choose the next view, from the last to the first again."""
        keys = [view.key for view in self._views]
        if keys:
            here = keys.index(current) if current in keys else -1
            self.chosen.emit(keys[(here + by) % len(keys)])

    def _place(self) -> None:
        left, room = 0, self.width()
        hidden = False
        for tab in self._tabs:
            size = tab.sizeHint()
            spare = 0 if tab is self._tabs[-1] else 30
            fits = not hidden and left + size.width() + spare <= room
            hidden = hidden or not fits
            tab.setGeometry(left, 2, size.width(), size.height())
            tab.setVisible(fits)
            left += size.width() + 2 if fits else 0
        self._more.move(left + 2, 0)
        self._more.setVisible(hidden)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _offer(self) -> None:
        menu = QMenu(self)
        for view in self._views:
            count = "" if view.count is None else f"  {view.count:,}"
            menu.addAction(f"{view.text}{count}", partial(self.chosen.emit, view.key))
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
