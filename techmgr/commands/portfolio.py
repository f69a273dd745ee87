"""Commands on the portfolio: cases, import."""

import argparse
import hashlib
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

from techmgr import records
from techmgr.casefile.queries import CaseFilter, all_cases, case_count
from techmgr.commands.output import show_json, show_rows
from techmgr.commands.places import opened
from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.intake.actions import ImportRows, Took
from techmgr.intake.dates import DateOrder
from techmgr.intake.encodings import Encoding
from techmgr.intake.mapping import Profile, matched
from techmgr.intake.queries import Trial, dry_run, profile_named, target_of
from techmgr.intake.reading import Choices, read
from techmgr.intake.shipped import profile_in, shipped_profiles
from techmgr.intake.summary import counted, in_words, problems, sentences
from techmgr.intake.table import Table
from techmgr.intake.taking import taking_of
from techmgr.office.queries import all_words
from techmgr.storage.office import Office

assert records.__all__, "every record is known before an office is opened"

_ALL = 1_000_000
_SHOWN = 200  # problems printed for people; JSON has all
_DELIMITERS = {"tab": "\t", "comma": ",", "semicolon": ";"}


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands of this module."""
    cases = _command(commands, shared, "cases", "the cases, newest number first", _cases)
    cases.add_argument("query", metavar="QUERY", nargs="*", help="word beginnings, in any order")
    cases.add_argument("--limit", type=_count, default=_ALL, metavar="N", help="at most so many")
    take = _command(commands, shared, "import", "take in a CSV, TSV, XLSX or JSON file", _import)
    take.add_argument("file", type=Path, metavar="FILE")
    take.add_argument(
        "--as",
        dest="target",
        default="cases",
        metavar="WHAT",
        help="cases (the default), people, organisations, receipts, rights, families or events",
    )
    take.add_argument("--map", metavar="PROFILE", help="a saved or shipped profile, or its file")
    take.add_argument(
        "--dates", choices=[each.value for each in DateOrder], help="day or month first"
    )
    take.add_argument("--dry-run", action="store_true", help="tell what it would do, write nothing")
    take.add_argument(
        "--blank-empties", action="store_true", help="an empty cell empties the field"
    )
    take.add_argument("--encoding", choices=[each.value for each in Encoding])
    take.add_argument("--delimiter", metavar="SIGN", help="a sign, or comma, semicolon or tab")
    take.add_argument("--sheet", metavar="NAME", help="of a workbook")
    sides = take.add_mutually_exclusive_group()
    sides.add_argument("--theirs", action="store_true", help="in conflicts take the file's side")
    sides.add_argument("--ours", action="store_true", help="in conflicts keep ours (the default)")


def _command(
    commands: Any, shared: argparse.ArgumentParser, name: str, words: str, run: Callable[..., None]
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, parents=[shared], help=words)
    command.add_argument("path", metavar="PATH", help="an office file or a database's address")
    command.set_defaults(run=run)
    return command


def _cases(asked: argparse.Namespace) -> None:
    chosen = CaseFilter(words=" ".join(asked.query))
    with opened(asked, read_only=True) as office:
        rows = office.read(
            lambda session: list(islice(all_cases(session, chosen, office.today), asked.limit))
        )
        if asked.json:
            show_json(rows)
            return
        words, count = office.read(all_words, "en"), office.read(case_count, chosen)
    shown = [
        {
            "number": row.number,
            "title": row.title,
            "manager": row.manager,
            "department": row.department,
            "status": words.get(("case_status", row.status), row.status),
            "received": row.received,
        }
        for row in rows
    ]
    show_rows(shown, as_json=False, empty="No cases found.")
    if len(rows) < count:
        sys.stdout.write(f"{len(rows):,} of {count:,} cases.\n")


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of cases such as 20.")
    return min(int(text[:20]), _ALL)


def _import(asked: argparse.Namespace) -> None:
    taking = taking_of(asked.target)
    digest = _sha256(asked.file)
    with opened(asked, read_only=asked.dry_run) as office:
        profile, table = _read(office, asked)
        trial = office.read(dry_run, table, profile, office.today)
        took = None
        if not asked.dry_run:
            theirs = {(each.line.row, "") for each in trial.run.conflicts} if asked.theirs else ()
            request = ImportRows(profile, trial.file, asked.file.name, digest, frozenset(theirs))
            took = office.act(taking.action, request, progress=_progress(asked)).result
    show = _show_json if asked.json else _show
    show(table, trial, took)


def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise UserError(
            say("“{name}” cannot be read: {why}.", name=file.name, why=error.strerror or "?")
        ) from None


def _read(office: Office, asked: argparse.Namespace) -> tuple[Profile, Table]:
    """Read the file as the profile says, and the options before it."""
    profile = _profile(office, asked)
    chosen = Choices(profile.encoding, profile.delimiter, profile.sheet)
    table = read(asked.file, chosen)
    if not profile.columns:
        target = office.read(target_of, asked.target)
        profile = replace(profile, columns=matched(table.columns, target))
    return profile, table


def _profile(office: Office, asked: argparse.Namespace) -> Profile:
    found = _named(office, asked.map, asked.target) if asked.map else Profile("", asked.target)
    given = {
        "date_order": DateOrder(asked.dates) if asked.dates else None,
        "encoding": Encoding(asked.encoding) if asked.encoding else None,
        "delimiter": _DELIMITERS.get(asked.delimiter, asked.delimiter),
        "sheet": asked.sheet,
        "blank_empties": asked.blank_empties or None,
    }
    chosen: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    return replace(found, **chosen)


def _named(office: Office, name: str, target: str) -> Profile:
    if name.endswith(".json"):
        found: Profile | None = profile_in(Path(name))
    else:
        stored = office.read(profile_named, target, name)
        found = stored or next(
            (each for each in shipped_profiles(target) if each.name == name), None
        )
    if found is None or found.target != target:
        raise UserError(
            say("There is no profile “{name}” for {target}.", name=name, target=target),
            field="profile",
        )
    return found


def _progress(asked: argparse.Namespace) -> Callable[[int, int], None] | None:
    if asked.json or not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        sys.stderr.write(f"\r{done:,} of {total:,} rows" + ("\n" if done == total else ""))

    return tell


def _show(table: Table, trial: Trial, took: Took | None) -> None:
    for sentence in (*table.notes, *sentences(trial.run, trial.file, trial.target)):
        sys.stdout.write(f"{sentence}\n")
    told = problems(trial.run)
    for each in told[:_SHOWN]:
        place = ", ".join(filter(None, (each.column, each.text)))
        sys.stdout.write(f"Row {each.row}{', ' if place else ''}{place}: {each.sentence}\n")
    if len(told) > _SHOWN:
        sys.stdout.write(f"… and {len(told) - _SHOWN:,} more; --json lists all.\n")
    sys.stdout.write(f"\n{_ending(trial, took)}\n")


def _ending(trial: Trial, took: Took | None) -> str:
    if took is None:
        return "Dry run: nothing was written."
    if not took.written:
        if trial.run.refused or trial.run.conflicts:
            return "Nothing was imported: see above what stands in the way."
        return "Nothing to import: the office has all of it already."
    return "1 row imported." if took.written == 1 else f"{took.written:,} rows imported."


def _show_json(table: Table, trial: Trial, took: Took | None) -> None:
    fields = trial.target.by_key()
    show_json(
        [
            {
                **counted(trial.run),
                "written": took.written if took else 0,
                "messages": [*table.notes, *sentences(trial.run, trial.file, trial.target)],
                "problems": [_problem(each) for each in problems(trial.run)],
                "changes": [
                    {"row": each.line.row, "field": one.field or one.column, "conflict": clash}
                    | {
                        "here": in_words(fields.get(one.field), one.before),
                        "file": in_words(fields.get(one.field), one.after),
                    }
                    for each in (*trial.run.changed, *trial.run.conflicts)
                    for clash, ones in ((False, each.changes), (True, each.clashes))
                    for one in ones
                ],
            }
        ]
    )


def _problem(each: Any) -> Mapping[str, Any]:
    return {"row": each.row, "column": each.column, "text": each.text, "what": str(each.sentence)}
