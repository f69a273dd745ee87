"""The side panel of the case page: what is due, the money so far, rights and family."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from techmgr.casefile.queries_case import CaseFile
from techmgr.casefile.screens.words import due_parts, money_lines, right_words
from techmgr.desktop.figures import Elided, Panel
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import IconButton, holding, label, row, tag
from techmgr.office.screens.bench import Bench

_SHOWN = 7


class CaseSide(Panel):
    """Read-only: what it names is opened and changed in the tabs."""

    def __init__(
        self, bench: Bench, add_task: Callable[[], object], money: Callable[[], object]
    ) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Due, money and rights of the case"))
        self._bench = bench
        self._add_task = add_task
        self._money = money
        self._read_only = False

    def show_case(self, found: CaseFile, *, read_only: bool = False) -> None:
        """Exchange what is shown; nothing is added to the past."""
        self._read_only = read_only
        parts = [self._due(found), self._money_part(found)]
        if found.rights or found.agreements:
            parts.append(self._rights(found))
        self.show_parts(parts)

    def _due(self, found: CaseFile) -> list[QWidget | int]:
        count = len(found.due)
        said = self.tr("next of {count}").format(count=showing.number(count)) if count > 1 else ""
        add = IconButton("plus", self.tr("Add a task"), self._add_task, 15)
        if self._read_only:
            add.hide()
        head = holding(
            row(label(self.tr("Due"), "strong"), label(said, "small", "secondary"), None, add)
        )
        settings = self._bench.lists.settings
        soon = settings.soon_days if settings else 14
        rows = due_parts(found.due, found.today, soon, _SHOWN)
        none = label(self.tr("No open date."), "small", "tertiary")
        return [head, *(rows or [none])]

    def _money_part(self, found: CaseFile) -> list[QWidget | int]:
        currency = label(found.money.received.currency, "small", "tertiary")
        head = holding(row(label(self.tr("Money so far"), "strong"), None, currency))
        return [head, money_lines(found.money, self._money)]

    def _rights(self, found: CaseFile) -> list[QWidget | int]:
        parts: list[QWidget | int] = [label(self.tr("Rights and family"), "strong")]
        for each in found.rights:
            number, said = right_words(self._bench, each)
            country = label(each.country, "small", "secondary")
            country.setFixedWidth(30)
            line = row(country, Elided(number, "small"), label(said, "small", "secondary"), gap=6)
            line.setStretch(1, 1)
            parts.append(holding(line))
        for agreement in found.agreements:
            kind = self._bench.lists.word("agreement_kind", agreement.kind).lower()
            said = showing.listed(agreement.party, kind)
            words = Elided(said, "small")
            tone = "info" if agreement.state == "signed" else "plain"
            line = row(tag(agreement.number, tone), words, gap=6)
            line.setStretch(1, 1)
            parts.append(holding(line))
        return parts
