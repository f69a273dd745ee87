"""From start to a painted window and a usable list of 100,000 cases, against an empty PySide6 window.

What a child imports is part of what is measured: so imports stand inside functions here.
"""
# ruff: noqa: PLC0415 - as above

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 3
PAINTED, USABLE, ENCRYPTED, MEGABYTES = 2, 8, 10, 400  # goals


def empty() -> None:
    """In a child: an empty window, until it is painted."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    application = QApplication([])
    window = QWidget()
    window.resize(1280, 800)
    window.show()
    window.repaint()
    QTimer.singleShot(0, lambda: tell("painted"))
    QTimer.singleShot(0, application.quit)
    application.exec()


def office(place: str, passphrase: str | None) -> None:
    """In a child: the program's own window on an office, until the first page of its list is there."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from techmgr.app import Desk
    from techmgr.core import settings
    from techmgr.desktop import texts
    from techmgr.desktop.tables import Table
    from techmgr.desktop.theme import theme

    chosen = settings.load()
    application = QApplication([])
    texts.install(application, "en")
    theme.start(application, chosen.scheme)
    desk = Desk(application, chosen)
    desk.start("")
    tell("painted")
    desk.open(place, passphrase)

    def look() -> None:
        for table in desk.shell.findChildren(Table):
            if table.model() and table.model().rowCount() and table.model().index(0, 0).data():
                tell("usable")
                timer.stop()
                sys.stdout.flush()
                os._exit(0)  # what the window does after this is not measured

    timer = QTimer(interval=2, timeout=look)
    timer.start()
    application.exec()


def tell(what: str) -> None:
    started = float(os.environ["STARTED"])
    print(
        what, time.monotonic() - started, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    )


def seen(*words: str) -> dict[str, tuple[float, int]]:
    """Run a child with settings of its own; return seconds and megabytes at each moment it tells of."""
    with tempfile.TemporaryDirectory() as folder:
        environment = os.environ | {
            "QT_QPA_PLATFORM": "offscreen",
            "STARTED": str(time.monotonic()),
            "XDG_CONFIG_HOME": folder,
            "XDG_DATA_HOME": folder,
            "XDG_STATE_HOME": folder,
        }
        done = subprocess.run(
            [sys.executable, __file__, *words],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
            timeout=120,
        )
    lines = [line.split() for line in done.stdout.splitlines()]
    return {what: (float(seconds), int(size)) for what, seconds, size in lines}


def median(runs: list[dict[str, tuple[float, int]]], what: str) -> float:
    return statistics.median(run[what][0] for run in runs)


def main() -> None:
    """Print each ratio; nothing here is a gate, since it is seconds of a machine that may be busy."""
    from large_office import PASSPHRASE, large_office

    plain, locked = large_office(), large_office(encrypted=True)
    seen("empty"), seen("office", str(plain))  # both once, so that files lie in memory
    runs: dict[str, list[dict[str, tuple[float, int]]]] = {
        "empty": [],
        "plain": [],
        "encrypted": [],
    }
    for _ in range(ROUNDS):
        runs["empty"].append(seen("empty"))
        runs["plain"].append(seen("office", str(plain)))
        runs["encrypted"].append(seen("office", str(locked), PASSPHRASE))
    base = median(runs["empty"], "painted")
    print(f"empty window painted {base:.2f} s")
    for name, what, goal in (
        ("plain", "painted", PAINTED), ("plain", "usable", USABLE), ("encrypted", "usable", ENCRYPTED),
    ):  # fmt: skip
        spent = median(runs[name], what)
        print(f"{name} office {what} {spent:.2f} s: {spent / base:.1f} times (goal {goal})")
    most = max(run["usable"][1] for run in runs["plain"])
    print(f"memory of the open office {most} MB (goal under {MEGABYTES})")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["empty"]:
            empty()
        case ["office", place, *passphrase]:
            office(place, passphrase[0] if passphrase else None)
        case _:
            sys.path.insert(0, str(Path(__file__).parent))
            main()
