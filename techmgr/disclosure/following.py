"""Steps 1 and 3 of a case, set from the states of its disclosures."""

from datetime import date

from sqlalchemy import select

from techmgr.core.texts import say
from techmgr.disclosure.model import Disclosure
from techmgr.disclosure.states import NAMES, DisclosureState, step_one
from techmgr.storage.unit import Unit
from techmgr.technology.model import Case
from techmgr.technology.recording import set_step, state_of
from techmgr.technology.steps import State, Step


def follow_disclosures(unit: Unit, case_id: int, day: date) -> None:
    """Set step 1 as the case's disclosures say; the first acceptance begins the assessment."""
    unit.session.flush()
    newest = unit.session.scalars(
        select(Disclosure).where(Disclosure.case_id == case_id).order_by(Disclosure.id.desc())
    ).all()
    state = step_one({DisclosureState(each.state) for each in newest})
    reason = next((each.reason for each in newest if each.reason), "")
    words = say("{state}", state=NAMES[DisclosureState(newest[0].state)])
    if state is not state_of(unit, case_id, Step.DISCLOSURE):
        set_step(unit, case_id, Step.DISCLOSURE, state, on_day=day, reason=reason, summary=words)
    accepted = any(each.state == DisclosureState.ACCEPTED for each in newest)
    if accepted and state_of(unit, case_id, Step.ASSESSMENT) in {State.NOT_STARTED, State.PLANNED}:
        set_step(unit, case_id, Step.ASSESSMENT, State.ACTIVE, on_day=day)
        case = unit.session.get_one(Case, case_id)
        case.status = "assessing" if case.status == "new" else case.status
