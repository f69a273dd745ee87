"""A table read through a profile: each row's values, what was kept as text, and what is asked."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from techmgr.core.errors import UserError
from techmgr.core.shares import WHOLE, show_share
from techmgr.core.texts import Text, say
from techmgr.intake.cells import Cell, cell_reader
from techmgr.intake.dates import DateOrder, DayColumn, Undecided, day_column, order_of
from techmgr.intake.fields import Field, Key, Kind, Target
from techmgr.intake.mapping import Profile
from techmgr.intake.normalising import ALWAYS, Applied, normalised
from techmgr.intake.table import Row, Table


class Question(NamedTuple):
    """A cell that was not understood: it stays empty, its text is kept. `may_mean` is a proposal."""

    row: int
    column: str
    field: str  # "" when the whole row is meant
    text: str
    sentence: Text
    may_mean: date | None = None


class Refusal(NamedTuple):
    """A row that cannot be taken in, for who it is: the column, what is there, what must be."""

    row: int
    column: str
    text: str
    sentence: Text


@dataclass(slots=True)
class Line:
    """One row of the file as values. Always true: `values` has every matched field, None if empty."""

    row: int
    key: Key
    values: dict[str, Any]
    kept: dict[str, str]  # column → text as imported: unmatched columns, and cells in question
    in_question: frozenset[str] = frozenset()


@dataclass(slots=True)
class Incoming:
    """The whole file as lines, with what was refused, asked and put in order on the way."""

    lines: list[Line] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    applied: dict[tuple[int, str], tuple[Applied, ...]] = field(default_factory=dict)
    columns: dict[str, str] = field(default_factory=dict)  # field key → column
    identity: str = ""  # the field that names a row first


class DatesUndecided(UserError):  # noqa: N818 - errors are named as facts
    """Dates that can be read two ways. `columns` maps each such column to an example."""

    def __init__(self, columns: Mapping[str, str]) -> None:
        column, example = next(iter(columns.items()))
        super().__init__(
            say(
                "The dates of column “{column}”, such as {example}, can be read two ways: say "
                "whether the day or the month comes first (--dates dmy or --dates mdy).",
                column=column,
                example=example,
            ),
            field="dates",
        )
        self.columns = columns


def incoming(
    table: Table,
    profile: Profile,
    target: Target,
    answers: Mapping[tuple[int, str], Any] | None = None,
) -> Incoming:
    """Read a table through a profile. `answers` are values an officer gave by (row, field).

    Raises DatesUndecided when a column can be read two ways and the profile does not say which,
    UserError when no column is matched to the identity.
    """
    matched = _matched(table, profile, target)
    columns = {each.key: column for column, each in matched.items()}
    first = next(key for key in target.identity if key in columns)
    result = Incoming(columns=columns, identity=first)
    spare = [(index, name) for index, name in enumerate(table.columns) if name not in matched]
    plan = _Plan(target, _readers(table, profile, matched), spare, answers or {})
    for row in table.rows:
        _take_in(row, plan, result)
    result.questions += [Question(doubt.number, "", "", "", doubt.text) for doubt in table.doubts]
    return result


class _Reader(NamedTuple):
    at: int
    column: str
    field: Field
    read: Callable[[str], Cell]
    currency: int | None  # index of the column that names the currency


def _matched(table: Table, profile: Profile, target: Target) -> dict[str, Field]:
    known = target.by_key()
    matched = {
        column: known[key]
        for column, key in profile.columns.items()
        if column in table.columns and key in known
    }
    present = {each.key for each in matched.values()}
    missing = [
        known[key]
        for key in target.identity
        if key not in present and (known[key].required or present.isdisjoint(target.identity))
    ]
    if missing:
        raise UserError(
            say(
                "No column is matched to {field}: match one, "
                "or the rows cannot be told apart. The file has: {columns}.",
                field=missing[0].label,
                columns=table.columns,
            ),
            field="columns",
        )
    return matched


def _readers(table: Table, profile: Profile, matched: Mapping[str, Field]) -> list[_Reader]:
    index_of = {name: index for index, name in enumerate(table.columns)}
    column_of = {each.key: column for column, each in matched.items()}
    days = _day_columns(table, profile, matched, index_of)
    return [
        _Reader(
            index_of[column],
            column,
            each,
            cell_reader(each, days.get(column)),
            index_of.get(column_of.get(each.currency_field, "")),
        )
        for column, each in matched.items()
    ]


def _day_columns(
    table: Table, profile: Profile, matched: Mapping[str, Field], index_of: Mapping[str, int]
) -> dict[str, DayColumn]:
    undecided: dict[str, str] = {}
    found: dict[str, DayColumn] = {}
    for column, each in matched.items():
        if each.kind is Kind.DAY:
            texts = _different_texts(table, index_of[column], each)
            order = order_of(texts)
            if isinstance(order, Undecided) and profile.date_order is None:
                undecided[column] = order.example
            else:
                chosen = order if isinstance(order, DateOrder) else profile.date_order
                found[column] = day_column(texts, chosen)
    if undecided:
        raise DatesUndecided(undecided)
    return found


def _different_texts(table: Table, index: int, each: Field) -> list[str]:
    """Return the column's texts in order, as the rules leave them; each as often as it occurs."""
    rules = (*ALWAYS, *each.rules)
    seen: dict[str, str] = {}
    texts = []
    for row in table.rows:
        if text := row.cells[index]:
            if text not in seen:
                seen[text] = normalised(text, rules)[0]
            texts.append(seen[text])
    return texts


class _Plan(NamedTuple):
    target: Target
    readers: list[_Reader]
    spare: list[tuple[int, str]]  # columns without a field
    answers: Mapping[tuple[int, str], Any]


def _take_in(row: Row, plan: _Plan, result: Incoming) -> None:
    values: dict[str, Any] = {}
    asked: list[Question] = []
    for reader in plan.readers:
        key, text = reader.field.key, row.cells[reader.at]
        cell = reader.read(_with_currency(row, reader, text)) if text else _EMPTY
        values[key] = cell.value
        if cell.applied:
            result.applied[row.number, key] = cell.applied
        if cell.question:
            values[key] = plan.answers.get((row.number, key))
            if values[key] is None:
                asked.append(
                    Question(
                        row.number, reader.column, key, text or "", cell.question, cell.may_mean
                    )
                )
    if refusal := _refusal(row, plan, values, asked):
        result.refused.append(refusal)
        return
    kept = {name: text for index, name in plan.spare if (text := row.cells[index])}
    kept.update((each.column, each.text) for each in asked)
    in_question = frozenset([each.field for each in asked]) if asked else _NONE
    result.lines.append(Line(row.number, plan.target.key(values), values, kept, in_question))
    result.questions += asked


_EMPTY = Cell()
_NONE: frozenset[str] = frozenset()


def _with_currency(row: Row, reader: _Reader, text: str) -> str:
    """Put the currency of the row's own column before an amount that names none."""
    code = row.cells[reader.currency] if reader.currency is not None else None
    return f"{code.strip().upper()} {text}" if code and not any(map(str.isalpha, text)) else text


def _refusal(
    row: Row, plan: _Plan, values: Mapping[str, Any], asked: list[Question]
) -> Refusal | None:
    """Refuse a row for its identity only: no number, or shares that do not make one."""
    for reader in plan.readers:
        each, text = reader.field, row.cells[reader.at] or ""
        value = values[each.key]
        if value is None and each.required and each.key in plan.target.identity:
            why = next((one.sentence for one in asked if one.field == each.key), _nobody(each))
            return Refusal(row.number, reader.column, text, why)
        if each.kind is Kind.SHARES and value and (made := _made(value)) != WHOLE:
            return Refusal(row.number, reader.column, text, _not_one(made))
    return None


def _made(shares: tuple[tuple[str, Fraction | None], ...]) -> Fraction:
    """Return what shares make together; shares left open count as the whole."""
    given = [share for _, share in shares if share is not None]
    return sum(given, Fraction(0)) if given else WHOLE


def _nobody(each: Field) -> Text:
    return say("The row has no {field}: give it one, or leave the row out.", field=each.label)


def _not_one(made: Fraction) -> Text:
    return say("The shares make {made}; they must make 100 %.", made=show_share(made))
