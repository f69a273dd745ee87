"""A posted run computed again with what is known now, and the difference to what was booked."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.royalty.drafting import Draft
from techmgr.royalty.model import Run
from techmgr.royalty.outcome import NOTHING, Key, Outcome, difference, together
from techmgr.royalty.queries_history import BOOKED
from techmgr.royalty.storing import outcomes_of


@dataclass(frozen=True, slots=True)
class Recomputed:
    """One event of a posted run: as booked (its corrections included), and as it would be now."""

    key: Key
    posted: Outcome
    now: Outcome


def recomputed(session: Session, run_id: int) -> list[Recomputed]:
    """Compute a posted run again, as if it were drafted now; in the order it was computed.

    What other runs have taken up stays theirs, so that nothing is counted twice.
    """
    run = session.get_one(Run, run_id)
    if run.state not in BOOKED or run.corrects_id is not None:
        raise UserError(
            say(
                "Only a posted run that is no correction itself is computed again; {number} is not.",
                number=run.number,
            )
        )
    draft = Draft(session, run.through, run.currency, corrected=run.id)
    now = {each.key: each.outcome for each in draft.events()}
    posted = {key: together(each) for key, each in outcomes_of(session, run_id).items()}
    keys = dict.fromkeys([*posted, *now])
    return [Recomputed(key, posted.get(key, NOTHING), now.get(key, NOTHING)) for key in keys]


def differences(session: Session, run_id: int) -> Iterator[tuple[Key, Outcome]]:
    """Yield what must be booked so that a posted run becomes what it would be now."""
    currency = session.get_one(Run, run_id).currency
    for each in recomputed(session, run_id):
        found = difference(each.now, each.posted, currency)
        if not found.is_nothing:
            yield each.key, found
