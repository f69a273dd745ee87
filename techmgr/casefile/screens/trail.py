"""The trail of a case as lines to read: each field as an officer would write it, before and after."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication
from sqlalchemy.orm import Session

from techmgr.casefile.queries_case import history_of_case
from techmgr.casefile.queries_labels import labels_of
from techmgr.casefile.screens.words import moment_words
from techmgr.core.money import Money
from techmgr.core.references import Reference, reference
from techmgr.core.texts import Text
from techmgr.desktop.showing import showing
from techmgr.office.screens.lists import Lists
from techmgr.storage.base import Record
from techmgr.storage.history import HistoryRow
from techmgr.storage.past import Recorded
from techmgr.storage.trail_words import action_words, field_words, record_words, state_words
from techmgr.storage.types import Day, Flag, Moment
from techmgr.technology.steps import NAMES, Step

translate = QCoreApplication.translate
_QUIET = frozenset(
    {"id", "version", "case_id", "summary_values", "values", "facts", "sha256", "position_in_list"}
    | {"currency", "base_currency", "docket_record_id", "event_id", "rate_id", "numerator", "denominator"}
)  # fmt: skip
# Amounts in minor units, and the column that holds their currency.
_AMOUNTS = {
    "amount": "currency", "bank_fees": "currency", "base_minor": "base_currency", "gross": "currency",
    "minor": "currency", "recovered": "base_currency", "withheld_tax": "currency",
}  # fmt: skip
_LISTS = {
    ("agreement", "exclusivity"): "exclusivity",
    ("agreement", "kind"): "agreement_kind",
    ("decision", "kind"): "decision_kind",
    ("decision", "outcome"): "decision_outcome",
    ("expense", "kind"): "expense_kind",
    ("expense", "payer"): "expense_payer",
    ("inventor", "assignment"): "assignment",
    ("inventor", "position"): "position",
    ("note", "kind"): "note_kind",
    ("patent", "kind"): "right_kind",
    ("patent", "state"): "right_state",
    ("receipt", "income_type"): "income_type",
    ("technology", "field"): "field",
    ("technology", "status"): "case_status",
    ("technology", "type"): "case_type",
    ("title_offer", "answer"): "title_answer",
}
_MOST = 8  # fields of a record that was made


@dataclass(frozen=True, slots=True)
class Line:
    """One field that an action changed."""

    recorded: Recorded
    moment: str
    officer: str
    action: str
    record: str
    field: str
    before: str
    after: str
    reason: str


def trail_of(session: Session, case_id: int) -> tuple[list[HistoryRow], dict[Reference, str]]:
    """Read what happened to a case, and what the records it names are called."""
    rows = history_of_case(session, case_id)
    named = {
        each for row in rows for image in (row.before, row.after) for each in _named(row, image)
    }
    return rows, labels_of(session, named | {row.record for row in rows})


def _named(row: HistoryRow, image: Mapping[str, Any]) -> Iterator[Reference]:
    for name, value in image.items():
        if (found := _reference(row.record.kind, name, value)) is not None:
            yield found


def _reference(kind: str, field: str, value: Any) -> Reference | None:
    """Return the record a stored value names, by key or as `patent:4`."""
    column = Record.metadata.tables[kind].columns.get(field)
    if column is not None and value and (key := next(iter(column.foreign_keys), None)):
        return Reference(key.column.table.name, int(value))
    if field in {"subject", "source"} and value:
        return reference(value)
    return None


class Trail:
    """Puts the trail into lines, in the language of the window."""

    def __init__(self, lists: Lists, labels: Mapping[Reference, str], zone: tzinfo) -> None:
        self._lists = lists
        self._labels = labels
        self._zone = zone

    def lines(self, rows: Iterable[HistoryRow]) -> list[Line]:
        """Return a line for each field; who and when stand on the first of an action only."""
        lines = [line for row in rows for line in self._lines(row)]
        return [_once(line, before) for line, before in zip(lines, [None, *lines], strict=False)]

    def _lines(self, row: HistoryRow) -> Iterator[Line]:
        action = showing.words(action_words(row.action))
        if row.undoes is not None:
            action = translate("History", "Undone")
        for field, before, after in self._fields(row):
            yield Line(
                Recorded(row.number, row.at),
                moment_words(row.at, self._zone),
                row.officer,
                action,
                self._record(row),
                field,
                before,
                after,
                row.reason or "",
            )

    def _record(self, row: HistoryRow) -> str:
        """A receipt by its number, a step by its name; else what kind of record it is."""
        if row.record.kind == "case_step":
            return showing.words(NAMES[Step((row.after or row.before)["step"])])
        kind = showing.words(record_words(row.record.kind))
        called = self._labels.get(row.record)
        return kind if called is None or row.record.kind == "technology" else called

    def _fields(self, row: HistoryRow) -> Iterator[tuple[str, str, str]]:
        quiet = _QUIET | ({"step"} if row.record.kind == "case_step" else set())
        changed = [change.field for change in row.changes if change.field not in quiet]
        if row.event == "made":
            changed = [field for field in changed if row.after.get(field) not in {None, "", 0}]
            changed = changed[:_MOST]
        for field in changed:
            yield (
                showing.words(field_words(field)),
                self._value(row.record.kind, field, row.before),
                self._value(row.record.kind, field, row.after),
            )
        if any(change.field in {"numerator", "denominator"} for change in row.changes):
            name = "rate" if row.record.kind in {"agreement_term", "exchange_rate"} else "share"
            yield showing.words(field_words(name)), _share(row.before), _share(row.after)

    def _value(self, kind: str, field: str, image: Mapping[str, Any]) -> str:
        value = image.get(field)
        if value is None or value == "":
            return ""
        if field in _AMOUNTS:
            return self._amount(value, image.get(_AMOUNTS[field]))
        if (named := _reference(kind, field, value)) is not None:
            gone = f"{showing.words(record_words(named.kind))} {named.id}"
            return self._labels.get(named, gone)
        if (list_name := _LISTS.get((kind, field))) is not None:
            return self._lists.word(list_name, value)
        return self._plain(kind, field, value)

    def _amount(self, minor: int, currency: str | None) -> str:
        settings = self._lists.settings
        known = currency or (settings.base_currency if settings else "USD")
        return f"{known} {showing.money(Money(minor, known))}"

    def _plain(self, kind: str, field: str, value: Any) -> str:
        column = Record.metadata.tables[kind].columns.get(field)
        stored = type(column.type) if column is not None else None
        if stored is Day:
            return showing.day(date.fromisoformat(value))
        if stored is Moment:
            return moment_words(datetime.fromisoformat(value), self._zone)
        if stored is Flag:
            return translate("History", "yes") if value else translate("History", "no")
        if field == "step" and value in set(Step):
            return showing.words(NAMES[Step(value)])
        if field in {"state", "summary"}:
            return showing.words(state_words(value) if field == "state" else Text(value))
        return " ".join(str(value).split())


def _share(image: Mapping[str, Any]) -> str:
    numerator, denominator = image.get("numerator"), image.get("denominator")
    return showing.share(Fraction(numerator, denominator)) if numerator and denominator else ""


def _once(line: Line, before: Line | None) -> Line:
    same = before is not None and before.recorded == line.recorded
    return replace(line, officer="", action="", moment="", reason="") if same else line
