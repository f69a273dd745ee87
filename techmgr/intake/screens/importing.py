"""The page that takes in a file: choose it, match its columns, look at the dry run, import."""

import hashlib
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.desktop.jobs import Job
from techmgr.desktop.notices import StandingNotice
from techmgr.desktop.pages import Command, Key, Page, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import column, label, row, tag
from techmgr.intake.actions import ImportRows, SaveProfile, Took, save_profile
from techmgr.intake.columns import DatesUndecided
from techmgr.intake.dates import DateOrder
from techmgr.intake.fields import Target
from techmgr.intake.mapping import Profile
from techmgr.intake.queries import Trial, dry_run, profiles_of, runs, target_of
from techmgr.intake.reading import read
from techmgr.intake.screens.choosing import ChooseFile
from techmgr.intake.screens.errors import write_problems
from techmgr.intake.screens.matching import Matching
from techmgr.intake.screens.trial_view import TrialView
from techmgr.intake.shipped import shipped_profiles
from techmgr.intake.table import Table
from techmgr.intake.taking import taking_of, takings
from techmgr.storage.office import Office
from techmgr.storage.unit import Done, Undo

CHOOSE, MATCH, TRIAL = range(3)


class ImportPage(Page):
    """`place.extra` may name a `target` and a `file` to begin with."""

    imported = Signal()

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self._office = office
        self._path = Path()
        self._table: Table | None = None
        self._target: Target | None = None
        self._trial: Trial | None = None
        self._digest = ""
        self._notice: StandingNotice | None = None
        self._profile = Profile("", "cases")
        self._build()
        self._connect()
        self.jobs.read(office.read, _labels, owner=self, then=self._show_targets)
        self._read_runs()

    def _build(self) -> None:
        self.choosing = ChooseFile(())
        self.matching = Matching()
        self.trial = TrialView(self.write_problems)
        self._title = label(self.tr("Import"), "title")
        self._tag = tag(self.tr("Dry run, nothing written"))
        self._about = label("", "small", "secondary")
        self._steps = label("", "small", "secondary")
        self._stack = QStackedWidget()
        self._steps_shown = (self.choosing, self.matching, self.trial)
        for each in self._steps_shown:
            self._stack.addWidget(each)
        self._notices = QVBoxLayout()
        self._notices.setContentsMargins(16, 0, 16, 0)
        head = row(self._title, self._tag, None, self._steps, margins=(16, 10, 16, 2))
        about = row(self._about, None, margins=(16, 0, 16, 4))
        parts = column(head, about, self._notices, self._stack)
        parts.setStretch(3, 1)
        self.setLayout(parts)
        self._show_step(CHOOSE)

    def _connect(self) -> None:
        self.choosing.chosen.connect(self.take)
        self.matching.reread.connect(self._read)
        self.matching.tried.connect(self.try_out)
        self.matching.kept.connect(self._keep_profile)
        self.trial.wanted.connect(self.import_now)

    def _show_targets(self, labels: list[tuple[str, str]]) -> None:
        self.choosing.target.offer(labels)
        if self.choosing.target.raw() is None:
            self.choosing.target.set_raw(self._profile.target)

    # Steps

    def open(self, place: Place) -> None:
        super().open(place)
        if "target" in place.extra:
            self.choosing.target.set_raw(place.extra["target"])
            if self._stack.currentIndex() == CHOOSE:  # the choices may not be read yet
                self._profile = Profile("", place.extra["target"])
        if "file" in place.extra:
            self.take(Path(place.extra["file"]))
        self._steps_shown[self._stack.currentIndex()].setFocus()

    def _show_step(self, step: int) -> None:
        self._stack.setCurrentIndex(step)
        self._tag.setVisible(step == TRIAL)
        names = (self.tr("Choose file"), self.tr("Match columns"), self.tr("Dry run"))
        marks = ("✓" if n < step else "●" if n == step else "○" for n in range(len(names)))
        steps = (f"{mark} {name}" for mark, name in zip(marks, names, strict=True))
        self._steps.setText("   —   ".join(steps))
        self._steps.setAccessibleName(names[step])
        self._about.setVisible(step != CHOOSE)
        self._steps_shown[self._stack.currentIndex()].setFocus()
        self.status_changed.emit()
        self.commands_changed.emit()

    def take(self, path: Path) -> None:
        """Begin with a file."""
        self._path = path
        self._read(Profile("", self.choosing.target.raw() or self._profile.target))

    def _read(self, profile: Profile) -> None:
        self._say(None)
        self._profile = profile
        self._reading = self.jobs.read(
            _read_file, self._office, self._path, profile,
            owner=self, then=self._show_file, failed=self._refused, key="file",
            title=self.tr("Reading the file"),
        )  # fmt: skip

    def _show_file(self, found: tuple[Table, str, Target, list[Profile]]) -> None:
        self._table, self._digest, self._target, saved = found
        shipped = shipped_profiles(self._target.name)
        self.matching.show_file(self._table, self._target, self._profile, [*saved, *shipped])
        title = self.tr("Import: {what}").format(what=showing.words(self._target.label))
        self._title.setText(title)
        parts = [self._path.name, self._table.sheet, self.tr("{count} rows")]
        text = "   ·   ".join(part for part in parts if part)
        self._about.setText(text.format(count=showing.number(len(self._table.rows))))
        self._show_step(MATCH)
        if self._table.notes:
            self._say("info", " ".join(showing.words(each) for each in self._table.notes))

    def try_out(self) -> None:
        """Compare the file with the office."""
        if self._table is None:
            return
        self._say(None)
        try:
            self._profile = self.matching.value()
        except UserError as error:
            self._refused(error)
            return
        self.jobs.read(
            _compared, self._office, self._table, self._profile,
            owner=self, then=self._show_trial, failed=self._refused, key="trial",
            title=self.tr("Comparing with the office"),
        )  # fmt: skip

    def _show_trial(self, trial: Trial) -> None:
        self._trial = trial
        undoable = taking_of(self._profile.target).action.kind.undo is Undo.RESTORE  # type: ignore[attr-defined]
        self.trial.show_trial(trial, undoable=undoable)
        self._show_step(TRIAL)

    def import_now(self) -> None:
        """Write what the dry run shows."""
        if self._trial is None or not self.trial.import_button.isEnabled():
            return
        request = ImportRows(
            self._profile, self._trial.file, self._path.name, self._digest, self.trial.theirs
        )
        action = taking_of(self._profile.target).action
        self.trial.import_button.setEnabled(False)
        self.jobs.write(
            _act, self._office, action, request,
            owner=self, then=partial(self._done, action), failed=self._refused,
            title=self.tr("Importing"),
        )  # fmt: skip

    def _done(self, action: Any, done: Done[Took]) -> None:
        text = self.tr("{count} rows imported from {file}").format(
            count=showing.number(done.result.written), file=self._path.name
        )
        undoable = action.kind.undo is Undo.RESTORE and done.entry is not None
        self.window_.notice(text, undo=self._undo if undoable else None)
        self._begin_again()
        self.imported.emit()

    def _undo(self) -> Job:
        return self.jobs.write(self._office.undo_last, owner=self, then=self._undone)

    def _undone(self, _done: Any) -> None:
        self.window_.notice(self.tr("The import was taken back."))
        self._read_runs()

    def _begin_again(self) -> None:
        self._trial = self._table = None
        self._title.setText(self.tr("Import"))
        self._read_runs()
        self._show_step(CHOOSE)

    # What is said

    def _refused(self, error: UserError) -> None:
        self.trial.import_button.setEnabled(True)
        if isinstance(error, DatesUndecided):
            days = partial(self._settle, DateOrder.DMY), partial(self._settle, DateOrder.MDY)
            self._say(
                "warn",
                self._about_dates(error),
                (self.tr("Day first"), days[0]),
                (self.tr("Month first"), days[1]),
            )
        else:
            self._say("danger", showing.words(error))

    def _about_dates(self, error: DatesUndecided) -> str:
        name, example = next(iter(error.columns.items()))
        text = self.tr(
            "The dates of “{column}”, such as {example}, can be read two ways. Which comes first?"
        )
        return text.format(column=name, example=example)

    def _settle(self, order: DateOrder) -> None:
        self.matching.choose_dates(order)
        self.try_out()

    def _say(self, tone: str | None, text: str = "", *actions: tuple[str, Any]) -> None:
        """Say something above the step, or nothing."""
        if self._notice is not None:
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = StandingNotice(tone, "", text, actions) if tone else None
        if self._notice is not None:
            self._notices.addWidget(self._notice)

    def _keep_profile(self, profile: Profile) -> None:
        self._profile = profile
        said = self.tr("Profile “{name}” saved").format(name=profile.name)
        self.jobs.write(
            self._office.act, save_profile, SaveProfile(profile),
            owner=self, then=lambda _: self.window_.notice(said, undo=self._undo),
            failed=self._refused,
        )  # fmt: skip

    def write_problems(self) -> None:
        """Ask where to, and write the rows that are refused or in question as a list."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Error list"), f"{self._path.stem}-problems.csv", "CSV (*.csv)"
        )
        if name and self._trial is not None:
            self.jobs.read(
                write_problems, self._trial, Path(name), showing.language,
                owner=self, then=self._problems_written,
            )  # fmt: skip

    def _problems_written(self, path: Path) -> None:
        self.window_.notice(self.tr("Written: {file}").format(file=path.name))

    def _read_runs(self) -> None:
        self.jobs.read(
            self._office.read, runs, owner=self, then=self.choosing.show_runs, key="runs"
        )

    # The window

    def changed(self, references: frozenset[Reference]) -> None:
        if not references or any(each.kind == "import_run" for each in references):
            self._read_runs()

    def escape(self) -> bool:
        step = self._stack.currentIndex()
        if step == CHOOSE:
            return False
        self._say(None)
        self._show_step(step - 1)
        return True

    def status(self) -> str:
        if self._table is None:
            return ""
        return self.tr("{count} rows read").format(count=showing.number(len(self._table.rows)))

    def keys(self) -> list[Key]:
        step = self._stack.currentIndex()
        if step != TRIAL:
            choose, run = Key("Ctrl O", self.tr("choose a file")), Key("Ctrl ⏎", self.tr("dry run"))
            return [choose, run] if step == MATCH else [choose]
        return [
            Key("N", self.tr("next problem")),
            Key("1", self.tr("keep ours")),
            Key("2", self.tr("take theirs")),
            Key("Ctrl ⏎", self.tr("import")),
        ]

    def commands(self) -> list[Command]:
        choose = Command(
            "choose", self.tr("Choose a file"), self.choosing.choose, "Ctrl+O", "file-plus"
        )
        step = self._stack.currentIndex()
        if step == MATCH:
            return [choose, Command("try", self.tr("Dry run"), self.try_out, "Ctrl+Return")]
        if step == CHOOSE:
            return [choose]
        ours, theirs = (partial(self.trial.decide, theirs=each) for each in (False, True))
        return [
            Command("import_now", self.tr("Import"), self.import_now, "Ctrl+Return", "upload"),
            Command("problem", self.tr("Next problem"), self.trial.next_problem, "N"),
            Command("ours", self.tr("Keep ours"), ours, "1"),
            Command("theirs", self.tr("Take theirs"), theirs, "2"),
        ]


def _labels(session: Any) -> list[tuple[str, str]]:
    """Return everything that can be imported, with its words."""
    return [(word, showing.words(each.target(session).label)) for word, each in takings().items()]


def _read_file(
    office: Office, path: Path, profile: Profile, report: Any
) -> tuple[Table, str, Target, list[Profile]]:
    """Read a file beside the window, and what it can be matched with."""
    table = read(path, profile.choices, watch=lambda rows: report(rows, 0))
    with path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    target = office.read(target_of, profile.target)
    return table, digest, target, office.read(profiles_of, profile.target)


def _compared(office: Office, table: Table, profile: Profile, report: Any) -> Trial:
    """Make the dry run beside the window."""
    total = len(table.rows)

    def watch(rows: int) -> None:
        report(rows, total)

    return office.read(dry_run, table, profile, office.today, watch=watch)


def _act(office: Office, action: Any, request: ImportRows, report: Any) -> Done[Took]:
    """Import beside the window; cancelling undoes what was written so far."""
    return office.act(action, request, progress=report)
