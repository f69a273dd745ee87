"""What the office answers to a disclosure: accepted, sent back, withdrawn; and duties to assign."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from techmgr.core.checks import Checks
from techmgr.core.texts import Text, say
from techmgr.disclosure.checking import check_assignment
from techmgr.disclosure.docketing import docket_disclosures
from techmgr.disclosure.entries import InventorEntry
from techmgr.disclosure.following import follow_disclosures
from techmgr.disclosure.model import Disclosure, Inventor
from techmgr.disclosure.states import MAY_FOLLOW, NAMES, DisclosureState
from techmgr.documents.model import File
from techmgr.people.queries import person_by_id
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.recording import record
from techmgr.technology.steps import Step


@dataclass(frozen=True, slots=True)
class AcceptDisclosure:
    """The disclosure is complete; assessment may begin."""

    disclosure_id: int
    version: int | None
    on_day: date | None = None


@dataclass(frozen=True, slots=True)
class SendBack:
    """The disclosure goes back to the inventors; the reason is what they read."""

    disclosure_id: int
    version: int | None
    reason: str
    on_day: date | None = None


@dataclass(frozen=True, slots=True)
class WithdrawDisclosure:
    """The inventors take the disclosure back."""

    disclosure_id: int
    version: int | None
    reason: str
    on_day: date | None = None


@dataclass(frozen=True, slots=True)
class RecordAssignment:
    """One inventor's duty to assign, with the signed paper when there is one."""

    inventor_id: int
    assignment: str
    assigned_on: date | None = None
    file_id: int | None = None


@action(undo=Undo.RESTORE)
def accept_disclosure(unit: Unit, request: AcceptDisclosure) -> None:
    """Accept a disclosure: step 1 is done, the assessment under way. It needs an inventor."""
    checks = Checks()
    chosen = Inventor.disclosure_id == request.disclosure_id
    if not unit.session.scalar(select(func.count()).select_from(Inventor).where(chosen)):
        checks.wrong(say("No inventor is named. Name at least one, then accept."), "inventors")
    text = say("Disclosure {label} accepted")
    _answer(unit, checks, request, DisclosureState.ACCEPTED, text)


@action(undo=Undo.RESTORE)
def send_back(unit: Unit, request: SendBack) -> None:
    """Send a disclosure back, with the reason; step 1 waits."""
    text = say("Disclosure {label} sent back: {reason}")
    _answer(unit, Checks(), request, DisclosureState.SENT_BACK, text)


@action(undo=Undo.RESTORE)
def withdraw(unit: Unit, request: WithdrawDisclosure) -> None:
    """Record that the inventors took a disclosure back, with the reason."""
    text = say("Disclosure {label} withdrawn: {reason}")
    _answer(unit, Checks(), request, DisclosureState.WITHDRAWN, text)


def _answer(
    unit: Unit,
    checks: Checks,
    request: AcceptDisclosure | SendBack | WithdrawDisclosure,
    state: DisclosureState,
    sentence: Text,
) -> None:
    disclosure = unit.session.get_one(Disclosure, request.disclosure_id)
    reason = "" if isinstance(request, AcceptDisclosure) else checks.reason(request.reason)
    day = checks.day(request.on_day, "on_day") or unit.today
    now = DisclosureState(disclosure.state)
    if state not in MAY_FOLLOW[now]:
        checks.wrong(say("The disclosure is in this state: {state}.", state=NAMES[now]), "state")
    checks.refuse()
    unit.claim(disclosure, request.version)
    disclosure.state, disclosure.since, disclosure.reason = state, day, reason
    unit.about(disclosure.reference)
    text = say(sentence.message, label=disclosure.label, reason=reason)
    record(unit, disclosure.case_id, day, Step.DISCLOSURE, "event", text, disclosure.reference)
    follow_disclosures(unit, disclosure.case_id, day)
    docket_disclosures(unit, disclosure.case_id)


@action(undo=Undo.RESTORE)
def record_assignment(unit: Unit, request: RecordAssignment) -> None:
    """Record where an inventor's duty to assign stands."""
    inventor = unit.session.get_one(Inventor, request.inventor_id)
    checks = Checks()
    entry = InventorEntry(
        inventor.person_id,
        employer_id=inventor.employer_id,
        assignment=request.assignment,
        assigned_on=request.assigned_on,
    )
    check_assignment(unit, checks, entry, "inventor")
    if request.file_id is not None and unit.session.get(File, request.file_id) is None:
        checks.wrong(say("There is no such file. Attach it first."), "file_id")
    checks.refuse()
    inventor.assignment, inventor.assigned_on = request.assignment, request.assigned_on
    inventor.assignment_file_id = request.file_id
    disclosure = unit.session.get_one(Disclosure, inventor.disclosure_id)
    unit.claim(disclosure, None)
    unit.about(disclosure.reference)
    if request.assignment == "signed":
        day = request.assigned_on or unit.today
        text = say(
            "{name} signed the assignment", name=person_by_id(unit.session, inventor.person_id).name
        )
        record(unit, disclosure.case_id, day, Step.DISCLOSURE, "contract", text, inventor.reference)
