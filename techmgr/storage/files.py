"""Telling an office file from anything else, before anything touches it."""

import os
from pathlib import Path
from typing import Any

import sqlcipher3

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.storage.engines import APPLICATION_ID, connection_to

# The newest step in migrations/versions, known without loading Alembic. A test compares.
HEAD = "0001"

_PLAIN = b"SQLite format 3\0"
_APPLICATION_ID_AT = 68  # offset of the application id in SQLite's header, four bytes
_SMALLEST = 512
BESIDE = ("-wal", "-shm", "-journal")  # what the database keeps beside an open file


# Network file systems, on which SQLite's log shared between processes loses changes.
_NETWORK = ("nfs", "cifs", "smb", "fuse.sshfs", "9p", "afs", "ncpfs", "davfs", "fuse.rclone")


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
    encrypted = is_encrypted(path)
    if encrypted and passphrase is None:
        raise WrongPassphrase(path)
    if passphrase is not None and not encrypted:
        raise UserError(
            say(
                "“{name}” has no passphrase. Open it without one, or set one first.", name=path.name
            ),
            field="passphrase",
        )
    connection = connection_to(path, passphrase, mode="ro")
    try:
        return _version(connection)
    except sqlcipher3.DatabaseError as error:
        raise _damaged(path, error, encrypted=encrypted) from error
    finally:
        connection.close()


def _version(connection: Any) -> str:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise sqlcipher3.DatabaseError("file is not a database")
    return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _damaged(path: Path, error: Exception, *, encrypted: bool) -> UserError:
    said = str(error)
    if "unable to open" in said:
        return UserError(
            say(
                "“{name}” cannot be opened here: its folder is read-only. "
                "Copy it to a folder of yours, then open the copy.",
                name=path.name,
            )
        )
    if "I/O" in said:  # no room for what the database keeps beside an open file
        return UserError(
            say(
                "“{name}” cannot be opened: its disk is full, or does not answer. Free some space "
                "or check the drive, then try again.",
                name=path.name,
            )
        )
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


def put_in_place(fresh: Path, path: Path) -> None:
    """Give a finished office file its name.

    The log of a deleted office of the same name may still lie there; SQLite would replay it.
    """
    for end in BESIDE:
        path.with_name(path.name + end).unlink(missing_ok=True)
    fresh.replace(path)


def remove(path: Path) -> None:
    """Remove an office file that was not finished, with what the database keeps beside it."""
    for end in ("", *BESIDE):
        path.with_name(path.name + end).unlink(missing_ok=True)


def sync_folder(path: Path) -> None:
    """Make a rename in the folder of a path survive a power cut."""
    if os.name == "nt":
        return  # Windows writes a rename through by itself and opens no folders
    folder = os.open(path.absolute().parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def is_on_network(path: Path, mounts: str | None = None) -> bool:
    """Tell, as well as can be told, whether a path lies in a network folder.

    `mounts` is the text of /proc/mounts, for a system that has none of its own.
    """
    absolute = path.absolute()
    if str(absolute).startswith("\\\\"):
        return True
    if mounts is None:
        table = Path("/proc/mounts")
        mounts = table.read_text(encoding="utf-8", errors="replace") if table.exists() else ""
    best, kind = "", ""
    for line in mounts.splitlines():
        _device, point, system = line.split()[:3]
        folder = point.replace("\\040", " ")
        if absolute.is_relative_to(folder) and len(folder) >= len(best):
            best, kind = folder, system
    return kind.startswith(_NETWORK)
