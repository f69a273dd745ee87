"""The list of deadlines: overdue on top, then by weeks of the safe date, with the why beside it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QMenu, QStackedWidget
from sqlalchemy.orm import Session

from techmgr.core.references import Reference
from techmgr.core.texts import words
from techmgr.desktop.choices import Option
from techmgr.desktop.filtering import Chips, FilterField, View, ViewTabs
from techmgr.desktop.grouping import GroupedTable
from techmgr.desktop.notices import EmptyState
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import PAGE_MARGIN
from techmgr.desktop.widgets import Button, column, label, row
from techmgr.docket.actions_deadlines import CheckDeadlines, check_deadlines
from techmgr.docket.queries import (
    DeadlineFilter,
    DeadlineRow,
    count_due,
    due_within,
    people_due,
)
from techmgr.docket.queries_why import Why, why_of
from techmgr.docket.screens import sheets
from techmgr.docket.screens.columns import deadline_columns
from techmgr.docket.screens.group_chip import GroupChip
from techmgr.docket.screens.keeping import keep_calendar, print_ahead
from techmgr.docket.screens.narrowing import chips_of, filter_menu, view_of, view_words, without
from techmgr.docket.screens.register import Register
from techmgr.docket.screens.weeks import WAYS, grouped
from techmgr.docket.screens.why_panel import WhyPanel
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import SheetPage
from techmgr.people.queries import officer_named
from techmgr.storage.office import Office

_WAIT = 60
_WIDE = 340
_MOST = 5_000  # rows shown at once; a filter narrows more


@dataclass(frozen=True, slots=True)
class Found:
    """What the page shows: rows by safe date, how many are open, who answers for them."""

    rows: list[DeadlineRow]
    open_count: int
    people: list[tuple[int, str]]
    officer: int | None


class DeadlineList(SheetPage):
    """The keyboard's row decides what the panel says; rows chosen with X are decided together."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self._office = office
        self._bench = bench_of(window, office)
        self._view = "open"
        self._chosen = view_of("open", office.today, None)
        self._way = "week"
        self._found = Found([], 0, [], None)
        self._shown: list[DeadlineRow] = []
        self._why_open = True
        self._wanted: int | None = None
        self._beside: int | None = None
        self.register = Register(self, self._bench)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.tabs = ViewTabs()
        self.filter = FilterField(self.tr("Filter deadlines"))
        self.chips = Chips(self._menu)
        self.table = GroupedTable(
            deadline_columns(self._bench), name=self.tr("Deadlines"), identity=lambda each: each.id
        )
        self.table.edge = PAGE_MARGIN
        self.table.driven_by(self.filter)
        self.why = WhyPanel(self.done, self.waive, self.open_case, self.close_why)
        self._grouping = GroupChip(self.group_by)
        self._give = Button(self.tr("Write…"), self.offer_files, icon="download")
        self._federal = Button(
            self.tr("Federal duties"), self.open_federal, icon="landmark", key="F"
        )
        self._new = Button(self.tr("New deadline"), self.new, icon="plus", key="N")
        self._empty = EmptyState(
            self.tr("Nothing is due"),
            self.tr("Filings, publications and licences bring their dates here by themselves."),
            [Command("first", self.tr("Set a deadline by hand"), self.new, "N", "plus")],
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self._read_why)
        title = label(self.tr("Deadlines"), "title")
        head = row(title, 8, self.tabs, self._federal, self._give, margins=(16, 10, 16, 4))
        head.setStretch(2, 1)
        tools = row(
            self.filter, self.chips, self._grouping, None, self._new, margins=(16, 2, 16, 9)
        )
        parts = column(head, tools, self._stack)
        parts.setStretch(2, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.filter.changed.connect(lambda _: self._narrow())
        self.chips.removed.connect(lambda key: self.show_filter(without(self._chosen, key)))
        self.tabs.chosen.connect(self.show_view)
        self.table.current_changed.connect(lambda _: self._soon.start())
        self.table.marked_changed.connect(lambda _: self.status_changed.emit())
        self.table.opened.connect(lambda _: self.open_case())
        self.table.why.connect(lambda *_: self.show_why())
        self._bench.lists.loaded.connect(self.table.viewport().update)

    # What is shown

    def open(self, place: Place) -> None:
        super().open(place)
        if place.reference is not None:  # one deadline, from search
            self._wanted = place.reference.id
        self.load()
        if "new" in place.extra:
            self.new()

    def show_view(self, key: str) -> None:
        """Show one of the views."""
        self._view = key
        if key == "decided" or self._way == "state":
            self._way = "state" if key == "decided" else "week"
        self.show_filter(view_of(key, self._office.today, self._found.officer))

    def show_filter(self, chosen: DeadlineFilter) -> None:
        """Show the deadlines of a filter."""
        self._chosen = chosen
        self.load()

    def load(self) -> None:
        """Read the list again."""
        if self._wanted is not None:
            self._chosen = DeadlineFilter(states=())
        self._bench.read(_read, self._chosen, self._office, owner=self, then=self._show, key="rows")

    def _show(self, found: Found) -> None:
        self._found = found
        self.tabs.show_views([View(key, text) for key, text in view_words().items()], self._view)
        mine = self._view == "mine"
        self.chips.show_chips(chips_of(self._chosen, found.people, mine=mine))
        self._narrow()
        if self._wanted is not None and self.table.go_to(self._wanted):
            self._wanted = None

    def _narrow(self) -> None:
        typed = self.filter.text().casefold().split()
        self._shown = [each for each in self._found.rows if _fits(each, typed)]
        self.table.search(" ".join(typed))
        self.table.show_groups(grouped(self._shown, self._office.today, self._way))
        self._grouping.show_way(self._way)
        shown, of = showing.number(len(self._shown)), showing.number(self._found.open_count)
        self.filter.show_count(self.tr("{shown} of {all}").format(shown=shown, all=of))
        self._stack.setCurrentWidget(self.table if self._shown else self._empty)
        self._soon.start()
        self.status_changed.emit()

    def _menu(self) -> QMenu:
        return filter_menu(self, self._chosen, self._found.people, self.show_filter)

    # Why

    def panel(self):
        if self.register.shown is not None:
            return self.register.shown
        return self.why if self._why_open and self.table.current_row() is not None else None

    def _read_why(self) -> None:
        current = self.table.current_row()
        if current is None:
            if self._sheet is None:
                self.window_.show_side(None)
        elif self._why_open:
            self._bench.read(
                why_of, current.id, self._office.today, owner=self, then=self._show_why, key="why"
            )

    def _show_why(self, why: Why) -> None:
        before, self._beside = self._beside, why.row.id
        self.why.show_why(why)
        if self.register.shown is not None and before == why.row.id:
            return  # the same row, read again: what a change moved stays
        self.register.shown = None
        if self._sheet is None and self._why_open and self.isVisible():
            self.window_.show_side(self.why, _WIDE)

    def show_why(self) -> None:
        """Open the panel, or close it."""
        self._why_open = not self._why_open
        if self._why_open:
            self._read_why()
        else:
            self.window_.show_side(None)

    def close_why(self) -> None:
        """Close the panel."""
        self._why_open = False
        self.window_.show_side(None)

    # What can be done

    def _targets(self) -> list[DeadlineRow]:
        marked = self.table.marked()
        current = self.table.current_row()
        rows = marked if len(marked) > 1 else [current] if current is not None else []
        return [each for each in rows if each.state == "open"]

    def _ask(self, make: Any) -> None:
        rows = self._targets()
        if rows:
            self.show_sheet(make(self._bench, rows))

    def done(self) -> None:
        """Mark the chosen deadlines as done."""
        self._ask(sheets.done_sheet)

    def waive(self) -> None:
        """Waive the chosen deadlines."""
        self._ask(sheets.waive_sheet)

    def reassign(self) -> None:
        """Pass the chosen deadlines on."""
        self._ask(sheets.reassign_sheet)

    def missed(self) -> None:
        """Record the deadline with the keyboard as missed."""
        why = self.why.why
        if self._targets() and why is not None:
            self.show_sheet(sheets.missed_sheet(self._bench, why))

    def extend(self) -> None:
        """Extend the deadline with the keyboard."""
        why = self.why.why
        if self._targets() and why is not None:
            months = len(why.due.extensions) if why.due else 0
            self.show_sheet(sheets.extend_sheet(self._bench, why.row, months))

    def reopen(self) -> None:
        """Open the deadline with the keyboard again: it was decided wrongly."""
        current = self.table.current_row()
        if current is not None and current.decided_by:
            self.show_sheet(sheets.reopen_sheet(self._bench, current))

    def events(self) -> None:
        """Show the register of events of the record with the keyboard."""
        current = self.table.current_row()
        if current is not None:
            self.register.open(current.subject)

    def check(self) -> None:
        """Record that the chosen dates were checked by a second person."""
        rows = self._targets()
        if rows:
            text = self.tr("Checked: {what}").format(what=sheets.said(rows))
            request = CheckDeadlines(sheets.chosen(rows))
            self._bench.act(check_deadlines, request, owner=self, said=text)

    def new(self) -> None:
        """Set a deadline by hand, on the case of the row with the keyboard."""
        current = self.table.current_row()
        case = None
        if current is not None and current.case_id is not None:
            case = Option(current.case_id, f"{current.case_number}  {current.case_title}")
        self.show_sheet(sheets.new_sheet(self._bench, case))

    def open_case(self) -> None:
        """Open the case of the row with the keyboard."""
        current = self.table.current_row()
        if current is not None and current.case_id is not None:
            self.window_.go(Place("case", Reference("technology", current.case_id)))

    def open_federal(self) -> None:
        """Show the duties under federal awards, by award and invention."""
        self.window_.go(Place("duties"))

    def group_by(self, way: str) -> None:
        """Put the list under other headings."""
        self._way = way
        self._narrow()

    def next_way(self) -> None:
        """Go to the next way of grouping."""
        self.group_by(WAYS[(WAYS.index(self._way) + 1) % len(WAYS)])

    def offer_files(self) -> None:
        """Offer what can be written of the list."""
        menu = QMenu(self)
        menu.addAction(self.tr("Three months ahead as PDF…"), self.print_list)
        menu.addAction(self.tr("Calendar file of what is shown"), self.keep_file)
        menu.popup(self._give.mapToGlobal(QPoint(0, self._give.height() + 2)))

    def print_list(self) -> None:
        """Write the three months ahead as a paper for the meeting."""
        print_ahead(self, self._bench, self._chosen)

    def keep_file(self) -> None:
        """Write what is shown as a calendar file."""
        keep_calendar(self, self._bench, self._shown)

    # The window

    def changed(self, references: frozenset[Reference]) -> None:
        kinds = {"deadline", "docket_record", "docket_event", "technology"}
        if not references or any(each.kind in kinds for each in references):
            self.load()

    def status(self) -> str:
        today = self._office.today
        late = sum(each.is_overdue(today) for each in self._shown)
        marked = len(self.table.marked())
        if marked > 1:
            return self.tr("{marked} chosen").format(marked=f"<b>{marked}</b>")
        text = self.tr("{late} overdue, {shown} shown, {all} open")
        open_count = showing.number(self._found.open_count)
        return text.format(late=f"<b>{late}</b>", shown=len(self._shown), all=open_count)

    def keys(self) -> list[Key]:
        return [
            Key("Space", self.tr("why")),
            Key("D", self.tr("done")),
            Key("W", self.tr("waive")),
            Key("C", self.tr("check")),
            Key("T", self.tr("reassign")),
            Key("R", self.tr("events")),
            Key("X", self.tr("select")),
        ]

    def commands(self) -> list[Command]:
        def some() -> bool:
            return bool(self._targets())

        def decided() -> bool:
            current = self.table.current_row()
            return current is not None and bool(current.decided_by)

        return [
            Command("filter", self.tr("Filter the list"), self.filter.setFocus, "/", "list-filter"),
            Command("done", self.tr("Mark as done…"), self.done, "D", "check", some),
            Command("waive", self.tr("Waive…"), self.waive, "W", "minus", some),
            Command("check", self.tr("Check the date"), self.check, "C", "list-checks", some),
            Command("reassign", self.tr("Pass on…"), self.reassign, "T", "user", some),
            Command("missed", self.tr("Record as missed…"), self.missed, "M", "triangle-alert", some),
            Command("extend", self.tr("Extend…"), self.extend, "E", "hourglass", some),
            Command("reopen", self.tr("Open again…"), self.reopen, "O", "undo-2", decided),
            Command("events", self.tr("Register of events"), self.events, "R", "history"),
            Command("new", self.tr("New deadline"), self.new, "N", "plus"),
            Command("ics", self.tr("Calendar file of what is shown"), self.keep_file, "", "calendar"),
            Command("group", self.tr("Group in another way"), self.next_way, "B", "table"),
            Command("federal", self.tr("Federal duties"), self.open_federal, "F", "landmark"),
            Command("paper", self.tr("Three months ahead as PDF…"), self.print_list, "P", "printer"),
            Command("view", self.tr("Next view"), lambda: self.tabs.step(1, self._view), "V"),
        ]  # fmt: skip

    def escape(self) -> bool:
        if self._sheet is None and self.register.shown is not None:
            self.register.close()
            return True
        if self.filter.hasFocus():
            self.table.setFocus()
            return True
        return super().escape()


def _fits(found: DeadlineRow, typed: list[str]) -> bool:
    """Every word typed begins a word of the row; Chinese is found anywhere."""
    title = words(found.title, showing.language)
    text = f"{found.record} {title} {found.case_number} {found.case_title} {found.citation} {found.person}"
    parts = text.casefold().split()
    return all(
        any(part.startswith(word) or (not word.isascii() and word in part) for part in parts)
        for word in typed
    )


def _read(session: Session, chosen: DeadlineFilter, office: Office) -> Found:
    today: date = office.today
    officer = officer_named(session, office.officer)
    return Found(
        due_within(session, chosen, today, limit=_MOST),
        count_due(session, DeadlineFilter(), today),
        people_due(session),
        officer.id if officer else None,
    )
