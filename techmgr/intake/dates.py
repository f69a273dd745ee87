"""Dates as files write them: the column decides whether the day or the month comes first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from techmgr.core.texts import Text, say

_EARLIEST, _LATEST = 1800, 2200  # other years are slips: the year 0202
_MODERN = 1970  # a column with most of its years from here on …
_OLD = 1950  # … has a two-digit-year fault in years before this

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[ T]\d{1,2}:\d{2}.*)?")
_COMPACT = re.compile(r"((?:1[89]|2[01])\d{2})(\d{2})(\d{2})")
_CHINESE = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?")
_NUMERIC = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?:[ T]\d{1,2}:\d{2}.*)?")
_MONTH_FIRST = re.compile(r"([^\W\d]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s-]+([^\W\d]{3,9})\.?,?[\s-]+(\d{4})")
_MONTH_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)


class DateOrder(StrEnum):
    """Whether 03/04/2015 is 3 April (dmy) or 4 March (mdy). The values are those of `--dates`."""

    DMY = "dmy"
    MDY = "mdy"


@dataclass(frozen=True, slots=True)
class Undecided:
    """A column whose dates can be read two ways: the officer chooses."""

    example: str


class Read(NamedTuple):
    """A cell read as a day: the day, or why it is a question and what it may mean."""

    day: date | None = None
    question: Text | None = None
    may_mean: date | None = None


class Parts(NamedTuple):
    """Year, month and day as numbers that need not make a day; `year` may have two digits."""

    year: int
    month: int
    day: int
    digits: int = 4


def order_of(texts: Iterable[str]) -> DateOrder | Undecided | None:
    """Return which part comes first in a column; None when no date of it leaves a doubt.

    A part above 12 settles it: 10/25/2015 anywhere makes 10/03/2015 the third of October. Where a
    column says both, at least nine in ten must agree; the others become questions.
    """
    day_first = month_first = 0
    example = settled = ""
    for text in texts:
        found = _NUMERIC.fullmatch(text)
        if not found:
            continue
        first, second = int(found[1]), int(found[2])
        day_first += first > 12 >= second
        month_first += second > 12 >= first
        settled = text if first > 12 or second > 12 else settled
        if first != second and first <= 12 and second <= 12:
            example = example or text
    most = max(day_first, month_first)
    if most and 10 * most >= 9 * (day_first + month_first):
        return DateOrder.DMY if day_first == most else DateOrder.MDY
    example = example or settled
    return Undecided(example) if example else None


@dataclass(frozen=True, slots=True)
class DayColumn:
    """How the days of one column are read: its order, and the years most of its dates have."""

    order: DateOrder | None
    years: tuple[int, int] | None  # earliest and latest modern year, if most years are modern

    def read(self, text: str) -> Read:
        """Read one cell of the column; what is no day becomes a question, never another day."""
        parts = parts_of(text, self.order)
        if parts is None:
            return Read(question=say("“{text}” is not a date: write it as 2026-11-21.", text=text))
        if parts.digits == 2:
            return self._two_digits(text, parts)
        if not _EARLIEST <= parts.year <= _LATEST:
            return Read(question=_impossible_year(parts.year))
        day = _day(parts)
        if day is None:
            return Read(question=_no_such_day(text, parts))
        if self.years and day.year < _OLD:
            return self._old(parts)
        return Read(day)

    def _old(self, parts: Parts) -> Read:
        earliest, latest = self.years or (0, 0)
        return Read(
            question=say(
                "The year {year} may mean {meant}: the other dates of this column "
                "are from {earliest} to {latest}.",
                year=parts.year,
                meant=parts.year + 100,
                earliest=earliest,
                latest=latest,
            ),
            may_mean=_day(parts._replace(year=parts.year + 100)),
        )

    def _two_digits(self, text: str, parts: Parts) -> Read:
        year = parts.year + (1900 if parts.year >= 70 else 2000)
        return Read(
            question=say(
                "“{text}” has a year of two digits, which may mean {meant}: write all four.",
                text=text,
                meant=year,
            ),
            may_mean=_day(parts._replace(year=year)),
        )


def day_column(texts: Iterable[str], order: DateOrder | None) -> DayColumn:
    """Look at all dates of a column once, so that each cell is read in the light of the others."""
    found = (parts_of(text, order) for text in texts)
    years = [each.year for each in found if each and each.digits == 4]
    modern = [year for year in years if _MODERN <= year <= _LATEST]
    mostly = 2 * len(modern) > len(years)
    return DayColumn(order, (min(modern), max(modern)) if mostly else None)


def parts_of(text: str, order: DateOrder | None) -> Parts | None:
    """Take a date apart in any of the forms files use; None when it has none of them."""
    if found := _ISO.fullmatch(text) or _CHINESE.fullmatch(text) or _COMPACT.fullmatch(text):
        return Parts(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.fullmatch(text):
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        day, month = (first, second) if order == DateOrder.DMY else (second, first)
        return Parts(year, month, day, len(found[3]))
    if found := _MONTH_FIRST.fullmatch(text):
        return _named(found[1], found[2], found[3])
    if found := _DAY_FIRST.fullmatch(text):
        return _named(found[2], found[1], found[3])
    return None


def _named(month: str, day: str, year: str) -> Parts | None:
    word = month.lower()
    numbers = [number for number, name in enumerate(_MONTH_NAMES, 1) if name.startswith(word)]
    number = 9 if word == "sept" else numbers[0] if len(numbers) == 1 else 0
    return Parts(int(year), number, int(day)) if number else None


def _day(parts: Parts) -> date | None:
    try:
        return date(parts.year, parts.month, parts.day)
    except ValueError:
        return None


def _impossible_year(year: int) -> Text:
    return say("The year {year} cannot be right: use a year from 1800 to 2200.", year=f"{year:04}")


def _no_such_day(text: str, parts: Parts) -> Text:
    if not 1 <= parts.month <= 12:
        return say("“{text}” is no day: there is no month {month}.", text=text, month=parts.month)
    return say(
        "“{text}” is no day: {year}-{month} has fewer days, or the day is 0.",
        text=text,
        year=parts.year,
        month=f"{parts.month:02}",
    )
