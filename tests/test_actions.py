"""Every action: has an example, writes an audit entry of its name, and is undone as it declares."""

import importlib
import pkgutil
from pathlib import Path

import action_examples
import pytest
from action_examples import EXAMPLES
from sqlalchemy import inspect, text
from sqlalchemy.orm import Session

import techmgr
from techmgr import schema
from techmgr.core.errors import UserError
from techmgr.storage.audit import AuditEntry
from techmgr.storage.triggers import audited_tables
from techmgr.storage.unit import ACTIONS, Undo

_WITH_WINDOW = ("techmgr.desktop", "techmgr.app", "techmgr.__main__", "techmgr.migrations")


def _import_all():
    """Import everything that runs without a window, and every module of examples."""
    for found in pkgutil.walk_packages(techmgr.__path__, "techmgr."):
        if not found.name.startswith(_WITH_WINDOW) and ".screens" not in found.name:
            importlib.import_module(found.name)
    for found in pkgutil.iter_modules(action_examples.__path__, "action_examples."):
        importlib.import_module(found.name)


_import_all()
# Tests of storage make actions of their own; those of the program are named after its parts.
OURS = {name for name in ACTIONS if (Path(techmgr.__path__[0]) / name.split(".")[0]).is_dir()}
NAMES = sorted(OURS & set(EXAMPLES))


def test_every_action_has_an_example():
    assert sorted(OURS - set(EXAMPLES)) == []


@pytest.fixture
def empty_office(tmp_path: Path):
    """An office without a name."""
    path = tmp_path / "empty.techmgr"
    schema.create(str(path))
    opened = schema.open_office(str(path), officer="Ines Moreau")
    yield opened
    opened.close()


@pytest.mark.parametrize("name", NAMES)
def test_action(name, request):
    example = EXAMPLES[name]
    office = request.getfixturevalue("empty_office" if example.in_empty_office else "office")
    wanted = example.prepare(office)
    before = office.read(everything)
    done = office.act(example.action, wanted)
    assert done.entry is not None, "no audit entry was written"
    assert office.read(lambda session: session.get_one(AuditEntry, done.entry)).action == name
    if example.action.kind.undo is Undo.RESTORE:
        assert office.read(everything) != before, "the example changes nothing"
        office.undo_last()
        assert office.read(everything) == before
    else:
        refuses_undo(office, done.entry)


def refuses_undo(office, entry):
    """Money is reversed, and some things cannot be undone: both are said, nothing changes."""
    from techmgr.storage.undo import UndoEntry, undo

    after = office.read(everything)
    with pytest.raises(UserError, match=r"\w"):
        office.act(undo, UndoEntry(entry))
    assert office.read(everything) == after


def everything(session: Session):
    """Return every row of every audited table and of the search index, without version counters."""
    connection = session.connection()
    tables = [*audited_tables(connection), "search_entry"]
    return {table: rows(connection, table) for table in tables}


def rows(connection, table):
    names = [each["name"] for each in inspect(connection).get_columns(table)]
    shown = ", ".join(f'"{name}"' for name in names if name != "version")
    return connection.execute(text(f'SELECT {shown} FROM "{table}" ORDER BY id')).all()
