"""The dry run as lines of a table: what is decided by the officer first, what is new last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from techmgr.desktop.showing import showing
from techmgr.intake.columns import Question
from techmgr.intake.dryrun import Change, Difference
from techmgr.intake.incoming import Line, Refusal
from techmgr.intake.queries import Trial
from techmgr.intake.summary import in_words

MOST = 200  # lines shown of one group
GROUPS = ("conflicts", "refused", "questions", "changed", "new", "unchanged")


@dataclass(frozen=True, slots=True)
class Shown:
    """One line: a cell that differs, a row, or the head of a group. `cell` is what can be decided."""

    group: str
    row: int | None = None
    number: str = ""
    title: str = ""
    field: str = ""
    ours: str = ""
    theirs: str = ""
    note: str = ""
    cell: tuple[int, str] | None = None
    head: str = ""


def lines_of(trial: Trial, group: str) -> list[Shown]:
    """Return the first lines of a group."""
    run = trial.run
    found: Iterator[Shown]
    if group in ("conflicts", "changed"):
        differences = run.conflicts if group == "conflicts" else run.changed
        found = (line for each in differences for line in _difference(trial, group, each))
    elif group in ("refused", "questions"):
        problems = run.refused if group == "refused" else run.questions
        named = {each.row: _named(trial, each) for each in trial.file.lines} if problems else {}
        found = (_problem(group, each, *named.get(each.row, ("", ""))) for each in problems)
    else:
        rows = run.new if group == "new" else run.unchanged
        found = (_whole(trial, group, each) for each in rows)
    return [line for _, line in zip(range(MOST), found, strict=False)]


def counts(trial: Trial) -> dict[str, int]:
    """Return how many rows (of questions: cells) each group has."""
    return {group: len(getattr(trial.run, group)) for group in GROUPS}


def _difference(trial: Trial, group: str, each: Difference) -> Iterator[Shown]:
    number, title = _named(trial, each.line)
    if group == "conflicts":
        changes: Sequence[Change] = each.clashes
    else:
        changes = each.changes
    fields = trial.target.by_key()
    for change in changes:
        field = fields.get(change.field)
        yield Shown(
            group,
            each.line.row,
            number,
            title,
            showing.words(field.label) if field else change.column,
            in_words(field, change.before),
            in_words(field, change.after),
            cell=(each.line.row, change.field) if group == "conflicts" else None,
        )


def _problem(group: str, each: Refusal | Question, number: str, title: str) -> Shown:
    return Shown(
        group,
        each.row,
        number,
        title,
        field=each.column,
        theirs=each.text,
        note=showing.words(each.sentence),
    )


def _whole(trial: Trial, group: str, each: Line) -> Shown:
    number, title = _named(trial, each)
    given = sum(value is not None for value in each.values.values())
    return Shown(group, each.row, number, title, field=f"{given} / {len(each.values)}")


def _named(trial: Trial, line: Line) -> tuple[str, str]:
    """Return what a row is called: its number or name, and its title where it has one."""
    first = str(line.values.get(trial.target.identity[0]) or "")
    return first, str(line.values.get("title") or line.values.get("payer") or "")
