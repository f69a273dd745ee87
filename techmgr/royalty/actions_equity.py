"""Distributing whole shares: a certificate is divided by the policy and passed on to its payees."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import select

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.equity.kinds import HolderKind
from techmgr.equity.model import ShareHolding
from techmgr.equity.passing import pass_on
from techmgr.equity.recording import NewHolding, ShareEventDone, holding_of, opened
from techmgr.royalty.actions_policies import AdoptPolicy, adopt_policy
from techmgr.royalty.applying import KEPT_SHARES
from techmgr.royalty.elections import Election, Grant
from techmgr.royalty.keeping import kept
from techmgr.royalty.model import PolicyVersion, ShareDistribution
from techmgr.royalty.queries_equity import CasePart, asked_of, proposed
from techmgr.storage.unit import Undo, Unit, action

_LONG_AGO = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class DistributeShares:
    """All shares of a certificate, with what every inventor elected; `chosen` as the policy lets choose."""

    holding_id: int
    version: int | None
    on_day: date | None
    elections: tuple[Election, ...]
    chosen: tuple[tuple[str, Fraction], ...] = ()
    memo: str = ""


@action(undo=Undo.REVERSE)
def distribute_shares(unit: Unit, request: DistributeShares) -> ShareEventDone:
    """Divide a certificate by the office's policy for shares. Reversed by reversing its event.

    Refused while an inventor has not elected, shares are not signed, or no policy divides shares.
    """
    holding = unit.session.get_one(ShareHolding, request.holding_id)
    work = opened(unit, holding.book_id, request.version, request.on_day, books_money=True)
    asked = asked_of(unit.session, holding.id, work.day)
    parts = proposed(unit.session, asked, work.day, request.elections, dict(request.chosen))
    made = [
        (_holding(holding_of(unit, work, holding.id), part, grant), grant.shares)
        for part in parts
        for grant in part.grants
    ]
    if not made:
        raise UserError(say("Nobody would get a share."), field="holding_id")
    memo = request.memo.strip() or str(say("Distributed by the policy for shares"))
    done = pass_on(work, holding, made, memo)
    _keep(unit, request, done, parts)
    _adopt_kept(unit)
    text = say(
        "{shares} shares distributed, {number}", shares=f"{asked.shares:,}", number=done.number
    )
    work.tell(holding, text, "money")
    return done


def _holding(old: ShareHolding, part: CasePart, grant: Grant) -> NewHolding:
    """Return the certificate a payee gets; what the university keeps for somebody names the owner."""
    person = int(grant.owner.partition(":")[2]) if grant.owner.startswith("person:") else None
    is_taken = grant.kind is HolderKind.INVENTOR
    return NewHolding(
        grant.kind,
        grant.holder,
        old.certificate,
        person,
        old.agreement_id,
        part.case_id,
        "" if is_taken else grant.owner,
        old.locked_until,
        old.restrictions,
    )


def _keep(
    unit: Unit, request: DistributeShares, done: ShareEventDone, parts: Sequence[CasePart]
) -> None:
    elections = {f"person:{each.person_id}": each.elected.value for each in request.elections}
    unit.add(
        *(
            ShareDistribution(
                event_id=done.id,
                holding_id=request.holding_id,
                case_id=part.case_id,
                policy_id=part.policy_id,
                shares=part.shares,
                elections=json.dumps(elections),
                explanation=kept(part.result.tree),
            )
            for part in parts
        )
    )


def _adopt_kept(unit: Unit) -> None:
    """What kept shares bring needs its rule: everything to the owner. The office has it from now on."""
    name = KEPT_SHARES.replace("_", "-")
    known = select(PolicyVersion.id).where(PolicyVersion.name == name)
    if unit.session.scalar(known.limit(1)) is None:
        adopt_policy(unit, AdoptPolicy(_LONG_AGO, name=name))
