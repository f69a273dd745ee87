"""One company's shares on one page: who owns it on a day, what happened, what was distributed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.desktop.fields import DateField
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button, IconButton, column, holding, label, line, row, scrolled
from techmgr.equity.queries import RegisterRow
from techmgr.equity.queries_company import OURS, CompanyFile, company_file
from techmgr.equity.screens.chart import OwnershipChart
from techmgr.equity.screens.sheets import (
    class_sheet,
    holding_sheet,
    issue_sheet,
    notes_sheet,
    reverse_event_sheet,
)
from techmgr.equity.screens.sheets_events import (
    Asking,
    convert_sheet,
    dividend_sheet,
    exercise_sheet,
    round_sheet,
    sale_sheet,
    split_sheet,
    write_off_sheet,
)
from techmgr.equity.screens.tables import (
    cap_rows_table,
    cap_total,
    class_facts,
    event_table,
    holding_table,
    shown_part,
)
from techmgr.office.queries import settings_on
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import Sheet, SheetPage
from techmgr.people.queries import organisation_by_id
from techmgr.royalty.equity_files import write_cap_table, write_memo
from techmgr.royalty.queries_equity import Asked, DistributionRow, asked_of, distributions_of
from techmgr.royalty.screens.distribute_sheet import WIDTH, DistributeSheet
from techmgr.royalty.screens.shares_tree import SharesTree
from techmgr.storage.office import Office


@dataclass(frozen=True, slots=True)
class _Found:
    company: CompanyFile
    distributions: list[DistributionRow]
    own: str


def _found(session: Session, book_id: int, day: date) -> _Found:
    settings = settings_on(session, day)
    own = settings.own_organisation
    name = organisation_by_id(session, own).name if own is not None else settings.office_name
    return _Found(company_file(session, book_id, day), distributions_of(session, book_id), name)


class SharesPage(SheetPage):
    """The cap table is in force on the day chosen; [ and ] jump to the days on which shares moved."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self.found: _Found | None = None
        self._day: date | None = None
        self.head, self._under = label("", "title"), label("", "body", "secondary", wrap=True)
        self.day = DateField(name="day", title="")
        self.day.changed.connect(self._day_typed)
        self.cap, self.held = cap_rows_table(), holding_table()
        self.events = event_table(lambda: self.found.company.book.currency if self.found else "USD")
        self.chart = OwnershipChart()
        self.proof = label("", "small", "secondary", wrap=True)
        self.trees = SharesTree(self.tr("Distribution of whole shares"))
        self._noted = column(gap=6)
        self._build()

    def _build(self) -> None:
        tools = row(
            Button(self.tr("Distribute…"), self.distribute, icon="split", key="H"),
            self._recorder(), gap=8,
        )  # fmt: skip
        title = row(self.head, None, tools, margins=(16, 10, 16, 0))
        before = IconButton("chevron-left", self.tr("Day before"), partial(self._jump, -1))
        after = IconButton("chevron-right", self.tr("Day after"), partial(self._jump, 1))
        self.day.setFixedWidth(150)
        on_day = row(
            label(self.tr("Cap table in force on"), "strong"), self.day, before, after, None,
            Button(self.tr("Cap table…"), self.choose_cap_table, kind="quiet", icon="table"),
            Button(self.tr("Memo…"), self.choose_memo, kind="quiet", icon="file-text"),
        )  # fmt: skip
        self._charted = holding(
            column(label(self.tr("Who owned the company"), "strong"), 6, self.chart, 18)
        )
        self._shared = holding(column(self.trees, 18))
        body = holding(
            column(
                on_day, 4, self.cap, 4, self.proof, 18, self._charted,
                label(self.tr("Certificates of the university"), "strong"), 4, self.held, 18,
                label(self.tr("What happened"), "strong"), 4, self.events, 18, self._shared,
                self._noted, None,
                margins=(16, 12, 16, 12),
            )
        )  # fmt: skip
        parts = column(
            title, holding(column(self._under, margins=(16, 2, 16, 10))), line(), scrolled(body)
        )
        parts.setStretch(3, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.cap)

    def _recorder(self) -> Button:
        """The button that opens every form of an event."""
        button = Button(self.tr("Record…"), kind="primary")
        menu = QMenu(button)
        for command in self._recording():
            menu.addAction(command.text).triggered.connect(lambda _=False, run=command.run: run())
        button.setMenu(menu)
        return button

    # What is shown

    def open(self, place: Place) -> None:
        if place.reference != self.place.reference:
            self.found, self._day = None, None
        super().open(place)
        self._read()

    def _read(self) -> None:
        if self.place.reference is not None:
            self.bench.read(
                _found, self.place.reference.id, self._day or self.bench.office.today,
                owner=self, then=self._show, key="shares",
            )  # fmt: skip

    def _show(self, found: _Found) -> None:
        self.found = found
        company = found.company
        self.head.setText(company.book.company)
        self._under.setText("  ·  ".join(self._facts(company)))
        self.day.blockSignals(True)
        self.day.set_value(company.day)
        self.day.blockSignals(False)
        shown: list[tuple[RecordTable, object]] = [
            (self.cap, company.lines), (self.held, company.ours), (self.events, company.events),
        ]  # fmt: skip
        for table, rows in shown:
            table.show_rows(rows)  # type: ignore[arg-type]
            table.fit_height(16)
        self.proof.setText(cap_total(list(company.lines)) if company.lines else self._nobody())
        self.chart.show_stages(company.stages)
        self._charted.setVisible(bool(company.stages))
        self._show_trees(found.distributions)
        self._show_notes(company)
        self.title_changed.emit()
        self.commands_changed.emit()
        self.status_changed.emit()

    def _nobody(self) -> str:
        assert self.found is not None, "said while a company is shown"
        if not self.found.company.classes:
            return self.tr("Add a class of shares first (L), then record the issues (N).")
        return self.tr("Nobody holds a share on this day.")

    def _facts(self, company: CompanyFile) -> list[str]:
        ours = company.table.of(*OURS)
        part = self.tr("The university has {part}, fully diluted").format(part=shown_part(ours))
        return [
            part,
            self.tr("prices and costs in {currency}").format(currency=company.book.currency),
        ]

    def _show_trees(self, rows: list[DistributionRow]) -> None:
        self._shared.setVisible(bool(rows))
        text = self.tr("{number}, {day}, case {case}, policy {policy}")
        gone = self.tr("{number}, reversed")
        self.trees.show_trees(
            [
                (gone.format(number=r.number) if r.reversed else text.format(
                    number=r.number, day=showing.day(r.on_day), case=r.case_number, policy=r.policy
                ), r.tree)
                for r in rows
            ]
        )  # fmt: skip
        self.trees.tree.setMinimumHeight(360 if rows else 0)

    def _show_notes(self, company: CompanyFile) -> None:
        """Show the classes, and what is noted of conflicts of interest."""
        while (item := self._noted.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        conflicts = company.book.conflicts or self.tr(
            "None noted. The committee asks: enter what is known (E)."
        )
        self._noted.addWidget(label(self.tr("Classes of shares"), "strong"))
        for each in company.classes:
            self._noted.addWidget(class_facts(each, company.book.currency))
        if not company.classes:
            self._noted.addWidget(label(self.tr("None yet"), "small", "tertiary"))
        self._noted.addSpacing(10)
        self._noted.addWidget(label(self.tr("Conflicts of interest"), "strong"))
        for words in (conflicts, company.book.memo):
            self._noted.addWidget(label(words, "small", "secondary", wrap=True))

    # Days

    def _day_typed(self) -> None:
        try:
            day = self.day.value()
        except UserError:
            return
        if day is not None and day != self._day:
            self._day = day
            self._read()

    def _jump(self, by: int) -> None:
        """Go to the day before or after on which shares moved."""
        if self.found is None:
            return
        day = self.found.company.day
        days = [each for each in self.found.company.days if (each - day).days * by > 0]
        if days:
            self._day = min(days) if by > 0 else max(days)
            self._read()

    # Doing

    def _form(self, make: Callable[[Asking], Sheet]) -> None:
        if self.found is not None:
            current: RegisterRow | None = self.held.current_row()
            asking = Asking(self.bench, self.found.company, current.id if current else None)
            self.show_sheet(make(asking))

    def issue(self) -> None:
        """Open the form of an issue; without a class, that of a class."""
        if self.found is not None and not self.found.company.classes:
            self.add_class()
        elif self.found is not None:
            self.show_sheet(issue_sheet(self.bench, self.found.company, self.found.own))

    def add_class(self) -> None:
        """Open the form of a class."""
        if self.found is not None:
            self.show_sheet(class_sheet(self.bench, self.found.company))

    def edit(self) -> None:
        """Edit the certificate with the keyboard, else conflicts of interest and remarks."""
        if self.found is None:
            return
        each = self.held.current_row() if self.held.hasFocus() else None
        company = self.found.company
        self.show_sheet(
            holding_sheet(self.bench, company, each)
            if each
            else notes_sheet(self.bench, company.book)
        )

    def reverse(self) -> None:
        """Take the event with the keyboard back, with a reason."""
        each = self.events.current_row()
        if self.found is not None and each is not None and not each.reversed:
            self.show_sheet(reverse_event_sheet(self.bench, self.found.company, each))

    def distribute(self) -> None:
        """Ask for the elections of the certificate with the keyboard, or the first not yet distributed."""
        each = self._to_distribute()
        if each is None:
            words = self.tr(
                "There is no certificate of the university that waits to be distributed."
            )
            self.window_.notice(words)
            return
        self.jobs.read(
            self.bench.office.read, asked_of, each, self.bench.office.today, owner=self,
            then=self._ask_elections, failed=self.window_.refuse, key="asked",
        )  # fmt: skip

    def _to_distribute(self) -> int | None:
        if self.found is None:
            return None
        owners = {row.id: row.owner for row in self.found.company.holdings}
        waiting = [r.id for r in self.found.company.ours if r.shares and not owners.get(r.id)]
        current = self.held.current_row()
        if current is not None and current.id in waiting:
            return current.id  # type: ignore[no-any-return]
        return next(iter(waiting), None)

    def _ask_elections(self, asked: Asked) -> None:
        sheet = DistributeSheet(self.bench, asked)
        self.show_sheet(sheet)
        self.window_.show_side(sheet, WIDTH)

    def choose_cap_table(self) -> None:
        """Ask for a folder and write the cap table there, as PDF and workbook."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Write the cap table to"))
        if folder:
            self.write_to(Path(folder))

    def write_to(self, folder: Path) -> None:
        """Write the cap table in force on the day shown."""
        if self.found is not None:
            company = self.found.company
            self.jobs.read(
                write_cap_table, self.bench.office, company.book.id, company.day, folder,
                showing.language, owner=self, then=self._written,
            )  # fmt: skip

    def choose_memo(self) -> None:
        """Ask for a folder and write the committee's memo there."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Write the memo to"))
        if folder:
            self.write_memo_to(Path(folder))

    def write_memo_to(self, folder: Path) -> None:
        """Write the memo on the certificate that waits to be distributed, or on the first."""
        each = self._to_distribute()
        if self.found is not None:
            self.jobs.read(
                write_memo, self.bench.office, self.found.company.book.id, each, folder,
                showing.language, owner=self, then=self._written, failed=self.window_.refuse,
            )  # fmt: skip

    def _written(self, paths: list[Path]) -> None:
        names = ", ".join(path.name for path in paths)
        self.window_.notice(self.tr("Written: {path}").format(path=names))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths[0].parent)))

    # The window

    def title(self) -> str:
        return self.found.company.book.company if self.found is not None else ""

    def changed(self, _references: frozenset[Reference]) -> None:
        self._read()

    def status(self) -> str:
        if self.found is None:
            return ""
        text = self.tr("<b>{shares}</b> shares of the university on {day}")
        shares = sum(row.shares for row in self.found.company.ours)
        return text.format(shares=f"{shares:,}", day=showing.day(self.found.company.day))

    def keys(self) -> list[Key]:
        return [
            Key("[ ]", self.tr("day of an event")),
            Key("N", self.tr("issue")),
            Key("R", self.tr("round")),
            Key("S", self.tr("sale")),
            Key("H", self.tr("distribute")),
        ]

    def _recording(self) -> list[Command]:
        form = self._form
        return [
            Command("issue", self.tr("Record an issue…"), self.issue, "N", "plus"),
            Command("round", self.tr("Record a financing round…"), partial(form, round_sheet), "R"),
            Command("split", self.tr("Record a share split…"), partial(form, split_sheet), "P"),
            Command("convert", self.tr("Convert shares…"), partial(form, convert_sheet), "C"),
            Command("exercise", self.tr("Exercise warrants or options…"), partial(form, exercise_sheet), "Y"),
            Command("sell", self.tr("Sell shares…"), partial(form, sale_sheet), "S", "coins"),
            Command("dividend", self.tr("Record a dividend…"), partial(form, dividend_sheet), "D", "hand-coins"),
            Command("write_off", self.tr("Write shares off…"), partial(form, write_off_sheet), "W", "x"),
            Command("class", self.tr("Add a class of shares…"), self.add_class, "L"),
        ]  # fmt: skip

    def commands(self) -> list[Command]:
        return [
            *self._recording(),
            Command("distribute", self.tr("Distribute whole shares…"), self.distribute, "H", "split"),
            Command("edit", self.tr("Edit the certificate, or the conflicts of interest"), self.edit, "E", "pencil"),
            Command("reverse", self.tr("Reverse the event…"), self.reverse, "U", "undo-2"),
            Command("cap_table", self.tr("Write the cap table…"), self.choose_cap_table, "T", "table"),
            Command("memo", self.tr("Write the committee memo…"), self.choose_memo, "M", "file-text"),
            Command("next", self.tr("Next day of an event"), partial(self._jump, 1), "]"),
            Command("previous", self.tr("Previous day of an event"), partial(self._jump, -1), "["),
        ]  # fmt: skip
