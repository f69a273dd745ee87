"""A generated office of 100,000 cases and 1,000,000 notes, made once for each state of the schema and kept.

TECHMGR_BENCH_CASES makes it smaller, with ten notes a case: ratios of a small office are not those of
docs/speed.md, but everything is run in minutes.
"""

import hashlib
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import techmgr.records  # noqa: F401 - makes every record and everything searched known
from techmgr import schema
from techmgr.people.founding import FoundOffice, found_office
from techmgr.sample.technologies import technologies
from techmgr.storage.encryption import set_passphrase
from techmgr.storage.office import Office
from techmgr.storage.unit import Undo, Unit, action

TODAY = date(2026, 9, 14)
OFFICER = "Ines Moreau"
PASSPHRASE = "a long walk to the harbour"
CASES = int(os.environ.get("TECHMGR_BENCH_CASES", "100000"))
NOTES = 10 * CASES
_NOTES_AT_ONCE = 200_000
_SOURCE = Path(schema.__file__).parent
_WHAT_MAKES_IT = (
    Path(__file__),
    _SOURCE / "migrations" / "versions" / "0001_office.py",
    _SOURCE / "storage" / "search.py",
    _SOURCE / "storage" / "triggers.py",
    _SOURCE / "technology" / "searching.py",
)


@dataclass(frozen=True)
class Fill:
    """Statements that add records, with `:first` and `:last` as the numbers they make."""

    statements: tuple[str, ...]
    first: int
    last: int


@action(undo=Undo.NONE, because="a generated office is thrown away as a whole")
def fill(unit: Unit, request: Fill) -> None:
    """Add records by set-based SQL: audited by the triggers and searched like any others."""
    connection = unit.session.connection()
    for table, rows in (("mixed_case", _mixed_cases()), ("mixed_sentence", _sentences())):
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS temp.{table}")
        connection.exec_driver_sql(f"CREATE TEMP TABLE {table} (id INTEGER PRIMARY KEY, a, b, c)")
        connection.exec_driver_sql(f"INSERT INTO {table} VALUES (?, ?, ?, ?)", list(rows))
    numbers = (
        "WITH RECURSIVE number (n) AS"
        f" (SELECT {request.first} UNION ALL SELECT n + 1 FROM number WHERE n < {request.last})"
    )
    for statement in request.statements:
        connection.exec_driver_sql(statement.replace("NUMBERS", numbers))


def _halves(text: str) -> tuple[str, str]:
    sentences = re.split(r"(?<=[.!?])\s+", text)
    middle = (len(sentences) + 1) // 2
    return " ".join(sentences[:middle]), " ".join(sentences[middle:])


def _mixed_cases() -> Iterator[tuple[int, str, str, str]]:
    """Title and both halves of the abstract of every real technology, for mixing."""
    for number, real in enumerate(technologies()):
        yield number, real.title, *_halves(real.abstract[:900])


def _sentences() -> Iterator[tuple[int, str, str, str]]:
    texts = (real.abstract for real in technologies())
    sentences = [each for text in texts for each in re.split(r"(?<=[.!?])\s+", text) if each]
    for number, sentence in enumerate(sentences):
        yield number, sentence[:200], "", ""


_PEOPLE = (
    """INSERT INTO organisation (version, name, short_name, kind, country, domain, address)
    NUMBERS SELECT 1, 'Department of ' || a, '', 'department', 'US', '', ''
    FROM number JOIN mixed_case ON mixed_case.id = n WHERE n < 24""",
    """INSERT INTO person (version, name, sort_name, initials, email, phone, address, other_name,
        language, is_officer, login)
    NUMBERS SELECT 1, 'Given' || (n % 97) || ' Family' || n, 'Family' || n || ', Given' || (n % 97),
        'F' || (n % 10), 'p' || n || '@example.org', '', '', '', 'en', n <= 30, ''
    FROM number""",
)
_CASES = (
    """INSERT INTO technology (version, number, foreign_number, title, abstract, type, field, keywords,
        status, origin, received, manager_id, department_id)
    NUMBERS SELECT 1, printf('%02d-%05d', n / 4000, n), 'T-' || n,
        one.a || ' with ' || two.a, one.b || ' ' || two.c || CASE n % 50 WHEN 0 THEN ' 光纤传感器' ELSE '' END,
        'invention', '', '',
        CASE n % 5 WHEN 0 THEN 'licensed' WHEN 1 THEN 'filed' WHEN 2 THEN 'closed' ELSE 'new' END,
        'import', date('2002-01-01', (n / 12) || ' days'), 2 + n % 30, 2 + n % 24
    FROM number
    JOIN mixed_case one ON one.id = n % (SELECT count(*) FROM mixed_case)
    JOIN mixed_case two ON two.id = n / 7 % (SELECT count(*) FROM mixed_case)""",
    """INSERT INTO case_step (case_id, step, state, since, reason, summary, summary_values)
    NUMBERS SELECT n, 1 + n % 4, 'done', '2020-01-01', '', '', '{}' FROM number""",
    """INSERT INTO case_step (case_id, step, state, since, reason, summary, summary_values)
    NUMBERS SELECT n, 5, 'active', '2022-01-01', '', '', '{}' FROM number""",
    """INSERT INTO task (version, subject, title, step, due, person_id)
    NUMBERS SELECT 1, 'technology:' || n, 'Call the licensee', 5, date('2026-06-01', (n % 400) || ' days'),
        2 + n % 30 FROM number WHERE n % 4 = 0""",
    """INSERT INTO receipt (version, number, received, income_type, gross, currency, bank_fees,
        withheld_tax, base_minor, base_currency, memo, foreign_number)
    NUMBERS SELECT 1, 'R' || n, date('2022-01-01', (n % 1700) || ' days'), 'royalty',
        100 * n, 'USD', 0, 0, 100 * n, 'USD', '', '' FROM number WHERE n % 4 = 1""",
    """INSERT INTO receipt_part (receipt_id, case_id, minor)
    SELECT id, gross / 100, gross FROM receipt""",
)
_NOTES = (
    """INSERT INTO note (version, subject, kind, on_day, text, person_id)
    NUMBERS SELECT 1, 'technology:' || (1 + n % CASES), 'call', date('2015-01-01', (n % 4000) || ' days'),
        'Note ' || n || ': ' || a, 2 + n % 30
    FROM number JOIN mixed_sentence ON mixed_sentence.id = n * 31 % (SELECT count(*) FROM mixed_sentence)""".replace(
        "CASES", str(CASES)
    ),
)


def large_office(*, encrypted: bool = False) -> Path:
    """Return the file of the generated office; the first call of a schema takes minutes."""
    made = b"".join(path.read_bytes() for path in _WHAT_MAKES_IT)
    folder = Path(tempfile.gettempdir()) / f"techmgr-bench-{CASES}"
    folder.mkdir(exist_ok=True)
    key = hashlib.sha256(made).hexdigest()[:12]
    plain, locked = folder / f"{key}.techmgr", folder / f"{key}-encrypted.techmgr"
    if not plain.exists():
        for old in folder.glob("*.techmgr*"):
            old.unlink()
        _told(f"making an office of {CASES:,} cases and {NOTES:,} notes", lambda: _make(plain))
    if encrypted and not locked.exists():
        shutil.copy(plain, locked)
        _told("encrypting it", lambda: set_passphrase(locked, None, PASSPHRASE))
    return locked if encrypted else plain


def _told(what: str, work: Callable[[], object]) -> None:
    started = time.perf_counter()
    work()
    print(f"({what}: {time.perf_counter() - started:.0f} s, kept for the next time)", flush=True)


def _make(path: Path) -> None:
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    schema.create(str(fresh))
    office = schema.open_office(str(fresh), officer=OFFICER)
    office.fixed_today = TODAY
    office.act(found_office, FoundOffice("Halden", OFFICER))
    office.act(fill, Fill(_PEOPLE, 0, 20_000))
    office.act(fill, Fill(_CASES, 1, CASES))
    for first in range(0, NOTES, _NOTES_AT_ONCE):
        office.act(fill, Fill(_NOTES, first, min(first + _NOTES_AT_ONCE, NOTES) - 1))
    office.close()
    fresh.rename(path)


def opened(path: Path, passphrase: str | None = None) -> Office:
    """Open the generated office on its day."""
    office = schema.open_office(str(path), passphrase=passphrase, officer=OFFICER)
    office.fixed_today = TODAY
    return office


if __name__ == "__main__":
    print(large_office(encrypted="--encrypted" in sys.argv))
