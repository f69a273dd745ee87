"""One version of a rule beside the list: its sentences, validity, citation, and an example on any day."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from techmgr.core.errors import UserError
from techmgr.core.formats import show_day
from techmgr.desktop.fields import DateField
from techmgr.desktop.figures import Panel, facts
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, column, holding, label, row
from techmgr.docket.queries_rules import Example, ExampleRow, RuleVersion
from techmgr.office.screens.bench import Bench

_NAME = 68
Ask = Callable[..., None]


class RulePanel(Panel):
    """It follows the row with the keyboard; the day of the example stays from rule to rule."""

    def __init__(
        self, bench: Bench, change: Callable[[], object], remove: Callable[[], object], ask: Ask
    ) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("The rule"))
        self._bench, self._change, self._remove, self._ask = bench, change, remove, ask
        self._day: date = showing.today
        self.rule: RuleVersion | None = None
        self.example: ExampleView | None = None

    def show_rule(self, rule: RuleVersion, versions: Sequence[RuleVersion]) -> None:
        """Exchange what is said."""
        self.rule = rule
        parts = [self._head(rule), self._said(rule), self._facts(rule, versions)]
        self.example = ExampleView(
            self._bench, self._ask, lambda: rule.text, rule.own_id, self._day
        )
        self.example.day.changed.connect(self._keep_day)
        parts += [[self.example], self._buttons(rule)]
        self.show_parts(parts)
        self.example.look()

    def _keep_day(self) -> None:
        day = self.example.chosen() if self.example is not None else None
        self._day = day or self._day

    def _head(self, rule: RuleVersion) -> list[QWidget | int]:
        return [
            label(showing.words(rule.title), "lead", wrap=True),
            label(rule.code, "small", "tertiary"),
        ]

    def _said(self, rule: RuleVersion) -> list[QWidget | int]:
        return [label(showing.words(each), "small", wrap=True) for each in rule.sentences]

    def _facts(self, rule: RuleVersion, versions: Sequence[RuleVersion]) -> list[QWidget | int]:
        whose = self.tr("our own") if rule.is_own else self.tr("comes with the program")
        if rule.is_replaced:
            whose = self.tr("replaced by our own")
        others = [self._version(each) for each in versions if each is not rule]
        pairs: list[tuple[str, QWidget | str]] = [
            (self.tr("Citation"), rule.citation),
            (self.tr("Valid"), _span(rule) or self.tr("always")),
            (self.tr("Whose"), whose),
            (self.tr("If missed"), showing.words(rule.remedy) if rule.remedy else ""),
            (self.tr("Note"), showing.words(rule.note) if rule.note else ""),
            (self.tr("Versions"), "\n".join(others)),
        ]
        return [facts([(name, value) for name, value in pairs if value], _NAME)]

    def _version(self, each: RuleVersion) -> str:
        whose = self.tr("our own") if each.is_own else self.tr("shipped")
        span = _span(each) or self.tr("always")
        return f"{span} ({whose})"

    def _buttons(self, rule: RuleVersion) -> list[QWidget | int]:
        change = Button(self.tr("Change…"), self._change, kind="primary", key="E")
        back = Button(self.tr("Take back…"), self._remove, key="R")
        back.setVisible(rule.is_own)
        return [holding(row(change, back, None))]


def _span(rule: RuleVersion) -> str:
    if rule.valid_from is None and rule.valid_to is None:
        return ""
    days = [each.isoformat() if each else "…" for each in (rule.valid_from, rule.valid_to)]
    return " – ".join(days)


class ExampleView(QWidget):
    """“An event on 29 Feb 2024 gives …”: computed anew when the day or the rule changes."""

    def __init__(
        self, bench: Bench, ask: Ask, text: Callable[[], str], without: int | None, day: date
    ) -> None:
        super().__init__()
        self._bench, self._ask, self._text, self._without = bench, ask, text, without
        self.day = DateField(name="example", title=self.tr("Example: an event on"))
        self.day.set_value(day)
        self.shown: Example | None = None
        self._answer = QVBoxLayout()
        self._answer.setSpacing(6)
        parts = column(self.day, gap=6)
        parts.addLayout(self._answer)
        self.setLayout(parts)
        self.day.changed.connect(self.look)

    def chosen(self) -> date | None:
        """The day, or None while it cannot be read."""
        try:
            return self.day.value()
        except UserError:
            return None

    def look(self) -> None:
        """Compute again, beside the window."""
        day = self.chosen()
        if day is None:
            return
        try:
            text = self._text()
        except UserError as error:
            self._show(Example(day, problem=error))
            return
        self._ask(text, day, self._show, self._without)

    def _show(self, found: Example) -> None:
        self.shown = found
        while (item := self._answer.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for widget in self._said(found):
            self._answer.addWidget(widget)

    def _said(self, found: Example) -> list[QWidget]:
        if found.problem is not None:
            return [label(showing.words(found.problem), "small", "danger", wrap=True)]
        if not found.rows:
            text = self.tr("gives nothing: its conditions or its dates of validity leave it out.")
            return [label(text, "small", "secondary", wrap=True)]
        return [each for row_ in found.rows for each in self._row(row_)]

    def _row(self, found: ExampleRow) -> list[QWidget]:
        day = show_day(found.legal, date.min, showing.language)
        safe = show_day(found.safe, date.min, showing.language)
        head = self.tr("gives {day}, safe date {safe}").format(day=day, safe=safe)
        said = [found.sentence, *found.windows]
        lines: list[QWidget] = [
            label(showing.words(found.title), "small", "secondary", wrap=True),
            label(head, "strong", wrap=True),
        ]
        lines += [label(showing.words(each), "small", "secondary", wrap=True) for each in said]
        return lines + [
            label(showing.words(each), "small", "warn", wrap=True) for each in found.warnings
        ]
