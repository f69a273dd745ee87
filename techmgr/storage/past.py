"""The office as it had been recorded by a moment: its tables as the trail has them, under their own names.

Both databases look for a name among temporary tables first. So a query that knows nothing of the
past reads it: each table that has changed since is shadowed by a temporary view of its rows then.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, inspect, select, text
from sqlalchemy.orm import Session

from techmgr.storage.audit import AuditEntry


@dataclass(frozen=True, slots=True)
class Recorded:
    """How far a reading of the past goes: the last entry made by then, 0 before the first."""

    entry: int
    at: datetime | None


def recorded_by(session: Session, moment: datetime | None = None) -> Recorded:
    """Return the last entry made by a moment; the newest of all when none is given."""
    found = select(AuditEntry.number, AuditEntry.at).order_by(AuditEntry.number.desc()).limit(1)
    row = session.execute(found if moment is None else found.where(AuditEntry.at <= moment)).first()
    return Recorded(row.number, row.at) if row else Recorded(0, None)


def shadow(connection: Connection, number: int) -> None:
    """Let every query of this transaction read the office as it was just after an entry.

    A row is as it is now unless it was touched since; then it is what the first change since found.
    Where that is redacted, and the record was there, it stays as it is now. Rolling back ends it.
    """
    run = connection.execute
    for statement in _SINCE:
        run(text(statement), {"number": number} if ":number" in statement else {})
    touched = list(run(text("SELECT DISTINCT table_name FROM since ORDER BY 1")).scalars())
    schema = "main" if connection.dialect.name == "sqlite" else _schema(connection)
    # All rows are gathered before the first name is shadowed.
    for table in touched:
        run(text(_rows_then(connection, table)))
    for table in touched:
        run(text(_view(connection, schema, table)))
    trail = f'SELECT * FROM "{schema}".audit_entry WHERE number <= {number:d}'
    run(text(f"CREATE TEMPORARY VIEW audit_entry AS {trail}"))


# What each record touched since was before; redacted: whether it was there cannot be read from it.
_SINCE = (
    """CREATE TEMPORARY TABLE since (
        table_name TEXT NOT NULL, record_id BIGINT NOT NULL, before TEXT, redacted_by BIGINT,
        PRIMARY KEY (table_name, record_id))""",
    """INSERT INTO since
        SELECT c.table_name, c.record_id, c.before, c.redacted_by FROM audit_change c
        WHERE c.id IN (
            SELECT min(s.id) FROM audit_entry e JOIN audit_change s ON s.batch = e.batch
            WHERE e.number > :number GROUP BY s.table_name, s.record_id)""",
    """DELETE FROM since WHERE redacted_by IS NOT NULL AND EXISTS (
        SELECT 1 FROM audit_change c JOIN audit_entry e ON e.batch = c.batch
        WHERE c.table_name = since.table_name AND c.record_id = since.record_id
        AND e.number <= :number)""",
)


def _schema(connection: Connection) -> str:
    return connection.scalar(select(func.current_schema())) or "public"


def _rows_then(connection: Connection, table: str) -> str:
    cells = ", ".join(f'{cell} AS "{name}"' for name, cell in cells_of(connection, table).items())
    source = source_of(connection, table, "since")
    return (
        f'CREATE TEMPORARY TABLE "then_{table}" AS SELECT {cells} FROM {source}'
        f" WHERE since.table_name = '{table}' AND since.before IS NOT NULL"
    )


def _view(connection: Connection, schema: str, table: str) -> str:
    names = ", ".join(f'"{name}"' for name in cells_of(connection, table))
    return (
        f'CREATE TEMPORARY VIEW "{table}" AS SELECT {names} FROM "{schema}"."{table}" AS present'
        f" WHERE NOT EXISTS (SELECT 1 FROM since WHERE since.table_name = '{table}'"
        f" AND since.record_id = present.id)"
        f' UNION ALL SELECT {names} FROM "then_{table}"'
    )


def cells_of(connection: Connection, table: str) -> dict[str, str]:
    """Write, for each column of a table, how its value is read from the `before` of a change."""
    cells = {}
    for column in inspect(connection).get_columns(table):
        name = column["name"]
        cell = f"json_extract(before, '$.{name}')"
        if connection.dialect.name == "postgresql":
            cell = f'old."{name}"'
        elif str(column["type"]) == "BLOB":
            cell = f"unhex(substr({cell}, 3))"
        cells[name] = cell
    return cells


def source_of(connection: Connection, table: str, changes: str) -> str:
    """Write where `cells_of` are read from: a table of changes with their `before`."""
    if connection.dialect.name == "sqlite":
        return changes
    return f'{changes}, jsonb_populate_record(NULL::"{table}", {changes}.before::jsonb) AS old'
