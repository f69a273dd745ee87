"""The head of a table: titles of 11.5 px, an arrow at the sorted column, 1 to 9 over a step strip."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHeaderView, QWidget

from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.models import ColumnsModel
from techmgr.desktop.painting import CELL_GAP, CELL_WIDTH, paint_words
from techmgr.desktop.theme import theme

STEPS = 9
_ARROW = 12


class TableHeader(QHeaderView):
    """A click sorts; a second click turns the order round."""

    def __init__(self, parent: QWidget, margins_of: Callable[[int], tuple[int, int]]) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._margins_of = margins_of
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setMinimumSectionSize(28)
        self.setFixedHeight(theme.size("header"))
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(0, theme.size("header"))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, ColumnsModel):
            return
        column = model.columns[section]
        painter.fillRect(rect, theme.colour("bg_sunken"))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.colour("line_default")
        )
        painter.setFont(theme.font("table_header"))
        painter.setPen(theme.colour("text_secondary"))
        left, right = self._margins_of(section)
        box = QRectF(rect.adjusted(left, 0, -right, -1))
        if column.kind is Kind.STRIP:
            self._steps(painter, box)
        else:
            self._title(painter, box, column, model)

    def _steps(self, painter: QPainter, box: QRectF) -> None:
        for number in range(STEPS):
            left = box.left() + number * (CELL_WIDTH + CELL_GAP)
            cell = QRectF(left - 2, box.top(), CELL_WIDTH + 4, box.height())
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _title(self, painter: QPainter, box: QRectF, column: Column, model: ColumnsModel) -> None:
        sorted_here = model.order.key == column.key
        if not sorted_here:
            paint_words(painter, box, column.title, right=column.is_right)
            return
        painter.setPen(theme.colour("text_primary"))
        if column.is_right:
            paint_words(painter, box.adjusted(0, 0, -_ARROW, 0), column.title, right=True)
            tip = box.right() - 4
        else:
            width = QFontMetricsF(painter.font()).horizontalAdvance(column.title)
            paint_words(painter, box.adjusted(0, 0, -_ARROW, 0), column.title)
            tip = box.left() + min(width, box.width() - _ARROW) + 8
        _paint_arrow(painter, QPointF(tip, box.center().y()), down=model.order.descending)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        rest = self.length() - self.offset()
        empty = QRect(rest, 0, max(0, self.viewport().width() - rest), self.height())
        painter.fillRect(empty, theme.colour("bg_sunken"))
        painter.fillRect(
            QRect(empty.left(), self.height() - 1, empty.width(), 1), theme.colour("line_default")
        )


def _paint_arrow(painter: QPainter, middle: QPointF, *, down: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("text_secondary"), 1.3))
    way = 1 if down else -1
    tip = middle + QPointF(0, 4 * way)
    painter.drawLine(middle - QPointF(0, 4 * way), tip)
    painter.drawPolyline([tip + QPointF(-3, -3 * way), tip, tip + QPointF(3, -3 * way)])
    painter.restore()
