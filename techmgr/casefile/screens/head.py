"""The head of the case page: what it is, who answers for it, who invented it, who paid for it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from techmgr.casefile.queries_case import CaseFile
from techmgr.casefile.screens.words import inventors_words
from techmgr.desktop.figures import Avatar, Elided
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, IconLabel, column, holding, label, row, tag
from techmgr.office.screens.bench import Bench


class CaseHead(QWidget):
    """Three lines above the strip."""

    def __init__(self, bench: Bench, actions: Callable[[], object]) -> None:
        super().__init__()
        self._bench = bench
        self.number = label("", "strong")
        self.number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts = label("", "body", "secondary")
        self._tag = tag("")
        self.actions_button = Button(self.tr("Actions"), actions, key=".", small=True)
        self.title = label("", "title")
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        first = row(self.number, 4, self._facts, self._tag, None, self.actions_button)
        self._people = row(gap=8)
        self._line = holding(self._people)
        self.setLayout(column(first, 2, self.title, 5, self._line, margins=(16, 10, 16, 10)))

    def show_case(self, found: CaseFile) -> None:
        """Exchange what is shown."""
        head = found.head
        lists = self._bench.lists
        self.number.setText(head.number)
        parts = [lists.word("case_type", head.type), lists.word("case_status", head.status)]
        parts += [lists.word("field", head.field)] if head.field else []
        if head.received:
            parts.append(self.tr("received {day}").format(day=showing.day(head.received)))
        parts += [f"TRL {head.trl}"] if head.trl else []
        parts += [head.foreign_number] if head.foreign_number else []
        self._facts.setText("     ".join(parts))
        self._tag.setVisible(head.closed_on is not None)
        self._tag.setText(self.tr("closed {day}").format(day=showing.day(head.closed_on)))
        self.title.setText(head.title)
        self.title.setToolTip(head.title)
        self._show_people(found)

    def _show_people(self, found: CaseFile) -> None:
        while (item := self._people.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        manager = found.head.manager
        parts: list[QWidget | int] = [Avatar(manager, 20)] if manager else []
        parts.append(label(manager or self.tr("No manager yet"), "body", "secondary"))
        inventors = inventors_words(found).replace(", ", " · ")
        if inventors:
            parts += [8, _cut(inventors)]
        parts += self._assignment(found)
        for award in found.awards[:2]:
            parts += [8, IconLabel("landmark", size=15), _cut(f"{award.sponsor} {award.number}")]
        for part in parts:
            if isinstance(part, int):
                self._people.addSpacing(part)
            else:
                self._people.addWidget(part)
        self._people.addStretch(1)

    def _assignment(self, found: CaseFile) -> list[QWidget | int]:
        if not found.inventors:
            return []
        owed = [row.name for row in found.inventors if row.assignment == "to_be_obtained"]
        refused = [row.name for row in found.inventors if row.assignment == "refused"]
        if not owed and not refused:
            return [8, IconLabel("shield-check", "ok_text", 15), _cut(self.tr("all assigned"))]
        words = self.tr("Not yet assigned: {names}").format(names=", ".join(owed))
        if refused:
            words = self.tr("Assignment refused: {names}").format(names=", ".join(refused))
        tone = "danger" if refused else "warn"
        return [8, IconLabel("circle-alert", f"{tone}_text", 15), _cut(words, tone)]


def _cut(text: str, tone: str = "secondary") -> QLabel:
    made = Elided(text, "body", tone)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return made
