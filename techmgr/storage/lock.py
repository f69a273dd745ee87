"""One writer at a time: an operating system's lock on `name.techmgr.lock`, free again after a kill."""

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

from techmgr.core.errors import UserError
from techmgr.core.texts import say

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Windows refuses to read a locked byte: the lock sits far behind what the file says.
_LOCKED_BYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes to an office, where, and since when (UTC, ISO)."""

    officer: str
    host: str
    since: str


class Held(UserError):  # noqa: N818 - errors are named as facts
    """Somebody else writes to this office file; it can still be opened for reading."""

    def __init__(self, name: str, holder: Holder) -> None:
        super().__init__(
            say(
                "“{name}” is open for writing by {officer} on {host} since {since} UTC. "
                "Open it for reading, or ask them to close it.",
                name=name,
                officer=holder.officer or "?",
                host=holder.host,
                since=holder.since,
            )
        )
        self.holder = holder


class Lock:
    """The right to write to an office file. Held while the object lives and is not released.

    Always true: the file names its holder from taking to releasing, so that a name found in a
    lock nobody holds means that the last writer was stopped without closing the office.
    """

    def __init__(self, office: Path) -> None:
        self.path = office.with_name(office.name + ".lock")
        self.was_unclean = False
        self._file: IO[str] | None = None

    def take(self, officer: str, now: datetime) -> Holder | None:
        """Take the lock and return None, or return who holds it."""
        file = _opened(self.path)
        if not _locked(file):
            file.close()
            return self.holder()
        file.seek(0)
        self.was_unclean = bool(file.read().strip())
        file.seek(0)
        file.truncate()
        holder = {
            "officer": officer,
            "host": socket.gethostname(),
            "since": f"{now:%Y-%m-%d %H:%M}",
        }
        file.write(json.dumps(holder | {"process": os.getpid()}))
        file.flush()
        self._file = file
        return None

    def holder(self) -> Holder:
        """Read who took the lock last; a file that cannot be read names nobody."""
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
            return Holder(found["officer"], found["host"], found["since"])
        except (OSError, ValueError, KeyError, TypeError):
            return Holder("?", "?", "?")

    def release(self) -> None:
        """Give the lock back. The empty file stays: removing it would race with the next opener."""
        if self._file is not None:
            self._file.seek(0)
            self._file.truncate()
            self._file.close()
            self._file = None


def taken(office: Path, officer: str = "") -> Lock:
    """Take the lock of an office file; raises Held when somebody else has it."""
    lock = Lock(office)
    holder = lock.take(officer, datetime.now(UTC))
    if holder:
        raise Held(office.name, holder)
    return lock


@contextmanager
def held(office: Path, officer: str = "") -> Iterator[None]:
    """Keep everyone from writing to an office file, as while it is swapped for another."""
    lock = taken(office, officer)
    try:
        yield
    finally:
        lock.release()


def _opened(path: Path) -> IO[str]:
    try:
        return path.open("a+", encoding="utf-8")
    except OSError as error:
        raise UserError(
            say(
                "“{name}” cannot be opened for writing: its folder or its lock file is read-only. "
                "Open it for reading.",
                name=path.stem,
            )
        ) from error


def _locked(file: IO[str]) -> bool:
    try:
        if sys.platform == "win32":
            file.seek(_LOCKED_BYTE)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
