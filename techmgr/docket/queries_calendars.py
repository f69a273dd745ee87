"""Reads of calendars: which there are, the closed days of a year and where each comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.texts import Text
from techmgr.docket.book import OWN_CALENDAR, calendars_on
from techmgr.docket.calendars import Calendar, not_covered, public_days
from techmgr.docket.model import CalendarDay, CalendarYear
from techmgr.docket.rule_text import toml_of


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of a calendar in a year. `origin`: public, shipped, or own; own ones have an id.

    `kind`: closed, open (a public holiday on which the office works), workday (a weekend worked:
    a term still moves on).
    """

    day: date
    kind: str
    name: str
    origin: str
    source: str
    id: int | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class YearOfDays:
    """A calendar in one year: its days, and what is not known of it."""

    code: str
    title: Text
    source: str
    year: int
    days: tuple[DayRow, ...]
    covered: bool
    confirmed: str  # who compared it with the office's list, empty when nobody did
    confirmed_id: int | None
    warning: Text | None


def calendar_names(session: Session, today: date) -> list[tuple[str, Text]]:
    """Return every calendar once: code and title."""
    calendars = calendars_on(session, today)
    return [(code, Text(each.title)) for code, each in calendars.items() if each.code == code]


def year_of_days(session: Session, code: str, year: int, today: date) -> YearOfDays:
    """Return the days of a calendar in a year. Raises KeyError for a calendar that is not there."""
    calendars = calendars_on(session, today)
    calendar = calendars[code]
    stored = calendar.code if code == OWN_CALENDAR else code
    own = _own(session, stored, year)
    rows = [row for row in _known(calendar, year) if row.day not in {each.day for each in own}]
    confirmed = session.scalars(
        select(CalendarYear).where(CalendarYear.calendar == stored, CalendarYear.year == year)
    ).first()
    return YearOfDays(
        code=stored,
        title=Text(calendar.title),
        source=calendar.source,
        year=year,
        days=tuple(sorted([*rows, *own], key=lambda row: row.day)),
        covered=calendar.covers(year),
        confirmed=confirmed.source if confirmed else "",
        confirmed_id=confirmed.id if confirmed else None,
        warning=not_covered(calendar, [year]),
    )


def _own(session: Session, code: str, year: int) -> list[DayRow]:
    chosen = (
        CalendarDay.calendar == code,
        CalendarDay.day >= date(year, 1, 1),
        CalendarDay.day <= date(year, 12, 31),
    )
    return [
        DayRow(each.day, each.kind, each.name, "own", each.source, each.id, each.version)
        for each in session.scalars(select(CalendarDay).where(*chosen))
    ]


def _known(calendar: Calendar, year: int) -> list[DayRow]:
    declared = {each.day: each for each in calendar.closings}
    public = public_days(calendar, year)
    rows = []
    for day, name in calendar.closed_days(year).items():
        if day in declared:
            rows.append(DayRow(day, "closed", name, "shipped", declared[day].source))
        else:
            rows.append(DayRow(day, "closed", name, "public" if day in public else "shipped", ""))
    worked = [day for day in calendar.workdays if day.year == year]
    rows += [DayRow(day, "workday", "", "shipped", "") for day in worked]
    return [*rows, *_opened(calendar, year, public)]


def _opened(calendar: Calendar, year: int, public: Mapping[date, str]) -> list[DayRow]:
    days = [day for day in calendar.opened if day.year == year]
    return [DayRow(day, "open", public.get(day, ""), "shipped", "") for day in days]


def calendar_file(session: Session, code: str, today: date) -> str:
    """Return a calendar with what the office added as a TOML file, to be taken in elsewhere."""
    calendar = calendars_on(session, today)[code]
    closed = [
        {"day": each.day, "name": each.name, "source": each.source} for each in calendar.closings
    ]
    table = {
        "code": calendar.code,
        "title": calendar.title,
        "source": calendar.source,
        "base": calendar.base[0] if calendar.base else "",
        "region": (calendar.base[1] or "") if calendar.base else "",
        "covered": [list(each) for each in calendar.covered],
        "workdays": sorted(calendar.workdays),
        "opened": sorted(calendar.opened),
        "yearly": [
            {"month": each.month, "day": each.day, "name": each.name, "every": each.every,
             "counted_from": each.counted_from}
            for each in calendar.yearly
        ],
        "closed": sorted(closed, key=lambda each: str(each["day"])),
    }  # fmt: skip
    return toml_of(table)
