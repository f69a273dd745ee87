"""Python's cyclic garbage, collected on the window's thread only: elsewhere it would destroy widgets on that thread."""

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

EVERY = 1000


class Collector(QTimer):
    """While one is open, garbage is collected here only; with the last one closed, Python's own way is back."""

    _open: ClassVar[set[int]] = set()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, interval=EVERY)
        self._open.add(id(self))
        gc.disable()
        self.timeout.connect(collect_due)
        self.start()

    def close(self) -> None:
        """Leave the collecting to Python again."""
        self.stop()
        self._open.discard(id(self))
        if not self._open:
            gc.enable()


def collect_due() -> None:
    """Collect as deep as Python would by now have collected by itself."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [age for age in range(3) if counts[age] > limits[age]]
    if due:
        gc.collect(due[-1])
