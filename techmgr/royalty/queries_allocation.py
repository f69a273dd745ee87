"""Reads of allocation: the plans of agreements, and how a receipt goes to its cases."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.patents.model import RightCase
from techmgr.royalty.allocation import Plan
from techmgr.royalty.model_rules import AllocationPlan, AllocationShare


def plans_by_agreement(session: Session) -> Mapping[int, Sequence[Plan]]:
    """Return every allocation plan by its agreement, the oldest first; cases are ids in words."""
    shares: dict[int, list[AllocationShare]] = {}
    for each in session.scalars(
        select(AllocationShare).order_by(AllocationShare.plan_id, AllocationShare.position_in_list)
    ):
        shares.setdefault(each.plan_id, []).append(each)
    found: dict[int, list[Plan]] = {}
    for plan in session.scalars(select(AllocationPlan).order_by(AllocationPlan.valid_from)):
        own = shares.get(plan.id, [])
        found.setdefault(plan.agreement_id, []).append(
            Plan(
                tuple(str(each.case_id) for each in own),
                tuple(Fraction(each.numerator, each.denominator) for each in own),
                (plan.income_type,) if plan.income_type else (),
                plan.valid_from,
                basis=plan.basis,
            )
        )
    return found


def filings_by_case(session: Session) -> Mapping[str, int]:
    """Return how many filings each case appears on; what weighs it in a plan by filings."""
    rows = session.execute(
        select(RightCase.case_id, func.count(func.distinct(RightCase.right_id))).group_by(
            RightCase.case_id
        )
    )
    return {str(case_id): int(count) for case_id, count in rows}
