"""Opening an office: one writer, readers beside it, and words for what is no office."""

import multiprocessing
import os
import shutil
import signal
import sys

import pytest
import sqlcipher3

from techmgr import schema
from techmgr.core.errors import UserError
from techmgr.storage import files
from techmgr.storage.check import check


def test_a_second_writer_is_told_who_holds_the_office_and_may_read(plain, acts):
    first = plain.open("Ada")
    with pytest.raises(UserError, match=r"open for writing by Ada on .* since 20.* UTC"):
        plain.open("Ben")
    reader = plain.open("Ben", read_only=True)
    first.act(acts.add_person, acts.Named("Grace"))
    assert list(reader.read(acts.names).values()) == ["Grace"]
    reader.close()
    first.close()
    plain.open("Ben").close()


def _open_and_wait(address, ready):
    office = schema.open_office(address, officer="Ada")
    ready.set()
    signal.pause()
    office.close()


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is of POSIX")
def test_a_killed_writer_holds_nothing_and_leaves_a_sign(plain):
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    writer = context.Process(target=_open_and_wait, args=(plain.address, ready), daemon=True)
    writer.start()
    assert ready.wait(20)
    with pytest.raises(UserError, match="open for writing by Ada"):
        plain.open("Ben")
    os.kill(writer.pid, signal.SIGKILL)
    writer.join()
    office = plain.open("Ben")
    assert office.was_unclean
    office.close()
    office = plain.open("Ben")
    assert not office.was_unclean
    office.close()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty or cut off"),
        (b"SQLite", "empty or cut off"),
        (b"not an office " * 100, "wrong passphrase, or not an office"),
        (b"SQLite format 3\0" + b"\0" * 600, "another program"),
    ],
)
@pytest.mark.parametrize("passphrase", [None, "x"])
def test_junk_is_refused_in_words_and_left_as_it_was(tmp_path, content, sentence, passphrase):
    path = tmp_path / "junk.techmgr"
    path.write_bytes(content)
    with pytest.raises(UserError, match=sentence):
        schema.open_office(str(path), passphrase=passphrase)
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir()] == ["junk.techmgr"]


def test_a_folder_and_nothing_at_all_are_refused(tmp_path):
    with pytest.raises(UserError, match="is a folder"):
        schema.open_office(str(tmp_path))
    with pytest.raises(UserError, match="no office at"):
        schema.open_office(str(tmp_path / "none.techmgr"))


def test_a_database_of_another_program_is_left_untouched(tmp_path):
    path = tmp_path / "other.db"
    driver = sqlcipher3.connect(str(path))
    driver.execute("CREATE TABLE technology (id INTEGER)")
    driver.close()
    before = path.read_bytes()
    with pytest.raises(UserError, match="another program"):
        schema.open_office(str(path))
    assert path.read_bytes() == before


def test_a_newer_office_is_refused(plain):
    driver = sqlcipher3.connect(plain.address)
    driver.execute("UPDATE alembic_version SET version_num = '9999'")
    driver.commit()
    driver.close()
    with pytest.raises(UserError, match=r"newer techmgr \(9999\)"):
        plain.open()


def test_a_cut_off_office_is_refused_or_found_by_the_check(plain, acts):
    office = plain.open()
    office.act(acts.add_many, [f"Person {number}" for number in range(3_000)])
    office.close()
    content = plain.path.read_bytes()
    plain.path.write_bytes(content[: len(content) // 2])
    try:
        found = [str(finding.text) for finding in check(plain.address)]
    except UserError as error:
        found = [str(error)]
    assert any("damaged" in sentence for sentence in found)


def test_a_place_that_is_taken_is_refused(tmp_path):
    taken = tmp_path / "taken.techmgr"
    taken.write_text("mine")
    with pytest.raises(UserError, match="exists already"):
        schema.create(str(taken))
    assert taken.read_text() == "mine"
    with pytest.raises(UserError, match="no folder"):
        schema.create(str(tmp_path / "none" / "x.techmgr"))


def test_creating_leaves_one_private_file(tmp_path):
    schema.create(str(tmp_path / "new.techmgr"))
    (path,) = tmp_path.iterdir()
    assert path.stat().st_mode & 0o077 == 0
    assert check(str(path)) == []


def test_network_folders_are_known_by_their_file_system(tmp_path):
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\nserver:/share /mnt/our\\040share nfs4 rw 0 0\n"
        "//nas/x /mnt/nas cifs rw 0 0\n/dev/sdb1 /mnt/nas/local ext4 rw 0 0\n"
    )
    from pathlib import Path

    for path, expected in (
        ("/mnt/our share/a.techmgr", True),
        ("/mnt/nas/a.techmgr", True),
        ("/mnt/nas/local/a.techmgr", False),
        ("/home/ada/a.techmgr", False),
    ):
        assert files.is_on_network(Path(path), mounts) is expected
    assert not files.is_on_network(tmp_path)


def test_in_a_network_folder_no_log_is_shared_and_postgresql_is_advised(plain, acts, monkeypatch):
    monkeypatch.setattr(files, "is_on_network", lambda path: True)
    office = plain.open()
    office.act(acts.add_person, acts.Named("Ada"))
    office.close()
    assert plain.path.read_bytes()[18] == 1, "2 would be WAL"
    assert "PostgreSQL" in str(schema.advice(plain.address))


def test_a_local_folder_needs_no_advice(plain):
    assert schema.advice(plain.address) is None
    assert schema.advice("postgresql://server/office") is None


@pytest.mark.postgres
def test_on_postgresql_the_officer_is_the_database_login(on_server, acts):
    office = on_server.open("Somebody else")
    assert office.officer == office.login == "techmgr"
    office.close()


@pytest.mark.postgres
def test_a_trail_cannot_name_another_login(on_server, acts):
    office = on_server.open()
    office.login = "eve"
    with pytest.raises(Exception, match="names the database login"):
        office.act(acts.add_person, acts.Named("Ada"))
    office.close()


@pytest.mark.postgres
def test_a_database_without_an_office_and_a_taken_one_are_told(postgres_url):
    with pytest.raises(UserError, match="holds no office"):
        schema.open_office(postgres_url)
    schema.create(postgres_url)
    with pytest.raises(UserError, match="holds an office already"):
        schema.create(postgres_url)
    assert check(postgres_url) == []


@pytest.mark.postgres
def test_a_server_that_refuses_is_told_in_words(postgres_server):
    with pytest.raises(UserError, match="no database of this name"):
        schema.open_office(postgres_server.format("nowhere"))
    with pytest.raises(UserError, match="does not know this login"):
        schema.open_office(postgres_server.replace("techmgr@", "eve@").format("postgres"))


def test_a_server_out_of_reach_is_told_in_words():
    for url in (
        "postgresql://ada:secret@127.0.0.1:1/office",
        "postgresql://no.such.invalid/office",
    ):
        with pytest.raises(UserError, match="does not answer") as refused:
            schema.open_office(url)
        assert "secret" not in str(refused.value)


def test_a_copy_of_an_open_office_file_opens(plain, acts, tmp_path):
    office = plain.open()
    office.act(acts.add_person, acts.Named("Ada"))
    office.close()
    shutil.copy(plain.path, tmp_path / "copy.techmgr")
    copy = schema.open_office(str(tmp_path / "copy.techmgr"))
    assert list(copy.read(acts.names).values()) == ["Ada"]
    copy.close()
