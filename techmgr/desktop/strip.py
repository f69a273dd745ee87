"""The large step strip: nine cells that can have the keyboard, each with name, state, date and initials.

strip = StepStrip([Step(self.tr("Disclosure"), State.DONE, self.tr("Done"), "Mar 2019", "Ines Moreau"), …], current=5)
strip.chosen.connect(...)       the number of the step, from 0; by click, Enter or Space
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from techmgr.desktop.columns import initials
from techmgr.desktop.glyphs import SIZE, paint_glyph
from techmgr.desktop.painting import paint_words
from techmgr.desktop.states import State
from techmgr.desktop.theme import theme

_BAR = 3
_NARROW = 90
_ROOMY = 104  # a cell below this width has smaller margins and type
_ROUND = 6.0


@dataclass(frozen=True, slots=True)
class Step:
    """What a step shows; `text` is its state in words, `day` as shown."""

    name: str
    state: State
    text: str
    day: str = ""
    who: str = ""


class StepStrip(QWidget):
    """Left and right move between the steps, 1 to 9 are left to the page."""

    chosen = Signal(int)

    def __init__(
        self, steps: Sequence[Step] = (), current: int = -1, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cells: list[StepCell] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setFixedHeight(theme.size("step_cell"))
        theme.changed.connect(self.update)
        self.show_steps(steps, current)

    def show_steps(self, steps: Sequence[Step], current: int = -1) -> None:
        """Exchange what the cells say; `current` is the step the page is about."""
        while len(self._cells) < len(steps):
            place = len(self._cells)
            cell = StepCell(place, self)
            cell.clicked.connect(lambda *_, n=place: self.chosen.emit(n))
            self._cells.append(cell)
            self._layout.addWidget(cell, 1)
        for place, step in enumerate(steps):
            self._cells[place].show_step(step, is_current=place == current, count=len(steps))

    def cells(self) -> list["StepCell"]:
        """The cells, in order."""
        return self._cells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        here = next((n for n, cell in enumerate(self._cells) if cell.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        self._cells[(here + step) % len(self._cells)].setFocus(Qt.FocusReason.TabFocusReason)


class StepCell(QAbstractButton):
    """One step."""

    def __init__(self, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._place = place
        self._count = 9
        self._step: Step | None = None
        self._is_current = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.setMinimumWidth(60)

    def sizeHint(self) -> QSize:
        return QSize(98, theme.size("step_cell"))

    def show_step(self, step: Step, *, is_current: bool, count: int) -> None:
        """Exchange what it says."""
        self._step = step
        self._is_current = is_current
        self._count = count
        told = [self.tr("Step {number}").format(number=self._place + 1), step.name]
        told += [step.state.replace("_", " "), step.text, step.day, step.who]
        self.setAccessibleName(", ".join(part for part in dict.fromkeys(told) if part))
        self.setToolTip(", ".join(part for part in (f"{step.name}: {step.text}", step.who) if part))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._step is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, 0.5 if not self._is_last else -0.5, -0.5)
        shape = self._shape(box)
        painter.setPen(QPen(theme.colour("line_default"), 1))
        painter.setBrush(self._ground())
        painter.drawPath(shape)
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, self.width(), _BAR), theme.fill(self._step.state))
        painter.setClipping(False)
        margin = 9 if self._is_roomy else 6
        self._words(painter, QRectF(self.rect()).adjusted(margin, _BAR, -margin, 0), self._step)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus_ring"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)

    @property
    def _is_roomy(self) -> bool:
        return self.width() >= _ROOMY

    @property
    def _is_last(self) -> bool:
        return self._place == self._count - 1

    def _ground(self) -> QColor:
        if self._is_current:
            return theme.colour("select_inactive")
        return theme.colour("bg_hover" if self.underMouse() else "bg_base")

    def _shape(self, box: QRectF) -> QPainterPath:
        path = QPainterPath()
        is_first = self._place == 0
        if not is_first and not self._is_last:
            path.addRect(box)
            return path
        path.addRoundedRect(box, _ROUND, _ROUND)
        square = QPainterPath()
        half = box.width() / 2
        square.addRect(box.adjusted(half, 0, 0, 0) if is_first else box.adjusted(0, 0, -half, 0))
        return path.united(square)

    def _words(self, painter: QPainter, box: QRectF, step: Step) -> None:
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_secondary"))
        number = QRectF(box.left(), 8, 12, 18)
        used = paint_words(painter, number, str(self._place + 1))
        title = QRectF(box.left() + used + 5, 8, box.width() - used - 1, 18)
        painter.setFont(_fitting("strong", step.name, title.width() if self._is_roomy else 0))
        painter.setPen(theme.colour("text_primary"))
        paint_words(painter, title, step.name)
        paint_glyph(painter, QRectF(box.left(), 28, SIZE, SIZE), step.state)
        said = QRectF(box.left() + 17, 25, box.width() - 17, 18)
        painter.setFont(_fitting("small", step.text, said.width()))
        painter.setPen(theme.ink(step.state))
        paint_words(painter, said, step.text)
        self._foot(painter, box, step)

    def _foot(self, painter: QPainter, box: QRectF, step: Step) -> None:
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.colour("text_tertiary"))
        # In a narrow strip the day says more; the name is in the tooltip.
        who = initials(step.who) if step.who and self.width() >= _NARROW else ""
        width = QFontMetricsF(painter.font()).horizontalAdvance(who)
        foot = QRectF(box.left(), 43, box.width(), 17)
        paint_words(painter, foot, who, right=True)
        paint_words(painter, foot.adjusted(0, 0, -width - 4, 0), step.day)


def _fitting(role: str, words: str, room: float) -> QFont:
    """A smaller type for long words, before they are cut."""
    font = theme.font(role)
    for smaller in ("small", "micro"):
        if QFontMetricsF(font).horizontalAdvance(words) > room:
            font.setPixelSize(theme.font(smaller).pixelSize())
    return font
