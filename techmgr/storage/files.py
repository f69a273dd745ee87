"""Telling an office file from anything else, before anything touches it."""

import os
import shutil
from pathlib import Path
from typing import Any

import sqlcipher3

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.storage.engines import APPLICATION_ID, connection_to

_PLAIN = b"SQLite format 3\0"
_APPLICATION_ID_AT = 68  # offset of the application id in SQLite's header, four bytes
_SMALLEST = 512


class WrongPassphrase(UserError):  # noqa: N818 - errors are named as facts
    """The key does not open the file, or the file is no office at all: the two look alike."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            say("“{name}”: wrong passphrase, or not an office.", name=path.name), field="passphrase"
        )


def is_encrypted(path: Path) -> bool:
    """Tell whether a file may be an encrypted office: a plain one says so in its first bytes.

    Refuses with words what can be no office at all; never changes the file.
    """
    header = _header(path)
    if not header.startswith(_PLAIN):
        return True
    mark = int.from_bytes(header[_APPLICATION_ID_AT : _APPLICATION_ID_AT + 4], "big")
    if mark != APPLICATION_ID:
        raise UserError(
            say("“{name}” is a database of another program. It was left as it is.", name=path.name)
        )
    return False


def _header(path: Path) -> bytes:
    if path.is_dir():
        raise UserError(say("“{name}” is a folder, not an office.", name=path.name))
    if not path.exists():
        raise UserError(
            say("There is no office at “{path}”. Create one: techmgr new.", path=str(path))
        )
    try:
        with path.open("rb") as file:
            header = file.read(_SMALLEST)
    except OSError as error:
        raise UserError(
            say("“{name}” cannot be read: {why}.", name=path.name, why=error.strerror or str(error))
        ) from error
    if len(header) < _SMALLEST:
        raise UserError(say("“{name}” is empty or cut off: not an office.", name=path.name))
    return header


def schema_version(path: Path, passphrase: str | None) -> str:
    """Read which schema a file has, without changing it. Refuses a wrong passphrase and junk."""
    if is_encrypted(path) and passphrase is None:
        raise WrongPassphrase(path)
    connection = connection_to(path, passphrase if is_encrypted(path) else None, mode="ro")
    try:
        return _version(connection)
    except sqlcipher3.DatabaseError as error:
        raise _damaged(path, error, encrypted=passphrase is not None) from error
    finally:
        connection.close()


def _version(connection: Any) -> str:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise sqlcipher3.DatabaseError("file is not a database")
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _damaged(path: Path, error: Exception, *, encrypted: bool) -> UserError:
    said = str(error)
    if encrypted or "not a database" in said:
        return WrongPassphrase(path)
    return UserError(
        say(
            "“{name}” is damaged ({said}). It was left as it is: restore a backup.",
            name=path.name,
            said=said,
        )
    )


def refuse_taken(path: Path) -> None:
    """Refuse a place for a new file that holds something, or a folder nobody can write to."""
    if path.exists():
        raise UserError(
            say("“{path}” exists already. Choose another name.", path=str(path)), field="path"
        )
    if not path.parent.is_dir():
        raise UserError(say("There is no folder “{path}”.", path=str(path.parent)), field="path")
    if not os.access(path.parent, os.W_OK):
        raise UserError(
            say("The folder “{path}” is read-only.", path=str(path.parent)), field="path"
        )


def remove(path: Path) -> None:
    """Remove an office file that was not finished, with what the database keeps beside it."""
    for each in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))):
        each.unlink(missing_ok=True)


def room_beside(path: Path) -> int:
    """Return the bytes free on the disk a path lies on."""
    return shutil.disk_usage(path.parent).free
