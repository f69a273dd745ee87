"""What the forms of money offer: signed agreements with payer and cases, policies with their steps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.agreements.model import Agreement
from techmgr.agreements.queries import CaseShare, agreement_by_id, cases_of, parties_of
from techmgr.core.formats import show_minor
from techmgr.core.money import Money
from techmgr.core.shares import share_out, show_share
from techmgr.core.texts import Text, say
from techmgr.ledger.model import ExchangeRate, Period
from techmgr.royalty.allocation import Plan, plan_in_force, shares_of_plan, worked_out
from techmgr.royalty.policy import Policy, Share, Sharing, Step
from techmgr.royalty.queries_allocation import filings_by_case, plans_by_agreement


@dataclass(frozen=True, slots=True)
class PayingAgreement:
    """A signed agreement a receipt may be paid under: who pays, and for which cases."""

    id: int
    number: str
    title: str
    payer_id: int | None
    payer: str
    cases: Sequence[CaseShare]
    plans: Sequence[Plan] = ()
    filings: Mapping[str, int] = field(default_factory=dict)

    def shared(self, income: str, on: date, producing: int | None) -> list[CaseShare]:
        """Return how a kind of income received on a day goes to the cases.

        By the plan in force, else by the agreement's own shares. UserError when the plan gives it to
        the case that brought it and that is not named.
        """
        by_id = {str(each.case_id): each for each in self.cases}
        default = Plan(tuple(by_id), tuple(each.share for each in self.cases))
        fitting = plan_in_force(self.plans, income, on) or default
        plan = worked_out(fitting, list(by_id), self.filings, str(producing or ""))
        shares = shares_of_plan(plan)
        return [
            replace(by_id[case], share=share)
            for case, share in zip(plan.cases, shares, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class RateRow:
    """An exchange rate as published: what one unit of a currency was worth from a day on."""

    id: int
    currency: str
    base_currency: str
    on_day: date
    rate: Fraction
    publisher: str


def paying_agreements(session: Session) -> list[PayingAgreement]:
    """Return the signed agreements, newest number first, with their first party as who pays."""
    ids = session.scalars(
        select(Agreement.id)
        .where(Agreement.state.in_(("signed", "expired", "terminated")))
        .order_by(Agreement.number.desc())
    )
    plans, filings = plans_by_agreement(session), filings_by_case(session)
    return [_paying(session, each, plans.get(each, ()), filings) for each in ids]


def _paying(
    session: Session, agreement_id: int, plans: Sequence[Plan], filings: Mapping[str, int]
) -> PayingAgreement:
    row = agreement_by_id(session, agreement_id)
    payer = next(iter(parties_of(session, agreement_id)), None)
    return PayingAgreement(
        row.id,
        row.number,
        row.title,
        payer.organisation_id if payer else None,
        payer.name if payer else "",
        cases_of(session, agreement_id),
        plans,
        filings if plans else {},
    )


def allotted(amount: Money, cases: Sequence[tuple[str, Fraction]]) -> list[tuple[str, Money]]:
    """Return what each case takes of an amount, by number; the parts sum to it.

    100.00 to three cases equally: 33.34, 33.33, 33.33.
    """
    if not cases or sum(share for _, share in cases) != 1:
        return []
    minors = share_out(amount.minor, [share for _, share in cases])
    return [
        (number, Money(minor, amount.currency))
        for (number, _), minor in zip(cases, minors, strict=True)
    ]


def rates(session: Session) -> list[RateRow]:
    """Return the stored exchange rates, newest first."""
    rows = session.scalars(select(ExchangeRate).order_by(ExchangeRate.on_day.desc()))
    return [
        RateRow(
            each.id,
            each.currency,
            each.base_currency,
            each.on_day,
            Fraction(each.numerator, each.denominator),
            each.publisher,
        )
        for each in rows
    ]


def closed_periods(session: Session) -> list[date]:
    """Return the last days of the closed periods, newest first."""
    return list(session.scalars(select(Period.until).order_by(Period.until.desc())))


def steps_in_words(policy: Policy) -> list[Text]:
    """Say a policy step by step: what is taken at which rate, and how the rest is shared."""
    return [text for step in policy.steps for text in _said(policy, step)]


def _said(policy: Policy, step: Step | Sharing) -> Iterator[Text]:
    if isinstance(step, Sharing):
        for tier in step.tiers:
            until = show_minor(tier.up_to, policy.currency) if tier.up_to is not None else ""
            shares = tuple(_share(policy, each) for each in tier.shares)
            if until:
                yield say("Up to {until}: {shares}", until=until, shares=shares)
            else:
                yield say("{label}: {shares}", label=Text(step.label), shares=shares)
    elif step.rate is not None:
        yield say("{label}: {rate}", label=Text(step.label), rate=show_share(step.rate))
    else:
        yield Text(step.label)


def _share(policy: Policy, share: Share) -> str:
    label = policy.party(share.to).label
    return f"{label} {share.written}".strip() if share.written else label
