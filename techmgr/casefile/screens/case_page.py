"""One case on one page: head, nine steps, tabs, and what can be done with it."""

from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from techmgr.casefile.queries_case import CaseFile
from techmgr.casefile.screens.case_in_time import CaseInTime
from techmgr.casefile.screens.case_side import CaseSide
from techmgr.casefile.screens.head import CaseHead
from techmgr.casefile.screens.overview import Overview
from techmgr.casefile.screens.tab_history import HistoryTab
from techmgr.casefile.screens.tabs_money import MoneyTab
from techmgr.casefile.screens.tabs_notes import DocumentsTab, NotesTab
from techmgr.casefile.screens.tabs_record import AgreementsTab, DisclosureTab, PatentsTab
from techmgr.casefile.screens.words import step_words
from techmgr.core.references import Reference
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.desktop.strip import Step, StepStrip
from techmgr.desktop.widgets import column, holding, line
from techmgr.office.screens.bench import bench_of
from techmgr.storage.office import Office
from techmgr.technology.queries import StepRow

_TABS = (
    "overview",
    "disclosure",
    "patents",
    "agreements",
    "money",
    "documents",
    "notes",
    "history",
)
_CALM = (State.NOT_STARTED, State.DONE, State.WAIVED, State.PLANNED)


class CasePage(CaseInTime):
    """Shows one case at a time; everything about it is read at once, beside the window."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.start_time(bench_of(window, office))
        self.case: CaseFile | None = None
        self._step = -1
        self.head = CaseHead(self.bench, self.show_actions)
        self.strip = StepStrip()
        self.strip.chosen.connect(self.open_step)
        self._panel = CaseSide(self.bench, self.add_task, partial(self.show_tab, "money"))
        self.overview = Overview(self.bench)
        self.overview.opened.connect(self._open_source)
        self.documents = DocumentsTab(self)
        self.notes = NotesTab(self)
        self._tabs: dict[str, Any] = dict(
            zip(
                _TABS,
                (
                    self.overview, DisclosureTab(self), PatentsTab(self), AgreementsTab(self),
                    MoneyTab(self), self.documents, self.notes, HistoryTab(self),
                ),
                strict=True,
            )
        )  # fmt: skip
        self._build()

    def _build(self) -> None:
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Parts of the case"))
        self._stack = QStackedWidget()
        for name in _TABS:
            self.tabs.addTab(self._tab_words()[name])
            self._stack.addWidget(self._tabs[name])
        self.tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self.tabs.currentChanged.connect(lambda *_: self.status_changed.emit())
        strip = holding(column(self.strip, margins=(16, 0, 16, 4)))
        tabs = holding(column(self.tabs, margins=(16, 0, 16, 0)))
        parts = column(self.head, strip, tabs, line(), self._stack)
        parts.setStretch(4, 1)
        self._body = holding(parts)
        self._bar = holding(column(self.as_of, margins=(16, 10, 16, 0)))
        page = column(self._bar, self._body, None)
        page.setStretch(1, 1000)
        self.setLayout(page)
        self.setFocusProxy(self.tabs)

    def _tab_words(self) -> dict[str, str]:
        return {
            "overview": self.tr("Overview"),
            "disclosure": self.tr("Disclosure"),
            "patents": self.tr("Patents"),
            "agreements": self.tr("Agreements"),
            "money": self.tr("Money"),
            "documents": self.tr("Documents"),
            "notes": self.tr("Notes and tasks"),
            "history": self.tr("History"),
        }

    # What is shown

    def open(self, place: Place) -> None:
        is_other = place.reference != self.place.reference
        super().open(place)
        if is_other:
            self.case = None
            self.tabs.setCurrentIndex(0)
        if "tab" in place.extra:
            self.show_tab(place.extra["tab"])
        self.past = None
        self.return_to_today()
        self.read()

    def show_file(self, found: CaseFile | None) -> None:
        self.case = found
        self._body.setVisible(found is not None)
        if found is not None:
            self._show(found, read_only=self.past is not None)
        else:
            self._panel.show_parts([])
        self.title_changed.emit()
        self.commands_changed.emit()

    def _show(self, found: CaseFile, *, read_only: bool) -> None:
        self.head.show_case(found)
        self.head.actions_button.setVisible(not read_only)
        self._step = _current(found.steps)
        self.strip.show_steps([_step(row) for row in found.steps], self._step)
        for tab in self._tabs.values():
            tab.show_read_only(read_only=read_only)
            tab.show_case(found)
        self._panel.show_case(found, read_only=read_only)
        self._count_tabs(found)

    def _count_tabs(self, found: CaseFile) -> None:
        counts = {
            "disclosure": len(found.disclosures) if len(found.disclosures) > 1 else 0,
            "patents": len(found.rights),
            "agreements": len(found.agreements),
            "documents": len(found.files),
            "notes": len(found.notes) + sum(task.done_on is None for task in found.tasks),
        }
        for place, name in enumerate(_TABS):
            count = counts.get(name, 0)
            words = self._tab_words()[name]
            self.tabs.setTabText(place, f"{words}  {count}" if count else words)

    def show_tab(self, name: str) -> None:
        """Show a tab by name."""
        self.tabs.setCurrentIndex(_TABS.index(name))

    def _open_source(self, source: Reference) -> None:
        tab = {
            "receipt": "money",
            "expense": "money",
            "patent": "patents",
            "agreement": "agreements",
            "disclosure": "disclosure",
            "share_plan": "disclosure",
            "decision": "notes",
        }.get(source.kind)
        if tab is not None:
            self.show_tab(tab)

    # The window

    def title(self) -> str:
        return self.case.head.number if self.case is not None else ""

    def panel(self) -> QWidget:
        return self._panel

    def changed(self, _references: frozenset[Reference]) -> None:
        self.read()

    def status(self) -> str:
        if self.case is None or self._step < 0:
            return ""
        row = self.case.steps[self._step]
        return f"{showing.words(row.name)}: <b>{step_words(row)}</b>"

    def keys(self) -> list[Key]:
        if self.past is not None:
            return [
                Key(", .", self.tr("change before, after")),
                Key("H", self.tr("another day")),
                Key("Esc", self.tr("today")),
            ]
        return [
            *self._next_keys(),
            Key("1–9", self.tr("step")),
            Key("E", self.tr("edit")),
            Key("N", self.tr("note")),
            Key(".", self.tr("actions")),
            Key("Esc", self.tr("back")),
        ]

    def _next_keys(self) -> list[Key]:
        """What waits for an answer comes first."""
        if self.waiting() is not None:
            return [Key("A", self.tr("accept the disclosure"))]
        drafts = [row for row in self.case.agreements if row.state == "draft"] if self.case else []
        on_them = _TABS[self.tabs.currentIndex()] == "agreements"
        return [Key("Enter", self.tr("sign the draft"))] if drafts and on_them else []

    def commands(self) -> list[Command]:
        turn = [
            Command("next_tab", self.tr("Next part"), partial(self._turn, 1), "]"),
            Command("previous_tab", self.tr("Previous part"), partial(self._turn, -1), "["),
        ]
        if self.past is not None:
            return [*self.commands_in_time(), *turn]
        steps = [
            Command(
                f"step{number}",
                self.tr("Step {number}").format(number=number),
                partial(self.open_step, number - 1),
                str(number),
            )
            for number in range(1, 10)
        ]
        menu = Command("actions", self.tr("Actions of this case"), self.show_actions, ".")
        return [*self.actions_of_case(), menu, *self.commands_in_time(), *turn, *steps]

    def _turn(self, by: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + by) % len(_TABS))


def _step(row: StepRow) -> Step:
    day = row.due if row.state in {"overdue", "due_soon"} else row.since
    text = f"{day:%b %Y}" if day and not showing.language.startswith("zh") else ""
    if day and not text:
        text = f"{day:%Y-%m}"
    return Step(showing.words(row.name), State(row.state.value), step_words(row), text, row.person)


def _current(steps: tuple[StepRow, ...]) -> int:
    """The step the page is about: what is late, else the last one under way."""
    states = [State(row.state.value) for row in steps]
    if State.OVERDUE in states:
        return states.index(State.OVERDUE)
    going = [place for place, state in enumerate(states) if state not in _CALM]
    return going[-1] if going else -1
