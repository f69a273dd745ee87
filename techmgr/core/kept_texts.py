"""Texts as they are stored: the message id, and its values as JSON, so that each reader sees their language."""

import json
from typing import Any

from techmgr.core.texts import Listed, Text


def packed(text: Text) -> tuple[str, str]:
    """Return message and values for two columns. Values may be texts, listed words, tuples, plain values."""
    if not text.values:
        return text.message, "{}"
    values = {name: _pack(value) for name, value in text.values.items()}
    return text.message, json.dumps(values, ensure_ascii=False)


def unpacked(message: str, values: str) -> Text:
    """Return the text stored in two columns."""
    return Text(message, {name: _unpack(value) for name, value in json.loads(values).items()})


def _pack(value: Any) -> Any:
    if isinstance(value, Text):
        message, values = packed(value)
        return {"message": message, "values": values}
    if isinstance(value, Listed):
        return {"english": value.english, "chinese": value.chinese}
    if isinstance(value, tuple | list):
        return [_pack(each) for each in value]
    return value if isinstance(value, int) else str(value)


def _unpack(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_unpack(each) for each in value)
    if isinstance(value, dict):
        return unpacked(**value) if "message" in value else Listed(**value)
    return value
