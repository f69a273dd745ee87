"""CSV and TSV, streamed line by line: a hostile file is refused before it fills the memory."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.intake.encodings import Encoding, detected
from techmgr.intake.table import Limits, Row, Table, Watch, check_columns, table_of

DELIMITERS = (",", ";", "\t")
_LONGEST_LINE = 4_000_000  # characters; a cell may hold 131,072 (the csv library's own limit)
_SAMPLE = 65_536
_APOSTROPHE = re.compile(r"'+[=+\-@\t\r]")


def taken_off(text: str) -> str:
    """Take off the apostrophe our CSV export puts before text that a spreadsheet would compute.

    "'=A1" becomes "=A1". The export adds one apostrophe to text that matches `'*[=+-@]`, so that
    text which had one of its own comes back with it: "''=A1" becomes "'=A1".
    """
    return text[1:] if text[:1] == "'" and _APOSTROPHE.match(text) else text


def read_delimited(
    path: Path,
    limits: Limits,
    encoding: Encoding | None = None,
    delimiter: str | None = None,
    watch: Watch | None = None,
) -> Table:
    """Read a CSV or TSV file; encoding and delimiter are detected unless they are given."""
    used = encoding or detected(path)
    with path.open("rb") as file:
        stream = io.TextIOWrapper(file, encoding=used.value, newline="")
        try:
            return _read(stream, used, delimiter, limits, watch)
        except UnicodeError:
            raise UserError(
                say(
                    "The file is not written in {encoding} throughout: choose another encoding.",
                    encoding=used.value,
                ),
                field="encoding",
            ) from None


def _read(
    stream: io.TextIOWrapper,
    encoding: Encoding,
    delimiter: str | None,
    limits: Limits,
    watch: Watch | None,
) -> Table:
    chosen = delimiter or _delimiter_of(stream.read(_SAMPLE))
    stream.seek(0)
    if len(chosen) != 1 or chosen in "\r\n":
        raise UserError(
            say("A delimiter is one sign, not “{text}”.", text=chosen), field="delimiter"
        )
    records = _records(stream, chosen, limits)
    columns, rows, notes, doubts = table_of(records, limits, watch)
    return Table(
        columns,
        rows,
        encoding=encoding.value,
        delimiter=chosen,
        notes=tuple(notes),
        doubts=tuple(doubts),
    )


def _records(stream: io.TextIOWrapper, delimiter: str, limits: Limits) -> Iterator[Row]:
    reader = csv.reader(_lines(stream, delimiter, limits), delimiter=delimiter, strict=True)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            yield Row(number, tuple([taken_off(cell) or None for cell in cells]))
    except csv.Error as error:
        raise _unreadable(number + 1, str(error)) from None


def _unreadable(number: int, why: str) -> UserError:
    if "field limit" in why:
        sentence = say(
            "Row {row} has a cell of more than {limit} characters: "
            "look for a quotation mark that is not closed.",
            row=number,
            limit=f"{csv.field_size_limit():,}",
        )
    else:
        sentence = say(
            "From row {row} on the file cannot be read: a quotation mark is not closed, "
            "or one inside a cell is not doubled.",
            row=number,
        )
    return UserError(sentence, field="file")


def _lines(stream: io.TextIOWrapper, delimiter: str, limits: Limits) -> Iterator[str]:
    first = True
    while line := stream.readline(_LONGEST_LINE):
        if "\0" in line:
            raise UserError(
                say(
                    "The file holds a zero byte, which no text has: "
                    "it is damaged, or not a CSV file. Save it again as CSV."
                ),
                field="file",
            )
        if len(line) == _LONGEST_LINE:
            check_columns(line.count(delimiter), limits)
            raise UserError(
                say("A line of the file is too long to be a row of a table."), field="file"
            )
        yield line.lstrip("\ufeff") if first else line
        first = False


def _delimiter_of(sample: str) -> str:
    """Return the delimiter that cuts the first rows into the same number of cells as the header."""
    return max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> tuple[float, int]:
    lines = list(io.StringIO(sample, newline=""))
    if len(sample) == _SAMPLE and len(lines) > 1:
        lines.pop()  # cut off in the middle
    counts = [len(cells) for cells in csv.reader(lines, delimiter=delimiter) if cells]
    if not counts or counts[0] == 1:
        return 0.0, 0
    return sum(count == counts[0] for count in counts) / len(counts), counts[0]
