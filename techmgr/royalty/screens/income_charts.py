"""Charts of income painted in the window: years cut into kinds, and the cases that earned most."""

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from techmgr.desktop.theme import theme
from techmgr.documents.charts import Ranked, Stacked

_TOP, _FOOT, _LEGEND, _ROW = 18, 20, 18, 26
_HEIGHT, _WIDEST = 230, 56


class ChartWidget(QWidget):
    """A painted chart. What it shows is also said in words, for screen readers and as a tip."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def say(self, lines: list[str]) -> None:
        """Set the words of the same values."""
        words = "\n".join(lines)
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()


class StackedChart(ChartWidget):
    """Upright bars; the kinds are named below, the totals above."""

    chart = Stacked((), (), ())

    def show_chart(self, chart: Stacked) -> None:
        """Show a chart."""
        self.chart = chart
        self.setFixedHeight(_HEIGHT + _LEGEND * len(self._legend_rows()))
        totals = zip(chart.columns, chart.shown, strict=True)
        self.say([f"{column}: {shown}" for column, shown in totals])

    def _legend_rows(self) -> list[list[int]]:
        """Place the names of the series in as many rows as they need."""
        metrics, room = QFontMetricsF(theme.font("micro")), max(self.width(), 300)
        rows: list[list[int]] = [[]]
        used = 0.0
        for at, (label, _) in enumerate(self.chart.series):
            wide = metrics.horizontalAdvance(label) + 32
            if used + wide > room and rows[-1]:
                rows.append([])
                used = 0.0
            rows[-1].append(at)
            used += wide
        return rows

    def sizeHint(self) -> QSize:
        return QSize(420, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.chart.columns:
            return
        painter = QPainter(self)
        painter.setFont(theme.font("micro"))
        legend = self._legend_rows()
        ground = self.height() - _FOOT - _LEGEND * len(legend)
        pitch = self.width() / len(self.chart.columns)
        for at in range(len(self.chart.columns)):
            self._column(painter, at, at * pitch, pitch, ground)
        painter.setPen(QPen(theme.colour("line_strong"), 1))
        painter.drawLine(0, ground, self.width(), ground)
        self._legend(painter, legend, ground + _FOOT)

    def _column(self, painter: QPainter, at: int, left: float, pitch: float, ground: float) -> None:
        wide = min(pitch * 0.64, _WIDEST)
        room = ground - _TOP
        edges = [float(edge) * room for edge in self.chart.edges(at)]
        colours = theme.series()
        for series, (low, high) in enumerate(pairwise(edges)):
            box = QRectF(left + (pitch - wide) / 2, ground - high, wide, high - low)
            painter.fillRect(box, colours[series % len(colours)])
        painter.setPen(theme.colour("text_primary"))
        above = QRectF(left, ground - edges[-1] - _TOP, pitch, _TOP)
        painter.drawText(above, Qt.AlignmentFlag.AlignCenter, self.chart.shown[at])
        painter.setPen(theme.colour("text_secondary"))
        below = QRectF(left, ground, pitch, _FOOT)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.chart.columns[at])

    def _legend(self, painter: QPainter, rows: list[list[int]], top: float) -> None:
        metrics, colours = QFontMetricsF(painter.font()), theme.series()
        for number, row in enumerate(rows):
            left, y = 0.0, top + number * _LEGEND
            for at in row:
                label = self.chart.series[at][0]
                painter.fillRect(QRectF(left, y + 5, 9, 9), colours[at % len(colours)])
                wide = metrics.horizontalAdvance(label) + 4
                painter.setPen(theme.colour("text_secondary"))
                box = QRectF(left + 14, y, wide, _LEGEND)
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, label)
                left += wide + 28


class RankedChart(ChartWidget):
    """Lying bars: the words, the bar, the amount at the right."""

    chart = Ranked(())

    def show_chart(self, chart: Ranked) -> None:
        """Show a chart."""
        self.chart = chart
        self.setFixedHeight(max(_ROW * len(chart.bars), _ROW))
        self.say([f"{bar.label}: {bar.shown}" for bar in chart.bars])

    def sizeHint(self) -> QSize:
        return QSize(420, _ROW * len(self.chart.bars))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        metrics = QFontMetricsF(painter.font())
        shown = (metrics.horizontalAdvance(bar.shown) for bar in self.chart.bars)
        amounts = max(shown, default=0) + 12
        names = self.width() * 0.46
        room = max(self.width() - names - amounts, 10)
        lengths = self.chart.lengths()
        for at, bar in enumerate(self.chart.bars):
            y = at * _ROW
            painter.setPen(theme.colour("text_primary"))
            words = metrics.elidedText(bar.label, Qt.TextElideMode.ElideRight, names - 10)
            middle = Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(0, y, names - 10, _ROW), middle, words)
            long = max(float(lengths[at]) * room, 1)
            painter.fillRect(QRectF(names, y + 8, long, _ROW - 16), theme.series()[0])
            right = QRectF(self.width() - amounts, y, amounts, _ROW)
            painter.drawText(right, middle | Qt.AlignmentFlag.AlignRight, bar.shown)
