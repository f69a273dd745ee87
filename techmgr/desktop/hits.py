"""The rows of the palette: icon, words with hits, detail, and the kind or the key at the right."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from techmgr.desktop.painting import paint_words
from techmgr.desktop.theme import theme

ENTRY = Qt.ItemDataRole.UserRole
ROW_HEIGHT = 34
HEADING_HEIGHT = 26
_LEFT = 47
_RIGHT = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading, a record (`hit`) or an action (`run`)."""

    text: str
    detail: str = ""
    side: str = ""
    icon: str = ""
    key: str = ""
    hit: Any = None
    run: Callable[[], object] | None = None
    is_heading: bool = False


class HitDelegate(QStyledItemDelegate):
    """Asks the palette which words are searched."""

    def __init__(self, palette: Any) -> None:
        super().__init__(palette)
        self._palette = palette

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, HEADING_HEIGHT if index.data(ENTRY).is_heading else ROW_HEIGHT)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        entry: Entry = index.data(ENTRY)
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.is_heading:
            painter.setFont(theme.font("micro"))
            painter.setPen(theme.colour("text_tertiary"))
            paint_words(painter, box.adjusted(16, 3, -16, 0), entry.text)
        else:
            self._ground(painter, box, option)
            self._entry(painter, box, entry, option.widget.devicePixelRatioF())
        painter.restore()

    def _ground(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem) -> None:
        chosen = option.state & QStyle.StateFlag.State_Selected
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("select_active" if chosen else "bg_hover"))
            painter.drawRoundedRect(box.adjusted(6, 0, -6, 0), 4, 4)

    def _entry(self, painter: QPainter, box: QRectF, entry: Entry, scale: float) -> None:
        picture = theme.pixmap(entry.icon, "text_secondary", 16, scale)
        painter.drawPixmap(round(box.left() + 21), round(box.center().y() - 8), picture)
        right = self._paint_right(painter, box, entry)
        words = self._palette.words
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text_primary"))
        room = QRectF(box.left() + _LEFT, box.top(), right - box.left() - _LEFT - 12, box.height())
        share = room.width() * (0.62 if entry.detail else 1)
        title = QRectF(room.left(), room.top(), share, room.height())
        used = paint_words(painter, title, entry.text, words=words)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_secondary"))
        rest = room.adjusted(used + 10, 0, 0, 0)
        if entry.detail and rest.width() > 24:
            paint_words(painter, rest, entry.detail, words=words)

    def _paint_right(self, painter: QPainter, box: QRectF, entry: Entry) -> float:
        text = entry.key or entry.side
        painter.setFont(theme.font("micro"))
        width = QFontMetricsF(painter.font()).horizontalAdvance(text)
        right = box.right() - _RIGHT
        if entry.key:
            cap = QRectF(right - width - 10, box.center().y() - 8.5, width + 10, 17)
            painter.setPen(QPen(theme.colour("line_default"), 1))
            painter.setBrush(theme.colour("bg_base"))
            painter.drawRoundedRect(cap, 4, 4)
            painter.setPen(theme.colour("text_secondary"))
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, text)
            return cap.left()
        painter.setPen(theme.colour("text_secondary"))
        paint_words(painter, box.adjusted(0, 0, -_RIGHT, 0), text, right=True)
        return right - width
