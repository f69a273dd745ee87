"""Reads of what goes out of income before it is shared: what was taken, used, released and is held."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.money import Money
from techmgr.ledger.model import Expense
from techmgr.people.model import Organisation
from techmgr.royalty.claims import RESERVE, drawn_of, taken
from techmgr.royalty.model import Run, RunEvent
from techmgr.royalty.model_claims import PriorClaim, RunClaim
from techmgr.royalty.queries_history import BOOKED
from techmgr.technology.model import Case


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim as lists show it. `asked` is the amount, or none for a share; `taken` by booked runs.

    `drawn` are costs paid out of a reserve, `held` is what it holds now, `released` its excess.
    """

    id: int
    version: int
    case_id: int
    case: str
    what: str
    text: str
    owner: str
    asked: Money | None
    share: Fraction | None
    taken: Money
    drawn: Money
    held: Money
    released: Money
    valid_from: date
    valid_until: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class OpenCost:
    """A cost a reserve can pay: what is left of it."""

    id: int
    number: str
    on_day: date
    text: str
    left: Money


def prior_claims(session: Session) -> list[ClaimRow]:
    """Return every claim, those that still run first, by case."""
    booked = taken(session, [Run.state.in_(BOOKED)])
    drawn = drawn_of(session)
    rows = session.execute(
        select(PriorClaim, Case.number, Case.title, Organisation.name)
        .join(Case, Case.id == PriorClaim.case_id)
        .outerjoin(Organisation, Organisation.id == PriorClaim.organisation_id)
        .order_by(PriorClaim.ended_on.is_not(None), Case.number, PriorClaim.id)
    )
    return [
        _row(
            claim, f"{number}  {title}", name or "", booked.get(claim.id, 0), drawn.get(claim.id, 0)
        )
        for claim, number, title, name in rows
    ]


def _row(claim: PriorClaim, case: str, owner: str, kept: int, drawn: int) -> ClaimRow:
    def money(minor: int) -> Money:
        return Money(minor, claim.currency)

    numerator, denominator = claim.numerator, claim.denominator
    is_reserve = claim.what == RESERVE
    return ClaimRow(
        claim.id,
        claim.version,
        claim.case_id,
        case,
        claim.what,
        claim.text,
        owner,
        money(claim.minor) if claim.minor is not None else None,
        Fraction(numerator, denominator) if numerator and denominator else None,
        money(kept),
        money(drawn),
        money(kept - drawn - claim.excess if is_reserve else 0),
        money(claim.excess),
        claim.valid_from,
        claim.valid_until,
        claim.ended_on,
    )


def open_costs_of(session: Session, case_id: int) -> list[OpenCost]:
    """Return the office's own costs of a case that nothing has recovered yet, oldest first."""
    rows = session.scalars(
        select(Expense)
        .where(Expense.case_id == case_id, Expense.state == "recoverable")
        .where(Expense.payer == "office", Expense.reversed_by_id.is_(None))
        .order_by(Expense.on_day, Expense.id)
    )
    return [
        OpenCost(
            e.id, e.number, e.on_day, e.memo, Money(e.base_minor - e.recovered, e.base_currency)
        )
        for e in rows
        if e.base_minor > e.recovered
    ]


def held_of(session: Session, claim: PriorClaim) -> int:
    """Return what a reserve holds: kept by booked runs, less costs paid and what was released."""
    if claim.what != RESERVE:
        return 0
    kept = taken(session, [Run.state.in_(BOOKED), RunClaim.claim_id == claim.id])
    return kept.get(claim.id, 0) - drawn_of(session).get(claim.id, 0) - claim.excess


def shared_of(session: Session, claim: PriorClaim) -> str | None:
    """Return the run that has shared a claim's excess, booked or still a draft; None without one."""
    return session.scalar(
        select(Run.number)
        .join(RunEvent, RunEvent.run_id == Run.id)
        .join(RunClaim, RunClaim.event_id == RunEvent.id)
        .where(RunClaim.claim_id == claim.id, RunClaim.released, Run.state != "reversed")
        .limit(1)
    )


def overdrawn(session: Session, run_id: int) -> PriorClaim | None:
    """Return a reserve of a run that holds less than was paid out of it and released, or None."""
    events = select(RunEvent.id).where(RunEvent.run_id == run_id)
    ids = select(RunClaim.claim_id).where(RunClaim.event_id.in_(events))
    claims = session.scalars(select(PriorClaim).where(PriorClaim.id.in_(ids))).all()
    return next((each for each in claims if held_of(session, each) < 0), None)
