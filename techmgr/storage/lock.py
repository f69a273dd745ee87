"""One writer at a time: an operating system's lock on `name.techmgr.lock`, free again after a kill."""

import json
import os
import socket
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Self

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


class Lock:
    """The right to write to an office file. Held while the object lives and is not released."""

    def __init__(self, office: Path) -> None:
        self.path = office.with_name(office.name + ".lock")
        self._file: IO[str] | None = None

    def take(self, officer: str, now: datetime) -> Holder | None:
        """Take the lock and return None, or return who holds it."""
        file = self.path.open("a+", encoding="utf-8")
        if not _locked(file):
            file.close()
            return self.holder()
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
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


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
