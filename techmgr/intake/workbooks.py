"""XLSX: looked over as an archive first, then read sheet by sheet; cells become text."""

import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import IO, Any

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.intake.table import MIB, Limits, Row, Table, Watch, table_of

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FORMULA = re.compile(rb"<(\w+:)?f[ />]")
_MOST_PARTS = 10_000
_MOST_SHARED = 128 * MIB  # the texts shared by all cells are held in memory
_STEEPEST = 200  # times smaller than unpacked; real workbooks stay below 50


def _locked() -> UserError:
    return UserError(
        say("The workbook is protected by a password: save it without one and import that."),
        field="file",
    )


def refuse_old_office(path: Path) -> None:
    """Refuse a workbook in the old container: .xls, or one with a password."""
    content = path.read_bytes()
    if _ENCRYPTED in content:
        raise _locked()
    raise UserError(
        say("This is an old Excel file (.xls): save it as .xlsx or CSV and import that."),
        field="file",
    )


def read_workbook(
    path: Path, limits: Limits, sheet: str | None = None, watch: Watch | None = None
) -> Table:
    """Read one sheet, the first that is shown unless it is named.

    A formula comes as the value it had when the workbook was saved, else as its text.
    """
    _look_over(path, limits)
    with path.open("rb") as file, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library speaks of styles it leaves out
        book = _opened(file, values=False)
        sheets, chosen = _sheet_names(book, sheet)
        values = _opened(file, values=True)[chosen] if _has_formulas(path) else None
        rows = _rows(book[chosen], values)
        columns, kept, notes, doubts = table_of(rows, limits, watch)
    return Table(
        columns, kept, sheet=chosen, sheets=sheets, notes=tuple(notes), doubts=tuple(doubts)
    )


def _damaged() -> UserError:
    return UserError(
        say("The workbook is damaged: open it in Excel or LibreOffice and save it again."),
        field="file",
    )


def _look_over(path: Path, limits: Limits) -> None:
    """Refuse by the archive's directory, before anything is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _refuse_size(parts, limits)
            _refuse_password(parts)
            _refuse_entities(archive, parts)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError):
        raise _damaged() from None


def _refuse_size(parts: list[zipfile.ZipInfo], limits: Limits) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    shared = sum(part.file_size for part in parts if part.filename.endswith("sharedStrings.xml"))
    steep = unpacked > 16 * MIB and unpacked > _STEEPEST * packed
    if len(parts) > _MOST_PARTS or unpacked > limits.unpacked or shared > _MOST_SHARED or steep:
        raise UserError(
            say(
                "The workbook unpacks to {size} MB: that is too much to be a table. "
                "Save the one sheet you need as CSV.",
                size=f"{-(-unpacked // MIB):,}",
            ),
            field="file",
        )


def _refuse_password(parts: list[zipfile.ZipInfo]) -> None:
    if any(part.flag_bits & 1 for part in parts):
        raise _locked()


def _refuse_entities(archive: zipfile.ZipFile, parts: list[zipfile.ZipInfo]) -> None:
    """No spreadsheet program declares entities; a file that does wants them to unfold without end."""
    for part in parts:
        with archive.open(part) as opened:
            if b"<!DOCTYPE" in opened.read(1024):
                raise _damaged()


def _opened(file: IO[bytes], *, values: bool) -> Any:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - a fifth of a second that the first window can do without

        return load_workbook(file, read_only=True, data_only=values, keep_links=False)
    except Exception as error:  # a damaged workbook can fail anywhere in the library
        raise _damaged() from error


def _sheet_names(book: Any, wanted: str | None) -> tuple[tuple[str, ...], str]:
    sheets = tuple(sheet.title for sheet in book.worksheets)
    shown = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
    if not sheets or (wanted and wanted not in sheets):
        raise UserError(
            say(
                "The workbook has no sheet “{name}”. Its sheets are: {sheets}.",
                name=wanted or "",
                sheets=sheets,
            ),
            field="sheet",
        )
    return sheets, wanted or (shown or sheets)[0]


def _has_formulas(path: Path) -> bool:
    """Look for a formula in any sheet: reading a workbook twice is worth it only then."""
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if "/worksheets/" in name:
                with archive.open(name) as part:
                    if _mentions_formula(part):
                        return True
    return False


def _mentions_formula(part: IO[bytes]) -> bool:
    end = b""
    while chunk := part.read(MIB):
        if _FORMULA.search(end + chunk):
            return True
        end = chunk[-16:]
    return False


def _rows(sheet: Any, values: Any | None) -> Iterator[Row]:
    """Read what is written and, if it has formulas, their last values side by side.

    The library gives one or the other.
    """
    written = _cells(sheet)
    if values is None:
        for number, cells in enumerate(written, 1):
            yield Row(number, tuple([_text(cell) for cell in cells]))
        return
    for number, (last, cells) in enumerate(zip(_cells(values), written, strict=True), 1):
        pairs = zip(last, cells, strict=True)
        yield Row(number, tuple([_text(f if v is None else v) for v, f in pairs]))


def _cells(sheet: Any) -> Iterator[tuple[Any, ...]]:
    sheet.reset_dimensions()  # what a file says about its size may be wrong
    rows = sheet.iter_rows(values_only=True)
    while True:
        try:
            row = next(rows)
        except StopIteration:
            return
        except Exception as error:  # a damaged sheet can fail anywhere in the library
            raise _damaged() from error
        yield row


def _text(value: Any) -> str | None:
    """Show a cell as text: whole days without a time, whole numbers without a point."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return str(getattr(value, "text", value))  # an array formula carries its text
