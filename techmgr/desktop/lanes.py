"""Lanes over time: bars for what went on, marks for what happened; arrow keys walk the marks.

lanes = Lanes([self.tr("Disclosure"), …])
lanes.show_lanes(bars, marks, today); lanes.chosen.connect(...)      the key of a mark, by Enter or click
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QToolTip, QWidget

from techmgr.desktop.painting import paint_words
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.desktop.theme import theme

_LANE = 20
_HEAD = 20
_NAMES = 102
_RIGHT = 26
_BAR = 6
_NEAR = 7.0
_YEAR_WIDTH = 34


@dataclass(frozen=True, slots=True)
class Bar:
    """What went on in a lane between two days; `end` None goes on. `text` stands beside a short one."""

    lane: int
    start: date
    end: date | None
    state: State
    text: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """What happened on a day: an event (disc), a contract (diamond) or what needs attention (ring)."""

    lane: int
    day: date
    kind: str
    text: str
    key: int


class Lanes(QWidget):
    """Painted by hand; the list below a page's lanes has the same words."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = list(names)
        self._bars: list[Bar] = []
        self._marks: list[Mark] = []
        self._today = date.today()  # noqa: DTZ011 - replaced by the page's day
        self._first = self._last = self._today
        self._current = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedHeight(_HEAD + _LANE * len(self._names) + 2)
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def show_lanes(self, bars: Sequence[Bar], marks: Sequence[Mark], today: date) -> None:
        """Exchange what is painted; marks are walked by day, then lane."""
        self._bars = list(bars)
        self._marks = sorted(marks, key=lambda mark: (mark.day, mark.lane))
        self._today = today
        days = [bar.start for bar in bars] + [mark.day for mark in marks] + [today]
        days += [bar.end for bar in bars if bar.end is not None]
        span = max((max(days) - min(days)).days, 120)
        self._first = min(days) - timedelta(days=span // 40)
        self._last = max(*days, self._first + timedelta(days=span)) + timedelta(days=span // 18)
        self._current = min(self._current, len(self._marks) - 1)
        self._tell()
        self.update()

    def _tell(self) -> None:
        mark = self.current()
        self.setAccessibleName(self.tr("Nine steps over time"))
        self.setAccessibleDescription(f"{mark.day.isoformat()}, {mark.text}" if mark else "")

    def current(self) -> Mark | None:
        """The mark with the keyboard."""
        return self._marks[self._current] if 0 <= self._current < len(self._marks) else None

    def _x(self, day: date) -> float:
        room = self.width() - _NAMES - _RIGHT
        return _NAMES + room * (day - self._first).days / max(1, (self._last - self._first).days)

    def _middle(self, lane: int) -> float:
        return _HEAD + lane * _LANE + _LANE / 2

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        for bar in self._bars:
            self._paint_bar(painter, bar)
        self._paint_today(painter)
        for place, mark in enumerate(self._marks):
            self._paint_mark(painter, mark, is_current=place == self._current and self.hasFocus())

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setFont(theme.font("small"))
        bottom = self.height() - 1
        for year in self._years():
            x = self._x(date(year, 1, 1))
            painter.setPen(QPen(theme.colour("line_subtle"), 1))
            painter.drawLine(QPointF(x, _HEAD), QPointF(x, bottom))
            painter.setPen(theme.colour("text_secondary"))
            paint_words(painter, QRectF(x + 4, 0, _YEAR_WIDTH, _HEAD - 4), str(year))
        for lane, name in enumerate(self._names):
            painter.setPen(QPen(theme.colour("line_subtle"), 1))
            y = _HEAD + (lane + 1) * _LANE
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
            painter.setPen(theme.colour("text_secondary"))
            box = QRectF(0, y - _LANE, _NAMES - 6, _LANE)
            paint_words(painter, QRectF(0, y - _LANE, 12, _LANE), str(lane + 1))
            paint_words(painter, box.adjusted(14, 0, 0, 0), name)

    def _years(self) -> list[int]:
        years = list(range(self._first.year + 1, self._last.year + 1))
        room = self.width() - _NAMES - _RIGHT
        most = max(1, int(room // (_YEAR_WIDTH + 8)))
        step = -(-len(years) // most) if years else 1
        kept = [year for year in years if (years[-1] - year) % step == 0]
        today = self._x(self._today)
        return [y for y in kept if not -34 < self._x(date(y, 1, 1)) - today < 46]

    def _paint_bar(self, painter: QPainter, bar: Bar) -> None:
        left = self._x(bar.start)
        right = max(self._x(bar.end or self._today), left + 5)
        y = self._middle(bar.lane)
        colour = theme.fill(bar.state)
        if bar.end is None:
            colour.setAlphaF(0.45 if theme.scheme == "light" else 0.6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(left, y - _BAR / 2, right - left, _BAR), 2, 2)
        marked = any(m.lane == bar.lane and m.day > bar.start for m in self._marks)
        if bar.text and not marked:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text_secondary"))
            metrics = QFontMetricsF(painter.font())
            wide = metrics.horizontalAdvance(bar.text) + 4
            if right + 8 + wide < self.width():
                paint_words(painter, QRectF(right + 8, y - 9, wide, 18), bar.text)
            elif left - 8 - wide > _NAMES:
                paint_words(painter, QRectF(left - 8 - wide, y - 9, wide, 18), bar.text)

    def _paint_today(self, painter: QPainter) -> None:
        x = self._x(self._today)
        painter.setPen(QPen(theme.colour("accent_text"), 1))
        painter.drawLine(QPointF(x, _HEAD - 4), QPointF(x, self.height()))
        painter.setFont(theme.font("strong"))
        words = self.tr("today") if self._today == showing.today else showing.day(self._today)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(words) + 2
        left = x + 4 if x + 4 + wide < self.width() else x - wide - 2
        paint_words(painter, QRectF(left, 0, wide, _HEAD - 4), words)

    def _paint_mark(self, painter: QPainter, mark: Mark, *, is_current: bool) -> None:
        centre = QPointF(self._x(mark.day), self._middle(mark.lane))
        colour = theme.mark()
        painter.setPen(QPen(theme.colour("bg_base"), 1))
        painter.setBrush(colour)
        if mark.kind == "contract":
            x, y, r = centre.x(), centre.y(), 5
            points = [QPointF(x, y - r), QPointF(x + r, y), QPointF(x, y + r), QPointF(x - r, y)]
            painter.drawPolygon(QPolygonF(points))
        elif mark.kind == "attention":
            painter.setPen(QPen(theme.colour("danger_strong"), 1.8))
            painter.setBrush(theme.colour("bg_base"))
            painter.drawEllipse(centre, 4.2, 4.2)
        else:
            painter.drawEllipse(centre, 3.2, 3.2)
        if is_current:
            painter.setPen(QPen(theme.colour("focus_ring"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, 8, 8)

    # Keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._marks) - 1}
        key = Qt.Key(event.key())
        if key in steps and self._marks:
            self._go(min(max(self._current + steps[key], 0), len(self._marks) - 1))
        elif key in ends:
            self._go(ends[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        self._current = place
        self._tell()
        mark = self.current()
        if mark is not None:
            where = QPointF(self._x(mark.day), self._middle(mark.lane)).toPoint()
            QToolTip.showText(self.mapToGlobal(where), mark.text, self)
        self.update()

    def _choose(self) -> None:
        mark = self.current()
        if mark is not None:
            self.chosen.emit(mark.key)

    def _at(self, where: QPointF) -> int:
        near = [
            (abs(self._x(mark.day) - where.x()), place)
            for place, mark in enumerate(self._marks)
            if abs(self._middle(mark.lane) - where.y()) < _LANE / 2
        ]
        distance, place = min(near, default=(_NEAR + 1, -1))
        return place if distance <= _NEAR else -1

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position())
        if place >= 0:
            self._current = place
            self._choose()
            self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            place = self._at(QPointF(event.pos()))
            if place >= 0:
                QToolTip.showText(event.globalPos(), self._marks[place].text, self)
            else:
                QToolTip.hideText()
            return True
        return super().event(event)
