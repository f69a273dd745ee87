"""What an officer settles about a case's steps by hand: wait, waive, resume, plan, decide."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say
from techmgr.office.queries import check_listed, listed
from techmgr.people.checking import check_person
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case, CaseStep, Decision
from techmgr.technology.recording import begin_step, officer_id, record, set_step, state_of
from techmgr.technology.steps import NAMES, State, Step, after_waiting, step_of


@dataclass(frozen=True, slots=True)
class WaitStep:
    """A step waits for somebody or something."""

    case_id: int
    step: int
    reason: str
    on_day: date | None = None


@dataclass(frozen=True, slots=True)
class WaiveStep:
    """A step is not needed for this case."""

    case_id: int
    step: int
    reason: str
    on_day: date | None = None


@dataclass(frozen=True, slots=True)
class ResumeStep:
    """A step that waited, was waived or had ended goes on."""

    case_id: int
    step: int
    reason: str
    on_day: date | None = None


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A step that has not started is meant to start on a day."""

    case_id: int
    step: int
    on_day: date


@dataclass(frozen=True, slots=True)
class Decide:
    """A decision with its reasons and the evidence looked at."""

    case_id: int
    kind: str
    outcome: str
    reasons: str
    evidence: str = ""
    on_day: date | None = None
    person_id: int | None = None  # the officer acting when left out


@action(undo=Undo.RESTORE)
def wait_step(unit: Unit, request: WaitStep) -> None:
    """Let a step wait, with the reason."""
    _by_hand(unit, request, State.WAITING, say("{step} waits: {reason}"))


@action(undo=Undo.RESTORE)
def waive_step(unit: Unit, request: WaiveStep) -> None:
    """Waive a step, with the reason."""
    _by_hand(unit, request, State.WAIVED, say("{step} waived: {reason}"))


@action(undo=Undo.RESTORE)
def resume_step(unit: Unit, request: ResumeStep) -> None:
    """Go on with a step, with the reason: under way if it had begun, else not started."""
    chosen = (CaseStep.case_id == request.case_id, CaseStep.step == request.step)
    row = unit.session.scalars(select(CaseStep).where(*chosen)).first()
    if row is None or row.state in {State.NOT_STARTED, State.ACTIVE, State.PLANNED}:
        raise UserError(say("This step does not wait and has not ended."), field="step")
    _by_hand(unit, request, after_waiting(row.started), say("{step} goes on: {reason}"))


def _by_hand(
    unit: Unit, request: WaitStep | WaiveStep | ResumeStep, state: State, sentence: Text
) -> None:
    checks = Checks()
    reason = checks.reason(request.reason)
    day = checks.day(request.on_day, "on_day") or unit.today
    checks.refuse()
    step = step_of(request.step)
    case = unit.session.get_one(Case, request.case_id)
    unit.claim(case, None)
    set_step(unit, case.id, step, state, on_day=day, reason=reason)
    unit.about(case.reference)
    text = say(sentence.message, step=NAMES[step], reason=reason)
    record(unit, case.id, day, step, "event", text, case.reference)


@action(undo=Undo.RESTORE)
def plan_step(unit: Unit, request: PlanStep) -> None:
    """Plan the start of a step that has not started."""
    checks = Checks()
    day = checks.day(request.on_day, "on_day")
    step = step_of(request.step)
    case = unit.session.get_one(Case, request.case_id)
    if state_of(unit, case.id, step) not in {State.NOT_STARTED, State.PLANNED}:
        checks.wrong(say("{step} has started already.", step=NAMES[step]), "step")
    checks.refuse()
    unit.claim(case, None)
    set_step(unit, case.id, step, State.PLANNED, on_day=day)
    unit.about(case.reference)


@action(undo=Undo.RESTORE)
def decide(unit: Unit, request: Decide) -> int:
    """Record a decision and return its id. An assessment ends step 3; a filing plans or waives step 4."""
    checks = Checks()
    decision = Decision(
        case_id=request.case_id,
        on_day=checks.day(request.on_day, "on_day") or unit.today,
        kind=check_listed(unit.session, checks, "decision_kind", request.kind, "kind"),
        outcome=check_listed(unit.session, checks, "decision_outcome", request.outcome, "outcome"),
        reasons=checks.text(
            request.reasons, "reasons", say("Say why: a decision keeps its reasons.")
        ),
        evidence=checks.text(request.evidence, "evidence"),
        person_id=check_person(unit.session, checks, request.person_id, "person_id")
        or officer_id(unit),
    )
    checks.refuse()
    case = unit.session.get_one(Case, request.case_id)
    unit.claim(case, None)
    unit.add(decision)
    unit.about(case.reference)
    _follow(unit, decision)
    return decision.id


def _follow(unit: Unit, decision: Decision) -> None:
    outcome = listed(unit.session, "decision_outcome", decision.outcome)
    words = say("{outcome}", outcome=outcome)
    case_id, day = decision.case_id, decision.on_day
    step = Step.ASSESSMENT
    if decision.kind == "assessment" and decision.outcome == "defer":
        set_step(
            unit, case_id, step, State.WAITING, on_day=day, reason=decision.reasons, summary=words
        )
    elif decision.kind == "assessment":
        _pursue(unit, decision)
        set_step(unit, case_id, step, State.DONE, on_day=day, summary=words)
    elif decision.kind in {"filing", "maintenance"}:
        step = Step.PROTECTION
        _follow_protection(unit, decision, words)
    kind = listed(unit.session, "decision_kind", decision.kind)
    text = say("{kind}: {outcome}. {reasons}", kind=kind, outcome=outcome, reasons=decision.reasons)
    record(unit, case_id, day, step, "event", text, decision.reference)


def _pursue(unit: Unit, decision: Decision) -> None:
    case = unit.session.get_one(Case, decision.case_id)
    if decision.outcome == "pursue" and case.status in {"new", "assessing"}:
        case.status = "pursued"


def _follow_protection(unit: Unit, decision: Decision, words: Text) -> None:
    case_id, day = decision.case_id, decision.on_day
    if decision.outcome == "file" and state_of(unit, case_id, Step.PROTECTION) is not State.ACTIVE:
        set_step(unit, case_id, Step.PROTECTION, State.PLANNED, on_day=day, summary=words)
    elif decision.outcome in {"not_file", "drop"}:
        reason = decision.reasons
        set_step(
            unit, case_id, Step.PROTECTION, State.WAIVED, on_day=day, reason=reason, summary=words
        )
    elif decision.outcome == "keep":
        begin_step(unit, case_id, Step.PROTECTION, on_day=day, summary=words)
