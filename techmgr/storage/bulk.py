"""Many rows at once: ids given out beforehand, inserts and updates as one statement each."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, Table, bindparam, insert, text, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from techmgr.storage.base import Record

_PIECE = 5_000  # rows a statement; between two pieces the work can be cancelled

Tell = Callable[[int], None]
"""Told how many more rows are written; may raise to cancel."""


def next_ids(session: Session, record: type[Record], count: int) -> Sequence[int]:
    """Return so many ids that no record of this table has or ever had."""
    if not count:
        return ()
    table = record.__tablename__
    bind: Any = session.get_bind()
    if bind.dialect.name == "postgresql":
        sequence = text(
            "SELECT nextval(pg_get_serial_sequence(:table, 'id')) FROM generate_series(1, :count)"
        )
        return list(session.scalars(sequence, {"table": table, "count": count}))
    used = session.scalar(
        text("SELECT seq FROM sqlite_sequence WHERE name = :table"), {"table": table}
    )
    first = (used or 0) + 1
    return range(first, first + count)


def among(column: SQLColumnExpression[Any], ids: Collection[int]) -> ColumnElement[bool]:
    """Return the condition that a column is one of these ids, of which there is at least one.

    Without a gap, as after an import, it is a span: two bound values in place of hundreds.
    """
    first, last = min(ids), max(ids)
    if last - first + 1 == len(set(ids)):
        return column.between(first, last)
    return column.in_(ids)


def insert_rows(
    session: Session, record: type[Record], rows: Sequence[Mapping[str, Any]], tell: Tell
) -> None:
    """Insert rows that all name the same columns. Columns left out get the record's defaults."""
    table = _table(record)
    defaults = {
        column.name: column.default.arg
        for column in table.columns
        if isinstance(column.default, ScalarElementColumnDefault)
    }
    insertion = _insertion(session, table, [*{**defaults, **rows[0]}]) if rows else None
    for piece in _pieces(rows):
        assert insertion, "there are rows"
        insertion([{**defaults, **row} for row in piece])
        tell(len(piece))


def _insertion(
    session: Session, table: Table, names: Sequence[str]
) -> Callable[[Sequence[Mapping[str, Any]]], object]:
    """Return what inserts rows: by the driver itself where values have places, as on SQLite."""
    connection = session.connection()
    dialect = connection.dialect
    compiled: Any = insert(table).compile(dialect=dialect, column_keys=list(names))
    if not compiled.positional:
        return lambda rows: session.execute(insert(table), rows)
    types = [(name, table.c[name].type.dialect_impl(dialect)) for name in compiled.positiontup]
    columns = [(name, kind.bind_processor(dialect) or _as_it_is) for name, kind in types]
    return lambda rows: connection.exec_driver_sql(
        compiled.string, [tuple(write(row[name]) for name, write in columns) for row in rows]
    )


def _as_it_is(value: Any) -> Any:
    return value


def update_rows(
    session: Session, record: type[Record], changes: Mapping[int, Mapping[str, Any]], tell: Tell
) -> None:
    """Change the named columns of each id; a root record counts one save more.

    Records the session has as objects are read again when they are next asked.
    """
    session.flush()
    alike: dict[tuple[str, ...], list[dict[str, Any]]] = {}
    for number, values in changes.items():
        # A parameter cannot be named as a column is.
        row = {"row_id": number, **{f"new_{name}": value for name, value in values.items()}}
        alike.setdefault(tuple(values), []).append(row)
    table = _table(record)
    for names, rows in alike.items():
        if not names:
            continue
        written: dict[str, Any] = {
            name: bindparam(f"new_{name}", type_=table.c[name].type) for name in names
        }
        if "version" in table.c:
            written["version"] = table.c.version + 1
        statement = update(table).where(table.c.id == bindparam("row_id")).values(written)
        for piece in _pieces(rows):
            session.execute(statement, piece)
            tell(len(piece))
    for key in list(session.identity_map.keys()):
        if key[0] is record and changes.get(key[1][0]) and (known := session.identity_map.get(key)):
            session.expire(known)


def _table(record: type[Record]) -> Table:
    table = record.__table__
    assert isinstance(table, Table)
    return table


def _pieces(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(rows), _PIECE):
        yield rows[start : start + _PIECE]
