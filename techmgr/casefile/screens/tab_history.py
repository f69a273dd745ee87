"""The tab of a case's history: every action with before and after, and the case as of a day."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from sqlalchemy.orm import Session

from techmgr.casefile.queries_case import CaseAsOf, CaseFile, case_as_of, history_of_case
from techmgr.casefile.screens.tab import Tab
from techmgr.core.errors import UserError
from techmgr.core.texts import Text
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.fields import DateField
from techmgr.desktop.figures import facts
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button, column, holding, label, row
from techmgr.people.model import Organisation, Person
from techmgr.storage.history import HistoryRow
from techmgr.storage.trail_words import action_words, field_words, record_words, state_words
from techmgr.technology.steps import NAMES, STATE_NAMES, State, Step

if TYPE_CHECKING:
    from techmgr.casefile.screens.case_page import CasePage

translate = QCoreApplication.translate
_QUIET = frozenset({"id", "version", "case_id", "subject", "summary_values"})


@dataclass(frozen=True, slots=True)
class Line:
    """One field that an action changed."""

    at: datetime
    moment: str
    officer: str
    action: str
    record: str
    field: str
    before: str
    after: str
    reason: str


class HistoryTab(Tab):
    """Read when first shown, and again after every change while it is shown."""

    def __init__(self, page: "CasePage") -> None:
        super().__init__()
        self._page = page
        self._found: CaseFile | None = None
        self.table = RecordTable(
            [
                Column("moment", self.tr("When"), width=150, sortable=False),
                Column("officer", self.tr("Who"), Kind.PERSON, width=48, initials=True),
                Column("action", self.tr("What"), width=150),
                Column("record", self.tr("Record"), width=110, secondary=True, gives_up=1),
                Column("field", self.tr("Field"), width=110),
                Column("before", self.tr("Before"), stretch=True, secondary=True, tip=lambda e: e.before),
                Column("after", self.tr("After"), stretch=True, tip=lambda e: e.after),
                Column("reason", self.tr("Reason"), width=150, gives_up=2, tip=lambda e: e.reason),
            ],
            name=self.tr("History"),
        )  # fmt: skip
        self.day = DateField(name="as_of")
        self.day.setFixedWidth(150)
        show = Button(self.tr("Show"), self.show_as_of, small=True)
        today = Button(self.tr("Back to today"), self.leave_as_of, kind="link", small=True)
        self._as_of = column(gap=6)
        words = label(self.tr("As the office had it recorded at the end of"), "body", "secondary")
        self.section(
            self.tr("As of a day"),
            holding(column(row(words, self.day, show, today, None), self._as_of, gap=6)),
        )
        self._section = self.section(
            self.tr("Everything that was changed"), self.table, empty=self.tr("Nothing yet.")
        )
        self.setFocusProxy(self.table)

    def show_case(self, found: CaseFile) -> None:
        if self._found is not None and self._found.head.id != found.head.id:
            self.leave_as_of()
            self.table.show_rows([])
        self._found = found
        if self.isVisible():
            self.look()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self.look()

    def look(self) -> None:
        """Read the history of the case that is shown."""
        if self._found is not None:
            self._page.bench.read(
                _history, self._found.head.id, owner=self, then=self._show, key="history"
            )

    def _show(self, lines: list[Line]) -> None:
        self._section.show_rows(lines)
        self.table.fit_height(400)

    def show_as_of(self) -> None:
        """Show the case as the office had it recorded at the end of the chosen day."""
        try:
            day = self.day.value()
        except UserError as error:
            self.day.show_problem(error)
            return
        if day is None or self._found is None:
            self.day.show_problem(self.tr("Choose a day."))
            return
        self._page.bench.read(
            _as_of, self._found.head.id, self._end_of(day), owner=self,
            then=lambda read: self._show_as_of(day, read), key="as_of",
        )  # fmt: skip

    def _end_of(self, day: date) -> datetime:
        zone = self._page.bench.office.time_zone
        return datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC)

    def _show_as_of(self, day: date, read: tuple[CaseAsOf, dict[str, str]] | None) -> None:
        self._clear()
        if read is None:
            words = self.tr("On {day} the office had nothing recorded of this case.")
            self._as_of.addWidget(label(words.format(day=showing.day(day)), "body", "warn"))
            return
        found, names = read
        pairs = [(showing.words(field_words(name)), _value(name, value, names)) for name, value in found.record.items()
                 if name not in _QUIET and value not in {None, ""}]  # fmt: skip
        pairs += [
            (showing.words(NAMES[Step(step)]), showing.words(STATE_NAMES[State(image["state"])]))
            for step, image in sorted(found.steps.items())
        ]
        head = self.tr("As of {day}, audit entry {number}")
        words = head.format(day=showing.day(day), number=found.entry)
        self._as_of.addWidget(label(words, "strong"))
        self._as_of.addWidget(facts(pairs, 130))

    def _clear(self) -> None:
        while (item := self._as_of.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def leave_as_of(self) -> None:
        """Show the present only."""
        self._clear()
        self.day.set_value(None)


def _history(session: Session, case_id: int) -> list[Line]:
    rows = history_of_case(session, case_id)
    names = _names(session)
    lines = [line for row in rows for line in _lines(row, names)]
    return [_once(line, before) for line, before in zip(lines, [None, *lines], strict=False)]


def _once(line: Line, before: Line | None) -> Line:
    """Who and when stand on the first line of an action only."""
    same = before is not None and (line.at, line.action) == (before.at, before.action)
    return replace(line, officer="", action="", moment="", reason="") if same else line


def _lines(row: HistoryRow, names: dict[str, str]) -> list[Line]:
    kept = [c for c in row.changes if c.field not in _QUIET]
    if row.event == "made":
        kept = [c for c in kept if c.after not in {None, "", 0}][:6]
    action = showing.words(action_words(row.action))
    if row.undoes is not None:
        action = translate("History", "Undone")
    record = showing.words(record_words(row.record.kind))
    return [
        Line(
            row.at,
            _moment(row.at),
            row.officer,
            action,
            record,
            showing.words(field_words(change.field)),
            _value(change.field, change.before, names),
            _value(change.field, change.after, names),
            row.reason or "",
        )
        for change in kept
    ]


def _as_of(
    session: Session, case_id: int, moment: datetime
) -> tuple[CaseAsOf, dict[str, str]] | None:
    found = case_as_of(session, case_id, moment)
    return (found, _names(session)) if found is not None else None


def _names(session: Session) -> dict[str, str]:
    """The names of people and organisations, so that no number stands for them."""
    people = session.query(Person.id, Person.name)
    organisations = session.query(Organisation.id, Organisation.name)
    found = {f"person:{number}": name for number, name in people}
    return found | {f"organisation:{number}": name for number, name in organisations}


_PEOPLE = ("manager_id", "person_id", "from_person_id", "to_person_id")
_SAID: dict[str, Callable[[str], Text]] = {"state": state_words, "summary": Text}
_PLACES = ("department_id", "organisation_id", "centre_id", "holder_id", "offered_to_id")


def _value(name: str, value: Any, names: dict[str, str]) -> str:
    if value is None:
        return ""
    if name in _PEOPLE:
        return names.get(f"person:{value}", str(value))
    if name in _PLACES:
        return names.get(f"organisation:{value}", str(value))
    if name == "step" and value in set(Step):
        return showing.words(NAMES[Step(value)])
    if name in _SAID:
        return showing.words(_SAID[name](value))
    return " ".join(str(value).split())


def _moment(at: datetime) -> str:
    return f"{showing.day(at.date())} {at:%H:%M}"
