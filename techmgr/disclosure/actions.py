"""What an officer can do with a disclosure: receive it, which opens its case, and edit it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import delete, func, select

from techmgr.core.checks import Checks
from techmgr.core.texts import say
from techmgr.disclosure.actions_shares import keep_shares
from techmgr.disclosure.checking import check_disclosure, has_open_shares, shares_in
from techmgr.disclosure.docketing import docket_disclosures
from techmgr.disclosure.entries import DisclosureFields, InventorEntry
from techmgr.disclosure.following import follow_disclosures
from techmgr.disclosure.model import Disclosure, DisclosureAward, Inventor, Material, Publication
from techmgr.disclosure.states import DisclosureState
from techmgr.office.queries import check_listed
from techmgr.people.checking import check_organisation, check_person
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.actions import CaseFields, RegisterCase, register_case
from techmgr.technology.model import Case
from techmgr.technology.recording import record
from techmgr.technology.steps import Step

Part = TypeVar("Part", Publication, Material)


@dataclass(frozen=True, slots=True)
class ReceiveDisclosure:
    """A disclosure came in. Without `case_id` it opens a case, with the office's next number."""

    disclosure: DisclosureFields
    manager_id: int | None = None
    department_id: int | None = None
    type: str = "invention"
    field: str = ""
    case_id: int | None = None
    form_id: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """The disclosure, its case and the number the case got."""

    disclosure_id: int
    case_id: int
    number: str


@dataclass(frozen=True, slots=True)
class EditDisclosure:
    """A disclosure as a whole, with the version its form was opened with."""

    disclosure_id: int
    version: int | None
    disclosure: DisclosureFields


@action(undo=Undo.RESTORE)
def receive_disclosure(unit: Unit, request: ReceiveDisclosure) -> Received:
    """Take a disclosure in: its case gets a number, step 1 is under way."""
    checks = Checks()
    check_disclosure(unit, checks, request.disclosure)
    check_person(unit.session, checks, request.manager_id, "manager_id")
    check_organisation(unit.session, checks, request.department_id, "department_id")
    check_listed(unit.session, checks, "case_type", request.type, "type")
    if request.field:
        check_listed(unit.session, checks, "field", request.field, "field")
    _refuse_second_reading(unit, request, checks)
    checks.refuse()
    case = _case_for(unit, request)
    disclosure = Disclosure(
        case_id=case.id,
        label=_label(unit, case),
        state=DisclosureState.RECEIVED,
        since=request.disclosure.received,
        form_id=request.form_id,
    )
    _write(disclosure, request.disclosure)
    unit.add(disclosure)
    _write_parts(unit, disclosure, request.disclosure)
    unit.about(disclosure.reference)
    day = disclosure.received
    text = say("Disclosure {label} received", label=disclosure.label)
    record(unit, case.id, day, Step.DISCLOSURE, "event", text, disclosure.reference)
    follow_disclosures(unit, case.id, day)
    docket_disclosures(unit, case.id)
    return Received(disclosure.id, case.id, case.number)


def _refuse_second_reading(unit: Unit, request: ReceiveDisclosure, checks: Checks) -> None:
    if not request.form_id:
        return
    known = unit.session.scalar(
        select(Disclosure.label).where(Disclosure.form_id == request.form_id)
    )
    if known:
        checks.wrong(
            say("This form was read already, as disclosure {label}. Edit that one.", label=known),
            "form_id",
        )


def _case_for(unit: Unit, request: ReceiveDisclosure) -> Case:
    if request.case_id is not None:
        case = unit.session.get_one(Case, request.case_id)
        unit.claim(case, None)
        return case
    fields = CaseFields(
        request.disclosure.title,
        request.disclosure.summary,
        request.type,
        request.field,
        received=request.disclosure.received,
        department_id=request.department_id,
    )
    registered = register_case(unit, RegisterCase(fields, request.manager_id, "disclosure"))
    return unit.session.get_one(Case, registered.case_id)


def _label(unit: Unit, case: Case) -> str:
    """The case's number; from the second disclosure on with a letter: 26-021, 26-021 B."""
    before = unit.session.scalar(
        select(func.count()).select_from(Disclosure).where(Disclosure.case_id == case.id)
    )
    return f"{case.number} {chr(ord('A') + before)}" if before else case.number


@action(undo=Undo.RESTORE)
def edit_disclosure(unit: Unit, request: EditDisclosure) -> None:
    """Save a disclosure as a whole; one that was sent back counts as received again."""
    disclosure = unit.session.get_one(Disclosure, request.disclosure_id)
    unit.claim(disclosure, request.version)
    checks = Checks()
    check_disclosure(unit, checks, request.disclosure)
    checks.refuse()
    _write(disclosure, request.disclosure)
    if disclosure.state == DisclosureState.SENT_BACK:
        disclosure.state, disclosure.since = DisclosureState.RECEIVED, unit.today
        disclosure.reason = ""
    _write_parts(unit, disclosure, request.disclosure)
    unit.about(disclosure.reference)
    follow_disclosures(unit, disclosure.case_id, unit.today)
    docket_disclosures(unit, disclosure.case_id)


def _write(disclosure: Disclosure, fields: DisclosureFields) -> None:
    disclosure.title = " ".join(fields.title.split())
    disclosure.summary = fields.summary.strip()
    disclosure.received = fields.received
    disclosure.submitted_by_id = fields.submitted_by_id


def _write_parts(unit: Unit, disclosure: Disclosure, fields: DisclosureFields) -> None:
    _write_inventors(unit, disclosure.id, fields.inventors)
    _write_awards(unit, disclosure.id, fields.awards)
    _write_publications(unit, disclosure.id, fields)
    _write_materials(unit, disclosure.id, fields)
    unit.session.flush()
    if fields.inventors:
        keep_shares(unit, disclosure, shares_in(fields), is_open=has_open_shares(fields))


def _write_inventors(unit: Unit, disclosure_id: int, entries: Iterable[InventorEntry]) -> None:
    stored = {
        row.person_id: row
        for row in unit.session.scalars(
            select(Inventor).where(Inventor.disclosure_id == disclosure_id)
        )
    }
    for place, each in enumerate(entries, start=1):
        row = stored.pop(each.person_id, None) or Inventor(
            disclosure_id=disclosure_id, person_id=each.person_id
        )
        row.position_in_list = place
        row.employer_id, row.position = each.employer_id, each.position
        row.assignment, row.assigned_on = each.assignment, each.assigned_on
        unit.session.add(row)
    for gone in stored.values():
        unit.session.delete(gone)


def _write_awards(unit: Unit, disclosure_id: int, awards: Iterable[int]) -> None:
    wanted = set(awards)
    of_disclosure = DisclosureAward.disclosure_id == disclosure_id
    stored = set(unit.session.scalars(select(DisclosureAward.award_id).where(of_disclosure)))
    gone = DisclosureAward.award_id.in_(stored - wanted)
    unit.session.execute(delete(DisclosureAward).where(of_disclosure, gone))
    unit.session.add_all(
        DisclosureAward(disclosure_id=disclosure_id, award_id=each)
        for each in sorted(wanted - stored)
    )


def _write_publications(unit: Unit, disclosure_id: int, fields: DisclosureFields) -> None:
    kept = {each.id for each in fields.publications}
    of_disclosure = Publication.disclosure_id == disclosure_id
    for row in unit.session.scalars(select(Publication).where(of_disclosure)).all():
        if row.id not in kept:
            unit.session.delete(row)
    for each in fields.publications:
        publication = _stored(unit, Publication, each.id, disclosure_id)
        publication.kind, publication.what = each.kind, " ".join(each.what.split())
        publication.place, publication.on_day = " ".join(each.place.split()), each.on_day
        publication.is_planned, publication.is_public = each.is_planned, each.is_public


def _write_materials(unit: Unit, disclosure_id: int, fields: DisclosureFields) -> None:
    kept = {each.id for each in fields.materials}
    of_disclosure = Material.disclosure_id == disclosure_id
    for row in unit.session.scalars(select(Material).where(of_disclosure)).all():
        if row.id not in kept:
            unit.session.delete(row)
    for each in fields.materials:
        material = _stored(unit, Material, each.id, disclosure_id)
        material.kind, material.what = each.kind, " ".join(each.what.split())
        material.source_id, material.terms = each.source_id, each.terms.strip()


def _stored(unit: Unit, kind: type[Part], part_id: int | None, disclosure_id: int) -> Part:
    if part_id is not None:
        stored = unit.session.get_one(kind, part_id)
        assert stored.disclosure_id == disclosure_id, "a part stays with its disclosure"
        return stored
    part = kind(disclosure_id=disclosure_id)
    unit.session.add(part)
    return part
