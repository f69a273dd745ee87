"""Two entries of one person made one: everything follows, the second stays as an alias."""

from datetime import date

import pytest
from action_examples.parts import (
    OFFICER_ID,
    OWN_ORGANISATION_ID,
    a_disclosure,
    a_person,
    an_organisation,
)

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.disclosure.queries import shares_on
from techmgr.people.actions import Affiliate, affiliate
from techmgr.people.actions_organisations import (
    EditOrganisation,
    OrganisationFields,
    RecordCompanySize,
    edit_organisation,
    record_company_size,
)
from techmgr.people.merging import (
    MergeOrganisations,
    MergePersons,
    merge_organisations,
    merge_persons,
)
from techmgr.people.queries import (
    affiliations_of,
    aliases_of,
    find_organisations,
    find_persons,
    people,
    person_by_id,
    sizes_of,
)
from techmgr.technology.actions_notes import AddNote, add_note
from techmgr.technology.queries_notes import notes_of

WHY = "One person, entered twice"


def test_everything_that_named_the_second_names_the_first(office):
    received = a_disclosure(office)  # by Yuki Tanaka (2) and Omar El-Sayed (3)
    kept = a_person(office, "Tanaka, Yuki")
    office.act(add_note, AddNote(Reference("person", 2), "Prefers e-mail"))
    office.act(affiliate, Affiliate(2, OWN_ORGANISATION_ID, "employee", date(2026, 1, 1)))
    done = office.act(merge_persons, MergePersons(kept, 2, WHY, 1, None))
    plan = office.read(shares_on, received.case_id, office.today)
    assert [row.name for row in plan.shares] == ["Tanaka, Yuki", "Omar El-Sayed"]
    assert len(office.read(notes_of, Reference("person", kept))) == 1
    assert len(office.read(affiliations_of, kept)) == 1
    assert office.read(person_by_id, 2).merged_into_id == kept
    assert office.read(aliases_of, kept) == ["Yuki Tanaka"]
    assert {row.id for row in office.read(people, office.today)} == {OFFICER_ID, 3, kept}
    assert [row.id for row in office.read(find_persons, "yuki tan", office.today)] == [kept]
    assert done.entry is not None
    office.undo_last()
    assert {row.id for row in office.read(find_persons, "tanaka", office.today)} == {2, kept}


def test_two_inventors_of_one_disclosure_are_not_merged(office):
    a_disclosure(office)
    with pytest.raises(UserError, match="both stand in the same record"):
        office.act(merge_persons, MergePersons(2, 3, WHY))
    assert office.read(person_by_id, 3).merged_into_id is None


def test_a_chain_of_aliases_ends_at_the_one_kept(office):
    one, two, three = (a_person(office, name) for name in ("A One", "A Two", "A Three"))
    office.act(merge_persons, MergePersons(two, three, WHY))
    office.act(merge_persons, MergePersons(one, two, WHY))
    assert office.read(aliases_of, one) == ["A Two", "A Three"]
    with pytest.raises(UserError, match="merged already"):
        office.act(merge_persons, MergePersons(one, three, WHY))


@pytest.mark.parametrize(
    ("request_", "field"),
    [(MergePersons(1, 1, WHY), "merged_id"), (MergePersons(1, 2, " "), "reason")],
)
def test_a_merge_that_cannot_be_is_refused(office, request_, field):
    a_person(office)
    with pytest.raises(UserError) as refused:
        office.act(merge_persons, request_)
    assert refused.value.field == field


def test_a_merged_person_is_not_chosen_again(office):
    one, two = a_person(office), a_person(office)
    office.act(merge_persons, MergePersons(one, two, WHY))
    with pytest.raises(UserError, match="merged into another entry"):
        office.act(affiliate, Affiliate(two, OWN_ORGANISATION_ID, "employee", date(2026, 1, 1)))


def test_organisations_merge_with_their_sizes(office):
    kept, merged = an_organisation(office), an_organisation(office, "Norrland Sensors")
    office.act(record_company_size, RecordCompanySize(merged, date(2026, 1, 1), "small"))
    office.act(merge_organisations, MergeOrganisations(kept, merged, "One company"))
    assert len(office.read(sizes_of, kept)) == 1
    assert [row.id for row in office.read(find_organisations, "sensors")] == [kept]


def test_an_organisation_is_not_merged_with_its_own_institution(office):
    parent, part = an_organisation(office), an_organisation(office, "Part")
    fields = OrganisationFields("Part", "company", parent_id=parent)
    office.act(edit_organisation, EditOrganisation(part, 1, fields))
    with pytest.raises(UserError, match="belongs to the other"):
        office.act(merge_organisations, MergeOrganisations(part, parent, "One"))
