"""Compute every deadline of many rights against a bare loop of date arithmetic; open and filter the year's list."""

import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from large_office import CASES

import techmgr.records  # noqa: F401 - makes every record and everything searched known
from techmgr import schema
from techmgr.core.days import add_months
from techmgr.docket.calendars import shipped_calendars
from techmgr.docket.compute import all_due
from techmgr.docket.events import Event
from techmgr.docket.queries import DeadlineFilter, count_due, due_within, people_due
from techmgr.docket.rulebook import shipped_rules
from techmgr.people.founding import FoundOffice, found_office
from techmgr.storage.office import Office
from techmgr.storage.unit import Undo, Unit, action

TODAY = date(2026, 9, 14)
OFFICER = "Ines Moreau"
STORY = {
    "us.nonfinal": 500,
    "us.reply": 600,
    "us.final": 800,
    "us.after_final_reply": 850,
    "us.rce": 900,
    "us.nonfinal ": 1000,
    "us.reply ": 1080,
    "us.allowed": 1200,
    "us.issue_fee_paid": 1250,
    "granted": 1300,
}
_OPEN_PER_RIGHT = 6


def right(number: int) -> list[Event]:
    filed = date(2000, 1, 1) + timedelta(days=number * 7 % 8000)
    later = [Event(kind.strip(), filed + timedelta(days=on)) for kind, on in STORY.items()]
    return [Event("filed", filed), Event("priority", filed), *later]


def computing(rights: int) -> None:
    """Processor time of all deadlines, for a quarter, half and all of the rights: linear or not."""
    book, calendars = shipped_rules(), shipped_calendars()
    facts = {"country": "US", "type": "utility"}
    for count in (rights // 4, rights // 2, rights):
        started = time.process_time()
        dues = sum(len(all_due(book, right(number), facts, calendars)) for number in range(count))
        computed = time.process_time() - started
        started = time.process_time()
        for number in range(dues):
            add_months(date(2020, 1, 31), number % 240)
        bare = time.process_time() - started
        events = count * (len(STORY) + 2)
        each = computed / count * 1000
        print(
            f"{count:,} rights, {events:,} events, {dues:,} deadlines: {computed:.1f} s,"
            f" {each:.2f} ms a right, {computed / bare:.0f} times bare date arithmetic",
            flush=True,
        )


@dataclass(frozen=True)
class Fill:
    """How many rights get records and deadlines."""

    rights: int


@action(undo=Undo.NONE, because="a generated office is thrown away as a whole")
def fill(unit: Unit, request: Fill) -> None:
    """Add cases, followed rights and their deadlines by set-based SQL."""
    connection = unit.session.connection()
    numbers = (
        "WITH RECURSIVE number (n) AS"
        f" (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < {request.rights})"
    )
    for statement in _STATEMENTS:
        connection.exec_driver_sql(statement.replace("NUMBERS", numbers))


_STATEMENTS = (
    """INSERT INTO person (version, name, sort_name, initials, email, phone, address, other_name,
        language, is_officer, login)
    NUMBERS SELECT 1, 'Given Family' || n, 'Family' || n, 'F' || (n % 10), '', '', '', '', 'en', 1, ''
    FROM number WHERE n <= 30""",
    """INSERT INTO technology (version, number, foreign_number, title, abstract, type, field, keywords,
        status, origin, received, manager_id)
    NUMBERS SELECT 1, printf('%05d', n), '', 'Sensor ' || n, '', 'invention', '', '', 'filed', 'import',
        date('2005-01-01', (n / 8) || ' days'), 2 + n % 29 FROM number""",
    """INSERT INTO docket_record (version, subject, kind, label, case_id, facts, asked_from)
    NUMBERS SELECT 1, 'patent:' || n, 'patent', 'US ' || n, n, '{"country": "US"}', '2020-01-01'
    FROM number""",
    f"""INSERT INTO deadline (version, subject, docket_record_id, case_id, step, kind, rule, title, citation,
        raw, legal, safe, last, extension_months, is_hard, is_duty, by_hand, state, on_day, reason,
        evidence, decided_by, set_by, checked_by)
    SELECT 1, subject, docket_record.id, case_id, 4, 'patent', 'us.reply', 'Reply to non-final action',
        '35 USC 133', day, day, day, date(day, '90 days'), 0, 0, 1, 0,
        CASE WHEN day < '2026-08-01' THEN 'done' ELSE 'open' END,
        CASE WHEN day < '2026-08-01' THEN day END, '', '', '', 'x', ''
    FROM docket_record JOIN (
        SELECT d.id AS of_record, date('2022-01-01', ((d.id * 37 + k.value * 977) % 3000) || ' days') AS day
        FROM docket_record d, json_each('[{",".join(str(n) for n in range(_OPEN_PER_RIGHT))}]') k
    ) ON of_record = docket_record.id""",
)  # fmt: skip


def listing(rights: int) -> None:
    """The year's list and its filters, against the bare SQL that returns the same rows."""
    place = Path(tempfile.mkdtemp()) / "docket.techmgr"
    schema.create(str(place))
    office = schema.open_office(str(place), officer=OFFICER)
    office.fixed_today = TODAY
    office.act(found_office, FoundOffice("Halden", OFFICER))
    office.act(fill, Fill(rights))
    year = DeadlineFilter(until=date(2027, 9, 14))
    month = DeadlineFilter(until=date(2026, 10, 19))
    mine = DeadlineFilter(until=date(2027, 9, 14), person_id=7)
    for name, chosen, limit in (
        ("the next 35 days", month, 5_000),
        ("the year, first 5,000", year, 5_000),
        ("the year of one person", mine, 5_000),
    ):
        _told(office, name, chosen, limit)
    _compared(office, "counting the year", lambda s: count_due(s, year, TODAY), _COUNT)
    _compared(office, "who answers", people_due, _PEOPLE)
    office.close()


_BARE = """SELECT deadline.*, docket_record.label, technology.number, technology.title, person.name
    FROM deadline LEFT JOIN docket_record ON docket_record.subject = deadline.subject
    LEFT JOIN technology ON technology.id = deadline.case_id
    LEFT JOIN person ON person.id = coalesce(deadline.person_id, technology.manager_id)
    WHERE state IN ('open') AND NOT (state = 'open' AND is_duty = 0 AND legal < '2026-09-14')
    AND safe <= '{until}' {more} ORDER BY safe, deadline.id LIMIT {limit}"""
_COUNT = """SELECT count(*) FROM deadline WHERE state IN ('open')
    AND NOT (state = 'open' AND is_duty = 0 AND legal < '2026-09-14') AND safe <= '2027-09-14'"""
_PEOPLE = """SELECT DISTINCT person.id, person.name FROM deadline
    LEFT JOIN technology ON technology.id = deadline.case_id
    JOIN person ON person.id = coalesce(deadline.person_id, technology.manager_id)
    WHERE state = 'open' ORDER BY person.name"""


def _told(office: Office, name: str, chosen: DeadlineFilter, limit: int) -> None:
    more = "AND person.id = 7" if chosen.person_id else ""
    bare = _BARE.format(until=chosen.until, more=more, limit=limit)
    _compared(office, name, lambda s: due_within(s, chosen, TODAY, limit=limit), bare)


def _compared(office: Office, name: str, query: Callable[[Any], Any], bare: str) -> None:
    def plain(session: Any) -> Any:
        return session.connection().exec_driver_sql(bare).fetchall()

    ours, theirs = _least(lambda: office.read(query)), _least(lambda: office.read(plain))
    print(
        f"{name}: {ours * 1000:.0f} ms, bare SQL {theirs * 1000:.0f} ms, {ours / theirs:.1f} times"
    )


def _least(run: Callable[[], Any]) -> float:
    """The least processor time of several runs."""
    times = []
    for _ in range(5):
        started = time.process_time()
        run()
        times.append(time.process_time() - started)
    return min(times)


def main(rights: int) -> None:
    computing(rights)
    listing(rights)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CASES // 2)
