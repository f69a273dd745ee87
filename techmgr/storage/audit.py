"""The audit trail: one append-only entry for each action, one change for each record it touched."""

import hashlib
import json
import secrets
from datetime import datetime
from json.encoder import encode_basestring

from sqlalchemy import Connection, Index, LargeBinary, func, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from techmgr.storage.base import Record
from techmgr.storage.types import Moment, Whole, Words, written

NOTHING = b"\0" * 32  # what the first entry of a chain follows
_HASH = 32
_AT_ONCE = 5_000  # changes read together
_CHAIN_LOCK = 7_441_001  # advisory lock of PostgreSQL under which the chain grows


class AuditRecord(DeclarativeBase):
    """Records of the trail itself: they share the office's tables but are not audited."""

    metadata = Record.metadata
    type_annotation_map = Record.type_annotation_map


class AuditEntry(AuditRecord):
    """One action: who, when, what, why. Never updated, never deleted.

    Always true: `hash` covers every other column, the hashes of its changes in order, and the
    hash of the entry before.
    """

    __tablename__ = "audit_entry"

    number: Mapped[int] = mapped_column(Whole, primary_key=True, autoincrement=False)
    batch: Mapped[int] = mapped_column(Whole, unique=True)
    at: Mapped[datetime] = mapped_column(Moment)
    officer: Mapped[str] = mapped_column(Words)
    login: Mapped[str] = mapped_column(Words)
    action: Mapped[str] = mapped_column(Words)
    subject: Mapped[str | None] = mapped_column(Words, index=True)
    reason: Mapped[str | None] = mapped_column(Words)
    undoes: Mapped[int | None] = mapped_column(Whole, unique=True)
    change_hashes: Mapped[bytes] = mapped_column(LargeBinary)
    previous_hash: Mapped[bytes] = mapped_column(LargeBinary)
    hash: Mapped[bytes] = mapped_column(LargeBinary)


class AuditChange(AuditRecord):
    """One record before and after an action, written by a trigger of the record's table.

    Before is null for a new record, after for a deleted one. A redacted change has lost its
    payload and salt, and names the entry that redacted it; the chain still holds.
    """

    __tablename__ = "audit_change"
    __table_args__ = (Index("ix_audit_change_record", "table_name", "record_id"),)

    id: Mapped[int] = mapped_column(Whole, primary_key=True)
    batch: Mapped[int] = mapped_column(Whole, index=True)
    table_name: Mapped[str] = mapped_column(Words)
    record_id: Mapped[int] = mapped_column(Whole)
    before: Mapped[str | None] = mapped_column(Words)
    after: Mapped[str | None] = mapped_column(Words)
    salt: Mapped[bytes | None] = mapped_column(LargeBinary)
    redacted_by: Mapped[int | None] = mapped_column(Whole)


class AuditOpen(AuditRecord):
    """The batch of the action under way, inside its transaction only (SQLite)."""

    __tablename__ = "audit_open"

    batch: Mapped[int] = mapped_column(Whole, primary_key=True, autoincrement=False)


def begin(connection: Connection) -> int:
    """Open a batch: from here the triggers record changes. Returns its random number."""
    batch = secrets.randbits(62) + 1
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("INSERT INTO audit_open (batch) VALUES (?)", (batch,))
    else:
        connection.execute(select(func.set_config("techmgr.batch", str(batch), True)))
    return batch


def end(connection: Connection) -> None:
    """Close the batch: a change after this is refused again."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DELETE FROM audit_open")
    else:
        connection.execute(select(func.set_config("techmgr.batch", "", True)))


def lock_chain(connection: Connection) -> None:
    """Wait for the right to append. On SQLite the write transaction is that right."""
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_advisory_xact_lock(_CHAIN_LOCK)))


def head_of(session: Session) -> tuple[int, str]:
    """Return number and hash (hexadecimal) of the newest entry, as printed on statements."""
    number, newest = head(session.connection())
    return number, newest.hex()


def head(connection: Connection) -> tuple[int, bytes]:
    """Return number and hash of the newest entry; (0, zeros) for an office without any."""
    newest = connection.execute(
        select(AuditEntry.number, AuditEntry.hash).order_by(AuditEntry.number.desc()).limit(1)
    ).first()
    return (newest.number, newest.hash) if newest else (0, NOTHING)


def hashes_of(connection: Connection, batch: int) -> bytes:
    """Return the salted hashes of a batch's changes in order, 32 bytes each."""
    columns = AuditChange.__table__.columns
    rows = connection.execute(
        select(columns.table_name, columns.record_id, columns.before, columns.after, columns.salt)
        .where(columns.batch == batch)
        .order_by(columns.id)
        .execution_options(yield_per=_AT_ONCE)
    )
    return b"".join(change_hash(*row) for row in rows)


def change_hash(
    table: str, record_id: int, before: str | None, after: str | None, salt: bytes
) -> bytes:
    """Hash one change with its salt, so that a redacted payload cannot be guessed."""
    # JSON, put together by hand: json.dumps makes an encoder for each of 100,000 changes.
    payload = f"[{_quoted(table)}, {record_id}, {_quoted(before)}, {_quoted(after)}]"
    return hashlib.sha256(bytes(salt) + payload.encode()).digest()


def _quoted(text: str | None) -> str:
    return "null" if text is None else encode_basestring(text)


def entry_hash(entry: AuditEntry) -> bytes:
    """Hash everything an entry says, its changes' hashes and the entry before it."""
    said = [
        entry.number,
        entry.batch,
        written(entry.at),
        entry.officer,
        entry.login,
        entry.action,
        entry.subject,
        entry.reason,
        entry.undoes,
    ]
    payload = json.dumps(said, ensure_ascii=False).encode()
    return hashlib.sha256(payload + entry.change_hashes + entry.previous_hash).digest()


def split_hashes(hashes: bytes) -> list[bytes]:
    """Return the hashes of an entry's changes one by one."""
    return [hashes[start : start + _HASH] for start in range(0, len(hashes), _HASH)]
