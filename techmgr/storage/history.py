"""What happened to a record since it was made: who did what, when and why, field by field."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import bindparam, select
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

    `event` is made, changed, deleted or redacted; a redacted row has no changes left. `before` and
    `after` are the whole record as stored, empty where it was not there.
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
    before: dict[str, Any]
    after: dict[str, Any]


def history_of(session: Session, records: Iterable[Reference]) -> list[HistoryRow]:
    """Return what every action did to some records, the newest first.

    Several changes of one record within an action are one row.
    """
    rows: list[HistoryRow] = []
    for kind, group in groupby(sorted(set(records)), key=lambda record: record.kind):
        for ids in _in_parts([record.id for record in group]):
            rows += _rows(session, kind, ids)
    return sorted(rows, key=lambda row: (-row.number, row.record))


_CHANGES = (
    select(
        AuditChange.record_id,
        AuditChange.before,
        AuditChange.after,
        AuditChange.redacted_by,
        AuditEntry.number,
        AuditEntry.at,
        AuditEntry.officer,
        AuditEntry.action,
        AuditEntry.reason,
        AuditEntry.undoes,
    )
    .join(AuditEntry, AuditEntry.batch == AuditChange.batch)
    .where(
        AuditChange.table_name == bindparam("kind"),
        AuditChange.record_id.in_(bindparam("ids", expanding=True)),
    )
    .order_by(AuditChange.record_id, AuditEntry.number, AuditChange.id)
)


def _rows(session: Session, kind: str, ids: list[int]) -> Iterator[HistoryRow]:
    found = session.execute(_CHANGES, {"kind": kind, "ids": ids})
    for _key, group in groupby(found, key=lambda row: (row.record_id, row.number)):
        first, *more = group
        yield _row(kind, first, more[-1] if more else first)


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
        before or {},
        after or {},
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
