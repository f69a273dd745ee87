"""The unit of work: an action is one function, one transaction, one audit entry."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import wraps
from typing import Any, Concatenate, Generic, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.storage import audit, search
from techmgr.storage.audit import AuditChange, AuditEntry
from techmgr.storage.base import Record, Root

Request = TypeVar("Request")
Result = TypeVar("Result")

_SHOWN_CHANGES = 500  # beyond this a screen looks at the tables only


class Undo(StrEnum):
    """How an action is taken back. Declared by each action, proved by a test for all of them."""

    RESTORE = "restore"  # every record gets its state before
    REVERSE = "reverse"  # money: a mirror entry, never a deletion
    NONE = "none"  # with a reason


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of action: its name in the trail (`disclosure.accept`) and how it is undone."""

    name: str
    undo: Undo
    because: str


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """What an action returned, its audit entry, and what changed, for the screens concerned.

    `entry` is None when nothing changed. `changed` is empty when more than 500 records did:
    look at `tables`.
    """

    result: Result
    entry: int | None
    changed: frozenset[Reference]
    tables: frozenset[str]


ACTIONS: dict[str, Kind] = {}


class Stale(UserError):  # noqa: N818 - errors are named as facts
    """The record was saved by someone else since the form was opened."""

    def __init__(self, record: Reference, officer: str, at: datetime) -> None:
        super().__init__(
            say(
                "{officer} saved this record at {time}, after you opened it. "
                "Look at both versions, then save again.",
                officer=officer,
                time=f"{at:%Y-%m-%d %H:%M} UTC",
            )
        )
        self.record = record


@dataclass
class Unit:
    """One transaction of one officer: the session, the office's day, and the entry being made.

    Always true: whatever is written while it lives is in its batch of the audit trail.
    """

    session: Session
    officer: str
    login: str
    now: datetime
    today: date
    batch: int = 0
    kind: Kind | None = None
    subject: Reference | None = None
    reason: str | None = None
    undoes: int | None = None
    is_noted: bool = False  # an entry is owed although no record changes, as when redacting
    progress: Callable[[int, int], None] = field(default=lambda _done, _all: None)

    def enter(self, kind: Kind, request: object) -> None:
        """Name the entry after the first action called; actions it calls belong to it."""
        if self.kind is None:
            self.kind = kind
            self.reason = getattr(request, "reason", None) or None

    def add(self, *records: Record) -> None:
        """Add new records, so that they have their ids."""
        self.session.add_all(records)
        self.session.flush()

    def about(self, record: Reference) -> None:
        """Say which record the entry is about; the first word counts."""
        self.session.flush()
        self.subject = self.subject or record

    def claim(self, record: Root, version: int | None) -> None:
        """Check that nobody saved the record since `version`, and count this save.

        None is for actions that do not depend on what a form showed.
        """
        # Another officer on PostgreSQL may be saving this very moment: wait, then look again.
        self.session.flush()
        self.session.refresh(record, with_for_update=True)
        if version is not None and record.version != version:
            raise self._stale(record)
        record.version += 1

    def _stale(self, record: Root) -> Stale:
        latest = self.session.execute(
            select(AuditEntry.officer, AuditEntry.at)
            .join(AuditChange, AuditChange.batch == AuditEntry.batch)
            .where(AuditChange.table_name == record.__tablename__)
            .where(AuditChange.record_id == record.id)
            .order_by(AuditEntry.number.desc())
        ).first()
        officer, at = latest or (self.officer, self.now)
        return Stale(record.reference, officer, at)

    def seal(self) -> AuditEntry | None:
        """Write search and the audit entry, last in the transaction. None when nothing changed."""
        self.session.flush()
        search.refresh(self.session, self.batch)
        connection = self.session.connection()
        hashes = audit.hashes_of(connection, self.batch)
        audit.end(connection)
        if not hashes and not self.is_noted:
            return None
        audit.lock_chain(connection)
        entry = self._entry(hashes)
        self.session.add(entry)
        self.session.flush()
        return entry

    def _entry(self, hashes: bytes) -> AuditEntry:
        assert self.kind is not None, "records change inside actions only"
        number, previous = audit.head(self.session.connection())
        entry = AuditEntry(
            number=number + 1,
            batch=self.batch,
            at=self.now,
            officer=self.officer,
            login=self.login,
            action=self.kind.name,
            subject=str(self.subject) if self.subject else None,
            reason=self.reason,
            undoes=self.undoes,
            change_hashes=hashes,
            previous_hash=previous,
        )
        entry.hash = audit.entry_hash(entry)
        return entry

    def changed(self) -> tuple[frozenset[Reference], frozenset[str]]:
        """Return the records and the tables this unit has changed."""
        columns = AuditChange.__table__.columns
        chosen = columns.batch == self.batch
        tables = self.session.scalars(select(columns.table_name).where(chosen).distinct())
        pairs = select(columns.table_name, columns.record_id).where(chosen).distinct()
        rows = self.session.execute(pairs.limit(_SHOWN_CHANGES + 1)).all()
        few = rows if len(rows) <= _SHOWN_CHANGES else []
        return frozenset(Reference(*row) for row in few), frozenset(tables)


Action = Callable[[Unit, Request], Result]


def action(
    *, undo: Undo, because: str = ""
) -> Callable[
    [Callable[Concatenate[Unit, Request, ...], Result]],
    Callable[Concatenate[Unit, Request, ...], Result],
]:
    """Mark a function as an action: the only kind of function that writes records.

    Its name in the trail is its feature and its own name. Called with a unit by another action,
    it joins that action's transaction and entry. `because` is owed when it cannot be undone.
    """
    assert undo is not Undo.NONE or because, "an action without undo says why"

    def mark(function: Any) -> Any:
        name = f"{function.__module__.removeprefix('techmgr.').split('.')[0]}.{function.__name__}"
        kind = ACTIONS[name] = Kind(name, undo, because)

        @wraps(function)
        def run(unit: Unit, request: Any, *more: Any) -> Any:
            unit.enter(kind, request)
            return function(unit, request, *more)

        run.kind = kind  # type: ignore[attr-defined]
        return run

    return mark
