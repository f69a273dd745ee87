"""Deadlines as a calendar other programs can read or subscribe to."""

from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event

from techmgr.core.texts import Text, words
from techmgr.docket.queries_why import Why

_PRODUCT = "-//techmgr//deadlines//EN"


def calendar_text(office: str, whys: Sequence[Why], language: str = "en") -> bytes:
    """Return an iCalendar file: each deadline on its safe date, all day, with its arithmetic.

    The identity of an entry is the deadline's, so that a date that moved moves in the other
    program too; its number of changes counts up with the deadline's version.
    """
    found = Calendar()
    found.add("prodid", _PRODUCT)
    found.add("version", "2.0")
    found.add("x-wr-calname", office)
    for why in whys:
        found.add_component(_entry(office, why, language))
    return bytes(found.to_ical())


def _entry(office: str, why: Why, language: str) -> Event:
    row, entry = why.row, Event()
    title = words(row.title, language)
    entry.add("uid", f"deadline-{row.id}@{'-'.join(office.split()) or 'office'}.techmgr")
    # When it was made is not stored with a deadline: its own day keeps the file the same each time.
    entry.add("dtstamp", datetime.combine(row.safe, time(), UTC))
    entry.add("sequence", row.version)
    entry.add("dtstart", row.safe)
    entry.add("dtend", row.safe + timedelta(days=1))
    entry.add("summary", f"{row.record}: {title}" if row.record else title)
    entry.add("description", "\n".join(_lines(why, language)))
    entry.add("transp", "TRANSPARENT")
    return entry


def _lines(why: Why, language: str) -> list[str]:
    row = why.row
    case = f"{row.case_number} {row.case_title}".strip()
    last = words(Text("Last day {day}", {"day": row.legal}), language)
    told = [words(each, language) for each in (why.sentence, *why.windows, *why.warnings)]
    return [line for line in (case, last, *told, row.citation, row.person) if line]
