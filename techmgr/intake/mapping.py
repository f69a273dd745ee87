"""Columns find their fields by name; a profile keeps what was settled for files of one kind."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from techmgr.core.errors import UserError
from techmgr.core.texts import LANGUAGES, say, words
from techmgr.intake.dates import DateOrder
from techmgr.intake.encodings import Encoding
from techmgr.intake.fields import Field, Target
from techmgr.intake.reading import Choices

_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Profile:
    """How files of one kind are taken in.

    Always true: a field has at most one column. Columns without a field are kept as text. The date
    order holds where a column does not settle it itself.
    """

    name: str
    target: str
    columns: Mapping[str, str] = field(default_factory=dict)  # column → field key
    date_order: DateOrder | None = None
    encoding: Encoding | None = None
    delimiter: str | None = None
    sheet: str | None = None
    blank_empties: bool = False

    def __post_init__(self) -> None:
        fields = list(self.columns.values())
        twice = sorted({key for key in fields if fields.count(key) > 1})
        if twice:
            raise UserError(
                say(
                    "Two columns are matched to {fields}: leave one of them out.",
                    fields=tuple(twice),
                ),
                field="columns",
            )

    @property
    def choices(self) -> Choices:
        """What the profile sets about the file itself, for `reading.read`."""
        return Choices(self.encoding, self.delimiter, self.sheet)

    def as_plain(self) -> dict[str, Any]:
        """Return the profile as plain text and flags, to be stored."""
        return {
            "name": self.name,
            "target": self.target,
            "columns": dict(self.columns),
            "date_order": self.date_order and self.date_order.value,
            "encoding": self.encoding and self.encoding.value,
            "delimiter": self.delimiter,
            "sheet": self.sheet,
            "blank_empties": self.blank_empties,
        }


def profile_of(stored: Mapping[str, Any]) -> Profile:
    """Return the profile that `as_plain` gave."""
    order, encoding = stored["date_order"], stored["encoding"]
    return Profile(
        stored["name"],
        stored["target"],
        dict(stored["columns"]),
        DateOrder(order) if order else None,
        Encoding(encoding) if encoding else None,
        stored["delimiter"],
        stored["sheet"],
        bool(stored["blank_empties"]),
    )


def matched(columns: Iterable[str], target: Target) -> dict[str, str]:
    """Match columns to fields by name, whatever the capitals, spaces and signs; first come first.

    A field's key and label go before its other names, so that "Number" beats "Case".
    """
    found: dict[str, str] = {}
    by_name = {bare(column): column for column in reversed(list(columns))}
    for names in (_own_names, _other_names):
        for each in target.fields:
            if each.key in found.values():
                continue
            column = next((by_name[name] for name in names(each) if name in by_name), None)
            if column and column not in found:
                found[column] = each.key
    return found


def bare(name: str) -> str:
    """Return a header without capitals, width, spaces and signs: "Case No." is "caseno"."""
    return _SIGNS.sub("", unicodedata.normalize("NFKC", name).casefold())


def _own_names(each: Field) -> list[str]:
    return [bare(each.key), *(bare(words(each.label, language)) for language in LANGUAGES)]


def _other_names(each: Field) -> list[str]:
    return [bare(name) for name in each.names]
