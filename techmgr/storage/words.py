"""The one tokeniser of search: word beginnings in any order, Chinese by characters."""

import re
from unicodedata import normalize

# Han, kana and hangul are searched by single characters: no dictionary, no missed words.
_CHARACTERS = re.compile(r"([\u2e80-\u2fdf\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff])")
# Accents standing alone, as they do once a letter is taken apart.
_MARKS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")


def spaced(text: str | None) -> str | None:
    """Put spaces around each Chinese character and take accents off, alike for both databases.

    `spaced("Müller 传感")` is `"Muller  传  感 "`.
    """
    if text is None or text.isascii():
        return text
    bare = _MARKS.sub("", normalize("NFD", text))
    return _CHARACTERS.sub(r" \1 ", normalize("NFC", bare))


def parts(query: str) -> list[list[str]]:
    """Split a query into words; a run of Chinese is one phrase of characters.

    `parts("opt 传感 12-3")` is `[["opt"], ["传", "感"], ["12", "3"]]`: what was typed together
    must stand together.
    """
    found = [_WORD.findall(spaced(chunk) or "") for chunk in query.split()]
    return [words for words in found if words]


def match_sqlite(query: str) -> str:
    """Write a query for FTS5: every chunk a phrase whose last word may go on. Empty for no words."""
    return " ".join('"{}" *'.format(" ".join(words)) for words in parts(query))


def match_postgresql(query: str) -> str:
    """Write a query for to_tsquery('simple', …) with the same meaning."""
    chunks = [" <-> ".join([*words[:-1], f"{words[-1]}:*"]) for words in parts(query)]
    return " & ".join(f"({chunk})" for chunk in chunks)


# The same `spaced` inside PostgreSQL. Its own parser takes "26-001" for 26 and minus 1 and keeps
# addresses whole: without ASCII punctuation only words are left.
SPACED_ON_POSTGRESQL = r"""
    CREATE OR REPLACE FUNCTION spaced(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT regexp_replace(normalize(regexp_replace(normalize(
            translate(words, '!"#$%%&''()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 32)),
            NFD), '[\u0300-\u036f]', '', 'g'), NFC),
        '([\u2e80-\u2fdf\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff])', ' \1 ', 'g') $$"""
