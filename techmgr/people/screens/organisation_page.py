"""The page of one organisation: what is recorded, its departments, its size by date, where money goes."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from techmgr.core.references import Reference
from techmgr.desktop.choices import Option
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.tables import RecordTable
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import SheetPage
from techmgr.people.queries import (
    AccountRow,
    OrganisationDetails,
    OrganisationRow,
    SizeRow,
    accounts_of,
    organisation_by_id,
    organisations,
    sizes_of,
)
from techmgr.people.queries_merging import (
    Moving,
    moving_of,
    organisation_aliases_of,
    same_organisations,
)
from techmgr.people.screens.entry import Beside, Entry
from techmgr.people.screens.merge_dialog import ask_merge
from techmgr.people.screens.sheets import account_sheet, organisation_sheet, size_sheet
from techmgr.storage.office import Office

_SHOWN = frozenset({"organisation", "company_size", "payee_account"})


@dataclass(frozen=True, slots=True)
class _Found:
    organisation: OrganisationDetails
    parent: OrganisationDetails | None
    departments: list[OrganisationRow]
    sizes: list[SizeRow]
    accounts: list[AccountRow]
    named_in: list[Moving]
    aliases: list[str]
    same: list[OrganisationRow]


def _found(session: Session, number: int) -> _Found:
    organisation = organisation_by_id(session, number)
    above = organisation.parent_id
    return _Found(
        organisation,
        organisation_by_id(session, above) if above is not None else None,
        organisations(session, parent_id=number),
        sizes_of(session, number),
        accounts_of(session, organisation_id=number),
        moving_of(session, "organisation", number),
        organisation_aliases_of(session, number),
        same_organisations(session, number),
    )


class OrganisationPage(SheetPage):
    """Everything is edited in the side panel."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self._bench = bench_of(window, office)
        self._shown: _Found | None = None
        self.beside = Beside()
        kind = self._bench.lists.words("organisation_kind")
        self.departments = RecordTable(
            [
                Column("name", self.tr("Name"), stretch=True),
                Column("kind", self.tr("Kind"), width=150, show=kind),
            ],
            name=self.tr("Departments"),
        )
        self.sizes = RecordTable(self._size_columns(), name=self.tr("Sizes"))
        self.accounts = RecordTable(self._account_columns(), name=self.tr("Accounts"))
        self.entry = Entry(
            [
                (
                    self.tr("Departments"),
                    self.tr("Add a department"),
                    self.add_department,
                    self.departments,
                ),
                (self.tr("Size by date"), self.tr("Record the size"), self.add_size, self.sizes),
                (self.tr("Money goes to"), self.tr("Set account"), self.set_account, self.accounts),
            ],
            [
                (self.tr("Shares"), "Q", "coins", self.shares),
                (self.tr("Edit"), "E", "pencil", self.edit),
            ],
        )
        self.setLayout(self.entry.layout_)
        self.setFocusProxy(self.departments)
        self.departments.opened.connect(self._go)

    def _size_columns(self) -> list[Column]:
        size = self._bench.lists.words("company_size")
        return [
            Column("size", self.tr("Size"), stretch=True, show=size),
            Column("employees", self.tr("Employees"), Kind.NUMBER),
            Column("on_day", self.tr("From"), Kind.DATE),
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
                _found, self.place.reference.id, owner=self, then=self._show, key="organisation"
            )

    def _show(self, found: _Found) -> None:
        self._shown = found
        each = found.organisation
        parts = [
            each.short_name,
            self._bench.lists.word("organisation_kind", each.kind),
            found.parent.name if found.parent else "",
            each.country,
            each.domain,
            each.address.replace("\n", ", "),
        ]
        self.entry.show_head(each.name, " · ".join(part for part in parts if part), "")
        self.entry.show_rows(self.departments, found.departments)
        self.entry.show_rows(self.sizes, found.sizes)
        self.entry.show_rows(self.accounts, found.accounts)
        same = [(one.id, one.name, one.parent) for one in found.same]
        self.beside.show_entry(found.named_in, found.aliases, same, self._merge)
        self.title_changed.emit()

    def title(self) -> str:
        return self._shown.organisation.name if self._shown else ""

    def changed(self, references: frozenset[Reference]) -> None:
        if any(each.kind in _SHOWN for each in references):
            self._load()

    def panel(self) -> QWidget | None:
        return self.beside

    def _go(self, department: OrganisationRow) -> None:
        self.window_.go(Place("organisation", Reference("organisation", department.id)))

    # Forms

    def edit(self) -> None:
        """Change what is recorded of the organisation."""
        if self._shown is not None:
            each, above = self._shown.organisation, self._shown.parent
            parent = Option(above.id, above.name) if above else None
            self.show_sheet(organisation_sheet(self._bench, each, parent))

    def shares(self) -> None:
        """Show the company's shares, or begin to follow them."""
        if self._shown is not None:
            number = self._shown.organisation.id
            self.window_.go(Place("equity", extra={"company": number}))

    def add_department(self) -> None:
        """Add a department that belongs to the organisation."""
        if self._shown is not None:
            each = self._shown.organisation
            self.show_sheet(organisation_sheet(self._bench, parent=Option(each.id, each.name)))

    def add_size(self) -> None:
        """Record how large the company is from a day on."""
        if self._shown is not None:
            self.show_sheet(size_sheet(self._bench, self._shown.organisation.id))

    def set_account(self) -> None:
        """Say where the organisation's money goes from a day on."""
        if self._shown is not None:
            account = next(iter(self._shown.accounts), None)
            number = self._shown.organisation.id
            self.show_sheet(account_sheet(self._bench, organisation_id=number, account=account))

    def _merge(self, other: int, name: str) -> None:
        if self._shown is not None:
            each = self._shown.organisation
            ask_merge(self, self._bench, "organisation", (each.id, each.name), (other, name))

    # The window

    def keys(self) -> list[Key]:
        return [
            Key("E", self.tr("edit")),
            Key("D", self.tr("department")),
            Key("S", self.tr("size")),
            Key("M", self.tr("account")),
        ]

    def commands(self) -> list[Command]:
        return [
            Command("edit", self.tr("Edit the organisation"), self.edit, "E", "pencil"),
            Command("shares", self.tr("The company's shares"), self.shares, "Q", "coins"),
            Command("department", self.tr("Add a department"), self.add_department, "D", "network"),
            Command("size", self.tr("Record the size"), self.add_size, "S", "users"),
            Command(
                "account", self.tr("Set where the money goes"), self.set_account, "M", "banknote"
            ),
        ]
