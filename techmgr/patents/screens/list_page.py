"""The list of rights: every filing of the office, narrowed while typing by number, title or office."""

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget
from sqlalchemy.orm import Session

from techmgr.core.references import Reference
from techmgr.desktop.filtering import FilterField
from techmgr.desktop.notices import EmptyState
from techmgr.desktop.pages import Command, Key, Page, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import PAGE_MARGIN, RecordTable
from techmgr.desktop.widgets import Button, column, label, row
from techmgr.office.screens.bench import bench_of
from techmgr.patents.queries import RightRow, right_count, right_rows
from techmgr.patents.screens.words import right_columns
from techmgr.storage.office import Office

_MOST = 2_000  # rows shown at once; typing narrows more
_WAIT = 120
_SHOWN = frozenset({"patent", "patent_case", "patent_link", "docket_event", "technology"})


class RightList(Page):
    """Enter opens a right."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self._count = 0
        self.filter = FilterField(self.tr("Filter rights"))
        self.table = RecordTable(
            right_columns(self.bench),
            name=self.tr("Patents and other rights"),
            identity=lambda each: each.id,
        )
        self.table.edge = PAGE_MARGIN
        self.table.driven_by(self.filter)
        self.table.opened.connect(self._open)
        self._soon = QTimer(self, singleShot=True, interval=_WAIT)
        self._soon.timeout.connect(self._read)
        self.filter.changed.connect(lambda _: self._soon.start())
        take_in = Command("take_in", self.tr("Import rights…"), self._import, "", "upload")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                self.tr("No right yet"),
                self.tr("A filing is recorded on its case. A list from counsel can be imported."),
                [take_in],
            )
        )
        button = Button(take_in.text, self._import, icon="upload")
        head = row(label(self.tr("Patents and other rights"), "title"), None, button,
                   margins=(16, 10, 16, 4))  # fmt: skip
        tools = row(self.filter, None, margins=(16, 2, 16, 9))
        parts = column(head, tools, self._stack)
        parts.setStretch(2, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.table)
        self.bench.lists.loaded.connect(self.table.viewport().update)

    def open(self, place: Place) -> None:
        super().open(place)
        self._read()

    def _read(self) -> None:
        words, today = self.filter.text(), self.bench.office.today
        self.bench.read(_found, words, today, owner=self, then=self._show, key="rights")

    def _show(self, found: tuple[list[RightRow], int]) -> None:
        rows, self._count = found
        self.table.search(self.filter.text())
        self.table.show_rows(rows)
        self._stack.setCurrentIndex(0 if self._count else 1)
        shown = self.tr("{shown} of {all}")
        words = shown.format(shown=showing.number(len(rows)), all=showing.number(self._count))
        self.filter.show_count(words if self.filter.text() or len(rows) < self._count else "")
        self.status_changed.emit()

    def _open(self, each: RightRow) -> None:
        self.window_.go(Place("patent", Reference("patent", each.id)))

    def _import(self) -> None:
        self.window_.go(Place("import", extra={"target": "rights"}))

    # The window

    def title(self) -> str:
        return self.tr("Rights")

    def changed(self, references: frozenset[Reference]) -> None:
        if not references or any(each.kind in _SHOWN for each in references):
            self._read()

    def status(self) -> str:
        text = self.tr("<b>{count}</b> rights")
        return text.format(count=showing.number(self._count))

    def keys(self) -> list[Key]:
        return [Key("Enter", self.tr("open")), Key("/", self.tr("filter"))]

    def commands(self) -> list[Command]:
        return [
            Command("filter", self.tr("Filter the list"), self.filter.setFocus, "/", "list-filter"),
            Command("take_in", self.tr("Import rights…"), self._import, "", "upload"),
        ]

    def escape(self) -> bool:
        if self.filter.hasFocus():
            self.table.setFocus()
            return True
        return super().escape()


def _found(session: Session, words: str, today: Any) -> tuple[list[RightRow], int]:
    return right_rows(session, today=today, words=words, limit=_MOST), right_count(session)
