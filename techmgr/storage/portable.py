"""A portable copy of an office: every table, from one database into an empty one of the other kind."""

from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, select, text

_ROWS_AT_ONCE = 1_000
# Made by the database itself, or by the migrations that made the empty office.
_NOT_COPIED = ("alembic_version", "audit_open", "search_", "sqlite_")


def copy_all(source: Connection, target: Connection) -> None:
    """Copy every row and every counter of ids. The target is empty and has no triggers yet.

    The trail comes along word for word, so that its chain still holds. Search is rebuilt after.
    """
    _defer_keys(target)
    theirs, ours = _tables(source), _tables(target)
    for table in theirs.sorted_tables:
        if not table.name.startswith(_NOT_COPIED):
            _copy(source, table, target, ours.tables[table.name])
    _copy_counters(source, target, [table.name for table in theirs.sorted_tables])


def _tables(connection: Connection) -> MetaData:
    found = MetaData()
    found.reflect(connection, only=lambda name, _all: not name.startswith(("search_", "sqlite_")))
    return found


def _defer_keys(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    else:
        connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")


def _copy(source: Connection, table: Table, target: Connection, own: Table) -> None:
    rows = source.execution_options(yield_per=_ROWS_AT_ONCE).execute(select(table))
    for some in rows.mappings().partitions():
        target.execute(own.insert(), [dict(row) for row in some])


def _copy_counters(source: Connection, target: Connection, tables: list[str]) -> None:
    for table in tables:
        used = _last_id(source, table)
        if used:
            _never_again(target, table, used)


def _last_id(connection: Connection, table: str) -> int:
    """Return the highest id a table ever gave out, even if that record is gone; 0 for none."""
    if connection.dialect.name == "sqlite":
        statement = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
        return connection.scalar(statement, {"name": table}) or 0
    sequence = _sequence(connection, table)
    if sequence is None:
        return 0
    last: Any = connection.execute(text(f"SELECT last_value, is_called FROM {sequence}")).one()
    return int(last.last_value) if last.is_called else 0


def _never_again(connection: Connection, table: str, used: int) -> None:
    if connection.dialect.name == "sqlite":
        values = {"name": table, "used": used}
        delete = text("DELETE FROM sqlite_sequence WHERE name = :name").bindparams(name=table)
        connection.execute(delete)
        connection.execute(text("INSERT INTO sqlite_sequence VALUES (:name, :used)"), values)
    elif sequence := _sequence(connection, table):
        connection.execute(select(func.setval(sequence, used)))


def _sequence(connection: Connection, table: str) -> str | None:
    columns = text(
        "SELECT 1 FROM information_schema.columns WHERE table_name = :t AND column_name = 'id'"
    )
    if connection.scalar(columns, {"t": table}) is None:
        return None
    found = connection.scalar(select(func.pg_get_serial_sequence(f'"{table}"', "id")))
    return str(found) if found else None
