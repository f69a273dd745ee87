"""Opening the office a command names, with its passphrase and its day."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from techmgr import schema
from techmgr.core.days import parse_day
from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.storage import files
from techmgr.storage.engines import is_server
from techmgr.storage.office import Office


def day(text: str) -> date:
    """Return the day an option names."""
    try:
        return parse_day(text)
    except UserError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


@contextmanager
def opened(asked: argparse.Namespace, *, read_only: bool = False) -> Iterator[Office]:
    """Open the office of a command; reading commands work while somebody else writes."""
    place = str(asked.path)
    office = schema.open_office(
        place, passphrase=passphrase(asked, place), officer=asked.user, read_only=read_only
    )
    office.fixed_today = asked.today
    try:
        yield office
    finally:
        office.close()


def passphrase(asked: argparse.Namespace, place: str) -> str | None:
    """Return the passphrase a place needs: from a file, the environment or a prompt, or None."""
    given = asked_passphrase(asked.passphrase_file)
    if given is not None or is_server(place):
        return given
    if not Path(place).is_file() or not files.is_encrypted(Path(place)):
        return None
    if not sys.stdin.isatty():
        raise files.WrongPassphrase(Path(place))
    return getpass.getpass("Passphrase: ")


def asked_passphrase(file: Path | None, variable: str = "TECHMGR_PASSPHRASE") -> str | None:
    """Return a passphrase from the first line of a file or from the environment, or None."""
    if file is None:
        return os.environ.get(variable)
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            say("The passphrase file “{path}” cannot be read.", path=str(file))
        ) from error
    if not lines or not lines[0]:
        raise UserError(say("The passphrase file “{path}” is empty.", path=str(file)))
    return lines[0]
