"""Examples of what an officer can do with people and organisations."""

from datetime import date

from action_examples import example
from action_examples.parts import OWN_ORGANISATION_ID, a_disclosure, a_person, an_organisation
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
from techmgr.people.actions_organisations import (
    EditOrganisation,
    OrganisationFields,
    RecordCompanySize,
    RegisterOrganisation,
    edit_organisation,
    record_company_size,
    register_organisation,
)
from techmgr.people.merging import (
    MergeOrganisations,
    MergePersons,
    merge_organisations,
    merge_persons,
)

DAY = date(2026, 2, 1)


@example(register_person)
def _(office):
    return RegisterPerson(PersonFields("Greta Lind"), OWN_ORGANISATION_ID, "employee", DAY)


@example(edit_person)
def _(office):
    return EditPerson(
        a_person(office), 1, PersonFields("Yuki Tanaka", email="y@halden.example.org")
    )


@example(affiliate)
def _(office):
    return Affiliate(a_person(office), OWN_ORGANISATION_ID, "employee", DAY)


@example(end_affiliation)
def _(office):
    place = Affiliate(a_person(office), OWN_ORGANISATION_ID, "employee", DAY)
    return EndAffiliation(office.act(affiliate, place).result, date(2026, 6, 30))


@example(give_role)
def _(office):
    return GiveRole(a_person(office), "counsel", DAY, an_organisation(office))


@example(set_payee_account)
def _(office):
    person = a_person(office)
    office.act(set_payee_account, SetPayeeAccount("payroll", "4711", DAY, person))
    return SetPayeeAccount("research_account", "R-12", date(2026, 9, 1), person)


@example(make_officer)
def _(office):
    return MakeOfficer(a_person(office), None)


@example(register_organisation)
def _(office):
    return RegisterOrganisation(
        OrganisationFields("Mechanical Engineering", "department", parent_id=OWN_ORGANISATION_ID)
    )


@example(edit_organisation)
def _(office):
    fields = OrganisationFields("Norrland Sensor AB", "company", country="se")
    return EditOrganisation(an_organisation(office), 1, fields)


@example(record_company_size)
def _(office):
    return RecordCompanySize(an_organisation(office), DAY, "small", 40)


@example(merge_persons)
def _(office):
    a_disclosure(office)
    return MergePersons(a_person(office, "Tanaka, Yuki"), 2, "One person, entered twice")


@example(merge_organisations)
def _(office):
    kept, merged = an_organisation(office), an_organisation(office, "Norrland Sensor")
    office.act(record_company_size, RecordCompanySize(merged, DAY, "small"))
    return MergeOrganisations(kept, merged, "One company, entered twice")
