"""The one formatter of money, shares and dates for screens and documents."""

from datetime import date

from techmgr.core.money import Money, decimals_of

MINUS = "\u2212"
UNKNOWN = "–"
# Spelt out here: the window is painted before anything as large as Babel is loaded.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def show_minor(minor: int | None, currency: str) -> str:
    """Show minor units with grouped thousands and a true minus: −1,234.50; not known is –."""
    if minor is None:
        return UNKNOWN
    decimals = decimals_of(currency)
    digits = f"{abs(minor):0{decimals + 1}d}"
    whole = f"{int(digits[: len(digits) - decimals]):,}"
    sign = MINUS if minor < 0 else ""
    return f"{sign}{whole}.{digits[-decimals:]}" if decimals else f"{sign}{whole}"


def show_money(amount: Money, *, with_currency: bool = False) -> str:
    """Show an amount; the currency comes before a single amount: USD 53,344.00."""
    text = show_minor(amount.minor, amount.currency)
    return f"{amount.currency} {text}" if with_currency else text


def show_day(day: date | None, today: date, language: str = "en") -> str:
    """Show a day in a list: weekday left out in the past, year left out in the current year.

    English `Fri 9 Oct`, `14 Mar 2019`; Chinese tables `2026-09-14`.
    """
    if day is None:
        return ""
    if language.startswith("zh"):
        return day.isoformat()
    weekday = f"{_WEEKDAYS[day.weekday()]} " if day >= today else ""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{weekday}{day.day} {_MONTHS[day.month - 1][:3]}{year}"


def show_full_day(day: date, language: str = "en") -> str:
    """Show a day in a document: `9 October 2026`, `2026年10月9日`."""
    if language.startswith("zh"):
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
