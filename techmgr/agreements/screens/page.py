"""One agreement on one page: parties, cases, the terms in force on a day, receipts, documents."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from techmgr.agreements.papers import licence_values, missing_blanks, write_licence
from techmgr.agreements.queries import TermRow
from techmgr.agreements.queries_page import AgreementFile, agreement_file
from techmgr.agreements.screens.drafting import sign_agreement_sheet
from techmgr.agreements.screens.form import WIDTH, agreement_form, end_sheet
from techmgr.agreements.screens.list_page import marked_state
from techmgr.agreements.screens.parts import case_table, file_table, receipt_table, term_table
from techmgr.agreements.screens.writing import BlanksSheet
from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.desktop.fields import DateField
from techmgr.desktop.figures import Glyph
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, IconButton, column, holding, label, line, row, scrolled
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import Sheet, SheetPage
from techmgr.storage.office import Office

_SHOWN = ("shares", "write", "edit", "sign", "end")


class AgreementPage(SheetPage):
    """Terms are those in force on the day chosen; [ and ] jump to the days on which they change."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self.found: AgreementFile | None = None
        self._day: date | None = None
        self.head = label("", "title")
        self._under = label("", "body", "secondary", wrap=True)
        self._state = row(gap=6)
        self._buttons = row(gap=8)
        self.day = DateField(name="day", title="")
        self.day.changed.connect(self._day_typed)
        self.terms = term_table(self.bench)
        self.cases = case_table()
        self.receipts = receipt_table(self.bench)
        self.files = file_table()
        self.cases.opened.connect(self._open_case)
        self._empty = label("", "small", "tertiary", wrap=True)
        self._build()

    def _build(self) -> None:
        title = row(self.head, 4, self._state, None, self._buttons, margins=(16, 10, 16, 0))
        under = holding(column(self._under, margins=(16, 2, 16, 10)))
        before = IconButton("chevron-left", self.tr("Previous change"), partial(self._jump, -1))
        after = IconButton("chevron-right", self.tr("Next change"), partial(self._jump, 1))
        self.day.setFixedWidth(150)
        on_day = row(label(self.tr("Terms in force on"), "strong"), self.day, before, after, None)
        body = holding(
            column(
                on_day, 4, self.terms, self._empty, 18,
                label(self.tr("Cases and their shares of the income"), "strong"), 4, self.cases, 18,
                label(self.tr("Receipts"), "strong"), 4, self.receipts, 18,
                label(self.tr("Documents"), "strong"), 4, self.files, None,
                margins=(16, 12, 16, 12),
            )
        )  # fmt: skip
        parts = column(title, under, line(), scrolled(body))
        parts.setStretch(3, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.terms)

    # What is shown

    def open(self, place: Place) -> None:
        if place.reference != self.place.reference:
            self.found, self._day = None, None
        super().open(place)
        self._read()

    def _read(self) -> None:
        if self.place.reference is not None:
            day = self._day or self.bench.office.today
            self.bench.read(
                agreement_file, self.place.reference.id, day, owner=self, then=self._show,
                key="agreement",
            )  # fmt: skip

    def _show(self, found: AgreementFile) -> None:
        self.found = found
        row_ = found.row
        self.head.setText(f"{row_.number}  {row_.party}")
        self._under.setText("  ·  ".join(self._facts()))
        self.day.blockSignals(True)
        self.day.set_value(found.day)
        self.day.blockSignals(False)
        for table, rows in (
            (self.terms, found.terms),
            (self.cases, found.cases),
            (self.receipts, found.receipts),
            (self.files, found.files),
        ):
            table.show_rows(rows)
            table.fit_height()
        self._empty.setText("" if found.terms else self._no_terms())
        self._show_state()
        self._show_buttons()
        self.title_changed.emit()
        self.commands_changed.emit()
        self.status_changed.emit()

    def _no_terms(self) -> str:
        assert self.found is not None, "said while an agreement is shown"
        if not self.found.changes:
            return self.tr("No terms are recorded.")
        text = self.tr("No term is in force on this day. The first begins {day}.")
        return text.format(day=showing.day(self.found.changes[0]))

    def _facts(self) -> list[str]:
        assert self.found is not None, "said while an agreement is shown"
        each, word = self.found.row, self.bench.lists.word
        size = next((p.size_at_signature for p in self.found.parties if p.size_at_signature), "")
        facts = [
            each.title,
            word("agreement_kind", each.kind),
            word("exclusivity", each.exclusivity) if each.exclusivity else "",
            each.field,
            each.territory,
            self.tr("signed {day}").format(day=showing.day(each.signed)) if each.signed else "",
            self.tr("until {day}").format(day=showing.day(each.expires)) if each.expires else "",
            self.tr("ended {day}").format(day=showing.day(each.ended)) if each.ended else "",
            self.tr("{size} when it signed").format(size=word("company_size", size))
            if size
            else "",
        ]
        return [fact for fact in facts if fact]

    def _show_state(self) -> None:
        _clear(self._state)
        assert self.found is not None, "shown with an agreement"
        words = self.bench.lists.word("agreement_state", self.found.row.state)
        marked = marked_state(self.found.row, words)
        self._state.addWidget(Glyph(marked.state))
        self._state.addWidget(label(marked.text, "small", "secondary"))

    def _show_buttons(self) -> None:
        _clear(self._buttons)
        shown = [each for each in self.commands() if each.id in _SHOWN]
        for place, command in enumerate(shown):
            kind = "primary" if place == len(shown) - 1 else ""
            self._buttons.addWidget(Button(command.text, command.run, kind=kind, key=command.key))

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
        """Go to the day before or after on which a term changes."""
        if self.found is None:
            return
        day = self.found.day
        days = [each for each in self.found.changes if (each - day).days * by > 0]
        if days:
            self._day = min(days) if by > 0 else max(days)
            self._read()

    # Doing

    def edit(self) -> None:
        """Edit a draft as a whole."""
        if self.found is not None:
            sheet = agreement_form(self.bench, self.found)
            self.show_sheet(sheet)
            self.window_.show_side(sheet, WIDTH)

    def sign(self) -> None:
        """Record the signature."""
        if self.found is not None:
            self.show_sheet(sign_agreement_sheet(self.bench, self.found.row))

    def end(self) -> None:
        """Record the end."""
        if self.found is not None:
            self.show_sheet(end_sheet(self.bench, self.found))

    def write(self) -> None:
        """Ask for what is not recorded, then write the licence in Word."""
        if self.found is not None:
            self.bench.read(
                _with_missing, self.found.row.id, self.bench.office.today, owner=self,
                then=self._ask_blanks, key="blanks",
            )  # fmt: skip

    def _ask_blanks(self, missing: tuple[str, ...]) -> None:
        sheet = BlanksSheet(self.bench, missing, self.choose_folder)
        self._blanks = sheet
        self._open_beside(sheet)

    def _open_beside(self, sheet: Sheet) -> None:
        self.show_sheet(sheet)

    def choose_folder(self, blanks: dict[str, str]) -> None:
        """Ask for a folder and write the licence there."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Write the licence to"))
        if folder:
            self.write_to(Path(folder), blanks)

    def write_to(self, folder: Path, blanks: dict[str, str]) -> None:
        """Write the licence into a folder; blanks that are still empty are named in the form."""
        if self.found is not None:
            self.jobs.read(
                write_licence, self.bench.office, self.found.row.id, folder, blanks,
                owner=self, then=self._written, failed=self._refused,
            )  # fmt: skip

    def _refused(self, error: UserError) -> None:
        if self.sheet is not None:
            self.sheet.form.show_problem(error)
        else:
            self.window_.refuse(error)

    def _written(self, path: Path) -> None:
        if self.sheet is not None:
            self.sheet.discard()
        self.window_.notice(self.tr("Written: {path}").format(path=path.name))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def shares(self) -> None:
        """Show the shares taken under the agreement; the register stands above agreements."""
        if self.found is not None:
            each = self.found.row
            self.window_.go(Place("equity", extra={"agreement": each.id, "number": each.number}))

    def _open_case(self, each: Any) -> None:
        self.window_.go(Place("case", Reference("technology", each.case_id)))

    # The window

    def title(self) -> str:
        return self.found.row.number if self.found is not None else ""

    def changed(self, _references: frozenset[Reference]) -> None:
        self._read()

    def status(self) -> str:
        if self.found is None:
            return ""
        terms: list[TermRow] = list(self.found.terms)
        text = self.tr("<b>{count}</b> terms in force on {day}")
        return text.format(count=len(terms), day=showing.day(self.found.day))

    def keys(self) -> list[Key]:
        return [Key("[ ]", self.tr("change of terms")), Key("Esc", self.tr("back"))]

    def commands(self) -> list[Command]:
        state = self.found.row.state if self.found is not None else ""
        found = [Command("write", self.tr("Write licence…"), self.write, "W", "file-text")]
        if state == "draft":
            edit, sign = self.tr("Edit…"), self.tr("Sign…")
            found.append(Command("edit", edit, self.edit, "E", "pencil"))
            found.append(Command("sign", sign, self.sign, "S", "file-check"))
        if state == "signed":
            end = self.tr("End…")
            found.insert(0, Command("end", end, self.end, "", "flag"))
        return [
            Command("shares", self.tr("Shares…"), self.shares, "Q", "coins"),
            *found,
            Command("next", self.tr("Next change of terms"), partial(self._jump, 1), "]"),
            Command("previous", self.tr("Previous change of terms"), partial(self._jump, -1), "["),
        ]


def _with_missing(session: Any, agreement_id: int, day: date) -> tuple[str, ...]:
    return missing_blanks(licence_values(session, agreement_id, day))


def _clear(layout: Any) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
