"""The first action of a new office: its name and settings, its lists, its institution, its first officer."""

from dataclasses import dataclass
from datetime import date

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.office.actions import LoadLists, SetSettings, load_lists, set_settings
from techmgr.office.queries import is_founded
from techmgr.people.actions import (
    MakeOfficer,
    PersonFields,
    RegisterPerson,
    make_officer,
    register_person,
)
from techmgr.people.actions_organisations import (
    OrganisationFields,
    RegisterOrganisation,
    register_organisation,
)
from techmgr.storage.unit import Undo, Unit, action

# The settings a new office begins with hold for whatever was recorded before it had techmgr.
SINCE = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class FoundOffice:
    """What a new office must know; `officer` is the first person who may sign in.

    `institution` is the university or laboratory the office works for (the office's own name
    when empty). The settings hold from `SINCE` on, so that records of earlier days find them.
    """

    name: str
    officer: str
    institution: str = ""
    base_currency: str = "USD"
    fiscal_year_end: str = "12-31"
    time_zone: str = "UTC"
    country: str = "US"
    languages: str = "en"
    case_number_pattern: str = "{yy}-{n:03}"
    agreement_number_pattern: str = "L-{n:04}"


@dataclass(frozen=True, slots=True)
class Founded:
    """The first officer and the institution."""

    officer_id: int
    institution_id: int


@action(undo=Undo.NONE, because="an office without its name is no office")
def found_office(unit: Unit, request: FoundOffice) -> Founded:
    """Fill an empty office so that it can be worked in. Refused when it has a name already."""
    if is_founded(unit.session):
        raise UserError(say("This office has been founded. Change its settings instead."))
    checks = Checks()
    name = checks.line(request.name, "name", say("Give the office a name."))
    officer = checks.line(request.officer, "officer", say("Name the first officer."))
    checks.refuse()
    load_lists(unit, LoadLists())
    institution = register_organisation(unit, _institution(request))
    set_settings(unit, SetSettings(_values(request, name, institution), SINCE))
    person = register_person(unit, RegisterPerson(PersonFields(officer)))
    make_officer(unit, MakeOfficer(person, None))
    return Founded(person, institution)


def _institution(request: FoundOffice) -> RegisterOrganisation:
    name = request.institution or request.name
    return RegisterOrganisation(OrganisationFields(name, "university", country=request.country))


def _values(request: FoundOffice, name: str, institution: int) -> dict[str, str]:
    return {
        "office_name": name,
        "own_organisation": str(institution),
        "base_currency": request.base_currency,
        "fiscal_year_end": request.fiscal_year_end,
        "time_zone": request.time_zone,
        "country": request.country,
        "languages": request.languages,
        "case_number_pattern": request.case_number_pattern,
        "agreement_number_pattern": request.agreement_number_pattern,
    }
