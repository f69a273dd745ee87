"""What a dry run found: groups to look at, lines with their reasons, and the one button that writes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from techmgr.desktop.columns import Column
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, column, holding, label, row
from techmgr.intake.queries import Trial
from techmgr.intake.screens.lines import GROUPS, MOST, Shown, counts, lines_of
from techmgr.intake.screens.trial_table import TrialTable, trial_columns
from techmgr.intake.summary import about_rows, about_rules

_ICONS = {
    "new": "plus",
    "changed": "pencil",
    "unchanged": "minus",
    "conflicts": "git-branch",
    "refused": "circle-alert",
    "questions": "circle-help",
}
_SHOWN = ("new", "changed", "unchanged", "conflicts", "refused", "questions")


class TrialView(QWidget):
    """`wanted` asks for the import; `export` for the list of problems."""

    wanted = Signal()

    def __init__(self, export: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trial: Trial | None = None
        self._only = ""
        sides = (self.tr("Keep ours"), self.tr("Take theirs"))
        self.table = TrialTable(self._columns(), sides, name=self.tr("Dry run"))
        self.table.decided.connect(self._sum_up)
        self._groups = {
            name: Button("", partial(self.show_only, name), icon=_ICONS[name]) for name in _SHOWN
        }
        for button in self._groups.values():
            button.setCheckable(True)
        self._errors = Button(self.tr("Error list"), export, icon="download")
        self.import_button = Button(
            self.tr("Import"), self.wanted.emit, kind="primary", key="Ctrl+Return"
        )
        self._told = label("", "small", "secondary", wrap=True)
        self._rules = label("", "small", "secondary", wrap=True)
        self._more = Button("", self._show_rules, kind="link", small=True)
        self._summary = label("", wrap=True)
        self._summary.setTextFormat(Qt.TextFormat.RichText)
        head = row(
            *self._groups.values(), None, self._errors, self.import_button, margins=(16, 8, 16, 8)
        )
        told = row(self._told, self._more, margins=(16, 0, 16, 4))
        told.setStretch(0, 1)
        rules = row(self._rules, margins=(16, 0, 16, 4))
        foot = holding(row(self._summary, margins=(16, 10, 16, 10)), "side")
        parts = column(head, told, rules, self.table, foot)
        parts.setStretch(3, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.table)

    def show_trial(self, trial: Trial, *, undoable: bool) -> None:
        """Show a dry run from its beginning; money is reversed instead of undone."""
        self._trial = trial
        self._undoable = undoable
        self.table.theirs.clear()
        found = counts(trial)
        names = self._names()
        for name, button in self._groups.items():
            button.setText(f"{names[name]}  {showing.number(found[name])}")
            button.setEnabled(bool(found[name]))
            button.updateGeometry()
        self._errors.setEnabled(bool(found["refused"] or found["questions"]))
        told = [showing.words(each) for each in about_rows(trial.run, trial.target)]
        self._told.setText("  ·  ".join(told))
        rules = [showing.words(each) for each in about_rules(trial.file, trial.target)]
        self._rules.setText("\n".join(rules))
        self._rules.hide()
        self._more.setText(self.tr("{count} rules put cells in order").format(count=len(rules)))
        self._more.setVisible(bool(rules))
        self.show_only("")

    def show_only(self, group: str) -> None:
        """Show one group, or all of them when it is shown alone already."""
        self._only = "" if group == self._only else group
        for name, button in self._groups.items():
            button.setChecked(name == self._only)
        self._fill()
        self._sum_up()

    def _show_rules(self) -> None:
        self._rules.setVisible(self._rules.isHidden())

    def decide(self, *, theirs: bool) -> None:
        """Settle the conflict with the keyboard and go on to the next line."""
        self.table.decide(self.table.current_row(), theirs=theirs)
        self.table.select_number(self.table.currentIndex().row() + 1)

    def next_problem(self) -> None:
        """Go to the next conflict, refused row or question."""
        rows = self.table.model_.known_rows()
        here = self.table.currentIndex().row()
        order = [*range(here + 1, len(rows)), *range(here + 1)]
        wanted = ("conflicts", "refused", "questions")
        found = (n for n in order if rows[n].group in wanted and not rows[n].head)
        if (number := next(found, None)) is not None:
            self.table.select_number(number)
            self.table.setFocus()

    @property
    def theirs(self) -> frozenset[tuple[int, str]]:
        """The cells in conflict where the file is right."""
        return frozenset(self.table.theirs)

    def _columns(self) -> list[Column]:
        titles = {
            "row": self.tr("Row"),
            "number": self.tr("Number"),
            "title": self.tr("Title"),
            "field": self.tr("Field"),
            "ours": self.tr("In the office"),
            "theirs": self.tr("In the file"),
            "note": self.tr("Note"),
        }
        return trial_columns(titles)

    def _fill(self) -> None:
        if self._trial is None:
            return
        rows: list[Shown] = []
        found, titles = counts(self._trial), self._titles()
        groups = (self._only,) if self._only else GROUPS[:-1]
        for group in groups:
            lines = lines_of(self._trial, group)
            if not lines:
                continue
            note = ""
            if len(lines) >= MOST:
                note = self.tr("the first {shown} of {count} rows").format(
                    shown=MOST, count=showing.number(found[group])
                )
            rows += [Shown(group, head=titles[group], note=note), *lines]
        self.table.show_groups(rows)
        self.table.select_number(1)

    def _sum_up(self) -> None:
        if self._trial is None:
            return
        run = self._trial.run
        decided = {cell[0] for cell in self.table.theirs}
        safe = sum(bool(each.changes) for each in run.conflicts if each.line.row not in decided)
        written = len(run.new) + len(run.changed) + len(decided) + safe
        text = self.tr(
            "<b>{written} rows will be written:</b> {new} new, {changed} changed, {decided} "
            "conflicts decided for the file. {same} are the same already; {refused} refused "
            "rows stay out."
        )
        back = self.tr("One Undo takes all of it back, as long as nobody has built on it.")
        if not self._undoable:
            back = self.tr("Money is booked: the import is taken back by reversing it.")
        self._summary.setText(
            f"{text} {back}".format(
                written=showing.number(written),
                new=showing.number(len(run.new)),
                changed=showing.number(len(run.changed)),
                decided=len(decided),
                same=showing.number(len(run.unchanged)),
                refused=showing.number(len(run.refused)),
            )
        )
        self.import_button.setText(
            self.tr("Import {count} rows").format(count=showing.number(written))
        )
        self.import_button.setEnabled(bool(written))
        self.import_button.updateGeometry()

    def _names(self) -> dict[str, str]:
        return {
            "new": self.tr("New"),
            "changed": self.tr("Changed"),
            "unchanged": self.tr("Same"),
            "conflicts": self.tr("Conflict"),
            "refused": self.tr("Refused"),
            "questions": self.tr("To question"),
        }

    def _titles(self) -> dict[str, str]:
        return {
            "conflicts": self.tr("Conflict: both sides changed, you decide"),
            "refused": self.tr("Refused: will not be written until corrected"),
            "questions": self.tr("To question: the field stays empty, the text is kept"),
            "changed": self.tr("Changed"),
            "new": self.tr("New"),
            "unchanged": self.tr("The same already"),
        }
