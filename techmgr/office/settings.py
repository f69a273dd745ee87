"""The office's settings, declared once: key, default, meaning, and how a value is read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from techmgr.core.errors import UserError
from techmgr.core.texts import LANGUAGES, Text, say
from techmgr.office.numbering import check_pattern

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting. Always true: `read(default)` is a value; `read` refuses what is none, in words."""

    key: str
    default: str
    label: Text
    read: Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class OfficeSettings:
    """What the office has settled, on one day. Field names are the keys of the settings."""

    office_name: str
    base_currency: str
    fiscal_year_end: tuple[int, int]  # month, day
    time_zone: str
    country: str
    calendar: str
    case_number_pattern: str
    agreement_number_pattern: str
    languages: tuple[str, ...]
    second_person: bool
    inventor_default: str
    soon_days: int
    largest_file_bytes: int
    calendar_file: str
    calendar_file_in_full: bool
    own_organisation: int | None


def _text(value: str) -> str:
    if not value.strip():
        raise UserError(say("This cannot be empty."))
    return value.strip()


_USUAL = frozenset({"USD", "EUR", "CNY", "GBP", "JPY", "CHF", "CAD", "AUD"})


def _currency(value: str) -> str:
    if value in _USUAL:
        return value
    from babel.numbers import list_currencies  # noqa: PLC0415 - large, and known without it: the usual ones

    if value not in list_currencies():
        raise UserError(say("“{value}” is not a currency such as USD, EUR or CNY.", value=value))
    return value


def _month_and_day(value: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d\d)-(\d\d)", value)
    month, day = (int(found[1]), int(found[2])) if found else (0, 0)
    longest = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not (1 <= month <= 12 and 1 <= day <= longest[month - 1]):
        raise UserError(say("“{value}” is not a month and day such as 08-31.", value=value))
    return month, day


def _time_zone(value: str) -> str:
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UserError(
            say("“{value}” is not a time zone such as America/New_York.", value=value)
        ) from None
    return value


def _country(value: str) -> str:
    if not re.fullmatch(r"[A-Z]{2}", value):
        raise UserError(say("“{value}” is not a country's two letters such as US.", value=value))
    return value


def _languages(value: str) -> tuple[str, ...]:
    chosen = tuple(each.strip() for each in value.split(",") if each.strip())
    if not chosen or not set(chosen) <= set(LANGUAGES):
        raise UserError(
            say("“{value}” must name languages out of {known}.", value=value, known=LANGUAGES)
        )
    return chosen


def _flag(value: str) -> bool:
    if value not in {"yes", "no"}:
        raise UserError(say("“{value}” must be yes or no.", value=value))
    return value == "yes"


def _between(least: int, most: int) -> Callable[[str], int]:
    def read(value: str) -> int:
        if not re.fullmatch(r"\d{1,12}", value) or not least <= int(value) <= most:
            raise UserError(
                say(
                    "“{value}” must be a whole number from {least} to {most}.",
                    value=value,
                    least=least,
                    most=most,
                )
            )
        return int(value)

    return read


def _calendar_file(value: str) -> str:
    path = Path(value.strip())
    if value.strip() and not (path.is_absolute() and path.suffix == ".ics"):
        raise UserError(
            say("“{value}” must be a whole path that ends in .ics, or empty for none.", value=value)
        )
    return value.strip()


def _one_of(*words: str) -> Callable[[str], str]:
    def read(value: str) -> str:
        if value not in words:
            listed = list(words)
            raise UserError(say("“{by}” is not one of: {words}.", by=value, words=listed))
        return value

    return read


def _optional_id(value: str) -> int | None:
    return _between(1, 10**12)(value) if value else None


_DECLARED = (
    Setting("office_name", "Technology transfer office", say("Name of the office"), _text),
    Setting("base_currency", "USD", say("Base currency"), _currency),
    Setting("fiscal_year_end", "12-31", say("Last day of the fiscal year"), _month_and_day),
    Setting("time_zone", "UTC", say("Time zone"), _time_zone),
    Setting("country", "US", say("Country"), _country),
    Setting("calendar", "office", say("Calendar of closed days"), _text),
    Setting("case_number_pattern", "{yy}-{n:03}", say("Pattern of case numbers"), check_pattern),
    Setting(
        "agreement_number_pattern", "L-{n:04}", say("Pattern of agreement numbers"), check_pattern
    ),
    Setting("languages", "en", say("Languages of documents"), _languages),
    Setting("second_person", "no", say("A second person checks money and dates"), _flag),
    Setting(
        "inventor_default",
        "hold",
        say("Inventors' part before their shares are signed: hold, or equal"),
        _one_of("hold", "equal"),
    ),
    Setting(
        "soon_days",
        "14",
        say("Days before a date in which it counts as due soon"),
        _between(0, 366),
    ),
    Setting(
        "largest_file_bytes", str(256 * MIB), say("Largest file, in bytes"), _between(1, 2**40)
    ),
    Setting(
        "calendar_file",
        "",
        say("Calendar file of deadlines, for others to subscribe to"),
        _calendar_file,
    ),
    Setting("calendar_file_in_full", "no", say("Titles and people in that calendar file"), _flag),
    Setting("own_organisation", "", say("The institution the office works for"), _optional_id),
)

DECLARED: Mapping[str, Setting] = {each.key: each for each in _DECLARED}


def read_value(key: str, value: str) -> Any:
    """Return a setting's value as it is used; refuses an unknown key or a value that is none."""
    declared = DECLARED.get(key)
    if declared is None:
        raise UserError(say("There is no setting “{key}”.", key=key), field="key")
    try:
        return declared.read(value)
    except UserError as error:
        raise UserError(error.text, field="value") from None


def settings_from(stored: Mapping[str, str]) -> OfficeSettings:
    """Return all settings: those stored, and the defaults of the others."""
    values = {key: _read(key, stored.get(key, each.default)) for key, each in DECLARED.items()}
    return OfficeSettings(**values)


# Every page asks for the settings, which hardly ever change: each text is read once.
@lru_cache(maxsize=256)
def _read(key: str, value: str) -> Any:
    return DECLARED[key].read(value)
