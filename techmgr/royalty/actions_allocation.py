"""How the income of an agreement goes to its cases: plans from a day on, for a kind of income."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import delete, select

from techmgr.agreements.model import Agreement
from techmgr.agreements.queries import cases_of
from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.office.queries import check_listed
from techmgr.royalty.allocation import BASES, Basis, Plan, shares_of_plan
from techmgr.royalty.model_rules import AllocationPlan, AllocationShare
from techmgr.storage.unit import Undo, Unit, action


@dataclass(frozen=True, slots=True)
class PlanAllocation:
    """How an agreement's income received from a day on goes to its cases.

    `basis` is shares (as given, together one), equal, filings or producing. Without an income type
    it holds for every kind that has no plan of its own.
    """

    agreement_id: int
    basis: str
    valid_from: date
    shares: tuple[tuple[int, Fraction], ...] = ()
    income_type: str = ""
    reason: str = ""


@action(undo=Undo.RESTORE)
def plan_allocation(unit: Unit, request: PlanAllocation) -> int:
    """Keep a plan and return its id; the same day and kind of income again replaces it.

    Receipts booked before keep the parts they have. Refuses a case the agreement does not cover.
    """
    checks = Checks()
    checks.day(request.valid_from, "valid_from")
    if request.basis not in BASES:
        words = list(BASES)
        checks.wrong(say("“{by}” is not one of: {words}.", by=request.basis, words=words), "basis")
    if request.income_type:
        check_listed(unit.session, checks, "income_type", request.income_type, "income_type")
    _check_cases(unit, checks, request)
    checks.refuse()
    agreement = unit.session.get_one(Agreement, request.agreement_id)
    unit.claim(agreement, None)
    plan = unit.session.scalars(
        select(AllocationPlan).where(
            AllocationPlan.agreement_id == agreement.id,
            AllocationPlan.income_type == request.income_type,
            AllocationPlan.valid_from == request.valid_from,
        )
    ).first() or AllocationPlan(
        agreement_id=agreement.id,
        income_type=request.income_type,
        valid_from=request.valid_from,
    )
    plan.basis, plan.reason = request.basis, request.reason.strip()
    unit.add(plan)
    unit.session.execute(delete(AllocationShare).where(AllocationShare.plan_id == plan.id))
    unit.add(
        *(
            AllocationShare(
                plan_id=plan.id,
                case_id=case_id,
                position_in_list=place,
                numerator=share.numerator,
                denominator=share.denominator,
            )
            for place, (case_id, share) in enumerate(request.shares, start=1)
        )
    )
    unit.about(agreement.reference)
    return plan.id


def _check_cases(unit: Unit, checks: Checks, request: PlanAllocation) -> None:
    covered = {each.case_id: each.number for each in cases_of(unit.session, request.agreement_id)}
    if not covered:
        checks.wrong(say("The licence covers no case: name at least one."), "shares")
    strange = [case_id for case_id, _ in request.shares if case_id not in covered]
    if strange:
        numbers = list(covered.values())
        checks.wrong(
            say("The agreement covers {numbers}. Name only these.", numbers=numbers), "shares"
        )
    if request.basis == Basis.SHARES:
        cases = tuple(str(case_id) for case_id, _ in request.shares)
        shares = tuple(share for _, share in request.shares)
        try:
            shares_of_plan(Plan(cases, shares or (Fraction(0),)))
        except UserError as error:
            checks.wrong(error.text, "shares")
        if any(share == 0 for share in shares):
            checks.wrong(say("A share must be more than 0. Leave out who has none."), "shares")
