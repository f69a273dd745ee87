"""The one formatter of money, shares and dates for screens and documents."""

from datetime import date

from babel.dates import format_date

from techmgr.core.money import Money, decimals_of

MINUS = "\u2212"
UNKNOWN = "–"


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
    weekday = "EEE " if day >= today else ""
    year = "" if day.year == today.year else " y"
    return str(format_date(day, f"{weekday}d MMM{year}", locale="en"))


def show_full_day(day: date, language: str = "en") -> str:
    """Show a day in a document: `9 October 2026`, `2026年10月9日`."""
    pattern = "y年M月d日" if language.startswith("zh") else "d MMMM y"
    return str(format_date(day, pattern, locale="zh_CN" if language.startswith("zh") else "en"))
