"""The waterfall of a run, from what was received to who got it, painted in the window."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.documents.charts import Part, Waterfall
from techmgr.royalty.stations import Station

_PARTIES = 4  # colours of the palette for parties, after the first and before the last
_TOP, _FOOT, _GAP = 18, 20, 8
_HEIGHT = 150


class WaterfallChart(QWidget):
    """Bars lead from received to net, and from net to the parties; each has its words and amount."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stations: Sequence[Station] = ()
        self._chart = Waterfall(())
        self._chosen = ""
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_stations(self, stations: Sequence[Station], chosen: str = "") -> None:
        """Show where the money went; the party called `chosen` is in the colour of a selection."""
        self._stations = stations
        parts = [Part(showing.words(each.label), each.minor, each.shown) for each in stations]
        totals = frozenset(at for at, each in enumerate(stations) if each.is_total and at)
        self._chart = Waterfall(parts, totals)
        self._chosen = chosen
        # The same values as words: for screen readers, and as a tip.
        words = "\n".join(f"{part.label}: {part.shown}" for part in parts)
        self.setAccessibleName(self.tr("From receipts to payees"))
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(480, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._stations:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        boxes = self._boxes()
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        ground = self.height() - _FOOT
        painter.drawLine(0, ground, self.width(), ground)
        for at, box in enumerate(boxes):
            painter.fillRect(box, self._colour(at))
            self._words(painter, at, box)
        self._joins(painter, boxes)

    def _boxes(self) -> list[QRectF]:
        spans = self._chart.spans()
        low = min(0, *(min(span) for span in spans))
        high = max(1, *(max(span) for span in spans))
        room = self.height() - _TOP - _FOOT
        wide = self.width() / len(spans)
        boxes = []
        for at, (start, end) in enumerate(spans):
            top = _TOP + room * (high - max(start, end)) / (high - low)
            tall = max(room * abs(end - start) / (high - low), 1)
            boxes.append(QRectF(at * wide + _GAP / 2, top, wide - _GAP, tall))
        return boxes

    def _colour(self, at: int) -> QColor:
        if self._stations[at].is_total:
            return theme.colour("line_strong")
        net = max(place for place, each in enumerate(self._stations) if each.is_total)
        if at < net:
            return theme.colour("text_disabled")
        if self._chart.steps[at].label == self._chosen:
            return theme.colour("accent_base")
        return theme.series()[1 + (at - net - 1) % _PARTIES]

    def _words(self, painter: QPainter, at: int, box: QRectF) -> None:
        is_chosen = self._chart.steps[at].label == self._chosen
        painter.setFont(theme.font("strong" if is_chosen else "micro"))
        painter.setPen(theme.colour("text_primary"))
        above = QRectF(box.left() - _GAP, box.top() - 16, box.width() + 2 * _GAP, 14)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, self._amount(at, box.width()))
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.colour("text_secondary"))
        below = QRectF(box.left() - _GAP / 2, self.height() - _FOOT + 3, box.width() + _GAP, 16)
        metrics = QFontMetricsF(painter.font())
        name = metrics.elidedText(
            self._chart.steps[at].label, Qt.TextElideMode.ElideRight, below.width()
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, name)

    def _amount(self, at: int, room: float) -> str:
        """The amount above a bar; without decimals, all of them, where they would touch each other."""
        metrics = QFontMetricsF(theme.font("strong"))
        widest = max(metrics.horizontalAdvance(each.shown) for each in self._stations)
        station = self._stations[at]
        return station.shown if widest <= room + _GAP / 2 else station.whole

    def _joins(self, painter: QPainter, boxes: Sequence[QRectF]) -> None:
        painter.setPen(QPen(theme.colour("line_strong"), 1, Qt.PenStyle.DotLine))
        spans = self._chart.spans()
        for at, (box, following) in enumerate(pairwise(boxes)):
            level = box.bottom() if spans[at][1] < spans[at][0] else box.top()
            painter.drawLine(QLineF(box.right(), level, following.left(), level))
