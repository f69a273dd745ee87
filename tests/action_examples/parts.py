"""Records examples and tests begin with, made by actions."""

from datetime import date
from fractions import Fraction

from techmgr.core.references import Reference
from techmgr.disclosure.actions import Received, ReceiveDisclosure, receive_disclosure
from techmgr.disclosure.entries import DisclosureFields, InventorEntry
from techmgr.people.actions import PersonFields, RegisterPerson, register_person
from techmgr.people.actions_organisations import (
    OrganisationFields,
    RegisterOrganisation,
    register_organisation,
)
from techmgr.technology.actions import CaseFields, RegisterCase, register_case

OFFICER_ID = 1  # Ines Moreau of the `office` fixture
OWN_ORGANISATION_ID = 1  # Halden University


def a_person(office, name="Yuki Tanaka") -> int:
    return office.act(register_person, RegisterPerson(PersonFields(name))).result


def an_organisation(office, name="Norrland Sensor AB", kind="company") -> int:
    request = RegisterOrganisation(OrganisationFields(name, kind))
    return office.act(register_organisation, request).result


def a_case(office, title="Self-calibrating virtual sensor") -> Reference:
    request = RegisterCase(CaseFields(title, received=date(2026, 7, 17)), OFFICER_ID)
    return Reference("technology", office.act(register_case, request).result.case_id)


def a_disclosure(office) -> Received:
    """A received disclosure of two inventors with 55 and 45 %; its case has number 26-001."""
    one, two = a_person(office), a_person(office, "Omar El-Sayed")
    return office.act(receive_disclosure, a_disclosure_request(one, two)).result


def a_disclosure_request(one: int, two: int) -> ReceiveDisclosure:
    inventors = (InventorEntry(one, Fraction(55, 100)), InventorEntry(two, Fraction(45, 100)))
    fields = DisclosureFields(
        "Self-calibrating virtual sensor", date(2026, 7, 17), "Air flow", inventors=inventors
    )
    return ReceiveDisclosure(fields, OFFICER_ID)
