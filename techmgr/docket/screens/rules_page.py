"""Deadline rules: every version by office, with its sentence and an example, and the office's own over them."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMenu
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say, words
from techmgr.desktop.columns import Column
from techmgr.desktop.filtering import Chips, FilterField
from techmgr.desktop.grouping import Group, GroupedTable
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import PAGE_MARGIN
from techmgr.desktop.widgets import Button, column, label, row
from techmgr.docket.actions import RecomputeAll, recompute_all
from techmgr.docket.actions_rules import RulesKept
from techmgr.docket.queries_rules import (
    RuleVersion,
    rule_example,
    rule_versions,
    rules_file,
)
from techmgr.docket.recomputing import Change
from techmgr.docket.screens.bars import RuleTabs, group_words
from techmgr.docket.screens.moved_panel import MovedPanel
from techmgr.docket.screens.rule_panel import RulePanel
from techmgr.docket.screens.rule_sheets import Choices, remove_sheet, rule_sheet, take_sheet
from techmgr.documents.names import write_whole
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import Sheet, SheetPage
from techmgr.storage.office import Office
from techmgr.storage.unit import Done

_WIDE = 360
Found = tuple[list[RuleVersion], Choices]


class RulesPage(SheetPage):
    """The panel follows the row with the keyboard; what a change moved stands there until another row."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self._office = office
        self._bench = bench_of(window, office)
        self._versions: list[RuleVersion] = []
        self._choices = Choices((), ())
        self._group = ""
        self._own_only = False
        self._moved: MovedPanel | None = None
        self._build()
        self.filter.changed.connect(lambda _: self._narrow())
        self.chips.removed.connect(self._drop)
        self.table.current_changed.connect(lambda _: self._show_rule())
        self.table.opened.connect(lambda _: self.change())
        self.table.why.connect(lambda *_: self._show_rule())

    def _build(self) -> None:
        self.tabs = RuleTabs(self.window_, "rules")
        self.filter = FilterField(self.tr("Filter rules"))
        self.chips = Chips(self._menu)
        self.table = GroupedTable(
            self._columns(), name=self.tr("Deadline rules"), identity=lambda each: each.key
        )
        self.table.edge = PAGE_MARGIN
        self.table.driven_by(self.filter)
        self.rule = RulePanel(self._bench, self.change, self.remove, self._example)
        take = Button(self.tr("Bring in…"), self.take, icon="upload")
        give = Button(self.tr("Write a file"), self.give, icon="download")
        new = Button(self.tr("New rule"), self.new, icon="plus", key="N")
        head = row(label(self.tr("Deadline rules"), "title"), 8, self.tabs, margins=(16, 10, 16, 4))
        head.setStretch(2, 1)
        tools = row(self.filter, self.chips, None, take, give, new, margins=(16, 2, 16, 9))
        parts = column(head, tools, self.table)
        parts.setStretch(2, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.table)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "title", self.tr("Rule"), stretch=True, sortable=False,
                value=lambda each: showing.words(each.title), tone=_quiet,
                tip=lambda each: each.code,
            ),
            Column(
                "trigger", self.tr("Counted from"), width=170, sortable=False, secondary=True,
                gives_up=2, value=lambda each: showing.words(each.trigger),
            ),
            Column(
                "citation", self.tr("Citation"), width=190, sortable=False, secondary=True,
                gives_up=1, tip=lambda each: each.citation,
            ),
            Column("valid", self.tr("Valid"), width=150, sortable=False, value=_valid, gives_up=3),
            Column("own", self.tr("Whose"), width=96, sortable=False, value=self._whose, tone=_quiet),
        ]  # fmt: skip

    def _whose(self, each: RuleVersion) -> str:
        if each.is_own:
            return self.tr("our own")
        return self.tr("replaced") if each.is_replaced else self.tr("shipped")

    # What is shown

    def open(self, place: Place) -> None:
        super().open(place)
        self.load()

    def load(self) -> None:
        """Read the rules again."""
        self._bench.read(_read, self._office.today, owner=self, then=self._show, key="rules")

    def _show(self, found: Found) -> None:
        self._versions, self._choices = found
        self._narrow()

    def _narrow(self) -> None:
        typed = self.filter.text().casefold().split()
        rows = [each for each in self._versions if self._wanted(each) and _fits(each, typed)]
        groups: dict[str, list[RuleVersion]] = {}
        for each in rows:
            groups.setdefault(each.group, []).append(each)
        self.table.search(" ".join(typed))
        self.table.show_groups([(Group(group_words(name)), some) for name, some in groups.items()])
        shown, of = showing.number(len(rows)), showing.number(len(self._versions))
        self.filter.show_count(self.tr("{shown} of {all}").format(shown=shown, all=of))
        chips = [("group", group_words(self._group))] if self._group else []
        chips += [("own", self.tr("Our own"))] if self._own_only else []
        self.chips.show_chips(chips)
        self._show_rule()
        self.status_changed.emit()

    def _wanted(self, each: RuleVersion) -> bool:
        return (not self._group or each.group == self._group) and (
            each.is_own or not self._own_only
        )

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for name in dict.fromkeys(each.group for each in self._versions):
            menu.addAction(group_words(name), partial(self.show_group, name))
        menu.addSeparator()
        menu.addAction(self.tr("Our own"), lambda: self.show_own(only=True))
        return menu

    def show_group(self, group: str) -> None:
        """Show the rules of one office; all of them with an empty name."""
        self._group = group
        self._narrow()

    def show_own(self, *, only: bool) -> None:
        """Show the office's own rules only, or all."""
        self._own_only = only
        self._narrow()

    def _drop(self, key: str) -> None:
        if key == "group":
            self._group = ""
        else:
            self._own_only = False
        self._narrow()

    # The panel

    def panel(self):
        return self._moved or (self.rule if self.table.current_row() is not None else None)

    def _show_rule(self) -> None:
        current = self.table.current_row()
        if self._moved is not None and current is not None and current.key != self._moved.beside:
            self._moved = None
        if current is not None:
            of_code = [each for each in self._versions if each.code == current.code]
            self.rule.show_rule(current, of_code)
        if self._sheet is None and self.isVisible():
            self.window_.show_side(self.panel(), _WIDE)

    def _example(self, text: str, day: date, then, without: int | None = None) -> None:
        self._bench.read(
            rule_example, text, day, self._office.today, without,
            owner=self, then=then, key="example",
        )  # fmt: skip

    def _kept(self, done: Done[RulesKept]) -> None:
        self._show_moved(done.result.changes)

    def _show_moved(self, changes: Sequence[Change]) -> None:
        self._moved = MovedPanel(changes, self._close_moved)
        current = self.table.current_row()
        self._moved.beside = current.key if current is not None else ""

    def _close_moved(self) -> None:
        self._moved = None
        self._show_rule()

    # What can be done

    def _ask(self, sheet: Sheet) -> None:
        sheet.done.connect(self._kept)
        self.show_sheet(sheet)

    def change(self) -> None:
        """Change the rule with the keyboard: a shipped one by a version of the office's own."""
        current = self.table.current_row()
        if current is not None:
            self._ask(rule_sheet(self._bench, self._choices, self._example, current))

    def new(self) -> None:
        """Add a rule."""
        self._ask(rule_sheet(self._bench, self._choices, self._example, None))

    def remove(self) -> None:
        """Take back a rule of the office's own."""
        current = self.table.current_row()
        if current is not None and current.is_own:
            self._ask(remove_sheet(self._bench, current))

    def take(self) -> None:
        """Bring in a file of rules."""
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Bring in rules"), "", "TOML (*.toml)")
        if name:
            self.take_from(Path(name))

    def take_from(self, path: Path) -> None:
        """Bring in the rules of a file, with the reason."""
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            self.window_.refuse(
                UserError(say("“{name}” cannot be read: {why}.", name=path.name, why=str(error)))
            )
            return
        self._ask(take_sheet(self._bench, path.name, text))

    def give(self) -> None:
        """Write what is shown as a file of rules."""
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Write a file"), "rules.toml", "TOML (*.toml)"
        )
        if name:
            self.give_to(Path(name))

    def give_to(self, path: Path) -> None:
        """Write the rules that are shown, beside the window."""
        said = self.tr("Written: {file}").format(file=path.name)
        self._bench.jobs.read(
            _write, path, tuple(self.table.model_.known_rows()),
            owner=self, then=lambda _: self.window_.notice(said),
        )  # fmt: skip

    def compute_again(self) -> None:
        """Compute every deadline again, as after another calendar was chosen in Settings."""

        def done(result: Done[tuple[Change, ...]]) -> None:
            self._show_moved(result.result)
            self.window_.show_side(self.panel(), _WIDE)

        self._bench.jobs.write(
            _compute_again,
            self._office,
            owner=self,
            then=done,
            title=self.tr("Computing deadlines"),
        )

    # The window

    def changed(self, references: frozenset[Reference]) -> None:
        kinds = {"own_rule", "own_calendar", "calendar_day", "calendar_year", "office_setting"}
        if not references or any(each.kind in kinds for each in references):
            self.load()

    def status(self) -> str:
        own = sum(each.is_own for each in self._versions)
        text = self.tr("{all} rules, {own} of them our own")
        return text.format(all=f"<b>{len(self._versions)}</b>", own=own)

    def keys(self) -> list[Key]:
        return [Key("Enter", self.tr("change")), Key("N", self.tr("new rule"))]

    def commands(self) -> list[Command]:
        def own() -> bool:
            current = self.table.current_row()
            return current is not None and current.is_own

        return [
            Command("filter", self.tr("Filter the list"), self.filter.setFocus, "/", "list-filter"),
            Command("new", self.tr("New rule"), self.new, "N", "plus"),
            Command("edit", self.tr("Change the rule…"), self.change, "E", "pencil"),
            Command(
                "remove", self.tr("Take our own version back…"), self.remove, "R", "undo-2", own
            ),
            Command(
                "again",
                self.tr("Compute all deadlines again"),
                self.compute_again,
                "",
                "refresh-cw",
            ),
            Command("take", self.tr("Bring in rules…"), self.take, "", "upload"),
            Command("give", self.tr("Write a file of what is shown…"), self.give, "", "download"),
        ]


def _read(session: Session, today: date) -> Found:
    return rule_versions(session, today), Choices.read(session, today)


def _compute_again(
    office: Office, *, report: Callable[[int, int], None]
) -> Done[tuple[Change, ...]]:
    return office.act(recompute_all, RecomputeAll(), progress=report)


def _write(path: Path, rows: Sequence[RuleVersion]) -> Path:
    return write_whole(path, rules_file(rows).encode())


def _quiet(each: RuleVersion) -> str:
    return "text_tertiary" if each.is_replaced else ""


def _valid(each: RuleVersion) -> str:
    return span_words(each.valid_from, each.valid_to)


def span_words(first: date | None, last: date | None) -> str:
    """Say when a version is valid, as short as it can be read."""
    if first is None and last is None:
        return ""
    return f"{first.isoformat() if first else '…'} – {last.isoformat() if last else '…'}"


def _fits(each: RuleVersion, typed: list[str]) -> bool:
    title, trigger = words(each.title, showing.language), words(each.trigger, showing.language)
    text = f"{each.code} {title} {trigger} {each.citation}".casefold()
    parts = text.replace(".", " ").split() + text.split()
    return all(
        any(part.startswith(word) or (not word.isascii() and word in part) for part in parts)
        for word in typed
    )
