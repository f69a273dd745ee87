"""Report schemes: what each asks for, as data in `resources/schemes`."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from techmgr.core.errors import UserError
from techmgr.core.paths import resource
from techmgr.core.texts import Listed, Text, say

OFFICE_YEAR = "office"


@dataclass(frozen=True, slots=True)
class FigureRule:
    """How one figure is counted. Empty tests let everything pass.

    Always true: `of` is a kind of record and `day` the day by which one falls into the year;
    `each` (agreement) counts what stands behind the records once; `part_of` names an earlier
    figure, among whose records this one counts. Records of kinds not `among`, and those of
    `not_countries`, are not looked at; every other test leaves out with its reason.
    """

    code: str
    label: Text
    definition: Text
    section: str
    of: str
    day: str
    item: str = ""
    part_of: str = ""
    unit: str = "count"
    each: str = ""
    among: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    not_kinds: tuple[str, ...] = ()
    not_states: tuple[str, ...] = ()
    exclusivity: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    not_countries: tuple[str, ...] = ()
    payers: tuple[str, ...] = ()
    first: bool = False
    with_case: bool = False

    @property
    def is_money(self) -> bool:
        """Whether it is an amount rather than a number of records."""
        return self.unit == "money"


@dataclass(frozen=True, slots=True)
class Scheme:
    """A report scheme. `year_end` is `office`, or month and day such as 07-31; money is shown in
    whole `rounded` units of the currency where that is above 1.
    """

    code: str
    label: Text
    year_end: str
    rounded: int
    sections: Mapping[str, Text]
    figures: tuple[FigureRule, ...]


def worded(english: str, chinese: str = "") -> Text:
    """Return words that come in both languages, as of a scheme or the office's lists."""
    return say("{word}", word=Listed(english, chinese)) if english else Text("")


def schemes() -> list[Scheme]:
    """Return every shipped scheme, by code."""
    return [_read(path.read_text("utf-8")) for path in sorted(resource("schemes").glob("*.toml"))]


def scheme_named(code: str) -> Scheme:
    """Return a scheme; refuses a code that names none."""
    known = {each.code: each for each in schemes()}
    if code not in known:
        raise UserError(
            say(
                "There is no report “{code}”. There are: {known}.",
                code=code,
                known=", ".join(known),
            ),
            field="scheme",
        )
    return known[code]


def days_of(year: int, month: int, day: int) -> tuple[date, date]:
    """Return the first and the last day of a fiscal year, named by the year in which it ends.

    With an end of 31 August, fiscal year 2026 is 1 September 2025 to 31 August 2026.
    """
    if not 1900 < year < 2200:  # beyond any office's records
        raise UserError(say("{year} is not a year such as 2026.", year=year), field="year")
    return date(year - 1, month, day) + timedelta(days=1), date(year, month, day)


def _read(text: str) -> Scheme:
    content = tomllib.loads(text)
    return Scheme(
        content["code"],
        worded(*content["label"]),
        content["year"],
        content["rounded"],
        {key: worded(*words) for key, words in content["sections"].items()},
        tuple(_figure(each) for each in content["figure"]),
    )


def _figure(content: dict[str, Any]) -> FigureRule:
    words: dict[str, Any] = {key: worded(*content.pop(key)) for key in ("label", "definition")}
    tests = {key: tuple(v) if isinstance(v, list) else v for key, v in content.items()}
    return FigureRule(**(words | tests))
