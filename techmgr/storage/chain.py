"""Proof of the audit trail: every entry's hash, its changes' hashes, and the link to the entry before."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, select, text

from techmgr.core.texts import Text, say
from techmgr.storage.audit import NOTHING, AuditChange, AuditEntry, change_hash, entry_hash
from techmgr.storage.audit import split_hashes as split

REDACTION = "storage.redact"
_AT_ONCE = 1_000


def broken_links(connection: Connection) -> Iterator[Text]:
    """Yield what is wrong with the trail, entry by entry; nothing when it is whole."""
    found = _changes_by_entry(connection)
    changes = next(found, None)
    before, expected = NOTHING, 1
    for entry in _entries(connection):
        own: list[Any] = []
        if changes is not None and changes[0] == entry.number:
            own = changes[1]
            changes = next(found, None)
        yield from _wrong_with(entry, own, expected, before)
        before, expected = entry.hash, entry.number + 1
    yield from _loose(connection)


def _entries(connection: Connection) -> Iterator[Any]:
    columns = AuditEntry.__table__
    return iter(
        connection.execution_options(yield_per=_AT_ONCE).execute(
            select(columns).order_by(columns.c.number)
        )
    )


def _changes_by_entry(connection: Connection) -> Iterator[tuple[int, list[tuple[int, bytes]]]]:
    """Yield each entry's number with its changes: who redacted it (or None) and its hash now."""
    change, entry = AuditChange.__table__.c, AuditEntry.__table__.c
    rows = connection.execution_options(yield_per=_AT_ONCE).execute(
        select(
            entry.number,
            change.redacted_by,
            change.table_name,
            change.record_id,
            change.before,
            change.after,
            change.salt,
        )
        .join_from(AuditEntry.__table__, AuditChange.__table__, change.batch == entry.batch)
        .order_by(entry.number, change.id)
    )
    for number, group in groupby(rows, key=lambda row: row.number):
        yield number, [(row.redacted_by, _hash(row)) for row in group]


def _hash(row: Any) -> bytes:
    if row.salt is None:
        return b""
    return change_hash(row.table_name, row.record_id, row.before, row.after, row.salt)


def _wrong_with(entry: Any, changes: list[Any], expected: int, before: bytes) -> Iterator[Text]:
    if entry.number != expected:
        yield say("Entry {number} is missing from the trail.", number=expected)
    if bytes(entry.previous_hash) != bytes(before):
        yield say("Entry {number} does not follow the entry before it.", number=entry.number)
    if entry_hash(entry) != bytes(entry.hash):
        yield say("Entry {number} was altered.", number=entry.number)
    told = split(bytes(entry.change_hashes))
    if len(told) != len(changes):
        yield say(
            "Entry {number} names {told} changes, the trail holds {found}.",
            number=entry.number,
            told=len(told),
            found=len(changes),
        )
    elif any(
        redacted is None and own != hashed
        for own, (redacted, hashed) in zip(told, changes, strict=True)
    ):
        yield say("A change of entry {number} was altered.", number=entry.number)


def _loose(connection: Connection) -> Iterator[Text]:
    orphans = connection.scalar(
        text(
            "SELECT count(*) FROM audit_change c"
            " WHERE NOT EXISTS (SELECT 1 FROM audit_entry e WHERE e.batch = c.batch)"
        )
    )
    if orphans:
        yield say("{count} changes belong to no entry of the trail.", count=orphans)
    unnamed = connection.scalar(
        text(
            "SELECT count(*) FROM audit_change c WHERE (c.salt IS NULL OR c.redacted_by IS NOT NULL)"
            " AND NOT EXISTS (SELECT 1 FROM audit_entry e"
            f" WHERE e.number = c.redacted_by AND e.action = '{REDACTION}')"
        )
    )
    if unnamed:
        yield say("{count} changes lost their content without a redaction.", count=unnamed)
