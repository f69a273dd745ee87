"""The page of one person: what is recorded, where they work, their roles, where their money goes."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from techmgr.core.references import Reference
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.tables import RecordTable
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import SheetPage
from techmgr.people.queries import (
    AccountRow,
    AffiliationRow,
    PersonDetails,
    PersonRow,
    RoleRow,
    accounts_of,
    affiliations_of,
    aliases_of,
    duplicates_of,
    person_by_id,
    roles_of,
)
from techmgr.people.queries_merging import Moving, moving_of
from techmgr.people.screens.entry import Beside, Entry, until_columns
from techmgr.people.screens.merge_dialog import ask_merge
from techmgr.people.screens.sheets import (
    account_sheet,
    affiliation_sheet,
    end_sheet,
    officer_sheet,
    person_sheet,
    role_sheet,
)
from techmgr.storage.office import Office

_SHOWN = frozenset({"person", "affiliation", "person_role", "payee_account", "organisation"})


@dataclass(frozen=True, slots=True)
class _Found:
    person: PersonDetails
    places: list[AffiliationRow]
    roles: list[RoleRow]
    accounts: list[AccountRow]
    duplicates: list[PersonRow]
    aliases: list[str]
    named_in: list[Moving]


def _found(session: Session, person_id: int) -> _Found:
    return _Found(
        person_by_id(session, person_id),
        affiliations_of(session, person_id),
        roles_of(session, person_id),
        accounts_of(session, person_id=person_id),
        duplicates_of(session, person_id),
        aliases_of(session, person_id),
        moving_of(session, "person", person_id),
    )


class PersonPage(SheetPage):
    """Everything is edited in the side panel; what was true on a day stays."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self._office = office
        self._bench = bench_of(window, office)
        self._shown: _Found | None = None
        self.beside = Beside()
        self.places = RecordTable(self._place_columns(), name=self.tr("Places"))
        self.roles = RecordTable(self._role_columns(), name=self.tr("Roles"))
        self.accounts = RecordTable(self._account_columns(), name=self.tr("Accounts"))
        self.entry = Entry(
            [
                (self.tr("Works at"), self.tr("Add a place"), self.add_place, self.places),
                (self.tr("Roles"), self.tr("Give a role"), self.add_role, self.roles),
                (self.tr("Money goes to"), self.tr("Set account"), self.set_account, self.accounts),
            ],
            [
                (self.tr("Edit"), "E", "pencil", self.edit),
                (self.tr("Officer…"), "O", "shield-check", self.officer),
                (self.tr("Cases with this person"), "C", "folder-open", self.show_cases),
                (self.tr("What they were paid"), "Y", "banknote", self.show_money),
            ],
        )
        self.setLayout(self.entry.layout_)
        self.setFocusProxy(self.places)
        self.places.opened.connect(self.end_place)
        self._bench.lists.loaded.connect(self.update)

    def _place_columns(self) -> list[Column]:
        position = self._bench.lists.words("position")
        return [
            Column("organisation", self.tr("Organisation"), stretch=True),
            Column("position", self.tr("Position"), width=170, show=position),
            *until_columns(),
        ]

    def _role_columns(self) -> list[Column]:
        return [
            Column("role", self.tr("Role"), stretch=True, show=self._bench.lists.words("role")),
            Column("organisation", self.tr("For"), width=170, secondary=True),
            *until_columns(),
        ]

    def _account_columns(self) -> list[Column]:
        route = self._bench.lists.words("payee_route")
        return [
            Column("account", self.tr("Account"), stretch=True),
            Column("route", self.tr("Route"), width=150, show=route),
            Column("permitted_use", self.tr("Permitted use"), width=220, secondary=True),
            Column("from_day", self.tr("From"), Kind.DATE),
            Column("until_day", self.tr("Until"), Kind.DATE),
        ]

    # What is shown

    def open(self, place: Place) -> None:
        super().open(place)
        self._load()

    def _load(self) -> None:
        if self.place.reference is not None:
            self._bench.read(
                _found, self.place.reference.id, owner=self, then=self._show, key="person"
            )

    def _show(self, found: _Found) -> None:
        self._shown = found
        person = found.person
        lines = [person.other_name, person.email, person.phone, person.address.replace("\n", ", ")]
        tag = self.tr("officer") if person.is_officer else ""
        self.entry.show_head(person.name, " · ".join(each for each in lines if each), tag)
        for table, rows in (
            (self.places, found.places),
            (self.roles, found.roles),
            (self.accounts, found.accounts),
        ):
            self.entry.show_rows(table, rows)
        self.beside.show_entry(
            found.named_in,
            found.aliases,
            [(each.id, each.name, each.organisation or each.email) for each in found.duplicates],
            self._merge,
        )
        self.title_changed.emit()

    def title(self) -> str:
        return self._shown.person.name if self._shown else ""

    def changed(self, references: frozenset[Reference]) -> None:
        if any(each.kind in _SHOWN for each in references):
            self._load()

    def panel(self) -> QWidget | None:
        return self.beside

    # Forms

    def edit(self) -> None:
        """Change what is recorded of the person."""
        if self._shown is not None:
            self.show_sheet(person_sheet(self._bench, self._shown.person))

    def officer(self) -> None:
        """Let the person sign in, or no longer."""
        if self._shown is not None:
            self.show_sheet(officer_sheet(self._bench, self._shown.person))

    def add_place(self) -> None:
        """Add where the person works from a day on."""
        if self._shown is not None:
            self.show_sheet(affiliation_sheet(self._bench, self._shown.person.id))

    def end_place(self, place: AffiliationRow) -> None:
        """End a place that is open."""
        if place.until_day is None:
            self.show_sheet(end_sheet(self._bench, place))

    def add_role(self) -> None:
        """Say what the person is to the office."""
        if self._shown is not None:
            self.show_sheet(role_sheet(self._bench, self._shown.person.id))

    def set_account(self) -> None:
        """Say where the person's money goes from a day on."""
        if self._shown is not None:
            account = next(iter(self._shown.accounts), None)
            person_id = self._shown.person.id
            self.show_sheet(account_sheet(self._bench, person_id=person_id, account=account))

    def show_cases(self) -> None:
        """Show the cases in which the person's name stands."""
        if self._shown is not None:
            self.window_.go(Place("cases", extra={"words": self._shown.person.name}))

    def show_money(self) -> None:
        """Show every amount the person got, each with its why."""
        if self._shown is not None:
            self.window_.go(Place("payee", Reference("person", self._shown.person.id)))

    def _merge(self, other: int, name: str) -> None:
        if self._shown is not None:
            person = self._shown.person
            ask_merge(self, self._bench, "person", (person.id, person.name), (other, name))

    # The window

    def keys(self) -> list[Key]:
        return [
            Key("E", self.tr("edit")),
            Key("A", self.tr("place")),
            Key("R", self.tr("role")),
            Key("M", self.tr("account")),
        ]

    def commands(self) -> list[Command]:
        return [
            Command("edit", self.tr("Edit the person"), self.edit, "E", "pencil"),
            Command("place", self.tr("Add a place"), self.add_place, "A", "building-2"),
            Command("role", self.tr("Give a role"), self.add_role, "R", "tag"),
            Command(
                "account", self.tr("Set where the money goes"), self.set_account, "M", "banknote"
            ),
            Command(
                "officer", self.tr("Officer of the office…"), self.officer, "O", "shield-check"
            ),
            Command("paid", self.tr("What they were paid"), self.show_money, "Y", "banknote"),
            Command(
                "cases", self.tr("Cases with this person"), self.show_cases, "C", "folder-open"
            ),
        ]
