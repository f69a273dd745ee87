"""A short list under headings: rows in groups, with the same look and keys as every table.

    table = GroupedTable(columns, name=self.tr("Deadlines"), identity=lambda row: row.id)
    table.show_groups([(Group("Overdue", "danger_text"), rows), (Group("This week, 14–20 September"), rows)])

Headings are painted across the table and never chosen: J, K and the arrows step over them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from techmgr.desktop.columns import Column
from techmgr.desktop.delegates import CellDelegate
from techmgr.desktop.models import ROW, Index, RecordModel
from techmgr.desktop.painting import paint_words
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import Table
from techmgr.desktop.theme import theme


@dataclass(frozen=True, slots=True)
class Group:
    """A heading with the number of its rows; `tone` is the name of a colour token."""

    text: str
    tone: str = ""
    count: int = 0


class GroupedModel(RecordModel):
    """Headings lie among the rows; they have no cells."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_at(index.row())
        if isinstance(row, Group) and role != ROW:
            spoken = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return row.text if role in spoken and index.column() == 0 else None
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.row_at(index.row()), Group):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def known_rows(self) -> list[Any]:
        return [row for row in super().known_rows() if not isinstance(row, Group)]


class GroupDelegate(CellDelegate):
    """Paints a heading once, across all columns."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, Group):
            super().paint(painter, option, index)
            return
        painter.save()
        painter.fillRect(option.rect, theme.colour("bg_sunken"))
        bottom = QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1)
        painter.fillRect(bottom, theme.colour("line_subtle"))
        table = self._table
        if index.column() == table.first_column:
            self._heading(painter, QRectF(option.rect), row, table.viewport().width(), table.edge)
        painter.restore()

    def _heading(self, painter: QPainter, box: QRectF, group: Group, width: int, edge: int) -> None:
        painter.setClipping(False)
        painter.setFont(theme.font("strong"))
        painter.setPen(theme.colour(group.tone or "text_primary"))
        line = QRectF(box.left() + edge, box.top(), width - 2 * edge, box.height() - 1)
        paint_words(painter, line, group.text)
        after = QFontMetricsF(painter.font()).horizontalAdvance(group.text) + 8
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text_tertiary"))
        paint_words(painter, line.adjusted(after, 0, 0, 0), showing.number(group.count))


class GroupedTable(Table):
    """A table of rows under headings; sorted by its groups, not by its columns."""

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        identity: Callable[[Any], Any],
        parent: QWidget | None = None,
    ) -> None:
        self._grouped = GroupedModel(
            columns, lambda row: row.text if isinstance(row, Group) else identity(row)
        )
        super().__init__(self._grouped, name=name, parent=parent)
        self.setItemDelegate(GroupDelegate(self))

    def show_groups(self, groups: Sequence[tuple[Group, Sequence[Any]]]) -> None:
        """Exchange the rows; a group without rows is left out."""
        shown: list[Any] = []
        for group, rows in groups:
            if rows:
                shown += [Group(group.text, group.tone, len(rows)), *rows]
        self.clearSpans()
        self._grouped.show(shown)
        for number, row in enumerate(shown):
            if isinstance(row, Group):
                self.setSpan(number, 0, 1, len(self._grouped.columns))

    def current_row(self) -> Any:
        row = super().current_row()
        return None if isinstance(row, Group) else row

    def marked(self) -> list[Any]:
        return [row for row in super().marked() if not isinstance(row, Group)]

    def select_number(self, number: int) -> None:
        super().select_number(self._past_headings(number, 1))

    def _past_headings(self, number: int, by: int) -> int:
        while isinstance(self._grouped.row_at(number), Group):
            number += 1 if by > 0 else -1
        return number
