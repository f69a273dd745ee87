"""Money: distributions, receipts, expenses, rates and policies, each a list with what can be done."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from techmgr.core.references import Reference
from techmgr.desktop.columns import Column
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button, column, holding, label, line, row
from techmgr.ledger.queries import expenses_of, receipts_of
from techmgr.ledger.queries_balances import books_now
from techmgr.royalty.queries import RunRow, runs
from techmgr.royalty.queries_claims import prior_claims
from techmgr.royalty.queries_income import Income, income
from techmgr.royalty.queries_money import rates
from techmgr.royalty.queries_payee import payees_of_office
from techmgr.royalty.queries_policies import versions
from techmgr.royalty.screens.claim_sheets import claim_columns
from techmgr.royalty.screens.income_view import IncomeView
from techmgr.royalty.screens.money_books import MoneyBooks
from techmgr.royalty.screens.money_columns import (
    account_columns,
    expense_columns,
    payee_columns,
    policy_columns,
    rate_columns,
    receipt_columns,
    run_columns,
)
from techmgr.storage.office import Office

TABS = (
    "runs", "income", "receipts", "expenses", "claims", "payees", "accounts", "rates", "policies",
)  # fmt: skip
_ON_A_DAY = frozenset({"payees", "accounts"})
_QUERIES: dict[str, Callable[..., Any]] = {
    "runs": runs,
    "payees": payees_of_office,
    "accounts": books_now,
    "receipts": receipts_of,
    "expenses": expenses_of,
    "claims": prior_claims,
    "rates": rates,
    "policies": versions,
}


def _identity(each: Any) -> Any:
    """What a row is known by when the list is read again."""
    return getattr(each, "payee", None) or getattr(each, "key", None) or each.id


class MoneyPage(MoneyBooks):
    """One list at a time; forms open beside it. `place.extra["tab"]` says which list."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window, office)
        self.counts: dict[str, int] = {}
        self._stacks: dict[str, QStackedWidget] = {}
        self._panel: QWidget | None = None
        self._build()

    def _build(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Lists of money"))
        self._stack = QStackedWidget()
        for name in TABS:
            self.tabs.addTab(self._words(name))
            self._stack.addWidget(self._list(name))
        self.tabs.currentChanged.connect(self._turned)
        self._tools = row(gap=8)
        equity = Button(self.tr("Equity"), lambda: self.window_.go(Place("equity")), icon="coins")
        title = label(self.tr("Money"), "title")
        head = row(title, None, equity, self._tools, margins=(16, 10, 16, 4))
        tabs = holding(column(self.tabs, margins=(16, 0, 16, 0)))
        parts = column(head, tabs, line(), self._stack)
        parts.setStretch(3, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.tabs)
        self._show_tools()

    def _words(self, name: str) -> str:
        return {
            "runs": self.tr("Distributions"),
            "income": self.tr("Income"),
            "payees": self.tr("Payees"),
            "accounts": self.tr("Accounts"),
            "receipts": self.tr("Receipts"),
            "expenses": self.tr("Expenses"),
            "claims": self.tr("Owed first"),
            "rates": self.tr("Exchange rates"),
            "policies": self.tr("Policies"),
        }[name]

    def _list(self, name: str) -> QWidget:
        if name == "income":
            return self._income()
        columns: Sequence[Column] = {
            "runs": run_columns,
            "payees": payee_columns,
            "accounts": account_columns,
            "receipts": receipt_columns,
            "expenses": expense_columns,
            "claims": claim_columns,
            "rates": rate_columns,
            "policies": policy_columns,
        }[name](self.bench)
        table = RecordTable(columns, name=self._words(name), identity=_identity)
        table.opened.connect(partial(self._opened, name))
        table.why.connect(lambda each, _: self._opened(name, each))
        table.current_changed.connect(lambda _: self.status_changed.emit())
        self.tables[name] = table
        stack = QStackedWidget()
        stack.addWidget(table)
        stack.addWidget(self.empty(name))
        self._stacks[name] = stack
        return stack

    def _income(self) -> QWidget:
        self.income_view = IncomeView(self.bench.lists)
        self.tables["income"] = self.income_view.table
        stack = QStackedWidget()
        stack.addWidget(self.income_view)
        stack.addWidget(self.empty("income"))
        self._stacks["income"] = stack
        return stack

    # What is shown

    @property
    def tab(self) -> str:
        """The list that is shown."""
        return TABS[self.tabs.currentIndex()]

    def show_tab(self, name: str) -> None:
        """Show a list."""
        self.tabs.setCurrentIndex(TABS.index(name))

    def open(self, place: Place) -> None:
        super().open(place)
        if "tab" in place.extra:
            self.show_tab(place.extra["tab"])
        self._read()
        forms = {
            "receipt": self.record_receipt,
            "expense": self.record_expense,
            "run": self.draft_run,
            "allocation": self.plan_allocation,
            "choose": self.choose_share,
            "route": self.route_part,
        }
        if place.extra.get("form") in forms:
            forms[place.extra["form"]]()

    def _read(self) -> None:
        for name, query in _QUERIES.items():
            asked = (self.bench.office.today,) if name in _ON_A_DAY else ()
            self.bench.read(query, *asked, owner=self, then=partial(self._show, name), key=name)
        self.bench.read(
            income, self.bench.office.today, owner=self, then=self._show_income, key="income"
        )

    def _show_income(self, found: Income) -> None:
        self.income_view.show_income(found)
        self.tables["income"] = self.income_view.table
        self._stacks["income"].setCurrentIndex(0 if found.years else 1)

    def _show(self, name: str, rows: Sequence[Any]) -> None:
        self.counts[name] = len(rows)
        self.tables[name].show_rows(rows)
        self._stacks[name].setCurrentIndex(0 if rows else 1)
        place = TABS.index(name)
        words = self._words(name)
        self.tabs.setTabText(place, f"{words}  {len(rows):,}" if rows else words)
        self.status_changed.emit()

    def _turned(self) -> None:
        self._stack.setCurrentIndex(self.tabs.currentIndex())
        self._show_tools()
        self._panel = None
        if self.sheet is None:
            self.window_.show_side(None)
        self.tables[self.tab].setFocus()
        self.commands_changed.emit()
        self.status_changed.emit()

    def _show_tools(self) -> None:
        while (item := self._tools.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if self.tab in {"receipts", "expenses"}:
            self._tools.addWidget(Button(self.tr("Reverse…"), self.reverse, icon="undo-2"))
        if self.tab == "expenses":
            costs = partial(self.window_.go, Place("costs"))
            self._tools.addWidget(Button(self.tr("Patent costs"), costs, icon="receipt-text"))
        if self.tab in {"rates", "accounts"}:
            close = Button(self.tr("Close the books…"), self.close_books, icon="lock")
            self._tools.addWidget(close)
        if self.tab == "accounts":
            again = Button(self.tr("Open again…"), self.reopen, icon="lock-open")
            self._tools.addWidget(again)
        if self.tab == "payees":
            year = Button(self.tr("Yearly summaries…"), self.yearly, icon="file-text")
            self._tools.addWidget(year)
        first = self.makers()[self.tab]
        self._tools.addWidget(Button(first.text, first.run, kind="primary", icon=first.icon))

    def _opened(self, name: str, each: Any) -> None:
        """Enter: a run or a policy opens, a booking says where it went."""
        match name:
            case "runs":
                self.window_.go(Place("run", Reference("run", each.id)))
            case "policies":
                self.window_.go(Place("policy", Reference("policy_version", each.id)))
            case "payees":
                self.window_.go(Place("payee", extra={"payee": each.payee}))
            case "accounts":
                extra = {"account": each.account.value, "currency": each.currency}
                self.window_.go(Place("account", extra=extra))
            case "receipts" if each.source:
                kind, number = each.source.split(":")
                self.window_.go(Place(kind, Reference(kind, int(number))))
            case "expenses" | "claims":
                self.window_.go(Place("case", Reference("technology", each.case_id)))

    def panel(self) -> QWidget | None:
        return self._panel

    def current_booking(self) -> Any:
        if self.tab not in {"receipts", "expenses"}:
            return None
        return self.tables[self.tab].current_row()

    # The window

    def changed(self, _references: frozenset[Reference]) -> None:
        self._read()

    def status(self) -> str:
        if self.tab == "income":
            return ""
        each = self.tables[self.tab].current_row()
        count = f"{self._words(self.tab)}: <b>{self.counts.get(self.tab, 0):,}</b>"
        if isinstance(each, RunRow):
            return f"{count} · {each.number}: <b>{showing.money(each.net)}</b>"
        return count

    def keys(self) -> list[Key]:
        return [
            Key("[ ]", self.tr("list")),
            Key("Enter", self.tr("open")),
            Key("N", self.tr("new")),
            Key("Esc", self.tr("close form")),
        ]

    def commands(self) -> list[Command]:
        own = self.makers()
        own[self.tab].key = "N"
        found = [
            *own.values(),
            Command("costs", self.tr("Patent costs"), partial(self.window_.go, Place("costs"))),
            Command("close_books", self.tr("Close the books…"), self.close_books, "", "lock"),
            Command("reopen_books", self.tr("Open the books again…"), self.reopen, "", "lock-open"),
            Command("yearly", self.tr("Yearly summaries…"), self.yearly, "", "file-text"),
            Command("next_list", self.tr("Next list"), partial(self._turn, 1), "]"),
            Command("previous_list", self.tr("Previous list"), partial(self._turn, -1), "["),
        ]
        if self.tab == "policies":
            found += [
                Command("choose_share", self.tr("Choose a share for a case…"), self.choose_share, "C", "percent"),
                Command("route_part", self.tr("Where a person's part goes…"), self.route_part, "P", "split"),
                Command("elect_policy", self.tr("Record an election…"), self.record_election, "E", "scale"),
            ]  # fmt: skip
        if self.tab == "claims":
            found += self.claim_commands()
        if self.tab == "receipts":
            allocate = self.tr("Share income over cases…")
            found.append(Command("allocate", allocate, self.plan_allocation, "A", "split"))
            found.append(
                Command(
                    "what_if", self.tr("What if under another policy…"), self.what_if, "W", "scale"
                )
            )
        if self.tab in {"receipts", "expenses"}:
            found.append(Command("reverse", self.tr("Reverse…"), self.reverse, "R", "undo-2"))
        return found

    def what_if(self) -> None:
        """Ask what the receipt with the keyboard would give under another policy."""
        each = self.tables["receipts"].current_row()
        if each is not None:
            self.window_.go(Place("what_if", Reference("receipt", each.id)))

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(TABS))
