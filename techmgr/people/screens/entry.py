"""What the pages of a person and of an organisation are made of: head, parts with tables, and what stands beside."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.facts import Panel
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import PAGE_MARGIN, RecordTable
from techmgr.desktop.widgets import Button, column, holding, label, line, row, scrolled, tag
from techmgr.people.queries_merging import Moving

translate = QCoreApplication.translate
Run = Callable[[], object]
_NOT_NAMED = frozenset({"affiliation", "person_role", "payee_account", "company_size"})


class Entry(QWidget):
    """Parts are (title, words of the button, what it does, table); buttons (words, key, icon, run)."""

    def __init__(
        self,
        parts: Sequence[tuple[str, str, Run, RecordTable]],
        buttons: Sequence[tuple[str, str, str, Run]],
    ) -> None:
        super().__init__()
        self.name = label("", "title")
        self._detail = label("", "body", "secondary", wrap=True)
        self._tag = tag("")
        self._nothing: dict[RecordTable, QWidget] = {}
        made = [Button(words, run, icon=icon, key=key) for words, key, icon, run in buttons]
        head = column(
            row(self.name, self._tag, None, *made), self._detail, gap=2, margins=(16, 10, 16, 10)
        )
        body = column(gap=0)
        for title, words, run, table in parts:
            body.addWidget(self._part(title, words, run, table))
        body.addStretch(1)
        self.layout_ = column(head, line(), scrolled(holding(body, "page")))
        self.layout_.setStretch(2, 1)

    def _part(self, title: str, words: str, run: Run, table: RecordTable) -> QWidget:
        nothing = label(translate("Entry", "Nothing recorded."), "small", "tertiary")
        nothing.setContentsMargins(16, 2, 16, 6)
        self._nothing[table] = nothing
        add = Button(words, run, icon="plus", kind="quiet", small=True)
        head = row(label(title, "strong"), None, add, margins=(16, 10, 16, 4))
        table.edge = PAGE_MARGIN
        return holding(column(head, nothing, table))

    def show_head(self, name: str, detail: str, word: str) -> None:
        """Exchange the head."""
        self.name.setText(name)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._tag.setText(word)
        self._tag.setVisible(bool(word))

    def show_rows(self, table: RecordTable, rows: Sequence[Any]) -> None:
        """Exchange the rows of a part; without any, it says so."""
        table.show_rows(rows)
        table.fit_height()
        table.setVisible(bool(rows))
        self._nothing[table].setVisible(not rows)


class Beside(Panel):
    """Where an entry is named, its aliases, and who may be the same."""

    def show_entry(
        self,
        named_in: Sequence[Moving],
        aliases: Sequence[str],
        duplicates: Sequence[tuple[int, str, str]],
        merge: Callable[[int, str], object],
    ) -> None:
        """Exchange what is said."""
        self.clear()
        if duplicates:
            part = self.part(translate("Entry", "May be the same"))
            for number, name, detail in duplicates:
                part.say(showing.listed(name, detail), "body", "")
                words = translate("Entry", "Merge into this entry…")
                run = partial(merge, number, name)
                part.add(holding(row(Button(words, run, icon="merge", small=True), None)))
        part = self.part(translate("Entry", "Named in"))
        shown = [each for each in named_in if each.table not in _NOT_NAMED]
        for each in shown:
            part.fact(_words(each.table), label(f"{each.count:,}", "small"))
        if not shown:
            part.say(translate("Entry", "No record names this entry yet."))
        if aliases:
            part = self.part(translate("Entry", "Merged into this entry"))
            for name in aliases:
                part.say(name)


def _words(table: str) -> str:
    known = {
        "inventor": translate("Entry", "Disclosures, as inventor"),
        "inventor_share": translate("Entry", "Shares of inventors"),
        "technology": translate("Entry", "Cases"),
        "agreement": translate("Entry", "Agreements"),
        "agreement_party": translate("Entry", "Agreements, as party"),
        "case_step": translate("Entry", "Steps of cases"),
        "task": translate("Entry", "Tasks"),
        "note": translate("Entry", "Notes"),
        "receipt": translate("Entry", "Receipts"),
        "expense": translate("Entry", "Expenses"),
        "patent": translate("Entry", "Patents and filings"),
        "award": translate("Entry", "Awards"),
        "organisation": translate("Entry", "Departments"),
        "happening": translate("Entry", "Events of cases"),
        "decision": translate("Entry", "Decisions"),
    }
    return known.get(table, table.replace("_", " ").capitalize())


def until_columns() -> list[Column]:
    """From and until, as days."""
    return [
        Column("from_day", translate("Entry", "From"), Kind.DATE),
        Column("until_day", translate("Entry", "Until"), Kind.DATE),
    ]
