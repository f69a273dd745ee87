"""What is booked for a receipt, an expense, a reversal: plain lines that sum to zero."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.money import Money, decimals_of, percentage
from techmgr.core.texts import say
from techmgr.ledger.accounts import Account, Line


@dataclass(frozen=True, slots=True)
class Converted:
    """An amount in its own currency and in the office's."""

    own: Money
    base: Money


def convert(amount: Money, rate: Fraction, base_currency: str) -> Money:
    """Convert at a rate in major units, half-up to the minor unit: 100.00 EUR at 1.1 is 110.00 USD.

    Decimals differ: 1,000 JPY at 0.0065 is 6.50 USD.
    """
    scale = Fraction(10) ** (decimals_of(base_currency) - decimals_of(amount.currency))
    return Money(percentage(amount.minor, rate * scale), base_currency)


def receipt_lines(
    gross: Converted,
    bank_fees: int,
    withheld_tax: int,
    parts: Sequence[tuple[int, int]],
    party: str | None,
) -> list[Line]:
    """Book a receipt: the bank gets gross less what was kept back; gross waits for distribution.

    `parts` are (case id, minor units of the office's currency) and sum to the converted gross.
    """
    currency = gross.own.currency
    lines = [
        Line(Account.BANK, gross.own.minor - bank_fees - withheld_tax, currency),
        Line(Account.BANK_FEES, bank_fees, currency),
        Line(Account.WITHHELD_TAX, withheld_tax, currency),
        *conversion_lines(gross),
    ]
    lines += [
        Line(Account.UNDISTRIBUTED, -minor, gross.base.currency, case_id, party)
        for case_id, minor in parts
    ]
    return checked(lines)


def conversion_lines(amount: Converted) -> list[Line]:
    """Join two currencies through the conversion account; nothing within one currency."""
    if amount.own.currency == amount.base.currency:
        return []
    return [
        Line(Account.CONVERSION, -amount.own.minor, amount.own.currency),
        Line(Account.CONVERSION, amount.base.minor, amount.base.currency),
    ]


def expense_lines(amount: Converted, case_id: int) -> list[Line]:
    """Book an expense: paid from the bank, waiting to be recovered."""
    paid = Converted(-amount.own, -amount.base)
    return checked(
        [
            Line(Account.PATENT_COSTS, amount.base.minor, amount.base.currency, case_id),
            *conversion_lines(paid),
            Line(Account.BANK, -amount.own.minor, amount.own.currency),
        ]
    )


def mirror(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that undo a booking: every amount negated."""
    return [replace(line, minor=-line.minor) for line in lines]


def checked(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without zeros; a booking that does not sum to zero is a bug."""
    sums: Counter[str] = Counter()
    for line in lines:
        sums[line.currency] += line.minor
    assert not any(sums.values()), f"a booking does not balance: {dict(sums)}"
    return [line for line in lines if line.minor]


def first_open_day(day: date, closed_until: date | None) -> date:
    """Return the day itself, or the first one after the closed period."""
    if closed_until is None or day > closed_until:
        return day
    return closed_until + timedelta(days=1)


def refuse_closed(day: date, closed_until: date | None, field: str) -> None:
    """Refuse a booking on a day of a closed period, with the first day that is open."""
    if closed_until is not None and day <= closed_until:
        raise UserError(
            say(
                "The books are closed until {until}. Use {first} or later.",
                until=closed_until.isoformat(),
                first=first_open_day(day, closed_until).isoformat(),
            ),
            field=field,
        )
