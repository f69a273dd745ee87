"""Undo: the state before comes back through a normal action, or a sentence says why not."""

import pytest
from sqlalchemy import bindparam, select, text

from techmgr.core.errors import UserError
from techmgr.people.model import Organisation, Person
from techmgr.storage import triggers
from techmgr.storage.audit import AuditEntry
from techmgr.storage.undo import UndoEntry, undo
from techmgr.technology.model import Note


def images(session):
    return [
        tuple(row) for row in session.execute(select(Person.__table__).order_by(Person.id)).all()
    ]


def test_a_new_record_is_gone_again(office, acts):
    office.act(acts.add_person, acts.Named("Ada"))
    done = office.undo_last()
    assert office.read(acts.names) == {}
    assert done.result.entry == 1
    assert office.read(lambda s: s.get_one(AuditEntry, 2)).undoes == 1


def test_an_edit_is_put_back_but_its_version_never_returns(office, acts):
    number = office.act(acts.add_person, acts.Named("Ada")).result
    office.act(acts.rename_person, acts.Named("Eve", number, 1))
    office.undo_last()
    assert office.read(acts.names) == {number: "Ada"}
    assert office.read(lambda s: s.get_one(Person, number)).version == 3
    with pytest.raises(UserError, match="after you opened it"):
        office.act(acts.rename_person, acts.Named("x", number, 2))


def test_a_deleted_record_comes_back_whole(office, acts):
    number = office.act(acts.add_person, acts.Named("Ada “x” \\ ' 密")).result
    before = office.read(images)[0]
    office.act(acts.delete_person, acts.Named("", number))
    office.undo_last()
    version = list(Person.__table__.c).index(Person.__table__.c.version)
    after = office.read(images)[0]
    assert after[:version] + after[version + 1 :] == before[:version] + before[version + 1 :]
    assert after[version] == before[version] + 1


def test_a_record_made_and_changed_in_one_action_is_gone_again(office, acts):
    def make_and_rename(unit, request):
        number = acts.add_person(unit, request)
        acts.rename_person(unit, acts.Named("Eve", number))

    office.act(make_and_rename, acts.Named("Ada"))
    office.undo_last()
    assert office.read(acts.names) == {}


def test_thousands_of_records_are_undone_as_one(office, acts):
    office.act(acts.add_many, [f"Person {number}" for number in range(2_000)])
    office.act(acts.rename_everyone, acts.Named("Everyone"))
    office.undo_last()
    assert len(set(office.read(acts.names).values())) == 2_000
    office.undo_last()
    assert office.read(acts.names) == {}


def test_undo_goes_back_step_by_step(office, acts):
    number = office.act(acts.add_person, acts.Named("one")).result
    office.act(acts.rename_person, acts.Named("two", number))
    office.act(acts.rename_person, acts.Named("three", number))
    office.undo_last()
    assert office.read(acts.names) == {number: "two"}
    office.undo_last()
    assert office.read(acts.names) == {number: "one"}
    office.undo_last()
    assert office.read(acts.names) == {}
    with pytest.raises(UserError, match="nothing of yours"):
        office.undo_last()


def test_parent_and_child_of_one_action_go_and_come_back_together(office, acts):
    def delete_both(unit, request):
        unit.enter(acts.delete_organisation.kind, request)
        for number in (child, parent):
            unit.session.execute(
                text("DELETE FROM organisation WHERE id = :id").bindparams(id=number)
            )

    parent = office.act(acts.add_organisation, acts.Named("University")).result
    child = office.act(acts.add_organisation, acts.Named("Physics", parent)).result
    office.act(delete_both, acts.Named(""))
    office.undo_last()
    found = office.read(
        lambda s: dict(s.execute(select(Organisation.id, Organisation.parent_id)).all())
    )
    assert found == {parent: None, child: parent}


def test_undoing_is_refused_when_a_newer_record_refers_to_it_by_key(office, acts):
    parent = office.act(acts.add_organisation, acts.Named("University")).result
    child = office.act(acts.add_organisation, acts.Named("Physics", parent)).result
    with pytest.raises(UserError, match=f"refer to this one: organisation:{child}"):
        office.act(undo, UndoEntry(1))
    assert len(office.read(lambda s: s.scalars(select(Organisation.id)).all())) == 2


def test_undoing_is_refused_when_a_newer_record_refers_to_it_by_reference(office, acts):
    person = office.act(acts.add_person, acts.Named("Ada")).result
    note = office.act(acts.note_on_person, acts.Named("called", person)).result
    with pytest.raises(UserError, match=f"refer to this one: note:{note}"):
        office.act(undo, UndoEntry(1))
    office.undo_last()
    office.undo_last()
    assert office.read(lambda s: s.scalars(select(Note.id)).all()) == []


def test_undoing_is_refused_when_what_it_refers_to_is_gone(office, acts):
    parent = office.act(acts.add_organisation, acts.Named("University")).result
    child = office.act(acts.add_organisation, acts.Named("Physics", parent)).result
    office.act(acts.delete_organisation, acts.Named("", child))
    office.act(acts.delete_organisation, acts.Named("", parent))
    with pytest.raises(UserError, match=f"deleted since: organisation:{child}"):
        office.act(undo, UndoEntry(3))


def test_undoing_is_refused_when_the_record_changed_since_and_says_by_whom(office, acts):
    number = office.act(acts.add_person, acts.Named("Ada")).result
    office.act(acts.rename_person, acts.Named("Eve", number))
    with pytest.raises(UserError, match=rf"{office.officer} has .*entry 2, person:{number}"):
        office.act(undo, UndoEntry(1))


def test_only_ones_own_action_is_undone(plain, acts):
    with_ada = plain.open("Ada")
    with_ada.act(acts.add_person, acts.Named("x"))
    with_ada.close()
    with_ben = plain.open("Ben")
    with pytest.raises(UserError, match="nothing of yours"):
        with_ben.undo_last()
    with pytest.raises(UserError, match="done by Ada: only they"):
        with_ben.act(undo, UndoEntry(1))
    with_ben.close()


def test_money_is_reversed_and_a_posted_letter_stays(office, acts):
    office.act(acts.book, acts.Named("x"))
    with pytest.raises(UserError, match="reverse the booking"):
        office.undo_last()
    office.act(acts.post_letter, acts.Named("x"))
    with pytest.raises(UserError, match="the letter has left"):
        office.undo_last()


def test_an_action_is_undone_once(office, acts):
    office.act(acts.add_person, acts.Named("Ada"))
    office.undo_last()
    with pytest.raises(UserError, match="undone already"):
        office.act(undo, UndoEntry(1))


def test_bytes_come_back(office, acts):
    def add_table(connection):
        kind = "bytea" if connection.dialect.name == "postgresql" else "blob"
        connection.execute(text(f"CREATE TABLE seal (id integer PRIMARY KEY, ink {kind})"))
        triggers.install(connection)

    def write(statement):
        def change(unit, request):
            unit.enter(acts.add_person.kind, request)
            unit.session.execute(text(statement).bindparams(bindparam("ink", b"\x00\xff")))

        office.act(change, acts.Named(""))

    office.keep(add_table)
    write("INSERT INTO seal VALUES (1, :ink), (2, NULL)")
    write("DELETE FROM seal WHERE :ink IS NOT NULL")
    office.undo_last()
    rows = office.read(lambda s: s.execute(text("SELECT id, ink FROM seal ORDER BY id")).all())
    assert [tuple(row) for row in rows] == [(1, b"\x00\xff"), (2, None)]
