"""The left of the window: office, pages with counts, saved views, and the officer at the foot."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from techmgr.desktop.pages import PageKind, Place
from techmgr.desktop.painting import paint_avatar, paint_words
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import IconButton, column, holding, label, line, row

NARROW = 48
_ICON = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_LATE = Qt.ItemDataRole.UserRole + 2
_PLACE = Qt.ItemDataRole.UserRole + 3


@dataclass(frozen=True, slots=True)
class SavedView:
    """A place the user keeps at hand."""

    text: str
    place: Place
    count: int | None = None


class Navigation(QWidget):
    """Shows the registered pages only. Below 1100 px only icons are left."""

    chosen = Signal(object)
    settings_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_narrow = False
        self._kinds: list[PageKind] = []
        self._views: list[SavedView] = []
        self._counts: dict[str, tuple[int | None, bool]] = {}
        self._current = ""
        self._model = QStandardItemModel(self)
        self.list = _NavigationList(self._model)
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setItemDelegate(_Delegate(self))
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)
        self._office = _Mark(square=True)
        self._office_name = label("", "strong")
        self._office_file = label("", "micro", "tertiary")
        self._officer = _Mark(square=False)
        self._officer_name = label("")
        self._officer_role = label("", "micro", "tertiary")
        self.settings = IconButton("settings", self.tr("Settings"), self.settings_wanted.emit)
        self.setProperty("area", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._arrange()
        self.show_narrow(narrow=False)
        theme.changed.connect(self.list.viewport().update)

    def _arrange(self) -> None:
        names = holding(column(None, self._office_name, self._office_file, None, gap=0))
        head = holding(row(self._office, names, None, gap=7, margins=(8, 0, 0, 0)))
        head.setFixedHeight(theme.size("top_bar"))
        officer = holding(column(self._officer_name, self._officer_role, gap=0))
        foot = holding(
            row(self._officer, officer, None, self.settings, gap=7, margins=(8, 7, 0, 8))
        )
        self._words = (names, officer)
        self.setLayout(column(head, 4, self.list, line(), foot, margins=(8, 0, 8, 0)))

    def set_office(self, name: str, file: str) -> None:
        """Show the office at the top."""
        self._office.name = name
        self._office_name.setText(name)
        self._office_file.setText(file)
        self._office.setToolTip(f"{name}\n{file}")
        self._office.update()

    def set_officer(self, name: str, role: str) -> None:
        """Show the officer at the foot."""
        self._officer.name = name
        self._officer_name.setText(name)
        self._officer_role.setText(role)
        self._officer.setToolTip(name)
        self._officer.update()

    def set_kinds(self, kinds: Sequence[PageKind]) -> None:
        """Show these pages."""
        self._kinds = [kind for kind in kinds if kind.navigation]
        self._fill()

    def set_views(self, views: Sequence[SavedView]) -> None:
        """Show these saved views below the pages."""
        self._views = list(views)
        self._fill()

    def set_count(self, page: str, count: int | None, *, late: bool = False) -> None:
        """Show a count behind a page; what is late is red."""
        self._counts[page] = (count, late)
        for item in self._items():
            place = item.data(_PLACE)
            if place is not None and place == Place(page):
                item.setData(count, _COUNT)
                item.setData(late, _LATE)

    def show_current(self, page: str) -> None:
        """Mark a page as the current one."""
        self._current = page
        for item in self._items():
            if item.data(_PLACE) == Place(page):
                self.list.setCurrentIndex(item.index())
                return
        self.list.setCurrentIndex(QModelIndex())

    def show_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or icons and words."""
        self.is_narrow = narrow
        self.setFixedWidth(NARROW if narrow else theme.size("nav_width"))
        for words in self._words:
            words.setVisible(not narrow)
        self._officer.setVisible(not narrow)
        self.setContentsMargins(*((-4, 0, -4, 0) if narrow else (0, 0, 0, 0)))
        self._fill()

    def _items(self) -> list[QStandardItem]:
        return [self._model.item(place) for place in range(self._model.rowCount())]

    def _fill(self) -> None:
        self._model.clear()
        for kind in self._kinds:
            count, late = self._counts.get(kind.name, (None, False))
            self._add(kind.text, kind.icon, Place(kind.name), count, late)
        if self._views and not self.is_narrow:
            heading = QStandardItem(self.tr("Saved views"))
            heading.setFlags(Qt.ItemFlag.NoItemFlags)
            self._model.appendRow(heading)
            for view in self._views:
                self._add(view.text, "bookmark", view.place, view.count, late=False)
        self.show_current(self._current)

    def _add(self, text: str, icon: str, place: Place, count: int | None, late: bool) -> None:
        item = QStandardItem(text)
        item.setEditable(False)
        for value, role in ((icon, _ICON), (count, _COUNT), (late, _LATE), (place, _PLACE)):
            item.setData(value, role)
        item.setToolTip(text if self.is_narrow else "")
        self._model.appendRow(item)

    def _choose(self, index: QModelIndex) -> None:
        place = index.data(_PLACE)
        if place is not None:
            self.chosen.emit(place)


class _NavigationList(QListView):
    def __init__(self, model: QStandardItemModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setStyleSheet("background: transparent;")


class _Delegate(QStyledItemDelegate):
    def __init__(self, navigation: Navigation) -> None:
        super().__init__(navigation)
        self._navigation = navigation

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, theme.size("nav_row") + (10 if index.data(_PLACE) is None else 0))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        if index.data(_PLACE) is None:
            self._heading(painter, box, index.data())
        else:
            self._item(painter, box, option, index)
        painter.restore()

    def _heading(self, painter: QPainter, box: QRectF, text: str) -> None:
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.colour("text_tertiary"))
        paint_words(painter, box.adjusted(8, 10, -8, 0), text)

    def _item(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Any
    ) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, box, option, chosen=chosen)
        narrow = self._navigation.is_narrow
        left = box.left() + ((box.width() - 16) / 2 if narrow else 8)
        scale = option.widget.devicePixelRatioF()
        ink = "accent_text" if chosen else "text_secondary"
        picture = theme.pixmap(index.data(_ICON), ink, 16, scale)
        painter.drawPixmap(round(left), round(box.center().y() - 8), picture)
        if narrow:
            self._dot(painter, box, index)
        else:
            self._words(painter, box, index, chosen=chosen)

    def _ground(
        self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, *, chosen: bool
    ) -> None:
        ground = box.adjusted(0, 0, 0, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(theme.colour("select_active" if chosen else "select_inactive"))
            painter.drawRoundedRect(ground, 4, 4)
        has_keyboard = option.state & QStyle.StateFlag.State_HasFocus
        if has_keyboard and self._navigation.list.hasFocus():
            painter.setPen(QPen(theme.colour("focus_ring"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), 4, 4)

    def _words(self, painter: QPainter, box: QRectF, index: Any, *, chosen: bool) -> None:
        count = index.data(_COUNT)
        shown = showing.number(count) if count is not None else ""
        late = bool(index.data(_LATE)) and bool(count)
        font = QFont(theme.font("micro"))
        font.setWeight(QFont.Weight.DemiBold if late else QFont.Weight.Normal)
        painter.setFont(font)
        width = QFontMetricsF(font).horizontalAdvance(shown)
        painter.setPen(theme.colour("danger_text" if late else "text_tertiary"))
        paint_words(painter, box.adjusted(0, 0, -8, 0), shown, right=True)
        painter.setFont(theme.font("strong" if chosen else "body"))
        painter.setPen(theme.colour("text_primary" if chosen else "text_secondary"))
        paint_words(painter, box.adjusted(33, 0, -14 - width, 0), index.data())

    def _dot(self, painter: QPainter, box: QRectF, index: Any) -> None:
        if index.data(_LATE) and index.data(_COUNT):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("danger_strong"))
            painter.drawEllipse(QRectF(box.right() - 13, box.top() + 5, 6, 6))


class _Mark(QWidget):
    """The initial of the office in a blue square, or of the officer in a grey disc."""

    def __init__(self, *, square: bool) -> None:
        super().__init__()
        self.name = ""
        self._square = square
        self.setFixedSize(22, 22)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if not self._square:
            paint_avatar(painter, box.adjusted(1, 1, -1, -1), self.name)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent_base"))
        painter.drawRoundedRect(box, 5, 5)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour("text_on_accent"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.name[:1].upper())
