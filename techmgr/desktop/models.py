"""Rows for tables: a list in memory, or a long list read in pages beside the window.

    RecordModel(columns, identity=lambda row: row.id).show(rows)
    PagedModel(columns, jobs, identity=…).show(Source(fetch, count))

`fetch(offset, limit, order)` and `count()` run on the reader's thread. The first page is shown as soon
as it is there, in the list's order; the count comes after. Old rows stay until the new ones are there.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from techmgr.desktop.columns import Column, Order
from techmgr.desktop.jobs import Job, Jobs

PAGE = 200
KEPT = 60  # pages in memory
PENDING = 3  # pages on their way; older wishes are dropped while scrolling
ROW = Qt.ItemDataRole.UserRole
COLUMN = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class Fetch(Protocol):
    """Reads some rows of a list, in an order."""

    def __call__(self, offset: int, limit: int, order: Order) -> Sequence[Any]: ...


@dataclass(frozen=True, slots=True)
class Source:
    """Where a long list comes from. Without `count`, the first page is all there is."""

    fetch: Fetch
    count: Callable[[], int] | None = None


class ColumnsModel(QAbstractTableModel):
    """Rows through columns. `row_at` is None while a row is still being read."""

    loaded = Signal()  # the rows were exchanged
    counted = Signal(int)  # the number of rows is known

    def __init__(
        self, columns: Sequence[Column], identity: Callable[[Any], Any] | None = None
    ) -> None:
        super().__init__()
        self.columns = list(columns)
        self.order = Order()
        self.identity = identity or (lambda row: row)

    def row_at(self, number: int) -> Any:
        """The row, or None while it is being read."""
        raise NotImplementedError

    def number_of(self, identity: Any) -> int | None:
        """The place of a row among those in memory."""
        raise NotImplementedError

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == COLUMN:
            return self.columns[index.column()]
        row = self.row_at(index.row())
        if role == ROW or row is None:
            return row if role == ROW else None
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row) if column.tip else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        return None

    def sort_by(self, order: Order) -> None:
        """Sort by another column."""
        raise NotImplementedError

    def known_rows(self) -> list[Any]:
        """The rows in memory, in order."""
        raise NotImplementedError


class RecordModel(ColumnsModel):
    """A short list, all in memory."""

    def __init__(
        self, columns: Sequence[Column], identity: Callable[[Any], Any] | None = None
    ) -> None:
        super().__init__(columns, identity)
        self._given: list[Any] = []
        self._rows: list[Any] = []

    def show(self, rows: Sequence[Any]) -> None:
        """Exchange the rows."""
        self.beginResetModel()
        self._given = list(rows)
        self._rows = self._sorted()
        self.endResetModel()
        self.loaded.emit()
        self.counted.emit(len(self._rows))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def row_at(self, number: int) -> Any:
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, identity: Any) -> int | None:
        return next((n for n, row in enumerate(self._rows) if self.identity(row) == identity), None)

    def known_rows(self) -> list[Any]:
        return list(self._rows)

    def sort_by(self, order: Order) -> None:
        self.order = order
        self.show(self._given)

    def _sorted(self) -> list[Any]:
        column = next((each for each in self.columns if each.key == self.order.key), None)
        if column is None:
            return list(self._given)
        known = [row for row in self._given if column.of(row) is not None]
        unknown = [row for row in self._given if column.of(row) is None]
        known.sort(key=lambda row: _rank(column, row), reverse=self.order.descending)
        return known + unknown


def _rank(column: Column, row: Any) -> Any:
    value = column.of(row)
    if hasattr(value, "minor"):
        return (value.currency, value.minor)
    return (
        value.casefold()
        if isinstance(value, str)
        else value
        if hasattr(value, "__lt__")
        else column.text(row)
    )


class PagedModel(ColumnsModel):
    """A long list: pages are read when they come into sight, and forgotten when they are far away."""

    def __init__(
        self, columns: Sequence[Column], jobs: Jobs, identity: Callable[[Any], Any] | None = None
    ) -> None:
        super().__init__(columns, identity)
        self._jobs = jobs
        self._source: Source | None = None
        self._pages: OrderedDict[int, Sequence[Any]] = OrderedDict()
        self._pending: OrderedDict[int, Job] = OrderedDict()
        self._wanted: list[int] = []
        self._count = 0
        self._turn = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._read_wanted)

    def show(self, source: Source) -> None:
        """Exchange the list; reads still on their way for the old one are dropped."""
        self._source = source
        self.reload()

    def reload(self) -> None:
        """Read the list again."""
        if self._source is None:
            return
        self._turn += 1
        turn = self._turn
        for job in self._pending.values():
            self._jobs.cancel(job)
        self._pending.clear()
        self._wanted.clear()
        self._jobs.read(
            self._source.fetch, 0, PAGE, self.order,
            owner=self, key="first", then=lambda rows: self._show_first(turn, rows),
        )  # fmt: skip

    def _show_first(self, turn: int, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self._pages = OrderedDict({0: list(rows)})
        self._count = len(rows)
        self.endResetModel()
        self.loaded.emit()
        if self._source is None or self._source.count is None or len(rows) < PAGE:
            self.counted.emit(self._count)
            return
        self._jobs.read(
            self._source.count, owner=self, key="count", then=lambda count: self._grow(turn, count)
        )

    def _grow(self, turn: int, count: int) -> None:
        if turn != self._turn:
            return
        if count > self._count:
            self.beginInsertRows(QModelIndex(), self._count, count - 1)
            self._count = count
            self.endInsertRows()
        self.counted.emit(self._count)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def row_at(self, number: int) -> Any:
        page, place = divmod(number, PAGE)
        rows = self._pages.get(page)
        if rows is not None:
            return rows[place] if place < len(rows) else None
        if 0 <= number < self._count and page not in self._wanted and page not in self._pending:
            self._wanted.append(page)
            self._soon.start()
        return None

    def _read_wanted(self) -> None:
        wanted, self._wanted = self._wanted[-PENDING:], []
        while self._pending and len(self._pending) + len(wanted) > PENDING:
            _, job = self._pending.popitem(last=False)
            self._jobs.cancel(job)
        for page in wanted:
            self._read_page(page, self._turn)

    def _read_page(self, page: int, turn: int) -> None:
        if self._source is not None:
            self._pending[page] = self._jobs.read(
                self._source.fetch, page * PAGE, PAGE, self.order,
                owner=self, then=lambda rows: self._keep(turn, page, rows),
            )  # fmt: skip

    def _keep(self, turn: int, page: int, rows: Sequence[Any]) -> None:
        if turn != self._turn:
            return
        self._pending.pop(page, None)
        self._pages[page] = list(rows)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        last = min(self._count, (page + 1) * PAGE) - 1
        self.dataChanged.emit(self.index(page * PAGE, 0), self.index(last, len(self.columns) - 1))

    def number_of(self, identity: Any) -> int | None:
        for page, rows in self._pages.items():
            for place, row in enumerate(rows):
                if self.identity(row) == identity:
                    return page * PAGE + place
        return None

    def known_rows(self) -> list[Any]:
        return [row for page in sorted(self._pages) for row in self._pages[page]]

    def sort_by(self, order: Order) -> None:
        self.order = order
        self.reload()
