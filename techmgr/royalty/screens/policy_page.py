"""A policy on one page: a form or its file, from when it holds, and a worked example beside it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog
from sqlalchemy.orm import Session

from techmgr.core.errors import Problems, UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.desktop.fields import DateField
from techmgr.desktop.figures import Elided
from techmgr.desktop.pages import Command, Key, Page, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, IconButton, column, label, row, tag
from techmgr.office.screens.bench import bench_of
from techmgr.royalty.actions_policies import (
    AdoptPolicy,
    EditPolicy,
    RemovePolicy,
    adopt_policy,
    edit_policy,
    remove_policy,
)
from techmgr.royalty.policies import shipped
from techmgr.royalty.policy import Policy
from techmgr.royalty.queries_policies import VersionRow, version_by_id, versions
from techmgr.royalty.reading import parse_policy
from techmgr.royalty.screens.policy_editor import PolicyEditor
from techmgr.royalty.screens.policy_example import WIDTH, PolicyExample
from techmgr.storage.office import Office
from techmgr.storage.unit import Done

_ROOM_FOR_BOTH = 1000


@dataclass(frozen=True, slots=True)
class _Shown:
    row: VersionRow | None
    others: dict[str, tuple[str, Policy]]


class PolicyPage(Page):
    """Edits one version, or (`place.extra["text"]`) a text that is not adopted yet."""

    side_width = WIDTH

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self.row: VersionRow | None = None
        self.is_dirty = False
        self.heading = Elided("", "title")
        self.state = tag("")
        self.lead = label("", "small", "secondary", wrap=True)
        self.valid_from = DateField(name="valid_from", title=self.tr("In force from"))
        self.valid_until = DateField(name="valid_until", title=self.tr("until"))
        self.editor = PolicyEditor()
        self.example = PolicyExample()
        self.editor.edited.connect(self._edited)
        self.editor.examined_again.connect(self.example.show_policy)
        self.editor.examined_again.connect(lambda _: self.status_changed.emit())
        for field in (self.valid_from, self.valid_until):
            field.setFixedWidth(150)
            field.changed.connect(self._edited)
        self._arrange()

    def _arrange(self) -> None:
        self.save_button = Button(self.tr("Save"), self.save, kind="primary", key="Ctrl+S")
        tools = row(
            IconButton("upload", self.tr("Import a policy…"), self.import_file),
            IconButton("download", self.tr("Export the policy…"), self.export_file),
            self.save_button,
            gap=8,
        )
        head = row(self.heading, self.state, tools, margins=(16, 10, 16, 0))
        head.setStretch(0, 1)
        dates = row(self.valid_from, self.valid_until, self.lead, gap=14, margins=(16, 6, 16, 4))
        dates.setStretch(2, 1)
        parts = column(head, dates, self.editor)
        parts.setStretch(2, 1)
        self.setLayout(parts)

    # What is shown

    def open(self, place: Place) -> None:
        is_same = place == self.place
        super().open(place)
        if not (is_same and self.is_dirty):
            number = place.reference.id if place.reference else None
            self.bench.read(_shown, number, owner=self, then=self._show, key="policy")
        if self.width() >= _ROOM_FOR_BOTH:
            self.window_.show_side(self.example, WIDTH)

    def _show(self, found: _Shown) -> None:
        self.row = found.row
        self.example.offer(found.others)
        text = found.row.text if found.row else str(self.place.extra.get("text", ""))
        self.editor.show_text(text)
        self.valid_from.set_value(found.row.valid_from if found.row else self.bench.office.today)
        self.valid_until.set_value(found.row.valid_until if found.row else None)
        self._settle()
        self._say()

    def _say(self) -> None:
        title = self.editor.table.get("title") or self.tr("New policy")
        self.heading.setText(str(title))
        used = self.row.events if self.row else 0
        if self.row is None:
            state, lead = self.tr("not adopted"), self.tr("Saving adopts it from its first day.")
        elif used:
            state = self.tr("used")
            lead = self.tr(
                "Distributions have used it {count} times. Saving makes a new version from a later "
                "day; what is posted never changes."
            ).format(count=used)
        else:
            state, lead = self.tr("not used yet"), self.tr("Saving changes this version.")
        self.state.setText(state)
        self.lead.setText(lead)
        self.title_changed.emit()

    def _edited(self) -> None:
        self.is_dirty = True
        self.save_button.setEnabled(True)

    def _settle(self) -> None:
        self.is_dirty = False
        self.save_button.setEnabled(not self.bench.office.read_only)

    # What can be done

    def save(self) -> None:
        """Save the text: over the version, as a new one after use, or as a policy newly adopted."""
        try:
            start, end = self.valid_from.value(), self.valid_until.value()
        except UserError as error:
            self._refused(error)
            return
        if start is None:
            self._refused(UserError(say("This is needed."), field="valid_from"))
            return
        self.save_button.setEnabled(False)
        if self.row is None:
            action: Any = adopt_policy
            request: Any = AdoptPolicy(start, text=self.editor.text, valid_until=end)
        else:
            action = edit_policy
            request = EditPolicy(self.row.id, self.editor.text, start, end)
        self.bench.act(
            action, request, owner=self, said=self.tr("Policy saved"), then=self._saved,
            failed=self._refused,
        )  # fmt: skip

    def _saved(self, done: Done[int]) -> None:
        self._settle()
        self.window_.go(Place("policy", Reference("policy_version", done.result)))

    def _refused(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        dates = {"valid_from": self.valid_from, "valid_until": self.valid_until}
        problems = error.problems if isinstance(error, Problems) else [error]
        for each in problems:
            if each.field in dates:
                dates[each.field].show_problem(each)
                dates[each.field].setFocus()
        rest = [each for each in problems if each.field not in dates]
        if rest:
            self.window_.refuse(rest[0] if len(rest) == 1 else Problems(rest))
        self.editor.examine()

    def export_file(self) -> None:
        """Write the policy's TOML to a file."""
        name = f"{self.editor.table.get('name', 'policy')}.toml"
        path, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export the policy"), name, "TOML (*.toml)"
        )
        if path:
            self.jobs.write(
                write_text, Path(path), self.editor.text, owner=self, then=self._exported
            )

    def _exported(self, path: Path) -> None:
        self.window_.notice(self.tr("Written to {path}").format(path=str(path)))

    def import_file(self) -> None:
        """Take the text of a TOML file in place of what is shown; nothing is saved yet."""
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Import a policy"), "", "TOML (*.toml)")
        if path:
            self.jobs.read(read_text, Path(path), owner=self, then=self.take_text)

    def take_text(self, text: str) -> None:
        """Show a text in place of what was there, as something typed."""
        self.editor.show_text(text)
        self._edited()

    def remove(self) -> None:
        """Take the version away, if no run has used it."""
        if self.row is not None:
            self.bench.act(
                remove_policy, RemovePolicy(self.row.id), owner=self, said=self.tr("Policy removed"),
                then=lambda _: self.window_.go(Place("money", extra={"tab": "policies"})),
            )  # fmt: skip

    # The window

    def title(self) -> str:
        return str(self.editor.table.get("name", ""))

    def trail(self) -> list[tuple[str, Place]]:
        return [(self.tr("Policies"), Place("money", extra={"tab": "policies"}))]

    def side(self) -> PolicyExample:
        return self.example

    def leave_allowed(self) -> bool:
        if self.is_dirty and self.row is not None:
            self.bench.keep(f"draft:policy:{self.row.id}", self.editor.text)
        return True

    def status(self) -> str:
        policy = self.editor.policy
        if policy is None:
            count = len(self.editor.problems)
            return self.tr("<b>{count}</b> things to put right").format(count=count)
        parties, steps = len(policy.parties), len(policy.steps)
        return self.tr("{parties} parties, {steps} steps").format(parties=parties, steps=steps)

    def keys(self) -> list[Key]:
        return [
            Key("F8", self.tr("next problem")),
            Key("F9", self.tr("example")),
            Key("Ctrl S", self.tr("save")),
        ]

    def commands(self) -> list[Command]:
        return [
            Command("save_policy", self.tr("Save the policy"), self.save, "Ctrl+S", "save"),
            Command("next_problem", self.tr("Next problem"), self.editor.go_to_problem, "F8"),
            Command("import_policy", self.tr("Import a policy…"), self.import_file, "", "upload"),
            Command("export_policy", self.tr("Export the policy…"), self.export_file, "", "download"),
            Command(
                "show_toml", self.tr("Form or TOML"),
                lambda: self.editor.tabs.setCurrentIndex(1 - self.editor.tabs.currentIndex()),
                "Ctrl+T",
            ),
            Command("remove_policy", self.tr("Remove this version"), self.remove, "", "trash-2"),
        ]  # fmt: skip


def _shown(session: Session, number: int | None) -> _Shown:
    """Return a version and every policy it can be compared with: the office's own, then templates."""
    rows = versions(session)
    others = {
        f"own:{each.id}": (f"{each.title}, {showing.day(each.valid_from)}", parse_policy(each.text))
        for each in rows
        if each.id != number
    }
    others |= {f"shipped:{number}": (each.title, each) for number, each in enumerate(shipped())}
    return _Shown(version_by_id(session, number) if number is not None else None, others)


def write_text(path: Path, text: str) -> Path:
    """Write a text file. Raises UserError when it cannot be written."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UserError(
            say("{path} cannot be written: {why}.", path=str(path), why=str(error))
        ) from None
    return path


def read_text(path: Path) -> str:
    """Read a text file. Raises UserError when it is none."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise UserError(say("“{path}” cannot be read as a text file.", path=str(path))) from None
