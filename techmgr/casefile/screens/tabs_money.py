"""The tab of a case's money: what came in, what was spent, and what it adds up to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from techmgr.casefile.queries_case import CaseFile
from techmgr.casefile.screens.tab import Tab
from techmgr.desktop.columns import Column, Kind, Marked
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button, label
from techmgr.ledger.queries import ExpenseRow, ReceiptRow
from techmgr.ledger.screens.booking_sheets import reverse_sheet

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from techmgr.casefile.screens.case_page import CasePage


class MoneyTab(Tab):
    """Enter on a booking reverses it: nothing is ever deleted."""

    def __init__(self, page: "CasePage") -> None:
        super().__init__()
        self._page = page
        self._word = page.bench.lists.word
        self.receipts, self.expenses = self._receipts_table(), self._expenses_table()
        for table in (self.receipts, self.expenses):
            table.opened.connect(self._reverse)
        self._receipts = self.section(
            self.tr("Receipts"),
            self.receipts,
            [Button(self.tr("Record a receipt…"), page.record_receipt, small=True)],
            self.tr("Nothing was received yet."),
        )
        self._expenses = self.section(
            self.tr("Expenses"),
            self.expenses,
            [
                Button(self.tr("All patent costs"), page.open_costs, small=True),
                Button(self.tr("Record an expense…"), page.record_expense, small=True),
            ],
            self.tr("Nothing was spent yet."),
        )
        self._proof = label("", "body", "secondary", wrap=True)
        self.section(self.tr("It adds up"), self._proof)
        self.setFocusProxy(self.receipts)

    def _receipts_table(self) -> RecordTable:
        return RecordTable(
            [
                Column("number", self.tr("Number"), width=84, tone=_struck),
                Column("received", self.tr("Received"), Kind.DATE),
                Column("payer", self.tr("From"), stretch=True),
                Column(
                    "income_type", self.tr("Kind of income"), width=150, secondary=True, gives_up=1,
                    value=lambda r: self._word("income_type", r.income_type),
                ),
                Column("memo", self.tr("Remark"), width=150, secondary=True, gives_up=2, value=_remark),
                Column("gross", self.tr("Gross"), Kind.MONEY, tone=_struck),
                Column("base", self.tr("Base"), Kind.MONEY, tone=_struck, gives_up=3),
            ],
            name=self.tr("Receipts"),
        )  # fmt: skip

    def _expenses_table(self) -> RecordTable:
        return RecordTable(
            [
                Column("number", self.tr("Number"), width=84, tone=_struck),
                Column("on_day", self.tr("Day"), Kind.DATE),
                Column("supplier", self.tr("To"), stretch=True),
                Column(
                    "kind", self.tr("Kind"), width=120, secondary=True, gives_up=1,
                    value=lambda r: self._word("expense_kind", r.kind),
                ),
                Column(
                    "payer", self.tr("Borne by"), width=100, secondary=True, gives_up=2,
                    value=lambda r: self._word("expense_payer", r.payer),
                ),
                Column(
                    "state", self.tr("State"), Kind.STATE, width=120, gives_up=3, value=_state_of,
                ),
                Column("amount", self.tr("Amount"), Kind.MONEY, tone=_struck),
                Column("recovered", self.tr("Recovered"), Kind.MONEY, computed=True),
            ],
            name=self.tr("Expenses"),
        )  # fmt: skip

    def _reverse(self, row: ReceiptRow | ExpenseRow) -> None:
        if not row.reversed:
            self._page.show_sheet(reverse_sheet(self._page.bench, row))

    def show_case(self, found: CaseFile) -> None:
        self._receipts.show_rows(found.receipts)
        self._expenses.show_rows(found.expenses)
        money = found.money
        text = self.tr(
            "{currency}: received {received} in all, {year} of it in the fiscal year to {end}. "
            "Spent {spent} − came back {recovered} − written off {off} = not yet recovered {left}. "
            "A booking is corrected by its reversal: Enter on its line."
        )
        self._proof.setText(
            text.format(
                currency=money.received.currency,
                received=showing.money(money.received),
                year=showing.money(money.this_year),
                end=showing.day(money.year_end),
                spent=showing.money(money.spent),
                recovered=showing.money(money.recovered),
                off=showing.money(money.written_off),
                left=showing.money(money.left),
            )
        )


def _struck(row: ReceiptRow | ExpenseRow) -> str:
    return "text_disabled" if row.reversed else ""


def _state_of(row: ExpenseRow) -> Marked:
    return {
        "recoverable": Marked(State.WAITING, translate("MoneyTab", "to recover")),
        "invoiced": Marked(State.ACTIVE, translate("MoneyTab", "invoiced")),
        "recovered": Marked(State.DONE, translate("MoneyTab", "recovered")),
        "written_off": Marked(State.WAIVED, translate("MoneyTab", "written off")),
    }[row.state]


def _remark(row: ReceiptRow) -> str:
    return f"↩ {row.memo}" if row.reversed else row.memo
