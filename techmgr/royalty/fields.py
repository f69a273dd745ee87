"""One table of a policy file, read key by key; what cannot be read becomes a problem beside its key."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any, TypeVar

from techmgr.core.days import plausible
from techmgr.core.errors import UserError
from techmgr.core.money import money
from techmgr.core.shares import parse_share
from techmgr.core.texts import say

T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)


class Fields:
    """A table being read. Every reading of a wrong value adds a problem and goes on with nothing."""

    def __init__(
        self, table: Mapping[str, Any], where: str, problems: list[UserError], currency: str = ""
    ) -> None:
        self.where = where
        self.problems = problems
        self.currency = currency
        self._table = table
        self._read: set[str] = set()

    def text(self, key: str, default: str | None = "") -> str:
        """Read a text; with a default of None it must be there."""
        value = self._take(key)
        if value is None and default is None:
            self._wrong(key, UserError(say("“{key}” is missing.", key=key)))
        if value is not None and not isinstance(value, str):
            self._wrong(key, UserError(say("“{key}” must be a text in quotes.", key=key)))
            return ""
        return value if value is not None else default or ""

    def flag(self, key: str) -> bool:
        """Read true or false; false when absent."""
        value = self._take(key)
        if value is not None and not isinstance(value, bool):
            self._wrong(key, UserError(say("“{key}” must be true or false.", key=key)))
        return value is True

    def share(self, key: str) -> Fraction | None:
        """Read an exact share such as "33.34 %" or "85.7 % of 70 %"."""
        return self._try(key, exact_share)

    def shares(self, key: str) -> tuple[Fraction, ...]:
        """Read a list of shares."""
        return self._try(key, lambda value: tuple(exact_share(each) for each in value)) or ()

    def factor(self, key: str) -> Fraction | None:
        """Read an exact positive number such as "1.49398"."""
        return self._try(key, _factor)

    def amount(self, key: str) -> int | None:
        """Read an amount in the policy's currency, typed "3,000,000.00" or 3000000: minor units."""
        return self._try(key, lambda value: read_amount(value, self.currency))

    def whole(self, key: str) -> int | None:
        """Read a whole number."""
        return self._try(key, _whole)

    def day(self, key: str) -> date | None:
        """Read a date written 2023-10-01."""
        return self._try(key, _day)

    def one_of(self, key: str, choices: type[E], default: E) -> E:
        """Read one word of a fixed list."""
        value = self._take(key)
        if value is None:
            return default
        if value in list(choices):
            return choices(value)
        words = [str(choice) for choice in choices]
        text = say("“{value}” is not one of: {words}.", value=value, words=words)
        self._wrong(key, UserError(text))
        return default

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts."""
        value = self._take(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            self._wrong(key, UserError(say("“{key}” must be a list of texts.", key=key)))
            return ()
        return tuple(value)

    def table(self, key: str) -> Mapping[str, Any] | None:
        """Read a table inside the table."""
        value = self._take(key)
        if value is not None and not isinstance(value, dict):
            self._wrong(key, UserError(say("“{key}” must be a table.", key=key)))
            return None
        return value

    def tables(self, key: str) -> list[Mapping[str, Any]]:
        """Read a list of tables."""
        value = self._take(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
            self._wrong(key, UserError(say("“{key}” must be a list of tables.", key=key)))
            return []
        return value

    def close(self) -> None:
        """Name every key that was not asked for: most are slips of the pen."""
        for key in self._table:
            if key not in self._read:
                self._wrong(key, UserError(say("“{key}” is not known here.", key=key)))

    def _take(self, key: str) -> Any:
        self._read.add(key)
        return self._table.get(key)

    def _try(self, key: str, read: Callable[[Any], T]) -> T | None:
        value = self._take(key)
        if value is None:
            return None
        try:
            return read(value)
        except UserError as error:
            self._wrong(key, error)
        except (TypeError, ValueError):
            self._wrong(key, UserError(say("“{value}” cannot be read.", value=value)))
        return None

    def _wrong(self, key: str, error: UserError) -> None:
        place = f"{self.where}.{key}" if self.where else key
        self.problems.append(
            UserError(say("{place}: {text}", place=place, text=error.text), field=place)
        )


def exact_share(text: Any) -> Fraction:
    """Read a share exactly; nested shares are joined by "of": "60 % of 1/3" is 1/5."""
    if not isinstance(text, str):
        raise UserError(say('Write the share in quotes: "33.34 %" or "1/3".'))
    share = Fraction(1)
    for part in text.split(" of "):
        share *= parse_share(part)
    return share


def read_amount(value: Any, currency: str) -> int:
    """Read an amount of a policy (text or whole number of major units) as minor units."""
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise UserError(say('Write the amount in quotes: "1,234.50".'))
    if not currency:
        return _whole(int(str(value).replace(",", "")))
    return money(str(value), currency).minor


def _factor(value: Any) -> Fraction:
    written = isinstance(value, str) and re.fullmatch(r"\d+(\.\d+)?", value)
    factor = Fraction(value) if written else Fraction(0)
    if not factor:
        raise UserError(say('Write the factor in quotes: "1.49398".'))
    return factor


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise UserError(say("“{value}” is not a whole number.", value=value))
    return value


def _day(value: Any) -> date:
    if type(value) is not date:
        raise UserError(say("“{value}” is not a date such as 2023-10-01.", value=value))
    return plausible(value)
