"""The list of agreements."""

from typing import Any

from PySide6.QtWidgets import QStackedWidget

from techmgr.agreements.queries import AgreementRow, agreement_rows
from techmgr.agreements.screens.form import WIDTH, agreement_form
from techmgr.core.references import Reference
from techmgr.desktop.columns import Column, Kind, Marked
from techmgr.desktop.filtering import FilterField
from techmgr.desktop.notices import EmptyState
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.states import State
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button, column, label, row
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import SheetPage
from techmgr.storage.office import Office
from techmgr.storage.unit import Done


class AgreementList(SheetPage):
    """Every agreement; typing narrows by the beginnings of words."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self._rows: list[AgreementRow] = []
        self.filter = FilterField(self.tr("Filter agreements"))
        self.table = RecordTable(
            self._columns(), name=self.tr("Agreements"), identity=lambda each: each.id
        )
        self.table.driven_by(self.filter)
        self.filter.changed.connect(self._narrow)
        self.table.opened.connect(self._open)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        first = Command("draft", self.tr("Draft an agreement…"), self.draft, "N", "plus")
        self._stack.addWidget(
            EmptyState(
                self.tr("No agreement yet"),
                self.tr("Licences, options and other agreements on the office's cases."),
                [first],
            )
        )
        new = Button(first.text, self.draft, kind="primary", icon="plus")
        head = row(label(self.tr("Agreements"), "title"), None, new, margins=(16, 10, 16, 4))
        tools = row(self.filter, None, margins=(16, 2, 16, 9))
        parts = column(head, tools, self._stack)
        parts.setStretch(2, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.table)

    def _columns(self) -> list[Column]:
        word = self.bench.lists.word
        return [
            Column("number", self.tr("Number"), width=90),
            Column("party", self.tr("Other party"), stretch=True),
            Column("title", self.tr("Title"), stretch=True, secondary=True, gives_up=2),
            Column(
                "kind", self.tr("Kind"), width=150, secondary=True, gives_up=1,
                value=lambda each: word("agreement_kind", each.kind),
            ),
            Column("cases", self.tr("Cases"), width=120, gives_up=3),
            Column("state", self.tr("State"), Kind.STATE, width=120, value=self._state),
            Column("signed", self.tr("Signed"), Kind.DATE),
            Column("expires", self.tr("Until"), Kind.DATE),
        ]  # fmt: skip

    def _state(self, each: AgreementRow) -> Marked:
        return marked_state(each, self.bench.lists.word("agreement_state", each.state))

    def _narrow(self, *_: Any) -> None:
        begins = self.filter.text().casefold().split()
        shown = [each for each in self._rows if all(_fits(each, begin) for begin in begins)]
        self.table.search(self.filter.text())
        self.table.show_rows(shown)
        self.filter.show_count(f"{len(shown)} / {len(self._rows)}" if begins else "")
        self.status_changed.emit()

    def open(self, place: Place) -> None:
        super().open(place)
        self._read()
        if place.extra.get("form"):
            self.draft()

    def _read(self) -> None:
        self.bench.read(agreement_rows, owner=self, then=self._show, key="agreements")

    def _show(self, rows: list[AgreementRow]) -> None:
        self._rows = rows
        self._stack.setCurrentIndex(0 if rows else 1)
        self._narrow()

    def _open(self, each: AgreementRow) -> None:
        self.window_.go(Place("agreement", Reference("agreement", each.id)))

    def draft(self) -> None:
        """Open the form of a new agreement."""
        sheet = agreement_form(self.bench)
        sheet.done.connect(self._drafted)
        self.show_sheet(sheet)
        self.window_.show_side(sheet, WIDTH)

    def _drafted(self, done: Done[Any]) -> None:
        self.window_.go(Place("agreement", Reference("agreement", done.result.id)))

    def changed(self, _references: frozenset[Reference]) -> None:
        self._read()

    def status(self) -> str:
        return self.tr("<b>{count}</b> agreements").format(count=self.table.model_.rowCount())

    def keys(self) -> list[Key]:
        return [
            Key("Enter", self.tr("open")),
            Key("N", self.tr("new")),
            Key("/", self.tr("filter")),
        ]

    def commands(self) -> list[Command]:
        return [
            Command("draft", self.tr("Draft an agreement…"), self.draft, "N", "plus"),
            Command("filter", self.tr("Filter"), self.filter.setFocus, "/", "list-filter"),
        ]


def marked_state(each: AgreementRow, words: str) -> Marked:
    """Return an agreement's state with its words."""
    states = {"draft": State.ACTIVE, "signed": State.DONE}
    return Marked(states.get(each.state, State.WAIVED), words)


def _fits(each: AgreementRow, begin: str) -> bool:
    text = f"{each.number} {each.party} {each.title} {each.cases} {each.field}".casefold()
    return begin in text
