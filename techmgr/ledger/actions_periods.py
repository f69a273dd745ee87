"""What an officer does with closed books besides closing them: open the newest period again."""

from dataclasses import dataclass

from sqlalchemy import select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.ledger.model import Period
from techmgr.storage.unit import Undo, Unit, action


@dataclass(frozen=True, slots=True)
class ReopenPeriod:
    """The newest closed period, and why it is opened again."""

    reason: str


@action(undo=Undo.RESTORE)
def reopen_period(unit: Unit, request: ReopenPeriod) -> str:
    """Open the newest closed period again, with the reason; returns its last day as ISO text.

    The trail keeps that it was closed. Refused when nothing is closed.
    """
    checks = Checks()
    checks.reason(request.reason)
    checks.refuse()
    newest = unit.session.scalars(select(Period).order_by(Period.until.desc()).limit(1)).first()
    if newest is None:
        raise UserError(say("No period is closed: there is nothing to open."))
    unit.about(newest.reference)
    until = newest.until.isoformat()
    unit.session.delete(newest)
    return until
