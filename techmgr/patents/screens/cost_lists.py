"""The lists of patent costs behind their tabs, one filter over all of them."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from techmgr.desktop.filtering import FilterField
from techmgr.desktop.tables import PAGE_MARGIN, RecordTable
from techmgr.desktop.widgets import column, holding, line, row
from techmgr.ledger.queries_costs import claims, cost_rows, costs_by_case, invoices
from techmgr.office.screens.bench import Bench
from techmgr.patents.queries_forecast import fee_rows
from techmgr.patents.screens import cost_columns
from techmgr.patents.screens.forecast_view import ForecastView

TABS = ("cases", "lines", "invoices", "claims", "coming", "fees")
_READS: dict[str, Callable[..., Any]] = {
    "lines": cost_rows,
    "invoices": invoices,
    "claims": claims,
    "fees": fee_rows,
}


class CostLists(QWidget):
    """One list at a time, `tab`. `moved` is emitted when another row has the keyboard."""

    moved = Signal()
    turned = Signal()
    marked_changed = Signal()
    opened = Signal()
    why_wanted = Signal()

    def __init__(self, bench: Bench, empty: Callable[[str], QWidget]) -> None:
        super().__init__()
        self._bench, self._empty = bench, empty
        self.tab = TABS[0]
        self.tables: dict[str, RecordTable] = {}
        self._rows: dict[str, Sequence[Any]] = {}
        self._stacks: dict[str, QStackedWidget] = {}
        self._build()

    def _build(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Lists of costs"))
        self.filter = FilterField(self.tr("Filter costs"))
        self.filter.changed.connect(lambda _: self._narrow(self.tab))
        self._stack = QStackedWidget()
        self.coming = ForecastView(self._bench)
        self.coming.current_changed.connect(self.moved)
        self.coming.why_wanted.connect(self.why_wanted)
        self.coming.opened.connect(self.opened)
        for name in TABS:
            self.tabs.addTab(self._words(name))
            self._stack.addWidget(self.coming if name == "coming" else self._list(name))
        self.tabs.currentChanged.connect(self._turned)
        tabs = holding(column(self.tabs, margins=(16, 0, 16, 0)))
        narrow = row(self.filter, None, margins=(16, 7, 16, 7))
        parts = column(tabs, line(), narrow, self._stack)
        parts.setStretch(3, 1)
        self.setLayout(parts)

    def _list(self, name: str) -> QWidget:
        columns = cost_columns.COLUMNS[name](self._bench)
        table = RecordTable(columns, name=self._words(name), identity=_identity)
        table.edge = PAGE_MARGIN
        table.opened.connect(lambda _: self.opened.emit())
        table.why.connect(lambda *_: self.why_wanted.emit())
        table.current_changed.connect(lambda _: self.moved.emit())
        table.marked_changed.connect(lambda _: self.marked_changed.emit())
        self.tables[name] = table
        stack = QStackedWidget()
        stack.addWidget(table)
        stack.addWidget(self._empty(name))
        self._stacks[name] = stack
        return stack

    def _words(self, name: str) -> str:
        return {
            "cases": self.tr("By case"),
            "lines": self.tr("Lines"),
            "invoices": self.tr("Invoices"),
            "claims": self.tr("Claims"),
            "coming": self.tr("Coming costs"),
            "fees": self.tr("Fees"),
        }[name]

    def show_tab(self, name: str) -> None:
        """Show a list."""
        self.tabs.setCurrentIndex(TABS.index(name))

    def turn(self, by: int) -> None:
        """Show the next list, or the one before."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(TABS))

    def load(self) -> None:
        """Read every list again."""
        read = partial(self._bench.read, owner=self)
        for name, query in _READS.items():
            read(query, then=partial(self._keep, name), key=name)
        currency = self._bench.lists.currency
        read(costs_by_case, currency, then=partial(self._keep, "cases"), key="cases")
        self.coming.load()

    def _keep(self, name: str, rows: Sequence[Any]) -> None:
        self._rows[name] = rows
        self._narrow(name)

    def _narrow(self, name: str) -> None:
        if name == "coming":
            self.coming.narrow(self.filter.text())
            return
        table, typed = self.tables[name], self.filter.text().casefold().split()
        rows = self._rows.get(name, ())
        shown = [each for each in rows if _fits(table, each, typed)]
        table.search(" ".join(typed))
        table.show_rows(shown)
        self._stacks[name].setCurrentIndex(0 if rows else 1)
        words = self._words(name)
        self.tabs.setTabText(TABS.index(name), f"{words}  {len(rows):,}" if rows else words)
        if name == self.tab:
            self.filter.show_count(f"{len(shown):,}" if typed else "")
            self.moved.emit()

    def _turned(self) -> None:
        self.tab = TABS[self.tabs.currentIndex()]
        self._stack.setCurrentIndex(self.tabs.currentIndex())
        self._narrow(self.tab)
        self.turned.emit()

    @property
    def table(self) -> QWidget:
        """The list that is shown."""
        return self.coming.table if self.tab == "coming" else self.tables[self.tab]

    def current(self) -> Any:
        """The row with the keyboard, or None."""
        if self.tab == "coming":
            return self.coming.table.current_row()
        return self.tables[self.tab].current_row()

    def chosen(self) -> list[Any]:
        """The rows chosen with X, else the one with the keyboard."""
        marked = self.tables[self.tab].marked() if self.tab in self.tables else []
        current = self.current()
        return marked if len(marked) > 1 else [current] if current is not None else []


def _identity(each: Any) -> Any:
    return getattr(each, "id", None) or getattr(each, "case_id", None) or str(each)


def _fits(table: RecordTable, each: Any, typed: list[str]) -> bool:
    """Every word typed begins a word of what the row shows; Chinese is found anywhere."""
    if not typed:
        return True
    text = " ".join(column.text(each) for column in table.model_.columns)
    parts = text.casefold().split()
    return all(
        any(part.startswith(word) or (not word.isascii() and word in part) for part in parts)
        for word in typed
    )
