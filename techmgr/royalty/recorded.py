"""What is recorded of all cases that decides how income is shared, read at once for a whole draft."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from techmgr.disclosure.queries import PlanRow, plans_on
from techmgr.office.queries import settings_on
from techmgr.royalty.circumstances import (
    DISCLAIMED,
    ESTATE,
    REDIRECTED,
    chosen_on,
    instead,
    people,
    units_of,
)
from techmgr.royalty.model_rules import ChosenShare, PartyPlan, PayeeRoute
from techmgr.royalty.pool import Person

_NOTHING: tuple[dict[str, tuple[Person, ...]], frozenset[str]] = ({}, frozenset())


@dataclass(frozen=True, slots=True)
class Recorded:
    """As `circumstances` answers case by case on a day; only what is rare is asked again.

    `routes` are in force on the day, under None those of every case.
    """

    session: Session
    day: date
    plans: Mapping[int, PlanRow]
    routes: Mapping[int | None, list[PayeeRoute]]
    chosen: frozenset[int]
    divided: frozenset[int]
    is_equal: bool = False

    @classmethod
    def read(cls, session: Session, day: date) -> "Recorded":
        """Read everything that is in force on a day."""
        routes: dict[int | None, list[PayeeRoute]] = defaultdict(list)
        rows = session.scalars(
            select(PayeeRoute)
            .where(PayeeRoute.valid_from <= day)
            .where(or_(PayeeRoute.valid_until.is_(None), PayeeRoute.valid_until >= day))
            .order_by(PayeeRoute.valid_from, PayeeRoute.id)
        )
        for each in rows:
            routes[each.case_id].append(each)
        chosen = frozenset(session.scalars(select(ChosenShare.case_id).distinct()))
        divided = frozenset(session.scalars(select(PartyPlan.case_id).distinct()))
        is_equal = settings_on(session, day).inventor_default == "equal"
        return cls(session, day, plans_on(session, day), dict(routes), chosen, divided, is_equal)

    def _routes(self, case_id: int, *ways: str) -> Iterator[PayeeRoute]:
        for place in (None, case_id):
            yield from (each for each in self.routes.get(place, ()) if each.way in ways)

    def people_of(self, case_id: int) -> tuple[Person, ...]:
        """Return who shares the inventors' pool of a case."""
        waived = {each.person_id for each in self._routes(case_id, DISCLAIMED)}
        return people(self.plans.get(case_id), waived, is_equal=self.is_equal)

    def redirected(self, case_id: int) -> dict[str, tuple[str, str]]:
        """Return who is paid in a person's place."""
        return instead(self.session, self._routes(case_id, REDIRECTED, ESTATE))

    def chosen_on(self, case_id: int, policy: str, day: date) -> dict[str, Fraction]:
        """Return the shares chosen for a case under a policy on a day."""
        return chosen_on(self.session, case_id, policy, day) if case_id in self.chosen else {}

    def units_of(self, case_id: int) -> tuple[dict[str, tuple[Person, ...]], frozenset[str]]:
        """Return the departments that share parties' parts, and the parties that have gone."""
        if case_id not in self.divided:
            return _NOTHING
        return units_of(self.session, case_id, self.day)
