"""The register of one record's events beside the list: what happened when, and what a change of it moved."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from techmgr.core.references import Reference
from techmgr.desktop.figures import Panel
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, IconButton, column, holding, label, row
from techmgr.docket.actions import Entered
from techmgr.docket.queries import EventRow, Registered, registered
from techmgr.docket.screens import event_sheets as sheets
from techmgr.docket.screens.moved_panel import MovedPanel
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Sheet, SheetPage
from techmgr.storage.unit import Done

_WIDE = 340


class Register:
    """What the panel of a page shows instead of the why, until another row or Esc."""

    def __init__(self, page: SheetPage, bench: Bench) -> None:
        self._page, self._bench = page, bench
        self.shown: Panel | None = None

    def open(self, subject: Reference) -> None:
        """Read the events of a record and show them."""
        self._bench.read(registered, subject, owner=self._page, then=self._show, key="register")

    def _show(self, found: Registered) -> None:
        self._put(EventsPanel(found, self.record, self.correct, self.remove, self.close))

    def _put(self, panel: Panel) -> None:
        self.shown = panel
        self._page.window_.show_side(panel, _WIDE)

    def close(self) -> None:
        """Show the why again."""
        self.shown = None
        self._page.window_.show_side(self._page.panel(), _WIDE)

    def record(self, found: Registered) -> None:
        """Enter an event."""
        self._ask(sheets.event_sheet(self._bench, found))

    def correct(self, event: EventRow) -> None:
        """Put an event on its right day."""
        self._ask(sheets.correct_sheet(self._bench, event))

    def remove(self, event: EventRow) -> None:
        """Take an event out that did not happen."""
        self._ask(sheets.remove_sheet(self._bench, event))

    def _ask(self, sheet: Sheet) -> None:
        sheet.done.connect(self._entered)
        self._page.show_sheet(sheet)

    def _entered(self, done: Done[Entered]) -> None:
        self.shown = MovedPanel(done.result.changes, self.close, done.result.warnings)


class EventsPanel(Panel):
    """Events told by another record are corrected there; those entered here have two buttons."""

    def __init__(
        self,
        found: Registered,
        record: Callable[[Registered], object],
        correct: Callable[[EventRow], object],
        remove: Callable[[EventRow], object],
        close: Callable[[], object],
    ) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Register of events"))
        self.found = found
        self._correct, self._remove = correct, remove
        shut = IconButton("x", self.tr("Close"), close, 15)
        new = Button(self.tr("Record an event…"), partial(record, found), kind="primary")
        new.setVisible(bool(found.kinds))
        parts: list[list[QWidget | int]] = [
            [
                holding(row(label(self.tr("Register of events"), "lead"), None, shut)),
                label(found.label, "small", "secondary", wrap=True),
                holding(row(new, None)),
            ]
        ]
        if not found.events:
            parts.append([label(self.tr("No event is entered yet."), "small", "secondary")])
        parts += [self._event(each) for each in found.events]
        self.show_parts(parts)

    def _event(self, event: EventRow) -> list[QWidget | int]:
        head = row(label(showing.day(event.on_day), "strong"), None)
        title = label(showing.words(event.title), "small", wrap=True)
        if event.source is None:
            who = self.tr("entered by {officer}").format(officer=event.recorded_by)
        else:
            who = self.tr("told by another record, and corrected there")
        lines: list[Any] = [head, title, label(who, "micro", "tertiary", wrap=True)]
        if event.source is None:
            correct = Button(self.tr("Correct…"), partial(self._correct, event), small=True)
            remove = Button(self.tr("Remove…"), partial(self._remove, event), small=True)
            lines.append(row(correct, remove, None, margins=(0, 4, 0, 0)))
        return [holding(column(*lines, gap=2))]
