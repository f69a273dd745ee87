"""Database triggers that record every change and refuse those outside an action.

They are written from the catalogue, after each upgrade, because a batch step of a migration
drops them unseen. Set-based SQL is recorded as surely as a change through the ORM.
"""

from sqlalchemy import Connection, inspect

from techmgr.storage.words import SPACED_ON_POSTGRESQL

# Not audited: the trail itself, what is computed from records, content named by its own hash,
# drafts and column widths.
UNAUDITED = frozenset(
    {
        "alembic_version",
        "audit_change",
        "audit_entry",
        "audit_open",
        "desk_state",
        "file_chunk",
        "search_entry",
    }
)

_OUTSIDE = "a change outside an action"


def audited_tables(connection: Connection) -> list[str]:
    """Return the names of the audited tables, sorted."""
    names = inspect(connection).get_table_names()
    own = [name for name in names if not name.startswith(("search_words_", "sqlite_"))]
    return sorted(set(own) - UNAUDITED)


def install(connection: Connection) -> None:
    """Put the triggers of every audited table and of the trail in place, replacing older ones."""
    if connection.dialect.name == "sqlite":
        _install_sqlite(connection)
    else:
        _install_postgresql(connection)


def missing(connection: Connection) -> list[str]:
    """Return the names of triggers that are gone, switched off or altered, sorted."""
    if connection.dialect.name == "sqlite":
        wanted = {_named(statement): _bare(statement) for statement in _sqlite(connection)}
        rows = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_schema WHERE type='trigger'"
        )
        there = {name: _bare(sql) for name, sql in rows}
        return sorted(name for name, sql in wanted.items() if there.get(name) != sql)
    on = "SELECT tgrelid::regclass || ' ' || tgname FROM pg_trigger WHERE tgenabled = 'O'"
    there_on = set(connection.exec_driver_sql(on).scalars())
    return sorted(set(_postgresql(connection)) - there_on)


def _named(statement: str) -> str:
    return statement.split()[2].strip('"')


def _bare(statement: str) -> str:
    return " ".join(statement.split())


def _sqlite(connection: Connection) -> list[str]:
    recorders = [
        statement
        for table in audited_tables(connection)
        for statement in _sqlite_recorders(connection, table)
    ]
    return [*recorders, *_SQLITE_GUARDS]


def _install_sqlite(connection: Connection) -> None:
    old = connection.exec_driver_sql(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'audit%'"
    ).scalars()
    for name in list(old):
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for statement in _sqlite(connection):
        connection.exec_driver_sql(statement)


def _sqlite_recorders(connection: Connection, table: str) -> list[str]:
    columns = inspect(connection).get_columns(table)
    names = [column["name"] for column in columns]
    blobs = {column["name"] for column in columns if str(column["type"]) == "BLOB"}
    old, new = _sqlite_row("OLD", names, blobs), _sqlite_row("NEW", names, blobs)
    differs = " OR ".join(f'OLD."{name}" IS NOT NEW."{name}"' for name in names)
    return [
        _sqlite_recorder(table, "INSERT", "NEW", ("NULL", new)),
        _sqlite_recorder(table, "UPDATE", "NEW", (old, new), f"WHEN {differs}"),
        _sqlite_recorder(table, "DELETE", "OLD", (old, "NULL")),
    ]


# Bytes are written as PostgreSQL's JSON has them, so that a trail reads alike on both.
def _sqlite_row(side: str, names: list[str], blobs: set[str]) -> str:
    cells = (
        f"'{name}', CASE WHEN {side}.\"{name}\" NOT NULL THEN '\\x' || lower(hex({side}.\"{name}\")) END"
        if name in blobs
        else f"'{name}', {side}.\"{name}\""
        for name in names
    )
    return f"json_object({', '.join(cells)})"


def _sqlite_recorder(
    table: str, event: str, side: str, rows: tuple[str, str], when: str = ""
) -> str:
    before, after = rows
    return f"""
        CREATE TRIGGER "audit_{event.lower()}_{table}" AFTER {event} ON "{table}" {when} BEGIN
            SELECT RAISE(ABORT, '{_OUTSIDE}') WHERE NOT EXISTS (SELECT 1 FROM audit_open);
            INSERT INTO audit_change (batch, table_name, record_id, before, after, salt)
            SELECT batch, '{table}', {side}.id, {before}, {after}, randomblob(16) FROM audit_open;
        END"""


_SQLITE_GUARDS = [
    """CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN
        SELECT RAISE(ABORT, 'the audit trail is append-only'); END""",
    """CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN
        SELECT RAISE(ABORT, 'the audit trail is append-only'); END""",
    """CREATE TRIGGER audit_change_no_delete BEFORE DELETE ON audit_change BEGIN
        SELECT RAISE(ABORT, 'the audit trail is append-only'); END""",
    # The one exception: the law may demand that a payload goes. It must name the entry.
    """CREATE TRIGGER audit_change_redaction_only BEFORE UPDATE ON audit_change
        WHEN NOT (NEW.id = OLD.id AND NEW.batch = OLD.batch AND NEW.table_name = OLD.table_name
            AND NEW.record_id = OLD.record_id AND NEW.before IS NULL AND NEW.after IS NULL
            AND NEW.salt IS NULL AND NEW.redacted_by IS NOT NULL AND OLD.redacted_by IS NULL)
        BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END""",
]


def _install_postgresql(connection: Connection) -> None:
    for statement in (*_POSTGRESQL_FUNCTIONS, SPACED_ON_POSTGRESQL):
        connection.exec_driver_sql(statement)
    for name, (when, function) in _postgresql(connection).items():
        table, trigger = name.split(" ")
        connection.exec_driver_sql(
            f"CREATE OR REPLACE TRIGGER {trigger} {when} ON {table} {function}"
        )


def _postgresql(connection: Connection) -> dict[str, tuple[str, str]]:
    """Return every trigger by table and name: when it fires, and what it does."""
    quote = connection.dialect.identifier_preparer.quote
    wanted = {}
    for name in audited_tables(connection):
        wanted[f"{quote(name)} audit_record"] = (
            "AFTER INSERT OR UPDATE OR DELETE",
            _each("record"),
        )
        wanted[f"{quote(name)} audit_no_truncate"] = ("BEFORE TRUNCATE", _once("refuse"))
    for name in ("audit_entry", "audit_change"):
        wanted[f"{name} audit_guard"] = ("BEFORE UPDATE OR DELETE", _each("guard"))
        wanted[f"{name} audit_no_truncate"] = ("BEFORE TRUNCATE", _once("refuse"))
    wanted["audit_entry audit_login"] = ("BEFORE INSERT", _each("login"))
    return wanted


def _each(function: str) -> str:
    return f"FOR EACH ROW EXECUTE FUNCTION audit_{function}()"


def _once(function: str) -> str:
    return f"EXECUTE FUNCTION audit_{function}()"


_POSTGRESQL_FUNCTIONS = [
    f"""CREATE OR REPLACE FUNCTION audit_record() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE
        batch bigint := nullif(current_setting('techmgr.batch', true), '')::bigint;
        old_row text := CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD)::text END;
        new_row text := CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW)::text END;
    BEGIN
        IF batch IS NULL THEN RAISE EXCEPTION '{_OUTSIDE}'; END IF;
        IF old_row IS DISTINCT FROM new_row THEN
            INSERT INTO audit_change (batch, table_name, record_id, before, after, salt)
            VALUES (batch, TG_TABLE_NAME, CASE WHEN TG_OP = 'DELETE' THEN OLD.id ELSE NEW.id END,
                    old_row, new_row, uuid_send(gen_random_uuid()));
        END IF;
        RETURN NULL;
    END $$""",
    """CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'the audit trail is append-only'; END $$""",
    """CREATE OR REPLACE FUNCTION audit_guard() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_TABLE_NAME = 'audit_change' AND TG_OP = 'UPDATE' THEN
            IF NEW.id = OLD.id AND NEW.batch = OLD.batch AND NEW.table_name = OLD.table_name
                AND NEW.record_id = OLD.record_id AND NEW.before IS NULL AND NEW.after IS NULL
                AND NEW.salt IS NULL AND NEW.redacted_by IS NOT NULL AND OLD.redacted_by IS NULL
            THEN RETURN NEW; END IF;
        END IF;
        RAISE EXCEPTION 'the audit trail is append-only';
    END $$""",
    """CREATE OR REPLACE FUNCTION audit_login() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW.login <> session_user THEN
            RAISE EXCEPTION 'the audit trail names the database login';
        END IF;
        RETURN NEW;
    END $$""",
]
