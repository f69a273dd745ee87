"""Writing the deadlines that are shown: as a calendar file, and the months ahead on paper."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from techmgr.core.days import add_months
from techmgr.desktop.showing import showing
from techmgr.docket.calendar_file import calendar_text
from techmgr.docket.look_ahead import look_ahead
from techmgr.docket.queries import DeadlineFilter, DeadlineRow, due_within, office_mark
from techmgr.docket.queries_why import whys_of
from techmgr.documents.content import Sender
from techmgr.documents.names import write_whole
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
    mark = office.read(office_mark)
    write_whole(path, calendar_text(name, mark, whys, showing.language))


def print_ahead(page: QWidget, bench: Bench, chosen: DeadlineFilter) -> None:
    """Ask where, then write the three months ahead as PDF beside the window."""
    title = translate("KeepCalendar", "Docket list")
    name, _ = QFileDialog.getSaveFileName(page, title, "docket-list.pdf", "PDF (*.pdf)")
    if not name:
        return
    said = translate("KeepCalendar", "Written: {file}").format(file=Path(name).name)
    bench.jobs.read(
        write_ahead, bench.office, chosen, Path(name), showing.language,
        owner=page, then=lambda _: bench.window.notice(said),
    )  # fmt: skip


def write_ahead(office: Office, chosen: DeadlineFilter, path: Path, language: str) -> Path:
    """Write the open deadlines of the next three months that the filter leaves, for the meeting."""
    from techmgr.documents.pdf import write  # noqa: PLC0415 - the first window can do without

    today = office.today
    until = add_months(today, 3)
    wanted = replace(chosen, until=until, since=None, states=("open",))
    rows = office.read(due_within, wanted, today)
    name = office.read(settings_on, today).office_name
    return write(look_ahead(Sender(name), rows, today, until, language), path)
