"""What a file holds once it is read: named columns, numbered rows of text, and notes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say

MIB = 1024 * 1024

Watch = Callable[[int], None]
"""Called with the number of rows read so far, every thousand rows; may raise to cancel."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may ask of the machine. Sizes in bytes."""

    file: int = 256 * MIB
    json: int = 64 * MIB  # JSON is read whole
    unpacked: int = 512 * MIB  # a workbook, all parts together
    columns: int = 1_000
    rows: int = 1_000_000
    cells: int = 20_000_000


class Row(NamedTuple):
    """One row as the file numbers it (a spreadsheet's row; a JSON list counts from 1)."""

    number: int
    cells: tuple[str | None, ...]


class Doubt(NamedTuple):
    """A row whose shape is odd: it is taken in, and looked at by a person."""

    number: int
    text: Text


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of one sheet or file.

    Always true: column names are unique and not empty, and every row has one cell per column;
    an empty cell is None, never "".
    """

    columns: tuple[str, ...]
    rows: list[Row]
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    encoding: str = ""
    delimiter: str = ""
    notes: tuple[Text, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def table_of(
    records: Iterable[Row], limits: Limits, watch: Watch | None = None
) -> tuple[tuple[str, ...], list[Row], list[Text], list[Doubt]]:
    """Make columns and rows of equal width from raw rows, the first non-empty one being the header.

    Raises UserError beyond the limits. A short row is filled up; what a long row has too much goes
    into columns of its own, so that nothing is lost; both are doubts.
    """
    numbered = (row for row in records if any(row.cells))
    header = next(numbered, None)
    if header is None:
        raise UserError(say("The file has no rows: there is nothing to import."), field="file")
    names = _without_empty_end(header.cells)
    rows, doubts, width = _gathered(numbered, len(names), limits, watch)
    columns, notes = unique_names((*names, *[None] * (width - len(names))))
    return columns, [_widened(row, width) for row in rows], notes, doubts


def _gathered(
    records: Iterable[Row], header: int, limits: Limits, watch: Watch | None
) -> tuple[list[Row], list[Doubt], int]:
    check_columns(header, limits)
    rows: list[Row] = []
    doubts: list[Doubt] = []
    width = header
    most = min(limits.rows, limits.cells // header)
    for row in records:
        cells = row.cells
        if len(cells) != header:
            cells = _without_empty_end(cells)
            check_columns(len(cells), limits)
            width = max(width, len(cells))
            if len(row.cells) < header or len(cells) > header:
                doubts.append(_ragged(row.number, len(row.cells), header))
        rows.append(Row(row.number, cells))
        if len(rows) > most:
            raise _too_many_rows(most)
        if watch and len(rows) % 1000 == 0:
            watch(len(rows))
    return rows, doubts, width


def check_columns(count: int, limits: Limits) -> None:
    """Refuse a file with more columns than the limit."""
    if count > limits.columns:
        raise UserError(
            say(
                "The file has more than {limit} columns: check the delimiter, "
                "or leave out the columns you do not need.",
                limit=f"{limits.columns:,}",
            ),
            field="file",
        )


def _too_many_rows(most: int) -> UserError:
    return UserError(
        say("The file has more than {limit} rows: import it in parts.", limit=f"{most:,}"),
        field="file",
    )


def _ragged(number: int, count: int, header: int) -> Doubt:
    return Doubt(
        number,
        say(
            "The row has {count} cells, the header {header}: look whether a delimiter or a "
            "quotation mark is missing.",
            count=count,
            header=header,
        ),
    )


def _widened(row: Row, width: int) -> Row:
    missing = width - len(row.cells)
    return Row(row.number, (*row.cells, *[None] * missing)) if missing else row


def _without_empty_end(cells: tuple[str | None, ...]) -> tuple[str | None, ...]:
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return cells[:end]


def unique_names(names: Iterable[str | None]) -> tuple[tuple[str, ...], list[Text]]:
    """Name every column: an empty name becomes its number, a second "Title" becomes "Title (2)"."""
    taken: set[str] = set()
    unique: list[str] = []
    notes: list[Text] = []
    for number, name in enumerate(names, 1):
        given = " ".join((name or "").split())
        chosen = _free_name(given or f"column {number}", taken)
        if not given:
            notes.append(say("Column {number} has no name.", number=number))
        elif chosen != given:
            notes.append(
                say(
                    "Two columns are named “{name}”: one is now “{chosen}”.",
                    name=given,
                    chosen=chosen,
                )
            )
        taken.add(chosen)
        unique.append(chosen)
    return tuple(unique), notes


def _free_name(name: str, taken: set[str]) -> str:
    chosen, number = name, 2
    while chosen in taken:
        chosen = f"{name} ({number})"
        number += 1
    return chosen
