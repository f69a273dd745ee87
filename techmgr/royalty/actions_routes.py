"""Where parts go: a person's waived, redirected or inherited; a department's shared among several."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import delete, select

from techmgr.core.checks import Checks
from techmgr.core.shares import WHOLE, show_share
from techmgr.core.texts import say
from techmgr.people.checking import check_person
from techmgr.people.model import Organisation, Person
from techmgr.royalty.circumstances import DISCLAIMED, WAYS, payee_name
from techmgr.royalty.model_rules import PartyPlan, PartyShare, PayeeRoute
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case
from techmgr.technology.recording import record
from techmgr.technology.steps import Step


@dataclass(frozen=True, slots=True)
class RoutePart:
    """Where a person's part goes from a day on: disclaimed, redirected to a unit, or to an estate.

    Without a case it holds for all of them. `to` is `organisation:4` or `person:7`; nobody when
    disclaimed, for then the policy says who gets it.
    """

    person_id: int
    way: str
    valid_from: date
    reason: str
    to: str = ""
    case_id: int | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class SharePart:
    """The departments that share a party's part on one case from a day on, or that it has gone.

    `shares` are (organisation id, share) and make one; with `left` there are none and the part
    reverts to whom the policy names.
    """

    case_id: int
    party: str
    valid_from: date
    shares: tuple[tuple[int, Fraction], ...] = ()
    left: bool = False


@action(undo=Undo.RESTORE)
def route_part(unit: Unit, request: RoutePart) -> int:
    """Record where a person's part goes. Brackets and caps still count it as the person's."""
    checks = Checks()
    checks.period(request.valid_from, request.valid_until, "valid_until")
    reason = checks.reason(request.reason)
    check_person(unit.session, checks, request.person_id, "person_id")
    if request.way not in WAYS:
        words = list(WAYS)
        checks.wrong(say("“{by}” is not one of: {words}.", by=request.way, words=words), "way")
    if (request.way == DISCLAIMED) is bool(request.to):
        checks.wrong(
            say("A part that is given back goes where the policy says; any other needs its payee."),
            "to",
        )
    checks.refuse()
    person = unit.session.get_one(Person, request.person_id)
    unit.claim(person, None)
    route = PayeeRoute(
        person_id=person.id,
        case_id=request.case_id,
        way=request.way,
        to=request.to,
        valid_from=request.valid_from,
        valid_until=request.valid_until,
        reason=reason,
    )
    unit.add(route)
    unit.about(person.reference)
    if request.case_id is not None:
        to = payee_name(unit.session, request.to) if request.to else ""
        text = (
            say("The part of {name} goes to {to}", name=person.name, to=to)
            if to
            else say("{name} has given back the part", name=person.name)
        )
        step, day = Step.DISTRIBUTION, request.valid_from
        record(unit, request.case_id, day, step, "money", text, person.reference)
    return route.id


@action(undo=Undo.RESTORE)
def share_part(unit: Unit, request: SharePart) -> int:
    """Say which departments share a party's part on a case; the same day again replaces the plan."""
    checks = Checks()
    checks.day(request.valid_from, "valid_from")
    total = sum((share for _, share in request.shares), Fraction(0))
    if not request.left and (total != WHOLE or any(share <= 0 for _, share in request.shares)):
        checks.wrong(
            say(
                "The shares make {total}. They must make exactly {whole}.",
                total=show_share(abs(total)),
                whole=show_share(WHOLE),
            ),
            "shares",
        )
    if len({number for number, _ in request.shares}) < len(request.shares):
        checks.wrong(say("A department is listed twice. Add its shares."), "shares")
    for number, _ in request.shares:
        if unit.session.get(Organisation, number) is None:
            checks.wrong(say("This organisation is not on file. Choose another."), "shares")
    checks.refuse()
    case = unit.session.get_one(Case, request.case_id)
    unit.claim(case, None)
    plan = unit.session.scalars(
        select(PartyPlan).where(
            PartyPlan.case_id == case.id,
            PartyPlan.party == request.party,
            PartyPlan.valid_from == request.valid_from,
        )
    ).first() or PartyPlan(case_id=case.id, party=request.party, valid_from=request.valid_from)
    plan.left = request.left
    unit.add(plan)
    unit.session.execute(delete(PartyShare).where(PartyShare.plan_id == plan.id))
    unit.add(
        *(
            PartyShare(
                plan_id=plan.id,
                organisation_id=number,
                position_in_list=place,
                numerator=share.numerator,
                denominator=share.denominator,
            )
            for place, (number, share) in enumerate(request.shares, start=1)
        )
    )
    unit.about(case.reference)
    return plan.id
