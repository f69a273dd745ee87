"""The first tab of a case: abstract, the nine steps over time, and what happened."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from techmgr.casefile.queries_case import CaseFile
from techmgr.casefile.screens.words import step_names, step_words
from techmgr.core.texts import words
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.lanes import Bar, Lanes, Mark
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button, column, holding, label, row, scrolled
from techmgr.office.screens.bench import Bench
from techmgr.technology.queries import HappeningRow, StepRow
from techmgr.technology.steps import ENDED, NAMES, Step
from techmgr.technology.steps import State as StepState

translate = QCoreApplication.translate
_LONG = 420
_MARKED = ("event", "contract", "attention", "money")


class Overview(QWidget):
    """The list and the lanes hold the same happenings: choosing a mark goes to its line."""

    opened = Signal(object)  # the reference a happening came from

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._found: CaseFile | None = None
        self._kind = ""
        self.abstract = label("", "body", "secondary", wrap=True)
        self.abstract.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._whole = False
        self._more = Button(self.tr("Show all"), self._turn_abstract, kind="link", small=True)
        self.lanes = Lanes(step_names())
        self.lanes.chosen.connect(self._go_to)
        self.happened = RecordTable(
            _columns(), name=self.tr("What happened"), identity=lambda shown: shown.id
        )
        self.happened.opened.connect(self._open)
        self._kinds = Button(self.tr("All kinds"), self._choose_kind, small=True)
        legend = self.tr("bar: step open    ◆ contract or grant    ● event    ○ needs attention")
        steps = row(
            label(self.tr("Nine steps over time"), "strong"), None, label(legend, "micro", "secondary")
        )  # fmt: skip
        what = row(label(self.tr("What happened"), "strong"), None, self._kinds)
        inside = column(
            self.abstract, row(self._more, None), 10, steps, 4, self.lanes, 14, what, 4, self.happened, None,
            margins=(16, 12, 16, 16),
        )  # fmt: skip
        self.setLayout(column(scrolled(holding(inside, "page"))))
        self.setFocusProxy(self.happened)

    def show_read_only(self, *, read_only: bool) -> None:
        """Nothing is changed here in any case."""

    def show_case(self, found: CaseFile) -> None:
        """Exchange what is shown."""
        self._found = found
        self._show_abstract(found.head.abstract, whole=False)
        marks = [
            Mark(int(h.step) - 1, h.on_day, h.kind, words(h.text, showing.language), h.id)
            for h in found.happenings
            if h.kind in _MARKED
        ]
        bars = [_bar(step, found) for step in found.steps if step.since or step.started]
        self.lanes.show_lanes(bars, marks, found.today)
        self._show_happened()

    def _show_abstract(self, text: str, *, whole: bool) -> None:
        is_long = len(text) > _LONG
        shown = text if whole or not is_long else text[:_LONG].rsplit(" ", 1)[0] + " …"
        self.abstract.setText(shown)
        self.abstract.setVisible(bool(text))
        self._more.setVisible(is_long)
        self._more.setText(self.tr("Show less") if whole else self.tr("Show all"))
        self._more.updateGeometry()
        self._whole = whole

    def _turn_abstract(self) -> None:
        if self._found is not None:
            self._show_abstract(self._found.head.abstract, whole=not self._whole)

    def _show_happened(self) -> None:
        assert self._found is not None, "shown after the case was read"
        kept = [h for h in self._found.happenings if self._kind in {"", h.kind}]
        self.happened.show_rows(kept)
        self.happened.fit_height(400)

    def _choose_kind(self) -> None:
        menu = QMenu(self)
        for kind, text in _kinds():
            menu.addAction(text, partial(self.show_kind, kind, text))
        menu.popup(self._kinds.mapToGlobal(self._kinds.rect().bottomLeft()))

    def show_kind(self, kind: str, text: str) -> None:
        """Show only happenings of one kind; all with an empty one."""
        self._kind = kind
        self._kinds.setText(text)
        self._kinds.updateGeometry()
        self._show_happened()

    def _go_to(self, key: int) -> None:
        if self.happened.go_to(key):
            self.happened.setFocus()

    def _open(self, shown: HappeningRow) -> None:
        if shown.source is not None:
            self.opened.emit(shown.source)


def _kinds() -> list[tuple[str, str]]:
    return [
        ("", translate("Overview", "All kinds")),
        ("event", translate("Overview", "Events")),
        ("contract", translate("Overview", "Contracts and grants")),
        ("money", translate("Overview", "Money")),
        ("attention", translate("Overview", "Needs attention")),
    ]


def _columns() -> list[Column]:
    return [
        Column(
            "on_day", translate("Overview", "Day"), Kind.DATE, sortable=False
        ),
        Column(
            "step", translate("Overview", "Step"), width=96, sortable=False, secondary=True,
            value=lambda h: showing.words(NAMES[h.step]), gives_up=1,
        ),
        Column(
            "text", translate("Overview", "What happened"), stretch=True, sortable=False,
            value=lambda h: words(h.text, showing.language),
            tip=lambda h: words(h.text, showing.language),
        ),
        Column(
            "person", translate("Overview", "Who"), Kind.PERSON, width=48, initials=True,
            sortable=False, tip=lambda h: h.person,
        ),
    ]  # fmt: skip


def _bar(step: StepRow, found: CaseFile) -> Bar:
    """A step that has ended has a bar from its start to its end; one under way goes on."""
    start = step.started or step.since or found.today
    ended = step.stored in ENDED
    short = step.step <= Step.ASSESSMENT or step.stored is StepState.WAIVED
    text = step_words(step).lower() if short and step.summary is None else step_words(step)
    if step.step is Step.DISCLOSURE and found.head.received:
        day = showing.day(found.head.received)
        text = translate("Overview", "received {day}").format(day=day)
    return Bar(
        int(step.step) - 1,
        start,
        max(step.since or start, start) if ended else None,
        State(step.stored.value),
        text if short else "",
    )
