"""What brackets and caps have counted in booked runs, and in the draft being computed."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.royalty.counting import Count, Places, counted_after, counted_before
from techmgr.royalty.event import Result
from techmgr.royalty.model import Run, RunEvent
from techmgr.royalty.model_rules import RunTally
from techmgr.royalty.policy import Policy
from techmgr.royalty.queries_history import BOOKED, booked_before

Counted = tuple[tuple[Count, Fraction], ...]


@dataclass
class Tallies:
    """The counts a draft goes on from; what an event changes holds for the next one.

    All of the office's are read at once. A run that is computed again goes on from earlier runs.
    """

    session: Session
    corrected: int | None = None
    _known: dict[tuple[str, str], dict[Count, Fraction]] | None = None

    def before(
        self, policy: Policy, places: Places, people: Iterable[str]
    ) -> tuple[dict[str, Fraction], dict[str, int]]:
        """Return the positions and capped counts an event of a policy begins with."""
        known: dict[Count, Fraction] = {}
        for place in dict.fromkeys((places.case, places.licence, *people)):
            known |= self._all().get((policy.name, place), {})
        return counted_before(policy, places, known)

    def count(self, result: Result, places: Places) -> Counted:
        """Take over what an event has counted; return what it adds, to be kept with the event."""
        added = []
        for count, value in counted_after(result, places):
            at = self._all()[result.policy.name, count.place]
            added.append((count, value - at.get(count, Fraction(0))))
            at[count] = value
        return tuple(added)

    def _all(self) -> dict[tuple[str, str], dict[Count, Fraction]]:
        if self._known is None:
            self._known = tallied(self.session, self.corrected)
        return self._known


def tallied(
    session: Session, corrected: int | None = None
) -> dict[tuple[str, str], dict[Count, Fraction]]:
    """Return the counts of booked runs by policy and place; before a run that is computed again."""
    found: dict[tuple[str, str], dict[Count, Fraction]] = defaultdict(dict)
    rows = session.execute(
        select(RunTally.policy, RunTally.name, RunTally.place, RunTally.period, RunTally.value)
        .join(RunEvent, RunEvent.id == RunTally.event_id)
        .join(Run, Run.id == RunEvent.run_id)
        .where(*booked_before(corrected))
    )
    for policy, name, place, period, value in rows:
        at, count = found[policy, place], Count(name, place, period)
        at[count] = at.get(count, Fraction(0)) + Fraction(value)
    return found


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
