"""One cell's text becomes a value of its field, or a question; never a guess."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from techmgr.core.errors import UserError
from techmgr.core.money import money
from techmgr.core.shares import parse_share
from techmgr.core.texts import Text, say
from techmgr.intake.dates import DayColumn
from techmgr.intake.fields import Field, Kind, folded
from techmgr.intake.normalising import ALWAYS, Applied, normalised


class Cell(NamedTuple):
    """What a text became: a value or None, the rules that changed it, and what is asked about it."""

    value: Any = None
    applied: tuple[Applied, ...] = ()
    question: Text | None = None
    may_mean: date | None = None


Parse = Callable[[str], Any]

_AMOUNT = re.compile(
    r"(?P<code>[A-Z]{3})?\s*(?P<sign>[-+\u2212(]?)\s*(?P<symbol>[$€£¥￥]?)\s*"
    r"(?P<digits>\d{1,3}(?:[,' \u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*\)?\s*(?P<after>[A-Z]{3})?"
)
_SYMBOLS = {"€": "EUR", "£": "GBP"}  # a dollar or yen sign is that of several currencies
_WHOLE = re.compile(r"[-+]?\d{1,3}(,\d{3})+|[-+]?\d+")
_DECIMAL = re.compile(r"[-+]?(\d{1,3}(,\d{3})+|\d+)\.\d+")
_SHARE_BREAK = re.compile(r"[;+\n|；、]")
_NAMED_SHARE = re.compile(
    r"(?P<name>.*?)[\s:：=(（]*(?P<share>\d+(?:\.\d+)?\s*[%％]?|\d+/\d+)[)）]?"
)


def cell_reader(field: Field, days: DayColumn | None) -> Callable[[str], Cell]:
    """Return the function that reads one column's cells into a field's values.

    Equal texts are read once: a column has few different states, dates and centres.
    """
    rules = (*ALWAYS, *field.rules)
    parse = _parser(field, days)
    seen: dict[str, Cell] = {}

    def read(text: str) -> Cell:
        cell = seen.get(text)
        if cell is None:
            bare, applied = normalised(text, rules)
            cell = seen[text] = _parsed(parse, bare, applied)
        return cell

    return read


def _parsed(parse: Parse, text: str, applied: tuple[Applied, ...]) -> Cell:
    if not text:
        return Cell(None, applied)
    try:
        value = parse(text)
    except UserError as error:
        return Cell(None, applied, error.text)
    if isinstance(value, Cell):
        return value._replace(applied=applied)
    return Cell(value, applied)


def _parser(field: Field, days: DayColumn | None) -> Parse:
    if field.kind is Kind.DAY:
        column = days or DayColumn(None, None)
        return lambda text: _day(column, text)
    if field.kind in (Kind.CHOICE, Kind.REFERENCE):
        return _chooser(field)
    if field.kind is Kind.MONEY:
        return lambda text: _amount(text, field.currency)
    return _PLAIN_PARSERS[field.kind]


def _day(column: DayColumn, text: str) -> date | Cell:
    read = column.read(text)
    return read.day or Cell(question=read.question, may_mean=read.may_mean)


def _chooser(field: Field) -> Parse:
    known = {folded(word): value for word, value in field.choices.items()}

    def choose(text: str) -> Any:
        value = known.get(folded(text))
        if value is None:
            raise UserError(_unknown(field, text))
        return value

    return choose


def _unknown(field: Field, text: str) -> Text:
    if field.kind is Kind.REFERENCE or len(field.choices) > 12:
        return say("“{text}” is not known here.", text=text)
    return say(
        "“{text}” is not a known {field}: it must be one of {known}, or be added to the list.",
        text=text,
        field=field.label,
        known=tuple(field.choices),
    )


def _number(text: str) -> int | Decimal:
    bare = text.replace("\u2212", "-")
    if _WHOLE.fullmatch(bare):
        return int(Decimal(bare.replace(",", "")))
    if _DECIMAL.fullmatch(bare):
        return Decimal(bare.replace(",", ""))
    raise UserError(say("“{text}” is not a number such as 1,234.5.", text=text))


def _amount(text: str, currency: str) -> Any:
    found = _AMOUNT.fullmatch(text)
    if not found:
        raise UserError(say("“{text}” is not an amount such as 1,234.50.", text=text))
    code = found["code"] or found["after"] or _SYMBOLS.get(found["symbol"]) or currency
    if not code:
        raise UserError(say("“{text}” has no currency: write it as USD 1,234.50.", text=text))
    negative = "-" if found["sign"] in ("-", "\u2212", "(") and found["sign"] else ""
    return money(negative + found["digits"], code)


def shares_of(text: str) -> tuple[tuple[str, Fraction | None], ...]:
    """Read "Ada Okafor 60 %; Tom Reed 40 %" as names with exact shares; names alone leave them open.

    Whether they sum to one is the row's affair (`incoming`): "60 + 30" makes 90 %.
    """
    parts = [part.strip() for part in _SHARE_BREAK.split(text) if part.strip()]
    found = [_NAMED_SHARE.fullmatch(part) for part in parts]
    if not any(found):
        return tuple((part, None) for part in parts)
    if not all(found):
        raise UserError(
            say("“{text}” gives some of them a share and others none: give all or none.", text=text)
        )
    # Numbers without a sign are per cent together: "60 + 30 + 1" are not 60 %, 30 % and the whole.
    bare = [match["share"] for match in found if match]
    percent = all("%" not in each and "/" not in each for each in bare) and (
        sum(Fraction(each) for each in bare) > 2
    )
    return tuple(
        (match["name"].strip(" ,"), parse_share(match["share"] + ("%" if percent else "")))
        for match in found
        if match
    )


_PLAIN_PARSERS: dict[Kind, Parse] = {
    Kind.TEXT: str,
    Kind.NUMBER: _number,
    Kind.SHARE: parse_share,
    Kind.SHARES: shares_of,
}
