"""From receipts to events: a receipt over cases, then all receipts of one unit as one event."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.shares import WHOLE, share_out, show_share
from techmgr.core.texts import say
from techmgr.royalty.event import Event, Receipt
from techmgr.royalty.policy import Policy, Step, factor_on, period_of


class Basis(StrEnum):
    """What decides the cases' parts: shares as listed, equal, number of filings, who brought it."""

    SHARES = "shares"
    EQUAL = "equal"
    FILINGS = "filings"
    PRODUCING = "producing"


BASES = tuple(Basis)


@dataclass(frozen=True, slots=True)
class Plan:
    """How the income of a licence goes to its cases, for some income types, between two days.

    `cases` keep the order of the plan; shares are exact and sum to one, or are all None: equal.
    """

    cases: tuple[str, ...]
    shares: tuple[Fraction, ...] = ()
    income: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    basis: str = Basis.SHARES

    def covers(self, income: str, on: date) -> bool:
        """Tell whether the plan is for an income type received on a day."""
        in_time = (self.valid_from or date.min) <= on <= (self.valid_until or date.max)
        return in_time and (not self.income or income in self.income)


def plan_for(plans: Sequence[Plan], cases: Sequence[str], income: str, on: date) -> Plan:
    """Return the plan in force: one for the income type before a general one, else equal per case."""
    return plan_in_force(plans, income, on) or Plan(tuple(cases))


def plan_in_force(plans: Sequence[Plan], income: str, on: date) -> Plan | None:
    """Return the newest plan for an income type, else the newest general one, or None."""
    fitting = [plan for plan in plans if plan.covers(income, on)]
    fitting.sort(key=lambda plan: (not plan.income, -(plan.valid_from or date.min).toordinal()))
    return fitting[0] if fitting else None


def shares_of_plan(plan: Plan) -> list[Fraction]:
    """Return each case's exact share. Raises UserError when they do not make one."""
    if not plan.cases:
        raise UserError(say("The licence covers no case: name at least one."), field="cases")
    if len(set(plan.cases)) < len(plan.cases):
        raise UserError(say("A case is listed twice in the plan."), field="cases")
    if not plan.shares:
        return [Fraction(1, len(plan.cases))] * len(plan.cases)
    total = sum(plan.shares, Fraction(0))
    if len(plan.shares) != len(plan.cases) or total != WHOLE or min(plan.shares) < 0:
        text = say(
            "The cases' shares make {total}. They must make exactly {whole}.",
            total=show_share(abs(total)),
            whole=show_share(WHOLE),
        )
        raise UserError(text, field="shares")
    return list(plan.shares)


def worked_out(
    plan: Plan, cases: Sequence[str], filings: Mapping[str, int], producing: str = ""
) -> Plan:
    """Return a plan with its shares, whatever its basis, for the cases a licence covers.

    By filings 3 and 1: 3/4 and 1/4; where nobody has filed, equally. Earned royalties of a case
    that brought them: all to it; UserError when it is not named.
    """
    match plan.basis:
        case Basis.EQUAL:
            return replace(plan, cases=tuple(cases), shares=())
        case Basis.FILINGS:
            total = sum(filings.get(case, 0) for case in cases)
            filed = [case for case in cases if filings.get(case, 0)]
            shares = tuple(Fraction(filings[case], total) for case in filed)
            return replace(plan, cases=tuple(filed or cases), shares=shares)
        case Basis.PRODUCING:
            if producing not in cases:
                text = say("This income goes to the case that brought it: name that case.")
                raise UserError(text, field="case")
            return replace(plan, cases=(producing,), shares=())
    return plan


def allocate(minor: int, plan: Plan) -> dict[str, int]:
    """Allot an amount (minor units, either sign) to cases; the parts sum to it.

    70,000.01 to three cases equally: 23,333.34, 23,333.34, 23,333.33.
    """
    return dict(zip(plan.cases, share_out(minor, shares_of_plan(plan)), strict=True))


def allocate_event(event: Event, plan: Plan) -> dict[str, Event]:
    """Split an event over cases: what came in and everything owed, each by the plan's shares."""
    amounts = allocate(event.amount, plan)
    owed = [allocate(each.minor, plan) for each in event.owed]
    return {
        case: replace(
            event,
            gross=minor if event.net is None else None,
            net=None if event.net is None else minor,
            receipts=(),
            owed=tuple(
                replace(each, minor=parts[case])
                for each, parts in zip(event.owed, owed, strict=True)
            ),
        )
        for case, minor in amounts.items()
    }


@dataclass(frozen=True, slots=True)
class Income:
    """One receipt (or a case's part of it) under the policy that applies to it.

    `unit` is the licence or case the policy counts by, for example `agreement:4`.
    """

    unit: str
    policy: Policy
    receipt: Receipt
    on: date


@dataclass(frozen=True, slots=True)
class EventKey:
    """What makes receipts one event: the unit, the policy version, the bracket's period and index."""

    unit: str
    policy: str
    version: str
    periods: tuple[str, ...]
    factors: tuple[Fraction, ...]


def event_key(income: Income) -> EventKey:
    """Return the key of the event a receipt belongs to."""
    policy = income.policy
    sharings = list(policy.sharings)
    caps = [cap for party in policy.parties for cap in (party.cap, party.person_cap) if cap]
    caps += [step.cap for step in policy.steps if isinstance(step, Step) and step.cap]
    spans = [sharing.resets for sharing in sharings] + [cap.over for cap in caps]
    periods = tuple(period_of(policy, span, income.on) for span in spans)
    factors = tuple(factor_on(sharing, income.on) for sharing in sharings)
    dated = (step for step in policy.steps if isinstance(step, Step) and not always(step))
    periods += tuple(f"{step.id}:{step.in_force(income.on)}" for step in dated)
    return EventKey(income.unit, policy.name, policy.version, periods, factors)


def always(step: Step) -> bool:
    """Tell whether a step is taken whenever something is received."""
    return step.valid_from is None and step.valid_until is None


def group(incomes: Iterable[Income]) -> Mapping[EventKey, list[Income]]:
    """Group receipts into events, oldest first; linear in their number.

    Receipts of two fiscal years are two events under a bracket that starts again every year.
    """
    events: dict[EventKey, list[Income]] = {}
    for income in sorted(incomes, key=lambda each: each.on):
        events.setdefault(event_key(income), []).append(income)
    return events
