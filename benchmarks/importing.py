"""Import a generated portfolio, and compare with the same rows by bare executemany into the same tables.

Times are of the processor, so that other work on the machine does not count.
"""

import csv
import random
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

from large_office import CASES

import techmgr.records  # noqa: F401 - makes every record and every import known
from techmgr import schema
from techmgr.intake.actions import ImportRows, import_rows
from techmgr.intake.mapping import Profile, matched
from techmgr.intake.queries import dry_run, target_of
from techmgr.intake.reading import read
from techmgr.people.founding import FoundOffice, found_office
from techmgr.storage.engines import connection_to
from techmgr.storage.office import Office
from techmgr.storage.words import spaced

RATIO = 3.5  # gate: times the same rows into the same tables and indexes; the goal is 3
RUNS = 3  # of the bare rows: on a busy machine they differ by a half
HEADER = "Center,Status,Case Number,Patent Number,Application SN,Title,Abstract,Patent Expiration Date,Remark"
WORDS = (
    "laser",
    "sensor",
    "valve",
    "coating",
    "optical",
    "fiber",
    "thermal",
    "alloy",
    "neural",
    "pump",
)
# Written by the import, parents before children; the triggers write the audit trail both times.
TABLES = (
    "organisation",
    "technology",
    "patent",
    "patent_case",
    "case_step",
    "import_run",
    "imported_rows",
    "imported_text",
    "docket_record",
    "docket_event",
    "deadline",
    "search_entry",
)


def portfolio(path: Path, rows: int) -> None:
    """Two thirds granted patents, abstracts of sixty words, a remark in every tenth row."""
    chance = random.Random(1)
    with path.open("w", newline="") as file:
        out = csv.writer(file)
        out.writerow(HEADER.split(","))
        for n in range(rows):
            out.writerow(
                [
                    f"Center {n % 12}",
                    "Issued" if n % 3 else "Application",
                    f"T-{n:06}",
                    str(6_000_000 + n) if n % 3 else "",
                    f"{10 + n % 6}/{n % 900:03},{n // 900:03}",
                    " ".join(chance.choices(WORDS, k=6)),
                    " ".join(chance.choices(WORDS, k=60)),
                    f"{1 + n % 12:02}/{1 + n % 28:02}/{2020 + n % 20}",
                    "renew" if n % 10 == 0 else "",
                ]
            )


def office(path: Path) -> Office:
    schema.create(str(path))
    opened = schema.open_office(str(path), officer="Ines Moreau")
    opened.fixed_today = date(2026, 9, 14)
    opened.act(found_office, FoundOffice("Halden", "Ines Moreau"))
    return opened


def imported(path: Path, file: Path) -> dict[str, float]:
    opened = office(path)
    spent = {}
    start = time.process_time()
    table = read(file)
    spent["read"] = time.process_time() - start
    start = time.process_time()
    profile = Profile("", "cases", matched(table.columns, opened.read(target_of, "cases")))
    trial = opened.read(dry_run, table, profile, opened.today)
    spent["dry run"] = time.process_time() - start
    start = time.process_time()
    opened.act(import_rows, ImportRows(profile, trial.file, file.name, ""))
    spent["import"] = time.process_time() - start
    start = time.process_time()
    again = opened.act(import_rows, ImportRows(profile, trial.file, file.name, ""))
    spent["again"] = time.process_time() - start
    assert again.entry is None
    opened.close()
    return spent


def bare(source: Path, path: Path) -> float:
    """Write the rows that the import wrote, in one transaction, by the driver alone."""
    office(path).close()
    there, here = connection_to(source, None), connection_to(path, None)
    here.execute("PRAGMA foreign_keys = ON")
    rows = {}
    for table in TABLES:
        known = here.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0]
        found = there.execute(f"SELECT * FROM {table} WHERE id > {known}")
        rows[table] = (len(found.description), found.fetchall())
    cases = [
        (number, spaced(f"{title} {abstract}"))
        for number, title, abstract in there.execute(
            "SELECT id * 32 + 1, number || ' ' || title, abstract FROM technology"
        )
    ]
    rights = there.execute("SELECT id * 32 + 6, title || grant_number FROM patent").fetchall()
    start = time.process_time()
    here.execute("BEGIN IMMEDIATE")
    here.execute("INSERT INTO audit_open (batch) VALUES (1)")
    for table, (width, found) in rows.items():
        blanks = ", ".join("?" * width)
        here.executemany(f"INSERT INTO {table} VALUES ({blanks})", found)
    here.executemany("INSERT INTO search_words_1 (rowid, words) VALUES (?, ?)", cases)
    here.executemany("INSERT INTO search_words_6 (rowid, words) VALUES (?, ?)", rights)
    here.execute("DELETE FROM audit_open")
    here.execute("COMMIT")
    return time.process_time() - start


def main(rows: int) -> float:
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        portfolio(place / "portfolio.csv", rows)
        spent, least = imported(place / "0.techmgr", place / "portfolio.csv"), 0.0
        for run in range(1, RUNS + 1):
            least += bare(place / "0.techmgr", place / f"{run}.techmgr") / RUNS
    told = ", ".join(f"{name} {seconds:.1f} s" for name, seconds in spent.items())
    print(f"{rows:,} rows: {told}; the same rows by executemany {least:.1f} s")
    ratio = spent["import"] / least
    whole = (spent["read"] + spent["dry run"] + spent["import"]) / least
    print(f"import {ratio:.1f} times (gate {RATIO:g}), with reading and dry run {whole:.1f} times")
    return ratio


if __name__ == "__main__":
    sys.exit(0 if main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES) <= RATIO else 1)
