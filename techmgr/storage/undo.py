"""Undo of one's own last action: the state before is put back through a normal action, as set operations."""

from dataclasses import dataclass

from sqlalchemy import Connection, Row, Select, inspect, select, text
from sqlalchemy.orm import Session, aliased

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.storage.audit import AuditChange, AuditEntry
from techmgr.storage.base import naming_columns
from techmgr.storage.past import cells_of, source_of
from techmgr.storage.triggers import audited_tables
from techmgr.storage.unit import ACTIONS, Undo, Unit, action

_NAMED = 5  # records named in a refusal


@dataclass(frozen=True, slots=True)
class UndoEntry:
    """Take an action back. `entry` is its number in the trail."""

    entry: int


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back."""

    entry: int
    action: str


def last_of(session: Session, officer: str) -> AuditEntry | None:
    """Return the officer's newest entry that is neither an undo nor undone; None without one."""
    return session.scalars(
        select(AuditEntry)
        .where(AuditEntry.officer == officer, AuditEntry.undoes.is_(None))
        .where(AuditEntry.number.not_in(_undone()))
        .order_by(AuditEntry.number.desc())
        .limit(1)
    ).first()


def _undone() -> Select[int | None]:
    return select(AuditEntry.undoes).where(AuditEntry.undoes.is_not(None))


@action(undo=Undo.NONE, because="an undo is undone by doing the thing again")
def undo(unit: Unit, request: UndoEntry) -> Undone:
    """Put every record of an entry back to its state before; refused if something newer relies on it."""
    entry = unit.session.get_one(AuditEntry, request.entry)
    _check(unit, entry)
    unit.undoes = entry.number
    connection = unit.session.connection()
    _defer_keys(connection)
    tables = _tables_of(connection, entry.batch)
    for table in tables:
        _put_back(connection, table, entry.batch)
    _refuse_left_alone(connection, tables, entry.batch)
    _refuse_gone(connection, tables, entry.batch)
    return Undone(entry.number, entry.action)


def _check(unit: Unit, entry: AuditEntry) -> None:
    kind = ACTIONS.get(entry.action)
    if entry.officer != unit.officer:
        raise UserError(
            say("This was done by {officer}: only they can undo it.", officer=entry.officer)
        )
    if kind is None or kind.undo is Undo.NONE:
        raise UserError(
            say("This cannot be undone: {because}.", because=kind.because if kind else entry.action)
        )
    if kind.undo is Undo.REVERSE:
        raise UserError(say("Money is never deleted: reverse the booking, with a reason."))
    if unit.session.scalar(select(AuditEntry.number).where(AuditEntry.undoes == entry.number)):
        raise UserError(say("This has been undone already."))
    if unit.session.scalar(
        select(AuditChange.id)
        .where(AuditChange.batch == entry.batch, AuditChange.redacted_by.is_not(None))
        .limit(1)
    ):
        raise UserError(say("This cannot be undone: part of what was there before is redacted."))
    _refuse_newer(unit.session, entry)


def _refuse_newer(session: Session, entry: AuditEntry) -> None:
    newer = _newer(session, entry)
    if newer:
        raise UserError(
            say(
                "{officer} has changed the same records since (entry {number}, {records}): "
                "undo that first.",
                officer=newer[0].officer,
                number=newer[0].number,
                records=tuple(str(Reference(row.table_name, row.record_id)) for row in newer),
            )
        )


def _newer(session: Session, entry: AuditEntry) -> list[Row[int, str, str, int]]:
    """Return the newest later entry on the same records, a row for each; undone ones do not count."""
    mine, theirs = aliased(AuditChange), aliased(AuditChange)
    rows = session.execute(
        select(AuditEntry.number, AuditEntry.officer, theirs.table_name, theirs.record_id)
        .distinct()
        .join(theirs, theirs.batch == AuditEntry.batch)
        .join(
            mine,
            (mine.table_name == theirs.table_name)
            & (mine.record_id == theirs.record_id)
            & (mine.batch == entry.batch),
        )
        .where(AuditEntry.number > entry.number, AuditEntry.undoes.is_(None))
        .where(AuditEntry.number.not_in(_undone()))
        .order_by(AuditEntry.number.desc(), theirs.table_name, theirs.record_id)
        .limit(_NAMED)
    ).all()
    return [row for row in rows if row.number == rows[0].number]


def _defer_keys(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    else:
        connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")


def _tables_of(connection: Connection, batch: int) -> list[str]:
    rows = connection.execute(
        text("SELECT DISTINCT table_name FROM audit_change WHERE batch = :batch ORDER BY 1"),
        {"batch": batch},
    )
    return list(rows.scalars())


# The first change of a record in the batch holds its state before the whole action.
_FIRST = """first AS (SELECT record_id, before FROM audit_change WHERE id IN (
    SELECT min(id) FROM audit_change WHERE batch = :batch AND table_name = :table GROUP BY record_id))"""


def _put_back(connection: Connection, table: str, batch: int) -> None:
    values = {"batch": batch, "table": table}
    cells = _cells(connection, table)
    names = ", ".join(f'"{name}"' for name in cells)
    old, source = ", ".join(cells.values()), source_of(connection, table, "first")
    for statement in (
        f'DELETE FROM "{table}" WHERE id IN (SELECT record_id FROM first WHERE before IS NULL)',
        (
            f'UPDATE "{table}" SET ({names}) = (SELECT {old} FROM {source} WHERE first.record_id = "{table}".id)'
            " WHERE id IN (SELECT record_id FROM first WHERE before IS NOT NULL)"
        ),
        (
            f'INSERT INTO "{table}" ({names}) SELECT {old} FROM {source}'
            f' WHERE before IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "{table}" t WHERE t.id = first.record_id)'
        ),
    ):
        connection.execute(text(f"WITH {_FIRST} {statement}"), values)


def _cells(connection: Connection, table: str) -> dict[str, str]:
    cells = cells_of(connection, table)
    if version := cells.get("version"):
        # A version number never comes back: a form opened on the undone state must not save
        # over this one.
        now = f'(SELECT t.version FROM "{table}" t WHERE t.id = first.record_id)'
        cells["version"] = f"coalesce({now}, {version}) + 1"
    return cells


# What an entry made, as others name it: taken back, it is gone.
_MADE = """SELECT table_name || ':' || record_id FROM audit_change
    WHERE batch = :batch AND before IS NULL AND after IS NOT NULL"""


def _refuse_left_alone(connection: Connection, tables: list[str], batch: int) -> None:
    """Refuse when a newer record refers to one that vanished, by key or by reference."""
    named: list[str] = []
    for child in audited_tables(connection):
        for parent, column in _parents(connection, child, tables):
            vanished = f"{column} IN (SELECT record_id FROM first WHERE before IS NULL)"
            named += _named(connection, child, vanished, {"table": parent, "batch": batch})
    for naming in naming_columns():
        values: dict[str, str | int] = {"table": naming.table.name, "batch": batch}
        named += _named(connection, naming.table.name, f'"{naming.name}" IN ({_MADE})', values)
    if named:
        raise UserError(
            say(
                "Newer records refer to this one: {names}. Remove them first.",
                names=tuple(sorted(set(named))[:_NAMED]),
            )
        )


def _refuse_gone(connection: Connection, tables: list[str], batch: int) -> None:
    """Refuse when a record put back refers to one that has been deleted since."""
    named: list[str] = []
    for table in tables:
        for parent, column in _parents(connection, table, None):
            gone = (
                f"id IN (SELECT record_id FROM first) AND {column} IS NOT NULL"
                f' AND NOT EXISTS (SELECT 1 FROM "{parent}" p WHERE p.id = "{table}".{column})'
            )
            named += _named(connection, table, gone, {"table": table, "batch": batch})
    if named:
        raise UserError(
            say(
                "This refers to records that were deleted since: {names}.",
                names=tuple(sorted(set(named))[:_NAMED]),
            )
        )


def _parents(connection: Connection, table: str, among: list[str] | None) -> list[tuple[str, str]]:
    keys = inspect(connection).get_foreign_keys(table)
    return [
        (key["referred_table"], f'"{key["constrained_columns"][0]}"')
        for key in keys
        if among is None or key["referred_table"] in among
    ]


def _named(
    connection: Connection, table: str, where: str, values: dict[str, str | int]
) -> list[str]:
    rows = connection.execute(
        text(f'WITH {_FIRST} SELECT id FROM "{table}" WHERE {where} LIMIT {_NAMED}'), values
    )
    return [str(Reference(table, number)) for number in rows.scalars()]
