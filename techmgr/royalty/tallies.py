"""What brackets and caps have counted in booked runs, and in the draft being computed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.royalty.counting import Count, Places, counted_after, counted_before
from techmgr.royalty.event import Result
from techmgr.royalty.model import Run, RunEvent
from techmgr.royalty.model_rules import RunTally
from techmgr.royalty.policy import Policy

BOOKED = ("posted", "paid")
Counted = tuple[tuple[Count, Fraction], ...]


@dataclass
class Tallies:
    """The counts a draft goes on from; what an event changes holds for the next one."""

    session: Session
    changed: dict[tuple[str, Count], Fraction] = field(default_factory=dict)

    def before(
        self, policy: Policy, places: Places, people: Iterable[str]
    ) -> tuple[dict[str, Fraction], dict[str, int]]:
        """Return the positions and capped counts an event of a policy begins with."""
        at = [*dict.fromkeys((places.case, places.licence, *people))]
        known = tallied(self.session, policy.name, at)
        known |= {c: v for (name, c), v in self.changed.items() if name == policy.name}
        return counted_before(policy, places, known)

    def count(self, result: Result, places: Places) -> Counted:
        """Take over what an event has counted, and return it to be kept with the event."""
        found = tuple(counted_after(result, places))
        self.changed |= {(result.policy.name, count): value for count, value in found}
        return found


def tallied(session: Session, policy: str, places: Sequence[str]) -> dict[Count, Fraction]:
    """Return the newest counts of a policy at some places, booked runs only."""
    newest = (
        select(func.max(RunTally.id))
        .join(RunEvent, RunEvent.id == RunTally.event_id)
        .join(Run, Run.id == RunEvent.run_id)
        .where(RunTally.policy == policy, RunTally.place.in_(places), Run.state.in_(BOOKED))
        .group_by(RunTally.name, RunTally.place, RunTally.period)
    )
    rows = session.scalars(select(RunTally).where(RunTally.id.in_(newest)))
    return {Count(each.name, each.place, each.period): Fraction(each.value) for each in rows}


def counted_later(session: Session, run_id: int) -> str | None:
    """Return the number of the newest booked run that went on from what a run counted, or None."""
    own, later = RunTally.__table__.alias("own"), RunTally.__table__.alias("later")
    events = select(RunEvent.id).where(RunEvent.run_id == run_id)
    return session.scalar(
        select(Run.number)
        .join(RunEvent, RunEvent.run_id == Run.id)
        .join(later, later.c.event_id == RunEvent.id)
        .join(
            own,
            (own.c.policy == later.c.policy)
            & (own.c.name == later.c.name)
            & (own.c.place == later.c.place)
            & (own.c.period == later.c.period),
        )
        .where(own.c.event_id.in_(events), Run.id > run_id, Run.state.in_(BOOKED))
        .order_by(Run.id.desc())
        .limit(1)
    )
