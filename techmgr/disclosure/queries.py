"""Reads of disclosures: what was reported, the shares in force on a day, awards, publications."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session, aliased

from techmgr.disclosure.entries import (
    DisclosureFields,
    InventorEntry,
    MaterialEntry,
    PublicationEntry,
)
from techmgr.disclosure.model import (
    Award,
    Disclosure,
    DisclosureAward,
    InformalTransfer,
    Inventor,
    InventorShare,
    Material,
    Publication,
    SharePlan,
)
from techmgr.disclosure.states import DisclosureState
from techmgr.people.model import Organisation, Person

_to = aliased(Organisation)  # made once: it costs as much as several reads


@dataclass(frozen=True, slots=True)
class DisclosureRow:
    """A disclosure in a list."""

    id: int
    case_id: int
    label: str
    title: str
    state: DisclosureState
    since: date
    received: date


@dataclass(frozen=True, slots=True)
class DisclosureDetails:
    """A disclosure as its form shows it; `fields` is what `EditDisclosure` takes."""

    id: int
    version: int
    case_id: int
    label: str
    state: DisclosureState
    since: date
    reason: str
    form_id: str
    fields: DisclosureFields


@dataclass(frozen=True, slots=True)
class InventorRow:
    """An inventor of a disclosure with the names a list shows; no share while shares are open."""

    id: int
    person_id: int
    name: str
    initials: str
    employer_id: int | None
    employer: str
    position: str
    share: Fraction | None
    assignment: str
    assigned_on: date | None
    assignment_file_id: int | None


@dataclass(frozen=True, slots=True)
class ShareRow:
    """One inventor's exact share in a plan."""

    person_id: int
    name: str
    share: Fraction


@dataclass(frozen=True, slots=True)
class PlanRow:
    """The inventors' shares from a day on; signed when `signed_on` is known."""

    id: int
    case_id: int
    valid_from: date
    is_open: bool
    signed_on: date | None
    signed_file_id: int | None
    shares: tuple[ShareRow, ...]


@dataclass(frozen=True, slots=True)
class AwardRow:
    """An award with its sponsor."""

    id: int
    version: int
    number: str
    sponsor_id: int
    sponsor: str
    title: str
    agreed_on: date | None


@dataclass(frozen=True, slots=True)
class InformalRow:
    """Knowledge that left without a disclosure."""

    id: int
    kind: str
    on_day: date
    person: str
    organisation: str
    what: str


_DISCLOSURES = (
    select(Disclosure).where(Disclosure.case_id == bindparam("case")).order_by(Disclosure.id)
)


def disclosures_of(session: Session, case_id: int) -> list[DisclosureRow]:
    """Return the disclosures of a case, oldest first."""
    rows = session.scalars(_DISCLOSURES, {"case": case_id})
    return [
        DisclosureRow(
            each.id,
            each.case_id,
            each.label,
            each.title,
            DisclosureState(each.state),
            each.since,
            each.received,
        )
        for each in rows
    ]


def disclosure_by_id(session: Session, disclosure_id: int) -> DisclosureDetails:
    """Return a disclosure as its form shows it, ready to be edited."""
    each = session.get_one(Disclosure, disclosure_id)
    return DisclosureDetails(
        each.id,
        each.version,
        each.case_id,
        each.label,
        DisclosureState(each.state),
        each.since,
        each.reason,
        each.form_id,
        _fields(session, each),
    )


def _fields(session: Session, each: Disclosure) -> DisclosureFields:
    plan = share_plans_of(session, each.case_id)
    inventors = tuple(
        InventorEntry(
            row.person_id,
            row.share,
            row.employer_id,
            row.position,
            row.assignment,
            row.assigned_on,
        )
        for row in inventors_of(session, each.id)
    )
    return DisclosureFields(
        each.title,
        each.received,
        each.summary,
        each.submitted_by_id,
        inventors,
        bool(plan) and plan[0].is_open,
        tuple(row.id for row in awards_of(session, each.id)),
        tuple(publications_of(session, each.id)),
        tuple(materials_of(session, each.id)),
    )


def disclosure_with_form(session: Session, form_id: str) -> int | None:
    """Return the disclosure that was read back from a form, or None."""
    return session.scalar(select(Disclosure.id).where(Disclosure.form_id == form_id))


def inventors_of(session: Session, disclosure_id: int) -> list[InventorRow]:
    """Return the inventors of a disclosure in the order of names, with their newest shares."""
    case_id = session.get_one(Disclosure, disclosure_id).case_id
    plans = share_plans_of(session, case_id)
    shares = {row.person_id: row.share for row in plans[0].shares} if plans else {}
    rows = session.execute(
        select(Inventor, Person.name, Person.initials, Organisation.name)
        .join(Person, Person.id == Inventor.person_id)
        .outerjoin(Organisation, Organisation.id == Inventor.employer_id)
        .where(Inventor.disclosure_id == disclosure_id)
        .order_by(Inventor.position_in_list, Inventor.id)
    )
    return [
        InventorRow(
            each.id,
            each.person_id,
            name,
            initials,
            each.employer_id,
            employer or "",
            each.position,
            shares.get(each.person_id),
            each.assignment,
            each.assigned_on,
            each.assignment_file_id,
        )
        for each, name, initials, employer in rows
    ]


def share_plans_of(session: Session, case_id: int) -> list[PlanRow]:
    """Return every plan of shares of a case, newest first."""
    plans = session.scalars(
        select(SharePlan).where(SharePlan.case_id == case_id).order_by(SharePlan.valid_from.desc())
    )
    return [_plan(session, each) for each in plans]


_PLANS = (
    select(SharePlan)
    .where(SharePlan.case_id == bindparam("case"), SharePlan.valid_from <= bindparam("day"))
    .order_by(SharePlan.valid_from.desc())
)


def shares_on(session: Session, case_id: int, day: date) -> PlanRow | None:
    """Return the inventors' shares in force on a day, or None before the first plan.

    Whoever pays checks `is_open`: open shares are not settled and need not make one.
    """
    plan = session.scalars(_PLANS, {"case": case_id, "day": day}).first()
    return _plan(session, plan) if plan else None


def plans_on(session: Session, day: date) -> dict[int, PlanRow]:
    """Return the inventors' shares in force on a day of every case that has a plan, by case."""
    newest = (
        select(SharePlan.case_id, func.max(SharePlan.valid_from).label("day"))
        .where(SharePlan.valid_from <= day)
        .group_by(SharePlan.case_id)
        .subquery()
    )
    in_force = (SharePlan.case_id == newest.c.case_id) & (SharePlan.valid_from == newest.c.day)
    plans = list(session.scalars(select(SharePlan).join(newest, in_force)))
    shares: dict[int, list[ShareRow]] = {plan.id: [] for plan in plans}
    rows = session.execute(
        select(InventorShare, Person.name)
        .join(Person, Person.id == InventorShare.person_id)
        .order_by(InventorShare.plan_id, InventorShare.position_in_list)
    )
    for each, name in rows:
        if each.plan_id in shares:
            share = Fraction(each.numerator, each.denominator)
            shares[each.plan_id].append(ShareRow(each.person_id, name, share))
    return {plan.case_id: _plan_row(plan, tuple(shares[plan.id])) for plan in plans}


def _plan(session: Session, plan: SharePlan) -> PlanRow:
    rows = session.execute(
        select(InventorShare, Person.name)
        .join(Person, Person.id == InventorShare.person_id)
        .where(InventorShare.plan_id == plan.id)
        .order_by(InventorShare.position_in_list)
    )
    shares = tuple(
        ShareRow(each.person_id, name, Fraction(each.numerator, each.denominator))
        for each, name in rows
    )
    return _plan_row(plan, shares)


def _plan_row(plan: SharePlan, shares: tuple[ShareRow, ...]) -> PlanRow:
    return PlanRow(
        plan.id,
        plan.case_id,
        plan.valid_from,
        plan.is_open,
        plan.signed_on,
        plan.signed_file_id,
        shares,
    )


def awards_of(session: Session, disclosure_id: int) -> list[AwardRow]:
    """Return the awards under which a disclosed invention was made."""
    linked = select(DisclosureAward.award_id).where(DisclosureAward.disclosure_id == disclosure_id)
    ids = set(session.scalars(linked))
    return [row for row in awards(session) if row.id in ids]


def awards_of_case(session: Session, case_id: int) -> list[AwardRow]:
    """Return the awards of all disclosures of a case."""
    linked = set(
        session.scalars(
            select(DisclosureAward.award_id)
            .join(Disclosure, Disclosure.id == DisclosureAward.disclosure_id)
            .where(Disclosure.case_id == case_id)
        )
    )
    return [row for row in awards(session) if row.id in linked]


def funding_agreement(session: Session, case_id: int) -> date | None:
    """Return the newest funding agreement with a public agency under which a case was made, or None.

    Its day decides which federal rules hold; the newer ones are the stricter.
    """
    return session.scalar(
        select(func.max(Award.agreed_on))
        .join(DisclosureAward, DisclosureAward.award_id == Award.id)
        .join(Disclosure, Disclosure.id == DisclosureAward.disclosure_id)
        .join(Organisation, Organisation.id == Award.sponsor_id)
        .where(Disclosure.case_id == case_id, Organisation.kind == "agency")
        .where(Organisation.country.in_(("US", "")))
    )


def awards(session: Session) -> list[AwardRow]:
    """Return every award, by number."""
    rows = session.execute(
        select(
            Award.id,
            Award.version,
            Award.number,
            Award.sponsor_id,
            Organisation.name,
            Award.title,
            Award.agreed_on,
        )
        .join(Organisation, Organisation.id == Award.sponsor_id)
        .order_by(Award.number, Award.id)
    )
    return [AwardRow(*row) for row in rows]


def publications_of(session: Session, disclosure_id: int) -> list[PublicationEntry]:
    """Return the publications of a disclosure by day, as the form takes them."""
    rows = session.scalars(
        select(Publication)
        .where(Publication.disclosure_id == disclosure_id)
        .order_by(Publication.on_day, Publication.id)
    )
    return [
        PublicationEntry(
            each.kind,
            each.what,
            each.on_day,
            each.is_planned,
            each.is_public,
            each.place,
            each.id,
        )
        for each in rows
    ]


def materials_of(session: Session, disclosure_id: int) -> list[MaterialEntry]:
    """Return the materials of a disclosure, as the form takes them."""
    rows = session.scalars(
        select(Material).where(Material.disclosure_id == disclosure_id).order_by(Material.id)
    )
    return [
        MaterialEntry(each.kind, each.what, each.source_id, each.terms, each.id) for each in rows
    ]


_INFORMAL = (
    select(
        InformalTransfer.id,
        InformalTransfer.kind,
        InformalTransfer.on_day,
        func.coalesce(Person.name, ""),
        func.coalesce(_to.name, ""),
        InformalTransfer.what,
    )
    .outerjoin(Person, Person.id == InformalTransfer.person_id)
    .outerjoin(_to, _to.id == InformalTransfer.organisation_id)
    .where(InformalTransfer.case_id == bindparam("case"))
    .order_by(InformalTransfer.on_day.desc())
)


def informal_transfers_of(session: Session, case_id: int) -> list[InformalRow]:
    """Return how a case's knowledge left without a disclosure."""
    rows = session.execute(_INFORMAL, {"case": case_id})
    return [InformalRow(*row) for row in rows]
