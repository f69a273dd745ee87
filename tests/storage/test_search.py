"""Search: word beginnings in any order, Chinese by characters, alike on both databases."""

import pytest
from sqlalchemy import select, text

from techmgr.core.references import Reference
from techmgr.storage import search, words
from techmgr.technology.model import Note

PEOPLE = [
    "Ada Lovelace",
    "Müller Straße",
    "高精度温度传感器 sensor",
    "Case 26-001 a.lovelace@example.org",
    "Łukasz Çelik naïve",
    "state-of-the-art v2.5 3e5",
]


@pytest.fixture
def filled(office, acts, searched):
    office.act(acts.add_many, PEOPLE)
    return office


def found(office, query, **more):
    return {hit.title for hit in office.read(search.find, query, **more)}


QUERIES = [
    ("love", {0, 3}),
    ("lace", set()),
    ("ADA love", {0}),
    ("love ada", {0}),
    ("muller", {1}),
    ("MÜL str", {1}),
    ("straße", {1}),
    ("温度", {2}),
    ("器传", set()),
    ("传感 高精", {2}),
    ("温度sens", set()),
    ("传感器 sen", {2}),
    ("26-001", {3}),
    ("26-0", {3}),
    ("001", {3}),
    ("a.lovelace@exa", {3}),
    ("celik", {4}),
    ("naive", {4}),
    ("of the art", {5}),
    ("state-of", {5}),
    ("v2.5", {5}),
    ("3e5", {5}),
    ("v2", {5}),
    ("", set()),
    ("  --- \"' ", set()),
    ("a* OR b", set()),
    ("NEAR(ada", set()),
    ("words:ada", set()),
    ("ada & !x | (", set()),
]


def test_what_is_found(filled):
    answers = {query: found(filled, query) for query, _expected in QUERIES}
    assert answers == {query: {PEOPLE[each] for each in expected} for query, expected in QUERIES}


def test_newest_first_and_no_more_than_the_limit(filled, acts):
    hits = filled.read(search.find, "love", limit=1)
    assert [hit.title for hit in hits] == [PEOPLE[3]]
    assert hits[0].reference.kind == "person"
    assert hits[0].kind == "someone"


def test_kinds_narrow(filled):
    assert found(filled, "ada", kinds=("someone",)) == {PEOPLE[0]}
    assert found(filled, "ada", kinds=("case",)) == set()


def test_search_follows_every_change_and_its_undo(office, acts, searched):
    number = office.act(acts.add_person, acts.Named("Ada")).result
    office.act(acts.rename_person, acts.Named("Grace", number))
    assert found(office, "ada") == set()
    assert found(office, "grace") == {"Grace"}
    office.undo_last()
    assert found(office, "ada") == {"Ada"}
    office.act(acts.delete_person, acts.Named("", number))
    assert found(office, "ada") == set()
    office.undo_last()
    assert found(office, "ada") == {"Ada"}


def test_a_record_is_found_by_what_belongs_to_it(office, acts, searched):
    number = office.act(acts.add_person, acts.Named("Ada")).result
    office.act(acts.note_on_person, acts.Named("about turbines", number))
    (hit,) = office.read(search.find, "turb")
    assert hit.reference == Reference("person", number)
    office.undo_last()
    assert found(office, "turb") == set()


def test_rebuilding_gives_the_same(filled, acts):
    filled.keep(lambda c: c.execute(text("DELETE FROM search_entry")))

    def rebuild(unit, request):
        search.rebuild(unit.session)

    filled.act(rebuild, acts.Named("x"))
    assert found(filled, "love") == {PEOPLE[0], PEOPLE[3]}
    assert found(filled, "温度") == {PEOPLE[2]}


def test_the_documented_example():
    assert words.parts("opt 传感 12-3") == [["opt"], ["传", "感"], ["12", "3"]]


def test_two_kinds_cannot_share_a_number(searched):
    first = search.SEARCHED["someone"]
    with pytest.raises(AssertionError, match="share a number"):
        search.searched(search.Searched("other", first.number, first.source, {"note": "id"}))


def test_many_notes_do_not_bury_a_person(filled, acts, searched):
    search.searched(
        search.Searched(
            "note",
            5,
            lambda: select(
                Note.id,
                Note.text.label("title"),
                Note.subject.label("detail"),
                Note.text.label("words"),
            ),
            {"note": "id"},
        )
    )
    for _ in range(3):
        filled.act(acts.note_on_person, acts.Named("Lovelace called", 1))
    hits = filled.read(search.find, "love", limit=3)
    assert sorted({hit.kind for hit in hits}) == ["note", "someone"]
