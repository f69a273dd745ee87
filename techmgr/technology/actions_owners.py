"""What an officer settles about ownership: co-owners, who holds title, an offer of title and its answer."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy import delete, select

from techmgr.core.checks import Checks
from techmgr.core.shares import show_share
from techmgr.core.texts import say
from techmgr.office.queries import check_listed
from techmgr.people.checking import check_organisation
from techmgr.people.queries import organisation_by_id
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case, CoOwner, TitleHolding, TitleOffer
from techmgr.technology.owners import OwnerShare, wrong_with
from techmgr.technology.recording import record
from techmgr.technology.steps import Step


@dataclass(frozen=True, slots=True)
class SetCoOwners:
    """Who owns the case from a day on. `own_share` is the institution's; all together make one."""

    case_id: int
    version: int | None
    from_day: date
    own_share: Fraction
    owners: tuple[OwnerShare, ...]


@dataclass(frozen=True, slots=True)
class HoldTitle:
    """Who holds title from a day on."""

    case_id: int
    holder_id: int
    from_day: date


@dataclass(frozen=True, slots=True)
class OfferTitle:
    """Title is offered, as to the funder of a state-funded case."""

    case_id: int
    offered_to_id: int
    on_day: date | None = None


@dataclass(frozen=True, slots=True)
class AnswerTitle:
    """The answer to an offer; a taken title is the other's from that day on."""

    offer_id: int
    answer: str
    on_day: date | None = None


@action(undo=Undo.RESTORE)
def set_co_owners(unit: Unit, request: SetCoOwners) -> None:
    """Record the owners from a day on; those before end the day before.

    The same day again replaces them; a day before the newest one is refused.
    """
    case = unit.session.get_one(Case, request.case_id)
    checks = Checks()
    checks.day(request.from_day, "from_day")
    for problem in wrong_with(request.own_share, request.owners):
        checks.wrong(problem, "owners")
    for each in request.owners:
        check_organisation(unit.session, checks, each.organisation_id, "owners")
    _refuse_earlier(unit, request, checks)
    checks.refuse()
    unit.claim(case, request.version)
    _end_owners(unit, request)
    unit.add(*(_owner(request, each) for each in request.owners))
    unit.about(case.reference)
    text = say("Owned by us alone")
    if request.owners:
        others = tuple(_named(unit, each) for each in request.owners)
        text = say(
            "Owned by us {own}, by {others}", own=show_share(request.own_share), others=others
        )
    record(unit, case.id, request.from_day, Step.DISCLOSURE, "contract", text, case.reference)


def _refuse_earlier(unit: Unit, request: SetCoOwners, checks: Checks) -> None:
    newest = unit.session.scalar(
        select(CoOwner.from_day)
        .where(CoOwner.case_id == request.case_id, CoOwner.from_day > request.from_day)
        .order_by(CoOwner.from_day.desc())
    )
    if newest is not None:
        checks.wrong(
            say(
                "Owners from {day} on are recorded. Choose that day or a later one.",
                day=newest.isoformat(),
            ),
            "from_day",
        )


def _end_owners(unit: Unit, request: SetCoOwners) -> None:
    of_case = CoOwner.case_id == request.case_id
    unit.session.execute(delete(CoOwner).where(of_case, CoOwner.from_day == request.from_day))
    current = select(CoOwner).where(of_case, CoOwner.until_day.is_(None))
    for owner in unit.session.scalars(current):
        owner.until_day = request.from_day - timedelta(days=1)


def _owner(request: SetCoOwners, each: OwnerShare) -> CoOwner:
    return CoOwner(
        case_id=request.case_id,
        organisation_id=each.organisation_id,
        numerator=each.share.numerator,
        denominator=each.share.denominator,
        from_day=request.from_day,
        until_day=None,
    )


def _named(unit: Unit, each: OwnerShare) -> str:
    name = organisation_by_id(unit.session, each.organisation_id).name
    return f"{name} {show_share(each.share)}"


@action(undo=Undo.RESTORE)
def hold_title(unit: Unit, request: HoldTitle) -> int:
    """Record who holds title from a day on; the same day again replaces it. Returns the id."""
    checks = Checks()
    checks.day(request.from_day, "from_day")
    check_organisation(unit.session, checks, request.holder_id, "holder_id")
    checks.refuse()
    case = unit.session.get_one(Case, request.case_id)
    unit.claim(case, None)
    same_day = (TitleHolding.case_id == case.id, TitleHolding.from_day == request.from_day)
    holding = unit.session.scalars(select(TitleHolding).where(*same_day)).first()
    holding = holding or TitleHolding(case_id=case.id, from_day=request.from_day)
    holding.holder_id = request.holder_id
    unit.add(holding)
    unit.about(case.reference)
    name = organisation_by_id(unit.session, request.holder_id).name
    text = say("Title held by {name}", name=name)
    record(unit, case.id, request.from_day, Step.DISCLOSURE, "contract", text, holding.reference)
    return holding.id


@action(undo=Undo.RESTORE)
def offer_title(unit: Unit, request: OfferTitle) -> int:
    """Record that title was offered and return the offer's id; one open offer to one organisation."""
    checks = Checks()
    day = checks.day(request.on_day, "on_day") or unit.today
    check_organisation(unit.session, checks, request.offered_to_id, "offered_to_id")
    chosen = (
        TitleOffer.case_id == request.case_id,
        TitleOffer.offered_to_id == request.offered_to_id,
    )
    if unit.session.scalar(select(TitleOffer.id).where(*chosen, TitleOffer.answer == "")):
        checks.wrong(
            say("Title is offered there already. Record the answer first."), "offered_to_id"
        )
    checks.refuse()
    case = unit.session.get_one(Case, request.case_id)
    unit.claim(case, None)
    offer = TitleOffer(case_id=case.id, offered_to_id=request.offered_to_id, offered_on=day)
    unit.add(offer)
    unit.about(case.reference)
    name = organisation_by_id(unit.session, request.offered_to_id).name
    text = say("Title offered to {name}", name=name)
    record(unit, case.id, day, Step.DISCLOSURE, "event", text, offer.reference)
    return offer.id


@action(undo=Undo.RESTORE)
def answer_title(unit: Unit, request: AnswerTitle) -> None:
    """Record the answer to an offer of title; taken title is held by the other from that day."""
    offer = unit.session.get_one(TitleOffer, request.offer_id)
    checks = Checks()
    check_listed(unit.session, checks, "title_answer", request.answer, "answer")
    day = checks.day(request.on_day, "on_day") or unit.today
    if offer.answer:
        checks.wrong(say("This offer has its answer already."), "answer")
    if day < offer.offered_on:
        checks.wrong(say("The answer cannot come before the offer."), "on_day")
    checks.refuse()
    case = unit.session.get_one(Case, offer.case_id)
    unit.claim(case, None)
    offer.answer, offer.answered_on = request.answer, day
    unit.about(case.reference)
    name = organisation_by_id(unit.session, offer.offered_to_id).name
    if request.answer == "taken":
        hold_title(unit, HoldTitle(case.id, offer.offered_to_id, day))
        return
    text = say("{name} leaves title to us", name=name)
    record(unit, case.id, day, Step.DISCLOSURE, "event", text, offer.reference)
