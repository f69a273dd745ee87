"""Facts and figures of a record, for panels: name and value, amounts, due dates, the bar of nine steps.

facts([(self.tr("Manager"), person("Ines Moreau")), (self.tr("Funding"), "NIH R21")])
amounts([(self.tr("Received"), Figure("686,500.00", run=self.why))])
StepBar(states)
panel = Panel(); panel.show_parts([[head, title], [facts(…)]])      parts between hairlines
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from techmgr.desktop.glyphs import SIZE, paint_glyph
from techmgr.desktop.painting import paint_avatar, paint_words
from techmgr.desktop.states import State
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import column, holding, label, line, row

_AVATAR = 18
_NAME = 62
_HIGH = 20


class Figure(QAbstractButton):
    """A value on the right; one that was computed is dotted, and Space or a click opens its why."""

    def __init__(
        self,
        text: str,
        run: Callable[[], object] | None = None,
        *,
        computed: bool = True,
        strong: bool = False,
        tone: str = "",
        name: str = "",
    ) -> None:
        super().__init__()
        self.setText(text)
        self._computed = computed
        self._role = "strong" if strong else "body"
        self._tone = f"{tone}_text" if tone else "text_primary"
        self.setAccessibleName(f"{name} {text}".strip())
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(
            Qt.FocusPolicy.StrongFocus if run is not None else Qt.FocusPolicy.NoFocus
        )
        if run is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.clicked.connect(lambda *_: run())

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(theme.font(self._role)).horizontalAdvance(self.text())
        return QSize(round(width) + 5, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(self._role))
        painter.setPen(theme.colour(self._tone))
        box = QRectF(self.rect()).adjusted(2, 0, -2, -1)
        paint_words(painter, box, self.text(), right=True, dotted=self._computed)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus_ring"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)


class Elided(QLabel):
    """One line that is cut at the end with three dots; the whole is its tooltip."""

    def __init__(self, text: str, role: str = "body", tone: str = "") -> None:
        super().__init__(text)
        self.setFont(theme.font(role))
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setToolTip(text)
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(self.foregroundRole()))
        paint_words(painter, QRectF(self.contentsRect()), self.text())


class Glyph(QWidget):
    """The glyph of a state, 12 px."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(SIZE + 2, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_glyph(QPainter(self), QRectF(0, 3, SIZE, SIZE), self._state)


class Avatar(QWidget):
    """The grey disc with a person's initials."""

    def __init__(self, name: str, size: int = _AVATAR) -> None:
        super().__init__()
        self._name = name
        self.setToolTip(name)
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_avatar(QPainter(self), QRectF(self.rect()), self._name)


class StepBar(QWidget):
    """Nine short bars in the colours of their states, with the names of the first, the present and the last."""

    def __init__(self, states: Sequence[State], names: Sequence[str]) -> None:
        super().__init__()
        self._states = list(states)
        self._names = list(names)
        told = zip(self._names, self._states, strict=True)
        self.setAccessibleName(", ".join(f"{n} {s.replace('_', ' ')}" for n, s in told))
        self.setFixedHeight(30)

    def _present(self) -> list[int]:
        rest = (State.NOT_STARTED, State.DONE, State.WAIVED, State.PLANNED)
        return [n for n, state in enumerate(self._states) if state not in rest]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = (self.width() - 8 * 4) / 9
        painter.setPen(Qt.PenStyle.NoPen)
        for place, state in enumerate(self._states):
            painter.setBrush(theme.fill(state))
            painter.drawRoundedRect(QRectF(place * (wide + 4), 2, wide, 6), 2, 2)
        self._words(painter, wide)

    def _words(self, painter: QPainter, wide: float) -> None:
        painter.setFont(theme.font("micro"))
        painter.setPen(theme.colour("text_secondary"))
        metrics = QFontMetricsF(painter.font())
        foot = QRectF(0, 12, self.width(), 17)
        first, last = self._names[0], self._names[-1]
        paint_words(painter, foot, first)
        paint_words(painter, foot, last, right=True)
        present = self._present()
        middle = ", ".join(self._names[n] for n in present if n not in (0, 8))
        left_end = metrics.horizontalAdvance(first) + 10
        right_end = self.width() - metrics.horizontalAdvance(last) - 10
        wish = sum(present) / len(present) * (wide + 4) + wide / 2 if present else 0
        width = min(metrics.horizontalAdvance(middle) + 1, right_end - left_end)
        left = min(max(wish - width / 2, left_end), right_end - width)
        paint_words(painter, QRectF(left, foot.top(), width, foot.height()), middle)


def facts(pairs: Sequence[tuple[str, QWidget | str]], width: int = _NAME) -> QWidget:
    """Names at the left, values beside them; a value of words wraps."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(3)
    grid.setColumnMinimumWidth(0, width)
    grid.setColumnStretch(1, 1)
    for place, (name, value) in enumerate(pairs):
        widget = label(value, "small", "", wrap=True) if isinstance(value, str) else value
        if isinstance(widget, QLabel):
            widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            widget.setMinimumHeight(17)
        key = label(name, "small", "secondary")
        key.setMinimumHeight(17)
        grid.addWidget(key, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(widget, place, 1, Qt.AlignmentFlag.AlignTop)
    return made


def person(name: str) -> QWidget:
    """A person with the disc of initials."""
    return holding(row(Avatar(name, 17), label(name, "small"), None, gap=6))


def amounts(lines: Sequence[tuple[str, Figure]]) -> QWidget:
    """What it is at the left, the amount at the right, a hairline between."""
    parts: list[QWidget | int] = []
    for place, (name, figure) in enumerate(lines):
        parts += [line("subtle")] if place else []
        parts.append(holding(row(label(name), None, figure, margins=(0, 2, 0, 2))))
    return holding(column(*parts))


def due_line(state: State, what: str, day: Figure, detail: str = "") -> QWidget:
    """One date: glyph, what for, the day at the right, and below it where it comes from."""
    head = row(Glyph(state), label(what, wrap=True), day, gap=6)
    head.setStretch(1, 1)
    under = label(detail, "micro", "secondary", wrap=True)
    under.setContentsMargins(SIZE + 8, 0, 0, 0)
    if not detail:
        under.hide()
    return holding(column(head, under))


class Panel(QScrollArea):
    """A side panel whose parts are exchanged as a whole."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_parts(self, parts: Sequence[Sequence[QWidget | int]]) -> None:
        """Exchange everything; a hairline stands between the parts."""
        rows = QVBoxLayout()
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for place, part in enumerate(parts):
            if place:
                rows.addWidget(line())
            inside = column(*part, gap=6, margins=(16, 12, 16, 12))
            rows.addLayout(inside)
        rows.addStretch(1)
        self.setWidget(holding(rows, "side"))
