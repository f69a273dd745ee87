"""Choosing several rows of a table by keys: X marks, Shift+X marks up to here, J and K go on."""

from PySide6.QtCore import QItemSelection, QItemSelectionModel
from PySide6.QtWidgets import QTableView

_SELECT = QItemSelectionModel.SelectionFlag


class Marking:
    """While `on`, the keyboard moves without taking the marks away."""

    def __init__(self, table: QTableView) -> None:
        self._table = table
        self._anchor = -1
        self.on = False

    def move(self, by: int, column: int) -> None:
        """Put the keyboard some rows further, within the list; headings are stepped over."""
        table, model = self._table, self._table.model()
        number = min(max(table.currentIndex().row() + by, 0), model.rowCount() - 1)
        while model.index(number, 0).isValid() and not model.flags(model.index(number, 0)):
            number += 1 if by > 0 else -1
        if not model.index(number, 0).isValid():
            return
        index = model.index(number, max(table.currentIndex().column(), column))
        kind = _SELECT.NoUpdate if self.on else _SELECT.ClearAndSelect | _SELECT.Rows
        table.selectionModel().setCurrentIndex(index, kind)
        table.scrollTo(index)

    def mark(self, *, up_to_here: bool) -> None:
        """Mark the row with the keyboard or take its mark away; or mark from the last one up to it."""
        here = self._table.currentIndex()
        if not here.isValid():
            return
        start = self._anchor if up_to_here and self.on else here.row()
        first, last = sorted((start, here.row()))
        model, chosen = self._table.model(), self._table.selectionModel()
        rows = QItemSelection(model.index(first, 0), model.index(last, 0))
        kind = _SELECT.Select if up_to_here else _SELECT.Toggle
        kind = kind if self.on else _SELECT.ClearAndSelect
        self.on = True
        self._anchor = here.row()
        chosen.select(rows, kind | _SELECT.Rows)
        self.on = bool(chosen.selectedRows())
