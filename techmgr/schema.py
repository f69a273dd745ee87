"""Creating, opening and upgrading an office. One path: every office is made by the migrations."""

from importlib import import_module
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say
from techmgr.office.queries import settings_on
from techmgr.storage import backup, base, faults, files, portable, search, triggers
from techmgr.storage.backup import BackedUp, Restored
from techmgr.storage.engines import (
    APPLICATION_ID,
    connection_to,
    file_engine,
    is_server,
    server_engine,
)
from techmgr.storage.lock import taken
from techmgr.storage.office import Office

STEPS = Path(__file__).parent / "migrations"

# Loaded when something looks at the whole office: an action, search, a check (docs/decisions/007).
base.known_with(lambda: import_module("techmgr.records"))


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
    with faults.in_words():
        try:
            _fill(fresh, passphrase)
            files.put_in_place(fresh, path)
            files.sync_folder(path)
        except BaseException:
            files.remove(fresh)
            raise


def _fill(fresh: Path, passphrase: str | None, copy_from: str | None = None) -> None:
    fresh.touch(mode=0o600)
    engine = file_engine(fresh, passphrase or None, writes=True)
    try:
        with engine.begin() as connection:
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            if copy_from is None:
                migrate(connection)
            else:
                _migrate_from(connection, copy_from)
    finally:
        engine.dispose()


def _create_on_server(url: str) -> None:
    engine = server_engine(url, writes=True)
    try:
        with faults.in_words(), engine.begin() as connection:
            _refuse_filled(connection)
            migrate(connection)
    finally:
        engine.dispose()


def _refuse_filled(connection: Connection) -> None:
    if connection.dialect.has_table(connection, "audit_entry"):
        raise UserError(say("This database holds an office already."))


def _migrate_from(connection: Connection, url: str) -> None:
    engine = server_engine(url, writes=False)
    try:
        # One snapshot for all tables, while others go on working.
        with engine.connect().execution_options(isolation_level="REPEATABLE READ") as source:
            _refuse_other(_server_version(engine), make_url(url).database or "", read_only=True)
            migrate(connection, copy_from=source)
    finally:
        engine.dispose()


def migrate(connection: Connection, copy_from: Connection | None = None) -> None:
    """Bring a database to the newest schema and put its triggers back, inside its transaction.

    With `copy_from`, an empty one takes over everything another office holds.
    """
    base.know_every_record()
    from alembic import command  # noqa: PLC0415 - a quarter second that opening an office can do without
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if copy_from is not None:
        portable.copy_all(copy_from, connection)
    triggers.install(connection)
    if copy_from is not None:
        _index_again(connection)


def open_office(
    place: str, *, passphrase: str | None = None, officer: str = "", read_only: bool = False
) -> Office:
    """Open an office. Refuses what is foreign, newer, damaged or held by another writer, in words.

    An older one is upgraded first: a file with a backup beside it. On PostgreSQL the officer is
    the database login, whatever `officer` says.
    """
    if is_server(place):
        office = _open_server(place, read_only=read_only)
    else:
        office = _open_file(Path(place), passphrase or None, officer, read_only=read_only)
    try:
        office.time_zone = ZoneInfo(office.read(settings_on, office.today).time_zone)
    except BaseException:
        office.close()
        raise
    return office


def _open_file(path: Path, passphrase: str | None, officer: str, *, read_only: bool) -> Office:
    version = files.schema_version(path, passphrase)
    _refuse_other(version, path.name, read_only=read_only)
    if read_only:
        reader = file_engine(path, passphrase, writes=False)
        return Office(str(path), None, reader, officer=officer, passphrase=passphrase)
    lock = taken(path, officer)
    try:
        if version < files.HEAD:
            upgrade_file(path, passphrase, version)
        _choose_journal(path, passphrase)
    except BaseException:
        lock.release()
        raise
    return Office(
        str(path),
        file_engine(path, passphrase, writes=True),
        file_engine(path, passphrase, writes=False),
        officer=officer,
        passphrase=passphrase,
        was_unclean=lock.was_unclean,
        close=lock.release,
    )


def _choose_journal(path: Path, passphrase: str | None) -> None:
    """Let readers and the writer work side by side, except where that loses changes."""
    journal = "DELETE" if files.is_on_network(path) else "WAL"
    with faults.in_words():
        connection = connection_to(path, passphrase)
        try:
            connection.execute(f"PRAGMA journal_mode = {journal}")
        finally:
            connection.close()


def advice(place: str) -> Text | None:
    """Return what an officer should know about the place of an office; None when all is well."""
    if not is_server(place) and files.is_on_network(Path(place)):
        return say(
            "This office lies in a network folder: only one person can work in it at a time, and a "
            "lost connection may damage it. For several officers use PostgreSQL."
        )
    return None


def _refuse_other(version: str, name: str, *, read_only: bool) -> None:
    if version > files.HEAD:
        raise UserError(
            say(
                "“{name}” was made by a newer techmgr ({version}). Update the program to open it.",
                name=name,
                version=version,
            )
        )
    if version < files.HEAD and read_only:
        raise UserError(
            say(
                "“{name}” was made by an older techmgr. Open it once for writing: that upgrades it.",
                name=name,
            )
        )


def upgrade_file(path: Path, passphrase: str | None, version: str) -> Path:
    """Upgrade an office file whose lock is held; returns the backup made beside it first."""
    kept = path.with_name(f"{path.stem}.{version}{path.suffix}")
    with faults.in_words():
        backup.copy(path, passphrase, kept)
        engine = file_engine(path, passphrase, writes=True)
        try:
            with engine.connect() as connection:
                _upgrade(connection, path.name)
        finally:
            engine.dispose()
    return kept


def _upgrade(connection: Connection, name: str) -> None:
    # With foreign keys on, a batch step's dropped table would delete every child row. They can be
    # switched outside a transaction only.
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("PRAGMA foreign_keys = OFF")
    with connection.begin():
        migrate(connection)
        loose = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if loose:
            raise UserError(
                say(
                    "“{name}” could not be upgraded: {count} records refer to records that are "
                    "missing. It was left as it is: restore a backup.",
                    name=name,
                    count=len(loose),
                )
            )
        _index_again(connection)


def _index_again(connection: Connection) -> None:
    session = Session(connection)
    search.rebuild(session)
    session.commit()


def _open_server(url: str, *, read_only: bool) -> Office:
    writer, reader = server_engine(url, writes=True), server_engine(url, writes=False)
    address = make_url(url)
    try:
        with faults.in_words():
            _bring_up_to_date(writer, address.database or "", read_only=read_only)
            with reader.connect() as connection:
                login = str(connection.scalar(text("SELECT session_user")))
    except BaseException:
        writer.dispose()
        reader.dispose()
        raise
    shown = address.render_as_string(hide_password=True)
    return Office(
        shown, None if read_only else writer, reader, officer=login, login=login, address=url
    )


def _bring_up_to_date(writer: Engine, name: str, *, read_only: bool) -> None:
    version = _server_version(writer)
    _refuse_other(version, name, read_only=read_only)
    if version < files.HEAD:
        with writer.begin() as connection:
            migrate(connection)
            _index_again(connection)


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


def back_up(place: str, target: Path, passphrase: str | None = None) -> BackedUp:
    """Copy an office, open or not, to a new file that passed the full check.

    A file keeps its passphrase. A database becomes an office file, encrypted with `passphrase`.
    """
    base.know_every_record()
    if not is_server(place):
        return backup.back_up(Path(place), target, passphrase or None)
    files.refuse_taken(target)
    with faults.in_words():
        fresh = target.with_name(target.name + ".new")
        files.remove(fresh)
        try:
            _fill(fresh, passphrase, copy_from=place)
            backup.refuse_faulty(fresh, passphrase or None)
            files.put_in_place(fresh, target)
            files.sync_folder(target)
        except BaseException:
            files.remove(fresh)
            raise
        return BackedUp(target, backup.keep_head(target, passphrase or None))


def restore(
    kept: Path, place: str, passphrase: str | None = None, *, move_aside: bool = False
) -> Restored:
    """Put a backup back as an office file, or into an empty PostgreSQL database.

    A file that lies there is moved aside if allowed, else the restore is refused.
    """
    base.know_every_record()
    passphrase = passphrase or None
    if not is_server(place):
        return backup.restore(kept, Path(place), passphrase, move_aside=move_aside)
    _refuse_other(files.schema_version(kept, passphrase), kept.name, read_only=True)
    backup.refuse_faulty(kept, passphrase, backup.kept_head(kept))
    source, target = file_engine(kept, passphrase, writes=False), server_engine(place, writes=True)
    try:
        with faults.in_words(), source.connect() as old, target.begin() as connection:
            _refuse_filled(connection)
            migrate(connection, copy_from=old)
    finally:
        source.dispose()
        target.dispose()
    shown = make_url(place).render_as_string(hide_password=True)
    return Restored(Path(shown), None, backup.head_in(kept, passphrase))
