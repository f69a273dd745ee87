"""The rules and calendars an office computes with on a day: the shipped ones, and its own over them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.texts import Text
from techmgr.docket.calendars import Calendar, Closing, shipped_calendars, with_closings
from techmgr.docket.model import CalendarDay, CalendarYear, OwnCalendar, OwnRule
from techmgr.docket.rulebook import rules_in, shipped_rules, with_rules
from techmgr.docket.rules import Rulebook
from techmgr.office.queries import settings_on

OWN_CALENDAR = "office"
Rows = tuple[tuple[object, ...], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """Rules and calendars together. Always true: there is a calendar of the office's own."""

    rules: Rulebook
    calendars: Mapping[str, Calendar]

    @property
    def own(self) -> Calendar:
        """The calendar of the office's own closed days."""
        return self.calendars[OWN_CALENDAR]


def book_on(session: Session, day: date) -> Book:
    """Return the rules and calendars of an office, with the calendar it has chosen as its own."""
    texts = session.scalars(select(OwnRule.text).order_by(OwnRule.id))
    return _book(settings_on(session, day).calendar, tuple(texts), _calendar_rows(session))


def calendars_on(session: Session, day: date) -> Mapping[str, Calendar]:
    """Return the calendars alone: also when the office's rules do not fit together."""
    return _calendars(settings_on(session, day).calendar, _calendar_rows(session))


def _calendar_rows(session: Session) -> tuple[Rows, Rows, Rows]:
    made = (OwnCalendar.code, OwnCalendar.title, OwnCalendar.base, OwnCalendar.region)
    days = (CalendarDay.calendar, CalendarDay.day, CalendarDay.kind, CalendarDay.name)
    years = (CalendarYear.calendar, CalendarYear.year)
    return (
        _rows(session, (*made, OwnCalendar.source)),
        _rows(session, (*days, CalendarDay.source)),
        _rows(session, years),
    )


def _rows(session: Session, columns: Sequence[object]) -> Rows:
    found = session.execute(select(*columns).order_by(*columns))  # type: ignore[call-overload]
    return tuple(tuple(row) for row in found)


@lru_cache(maxsize=16)
def _book(own: str, texts: tuple[str, ...], rows: tuple[Rows, Rows, Rows]) -> Book:
    calendars = _calendars(own, rows)
    if not texts:
        return Book(shipped_rules(), calendars)
    rules = [rule for text in texts for rule in rules_in("", text)]
    return Book(with_rules(shipped_rules(), rules, calendars), calendars)


@lru_cache(maxsize=16)
def _calendars(own: str, rows: tuple[Rows, Rows, Rows]) -> Mapping[str, Calendar]:
    made, days, years = rows
    calendars = dict(shipped_calendars())
    for code, title, base, region, source in made:
        of_country = (str(base), str(region) or None) if base else None
        calendars[str(code)] = Calendar(str(code), str(title), of_country, source=str(source))
    for code in {row[0] for row in (*days, *years)} & calendars.keys():
        of_code = [row[1:] for row in days if row[0] == code]
        known = [row[1] for row in years if row[0] == code]
        calendars[str(code)] = _with_own(calendars[str(code)], of_code, known)
    chosen = calendars.get(own, calendars[OWN_CALENDAR])
    return {**calendars, OWN_CALENDAR: chosen}


def _with_own(calendar: Calendar, days: Iterable[Sequence], years: Iterable) -> Calendar:  # type: ignore[type-arg]
    of_kind: dict[str, list[Closing]] = {}
    for day, kind, name, source in days:
        of_kind.setdefault(kind, []).append(Closing(day, name, source))
    return with_closings(
        calendar,
        of_kind.get("closed", ()),
        years,
        opened=(each.day for each in of_kind.get("open", ())),
        workdays=(each.day for each in of_kind.get("workday", ())),
    )


@lru_cache
def titles() -> Mapping[str, tuple[Text, str]]:
    """Return the name of every shipped rule by its code, and how it reads in English."""
    return {rule.code: (rule.name, str(rule.name)) for rule in shipped_rules().rules}
