"""A refund: what it takes back from the net, and which recovered costs it makes owed again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from techmgr.royalty.event import Event, Owed, Result
from techmgr.royalty.model import PolicyVersion, Run, RunEvent, RunExpense
from techmgr.royalty.policy import Policy
from techmgr.royalty.waterfall import run

EXPENSES = "expenses"
Recovered = Sequence[tuple[int, int]]  # (expense id, minor units)


def refund(
    session: Session, policy: Policy, event: Event, case_id: int, source: str | None
) -> tuple[Result, Recovered]:
    """Run a negative event as if its receipts had never been: net first, then recovered costs.

    500,000.00 came in, 75,000.00 went to the fee, 25,000.00 to costs, 400,000.00 was shared. A
    refund of 500,000.00 takes back 75,000.00, then 400,000.00, and 25,000.00 of costs are owed
    again; one of 100,000.00 takes back 15,000.00 and 85,000.00, and the costs stay recovered.
    """
    before = _recovered(session, policy, case_id, source)
    most = sum(minor for _, minor in before)
    if most <= 0:
        return run(policy, event), ()
    first = run(policy, _with_costs(event, most))
    taken = _taken(first, most)
    after_fee = taken - first.net
    owed_again = min(taken, max(0, after_fee - _net(session, policy, case_id, source)))
    result = first if owed_again == most else run(policy, _with_costs(event, owed_again))
    return result, tuple(_lines(before, _taken(result, owed_again)))


def _with_costs(event: Event, minor: int) -> Event:
    owed = (Owed(EXPENSES, -minor, label="Patent costs"),) if minor else ()
    return replace(event, owed=owed)


def _taken(result: Result, asked: int) -> int:
    return asked + sum(each.minor for each in result.carried if each.what == EXPENSES)


def _lines(before: Recovered, minor: int) -> Iterator[tuple[int, int]]:
    for number, most in before:
        part = min(most, minor)
        if part:
            yield number, -part
        minor -= part


def _recovered(session: Session, policy: Policy, case_id: int, source: str | None) -> Recovered:
    """Return what posted runs recovered from this income, the newest line first."""
    summed = func.sum(RunExpense.minor)
    rows = session.execute(
        _of(select(RunExpense.expense_id, summed), policy, case_id, source)
        .join(RunExpense, RunExpense.event_id == RunEvent.id)
        .group_by(RunExpense.expense_id)
        .having(summed > 0)
        .order_by(RunExpense.expense_id.desc())
    )
    return [(number, int(minor)) for number, minor in rows]


def _net(session: Session, policy: Policy, case_id: int, source: str | None) -> int:
    return int(session.scalar(_of(select(func.sum(RunEvent.net)), policy, case_id, source)) or 0)


def _of(
    chosen: Select[*tuple[Any, ...]], policy: Policy, case_id: int, source: str | None
) -> Select[*tuple[Any, ...]]:
    return (
        chosen.select_from(RunEvent)
        .join(Run, Run.id == RunEvent.run_id)
        .join(PolicyVersion, PolicyVersion.id == RunEvent.policy_id)
        .where(PolicyVersion.name == policy.name)
        .where(Run.state.in_(("posted", "paid")), RunEvent.case_id == case_id)
        .where(RunEvent.source.is_(None) if source is None else RunEvent.source == source)
    )
