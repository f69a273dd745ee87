"""One right on one page: where it stands, its family, deadlines, events, cases and history."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from techmgr.core.references import Reference
from techmgr.desktop.figures import Elided, Glyph
from techmgr.desktop.notices import StandingNotice
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, column, holding, label, line, row, scrolled
from techmgr.docket.queries_why import Why, why_of
from techmgr.docket.screens import sheets
from techmgr.docket.screens.moved_panel import MovedPanel
from techmgr.docket.screens.why_panel import WhyPanel
from techmgr.office.screens.bench import bench_of
from techmgr.patents.queries import RightRow
from techmgr.patents.queries_page import RightFile, ShareRow, right_file
from techmgr.patents.screens.family_tree import FamilyTree
from techmgr.patents.screens.panel import RightPanel
from techmgr.patents.screens.parts import (
    Part,
    deadline_table,
    event_table,
    history_lines,
    history_table,
    is_over,
    share_table,
)
from techmgr.patents.screens.right_actions import RightActions
from techmgr.patents.screens.words import glyph_of, name_words
from techmgr.storage.office import Office
from techmgr.storage.unit import Done

_WHY = 340
_FACTS = 318


class RightPage(RightActions):
    """Shows one right at a time; everything about it is read at once, beside the window."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self.facts = RightPanel(self.bench)
        self.why = WhyPanel(self.done, self.waive, self.open_case, self.close_beside)
        self._beside: QWidget = self.facts
        self.tree = FamilyTree(self.bench)
        self.deadlines = deadline_table(self.bench)
        self.events = event_table()
        self.shares = share_table()
        self.history = history_table()
        self.head = label("", "title")
        self._title = Elided("")
        self._state = row(gap=6)
        self._notices = column(margins=(16, 0, 16, 0))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.actions_button = Button(self.tr("Actions"), self.show_actions, key=".")
        edit = Button(self.tr("Edit…"), self.edit, key="E")
        top = row(self.head, 6, self._state, None, edit, self.actions_button,
                  margins=(16, 10, 16, 0))  # fmt: skip
        under = holding(column(self._title, margins=(16, 2, 16, 10)))
        add = self.tr("Record an event…")
        self._parts = {
            "family": Part(
                self.tr("Family"), self.tree,
                [Button(self.tr("Record a filing from it…"), self.file_from_here, small=True, key="R")],
            ),
            "deadlines": Part(
                self.tr("Deadlines"), self.deadlines, [],
                self.tr("Nothing follows from its events so far."),
            ),
            "events": Part(
                self.tr("Events"), self.events,
                [Button(add, self.add_event, small=True, key="V")],
                self.tr("Nothing happened yet. A filing day on its record is the first event."),
            ),
            "shares": Part(
                self.tr("Cases and their shares"), self.shares,
                [Button(self.tr("Share between cases…"), self.share, small=True, key="S")],
                self.tr("It belongs to no case yet: share it between cases."),
            ),
            "history": Part(self.tr("History"), self.history, []),
        }  # fmt: skip
        body = column(self._notices, *self._parts.values(), margins=(16, 4, 16, 16))
        body.addStretch(1)
        parts = column(top, under, line(), scrolled(holding(body, "page")))
        parts.setStretch(3, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.tree)

    def _connect(self) -> None:
        self.tree.opened.connect(self._open_right)
        self.deadlines.why.connect(lambda *_: self.show_why())
        self.deadlines.opened.connect(lambda _: self.show_why())
        self.deadlines.current_changed.connect(lambda _: self._follow_why())
        self.events.opened.connect(self.correct)
        self.shares.opened.connect(self._open_share)
        self.bench.lists.loaded.connect(self._again)

    # What is shown

    def open(self, place: Place) -> None:
        if place.reference != self.place.reference:
            self.found, self._beside = None, self.facts
        super().open(place)
        self._read()

    def _read(self) -> None:
        if self.place.reference is not None:
            self.bench.read(
                right_file, self.place.reference.id, self.bench.office.today, owner=self,
                then=self._show, key="right",
            )  # fmt: skip

    def _again(self) -> None:
        if self.found is not None:
            self._show(self.found)

    def _show(self, found: RightFile) -> None:
        self.found = found
        each = found.row
        self.head.setText(name_words(self.bench, each))
        self._title.setText(each.title)
        self._title.setToolTip(each.title)
        _clear(self._state)
        self._state.addWidget(Glyph(glyph_of(each)))
        self._state.addWidget(
            label(self.bench.lists.word("right_state", each.state), "small", "secondary")
        )
        self.tree.show_family(found.family, found.links, each.id)
        self._show_rows()
        self._show_notice()
        self.facts.show_facts(found, self.edit)
        if self.sheet is None and self.isVisible():
            self._show_beside()
        self.title_changed.emit()
        self.commands_changed.emit()
        self.status_changed.emit()

    def _show_rows(self) -> None:
        assert self.found is not None, "shown with a right"
        today = self.bench.office.today
        open_first = sorted(self.found.deadlines, key=lambda each: is_over(each, today))
        rows: dict[str, Sequence[Any]] = {
            "deadlines": open_first,
            "events": list(reversed(self.found.events)),
            "shares": self.found.shares,
            "history": history_lines(self.found.history),
        }
        for name, some in rows.items():
            self._parts[name].show_rows(some)

    def _show_notice(self) -> None:
        _clear(self._notices)
        if self.found is not None and self.found.no_rules is not None:
            set_day = (self.tr("Set a deadline…"), self.set_deadline)
            words = showing.words(self.found.no_rules)
            self._notices.addWidget(StandingNotice("warn", words, actions=[set_day]))

    # Beside it

    def panel(self) -> QWidget:
        return self._beside

    def _show_beside(self) -> None:
        self.window_.show_side(self._beside, _WHY if self._beside is self.why else _FACTS)

    def show_why(self) -> None:
        """Show why the deadline with the keyboard falls on its day."""
        current = self.deadlines.current_row()
        if current is not None:
            self.bench.read(
                why_of, current.id, self.bench.office.today, owner=self, then=self._show_why,
                key="why",
            )  # fmt: skip

    def _follow_why(self) -> None:
        if self._beside is self.why and self.deadlines.hasFocus():
            self.show_why()

    def _show_why(self, why: Why) -> None:
        self.why.show_why(why)
        self._beside = self.why
        if self.sheet is None:
            self._show_beside()

    def show_moved(self, done: Done[Any]) -> None:
        changes = getattr(done.result, "changes", ())
        if changes:
            warnings = getattr(done.result, "warnings", ())
            self._beside = MovedPanel(changes, self.close_beside, warnings)

    def close_beside(self) -> None:
        """Show the facts again."""
        self._beside = self.facts
        self._show_beside()

    def escape(self) -> bool:
        if super().escape():
            return True
        if self._beside is not self.facts:
            self.close_beside()
            return True
        return False

    # What can be done

    def done(self) -> None:
        """Mark the deadline with the keyboard as done."""
        self.decide(sheets.done_sheet, self.deadlines.current_row())

    def waive(self) -> None:
        """Waive the deadline with the keyboard."""
        self.decide(sheets.waive_sheet, self.deadlines.current_row())

    def remove_event(self) -> None:
        """Take out the event with the keyboard."""
        current = self.events.current_row()
        if current is not None:
            self.take_out(current)

    def show_actions(self) -> None:
        """Open the menu of everything that can be done."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for command in self.actions_of_right():
            shown = f"{command.text}\t{command.key}" if command.key else command.text
            menu.addAction(shown, command.run).setEnabled(command.enabled())
        button = self.actions_button
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    def _open_right(self, each: RightRow) -> None:
        self.window_.go(Place("patent", Reference("patent", each.id)))

    def _open_share(self, each: ShareRow) -> None:
        self.window_.go(Place("case", Reference("technology", each.case_id)))

    def open_case(self) -> None:
        """Open the case with the largest share."""
        current = [each for each in self.found.shares if each.is_in_force] if self.found else []
        if current:
            self._open_share(max(current, key=lambda each: each.share))

    # The window

    def title(self) -> str:
        return name_words(self.bench, self.found.row) if self.found is not None else ""

    def trail(self) -> list[tuple[str, Place]]:
        return [(self.tr("Rights"), Place("rights"))]

    def changed(self, _references: frozenset[Reference]) -> None:
        self._read()

    def status(self) -> str:
        if self.found is None:
            return ""
        today = self.bench.office.today
        due = sum(not is_over(each, today) for each in self.found.deadlines)
        text = self.tr("<b>{due}</b> open dates, {events} events, {family} filings in the family")
        return text.format(due=due, events=len(self.found.events), family=len(self.found.family))

    def keys(self) -> list[Key]:
        return [
            Key("Space", self.tr("why")),
            Key("V", self.tr("event")),
            Key("E", self.tr("edit")),
            Key(".", self.tr("actions")),
            Key("Esc", self.tr("back")),
        ]

    def commands(self) -> list[Command]:
        return [
            *self.actions_of_right(),
            Command("actions", self.tr("Actions of this right"), self.show_actions, "."),
            Command("why", self.tr("Why this date"), self.show_why, "Y", "circle-help"),
            Command("done", self.tr("Mark as done…"), self.done, "D", "check"),
            Command("waive", self.tr("Waive…"), self.waive, "W", "minus"),
            Command("remove_event", self.tr("Take the event out…"), self.remove_event, "Del", "trash-2"),
            Command("case", self.tr("Open its case"), self.open_case, "O", "folder-open"),
            *(
                Command(f"to_{name}", part.title.text(), partial(self._to, name), str(place))
                for place, (name, part) in enumerate(self._parts.items(), 1)
            ),
        ]  # fmt: skip

    def _to(self, name: str) -> None:
        self._parts[name].shown.setFocus()


def _clear(layout: Any) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
