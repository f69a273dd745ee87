"""Closed days per office and year: public holidays as a base, declared closings as editable data."""

import tomllib
import warnings
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from techmgr.core.errors import UserError
from techmgr.core.paths import resource
from techmgr.core.texts import Text, say


@dataclass(frozen=True, slots=True)
class Closing:
    """A day on which an office is declared closed, and who said so."""

    day: date
    name: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Yearly:
    """A day closed every year, or every fourth counted from a year (Inauguration Day)."""

    month: int
    day: int
    name: str
    every: int = 1
    counted_from: int = 1

    def falls_in(self, year: int) -> bool:
        """Tell whether the day is closed in a year; 29 February only in leap years."""
        exists = self.day <= monthrange(year, self.month)[1]
        since = year - self.counted_from
        return exists and since >= 0 and since % self.every == 0

    def in_year(self, year: int) -> date:
        """Return the day in a year."""
        return date(year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Calendar:
    """The closed days of one office; `day in calendar` tells a closed day that is no weekend.

    Weekends are always closed, also where the State works on one to make up for a bridge day
    (`workdays`): a Chinese term that would end there moves on to Monday.
    """

    code: str
    title: str
    base: tuple[str, str | None] | None = None
    yearly: tuple[Yearly, ...] = ()
    closings: tuple[Closing, ...] = ()
    workdays: frozenset[date] = frozenset()
    opened: frozenset[date] = frozenset()  # public holidays on which the office works all the same
    covered: tuple[tuple[int, int], ...] = ()
    source: str = ""
    _years: dict[int, Mapping[date, str]] = field(default_factory=dict, compare=False, repr=False)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in self.closed_days(day.year)

    def closed_days(self, year: int) -> Mapping[date, str]:
        """Return the closed days of a year with their names, weekends left out."""
        if year not in self._years:
            self._years[year] = self._worked_out(year)
        return self._years[year]

    def name_of(self, day: date) -> str | None:
        """Return the name of a closed day, or None when the office is open or it is a weekend."""
        return self.closed_days(day.year).get(day)

    def covers(self, year: int) -> bool:
        """Tell whether the office's own list of closed days for a year is in this calendar."""
        return self.base is None or any(first <= year <= last for first, last in self.covered)

    def _worked_out(self, year: int) -> Mapping[date, str]:
        found = dict(_public(self.base, year)) if self.base else {}
        found |= {each.in_year(year): each.name for each in self.yearly if each.falls_in(year)}
        found |= {each.day: each.name for each in self.closings if each.day.year == year}
        return {day: name for day, name in found.items() if day not in self.opened}


@lru_cache(maxsize=4096)
def _public(base: tuple[str, str | None], year: int) -> Mapping[date, str]:
    import holidays  # noqa: PLC0415 - large, and the list of cases computes no closed days

    country, region = base
    # The library warns of years it only estimates; `covers` says so in the user's words.
    with warnings.catch_warnings(action="ignore"):
        found = holidays.country_holidays(country, subdiv=region, years=year, language="en_US")
    return dict(found.items())


def public_days(calendar: Calendar, year: int) -> Mapping[date, str]:
    """Return the public holidays a calendar stands on; none for one of weekends only."""
    return _public(calendar.base, year) if calendar.base else {}


def not_covered(calendar: Calendar, years: Iterable[int]) -> Text | None:
    """Warn when the office's closed days for some of the years are not known, or return None."""
    unknown = [str(year) for year in sorted(set(years)) if not calendar.covers(year)]
    if not unknown:
        return None
    return say(
        "The calendar “{calendar}” has no list for {years}: the usual public holidays were taken. "
        "Enter the office’s closed days.",
        calendar=Text(calendar.title),
        years=unknown,
    )


def with_closings(
    calendar: Calendar,
    closings: Iterable[Closing] = (),
    covered: Iterable[int] = (),
    *,
    opened: Iterable[date] = (),
    workdays: Iterable[date] = (),
) -> Calendar:
    """Return the calendar with an office's own closings added, and years now known in full.

    `opened` are public holidays on which the office works; `workdays` weekends worked, still closed.
    """
    years = tuple((year, year) for year in covered)
    return replace(
        calendar,
        closings=(*calendar.closings, *closings),
        opened=calendar.opened | frozenset(opened),
        workdays=calendar.workdays | frozenset(workdays),
        covered=calendar.covered + years,
        _years={},
    )


def read_calendar(text: str, source: str) -> Calendar:
    """Read one calendar of TOML. Raises UserError naming the file and what is wrong in it."""
    try:
        table = tomllib.loads(text)
        return _calendar(table)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise UserError(
            say("The calendar {source} cannot be read: {reason}.", source=source, reason=str(error))
        ) from error


def _calendar(table: Mapping[str, Any]) -> Calendar:
    from holidays.registry import COUNTRIES  # noqa: PLC0415 - as above

    base = (table["base"], table.get("region")) if "base" in table else None
    if base and not any(base[0] in names for names in COUNTRIES.values()):
        raise ValueError(f"no public holidays are known for the country {base[0]!r}")
    return Calendar(
        code=table["code"],
        title=table["title"],
        base=base,
        yearly=tuple(_yearly(each) for each in table.get("yearly", ())),
        closings=tuple(Closing(**each) for each in table.get("closed", ())),
        workdays=frozenset(table.get("workdays", ())),
        opened=frozenset(table.get("opened", ())),
        covered=tuple((first, last) for first, last in table.get("covered", ())),
        source=table.get("source", ""),
    )


def _yearly(table: Mapping[str, Any]) -> Yearly:
    yearly = Yearly(**table)
    if not 1 <= yearly.day <= monthrange(2024, yearly.month)[1] or yearly.every < 1:
        raise ValueError(f"{yearly.name!r} is on no day of a year")
    return yearly


def shipped_calendars(folder: Path | None = None) -> dict[str, Calendar]:
    """Return the calendars the program brings along, by code."""
    paths = sorted((folder or resource("calendars")).glob("*.toml"))
    found = [read_calendar(path.read_text(encoding="utf-8"), path.name) for path in paths]
    return {calendar.code: calendar for calendar in found}
