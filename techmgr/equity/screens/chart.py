"""Who owned a company after every event: columns cut into holders, painted in the window."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from techmgr.desktop.painting import paint_words
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.equity.captable import Stage
from techmgr.equity.kinds import EVENT_WORDS, HOLDER_WORDS, HolderKind
from techmgr.equity.screens.tables import shown_part

_HEIGHT, _FOOT, _TOP, _NAMES, _GAP, _WIDEST = 210, 34, 6, 178, 10, 110
_LEAST = 11  # a label needs as much height
_OURS = (HolderKind.UNIVERSITY, HolderKind.OFFICE, HolderKind.FUND)


class OwnershipChart(QWidget):
    """The university is at the bottom in the colour of a selection; the last column is labelled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stages: Sequence[Stage] = ()
        self._parts: list[list[tuple[str, Fraction]]] = []
        self.setMinimumHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_stages(self, stages: Sequence[Stage]) -> None:
        """Show what the events left; the same values are its words for screen readers."""
        self._stages = stages
        self._parts = [_together(stage) for stage in stages]
        self.setAccessibleName(self.tr("Who owned the company"))
        lines = [
            f"{showing.day(stage.event.day)}: "
            + ", ".join(f"{name} {shown_part(part)}" for name, part in parts)
            for stage, parts in zip(stages, self._parts, strict=True)
        ]
        self.setAccessibleDescription("\n".join(lines))
        self.setToolTip("\n".join(lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(560, _HEIGHT)

    def names(self) -> list[str]:
        """Every kind of holder that had something, in the order of the column."""
        found: dict[str, None] = {}
        for parts in self._parts:
            found.update(dict.fromkeys(name for name, _ in parts))
        return sorted(found, key=lambda name: name != _ours_words())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._stages:
            return
        painter = QPainter(self)
        names = self.names()
        room = self.width() - _NAMES
        wide = min(room / len(self._stages), _WIDEST)
        for at, parts in enumerate(self._parts):
            box = QRectF(at * wide, _TOP, wide - _GAP, self.height() - _FOOT - _TOP)
            tops = self._paint_column(painter, box, parts, names)
            self._paint_foot(painter, at, box)
            if at == len(self._parts) - 1:
                self._paint_names(painter, box.right() + 8, tops)

    def _paint_column(
        self, painter: QPainter, box: QRectF, parts: list[tuple[str, Fraction]], names: list[str]
    ) -> list[tuple[float, str, Fraction]]:
        tops = []
        bottom = box.bottom()
        for name, part in parts:
            tall = box.height() * part.numerator / part.denominator
            painter.fillRect(
                QRectF(box.left(), bottom - tall, box.width(), max(tall - 1, 1)),
                self._colour(name, names),
            )
            bottom -= tall
            tops.append((bottom + tall / 2, name, part))
        return tops

    def _colour(self, name: str, names: list[str]) -> QColor:
        if name == _ours_words():
            return theme.colour("accent_base")
        series = theme.series()
        return series[1 + names.index(name) % (len(series) - 1)]

    def _paint_foot(self, painter: QPainter, at: int, box: QRectF) -> None:
        event = self._stages[at].event
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.colour("text_secondary"))
        metrics = QFontMetricsF(painter.font())
        for line, words in enumerate(
            (showing.words(EVENT_WORDS[event.kind]), showing.day(event.day))
        ):
            place = QRectF(box.left(), box.bottom() + 4 + line * 14, box.width() + _GAP - 4, 14)
            cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft, cut)

    def _paint_names(
        self, painter: QPainter, left: float, tops: list[tuple[float, str, Fraction]]
    ) -> None:
        """Name the parts of the last column beside it, from the bottom up without overlap."""
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.colour("text_primary"))
        floor = self.height() - _FOOT + 2.0
        for middle, name, part in tops:
            floor = min(middle + 7, floor - _LEAST - 2)
            box = QRectF(left, floor - 8, self.width() - left, 14)
            paint_words(painter, box, f"{name} {shown_part(part)}")


def _ours_words() -> str:
    return showing.words(HOLDER_WORDS[HolderKind.UNIVERSITY])


def _together(stage: Stage) -> list[tuple[str, Fraction]]:
    """Return the parts of a column from the bottom: the university with office and fund, then others."""
    ours = sum((stage.parts.get(kind, Fraction(0)) for kind in _OURS), Fraction(0))
    found = [(_ours_words(), ours)] if ours else []
    found += [
        (showing.words(HOLDER_WORDS[kind]), part)
        for kind, part in stage.parts.items()
        if kind not in _OURS
    ]
    return found
