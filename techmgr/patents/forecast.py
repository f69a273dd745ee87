"""What rights will cost: fees of coming deadlines by period, case and payer, against a budget."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from techmgr.core.days import fiscal_year
from techmgr.core.formats import show_money
from techmgr.core.money import Money
from techmgr.core.shares import show_share
from techmgr.core.texts import Text, say
from techmgr.patents.fees import Fee


class By(StrEnum):
    """What a forecast is summed by."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    CASE = "case"
    PAYER = "payer"


@dataclass(frozen=True, slots=True)
class Coming:
    """What one payer will bear of one fee: the day it is due, the fee, and the amounts.

    `fee` is None when nobody has entered what it costs; `base` None when there is no rate.
    `share` is the payer's part of the fee, `rate` what one unit is worth in the office's currency.
    """

    deadline_id: int
    day: date
    safe: date
    what: Text
    kind: str
    number: int
    country: str
    size: str
    right_id: int
    right: str
    case_id: int
    case_number: str
    case_title: str
    payer: str
    payer_name: str
    share: Fraction
    fee: Fee | None
    own: Money | None
    base: Money | None
    rate: Fraction | None
    rate_day: date | None

    @property
    def id(self) -> tuple[int, int, str]:
        """What tells it from the other parts of the same fee."""
        return (self.deadline_id, self.case_id, f"{self.payer} {self.payer_name}")


@dataclass(frozen=True, slots=True)
class Sum:
    """What falls together: the sum in the office's currency, and in each currency as it is paid."""

    key: tuple[int, ...] | str
    base: Money
    own: tuple[Money, ...]
    count: int
    unknown: int  # of them without an amount or a rate


@dataclass(frozen=True, slots=True)
class Budget:
    """A fiscal year: its budget (None when none was set), what was spent, and what is coming."""

    year: int
    first: date
    last: date
    budget: Money | None
    spent: Money
    coming: Money
    unknown: int

    @property
    def left(self) -> Money | None:
        """Budget − spent − coming; None without a budget."""
        return None if self.budget is None else self.budget - self.spent - self.coming


def key_of(by: By, item: Coming, year_end: tuple[int, int]) -> tuple[int, ...] | str:
    """Return what an item is summed under: (2027, 3) for March 2027 or a third calendar quarter."""
    day = item.day
    match by:
        case By.MONTH:
            return (day.year, day.month)
        case By.QUARTER:
            return (day.year, (day.month + 2) // 3)
        case By.YEAR:
            return (fiscal_year(day, *year_end),)
        case By.CASE:
            return item.case_number
        case By.PAYER:
            return item.payer_name or item.payer


def summed(
    items: Iterable[Coming], by: By, year_end: tuple[int, int], currency: str
) -> list[tuple[Sum, list[Coming]]]:
    """Group items and sum each group; what has no amount is counted, never taken as nothing."""
    groups: dict[tuple[int, ...] | str, list[Coming]] = {}
    for item in items:
        groups.setdefault(key_of(by, item, year_end), []).append(item)
    order: Callable[[tuple[int, ...] | str], str] = _order
    return [(total(key, groups[key], currency), groups[key]) for key in sorted(groups, key=order)]


def _order(key: tuple[int, ...] | str) -> str:
    return key if isinstance(key, str) else "".join(f"{each:06}" for each in key)


def total(key: tuple[int, ...] | str, items: Sequence[Coming], currency: str) -> Sum:
    """Return the sum of some items, in the office's currency and in each one paid."""
    own: dict[str, int] = {}
    for item in items:
        if item.own is not None:
            own[item.own.currency] = own.get(item.own.currency, 0) + item.own.minor
    known = [item.base.minor for item in items if item.base is not None]
    return Sum(
        key,
        Money(sum(known), currency),
        tuple(Money(minor, code) for code, minor in sorted(own.items())),
        len(items),
        len(items) - len(known),
    )


def why_words(item: Coming) -> list[Text]:
    """Say step by step how an amount came about, or what is missing."""
    if item.fee is None or item.own is None:
        return [
            say(
                "Nobody has entered what this costs in {country}. Enter an estimate under Fees.",
                country=item.country,
            )
        ]
    fee = item.fee
    steps = [
        say(
            "{source}, in force from {day}: {amount}",
            source=Text(fee.source) if fee.is_own else fee.source,
            day=fee.valid_from.isoformat(),
            amount=show_money(fee.amount, with_currency=True),
        )
    ]
    if item.share != 1:
        steps.append(
            say(
                "{share} of it for {payer} on {case}: {amount}",
                share=show_share(item.share),
                payer=item.payer_name or say("the office"),
                case=item.case_number,
                amount=show_money(item.own, with_currency=True),
            )
        )
    if item.base is None:
        steps.append(
            say(
                "There is no rate for {currency}. Enter one under Money, Exchange rates.",
                currency=item.own.currency,
            )
        )
    elif item.rate is not None and item.rate_day is not None:
        steps.append(
            say(
                "At the rate of {day}: {amount}",
                day=item.rate_day.isoformat(),
                amount=show_money(item.base, with_currency=True),
            )
        )
    return steps
