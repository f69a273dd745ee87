"""Engines for the two databases: one that writes, one that only reads."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

import sqlcipher3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import QueuePool

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.storage.words import spaced

# "TMGR": the mark of an office in the header of its file.
APPLICATION_ID = 0x544D4752
_CACHE_KIB = 32_768
_SALT, _ROUNDS = 16, 256_000  # as SQLCipher 4 writes a file
_BUSY_MILLISECONDS = 5_000


def is_server(place: str) -> bool:
    """Tell whether a place is a database's address rather than a file's path."""
    return place.startswith(("postgresql://", "postgresql+psycopg://"))


def office_engine(place: str, passphrase: str | None, *, writes: bool) -> Engine:
    """Return an engine on an office, wherever it lies."""
    if is_server(place):
        return server_engine(place, writes=writes)
    return file_engine(Path(place), passphrase, writes=writes)


def file_engine(path: Path, passphrase: str | None, *, writes: bool) -> Engine:
    """Return an engine on an office file. The driver is SQLCipher's for plain files as well.

    SQLAlchemy's own pysqlcipher dialect pools per thread and derives the key again each time.
    """
    engine = create_engine(
        "sqlite://",
        module=sqlcipher3,
        creator=_connector(path, passphrase, writes=writes),
        poolclass=QueuePool,
        pool_size=1,
        max_overflow=0,
    )
    # The driver sends no BEGIN of its own (isolation_level None): so DDL rolls back as well.
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _connector(path: Path, passphrase: str | None, *, writes: bool) -> Callable[[], Any]:
    def connect() -> Any:
        connection = connection_to(path, passphrase)
        run = connection.execute
        run("PRAGMA foreign_keys = ON")
        run("PRAGMA recursive_triggers = ON")
        run(f"PRAGMA cache_size = -{_CACHE_KIB}")
        run("PRAGMA temp_store = MEMORY")
        # FULL: an acknowledged action survives a power cut, not only a killed process.
        run("PRAGMA synchronous = FULL" if writes else "PRAGMA query_only = ON")
        return connection

    return connect


def connection_to(path: Path, passphrase: str | None, mode: str = "rw") -> Any:
    """Open a bare driver connection to a file that exists (`mode` as in SQLite's file addresses)."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlcipher3.connect(
        address, uri=True, isolation_level=None, check_same_thread=False, cached_statements=256
    )
    if passphrase is not None:
        # SQLCipher would write of a wrong key on its own; our sentence says it.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = {key_of(path, passphrase)}")
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MILLISECONDS}")
    connection.create_function("spaced", 1, spaced, deterministic=True)
    return connection


def key_of(path: Path, passphrase: str) -> str:
    """Write the key of a file for PRAGMA key: the derived one, so that it is derived only once.

    An empty file has no salt yet: there SQLCipher derives the key from the passphrase itself.
    """
    with path.open("rb") as file:
        salt = file.read(_SALT)
    spoken = normalize("NFC", passphrase)  # some keyboards send é as two characters
    if len(salt) < _SALT:
        return quoted(spoken)
    return f"\"x'{_derived(spoken, salt).hex()}{salt.hex()}'\""


@lru_cache(maxsize=8)
def _derived(passphrase: str, salt: bytes) -> bytes:
    return hashlib.pbkdf2_hmac("sha512", passphrase.encode(), salt, _ROUNDS, 32)


def quoted(text: str) -> str:
    """Quote text for SQL where no parameter can stand (PRAGMA, ATTACH)."""
    return "'" + text.replace("'", "''") + "'"


def server_engine(url: str, *, writes: bool) -> Engine:
    """Return an engine on a PostgreSQL office: READ COMMITTED, so that the audit chain cannot fork."""
    try:
        address = make_url(url.replace("postgresql://", "postgresql+psycopg://", 1))
    except ValueError as error:  # a port that is no number
        raise UserError(
            say(
                "The database's address cannot be read: postgresql://NAME@HOST:PORT/OFFICE is one."
            ),
            field="path",
        ) from error
    engine = create_engine(
        address,
        pool_size=2,
        max_overflow=0,
        pool_pre_ping=True,
        isolation_level="READ COMMITTED",
        execution_options={"postgresql_readonly": not writes},
    )
    event.listen(engine, "connect", _sums_are_whole)
    return engine


@contextmanager
def with_room_aside(reader: Engine) -> Iterator[Connection]:
    """Connect a reader that may make temporary tables, which nobody else sees and its end drops."""
    with reader.connect() as connection:
        if connection.dialect.name != "sqlite":
            yield connection.execution_options(postgresql_readonly=False)
            return
        driver: Any = connection.connection.driver_connection
        driver.execute("PRAGMA query_only = OFF")  # else not even a temporary table
        try:
            yield connection
        finally:
            connection.rollback()
            driver.execute("PRAGMA query_only = ON")


def _sums_are_whole(connection: Any, _record: object) -> None:
    """PostgreSQL sums 64-bit integers as numeric: the sums come back as whole numbers, as on SQLite."""
    # Imported here: an office in a file does without the server's driver, and starts sooner.
    from psycopg.adapt import Loader  # noqa: PLC0415 - as above

    class WholeLoader(Loader):
        def load(self, data: Any) -> int:
            return int(bytes(data))

    connection.adapters.register_loader("numeric", WholeLoader)
