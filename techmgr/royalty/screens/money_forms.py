"""What can be begun on the page of money: a run, a booking, a rate, a policy."""

from typing import Any

from PySide6.QtWidgets import QWidget

from techmgr.core.references import Reference
from techmgr.desktop.notices import EmptyState
from techmgr.desktop.pages import Command, Place, Window
from techmgr.desktop.tables import RecordTable
from techmgr.ledger.screens.booking_sheets import reverse_sheet
from techmgr.office.screens.bench import bench_of
from techmgr.royalty.screens.allocation_sheet import AllocationForm
from techmgr.royalty.screens.claim_sheets import ClaimForms
from techmgr.royalty.screens.expense_form import office_expense_sheet
from techmgr.royalty.screens.money_sheets import (
    adopt_policy_sheet,
    close_period_sheet,
    draft_run_sheet,
    rate_sheet,
)
from techmgr.royalty.screens.receipt_form import ReceiptForm
from techmgr.royalty.screens.routing_sheets import (
    choose_share_sheet,
    election_sheet,
    route_sheet,
)
from techmgr.storage.office import Office
from techmgr.storage.unit import Done


class MoneyForms(ClaimForms):
    """The forms of the page; which list is shown is the page's matter."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self.tables: dict[str, RecordTable] = {}

    def current_booking(self) -> Any:
        """The receipt or expense with the keyboard, or None."""
        raise NotImplementedError

    def empty(self, name: str) -> QWidget:
        """What a list says while nothing is in it, with the first step."""
        title, text = {
            "runs": (
                self.tr("No distribution yet"),
                self.tr("A distribution shares what was received by the office's policy."),
            ),
            "income": (
                self.tr("No income yet"),
                self.tr("What licensees pay is drawn here by year and kind, case by case."),
            ),
            "payees": (
                self.tr("Nobody has been paid yet"),
                self.tr("Whoever gets a part of a posted distribution stands here."),
            ),
            "accounts": (
                self.tr("Nothing is booked yet"),
                self.tr("Receipts, expenses and distributions are booked on these accounts."),
            ),
            "receipts": (
                self.tr("Nothing received yet"),
                self.tr("Record what licensees pay; each case's part waits for a distribution."),
            ),
            "expenses": (
                self.tr("Nothing spent yet"),
                self.tr(
                    "Record filing fees and counsel; they are recovered before income is shared."
                ),
            ),
            "rates": (
                self.tr("No exchange rate yet"),
                self.tr("Money in another currency is converted at a rate as published."),
            ),
            "claims": (
                self.tr("Nothing is owed before sharing"),
                self.tr("Reserves for forecast costs, and what sponsors and partners get first."),
            ),
            "policies": (
                self.tr("No policy yet"),
                self.tr("Adopt the rules by which income is shared, from a day on."),
            ),
        }[name]
        return EmptyState(title, text, [self.makers()[name]])

    def makers(self) -> dict[str, Command]:
        """What each list is begun and continued with."""
        return {
            "runs": Command(
                "draft_run", self.tr("Draft a distribution…"), self.draft_run, "", "plus"
            ),
            "receipts": Command(
                "receipt", self.tr("Record a receipt…"), self.record_receipt, "", "plus"
            ),
            "expenses": Command(
                "expense", self.tr("Record an expense…"), self.record_expense, "", "plus"
            ),
            "income": Command(
                "write_income", self.tr("Write as PDF…"), self.write_income, "", "printer"
            ),
            "payees": Command(
                "pay_owed", self.tr("Pay what is owed…"), self.pay_owed, "", "banknote"
            ),
            "accounts": Command(
                "write_books", self.tr("Write for finance…"), self.write_books, "", "file-spreadsheet"
            ),
            "rates": Command("rate", self.tr("Enter a rate…"), self.enter_rate, "", "plus"),
            "claims": Command(
                "enter_claim", self.tr("Owed before sharing…"), self.enter_claim, "", "plus"
            ),
            "policies": Command(
                "policy", self.tr("Adopt a policy…"), self.adopt_policy, "", "plus"
            ),
        }  # fmt: skip

    def write_income(self) -> None:
        """Write the charts of income as a document."""
        raise NotImplementedError

    def pay_owed(self) -> None:
        """Pay what is owed besides distributions."""
        raise NotImplementedError

    def write_books(self) -> None:
        """Write the reconciliation for finance."""
        raise NotImplementedError

    def draft_run(self) -> None:
        """Ask for the day and draft a distribution."""
        sheet = draft_run_sheet(self.bench)
        sheet.done.connect(self._drafted)
        self.show_sheet(sheet)

    def _drafted(self, done: Done[Any]) -> None:
        self.window_.go(Place("run", Reference("run", done.result.id)))

    def record_receipt(self) -> None:
        """Open the form of a receipt."""
        self._receipt = ReceiptForm(self.bench)
        self.show_sheet(self._receipt.sheet)

    def record_expense(self) -> None:
        """Open the form of an expense."""
        self.show_sheet(office_expense_sheet(self.bench))

    def plan_allocation(self) -> None:
        """Open the form that says how an agreement's income goes to its cases."""
        self._allocation = AllocationForm(self.bench)
        self.show_sheet(self._allocation.sheet)

    def choose_share(self) -> None:
        """Open the form of a share chosen for a case."""
        self.show_sheet(choose_share_sheet(self.bench))

    def route_part(self) -> None:
        """Open the form that says where a person's part goes."""
        self.show_sheet(route_sheet(self.bench))

    def record_election(self) -> None:
        """Open the form of an inventor's election."""
        self.show_sheet(election_sheet(self.bench))

    def enter_rate(self) -> None:
        """Open the form of an exchange rate."""
        self.show_sheet(rate_sheet(self.bench))

    def close_books(self) -> None:
        """Open the form that closes a period."""
        self.show_sheet(close_period_sheet(self.bench))

    def adopt_policy(self) -> None:
        """Open the form that adopts a policy."""
        rows = self.tables["policies"].model_.known_rows()
        own = dict.fromkeys(each.name for each in rows if each.valid_until is None)
        self.show_sheet(adopt_policy_sheet(self.bench, list(own)))

    def reverse(self) -> None:
        """Reverse the booking with the keyboard."""
        each = self.current_booking()
        if each is not None and not each.reversed:
            self.show_sheet(reverse_sheet(self.bench, each))
