"""The parts of a right's page: tables of deadlines, events, shares and history under their titles."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button, column, label, row
from techmgr.docket.queries import DeadlineRow, EventRow
from techmgr.docket.screens.columns import deadline_columns
from techmgr.office.screens.bench import Bench
from techmgr.patents.screens.events import event_words
from techmgr.storage.history import HistoryRow
from techmgr.storage.trail_words import action_words, field_words

translate = QCoreApplication.translate
_ELSEWHERE = frozenset({"record", "case_title"})
# The last days of a term lie in years that are not this one, and are written whole.
_WIDTHS = {"safe": 146, "legal": 132, "last": 128}
_QUIET = frozenset({"id", "version", "right_id", "bare_numbers"})
_MOST = 200


class Part(QWidget):
    """A titled part of the page; a sentence stands in place of a table without rows."""

    def __init__(
        self, title: str, shown: QWidget, buttons: Sequence[Button], empty: str = ""
    ) -> None:
        super().__init__()
        self.title = label(title, "strong")
        self.shown = shown
        self._empty = label(empty, "body", "tertiary", wrap=True)
        self._empty.hide()
        self.setLayout(
            column(row(self.title, None, *buttons), 4, shown, self._empty, margins=(0, 12, 0, 4))
        )

    def show_rows(self, rows: Sequence[object]) -> None:
        """Exchange the rows of the table."""
        assert isinstance(self.shown, RecordTable), "the family has no rows of its own"
        self.shown.show_rows(rows)
        self.shown.fit_height(_MOST)
        self.shown.setVisible(bool(rows))
        self._empty.setVisible(not rows)


def deadline_table(bench: Bench) -> RecordTable:
    """The deadlines of the right; what they are about stands above."""
    columns = [
        replace(each, width=max(each.width, _WIDTHS.get(each.key, 0)))
        for each in deadline_columns(bench)
        if each.key not in _ELSEWHERE
    ]
    return RecordTable(
        columns, name=translate("RightParts", "Deadlines"), identity=lambda each: each.id
    )


def is_over(each: DeadlineRow, today: date) -> bool:
    """Tell whether nothing is to be done any more: decided, or an opportunity that has passed."""
    return each.state != "open" or (not each.is_duty and each.legal < today)


def event_table() -> RecordTable:
    """What happened, the newest first; Enter corrects."""
    return RecordTable(
        [
            Column("on_day", translate("RightParts", "Day"), Kind.DATE, width=120),
            Column(
                "title", translate("RightParts", "What happened"), stretch=True, value=event_words,
                tone=lambda each: "text_secondary" if each.kind == "office_entry" else "",
            ),
            Column("source", translate("RightParts", "Known from"), width=190, secondary=True, value=_source),
            Column("recorded_by", translate("RightParts", "By"), Kind.PERSON, width=48, initials=True),
        ],
        name=translate("RightParts", "Events"),
        identity=lambda each: each.id,
    )  # fmt: skip


def _source(each: EventRow) -> str:
    if each.source is None:
        code = each.facts.get("code")
        return (
            translate("RightParts", "office code {code}").format(code=code)
            if code
            else translate("RightParts", "entered")
        )
    own = each.kind in {"filed", "filed.provisional", "filed.pct", "published", "granted"}
    return translate("RightParts", "the record") if own else translate("RightParts", "its family")


def share_table() -> RecordTable:
    """Cases with exact shares and the day from which they hold; Enter opens a case."""
    return RecordTable(
        [
            Column("number", translate("RightParts", "Case"), width=90),
            Column("title", translate("RightParts", "Title"), stretch=True),
            Column(
                "share", translate("RightParts", "Share"), Kind.SHARE, width=100,
                tone=lambda each: "" if each.is_in_force else "text_tertiary",
            ),
            Column(
                "from_day", translate("RightParts", "From"), width=150,
                value=lambda each: showing.day(each.from_day)
                if each.from_day
                else translate("RightParts", "the beginning"),
            ),
            Column(
                "is_in_force", translate("RightParts", "In force"), width=90, secondary=True,
                value=lambda each: translate("RightParts", "today") if each.is_in_force else "",
            ),
        ],
        name=translate("RightParts", "Cases"),
        identity=lambda each: (each.case_id, each.from_day),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One action on the right, with what it changed."""

    moment: str
    officer: str
    action: str
    changed: str
    reason: str


def history_table() -> RecordTable:
    """Every action on the record, the newest first."""
    return RecordTable(
        [
            Column("moment", translate("RightParts", "When"), width=150, sortable=False),
            Column("officer", translate("RightParts", "Who"), Kind.PERSON, width=48, initials=True),
            Column("action", translate("RightParts", "What"), width=150),
            Column(
                "changed", translate("RightParts", "Changed"), stretch=True, secondary=True,
                tip=lambda each: each.changed,
            ),
            Column("reason", translate("RightParts", "Reason"), width=150, gives_up=1),
        ],
        name=translate("RightParts", "History"),
    )  # fmt: skip


def history_lines(rows: Sequence[HistoryRow]) -> list[Line]:
    """One line for each action on each record of the right."""
    return [
        Line(
            f"{showing.day(each.at.date())} {each.at:%H:%M}",
            each.officer,
            translate("RightParts", "Undone")
            if each.undoes is not None
            else showing.words(action_words(each.action)),
            _changed(each),
            each.reason or "",
        )
        for each in rows
        if each.record.kind == "patent"
    ]


def _changed(each: HistoryRow) -> str:
    if each.event == "made":
        return translate("RightParts", "recorded")
    said = [
        f"{showing.words(field_words(change.field))}: {_value(change.before)} → {_value(change.after)}"
        for change in each.changes
        if change.field not in _QUIET
    ]
    return "; ".join(said)


def _value(value: object) -> str:
    return "–" if value in {None, ""} else " ".join(str(value).split())
