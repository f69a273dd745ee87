"""When the disk, the folder or another program is in the way: a sentence, and nothing half done."""

import os
import resource
import signal
import threading
from contextlib import contextmanager

import pytest
import sqlcipher3
from sqlalchemy import text

from techmgr import schema
from techmgr.core.errors import UserError
from techmgr.storage import engines
from techmgr.storage.check import check
from techmgr.storage.faults import Interrupted

NOBODY = 65_534


@contextmanager
def a_disk_of(size):
    """Let no file grow beyond a size, as on a full disk."""
    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, old[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old)
        signal.signal(signal.SIGXFSZ, handler)


@contextmanager
def nobody():
    """Lose root's right to write everywhere, if the tests run as root."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def read_only_folder(plain):
    folder = plain.path.parent
    opened = [folder, *folder.parents]
    modes = {each: each.stat().st_mode for each in opened if each.owner() != "nobody"}
    for each in list(modes):
        if str(each).startswith("/tmp/pytest-"):
            each.chmod(0o755)
    plain.path.chmod(0o644)
    folder.chmod(0o555)
    yield folder
    folder.chmod(0o755)


def test_a_full_disk_loses_nothing_that_was_saved(plain, acts):
    office = plain.open()
    office.act(acts.add_person, acts.Named("Ada"))
    with a_disk_of(plain.path.stat().st_size + 100_000), pytest.raises(UserError, match="disk"):
        office.act(acts.add_many, [f"Person {number}" for number in range(5_000)])
    assert list(office.read(acts.names).values()) == ["Ada"]
    office.act(acts.add_person, acts.Named("Grace"))
    office.close()
    assert check(plain.address) == []


def test_an_office_on_a_disk_without_any_room_is_not_called_damaged(plain):
    plain.open().close()
    with a_disk_of(100), pytest.raises(UserError, match="disk is full, or does not answer"):
        plain.open()
    plain.open().close()


def test_an_office_made_on_a_full_disk_leaves_nothing(tmp_path):
    with a_disk_of(50_000), pytest.raises(UserError, match="disk"):
        schema.create(str(tmp_path / "new.techmgr"))
    assert list(tmp_path.iterdir()) == []


def test_a_backup_on_a_full_disk_leaves_nothing(plain, tmp_path):
    with a_disk_of(50_000), pytest.raises(UserError, match="disk"):
        schema.back_up(plain.address, tmp_path / "kept.techmgr")
    assert not list(tmp_path.glob("kept*"))


def test_a_read_only_folder_is_told(plain, read_only_folder, tmp_path):
    with nobody():
        with pytest.raises(UserError, match="read-only"):
            plain.open()
        with pytest.raises(UserError, match="read-only"):
            schema.create(str(read_only_folder / "new.techmgr"))
        with pytest.raises(UserError, match="read-only"):
            schema.back_up(plain.address, read_only_folder / "kept.techmgr")


def test_another_program_that_writes_is_told(plain, acts, monkeypatch):
    monkeypatch.setattr(engines, "_BUSY_MILLISECONDS", 50)
    office = plain.open()
    other = sqlcipher3.connect(plain.address, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(UserError, match="Another program is writing"):
        office.act(acts.add_person, acts.Named("Ada"))
    other.close()
    office.act(acts.add_person, acts.Named("Ada"))
    office.close()


SLOW = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
    "postgresql": "SELECT pg_sleep(60)",
}


def test_a_read_nobody_waits_for_is_interrupted(office, acts):
    started = threading.Event()

    def slow(session):
        dialect = session.get_bind().dialect.name
        started.set()
        session.execute(text(SLOW[dialect])).all()

    def stop():
        started.wait()
        for _attempt in range(100):
            office.interrupt()
            if over.wait(0.05):
                return

    over = threading.Event()
    stopping = threading.Thread(target=stop)
    stopping.start()
    with pytest.raises(Interrupted):
        office.read(slow)
    over.set()
    stopping.join()
    assert office.read(acts.names) == {}


@pytest.mark.postgres
def test_a_server_that_hangs_up_is_told_and_found_again(on_server, acts):
    office = on_server.open()

    def hang_up(unit, request):
        pid = unit.session.scalar(text("SELECT pg_backend_pid()"))
        office.read(
            lambda s: s.scalar(text("SELECT pg_terminate_backend(:pid)").bindparams(pid=pid))
        )
        acts.add_person(unit, request)

    with pytest.raises(UserError, match="closed the connection"):
        office.act(hang_up, acts.Named("Ada"))
    office.act(acts.add_person, acts.Named("Ada"))
    assert len(office.read(acts.names)) == 1
    office.close()
