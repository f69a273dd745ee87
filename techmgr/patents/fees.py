"""Official fees as data: those that ship with the program, and which deadline owes which fee."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from techmgr.core.money import Money, decimals_of
from techmgr.core.paths import resource
from techmgr.core.texts import Text, say

KINDS: dict[str, Text] = {
    "annuity": say("Annuity"),
    "maintenance": say("Maintenance fee"),
    "national_phase": say("National phase"),
    "issue": say("Issue fee"),
    "conversion": say("Non-provisional filing"),
    "examination": say("Examination"),
    "validation": say("Validation"),
}
SIZES = ("large", "small", "micro")

# The beginning of a rule's code says which fee is due with it; a number at its end is the fee's own.
_OWED = {
    "us.maintenance.": "maintenance",
    "us.issue_fee": "issue",
    "us.conversion": "conversion",
    "ep.annuity.": "annuity",
    "ep.national_annuity.": "annuity",
    "cn.annuity.": "annuity",
    "jp.annuity.": "annuity",
    "ep.examination": "examination",
    "cn.examination": "examination",
    "jp.examination": "examination",
    "ep.validation": "validation",
}
_ENTRY = "pct.national."


@dataclass(frozen=True, slots=True)
class Fee:
    """What a fee costs in a country from a day on; number 0 and size "" mean any.

    `source` is who says so: the patent office's schedule, or this office's own estimate.
    """

    country: str
    kind: str
    number: int
    size: str
    amount: Money
    valid_from: date
    source: str
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Owed:
    """The fee a deadline is about."""

    kind: str
    number: int


def fee_owed(rule: str) -> Owed | None:
    """Return which fee is due with a rule's deadline: us.maintenance.2 is maintenance fee 2."""
    for beginning, kind in _OWED.items():
        if rule == beginning or (beginning.endswith(".") and rule.startswith(beginning)):
            last = rule.rpartition(".")[2]
            return Owed(kind, int(last) if last.isdecimal() else 0)
    return None


def entry_rules(country: str) -> tuple[str, ...]:
    """Return the rules of entering the national phase in a country, its own before the general ones."""
    return (f"{_ENTRY}{country.lower()}", f"{_ENTRY}30", f"{_ENTRY}31")


def entered_country(rule: str) -> str:
    """Return the country whose national phase a rule is about, "" for any other rule."""
    code = rule.removeprefix(_ENTRY)
    return code.upper() if code != rule and code.isalpha() else ""


def fee_on(fees: Sequence[Fee], country: str, owed: Owed, size: str, day: date) -> Fee | None:
    """Return the fee in force on a day: the office's own before a schedule's, the exact before the general.

    Without a size it is the large entity's. None when nobody has entered one.
    """
    wanted = size or "large"
    fits = [
        fee
        for fee in fees
        if fee.country == country
        and fee.kind == owed.kind
        and fee.number in {owed.number, 0}
        and fee.size in {wanted, ""}
        and fee.valid_from <= day
    ]
    return max(
        fits,
        key=lambda fee: (fee.is_own, fee.number == owed.number, fee.size == wanted, fee.valid_from),
        default=None,
    )


@cache
def shipped_fees() -> tuple[Fee, ...]:
    """Return the fees of the schedules that ship, each with its source."""
    folder = resource("fees")
    return tuple(
        fee
        for path in sorted(folder.iterdir())
        if path.name.endswith(".toml")
        for fee in _read(path)
    )


def _read(path: Path) -> list[Fee]:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    currency, scale = table["currency"], 10 ** decimals_of(table["currency"])
    return [
        Fee(
            table["country"],
            each["kind"],
            each["number"],
            size,
            Money(each[size] * scale, currency),
            each["from"],
            table["source"],
        )
        for each in table["fee"]
        for size in SIZES
    ]
