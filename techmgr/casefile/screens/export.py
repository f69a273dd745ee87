"""Writes exactly what the list of cases shows: its columns, its order, its filter, as a workbook or CSV."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from techmgr.casefile.queries import CaseFilter, all_cases
from techmgr.core.money import Money
from techmgr.desktop.columns import Column, Kind, Marked
from techmgr.desktop.showing import showing
from techmgr.documents.content import Column as SheetColumn
from techmgr.documents.content import Kind as SheetKind
from techmgr.documents.csv_file import write_csv
from techmgr.documents.sheets import Book, Sheet
from techmgr.storage.office import Office

_STEPS = 9
_KINDS = {Kind.DATE: SheetKind.DAY, Kind.MONEY: SheetKind.MONEY}


def write_cases(
    office: Office,
    chosen: CaseFilter,
    columns: Sequence[Column],
    path: Path,
    title: str,
    *,
    report: Callable[[int, int], None],
) -> Path:
    """Write the list into a file named by its ending; runs beside the window."""
    rows = office.read(cells_of, chosen, columns, office.today, report)
    return write_rows(columns, rows, path, title)


def write_rows(
    columns: Sequence[Column], rows: Sequence[Sequence[Any]], path: Path, title: str
) -> Path:
    """Write cells that were read, with the titles of their columns."""
    titles = [title for column in columns for title in _titles(column)]
    if path.suffix.casefold() == ".csv":
        return write_csv(path, titles, rows, for_excel=True)
    from techmgr.documents.workbook import write  # noqa: PLC0415 - a fifth of a second that the first window can do without

    sheet = Sheet(title, _heads(columns), rows, is_filtered=True)
    return write(Book([sheet], title, showing.language), path)


def cells_of(
    session: Session,
    chosen: CaseFilter,
    columns: Sequence[Column],
    today: date,
    report: Callable[[int, int], None],
) -> list[list[Any]]:
    """Read the list as cells: plain values, words already in the window's language."""
    rows = []
    for number, row in enumerate(all_cases(session, chosen, today), start=1):
        rows.append([cell for column in columns for cell in _values(column, row)])
        if number % 500 == 0:
            report(number, 0)
    return rows


def _titles(column: Column) -> list[str]:
    if column.kind is Kind.STRIP:
        return [str(step) for step in range(1, _STEPS + 1)]
    return [column.title]


def _values(column: Column, row: Any) -> list[Any]:
    value = column.of(row)
    if column.kind is Kind.STRIP:
        return [str(state).replace("_", " ") for state in value]
    if isinstance(value, Marked):
        return [value.text]
    if column.show is None and isinstance(value, Money | date | int):
        return [value]
    return [column.text(row)] if value is not None else [None]


def _heads(columns: Sequence[Column]) -> list[SheetColumn]:
    return [
        SheetColumn(title, _KINDS.get(column.kind, SheetKind.TEXT))
        for column in columns
        for title in _titles(column)
    ]
