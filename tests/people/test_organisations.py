"""Organisations: departments under institutions, sizes by date, finding them."""

from datetime import date

import pytest
from action_examples.parts import OWN_ORGANISATION_ID, an_organisation

from techmgr.core.errors import Problems, UserError
from techmgr.people.actions_organisations import (
    EditOrganisation,
    OrganisationFields,
    RecordCompanySize,
    RegisterOrganisation,
    edit_organisation,
    record_company_size,
    register_organisation,
)
from techmgr.people.queries import (
    find_organisations,
    organisation_by_id,
    organisations,
    size_on,
    sizes_of,
)


def a_department(office, name="Mechanical Engineering", parent=OWN_ORGANISATION_ID):
    fields = OrganisationFields(name, "department", parent_id=parent)
    return office.act(register_organisation, RegisterOrganisation(fields)).result


def test_a_department_is_found_under_its_institution(office):
    department = a_department(office)
    for typed in ("mech", "halden eng"):
        (found,) = office.read(find_organisations, typed)
        assert (found.id, found.parent) == (department, "Halden University")
    (row,) = office.read(organisations, parent_id=OWN_ORGANISATION_ID)
    assert row.id == department
    assert [each.name for each in office.read(organisations, kind="university")] == [
        "Halden University"
    ]
    assert len(office.read(find_organisations, "")) == 2


def test_an_organisation_cannot_belong_to_itself(office):
    school = a_department(office, "School of Engineering")
    department = a_department(office, parent=school)
    fields = OrganisationFields("School of Engineering", "department", parent_id=department)
    with pytest.raises(UserError, match="cannot belong to itself"):
        office.act(edit_organisation, EditOrganisation(school, None, fields))
    assert office.read(organisation_by_id, school).parent_id == OWN_ORGANISATION_ID


def test_every_wrong_field_of_an_organisation_is_named(office):
    fields = OrganisationFields("", "planet", parent_id=77, country="USA")
    with pytest.raises(Problems) as refused:
        office.act(register_organisation, RegisterOrganisation(fields))
    named = {problem.field for problem in refused.value.problems}
    assert named == {"name", "kind", "parent_id", "country"}


def test_a_company_has_the_size_of_the_day(office):
    company = an_organisation(office)
    office.act(record_company_size, RecordCompanySize(company, date(2024, 1, 1), "start_up", 4))
    office.act(record_company_size, RecordCompanySize(company, date(2026, 1, 1), "large", 900))
    assert office.read(size_on, company, date(2025, 12, 31)).size == "start_up"
    assert office.read(size_on, company, date(2026, 1, 1)).employees == 900
    assert office.read(size_on, company, date(2023, 1, 1)) is None
    assert len(office.read(sizes_of, company)) == 2
    with pytest.raises(Problems):
        office.act(record_company_size, RecordCompanySize(company, date(2026, 1, 1), "vast", -1))
