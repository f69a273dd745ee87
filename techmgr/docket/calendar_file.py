"""Deadlines as a calendar other programs can read or subscribe to."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from techmgr.core.texts import Text, say, words
from techmgr.docket.queries import DeadlineRow
from techmgr.docket.queries_why import Why

if TYPE_CHECKING:
    from icalendar import Event

_PRODUCT = "-//techmgr//deadlines//EN"


def calendar_text(office: str, mark: str, whys: Sequence[Why], language: str = "en") -> bytes:
    """Return an iCalendar file: each deadline on its safe date, all day, with its arithmetic.

    The identity of an entry is the deadline's in the office of that `mark`, so that a date that
    moved moves in the other program too; its number of changes counts up with the deadline's version.
    """
    entries = [
        _entry(mark, why.row, _title(why.row, language), _lines(why, language)) for why in whys
    ]
    return _calendar(office, entries)


def plain_calendar(
    office: str, mark: str, rows: Sequence[DeadlineRow], language: str = "en"
) -> bytes:
    """Return the same without a word that was typed: the record's number, the rule, the days."""
    entries = []
    for row in rows:
        last = words(say("Last day {day}", day=row.legal), language)
        title = words(say("Deadline"), language) if row.by_hand else words(row.title, language)
        cited = "" if row.by_hand else row.citation
        named = f"{row.case_number or row.record}: {title}".removeprefix(": ")
        entries.append(_entry(mark, row, named, [line for line in (last, cited) if line]))
    return _calendar(office, entries)


def _calendar(office: str, entries: Sequence["Event"]) -> bytes:
    from icalendar import Calendar  # noqa: PLC0415 - the first window can do without

    found = Calendar()
    found.add("prodid", _PRODUCT)
    found.add("version", "2.0")
    found.add("x-wr-calname", office)
    for each in entries:
        found.add_component(each)
    return bytes(found.to_ical())


def _entry(mark: str, row: DeadlineRow, title: str, lines: Sequence[str]) -> "Event":
    from icalendar import Event  # noqa: PLC0415 - the first window can do without

    entry = Event()
    entry.add("uid", f"deadline-{row.id}@{mark}.techmgr")
    # When it was made is not stored with a deadline: its own day keeps the file the same each time.
    entry.add("dtstamp", datetime.combine(row.safe, time(), UTC))
    entry.add("sequence", row.version)
    entry.add("dtstart", row.safe)
    entry.add("dtend", row.safe + timedelta(days=1))
    entry.add("summary", title)
    entry.add("description", "\n".join(lines))
    entry.add("transp", "TRANSPARENT")
    return entry


def _title(row: DeadlineRow, language: str) -> str:
    title = words(row.title, language)
    return f"{row.record}: {title}" if row.record else title


def _lines(why: Why, language: str) -> list[str]:
    row = why.row
    case = f"{row.case_number} {row.case_title}".strip()
    last = words(Text("Last day {day}", {"day": row.legal}), language)
    told = [words(each, language) for each in (why.sentence, *why.windows, *why.warnings)]
    return [line for line in (case, last, *told, row.citation, row.person) if line]
