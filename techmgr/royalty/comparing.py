"""What if: the same receipts under two policies, and the difference for each party."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from techmgr.core.texts import Text, say
from techmgr.royalty.allocation import Income, group
from techmgr.royalty.counting import Count, Places, counted_after, counted_before
from techmgr.royalty.event import Event, Owed, Receipt, Result
from techmgr.royalty.policy import Policy
from techmgr.royalty.waterfall import run

EXPENSES = "expenses"


@dataclass(frozen=True, slots=True)
class Difference:
    """One party under two policies: minor units, or whole shares; `more` is what the other gives more."""

    label: Text
    one: int
    other: int

    @property
    def more(self) -> int:
        """What the other policy gives more; below zero when less."""
        return self.other - self.one


def differences(
    one: tuple[Policy, Mapping[str, int]], other: tuple[Policy, Mapping[str, int]]
) -> list[Difference]:
    """Return every party of either policy; those who share among persons are the same party.

    University of California, 100,000 with expenses of 60,000: inventors 12,500 and 14,000.
    """
    first, second = _by_role(*one), _by_role(*other)
    labels = _labels(other[0]) | _labels(one[0])
    return [
        Difference(labels[role], first.get(role, 0), second.get(role, 0))
        for role in dict.fromkeys([*first, *second])
        if first.get(role, 0) or second.get(role, 0)
    ]


def _role(policy: Policy, party: str) -> str:
    persons = {each.id for each in policy.parties if each.persons}
    return "persons" if party in persons else party


def _by_role(policy: Policy, parties: Mapping[str, int]) -> dict[str, int]:
    found: dict[str, int] = {}
    for party, minor in parties.items():
        role = _role(policy, party)
        found[role] = found.get(role, 0) + minor
    return found


def _labels(policy: Policy) -> dict[str, Text]:
    return {_role(policy, each.id): Text(each.label) for each in policy.parties}


def of_results(one: Result, other: Result) -> list[Difference]:
    """Return the differences of two results of the same event."""
    return differences((one.policy, one.parties), (other.policy, other.parties))


def over_time(
    policy: Policy, receipts: Sequence[Receipt], expenses: int, chosen: Mapping[str, Fraction]
) -> dict[str, int]:
    """Share receipts out under one policy from the beginning and return each party's sum.

    Receipts are grouped into events as a run groups them; expenses (minor units) are recovered
    as far as income reaches. Nothing is booked.
    """
    known: dict[Count, Fraction] = {}
    totals: dict[str, int] = {}
    left = expenses
    incomes = [Income("", policy, each, each.on) for each in receipts if each.on is not None]
    for members in group(incomes).values():
        on = members[-1].on
        places = Places("case", "licence", on)
        positions, counted = counted_before(policy, places, known)
        event = Event(
            receipts=tuple(each.receipt for each in members),
            owed=(Owed(EXPENSES, left, label="Expenses"),) if left else (),
            currency=policy.currency,
            on=on,
            positions=positions,
            counted=counted,
            chosen=chosen,
        )
        result = run(policy, event if event.amount >= 0 else replace(event, owed=()))
        if event.amount >= 0:
            left = sum(each.minor for each in result.carried if each.what == EXPENSES)
        known |= dict(counted_after(result, places))
        for party, minor in result.parties.items():
            totals[party] = totals.get(party, 0) + minor
    return totals


def summed(found: Sequence[Difference]) -> Difference:
    """Return the line below: both sums are what came in."""
    one, other = sum(each.one for each in found), sum(each.other for each in found)
    return Difference(say("Altogether"), one, other)
