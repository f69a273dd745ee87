"""Writes rows as CSV that no spreadsheet takes for formulas, and that our own import reads back."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction
from io import StringIO
from pathlib import Path

from techmgr.core.money import Money
from techmgr.core.shares import show_share
from techmgr.documents.content import Cell
from techmgr.documents.names import write_whole

# What spreadsheets take for the beginning of a formula, in half and full width.
_RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_SUSPECT = frozenset({*_RISKY, "'"})  # with another first character a text is harmless


def guarded(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet would take for a formula: =1+1 is '=1+1."""
    if text[:1] not in _SUSPECT:
        return text
    return f"'{text}" if text.lstrip("'").startswith(_RISKY) else text


def unguarded(text: str) -> str:
    """Take off the one apostrophe that `guarded` put before a text; other texts stay as they are."""
    risky = text.startswith("'") and text.lstrip("'").startswith(_RISKY)
    return text[1:] if risky else text


def csv_text(titles: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return rows as CSV: text guarded, amounts and numbers plain, days ISO, not known empty."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([guarded(title) for title in titles])
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return out.getvalue()


def write_csv(
    path: Path, titles: Sequence[str], rows: Iterable[Sequence[Cell]], *, for_excel: bool = False
) -> Path:
    """Write rows as UTF-8, whole or not at all; `for_excel` begins with the mark Excel looks for."""
    encoding = "utf-8-sig" if for_excel else "utf-8"
    return write_whole(path, csv_text(titles, rows).encode(encoding, errors="replace"))


def _plain(cell: Cell) -> str:
    match cell:
        case str():
            return guarded(cell.replace("\x00", ""))
        case None:
            return ""
        case Money():
            return f"{cell.decimal:f}"
        case Fraction():
            return show_share(cell)
        case date():
            return cell.isoformat()
        case _:
            return str(cell)
