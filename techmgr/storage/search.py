"""Search over every kind of record: what is searched is a SELECT, refreshed for what an action touched."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, Select, TextClause, bindparam, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from techmgr.core.references import Reference
from techmgr.storage import words
from techmgr.storage.audit import AuditRecord
from techmgr.storage.types import Whole, Words

# An entry's id is the record's id and its kind in one number, so that a list can ask the full
# text about its own rows without a join: case 17 (kind 1) is 17 × 32 + 1.
KINDS = 32


class SearchEntry(AuditRecord):
    """What search shows of one record. Its words lie in FTS5 (SQLite) or a tsvector (PostgreSQL)."""

    __tablename__ = "search_entry"

    id: Mapped[int] = mapped_column(Whole, primary_key=True, autoincrement=False)
    kind: Mapped[str] = mapped_column(Words)
    record_id: Mapped[int] = mapped_column(Whole)
    title: Mapped[str] = mapped_column(Words)
    detail: Mapped[str] = mapped_column(Words)


@dataclass(frozen=True)
class Searched:
    """What is searched of one kind of record.

    `source()` selects id, title, detail, words. `watches` names the tables a change of which
    alters them, with the column that holds the record's id ("id" for the record's own table).
    `number` is from 1 to 31 and never changes: it is part of every entry's id.
    """

    kind: str
    number: int
    source: Callable[[], Select[tuple[int, str, str, str]]]
    watches: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found."""

    reference: Reference
    title: str
    detail: str


SEARCHED: dict[str, Searched] = {}


def searched(what: Searched) -> None:
    """Register what is searched of a kind of record; features call it beside their records."""
    same = [other for other in SEARCHED.values() if other.number == what.number]
    assert not same or same[0].kind == what.kind, f"{what.kind} and {same[0].kind} share a number"
    SEARCHED[what.kind] = what


def create(connection: Connection) -> None:
    """Make the full text index of an empty office."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE search_words USING fts5(words, content='', contentless_delete=1,"
            " prefix='1 2 3', tokenize=\"unicode61 remove_diacritics 2\")"
        )
    else:
        connection.exec_driver_sql("ALTER TABLE search_entry ADD COLUMN words tsvector")
        connection.exec_driver_sql(
            "CREATE INDEX ix_search_entry_words ON search_entry USING gin (words)"
        )


def refresh(session: Session, batch: int) -> None:
    """Bring search up to date with every record a batch of changes touched."""
    tables = set(
        session.scalars(
            text("SELECT DISTINCT table_name FROM audit_change WHERE batch = :batch"),
            {"batch": batch},
        )
    )
    for what in SEARCHED.values():
        watched = [(table, what.watches[table]) for table in what.watches if table in tables]
        if watched:
            _replace(session, what, _touched(session, watched), {"batch": batch})


def rebuild(session: Session) -> None:
    """Index everything again: after an upgrade that changed what is searched."""
    for what in SEARCHED.values():
        everything = f"SELECT record_id FROM search_entry WHERE kind = '{what.kind}'"
        own = f"SELECT id FROM ({what.source()}) AS source"
        _replace(session, what, f"{everything} UNION {own}", {})


def _touched(session: Session, watched: list[tuple[str, str]]) -> str:
    return " UNION ".join(_touched_in(session, table, column) for table, column in watched)


def _touched_in(session: Session, table: str, column: str) -> str:
    rows = f"FROM audit_change WHERE batch = :batch AND table_name = '{table}'"
    if column == "id":
        return f"SELECT record_id {rows}"
    reads = [_json(session, side, column) for side in ("before", "after")]
    return " UNION ".join(f"SELECT {read} {rows}" for read in reads)


def _json(session: Session, side: str, column: str) -> str:
    if session.get_bind().dialect.name == "sqlite":
        return f"json_extract({side}, '$.{column}')"
    return f"({side}::jsonb ->> '{column}')::bigint"


def _replace(session: Session, what: Searched, ids: str, values: dict[str, int]) -> None:
    sqlite = session.get_bind().dialect.name == "sqlite"
    entry = f"id * {KINDS} + {what.number}"
    source = (
        f"FROM ({what.source().compile(session.get_bind(), compile_kwargs=_LITERAL)}) AS source"
    )
    chosen = f"WHERE id IN ({ids})"
    gone = f"SELECT touched.column_0 * {KINDS} + {what.number} FROM ({_named(ids)}) AS touched"
    statements = [f"DELETE FROM search_entry WHERE id IN ({gone})"]
    shown = f"SELECT {entry}, '{what.kind}', id, title, detail"
    if sqlite:
        statements += [
            f"DELETE FROM search_words WHERE rowid IN ({gone})",
            f"INSERT INTO search_words (rowid, words) SELECT {entry}, spaced(words) {source} {chosen}",
            f"INSERT INTO search_entry (id, kind, record_id, title, detail) {shown} {source} {chosen}",
        ]
    else:
        statements.append(
            "INSERT INTO search_entry (id, kind, record_id, title, detail, words)"
            f" {shown}, to_tsvector('simple', spaced(words)) {source} {chosen}"
        )
    for statement in statements:
        session.execute(_bound(statement, values))


_LITERAL = {"literal_binds": True}


def _named(ids: str) -> str:
    return f"SELECT found.* FROM ({ids}) AS found (column_0)"


def _bound(statement: str, values: dict[str, int]) -> TextClause:
    return text(statement).bindparams(*(bindparam(name, value) for name, value in values.items()))


def find(
    session: Session, query: str, *, kinds: tuple[str, ...] = (), limit: int = 20
) -> list[Hit]:
    """Find records by word beginnings in any order, newest records of each kind first.

    An empty query finds nothing. `kinds` narrows to these kinds (`case`, `person` …).
    """
    sqlite = session.get_bind().dialect.name == "sqlite"
    sought = words.match_sqlite(query) if sqlite else words.match_postgresql(query)
    if not sought:
        return []
    matched = _MATCHED_SQLITE if sqlite else _MATCHED_POSTGRESQL
    narrowed = " AND e.kind IN :kinds" if kinds else ""
    statement = text(
        f"SELECT e.kind, e.record_id, e.title, e.detail {matched}{narrowed}"
        " ORDER BY e.id DESC LIMIT :limit"
    )
    values: dict[str, object] = {"sought": sought, "limit": limit}
    if kinds:
        statement = statement.bindparams(bindparam("kinds", expanding=True))
        values["kinds"] = list(kinds)
    rows = session.execute(statement, values)
    return [Hit(Reference(kind, number), title, detail) for kind, number, title, detail in rows]


_MATCHED_SQLITE = (
    "FROM search_words w JOIN search_entry e ON e.id = w.rowid WHERE w.search_words MATCH :sought"
)
_MATCHED_POSTGRESQL = "FROM search_entry e WHERE e.words @@ to_tsquery('simple', :sought)"
