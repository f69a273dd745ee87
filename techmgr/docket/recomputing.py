"""Deadlines kept as rules and events say: one read, one computing in memory, one write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from techmgr.core.days import roll_back
from techmgr.core.references import Reference
from techmgr.core.texts import Text, say
from techmgr.docket.book import Book, book_on
from techmgr.docket.due import Due
from techmgr.docket.model import Deadline, DocketRecord
from techmgr.docket.queries import title_of
from techmgr.docket.queries_why import computed, event_id, events_by_record
from techmgr.docket.rules import Rule
from techmgr.storage.bulk import among, insert_rows, next_ids, update_rows
from techmgr.storage.unit import Unit
from techmgr.technology.recording import record
from techmgr.technology.steps import Step

Stored = Mapping[str, Any]  # the columns of a record or a deadline: no object for each
_AT_ONCE = 500  # records read, computed and written together
_STEP_OF_RULE = {
    "bd.disclosure": Step.DISCLOSURE,
    "bd.utilisation": Step.MONITORING,
    "agr.option": Step.MARKETING,
}
_STEP_OF_RULES = {"office": Step.ASSESSMENT, "agr": Step.MONITORING}


class How(StrEnum):
    """What became of a deadline when its record was computed again."""

    NEW = "new"
    MOVED = "moved"
    ENDED = "ended"  # nothing is due any more
    REOPENED = "reopened"
    KEPT = "kept"  # decided already: it stays as it was decided, though the day would be another


@dataclass(frozen=True, slots=True)
class Change:
    """A deadline that is not as it was; legal days before and after."""

    how: How
    deadline_id: int
    case_id: int | None
    step: int | None
    title: Text
    before: date | None
    after: date | None
    record: str = ""  # what lists call the record it is about


def recompute(unit: Unit, record_ids: Sequence[int]) -> list[Change]:
    """Compute the deadlines of these records again and return what changed; linear in events.

    What moved or ended is told on the timeline of its case. Decided deadlines and those set by
    hand are left alone.
    """
    unit.session.flush()
    book, changes = book_on(unit.session, unit.today), list[Change]()
    for start in range(0, len(record_ids), _AT_ONCE):
        piece = record_ids[start : start + _AT_ONCE]
        changes += _recompute(unit, book, piece)
        unit.progress(min(start + _AT_ONCE, len(record_ids)), len(record_ids))
    unit.session.flush()
    for change in changes:
        _tell(unit, change)
    return changes


def _recompute(unit: Unit, book: Book, ids: Sequence[int]) -> list[Change]:
    records = _records(unit, ids)
    events = events_by_record(unit.session, ids)
    stored = _stored(unit, ids)
    rows: list[dict[str, Any]] = []
    written: dict[int, Mapping[str, Any]] = {}
    changes: list[Change] = []
    for each in records.values():
        dues = computed(book, each["facts"], events.get(each["id"], []))
        of_record = stored.get(each["id"], [])
        for row in of_record:
            values, change = _kept(unit, each, row, dues.get((row["rule"], row["event_id"])))
            written[row["id"]] = values
            changes += [change] if change else []
        known = {(row["rule"], row["event_id"]) for row in of_record}
        rows += [_new(unit, each, due) for key, due in dues.items() if key not in known]
    update_rows(unit.session, Deadline, written, lambda _: None)
    for row, number in zip(rows, next_ids(unit.session, Deadline, len(rows)), strict=True):
        row["id"] = number
        label = records[row["docket_record_id"]]["label"]
        changes.append(_change(How.NEW, row, (None, row["legal"]), label))
    insert_rows(unit.session, Deadline, rows, lambda _: None)
    return changes


def _records(unit: Unit, ids: Sequence[int]) -> dict[int, Stored]:
    rows = select(DocketRecord.__table__).where(among(DocketRecord.id, ids))
    return {row["id"]: dict(row) for row in unit.session.execute(rows).mappings()}


def _stored(unit: Unit, ids: Sequence[int]) -> dict[int, list[Stored]]:
    found: dict[int, list[Stored]] = {}
    of_rules = select(Deadline.__table__).where(
        among(Deadline.docket_record_id, ids), Deadline.by_hand.is_(False)
    )
    for row in unit.session.execute(of_rules).mappings():
        found.setdefault(row["docket_record_id"], []).append(dict(row))
    return found


def _kept(
    unit: Unit, record: Stored, row: Stored, due: Due | None
) -> tuple[Mapping[str, Any], Change | None]:
    """Return what is to be written of a deadline that is stored, and the change to tell of it."""
    if row["decided_by"]:
        if due is None or due.legal == row["legal"] or row["extended_to"]:
            return {}, None
        return {}, _change(How.KEPT, row, (row["legal"], due.legal), record["label"])
    asked = _dated(row, record, due) if due else _gone(row, unit.today)
    values = {name: value for name, value in asked.items() if row[name] != value}
    now, states = {**row, **values}, {row["state"], asked.get("state", row["state"])}
    days = (row["legal"], now["legal"])
    if days[0] != days[1] and "open" in states:
        values |= {"set_by": unit.officer, "checked_by": "", "checked_on": None}
        return values, _change(How.MOVED, now, days, record["label"])
    if len(states) > 1 and now["state"] in {"open", "ended"}:
        how = How.REOPENED if now["state"] == "open" else How.ENDED
        return values, _change(how, now, days, record["label"])
    return values, None


def _dated(row: Stored, record: Stored, due: Due) -> dict[str, Any]:
    values = said(due.rule) | dates(due) | standing(due, record["asked_from"])
    months = row["extension_months"]
    ladder = {each.months: each.legal for each in due.extensions}
    to_day = ladder.get(months) if months else row["extended_to"]
    if to_day is None or to_day <= due.legal:
        return values | {"extension_months": 0, "extended_to": None}
    values |= {"legal": to_day, "safe": roll_back(to_day, due.calendar), "extended_to": to_day}
    return values | {"last": max(values["last"], to_day)}


def _gone(row: Stored, today: date) -> dict[str, Any]:
    if row["state"] != "open":
        return {}
    return {"state": "ended", "on_day": today}


def _new(unit: Unit, record: Stored, due: Due) -> dict[str, Any]:
    rule = due.rule
    return {
        "id": 0,
        "subject": record["subject"],
        "docket_record_id": record["id"],
        "case_id": record["case_id"],
        "rule": rule.code,
        "event_id": event_id(due),
        **said(rule),
        "set_by": unit.officer,
        **dates(due),
        **standing(due, record["asked_from"]),
    }


def said(rule: Rule) -> dict[str, Any]:
    """Return what a deadline repeats of its rule."""
    return {
        "step": step_of_rule(rule).value,
        "kind": rule.kind or "other",
        "title": str(rule.name),
        "citation": rule.citation,
        "is_hard": rule.hard,
        "is_duty": rule.is_duty,
    }


def step_of_rule(rule: Rule) -> Step:
    """Return the step of a case a rule's deadlines belong to."""
    by_family = _STEP_OF_RULES.get(rule.code.partition(".")[0], Step.PROTECTION)
    return _STEP_OF_RULE.get(rule.code, by_family)


def dates(due: Due) -> dict[str, Any]:
    """Return the days of a computed deadline as they are stored."""
    return {
        "raw": due.raw,
        "legal": due.legal,
        "safe": min(due.safe, due.legal),
        "opens": due.opens,
        "surcharge_until": due.surcharge_until,
        "last": due.last,
    }


def standing(due: Due, asked_from: date) -> dict[str, Any]:
    """Return what the events alone show: open, done or ended. Overdue is never stored.

    A patent first followed in 2026 does not ask for the fee of 2015.
    """
    if due.met or due.implied:
        return {"state": "done", "on_day": due.met or due.implied}
    if due.ended and due.ended <= due.last:
        return {"state": "ended", "on_day": due.ended}
    if due.last < asked_from:
        return {"state": "ended", "on_day": due.last}
    return {"state": "open", "on_day": None}


def _change(
    how: How, row: Stored, days: tuple[date | None, date | None], record_label: str
) -> Change:
    title = title_of(row["rule"], row["title"])
    text = title if isinstance(title, Text) else say("{title}", title=title)
    return Change(how, row["id"], row["case_id"], row["step"], text, *days, record_label)


def _tell(unit: Unit, change: Change) -> None:
    """Say on the case's timeline what moved; a new deadline is in the list, and not told."""
    if change.case_id is None or change.how not in {How.MOVED, How.ENDED}:
        return
    values = {"title": change.title, "before": str(change.before), "after": str(change.after)}
    text = (
        say("{title}: the date moved from {before} to {after}", **values)
        if change.how is How.MOVED
        else say("{title}: nothing is due any more", title=change.title)
    )
    source = Reference("deadline", change.deadline_id)
    step = change.step or Step.PROTECTION
    record(unit, change.case_id, unit.today, step, "attention", text, source)
