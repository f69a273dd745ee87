"""Which policy version applies to a case: by its dates, income type, hiring date or election."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.royalty.policy import Policy, Selector


@dataclass(frozen=True, slots=True)
class Facts:
    """What a selector may look at. `received` is always known; the rest as far as recorded."""

    received: date
    income: str = ""
    disclosed: date | None = None
    reported: date | None = None
    signed: date | None = None
    hired: date | None = None
    elected: str = ""

    def day(self, by: str) -> date | None:
        """Return the date a selector goes by."""
        return {
            "received": self.received,
            "disclosed": self.disclosed,
            "reported": self.reported,
            "signed": self.signed,
        }[by]


def select(policies: Sequence[Policy], facts: Facts) -> Policy:
    """Return the one policy that applies. A version for the income type or an election goes first.

    University of California: disclosed 1999, hired 1985, elected old: the version of 1963.
    Raises UserError when none applies, a date is missing, or several apply alike.
    """
    fitting = [policy for policy in policies if _fits(policy, facts)]
    best = max((_rank(policy, facts) for policy in fitting), default=(False, False))
    chosen = [policy for policy in fitting if _rank(policy, facts) == best]
    if not chosen:
        raise UserError(say("No policy is in force for this case on its dates."), field="policy")
    if len(chosen) > 1:
        titles = [policy.title for policy in chosen]
        raise UserError(
            say("Several policies apply: {titles}. Narrow their dates.", titles=titles),
            field="policy",
        )
    return chosen[0]


def _rank(policy: Policy, facts: Facts) -> tuple[bool, bool]:
    return (bool(policy.income), _elected(policy.selector, facts))


def _elected(selector: Selector, facts: Facts) -> bool:
    return bool(selector.elected) and selector.elected == facts.elected


def _fits(policy: Policy, facts: Facts) -> bool:
    if policy.income and facts.income not in policy.income:
        return False
    selector = policy.selector
    if _elected(selector, facts):
        return _hired_within(selector, facts.hired)
    day = facts.day(selector.by)
    if day is None:
        text = say(
            "The policy “{title}” is chosen by a date the case lacks: {by}.",
            title=policy.title,
            by=selector.by,
        )
        raise UserError(text, field=selector.by)
    return policy.in_force(day)


def _hired_within(selector: Selector, hired: date | None) -> bool:
    if hired is None:
        return selector.hired_from is None and selector.hired_until is None
    return (selector.hired_from or date.min) <= hired <= (selector.hired_until or date.max)
