"""How values look on the screen today and in the user's language; the one formatter screens use.

showing.today = date(2026, 9, 14); showing.language = "en"      set once by the composition
showing.day(d), showing.money(m), showing.share(f), showing.number(348), showing.words(text)
"""

from datetime import date
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.formats import UNKNOWN, show_day, show_money
from techmgr.core.money import Money
from techmgr.core.shares import show_share
from techmgr.core.texts import Text, close_per_cent, words


class Showing:
    """The office's day and the language of the window; both are set before the first page is built."""

    def __init__(self) -> None:
        self.today = date.today()  # noqa: DTZ011 - replaced by the office's day as soon as one is open
        self.language = "en"

    @property
    def is_chinese(self) -> bool:
        """Whether the window is in Chinese."""
        return self.language.startswith("zh")

    def words(self, text: Text | str | UserError) -> str:
        """A text or an error in the language of the window."""
        return words(text.text if isinstance(text, UserError) else text, self.language)

    def day(self, day: date | None) -> str:
        """A day in a list."""
        return show_day(day, self.today, self.language)

    def money(self, amount: Money | None) -> str:
        """An amount with two decimals; not known is a dash."""
        return UNKNOWN if amount is None else show_money(amount)

    def share(self, share: Fraction | None) -> str:
        """A share as per cent or fraction."""
        return UNKNOWN if share is None else close_per_cent(show_share(share), self.language)

    def listed(self, *parts: str) -> str:
        """Words beside each other, what is empty left out: `a, b`, in Chinese `a，b`."""
        return ("，" if self.is_chinese else ", ").join(filter(None, parts))

    def number(self, number: int | None) -> str:
        """A count, thousands grouped."""
        return UNKNOWN if number is None else f"{number:,}"


showing = Showing()
