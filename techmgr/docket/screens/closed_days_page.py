"""Closed days by calendar and year: public holidays, declared closings, what the office entered and compared."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.formats import show_day
from techmgr.core.references import Reference
from techmgr.core.texts import Text, say
from techmgr.desktop.choices import Choice
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.figures import Panel, facts
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import PAGE_MARGIN, RecordTable
from techmgr.desktop.widgets import Button, IconButton, column, holding, label, row
from techmgr.docket.actions_calendars import DaysKept
from techmgr.docket.queries_calendars import (
    DayRow,
    YearOfDays,
    calendar_file,
    calendar_names,
    year_of_days,
)
from techmgr.docket.screens import day_sheets as sheets
from techmgr.docket.screens.bars import RuleTabs
from techmgr.docket.screens.moved_panel import MovedPanel
from techmgr.documents.names import write_whole
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import Sheet, SheetPage
from techmgr.storage.office import Office
from techmgr.storage.unit import Done

_WIDE = 340
Found = tuple[list[tuple[str, Text]], YearOfDays]


class ClosedDaysPage(SheetPage):
    """One calendar in one year; [ and ] go from year to year."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self._office = office
        self._bench = bench_of(window, office)
        self._year = office.today.year
        self._found: YearOfDays | None = None
        self._moved: MovedPanel | None = None
        self._build()
        self.choice.changed.connect(self.load)
        self.table.current_changed.connect(lambda _: self._show_panel())
        self.table.opened.connect(lambda _: self.change())

    def _build(self) -> None:
        self.tabs = RuleTabs(self.window_, "closed_days")
        self.choice = Choice(name="calendar", title=self.tr("Calendar"))
        self.choice.compact()
        self.choice.setFixedWidth(220)
        self._shown_year = label("", "strong")
        before = IconButton("chevron-left", self.tr("Year before"), partial(self.step, -1), 15)
        after = IconButton("chevron-right", self.tr("Year after"), partial(self.step, 1), 15)
        self.warning = label("", "small", "warn", wrap=True)
        self.table = RecordTable(
            self._columns(), name=self.tr("Closed days"), identity=lambda each: each.day
        )
        self.table.shows_rest = True
        self.table.edge = PAGE_MARGIN
        self._side = Panel(self.tr("The calendar"))
        take = Button(self.tr("Bring in…"), self.take, icon="upload")
        give = Button(self.tr("Write a file"), self.give, icon="download")
        new = Button(self.tr("Add a day"), self.new, icon="plus", key="N")
        head = row(label(self.tr("Closed days"), "title"), 8, self.tabs, margins=(16, 10, 16, 4))
        head.setStretch(2, 1)
        tools = row(
            self.choice, before, self._shown_year, after, None, take, give, new,
            margins=(16, 2, 16, 9),
        )  # fmt: skip
        self._warned = holding(column(self.warning, margins=(16, 0, 16, 8)))
        parts = column(head, tools, self._warned, self.table)
        parts.setStretch(3, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.table)

    def _columns(self) -> list[Column]:
        return [
            Column("day", self.tr("Day"), Kind.DATE, width=140, sortable=False),
            Column("name", self.tr("What day"), stretch=True, sortable=False),
            Column("kind", self.tr("Office is"), width=150, sortable=False, value=self._kind),
            Column(
                "origin", self.tr("Known from"), width=130, sortable=False, secondary=True,
                value=self._origin, gives_up=2,
            ),
            Column(
                "source", self.tr("Source"), width=210, sortable=False, secondary=True, gives_up=1,
                tip=lambda each: each.source,
            ),
        ]  # fmt: skip

    def _kind(self, each: DayRow) -> str:
        return dict(sheets.kind_words())[each.kind]

    def _origin(self, each: DayRow) -> str:
        return {
            "public": self.tr("public holidays"),
            "shipped": self.tr("shipped"),
            "own": self.tr("entered here"),
        }[each.origin]

    # What is shown

    def open(self, place: Place) -> None:
        super().open(place)
        self.load()

    def load(self) -> None:
        """Read the calendar again."""
        self._bench.read(
            _read, self.choice.raw() or "us", self._year, self._office.today,
            owner=self, then=self._show, key="days",
        )  # fmt: skip

    def _show(self, found: Found) -> None:
        names, self._found = found
        self.choice.offer([(code, showing.words(title)) for code, title in names])
        blocked = self.choice.blockSignals(True)
        self.choice.set_raw(self._found.code)
        self.choice.blockSignals(blocked)
        self._shown_year.setText(str(self._found.year))
        warning = self._found.warning
        self.warning.setText(showing.words(warning) if warning else "")
        self._warned.setVisible(warning is not None)
        self.table.show_rows(list(self._found.days))
        self._show_panel()
        self.status_changed.emit()

    def step(self, years: int) -> None:
        """Go to the year before or after."""
        self._year = min(max(self._year + years, 1950), 2150)
        self.load()

    # The panel

    def panel(self):
        return self._moved or (self._side if self._found else None)

    def _show_panel(self) -> None:
        if self._found is None:
            return
        self._side.show_parts(self._parts(self._found))
        if self._sheet is None and self.isVisible():
            self.window_.show_side(self.panel(), _WIDE)

    def _parts(self, found: YearOfDays) -> list[Any]:
        title = f"{showing.words(found.title)} {found.year}"
        known = self.tr("compared with: {source}").format(source=found.confirmed)
        if not found.confirmed:
            known = (
                self.tr("the list comes with the program")
                if found.covered
                else self.tr("not compared yet")
            )
        pairs = [
            (self.tr("Stands on"), found.source),
            (self.tr("This year"), known),
            (
                self.tr("Weekends"),
                self.tr("always closed, also those worked instead of a bridge day"),
            ),
        ]
        parts: list[Any] = [[label(title, "lead", wrap=True), facts(pairs, 74)]]
        current = self.table.current_row()
        if current is not None:
            parts.append(self._day_part(current))
        confirm = Button(self.tr("Year compared…"), self.confirm, key="Y")
        parts.append([holding(row(confirm, None))])
        return parts

    def _day_part(self, current: DayRow) -> list[Any]:
        day = label(show_day(current.day, current.day.min, showing.language), "strong")
        pairs = [
            (self.tr("What day"), current.name),
            (self.tr("Office is"), self._kind(current)),
            (self.tr("Known from"), self._origin(current)),
            (self.tr("Source"), current.source),
        ]
        parts: list[Any] = [day, facts([(name, value) for name, value in pairs if value], 74)]
        change = Button(self.tr("Change…"), self.change, key="E")
        remove = Button(self.tr("Remove…"), self.remove, key="D")
        opened = Button(self.tr("Open all the same…"), self.change, key="E")
        return [*parts, holding(row(change, remove, None) if current.id else row(opened, None))]

    def _kept(self, done: Done[Any]) -> None:
        if isinstance(done.result, DaysKept):
            self._moved = MovedPanel(done.result.changes, self._close_moved)

    def _close_moved(self) -> None:
        self._moved = None
        self._show_panel()

    # What can be done

    def _ask(self, sheet: Sheet) -> None:
        self._moved = None
        sheet.done.connect(self._kept)
        self.show_sheet(sheet)

    def new(self) -> None:
        """Enter a day."""
        if self._found is not None:
            self._ask(sheets.day_sheet(self._bench, self._found, None))

    def change(self) -> None:
        """Change a day entered here; of a holiday, enter that the office works on it."""
        current = self.table.current_row()
        if self._found is not None and current is not None:
            self._ask(sheets.day_sheet(self._bench, self._found, current))

    def remove(self) -> None:
        """Take out a day entered here."""
        current = self.table.current_row()
        if current is not None and current.id is not None:
            self._ask(sheets.remove_sheet(self._bench, current))

    def confirm(self) -> None:
        """Record with which list the year was compared."""
        if self._found is not None:
            self._ask(sheets.confirm_sheet(self._bench, self._found))

    def take(self) -> None:
        """Bring in a calendar as a file."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Bring in days"), "", "TOML (*.toml)")
        if name:
            self.take_from(Path(name))

    def take_from(self, path: Path) -> None:
        """Bring in the days of a file, with the reason."""
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.window_.refuse(
                UserError(say("“{name}” cannot be read: {why}.", name=path.name, why=str(error)))
            )
            return
        self._ask(sheets.take_sheet(self._bench, path.name, text))

    def give(self) -> None:
        """Write the calendar as a file."""
        code = self._found.code if self._found else "us"
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write a file"), f"{code}.toml", "TOML (*.toml)"
        )
        if name:
            self.give_to(Path(name))

    def give_to(self, path: Path) -> None:
        """Write the calendar, beside the window."""
        said = self.tr("Written: {file}").format(file=path.name)
        code = self._found.code if self._found else "us"
        self._bench.jobs.read(
            _write, self._office, code, path,
            owner=self, then=lambda _: self.window_.notice(said),
        )  # fmt: skip

    # The window

    def changed(self, references: frozenset[Reference]) -> None:
        kinds = {"own_calendar", "calendar_day", "calendar_year", "office_setting"}
        if not references or any(each.kind in kinds for each in references):
            self.load()

    def status(self) -> str:
        if self._found is None:
            return ""
        closed = sum(each.kind == "closed" for each in self._found.days)
        return self.tr("{count} closed days besides weekends").format(count=f"<b>{closed}</b>")

    def keys(self) -> list[Key]:
        return [Key("[ ]", self.tr("year")), Key("N", self.tr("add a day"))]

    def commands(self) -> list[Command]:
        def own() -> bool:
            current = self.table.current_row()
            return current is not None and current.id is not None

        return [
            Command("new", self.tr("Add a day…"), self.new, "N", "plus"),
            Command("edit", self.tr("Change the day…"), self.change, "E", "pencil"),
            Command("remove", self.tr("Remove the day…"), self.remove, "D", "trash-2", own),
            Command("confirm", self.tr("Year compared…"), self.confirm, "Y", "check"),
            Command("before", self.tr("Year before"), partial(self.step, -1), "["),
            Command("after", self.tr("Year after"), partial(self.step, 1), "]"),
            Command("take", self.tr("Bring in days…"), self.take, "", "upload"),
            Command("give", self.tr("Write the calendar as a file…"), self.give, "", "download"),
        ]


def _read(session: Session, code: str, year: int, today: Any) -> Found:
    return calendar_names(session, today), year_of_days(session, code, year, today)


def _write(office: Office, code: str, path: Path) -> Path:
    return write_whole(path, office.read(calendar_file, code, office.today).encode())
