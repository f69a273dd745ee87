"""Many rows at once: written with their defaults, changed under the objects of a session, found by id."""

from sqlalchemy import select

from techmgr.people.model import Person
from techmgr.storage.bulk import among, insert_rows, next_ids, update_rows
from techmgr.storage.unit import Undo, Unit, action

NAMES = ["Ada", "Émile “O'Hara”", "光纤", "Zoë %s"]


@action(undo=Undo.RESTORE)
def add_together(unit: Unit, names: list[str]) -> list[int]:
    ids = list(next_ids(unit.session, Person, len(names)))
    rows = [
        {"id": number, "name": name, "sort_name": name, "is_officer": name == "Ada"}
        for number, name in zip(ids, names, strict=True)
    ]
    insert_rows(unit.session, Person, rows, lambda _: None)
    return ids


@action(undo=Undo.RESTORE)
def rename_together(unit: Unit, names: dict[int, str]) -> list[tuple[str, int, str]]:
    people = [unit.session.get_one(Person, number) for number in names]
    people[0].initials = "A."  # not written yet
    changes = {number: {"name": name} for number, name in names.items()}
    update_rows(unit.session, Person, changes, lambda _: None)
    return [(each.name, each.version, each.initials) for each in people]


def people(session):
    columns = (Person.name, Person.is_officer, Person.language, Person.merged_into_id)
    return [tuple(row) for row in session.execute(select(*columns).order_by(Person.id))]


def test_rows_have_their_defaults_and_are_audited(office):
    done = office.act(add_together, NAMES)
    assert office.read(people) == [(name, name == "Ada", "en", None) for name in NAMES]
    assert {each.id for each in done.changed} == set(done.result)


def test_objects_of_the_session_see_what_was_changed_under_them(office):
    one, two, *_ = office.act(add_together, NAMES).result
    told = office.act(rename_together, {one: "Ada L.", two: "Émile"}).result
    assert told == [("Ada L.", 2, "A."), ("Émile", 2, "")]


def test_ids_are_found_with_and_without_a_gap(plain_office):
    ids = plain_office.act(add_together, NAMES).result

    def found(session, chosen):
        return session.scalars(select(Person.id).where(among(Person.id, chosen))).all()

    for chosen in ([ids[2]], ids[1:3], [ids[0], ids[3]], [ids[3], ids[1], ids[1]]):
        assert sorted(plain_office.read(found, chosen)) == sorted(set(chosen))
