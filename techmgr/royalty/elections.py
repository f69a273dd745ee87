"""Who gets shares of a company and in what way: elections, waivers, exclusions; and what a result means.

100,001 shares: 15,000 to the office, 56,667 to the fund, 14,167 each to two inventors, of whom
one takes the shares and one leaves them with the university and takes cash when they are sold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say
from techmgr.equity.kinds import HolderKind
from techmgr.royalty.event import Event, Receipt, Result
from techmgr.royalty.policy import Counts, Policy, Sharing
from techmgr.royalty.pool import Person, shares_of
from techmgr.royalty.waterfall import run


class Elected(StrEnum):
    """What an inventor wants. Excluded: a founder who has shares already; the others share it."""

    SHARES = "shares"
    CASH = "cash"
    DISCLAIMS = "disclaims"
    EXCLUDED = "excluded"


ELECTED_WORDS: dict[str, Text] = {
    Elected.SHARES: say("shares now"),
    Elected.CASH: say("cash on sale"),
    Elected.DISCLAIMS: say("disclaims"),
    Elected.EXCLUDED: say("founder, excluded"),
}


@dataclass(frozen=True, slots=True)
class Election:
    """One inventor's paper: what was chosen, and the day it was signed."""

    person_id: int
    elected: Elected
    signed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Grant:
    """Shares one payee gets of a distribution. `owner` is the payee as a reference."""

    owner: str
    holder: str
    kind: HolderKind
    shares: int
    node: str


def with_elections(
    people: Sequence[Person], elections: Mapping[str, Elected]
) -> tuple[Person, ...]:
    """Return who shares the pool: disclaimers marked, excluded ones left out and the rest made one.

    Three equal inventors, one excluded: 1/2 each. A disclaimed part goes where the policy says.
    """
    shares = dict(zip((p.id for p in people), shares_of(people), strict=True)) if people else {}
    kept = [p for p in people if elections.get(p.id) is not Elected.EXCLUDED]
    if people and not kept:
        raise UserError(
            say("All inventors are excluded. Let them disclaim instead: then the policy says who "
                "gets their part."),
            field="elections",
        )  # fmt: skip
    whole = sum((shares[p.id] for p in kept), Fraction(0))
    if kept and not whole:
        raise UserError(say("Those who are left have no share."), field="elections")
    return tuple(
        replace(
            p,
            share=shares[p.id] / whole,
            disclaims=p.disclaims or elections.get(p.id) is Elected.DISCLAIMS,
        )
        for p in kept
    )


def check_elections(
    people: Sequence[Person], elections: Sequence[Election], signed: date | None
) -> None:
    """Refuse an inventor nobody asked, a name that is no inventor, and a disclaimer signed too late."""
    known = {person.id: person.name for person in people}
    asked = {f"person:{each.person_id}" for each in elections}
    if len(asked) < len(elections) or not asked <= set(known):
        raise UserError(say("Every inventor elects once, and nobody else does."), field="elections")
    missing = tuple(name for person, name in known.items() if person not in asked)
    if missing:
        raise UserError(
            say("Ask every inventor first. Nothing is known of {names}.", names=missing),
            field="elections",
        )
    for each in elections:
        name = known[f"person:{each.person_id}"]
        if each.elected is Elected.DISCLAIMS:
            _check_disclaimer(name, each.signed_on, signed)


def _check_disclaimer(name: str, on: date | None, signed: date | None) -> None:
    """A disclaimer is in writing, before the licence is signed (Stanford, handbook 4.6)."""
    if on is None:
        raise UserError(
            say("{name} disclaims in writing: enter the day it was signed.", name=name),
            field="elections",
        )
    if signed is not None and on > signed:
        text = say(
            "{name} disclaimed on {day}. It must be before the licence is signed ({signed}): "
            "choose shares or cash.",
            name=name,
            day=on.isoformat(),
            signed=signed.isoformat(),
        )
        raise UserError(text, field="elections")


def share_run(  # noqa: PLR0917 - what a distribution depends on
    policy: Policy,
    shares: int,
    label: str,
    on: date,
    people: Sequence[Person],
    chosen: Mapping[str, Fraction],
) -> Result:
    """Run whole shares through a policy; a law for money counts shares alike, unless it has thresholds."""
    is_plain = not any(len(each.tiers) > 1 or each.small for each in policy.sharings)
    if policy.counts is not Counts.SHARES and not is_plain:
        raise UserError(
            say("The policy “{title}” has thresholds in money: it cannot divide shares.",
                title=policy.title),
            field="policy",
        )  # fmt: skip
    event = Event(
        receipts=(Receipt(label, shares, on),),
        on=on,
        people=tuple(people) if any(party.persons for party in policy.parties) else (),
        chosen=dict(chosen),
    )
    return run(replace(policy, counts=Counts.SHARES), event)


def grants(result: Result, elections: Mapping[str, Elected]) -> list[Grant]:
    """Return who gets how many shares; together all of them."""
    pools = {part.pool for part in result.parts}
    fees = {s.recipient for s in result.policy.steps if not isinstance(s, Sharing)}
    found = []
    for party_id, shares in result.parties.items():
        if party_id not in pools and shares:
            party = result.policy.party(party_id)
            kind = HolderKind.OFFICE if party_id in fees else HolderKind.FUND
            node = _node(result, party_id)
            found.append(Grant(f"party:{party_id}", party.label, kind, shares, node))
    for part in result.parts:
        if part.paid:
            takes = elections.get(part.person.id) is Elected.SHARES
            kind = HolderKind.INVENTOR if takes else HolderKind.UNIVERSITY
            node = f"{part.pool}/{part.person.id}"
            found.append(Grant(part.person.id, part.person.name, kind, part.paid, node))
    return found


def _node(result: Result, party_id: str) -> str:
    for _, node in result.tree.walk():
        if node.recipient == party_id:
            return node.id
    return result.tree.id
