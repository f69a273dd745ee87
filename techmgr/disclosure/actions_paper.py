"""A disclosure form that came back is taken in: who and what is new is recorded with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import func, select

from techmgr.disclosure.actions import Received, ReceiveDisclosure, receive_disclosure
from techmgr.disclosure.actions_funding import RecordAward, record_award
from techmgr.disclosure.entries import (
    DisclosureFields,
    InventorEntry,
    MaterialEntry,
    PublicationEntry,
)
from techmgr.disclosure.model import Award
from techmgr.disclosure.paper_form import PaperDisclosure, PaperInventor, read
from techmgr.people.actions import PersonFields, RegisterPerson, register_person
from techmgr.people.actions_organisations import (
    OrganisationFields,
    RegisterOrganisation,
    register_organisation,
)
from techmgr.people.model import Organisation, Person
from techmgr.storage.unit import Undo, Unit, action


@dataclass(frozen=True, slots=True)
class TakeInForm:
    """A filled-in form: its id and cells (documents.filled_form), and the day it came."""

    form: str
    values: Mapping[str, str | Decimal | date | None]
    received: date
    manager_id: int | None = None
    department_id: int | None = None


@action(undo=Undo.RESTORE)
def take_in_form(unit: Unit, request: TakeInForm) -> Received:
    """Record a disclosure from its form without retyping. The same form a second time is refused.

    A person is known by e-mail or else by name, an organisation by name, an award by number;
    whoever is not known is registered.
    """
    paper = read(request.form, request.values)
    people = [_person(unit, each, request.received) for each in paper.inventors]
    fields = DisclosureFields(
        title=paper.title,
        summary=paper.summary,
        received=request.received,
        submitted_by_id=people[0] if people else None,
        inventors=tuple(
            InventorEntry(person, each.share, _employer(unit, each))
            for person, each in zip(people, paper.inventors, strict=True)
        ),
        awards=tuple(_award(unit, number, sponsor) for number, sponsor in paper.awards),
        publications=_publications(paper),
        materials=tuple(
            MaterialEntry("other", what, _organisation(unit, source) if source else None)
            for what, source in paper.materials
        ),
    )
    return receive_disclosure(
        unit,
        ReceiveDisclosure(fields, request.manager_id, request.department_id, form_id=request.form),
    )


def _publications(paper: PaperDisclosure) -> tuple[PublicationEntry, ...]:
    return tuple(
        PublicationEntry("other", each.what, each.day, each.is_planned, each.is_public, each.place)
        for each in paper.publications
    )


def _person(unit: Unit, each: PaperInventor, day: date) -> int:
    same = func.lower(Person.name) == each.name.lower()
    if each.email:
        same = func.lower(Person.email) == each.email.lower()
    known = select(Person.id).where(same, Person.merged_into_id.is_(None)).order_by(Person.id)
    found = unit.session.scalars(known).first()
    if found is not None:
        return found
    employer = _employer(unit, each)
    fields = PersonFields(each.name, email=each.email)
    position = "employee" if employer else ""
    return register_person(unit, RegisterPerson(fields, employer, position, day))


def _employer(unit: Unit, each: PaperInventor) -> int | None:
    return _organisation(unit, each.employer) if each.employer else None


def _organisation(unit: Unit, name: str) -> int:
    same = func.lower(Organisation.name) == name.lower()
    known = select(Organisation.id).where(same, Organisation.merged_into_id.is_(None))
    found = unit.session.scalars(known.order_by(Organisation.id)).first()
    if found is not None:
        return found
    request = RegisterOrganisation(OrganisationFields(name, "other"))
    return register_organisation(unit, request)


def _award(unit: Unit, number: str, sponsor: str) -> int:
    found = unit.session.scalars(select(Award.id).where(Award.number == number)).first()
    if found is not None:
        return found
    return record_award(unit, RecordAward(number, _organisation(unit, sponsor or "?")))
