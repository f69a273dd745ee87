"""Search over every kind of record: what is searched is a SELECT, refreshed for what an action touched."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, TextClause, text
from sqlalchemy.orm import Mapped, Session, mapped_column

from techmgr.core.references import Reference
from techmgr.storage import words
from techmgr.storage.audit import AuditRecord
from techmgr.storage.base import know_every_record
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
    alters them, with the column that holds the record's id ("id" for the record's own table,
    "subject" for a reference as text), or with SQL for the ids concerned in which `{changed}`
    stands for the ids changed there; a record's own table comes first.
    `number` is from 1 to 31 and never changes: it is part of every entry's id.
    """

    kind: str
    number: int
    source: Callable[[], Select[int, str, str, str]]
    watches: Mapping[str, str]

    @property
    def table(self) -> str:
        """The record's own table, which is the kind of its references."""
        return next(iter(self.watches))


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found: its reference (`technology:17`), and its kind in search (`case`)."""

    reference: Reference
    title: str
    detail: str
    kind: str


SEARCHED: dict[str, Searched] = {}


def searched(what: Searched) -> None:
    """Register what is searched of a kind of record; features call it beside their records."""
    own = what.watches.get(what.table, "")
    assert own == "id" or own.startswith("{changed}"), f"{what.kind} watches its own table first"
    same = [other for other in SEARCHED.values() if other.number == what.number]
    assert not same or same[0].kind == what.kind, f"{what.kind} and {same[0].kind} share a number"
    SEARCHED[what.kind] = what


def words_table(number: int) -> str:
    """Name the full text of a kind on SQLite: one for each, so that a million notes cost a case nothing."""
    return f"search_words_{number}"


def create(connection: Connection) -> None:
    """Make the full text index of an empty office, for kinds to come as well."""
    if connection.dialect.name == "sqlite":
        for number in range(1, KINDS):
            connection.exec_driver_sql(
                f"CREATE VIRTUAL TABLE {words_table(number)} USING fts5(words, content='',"
                " contentless_delete=1, prefix='1 2 3', tokenize=\"unicode61 remove_diacritics 2\")"
            )
    else:
        connection.exec_driver_sql("ALTER TABLE search_entry ADD COLUMN words tsvector")
        connection.exec_driver_sql(
            "CREATE INDEX ix_search_entry_words ON search_entry USING gin (words)"
        )


_TABLES = text("SELECT DISTINCT table_name FROM audit_change WHERE batch = :batch")


def refresh(session: Session, batch: int) -> None:
    """Bring search up to date with every record a batch of changes touched."""
    tables = set(session.scalars(_TABLES, {"batch": batch}))
    for what in SEARCHED.values():
        touched = [
            _touched_in(session, what, table, column)
            for table, column in what.watches.items()
            if table in tables
        ]
        if touched:
            _replace(session, what, " UNION ".join(touched), {"batch": batch})


def rebuild(session: Session) -> None:
    """Index everything again: after an upgrade that changed what is searched."""
    for what in SEARCHED.values():
        known = f"SELECT record_id FROM search_entry WHERE kind = '{what.kind}'"
        own = f"SELECT id FROM ({_source(session, what)}) AS source"
        _replace(session, what, f"{known} UNION {own}", {})


def _source(session: Session, what: Searched) -> str:
    dialect: Any = type(session.get_bind().dialect)
    return _compiled(what.source, dialect)


# Writing a source as SQL takes longer than running it for one record.
@cache
def _compiled(source: Callable[[], Select[int, str, str, str]], dialect: Any) -> str:
    return str(source().compile(dialect=dialect(), compile_kwargs={"literal_binds": True}))


def _touched_in(session: Session, what: Searched, table: str, column: str) -> str:
    rows = f"FROM audit_change WHERE batch = :batch AND table_name = '{table}'"
    if column == "id":
        return f"SELECT record_id {rows}"
    if "{changed}" in column:
        return column.replace("{changed}", f"SELECT record_id {rows}")
    return " UNION ".join(
        f"SELECT {_number(session, what, column, side)} {rows}" for side in ("before", "after")
    )


def _number(session: Session, what: Searched, column: str, side: str) -> str:
    """Write the record's id as a change's image names it: a key, or a reference such as `person:4`."""
    sqlite = session.get_bind().dialect.name == "sqlite"
    cell = f"json_extract({side}, '$.{column}')" if sqlite else f"({side}::jsonb ->> '{column}')"
    if column != "subject":
        return f"CAST({cell} AS bigint)"
    start = len(what.table) + 2
    own = f"substr({cell}, 1, {start - 1}) = '{what.table}:'"
    return f"CASE WHEN {own} THEN CAST(substr({cell}, {start}) AS bigint) END"


def _replace(session: Session, what: Searched, ids: str, values: dict[str, int]) -> None:
    sqlite = session.get_bind().dialect.name == "sqlite"
    for statement in _replacing(what.kind, what.number, _source(session, what), ids, sqlite):
        session.execute(statement, values)


@cache
def _replacing(
    kind: str, number: int, source: str, ids: str, sqlite: bool
) -> tuple[TextClause, ...]:
    entry = f"id * {KINDS} + {number}"
    chosen = f"FROM ({source}) AS source WHERE id IN ({ids})"
    touched = f"WITH touched (id) AS ({ids}) SELECT {entry} FROM touched WHERE id IS NOT NULL"
    shown = f"SELECT {entry}, '{kind}', id, title, detail"
    statements = [f"DELETE FROM search_entry WHERE id IN ({touched})"]
    if sqlite:
        full_text = words_table(number)
        statements += [
            f"DELETE FROM {full_text} WHERE rowid IN ({touched})",
            f"INSERT INTO {full_text} (rowid, words) SELECT {entry}, spaced(words) {chosen}",
            f"INSERT INTO search_entry (id, kind, record_id, title, detail) {shown} {chosen}",
        ]
    else:
        statements.append(
            "INSERT INTO search_entry (id, kind, record_id, title, detail, words)"
            f" {shown}, to_tsvector('simple', spaced(words)) {chosen}"
        )
    return tuple(text(statement) for statement in statements)


def find(
    session: Session, query: str, *, kinds: tuple[str, ...] = (), limit: int = 20
) -> list[Hit]:
    """Find records by word beginnings in any order: the newest of each kind in turn.

    So a case is not buried under a thousand notes. An empty query finds nothing. `kinds` narrows
    to these kinds (`case`, `person` …).
    """
    know_every_record()
    sqlite = session.get_bind().dialect.name == "sqlite"
    sought = words.match_sqlite(query) if sqlite else words.match_postgresql(query)
    chosen = [what for what in SEARCHED.values() if not kinds or what.kind in kinds]
    if not sought or not chosen:
        return []
    matched = (_matched_sqlite if sqlite else _matched_postgresql)(chosen)
    rows = session.execute(text(_IN_TURN.format(matched=matched)), {"sought": sought, "few": limit})
    return [
        Hit(Reference(SEARCHED[kind].table, number), title, detail, kind)
        for kind, number, title, detail in rows
    ]


_IN_TURN = f"""
    SELECT e.kind, e.record_id, e.title, e.detail
    FROM ({{matched}}) AS found JOIN search_entry e ON e.id = found.id
    ORDER BY row_number() OVER (PARTITION BY e.id % {KINDS} ORDER BY e.id DESC), e.id % {KINDS}
    LIMIT :few"""


def _matched_sqlite(chosen: Iterable[Searched]) -> str:
    tables = [words_table(what.number) for what in chosen]
    return " UNION ALL ".join(
        f"SELECT id FROM (SELECT rowid AS id FROM {table} WHERE {table} MATCH :sought"
        " ORDER BY rowid DESC LIMIT :few) AS newest"
        for table in tables
    )


def _matched_postgresql(chosen: Iterable[Searched]) -> str:
    return " UNION ALL ".join(
        "SELECT id FROM (SELECT id FROM search_entry WHERE words @@ to_tsquery('simple', :sought)"
        f" AND kind = '{what.kind}' ORDER BY id DESC LIMIT :few) AS newest"
        for what in chosen
    )
