"""A table's columns read as values: whole columns at a time, since a column decides its dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say
from techmgr.intake.cells import cell_reader
from techmgr.intake.dates import DateOrder, DayColumn, Undecided, day_column, order_of
from techmgr.intake.fields import Field, Kind, Target
from techmgr.intake.mapping import Profile
from techmgr.intake.normalising import ALWAYS, Applied, normalised
from techmgr.intake.table import Table

Answers = Mapping[tuple[int, str], Any]
"""Values an officer gave for cells in question, by (row, field)."""


class Question(NamedTuple):
    """A cell that was not understood: it stays empty, its text is kept. `may_mean` is a proposal."""

    row: int
    column: str
    field: str  # "" when the whole row is meant
    text: str
    sentence: Text
    may_mean: date | None = None


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


@dataclass(slots=True)
class Column:
    """One matched column. Always true: one value per row of the table, None where empty or asked."""

    name: str
    meaning: Field
    at: int
    values: list[Any]
    applied: dict[int, tuple[Applied, ...]] = field(default_factory=dict)  # by row number
    asked: dict[int, Question] = field(default_factory=dict)  # by row number


def matched_fields(table: Table, profile: Profile, target: Target) -> dict[str, Field]:
    """Return the fields of the table's columns; refuse a table in which no column says who a row is."""
    known = target.by_key()
    matched = {
        column: known[key]
        for column, key in profile.columns.items()
        if column in table.columns and key in known
    }
    present = {each.key for each in matched.values()}
    for key in target.identity:
        if key not in present and (known[key].required or present.isdisjoint(target.identity)):
            raise UserError(
                say(
                    "No column is matched to {field}: match one, "
                    "or the rows cannot be told apart. The file has: {columns}.",
                    field=known[key].label,
                    columns=table.columns,
                ),
                field="columns",
            )
    return matched


def read_columns(
    table: Table, profile: Profile, matched: Mapping[str, Field], answers: Answers
) -> list[Column]:
    """Read every matched column. Raises DatesUndecided where nothing settles the order of dates."""
    at = {name: index for index, name in enumerate(table.columns)}
    days = _day_columns(table, profile, matched, at)
    code_at = {each.key: at[column] for column, each in matched.items()}
    return [
        _read(
            table,
            Column(column, each, at[column], []),
            days.get(column),
            code_at.get(each.currency_field),
            answers,
        )
        for column, each in matched.items()
    ]


def _read(
    table: Table, column: Column, days: DayColumn | None, code_at: int | None, answers: Answers
) -> Column:
    read, at, key = cell_reader(column.meaning, days), column.at, column.meaning.key
    for row in table.rows:
        text = row.cells[at]
        if text is None:
            column.values.append(None)
            continue
        cell = read(text if code_at is None else _with_currency(row.cells[code_at], text))
        value = cell.value
        if cell.applied:
            column.applied[row.number] = cell.applied
        if cell.question:
            value = answers.get((row.number, key))
            if value is None:
                asked = Question(row.number, column.name, key, text, cell.question, cell.may_mean)
                column.asked[row.number] = asked
        column.values.append(value)
    return column


def _with_currency(code: str | None, text: str) -> str:
    """Put the currency of the row's own column before an amount that names none."""
    return f"{code.strip().upper()} {text}" if code and not any(map(str.isalpha, text)) else text


def _day_columns(
    table: Table, profile: Profile, matched: Mapping[str, Field], at: Mapping[str, int]
) -> dict[str, DayColumn]:
    undecided: dict[str, str] = {}
    found: dict[str, DayColumn] = {}
    for column, each in matched.items():
        if each.kind is Kind.DAY:
            texts = _texts(table, at[column], each)
            order = order_of(texts)
            if isinstance(order, Undecided) and profile.date_order is None:
                undecided[column] = order.example
            else:
                chosen = order if isinstance(order, DateOrder) else profile.date_order
                found[column] = day_column(texts, chosen)
    if undecided:
        raise DatesUndecided(undecided)
    return found


def _texts(table: Table, index: int, each: Field) -> list[str]:
    """Return the column's texts as the rules leave them, each as often as it occurs."""
    rules = (*ALWAYS, *each.rules)
    seen: dict[str, str] = {}
    texts = []
    for row in table.rows:
        if text := row.cells[index]:
            if text not in seen:
                seen[text] = normalised(text, rules)[0]
            texts.append(seen[text])
    return texts
