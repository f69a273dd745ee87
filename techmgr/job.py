"""The whole job: with a display the window on the sample office, without one its documents and pictures."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from techmgr import sample
from techmgr.core.paths import is_frozen
from techmgr.storage import files

OUT = Path("out")


def main(words: Sequence[str]) -> int:
    """Run the job in a folder (`out` when left out). Returns the exit status."""
    folder = Path(words[0]) if words else OUT
    folder.mkdir(parents=True, exist_ok=True)
    office = folder / "sample.techmgr"
    if has_display():
        if is_outdated(office):
            files.remove(office)
            _tell("Building the sample office …")
            sample.build(str(office), _today(), progress=_progress)
        # Imported only where there is a display to show it on.
        from techmgr.app import main as open_window  # noqa: PLC0415 - as above

        return open_window([str(office)])
    _tell("There is no display: the same job without a window, written to " + str(folder))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with TemporaryDirectory() as settings:
        # The officer's own settings stay as they are.
        os.environ["XDG_CONFIG_HOME"] = settings
        _write(folder, office)
    return 0


def _write(folder: Path, office: Path) -> None:
    # Imported late: Qt must know before it is loaded that nobody looks.
    from techmgr.job_papers import year_end  # noqa: PLC0415 - as above

    for path in year_end(folder, office, _today(), _progress):
        _tell(f"  {path.relative_to(folder)}  {path.stat().st_size:,} bytes")


def has_display() -> bool:
    """Tell whether a window can be seen here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def is_outdated(office: Path) -> bool:
    """Tell whether a sample office is missing, or older than the schema of this checkout."""
    steps = (Path(__file__).parent / "migrations" / "versions").glob("*.py")
    return not office.exists() or office.stat().st_mtime < max(s.stat().st_mtime for s in steps)


def _today() -> date:
    given = os.environ.get("TECHMGR_TODAY")
    return date.fromisoformat(given) if given else datetime.now(UTC).date()


def _progress(done: int, of: int) -> None:
    if sys.stdout.isatty() and not is_frozen():
        sys.stdout.write(f"\r  {done:,} of {of:,}" + ("\n" if done == of else ""))
        sys.stdout.flush()


def _tell(sentence: str) -> None:
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()
