"""The institution of the sample office: its people, departments, companies, sponsors and counsel."""

from dataclasses import dataclass, field
from datetime import date
from random import Random

from techmgr.docket.actions_calendars import KeepDay, keep_day
from techmgr.docket.actions_rules import KeepRule, keep_rule
from techmgr.people.actions import (
    MakeOfficer,
    PersonFields,
    RegisterPerson,
    SetPayeeAccount,
    make_officer,
    register_person,
    set_payee_account,
)
from techmgr.people.actions_organisations import (
    OrganisationFields,
    RecordCompanySize,
    RegisterOrganisation,
    record_company_size,
    register_organisation,
)
from techmgr.people.founding import FoundOffice, found_office
from techmgr.royalty.actions_policies import AdoptPolicy, adopt_policy
from techmgr.sample import names
from techmgr.storage.office import Office

# The office of the sample has been there long before its oldest case.
SINCE = date(2010, 1, 1)
RESEARCHERS = 70


@dataclass
class Cast:
    """Who plays a part, by id."""

    institution: int = 0
    officers: list[int] = field(default_factory=list)
    departments: dict[str, int] = field(default_factory=dict)
    researchers: list[tuple[int, str]] = field(default_factory=list)  # person, department
    companies: list[int] = field(default_factory=list)
    sponsors: list[int] = field(default_factory=list)
    counsel: list[int] = field(default_factory=list)

    def of(self, department: str, chance: Random, count: int) -> list[int]:
        """Return some researchers, those of the department before others."""
        own = [person for person, place in self.researchers if place == department]
        others = [person for person, place in self.researchers if place != department]
        chance.shuffle(own)
        chance.shuffle(others)
        return (own[: max(count - 1, 1)] + others)[:count]


def found(office: Office, chance: Random) -> Cast:
    """Found the office and register everybody."""
    cast = Cast()
    request = FoundOffice(
        "Halden office (invented)",
        names.OFFICERS[0],
        institution="Halden University",
        fiscal_year_end="08-31",
        time_zone="America/New_York",
    )
    founded = office.act(found_office, request).result
    cast.institution, cast.officers = founded.institution_id, [founded.officer_id]
    for name in names.OFFICERS[1:]:
        person = _person(office, name, cast.institution, "employee")
        office.act(make_officer, MakeOfficer(person, None))
        cast.officers.append(person)
    _departments(office, cast)
    _researchers(office, cast, chance)
    cast.companies = [_company(office, name, number) for number, name in enumerate(names.COMPANIES)]
    cast.sponsors = [_organisation(office, name, "agency") for name in names.SPONSORS]
    cast.counsel = [_organisation(office, name, "law_firm") for name in names.COUNSEL]
    office.act(adopt_policy, AdoptPolicy(SINCE, name="stanford"))
    office.act(adopt_policy, AdoptPolicy(SINCE, name="stanford-equity"))
    _docket(office)
    return cast


def _docket(office: Office) -> None:
    """A rule and a closed day of the office's own, both ahead."""
    office.act(keep_rule, KeepRule(names.OWN_RULE, "Agreed in the team"))
    closed = KeepDay(
        "office", date(2027, 12, 31), "closed", "Winter break", "Notice of the provost"
    )
    office.act(keep_day, closed)


def _departments(office: Office, cast: Cast) -> None:
    for school, departments in names.SCHOOLS.items():
        parent = _organisation(office, school, "department", cast.institution)
        for name in departments:
            cast.departments[name] = _organisation(office, name, "department", parent)


def _researchers(office: Office, cast: Cast, chance: Random) -> None:
    everybody = [f"{given} {family}" for given in names.GIVEN for family in names.FAMILY]
    chosen = [*names.CHINESE, *chance.sample(everybody, RESEARCHERS - len(names.CHINESE))]
    for number, name in enumerate(chosen):
        department = list(cast.departments)[number % len(cast.departments)]
        position = "student" if number % 7 == 6 else "employee"
        person = _person(office, name, cast.departments[department], position)
        cast.researchers.append((person, department))
        if number % 9:  # some have not told us yet where their money goes
            account = SetPayeeAccount("payroll", f"P-{40_000 + number}", SINCE, person_id=person)
            office.act(set_payee_account, account)


def _person(office: Office, name: str, organisation: int, position: str) -> int:
    language = "en" if name.isascii() else "zh_CN"
    email = f"{name.lower().replace(' ', '.')}@halden.example" if name.isascii() else ""
    fields = PersonFields(name, email=email, language=language)
    request = RegisterPerson(fields, organisation, position, SINCE)
    return office.act(register_person, request).result


def _organisation(office: Office, name: str, kind: str, parent: int | None = None) -> int:
    fields = OrganisationFields(name, kind, parent_id=parent, country="US")
    return office.act(register_organisation, RegisterOrganisation(fields)).result


def _company(office: Office, name: str, number: int) -> int:
    company = _organisation(office, f"{name}, Inc.", "company")
    size, employees = (("start_up", 6), ("small", 85), ("large", 2_400))[number % 3]
    office.act(record_company_size, RecordCompanySize(company, SINCE, size, employees))
    return company
