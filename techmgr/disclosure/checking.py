"""Whether a disclosure can be saved: every field of it, so that the form marks all at once."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from techmgr.core.checks import Checks
from techmgr.core.texts import say
from techmgr.disclosure.entries import (
    DisclosureFields,
    InventorEntry,
    MaterialEntry,
    PublicationEntry,
)
from techmgr.disclosure.model import Award
from techmgr.disclosure.shares import PersonShare, wrong_with
from techmgr.office.queries import check_listed, settings_on
from techmgr.people.checking import check_organisation, check_person
from techmgr.people.queries import organisation_by_id, person_by_id
from techmgr.storage.unit import Unit


def check_disclosure(unit: Unit, checks: Checks, fields: DisclosureFields) -> None:
    """Note everything wrong with a disclosure. Rows are named `inventors.0.assignment` (from 0)."""
    session = unit.session
    checks.line(fields.title, "title", say("Give the invention a title."))
    checks.text(fields.summary, "summary")
    checks.day(fields.received, "received")
    if fields.received > unit.today:
        checks.wrong(say("It cannot have been received after today."), "received")
    check_person(session, checks, fields.submitted_by_id, "submitted_by_id")
    check_inventors(unit, checks, fields.inventors)
    if len({each.person_id for each in fields.inventors}) < len(fields.inventors):
        checks.wrong(say("The same person stands here twice. Keep one line."), "inventors")
    elif fields.inventors:
        for problem in wrong_with(shares_in(fields), is_open=has_open_shares(fields)):
            checks.wrong(problem, "inventors")
    for each in fields.awards:
        if session.get(Award, each) is None:
            checks.wrong(say("There is no such award. Record it first."), "awards")
    check_publications(session, checks, fields.publications)
    check_materials(session, checks, fields.materials)


def has_open_shares(fields: DisclosureFields) -> bool:
    """Tell whether the shares are not settled: marked so, or not given at all."""
    return fields.shares_open or all(each.share is None for each in fields.inventors)


def shares_in(fields: DisclosureFields) -> list[PersonShare]:
    """Return the shares that are given, in the order of names."""
    return [
        PersonShare(each.person_id, each.share)
        for each in fields.inventors
        if each.share is not None
    ]


def check_inventors(unit: Unit, checks: Checks, inventors: Sequence[InventorEntry]) -> None:
    """Note what is wrong with each inventor."""
    for place, each in enumerate(inventors):
        field = f"inventors.{place}"
        check_person(unit.session, checks, each.person_id, f"{field}.person_id")
        check_organisation(unit.session, checks, each.employer_id, f"{field}.employer_id")
        if each.position:
            check_listed(unit.session, checks, "position", each.position, f"{field}.position")
        check_assignment(unit, checks, each, field)


def check_assignment(unit: Unit, checks: Checks, each: InventorEntry, field: str) -> None:
    """Note a signed assignment without its day, and an outsider whose duty was not thought of."""
    check_listed(unit.session, checks, "assignment", each.assignment, f"{field}.assignment")
    checks.day(each.assigned_on, f"{field}.assigned_on")
    if each.assignment == "signed" and each.assigned_on is None:
        checks.wrong(say("Give the day on which it was signed."), f"{field}.assigned_on")
    if each.assignment == "none_needed" and each.employer_id is not None:
        _check_employer(unit, checks, each, field)


def _check_employer(unit: Unit, checks: Checks, each: InventorEntry, field: str) -> None:
    own = settings_on(unit.session, unit.today).own_organisation
    assert each.employer_id is not None
    if own is None or own in _with_parents(unit.session, each.employer_id):
        return
    checks.wrong(
        say(
            "The employer of {name} is not {own}. Choose: assignment, joint ownership, or not an "
            "inventor.",
            name=person_by_id(unit.session, each.person_id).name,
            own=organisation_by_id(unit.session, own).name,
        ),
        f"{field}.assignment",
    )


def _with_parents(session: Session, organisation_id: int) -> set[int]:
    found: set[int] = set()
    above: int | None = organisation_id
    while above is not None and above not in found:
        found.add(above)
        above = organisation_by_id(session, above).parent_id
    return found


def check_publications(
    session: Session, checks: Checks, publications: Sequence[PublicationEntry]
) -> None:
    """Note what is wrong with each publication."""
    for place, each in enumerate(publications):
        field = f"publications.{place}"
        check_listed(session, checks, "publication_kind", each.kind, f"{field}.kind")
        checks.line(each.what, f"{field}.what", say("Say what is published."))
        checks.day(each.on_day, f"{field}.on_day")


def check_materials(session: Session, checks: Checks, materials: Sequence[MaterialEntry]) -> None:
    """Note what is wrong with each material."""
    for place, each in enumerate(materials):
        field = f"materials.{place}"
        check_listed(session, checks, "material_kind", each.kind, f"{field}.kind")
        checks.line(each.what, f"{field}.what", say("Say which material or software it is."))
        check_organisation(session, checks, each.source_id, f"{field}.source_id")
