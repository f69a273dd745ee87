"""What an officer does with calendars: enter closed days, confirm a year, bring in a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import or_, select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.docket.book import calendars_on
from techmgr.docket.calendars import Calendar, read_calendar
from techmgr.docket.model import CalendarDay, CalendarYear, Deadline, OwnCalendar
from techmgr.docket.recomputing import Change, recompute
from techmgr.storage.unit import Undo, Unit, action

_REACH = timedelta(days=21)  # as far as the longest run of closed days can move a date
_AT_ONCE = 200
KINDS = ("closed", "open", "workday")


@dataclass(frozen=True, slots=True)
class KeepDay:
    """A day of a calendar: declared closed, open all the same, or a weekend worked; who said so."""

    calendar: str
    day: date
    kind: str
    name: str
    source: str
    day_id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveDay:
    """A day the office entered by mistake."""

    day_id: int
    version: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class ConfirmYear:
    """The closed days of a year were compared with the other office's own list, and are whole."""

    calendar: str
    year: int
    source: str


@dataclass(frozen=True, slots=True)
class TakeCalendar:
    """A calendar as a TOML file: its days are added; a calendar nobody knows yet is new."""

    name: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class DaysKept:
    """How many days were kept, and which deadlines are not as they were."""

    days: int
    changes: tuple[Change, ...]


@action(undo=Undo.RESTORE)
def keep_day(unit: Unit, request: KeepDay) -> DaysKept:
    """Keep a day of a calendar and compute the deadlines near it anew."""
    checks = Checks()
    name = checks.line(request.name, "name", say("Say what day it is: Year-end closing, Storm."))
    source = checks.line(request.source, "source", say("Say who declared it, and where."))
    checks.day(request.day, "day", say("Enter the day."))
    if request.kind not in KINDS:
        checks.wrong(say("Choose closed, open or workday."), "kind")
    if request.calendar not in calendars_on(unit.session, unit.today):
        checks.wrong(say("There is no calendar “{name}”.", name=request.calendar), "calendar")
    same = _same_day(unit, request)
    if same is not None:
        checks.wrong(say("{day} is entered already: change that entry.", day=request.day), "day")
    if request.kind == "workday" and request.day and request.day.weekday() < 5:
        checks.wrong(say("{day} is no weekend.", day=request.day), "day")
    checks.refuse()
    row = CalendarDay(calendar=request.calendar)
    days = [request.day]
    if request.day_id is not None:
        row = unit.session.get_one(CalendarDay, request.day_id)
        unit.claim(row, request.version)
        days.append(row.day)
    row.day, row.kind, row.name, row.source = request.day, request.kind, name, source
    unit.add(row)
    unit.about(row.reference)
    return DaysKept(1, tuple(recompute(unit, near(unit, days))))


def _same_day(unit: Unit, request: KeepDay) -> int | None:
    chosen = select(CalendarDay.id).where(
        CalendarDay.calendar == request.calendar, CalendarDay.day == request.day
    )
    found = unit.session.scalar(chosen)
    return found if found != request.day_id else None


@action(undo=Undo.RESTORE)
def remove_day(unit: Unit, request: RemoveDay) -> DaysKept:
    """Take out a day the office entered, with the reason; computes the deadlines near it anew."""
    checks = Checks()
    checks.reason(request.reason)
    checks.refuse()
    row = unit.session.get_one(CalendarDay, request.day_id)
    unit.claim(row, request.version)
    unit.about(row.reference)
    day = row.day
    unit.session.delete(row)
    return DaysKept(1, tuple(recompute(unit, near(unit, [day]))))


@action(undo=Undo.RESTORE)
def confirm_year(unit: Unit, request: ConfirmYear) -> int:
    """Record that a year's list is whole, and by what source; its dates carry no warning any more."""
    checks = Checks()
    source = checks.line(request.source, "source", say("Say with which list it was compared."))
    if not 1900 <= request.year <= 2200:
        checks.wrong(say("{year} is no year of a calendar.", year=request.year), "year")
    if request.calendar not in calendars_on(unit.session, unit.today):
        checks.wrong(say("There is no calendar “{name}”.", name=request.calendar), "calendar")
    checks.refuse()
    row = _year(unit, request.calendar, request.year)
    row.source = source
    unit.add(row)
    unit.about(row.reference)
    return row.id


def _year(unit: Unit, calendar: str, year: int) -> CalendarYear:
    chosen = (CalendarYear.calendar == calendar, CalendarYear.year == year)
    known = unit.session.scalars(select(CalendarYear).where(*chosen)).first()
    return known or CalendarYear(calendar=calendar, year=year, source="")


@action(undo=Undo.RESTORE)
def take_calendar(unit: Unit, request: TakeCalendar) -> DaysKept:
    """Add the days and years of a TOML file to a calendar, or make it; all or nothing."""
    checks = Checks()
    checks.reason(request.reason)
    checks.refuse()
    given = read_calendar(request.text, request.name)
    known = calendars_on(unit.session, unit.today).get(given.code)
    if known is None:
        known = _made(unit, given)
    if given.yearly and set(given.yearly) - set(known.yearly):
        raise UserError(
            say("{file} has days of every year. Enter them year by year.", file=request.name)
        )
    days = _taken(unit, given, known)
    years = [year for first, last in given.covered for year in range(first, last + 1)]
    for year in years:
        if not known.covers(year):
            row = _year(unit, given.code, year)
            row.source = given.source or request.name
            unit.add(row)
    return DaysKept(len(days), tuple(recompute(unit, near(unit, days))))


def _made(unit: Unit, given: Calendar) -> Calendar:
    row = OwnCalendar(code=given.code, title=given.title, source=given.source)
    row.base, row.region = (given.base[0], given.base[1] or "") if given.base else ("", "")
    unit.add(row)
    unit.about(row.reference)
    return calendars_on(unit.session, unit.today)[given.code]


def _taken(unit: Unit, given: Calendar, known: Calendar) -> list[date]:
    """Keep the days the calendar does not have yet, and return them."""
    closed = {each.day for each in known.closings}
    rows = [
        CalendarDay(kind="closed", day=each.day, name=each.name, source=each.source or given.title)
        for each in given.closings
        if each.day not in closed
    ]
    for kind, days in (
        ("open", given.opened - known.opened),
        ("workday", given.workdays - known.workdays),
    ):
        rows += [
            CalendarDay(kind=kind, day=day, name=given.title, source=given.source) for day in days
        ]
    for row in rows:
        row.calendar = given.code
    unit.add(*rows)
    if rows:
        unit.about(rows[0].reference)
    return [row.day for row in rows]


def near(unit: Unit, days: Sequence[date]) -> list[int]:
    """Return the followed records with a computed deadline that a change of these days could move."""
    found: set[int] = set()
    for start in range(0, len(days), _AT_ONCE):
        spans = [
            (Deadline.safe <= day + _REACH) & (Deadline.last >= day - _REACH)
            for day in days[start : start + _AT_ONCE]
        ]
        chosen = select(Deadline.docket_record_id).where(
            Deadline.docket_record_id.is_not(None), Deadline.by_hand.is_(False), or_(*spans)
        )
        found |= {each for each in unit.session.scalars(chosen.distinct()) if each is not None}
    return sorted(found)
