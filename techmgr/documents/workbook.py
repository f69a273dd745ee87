"""Renders sheets to an Excel workbook: text is always text, money is a number, formulas are live."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import absolute_coordinate
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from techmgr.core.errors import UserError
from techmgr.core.money import Money, decimals_of
from techmgr.core.texts import say
from techmgr.documents.content import Kind
from techmgr.documents.looks import QUOTIENT, Palette, head_style, heading_style, under_style
from techmgr.documents.names import write_whole
from techmgr.documents.sheets import Book, Formula, Look, Sheet, Styled, Value
from techmgr.documents.tables import shown

MOST_ROWS = 1_048_576
LONGEST_TEXT = 32_767
FORM_NAME = "techmgr_form"
_LISTS, _FORM = "Lists", "techmgr"
_RESERVED = frozenset({"history", _LISTS.casefold(), _FORM})  # Excel keeps the first for itself
_EXACT_DIGITS = 15  # of a number in Excel; longer amounts are written as text, never rounded
_FIRST_DAY = date(1900, 3, 1)  # Excel counts a 29 February 1900 that never was
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_STARTS_FORMULA = ("=", "+", "-", "@")
_NEEDS_CELL = (*_STARTS_FORMULA, "#", "\x00")
_SAMPLED_ROWS = 200  # looked at to find how wide a column is
_TITLE_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31
_A4 = 9  # by the file format


def render(book: Book) -> bytes:
    """Return a book as an XLSX file; more rows than a sheet can hold is a UserError."""
    file = Workbook(write_only=True)
    file.properties.title, file.properties.creator = book.title, "techmgr"
    palette, lists, taken = Palette(book.language), _Lists(), set[str]()
    for sheet in book.sheets:
        _refuse_too_long(sheet)
    for sheet in book.sheets:
        _write_sheet(file, sheet, sheet_title(sheet.title, taken), palette, lists)
    lists.write(file)
    if book.form:
        _write_form(file, book.form)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def write(book: Book, path: Path) -> Path:
    """Write a book as an XLSX file, whole or not at all."""
    return write_whole(path, render(book))


def sheet_title(text: str, taken: set[str]) -> str:
    """Return a sheet's name as Excel allows it, not among those taken, and add it to them."""
    plain = _TITLE_FORBIDDEN.sub(" ", legal_text(text)).strip("' ")
    name = plain[:_LONGEST_TITLE].strip("' ") or "Sheet"
    number = 1
    while name.casefold() in _RESERVED or name.casefold() in taken:
        number += 1
        tail = f" ({number})"
        name = plain[: _LONGEST_TITLE - len(tail)].strip() + tail
    taken.add(name.casefold())
    return name


def legal_text(text: str) -> str:
    """Return text as XLSX can hold it: no control characters, and cut with its length if too long.

    `_x0041_` in a text would be read as A, so its first character is written as an escape.
    """
    if text.isprintable() and "_x" not in text and len(text) <= LONGEST_TEXT:
        return text  # as nearly all are
    plain = _ESCAPED.sub("_x005F_", without_controls(text))
    if len(plain) <= LONGEST_TEXT:
        return plain
    mark = f"… [{len(plain):,}]"
    return plain[: LONGEST_TEXT - len(mark)] + mark


def without_controls(text: str) -> str:
    """Return text without what XML cannot hold; every end of a line is one line feed."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _write_sheet(file: Any, sheet: Sheet, title: str, palette: Palette, lists: "_Lists") -> None:
    page = file.create_sheet(title)
    _set_up(page, sheet, title)
    _lists_and_names(file, page, sheet, title, lists)
    for line in _lines_above(page, sheet, palette):
        page.append(line)
    for at, row in enumerate(sheet.rows):
        page.append(_cells(page, row, sheet.marks.get(at, Look.PLAIN), len(sheet.columns), palette))


def _refuse_too_long(sheet: Sheet) -> None:
    if len(sheet.rows) + sheet.head_row > MOST_ROWS:
        raise UserError(
            say(
                "{count} rows are more than the {most} of an Excel sheet: filter the list, or "
                "export it as CSV.",
                count=f"{len(sheet.rows):,}",
                most=f"{MOST_ROWS:,}",
            )
        )


def _set_up(page: Any, sheet: Sheet, title: str) -> None:
    """Freeze the head and set widths and print: landscape, as wide as the paper, head on each page."""
    last = get_column_letter(max(len(sheet.columns), 1))
    page.freeze_panes = f"A{sheet.first_row}"
    for at, wide in enumerate(_widths(sheet)):
        page.column_dimensions[get_column_letter(at + 1)].width = wide
    page.page_setup.orientation = "landscape" if len(sheet.columns) > 4 else "portrait"
    page.page_setup.paperSize = _A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = f"{sheet.head_row}:{sheet.head_row}"
    page.oddFooter.left.text = title.replace("&", "&&")
    page.oddFooter.right.text = "&P / &N"
    page.sheet_view.showGridLines = not sheet.is_protected
    page.protection.sheet = sheet.is_protected
    if sheet.is_filtered and sheet.rows:
        page.auto_filter.ref = f"A{sheet.head_row}:{last}{sheet.head_row + len(sheet.rows)}"


def _lists_and_names(file: Any, page: Any, sheet: Sheet, title: str, lists: "_Lists") -> None:
    quoted = title.replace("'", "''")
    for choice in sheet.choices:
        rule = DataValidation(type="list", formula1=lists.area_of(choice.words), allow_blank=True)
        rule.add(choice.area)
        page.data_validations.append(rule)
    for name, place in sheet.names.items():
        file.defined_names[name] = DefinedName(
            name, attr_text=f"'{quoted}'!{absolute_coordinate(place)}"
        )
    for area in _checks(sheet):
        red = CellIsRule(operator="notEqual", formula=["0"], font=Font(color="A01F2A", bold=True))
        page.conditional_formatting.add(area, red)


def _checks(sheet: Sheet) -> Iterator[str]:
    for down, row in enumerate(sheet.rows, start=sheet.first_row):
        for across, each in enumerate(row, start=1):
            if isinstance(each, Styled) and each.look is Look.CHECK:
                yield f"{get_column_letter(across)}{down}"


def _lines_above(page: Any, sheet: Sheet, palette: Palette) -> Iterator[list[Any]]:
    if sheet.heading:
        yield [palette.dressed(_text(page, sheet.heading), heading_style())]
        yield [palette.dressed(_text(page, sheet.under), under_style())]
        yield []
    yield [
        palette.dressed(_text(page, column.title), head_style(column.kind))
        for column in sheet.columns
    ]


def _cells(
    page: Any, row: Sequence[Value | Styled], mark: Look, columns: int, palette: Palette
) -> list[Any]:
    filled: Sequence[Value | Styled] = (
        [*row, *[""] * (columns - len(row))] if mark is not Look.PLAIN else row
    )
    return [_cell(page, each, mark, palette) for each in filled]


def _cell(page: Any, each: Value | Styled, mark: Look, palette: Palette) -> Any:
    value, look = (each.value, each.look) if isinstance(each, Styled) else (each, mark)
    written, kind, decimals = _typed(value)
    if written == "" and isinstance(each, Styled) and each.kind is not Kind.TEXT:
        return palette.cell(page, None, look, each.kind, 2)
    if kind is not Kind.TEXT:
        return palette.cell(page, written, look, kind, decimals)
    if look is Look.PLAIN and "\n" not in written:
        return _unstyled(page, written) if written else None
    return palette.dress(_text(page, written), look, kind, decimals)


def _typed(value: Value) -> tuple[Any, Kind, int]:
    """Return what is written into the file for a value, its kind, and its decimals."""
    match value:
        case None:
            return "", Kind.TEXT, 0
        case str():
            return value, Kind.TEXT, 0
        case Money():
            return _amount(value)
        case Formula():
            return value.text, value.kind, value.decimals
        case Fraction():
            return _share(value)
        case _:
            return _number_or_day(value)


def _amount(amount: Money) -> tuple[Any, Kind, int]:
    if len(str(abs(amount.minor))) > _EXACT_DIGITS:
        return f"{amount.decimal:f}", Kind.TEXT, 0
    return amount.decimal, Kind.MONEY, decimals_of(amount.currency)


def _number_or_day(value: int | date) -> tuple[Any, Kind, int]:
    if isinstance(value, date):
        too_early = value < _FIRST_DAY
        return (value.isoformat(), Kind.TEXT, 0) if too_early else (value, Kind.DAY, 0)
    too_long = len(str(abs(value))) > _EXACT_DIGITS
    return (str(value), Kind.TEXT, 0) if too_long else (value, Kind.NUMBER, 0)


def _share(share: Fraction) -> tuple[Any, Kind, int]:
    """Write a share as per cent; one that no decimal number equals is a quotient, shown as such."""
    places = next((n for n in range(4, 11) if (share * 10**n).denominator == 1), None)
    if places is None:
        return f"={share.numerator}/{share.denominator}", Kind.SHARE, QUOTIENT
    return Decimal(int(share * 10**places)).scaleb(-places), Kind.SHARE, places - 2


def _unstyled(page: Any, text: str) -> Any:
    # The library takes text of these beginnings for a formula or an error; other text it writes as it is.
    return _text(page, text) if text.startswith(_NEEDS_CELL) else legal_text(text)


def _text(page: Any, text: str) -> Any:
    """Return a cell that is text whatever stands in it; `=1+1` stays those four characters."""
    legal = legal_text(text)
    cell = WriteOnlyCell(page, legal)
    cell.data_type = "s"
    if legal.startswith(_STARTS_FORMULA):
        cell.quotePrefix = True  # also after somebody has edited it
    return cell


def _widths(sheet: Sheet) -> list[float]:
    result = []
    for at, column in enumerate(sheet.columns):
        texts = [column.title] + [
            _shown(row[at]) for row in islice(sheet.rows, _SAMPLED_ROWS) if at < len(row)
        ]
        longest = max(_units(line) for text in texts for line in text.splitlines() or [""])
        result.append(sheet.widths.get(at, min(max(longest + 2.5, 7), 60)))
    return result


def _shown(each: Value | Styled) -> str:
    value = each.value if isinstance(each, Styled) else each
    if isinstance(value, Formula):
        return "0" * 10
    return shown(value, "en")


def _units(line: str) -> int:
    """Return how wide a line is in digits; a Chinese character is two."""
    return sum(2 if character >= "\u2e80" else 1 for character in line)


class _Lists:
    """Words to choose from, kept on one hidden sheet: a list written into a rule ends at 255."""

    def __init__(self) -> None:
        self._lists: list[tuple[str, ...]] = []

    def area_of(self, words: Sequence[str]) -> str:
        kept = tuple(words)
        if kept not in self._lists:
            self._lists.append(kept)
        column = get_column_letter(self._lists.index(kept) + 1)
        return f"{_LISTS}!${column}$1:${column}${max(len(kept), 1)}"

    def write(self, file: Any) -> None:
        if not self._lists:
            return
        page = file.create_sheet(_LISTS)
        page.sheet_state = "hidden"
        for at in range(max(map(len, self._lists))):
            page.append(
                [_text(page, words[at]) if at < len(words) else None for words in self._lists]
            )


def _write_form(file: Any, form: str) -> None:
    page = file.create_sheet(_FORM)
    page.sheet_state = "veryHidden"
    page.append([_text(page, form)])
    file.defined_names[FORM_NAME] = DefinedName(FORM_NAME, attr_text=f"{_FORM}!$A$1", hidden=True)
