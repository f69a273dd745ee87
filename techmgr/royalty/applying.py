"""Which policies a receipt falls under: one for the whole case, or one for each group of inventors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.shares import WHOLE, share_out
from techmgr.core.texts import say
from techmgr.equity.queries import owners_of_parts
from techmgr.royalty.circumstances import people_of, reported_on, with_person
from techmgr.royalty.gathering import Waiting
from techmgr.royalty.policy import Policy
from techmgr.royalty.pool import Person
from techmgr.royalty.selecting import Facts
from techmgr.royalty.selecting import select as select_policy

# What shares bring that were distributed already and kept for their owner: all of it is theirs.
KEPT_SHARES = "kept_shares"


@dataclass(frozen=True, slots=True)
class Group:
    """Inventors of one case under one policy, with their share of the case; `place` counts from 0.

    `shares` are those of all groups of the case, which sum to one; without people it is everybody.
    """

    policy: Policy
    people: tuple[Person, ...] | None = None
    shares: tuple[Fraction, ...] = (WHOLE,)
    place: int = 0

    @property
    def name(self) -> str:
        """Tell the group from others of its case: who is in it, with which share."""
        return ",".join(each.id for each in self.people or ()) + f"@{self.shares[self.place]}"

    def part(self, minor: int) -> int:
        """Return the group's part of an amount; the parts of all groups sum to it."""
        return share_out(minor, self.shares)[self.place]


@dataclass
class Applying:
    """Chooses policies by the facts of a case and, where a policy asks for it, of each inventor."""

    session: Session
    known: Sequence[Policy]
    through: date
    _groups: dict[object, tuple[Group, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._owners = owners_of_parts(self.session)

    def groups(self, each: Waiting) -> tuple[Group, ...]:
        """Return the groups a receipt's part is shared in. Refuses without a policy in force."""
        if not self.known:
            raise UserError(say("The office has no revenue policy yet: adopt one first."))
        owner = self._owners.get(each.part_id)
        if owner is not None:
            return (Group(self._kept(each), (Person(*owner),)),)
        facts = self._facts(each)
        key = (each.case_id, facts)
        if key not in self._groups:
            self._groups[key] = self._chosen(each.case_id, facts)
        return self._groups[key]

    def _kept(self, each: Waiting) -> Policy:
        known = [policy for policy in self.known if KEPT_SHARES in policy.income]
        return select_policy(known, Facts(each.received, KEPT_SHARES))

    def _facts(self, each: Waiting) -> Facts:
        by_report = any(policy.selector.by == "reported" for policy in self.known)
        return Facts(
            received=each.received,
            income=each.income,
            disclosed=each.case_received,
            reported=reported_on(self.session, each.case_id) if by_report else None,
            signed=each.signed,
        )

    def _chosen(self, case_id: int, facts: Facts) -> tuple[Group, ...]:
        people = people_of(self.session, case_id, self.through) if self._by_person() else ()
        if not people or any(each.share is None for each in people):
            return (Group(select_policy(self.known, facts)),)
        by_policy: dict[int, list[Person]] = {}
        for person in people:
            own = select_policy(self.known, with_person(self.session, facts, person.id))
            by_policy.setdefault(self.known.index(own), []).append(person)
        return grouped({self.known[place]: members for place, members in by_policy.items()})

    def _by_person(self) -> bool:
        return any(
            policy.selector.elected or policy.selector.hired_from or policy.selector.hired_until
            for policy in self.known
        )


def grouped(members: Mapping[Policy, Sequence[Person]]) -> tuple[Group, ...]:
    """Return one group per policy, each with its people's shares among themselves.

    Two equal inventors under two policies: two groups of one half, each with one inventor.
    """
    if len(members) == 1:
        return (Group(next(iter(members))),)
    shares = tuple(_sum(people) for people in members.values())
    return tuple(
        Group(
            policy,
            tuple(replace(each, share=(each.share or Fraction(0)) / whole) for each in people),
            shares,
            place,
        )
        for place, ((policy, people), whole) in enumerate(zip(members.items(), shares, strict=True))
    )


def _sum(people: Sequence[Person]) -> Fraction:
    return sum((each.share or Fraction(0) for each in people), Fraction(0))
