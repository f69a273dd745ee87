"""Writing the deadlines that are shown as a calendar file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.desktop.showing import showing
from techmgr.docket.calendar_file import calendar_text
from techmgr.docket.queries import DeadlineRow
from techmgr.docket.queries_why import whys_of
from techmgr.office.queries import settings_on
from techmgr.office.screens.bench import Bench
from techmgr.storage.office import Office

translate = QCoreApplication.translate


def keep_calendar(page: QWidget, bench: Bench, rows: Sequence[DeadlineRow]) -> None:
    """Ask where, then write beside the window."""
    kinds = translate("KeepCalendar", "Calendar (*.ics)")
    title = translate("KeepCalendar", "Calendar file")
    name, _ = QFileDialog.getSaveFileName(page, title, "deadlines.ics", kinds)
    if not name:
        return
    said = translate("KeepCalendar", "Written: {file}").format(file=Path(name).name)
    bench.jobs.read(
        write_calendar, bench.office, list(rows), Path(name),
        owner=page, then=lambda _: bench.window.notice(said),
    )  # fmt: skip


def write_calendar(office: Office, rows: Sequence[DeadlineRow], path: Path) -> None:
    """Write the deadlines with their arithmetic; refuses a place that cannot be written."""
    whys = office.read(whys_of, rows, office.today)
    name = office.read(settings_on, office.today).office_name
    try:
        path.write_bytes(calendar_text(name, whys, showing.language))
    except OSError as error:
        raise UserError(
            say("“{name}” cannot be written: {why}.", name=path.name, why=error.strerror or "?")
        ) from None
