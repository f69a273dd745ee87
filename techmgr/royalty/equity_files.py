"""Writes what equity puts on paper: the cap table as PDF and workbook, the committee's memo in Word."""

from datetime import date
from pathlib import Path

from techmgr.core.paths import resource
from techmgr.documents.names import safe_name, write_whole
from techmgr.equity.papers import document, file_stem, workbook
from techmgr.equity.queries_company import company_file
from techmgr.office.queries import settings_on
from techmgr.royalty.memo import memo_values
from techmgr.royalty.papers import sender_of
from techmgr.storage.office import Office


def write_cap_table(
    office: Office, book_id: int, day: date, folder: Path, language: str = "en"
) -> list[Path]:
    """Write the cap table in force on a day as PDF and as a workbook with live sums; return the paths."""
    from techmgr.documents import pdf  # noqa: PLC0415 - a fifth of a second that the first window can do without
    from techmgr.documents import workbook as xlsx  # noqa: PLC0415 - as above

    found = office.read(company_file, book_id, day)
    sender = office.read(lambda session: sender_of(session, settings_on(session, day)))
    stem = file_stem(found, day)
    return [
        pdf.write(document(found, sender, language), folder / safe_name(stem, ".pdf")),
        xlsx.write(workbook(found, language), folder / safe_name(stem, ".xlsx")),
    ]


def template() -> bytes:
    """Return the memo template the program ships; an office can edit a copy in Word."""
    return (resource("templates") / "equity_memo.docx").read_bytes()


def write_memo(
    office: Office, book_id: int, holding_id: int | None, folder: Path, own: Path | None = None
) -> list[Path]:
    """Write the committee's memo on a certificate from the template (or an office's `own`)."""
    from techmgr.documents import word  # noqa: PLC0415 - a fifth of a second that the first window can do without

    values = office.read(memo_values, book_id, holding_id, office.today)
    content = word.fill(own.read_bytes() if own else template(), values)
    name = safe_name(f"Equity memo {values['company']} {office.today.isoformat()}", ".docx")
    return [write_whole(folder / name, content)]
