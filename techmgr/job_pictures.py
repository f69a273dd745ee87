"""Pictures of the main screens, for the documents of a run without a display and for the guide."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from time import monotonic

from PySide6.QtWidgets import QApplication
from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.app import Desk
from techmgr.core.references import Reference
from techmgr.core.settings import Settings
from techmgr.desktop import texts
from techmgr.desktop.look import picture
from techmgr.desktop.pages import Place
from techmgr.desktop.theme import theme
from techmgr.technology.model import Case

SIZE = (1440, 900)
_LONGEST = 60.0  # seconds an office may take to open


def pictures(folder: Path, place: Path, today: date, language: str = "en") -> Iterator[Path]:
    """Open an office in a window that nobody sees, and yield a picture of each main screen."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication), "there is one application, with a window"
    texts.install(application, language)
    theme.start(application, "light")
    desk = Desk(application, Settings(officer="Ines Moreau", language=language))
    desk.start(str(place))
    _wait(application, desk)
    assert desk.office is not None, "the sample office opens"
    desk.office.fixed_today = today
    for name, where, scheme in _screens(desk.office.read(_licensed)):
        path = folder / f"{name}.png"
        desk.shell.go(where)
        picture(desk.shell, path, SIZE, scheme, desk.jobs)
        yield path
    desk.close()


def _licensed(session: Session) -> Reference:
    """Return the licensed case that came in first: it has been through most steps."""
    oldest = select(Case).where(Case.status == "licensed").order_by(Case.received, Case.id).limit(1)
    return session.scalars(oldest).one().reference


def _screens(case: Reference) -> Iterator[tuple[str, Place, str]]:
    yield "cases", Place("cases"), "light"
    yield "case", Place("case", case), "light"
    yield "case dark", Place("case", case), "dark"
    yield "deadlines", Place("deadlines"), "light"
    yield "agreements", Place("agreements"), "light"
    yield "money", Place("money"), "light"
    yield "people", Place("people"), "light"
    yield "reports", Place("reports"), "light"


def _wait(application: QApplication, desk: Desk) -> None:
    start = monotonic()
    while desk.office is None or not desk.jobs.idle:
        application.processEvents()
        if monotonic() - start > _LONGEST:
            raise TimeoutError("the sample office did not open")
