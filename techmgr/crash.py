"""The crash handler: the log first, each kind once. Imports nothing of ours that could fail."""

import faulthandler
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

import platformdirs

_LARGEST = 1_000_000  # bytes; an older log makes room beyond
_seen: set[str] = set()
_tell: list[Callable[[str, Path], None]] = []


def install() -> None:
    """Catch what nobody caught, in every thread."""
    faulthandler.enable()
    sys.excepthook = crashed
    threading.excepthook = lambda args: crashed(args.exc_type, args.exc_value, args.exc_traceback)


def tell_with(show: Callable[[str, Path], None]) -> None:
    """Let the window show a crash: `show(report, log)` is called once for each kind."""
    _tell[:] = [show]


def crashed(
    kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
) -> None:
    """Write a crash to the log and tell it once."""
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error or kind(), trace)
        return
    report = "".join(traceback.format_exception(kind, error, trace))
    path = _write(report)
    last = traceback.extract_tb(trace)[-1:]
    sort = f"{kind.__name__} {last[0].filename}:{last[0].lineno}" if last else kind.__name__
    if sort in _seen:
        return
    _seen.add(sort)
    sys.stderr.write(report)
    for show in _tell:
        show(report, path)


def write_down(error: BaseException) -> None:
    """Write a fault to the log that was caught and is told otherwise, as that of a job."""
    _write("".join(traceback.format_exception(error)))


def _write(report: str) -> Path:
    path = log()
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n{report}")
    return path


def log() -> Path:
    """Return the log's path, in a folder that exists; a log grown large is put aside."""
    folder = platformdirs.user_log_path("techmgr", appauthor=False, ensure_exists=True)
    path = folder / "techmgr.log"
    if path.exists() and path.stat().st_size > _LARGEST:
        path.replace(path.with_suffix(".old.log"))
    return path
