"""Reads of imports: profiles, what earlier runs brought, and the dry run of a file in this office."""

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.intake.columns import Answers
from techmgr.intake.dryrun import DryRun, Existing, Imported, compare
from techmgr.intake.fields import Key, Target
from techmgr.intake.incoming import Incoming, Refusal, incoming
from techmgr.intake.mapping import Profile, profile_of
from techmgr.intake.model import ImportedRows, ImportedText, ImportProfile, ImportRun
from techmgr.intake.remembered import unpacked
from techmgr.intake.table import Table, Watch
from techmgr.intake.taking import Taking, taking_of


@dataclass(frozen=True, slots=True)
class Trial:
    """What an import of a file would do in this office now; nothing is written."""

    target: Target
    file: Incoming
    run: DryRun
    last: Mapping[Key, Imported]


@dataclass(frozen=True, slots=True)
class RunRow:
    """An import that was made."""

    id: int
    target: str
    profile: str
    file: str
    at: datetime
    new: int
    changed: int


def profiles_of(session: Session, target: str) -> list[Profile]:
    """Return the saved profiles of a target, by name."""
    rows = session.scalars(
        select(ImportProfile.content)
        .where(ImportProfile.target == target)
        .order_by(ImportProfile.name)
    )
    return [profile_of(json.loads(content)) for content in rows]


def profile_named(session: Session, target: str, name: str) -> Profile | None:
    """Return a saved profile of a target, or None."""
    return next((each for each in profiles_of(session, target) if each.name == name), None)


def runs(session: Session, limit: int = 50) -> list[RunRow]:
    """Return the imports made, newest first."""
    rows = session.execute(
        select(
            ImportRun.id,
            ImportRun.target,
            ImportRun.profile,
            ImportRun.file,
            ImportRun.at,
            ImportRun.new,
            ImportRun.changed,
        )
        .order_by(ImportRun.id.desc())
        .limit(limit)
    )
    return [RunRow(*row) for row in rows]


def target_of(session: Session, word: str) -> Target:
    """Return what a word of `--as` takes in, with this office's lists and names."""
    return taking_of(word).target(session)


def dry_run(
    session: Session,
    table: Table,
    profile: Profile,
    today: date,
    *,
    answers: Answers | None = None,
    watch: Watch | None = None,
) -> Trial:
    """Read a table through a profile and compare it with the office; writes nothing.

    Raises DatesUndecided when nothing settles the order of dates, UserError when no column says
    who a row is.
    """
    target = _target(session, profile)
    return tried(session, profile, incoming(table, profile, target, answers, watch), today)


def tried(session: Session, profile: Profile, file: Incoming, today: date) -> Trial:
    """Compare a file that was read through a profile with the office as it is now."""
    taking, target = taking_of(profile.target), _target(session, profile)
    last = last_imported(session, profile)
    existing = _existing(session, taking, target, file)
    run = compare(file, existing, last, blank_empties=profile.blank_empties)
    _refuse(run, taking.refusals(session, file, run, today))
    return Trial(target, file, run, last)


def last_imported(session: Session, profile: Profile) -> dict[Key, Imported]:
    """Return what earlier imports through a profile brought, by the key of each row."""
    pieces = session.scalars(
        select(ImportedRows.content)
        .join(ImportRun, ImportRun.id == ImportedRows.run_id)
        .where(ImportRun.target == profile.target, ImportRun.profile == profile.name)
        .order_by(ImportedRows.id)
    )
    return unpacked(pieces)


def keys_of_run(session: Session, run_id: int) -> list[Key]:
    """Return the keys of the rows a run brought."""
    pieces = session.scalars(select(ImportedRows.content).where(ImportedRows.run_id == run_id))
    return list(unpacked(pieces))


def kept_texts(session: Session, table: str) -> dict[int, dict[str, str]]:
    """Return what was kept as imported of every record of a table, column by column."""
    start = f"{table}:"
    rows = session.execute(
        select(ImportedText.subject, ImportedText.column, ImportedText.text)
        .where(ImportedText.subject.startswith(start))
        .order_by(ImportedText.id)
    )
    kept: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for subject, column, text in rows:
        kept[int(subject[len(start) :])][column] = text
    return kept


def _target(session: Session, profile: Profile) -> Target:
    return target_of(session, profile.target).given(set(profile.columns.values()))


def _existing(
    session: Session, taking: Taking, target: Target, file: Incoming
) -> dict[Key, Existing]:
    kept = kept_texts(session, taking.table)
    return {
        key: Existing(record, values, kept.get(record, {}))
        for key, (record, values) in taking.found(session, target, file).items()
    }


def _refuse(run: DryRun, refusals: list[Refusal]) -> None:
    """Move rows that a feature cannot take in from where the comparison put them."""
    if not refusals:
        return
    rows = {each.row for each in refusals}
    run.new = [each for each in run.new if each.row not in rows]
    run.unchanged = [each for each in run.unchanged if each.row not in rows]
    run.changed = [each for each in run.changed if each.line.row not in rows]
    run.conflicts = [each for each in run.conflicts if each.line.row not in rows]
    run.questions = [each for each in run.questions if each.row not in rows]
    run.refused = sorted([*run.refused, *refusals], key=lambda each: each.row)
