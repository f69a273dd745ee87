"""Awards, publications, and knowledge that left informally."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from techmgr.core.checks import Checks
from techmgr.core.texts import say
from techmgr.disclosure.checking import check_publications
from techmgr.disclosure.docketing import docket_disclosures
from techmgr.disclosure.entries import PublicationEntry
from techmgr.disclosure.model import (
    Award,
    Disclosure,
    DisclosureAward,
    InformalTransfer,
    Publication,
)
from techmgr.office.queries import check_listed
from techmgr.people.checking import check_organisation, check_person
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.actions import CaseFields, RegisterCase, Registered, register_case
from techmgr.technology.model import Case
from techmgr.technology.recording import record, set_step
from techmgr.technology.steps import State, Step


@dataclass(frozen=True, slots=True)
class RecordAward:
    """A sponsor's grant or contract; the day of the agreement decides which rules hold."""

    number: str
    sponsor_id: int
    title: str = ""
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True)
class EditAward:
    """An award as a whole."""

    award_id: int
    version: int | None
    award: RecordAward


@dataclass(frozen=True, slots=True)
class AddPublication:
    """One more publication of a disclosed invention, done or planned."""

    disclosure_id: int
    publication: PublicationEntry


@dataclass(frozen=True, slots=True)
class RecordInformalTransfer:
    """The inventor chose not to disclose: knowledge left by consulting or publication."""

    title: str
    kind: str
    what: str
    on_day: date | None = None
    person_id: int | None = None
    organisation_id: int | None = None
    manager_id: int | None = None
    department_id: int | None = None


@action(undo=Undo.RESTORE)
def record_award(unit: Unit, request: RecordAward) -> int:
    """Record an award and return its id; a sponsor's number stands once."""
    award = Award()
    _write_award(unit, award, request)
    unit.add(award)
    unit.about(award.reference)
    return award.id


@action(undo=Undo.RESTORE)
def edit_award(unit: Unit, request: EditAward) -> None:
    """Save an award."""
    award = unit.session.get_one(Award, request.award_id)
    unit.claim(award, request.version)
    _write_award(unit, award, request.award)
    unit.about(award.reference)
    cases = (
        select(Disclosure.case_id)
        .join(DisclosureAward, DisclosureAward.disclosure_id == Disclosure.id)
        .where(DisclosureAward.award_id == award.id)
        .distinct()
    )
    for case_id in unit.session.scalars(cases).all():
        docket_disclosures(unit, case_id)


def _write_award(unit: Unit, award: Award, fields: RecordAward) -> None:
    checks = Checks()
    missing = say("Choose the sponsor.")
    check_organisation(unit.session, checks, fields.sponsor_id, "sponsor_id", missing)
    number = checks.line(fields.number, "number", say("Give the award's number."))
    same = (Award.number == number, Award.sponsor_id == fields.sponsor_id)
    other = unit.session.scalar(select(Award.id).where(*same))
    if other is not None and other != award.id:
        checks.wrong(say("This award is recorded already. Choose it from the list."), "number")
    title = checks.line(fields.title, "title")
    checks.day(fields.agreed_on, "agreed_on")
    checks.refuse()
    award.number, award.sponsor_id, award.title = number, fields.sponsor_id, title
    award.agreed_on = fields.agreed_on


@action(undo=Undo.RESTORE)
def add_publication(unit: Unit, request: AddPublication) -> int:
    """Record a publication of a disclosed invention and return its id."""
    checks = Checks()
    check_publications(unit.session, checks, [request.publication])
    checks.refuse()
    disclosure = unit.session.get_one(Disclosure, request.disclosure_id)
    unit.claim(disclosure, None)
    each = request.publication
    publication = Publication(
        disclosure_id=disclosure.id,
        kind=each.kind,
        what=" ".join(each.what.split()),
        place=" ".join(each.place.split()),
        on_day=each.on_day,
        is_planned=each.is_planned,
        is_public=each.is_public,
    )
    unit.add(publication)
    unit.about(disclosure.reference)
    text = say("Publication: {what}", what=publication.what)
    if each.is_planned:
        text = say("Publication planned: {what}", what=publication.what)
    kind = "attention" if each.is_public else "event"
    record(
        unit, disclosure.case_id, each.on_day, Step.DISCLOSURE, kind, text, publication.reference
    )
    docket_disclosures(unit, disclosure.case_id)
    return publication.id


@action(undo=Undo.RESTORE)
def record_informal_transfer(unit: Unit, request: RecordInformalTransfer) -> Registered:
    """Record knowledge that left without a disclosure, as a case with steps 1 and 3 waived."""
    checks = Checks()
    what = checks.text(request.what, "what", say("Say what was transferred."))
    check_listed(unit.session, checks, "informal_kind", request.kind, "kind")
    check_person(unit.session, checks, request.person_id, "person_id")
    check_organisation(unit.session, checks, request.organisation_id, "organisation_id")
    day = checks.day(request.on_day, "on_day") or unit.today
    checks.refuse()
    fields = CaseFields(
        request.title, what, "know_how", received=day, department_id=request.department_id
    )
    registered = register_case(unit, RegisterCase(fields, request.manager_id, "informal_transfer"))
    transfer = InformalTransfer(
        case_id=registered.case_id,
        kind=request.kind,
        on_day=day,
        person_id=request.person_id,
        organisation_id=request.organisation_id,
        what=what,
    )
    unit.add(transfer)
    _waive_disclosure(unit, transfer)
    unit.about(unit.session.get_one(Case, registered.case_id).reference)
    return registered


def _waive_disclosure(unit: Unit, transfer: InformalTransfer) -> None:
    reason = transfer.what
    for step in (Step.DISCLOSURE, Step.ASSESSMENT):
        set_step(unit, transfer.case_id, step, State.WAIVED, on_day=transfer.on_day, reason=reason)
    text = say("Transferred informally: {what}", what=transfer.what)
    record(
        unit, transfer.case_id, transfer.on_day, Step.DISCLOSURE, "event", text, transfer.reference
    )
