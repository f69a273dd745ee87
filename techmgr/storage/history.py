"""What the office had recorded by a moment, and what happened to a record since it was made."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Select, TextClause, column, func, select, table, text
from sqlalchemy.orm import Session

from techmgr.core.references import Reference
from techmgr.storage.audit import AuditChange, AuditEntry

_AT_ONCE = 500  # ids in one statement


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record before and after, as stored (days and times as ISO text)."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """What one action did to one record.

    `event` is made, changed, deleted or redacted; a redacted row has no changes left.
    """

    number: int
    at: datetime
    officer: str
    action: str
    reason: str | None
    undoes: int | None
    record: Reference
    event: str
    changes: tuple[FieldChange, ...]


def entry_at(session: Session, moment: datetime) -> int:
    """Return the number of the last entry made by a moment; 0 before the first."""
    number = session.scalar(select(func.max(AuditEntry.number)).where(AuditEntry.at <= moment))
    return number or 0


def as_of(
    session: Session, table_name: str, ids: Collection[int], at: datetime | int
) -> dict[int, dict[str, Any]]:
    """Return records as the office had them at a moment, or just after an entry's number.

    Values are as stored: days and times ISO text. A record not made yet or deleted by then is left
    out; one whose content was redacted is an empty dict.
    """
    number = at if isinstance(at, int) else entry_at(session, at)
    found: dict[int, dict[str, Any]] = {}
    for some in _in_parts(sorted(ids)):
        for record_id, image in _images(session, table_name, some, number):
            found |= {record_id: image} if image is not None else {}
    return found


def belonging(
    session: Session, table_name: str, column_name: str, value: int | str, at: datetime | int
) -> dict[int, dict[str, Any]]:
    """Return the records that belonged to a parent then, by id: those whose column had the value.

    `belonging(session, "case_step", "case_id", 17, moment)` are case 17's steps at that moment.
    """
    number = at if isinstance(at, int) else entry_at(session, at)
    ids = _now(session, table_name, column_name, value)
    ids |= _before(session, table_name, column_name, value, number)
    images = as_of(session, table_name, ids, number)
    return {each: image for each, image in images.items() if image.get(column_name) == value}


def _now(session: Session, table_name: str, column_name: str, value: int | str) -> set[int]:
    records = table(table_name, column("id"), column(column_name))
    return set(session.scalars(select(records.c.id).where(records.c[column_name] == value)))


def _before(
    session: Session, table_name: str, column_name: str, value: int | str, number: int
) -> set[int]:
    """Return the ids of records changed or deleted since that had the value before."""
    had: ColumnElement[bool] | TextClause
    if session.get_bind().dialect.name == "sqlite":
        had = func.json_extract(AuditChange.before, f"$.{column_name}") == value
    else:
        had = text(f"before::jsonb ->> '{column_name}' = :value").bindparams(value=str(value))
    return set(
        session.scalars(
            select(AuditChange.record_id)
            .join(AuditEntry, AuditEntry.batch == AuditChange.batch)
            .where(AuditChange.table_name == table_name, AuditChange.before.is_not(None), had)
            .where(AuditEntry.number > number)
        )
    )


def _images(
    session: Session, table_name: str, ids: list[int], number: int
) -> Iterator[tuple[int, dict[str, Any] | None]]:
    change = AuditChange
    rows = session.execute(
        select(change.record_id, change.after, change.redacted_by)
        .join(AuditEntry, AuditEntry.batch == change.batch)
        .where(change.table_name == table_name, change.record_id.in_(ids))
        .where(AuditEntry.number <= number)
        .order_by(change.record_id, AuditEntry.number, change.id)
    )
    for record_id, group in groupby(rows, key=lambda row: row.record_id):
        *_older, last = group
        if last.redacted_by is not None:
            yield record_id, {}
        else:
            yield record_id, json.loads(last.after) if last.after is not None else None


def history_of(session: Session, records: Iterable[Reference]) -> list[HistoryRow]:
    """Return what every action did to some records, the newest first.

    Several changes of one record within an action are one row.
    """
    rows: list[HistoryRow] = []
    for kind, group in groupby(sorted(set(records)), key=lambda record: record.kind):
        for ids in _in_parts([record.id for record in group]):
            rows += _rows(session, kind, ids)
    return sorted(rows, key=lambda row: (-row.number, row.record))


def _rows(session: Session, kind: str, ids: list[int]) -> Iterator[HistoryRow]:
    found = session.execute(_changes(kind, ids))
    for _key, group in groupby(found, key=lambda row: (row.record_id, row.number)):
        first, *more = group
        yield _row(kind, first, more[-1] if more else first)


def _changes(kind: str, ids: list[int]) -> Select[*tuple[Any, ...]]:
    change, entry = AuditChange, AuditEntry
    return (
        select(
            change.record_id,
            change.before,
            change.after,
            change.redacted_by,
            entry.number,
            entry.at,
            entry.officer,
            entry.action,
            entry.reason,
            entry.undoes,
        )
        .join(entry, entry.batch == change.batch)
        .where(change.table_name == kind, change.record_id.in_(ids))
        .order_by(change.record_id, entry.number, change.id)
    )


def _row(kind: str, first: Any, last: Any) -> HistoryRow:
    before = json.loads(first.before) if first.before else None
    after = json.loads(last.after) if last.after else None
    return HistoryRow(
        first.number,
        first.at,
        first.officer,
        first.action,
        first.reason,
        first.undoes,
        Reference(kind, first.record_id),
        "redacted" if last.redacted_by is not None else _event(before, after),
        tuple(_differences(before or {}, after or {})),
    )


def _event(before: Any, after: Any) -> str:
    if before is None:
        return "made"
    return "deleted" if after is None else "changed"


def _differences(before: dict[str, Any], after: dict[str, Any]) -> Iterator[FieldChange]:
    for name in [*before, *(name for name in after if name not in before)]:
        old, new = before.get(name), after.get(name)
        if old != new and name not in ("id", "version"):
            yield FieldChange(name, old, new)


def _in_parts(ids: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
