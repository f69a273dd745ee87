"""What commands print: aligned columns for people, a list of objects with `--json`."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from fractions import Fraction
from typing import Any
from unicodedata import east_asian_width

from techmgr.core.formats import show_money
from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.core.shares import show_share
from techmgr.core.texts import Text

WIDEST = 60  # a longer cell is cut for people; JSON has it whole


def show_rows(rows: Sequence[Any], *, as_json: bool, empty: str = "Nothing found.") -> None:
    """Print dataclass rows or mappings: a table for people, a list of objects with `--json`."""
    if as_json:
        show_json([_mapping(row) for row in rows])
    elif not rows:
        sys.stdout.write(empty + "\n")
    else:
        _show_table([_mapping(row) for row in rows])


def show_json(value: Any) -> None:
    """Print a value as JSON: money as amount and currency, days ISO."""
    sys.stdout.write(json.dumps(plain(value), indent=2, ensure_ascii=False) + "\n")


def plain(value: Any) -> Any:  # noqa: PLR0911 - one line a type
    """Turn a value into what JSON has: `Money` becomes {"amount": "133360.00", "currency": "USD"}."""
    if isinstance(value, Money):
        return {"amount": f"{value.decimal:f}", "currency": value.currency}
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Fraction | Text | Reference):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return plain(_mapping(value))
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, Sequence | frozenset | set) and not isinstance(value, str | bytes):
        return [plain(each) for each in value]
    return value


def _mapping(row: Any) -> dict[str, Any]:
    if isinstance(row, Mapping):
        return dict(row)
    return {each.name: getattr(row, each.name) for each in fields(row)}


def _show_table(rows: list[dict[str, Any]]) -> None:
    heads = [name.replace("_", " ") for name in rows[0]]
    cells = [[_cell(value) for value in row.values()] for row in rows]
    widths = [max(_width(text) for text in column) for column in zip(heads, *cells, strict=True)]
    right = [all(isinstance(row[name], Money | int) for row in rows) for name in rows[0]]
    for line in (heads, ["-" * width for width in widths], *cells):
        padded = (_pad(*part) for part in zip(line, widths, right, strict=True))
        sys.stdout.write("  ".join(padded).rstrip() + "\n")


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Money):
        return show_money(value)
    if isinstance(value, Fraction):
        return show_share(value)
    if isinstance(value, tuple | list):
        value = ", ".join(str(each) for each in value)
    text = " ".join(str(value).split())
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"


def _pad(text: str, width: int, right: bool) -> str:
    space = " " * (width - _width(text))
    return space + text if right else text + space


def _width(text: str) -> int:
    # Chinese characters take two columns of a terminal.
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
