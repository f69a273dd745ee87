"""The nine state glyphs, 12 px, painted by one function for strips, lists and deadlines.

paint_glyph(painter, QRectF(x, y, 12, 12), State.OVERDUE)
glyph_pixmap(State.DONE)            for labels and buttons
"""

import math
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from techmgr.desktop.states import State
from techmgr.desktop.theme import theme

SIZE = 12


def paint_glyph(painter: QPainter, box: QRectF, state: State) -> None:
    """Paint a state's glyph into a square box in the state's own colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(box.topLeft())
    painter.scale(box.width() / SIZE, box.height() / SIZE)
    _GLYPHS[state](painter, theme.ink(state))
    painter.restore()


def glyph_pixmap(state: State, size: int = SIZE, scale: float = 2) -> QPixmap:
    """The glyph as a picture, for labels and list items."""
    picture = QPixmap(round(size * scale), round(size * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_glyph(painter, QRectF(0, 0, size, size), state)
    painter.end()
    return picture


def _ring(painter: QPainter, ink: QColor) -> None:
    painter.setPen(QPen(ink, 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(6, 6), 4.7, 4.7)


def _dotted_ring(painter: QPainter, ink: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    for turn in range(8):
        angle = turn * math.pi / 4 + math.pi / 8
        painter.drawEllipse(
            QPointF(6 + 4.7 * math.cos(angle), 6 + 4.7 * math.sin(angle)), 0.95, 0.95
        )


def _half_disc(painter: QPainter, ink: QColor) -> None:
    _ring(painter, ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPie(QRectF(2.6, 2.6, 6.8, 6.8), -90 * 16, 180 * 16)


def _pause(painter: QPainter, ink: QColor) -> None:
    _ring(painter, ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawRect(QRectF(4.1, 3.8, 1.3, 4.4))
    painter.drawRect(QRectF(6.6, 3.8, 1.3, 4.4))


def _clock(painter: QPainter, ink: QColor) -> None:
    _ring(painter, ink)
    painter.setPen(_stroke(ink, 1.3))
    painter.drawPolyline([QPointF(6, 3.4), QPointF(6, 6.2), QPointF(8, 7.2)])


def _disc(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(QPointF(6, 6), 5.5, 5.5)


def _exclamation(painter: QPainter, ink: QColor) -> None:
    _disc(painter, ink)
    painter.setPen(_stroke(theme.colour("bg_base"), 1.6))
    painter.drawLine(QPointF(6, 3.2), QPointF(6, 6.4))
    painter.drawPoint(QPointF(6, 8.8))


def _tick(painter: QPainter, ink: QColor) -> None:
    _disc(painter, theme.colour("ok_quiet"))
    painter.setPen(_stroke(ink, 1.6))
    painter.drawPolyline([QPointF(3.6, 6.2), QPointF(5.3, 7.9), QPointF(8.5, 4.4)])


def _dash(painter: QPainter, ink: QColor) -> None:
    _disc(painter, theme.colour("line_subtle"))
    painter.setPen(_stroke(ink, 1.6))
    painter.drawLine(QPointF(3.8, 6), QPointF(8.2, 6))


def _cross(painter: QPainter, ink: QColor) -> None:
    _disc(painter, ink)
    painter.setPen(_stroke(theme.colour("bg_base"), 1.4))
    painter.drawLine(QPointF(4.2, 4.2), QPointF(7.8, 7.8))
    painter.drawLine(QPointF(7.8, 4.2), QPointF(4.2, 7.8))


def _stroke(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


_GLYPHS: dict[State, Callable[[QPainter, QColor], None]] = {
    State.NOT_STARTED: _ring,
    State.PLANNED: _dotted_ring,
    State.ACTIVE: _half_disc,
    State.WAITING: _pause,
    State.DUE_SOON: _clock,
    State.OVERDUE: _exclamation,
    State.DONE: _tick,
    State.WAIVED: _dash,
    State.MISSED: _cross,
}
