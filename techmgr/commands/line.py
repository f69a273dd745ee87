"""The parser of the command line, and the one place where its errors are told."""

import argparse
import errno
import getpass
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from techmgr.commands import deadlines, equity, money, offices, portfolio, reports
from techmgr.commands.places import day
from techmgr.core.errors import Problems, UserError
from techmgr.core.texts import say

_WRONG = 2


def main(words: Sequence[str]) -> int:
    """Run one command. Returns the exit status: 0, or 2 after one clear sentence on stderr."""
    try:
        asked = parser().parse_args(list(words))
        run: Callable[[argparse.Namespace], None] = asked.run
        run(asked)
    except Problems as problems:
        for problem in problems.problems:
            sys.stderr.write(f"techmgr: {problem}\n")
        return _WRONG
    except UserError as error:
        sys.stderr.write(f"techmgr: {error}\n")
        return _WRONG
    except BrokenPipeError:
        # The reader of our output had enough (`techmgr cases | head`).
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:
            raise
        sys.stderr.write("techmgr: The name of a file is too long: choose a shorter one.\n")
        return _WRONG
    return 0


def parser() -> argparse.ArgumentParser:
    """Build the whole command line; every command registers itself with `shared` options."""
    top = argparse.ArgumentParser(
        prog="techmgr",
        description="Without a command, the window opens. PATH is an office file or the address of"
        " a PostgreSQL database.",
    )
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for part in (offices, portfolio, deadlines, money, equity, reports):
        part.register(commands, shared())
    return top


def shared() -> argparse.ArgumentParser:
    """Return the options every command takes."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--json", action="store_true", help="print a list of objects")
    options.add_argument("--today", type=day, metavar="DATE", help="the day it is, as 2026-11-21")
    options.add_argument("--user", default=getpass.getuser(), metavar="NAME", help="the officer")
    options.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="FILE",
        help="its first line opens an encrypted office",
    )
    return options


def wrong(sentence: str) -> UserError:
    """Return an error for the command line alone; it is never translated."""
    return UserError(say("{sentence}", sentence=sentence))
