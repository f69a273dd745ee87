"""Records of what distributions go by besides the policy: counts so far, choices, plans, routes."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record
from techmgr.storage.types import Named


class RunTally(Record):
    """What an event adds to a bracket, a cap or a cumulative rounding.

    `name` is the policy's (a step, a party, or one inside the other), `place` the case, licence or
    person it counts by, `period` the year it starts again in ("" for life). `value` is exact, in
    minor units: "400000000" or "1/3". The sum over booked runs is the state.
    """

    __tablename__ = "run_tally"
    __table_args__ = (
        UniqueConstraint("event_id", "name", "place", "period"),
        Index("ix_run_tally_place_policy", "place", "policy"),
    )

    event_id: Mapped[int] = mapped_column(ForeignKey("run_event.id"), index=True)
    policy: Mapped[str]
    name: Mapped[Named]
    place: Mapped[Named]
    period: Mapped[str]
    value: Mapped[str]


class ChosenShare(Record):
    """A party's share on one case, where the policy leaves it to be chosen, from a day on."""

    __tablename__ = "chosen_share"
    __table_args__ = (
        UniqueConstraint("case_id", "policy", "party", "valid_from"),
        CheckConstraint("numerator >= 0 AND numerator <= denominator", name="share"),
    )

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    policy: Mapped[str]
    party: Mapped[str]
    numerator: Mapped[int]
    denominator: Mapped[int]
    valid_from: Mapped[date]
    reason: Mapped[str]


class PolicyElection(Record):
    """An inventor's choice between policies, made once for all later inventions; the first one counts."""

    __tablename__ = "policy_election"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    elected: Mapped[str]
    on_day: Mapped[date]


class PayeeRoute(Record):
    """Where a person's part goes instead, from a day on: given back, to a unit, or to an estate.

    `way` is disclaimed (the policy says who gets it), redirected (still counts as theirs in every
    bracket and cap) or estate. `to` is an organisation or a person as a reference, "" when
    disclaimed. Without a case it holds for all of them.
    """

    __tablename__ = "payee_route"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    case_id: Mapped[int | None] = mapped_column(ForeignKey("technology.id"), index=True)
    way: Mapped[str]
    to: Mapped[Named] = mapped_column(default="")
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    reason: Mapped[str]


class PartyPlan(Record):
    """Which departments share a party's part on one case, from a day on.

    Always true: its shares sum to one. `left` says the party's own condition no longer holds (a
    laboratory whose inventor has gone): the part reverts as the policy says.
    """

    __tablename__ = "party_plan"
    __table_args__ = (UniqueConstraint("case_id", "party", "valid_from"),)

    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    party: Mapped[str]
    valid_from: Mapped[date]
    left: Mapped[bool] = mapped_column(default=False)


class PartyShare(Record):
    """A department's exact share of a party's part; the order decides ties in cents."""

    __tablename__ = "party_share"
    __table_args__ = (
        UniqueConstraint("plan_id", "organisation_id"),
        CheckConstraint("numerator > 0 AND numerator <= denominator", name="share"),
    )

    plan_id: Mapped[int] = mapped_column(ForeignKey("party_plan.id"))
    organisation_id: Mapped[int] = mapped_column(ForeignKey("organisation.id"), index=True)
    position_in_list: Mapped[int]
    numerator: Mapped[int]
    denominator: Mapped[int]


class AllocationPlan(Record):
    """How the income of an agreement goes to its cases from a day on, perhaps for one kind of income.

    `basis` is shares (as listed), equal, filings (by the number of filings of each case) or
    producing (all to the case that brought it, named with the receipt). "" is every kind of income.
    """

    __tablename__ = "allocation_plan"
    __table_args__ = (UniqueConstraint("agreement_id", "income_type", "valid_from"),)

    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), index=True)
    income_type: Mapped[str] = mapped_column(default="")
    basis: Mapped[str]
    valid_from: Mapped[date]
    reason: Mapped[str] = mapped_column(default="")


class AllocationShare(Record):
    """A case's exact share in a plan that lists them; the order decides ties in cents."""

    __tablename__ = "allocation_share"
    __table_args__ = (
        UniqueConstraint("plan_id", "case_id"),
        CheckConstraint("numerator > 0 AND numerator <= denominator", name="share"),
    )

    plan_id: Mapped[int] = mapped_column(ForeignKey("allocation_plan.id"))
    case_id: Mapped[int] = mapped_column(ForeignKey("technology.id"), index=True)
    position_in_list: Mapped[int]
    numerator: Mapped[int]
    denominator: Mapped[int]
