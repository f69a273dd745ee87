"""The full check finds what was done to an office behind the program's back."""

import pytest
import sqlcipher3
from sqlalchemy import text

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.storage import check as checks
from techmgr.storage.audit import head_of
from techmgr.storage.check import check
from techmgr.storage.engines import connection_to


@pytest.fixture
def kept(plain, acts, searched):
    """A closed office with four entries."""
    office = plain.open()
    office.act(acts.add_person, acts.Named("Ada"))
    office.act(acts.add_organisation, acts.Named("University"))
    office.act(acts.add_organisation, acts.Named("Physics", 1))
    office.act(acts.rename_person, acts.Named("Grace", 1))
    office.close()
    return plain


def tampered(place, *statements):
    """Do to the file what only somebody outside the program can."""
    driver = sqlcipher3.connect(place.address)
    driver.create_function("spaced", 1, str)
    triggers = driver.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
    ).fetchall()
    for name, _sql in triggers:
        driver.execute(f'DROP TRIGGER "{name}"')
    for statement in statements:
        driver.execute(statement)
    for _name, sql in triggers:
        driver.execute(sql)
    driver.commit()
    driver.close()
    return [(each.check, str(each.text)) for each in check(place.address)]


def test_a_sound_office_has_no_findings(place, acts):
    office = place.open()
    office.act(acts.add_person, acts.Named("Ada"))
    assert check(place.address, place.passphrase) == [], "while it is open"
    office.close()
    assert check(place.address, place.passphrase) == []


@pytest.mark.parametrize(
    ("statement", "where", "sentence"),
    [
        ("UPDATE audit_entry SET officer = 'Eve' WHERE number = 2", "trail", "Entry 2 was altered"),
        (
            "UPDATE audit_entry SET at = '2020-01-01T00:00:00.000000Z' WHERE number = 1",
            "trail",
            "Entry 1 was",
        ),
        (
            "UPDATE audit_change SET after = '{}' WHERE id = 4",
            "trail",
            "change of entry 4 was altered",
        ),
        (
            "UPDATE audit_change SET salt = x'00' WHERE id = 1",
            "trail",
            "change of entry 1 was altered",
        ),
        (
            "DELETE FROM audit_change WHERE id = 2",
            "trail",
            "Entry 2 names 1 changes, the trail holds 0",
        ),
        ("DELETE FROM audit_entry WHERE number = 2", "trail", "Entry 2 is missing"),
        ("DELETE FROM audit_entry WHERE number = 4", "trail", "1 changes belong to no entry"),
        (
            "UPDATE audit_change SET before = NULL, after = NULL, salt = NULL WHERE id = 1",
            "trail",
            "1 changes lost their content without a redaction",
        ),
        (
            "UPDATE audit_change SET before = NULL, after = NULL, salt = NULL, redacted_by = 2 WHERE id = 1",
            "trail",
            "1 changes lost their content without a redaction",
        ),
        ("DELETE FROM organisation WHERE id = 1", "keys", "organisation:2 refers to a record"),
        ("DELETE FROM search_entry", "search", "Search knows 0 records of kind “someone”"),
        ("DELETE FROM search_words_2", "search", "Search is incomplete"),
    ],
)
def test_what_was_altered_is_found(kept, statement, where, sentence):
    found = tampered(kept, statement)
    assert any(name == where and sentence in said for name, said in found), found


def test_a_missing_or_altered_trigger_is_found(kept):
    driver = sqlcipher3.connect(kept.address)
    driver.execute("DROP TRIGGER audit_update_person")
    driver.execute("DROP TRIGGER audit_entry_no_update")
    driver.execute(
        "CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT 1; END"
    )
    driver.close()
    (finding,) = check(kept.address)
    assert finding.check == "triggers"
    assert "audit_entry_no_update, audit_update_person is missing" in str(finding.text)


@pytest.mark.postgres
def test_a_trigger_switched_off_is_found_on_postgresql(on_server, acts):
    office = on_server.open()
    office.keep(lambda c: c.execute(text("ALTER TABLE person DISABLE TRIGGER audit_record")))
    office.close()
    (finding,) = check(on_server.address)
    assert "person audit_record" in str(finding.text)


def test_a_cut_off_end_is_found_by_its_head_only(kept):
    office = kept.open()
    number, digest = office.read(head_of)
    office.close()
    assert check(kept.address, head=f"{number}:{digest}") == []
    assert (
        tampered(
            kept,
            "DELETE FROM audit_change WHERE id = 4",
            "DELETE FROM audit_entry WHERE number = 4",
        )
        == []
    )
    (finding,) = check(kept.address, head=f"{number}:{digest}")
    assert "its end was cut off" in str(finding.text)


def test_another_history_is_found_by_its_head(kept, acts):
    (finding,) = check(kept.address, head="2:" + "0" * 64)
    assert "Entry 2 is not the one that was printed" in str(finding.text)


@pytest.mark.parametrize("head", ["", "2", "x:00", "2:zz", "2:00"])
def test_a_head_that_is_none_is_refused(kept, head):
    with pytest.raises(UserError, match="must be NUMBER:HASH"):
        check(kept.address, head=head)


def test_features_add_their_own_checks(kept, monkeypatch):
    monkeypatch.setattr(checks, "CHECKS", {})
    checks.register("ledger", lambda session: [say("Entry {number} is out of balance.", number=7)])
    (finding,) = check(kept.address)
    assert (finding.check, str(finding.text)) == ("ledger", "Entry 7 is out of balance.")


def test_a_damaged_page_is_found(plain, acts):
    office = plain.open()
    office.act(acts.add_many, [f"Person {number}" for number in range(2_000)])
    office.close()
    content = bytearray(plain.path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = os_junk = bytes(range(256)) * 16
    assert len(os_junk) == 4096
    plain.path.write_bytes(content)
    found = check(plain.address)
    assert found
    assert found[0].check == "file"


@pytest.mark.parametrize("part", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_damaged_page_is_a_finding_wherever_it_lies(plain, part):
    content = bytearray(plain.path.read_bytes())
    start = int(len(content) * part) // 4096 * 4096
    content[start : start + 4096] = bytes(range(256)) * 16
    plain.path.write_bytes(content)
    assert check(plain.address)[0].check == "file"


@pytest.mark.parametrize("start", [100, 1024, 2048])
def test_a_damaged_list_of_tables_is_a_finding(plain, start):
    content = bytearray(plain.path.read_bytes())
    content[start:4096] = (bytes(range(255, -1, -1)) * 16)[start:]
    plain.path.write_bytes(content)
    assert [each.check for each in check(plain.address)][:1] == ["file"]


def test_a_damaged_full_text_is_found_wherever_it_is_damaged(plain):
    connection = connection_to(plain.path, None)
    parts = connection.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name LIKE 'search_words_1_%' AND rootpage > 0"
    ).fetchall()
    connection.close()
    whole = plain.path.read_bytes()
    assert len(parts) > 2
    for (page,) in parts:
        content = bytearray(whole)
        content[(page - 1) * 4096 : page * 4096] = bytes(range(256)) * 16
        plain.path.write_bytes(content)
        assert next(each.check for each in check(plain.address)) == "file"


def test_an_altered_byte_of_an_encrypted_office_is_found(encrypted):
    connection = connection_to(encrypted.path, encrypted.passphrase)
    found = "SELECT rootpage * 4096 FROM sqlite_schema WHERE name = 'person'"
    (end_of_page,) = connection.execute(found).fetchone()
    connection.close()
    content = bytearray(encrypted.path.read_bytes())
    content[end_of_page - 1000] ^= 1
    encrypted.path.write_bytes(content)
    assert next(each.check for each in check(encrypted.address, encrypted.passphrase)) == "file"
