"""Patent costs: by case, line by line, firms' bills, claims, what is coming, and fees."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from techmgr.core.references import Reference
from techmgr.desktop.filtering import FilterField
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import PAGE_MARGIN, RecordTable
from techmgr.desktop.widgets import Button, column, holding, label, line, row
from techmgr.ledger.queries_costs import (
    claims,
    cost_rows,
    costs_by_case,
    invoices,
)
from techmgr.patents.queries_costs import (
    case_beside,
    claim_beside,
    invoice_beside,
)
from techmgr.patents.queries_forecast import fee_rows
from techmgr.patents.screens import cost_columns
from techmgr.patents.screens.cost_forms import CostForms
from techmgr.patents.screens.cost_panels import WIDTH, CostPanel
from techmgr.patents.screens.forecast_view import ForecastView
from techmgr.storage.office import Office

TABS = ("cases", "lines", "invoices", "claims", "coming", "fees")
_LISTS: dict[str, Callable[..., Any]] = {
    "lines": cost_rows,
    "invoices": invoices,
    "claims": claims,
    "fees": fee_rows,
}
_WAIT = 60


class CostsPage(CostForms):
    """One list at a time; the panel says why. `place.extra["tab"]` says which list."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window, office)
        self._rows: dict[str, Sequence[Any]] = {}
        self._stacks: dict[str, QStackedWidget] = {}
        self.why = CostPanel(self.bench, self.close_why)
        self._why_open = True
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self._read_why)
        self._build()

    def _build(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Lists of costs"))
        self.filter = FilterField(self.tr("Filter costs"))
        self.filter.changed.connect(lambda _: self._narrow(self.tab))
        self._stack = QStackedWidget()
        self.coming = ForecastView(self.bench)
        self.coming.current_changed.connect(self._soon.start)
        self.coming.why_wanted.connect(self.show_why)
        self.coming.opened.connect(self.open_row)
        for name in TABS:
            self.tabs.addTab(self.words_of(name))
            self._stack.addWidget(self.coming if name == "coming" else self._list(name))
        self.tabs.currentChanged.connect(self._turned)
        self._tools = row(gap=8)
        title = label(self.tr("Patent costs"), "title")
        head = row(title, None, self._tools, margins=(16, 10, 16, 4))
        tabs = holding(column(self.tabs, margins=(16, 0, 16, 0)))
        narrow = row(self.filter, None, margins=(16, 7, 16, 7))
        parts = column(head, tabs, line(), narrow, self._stack)
        parts.setStretch(4, 1)
        self.setLayout(parts)
        self._show_tools()

    def _list(self, name: str) -> QWidget:
        columns = {
            "cases": cost_columns.case_columns,
            "lines": cost_columns.line_columns,
            "invoices": cost_columns.invoice_columns,
            "claims": cost_columns.claim_columns,
            "fees": cost_columns.fee_columns,
        }[name](self.bench)
        table = RecordTable(columns, name=self.words_of(name), identity=_identity)
        table.edge = PAGE_MARGIN
        table.opened.connect(lambda _: self.open_row())
        table.why.connect(lambda *_: self.show_why())
        table.current_changed.connect(lambda _: self._moved())
        table.marked_changed.connect(lambda _: self.status_changed.emit())
        self.tables[name] = table
        stack = QStackedWidget()
        stack.addWidget(table)
        stack.addWidget(self.empty(name))
        self._stacks[name] = stack
        return stack

    def words_of(self, name: str) -> str:
        """What a list is called."""
        return {
            "cases": self.tr("By case"),
            "lines": self.tr("Lines"),
            "invoices": self.tr("Invoices"),
            "claims": self.tr("Claims"),
            "coming": self.tr("Coming costs"),
            "fees": self.tr("Fees"),
        }[name]

    # What is shown

    def show_tab(self, name: str) -> None:
        """Show a list."""
        self.tabs.setCurrentIndex(TABS.index(name))

    def open(self, place: Place) -> None:
        super().open(place)
        if "tab" in place.extra:
            self.show_tab(place.extra["tab"])
        self._read()
        self._current_table().setFocus()
        if place.extra.get("form") == "invoice":
            self.enter_invoice()

    def _read(self) -> None:
        currency = self.bench.lists.currency
        for name, query in _LISTS.items():
            self.bench.read(query, owner=self, then=partial(self._keep, name), key=name)
        self.bench.read(
            costs_by_case, currency, owner=self, then=partial(self._keep, "cases"), key="cases"
        )
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
        place, words = TABS.index(name), self.words_of(name)
        self.tabs.setTabText(place, f"{words}  {len(rows):,}" if rows else words)
        if name == self.tab:
            self.filter.show_count(f"{len(shown):,}" if typed else "")
            self._moved()

    def _turned(self) -> None:
        self.tab = TABS[self.tabs.currentIndex()]
        self._stack.setCurrentIndex(self.tabs.currentIndex())
        self._show_tools()
        self._narrow(self.tab)
        if self.sheet is None:
            self.window_.show_side(None)
        self._current_table().setFocus()
        self._moved()
        self.commands_changed.emit()

    def _current_table(self) -> QWidget:
        return self.coming.table if self.tab == "coming" else self.tables[self.tab]

    def _show_tools(self) -> None:
        while (item := self._tools.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = [each for each in self.own_commands() if each.id in _SHOWN[self.tab]]
        for each in shown:
            kind = "primary" if each is shown[-1] else ""
            button = Button(each.text, each.run, kind=kind, icon=each.icon)
            self._tools.addWidget(button)

    def sum_by(self) -> None:
        """Sum the coming costs by something else."""
        self.coming.next_by()

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

    # Why

    def _moved(self) -> None:
        self._soon.start()
        self.status_changed.emit()

    def panel(self) -> QWidget | None:
        return self.why if self._why_open and self.current() is not None else None

    def _read_why(self) -> None:
        each = self.current()
        if each is None or not self._why_open or self.tab == "fees":
            if self.sheet is None and self.isVisible():
                self.window_.show_side(None)
            return
        read = partial(self.bench.read, owner=self, key="why")
        match self.tab:
            case "cases":
                read(case_beside, each.case_id, self.bench.office.today,
                     then=lambda found: self._shown(self.why.show_case, each, *found))  # fmt: skip
            case "lines":
                self._shown(self.why.show_line, each)
            case "invoices":
                read(invoice_beside, each.id,
                     then=lambda found: self._shown(self.why.show_invoice, each, *found))  # fmt: skip
            case "claims":
                read(claim_beside, each.id,
                     then=lambda found: self._shown(self.why.show_claim, each, found))  # fmt: skip
            case "coming":
                self._shown(self.why.show_coming, each)

    def _shown(self, show: Callable[..., None], *what: Any) -> None:
        show(*what)
        if self.sheet is None and self._why_open and self.isVisible():
            self.window_.show_side(self.why, WIDTH)

    def show_why(self) -> None:
        """Open the panel, or close it."""
        self._why_open = not self._why_open
        if self._why_open:
            self._read_why()
        else:
            self.window_.show_side(None)

    def close_why(self) -> None:
        """Close the panel."""
        self._why_open = False
        self.window_.show_side(None)

    def open_row(self) -> None:
        """Enter: the case's money, or what can be done with a bill, a claim, a fee."""
        each = self.current()
        if each is None:
            return
        if self.tab in {"cases", "lines", "coming"}:
            case = Reference("technology", each.case_id)
            self.window_.go(Place("case", case, {"tab": "money"}))
        elif self.tab == "fees":
            self.estimate(each.fee)
        elif self.tab == "claims":
            self.repay()
        elif self.tab == "invoices":
            self.pay()

    # The window

    def changed(self, _references: frozenset[Reference]) -> None:
        self._read()

    def status(self) -> str:
        rows = self.chosen()
        if self.tab == "coming":
            return self.coming.status()
        if self.tab in {"cases", "lines", "claims"} and rows:
            left = rows[0].left
            total = sum(each.left.minor for each in rows)
            words = self.tr("{count} chosen, {amount} open")
            shown = f"<b>{left.currency} {showing.money(type(left)(total, left.currency))}</b>"
            return words.format(count=len(rows), amount=shown)
        return ""

    def keys(self) -> list[Key]:
        own = [Key(each.key, each.text.rstrip("…")) for each in self.own_commands() if each.key]
        return [Key("[ ]", self.tr("list")), Key("Space", self.tr("why")), *own[:5]]

    def commands(self) -> list[Command]:
        turn = [
            Command("next_list", self.tr("Next list"), partial(self._turn, 1), "]"),
            Command("previous_list", self.tr("Previous list"), partial(self._turn, -1), "["),
            Command("filter", self.tr("Filter the list"), self.filter.setFocus, "/", "list-filter"),
        ]
        return [*self.own_commands(), *turn]

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(TABS))

    def escape(self) -> bool:
        if self.filter.hasFocus():
            self._current_table().setFocus()
            return True
        return super().escape()


_SHOWN = {
    "cases": ("payers", "invoice"),
    "lines": ("claim", "invoice"),
    "invoices": ("pay", "invoice"),
    "claims": ("repay", "statement"),
    "coming": ("export", "budget"),
    "fees": ("remove", "estimate"),
}


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
