"""Pictures of the window for the guide and for judging the look.

picture(window, Path("cases-dark.png"), (1440, 900), "dark")
"""

from pathlib import Path
from time import monotonic

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from techmgr.desktop.jobs import Jobs
from techmgr.desktop.theme import theme

_SETTLE = 0.5
_LONGEST = 10.0


def picture(
    widget: QWidget,
    path: Path,
    size: tuple[int, int],
    scheme: str = "light",
    jobs: Jobs | None = None,
) -> None:
    """Dress, size and grab a widget once all its jobs are done; the scheme stays."""
    theme.choose(scheme)
    widget.resize(QSize(*size))
    widget.show()
    start = quiet = monotonic()
    while monotonic() - quiet < _SETTLE:
        QApplication.processEvents()
        if jobs is not None and not jobs.idle:
            quiet = monotonic()
        if monotonic() - start > _LONGEST:
            raise TimeoutError(
                f"{widget.accessibleName() or widget.objectName()} never came to rest"
            )
    widget.grab().save(str(path))
