"""Cases are found by the names their people have now."""

from action_examples.parts import OFFICER_ID, a_disclosure, a_person

from techmgr.people.actions import EditPerson, PersonFields, edit_person
from techmgr.people.merging import MergePersons, merge_persons
from techmgr.storage.search import find


def kinds_found(office, typed):
    return {hit.kind for hit in office.read(find, typed)}


def test_a_renamed_inventor_and_manager_are_found_by_the_new_name(office):
    a_disclosure(office)
    office.act(edit_person, EditPerson(2, None, PersonFields("Yuki Sato")))
    assert kinds_found(office, "sato") == {"case", "disclosure", "person"}
    assert kinds_found(office, "tanaka") == set()
    office.act(edit_person, EditPerson(OFFICER_ID, None, PersonFields("Ines Laurent")))
    assert kinds_found(office, "laurent") == {"case", "person"}
    assert kinds_found(office, "moreau") == set()


def test_cases_of_a_merged_inventor_are_found_by_the_name_kept(office):
    a_disclosure(office)
    kept = a_person(office, "Sato, Yuki")
    office.act(merge_persons, MergePersons(kept, 2, "Married name"))
    assert kinds_found(office, "sato") == {"case", "disclosure", "person"}
    assert kinds_found(office, "tanaka") == {"person"}  # the alias leads to the one kept
