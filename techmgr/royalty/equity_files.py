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


def template_name(language: str) -> str:
    """Return the file of the memo's template: `equity_memo.docx`, `equity_memo_zh_CN.docx`."""
    return "equity_memo.docx" if language == "en" else f"equity_memo_{language}.docx"


def template(folder: Path, language: str = "en") -> bytes:
    """Return an office's own template when it lies in the folder, else the one the program ships."""
    own = folder / template_name(language)
    found = own if own.exists() else resource("templates") / template_name(language)
    return found.read_bytes()


def write_memo(
    office: Office, book_id: int, holding_id: int | None, folder: Path, language: str = "en"
) -> list[Path]:
    """Write the committee's memo on a certificate into a folder, from the template of a language."""
    from techmgr.documents import word  # noqa: PLC0415 - a fifth of a second that the first window can do without

    values = office.read(memo_values, book_id, holding_id, office.today, language)
    content = word.fill(template(folder, language), values, language)
    name = safe_name(f"Equity memo {values['company']} {office.today.isoformat()}", ".docx")
    return [write_whole(folder / name, content)]
