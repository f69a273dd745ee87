"""People: names, places and roles by date, accounts, officers, finding them."""

from datetime import date

import pytest
from action_examples.parts import OFFICER_ID, OWN_ORGANISATION_ID, a_person, an_organisation

from techmgr.core.errors import Problems, UserError
from techmgr.people.actions import (
    Affiliate,
    EditPerson,
    EndAffiliation,
    GiveRole,
    MakeOfficer,
    PersonFields,
    RegisterPerson,
    SetPayeeAccount,
    affiliate,
    edit_person,
    end_affiliation,
    give_role,
    make_officer,
    register_person,
    set_payee_account,
)
from techmgr.people.names import initials_of, sort_name_of
from techmgr.people.queries import (
    account_on,
    accounts_of,
    affiliations_of,
    affiliations_on,
    duplicates_of,
    find_persons,
    officer_named,
    officers,
    people,
    person_by_id,
    roles_of,
)
from techmgr.storage.unit import Stale

DAY = date(2026, 2, 1)


@pytest.mark.parametrize(
    ("name", "initials", "sorted_by"),
    [
        ("Ines Moreau", "IM", "Moreau, Ines"),
        ("Omar El-Sayed", "OE", "El-Sayed, Omar"),
        ("Anna Maria van der Berg", "AB", "Berg, Anna Maria van der"),
        ("Moreau, Ines", "MI", "Moreau, Ines"),
        ("Plato", "P", "Plato"),
        ("王小明", "小明", "王小明"),
        ("3M", "3", "3M"),
    ],
)
def test_initials_and_sort_names_are_made_from_the_whole_name(name, initials, sorted_by):
    assert (initials_of(name), sort_name_of(name)) == (initials, sorted_by)


def test_a_person_is_found_by_any_word_and_shown_where_they_are(office):
    fields = PersonFields("Greta Lind", "greta@norrland.example.org", other_name="林格")
    request = RegisterPerson(fields, OWN_ORGANISATION_ID, "visiting", DAY)
    person = office.act(register_person, request).result
    for typed in ("gre", "lind g", "林", "norrland"):
        (found,) = office.read(find_persons, typed, office.today)
        assert (found.id, found.organisation, found.position) == (
            person,
            "Halden University",
            "visiting",
        )
    assert office.read(find_persons, "gre", date(2026, 1, 1))[0].organisation == ""
    assert [row.name for row in office.read(find_persons, "", office.today)] == [
        "Greta Lind",
        "Ines Moreau",
    ]
    assert [row.name for row in office.read(people, office.today, officers=True)] == ["Ines Moreau"]


def test_every_wrong_field_of_a_person_is_named(office):
    fields = PersonFields(" ", "nobody at home", language="fr")
    with pytest.raises(Problems) as refused:
        office.act(register_person, RegisterPerson(fields, 99, "king", date(202, 1, 1)))
    named = {problem.field for problem in refused.value.problems}
    assert named == {"name", "email", "language", "organisation_id", "position", "from_day"}
    assert len(office.read(people, office.today)) == 1


def test_saving_over_somebody_else_is_refused(office):
    person = a_person(office)
    office.act(edit_person, EditPerson(person, 1, PersonFields("Yuki Tanaka", phone="1")))
    with pytest.raises(Stale, match="Ines Moreau saved this record"):
        office.act(edit_person, EditPerson(person, 1, PersonFields("Yuki Tanaka", phone="2")))
    assert office.read(person_by_id, person).phone == "1"


def test_a_place_ends_and_the_next_begins(office):
    person, other = a_person(office), an_organisation(office)
    place = office.act(affiliate, Affiliate(person, OWN_ORGANISATION_ID, "employee", DAY)).result
    office.act(end_affiliation, EndAffiliation(place, date(2026, 6, 30)))
    office.act(affiliate, Affiliate(person, other, "external", date(2026, 7, 1)))
    assert [row.organisation_id for row in office.read(affiliations_of, person)] == [
        other,
        OWN_ORGANISATION_ID,
    ]
    on = office.read(affiliations_on, person, date(2026, 6, 30))
    assert [(row.organisation, row.position) for row in on] == [("Halden University", "employee")]
    with pytest.raises(UserError, match="before it begins"):
        office.act(end_affiliation, EndAffiliation(place, date(2026, 1, 1)))


def test_a_role_may_be_for_an_organisation(office):
    person, firm = a_person(office), an_organisation(office, "Marlow & Finch LLP", "law_firm")
    office.act(give_role, GiveRole(person, "counsel", DAY, firm))
    (role,) = office.read(roles_of, person)
    assert (role.role, role.organisation) == ("counsel", "Marlow & Finch LLP")
    with pytest.raises(UserError, match="not in the list"):
        office.act(give_role, GiveRole(person, "king", DAY))


def test_an_account_holds_until_the_next(office):
    person = a_person(office)
    office.act(set_payee_account, SetPayeeAccount("payroll", "4711", DAY, person, tax_number="T1"))
    use = "research and education only"
    second = SetPayeeAccount(
        "research_account", "R-12", date(2026, 9, 1), person, permitted_use=use
    )
    office.act(set_payee_account, second)
    assert office.read(account_on, date(2026, 8, 31), person_id=person).account == "4711"
    assert office.read(account_on, date(2026, 9, 1), person_id=person).permitted_use == use
    assert office.read(account_on, date(2026, 1, 1), person_id=person) is None
    assert len(office.read(accounts_of, person_id=person)) == 2
    with pytest.raises(UserError, match="from 2026-09-01 is recorded"):
        office.act(set_payee_account, SetPayeeAccount("payroll", "1", DAY, person))


@pytest.mark.parametrize(
    ("wanted", "field"),
    [
        (SetPayeeAccount("payroll", "1", DAY), "person_id"),
        (SetPayeeAccount("payroll", "1", DAY, 1, 1), "person_id"),
        (SetPayeeAccount("payroll", "", DAY, 1), "account"),
        (SetPayeeAccount("gold", "1", DAY, 1), "route"),
    ],
)
def test_an_account_that_cannot_be_is_refused(office, wanted, field):
    with pytest.raises(UserError) as refused:
        office.act(set_payee_account, wanted)
    assert refused.value.field == field


def test_money_may_be_held_without_an_account(office):
    request = SetPayeeAccount("held", "", DAY, organisation_id=OWN_ORGANISATION_ID)
    assert office.act(set_payee_account, request).result


def test_an_office_keeps_at_least_one_officer(office):
    with pytest.raises(UserError, match="at least one officer"):
        office.act(make_officer, MakeOfficer(OFFICER_ID, None, is_officer=False))
    second = a_person(office, "Tomas Aalto")
    office.act(make_officer, MakeOfficer(second, 1, login="taalto"))
    assert [each.name for each in office.read(officers)] == ["Tomas Aalto", "Ines Moreau"]
    office.act(make_officer, MakeOfficer(OFFICER_ID, None, is_officer=False))
    assert [each.login for each in office.read(officers)] == ["taalto"]
    assert office.read(officer_named, "Nobody") is None


def test_the_same_name_or_address_may_be_the_same_person(office):
    one = a_person(office)
    two = a_person(office, "yuki tanaka")
    fields = PersonFields("Y. Tanaka", "Y@halden.example.org")
    three = office.act(register_person, RegisterPerson(fields)).result
    office.act(
        edit_person, EditPerson(one, None, PersonFields("Yuki Tanaka", "y@halden.example.org"))
    )
    assert [row.id for row in office.read(duplicates_of, one)] == [two, three]
    assert [row.id for row in office.read(duplicates_of, two)] == [one]
