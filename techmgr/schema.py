"""Creating, opening and upgrading an office. One path: every office is made by the migrations."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.storage import faults, files, triggers
from techmgr.storage.engines import APPLICATION_ID, connection_to, file_engine, server_engine
from techmgr.storage.lock import Lock
from techmgr.storage.office import Office

# The newest step in migrations/versions, known without loading Alembic. A test compares.
HEAD = "0001"


def is_server(place: str) -> bool:
    """Tell whether a place is a database's address rather than a file's path."""
    return place.startswith(("postgresql://", "postgresql+psycopg://"))


def create(place: str, passphrase: str | None = None) -> None:
    """Make an empty office at a path or in an empty PostgreSQL database; all of it or nothing."""
    if is_server(place):
        _create_on_server(place)
    else:
        _create_file(Path(place), passphrase)


def _create_file(path: Path, passphrase: str | None) -> None:
    files.refuse_taken(path)
    fresh = path.with_name(path.name + ".new")
    files.remove(fresh)
    fresh.touch(mode=0o600)
    engine = file_engine(fresh, passphrase, writes=True)
    try:
        with faults.in_words(), engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(connection)
        engine.dispose()
        fresh.replace(path)
        _use_wal(path, passphrase)
    except BaseException:
        engine.dispose()
        files.remove(fresh)
        raise


def _use_wal(path: Path, passphrase: str | None) -> None:
    connection = connection_to(path, passphrase)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.close()


def _create_on_server(url: str) -> None:
    engine = server_engine(_driver(url))
    try:
        with faults.in_words(), engine.begin() as connection:
            if connection.dialect.has_table(connection, "audit_entry"):
                raise UserError(say("This database holds an office already."))
            migrate(connection)
    finally:
        engine.dispose()


def migrate(connection: Connection) -> None:
    """Bring a database to the newest schema and put its triggers back, inside its transaction."""
    from alembic import command  # noqa: PLC0415 - a quarter second that opening an office can do without
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    triggers.install(connection)


def open_office(
    place: str, *, passphrase: str | None = None, officer: str = "", read_only: bool = False
) -> Office:
    """Open an office. Refuses what is foreign, newer, damaged or held by another writer, in words."""
    if is_server(place):
        return _open_server(place, officer)
    return _open_file(Path(place), passphrase, officer, read_only=read_only)


def _open_file(path: Path, passphrase: str | None, officer: str, *, read_only: bool) -> Office:
    version = files.schema_version(path, passphrase)
    _refuse_other(version, path.name)
    key = passphrase if files.is_encrypted(path) else None
    reader = file_engine(path, key, writes=False)
    if read_only:
        return Office(str(path), None, reader, officer=officer)
    lock = Lock(path)
    holder = lock.take(officer, datetime.now(UTC))
    if holder:
        raise Held(path.name, holder.officer, holder.host, holder.since)
    writer = file_engine(path, key, writes=True)
    return Office(str(path), writer, reader, officer=officer, close=lock.release)


class Held(UserError):  # noqa: N818 - errors are named as facts
    """Somebody else writes to this office file; it can still be opened for reading."""

    def __init__(self, name: str, officer: str, host: str, since: str) -> None:
        super().__init__(
            say(
                "“{name}” is open for writing by {officer} on {host} since {since} UTC. "
                "Open it for reading, or ask them to close it.",
                name=name,
                officer=officer or "?",
                host=host,
                since=since,
            )
        )


def _refuse_other(version: str, name: str) -> None:
    if version > HEAD:
        raise UserError(
            say(
                "“{name}” was made by a newer techmgr ({version}). Update the program to open it.",
                name=name,
                version=version,
            )
        )


def _open_server(url: str, officer: str) -> Office:
    engine = server_engine(_driver(url))
    with faults.in_words():
        version = _server_version(engine)
    address = make_url(url)
    _refuse_other(version, address.database or "")
    login = officer or address.username or ""
    return Office(address.render_as_string(hide_password=True), engine, engine, officer=login)


def _server_version(engine: Engine) -> str:
    try:
        with engine.connect() as connection:
            return str(connection.scalar(text("SELECT version_num FROM alembic_version")))
    except DBAPIError as error:
        if "alembic_version" in str(error.orig):
            raise UserError(
                say("This database holds no office. Create one: techmgr new.")
            ) from error
        raise


def _driver(url: str) -> str:
    return url.replace("postgresql://", "postgresql+psycopg://", 1)
