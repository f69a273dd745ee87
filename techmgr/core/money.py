"""Money: whole minor units and a currency. Immutable, exact, and never mixed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.texts import say

# ISO 4217: decimals of a currency where they are not two.
_DECIMALS = (
    dict.fromkeys(
        [
            "BIF",
            "CLP",
            "DJF",
            "GNF",
            "ISK",
            "JPY",
            "KMF",
            "KRW",
            "PYG",
            "RWF",
            "UGX",
            "UYI",
            "VND",
            "VUV",
            "XAF",
            "XOF",
            "XPF",
        ],
        0,
    )
    | dict.fromkeys(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"], 3)
    | dict.fromkeys(["CLF", "UYW"], 4)
)
_CODE = re.compile(r"[A-Z]{3}")
LARGEST = 2**63 - 1  # the databases keep 64-bit integers


class CurrencyMismatch(UserError):  # noqa: N818 - errors are named as facts
    """Two currencies met in one sum."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(
            say(
                "{one} and {other} cannot be added: convert one of them first.",
                one=one,
                other=other,
            )
        )


def decimals_of(currency: str) -> int:
    """Return how many decimals a currency has by ISO 4217: USD 2, JPY 0, KWD 3."""
    if not _CODE.fullmatch(currency):
        raise UserError(
            say("“{code}” is not a currency code such as USD.", code=currency), field="currency"
        )
    return _DECIMALS.get(currency, 2)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in whole minor units (cents, yen, fils) of one currency.

    Always true: `minor` is a whole number that fits 64 bits; sums and comparisons refuse
    another currency. There is no division: amounts are shared out (`core.shares.share_out`).
    """

    minor: int
    currency: str

    def __post_init__(self) -> None:
        decimals_of(self.currency)
        if type(self.minor) is not int:
            raise TypeError(f"minor units are whole numbers, not {self.minor!r}")
        if abs(self.minor) > LARGEST:
            raise UserError(say("The amount is too large to be kept exactly."), field="amount")

    def __add__(self, other: "Money") -> "Money":
        return Money(self.minor + self._same(other), self.currency)

    def __sub__(self, other: "Money") -> "Money":
        return Money(self.minor - self._same(other), self.currency)

    def __neg__(self) -> "Money":
        return Money(-self.minor, self.currency)

    def __lt__(self, other: "Money") -> bool:
        return self.minor < self._same(other)

    def __le__(self, other: "Money") -> bool:
        return self.minor <= self._same(other)

    def __bool__(self) -> bool:
        return self.minor != 0

    def _same(self, other: "Money") -> int:
        if other.currency != self.currency:
            raise CurrencyMismatch(self.currency, other.currency)
        return other.minor

    @property
    def decimal(self) -> Decimal:
        """The amount in major units, exact: 12345 minor USD is Decimal('123.45')."""
        return Decimal(self.minor).scaleb(-decimals_of(self.currency))

    def __str__(self) -> str:
        return f"{self.decimal:f} {self.currency}"


def money(amount: str, currency: str) -> Money:
    """Read an amount as a person types it: `money("1,234.50", "USD")`. Refuses part cents.

    Commas and spaces group thousands; the point is the decimal sign; − and parentheses are minus.
    """
    text = amount.strip()
    negative = text.startswith("(") and text.endswith(")")
    digits = re.sub(r"[\s,'\u202f\u00a0]", "", text.strip("()").replace("\u2212", "-"))
    if not re.fullmatch(r"[+-]?(\d+(\.\d*)?|\.\d+)", digits):
        raise UserError(
            say("“{text}” is not an amount such as 1,234.50.", text=amount), field="amount"
        )
    minor = Decimal(digits).scaleb(decimals_of(currency))
    if minor != minor.to_integral_value():
        raise UserError(
            say("“{text}” has more decimals than {currency} has.", text=amount, currency=currency),
            field="amount",
        )
    return Money(-int(minor) if negative else int(minor), currency)


def total(amounts: Iterable[Money], currency: str) -> Money:
    """Sum amounts of one currency; the sum of nothing is zero."""
    result = Money(0, currency)
    for each in amounts:
        result = result + each
    return result


def percentage(amount: int, rate: Fraction) -> int:
    """Take one rate of an amount in minor units as one booked line: half-up, the mirror for negatives.

    15 % of 117,647.06 is 17,647.059, booked as 17,647.06.
    """
    exact = abs(amount) * rate
    rounded = (2 * exact.numerator + exact.denominator) // (2 * exact.denominator)
    return rounded if amount >= 0 else -rounded


def exact_decimal(text: str) -> Decimal | None:
    """Read a number exactly, or None when it is none."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
