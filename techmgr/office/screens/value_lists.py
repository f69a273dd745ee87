"""The office's lists of values: add, rename, retire. A code never changes, and records keep what they have."""

import re
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from techmgr.desktop.choices import Choice
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.fields import NumberField, TextField
from techmgr.desktop.tables import PAGE_MARGIN, RecordTable
from techmgr.desktop.widgets import Button, column, row
from techmgr.office.actions import (
    AddValue,
    RenameValue,
    RetireValue,
    add_value,
    rename_value,
    retire_value,
)
from techmgr.office.queries import ValueRow, lists, values_of
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Sheet, SheetPage


class ValueLists(QWidget):
    """One list at a time; its forms open in the side panel of the page."""

    saved = Signal()

    def __init__(self, page: SheetPage, bench: Bench) -> None:
        super().__init__(page)
        self._page = page
        self._bench = bench
        self._names: list[str] = []
        self.choice = Choice(name="list")
        self.choice.compact()
        self.choice.setFixedWidth(260)
        self.table = RecordTable(self._columns(), name=self.tr("Values"), identity=lambda v: v.id)
        self.table.shows_rest = True
        self.table.edge = PAGE_MARGIN
        add = Button(self.tr("Add a value"), self.add, key="N", icon="plus")
        parts = column(row(self.choice, None, add, margins=(16, 2, 16, 8)), self.table)
        parts.setStretch(1, 1)
        self.setLayout(parts)
        self.choice.changed.connect(self._load_values)
        self.table.opened.connect(lambda _: self.rename())

    def _columns(self) -> list[Column]:
        return [
            Column("position", self.tr("Place"), Kind.NUMBER, width=56),
            Column("english", self.tr("English"), stretch=True, tone=_quiet),
            Column("chinese", self.tr("Chinese"), width=220, tone=_quiet),
            Column("code", self.tr("Code"), width=200, secondary=True),
            Column("offered", self.tr("Offered"), width=110, value=self._offered, tone=_quiet),
        ]

    def _offered(self, value: ValueRow) -> str:
        return "" if value.offered else self.tr("retired")

    def load(self) -> None:
        """Read the lists again."""
        self._bench.read(lists, owner=self, then=self._show_lists, key="lists")

    def _show_lists(self, names: list[str]) -> None:
        if names != self._names:
            self._names = names
            self.choice.offer([(name, name.replace("_", " ").capitalize()) for name in names])
            if self.choice.raw() is None and names:
                self.choice.set_raw(names[0])
        self._load_values()

    def _load_values(self) -> None:
        if self.choice.raw():
            self._bench.read(
                _all_values, self.choice.raw(), owner=self, then=self._show, key="values"
            )

    def _show(self, values: list[ValueRow]) -> None:
        self.table.show_rows(values)
        self.saved.emit()

    # Forms

    def add(self) -> None:
        """Add a value to the list that is shown."""
        sheet = self._sheet(self.tr("Add a value"), partial(_added, self.choice.raw()))
        sheet.form.add(TextField(name="english", title=self.tr("English"), required=True))
        sheet.form.add(TextField(name="chinese", title=self.tr("Chinese")))
        hint = self.tr("What records store. Left empty, it is made from the word.")
        sheet.form.add(TextField(name="code", title=self.tr("Code"), hint=hint))
        self._page.show_sheet(sheet)

    def rename(self) -> None:
        """Change what the value with the keyboard is called, or its place."""
        value = self.table.current_row()
        if value is None:
            return
        sheet = self._sheet(
            self.tr("Rename “{word}”").format(word=value.english), partial(_renamed, value)
        )
        sheet.form.add(TextField(name="english", title=self.tr("English"), required=True))
        sheet.form.add(TextField(name="chinese", title=self.tr("Chinese")))
        sheet.form.add(NumberField(name="position", title=self.tr("Place in the list")))
        sheet.form.set_values(
            {"english": value.english, "chinese": value.chinese, "position": value.position}
        )
        self._page.show_sheet(sheet)

    def retire(self) -> None:
        """No longer offer the value with the keyboard, or offer it again."""
        value = self.table.current_row()
        if value is not None:
            said = (
                self.tr("No longer offered: {word}")
                if value.offered
                else self.tr("Offered again: {word}")
            )
            request = RetireValue(value.id, value.version, offered=not value.offered)
            self._bench.act(retire_value, request, owner=self, said=said.format(word=value.english))

    def _sheet(self, title: str, ask: Any) -> Sheet:
        return Sheet(
            self._bench, title=title, save=self.tr("Save"), ask=ask, said=self.tr("List changed")
        )


def _all_values(session: Session, name: str) -> list[ValueRow]:
    return values_of(session, name, retired=True)


def _quiet(value: ValueRow) -> str:
    return "" if value.offered else "text_tertiary"


def _added(name: str, values: dict[str, Any]) -> tuple[Any, AddValue]:
    made = re.sub(r"[^a-z0-9]+", "_", values["english"].lower()).strip("_")[:40]
    return add_value, AddValue(name, values["code"] or made, values["english"], values["chinese"])


def _renamed(value: ValueRow, values: dict[str, Any]) -> tuple[Any, RenameValue]:
    return rename_value, RenameValue(
        value.id, value.version, values["english"], values["chinese"], values["position"]
    )
