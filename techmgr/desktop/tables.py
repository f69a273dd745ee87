"""Fast tables with one look: long lists read in pages (`Table`) and short lists in memory (`RecordTable`).

    table = Table(PagedModel(columns, jobs, identity=lambda row: row.id), name=self.tr("Cases"))
    table.model_.show(Source(fetch, count)); table.search("sens")
    table.opened.connect(...)            Enter, or a double click: the row
    table.opened_beside                  Shift+Enter
    table.why                            Space: the row, and the key of a computed column or ""
    table.current_changed                the row with the keyboard, or None
    table.marked_changed                 rows chosen with X, Shift+X, Ctrl or Shift and the pointer
    RecordTable(columns, name=…).show_rows(rows)

J and K move, X marks a row, Shift+X marks up to here, Ctrl+C copies what is shown as tab-separated text.
`table.arrangement` holds which columns are shown, how wide and where; `.menu()` is the column chooser.
"""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from techmgr.desktop.arrangement import Arrangement
from techmgr.desktop.columns import Column, Order
from techmgr.desktop.delegates import CellDelegate
from techmgr.desktop.header import TableHeader
from techmgr.desktop.marking import Marking
from techmgr.desktop.models import ColumnsModel, Index, PagedModel, RecordModel
from techmgr.desktop.theme import theme

PAGE_MARGIN = 16


class Table(QTableView):
    """The row with the keyboard keeps its record when the rows are read again."""

    opened = Signal(object)
    opened_beside = Signal(object)
    why = Signal(object, str)
    current_changed = Signal(object)
    marked_changed = Signal(list)

    opens = True  # whether Enter opens a row; not where the past is only looked at
    shows_rest = True  # whether chosen rows are marked while the keyboard is elsewhere

    def __init__(self, model: ColumnsModel, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model_ = model
        self.searched = ""
        self.hovered = -1
        self.cell_margin = 6 if len(model.columns) > 7 else 8
        self.edge = PAGE_MARGIN if isinstance(model, PagedModel) else self.cell_margin
        self.drivers: list[QWidget] = []
        self._marking = Marking(self)
        self._kept: Any = None
        self._dress(name)
        self.setModel(model)
        self.arrangement = Arrangement(self, model.columns, self.margins_of)
        self._connect()

    def _dress(self, name: str) -> None:
        self.setAccessibleName(name)
        self.setItemDelegate(CellDelegate(self))
        header = TableHeader(self, self.margins_of)
        self.setHorizontalHeader(header)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.size(theme.row_height))
        self.verticalHeader().setMinimumSectionSize(20)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QTableView.Shape.NoFrame)

    def _connect(self) -> None:
        header = self.horizontalHeader()
        header.sectionClicked.connect(self._sort)
        self.model_.modelAboutToBeReset.connect(self._remember)
        self.model_.modelReset.connect(self._recall)
        self.selectionModel().selectionChanged.connect(
            lambda *_: self.marked_changed.emit(self.marked())
        )
        self.doubleClicked.connect(lambda *_: self._emit_current(self.opened))
        theme.changed.connect(self.viewport().update)

    # What is shown

    def search(self, words: str) -> None:
        """Mark these words in the cells; the rows themselves come from the source."""
        self.searched = words
        self.viewport().update()

    def current_row(self) -> Any:
        """The row with the keyboard, or None."""
        return (
            self.model_.row_at(self.currentIndex().row()) if self.currentIndex().isValid() else None
        )

    def marked(self) -> list[Any]:
        """The chosen rows that are in memory, in the order of the list."""
        numbers = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [row for number in numbers if (row := self.model_.row_at(number)) is not None]

    def go_to(self, identity: Any) -> bool:
        """Put the keyboard on a record; False when it is not among the rows in memory."""
        number = self.model_.number_of(identity)
        if number is None:
            return False
        self.select_number(number)
        return True

    def select_number(self, number: int) -> None:
        """Put the keyboard on a row by its place in the list."""
        if 0 <= number < self.model_.rowCount():
            column = max(self.currentIndex().column(), self.first_column)
            self.setCurrentIndex(self.model_.index(number, column))

    @property
    def is_active(self) -> bool:
        """Whether the keyboard is here, or in a field that drives this list."""
        return self.hasFocus() or any(driver.hasFocus() for driver in self.drivers)

    def driven_by(self, field: QWidget) -> None:
        """Let arrows, Page keys and Enter in a filter field work in this list."""
        self.drivers.append(field)
        field.installEventFilter(self)

    @property
    def first_column(self) -> int:
        """The number of the leftmost column the user sees."""
        return self.arrangement.first()

    def margins_of(self, number: int) -> tuple[int, int]:
        """The room left and right of the words in a column; the first stands under the page's title."""
        return (self.edge if number == self.first_column else self.cell_margin), self.cell_margin

    def shown_columns(self) -> list[Column]:
        """The columns the user sees, from left to right."""
        return self.arrangement.shown()

    def _sort(self, number: int) -> None:
        column = self.model_.columns[number]
        if column.sortable:
            order = self.model_.order
            turned = order.key == column.key and not order.descending
            self.model_.sort_by(Order(column.key, turned))
            self.horizontalHeader().viewport().update()

    # Keeping the place when rows are exchanged

    def _remember(self) -> None:
        row = self.current_row()
        self._kept = None if row is None else self.model_.identity(row)

    def _recall(self) -> None:
        self.arrangement.fit()
        self.hovered = -1
        self._marking.on = False
        if self._kept is None or not self.go_to(self._kept):
            self.select_number(0)
        if not self.model_.rowCount():
            self.current_changed.emit(None)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        if current.row() != previous.row():
            self.current_changed.emit(self.current_row())

    # Keys and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        action = self._action(event)
        if action is None:
            super().keyPressEvent(event)
        else:
            action()

    def _action(self, event: QKeyEvent) -> Callable[[], object] | None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        ):
            return None
        opened = self.opened_beside if shift else self.opened
        move: dict[int, int] = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}
        if self._marking.on:
            move |= {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if not shift and event.key() in move:
            return lambda: self._marking.move(move[event.key()], self.first_column)
        return {
            Qt.Key.Key_Return: lambda: self._emit_current(opened),
            Qt.Key.Key_Enter: lambda: self._emit_current(opened),
            Qt.Key.Key_Space: self._ask_why,
            Qt.Key.Key_X: lambda: self._marking.mark(up_to_here=shift),
        }.get(Qt.Key(event.key()))

    def _ask_why(self) -> None:
        row = self.current_row()
        if row is None:
            return
        column = self.model_.columns[self.currentIndex().column()]
        self.why.emit(row, column.key if column.is_computed(row) else "")

    def _emit_current(self, signal: Any) -> None:
        row = self.current_row()
        if row is not None and self.opens:
            signal.emit(row)

    def copy(self) -> None:
        """Copy the chosen rows, as shown, with their heads."""
        columns = self.shown_columns()
        lines = ["\t".join(column.title for column in columns)]
        lines += ["\t".join(column.text(row) for column in columns) for row in self.marked()]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self.drivers:
            if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self.viewport().update()
            elif (
                isinstance(event, QKeyEvent)
                and event.type() == QEvent.Type.KeyPress
                and self.isVisible()  # one field may drive several lists, of which one is shown
                and self._driven(event)
            ):
                return True
        return super().eventFilter(watched, event)

    def _driven(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            super().keyPressEvent(event)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._emit_current(self.opened)
            return True
        return False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, number: int) -> None:
        if number != self.hovered:
            self.hovered = number
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrangement.fit()


class RecordTable(Table):
    """A short list in memory, with the same look and keys."""

    shows_rest = False

    def __init__(
        self,
        columns: Sequence[Column],
        *,
        name: str,
        identity: Callable[[Any], Any] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._records = RecordModel(columns, identity)
        super().__init__(self._records, name=name, parent=parent)

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Exchange the rows."""
        self._records.show(rows)

    def fit_height(self, most: int = 12) -> None:
        """Be as high as the rows, up to `most` of them."""
        rows = min(max(self.model_.rowCount(), 1), most)
        self.setFixedHeight(theme.size("header") + rows * theme.size(theme.row_height) + 2)
