"""What disclosures tell the docket of their case: receipt, review, publications, funding."""

from collections.abc import Iterator

from sqlalchemy import select

from techmgr.core.references import Reference
from techmgr.disclosure.model import Disclosure, Publication
from techmgr.disclosure.queries import funding_agreement
from techmgr.disclosure.states import DisclosureState
from techmgr.docket.following import FollowRecord, Told, follow_record, tell_case
from techmgr.storage.unit import Unit
from techmgr.technology.model import Case

_DECIDED = frozenset({DisclosureState.ACCEPTED, DisclosureState.WITHDRAWN})


def docket_disclosures(unit: Unit, case_id: int) -> None:
    """Tell the docket what the disclosures of a case say; its dates are computed again."""
    unit.session.flush()
    case = unit.session.get_one(Case, case_id)
    funded = funding_agreement(unit.session, case_id)
    told = (*_received(unit, case_id, funded=funded is not None), *_published(unit, case_id))
    follow_record(
        unit,
        FollowRecord(
            Reference(Case.__tablename__, case_id),
            "case",
            case.number,
            case_id,
            {"funding_agreement": funded},
            told,
            (Disclosure.__tablename__, Publication.__tablename__),
        ),
    )
    tell_case(unit, case_id, {"funding_agreement": funded})


def _received(unit: Unit, case_id: int, *, funded: bool) -> Iterator[Told]:
    """The clock of the office runs from the first disclosure until it is accepted or withdrawn."""
    of_case = select(Disclosure).where(Disclosure.case_id == case_id).order_by(Disclosure.id)
    first = unit.session.scalars(of_case).first()
    if first is None:
        return
    yield Told("disclosure_received", first.received, first.reference)
    if funded:
        yield Told("inventor_disclosed", first.received, first.reference)
    if first.state in _DECIDED:
        yield Told("reviewed", first.since, first.reference)


def _published(unit: Unit, case_id: int) -> Iterator[Told]:
    public = (
        select(Publication)
        .join(Disclosure, Disclosure.id == Publication.disclosure_id)
        .where(Disclosure.case_id == case_id, Publication.is_public.is_(True))
        .order_by(Publication.on_day)
    )
    for each in unit.session.scalars(public):
        kind = "publication_planned" if each.is_planned else "publication"
        yield Told(kind, each.on_day, each.reference)
