"""Passing a certificate on to those who get a part of it: what a distribution of whole shares does."""

from collections.abc import Sequence

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.equity.booking import gone_lines
from techmgr.equity.captable import Lot, Move
from techmgr.equity.kinds import EventKind
from techmgr.equity.model import ShareHolding
from techmgr.equity.moves import CostPart, cost_part
from techmgr.equity.recording import NewHolding, Opened, ShareEventDone


def pass_on(
    work: Opened, holding: ShareHolding, parts: Sequence[tuple[NewHolding, int]], memo: str = ""
) -> ShareEventDone:
    """Pass all shares of a certificate on; called by the action that computed who gets how many.

    The cost goes along in proportion. What leaves the university leaves its books at cost.
    """
    lot = work.lots.get(holding.id, Lot())
    if not lot.shares or sum(shares for _, shares in parts) != lot.shares:
        raise UserError(
            say("{held} shares are there to be passed on.", held=f"{lot.shares:,}"),
            field="holding_id",
        )
    moves = [Move(holding.id, -lot.shares, -lot.cost, -lot.paid)]
    made, gone, gone_paid = [], 0, 0
    for new, shares in parts:
        cost = cost_part(lot, shares)
        lot = Lot(lot.shares - shares, lot.cost - cost.cost, lot.paid - cost.paid)
        if not new.kind.is_ours:
            gone, gone_paid, cost = gone + cost.cost, gone_paid + cost.paid, CostPart(0, 0)
        made.append(work.hold(holding.class_id, new))
        moves.append(Move(made[-1].id, shares, cost.cost, cost.paid))
    event = work.write(EventKind.DISTRIBUTION, moves, memo=memo)
    lines = gone_lines(CostPart(gone, gone_paid), gone_paid, work.stored.currency, work.party)
    work.post(event, f"{event.number}: {memo}", lines)
    return work.done(event, *made)
