"""What posted runs have done before: costs recovered, income shared, what is left to recover."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from techmgr.ledger.model import Expense
from techmgr.royalty.model import PolicyVersion, Run, RunEvent, RunExpense

BOOKED = ("posted", "paid")
_OPEN = ("recoverable", "invoiced")
Income = tuple[str, int, str | None]  # policy, case, agreement


def root() -> ColumnElement[int]:
    """The run a run stands for: the one it corrects, or itself."""
    return func.coalesce(Run.corrects_id, Run.id)


def booked_besides(corrected: int | None) -> list[ColumnElement[bool]]:
    """Choose posted runs; without a run and its corrections when one is computed again."""
    booked = Run.state.in_(BOOKED)
    return [booked] if corrected is None else [booked, root() != corrected]


def booked_before(corrected: int | None) -> list[ColumnElement[bool]]:
    """Choose posted runs; those before a run and its corrections when one is computed again."""
    booked = Run.state.in_(BOOKED)
    return [booked] if corrected is None else [booked, root() < corrected]


@dataclass
class History:
    """What earlier runs made of each income, read at once so that a draft is linear.

    `recovered` lists (expense, minor units), the newest line first; `net` sums it.
    """

    recovered: dict[Income, list[tuple[int, int]]] = field(default_factory=dict)
    net: dict[Income, int] = field(default_factory=dict)

    def of(
        self, policy: str, case_id: int, source: str | None
    ) -> tuple[Sequence[tuple[int, int]], int]:
        """Return what was recovered of one income, and its net."""
        income = (policy, case_id, source)
        return self.recovered.get(income, ()), self.net.get(income, 0)


def history(session: Session, corrected: int | None = None) -> History:
    """Return what posted runs did; before a run, when that one is computed again."""
    chosen = booked_before(corrected)
    rows = session.execute(
        select(PolicyVersion.name, RunEvent.case_id, RunEvent.source, func.sum(RunEvent.net))
        .join(Run, Run.id == RunEvent.run_id)
        .join(PolicyVersion, PolicyVersion.id == RunEvent.policy_id)
        .where(*chosen)
        .group_by(PolicyVersion.name, RunEvent.case_id, RunEvent.source)
    )
    net = {(policy, case_id, source): int(minor) for policy, case_id, source, minor in rows}
    return History(_recovered(session, chosen), net)


def _recovered(
    session: Session, chosen: list[ColumnElement[bool]]
) -> dict[Income, list[tuple[int, int]]]:
    summed = func.sum(RunExpense.minor)
    rows = session.execute(
        select(PolicyVersion.name, RunEvent.case_id, RunEvent.source, RunExpense.expense_id, summed)
        .join(RunExpense, RunExpense.event_id == RunEvent.id)
        .join(Run, Run.id == RunEvent.run_id)
        .join(PolicyVersion, PolicyVersion.id == RunEvent.policy_id)
        .where(*chosen)
        .group_by(PolicyVersion.name, RunEvent.case_id, RunEvent.source, RunExpense.expense_id)
        .having(summed > 0)
        .order_by(RunExpense.expense_id.desc())
    )
    found: dict[Income, list[tuple[int, int]]] = defaultdict(list)
    for policy, case_id, source, number, minor in rows:
        found[policy, case_id, source].append((number, int(minor)))
    return dict(found)


def open_costs(
    session: Session, until: date, corrected: int | None = None
) -> dict[int, dict[int, int]]:
    """Return what is left to recover up to a day: minor units by expense, by case, oldest first.

    What others bear is never taken from income. When a run is computed again, a line is as open as
    that run found it, less what later runs took.
    """
    rows = session.execute(
        select(
            Expense.id,
            Expense.case_id,
            Expense.base_minor,
            Expense.recovered,
            Expense.state.in_(_OPEN),
        )
        .where(Expense.on_day <= until, Expense.reversed_by_id.is_(None))
        .where(Expense.payer == "office")
        .where(Expense.state.in_((*_OPEN, "recovered", "written_off")))
        .order_by(Expense.on_day, Expense.id)
    )
    again = None if corrected is None else _Again.read(session, corrected)
    found: dict[int, dict[int, int]] = defaultdict(dict)
    for number, case_id, whole, recovered, is_open in rows:
        left = whole - recovered if is_open else 0
        if again is not None:
            left = again.left(number, whole if is_open else recovered, recovered)
        if left > 0:
            found[case_id][number] = left
    return dict(found)


@dataclass(frozen=True, slots=True)
class _Again:
    """What a run that is computed again took of each expense, and what earlier runs had taken."""

    ours: Mapping[int, int]
    earlier: Mapping[int, int]

    @classmethod
    def read(cls, session: Session, corrected: int) -> "_Again":
        taken = _taken(session, root() == corrected)
        return cls(taken, _taken(session, root() < corrected))

    def left(self, number: int, limit: int, recovered: int) -> int:
        besides = recovered - self.ours.get(number, 0)
        return limit - max(besides, self.earlier.get(number, 0))


def _taken(session: Session, chosen: ColumnElement[bool]) -> dict[int, int]:
    rows = session.execute(
        select(RunExpense.expense_id, func.sum(RunExpense.minor))
        .join(RunEvent, RunEvent.id == RunExpense.event_id)
        .join(Run, Run.id == RunEvent.run_id)
        .where(Run.state.in_(BOOKED), chosen)
        .group_by(RunExpense.expense_id)
    )
    return {number: int(minor) for number, minor in rows}
