"""What a database says when something outside the program is wrong, in words an officer can act on."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say


class Interrupted(Exception):  # noqa: N818 - not an error: the result was no longer wanted
    """A read was stopped because nobody waits for it any more."""


_SENTENCES: tuple[tuple[str, Text], ...] = (
    (
        "database or disk is full",
        say("The disk is full: nothing was saved. Free some space, then try again."),
    ),
    (
        "No space left on device",
        say("The disk is full: nothing was saved. Free some space, then try again."),
    ),
    ("readonly database", say("The office's file or folder is read-only: nothing was saved.")),
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
    ("malformed", say("The office's file is damaged. Restore the last backup: techmgr restore.")),
    (
        "could not connect",
        say("The database server does not answer. Check the address and the network."),
    ),
    (
        "connection failed",
        say("The database server does not answer. Check the address and the network."),
    ),
    (
        "server closed the connection",
        say("The database server closed the connection: nothing was saved. Try again."),
    ),
)


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
        said = str(error.orig)
        if "interrupted" in said or "canceling statement" in said:
            raise Interrupted from error
        for sign, sentence in _SENTENCES:
            if sign in said:
                raise UserError(sentence) from error
        raise


def _taken(said: str) -> Text | None:
    # SQLite: "UNIQUE constraint failed: technology_case.number"; PostgreSQL names the constraint.
    if "UNIQUE constraint failed" in said or "duplicate key value" in said:
        what = said.rsplit(":", maxsplit=1)[-1].strip().split(".")[-1].split("\n")[0]
        return say("Another record already has this {what}. Choose another.", what=what)
    if "FOREIGN KEY constraint" in said or "violates foreign key" in said:
        return say("Other records refer to this one. Remove them first.")
    return None
