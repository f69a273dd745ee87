"""What is recorded of a case and its inventors that decides how its income is shared."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from techmgr.core.references import reference
from techmgr.core.texts import say
from techmgr.disclosure.model import Disclosure
from techmgr.disclosure.queries import PlanRow, shares_on
from techmgr.office.queries import settings_on
from techmgr.people.model import Affiliation, Organisation, Person
from techmgr.royalty.model_rules import (
    ChosenShare,
    PartyPlan,
    PartyShare,
    PayeeRoute,
    PolicyElection,
)
from techmgr.royalty.pool import Person as Payee
from techmgr.royalty.selecting import Facts

DISCLAIMED, REDIRECTED, ESTATE = "disclaimed", "redirected", "estate"
WAYS = (DISCLAIMED, REDIRECTED, ESTATE)


def people_of(session: Session, case_id: int, day: date) -> tuple[Payee, ...]:
    """Return who shares the inventors' pool of a case by the plan in force on a day.

    Nobody without a plan. While it is open or not signed, everybody is held, or has an equal part
    where the office has settled that (`inventor_default`). Who has disclaimed by then is marked:
    the part goes where the policy says.
    """
    waived = {each.person_id for each in routes_on(session, case_id, day, DISCLAIMED)}
    is_equal = settings_on(session, day).inventor_default == "equal"
    return people(shares_on(session, case_id, day), waived, is_equal=is_equal)


def people(
    plan: PlanRow | None, waived: Collection[int], *, is_equal: bool = False
) -> tuple[Payee, ...]:
    """Return the people of a plan; `waived` are the ids of those who have disclaimed.

    `is_equal`: until the plan is signed everybody has an equal part instead of being held.
    """
    if plan is None:
        return ()
    settled = not plan.is_open and sum(each.share for each in plan.shares) == 1
    if is_equal and plan.signed_on is None and plan.shares:
        part = Fraction(1, len(plan.shares))
        plan = replace(plan, shares=tuple(replace(each, share=part) for each in plan.shares))
        settled = True
    why = None
    if not settled:
        why = say("Held: the inventors' shares are still open.")
    elif plan.signed_on is None and not is_equal:
        why = say("Held: the inventors have not signed their shares.")
    return tuple(
        Payee(
            f"person:{each.person_id}",
            each.name,
            each.share if settled else None,
            held=why,
            disclaims=each.person_id in waived,
        )
        for each in plan.shares
    )


def routes_on(session: Session, case_id: int, day: date, *ways: str) -> Sequence[PayeeRoute]:
    """Return the routes in force on a day that hold for a case, those of the case last."""
    return session.scalars(
        select(PayeeRoute)
        .where(PayeeRoute.way.in_(ways), PayeeRoute.valid_from <= day)
        .where(or_(PayeeRoute.case_id.is_(None), PayeeRoute.case_id == case_id))
        .where(or_(PayeeRoute.valid_until.is_(None), PayeeRoute.valid_until >= day))
        .order_by(PayeeRoute.case_id.is_not(None), PayeeRoute.valid_from, PayeeRoute.id)
    ).all()


def redirected(session: Session, case_id: int, day: date) -> dict[str, tuple[str, str]]:
    """Return who is paid in a person's place on a day: payee and name by the person's reference."""
    return instead(session, routes_on(session, case_id, day, REDIRECTED, ESTATE))


def instead(session: Session, routes: Iterable[PayeeRoute]) -> dict[str, tuple[str, str]]:
    """Return who is paid in a person's place by some routes; a later one goes first."""
    found = {}
    for each in routes:
        found[f"person:{each.person_id}"] = (each.to, payee_name(session, each.to))
    return found


def payee_name(session: Session, payee: str) -> str:
    """Return what a person or organisation is called. Raises NoResultFound when there is none."""
    to = reference(payee)
    if to.kind == "organisation":
        return session.get_one(Organisation, to.id).name
    return session.get_one(Person, to.id).name


def chosen_on(session: Session, case_id: int, policy: str, day: date) -> dict[str, Fraction]:
    """Return the shares chosen for a case under a policy, in force on a day, by party."""
    rows = session.scalars(
        select(ChosenShare)
        .where(ChosenShare.case_id == case_id, ChosenShare.policy == policy)
        .where(ChosenShare.valid_from <= day)
        .order_by(ChosenShare.valid_from)
    )
    return {each.party: Fraction(each.numerator, each.denominator) for each in rows}


def units_of(
    session: Session, case_id: int, day: date
) -> tuple[dict[str, tuple[Payee, ...]], frozenset[str]]:
    """Return the departments that share parties' parts of a case, and the parties that have gone."""
    plans = session.scalars(
        select(PartyPlan)
        .where(PartyPlan.case_id == case_id, PartyPlan.valid_from <= day)
        .order_by(PartyPlan.valid_from)
    )
    newest = {each.party: each for each in plans}
    gone = frozenset(party for party, plan in newest.items() if plan.left)
    divided = {party: _units(session, p.id) for party, p in newest.items() if not p.left}
    return {party: units for party, units in divided.items() if units}, gone


def _units(session: Session, plan_id: int) -> tuple[Payee, ...]:
    rows = session.execute(
        select(PartyShare, Organisation.name)
        .join(Organisation, Organisation.id == PartyShare.organisation_id)
        .where(PartyShare.plan_id == plan_id)
        .order_by(PartyShare.position_in_list)
    )
    return tuple(
        Payee(
            f"organisation:{each.organisation_id}",
            name,
            Fraction(each.numerator, each.denominator),
        )
        for each, name in rows
    )


def reported_on(session: Session, case_id: int) -> date | None:
    """Return the day a case's first disclosure reached the office."""
    return session.scalar(
        select(func.min(Disclosure.received)).where(Disclosure.case_id == case_id)
    )


def with_person(session: Session, facts: Facts, person: str) -> Facts:
    """Return the facts as they are for one inventor: when hired, what elected."""
    number = reference(person).id
    elected = session.scalar(
        select(PolicyElection.elected)
        .where(PolicyElection.person_id == number)
        .order_by(PolicyElection.on_day)
        .limit(1)
    )
    hired = hired_on(session, number, facts.received)
    return replace(facts, hired=hired, elected=elected or "")


def hired_on(session: Session, person_id: int, day: date) -> date | None:
    """Return the first day a person had a place in the office's own institution."""
    own = settings_on(session, day).own_organisation
    tree = select(Organisation.id).where(Organisation.id == own).cte("own", recursive=True)
    inside = tree.union(select(Organisation.id).join(tree, Organisation.parent_id == tree.c.id))
    first = select(func.min(Affiliation.from_day)).where(Affiliation.person_id == person_id)
    if own is not None:
        first = first.where(Affiliation.organisation_id.in_(select(inside.c.id)))
    return session.scalar(first)
