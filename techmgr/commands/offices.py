"""Commands on a whole office: new, sample, check, backup, restore, encrypt."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from techmgr import records, sample, schema
from techmgr.commands.output import show_json
from techmgr.commands.places import asked_passphrase, opened, passphrase
from techmgr.core.errors import Problems, UserError
from techmgr.core.texts import say
from techmgr.people.founding import FoundOffice, found_office
from techmgr.storage import files
from techmgr.storage.check import check as faults_of
from techmgr.storage.encryption import set_passphrase
from techmgr.storage.engines import is_server

assert records.__all__, "every record is known before an office is opened"


def register(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add the commands of this module."""
    new = _command(commands, shared, "new", "make an empty office", _new)
    new.add_argument("--name", default="", help="the office's name (the file's when left out)")
    new.add_argument("--institution", default="", help="the university or laboratory it works for")
    new.add_argument("--currency", default="USD", help="the office's own currency")
    new.add_argument("--fiscal-year-end", default="12-31", metavar="MM-DD")
    new.add_argument("--time-zone", default="UTC", metavar="ZONE")
    new.add_argument("--country", default="US", metavar="XX")
    _command(commands, shared, "sample", "write the sample office", _sample)
    check = _command(commands, shared, "check", "prove an office whole", _check)
    check.add_argument("--head", metavar="NUMBER:HASH", help="as printed on a statement")
    backup = _command(commands, shared, "backup", "copy an office, open or not", _backup)
    backup.add_argument("target", type=Path, metavar="FILE", help="a new file")
    restore = _command(commands, shared, "restore", "put a backup back", _restore)
    restore.add_argument("backup", type=Path, metavar="FILE", help="the backup")
    restore.add_argument(
        "--move-aside", action="store_true", help="keep what lies at PATH under another name"
    )
    encrypt = _command(
        commands, shared, "encrypt", "set, change or take off the passphrase", _encrypt
    )
    encrypt.add_argument("--new-passphrase-file", type=Path, metavar="FILE")
    encrypt.add_argument("--take-off", action="store_true", help="keep the office unencrypted")


def _command(
    commands: Any, shared: argparse.ArgumentParser, name: str, words: str, run: Any
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = commands.add_parser(name, parents=[shared], help=words)
    command.add_argument("path", metavar="PATH", help="an office file or a database's address")
    command.set_defaults(run=run)
    return command


def _new(asked: argparse.Namespace) -> None:
    place = asked.path
    schema.create(place, asked_passphrase(asked.passphrase_file))
    with opened(asked) as office:
        request = FoundOffice(
            name=asked.name or _named_after(place),
            officer=asked.user,
            institution=asked.institution,
            base_currency=asked.currency,
            fiscal_year_end=asked.fiscal_year_end,
            time_zone=asked.time_zone,
            country=asked.country,
        )
        try:
            office.act(found_office, request)
        except UserError:
            office.close()
            _give_up(place)
            raise
    _say(asked, f"Made an office: {place}", {"path": place})


def _give_up(place: str) -> None:
    if not is_server(place):
        files.remove(Path(place))


def _named_after(place: str) -> str:
    return place.rsplit("/", maxsplit=1)[-1] if is_server(place) else Path(place).stem


def _sample(asked: argparse.Namespace) -> None:
    today = asked.today or datetime.now(UTC).date()
    counts = sample.build(asked.path, today, asked_passphrase(asked.passphrase_file))
    told = ", ".join(f"{number:,} {what}" for what, number in counts.items())
    _say(asked, f"Wrote the sample office: {asked.path} ({told})", {"path": asked.path, **counts})


def _check(asked: argparse.Namespace) -> None:
    key = passphrase(asked, asked.path)
    if not is_server(asked.path):
        files.schema_version(Path(asked.path), key)  # refuses what is no office, in words
    findings = faults_of(asked.path, key, asked.head)
    if findings:
        raise Problems(
            [UserError(say("{check}: {text}", check=f.check, text=f.text)) for f in findings]
        )
    _say(asked, f"{asked.path}: whole.", {"path": asked.path, "findings": []})


def _backup(asked: argparse.Namespace) -> None:
    made = schema.back_up(asked.path, asked.target, passphrase(asked, asked.path))
    told = f"Backed up to {made.path}. Head of the trail: {made.head}"
    _say(asked, told, {"path": str(made.path), "head": made.head})


def _restore(asked: argparse.Namespace) -> None:
    key = passphrase(asked, str(asked.backup))
    done = schema.restore(asked.backup, asked.path, key, move_aside=asked.move_aside)
    told = f"Restored {done.path}. Head of the trail: {done.head}"
    if done.aside:
        told += f"\nWhat lay there is now {done.aside}"
    aside = str(done.aside) if done.aside else None
    _say(asked, told, {"path": str(done.path), "aside": aside, "head": done.head})


def _encrypt(asked: argparse.Namespace) -> None:
    new = asked_passphrase(asked.new_passphrase_file, variable="TECHMGR_NEW_PASSPHRASE")
    if (new is None) is not asked.take_off:
        raise UserError(say("Give --new-passphrase-file FILE, or --take-off, one of the two."))
    old = passphrase(asked, asked.path)
    about = set_passphrase(Path(asked.path), old, new, asked.user)
    _say(asked, str(about), {"path": asked.path, "encrypted": new is not None})


def _say(asked: argparse.Namespace, words: str, values: dict[str, Any]) -> None:
    if asked.json:
        show_json([values])
    else:
        sys.stdout.write(words + "\n")
