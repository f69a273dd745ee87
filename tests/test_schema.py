"""One schema: the migrations make what the records say, on both databases, and carry old offices over."""

import importlib.util
import re
import shutil
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import text

import techmgr.records
from techmgr import schema
from techmgr.core.errors import UserError
from techmgr.storage import engines, files, search, triggers
from techmgr.storage.base import Record
from techmgr.storage.check import check
from techmgr.storage.engines import file_engine, office_engine

ROOT = Path(__file__).parent.parent


def test_the_first_migration_is_up_to_date():
    path = ROOT / "tasks" / "first_migration.py"
    spec = importlib.util.spec_from_file_location("first_migration", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.TARGET.read_text(encoding="utf-8") == module.text(), (
        "run tasks/first_migration.py"
    )


def test_the_newest_step_is_the_one_the_program_expects():
    assert ScriptDirectory(str(schema.STEPS)).get_heads() == [files.HEAD]


def test_a_new_file_has_exactly_the_schema_of_the_records(tmp_path):
    assert techmgr.records.__all__
    schema.create(str(tmp_path / "made.techmgr"))
    made = file_engine(tmp_path / "made.techmgr", None, writes=False)
    (tmp_path / "wanted").touch()
    wanted = file_engine(tmp_path / "wanted", None, writes=True)
    with wanted.begin() as connection:
        _make_from_records(connection)
    try:
        assert sorted(_catalogue(made).items()) == sorted(_catalogue(wanted).items())
    finally:
        made.dispose()
        wanted.dispose()


def _make_from_records(connection):
    Record.metadata.create_all(connection)
    search.create(connection)
    triggers.install(connection)


def _catalogue(engine):
    """Everything of the file's own catalogue: tables with their checks, indexes, triggers, full text."""
    with engine.connect() as connection:
        rows = connection.execute(
            text("SELECT type, name, sql FROM sqlite_schema WHERE name <> 'alembic_version'")
        )
        return {
            (row.type, row.name): _parts(row.sql)
            for row in rows
            if "alembic_version" not in row.name
        }


def _parts(sql):
    """The parts of a definition in any order: Alembic and create_all list constraints differently."""
    bare = re.sub(r"\s+", " ", (sql or "").replace('"', "")).strip()
    inside = bare.partition("(")[2].rpartition(")")[0]
    listed = re.split(r", (?![^(]*\))", inside)
    ends = (bare.partition("(")[0].strip(), bare.rpartition(")")[2].strip())
    return ends, sorted(part.strip().replace(" ", "") for part in listed)


CATALOGUE = {
    "columns": "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns"
    " WHERE table_schema = 'public'",
    "constraints": "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)"
    " FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "triggers": "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger"
    " WHERE NOT tgisinternal",
    "functions": "SELECT proname, prosrc, '' FROM pg_proc WHERE pronamespace = 'public'::regnamespace",
}


@pytest.mark.postgres
def test_a_new_database_has_exactly_the_schema_of_the_records(fresh_database):
    made, wanted = fresh_database(), fresh_database()
    schema.create(made)
    engine = office_engine(wanted, None, writes=True)
    with engine.begin() as connection:
        _make_from_records(connection)
    engine.dispose()
    assert _server_catalogue(made) == _server_catalogue(wanted)


def _server_catalogue(url):
    engine = office_engine(url, None, writes=False)
    with engine.connect() as connection:
        found = {
            name: {tuple(row) for row in connection.execute(text(query))}
            for name, query in CATALOGUE.items()
        }
    engine.dispose()
    return {
        name: {row for row in rows if not row[0].startswith("alembic_")}
        for name, rows in found.items()
    }


STEP = """
import sqlalchemy as sa
from alembic import op

revision = "9000"
down_revision = "{before}"


def upgrade():
    recreate = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table("organisation", recreate=recreate) as table:
        table.add_column(sa.Column("motto", sa.Text(), nullable=False, server_default="none"))
    {more}
"""


@pytest.fixture
def newer_program(tmp_path, monkeypatch):
    """Let the program know one more step: it adds a column by rebuilding a table others refer to."""

    def install(more="pass"):
        steps = tmp_path / "steps"
        shutil.copytree(schema.STEPS, steps)
        (steps / "versions" / "9000_motto.py").write_text(STEP.format(before=files.HEAD, more=more))
        monkeypatch.setattr(schema, "STEPS", steps)
        monkeypatch.setattr(files, "HEAD", "9000")

    return install


@pytest.fixture(params=[None, "it's secret"])
def old_office(request, tmp_path):
    """A file of today's program with rows in it, parents and children among them."""
    from techmgr.people.model import Organisation
    from techmgr.storage.unit import Undo, action

    @action(undo=Undo.RESTORE)
    def add(unit, name):
        parent = Organisation(name=name, kind="university")
        unit.session.add(parent)
        unit.session.flush()
        unit.session.add(Organisation(name="Physics", kind="department", parent_id=parent.id))

    path = tmp_path / "old.techmgr"
    schema.create(str(path), request.param)
    office = schema.open_office(str(path), passphrase=request.param, officer="Ada")
    office.act(add, "University")
    office.close()
    return path, request.param


def _rows(path, passphrase, columns):
    engine = file_engine(path, passphrase, writes=False)
    with engine.connect() as connection:
        found = [
            tuple(row) for row in connection.execute(text(f"SELECT {columns} FROM organisation"))
        ]
    engine.dispose()
    return found


def test_an_older_office_is_upgraded_with_a_backup_beside_it(old_office, newer_program):
    path, passphrase = old_office
    before, old_head = _rows(path, passphrase, "id, name, parent_id"), files.HEAD
    newer_program()
    with pytest.raises(UserError, match="Open it once for writing"):
        schema.open_office(str(path), passphrase=passphrase, read_only=True)
    schema.open_office(str(path), passphrase=passphrase).close()
    assert _rows(path, passphrase, "id, name, parent_id") == before
    assert {motto for (motto,) in _rows(path, passphrase, "motto")} == {"none"}
    assert check(str(path), passphrase) == [], "triggers are back, keys and search are whole"
    kept = path.with_name(f"old.{old_head}.techmgr")
    assert files.schema_version(kept, passphrase) == old_head
    assert _rows(kept, passphrase, "id, name, parent_id") == before
    schema.open_office(str(path), passphrase=passphrase).close()


@pytest.mark.parametrize(
    "more",
    [
        "raise RuntimeError('lost power')",
        "op.execute('DELETE FROM organisation WHERE parent_id IS NULL')",
    ],
)
def test_an_upgrade_that_fails_changes_nothing(old_office, newer_program, more):
    path, passphrase = old_office
    before, old_head = _rows(path, passphrase, "*"), files.HEAD
    newer_program(more)
    with pytest.raises((RuntimeError, UserError)) as failed:
        schema.open_office(str(path), passphrase=passphrase)
    if isinstance(failed.value, UserError):
        assert "refer to records that are missing" in str(failed.value)
    assert files.schema_version(path, passphrase) == old_head
    assert _rows(path, passphrase, "*") == before


@pytest.mark.postgres
def test_an_older_database_is_upgraded(postgres_url, newer_program):
    schema.create(postgres_url)
    newer_program()
    schema.open_office(postgres_url).close()
    assert check(postgres_url) == []


def test_the_mark_of_an_office_never_changes():
    assert engines.APPLICATION_ID.to_bytes(4, "big") == b"TMGR"
