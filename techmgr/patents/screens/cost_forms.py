"""What can be done on the page of patent costs: bills, claims, payers, write-offs, estimates, budgets."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from techmgr.desktop.notices import EmptyState
from techmgr.desktop.pages import Command, Window
from techmgr.desktop.showing import showing
from techmgr.ledger.queries_costs import Waiting, payers_on, repaid_waiting
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import Sheet, SheetPage
from techmgr.patents.actions_forecast import RemoveEstimate, remove_estimate
from techmgr.patents.cost_papers import write_claim, write_forecast
from techmgr.patents.fees import Fee
from techmgr.patents.queries_forecast import forecast
from techmgr.patents.screens import cost_sheets, invoice_sheets
from techmgr.patents.screens.forecast_sheets import budget_sheet, estimate_sheet
from techmgr.storage.office import Office


class CostForms(SheetPage):
    """The forms of the page; which list is shown is the page's matter."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)

    @property
    def tab(self) -> str:
        """The list that is shown."""
        raise NotImplementedError

    def current(self) -> Any:
        """The row with the keyboard, or None."""
        raise NotImplementedError

    def chosen(self) -> list[Any]:
        """The rows chosen, or the one with the keyboard."""
        raise NotImplementedError

    def empty(self, name: str) -> QWidget:
        """What a list says while nothing is in it, with the first step."""
        title, text = {
            "cases": (
                self.tr("No costs yet"),
                self.tr("Enter the invoices of law firms; each line finds its cases and payers."),
            ),
            "lines": (
                self.tr("No costs yet"),
                self.tr("Every line says who bears it and how far it came back."),
            ),
            "invoices": (
                self.tr("No invoices yet"),
                self.tr("The lines are proved against the total printed on the invoice."),
            ),
            "claims": (
                self.tr("Nothing asked for yet"),
                self.tr("Choose lines that others bear, and ask for them on one statement."),
            ),
            "fees": (self.tr("No fees yet"), self.tr("Enter what a fee costs, by country.")),
        }[name]
        first = "estimate" if name == "fees" else "invoice"
        command = next(each for each in self._all() if each.id == first)
        return EmptyState(title, text, [command])

    def own_commands(self) -> list[Command]:
        """What can be done with the list that is shown."""
        wanted = {
            "cases": ("payers", "invoice", "settle"),
            "lines": ("claim", "payer", "write_off", "invoice"),
            "invoices": ("pay", "take_back", "invoice"),
            "claims": ("repay", "withdraw", "settle", "statement"),
            "coming": ("by", "export", "budget"),
            "fees": ("remove", "estimate"),
        }[self.tab]
        known = {each.id: each for each in self._all()}
        return [known[name] for name in wanted]

    def _all(self) -> list[Command]:
        def some() -> bool:
            return bool(self.chosen())

        return [
            Command("invoice", self.tr("Enter an invoice…"), self.enter_invoice, "N", "plus"),
            Command("payers", self.tr("Who bears them…"), self.payers, "B", "users", some),
            Command("claim", self.tr("Ask for repayment…"), self.claim, "C", "send", some),
            Command("payer", self.tr("Change the payer…"), self.assign, "B", "user", some),
            Command("write_off", self.tr("Write off…"), self.write_off, "W", "minus", some),
            Command("pay", self.tr("Pay…"), self.pay, "P", "banknote", some),
            Command("take_back", self.tr("Take back…"), self.take_back, "R", "undo-2", some),
            Command("repay", self.tr("Record a repayment…"), self.repay, "P", "banknote", some),
            Command("withdraw", self.tr("Withdraw…"), self.withdraw, "W", "minus", some),
            Command("statement", self.tr("Write the statement…"), self.statement, "D", "file-text", some),
            Command("settle", self.tr("Settle with what was repaid before…"), self.settle, "S", "check"),
            Command("by", self.tr("Sum by something else"), self.sum_by, "V", "list-filter"),
            Command("export", self.tr("Export…"), self.export, "Ctrl+E", "file-spreadsheet"),
            Command("budget", self.tr("Set a budget…"), self.budget, "B", "target"),
            Command("estimate", self.tr("Estimate a fee…"), self.estimate, "N", "plus"),
            Command("remove", self.tr("Remove the estimate"), self.remove, "Delete", "trash-2", some),
        ]  # fmt: skip

    # Bills

    def enter_invoice(self) -> None:
        """Open the form of a firm's bill."""
        sheet = invoice_sheets.invoice_sheet(self.bench)
        self.show_sheet(sheet)
        self.window_.show_side(sheet, invoice_sheets.WIDE)

    def pay(self) -> None:
        """Open the form that pays the bill with the keyboard."""
        each = self.current()
        if each is not None and each.paid_on is None and not each.reversed:
            self.show_sheet(invoice_sheets.pay_sheet(self.bench, each))

    def take_back(self) -> None:
        """Take back the payment of the bill with the keyboard, or the bill."""
        each = self.current()
        if each is not None and not each.reversed:
            self.show_sheet(invoice_sheets.take_back_sheet(self.bench, each))

    # Payers and claims

    def payers(self) -> None:
        """Ask who bears the costs of the case with the keyboard."""
        each = self.current()
        if each is not None:
            today = self.bench.office.today
            then = partial(self._ask_payers, each.case_id, f"{each.number}  {each.title}")
            self.bench.read(payers_on, each.case_id, today, owner=self, then=then, key="payers")

    def _ask_payers(self, case_id: int, case: str, now: Any) -> None:
        self._wide(cost_sheets.payers_sheet(self.bench, case_id, case, now))

    def _wide(self, sheet: Sheet) -> None:
        self.show_sheet(sheet)
        self.window_.show_side(sheet, 480)

    def assign(self) -> None:
        """Change the payer of the chosen lines."""
        if rows := self.chosen():
            self.show_sheet(cost_sheets.assign_sheet(self.bench, rows))

    def claim(self) -> None:
        """Ask for the chosen lines."""
        if rows := self.chosen():
            self.show_sheet(cost_sheets.claim_sheet(self.bench, rows))

    def write_off(self) -> None:
        """Write off the line with the keyboard, or take that back."""
        if (each := self.current()) is not None:
            self.show_sheet(cost_sheets.write_off_sheet(self.bench, each))

    def repay(self) -> None:
        """Record what came in for the claim with the keyboard."""
        each = self.current()
        if each is not None and each.state == "open":
            self.show_sheet(cost_sheets.repayment_sheet(self.bench, each))

    def withdraw(self) -> None:
        """Withdraw the claim with the keyboard."""
        each = self.current()
        if each is not None and each.state == "open":
            self.show_sheet(cost_sheets.withdraw_sheet(self.bench, each))

    def settle(self) -> None:
        """Let repayments that came before their costs settle what is open now."""
        self.bench.read(repaid_waiting, owner=self, then=self._settle, key="waiting")

    def _settle(self, waiting: list[Waiting]) -> None:
        if not waiting:
            self.window_.notice(self.tr("Every repayment has settled its costs."))
            return
        self.show_sheet(cost_sheets.settle_sheet(self.bench, waiting))

    def statement(self) -> None:
        """Ask for a folder and write the statement of the claim with the keyboard there."""
        each = self.current()
        if each is not None:
            folder = QFileDialog.getExistingDirectory(self, self.tr("Write the statement to"))
            if folder:
                self.write_statement(each.id, Path(folder))

    def write_statement(self, claim_id: int, folder: Path) -> None:
        """Write a claim as PDF and workbook."""
        self.jobs.write(
            write_claim, self.bench.office, claim_id, folder, showing.language,
            owner=self, then=self._written, title=self.tr("Writing the statement"),
        )  # fmt: skip

    def _written(self, paths: list[Path]) -> None:
        text = self.tr("Written: {names}")
        self.window_.notice(text.format(names=", ".join(path.name for path in paths)))

    # What is coming

    def sum_by(self) -> None:
        """Sum the coming costs by something else."""
        raise NotImplementedError

    def budget(self) -> None:
        """Open the form of a budget."""
        self.show_sheet(budget_sheet(self.bench))

    def estimate(self, like: Fee | None = None) -> None:
        """Open the form of an estimate, like one that is there."""
        self.show_sheet(estimate_sheet(self.bench, like))

    def remove(self) -> None:
        """Take the estimate with the keyboard out; a shipped schedule stays."""
        each = self.current()
        if each is not None and each.id is not None:
            said = self.tr("Estimate removed")
            self.bench.act(remove_estimate, RemoveEstimate(each.id), owner=self, said=said)

    def export(self) -> None:
        """Ask for a file and write the coming costs as a workbook."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export"), self.tr("Coming costs") + ".xlsx", "Excel (*.xlsx)"
        )
        if name:
            self.export_to(Path(name))

    def export_to(self, path: Path) -> None:
        """Write the coming costs as a workbook."""

        def write(office: Office) -> list[Path]:
            found = office.read(forecast, office.today)
            return [write_forecast(found, path, showing.language)]

        self.jobs.write(
            write, self.bench.office, owner=self, then=self._written, title=self.tr("Exporting")
        )
