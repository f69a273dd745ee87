"""One account of the books: its entries, newest first, with what stood on it after each."""

from collections.abc import Sequence

from techmgr.core.references import Reference, reference
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.pages import Command, Key, Page, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import column, label, line
from techmgr.ledger.accounts import NAMES, Account
from techmgr.ledger.queries_balances import EntryRow, entries_of
from techmgr.office.screens.bench import bench_of
from techmgr.storage.office import Office

_PAGES = {"run": "run", "payment": "money", "agreement": "agreement"}


class AccountPage(Page):
    """`place.extra` says which: `{"account": "payable", "currency": "USD"}`. Enter opens the source."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self._name = label("", "title")
        self._under = label("", "small", "secondary")
        self.table = RecordTable(
            self._columns(), name=self.tr("Entries"), identity=lambda each: each.id
        )
        self.table.opened.connect(self._open_source)
        self.table.current_changed.connect(lambda _: self.status_changed.emit())
        head = column(self._name, 2, self._under, margins=(16, 10, 16, 10))
        parts = column(head, line(), self.table)
        parts.setStretch(2, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.table)

    def _columns(self) -> list[Column]:
        return [
            Column("on_day", self.tr("Day"), Kind.DATE, width=110),
            Column("entry_id", self.tr("Entry"), Kind.NUMBER, width=70, gives_up=2),
            Column("case", self.tr("Case"), width=90, gives_up=3),
            Column("text", self.tr("Text"), stretch=True),
            Column("party", self.tr("Whose"), width=130, secondary=True, gives_up=1),
            Column("debit", self.tr("Debit"), Kind.MONEY, width=120, value=_debit, show=_shown),
            Column("credit", self.tr("Credit"), Kind.MONEY, width=120, value=_credit, show=_shown),
            Column("balance", self.tr("Balance"), Kind.MONEY, width=130, computed=True),
        ]

    def open(self, place: Place) -> None:
        super().open(place)
        self._read()

    def _read(self) -> None:
        account = Account(self.place.extra["account"])
        currency = self.place.extra["currency"]
        self._name.setText(f"{showing.words(NAMES[account])}, {currency}")
        self.bench.read(
            entries_of, account, currency, self.bench.office.today, owner=self,
            then=self._show, key="entries",
        )  # fmt: skip

    def _show(self, rows: Sequence[EntryRow]) -> None:
        self.table.show_rows(rows)
        text = self.tr("{count} entries; debits are positive.")
        self._under.setText(text.format(count=showing.number(len(rows))))
        self.title_changed.emit()
        self.status_changed.emit()

    def _open_source(self, each: EntryRow) -> None:
        found = reference(each.source)
        page = _PAGES.get(found.kind)
        if page == "money":
            self.window_.go(Place("money", extra={"tab": "payees"}))
        elif page is not None:
            self.window_.go(Place(page, found))
        else:
            tab = "expenses" if found.kind == "expense" else "receipts"
            self.window_.go(Place("money", extra={"tab": tab}))

    def title(self) -> str:
        return self._name.text()

    def changed(self, _references: frozenset[Reference]) -> None:
        self._read()

    def status(self) -> str:
        each = self.table.current_row()
        return f"{each.text}: <b>{showing.money(each.amount)}</b>" if each is not None else ""

    def keys(self) -> list[Key]:
        return [Key("Enter", self.tr("open where it comes from"))]

    def commands(self) -> list[Command]:
        return []


def _debit(each: EntryRow) -> object:
    return each.amount if each.amount.minor > 0 else None


def _credit(each: EntryRow) -> object:
    return -each.amount if each.amount.minor < 0 else None


def _shown(amount: object) -> str:
    return "" if amount is None else showing.money(amount)  # type: ignore[arg-type]
