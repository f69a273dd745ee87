"""What an import would do: pure comparison of a file with the office and with the last import."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from techmgr.core.texts import Text, say
from techmgr.intake.columns import Question
from techmgr.intake.fields import Key, plain
from techmgr.intake.incoming import Incoming, Line, Refusal

Imported = Mapping[str, str | None]
"""A row's values as `fields.plain` texts, by field, as the last import of the profile brought them."""


@dataclass(frozen=True, slots=True)
class Existing:
    """A record of the office as an import sees it; `record` is whatever the feature knows it by."""

    record: Any
    values: Mapping[str, Any]
    kept: Mapping[str, str] = field(default_factory=dict)


class Change(NamedTuple):
    """One field that the import would write. `field` is empty for text kept from a column."""

    field: str
    column: str
    before: Any
    after: Any


class Difference(NamedTuple):
    """A row whose record is here already and differs.

    Always true: `changes` are safe to write; `clashes` were changed here since the last import and
    differ from it in the file too, and are written only when the officer takes theirs.
    """

    line: Line
    existing: Existing
    changes: tuple[Change, ...]
    clashes: tuple[Change, ...]


class Twin(NamedTuple):
    """A row that says the same as an earlier one; `differing` columns are not matched to a field."""

    row: int
    same_as: int
    differing: tuple[str, ...]


@dataclass(slots=True)
class DryRun:
    """Every row of the file in exactly one of: new, changed, unchanged, conflicts, refused, twins."""

    new: list[Line] = field(default_factory=list)
    changed: list[Difference] = field(default_factory=list)
    unchanged: list[Line] = field(default_factory=list)
    conflicts: list[Difference] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    twins: list[Twin] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)


class Write(NamedTuple):
    """What to write for one row: a new record when `existing` is None. A kept text of None goes."""

    line: Line
    existing: Existing | None
    values: dict[str, Any]
    kept: dict[str, str | None]


Marked = Container[tuple[int, str]]
"""Cells by (row, field); (row, "") marks the whole row."""


def compare(
    file: Incoming,
    existing: Mapping[Key, Existing],
    last: Mapping[Key, Imported],
    *,
    blank_empties: bool = False,
) -> DryRun:
    """Compare a file with the office. Linear in rows; writes nothing.

    `last` holds what the last import of this profile brought. A value changed here since, but not
    in the file, stays ours; changed in both it is a conflict. An empty cell blanks nothing unless
    asked.
    """
    result = DryRun(refused=list(file.refused))
    settled: set[tuple[int, str]] = set()
    for line in _single(file, result):
        ours = existing.get(line.key)
        if ours is None:
            result.new.append(line)
            continue
        settled.update(_settled(line, ours, file.columns))
        before = last.get(line.key, {})
        changes, clashes = _differences(line, ours, before, file.columns, blank_empties)
        changes += _kept_changes(line, ours, file.columns)
        _place(Difference(line, ours, tuple(changes), tuple(clashes)), result)
    result.refused.sort(key=lambda each: each.row)
    gone = {each.row for each in result.refused} | {each.row for each in result.twins}
    result.questions = [
        each
        for each in file.questions
        if each.row not in gone and (each.row, each.field) not in settled
    ]
    return result


def writes(run: DryRun, *, theirs: Marked = (), ours: Marked = ()) -> Iterator[Write]:
    """Return what to write, in the order new, changed, conflicts.

    Conflicts keep ours unless marked in `theirs`; changes are written unless marked in `ours`.
    """
    for line in run.new:
        values = {name: value for name, value in line.values.items() if value is not None}
        yield Write(line, None, values, dict(line.kept))
    for each in (*run.changed, *run.conflicts):
        row = each.line.row
        taken = [one for one in each.changes if not _is_marked(ours, row, one.field)]
        taken += [one for one in each.clashes if _is_marked(theirs, row, one.field)]
        if taken:
            values = {one.field: one.after for one in taken if one.field}
            kept = {one.column: one.after for one in taken if not one.field}
            yield Write(each.line, each.existing, values, kept)


def imported(
    run: DryRun, last: Mapping[Key, Imported], *, blank_empties: bool = False
) -> Iterator[tuple[Key, dict[str, str | None]]]:
    """Return what to remember as last imported, for every row that is not refused.

    It is what the file said, also where ours was kept: the same file will not ask again. An empty
    cell that blanked nothing leaves the memory as it was.
    """
    differing = [each.line for each in (*run.changed, *run.conflicts)]
    for line in (*run.new, *run.unchanged, *differing):
        said = {
            name: plain(value)
            for name, value in line.values.items()
            if value is not None or (blank_empties and name not in line.in_question)
        }
        yield line.key, {**last.get(line.key, {}), **said}


def _single(file: Incoming, result: DryRun) -> Iterator[Line]:
    """Return rows that occur once or as identical twins; a number used for two things is refused."""
    by_key: dict[Key, list[Line]] = {}
    for line in file.lines:
        by_key.setdefault(line.key, []).append(line)
    for lines in by_key.values():
        first, *others = lines
        if all(_same(first, other, file.columns) for other in others):
            yield first
            result.twins += [Twin(each.row, first.row, _differing(first, each)) for each in others]
        else:
            result.refused += _used_twice(lines, file)


def _same(one: Line, other: Line, columns: Mapping[str, str]) -> bool:
    return (
        one.values == other.values
        and one.in_question == other.in_question
        and all(one.kept[columns[key]] == other.kept[columns[key]] for key in one.in_question)
    )


def _differing(one: Line, other: Line) -> tuple[str, ...]:
    names = dict.fromkeys((*one.kept, *other.kept))
    return tuple(name for name in names if one.kept.get(name) != other.kept.get(name))


def _used_twice(lines: list[Line], file: Incoming) -> Iterator[Refusal]:
    first, columns = lines[0], file.columns
    differ = tuple(
        columns[key]
        for key in first.values
        if any(not _equal_cell(first, other, key, columns) for other in lines)
    )
    rows = tuple(str(line.row) for line in lines)
    sentence = _different_content(rows, differ)
    for line in lines:
        number = plain(line.values[file.identity]) or ""
        yield Refusal(line.row, columns[file.identity], number, sentence)


def _equal_cell(one: Line, other: Line, key: str, columns: Mapping[str, str]) -> bool:
    column = columns[key]
    return one.values[key] == other.values[key] and (
        key not in one.in_question | other.in_question
        or one.kept.get(column) == other.kept.get(column)
    )


def _different_content(rows: tuple[str, ...], differ: tuple[str, ...]) -> Text:
    return say(
        "Used more than once in the file, in rows {rows}, with different {columns}: "
        "give each its own number, or leave all but one out.",
        rows=rows,
        columns=differ,
    )


def _differences(
    line: Line,
    existing: Existing,
    last: Imported,
    columns: Mapping[str, str],
    blank_empties: bool,
) -> tuple[list[Change], list[Change]]:
    changes: list[Change] = []
    clashes: list[Change] = []
    for name, theirs in line.values.items():
        ours = existing.values.get(name)
        if theirs == ours:
            continue
        if theirs is None and (not blank_empties or name in line.in_question):
            continue
        change = Change(name, columns[name], ours, theirs)
        if name not in last or last[name] == plain(ours):
            changes.append(change)
        elif last[name] != plain(theirs):
            clashes.append(change)
    return changes, clashes


def _kept_changes(line: Line, existing: Existing, columns: Mapping[str, str]) -> list[Change]:
    """Text kept from a column follows the file; it goes when the cell is understood by now."""
    if not line.kept and not existing.kept:
        return []
    changes = [
        Change("", column, existing.kept.get(column), text)
        for column, text in line.kept.items()
        if existing.kept.get(column) != text
    ]
    understood = (columns[key] for key, value in line.values.items() if value is not None)
    return changes + [
        Change("", column, existing.kept[column], None)
        for column in understood
        if column in existing.kept
    ]


def _settled(
    line: Line, existing: Existing, columns: Mapping[str, str]
) -> Iterator[tuple[int, str]]:
    """A question is settled when the same text was kept before and somebody filled the field in."""
    for key in line.in_question:
        column = columns[key]
        if existing.values.get(key) is not None and existing.kept.get(column) == line.kept[column]:
            yield line.row, key


def _place(difference: Difference, result: DryRun) -> None:
    if difference.clashes:
        result.conflicts.append(difference)
    elif difference.changes:
        result.changed.append(difference)
    else:
        result.unchanged.append(difference.line)


def _is_marked(marked: Marked, row: int, name: str) -> bool:
    return (row, name) in marked or (row, "") in marked
