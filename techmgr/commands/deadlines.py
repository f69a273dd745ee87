"""Commands on the docket: what is due."""

import argparse
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from techmgr import records
from techmgr.commands.output import show_rows
from techmgr.commands.places import opened
from techmgr.core.days import parse_day
from techmgr.core.texts import LANGUAGES
from techmgr.docket.calendar_file import calendar_text
from techmgr.docket.look_ahead import look_ahead
from techmgr.docket.queries import DeadlineFilter, due_within, office_mark
from techmgr.docket.queries_why import Why, whys_of
from techmgr.documents.content import Sender
from techmgr.documents.names import write_whole
from techmgr.documents.pdf import write
from techmgr.office.queries import settings_on

assert records.__all__, "every record is known before an office is opened"

_AHEAD = 35  # days shown unless --until says otherwise


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands of this module."""
    due = commands.add_parser("due", parents=[shared], help="deadlines by safe date, overdue first")
    due.add_argument("path", metavar="PATH", help="an office file or a database's address")
    due.add_argument("--until", metavar="DATE", help="the last safe date; 35 days on when left out")
    due.add_argument("--ics", type=Path, metavar="FILE", help="write them as a calendar file too")
    due.add_argument(
        "--pdf", type=Path, metavar="FILE", help="write them as a paper for the meeting too"
    )
    due.add_argument("--language", choices=LANGUAGES, default="en", help="of the files")
    due.set_defaults(run=_due)


def _due(asked: argparse.Namespace) -> None:
    with opened(asked, read_only=True) as office:
        until = _until(asked.until, office.today)
        rows = office.read(due_within, DeadlineFilter(until), office.today)
        whys = office.read(whys_of, rows, office.today)
        name = office.read(settings_on, office.today).office_name
        mark, today = office.read(office_mark), office.today
    if asked.ics:
        write_whole(asked.ics, calendar_text(name, mark, whys, asked.language))
    if asked.pdf:
        write(look_ahead(Sender(name), rows, today, until, asked.language), asked.pdf)
    shown = [_shown(each, today) for each in whys]
    empty = f"Nothing is due until {until.isoformat()}."
    if asked.json:
        show_rows(shown, as_json=True)
        return
    kept = ("safe_date", "legal_date", "title", "record", "case_number", "person", "citation")
    show_rows([{name: row[name] for name in kept} for row in shown], as_json=False, empty=empty)
    late = sum(row["overdue"] for row in shown)
    if late:
        sys.stdout.write(f"{late:,} of {len(shown):,} overdue.\n")


def _until(text: str | None, today: date) -> date:
    return parse_day(text) if text else today + timedelta(days=_AHEAD)


def _shown(why: Why, today: date) -> dict[str, Any]:
    row = why.row
    return {
        "safe_date": row.safe,
        "legal_date": row.legal,
        "last_date": row.last,
        "title": str(row.title),
        "record": row.record,
        "subject": row.subject,
        "case_number": row.case_number,
        "case_title": row.case_title,
        "person": row.person,
        "kind": row.kind,
        "hard": row.is_hard,
        "overdue": row.is_overdue(today),
        "checked_by": row.checked_by,
        "rule": row.rule,
        "citation": row.citation,
        "why": str(why.sentence),
        "warnings": [str(each) for each in why.warnings],
    }
