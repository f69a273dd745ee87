"""What an officer can do with organisations: register, edit, record their size."""

import re
from dataclasses import dataclass
from datetime import date

from techmgr.core.checks import Checks
from techmgr.core.texts import say
from techmgr.office.queries import check_listed
from techmgr.people.checking import check_organisation
from techmgr.people.model import CompanySize, Organisation
from techmgr.storage.unit import Undo, Unit, action

_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class OrganisationFields:
    """What is recorded of an organisation; a department names its institution as parent."""

    name: str
    kind: str
    short_name: str = ""
    parent_id: int | None = None
    country: str = ""
    domain: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class RegisterOrganisation:
    """A new organisation or department."""

    organisation: OrganisationFields


@dataclass(frozen=True, slots=True)
class EditOrganisation:
    """An organisation's record as a whole."""

    organisation_id: int
    version: int | None
    organisation: OrganisationFields


@dataclass(frozen=True, slots=True)
class RecordCompanySize:
    """How large a company is from a day on; employees may not be known."""

    organisation_id: int
    on_day: date
    size: str
    employees: int | None = None


@action(undo=Undo.RESTORE)
def register_organisation(unit: Unit, request: RegisterOrganisation) -> int:
    """Register an organisation or department and return its id."""
    checks = Checks()
    organisation = Organisation()
    _write(unit, organisation, request.organisation, checks)
    checks.refuse()
    unit.add(organisation)
    unit.about(organisation.reference)
    return organisation.id


@action(undo=Undo.RESTORE)
def edit_organisation(unit: Unit, request: EditOrganisation) -> None:
    """Save an organisation's record. It cannot come under itself."""
    checks = Checks()
    organisation = unit.session.get_one(Organisation, request.organisation_id)
    unit.claim(organisation, request.version)
    if request.organisation_id in _above(unit, request.organisation.parent_id):
        checks.wrong(say("An organisation cannot belong to itself. Choose another."), "parent_id")
        checks.refuse()
    _write(unit, organisation, request.organisation, checks)
    checks.refuse()
    unit.about(organisation.reference)


def _above(unit: Unit, organisation_id: int | None) -> list[int]:
    found: list[int] = []
    while organisation_id is not None and organisation_id not in found:
        found.append(organisation_id)
        parent = unit.session.get(Organisation, organisation_id)
        organisation_id = parent.parent_id if parent else None
    return found


def _write(
    unit: Unit, organisation: Organisation, fields: OrganisationFields, checks: Checks
) -> None:
    with unit.session.no_autoflush:  # nothing half-checked is written
        check_listed(unit.session, checks, "organisation_kind", fields.kind, "kind")
        check_organisation(unit.session, checks, fields.parent_id, "parent_id")
    organisation.name = checks.line(fields.name, "name", say("Give the organisation a name."))
    organisation.kind = fields.kind
    organisation.short_name = checks.line(fields.short_name, "short_name")
    organisation.parent_id = fields.parent_id
    organisation.country = checks.line(fields.country, "country").upper()
    organisation.domain = checks.line(fields.domain, "domain").lower()
    organisation.address = checks.text(fields.address, "address")
    if organisation.country and not _COUNTRY.fullmatch(organisation.country):
        checks.wrong(
            say("“{country}” is not a country's two letters such as US.", country=fields.country),
            "country",
        )


@action(undo=Undo.RESTORE)
def record_company_size(unit: Unit, request: RecordCompanySize) -> int:
    """Record how large a company is from a day on; returns the id."""
    checks = Checks()
    check_organisation(unit.session, checks, request.organisation_id, "organisation_id")
    check_listed(unit.session, checks, "company_size", request.size, "size")
    checks.day(request.on_day, "on_day")
    if request.employees is not None and not 0 <= request.employees <= 10_000_000:
        checks.wrong(say("The number of employees must be from 0 to 10,000,000."), "employees")
    checks.refuse()
    size = CompanySize(
        organisation_id=request.organisation_id,
        on_day=request.on_day,
        employees=request.employees,
        size=request.size,
    )
    unit.add(size)
    organisation = unit.session.get_one(Organisation, request.organisation_id)
    unit.claim(organisation, None)
    unit.about(organisation.reference)
    return size.id
