"""Beside the list of federal duties: where each stands, and the days under all three rule sets."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from techmgr.core.formats import show_day
from techmgr.desktop.figures import Figure, Panel, due_line
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, IconButton, column, holding, label, row
from techmgr.monitoring.duties import DUTIES, RULE_SETS, Clock, Standing
from techmgr.monitoring.queries_duties import Beside, DutyRow
from techmgr.monitoring.screens.duties_columns import standing_words, state_of

translate = QCoreApplication.translate
WIDTH = 400


class DutiesPanel(Panel):
    """Each dated duty opens to its arithmetic in the list of deadlines."""

    def __init__(
        self,
        opened: Callable[[int], object],
        licence: Callable[[], object],
        support: Callable[[], object],
        close: Callable[[], object],
    ) -> None:
        super().__init__(translate("DutiesPanel", "Duties of this invention"))
        self._opened, self._licence, self._support, self._close = opened, licence, support, close
        self.said: list[str] = []

    def show_row(self, found: DutyRow, beside: Sequence[Beside]) -> None:
        """Show where the duties of an award and an invention stand."""
        self.said = []
        self.show_parts(
            [self._head(found), self._clocks(found), self._sets(found, beside), self._buttons()]
        )

    def _head(self, found: DutyRow) -> list[QWidget | int]:
        shut = IconButton("x", translate("DutiesPanel", "Close"), self._close, 15)
        if found.agreed_on is None or found.rules is None:
            rules = translate(
                "DutiesPanel",
                "The day of the funding agreement is not recorded: it decides which rules hold.",
            )
        else:
            rules = translate("DutiesPanel", "Agreed on {day}: the rules {set} hold.").format(
                day=showing.day(found.agreed_on), set=showing.words(found.rules.title)
            )
        self.said.append(rules)
        tone = "warn" if found.rules is None else "secondary"
        return [
            holding(
                row(label(f"{found.award}  {found.case_number}", "lead", wrap=True), None, shut)
            ),
            label(showing.listed(found.agency, found.case_title), "small", "secondary", wrap=True),
            label(rules, "small", tone, wrap=True),
        ]

    def _clocks(self, found: DutyRow) -> list[QWidget | int]:
        parts: list[QWidget | int] = [
            label(translate("DutiesPanel", "Where each stands"), "strong")
        ]
        dated = sorted(found.all_clocks, key=lambda each: (each.safe or showing.today, each.code))
        for clock in dated:
            if clock.standing is Standing.ENDED:
                continue
            citation = clock.citation.partition(";")[0]
            detail = showing.listed(clock.record, citation, clock.evidence)
            parts.append(self._line(clock, detail))
        begun = {clock.code for clock in found.clocks if clock.standing is not Standing.WAITS}
        for duty in DUTIES:
            if not any(code.startswith(duty.code) for code in begun):
                waits = Clock(duty.code, duty.title, Standing.WAITS, None, None, None, "")
                parts.append(self._line(waits, showing.words(duty.begins)))
        return parts

    def _line(self, clock: Clock, detail: str) -> QWidget:
        number = clock.deadline_id
        run = (lambda: self._opened(number)) if number is not None else None
        title = showing.words(clock.title)
        standing = standing_words(clock)
        self.said.append(f"{title}: {standing}")
        tone = "danger" if clock.standing is Standing.OVERDUE else ""
        day = Figure(standing, run, computed=clock.day is not None, tone=tone, name=title)
        return due_line(state_of(clock), title, day, detail)

    def _sets(self, found: DutyRow, beside: Sequence[Beside]) -> list[QWidget | int]:
        title = label(
            translate("DutiesPanel", "The last days under each wording of the rules"), "strong"
        )
        if not beside:
            return [
                title,
                label(translate("DutiesPanel", "No clock runs yet."), "small", "secondary"),
            ]
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        made.setMaximumWidth(WIDTH - 40)
        for place, rules in enumerate(RULE_SETS, 1):
            holds = rules is found.rules
            head = label(
                showing.words(rules.title), "small", "" if holds else "secondary", wrap=True
            )
            grid.addWidget(head, 0, place, Qt.AlignmentFlag.AlignBottom)
        for number, each in enumerate(beside, 1):
            grid.addWidget(label(showing.words(each.title), "small", wrap=True), number, 0)
            grid.setRowMinimumHeight(number, 18)
            for place, (rules, day) in enumerate(zip(RULE_SETS, each.days, strict=True), 1):
                text = show_day(day, date.max, showing.language) or "–"
                holds = rules is found.rules
                cell = label(text, "small", "" if holds else "tertiary")
                grid.addWidget(cell, number, place)
        return [title, made]

    def _buttons(self) -> list[QWidget | int]:
        licence = Button(
            translate("DutiesPanel", "Confirmatory licence…"),
            self._licence,
            icon="file-text",
            small=True,
        )
        support = Button(
            translate("DutiesPanel", "Government support…"),
            self._support,
            icon="file-text",
            small=True,
        )
        return [
            label(translate("DutiesPanel", "Papers, kept in the case's files"), "strong"),
            holding(column(row(licence, None), row(support, None), gap=6)),
        ]
