"""Where the words of a search stand in a text: at beginnings of words, Chinese anywhere.

spans("Sensing Magnetic Fields", "mag sens")  ->  [(0, 4), (8, 3)]
"""

import re
from functools import lru_cache


def spans(text: str, words: str) -> list[tuple[int, int]]:
    """Return (start, length) of every hit, from left to right, none over another."""
    pattern = _pattern(words)
    if pattern is None:
        return []
    return [(hit.start(), hit.end() - hit.start()) for hit in pattern.finditer(text)]


@lru_cache(maxsize=64)
def _pattern(words: str) -> re.Pattern[str] | None:
    parts = sorted({part for part in words.split() if part}, key=len, reverse=True)
    if not parts:
        return None
    alternatives = [_alternative(part) for part in parts]
    return re.compile("|".join(alternatives), re.IGNORECASE)


def _alternative(part: str) -> str:
    is_chinese = any("\u3400" <= sign <= "\u9fff" for sign in part)
    return re.escape(part) if is_chinese else rf"(?<!\w){re.escape(part)}"
