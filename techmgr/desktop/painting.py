"""Painting shared by tables, strips and the palette: words with hits, the dotted line, avatars, small strips."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from techmgr.desktop.columns import initials
from techmgr.desktop.highlight import spans
from techmgr.desktop.states import State
from techmgr.desktop.theme import set_figures, theme

_JOINED = re.compile(r"[^\W\d]-[^\W\d]")
CELL_WIDTH, CELL_HEIGHT, CELL_GAP = 9, 14, 2


def is_figures(text: str) -> bool:
    """Whether figures of one width suit a text: not where a hyphen joins two words."""
    return _JOINED.search(text) is None


def paint_words(
    painter: QPainter,
    box: QRectF,
    text: str,
    *,
    words: str = "",
    right: bool = False,
    dotted: bool = False,
) -> float:
    """Paint one line with the painter's font and pen, cut at the end; returns its width."""
    usual = painter.font()
    if not is_figures(text):
        joined = QFont(usual)
        set_figures(joined, figures=False)
        painter.setFont(joined)
    metrics = QFontMetricsF(painter.font())
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    width = metrics.horizontalAdvance(shown)
    left = box.right() - width if right else box.left()
    baseline = box.center().y() + (metrics.capHeight()) / 2
    if words:
        _paint_hits(painter, QRectF(left, box.top(), width, box.height()), shown, words)
    painter.drawText(QPointF(left, baseline), shown)
    if dotted and shown:
        paint_dotted(painter, left, left + width, baseline + 3)
    painter.setFont(usual)
    return width


def _paint_hits(painter: QPainter, box: QRectF, text: str, words: str) -> None:
    metrics = QFontMetricsF(painter.font())
    colour = theme.colour("highlight_search")
    for start, length in spans(text, words):
        before = metrics.horizontalAdvance(text[:start])
        wide = metrics.horizontalAdvance(text[: start + length]) - before
        hit = QRectF(box.left() + before - 0.5, box.center().y() - 9, wide + 1, 18)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(hit, 2, 2)
        painter.setPen(pen)


def paint_dotted(painter: QPainter, left: float, right: float, y: float) -> None:
    """The one signature of the product: this was computed, and its why can be opened."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    pen = QPen(theme.colour("accent_text"), 1)
    pen.setDashPattern([1, 1.5])
    painter.setPen(pen)
    painter.drawLine(QPointF(round(left), round(y)), QPointF(round(right), round(y)))
    painter.restore()


def paint_avatar(painter: QPainter, box: QRectF, name: str) -> None:
    """A grey disc with the initials of a person."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("line_default"))
    painter.drawEllipse(box)
    font = QFont(theme.font("micro"))
    font.setPixelSize(max(8, round(box.height() * 0.42)))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.colour("text_secondary"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


def paint_strip(painter: QPainter, box: QRectF, states: Sequence[State]) -> None:
    """The small strip: a cell of 9 x 14 for each step, told apart by shape and colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    top = round(box.center().y() - CELL_HEIGHT / 2)
    for number, state in enumerate(states):
        left = box.left() + number * (CELL_WIDTH + CELL_GAP)
        _paint_step(painter, QRectF(left, top, CELL_WIDTH, CELL_HEIGHT), state)
    painter.restore()


def _paint_step(painter: QPainter, box: QRectF, state: State) -> None:
    fill = theme.fill(state)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    middle = box.center().y()
    if state == State.NOT_STARTED:
        painter.drawRoundedRect(QRectF(box.left(), middle - 1.5, box.width(), 3), 1, 1)
    elif state == State.WAIVED:
        painter.drawRect(QRectF(box.left(), middle - 0.75, box.width(), 1.5))
    elif state == State.WAITING:
        painter.drawRoundedRect(QRectF(box.left() + 0.5, box.top(), 3, box.height()), 1, 1)
        painter.drawRoundedRect(QRectF(box.right() - 3.5, box.top(), 3, box.height()), 1, 1)
    elif state == State.PLANNED:
        _paint_planned(painter, box, fill)
    else:
        painter.drawRoundedRect(box, 2, 2)
        _paint_mark(painter, box, state)


def _paint_planned(painter: QPainter, box: QRectF, fill: QColor) -> None:
    pen = QPen(fill.darker(112) if theme.scheme == "light" else fill.lighter(150), 1)
    pen.setDashPattern([1.5, 1.5])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)


def _paint_mark(painter: QPainter, box: QRectF, state: State) -> None:
    if state not in (State.OVERDUE, State.MISSED):
        return
    pen = QPen(theme.colour("bg_base"), 1.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    x, y = box.center().x(), box.center().y()
    if state == State.OVERDUE:
        painter.drawLine(QPointF(x, y - 4), QPointF(x, y + 0.5))
        painter.drawPoint(QPointF(x, y + 4))
    else:
        painter.drawLine(QPointF(x - 1.8, y - 1.8), QPointF(x + 1.8, y + 1.8))
        painter.drawLine(QPointF(x - 1.8, y + 1.8), QPointF(x + 1.8, y - 1.8))
