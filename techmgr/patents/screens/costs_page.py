"""Patent costs: by case, line by line, firms' bills, claims, what is coming, and fees."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from techmgr.core.references import Reference
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, column, label, row
from techmgr.patents.queries_costs import case_beside, claim_beside, invoice_beside
from techmgr.patents.screens.cost_forms import CostForms
from techmgr.patents.screens.cost_lists import CostLists
from techmgr.patents.screens.cost_panels import WIDTH, CostPanel
from techmgr.storage.office import Office

_WAIT = 60


class CostsPage(CostForms):
    """One list at a time; the panel says why. `place.extra["tab"]` says which list."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window, office)
        self._why_open = True
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self._read_why)
        self.why = CostPanel(self.bench, self.close_why)
        self.lists = CostLists(self.bench, self.empty)
        self.lists.moved.connect(self._moved)
        self.lists.turned.connect(self._turned)
        self.lists.marked_changed.connect(self.status_changed)
        self.lists.opened.connect(self.open_row)
        self.lists.why_wanted.connect(self.show_why)
        self._tools = row(gap=8)
        title = label(self.tr("Patent costs"), "title")
        parts = column(row(title, None, self._tools, margins=(16, 10, 16, 4)), self.lists)
        parts.setStretch(1, 1)
        self.setLayout(parts)
        self._show_tools()

    @property
    def tab(self) -> str:
        return self.lists.tab

    def current(self) -> Any:
        return self.lists.current()

    def chosen(self) -> list[Any]:
        return self.lists.chosen()

    def sum_by(self) -> None:
        self.lists.coming.next_by()

    # What is shown

    def open(self, place: Place) -> None:
        super().open(place)
        if "tab" in place.extra:
            self.lists.show_tab(place.extra["tab"])
        self.lists.load()
        self.lists.table.setFocus()
        if place.extra.get("form") == "invoice":
            self.enter_invoice()

    def _turned(self) -> None:
        self._show_tools()
        if self.sheet is None:
            self.window_.show_side(None)
        self.lists.table.setFocus()
        self._moved()
        self.commands_changed.emit()

    def _show_tools(self) -> None:
        while (item := self._tools.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = [each for each in self.own_commands() if each.id in _SHOWN[self.tab]]
        for each in shown:
            kind = "primary" if each is shown[-1] else ""
            self._tools.addWidget(Button(each.text, each.run, kind=kind, icon=each.icon))

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
        self.lists.load()

    def status(self) -> str:
        if self.tab == "coming":
            return self.lists.coming.status()
        rows = self.chosen() if self.tab in {"cases", "lines", "claims"} else []
        if not rows:
            return ""
        left = rows[0].left
        total = type(left)(sum(each.left.minor for each in rows), left.currency)
        words = self.tr("{count} chosen, {amount} open")
        shown = f"<b>{left.currency} {showing.money(total)}</b>"
        return words.format(count=len(rows), amount=shown)

    def keys(self) -> list[Key]:
        own = [Key(each.key, each.text.rstrip("…")) for each in self.own_commands() if each.key]
        return [Key("[ ]", self.tr("list")), Key("Space", self.tr("why")), *own[:5]]

    def commands(self) -> list[Command]:
        lists = self.lists
        return [
            *self.own_commands(),
            Command("next_list", self.tr("Next list"), partial(lists.turn, 1), "]"),
            Command("previous_list", self.tr("Previous list"), partial(lists.turn, -1), "["),
            Command("filter", self.tr("Filter the list"), lists.filter.setFocus, "/", "list-filter"),
        ]  # fmt: skip

    def escape(self) -> bool:
        if self.lists.filter.hasFocus():
            self.lists.table.setFocus()
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
