"""What an officer does with files: import their rows, keep a profile."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import bindparam, delete, select

from techmgr.core.errors import UserError
from techmgr.core.kept_texts import packed as packed_text
from techmgr.core.texts import say
from techmgr.intake.dryrun import Write, imported, writes
from techmgr.intake.incoming import Incoming
from techmgr.intake.mapping import Profile
from techmgr.intake.model import ImportedRows, ImportedText, ImportProfile, ImportRun
from techmgr.intake.queries import Trial, tried
from techmgr.intake.remembered import differing, packed
from techmgr.intake.summary import counted
from techmgr.intake.taking import taking_of
from techmgr.storage.bulk import Tell, insert_rows
from techmgr.storage.unit import Undo, Unit, action


@dataclass(frozen=True, slots=True)
class ImportRows:
    """A file read through a profile, and what the officer settled.

    Conflicts keep ours except cells in `theirs`; changes are written except cells in `ours`; both
    name cells by (row, field), and (row, "") means the whole row.
    """

    profile: Profile
    file: Incoming
    name: str
    sha256: str
    theirs: frozenset[tuple[int, str]] = frozenset()
    ours: frozenset[tuple[int, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Took:
    """What an import did. `run_id` is None when the file changed nothing; `written` counts rows."""

    run_id: int | None
    counts: dict[str, int]
    written: int


@dataclass(frozen=True, slots=True)
class SaveProfile:
    """Keep how files of one kind are taken in, under the profile's name."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class ForgetProfile:
    """Drop a saved profile."""

    target: str
    name: str


@action(undo=Undo.RESTORE)
def import_rows(unit: Unit, request: ImportRows) -> Took:
    """Write what a file brings, as the office is now: all of it or nothing.

    `unit.progress` is told rows written and rows in all; what it raises cancels the import.
    """
    return take_in(unit, request)


def take_in(unit: Unit, request: ImportRows) -> Took:
    """Write a file's rows in the caller's transaction: for a feature with an import of its own."""
    taking = taking_of(request.profile.target)
    trial = tried(unit.session, request.profile, request.file, unit.today)
    todo = list(writes(trial.run, theirs=request.theirs, ours=request.ours))
    blank = request.profile.blank_empties
    brought = list(differing(imported(trial.run, trial.last, blank_empties=blank), trial.last))
    if not todo and not brought:
        return Took(None, counted(trial.run), 0)
    run = _run(unit, request, trial)
    tell = _teller(unit, len(todo))
    tell(0)
    ids = taking.write(unit, run.id, todo, tell)
    subjects = [f"{taking.table}:{number}" for number in ids]
    _keep_texts(unit, trial, dict(zip(subjects, todo, strict=True)), tell)
    pieces = [{"run_id": run.id, "content": piece} for piece in packed(brought)]
    insert_rows(unit.session, ImportedRows, pieces, lambda _rows: None)
    return Took(run.id, counted(trial.run), len(todo))


def _run(unit: Unit, request: ImportRows, trial: Trial) -> ImportRun:
    run = ImportRun(
        target=request.profile.target,
        profile=request.profile.name,
        file=request.name,
        sha256=request.sha256,
        at=unit.now,
        **counted(trial.run),
    )
    unit.add(run)
    unit.about(run.reference)
    return run


def _teller(unit: Unit, total: int) -> Tell:
    done = 0

    def tell(rows: int) -> None:
        nonlocal done
        done = min(done + rows, total)
        unit.progress(done, total)

    return tell


def _keep_texts(unit: Unit, trial: Trial, todo: Mapping[str, Write], tell: Tell) -> None:
    """Keep what has no field, and what could not be read with the reason; a text of None goes."""
    asked = {(each.row, each.column): packed_text(each.sentence) for each in trial.file.questions}
    gone, new = [], []
    for subject, write in todo.items():
        for column, text in write.kept.items():
            if write.existing is not None:
                gone.append({"of": subject, "named": column})
            if text is not None:
                question, values = asked.get((write.line.row, column), ("", "{}"))
                new.append(
                    {
                        "subject": subject,
                        "column": column,
                        "text": text,
                        "question": question,
                        "question_values": values,
                    }
                )
    if gone:
        unit.session.connection().execute(_GONE, gone)
    insert_rows(unit.session, ImportedText, new, lambda _rows: tell(0))


_GONE = delete(ImportedText).where(
    ImportedText.subject == bindparam("of"), ImportedText.column == bindparam("named")
)


@action(undo=Undo.RESTORE)
def save_profile(unit: Unit, request: SaveProfile) -> int:
    """Keep a profile under its name, in place of an older one; returns its id."""
    profile = request.profile
    name = " ".join(profile.name.split())
    if not name:
        raise UserError(say("Give the profile a name."), field="name")
    record = _stored(unit, profile.target, name)
    if record is None:
        record = ImportProfile(target=profile.target, name=name, version=0)
        unit.session.add(record)
    record.content = json.dumps({**profile.as_plain(), "name": name}, ensure_ascii=False)
    unit.claim(record, None)
    unit.about(record.reference)
    return record.id


@action(undo=Undo.RESTORE)
def forget_profile(unit: Unit, request: ForgetProfile) -> None:
    """Drop a profile. What was imported through it stays, and is remembered under its name."""
    record = _stored(unit, request.target, request.name)
    if record is None:
        raise UserError(say("There is no profile “{name}”.", name=request.name), field="name")
    unit.about(record.reference)
    unit.session.delete(record)


def _stored(unit: Unit, target: str, name: str) -> ImportProfile | None:
    chosen = select(ImportProfile).where(ImportProfile.target == target, ImportProfile.name == name)
    return unit.session.scalars(chosen).first()
