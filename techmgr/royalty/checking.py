"""What is wrong with a policy, in words: shares, brackets, ranges, legal minimums, names."""

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.money import decimals_of
from techmgr.core.shares import WHOLE, show_share
from techmgr.core.texts import Text, say
from techmgr.royalty.checking_steps import circles, deduction_problems, index_problems
from techmgr.royalty.policy import (
    BALANCE,
    GROSS,
    NET,
    Counts,
    Party,
    Policy,
    Sharing,
    Step,
    Tier,
    rates,
)

_MEASURED = (NET, GROSS)
_KEYS = ("case", "licence", "person")
_UNITS = ("case", "licence")
_SELECTED_BY = ("disclosed", "reported", "signed", "received")


def problems_of(policy: Policy) -> list[UserError]:
    """Return everything that keeps a policy from being run; empty when it can be."""
    found = [*_header(policy), *_names(policy)]
    bases, sources = [GROSS, BALANCE], [BALANCE]
    for step in policy.steps:
        found.extend(_source(policy, step, sources))
        if isinstance(step, Sharing):
            found.extend(_sharing(policy, step))
            sources.extend(share.to for tier in step.tiers for share in tier.shares)
        else:
            found.extend(_step(step, bases + sources))
        bases.append(step.id)
    for party in policy.parties:
        found.extend(_party(party))
    return [*found, *circles(policy)]


def _problem(field: str, text: Text) -> UserError:
    return UserError(text, field=field)


def _header(policy: Policy) -> Iterator[UserError]:
    if policy.counts is not Counts.SHARES:
        try:
            decimals_of(policy.currency)
        except UserError as error:
            yield error
    if policy.valid_from and policy.valid_until and policy.valid_until < policy.valid_from:
        yield _problem(
            "valid_until",
            say(
                "The policy ends on {end}, before it begins on {start}.",
                end=policy.valid_until.isoformat(),
                start=policy.valid_from.isoformat(),
            ),
        )
    if policy.unit not in _UNITS:
        yield _problem(
            "unit", say("“{by}” is not one of: {words}.", by=policy.unit, words=list(_UNITS))
        )
    if policy.selector.by not in _SELECTED_BY:
        yield _problem(
            "selector.by",
            say("“{by}” is not one of: {words}.", by=policy.selector.by, words=list(_SELECTED_BY)),
        )
    if not any(sharing.source == BALANCE for sharing in policy.sharings):
        yield _problem("step", say("No step divides the net: the last one must have tiers."))


def _names(policy: Policy) -> Iterator[UserError]:
    ids = [party.id for party in policy.parties] + [step.id for step in policy.steps]
    for name, times in Counter(ids).items():
        if times > 1:
            yield _problem(
                name,
                say("“{name}” names {times} things: use each name once.", name=name, times=times),
            )
    known = {party.id for party in policy.parties}
    for field, name in _named_parties(policy):
        if name and name not in known:
            yield _problem(
                field,
                say(
                    "“{name}” is not a party of the policy: add it, or name one of {parties}.",
                    name=name,
                    parties=sorted(known),
                ),
            )


def _named_parties(policy: Policy) -> Iterator[tuple[str, str]]:
    yield "residual", policy.residual
    for party in policy.parties:
        yield f"party.{party.id}.disclaimed_to", party.disclaimed_to
        yield f"party.{party.id}.reverts_to", party.reverts_to
        for cap in (party.cap, party.person_cap):
            yield f"party.{party.id}.cap", cap.overflow if cap else ""
    for step in policy.steps:
        if isinstance(step, Sharing):
            for tier in (*step.tiers, *([step.small] if step.small else [])):
                yield from ((f"step.{step.id}.shares", share.to) for share in tier.shares)
        else:
            yield f"step.{step.id}.recipient", step.recipient


def _step(step: Step, known: list[str]) -> Iterator[UserError]:
    where = f"step.{step.id}"
    stated = [step.rate is not None, step.amount is not None, bool(step.owed)]
    if sum(stated) != 1:
        yield _problem(
            where, say("A step takes a rate, an amount, or what is owed: exactly one of them.")
        )
    if step.rate is not None and step.rate > 1:
        yield _problem(
            f"{where}.rate",
            say(
                "{rate} is more than the whole: a rate is at most {whole}.",
                rate=show_share(step.rate),
                whole=show_share(WHOLE),
            ),
        )
    if any(amount is not None and amount < 0 for amount in (step.amount, step.floor)):
        yield _problem(where, say("An amount is below zero."))
    if step.base not in known:
        yield _problem(f"{where}.base", _unknown(step.base, known))
    yield from deduction_problems(step, where)


def _source(policy: Policy, step: Step | Sharing, sources: list[str]) -> Iterator[UserError]:
    """Money is taken from the balance, or from a party that got its part in a division before."""
    field = f"step.{step.id}.source"
    if step.source not in sources:
        yield _problem(field, _unknown(step.source, sources))
    if any(sharing.source == step.source for sharing in _before(policy, step)):
        yield _problem(
            field,
            say("Nothing is left of “{name}” here: it has been divided.", name=step.source),
        )


def _unknown(name: str, known: list[str]) -> Text:
    return say("“{name}” is not known at this step: use one of {known}.", name=name, known=known)


def _before(policy: Policy, step: Step | Sharing) -> Iterator[Sharing]:
    for each in policy.steps:
        if each is step:
            return
        if isinstance(each, Sharing):
            yield each


def _sharing(policy: Policy, step: Sharing) -> Iterator[UserError]:
    where = f"step.{step.id}"
    if step.measured not in _MEASURED:
        yield _problem(
            f"{where}.measured",
            say("“{by}” is not one of: {words}.", by=step.measured, words=list(_MEASURED)),
        )
    if step.key not in _KEYS:
        yield _problem(
            f"{where}.key", say("“{by}” is not one of: {words}.", by=step.key, words=list(_KEYS))
        )
    yield from _brackets(step, where)
    yield from index_problems(step, where)
    for number, tier in enumerate(step.tiers, start=1):
        yield from _tier(policy, tier, f"{where}.tier.{number}")
    if step.small is not None and not step.small.up_to:
        yield _problem(
            f"{where}.small", say("Say below which amount these shares are used: up_to.")
        )
    if step.small is not None:
        yield from _tier(policy, step.small, f"{where}.small")


def _brackets(step: Sharing, where: str) -> Iterator[UserError]:
    """Tiers must join: each begins where the one before ends, and only the last is open."""
    end = 0
    for number, tier in enumerate(step.tiers, start=1):
        field = f"{where}.tier.{number}"
        last = number == len(step.tiers)
        if tier.start is not None and tier.start > end:
            yield _problem(
                field,
                say(
                    "There is a gap before tier {number}: it must begin where the tier before it ends.",
                    number=number,
                ),
            )
        if tier.start is not None and tier.start < end:
            yield _problem(
                field,
                say(
                    "Tier {number} overlaps the tier before it: it must begin where that one ends.",
                    number=number,
                ),
            )
        if tier.up_to is None and not last:
            yield _problem(
                field, say("Tier {number} has no end, yet another tier follows.", number=number)
            )
        if tier.up_to is not None and last:
            yield _problem(
                field,
                say("Nothing is said about amounts above the last tier: leave out its up_to."),
            )
        if tier.up_to is not None and tier.up_to <= end:
            yield _problem(
                field,
                say(
                    "Tier {number} ends where or before it begins: thresholds must rise.",
                    number=number,
                ),
            )
        end = tier.up_to if tier.up_to is not None else end


def _tier(policy: Policy, tier: Tier, field: str) -> Iterator[UserError]:
    parts = rates(tier, {})
    remainders = sum(share.rate is None for share in tier.shares)
    total = sum((rate for _, rate in parts), Fraction(0))
    if remainders > 1:
        yield _problem(field, say("Two parties get the remainder: only one can."))
    elif remainders == 0 and total != WHOLE:
        yield _problem(
            field,
            say(
                "The shares make {total}. They must make exactly {whole}.",
                total=show_share(total),
                whole=show_share(WHOLE),
            ),
        )
    elif any(rate < 0 for _, rate in parts):
        yield _problem(
            field,
            say("The shares make more than {whole} before the remainder.", whole=show_share(WHOLE)),
        )
    by_id = {party.id: party for party in policy.parties}
    if remainders == 0 and any(to in by_id and by_id[to].is_chosen for to, _ in parts):
        yield _problem(
            field, say("Where a share is chosen per case, another must be the remainder.")
        )
    for to, rate in parts:
        if to in by_id:
            yield from _within(by_id[to], rate, field)


def _within(party: Party, rate: Fraction, field: str) -> Iterator[UserError]:
    if party.minimum is not None and rate < party.minimum:
        yield _problem(
            field,
            say(
                "{party} would get {share}. The law asks for at least {minimum} ({clause}).",
                party=Text(party.label),
                share=show_share(max(rate, Fraction(0))),
                minimum=show_share(party.minimum),
                clause=party.minimum_clause,
            ),
        )
    if party.highest is not None and not (party.lowest or 0) <= rate <= party.highest:
        yield _problem(
            field,
            say(
                "{share} is outside the range for {party}: choose {low} to {high}.",
                share=show_share(max(rate, Fraction(0))),
                party=Text(party.label),
                low=show_share(party.lowest or Fraction(0)),
                high=show_share(party.highest),
            ),
        )


def _party(party: Party) -> Iterator[UserError]:
    where = f"party.{party.id}"
    low, high = party.lowest, party.highest
    if low is not None and high is None:
        yield _problem(
            f"{where}.highest", say("A range needs both its lowest and its highest share.")
        )
    if low is not None and high is not None and low > high:
        yield _problem(
            where,
            say(
                "The lowest share {low} is above the highest {high}.",
                low=show_share(low),
                high=show_share(high),
            ),
        )
    if party.minimum is not None and low is not None and low < party.minimum:
        yield _problem(
            where,
            say(
                "The range begins at {low}. The law asks for at least {minimum} ({clause}).",
                low=show_share(low),
                minimum=show_share(party.minimum),
                clause=party.minimum_clause,
            ),
        )
    for cap in (party.cap, party.person_cap):
        if cap is not None and not cap.overflow:
            yield _problem(f"{where}.cap", say("Say who gets what exceeds the cap: overflow."))
        if cap is not None and cap.overflow == party.id:
            yield _problem(
                f"{where}.cap", say("What exceeds the cap cannot go to the capped party itself.")
            )
