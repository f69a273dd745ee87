"""Reads days as people type them: `2026-10-09`, `9 Oct 2026`, `9 Oct`, `Oct 9, 2026` or `2026年10月9日`."""

import re
from datetime import date, datetime

from techmgr.core.days import parse_day, plausible
from techmgr.desktop.showing import showing

_PATTERNS = ("%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%Y年%m月%d日", "%Y/%m/%d")
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_NO_YEAR = re.compile(r"^(\d{1,2}\s+[A-Za-z]{3,9}|[A-Za-z]{3,9}\s+\d{1,2})$")


def read_day(text: str, field: str | None = None) -> date:
    """Read a typed day; without a year it is in the office's present year. Refuses what is none."""
    plain = " ".join(_WEEKDAY.sub("", text.strip()).replace(",", " ").split())
    if _NO_YEAR.match(plain):
        plain = f"{plain} {showing.today.year}"
    for pattern in _PATTERNS:
        try:
            return plausible(datetime.strptime(plain, pattern).date(), field)  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    return parse_day(text, field)


def typed_day(day: date) -> str:
    """A day as a field shows it, always with its year: `9 Oct 2026`, in Chinese `2026-10-09`."""
    if showing.is_chinese:
        return day.isoformat()
    return f"{day.day} {day:%b} {day.year}"
