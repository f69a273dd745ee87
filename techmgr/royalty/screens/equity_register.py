"""The register of shares: every certificate of the university on a day, with totals per company."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QStackedWidget
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.desktop.choices import Option
from techmgr.desktop.fields import DateField
from techmgr.desktop.notices import EmptyState
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, column, holding, label, line, row, scrolled
from techmgr.equity.queries import (
    CompanyRow,
    RegisterRow,
    book_for_company,
    companies,
    register,
    unheld,
)
from techmgr.equity.screens.sheets import book_sheet
from techmgr.equity.screens.tables import company_table, register_table
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import SheetPage
from techmgr.people.queries import organisation_by_id
from techmgr.storage.office import Office
from techmgr.storage.unit import Done


@dataclass(frozen=True, slots=True)
class Found:
    """The register on a day; `company` is the one that was asked for, `book` its book."""

    day: date
    rows: list[RegisterRow]
    companies: list[CompanyRow]
    company: Option | None
    book: int | None


def found_on(session: Session, day: date, agreement: int | None, company: int | None) -> Found:
    """Read the register on a day: all, or what was taken under one agreement."""
    rows = register(session, day, agreement_id=agreement)
    totals = companies(rows)
    if agreement is None:
        known = {row.id for row in totals}
        totals += [row for row in unheld(session) if row.id not in known]
    asked = organisation_by_id(session, company) if company is not None else None
    book = book_for_company(session, company) if company is not None else None
    return Found(day, rows, totals, Option(asked.id, asked.name) if asked else None, book)


class RegisterPage(SheetPage):
    """`place.extra` may name an agreement, or a company whose page is opened or begun."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self.found: Found | None = None
        self._day: date | None = None
        self.day = DateField(name="day", title="")
        self.day.changed.connect(self._day_typed)
        self.companies, self.certificates = company_table(), register_table()
        self.companies.opened.connect(lambda each: self._go(each.id))
        self.certificates.opened.connect(lambda each: self._go(each.book_id))
        self.companies.why.connect(lambda each, _: self._go(each.id))
        self.certificates.why.connect(lambda each, _: self._go(each.book_id))
        self._only = label("", "small", "secondary")
        self._build()

    def _build(self) -> None:
        self.day.setFixedWidth(150)
        make = Button(self.tr("Follow a company…"), self.follow, kind="primary", icon="plus")
        title = row(label(self.tr("Equity"), "title"), None, make, margins=(16, 10, 16, 6))
        on_day = row(
            label(self.tr("In force on"), "strong"), self.day, self._only, None,
            margins=(16, 0, 16, 8),
        )  # fmt: skip
        body = holding(
            column(
                label(self.tr("Companies"), "strong"), 4, self.companies, 18,
                label(self.tr("Certificates of the university"), "strong"), 4, self.certificates,
                None, margins=(16, 12, 16, 12),
            )
        )  # fmt: skip
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolled(body))
        self._stack.addWidget(self._empty())
        parts = column(title, holding(on_day), line(), self._stack)
        parts.setStretch(3, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.companies)

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("No shares yet"),
            self.tr(
                "A start-up may pay with shares. Follow a company: its classes, who holds what, "
                "rounds, sales and dividends; whole shares are distributed by the policy."
            ),
            [Command("follow", self.tr("Follow a company…"), self.follow, "N", "plus")],
        )

    # What is shown

    def open(self, place: Place) -> None:
        super().open(place)
        self._read()

    def _read(self) -> None:
        asked = self.place.extra
        self.bench.read(
            found_on, self._day or self.bench.office.today, asked.get("agreement"),
            asked.get("company"), owner=self, then=self._show, key="equity",
        )  # fmt: skip

    def _show(self, found: Found) -> None:
        self.found = found
        if found.book is not None:
            self._go(found.book)
            return
        self.day.blockSignals(True)
        self.day.set_value(found.day)
        self.day.blockSignals(False)
        only = self.place.extra.get("number", "")
        text = self.tr("Only what was taken under {number}").format(number=only) if only else ""
        self._only.setText(text)
        self.companies.show_rows(found.companies)
        self.certificates.show_rows(found.rows)
        for table in (self.companies, self.certificates):
            table.fit_height(14)
        self._stack.setCurrentIndex(0 if found.companies else 1)
        self.status_changed.emit()
        if found.company is not None or self.place.extra.get("form") == "follow":
            self.follow()

    def _day_typed(self) -> None:
        try:
            day = self.day.value()
        except UserError:
            return
        if day is not None and day != self._day:
            self._day = day
            self._read()

    def _go(self, book: int) -> None:
        self.window_.go(Place("shares", Reference("share_book", book)))

    def follow(self) -> None:
        """Open the form that begins a company's book."""
        sheet = book_sheet(self.bench, self.found.company if self.found else None)
        sheet.done.connect(self._followed)
        self.show_sheet(sheet)

    def _followed(self, done: Done[int]) -> None:
        self._go(done.result)

    # The window

    def changed(self, _references: frozenset[Reference]) -> None:
        self._read()

    def status(self) -> str:
        if self.found is None:
            return ""
        text = self.tr("<b>{companies}</b> companies, <b>{certificates}</b> certificates on {day}")
        return text.format(
            companies=len(self.found.companies),
            certificates=len(self.found.rows),
            day=showing.day(self.found.day),
        )

    def keys(self) -> list[Key]:
        return [Key("Enter", self.tr("open")), Key("N", self.tr("new"))]

    def commands(self) -> list[Command]:
        return [Command("follow", self.tr("Follow a company…"), self.follow, "N", "plus")]
