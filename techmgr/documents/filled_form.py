"""Reads a form that was sent out as a workbook and came back filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.documents.packed import refuse_bomb
from techmgr.documents.workbook import FORM_NAME

Filled = str | Decimal | date | None


@dataclass(frozen=True, slots=True)
class FilledForm:
    """Which form it is, and its values by the names of their cells; an empty cell is None."""

    form: str
    values: Mapping[str, Filled]


def read_form(path: Path) -> FilledForm:
    """Read a filled-in form. What is no workbook, or no form of this program, is a UserError."""
    book = _opened(path.read_bytes(), path.name)
    try:
        if FORM_NAME not in book.defined_names:
            raise UserError(
                say(
                    "{file} is not a form made by this program: import it as a list.",
                    file=path.name,
                ),
                field="file",
            )
        values = {name: _value(book, name) for name in book.defined_names}
    finally:
        book.close()
    return FilledForm(str(values.pop(FORM_NAME)), values)


def _opened(content: bytes, name: str) -> Any:
    refuse_bomb(content)
    try:
        return load_workbook(BytesIO(content), data_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, SyntaxError, OSError) as error:
        raise UserError(
            say("{file} is not an Excel workbook (.xlsx) or is damaged.", file=name), field="file"
        ) from error


def _value(book: Any, name: str) -> Filled:
    (sheet, place), *_ = book.defined_names[name].destinations
    value = book[sheet][place].value
    match value:
        case datetime():
            return value.date()
        case bool():
            return str(value)
        case int() | float():
            return Decimal(repr(value))
        case str():
            return value.strip() or None
        case _:
            return value if isinstance(value, date) else None
