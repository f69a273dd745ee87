"""What an officer does when an old run would come out differently now: draft its correction."""

from sqlalchemy import func, select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.royalty.actions import RunDone, RunRequest, refuse_second_draft
from techmgr.royalty.correcting import differences
from techmgr.royalty.model import Run
from techmgr.royalty.storing import keep_outcomes
from techmgr.storage.unit import Undo, Unit, action


@action(undo=Undo.RESTORE)
def correct_run(unit: Unit, request: RunRequest) -> RunDone:
    """Draft the run that books what a posted run would be now, less what it booked; with the reason.

    Approved, posted and paid like any other. Refused when nothing differs.
    """
    old = unit.session.get_one(Run, request.run_id)
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.refuse()
    refuse_second_draft(unit)
    found = list(differences(unit.session, old.id))
    if not found:
        raise UserError(
            say("{number} would come out the same: there is nothing to correct.", number=old.number)
        )
    newest = unit.session.scalar(select(func.max(Run.id))) or 0
    run = Run(
        number=f"D-{newest + 1:04}",
        through=old.through,
        state="draft",
        currency=old.currency,
        drafted_by=unit.officer,
        corrects_id=old.id,
        reason=reason,
    )
    unit.add(run)
    unit.about(run.reference)
    keep_outcomes(unit, run, found)
    return RunDone(run.id, run.number, run.state)
