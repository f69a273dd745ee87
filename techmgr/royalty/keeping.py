"""An explanation kept as JSON, so that the why of a cent outlives a change of policy or program."""

import json
from collections.abc import Mapping
from dataclasses import fields
from fractions import Fraction
from typing import Any

from techmgr.core.texts import Text
from techmgr.royalty.explain import Kind, Node

_DEFAULTS = {field.name: field.default for field in fields(Node)}


def kept(node: Node) -> str:
    """Write a tree as JSON, exactly: fractions as "1/3", texts with their blanks, nothing rounded."""
    return json.dumps(_plain(node), ensure_ascii=False, separators=(",", ":"))


def restored(text: str) -> Node:
    """Read a tree back; equal to the one that was kept."""
    return _node(json.loads(text))


def _plain(node: Node) -> dict[str, Any]:
    """Return a node's fields, those at their default left out."""
    values = {name: getattr(node, name) for name in _DEFAULTS}
    return {name: _written(value) for name, value in values.items() if value != _DEFAULTS[name]}


def _written(value: Any) -> Any:
    match value:
        case Text():
            return {"say": value.message, "with": {k: _written(v) for k, v in value.values.items()}}
        case Fraction():
            return f"{value.numerator}/{value.denominator}"
        case list() | tuple():
            return [_plain(each) if isinstance(each, Node) else _written(each) for each in value]
        case _:
            return value


def _node(table: Mapping[str, Any]) -> Node:
    read = dict(table)
    read["kind"] = Kind(read["kind"])
    read["label"] = _text(read["label"])
    read["children"] = tuple(_node(child) for child in read.get("children", ()))
    for name in ("base_minor", "rate", "exact", "starts", "ends"):
        if name in read:
            read[name] = Fraction(read[name])
    if "note" in read:
        read["note"] = _text(read["note"])
    return Node(**read)


def _text(table: Mapping[str, Any]) -> Text:
    return Text(table["say"], {name: _blank(value) for name, value in table["with"].items()})


def _blank(value: Any) -> Any:
    if isinstance(value, dict):
        return _text(value)
    return [_blank(each) for each in value] if isinstance(value, list) else value
