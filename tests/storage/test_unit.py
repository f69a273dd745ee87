"""Actions: one transaction, one audit entry, every change recorded however it was made."""

import json
from datetime import date

import pytest
from sqlalchemy import delete, select, text
from sqlalchemy.exc import DBAPIError

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.people.model import Person
from techmgr.storage.audit import AuditChange, AuditEntry
from techmgr.storage.unit import Stale


def entries(session):
    return session.scalars(select(AuditEntry).order_by(AuditEntry.number)).all()


def changes(session, entry=None):
    found = select(AuditChange).order_by(AuditChange.id)
    return session.scalars(found).all()


def test_an_action_writes_one_entry_with_who_when_what_and_why(office, acts):
    done = office.act(acts.add_person, acts.Named("Ada Lovelace", reason="she called"))
    (entry,) = office.read(entries)
    assert done.entry == entry.number == 1
    assert entry.officer == office.officer
    assert entry.login == office.login
    assert entry.action.endswith(".add_person")
    assert entry.subject == f"person:{done.result}"
    assert entry.reason == "she called"
    assert done.changed == {Reference("person", done.result)}
    assert done.tables == {"person"}


def test_a_change_holds_the_record_before_and_after(office, acts):
    number = office.act(acts.add_person, acts.Named("Ada")).result
    office.act(acts.rename_person, acts.Named("Ada L.", number, 1))
    first, second = office.read(changes)
    assert first.before is None
    assert json.loads(first.after)["name"] == json.loads(second.before)["name"] == "Ada"
    assert json.loads(second.after) == json.loads(second.before) | {"name": "Ada L.", "version": 2}


def test_set_based_changes_are_recorded_like_any_other(office, acts):
    done = office.act(acts.add_many, [f"Person {number}" for number in range(600)])
    assert len(office.read(changes)) == 600
    assert done.changed == frozenset()
    assert done.tables == {"person"}
    office.act(acts.rename_everyone, acts.Named("Everyone"))
    assert len(office.read(changes)) == 1_200


def test_an_action_without_changes_leaves_no_entry(office, acts):
    done = office.act(acts.nothing, acts.Named("x"))
    assert done.entry is None
    assert office.read(entries) == []


def test_an_action_that_fails_leaves_nothing(office, acts):
    def fail(unit, request):
        acts.add_person(unit, request)
        raise UserError("no")

    with pytest.raises(UserError, match="no"):
        office.act(fail, acts.Named("Ada"))
    assert office.read(acts.names) == {}
    assert office.read(changes) == []


def test_what_progress_raises_stops_the_action(office, acts):
    def stop(done, of):
        raise InterruptedError

    def slow(unit, request):
        acts.add_person(unit, request)
        unit.progress(1, 2)

    with pytest.raises(InterruptedError):
        office.act(slow, acts.Named("Ada"), progress=stop)
    assert office.read(acts.names) == {}


def test_a_change_outside_an_action_is_refused(office, acts):
    office.act(acts.add_person, acts.Named("Ada"))
    for change in (
        (
            "INSERT INTO organisation (name, short_name, kind, country, domain, address, version)"
            " VALUES ('x', '', 'x', '', '', '', 1)"
        ),
        "UPDATE person SET name = 'Eve'",
        "DELETE FROM person",
    ):
        with pytest.raises(DBAPIError, match="outside an action"):
            office.keep(lambda connection, change=change: connection.execute(text(change)))
    assert list(office.read(acts.names).values()) == ["Ada"]


def test_replacing_a_row_is_recorded_as_deleted_and_made(plain_office, acts):
    number = plain_office.act(acts.add_person, acts.Named("Ada")).result

    def replace(unit, request):
        others = [each.name for each in Person.__table__.c if each.name not in ("id", "name")]
        columns = ", ".join(others)
        unit.enter(acts.add_person.kind, request)
        unit.session.execute(
            text(
                f"INSERT OR REPLACE INTO person (id, name, {columns})"
                f" SELECT id, 'Eve', {columns} FROM person"
            )
        )

    plain_office.act(replace, acts.Named("x"))
    recorded = plain_office.read(changes)[1:]
    assert {(each.before is None, each.after is None) for each in recorded} == {
        (True, False),
        (False, True),
    }
    assert plain_office.read(acts.names) == {number: "Eve"}


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE audit_entry SET officer = 'Eve'",
        "DELETE FROM audit_entry",
        "DELETE FROM audit_change",
        "UPDATE audit_change SET after = 'x'",
        "UPDATE audit_change SET before = NULL, after = NULL, salt = NULL",
    ],
)
def test_the_trail_is_append_only(office, acts, attack):
    office.act(acts.add_person, acts.Named("Ada"))
    with pytest.raises(DBAPIError, match="append-only"):
        office.keep(lambda connection: connection.execute(text(attack)))


@pytest.mark.postgres
def test_truncate_is_refused_on_postgresql(on_server, acts):
    office = on_server.open()
    office.act(acts.add_person, acts.Named("Ada"))
    for table in ("audit_entry", "audit_change", "note"):
        with pytest.raises(DBAPIError, match="append-only"):
            office.keep(lambda c, table=table: c.execute(text(f"TRUNCATE {table}")))
    office.close()


def test_saving_over_a_newer_version_is_refused_with_who_and_when(office, acts):
    number = office.act(acts.add_person, acts.Named("Ada")).result
    office.act(acts.rename_person, acts.Named("Ada L.", number, 1))
    with pytest.raises(Stale, match=f"{office.officer} saved this record at") as refused:
        office.act(acts.rename_person, acts.Named("Eve", number, 1))
    assert refused.value.record == Reference("person", number)
    assert office.read(acts.names) == {number: "Ada L."}


def test_actions_called_by_actions_share_one_entry(office, acts):
    done = office.act(acts.book, acts.Named("Ada"))
    (entry,) = office.read(entries)
    assert entry.action.endswith(".book")
    assert done.entry == 1


def test_a_unique_value_taken_is_told_in_words(office, acts):
    def twice(unit, request):
        from techmgr.office.model import OfficeSetting

        unit.enter(acts.add_person.kind, request)
        for _each in range(2):
            row = OfficeSetting(key="name", value="x", valid_from=date(2026, 1, 1))
            unit.session.add(row)
        unit.session.flush()

    with pytest.raises(UserError, match="already has this key, valid_from"):
        office.act(twice, acts.Named("x"))


def test_a_record_others_refer_to_cannot_be_deleted(office, acts):
    parent = office.act(acts.add_organisation, acts.Named("University")).result
    office.act(acts.add_organisation, acts.Named("Physics", parent))
    with pytest.raises(UserError, match="Other records refer to this one"):
        office.act(acts.delete_organisation, acts.Named("", parent))


def test_the_reading_connection_cannot_write(office):
    with pytest.raises((DBAPIError, UserError)) as refused:
        office.read(lambda session: session.execute(delete(Person)))
    assert "read" in str(refused.value)


def test_reading_does_not_see_an_action_under_way(office, acts):
    seen = []

    def watched(unit, request):
        acts.add_person(unit, request)
        seen.append(office.read(acts.names))

    office.act(watched, acts.Named("Ada"))
    assert seen == [{}]
    assert len(office.read(acts.names)) == 1


def test_an_id_is_never_used_again(office, acts):
    first = office.act(acts.add_person, acts.Named("Ada")).result
    office.undo_last()
    assert office.act(acts.add_person, acts.Named("Eve")).result > first


def test_a_read_only_opening_changes_nothing(plain, acts):
    office = plain.open(read_only=True)
    assert office.read_only
    with pytest.raises(UserError, match="reading only"):
        office.act(acts.add_person, acts.Named("Ada"))
    with pytest.raises(UserError, match="reading only"):
        office.keep(lambda connection: None)
    office.close()
