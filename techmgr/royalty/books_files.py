"""Writes the office's income as a document, and the books of some days for finance."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from techmgr.ledger import reconciliation
from techmgr.ledger.queries_balances import accounts_between, entries_between
from techmgr.office.queries import all_words, settings_on
from techmgr.royalty.income_paper import document
from techmgr.royalty.papers import sender_of
from techmgr.royalty.queries_income import income
from techmgr.storage.office import Office

Report = Callable[[int, int], None]


def write_income(
    office: Office, path: Path, language: str = "en", report: Report | None = None
) -> Path:
    """Write the charts of income with their values as a PDF and return its path."""
    from techmgr.documents import pdf  # noqa: PLC0415 - a fifth of a second that the first window can do without

    found = office.read(income, office.today)
    settings = office.read(settings_on, office.today)
    sender = office.read(sender_of, settings)
    kinds = office.read(all_words, language)
    made = document(
        found, lambda kind: kinds.get(("income_type", kind), kind), sender, office.today, language
    )
    written = pdf.write(made, path)
    if report is not None:
        report(1, 1)
    return written


def write_books(
    office: Office, since: date, until: date, folder: Path, report: Report | None = None
) -> list[Path]:
    """Write the reconciliation of some days, a workbook and the entries as CSV."""
    settings = office.read(settings_on, office.today)
    found = reconciliation.Reconciliation(
        since,
        until,
        office.read(accounts_between, since, until),
        office.read(entries_between, since, until),
        settings.office_name,
    )
    return reconciliation.write(found, folder, report)
