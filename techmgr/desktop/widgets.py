"""The small parts every page is made of: words, buttons, lines, tags, keycaps, rows and columns.

label("Inventors", "strong"); label(text, "small", "tertiary")
Button("Save", kind="primary", key="Ctrl+S", icon="")     at most one primary per page
column(a, b, gap=8), row(a, STRETCH, b), scrolled(widget), line(), tag("draft", "warn"), keycap("Esc")
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from techmgr.desktop.painting import is_figures
from techmgr.desktop.theme import theme

L = TypeVar("L", bound=QBoxLayout)
STRETCH = None
Part = QWidget | QBoxLayout | int | None
_GAP = 6
_FONTS = {"label": "small"}
_INK = {"primary": "text_on_accent", "destroy": "text_on_accent", "danger": "danger_text"}
_INK |= {"quiet": "text_secondary", "link": "accent_text"}


class Words(QLabel):
    """Words in a role; figures of one width, except where they would tear hyphenated words apart."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__()
        self._role = role
        self._figures: bool | None = None
        self.setText(text)

    def setText(self, text: str) -> None:
        figures = is_figures(text)
        if figures != self._figures:
            self._figures = figures
            self.setFont(theme.font(_FONTS.get(self._role, self._role), figures=figures))
        super().setText(text)


def label(text: str = "", role: str = "body", tone: str = "", *, wrap: bool = False) -> QLabel:
    """Words in a role of the tokens and a tone: secondary, tertiary, accent, ok, warn, danger."""
    made = Words(text, role)
    made.setProperty("role", role)
    made.setProperty("tone", tone)
    made.setWordWrap(wrap)
    return made


def keycap(key: str) -> QLabel:
    """A key as it is printed: keycap("Ctrl K")."""
    made = QLabel(shown_key(key))
    made.setProperty("keycap", "true")
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def shown_key(key: str) -> str:
    """How a key is written on screen: "Ctrl+S" as Ctrl S, "G, D" as G D."""
    return key.replace("+", " ").replace(",", "") if len(key) > 1 else key


def tag(text: str, tone: str = "plain") -> QLabel:
    """A tag; at most one per row."""
    made = QLabel(text)
    made.setProperty("tag", tone)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


def line(weight: str = "true") -> QFrame:
    """A hairline; "subtle" between rows."""
    made = QFrame()
    made.setProperty("line", weight)
    return made


def card(tone: str = "plain") -> QFrame:
    """A frame: plain, ok, warn, danger, info, popup."""
    made = QFrame()
    made.setProperty("card", tone)
    return made


def column(*parts: Part, gap: int = 0, margins: tuple[int, ...] = ()) -> QVBoxLayout:
    """Parts under each other; a number is space, STRETCH takes what is left."""
    return _filled(QVBoxLayout(), parts, gap, margins)


def row(*parts: Part, gap: int = 8, margins: tuple[int, ...] = ()) -> QHBoxLayout:
    """Parts beside each other; a number is space, STRETCH takes what is left."""
    return _filled(QHBoxLayout(), parts, gap, margins)


def _filled(layout: L, parts: Sequence[Part], gap: int, margins: tuple[int, ...]) -> L:
    layout.setSpacing(gap)
    layout.setContentsMargins(*(margins or (0, 0, 0, 0)))
    for part in parts:
        if part is STRETCH:
            layout.addStretch(1)
        elif isinstance(part, int):
            layout.addSpacing(part)
        elif isinstance(part, QBoxLayout):
            layout.addLayout(part)
        else:
            layout.addWidget(part)
    return layout


def holding(layout: QBoxLayout, area: str = "") -> QWidget:
    """A widget around a layout; area "page", "side" or "window" gives it that background."""
    made = QWidget()
    made.setLayout(layout)
    if area:
        made.setProperty("area", area)
        made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def scrolled(widget: QWidget) -> QScrollArea:
    """A widget that scrolls up and down when it is too high."""
    made = QScrollArea()
    made.setWidget(widget)
    made.setWidgetResizable(True)
    made.setFrameShape(QFrame.Shape.NoFrame)
    made.viewport().setAutoFillBackground(False)
    widget.setAutoFillBackground(False)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return made


def restyle(widget: QWidget, **properties: str) -> None:
    """Set properties the style sheet looks at, and look again."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def can_focus(widget: QWidget) -> bool:
    """Whether the keyboard can be put on a widget now."""
    policy = widget.focusPolicy()
    return widget.isVisible() and widget.isEnabled() and policy != Qt.FocusPolicy.NoFocus


def first_in(area: QWidget) -> QWidget | None:
    """The first widget of an area that can have the keyboard."""
    return next((each for each in area.findChildren(QWidget) if can_focus(each)), None)


class IconLabel(QLabel):
    """An icon that follows light and dark."""

    def __init__(self, name: str, colour: str = "text_secondary", size: int = 16) -> None:
        super().__init__()
        self._icon = (name, colour, size)
        self.setFixedSize(size, size)
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        self.setPixmap(theme.pixmap(*self._icon, scale=2))


class IconButton(QToolButton):
    """A button with only an icon; its name is its tooltip and what a screen reader says."""

    def __init__(
        self, icon: str, name: str, run: Callable[[], object] | None = None, size: int = 16
    ) -> None:
        super().__init__()
        self._icon = icon
        self._size = size
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setIconSize(QSize(size, size))
        self.setFixedSize(28, 28)
        if run is not None:
            self.clicked.connect(lambda *_: run())
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        self.setIcon(theme.icon(self._icon, "text_secondary", self._size))


def enter_pressed(event: QKeyEvent) -> bool:
    """Press the button that has the keyboard when Enter came, as Space does; whether it was so."""
    focus = QApplication.focusWidget()
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if not is_enter or event.isAutoRepeat() or not isinstance(focus, QAbstractButton):
        return False
    focus.click()
    return True


class Button(QPushButton):
    """A button that shows its icon before and its key after the words."""

    def __init__(
        self,
        text: str,
        run: Callable[[], object] | None = None,
        *,
        kind: str = "",
        icon: str = "",
        key: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(text)
        self.setProperty("kind", kind)
        self.setProperty("small", "true" if small else "false")
        self._icon = icon
        self._key = shown_key(key)
        self._boxed = kind not in ("primary", "destroy")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if run is not None:
            self.clicked.connect(lambda *_: run())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        icon = 16 + _GAP if self._icon else 0
        key = self._key_width() + _GAP if self._key else 0
        menu = 14 if self.menu() else 0
        return QSize(hint.width() + icon + key + menu, hint.height())

    def _key_width(self) -> int:
        return QFontMetrics(theme.font("micro")).horizontalAdvance(self._key) + (
            8 if self._boxed else 0
        )

    def ink(self) -> QColor:
        """The colour of the words."""
        name = "text_disabled"
        if self.isEnabled():
            name = _INK.get(self.property("kind"), "text_primary")
        return theme.colour(name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        words = self.fontMetrics().horizontalAdvance(self.text().replace("&", ""))
        total = words + (16 + _GAP if self._icon else 0)
        total += self._key_width() + _GAP if self._key else 0
        left = (self.width() - total - (14 if self.menu() else 0)) // 2
        self._paint_parts(painter, left, words)

    def _paint_parts(self, painter: QPainter, left: int, words: int) -> None:
        if self._icon:
            kind = self.property("kind")
            colour = _INK.get(kind, "text_primary") if self.isEnabled() else "text_disabled"
            picture = theme.pixmap(self._icon, colour, 16, self.devicePixelRatioF())
            painter.drawPixmap(left, (self.height() - 16) // 2, picture)
            left += 16 + _GAP
        painter.setPen(self.ink())
        painter.setFont(self.font())
        box = QRect(left, 0, words + 2, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.drawText(box, flags, self.text())
        if self._key:
            self._paint_key(painter, left + words + _GAP)

    def _paint_key(self, painter: QPainter, left: int) -> None:
        box = QRect(left, (self.height() - 16) // 2, self._key_width(), 16)
        painter.setFont(theme.font("micro"))
        if self._boxed:
            painter.setPen(QPen(theme.colour("line_default"), 1))
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(theme.colour("text_tertiary"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)
