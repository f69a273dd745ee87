"""A table read through a profile: each row's values, what was kept as text, and what is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, NamedTuple

from techmgr.core.shares import WHOLE, show_share
from techmgr.core.texts import Text, say
from techmgr.intake.columns import Answers, Column, Question, matched_fields, read_columns
from techmgr.intake.fields import Field, Key, Kind, Target
from techmgr.intake.mapping import Profile
from techmgr.intake.normalising import Applied
from techmgr.intake.table import Row, Table, Watch


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

    columns: dict[str, str]  # field key → column
    identity: str  # the field that names a row first
    lines: list[Line] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    applied: dict[tuple[int, str], tuple[Applied, ...]] = field(default_factory=dict)


def incoming(
    table: Table,
    profile: Profile,
    target: Target,
    answers: Answers | None = None,
    watch: Watch | None = None,
) -> Incoming:
    """Read a table through a profile. `answers` are values an officer gave by (row, field).

    Raises DatesUndecided when a column can be read two ways and the profile does not say which,
    UserError when no column is matched to the identity.
    """
    matched = matched_fields(table, profile, target)
    columns = read_columns(table, profile, matched, answers or {})
    names = {each.meaning.key: each.name for each in columns}
    result = Incoming(names, next(key for key in target.identity if key in names))
    spare = [(index, name) for index, name in enumerate(table.columns) if name not in matched]
    _assemble(table, target, columns, spare, result, watch=watch)
    result.applied = {
        (row, each.meaning.key): applied
        for each in columns
        for row, applied in each.applied.items()
    }
    result.questions += [Question(doubt.number, "", "", "", doubt.text) for doubt in table.doubts]
    return result


def _assemble(
    table: Table,
    target: Target,
    columns: list[Column],
    spare: list[tuple[int, str]],
    result: Incoming,
    *,
    watch: Watch | None,
) -> None:
    keys = [each.meaning.key for each in columns]
    decisive = _decisive(target, columns)
    asked = _asked(columns)
    by_row = zip(*[each.values for each in columns], strict=True)
    for done, (row, cells) in enumerate(zip(table.rows, by_row, strict=True)):
        values = dict(zip(keys, cells, strict=True))
        questions = asked.get(row.number, ())
        if refusal := _refusal(row, values, decisive, questions):
            result.refused.append(refusal)
            continue
        kept = {name: text for index, name in spare if (text := row.cells[index])}
        line = Line(row.number, target.key(values), values, kept)
        if questions:
            kept.update((each.column, each.text) for each in questions)
            line.in_question = frozenset(each.field for each in questions)
            result.questions += questions
        result.lines.append(line)
        if watch and done % 1000 == 0:
            watch(done)


def _decisive(target: Target, columns: list[Column]) -> list[Column]:
    """Return the columns for which a row can be refused."""
    return [
        each
        for each in columns
        if each.meaning.kind is Kind.SHARES
        or (each.meaning.required and each.meaning.key in target.identity)
    ]


def _asked(columns: list[Column]) -> dict[int, list[Question]]:
    asked: dict[int, list[Question]] = {}
    for column in columns:
        for row, question in column.asked.items():
            asked.setdefault(row, []).append(question)
    return asked


def _refusal(
    row: Row, values: dict[str, Any], decisive: list[Column], questions: Sequence[Question]
) -> Refusal | None:
    """Refuse a row for its identity only: no number, or shares that do not make one."""
    for column in decisive:
        each = column.meaning
        value, text = values[each.key], row.cells[column.at] or ""
        if each.kind is Kind.SHARES:
            if value and (made := _made(value)) != WHOLE:
                return Refusal(row.number, column.name, text, _not_one(made))
        elif value is None:
            why = next((one.sentence for one in questions if one.field == each.key), _nobody(each))
            return Refusal(row.number, column.name, text, why)
    return None


def _made(shares: tuple[tuple[str, Fraction | None], ...]) -> Fraction:
    """Return what shares make together; shares left open count as the whole."""
    given = [share for _, share in shares if share is not None]
    return sum(given, Fraction(0)) if given else WHOLE


def _nobody(each: Field) -> Text:
    return say("The row has no {field}: give it one, or leave the row out.", field=each.label)


def _not_one(made: Fraction) -> Text:
    return say("The shares make {made}; they must make 100 %.", made=show_share(made))
