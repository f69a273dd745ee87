"""What the side panel of the list says about the case with the keyboard."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from techmgr.casefile.screens.words import (
    due_parts,
    fiscal_words,
    inventors_words,
    right_words,
    step_names,
)
from techmgr.desktop.figures import Figure, Panel, StepBar, amounts, facts, person
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.desktop.widgets import IconButton, holding, label, row
from techmgr.office.screens.bench import Bench

if TYPE_CHECKING:
    from techmgr.casefile.queries_case import CasePreview

_LONGEST = 620
WIDTH = 304


class Preview(Panel):
    """Empty until a case is shown."""

    def __init__(self, bench: Bench, opened: Callable[[], object]) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Preview of the case"))
        self._bench = bench
        self._opened = opened
        self.number = ""
        self.show_parts([])

    def show_case(self, found: "CasePreview | None") -> None:
        """Exchange what is shown."""
        if found is None:
            self.number = ""
            self.show_parts([[label(self.tr("No case chosen"), "small", "tertiary")]])
            return
        self.number = found.head.number
        parts = [self._head(found), self._abstract(found), self._facts(found), self._money(found)]
        due = due_parts(found.due, self._bench.office.today, self._soon_days())
        if due:
            parts.append([label(self.tr("Due"), "strong"), *due])
        self.show_parts([part for part in parts if part])

    def _soon_days(self) -> int:
        settings = self._bench.lists.settings
        return settings.soon_days if settings else 14

    def _head(self, found: "CasePreview") -> list[QWidget | int]:
        status = self._bench.lists.word("case_status", found.head.status)
        title = label(found.head.title, "lead", wrap=True)
        title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        states = [State(step.state.value) for step in found.steps]
        head = row(
            label(found.head.number, "strong", "secondary"),
            label(status, "small", "secondary"),
            None,
            IconButton("external-link", self.tr("Open"), self._opened, 15),
        )
        return [holding(head), title, StepBar(states, step_names())]

    def _abstract(self, found: "CasePreview") -> list[QWidget | int]:
        text = found.head.abstract
        if not text:
            return []
        shown = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + "…"
        return [label(shown, "small", "secondary", wrap=True)]

    def _facts(self, found: "CasePreview") -> list[QWidget | int]:
        none = self.tr("none reported")
        pairs: list[tuple[str, QWidget | str]] = [
            (self.tr("Manager"), person(found.head.manager) if found.head.manager else "–"),
            (self.tr("Inventors"), inventors_words(found) or none),
            (
                self.tr("Funding"),
                ", ".join(f"{a.sponsor} {a.number}" for a in found.awards) or none,
            ),
        ]
        rights = [f"{r.country} {right_words(self._bench, r)[1]}" for r in found.rights]
        if rights:
            pairs.append((self.tr("Patents"), ", ".join(rights)))
        for each in found.agreements[:4]:
            kind = self._bench.lists.word("agreement_kind", each.kind)
            pairs.append((kind, f"{each.number} {each.party}"))
        return [facts(pairs)]

    def _money(self, found: "CasePreview") -> list[QWidget | int]:
        money = found.money
        return [
            amounts(
                [
                    (fiscal_words(money), Figure(showing.money(money.this_year), strong=True)),
                    (self.tr("Unrecovered costs"), Figure(showing.money(money.left))),
                ]
            )
        ]
