"""Fields of a form: a label above, a control, and below it a hint or what is wrong.

    TextField(name="title", title=self.tr("Title"), hint=…, required=True)
    LongText(…, most=1000), DateField(…), MoneyField(…, currency="USD"), ShareField(…), NumberField(…)
    Toggle(name="signed", title=self.tr("Signed"))

`value()` returns what the request wants (str, date, Money, Fraction, int, bool; None when empty) or raises
a UserError naming the field. `raw()` is what was typed, as JSON can keep it. In Designer, promote a
QWidget to one of these; its objectName is the field's name, `title` and `hint` are dynamic properties.
"""

from datetime import date
from fractions import Fraction
from typing import Any

from PySide6.QtCore import Property, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from techmgr.core.errors import UserError
from techmgr.core.money import Money, money
from techmgr.core.shares import parse_share, show_share
from techmgr.core.texts import say
from techmgr.desktop.month import open_calendar
from techmgr.desktop.reading import read_day, typed_day
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import IconLabel, label, restyle


class Field(QWidget):
    """A field is wrong until it is edited again."""

    changed = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str = "",
        title: str = "",
        hint: str = "",
        required: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.required = required
        self._hint = hint
        self._problem = ""
        self._label = label("", "label")
        self._sign = IconLabel("circle-alert", "danger_text", 13)
        self._message = label("", "small", "tertiary", wrap=True)
        self.control = self.build()
        self._arrange()
        self.set_title(title)
        self._show_message()

    def build(self) -> QWidget:
        """Make the control."""
        raise NotImplementedError

    def _arrange(self) -> None:
        below = QHBoxLayout()
        below.setContentsMargins(0, 3, 0, 0)
        below.setSpacing(6)
        below.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._message, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        layout.addWidget(self.control)
        layout.addLayout(below)
        layout.addStretch(1)
        self._label.setBuddy(self.control)
        self.setFocusProxy(self.control)

    def compact(self) -> None:
        """Show the control alone, as in a row of a table; the title stays its name for screen readers."""
        self._label.hide()
        self._is_compact = True
        self._show_message()

    _is_compact = False

    @property
    def name(self) -> str:
        """The name of the request's field."""
        return self.objectName()

    @property
    def problem(self) -> str:
        """What is wrong, in words; empty when nothing is."""
        return self._problem

    def set_title(self, title: str) -> None:
        """Set the words above the control."""
        self._title = title
        self._label.setText(title)
        self._label.setVisible(bool(title) and not self._is_compact)
        self.control.setAccessibleName(title)

    def set_hint(self, hint: str) -> None:
        """Set the words below the control."""
        self._hint = hint
        self._show_message()

    def show_problem(self, error: UserError | str | None) -> None:
        """Mark the field as wrong with words, or as right again with None."""
        self._problem = "" if error is None else showing.words(error)
        restyle(self.control, wrong="true" if self._problem else "false")
        self._show_message()

    def _show_message(self) -> None:
        text = self._problem or self._hint
        self._sign.setVisible(bool(self._problem) and not self._is_compact)
        self._message.setVisible(bool(text) and not self._is_compact)
        self._message.setText(text)
        restyle(self._message, tone="danger" if self._problem else "tertiary")
        self.control.setAccessibleDescription(text)
        self.control.setToolTip(self._problem if self._is_compact else "")

    def _edited(self, *_: object) -> None:
        if self._problem:
            self.show_problem(None)
        self.changed.emit()

    def raw(self) -> Any:
        """What was typed, as JSON can keep it."""
        raise NotImplementedError

    def set_raw(self, raw: Any) -> None:
        """Put back what `raw` or `kept` returned."""
        raise NotImplementedError

    def kept(self) -> Any:
        """What a draft keeps."""
        return self.raw()

    def value(self) -> Any:
        """What the request wants; raises a UserError that names the field."""
        return self.raw()

    def set_value(self, value: Any) -> None:
        """Show a value of the kind `value` returns."""
        self.set_raw(value)

    def is_empty(self) -> bool:
        """Whether nothing has been entered."""
        return self.raw() in ("", None, [])

    title = Property(str, lambda self: self._title, set_title)
    hint = Property(str, lambda self: self._hint, set_hint)


class TextField(Field):
    """One line of text, trimmed."""

    def build(self) -> QWidget:
        edit = QLineEdit()
        edit.setFont(theme.font(figures=False))
        edit.textChanged.connect(self._edited)
        return edit

    @property
    def edit(self) -> QLineEdit:
        """The line itself."""
        assert isinstance(self.control, QLineEdit)
        return self.control

    def raw(self) -> Any:
        return self.edit.text().strip()

    def set_raw(self, raw: Any) -> None:
        self.edit.setText(raw or "")
        self.edit.setCursorPosition(0)

    def set_read_only(self, read_only: bool = True) -> None:
        """Show the text without letting it be changed."""
        self.edit.setReadOnly(read_only)
        restyle(self.edit)


class LongText(Field):
    """Several lines; `most` characters are counted below."""

    def __init__(
        self, parent: QWidget | None = None, *, most: int = 0, lines: int = 3, **named: Any
    ) -> None:
        self._most = most
        self._lines = lines
        super().__init__(parent, **named)
        self._base = named.get("hint", "")
        self._count()

    def build(self) -> QWidget:
        edit = QPlainTextEdit()
        edit.setFont(theme.font(figures=False))
        edit.setTabChangesFocus(True)
        edit.setFixedHeight(self._lines * 18 + 12)
        edit.textChanged.connect(self._typed)
        return edit

    def raw(self) -> Any:
        assert isinstance(self.control, QPlainTextEdit)
        return self.control.toPlainText().strip()

    def set_raw(self, raw: Any) -> None:
        assert isinstance(self.control, QPlainTextEdit)
        self.control.setPlainText(raw or "")

    def _typed(self) -> None:
        self._count()
        self._edited()

    def _count(self) -> None:
        if self._most:
            counted = self.tr("{count} of {most} characters.")
            counted = counted.format(count=f"{len(self.raw()):,}", most=f"{self._most:,}")
            self.set_hint(f"{self._base} {counted}".strip())

    def value(self) -> Any:
        text = self.raw()
        if self._most and len(text) > self._most:
            problem = say(
                "This has {count} characters. It may have {most}: take {over} away.",
                count=len(text), most=self._most, over=len(text) - self._most,
            )  # fmt: skip
            raise UserError(problem, field=self.name)
        return text


class DateField(TextField):
    """A day, typed or chosen; written out again once it has been read."""

    def build(self) -> QWidget:
        edit = QLineEdit()
        edit.textChanged.connect(self._edited)
        edit.editingFinished.connect(self._write_out)
        self._open = QAction(edit)
        self._open.setText(self.tr("Open the calendar"))
        self._open.triggered.connect(self._choose)
        edit.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        theme.changed.connect(self._paint)
        self._paint()
        return edit

    def compact(self) -> None:
        """In a row of a table there is no room for the calendar; days are typed."""
        super().compact()
        self._open.setVisible(False)

    def _paint(self) -> None:
        self._open.setIcon(theme.icon("calendar", "text_tertiary"))

    def value(self) -> date | None:
        return read_day(self.raw(), self.name) if self.raw() else None

    def set_value(self, value: date | None) -> None:
        self.set_raw(typed_day(value) if value else "")

    def _write_out(self) -> None:
        try:
            day = self.value()
        except UserError as error:
            self.show_problem(error)
            return
        if day and typed_day(day) != self.raw():
            self.set_value(day)

    def _choose(self) -> None:
        try:
            chosen = self.value() or showing.today
        except UserError:
            chosen = showing.today
        open_calendar(self.edit, chosen, self.set_value)


class MoneyField(TextField):
    """An amount in a currency, at the right."""

    def __init__(
        self, parent: QWidget | None = None, *, currency: str = "USD", **named: Any
    ) -> None:
        super().__init__(parent, **named)
        self.currency = currency
        self.edit.setFont(theme.font())
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> Money | None:
        try:
            return money(self.raw(), self.currency) if self.raw() else None
        except UserError as error:
            raise UserError(error.text, field=self.name) from error

    def set_value(self, value: Money | None) -> None:
        self.currency = value.currency if value else self.currency
        self.set_raw(showing.money(value) if value else "")


class ShareField(TextField):
    """An exact share, typed as 40 %, 33.34 % or 1/3."""

    def __init__(self, parent: QWidget | None = None, **named: Any) -> None:
        super().__init__(parent, **named)
        self.edit.setFont(theme.font())
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> Fraction | None:
        try:
            return parse_share(self.raw()) if self.raw() else None
        except UserError as error:
            raise UserError(error.text, field=self.name) from error

    def set_value(self, value: Fraction | None) -> None:
        self.set_raw(show_share(value) if value is not None else "")


class NumberField(TextField):
    """A whole number, at the right."""

    def __init__(self, parent: QWidget | None = None, **named: Any) -> None:
        super().__init__(parent, **named)
        self.edit.setFont(theme.font())
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def value(self) -> int | None:
        text = self.raw().replace(",", "").replace("−", "-")
        if not text:
            return None
        if not text.lstrip("+-").isdecimal() or len(text) > 18:
            problem = say("“{text}” is not a whole number such as 12.", text=self.raw())
            raise UserError(problem, field=self.name)
        return int(text)

    def set_value(self, value: int | None) -> None:
        self.set_raw("" if value is None else f"{value:,}".replace("-", "−"))


class Toggle(Field):
    """Yes or no; the title stands beside the box."""

    def build(self) -> QWidget:
        box = QCheckBox()
        box.toggled.connect(self._edited)
        return box

    @property
    def box(self) -> QCheckBox:
        """The box itself."""
        assert isinstance(self.control, QCheckBox)
        return self.control

    def set_title(self, title: str) -> None:
        super().set_title(title)
        self._label.setText("")
        self.box.setText("" if self._is_compact else title)

    def raw(self) -> Any:
        return self.box.isChecked()

    def set_raw(self, raw: Any) -> None:
        self.box.setChecked(bool(raw))

    def is_empty(self) -> bool:
        return False
