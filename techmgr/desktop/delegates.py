"""Painting of table cells: one delegate, one way per kind of column; it never formats."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.glyphs import SIZE, paint_glyph
from techmgr.desktop.models import COLUMN, ROW, Index
from techmgr.desktop.painting import paint_avatar, paint_strip, paint_words
from techmgr.desktop.theme import theme

AVATAR = 18
_GLYPH_GAP = 6


class CellDelegate(QStyledItemDelegate):
    """Asks its table which row is under the pointer, which has the keyboard, and which words are searched."""

    def __init__(self, table: Any) -> None:
        super().__init__(table)
        self._table = table
        self._fonts = {False: theme.font("body"), True: theme.font("strong")}
        self._painters: dict[Kind, Callable[[QPainter, QRectF, Column, Any], None]] = {
            Kind.STRIP: self._strip,
            Kind.STATE: self._state,
            Kind.PERSON: self._person,
        }

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, theme.size(theme.row_height))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        self._ground(painter, option, index)
        row = index.data(ROW)
        if row is None:
            return
        column: Column = index.data(COLUMN)
        painter.save()
        strong = column.strong(row)
        painter.setFont(self._fonts[strong])
        painter.setPen(theme.colour(self._tone(column, row)))
        left, right = self._table.margins_of(index.column())
        box = QRectF(option.rect.adjusted(left, 0, -right, -1))
        self._painters.get(column.kind, self._words)(painter, box, column, row)
        painter.restore()
        self._frame(painter, option.rect, index, computed=column.is_computed(row))

    def _tone(self, column: Column, row: Any) -> str:
        if tone := column.tone(row):
            return tone
        faint = column.is_right and column.of(row) is None
        secondary = column.secondary or column.kind in (Kind.DATE, Kind.PERSON, Kind.STATE)
        return "text_tertiary" if faint else "text_secondary" if secondary else "text_primary"

    def _ground(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        table = self._table
        name = "bg_base"
        if option.state & QStyle.StateFlag.State_Selected:
            rest = "select_inactive" if table.shows_rest else "bg_base"
            name = "select_active" if table.is_active else rest
        elif index.row() == table.hovered:
            name = "bg_hover"
        painter.fillRect(option.rect, theme.colour(name))
        bottom = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(bottom, theme.colour("line_subtle"))
        is_current = index.row() == table.currentIndex().row()
        if is_current and table.is_active and index.column() == table.first_column:
            bar = QRect(option.rect.left(), option.rect.top(), 2, option.rect.height() - 1)
            painter.fillRect(bar, theme.colour("accent_base"))

    def _frame(
        self,
        painter: QPainter,
        box: QRect,
        index: Index,
        *,
        computed: bool,
    ) -> None:
        table = self._table
        if computed and table.hasFocus() and index == table.currentIndex():
            painter.setPen(QPen(theme.colour("focus_ring"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -2), 3, 3)

    def _words(self, painter: QPainter, box: QRectF, column: Column, row: Any) -> None:
        words = self._table.searched if column.kind is Kind.TEXT else ""
        dotted = column.is_computed(row)
        paint_words(
            painter, box, column.text(row), words=words, right=column.is_right, dotted=dotted
        )

    def _strip(self, painter: QPainter, box: QRectF, column: Column, row: Any) -> None:
        paint_strip(painter, box, column.of(row) or ())

    def _state(self, painter: QPainter, box: QRectF, column: Column, row: Any) -> None:
        marked = column.of(row)
        if marked is None:
            return
        glyph = QRectF(box.left(), round(box.center().y() - SIZE / 2), SIZE, SIZE)
        paint_glyph(painter, glyph, marked.state)
        if not column.tone(row):
            painter.setPen(theme.ink(marked.state))
        rest = box.adjusted(SIZE + _GLYPH_GAP, 0, 0, 0)
        paint_words(painter, rest, marked.text, dotted=column.is_computed(row))

    def _person(self, painter: QPainter, box: QRectF, column: Column, row: Any) -> None:
        name = column.text(row)
        if not name:
            return
        disc = QRectF(box.left(), round(box.center().y() - AVATAR / 2), AVATAR, AVATAR)
        paint_avatar(painter, disc, name)
        if not column.initials:
            rest = box.adjusted(AVATAR + _GLYPH_GAP, 0, 0, 0)
            paint_words(painter, rest, name, words=self._table.searched)


class PopupDelegate(QStyledItemDelegate):
    """Rows of 28 in pop-up lists, so that completers look like the rest."""

    def __init__(self, parent: QWidget, font: QFont | None = None) -> None:
        super().__init__(parent)
        self._font = font

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), theme.size("nav_row"))
