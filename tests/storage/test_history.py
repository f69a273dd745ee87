"""As of a moment, history of records, and redaction."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.people.model import Organisation, Person
from techmgr.storage.check import check
from techmgr.storage.history import FieldChange, history_of
from techmgr.storage.past import recorded_by
from techmgr.storage.redaction import Redact, redact
from techmgr.technology.model import Note

START = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.fixture
def told(office, acts):
    """A person made, renamed and deleted, an hour apart; a note moved nowhere."""
    for hour, (act, request) in enumerate(
        [
            (acts.add_person, acts.Named("Ada")),
            (acts.rename_person, acts.Named("Grace", 1, reason="married")),
            (acts.delete_person, acts.Named("", 1)),
        ]
    ):
        office.clock = lambda hour=hour: START + timedelta(hours=hour)
        office.act(act, request)
    return office


def names(session):
    return dict(tuple(row) for row in session.execute(select(Person.id, Person.name)))


def name_at(office, at):
    return office.read_past(at, names)


def test_a_record_is_seen_as_it_was_then(told):
    assert name_at(told, START - timedelta(seconds=1)) == {}
    assert name_at(told, START) == {1: "Ada"}
    assert name_at(told, START + timedelta(minutes=90)) == {1: "Grace"}
    assert name_at(told, START + timedelta(hours=3)) == {}
    assert [name_at(told, number) for number in range(4)] == [{}, {1: "Ada"}, {1: "Grace"}, {}]
    assert told.read(recorded_by, START + timedelta(minutes=90)).entry == 2
    assert told.read(names) == {}  # the present is as before


def test_nothing_can_be_written_while_the_past_is_read(office, acts):
    def write(session):
        session.execute(text("UPDATE person SET name = 'x'"))

    done = office.act(acts.add_person, acts.Named("Ada"))
    with pytest.raises(DBAPIError, match="outside an action"):
        office.read_past(done.entry, write)
    with pytest.raises((UserError, DBAPIError), match="read-only"):
        office.read(write)


def test_many_records_at_once(office, acts):
    office.act(acts.add_many, [f"Person {number}" for number in range(1_200)])
    office.act(acts.rename_everyone, acts.Named("x"))
    found = name_at(office, 1)
    assert len(found) == 1_200
    assert found[700].startswith("Person")


def test_what_belonged_to_a_record_then(office, acts):
    university = office.act(acts.add_organisation, acts.Named("University")).result
    physics = office.act(acts.add_organisation, acts.Named("Physics", university)).result
    office.act(acts.add_organisation, acts.Named("Other"))
    office.act(acts.delete_organisation, acts.Named("", physics))
    biology = office.act(acts.add_organisation, acts.Named("Biology", university)).result

    def departments(session):
        return set(
            session.scalars(select(Organisation.id).where(Organisation.parent_id == university))
        )

    assert [office.read_past(number, departments) for number in range(1, 6)] == [
        set(),
        {physics},
        {physics},
        set(),
        {biology},
    ]
    person = office.act(acts.add_person, acts.Named("Ada")).result
    office.act(acts.note_on_person, acts.Named("called", person))
    office.undo_last()

    def notes(session):
        return list(session.scalars(select(Note.text).where(Note.subject == f"person:{person}")))

    assert office.read_past(7, notes) == ["called"]
    assert office.read_past(8, notes) == []


def test_the_history_ends_where_the_past_does(told):
    rows = told.read_past(2, history_of, [Reference("person", 1)])
    assert [row.number for row in rows] == [2, 1]


def test_history_says_who_when_why_and_what(told):
    rows = told.read(history_of, [Reference("person", 1), Reference("note", 1)])
    assert [(row.number, row.event) for row in rows] == [
        (3, "deleted"),
        (2, "changed"),
        (1, "made"),
    ]
    changed = rows[1]
    assert changed.officer == told.officer
    assert changed.at == START + timedelta(hours=1)
    assert changed.reason == "married"
    assert changed.record == Reference("person", 1)
    assert changed.changes == (FieldChange("name", "Ada", "Grace"),)
    assert FieldChange("name", None, "Ada") in rows[2].changes


def test_several_changes_within_an_action_are_one_row(office, acts):
    def make_and_rename(unit, request):
        acts.rename_person(unit, acts.Named("Grace", acts.add_person(unit, request)))

    office.act(make_and_rename, acts.Named("Ada"))
    (row,) = office.read(history_of, [Reference("person", 1)])
    assert row.event == "made"
    assert FieldChange("name", None, "Grace") in row.changes


def test_a_redacted_record_leaves_its_trace_but_not_its_content(told, place):
    done = told.act(redact, Redact(Reference("person", 1), "erasure asked for"))
    assert done.result.changes == 3
    assert done.entry == 4
    rows = told.read(history_of, [Reference("person", 1)])
    assert [(row.event, row.changes) for row in rows] == [("redacted", ())] * 3
    assert name_at(told, 2) == {}  # it is gone, and what it said with it
    assert check(place.address, place.passphrase) == []
    with pytest.raises(UserError, match="redacted"):
        told.undo_last()
    with pytest.raises(UserError, match="says nothing of person:1"):
        told.act(redact, Redact(Reference("person", 1), "again"))


def test_a_redaction_owes_its_reason(told):
    with pytest.raises(UserError, match="needs its reason"):
        told.act(redact, Redact(Reference("person", 1), " "))


def test_a_redacted_change_leaves_the_record_as_it_is_now(office, acts):
    office.act(acts.add_person, acts.Named("Ada"))
    office.act(acts.rename_person, acts.Named("Grace", 1))
    office.act(redact, Redact(Reference("person", 1), "erasure asked for"))
    office.act(acts.add_person, acts.Named("Ben"))
    assert [name_at(office, number) for number in (0, 1, 2)] == [{}, {1: "Grace"}, {1: "Grace"}]


def test_an_action_partly_redacted_is_not_undone(office, acts):
    from techmgr.storage.undo import UndoEntry, undo

    office.act(acts.add_many, ["Ada", "Ben"])
    office.act(redact, Redact(Reference("person", 1), "erasure asked for"))
    with pytest.raises(UserError, match="part of what was there before is redacted"):
        office.act(undo, UndoEntry(1))
