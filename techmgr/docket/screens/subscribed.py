"""The calendar file others subscribe to: written again after each change, whole or not at all."""

from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from sqlalchemy.orm import Session

from techmgr.core.references import Reference
from techmgr.desktop.showing import showing
from techmgr.docket.calendar_file import calendar_text, plain_calendar
from techmgr.docket.queries import DeadlineFilter, DeadlineRow, due_within, office_mark
from techmgr.docket.queries_why import Why, whys_of
from techmgr.documents.names import write_whole
from techmgr.office.queries import settings_on
from techmgr.office.screens.bench import bench_of
from techmgr.office.settings import OfficeSettings
from techmgr.storage.office import Office

_WAIT = 400  # several changes in a row are written once
_AHEAD = timedelta(days=400)
_KINDS = {"deadline", "docket_record", "docket_event", "technology", "office_setting", "person"}
Kept = tuple[OfficeSettings, str, Sequence[DeadlineRow], Sequence[Why]]


class SubscribedFile(QObject):
    """Belongs to the bench, and goes with it. Nothing happens while the setting is empty."""

    def __init__(self, window: Any, office: Office) -> None:
        bench = bench_of(window, office)
        super().__init__(bench)
        self._bench = bench
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self.write)
        window.changed.connect(self.look)
        self._soon.start()

    def look(self, references: frozenset[Reference] = frozenset()) -> None:
        """Write soon, when what changed can be in the file."""
        if not references or any(each.kind in _KINDS for each in references):
            self._soon.start()

    def write(self) -> None:
        """Write beside the window."""
        self._bench.jobs.read(
            write_subscribed, self._bench.office, showing.language, owner=self, key="subscribed"
        )


def write_subscribed(office: Office, language: str) -> bool:
    """Write the file at the place the office chose, if anything in it is new; tells whether it wrote."""
    settings, mark, rows, whys = office.read(_kept, office.today)
    if not settings.calendar_file:
        return False
    name, path = settings.office_name, Path(settings.calendar_file)
    content = (
        calendar_text(name, mark, whys, language)
        if settings.calendar_file_in_full
        else plain_calendar(name, mark, rows, language)
    )
    if path.exists() and path.read_bytes() == content:
        return False
    write_whole(path, content)
    return True


def _kept(session: Session, today: date) -> Kept:
    settings = settings_on(session, today)
    if not settings.calendar_file:
        return settings, "", (), ()
    rows = due_within(session, DeadlineFilter(until=today + _AHEAD), today)
    whys = whys_of(session, rows, today) if settings.calendar_file_in_full else ()
    return settings, office_mark(session), rows, whys
