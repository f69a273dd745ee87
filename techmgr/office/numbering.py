"""Numbers by the office's pattern: `{yy}-{n:03}` gives 26-001, 26-002 … and begins again each year."""

import re
from collections.abc import Iterable
from datetime import date

from techmgr.core.errors import UserError
from techmgr.core.texts import say

_BLANK = re.compile(r"\{(yy|yyyy|n(?::0(\d))?)\}")
_BLANK_N = re.compile(r"\{n(?::0\d)?\}")


def check_pattern(pattern: str) -> str:
    """Return a pattern, or refuse it: it needs {n} or {n:03} once; {yy} and {yyyy} are the year."""
    blanks = [found[1] for found in _BLANK.finditer(pattern)]
    counted = [each for each in blanks if each.startswith("n")]
    plain = _BLANK.sub("", pattern)
    if len(counted) != 1 or re.search(r"[{}%\x00-\x1f]", plain) or len(pattern) > 40:
        raise UserError(
            say(
                "“{pattern}” is not a pattern such as {example}.",
                pattern=pattern,
                example="{yy}-{n:03}",
            )
        )
    return pattern


def beginning(pattern: str, day: date) -> str:
    """Return what every number of that day's year begins with: `26-` for `{yy}-{n:03}`."""
    return _dated(pattern.split("{n", maxsplit=1)[0], day)


def next_number(pattern: str, day: date, taken: Iterable[str]) -> str:
    """Return the number after the highest one taken in the pattern's year.

    With 26-001 and 26-007 taken the next is 26-008: a gap is never filled, so that a number that
    was given away once does not come back. After 26-999 comes 26-1000.
    """
    found = re.compile(_expression(pattern, day))
    counts = (int(match[1]) for match in map(found.fullmatch, taken) if match)
    return _filled(pattern, day, max(counts, default=0) + 1)


def _expression(pattern: str, day: date) -> str:
    before, after = (re.escape(_dated(part, day)) for part in _BLANK_N.split(pattern))
    return rf"{before}(\d+){after}"


def _filled(pattern: str, day: date, number: int) -> str:
    digits = next((int(found[2]) for found in _BLANK.finditer(pattern) if found[2]), 1)
    return _dated(_BLANK_N.sub(f"{number:0{digits}}", pattern), day)


def _dated(text: str, day: date) -> str:
    return text.replace("{yyyy}", f"{day.year:04}").replace("{yy}", f"{day.year % 100:02}")
