"""The passphrase of an office: set, changed, taken off; a wrong one is refused in words."""

import unicodedata

import pytest

from techmgr import schema
from techmgr.core.errors import UserError
from techmgr.storage import search
from techmgr.storage.check import check
from techmgr.storage.encryption import set_passphrase

FIRST, SECOND = "it's a “passphrase” é", '密码 " ; --'


def reopened(place, passphrase):
    return schema.open_office(place.address, passphrase=passphrase, officer="Ada")


def test_a_first_passphrase_encrypts_everything(plain, acts, searched):
    office = plain.open()
    office.act(acts.add_person, acts.Named("Secretive"))
    office.close()
    said = set_passphrase(plain.path, None, FIRST)
    assert "Backups made before are not" in str(said)
    assert b"Secretive" not in plain.path.read_bytes()
    assert check(plain.address, FIRST) == []
    office = reopened(plain, FIRST)
    assert [hit.title for hit in office.read(search.find, "secret")] == ["Secretive"]
    office.undo_last()
    assert office.act(acts.add_person, acts.Named("Next")).result == 2, "ids are not used again"
    office.close()
    assert sorted(path.name for path in plain.path.parent.iterdir()) == [
        "office.techmgr",
        "office.techmgr.lock",
    ]


def test_a_passphrase_is_changed_and_taken_off(plain, acts):
    set_passphrase(plain.path, None, FIRST)
    assert "old one only" in str(set_passphrase(plain.path, FIRST, SECOND))
    with pytest.raises(UserError, match="wrong passphrase, or not an office"):
        reopened(plain, FIRST)
    reopened(plain, SECOND).close()
    set_passphrase(plain.path, SECOND, None)
    reopened(plain, None).close()
    assert check(plain.address) == []


def test_an_accent_may_be_typed_in_two_ways(plain):
    set_passphrase(plain.path, None, unicodedata.normalize("NFC", FIRST))
    reopened(plain, unicodedata.normalize("NFD", FIRST)).close()


def test_a_new_encrypted_office_opens_and_readers_see_changes(encrypted, acts):
    office = encrypted.open()
    reader = encrypted.open("Ben", read_only=True)
    office.act(acts.add_person, acts.Named("Ada"))
    assert list(reader.read(acts.names).values()) == ["Ada"]
    reader.close()
    office.close()


def test_wrong_missing_and_needless_passphrases_are_told_apart(plain, encrypted, tmp_path):
    for wrong in ("no", FIRST + " ", None):
        with pytest.raises(UserError, match="wrong passphrase, or not an office") as refused:
            reopened(encrypted, wrong)
        assert refused.value.field == "passphrase"


def test_a_plain_office_says_that_it_has_no_passphrase(plain):
    with pytest.raises(UserError, match="has no passphrase"):
        reopened(plain, FIRST)
    with pytest.raises(UserError, match="has no passphrase"):
        set_passphrase(plain.path, FIRST, SECOND)
    reopened(plain, "").close()


def test_nothing_changes_while_the_office_is_open(plain, acts):
    office = plain.open("Ben")
    with pytest.raises(UserError, match="open for writing by Ben"):
        set_passphrase(plain.path, None, FIRST)
    office.close()
    reader = plain.open(read_only=True)
    reader.read(acts.names)
    with pytest.raises(UserError, match="Another program"):
        set_passphrase(plain.path, None, FIRST)
    reader.close()
    reopened(plain, None).close()


def test_a_nul_character_is_refused(plain):
    with pytest.raises(UserError, match="NUL"):
        set_passphrase(plain.path, None, "a\0b")
    assert plain.path.read_bytes().startswith(b"SQLite")
