"""Writes the yearly summaries for tax: a PDF per payee, and the workbook of all of them."""

from collections.abc import Callable
from pathlib import Path

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.documents.names import safe_name
from techmgr.royalty.queries_yearly import paid_year
from techmgr.royalty.yearly_paper import book_of, summary
from techmgr.storage.office import Office


def write_year(
    office: Office,
    year: int,
    folder: Path,
    report: Callable[[int, int], None] | None = None,
) -> list[Path]:
    """Write what payees were paid in a calendar year; return the paths, the workbook last.

    `report(done, total)` is called after each file; what it raises stops the work between files.
    Refused when nobody was paid in that year.
    """
    from techmgr.documents import pdf, workbook  # noqa: PLC0415 - a fifth of a second that the first window can do without

    found = office.read(paid_year, year, office.today)
    if not found.payees:
        raise UserError(say("Nobody was paid in {year}.", year=year), field="year")
    written = []
    total = len(found.payees) + 1
    for number, payee in enumerate(found.payees, start=1):
        name = safe_name(f"{year} {payee.name} {payee.payee.replace(':', '-')}", ".pdf")
        written.append(pdf.write(summary(found, payee), folder / name))
        if report is not None:
            report(number, total)
    written.append(workbook.write(book_of(found), folder / safe_name(f"Payments {year}", ".xlsx")))
    if report is not None:
        report(total, total)
    return written
