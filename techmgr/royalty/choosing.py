"""Shares chosen per case: within the policy's range, and never below what the law asks for."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.shares import WHOLE, show_share
from techmgr.core.texts import Text, say
from techmgr.royalty.policy import Party, Policy, rates


def choice_problems(policy: Policy, chosen: Mapping[str, Fraction]) -> list[UserError]:
    """Return what is wrong with the shares chosen for a case: Texas takes 30 % to 50 %, not 25 %."""
    found = []
    for party_id, share in chosen.items():
        text = _wrong(policy, party_id, share)
        if text is not None:
            found.append(UserError(text, field=f"choose.{party_id}"))
    return found or list(_effects(policy, chosen))


def _wrong(policy: Policy, party_id: str, share: Fraction) -> Text | None:
    known = {party.id: party for party in policy.parties}
    if party_id not in known:
        return say(
            "The policy has no party “{party}”. It has: {parties}.",
            party=party_id,
            parties=list(known),
        )
    return _outside(known[party_id], share)


def _outside(party: Party, share: Fraction) -> Text | None:
    label = Text(party.label)
    if not party.is_chosen:
        return say("The share of {party} is fixed by the policy.", party=label)
    if party.one_of:
        if share in party.one_of:
            return None
        return say(
            "{share} is not a share the policy offers {party}: choose one of {shares}.",
            share=show_share(share),
            party=label,
            shares=[show_share(each) for each in party.one_of],
        )
    low, high = party.lowest or Fraction(0), party.highest or WHOLE
    if low <= share <= high:
        return None
    return say(
        "{share} is outside the range for {party}: choose {low} to {high}.",
        share=show_share(share),
        party=label,
        low=show_share(low),
        high=show_share(high),
    )


def _effects(policy: Policy, chosen: Mapping[str, Fraction]) -> Iterator[UserError]:
    """Yield what the choice does to others: more than the whole, or less than the law asks for."""
    if not chosen:
        return
    for tier in (tier for sharing in policy.sharings for tier in sharing.tiers):
        for to, rate in rates(tier, dict(chosen)):
            party = policy.party(to)
            if rate < 0:
                yield UserError(
                    say("The chosen shares make more than {whole}.", whole=show_share(WHOLE))
                )
            elif party.minimum is not None and rate < party.minimum:
                yield UserError(
                    say(
                        "{party} would get {share}. The law asks for at least {minimum} ({clause}).",
                        party=Text(party.label),
                        share=show_share(rate),
                        minimum=show_share(party.minimum),
                        clause=party.minimum_clause,
                    )
                )
