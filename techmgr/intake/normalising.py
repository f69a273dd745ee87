"""Rules that put a cell in order before it is understood: each has a name and a sentence to show."""

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from techmgr.core.texts import Text, say


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: text in, text out; "" means that the cell says nothing.

    Always true: applying a rule twice gives what applying it once gives.
    """

    id: str
    name: Text
    sentence: Text
    apply: Callable[[str], str]


class Applied(NamedTuple):
    """A rule that changed a cell, for the dry run to show."""

    rule: Rule
    before: str
    after: str


def normalised(text: str, rules: Sequence[Rule]) -> tuple[str, tuple[Applied, ...]]:
    """Apply rules in order; return the text and every rule that changed it."""
    applied: tuple[Applied, ...] = ()
    for rule in rules:
        after = rule.apply(text)
        if after != text:
            applied += (Applied(rule, text, after),)
            text = after
    return text, applied


_SPACES = re.compile(r"[ \t\u00a0\u2007\u202f\u3000]+")
_LOOSE = re.compile(  # only what this finds can the spaces rule change: a quick look first
    r"^\s|\s\Z|[ ]{2}|\s\n|\n\s|[\t\r\x0b\x0c\x1c-\x1e\x85\u00a0\u2007\u2028\u2029\u202f\u3000]"
)
_NOTHING = {"-", "–", "—", "n/a", "#n/a", "null", "(null)", "nil", "无", "暂无"}
_NO_DAY = re.compile(r"0{1,4}([-/.])0{1,2}\1(0{1,2}|0{4})([ T]00:00(:00)?(\.0+)?)?")
_ZERO = re.compile(r"0+")
_NO_APPLICATION = re.compile(r"\d{0,2}\s*/\s*0*|0+")
_PLAIN_SERIAL = re.compile(r"(\d{2})/(\d{3}),?(\d{3})")


def _spaces(text: str) -> str:
    if not _LOOSE.search(text):
        return text
    lines = (_SPACES.sub(" ", line).strip() for line in text.strip().splitlines())
    return "\n".join(lines).strip()


def _without(pattern: re.Pattern[str]) -> Callable[[str], str]:
    return lambda text: "" if pattern.fullmatch(text) else text


def _serial(text: str) -> str:
    found = _PLAIN_SERIAL.fullmatch(text.replace(" ", ""))
    return f"{found[1]}/{found[2]},{found[3]}" if found else text


SPACES = Rule(
    "spaces",
    say("Spaces"),
    say("Spaces around a text go, and several in a row become one."),
    _spaces,
)
NOTHING = Rule(
    "nothing",
    say("Says nothing"),
    say("A dash, “N/A” or “NULL” is an empty cell."),
    lambda text: "" if text.casefold() in _NOTHING else text,
)
EXCEL_LINE_ENDS = Rule(
    "excel-line-ends",
    say("Line ends left by Excel"),
    say("“_x000D_” is a line end that Excel left behind, and goes."),
    lambda text: text.replace("_x000D_", "") if "_x000D_" in text else text,
)
NO_DAY = Rule("no-day", say("No date"), say("“0000-00-00” is no date."), _without(_NO_DAY))
ZERO_IS_NONE = Rule(
    "zero-is-none",
    say("Zero is none"),
    say("The number “0” means that there is none."),
    _without(_ZERO),
)
NO_APPLICATION = Rule(
    "no-application",
    say("No application number"),
    say("An application number without digits after the stroke, such as “/0”, is none."),
    _without(_NO_APPLICATION),
)
SERIAL_NUMBER = Rule(
    "serial-number",
    say("Form of a US application number"),
    say("“10/758611” and “14/ 033725” are written as 10/758,611 and 14/033,725."),
    _serial,
)
PATENT_COMMAS = Rule(
    "patent-commas",
    say("Commas in a patent number"),
    say("Commas and spaces in a patent number go: “RE43,880” is RE43880."),
    lambda text: text.replace(",", "").replace(" ", ""),
)
WEB_SIGNS = Rule(
    "web-signs",
    say("Signs from a web page"),
    say("Signs left by a web page are read as what they mean: “&amp;” is &."),
    lambda text: _unescaped(text) if "&" in text else text,
)

ALWAYS = (EXCEL_LINE_ENDS, SPACES, NOTHING)
"""Applied to every cell, before the field's own rules."""

PATENT_NUMBER = (PATENT_COMMAS, ZERO_IS_NONE)
APPLICATION_NUMBER = (SERIAL_NUMBER, NO_APPLICATION)


def _unescaped(text: str) -> str:
    """Until nothing changes: “&amp;amp;” was escaped twice."""
    while (after := html.unescape(text)) != text:
        text = after
    return _spaces(text)
