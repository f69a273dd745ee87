"""What is written and booked from the lists of money: income on paper, payments, books for finance."""

from datetime import date, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu

from techmgr.core.days import fiscal_year
from techmgr.core.money import Money
from techmgr.desktop.dialogs import Confirm
from techmgr.desktop.showing import showing
from techmgr.ledger.actions_periods import ReopenPeriod, reopen_period
from techmgr.ledger.queries import closed_until
from techmgr.royalty.books_files import write_books, write_income
from techmgr.royalty.paying import PayOwed, pay_owed
from techmgr.royalty.queries_payouts import Payout, owed_now
from techmgr.royalty.queries_yearly import years_paid
from techmgr.royalty.screens.money_forms import MoneyForms
from techmgr.royalty.screens.run_papers import show_file
from techmgr.royalty.yearly_files import write_year


class MoneyBooks(MoneyForms):
    """Files are written with progress and Cancel; nothing is booked without a question."""

    dialog: Confirm | None = None

    # Income and the books

    def write_income(self) -> None:
        """Ask for a file and write the charts of income there."""
        name = self.tr("Licence income.pdf")
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write income to"), name, "PDF (*.pdf)"
        )
        if chosen:
            self.jobs.write(
                write_income, self.bench.office, Path(chosen), showing.language, owner=self,
                then=show_file, title=self.tr("Writing income"),
            )  # fmt: skip

    def write_books(self) -> None:
        """Ask for a folder and write the books of the last fiscal year and of this one there."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Write the books to"))
        for since, until in self._years() if folder else ():
            self.jobs.write(
                write_books, self.bench.office, since, until, Path(folder), owner=self,
                then=partial(self._written, folder), title=self.tr("Writing the books"),
            )  # fmt: skip

    def _years(self) -> list[tuple[date, date]]:
        """The last fiscal year that has ended, and this one up to today."""
        settings, today = self.bench.lists.settings, self.bench.office.today
        month, last = settings.fiscal_year_end if settings is not None else (12, 31)
        year = fiscal_year(today, month, last)
        ends = [date(each, month, last) for each in (year - 2, year - 1)]
        begins = [end + timedelta(days=1) for end in ends]
        return [(begins[0], ends[1]), (begins[1], today)]

    def _written(self, folder: str, paths: list[Path]) -> None:
        text = self.tr("{count} files written to {folder}")
        self.window_.notice(text.format(count=len(paths), folder=folder))

    def reopen(self) -> None:
        """Open the newest closed period again, with the reason."""
        self.bench.read(closed_until, owner=self, then=self._ask_reopen, key="closed")

    def _ask_reopen(self, until: date | None) -> None:
        if until is None:
            self.window_.notice(self.tr("No period is closed."))
            return
        dialog = Confirm(
            self, title=self.tr("Open the books again?"),
            text=self.tr("They are closed until {day}. Bookings on those days become possible again.").format(
                day=showing.day(until)
            ),
            do=self.tr("Open again"), keep=self.tr("Leave it as it is"), reason=self.tr("Reason"),
        )  # fmt: skip
        dialog.accepted.connect(
            lambda: self.bench.act(
                reopen_period, ReopenPeriod(dialog.reason.raw()), owner=self,
                said=self.tr("Books open again"),
            )
        )  # fmt: skip
        self.dialog = dialog
        dialog.open()

    # Payees

    def pay_owed(self) -> None:
        """Ask, then pay what is owed besides distributions."""
        self.bench.read(
            owed_now, self.bench.office.today, self.bench.lists.currency, owner=self,
            then=self._ask_pay, key="owed",
        )  # fmt: skip

    def _ask_pay(self, owed: list[Payout]) -> None:
        ready = [each for each in owed if each.can_be_paid]
        if not ready:
            self.window_.notice(self.tr("Nothing is owed besides distributions that can be paid."))
            return
        currency = self.bench.lists.currency
        total = Money(sum(each.paid for each in ready), currency)
        text = self.tr("{amount} goes from the bank to {count} payees; {left} have no account yet.")
        dialog = Confirm(
            self, title=self.tr("Pay what is owed?"),
            text=text.format(
                amount=f"{currency} {showing.money(total)}", count=len(ready),
                left=len(owed) - len(ready),
            ),
            do=self.tr("Pay"), keep=self.tr("Leave it as it is"),
        )  # fmt: skip
        dialog.accepted.connect(
            lambda: self.bench.act(
                pay_owed, PayOwed(currency), owner=self, said=self.tr("Payment booked")
            )
        )
        self.dialog = dialog
        dialog.open()

    def yearly(self) -> None:
        """Offer the years payees were paid in; each writes its summaries for tax."""
        self.bench.read(years_paid, owner=self, then=self._offer_years, key="years")

    def _offer_years(self, years: list[int]) -> None:
        if not years:
            self.window_.notice(self.tr("Nobody has been paid yet."))
            return
        menu = QMenu(self)
        for year in years:
            menu.addAction(str(year), partial(self.write_year, year))
        menu.popup(self.mapToGlobal(self.rect().center()))

    def write_year(self, year: int) -> None:
        """Ask for a folder and write the summaries of a year there, with progress and Cancel."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Write the summaries to"))
        if folder:
            self.jobs.write(
                write_year, self.bench.office, year, Path(folder), owner=self,
                then=partial(self._written, folder), title=self.tr("Writing the summaries"),
            )  # fmt: skip
