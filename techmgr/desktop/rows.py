"""A field of several rows, such as inventors with their shares: real fields in a grid, Tab goes through them.

    RowsField(
        [RowColumn("name", self.tr("Inventor"), lambda: TextField(), stretch=2),
         RowColumn("share", self.tr("Contribution"), lambda: ShareField(), width=90)],
        name="inventors", title="", add=self.tr("Add inventor"), add_key="Alt+A",
        total=lambda rows: ("share", "105 %", "danger_text"))

A column with `under=True` stands on a second line of its row; `span` is how many columns it takes.
`value()` is a list of dicts, one per row that is not empty. A UserError with the field "inventors.1.share"
marks the cell of the second of these; one with "inventors" stands below the table.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from techmgr.core.errors import Problems, UserError
from techmgr.desktop.fields import Field
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, IconButton, card, label, restyle

_HEAD = 0
Total = Callable[[list[dict[str, Any]]], tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class RowColumn:
    """A column of fields; `build` makes the field of one row, `under` puts it on a second line."""

    key: str
    title: str
    build: Callable[[], Field]
    width: int = 0
    stretch: int = 0
    right: bool = False
    under: bool = False
    span: int = 1


class RowsField(Field):
    """There is always one row; an empty one is not part of the value."""

    def __init__(
        self,
        columns: Sequence[RowColumn],
        parent: QWidget | None = None,
        *,
        add: str = "",
        add_key: str = "",
        total: Total | None = None,
        **named: Any,
    ) -> None:
        self._columns = list(columns)
        self._total = total
        self._rows: list[dict[str, Field]] = []
        self._removers: list[IconButton] = []
        self._adder = Button(add, self.add_row, kind="link", icon="plus", key=add_key)
        self._sum = label("", "strong")
        self._sum.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._sum.setContentsMargins(0, 0, 14, 0)
        super().__init__(parent, **named)
        if add_key:
            QShortcut(QKeySequence(add_key), self, self.add_row)
        self.add_row()

    def build(self) -> QWidget:
        frame = card("field")
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid = QGridLayout(frame)
        self._grid.setContentsMargins(1, 1, 1, 1)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        for column, below, place in self._places():
            self._grid.addWidget(self._head(column), _HEAD + below, place, 1, column.span)
            if below:
                continue
            self._grid.setColumnStretch(place, column.stretch)
            if column.width:
                self._grid.setColumnMinimumWidth(place, column.width)
        return frame

    def _places(self) -> Iterator[tuple[RowColumn, int, int]]:
        """Yield every column with its line within a row (0 or 1) and its place in that line."""
        taken = [0, 0]
        for column in self._columns:
            yield column, int(column.under), taken[column.under]
            taken[column.under] += column.span

    @property
    def _lines(self) -> int:
        """How many lines a row has."""
        return 2 if any(column.under for column in self._columns) else 1

    @property
    def _across(self) -> int:
        """How many columns the upper line has."""
        return sum(column.span for column in self._columns if not column.under)

    def _head(self, column: RowColumn) -> QLabel:
        head = label(column.title, "label")
        head.setContentsMargins(8, 5, 8, 5)
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        head.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        return head

    def _total_place(self) -> int:
        upper = {column.key: place for column, below, place in self._places() if not below}
        return upper[self._total([])[0]] if self._total else self._across - 1

    # Rows

    def add_row(self, raw: dict[str, Any] | None = None) -> None:
        """Add a row at the end and put the keyboard in it."""
        fields: dict[str, Field] = {}
        for column in self._columns:
            field = column.build()
            field.compact()
            field.set_title(column.title)
            field.set_raw((raw or {}).get(column.key, field.raw()))
            field.changed.connect(self._row_edited)
            fields[column.key] = field
        self._rows.append(fields)
        self._lay_out()
        if self.isVisible() and raw is None:
            fields[self._columns[0].key].setFocus()
        self._row_edited()

    def remove_row(self, number: int) -> None:
        """Take a row away; the last one is only emptied."""
        for field in self._rows.pop(number).values():
            self._grid.removeWidget(field)
            field.hide()
            field.deleteLater()
        self._lay_out()
        if not self._rows:
            self.add_row()
        self._row_edited()

    def _lay_out(self) -> None:
        for remover in self._removers:
            self._grid.removeWidget(remover)
            remover.hide()
            remover.deleteLater()
        self._removers = []
        for number, fields in enumerate(self._rows):
            first = (number + 1) * self._lines
            for column, under, place in self._places():
                field = fields[column.key]
                field.setContentsMargins(4, 2, 0, 4 if under else 0)
                if column.width:
                    field.setFixedWidth(column.width)
                self._grid.addWidget(field, first + under, place, 1, column.span)
            self._removers.append(self._remover(number))
            self._grid.addWidget(self._removers[-1], first, self._across)
        below = (len(self._rows) + 1) * self._lines
        self._grid.addWidget(self._adder, below, 0, 1, max(1, self._total_place()))
        self._grid.addWidget(self._sum, below, self._total_place())
        self._grid.setRowMinimumHeight(below, 32)
        self._order_tabs()
        if self._rows:
            self.setFocusProxy(self._rows[0][self._columns[0].key].control)

    def _remover(self, number: int) -> IconButton:
        text = self.tr("Remove row {number}").format(number=number + 1)
        return IconButton("x", text, lambda: self.remove_row(number), 13)

    def _order_tabs(self) -> None:
        order: list[QWidget] = []
        for fields, remover in zip(self._rows, self._removers, strict=True):
            order += [fields[column.key].control for column in self._columns]
            order.append(remover)
        order.append(self._adder)
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)

    def _row_edited(self) -> None:
        self._show_total()
        self._edited()

    def _show_total(self) -> None:
        if self._total is None:
            return
        _, text, tone = self._total(self.readable())
        self._sum.setText(text)
        restyle(self._sum, tone=tone.removesuffix("_text"))

    def readable(self) -> list[dict[str, Any]]:
        """The rows that are not empty; what cannot be read is None."""
        return [self._lenient(fields) for fields in self.filled_rows()]

    def filled_rows(self) -> list[dict[str, Field]]:
        """The fields of the rows that are not empty."""
        return [fields for fields in self._rows if not _is_blank(fields)]

    def _lenient(self, fields: dict[str, Field]) -> dict[str, Any]:
        read: dict[str, Any] = {}
        for key, field in fields.items():
            try:
                read[key] = field.value()
            except UserError:
                read[key] = None
        return read

    def cell(self, number: int, key: str) -> Field:
        """The field of a row and column."""
        return self._rows[number][key]

    # The field

    def raw(self) -> Any:
        return [
            {key: field.kept() for key, field in fields.items()} for fields in self.filled_rows()
        ]

    def set_raw(self, raw: Any) -> None:
        while self._rows:
            for field in self._rows.pop().values():
                self._grid.removeWidget(field)
                field.deleteLater()
        for kept in raw or [{}]:
            self.add_row(kept)

    def value(self) -> list[dict[str, Any]]:
        problems: list[UserError] = []
        read: list[dict[str, Any]] = []
        for number, fields in enumerate(self.filled_rows()):
            read.append(self._read_row(number, fields, problems))
        if problems:
            raise Problems(problems)
        return read

    def _read_row(
        self, number: int, fields: dict[str, Field], problems: list[UserError]
    ) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key, field in fields.items():
            try:
                found[key] = field.value()
            except UserError as error:
                problems.append(UserError(error.text, field=f"{self.name}.{number}.{key}"))
        return found

    def set_value(self, value: Sequence[dict[str, Any]]) -> None:
        while len(self._rows) > max(1, len(value)):
            self.remove_row(len(self._rows) - 1)
        while len(self._rows) < len(value):
            self.add_row({})
        for fields, values in zip(self._rows, value, strict=False):
            for key, field in fields.items():
                field.set_value(values.get(key))

    def show_cell_problem(self, path: str, error: UserError) -> None:
        """Mark a cell ("1.share") as wrong; its words stand below the table."""
        number, _, key = path.partition(".")
        self.show_problem(f"{self._problem} {showing.words(error)}".strip())
        filled = self.filled_rows()
        if int(number) < len(filled) and key in filled[int(number)]:
            filled[int(number)][key].show_problem(error)

    def wrong_controls(self) -> list[QWidget]:
        """The cells that are wrong, in order."""
        return [f.control for fields in self._rows for f in fields.values() if f.problem]


def _is_blank(fields: dict[str, Field]) -> bool:
    return all(field.is_empty() for field in fields.values())
