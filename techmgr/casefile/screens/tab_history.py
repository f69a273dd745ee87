"""The tab of a case's history: every action with before and after; Enter shows the case as it was then."""

from typing import TYPE_CHECKING, Any

from techmgr.casefile.queries_case import CaseFile
from techmgr.casefile.screens.tab import Tab
from techmgr.casefile.screens.trail import Line, Trail, trail_of
from techmgr.core.references import Reference
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button
from techmgr.storage.history import HistoryRow

if TYPE_CHECKING:
    from techmgr.casefile.screens.case_page import CasePage

_ROWS = 4_000  # the page scrolls, not the table


class HistoryTab(Tab):
    """Read when first shown, and again after every change while it is shown."""

    def __init__(self, page: "CasePage") -> None:
        super().__init__()
        self._page = page
        self._found: CaseFile | None = None
        self.table = RecordTable(
            [
                Column("moment", self.tr("When"), width=146, sortable=False),
                Column("officer", self.tr("Who"), Kind.PERSON, width=40, initials=True),
                Column("action", self.tr("What"), width=96, tip=lambda e: e.action),
                Column("record", self.tr("Record"), width=92, secondary=True, gives_up=2, tip=lambda e: e.record),
                Column("field", self.tr("Field"), width=92, tip=lambda e: e.field),
                Column("before", self.tr("Before"), width=132, secondary=True, tip=lambda e: e.before, gives_up=3),
                Column("after", self.tr("After"), stretch=True, tip=lambda e: e.after),
                Column("reason", self.tr("Reason"), width=150, gives_up=1, tip=lambda e: e.reason),
            ],
            name=self.tr("History"),
        )  # fmt: skip
        self.table.opened.connect(self._look_at)
        self._section = self.section(
            self.tr("Everything that was changed. Enter shows the case as it was then."),
            self.table,
            [Button(self.tr("As of a day…"), page.as_of.ask, small=True, key="H")],
            empty=self.tr("Nothing yet."),
        )
        self.setFocusProxy(self.table)

    def show_case(self, found: CaseFile) -> None:
        if self._found is not None and self._found.head.id != found.head.id:
            self.table.show_rows([])
        self._found = found
        if self.isVisible():
            self.look()

    def show_read_only(self, *, read_only: bool) -> None:
        """From one moment of the past one may go to another."""

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.look()

    def look(self) -> None:
        """Read the history of the case that is shown, as far as it is shown."""
        if self._found is not None:
            self._page.read_then(
                trail_of, self._found.head.id, owner=self, then=self._show, key="history"
            )

    def _show(self, read: tuple[list[HistoryRow], dict[Reference, str]]) -> None:
        rows, labels = read
        bench = self._page.bench
        self._section.show_rows(Trail(bench.lists, labels, bench.office.time_zone).lines(rows))
        self.table.fit_height(_ROWS)

    def _look_at(self, line: Line) -> None:
        self._page.look_at(line.recorded)
