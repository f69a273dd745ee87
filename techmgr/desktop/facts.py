"""What a side panel is made of: headed parts with facts, amounts that open their why, and states with words.

panel = Panel()                              scrolls; parts stand under each other with a line between
part = panel.part(self.tr("Money so far"), "USD")
part.fact(self.tr("Received"), Computed("686,500.00", run, strong=True))
part.fact(self.tr("Manager"), "Ines Moreau")
part.due(State.OVERDUE, "Ask for 8,775.98", "6 days late", "§ 5.4, asked by 8 Sep", run)
part.say("Draft run, not yet paid.")
panel.clear()
"""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLabel, QScrollArea, QVBoxLayout, QWidget

from techmgr.desktop.glyphs import SIZE, paint_glyph
from techmgr.desktop.painting import paint_words
from techmgr.desktop.states import State
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import column, holding, label, line, row, scrolled

_HEIGHT = 20


class Computed(QAbstractButton):
    """A number or date the program computed: dotted line; Space, Enter or a click opens its why."""

    def __init__(
        self,
        text: str,
        why: Callable[[], object],
        *,
        tone: str = "text_primary",
        strong: bool = False,
    ) -> None:
        super().__init__()
        self._tone = tone
        self._role = "strong" if strong else "body"
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(lambda *_: why())

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(theme.font(self._role)).horizontalAdvance(self.text())
        return QSize(round(width) + 5, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(theme.font(self._role))
        painter.setPen(theme.colour(self._tone))
        box = QRectF(self.rect()).adjusted(2, 0, -2, -1)
        paint_words(painter, box, self.text(), right=True, dotted=True)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus_ring"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)


class Glyph(QWidget):
    """A state's glyph; its words stand beside it."""

    def __init__(self, state: State) -> None:
        super().__init__()
        self._state = state
        self.setFixedSize(SIZE, SIZE + 4)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_glyph(painter, QRectF(0, 2, SIZE, SIZE), self._state)


class Part(QWidget):
    """A headed part of a panel."""

    def __init__(self, title: str, note: str = "") -> None:
        super().__init__()
        self._body = column(gap=5, margins=(16, 12, 16, 12))
        self.setLayout(self._body)
        if title:
            head = row(label(title, "strong"), label(note, "small", "tertiary"), None)
            self._body.addLayout(head)
            self._body.addSpacing(2)

    def fact(self, name: str, value: str | QWidget, tone: str = "") -> QWidget:
        """A name and its value; words stand beside the name, computed values at the right."""
        left = label(name, "small", "secondary")
        if isinstance(value, str):
            words: QWidget = label(value, "small", tone, wrap=True)
            left.setFixedWidth(72)
            self._body.addLayout(row(left, words, gap=6))
            return words
        self._body.addLayout(row(left, None, value, gap=6))
        return value

    def due(
        self,
        state: State,
        text: str,
        when: str,
        why: str = "",
        run: Callable[[], object] | None = None,
    ) -> None:
        """Something due: glyph and words, its day at the right, where it comes from below."""
        tone = {
            State.OVERDUE: "danger_text",
            State.MISSED: "danger_text",
            State.DUE_SOON: "warn_text",
        }
        day: QWidget = label(when, "small", "secondary")
        if run is not None:
            day = Computed(when, run, tone=tone.get(state, "text_secondary"), strong=state in tone)
        words = label(text, wrap=True)
        head = row(Glyph(state), words, day, gap=8)
        head.setStretch(1, 1)
        below = row(20, label(why, "micro", "tertiary", wrap=True), gap=0)
        self._body.addLayout(column(head, below) if why else head)

    def say(self, text: str, role: str = "small", tone: str = "secondary") -> QLabel:
        """A sentence."""
        words = label(text, role, tone, wrap=True)
        self._body.addWidget(words)
        return words

    def add(self, widget: QWidget) -> None:
        """Anything else."""
        self._body.addWidget(widget)


class Panel(QWidget):
    """Parts under each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: QVBoxLayout = column(None)
        inner = holding(self._parts, "side")
        self._scroll: QScrollArea = scrolled(inner)
        self.setLayout(column(self._scroll))

    def part(self, title: str = "", note: str = "") -> Part:
        """Add a part below the others."""
        made = Part(title, note)
        place = self._parts.count() - 1
        if place:
            self._parts.insertWidget(place, line())
            place += 1
        self._parts.insertWidget(place, made)
        return made

    def clear(self) -> None:
        """Take all parts away."""
        while self._parts.count() > 1:
            item = self._parts.takeAt(0)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
