"""The lists of persons and organisations: type to filter, views, new entries, merging two."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget
from sqlalchemy.orm import Session

from techmgr.core.references import Reference
from techmgr.desktop.columns import Column
from techmgr.desktop.filtering import FilterField, View, ViewTabs
from techmgr.desktop.notices import EmptyState
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import PAGE_MARGIN, RecordTable
from techmgr.desktop.widgets import Button, column, label, row
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import Sheet, SheetPage
from techmgr.people.queries import (
    OrganisationRow,
    PersonRow,
    find_organisations,
    find_persons,
    organisations,
    people,
)
from techmgr.people.screens.merge_dialog import ask_merge
from techmgr.people.screens.sheets import organisation_sheet, person_sheet
from techmgr.storage.office import Office

_MOST = 2_000


class PeopleList(SheetPage):
    """Persons, officers or organisations; each list has its own columns."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self._office = office
        self._bench = bench_of(window, office)
        self._view = "persons"
        self.tabs = ViewTabs()
        self.filter = FilterField(self.tr("Filter people"))
        self.new_button = Button("", self.new, icon="plus", kind="primary", key="N")
        self.persons = RecordTable(
            self._person_columns(), name=self.tr("Persons"), identity=_identity
        )
        self.organisations = RecordTable(
            self._organisation_columns(), name=self.tr("Organisations"), identity=_identity
        )
        self._empty = EmptyState(
            self.tr("Nobody fits"),
            self.tr("Nobody of this name is on file. Add them, or take words away."),
            [Command("first", self.tr("Add"), self.new, "N", "plus")],
        )
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()

    def _person_columns(self) -> list[Column]:
        position = self._bench.lists.words("position")
        return [
            Column("name", self.tr("Name"), width=220, stretch=True),
            Column("organisation", self.tr("Organisation"), width=280, secondary=True),
            Column("position", self.tr("Position"), width=150, show=position, gives_up=2),
            Column("email", self.tr("E-mail"), width=220, secondary=True, gives_up=1),
            Column("is_officer", "", width=80, value=self._officer, gives_up=3),
        ]

    def _officer(self, person: PersonRow) -> str:
        return self.tr("officer") if person.is_officer else ""

    def _organisation_columns(self) -> list[Column]:
        kind = self._bench.lists.words("organisation_kind")
        return [
            Column("name", self.tr("Name"), stretch=True),
            Column("short_name", self.tr("Short"), width=120, secondary=True, gives_up=1),
            Column("kind", self.tr("Kind"), width=170, show=kind),
            Column("parent", self.tr("Belongs to"), width=260, secondary=True, gives_up=2),
            Column("country", self.tr("Country"), width=70, gives_up=3),
        ]

    def _arrange(self) -> None:
        for widget in (self.persons, self.organisations, self._empty):
            self._stack.addWidget(widget)
        head = row(label(self.tr("People"), "title"), 8, self.tabs, margins=(16, 10, 16, 4))
        head.setStretch(2, 1)
        tools = row(self.filter, None, self.new_button, margins=(16, 2, 16, 9))
        parts = column(head, tools, self._stack)
        parts.setStretch(2, 1)
        self.setLayout(parts)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.show_view)
        self.filter.changed.connect(lambda _: self.load())
        for table in (self.persons, self.organisations):
            table.shows_rest = True
            table.edge = PAGE_MARGIN
            table.driven_by(self.filter)
            table.marked_changed.connect(lambda _: self.status_changed.emit())
        self.persons.opened.connect(partial(self._go, "person"))
        self.organisations.opened.connect(partial(self._go, "organisation"))
        self._bench.lists.loaded.connect(self.load)

    # What is shown

    @property
    def table(self) -> RecordTable:
        """The list that is shown."""
        return self.organisations if self._view == "organisations" else self.persons

    def open(self, place: Place) -> None:
        super().open(place)
        new = place.extra.get("new", "")
        self.show_view("organisations" if new == "organisation" else self._view)
        if new:
            self.new()

    def show_view(self, key: str) -> None:
        """Show persons, officers or organisations."""
        self._view = key
        texts = {
            "persons": self.tr("Persons"),
            "officers": self.tr("Officers"),
            "organisations": self.tr("Organisations"),
        }
        self.tabs.show_views([View(name, text) for name, text in texts.items()], key)
        is_person = key != "organisations"
        self.new_button.setText(self.tr("New person") if is_person else self.tr("New organisation"))
        self.new_button.updateGeometry()
        self.setFocusProxy(self.table)
        self.load()

    def load(self) -> None:
        """Read the list again."""
        words = self.filter.text().strip()
        self.table.search(words)
        self._bench.read(
            _rows, self._view, words, self._office, owner=self, then=self._show, key="rows"
        )

    def _show(self, rows: list[PersonRow] | list[OrganisationRow]) -> None:
        self.table.show_rows(rows)
        self.filter.show_count(showing.number(len(rows)))
        self._stack.setCurrentWidget(self.table if rows else self._empty)
        self.status_changed.emit()

    def _go(self, kind: str, found: PersonRow | OrganisationRow) -> None:
        self.window_.go(Place(kind, Reference(kind, found.id)))

    # Forms

    def new(self) -> None:
        """Add a person or an organisation."""
        is_person = self._view != "organisations"
        sheet: Sheet = person_sheet(self._bench) if is_person else organisation_sheet(self._bench)
        kind = "person" if is_person else "organisation"
        sheet.done.connect(lambda done: self.window_.go(Place(kind, Reference(kind, done.result))))
        self.show_sheet(sheet)

    def merge(self) -> None:
        """Make the two chosen entries one."""
        chosen = self.table.marked()
        if len(chosen) == 2:
            kind = "organisation" if self._view == "organisations" else "person"
            ask_merge(self, self._bench, kind, *((each.id, each.name) for each in chosen))

    # The window

    def changed(self, references: frozenset[Reference]) -> None:
        if any(each.kind in {"person", "organisation", "affiliation"} for each in references):
            self.load()

    def status(self) -> str:
        marked = len(self.table.marked())
        count = f"<b>{showing.number(len(self.table.model_.known_rows()))}</b>"
        if marked > 1:
            return self.tr("{marked} chosen of {count}").format(marked=marked, count=count)
        return count

    def keys(self) -> list[Key]:
        return [
            Key("/", self.tr("filter")),
            Key("X", self.tr("select")),
            Key("M", self.tr("merge two")),
            Key("N", self.tr("new")),
            Key("Enter", self.tr("open")),
        ]

    def commands(self) -> list[Command]:
        def are_two() -> bool:
            return len(self.table.marked()) == 2

        return [
            Command("filter", self.tr("Filter the list"), self.filter.setFocus, "/", "list-filter"),
            Command("new", self.tr("New entry"), self.new, "N", "plus"),
            Command("merge", self.tr("Merge the two chosen…"), self.merge, "M", "merge", are_two),
            Command(
                "view", self.tr("Next view"), lambda: self.tabs.step(1, self._view), "V", "bookmark"
            ),
        ]

    def escape(self) -> bool:
        if self.filter.hasFocus():
            self.table.setFocus()
            return True
        return super().escape()


def _identity(found: Any) -> int:
    return int(found.id)


def _rows(
    session: Session, view: str, words: str, office: Office
) -> list[PersonRow] | list[OrganisationRow]:
    if view == "organisations":
        return find_organisations(session, words, _MOST) if words else organisations(session)
    is_officers = view == "officers"
    if not words:
        return people(session, office.today, officers=is_officers)
    found = find_persons(session, words, office.today, _MOST)
    return [each for each in found if each.is_officer] if is_officers else found
