"""A distribution run on one page: who gets what, why, and what is done with it next."""

from PySide6.QtWidgets import QMenu, QWidget

from techmgr.core.money import Money
from techmgr.core.references import Reference, reference
from techmgr.core.texts import close_per_cent, say
from techmgr.desktop.columns import Column, Kind, Marked
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.theme import theme
from techmgr.desktop.widgets import Button, IconButton, column, label, line, row
from techmgr.royalty.queries_run import Line, RunFile, run_file
from techmgr.royalty.screens.run_head import RunHead
from techmgr.royalty.screens.run_papers import RunPapers
from techmgr.royalty.screens.run_steps import RunSteps
from techmgr.royalty.screens.why_panel import WIDTH, WhyPanel
from techmgr.storage.office import Office

FOLD = "nothing"  # the line that stands for all cases without money


class RunPage(RunPapers):
    """Shows one run; Space opens the why of the line with the keyboard, and it follows the keyboard."""

    side_width = WIDTH

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window, office)
        self.steps = RunSteps(self)
        self.head = RunHead()
        self.why = WhyPanel()
        self.why.closed.connect(self._close_why)
        self.table = RecordTable(
            self._columns(), name=self.tr("Who gets what"), identity=lambda each: each.key
        )
        self.table.why.connect(lambda *_: self._opened())
        self.table.opened.connect(lambda *_: self._opened())
        self.table.current_changed.connect(self._follow)
        self._total = label("", "strong")
        self._checks = label("", "small", "secondary", wrap=True)
        self._is_why_open = False
        self._are_empty_shown = False
        self._build()

    def _columns(self) -> list[Column]:
        return [
            Column(
                "label", self.tr("Payee"), stretch=True, sortable=False, strong=_is_head,
                value=lambda each: "      " * each.depth + showing.words(each.label),
            ),
            Column(
                "written", self.tr("Share"), Kind.SHARE, width=100, sortable=False,
                value=lambda each: close_per_cent(each.written, showing.language), show=str,
                gives_up=2, tone=lambda _: "text_secondary",
            ),
            Column(
                "amount", self.tr("Amount"), Kind.MONEY, computed=True, sortable=False, strong=_is_head
            ),
            Column(
                "paid_to", self.tr("Paid to"), width=150, secondary=True, sortable=False, gives_up=1
            ),
            Column(
                "state", self.tr("State"), Kind.STATE, width=150, sortable=False, gives_up=3,
                value=self._state, tip=lambda each: state.text if (state := self._state(each)) else "",
            ),
        ]  # fmt: skip

    def _state(self, each: Line) -> Marked | None:
        if each.share is None:
            return None
        if each.share.held is not None:
            return Marked(State.WAITING, showing.words(each.share.held))
        words = {
            "posted": (State.ACTIVE, self.tr("owed")),
            "paid": (State.DONE, self.tr("paid")),
            "reversed": (State.WAIVED, self.tr("taken back")),
        }
        state = self.run.run.state if self.run is not None else "draft"
        return Marked(*words.get(state, (State.DONE, self.tr("ready"))))

    def _build(self) -> None:
        self._buttons = row(gap=8)
        title = row(self.head.title, None, self._buttons, margins=(16, 10, 16, 0))
        below = column(self._total, 6, self._checks, margins=(16, 8, 16, 10))
        parts = column(title, self.head, line(), self.table, line(), below)
        parts.setStretch(3, 1)
        self.setLayout(parts)
        self.setFocusProxy(self.table)

    # What is shown

    def open(self, place: Place) -> None:
        if place.reference != self.place.reference:
            self.run = None
            self._is_why_open = False
            self._are_empty_shown = False
        super().open(place)
        self._read()

    def _read(self) -> None:
        if self.place.reference is not None:
            self.bench.read(
                run_file, self.place.reference.id, self.bench.office.today, owner=self,
                then=self._show, key="run",
            )  # fmt: skip

    def _show(self, found: RunFile) -> None:
        self.run = found
        self.head.show_run(found)
        self.head.state.setText(self.steps.state_words())
        self.table.show_rows(self._lines(found))
        currency = found.run.net.currency
        text = self.tr("{count} payees: {pays} to pay, {held} held, in {currency}")
        self._total.setText(
            text.format(
                count=len(found.payees), pays=showing.money(found.pays),
                held=showing.money(found.held), currency=currency,
            )
        )  # fmt: skip
        self._checks.setText("\n".join(self.steps.checks()))
        self._show_buttons()
        self.title_changed.emit()
        self.commands_changed.emit()
        self.status_changed.emit()

    def _lines(self, found: RunFile) -> list[Line]:
        """The lines with money in them, then one for all cases without any, opened by Enter."""
        empty = found.empty_events
        if len(empty) < 2:
            return list(found.lines)
        text = say("{count} cases with nothing to distribute", count=len(empty))
        fold = Line(FOLD, 0, 0, "", text, "", Money(0, found.run.net.currency), "")
        shown = [each for each in found.lines if each.event_id not in empty]
        hidden = [each for each in found.lines if each.event_id in empty]
        return [*shown, fold, *(hidden if self._are_empty_shown else [])]

    def _opened(self) -> None:
        line_ = self.current_line()
        if line_ is None or line_.key != FOLD or self.run is None:
            self.show_why()
            return
        self._are_empty_shown = not self._are_empty_shown
        self.table.show_rows(self._lines(self.run))

    def _show_buttons(self) -> None:
        self._more = IconButton("ellipsis", self.tr("More"), self.show_actions)
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for command in self._shown_commands():
            is_next = command.id == self.steps.next_step()
            self._buttons.addWidget(
                Button(
                    command.text, command.run, kind="primary" if is_next else "",
                    icon="" if is_next else command.icon, key=command.key if is_next else "",
                )
            )  # fmt: skip
        self._buttons.insertWidget(0, self._more)

    def _shown_commands(self) -> list[Command]:
        shown = {"write", self.steps.next_step()}
        return [each for each in self.commands() if each.id in shown]

    def show_actions(self) -> None:
        """Offer everything that can be done with the run."""
        menu = QMenu(self)
        for command in self.commands()[:-1]:
            menu.addAction(theme.icon(command.icon), command.text, command.run)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    # Why

    def show_why(self) -> None:
        """Open why the line with the keyboard is what it is."""
        self._is_why_open = True
        self._follow(self.table.current_row())
        self.window_.show_side(self.why, WIDTH)

    def _follow(self, line_: Line | None) -> None:
        is_fold = line_ is None or line_.key == FOLD
        if line_ is None or is_fold or self.run is None or not self._is_why_open:
            self.status_changed.emit()
            return
        event = next(each for each in self.run.events if each.id == line_.event_id)
        self.why.show_line(line_, self.run.trees[line_.event_id], event.policy)
        self.status_changed.emit()

    def _close_why(self) -> None:
        self._is_why_open = False
        self.window_.show_side(None)
        self.table.setFocus()

    def escape(self) -> bool:
        was_open = self._is_why_open
        if was_open:
            self._close_why()
        return was_open

    def side(self) -> QWidget | None:
        return self.why if self._is_why_open else None

    def _again(self) -> list[Command]:
        found = self.run
        if found is None or found.run.state not in {"posted", "paid"} or found.run.corrects:
            return []
        text = self.tr("Compute again…")
        return [Command("again", text, self.compute_again, "D", "history")]

    def compute_again(self) -> None:
        """Show what the run would be now, and the difference per payee."""
        if self.place.reference is not None:
            self.window_.go(Place("difference", self.place.reference))

    def current_line(self) -> Line | None:
        found: Line | None = self.table.current_row()
        return found

    def what_if(self) -> None:
        """Ask what the licence or case with the keyboard would give under another policy."""
        line_ = self.current_line()
        events = self.run.events if self.run is not None else ()
        event = next((each for each in events if line_ and each.id == line_.event_id), None)
        if event is not None:
            about = reference(event.source or f"technology:{event.case_id}")
            self.window_.go(Place("what_if", about))

    # The window

    def title(self) -> str:
        return self.run.run.number if self.run is not None else ""

    def changed(self, references: frozenset[Reference]) -> None:
        if any(each.kind == "run" for each in references):
            self._read()

    def status(self) -> str:
        line_ = self.table.current_row()
        if line_ is None:
            return ""
        return f"{showing.words(line_.label).strip()}: <b>{showing.money(line_.amount)}</b>"

    def keys(self) -> list[Key]:
        return [
            Key("Space", self.tr("why")),
            Key("H", self.tr("hold")),
            Key("O", self.tr("statement")),
            Key("Ctrl+Enter", self.tr("next step")),
        ]

    def commands(self) -> list[Command]:
        return [
            Command("write", self.tr("Write statements…"), self.choose_folder, "W", "printer"),
            Command("letters", self.tr("Write letters…"), self.choose_letters, "L", "mail"),
            Command(
                "templates",
                self.tr("Save the letter's templates…"),
                self.choose_templates,
                "",
                "file-pen",
            ),
            Command("statement", self.tr("Open the statement"), self.open_statement, "O", "eye"),
            Command("hold", self.tr("Hold or release…"), self.steps.hold, "H", "hourglass"),
            *self._again(),
            *self.steps.commands(),
            Command(
                "what_if", self.tr("What if under another policy…"), self.what_if, "I", "scale"
            ),
            Command("actions", self.tr("Actions of this distribution"), self.show_actions, "."),
        ]


def _is_head(each: Line) -> bool:
    return each.depth == 0
