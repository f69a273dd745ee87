"""A posted run beside what it would be now, payee by payee."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.money import Money
from techmgr.ledger.accounts import Account
from techmgr.royalty.correcting import Recomputed, recomputed
from techmgr.royalty.explain import Node
from techmgr.royalty.model import PolicyVersion, Run
from techmgr.royalty.outcome import Outcome, Place, Portion
from techmgr.royalty.queries import RunRow, run_by_id
from techmgr.technology.model import Case


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """One payee's part of one event: as posted with its corrections, as it would be now.

    The trees are the explanations of both; one is missing where the payee stands in one only.
    """

    key: str
    payee: str
    name: str
    case: str
    posted: Money
    now: Money
    posted_tree: Node | None
    posted_node: str
    now_tree: Node | None
    now_node: str
    policy: str

    @property
    def difference(self) -> Money:
        """What a correction would book."""
        return self.now - self.posted


@dataclass(frozen=True, slots=True)
class RunDifference:
    """A run computed again. `corrections` are the numbers of runs that have corrected it already."""

    run: RunRow
    rows: Sequence[DifferenceRow]
    corrections: Sequence[str]

    @property
    def is_the_same(self) -> bool:
        """Tell whether it would come out to the same cents."""
        return not any(row.difference.minor for row in self.rows)


def difference_of_run(session: Session, run_id: int) -> RunDifference:
    """Compute a posted run again and return both results; what differs stands first."""
    run = run_by_id(session, run_id)
    cases = {case.id: f"{case.number}  {case.title}" for case in session.scalars(select(Case))}
    policies = {each.id: each.name for each in session.scalars(select(PolicyVersion))}
    currency = run.net.currency
    rows = [
        row
        for each in recomputed(session, run_id)
        for row in _rows(each, currency, cases[each.key.case_id], policies[each.key.policy_id])
    ]
    rows.sort(key=lambda row: not row.difference.minor)
    corrections = select(Run.number).where(
        Run.corrects_id == run_id, Run.state.in_(("posted", "paid"))
    )
    return RunDifference(run, rows, list(session.scalars(corrections.order_by(Run.id))))


def _rows(each: Recomputed, currency: str, case: str, policy: str) -> Iterator[DifferenceRow]:
    posted, now = _by_payee(each.posted), _by_payee(each.now)
    for place in dict.fromkeys([*now, *posted]):
        before, after = posted.get(place), now.get(place)
        named = after or before
        assert named is not None, "it stands in one of them"
        if named.account not in {Account.PAYABLE, Account.ESCROW}:
            continue
        yield DifferenceRow(
            f"{each.key.case_id}:{each.key.unit}:{each.key.source}:{each.key.policy_id}:{each.key.period}:{place}",
            named.payee,
            named.name,
            case,
            Money(before.minor if before else 0, currency),
            Money(after.minor if after else 0, currency),
            each.posted.tree if before else None,
            before.node if before else "",
            each.now.tree if after else None,
            after.node if after else "",
            policy,
        )


def _by_payee(outcome: Outcome) -> dict[Place, Portion]:
    return {each.place: each for each in outcome.portions}
