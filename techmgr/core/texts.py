"""Messages that are data until somebody reads them: an id with values, put into words for a language."""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from techmgr.core.paths import resource

LANGUAGES = ("en", "zh_CN")


@dataclass(frozen=True, slots=True)
class Text:
    """A message in English with named blanks. The English sentence is its id in every catalogue.

    Values may be texts themselves; they are put into words in the same language.
    """

    message: str
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        return words(self, "en")


@dataclass(frozen=True, slots=True)
class Listed:
    """A word of the office's own lists, in the languages it has one for."""

    english: str
    chinese: str = ""


def say(message: str, **values: Any) -> Text:
    """Return the message with its values; `say("Case {number} is taken.", number="26-001")`."""
    return Text(message, values)


def words(text: Text | str, language: str) -> str:
    """Put a text into words for a language (`en`, `zh_CN`); a plain string stays as it is."""
    if isinstance(text, str):
        return text
    return close_per_cent(_sentence(text, language), language)


def close_per_cent(text: str, language: str) -> str:
    """Chinese writes the per cent sign without a space: `40 %` is `40%`."""
    if not language.startswith("zh"):
        return text
    return text.replace("\u202f%", "%").replace(" %", "%")


def _sentence(text: Text, language: str) -> str:
    # To gettext the empty message is the head of the catalogue.
    known = language != "en" and text.message
    sentence = _catalogue(language).gettext(text.message) if known else text.message
    values = {name: _worded(value, language) for name, value in text.values.items()}
    return sentence.format_map(values) if values else sentence


def _worded(value: Any, language: str) -> Any:
    if isinstance(value, Text):
        return words(value, language)
    if isinstance(value, Listed):
        return (value.chinese if language.startswith("zh") else "") or value.english
    if isinstance(value, tuple | list):
        comma = "、" if language.startswith("zh") else ", "
        return comma.join(str(_worded(each, language)) for each in value)
    return value


@lru_cache
def _catalogue(language: str) -> gettext.NullTranslations:
    folder = resource("texts")
    return gettext.translation("techmgr", folder, [language], fallback=True)
