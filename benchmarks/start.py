"""From start to a painted window and a usable list of 100,000 cases, against an empty PySide6 window.

What counts is processor time of the whole process, which a busy machine stretches least. What a
child imports is part of what is measured: so imports stand inside functions here.
"""
# ruff: noqa: PLC0415 - as above

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROUNDS, PATIENCE = 5, 300
PAINTED, USABLE, ENCRYPTED, MEGABYTES = 2, 8, 10, 400  # goals of a quiet machine
GATE = 1.25  # times the goal: so far single runs differ on a busy one


@dataclass(frozen=True)
class Moment:
    """When something was there: processor seconds, seconds on the clock, megabytes at the most."""

    spent: float
    passed: float
    size: int


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
    import gc

    gc.disable()  # as techmgr/__main__.py does
    from techmgr.app import composed
    from techmgr.core import settings

    desk = composed(settings.load())
    desk.shell.show()
    desk.shell.repaint()
    tell("painted")
    desk.open(place, passphrase)
    look_for_rows(desk)
    from PySide6.QtWidgets import QApplication

    QApplication.exec()


def look_for_rows(desk) -> None:
    """Tell when the list has rows, and again when everything behind it is loaded and idle."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QAbstractItemView, QApplication

    def look() -> None:
        for table in desk.shell.findChildren(QAbstractItemView):
            model = table.model()
            if model and model.columnCount() > 3 and model.rowCount() and model.index(0, 0).data():
                QApplication.processEvents()  # the rows are painted
                tell("usable")
                timer.stop()
                return

    timer = QTimer(desk, interval=2, timeout=look)
    timer.start()
    desk.loaded.connect(lambda: QTimer.singleShot(1000, finish))

    def finish() -> None:
        tell("loaded")
        desk.close()
        sys.stdout.flush()
        os._exit(0)


def tell(what: str) -> None:
    passed = time.monotonic() - float(os.environ["STARTED"])
    size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(what, time.process_time(), passed, size)


def seen(*words: str) -> dict[str, Moment]:
    """Run a child with settings of its own; return each moment it tells of."""
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
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            timeout=PATIENCE,
        )
    lines = [line.split() for line in done.stdout.splitlines()]
    return {
        what: Moment(float(spent), float(passed), int(size)) for what, spent, passed, size in lines
    }


def middle(runs: list[dict[str, Moment]], what: str) -> float:
    return statistics.median(run[what].spent for run in runs)


def measured(plain: Path, locked: Path, passphrase: str) -> bool:
    """Print each ratio; tell whether all are within their gates."""
    seen("empty"), seen("office", str(plain))  # both once, so that files lie in memory
    ways = {"empty": ("empty",), "plain": ("office", str(plain))}
    ways["encrypted"] = ("office", str(locked), passphrase)
    runs: dict[str, list[dict[str, Moment]]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, words in ways.items():
            runs[name].append(seen(*words))
    base = middle(runs["empty"], "painted")
    print(f"  empty window painted after {base * 1000:.0f} ms of the processor")
    within = True
    for name, what, goal in (
        ("plain", "painted", PAINTED), ("plain", "usable", USABLE), ("encrypted", "usable", ENCRYPTED),
    ):  # fmt: skip
        ratio = middle(runs[name], what) / base
        least = min(run[what].passed for run in runs[name])
        print(f"  {name} office {what}: {ratio:.1f} times (goal {goal}, gate {goal * GATE:g});"
              f" at best {least:.2f} s on the clock")  # fmt: skip
        within = within and ratio <= goal * GATE
    for what in ("usable", "loaded"):
        most = max(run[what].size for run in runs["plain"])
        print(f"  memory of the open office, {what}: {most} MB at its highest (gate {MEGABYTES})")
        within = within and most < MEGABYTES
    return within


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["empty"]:
            empty()
        case ["office", place, *passphrase]:
            office(place, passphrase[0] if passphrase else None)
        case _:
            sys.path.insert(0, str(Path(__file__).parent))
            from large_office import PASSPHRASE, large_office

            plain, locked = large_office(), large_office(encrypted=True)
            sys.exit(0 if measured(plain, locked, PASSPHRASE) else 1)
