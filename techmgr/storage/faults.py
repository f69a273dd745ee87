"""What a database says when something outside the program is wrong, in words an officer can act on."""

import errno
import re
from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3
from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError

from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say


class Interrupted(Exception):  # noqa: N818 - not an error: the result was no longer wanted
    """A read was stopped because nobody waits for it any more."""


class Damaged(UserError):  # noqa: N818 - errors are named as facts
    """The office's file is damaged: what it holds can no longer be trusted."""


_FULL = say("The disk is full: nothing was saved. Free some space, then try again.")
_READ_ONLY = say("The office's file or folder is read-only: nothing was saved.")
_DAMAGED = say("The office's file is damaged. Restore the last backup: techmgr restore.")
_NO_ANSWER = say("The database server does not answer. Check the address and the network.")
_TOO_LARGE = say("A number or a sum is too large to be kept: nothing was saved. Check the amounts.")
_HALF = say(
    "A text holds half a character, which cannot be kept: nothing was saved. Type that text again."
)
_CUT = say("The database server closed the connection: nothing was saved. Try again.")

_SENTENCES: tuple[tuple[str, Text], ...] = (
    ("database or disk is full", _FULL),
    ("No space left on device", _FULL),
    ("readonly database", _READ_ONLY),
    ("too large to convert to SQLite INTEGER", _TOO_LARGE),
    ("bigint out of range", _TOO_LARGE),
    (
        "disk I/O error",
        say("The disk did not answer: nothing was saved. Check the drive, then try again."),
    ),
    (
        "unable to open database",
        say("The office's file cannot be opened. Check that it exists and is yours to read."),
    ),
    (
        "database is locked",
        say("Another program is writing to this office. Try again in a moment."),
    ),
    (
        "authentication failed",
        say("The database server refuses this name and password. Check both in the address."),
    ),
    (
        "permission denied",
        say("Your login may not do this in the database. Ask whoever runs the server."),
    ),
    (
        'role "',
        say("The database server does not know this login. Ask whoever runs the server."),
    ),
    (
        "does not exist",
        say("The server has no database of this name. Check the address, or create it first."),
    ),
    ("could not connect", _NO_ANSWER),
    ("connection failed", _NO_ANSWER),
    ("failed to resolve", _NO_ANSWER),
    ("connection timeout", _NO_ANSWER),
    ("server closed the connection", _CUT),
    ("terminating connection", _CUT),
    ("connection is lost", _CUT),
    ("connection is closed", _CUT),
)

_ALSO_PROGRAMMING = tuple(each for each in _SENTENCES if each[0] == "permission denied")

# What an operating system says of a file, by its number.
_FILE_ERRORS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _READ_ONLY,
    errno.EPERM: _READ_ONLY,
}


@contextmanager
def in_words() -> Iterator[None]:
    """Turn a database's complaint into a UserError where the user can act, else let it through."""
    try:
        yield
    except IntegrityError as error:
        taken = _taken(str(error.orig))
        if taken is None:
            raise
        raise UserError(taken) from error
    except DBAPIError as error:
        _raise_known(error.orig, error)
        raise
    except (
        OverflowError
    ) as error:  # SQLite's driver says so of a number, SQLAlchemy does not wrap it
        _raise_known(error, error)
        raise
    except UnicodeEncodeError as error:  # a lone surrogate: of JSON, or of a foreign terminal
        raise UserError(_HALF) from error
    except sqlcipher3.DatabaseError as error:
        _raise_known(error, error)
        raise
    except OSError as error:
        if error.errno not in _FILE_ERRORS:
            raise
        raise UserError(_FILE_ERRORS[error.errno]) from error


def is_damage(said: BaseException | None) -> bool:
    """Tell whether SQLite found its file damaged, in whatever words (“malformed”, “vtable constructor failed”)."""
    # The low byte is the error, the others say where it was found.
    code: int = getattr(said, "sqlite_errorcode", 0)
    return bool(code & 0xFF == sqlcipher3.SQLITE_CORRUPT)


def _raise_known(complaint: BaseException | None, error: Exception) -> None:
    said = str(complaint)
    if is_damage(complaint):
        raise Damaged(_DAMAGED) from error
    if "interrupted" in said or "canceling statement" in said:
        raise Interrupted from error
    # A programming error also says "does not exist": of a column, a table. That is a bug.
    known = _SENTENCES if not isinstance(error, ProgrammingError) else _ALSO_PROGRAMMING
    for sign, sentence in known:
        if sign in said:
            raise UserError(sentence) from error


def _taken(said: str) -> Text | None:
    # SQLite: "UNIQUE constraint failed: technology.number";
    # PostgreSQL: "duplicate key value … DETAIL:  Key (number)=(26-001) already exists."
    if "UNIQUE constraint failed" in said or "duplicate key value" in said:
        named = re.search(r"Key \(([^)]*)\)=|failed: (.*)", said)
        columns = (named.group(1) or named.group(2)) if named else "key"
        what = ", ".join(each.strip().rpartition(".")[2] for each in columns.split(","))
        return say("Another record already has this {what}. Choose another.", what=what)
    if "FOREIGN KEY constraint" in said or "violates foreign key" in said:
        return say("Other records refer to this one. Remove them first.")
    return None
