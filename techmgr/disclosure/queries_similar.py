"""Cases on file that may be about the same: those that share most of a title's rarer words."""

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy.orm import Session

from techmgr.storage import search

_WORD = re.compile(r"[^\W\d_]{4,}|[\u4e00-\u9fff]{2,}")
_MOST_WORDS = 8
_PER_WORD = 40
_COMMON = frozenset(
    {"with", "from", "that", "this", "using", "method", "system", "device", "based"}
)


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """A case on file with the part of the title's words it has, from 0 to 1."""

    case_id: int
    number: str
    title: str
    share: Fraction


def similar_cases(session: Session, title: str, limit: int = 5) -> list[SimilarCase]:
    """Return cases that share words with a title, the closest first. A word on too many cases counts less."""
    words = [w for w in dict.fromkeys(_WORD.findall(title.casefold())) if w not in _COMMON]
    words = words[:_MOST_WORDS]
    counted: Counter[int] = Counter()
    titles: dict[int, str] = {}
    for word in words:
        for hit in search.find(session, word, kinds=("case",), limit=_PER_WORD):
            counted[hit.reference.id] += 1
            titles[hit.reference.id] = hit.title
    found = counted.most_common(limit)
    return [_similar(number, titles[number], count, len(words)) for number, count in found]


def _similar(case_id: int, shown: str, count: int, words: int) -> SimilarCase:
    number, _, title = shown.partition("  ")
    return SimilarCase(case_id, number, title, Fraction(count, words))
