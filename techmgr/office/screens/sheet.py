"""A form in the side panel that carries out one action: fields, what it does, save, and a kept draft.

    sheet = Sheet(bench, title=self.tr("Add note"), save=self.tr("Add note"), draft="note:17",
                  ask=lambda values: (add_note, AddNote(subject, **values)), said=self.tr("Note added"))
    sheet.form.add(LongText(name="text", title=…, required=True))
    sheet.start()                      restores the draft, if one is kept

Ctrl+S saves, Esc closes; what was typed stays as a draft until it is saved or discarded.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from techmgr.core.errors import UserError
from techmgr.desktop.forms import Form
from techmgr.desktop.pages import Page
from techmgr.desktop.widgets import Button, IconButton, column, holding, label, line, row, tag
from techmgr.office.screens.bench import Bench
from techmgr.storage.unit import Done

WIDTH = 400
PANEL_WIDTH = 318
Asked = tuple[Any, Any]  # an action and its request


class SheetPage(Page):
    """A page whose forms open in its side panel, one at a time, in place of what it says there."""

    owns_save = False  # whether Ctrl+S is the page's own; it saves an open form first
    _sheet: "Sheet | None" = None

    def panel(self) -> QWidget | None:
        """What the side panel says while no form is open."""
        return None

    @property
    def sheet(self) -> "Sheet | None":
        """The form that is open."""
        return self._sheet

    def show_sheet(self, sheet: "Sheet") -> None:
        """Open a form; the one before keeps its draft."""
        self._close_sheet()
        self._sheet = sheet
        sheet.closed.connect(self._sheet_closed)
        sheet.save_key.setEnabled(not self.owns_save)  # two owners would make the key dead
        self.window_.show_side(sheet, WIDTH)
        sheet.start()

    def _close_sheet(self) -> None:
        if self._sheet is not None:
            self._sheet.close_()

    def _sheet_closed(self) -> None:
        sheet, self._sheet = self._sheet, None
        if sheet is not None:
            self.window_.show_side(self.panel(), PANEL_WIDTH)
            sheet.hide()
            sheet.deleteLater()
            self.setFocus()

    def side(self) -> QWidget | None:
        return self._sheet or self.panel()

    def escape(self) -> bool:
        is_open = self._sheet is not None
        self._close_sheet()
        return is_open

    def leave_allowed(self) -> bool:
        self._close_sheet()
        return True


class Sheet(QWidget):
    """Closed by its page when `closed` is emitted; `done` carries the result of the action."""

    done = Signal(object)
    closed = Signal()

    def __init__(
        self,
        bench: Bench,
        *,
        title: str,
        save: str,
        ask: Callable[[dict[str, Any]], Asked],
        said: str = "",
        lead: str = "",
        draft: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.bench = bench
        self.title = title
        self._ask = ask
        self._said = said
        self._draft = f"draft:{draft}" if draft else ""
        self.form = Form()
        self.form.narrow()
        self._kept = tag(self.tr("Draft kept"))
        self._kept.hide()
        self.save_button = Button(save, self.save, kind="primary", key="Ctrl+S")
        self._discard = Button(self.tr("Discard"), self.discard)
        self._arrange(title, lead)
        self.form.draft_changed.connect(self._keep_draft)
        self.save_key = QShortcut(QKeySequence("Ctrl+S"), self)
        self.save_key.activated.connect(self.save)

    def _arrange(self, title: str, lead: str) -> None:
        close = IconButton("x", self.tr("Close"), self.close_)
        head = row(label(title, "lead"), self._kept, None, close, margins=(16, 10, 8, 0))
        under = label(lead, "small", "tertiary", wrap=True)
        if not lead:
            under.hide()
        foot = row(self._discard, None, self.save_button, margins=(16, 10, 16, 12))
        inside = holding(column(under, margins=(16, 2, 16, 4)))
        parts = column(head, inside, self.form, line(), foot)
        parts.setStretch(2, 1)
        self.setLayout(parts)

    def start(self) -> None:
        """Put back a kept draft, and the keyboard in the first field."""
        if self._draft:
            self.bench.kept(self._draft, self._restore, owner=self)
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard in the first field."""
        first = next(iter(self.form.fields.values()), None)
        if first is not None:
            first.setFocus()

    def _restore(self, kept: Any) -> None:
        if kept and not self.form.is_dirty:
            self.form.restore(kept)
            self._kept.show()

    def _keep_draft(self, draft: dict[str, Any]) -> None:
        if self._draft:
            self.bench.keep(self._draft, draft)
            self._kept.show()

    def save(self) -> None:
        """Carry out the action, or show beside the fields why it cannot be."""
        self.form.clear_problems()
        try:
            action, request = self._ask(self.form.values())
        except UserError as error:
            self.form.show_problem(error)
            return
        self.save_button.setEnabled(False)
        self.bench.act(
            action, request, owner=self, said=self._said, then=self._saved, failed=self._refused
        )

    def _saved(self, done: Done[Any]) -> None:
        self.save_button.setEnabled(True)
        self._forget()
        self.form.settle()
        self.done.emit(done)
        self.closed.emit()

    def _refused(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        self.form.show_problem(error)

    def discard(self) -> None:
        """Forget what was typed, and close."""
        self._forget()
        self.form.settle()
        self.closed.emit()

    def close_(self) -> None:
        """Close; what was typed is kept as a draft."""
        if self.form.is_dirty:
            self._keep_draft(self.form.draft())
        self.form.settle()
        self.closed.emit()

    def _forget(self) -> None:
        if self._draft:
            self.bench.keep(self._draft, None)
