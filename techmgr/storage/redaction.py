"""Redaction: what the trail says of a record is taken out of it, where the law demands it."""

from dataclasses import dataclass

from sqlalchemy import func, select, update

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.storage import audit
from techmgr.storage.audit import AuditChange
from techmgr.storage.unit import Undo, Unit, action


@dataclass(frozen=True, slots=True)
class Redact:
    """Take what the trail says of a record out of it. The reason is owed: it stays on record."""

    record: Reference
    reason: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """How many changes lost their content."""

    changes: int


@action(undo=Undo.NONE, because="what was redacted is gone")
def redact(unit: Unit, request: Redact) -> Redacted:
    """Empty the before and after of every change of a record; the chain still holds.

    The record itself is emptied or deleted first, by an action of its own feature.
    """
    if not request.reason.strip():
        raise UserError(say("A redaction needs its reason."), field="reason")
    chosen = (
        AuditChange.table_name == request.record.kind,
        AuditChange.record_id == request.record.id,
        AuditChange.redacted_by.is_(None),
    )
    held = unit.session.scalar(select(func.count()).select_from(AuditChange).where(*chosen)) or 0
    if not held:
        raise UserError(say("The trail says nothing of {record}.", record=str(request.record)))
    own = (*chosen, AuditChange.batch == unit.batch)
    assert not unit.session.scalar(select(AuditChange.id).where(*own).limit(1)), (
        "a change is redacted by a later action than its own"
    )
    _empty(unit, chosen)
    unit.is_noted = True
    unit.about(request.record)
    return Redacted(held)


def _empty(unit: Unit, chosen: tuple[object, ...]) -> None:
    connection = unit.session.connection()
    audit.lock_chain(connection)  # from here on the entry's number is certain
    number, _hash = audit.head(connection)
    emptied = {"before": None, "after": None, "salt": None, "redacted_by": number + 1}
    connection.execute(update(AuditChange.__table__).where(*chosen).values(emptied))  # type: ignore[arg-type]
