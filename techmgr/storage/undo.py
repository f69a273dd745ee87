"""Undo of one's own last action: the state before is put back through a normal action, as set operations."""

from dataclasses import dataclass

from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.storage.audit import AuditEntry
from techmgr.storage.unit import ACTIONS, Undo, Unit, action


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
    undone = select(AuditEntry.undoes).where(AuditEntry.undoes.is_not(None))
    return session.scalars(
        select(AuditEntry)
        .where(AuditEntry.officer == officer, AuditEntry.undoes.is_(None))
        .where(AuditEntry.number.not_in(undone))
        .order_by(AuditEntry.number.desc())
        .limit(1)
    ).first()


@action(undo=Undo.NONE, because="an undo is undone by doing the thing again")
def undo(unit: Unit, request: UndoEntry) -> Undone:
    """Put every record of an entry back to its state before; refused if something newer relies on it."""
    entry = unit.session.get_one(AuditEntry, request.entry)
    _check(unit, entry)
    unit.undoes = entry.number
    unit.subject = None
    connection = unit.session.connection()
    _defer_keys(connection)
    for table in _tables_of(connection, entry.batch):
        _put_back(connection, table, entry.batch)
    _refuse_dangling(connection, entry)
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
    newer = _newer(unit.session, entry)
    if newer:
        raise UserError(
            say(
                "{officer} has changed the same records since (entry {number}): undo that first.",
                officer=newer.officer,
                number=newer.number,
            )
        )


def _newer(session: Session, entry: AuditEntry) -> AuditEntry | None:
    return session.scalars(
        select(AuditEntry).from_statement(
            text(
                "SELECT e.* FROM audit_entry e WHERE e.number > :number AND EXISTS ("
                " SELECT 1 FROM audit_change mine JOIN audit_change theirs"
                " ON theirs.table_name = mine.table_name AND theirs.record_id = mine.record_id"
                " WHERE mine.batch = :batch AND theirs.batch = e.batch)"
                " ORDER BY e.number DESC LIMIT 1"
            ).bindparams(number=entry.number, batch=entry.batch)
        )
    ).first()


def _defer_keys(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    else:
        connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")


def _tables_of(connection: Connection, batch: int) -> list[str]:
    rows = connection.execute(
        text("SELECT DISTINCT table_name FROM audit_change WHERE batch = :batch"), {"batch": batch}
    )
    return list(rows.scalars())


# The first change of a record in the batch holds its state before the whole action.
_FIRST = """SELECT record_id, before FROM audit_change WHERE id IN (
    SELECT min(id) FROM audit_change WHERE batch = :batch AND table_name = :table GROUP BY record_id)"""


def _put_back(connection: Connection, table: str, batch: int) -> None:
    values = {"batch": batch, "table": table}
    columns = [column["name"] for column in inspect(connection).get_columns(table)]
    cells = ", ".join(_cell(connection, table, name) for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    old = f'(SELECT {cells} FROM first{_from(connection, table)} WHERE first.record_id = "{table}".id)'
    first = f"WITH first AS ({_FIRST})"
    for statement in (
        f'{first} DELETE FROM "{table}" WHERE id IN (SELECT record_id FROM first WHERE before IS NULL)',
        (
            f'{first} UPDATE "{table}" SET ({names}) = {old}'
            " WHERE id IN (SELECT record_id FROM first WHERE before IS NOT NULL)"
        ),
        (
            f'{first} INSERT INTO "{table}" ({names}) SELECT {cells} FROM first{_from(connection, table)}'
            f' WHERE before IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "{table}" t WHERE t.id = record_id)'
        ),
    ):
        connection.execute(text(statement), values)


def _from(connection: Connection, table: str) -> str:
    if connection.dialect.name == "sqlite":
        return ""
    return f', jsonb_populate_record(NULL::"{table}", first.before::jsonb) AS old'


def _cell(connection: Connection, table: str, column: str) -> str:
    sqlite = connection.dialect.name == "sqlite"
    cell = f"json_extract(before, '$.{column}')" if sqlite else f'old."{column}"'
    if column == "version":
        # A version number never comes back: a form opened on the undone state must not save over this.
        return f'coalesce((SELECT t.version FROM "{table}" t WHERE t.id = first.record_id), {cell}) + 1'
    return cell


def _refuse_dangling(connection: Connection, entry: AuditEntry) -> None:
    """Refuse when a newer record refers to one that would vanish, by key or by reference."""
    dangling = _dangling_by_key(connection) + _dangling_by_subject(connection, entry.batch)
    if dangling:
        raise UserError(
            say(
                "Newer records refer to this one: {names}. Remove them first.",
                names=tuple(sorted(set(dangling))[:5]),
            )
        )


def _dangling_by_key(connection: Connection) -> list[str]:
    if connection.dialect.name != "sqlite":
        return []  # SET CONSTRAINTS IMMEDIATE at commit raises with the table's name
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    return [str(Reference(row[0], row[1])) for row in rows]


def _dangling_by_subject(connection: Connection, batch: int) -> list[str]:
    names: list[str] = []
    for table in inspect(connection).get_table_names():
        columns = {column["name"] for column in inspect(connection).get_columns(table)}
        if "subject" not in columns or table.startswith("audit_"):
            continue
        rows = connection.execute(
            text(
                f'SELECT id FROM "{table}" WHERE subject IN ('
                " SELECT table_name || ':' || record_id FROM audit_change"
                " WHERE batch = :batch GROUP BY table_name, record_id"
                " HAVING min(before) IS NULL AND count(before) < count(*))"
            ),
            {"batch": batch},
        )
        names += [str(Reference(table, row.id)) for row in rows]
    return names
