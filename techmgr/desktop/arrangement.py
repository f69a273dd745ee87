"""Which columns of a table are shown, how wide, and which give up their room when it is narrow.

table.arrangement.kept() / .restore(kept)     plain values, to be kept with the desk
table.arrangement.menu()                      the column chooser
table.arrangement.changed                     the user moved, widened, showed or hid a column
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QTableView

from techmgr.desktop.columns import Column

_LEAST_STRETCH = 200
_GOOD_STRETCH = 280  # others give up their room before a title is cut below this
_LEAST_OF_SEVERAL = 110  # where two columns take the room that is left
_GOOD_OF_SEVERAL = 160


class Arrangement(QObject):
    """A hidden column is the user's choice; one without room comes back by itself."""

    changed = Signal()

    def __init__(
        self,
        table: QTableView,
        columns: Sequence[Column],
        margins_of: Callable[[int], tuple[int, int]],
    ) -> None:
        super().__init__(table)
        self._margins_of = margins_of
        self._table = table
        self._columns = columns
        self._hidden = {column.key for column in columns if column.hidden}
        self._widths: dict[str, int] = {}
        self._first = 0
        header = table.horizontalHeader()
        header.sectionResized.connect(self._resized)
        header.sectionMoved.connect(self._moved)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer)

    def shown(self) -> list[Column]:
        """The columns the user sees, from left to right."""
        return [self._columns[n] for n in self._order() if not self._table.isColumnHidden(n)]

    def first(self) -> int:
        """The number of the leftmost column the user sees."""
        return self._first

    def _find_first(self) -> int:
        shown = (n for n in self._order() if self._columns[n].key not in self._hidden)
        return next(shown, 0)

    def kept(self) -> dict[str, Any]:
        """Hidden columns, widths and order by key."""
        order = [self._columns[n].key for n in self._order()]
        return {"hidden": sorted(self._hidden), "widths": dict(self._widths), "order": order}

    def restore(self, kept: Mapping[str, Any]) -> None:
        """Put the columns as they were kept; unknown columns are left alone."""
        keys = [column.key for column in self._columns]
        self._hidden = set(kept.get("hidden", self._hidden)) & set(keys)
        self._widths = dict(kept.get("widths", {}))
        header = self._table.horizontalHeader()
        blocked = header.blockSignals(True)
        for place, key in enumerate(key for key in kept.get("order", ()) if key in keys):
            header.moveSection(header.visualIndex(keys.index(key)), place)
        header.blockSignals(blocked)
        self.fit()

    def show_column(self, key: str, *, shown: bool) -> None:
        """Show or hide a column, as chosen by the user."""
        self._hidden = self._hidden - {key} if shown else self._hidden | {key}
        self.fit()
        self.changed.emit()

    def menu(self) -> QMenu:
        """A menu with every column and whether it is shown."""
        menu = QMenu(self._table)
        for column in self._columns:
            action = QAction(column.title or column.key, menu, checkable=True)
            action.setChecked(column.key not in self._hidden)
            action.setEnabled(not column.stretch)
            action.toggled.connect(lambda on, key=column.key: self.show_column(key, shown=on))
            menu.addAction(action)
        return menu

    def fit(self) -> None:
        """Share the width out; columns give up in their order until the rest has room."""
        self._first = self._find_first()
        room = self._table.viewport().width()
        wanted = [n for n, column in enumerate(self._columns) if column.key not in self._hidden]
        for number in sorted(wanted, key=lambda n: self._columns[n].gives_up):
            if self._columns[number].gives_up and self._needed(wanted) > room:
                wanted.remove(number)
        header = self._table.horizontalHeader()
        blocked = header.blockSignals(True)
        for number in range(len(self._columns)):
            self._table.setColumnHidden(number, number not in wanted)
        self._share_room(wanted, room)
        header.blockSignals(blocked)
        self._table.updateGeometries()
        self._table.viewport().update()
        header.viewport().update()

    def _share_room(self, wanted: Sequence[int], room: int) -> None:
        wide = [n for n in wanted if self._columns[n].stretch]
        taken = sum(self._width(n) for n in wanted if n not in wide)
        alone = len(wide) == 1 and not self._columns[wide[0]].gives_up
        least = _LEAST_STRETCH if alone else _LEAST_OF_SEVERAL
        for number in wanted:
            share = max(least, (room - taken) // len(wide)) if number in wide else 0
            self._table.setColumnWidth(number, share or self._width(number))

    def _needed(self, wanted: Sequence[int]) -> int:
        wide = [n for n in wanted if self._columns[n].stretch]
        good = _GOOD_STRETCH if len(wide) == 1 else _GOOD_OF_SEVERAL
        # One that gives up itself is no title: it stays as long as it has any use.
        room = sum(_LEAST_OF_SEVERAL if self._columns[n].gives_up else good for n in wide)
        return room + sum(self._width(n) for n in wanted if n not in wide)

    def _width(self, number: int) -> int:
        column = self._columns[number]
        left, right = self._margins_of(number)
        return int(self._widths.get(column.key, column.room + left - right))

    def _order(self) -> list[int]:
        header = self._table.horizontalHeader()
        return [header.logicalIndex(place) for place in range(header.count())]

    def _resized(self, number: int, _old: int, width: int) -> None:
        column = self._columns[number]
        if width and not column.stretch:
            self._widths[column.key] = width
            self.fit()
            self.changed.emit()

    def _moved(self, *_: int) -> None:
        self.fit()
        self.changed.emit()

    def _offer(self, place: QPoint) -> None:
        self.menu().popup(self._table.horizontalHeader().mapToGlobal(place))
