"""Backups: consistent while the office is open, checked before they are kept, restored whole."""

import json

import pytest
import sqlcipher3

from techmgr import schema
from techmgr.core.errors import UserError
from techmgr.storage import search
from techmgr.storage.backup import kept_head
from techmgr.storage.check import check

SECRET = "another 'secret'"


def filled(office, acts):
    for number in range(5):
        office.act(acts.add_person, acts.Named(f"Person {number}"))
    office.act(acts.rename_person, acts.Named("Ünder 温度", 2))
    office.act(acts.delete_person, acts.Named("", 5))
    office.act(acts.add_organisation, acts.Named("Parent"))
    office.act(acts.add_organisation, acts.Named("Child", 1))


def opened(path, passphrase=None):
    return schema.open_office(str(path), passphrase=passphrase, officer="Ada")


def test_a_backup_of_an_open_office_holds_everything_and_its_head(
    place, office, acts, tmp_path, searched
):
    filled(office, acts)
    passphrase = place.passphrase or None
    done = schema.back_up(office.address, tmp_path / "kept.techmgr", passphrase)
    assert done.head.startswith("9:")
    assert kept_head(done.path) == done.head
    assert check(str(done.path), passphrase, done.head) == []
    copy = opened(done.path, passphrase)
    assert copy.read(acts.names) == office.read(acts.names)
    assert [hit.title for hit in copy.read(search.find, "under 温")] == ["Ünder 温度"]
    copy.close()


def test_an_encrypted_backup_is_encrypted(encrypted, tmp_path):
    done = schema.back_up(encrypted.address, tmp_path / "kept.techmgr", encrypted.passphrase)
    assert not done.path.read_bytes().startswith(b"SQLite")
    with pytest.raises(UserError, match="wrong passphrase"):
        opened(done.path, "wrong")


def test_a_restored_office_goes_on_where_it_was(place, office, acts, tmp_path):
    filled(office, acts)
    kept = schema.back_up(office.address, tmp_path / "kept.techmgr", place.passphrase)
    done = schema.restore(kept.path, str(tmp_path / "again.techmgr"), place.passphrase)
    assert (done.aside, done.head) == (None, kept.head)
    again = opened(done.path, place.passphrase)
    assert again.act(acts.add_person, acts.Named("New")).result == 6, "5 was used before"
    again.close()
    assert check(str(done.path), place.passphrase, kept.head) == []


@pytest.mark.postgres
def test_a_file_is_restored_into_a_database_and_back(
    plain_office, acts, tmp_path, postgres_url, searched
):
    filled(plain_office, acts)
    kept = schema.back_up(plain_office.address, tmp_path / "kept.techmgr")
    assert schema.restore(kept.path, postgres_url).head == kept.head
    assert check(postgres_url, None, kept.head) == []
    office = opened(postgres_url)
    assert office.read(acts.names) == plain_office.read(acts.names)
    assert office.act(acts.add_person, acts.Named("New")).result == 6
    assert [hit.title for hit in office.read(search.find, "under")] == ["Ünder 温度"]
    back = schema.back_up(postgres_url, tmp_path / "back.techmgr", SECRET)
    assert check(str(back.path), SECRET, kept.head) == []
    with pytest.raises(UserError, match="holds an office already"):
        schema.restore(kept.path, postgres_url)
    office.undo_last()
    office.close()


def test_an_existing_office_is_never_overwritten(plain, plain_office, acts, tmp_path):
    kept = schema.back_up(plain.address, tmp_path / "kept.techmgr")
    with pytest.raises(UserError, match="exists already"):
        schema.back_up(plain.address, kept.path)
    with pytest.raises(UserError, match="exists already"):
        schema.restore(kept.path, plain.address)
    with pytest.raises(UserError, match="open for writing by Ada"):
        schema.restore(kept.path, plain.address, move_aside=True)
    filled(plain_office, acts)
    plain_office.close()
    done = schema.restore(kept.path, plain.address, move_aside=True)
    for path, count in ((done.path, 0), (done.aside, 4)):
        office = opened(path)
        assert len(office.read(acts.names)) == count
        office.close()


def test_a_damaged_office_can_be_moved_aside(plain, tmp_path):
    kept = schema.back_up(plain.address, tmp_path / "kept.techmgr")
    plain.path.write_bytes(b"junk" * 1_000)
    done = schema.restore(kept.path, plain.address, move_aside=True)
    assert done.aside.read_bytes().startswith(b"junk")
    assert check(plain.address) == []


def test_a_copy_that_fails_its_check_is_not_kept(plain, plain_office, acts, tmp_path):
    filled(plain_office, acts)
    plain_office.close()
    driver = sqlcipher3.connect(plain.address)
    driver.execute("DROP TRIGGER audit_change_redaction_only")
    driver.execute("UPDATE audit_change SET after = replace(after, 'Person 3', 'Eve')")
    driver.commit()
    driver.close()
    with pytest.raises(UserError, match="A change of entry 4 was altered"):
        schema.back_up(plain.address, tmp_path / "kept.techmgr")
    assert list(tmp_path.glob("kept*")) == []


def test_a_backup_whose_end_was_cut_off_is_refused(plain, plain_office, acts, tmp_path):
    filled(plain_office, acts)
    kept = schema.back_up(plain.address, tmp_path / "kept.techmgr")
    beside = tmp_path / "kept.techmgr.json"
    number, digest = json.loads(beside.read_text())["head"].split(":")
    beside.write_text(json.dumps({"head": f"{int(number) + 1}:{digest}"}))
    with pytest.raises(UserError, match="its end was cut off"):
        schema.restore(kept.path, str(tmp_path / "again.techmgr"))
    assert not (tmp_path / "again.techmgr").exists()
