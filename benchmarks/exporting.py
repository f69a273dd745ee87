"""Export a list of cases as the window does, against openpyxl and csv writing the same cells.

Reading the rows is measured apart: the bare libraries read nothing. Times are of the processor.
"""

import csv
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any

from large_office import CASES, TODAY, large_office, opened
from openpyxl import Workbook

from techmgr.casefile.queries import CaseFilter
from techmgr.casefile.screens.columns import case_columns
from techmgr.casefile.screens.export import cells_of, write_rows
from techmgr.core.money import Money
from techmgr.desktop.columns import Column
from techmgr.office.queries import all_words
from techmgr.storage.office import Office

ROWS, ROUNDS, RATIO = 20_000, 3, 1.5


class Words:
    """What the columns ask of a window: the words of codes."""

    def __init__(self, office: Office) -> None:
        self.lists = self
        self._words = office.read(all_words, "en")

    def word(self, name: str, code: str) -> str:
        return self._words.get((name, code), code)


def spent(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def plain(cell: Any) -> Any:
    """What a cell is to a library: a number, a day or text."""
    return cell.decimal if isinstance(cell, Money) else cell


def bare_workbook(rows: Sequence[Sequence[Any]], path: Path) -> None:
    book = Workbook(write_only=True)
    page = book.create_sheet("Cases")
    for row in rows:
        page.append([plain(cell) for cell in row])
    book.save(path)


def bare_csv(rows: Sequence[Sequence[Any]], path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        out = csv.writer(file)
        for row in rows:
            out.writerow([c.isoformat() if isinstance(c, date) else plain(c) for c in row])


def main() -> bool:
    """Print each ratio; tell whether writing stays within its gate."""
    office = opened(large_office())
    columns: list[Column] = case_columns(Words(office))
    started = time.process_time()
    rows = office.read(cells_of, CaseFilter(), columns, TODAY, lambda _done, _of: None)
    reading = time.process_time() - started
    office.close()
    rows = rows[:ROWS]
    within = True
    with tempfile.TemporaryDirectory() as folder:
        for ending, bare in ((".xlsx", bare_workbook), (".csv", bare_csv)):
            ours, least = Path(folder) / f"ours{ending}", Path(folder) / f"bare{ending}"
            pairs = [
                (
                    spent(lambda: write_rows(columns, rows, ours, "Cases")),  # noqa: B023 - called at once
                    spent(lambda: bare(rows, least)),  # noqa: B023 - as above
                )
                for _ in range(ROUNDS)
            ]
            ratio = median(mine / theirs for mine, theirs in pairs)
            mine, theirs = (min(each) for each in zip(*pairs, strict=True))
            print(
                f"  {ending}: {len(rows):,} rows {mine:.2f} s, the bare library {theirs:.2f} s:"
                f" {ratio:.2f} times (gate {RATIO})"
            )
            within = within and ratio <= RATIO
    print(f"  reading all {CASES:,} rows for it: {reading:.1f} s")
    return within


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
