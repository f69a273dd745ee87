"""A deadline rule as a text of TOML: written from its table, read back, put together for a file."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.docket.rulebook import tables_in

_ORDER = (
    "code", "title", "trigger", "from", "days", "weeks", "months", "month_ends", "years",
    "latest", "earliest", "numbers", "when", "valid", "calendar", "roll", "extensions", "hard",
)  # fmt: skip


def toml_of(table: Mapping[str, Any]) -> str:
    """Return the entries of one table as lines of TOML, the important ones first."""
    named = [name for name in _ORDER if name in table]
    rest = [name for name in table if name not in _ORDER]
    shown = [name for name in (*named, *rest) if table[name] not in ({}, [], "")]
    return "".join(f"{name} = {_value(table[name])}\n" for name in shown)


def rule_text(table: Mapping[str, Any]) -> str:
    """Return a rule as it is kept and exported: `[[rule]]` and its entries."""
    return "[[rule]]\n" + toml_of(table)


def file_of(texts: Iterable[str]) -> str:
    """Return many rules as one file."""
    return "\n".join(texts)


def table_of(text: str) -> dict[str, Any]:
    """Return the table of a text with one rule; with or without its `[[rule]]`. Raises UserError."""
    whole = text if "[[rule]]" in text else f"[[rule]]\n{text}"
    tables = tables_in(str(say("this text")), whole)
    if len(tables) != 1:
        raise UserError(say("Enter one rule here; several are brought in as a file."), field="more")
    return tables[0]


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_key(name)} = {_value(each)}" for name, each in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_value(each) for each in value)}]"
    return json.dumps(str(value), ensure_ascii=False)


def _key(name: str) -> str:
    return name if name.replace("_", "").replace("-", "").isalnum() else json.dumps(name)
