"""Facts of a record or event as they are stored: JSON, in which a day is told from a word."""

import json
from datetime import date
from typing import Any

from techmgr.docket.events import Fact, Facts

_DAY = "day"
_NONE = "{}"  # most events have none


def packed_facts(facts: Facts) -> str:
    """Return facts as JSON; a day is written `{"day": "2019-05-02"}`, several words as a list."""
    if not facts:
        return _NONE
    return json.dumps({name: _packed(fact) for name, fact in sorted(facts.items())})


def unpacked_facts(text: str) -> dict[str, Fact]:
    """Return the facts of a JSON text."""
    if text == _NONE:
        return {}
    return {name: _unpacked(value) for name, value in json.loads(text).items()}


def _packed(fact: Fact) -> Any:
    if isinstance(fact, date):
        return {_DAY: fact.isoformat()}
    return list(fact) if isinstance(fact, tuple) else fact


def _unpacked(value: Any) -> Fact:
    if isinstance(value, dict):
        return date.fromisoformat(value[_DAY])
    return tuple(value) if isinstance(value, list) else value
