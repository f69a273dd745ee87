"""The dry run in a few sentences: how many rows of each kind, what is missing, which rules worked."""

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from techmgr.core.formats import show_money
from techmgr.core.money import Money
from techmgr.core.shares import show_share
from techmgr.core.texts import Text, say
from techmgr.intake.columns import Question
from techmgr.intake.dryrun import DryRun
from techmgr.intake.fields import Field, Target, plain
from techmgr.intake.incoming import Incoming, Line, Refusal
from techmgr.intake.normalising import Rule


class Worked(NamedTuple):
    """How often one rule changed cells of one field."""

    rule: Rule
    field: str
    cells: int


def counted(run: DryRun) -> dict[str, int]:
    """Return the rows of each kind; together they are the rows of the file."""
    return {
        "new": len(run.new),
        "changed": len(run.changed),
        "unchanged": len(run.unchanged),
        "conflicts": len(run.conflicts),
        "refused": len(run.refused),
        "twins": len(run.twins),
    }


def rules_that_worked(file: Incoming) -> list[Worked]:
    """Return which rules changed cells of which fields, the most frequent first."""
    rules: dict[str, Rule] = {}
    counts: Counter[tuple[str, str]] = Counter()
    for (_, field), applied in file.applied.items():
        for each in applied:
            rules[each.rule.id] = each.rule
            counts[each.rule.id, field] += 1
    return [Worked(rules[rule], field, cells) for (rule, field), cells in counts.most_common()]


def empty_cells(run: DryRun) -> dict[str, int]:
    """Return per field how many rows that are not refused say nothing; questions do not count."""
    counts: Counter[str] = Counter()
    for line in _lines(run):
        counts.update(
            name
            for name, value in line.values.items()
            if value is None and name not in line.in_question
        )
    return dict(counts)


def problems(run: DryRun) -> list[Refusal | Question]:
    """Return the error list: every refused row and every question, in the order of the file."""
    return sorted([*run.refused, *run.questions], key=lambda each: each.row)


def sentences(run: DryRun, file: Incoming, target: Target) -> list[Text]:
    """Tell what the dry run found, one sentence each, as the command prints it."""
    first = say("{new} new, {changed} changed, {unchanged} the same.", **_shown(run))
    return [first, *about_rows(run, target), *about_rules(file, target)]


def about_rows(run: DryRun, target: Target) -> list[Text]:
    """Tell which rows need a look, and what is missing in how many."""
    labels = {each.key: each.label for each in target.fields}
    missing = [
        say("{count} rows have no value for {field}.", count=f"{count:,}", field=labels[name])
        for name, count in empty_cells(run).items()
    ]
    return [*_about_rows(run), *missing]


def about_rules(file: Incoming, target: Target) -> list[Text]:
    """Tell which rules put how many cells in order, the most frequent first."""
    labels = {each.key: each.label for each in target.fields}
    return [
        say(
            "{field}, {count} cells: {sentence}",
            field=labels[each.field],
            count=f"{each.cells:,}",
            sentence=each.rule.sentence,
        )
        for each in rules_that_worked(file)
    ]


def in_words(field: Field | None, value: Any) -> str:
    """Return a value of a field as a person reads it: a code by its word, an amount, shares."""
    if field is not None and field.choices and value is not None:
        return next((word for word, each in field.choices.items() if each == value), str(value))
    if isinstance(value, Money):
        return show_money(value, with_currency=True)
    if isinstance(value, tuple):
        return "; ".join(
            f"{name} {show_share(share) if share else ''}".strip() for name, share in value
        )
    if isinstance(value, Fraction):
        return show_share(value)
    return plain(value) or ""


def _shown(run: DryRun) -> Mapping[str, str]:
    return {name: f"{count:,}" for name, count in counted(run).items()}


def _about_rows(run: DryRun) -> Iterator[Text]:
    if run.conflicts:
        count = f"{len(run.conflicts):,}"
        yield say("{count} in conflict: changed here and in the file; ours is kept.", count=count)
    if run.refused:
        yield say("{count} refused.", count=f"{len(run.refused):,}")
    if run.twins:
        yield say("{count} say the same as an earlier row and count once.", count=len(run.twins))
    if run.questions:
        yield say("{count} cells to question.", count=f"{len(run.questions):,}")


def _lines(run: DryRun) -> Iterator[Line]:
    yield from run.new
    yield from run.unchanged
    for each in (*run.changed, *run.conflicts):
        yield each.line
