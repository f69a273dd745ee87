"""What a feature can take in from a file: its fields, and which of them say who a row is."""

import unicodedata
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from techmgr.core.money import Money
from techmgr.core.texts import Text
from techmgr.intake.normalising import Rule

Key = tuple[Any, ...]
"""Who a row is: the identity fields' values in a form that forgives capitals and spaces."""


class Kind(StrEnum):
    """What a field holds, and the Python value a cell becomes."""

    TEXT = "text"  # str
    DAY = "day"  # date
    NUMBER = "number"  # int, or Decimal when it is not whole
    CHOICE = "choice"  # the value behind a word of the list
    REFERENCE = "reference"  # the record behind a name
    SHARE = "share"  # Fraction
    SHARES = "shares"  # tuple of (name, Fraction), which must sum to one
    MONEY = "money"  # Money


@dataclass(frozen=True, slots=True)
class Field:
    """One thing a row can say.

    Always true: `choices` belongs to choices and references and maps words as people write them to
    the value kept (a code, a record's id); a money field names a currency or a field that has it.
    """

    key: str
    label: Text
    kind: Kind = Kind.TEXT
    names: tuple[str, ...] = ()  # headers it is found under besides its key and label
    required: bool = False  # an identity field without which a row is refused
    rules: tuple[Rule, ...] = ()
    choices: Mapping[str, Any] = field(default_factory=dict)
    currency: str = ""
    currency_field: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """What a file can be imported as. Always true: identity names fields of the target.

    `otherwise` says who a row is in a file without the first field of the identity.
    """

    name: str  # the word of `--as`
    label: Text
    fields: tuple[Field, ...]
    identity: tuple[str, ...]
    otherwise: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        unknown = {*self.identity, *self.otherwise} - {each.key for each in self.fields}
        if unknown or not self.identity:
            raise ValueError(f"{self.name}: identity must name fields, not {unknown}")

    def by_key(self) -> dict[str, Field]:
        """Return the fields by key, in their order."""
        return {each.key: each for each in self.fields}

    def given(self, keys: Container[str]) -> "Target":
        """Return the target as a file with these fields has it: told apart by what it gives."""
        if self.identity[0] in keys or not any(key in keys for key in self.otherwise):
            return self
        return replace(self, identity=self.otherwise)

    def key(self, values: Mapping[str, Any]) -> Key:
        """Return who a row with these values is; existing records are looked up by the same key."""
        return tuple([folded(plain(values.get(name))) for name in self.identity])


def folded(value: Any) -> Any:
    """Return a text without the differences nobody means: width, capitals, spaces; others as is."""
    if not isinstance(value, str):
        return value
    if value.isascii():
        return " ".join(value.lower().split())
    return " ".join(unicodedata.normalize("NFKC", value).casefold().split())


def plain(value: Any) -> str | None:
    """Return a value as one exact text, to keep what was last imported and to compare with it."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction | Decimal | int | Money):
        return str(value)
    if isinstance(value, tuple):
        return "; ".join(f"{name} {share}" for name, share in value)
    raise TypeError(f"{value!r} is nothing a cell becomes")
