"""A rule between its table of TOML and the fields of a form: the usual entries as fields, the rest as text."""

import tomllib
from collections.abc import Mapping
from typing import Any

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.docket.periods import Unit
from techmgr.docket.rule_text import rule_text, table_of, toml_of

_PLAIN = ("code", "title", "calendar", "roll", "extensions", "citation", "remedy", "note")
_UNITS = tuple(unit.value for unit in Unit)


def fields_of(text: str) -> dict[str, Any]:
    """Return the fields of a rule's text; what no field holds is TOML under `more`."""
    table = {"calendar": "weekends", "roll": "forward", **table_of(text)}
    fields: dict[str, Any] = {name: table.pop(name) for name in _PLAIN if name in table}
    if isinstance(table.get("trigger"), str):
        fields["trigger"] = table.pop("trigger")
    named = [unit for unit in _UNITS if isinstance(table.get(unit), int)]
    if len(named) == 1:
        fields["unit"], fields["count"] = named[0], table.pop(named[0])
    valid = dict(table.pop("valid", {}))
    fields |= {"valid_from": valid.pop("from", None), "valid_to": valid.pop("to", None)}
    if valid:
        table["valid"] = valid
    fields["more"] = toml_of(table).strip()
    return fields


def text_from(fields: Mapping[str, Any]) -> str:
    """Return a rule's text from the fields of a form. Raises UserError beside the field that is wrong."""
    table = _more(fields.get("more") or "")
    for name in (*_PLAIN, "trigger"):
        if fields.get(name) not in (None, ""):
            table[name] = fields[name]
    if fields.get("count") is not None:
        if not fields.get("unit"):
            raise UserError(say("Choose what is counted: days, months …"), field="unit")
        table[fields["unit"]] = fields["count"]
    if not table.get("extensions"):
        table.pop("extensions", None)
    span = {"from": fields.get("valid_from"), "to": fields.get("valid_to")}
    valid = {**table.get("valid", {}), **{name: day for name, day in span.items() if day}}
    if valid:
        table["valid"] = valid
    return rule_text(table)


def _more(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(
            say("These entries cannot be read: {reason}.", reason=str(error)), field="more"
        ) from error
