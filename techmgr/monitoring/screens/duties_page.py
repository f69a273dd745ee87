"""Federal duties: every award with every invention made under it, what is overdue first."""

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from techmgr.core.references import Reference
from techmgr.desktop.fields import TextField
from techmgr.desktop.filtering import FilterField, View, ViewTabs
from techmgr.desktop.notices import EmptyState
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import PAGE_MARGIN, RecordTable
from techmgr.desktop.widgets import Button, column, label, row
from techmgr.docket.queries import DeadlineRow, deadline_by_id
from techmgr.docket.screens import sheets
from techmgr.monitoring.actions import FollowUtilisation, follow_utilisation
from techmgr.monitoring.actions_papers import (
    LICENCE,
    SUPPORT,
    WritePaper,
    missing_blanks,
    write_paper,
)
from techmgr.monitoring.duties import Standing
from techmgr.monitoring.queries_duties import Beside, DutyRow, duty_rows, side_by_side
from techmgr.monitoring.screens.duties_columns import duty_columns
from techmgr.monitoring.screens.duties_panel import WIDTH, DutiesPanel
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import Asked, Sheet, SheetPage
from techmgr.storage.office import Office

_WAIT = 60


class DutiesPage(SheetPage):
    """The keyboard's row decides what the panel says; D and W decide its most urgent duty."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self._view = "all"
        self._rows: list[DutyRow] = []
        self._why_open = True
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self._read_beside)
        self._build()

    def _build(self) -> None:
        self.tabs = ViewTabs()
        self.tabs.chosen.connect(self.show_view)
        self.filter = FilterField(self.tr("Filter awards and inventions"))
        self.filter.changed.connect(lambda _: self._narrow())
        self.table = RecordTable(
            duty_columns(), name=self.tr("Federal duties"), identity=lambda each: each.id
        )
        self.table.edge = PAGE_MARGIN
        self.table.driven_by(self.filter)
        self.table.current_changed.connect(lambda _: self._soon.start())
        self.table.opened.connect(lambda _: self.open_case())
        self.table.why.connect(lambda *_: self.show_why())
        self.why = DutiesPanel(
            self.open_deadline, partial(self.write, LICENCE), partial(self.write, SUPPORT),
            self.close_why,
        )  # fmt: skip
        self._empty = EmptyState(
            self.tr("No federal award yet"),
            self.tr(
                "Record the award of a United States agency with a disclosure; its duties begin by "
                "themselves."
            ),
            [],
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        done = Button(self.tr("Done…"), self.done, kind="primary", icon="check")
        head = row(label(self.tr("Federal duties"), "title"), 8, self.tabs, margins=(16, 10, 16, 4))
        head.setStretch(2, 1)
        tools = row(self.filter, None, done, margins=(16, 2, 16, 9))
        parts = column(head, tools, self._stack)
        parts.setStretch(2, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.table)

    # What is shown

    def open(self, place: Place) -> None:
        super().open(place)
        self.load()

    def load(self) -> None:
        """Read the list again."""
        self.bench.read(
            duty_rows, self.bench.office.today, owner=self, then=self._show, key="duties"
        )

    def _show(self, rows: list[DutyRow]) -> None:
        self._rows = rows
        self._narrow()

    def show_view(self, key: str) -> None:
        """Show all, or those with an overdue or an open duty."""
        self._view = key
        self._narrow()

    def _narrow(self) -> None:
        counts = {
            key: sum(_in(each, key) for each in self._rows) for key in ("all", "late", "open")
        }
        words = {
            "all": self.tr("All"),
            "late": self.tr("Overdue"),
            "open": self.tr("Due or overdue"),
        }
        views = [View(key, words[key], counts[key]) for key in words]
        self.tabs.show_views(views, self._view)
        typed = self.filter.text().casefold().split()
        shown = [each for each in self._rows if _in(each, self._view) and _fits(each, typed)]
        self.table.search(" ".join(typed))
        self.table.show_rows(shown)
        self.filter.show_count(showing.number(len(shown)) if typed else "")
        self._stack.setCurrentWidget(self.table if self._rows else self._empty)
        self._soon.start()
        self.status_changed.emit()

    # Beside

    def panel(self) -> QWidget | None:
        return self.why if self._why_open and self.table.current_row() is not None else None

    def _read_beside(self) -> None:
        current: DutyRow | None = self.table.current_row()
        if current is None or not self._why_open:
            if self.sheet is None and self.isVisible():
                self.window_.show_side(None)
            return
        self.bench.read(
            side_by_side, current.award_id, current.case_id, self.bench.office.today,
            owner=self, then=partial(self._show_beside, current), key="beside",
        )  # fmt: skip

    def _show_beside(self, current: DutyRow, beside: list[Beside]) -> None:
        self.why.show_row(current, beside)
        if self.sheet is None and self._why_open and self.isVisible():
            self.window_.show_side(self.why, WIDTH)

    def show_why(self) -> None:
        """Open the panel, or close it."""
        self._why_open = not self._why_open
        if self._why_open:
            self._read_beside()
        else:
            self.window_.show_side(None)

    def close_why(self) -> None:
        """Close the panel."""
        self._why_open = False
        self.window_.show_side(None)

    # What can be done

    def done(self) -> None:
        """Mark the most urgent duty of the row as done, with its evidence."""
        self._decide(sheets.done_sheet)

    def waive(self) -> None:
        """Waive the most urgent duty of the row, with the reason."""
        self._decide(sheets.waive_sheet)

    def _decide(self, make: Any) -> None:
        current: DutyRow | None = self.table.current_row()
        clock = current.next if current is not None else None
        if clock is None or clock.deadline_id is None:
            self.window_.notice(self.tr("No duty of this invention is due."))
            return

        def show(found: DeadlineRow) -> None:
            self.show_sheet(make(self.bench, [found]))

        self.bench.read(deadline_by_id, clock.deadline_id, owner=self, then=show, key="decide")

    def utilisation(self) -> None:
        """Start the clocks of the reports of utilisation for the award of the row."""
        current: DutyRow | None = self.table.current_row()
        if current is not None:
            said = self.tr("Reports of utilisation followed for {award}")
            self.bench.act(
                follow_utilisation, FollowUtilisation(current.award_id), owner=self,
                said=said.format(award=current.award), failed=self.window_.refuse,
            )  # fmt: skip

    def open_deadline(self, number: int) -> None:
        """Open a duty with its arithmetic in the list of deadlines."""
        self.window_.go(Place("deadline", Reference("deadline", number)))

    def open_next(self) -> None:
        """Open the most urgent duty of the row in the list of deadlines."""
        current: DutyRow | None = self.table.current_row()
        if (
            current is not None
            and current.next is not None
            and current.next.deadline_id is not None
        ):
            self.open_deadline(current.next.deadline_id)

    def open_case(self) -> None:
        """Open the case of the row."""
        current: DutyRow | None = self.table.current_row()
        if current is not None:
            self.window_.go(Place("case", Reference("technology", current.case_id)))

    def write(self, kind: str) -> None:
        """Write a paper into the case's files; what no record holds is asked for first."""
        current: DutyRow | None = self.table.current_row()
        if current is not None:
            self.bench.jobs.read(
                self.bench.office.read, missing_blanks, kind, current.case_id,
                self.bench.office.today, owner=self, then=partial(self._ask, kind, current),
                failed=self.window_.refuse, key="blanks",
            )  # fmt: skip

    def _ask(self, kind: str, current: DutyRow, missing: tuple[str, ...]) -> None:
        name = {
            LICENCE: self.tr("Confirmatory licence"),
            SUPPORT: self.tr("Statement of government support"),
        }[kind]

        def ask(values: dict[str, Any]) -> Asked:
            more = tuple((blank, text or "") for blank, text in values.items())
            return write_paper, WritePaper(kind, current.case_id, more)

        lead = self.tr("Everything in the template is recorded.")
        if missing:
            lead = self.tr("The template asks for these, and no record holds them.")
        sheet = Sheet(
            self.bench,
            title=name,
            lead=f"{current.case_number}  {current.case_title}. {lead}",
            save=self.tr("Write it"),
            said=self.tr("{name} is in the files of {case}").format(
                name=name, case=current.case_number
            ),
            ask=ask,
            draft=f"{kind}:{current.case_id}",
        )
        for blank in missing:
            sheet.form.add(TextField(name=blank, title=blank.replace("_", " ").capitalize()))
        self.show_sheet(sheet)

    # The window

    def changed(self, _references: frozenset[Reference]) -> None:
        self.load()

    def status(self) -> str:
        late = sum(_in(each, "late") for each in self._rows)
        text = self.tr("{count} inventions under federal awards, {late} with an overdue duty")
        return text.format(count=len(self._rows), late=f"<b>{late}</b>")

    def keys(self) -> list[Key]:
        return [
            Key("Space", self.tr("duties")),
            Key("D", self.tr("done")),
            Key("W", self.tr("waive")),
            Key("O", self.tr("why the date")),
            Key("Enter", self.tr("case")),
        ]

    def commands(self) -> list[Command]:
        return [
            Command("filter", self.tr("Filter the list"), self.filter.setFocus, "/", "list-filter"),
            Command("done", self.tr("Mark the next duty as done…"), self.done, "D", "check"),
            Command("waive", self.tr("Waive the next duty…"), self.waive, "W", "minus"),
            Command("why", self.tr("Why the next date"), self.open_next, "O", "circle-help"),
            Command("licence", self.tr("Confirmatory licence…"), partial(self.write, LICENCE), "L", "file-text"),
            Command("support", self.tr("Statement of government support…"), partial(self.write, SUPPORT), "S",
                    "file-text"),
            Command("utilisation", self.tr("Follow reports of utilisation"), self.utilisation, "U", "calendar-clock"),
            Command("view", self.tr("Next view"), lambda: self.tabs.step(1, self._view), "V"),
        ]  # fmt: skip

    def escape(self) -> bool:
        if self.filter.hasFocus():
            self.table.setFocus()
            return True
        return super().escape()


def _in(each: DutyRow, view: str) -> bool:
    standing = {clock.standing for clock in each.clocks}
    if view == "late":
        return Standing.OVERDUE in standing
    return view == "all" or bool(standing & {Standing.OVERDUE, Standing.DUE})


def _fits(each: DutyRow, typed: list[str]) -> bool:
    """Every word typed begins a word of the row; Chinese is found anywhere."""
    text = f"{each.award} {each.agency} {each.case_number} {each.case_title}"
    parts = text.casefold().split()
    return all(
        any(part.startswith(word) or (not word.isascii() and word in part) for part in parts)
        for word in typed
    )
