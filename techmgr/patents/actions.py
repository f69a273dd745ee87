"""What an officer does with rights: file, correct, share between cases, grant, give up."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say
from techmgr.docket.actions import RecordEvent, record_event
from techmgr.docket.recomputing import Change
from techmgr.office.queries import listed
from techmgr.patents.actions_checks import (
    NUMBERS,
    RightFields,
    Shares,
    bare_numbers,
    check_links,
    check_order,
    check_shares,
    write_cases,
    write_links,
    write_parties,
    write_right,
)
from techmgr.patents.docketing import follow_rights
from techmgr.patents.model import Right, RightCase
from techmgr.patents.queries import cases_of_right, right_by_id
from techmgr.patents.standing import GIVEN_UP, LIVING
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case
from techmgr.technology.recording import begin_step, record, set_step, state_of
from techmgr.technology.steps import State, Step

__all__ = ["RightFields"]


@dataclass(frozen=True, slots=True)
class FileRight:
    """A filing that was made, or (without a day) that is planned."""

    right: RightFields


@dataclass(frozen=True, slots=True)
class EditRight:
    """A right's record as a whole; its shares are those in force today."""

    right_id: int
    version: int | None
    right: RightFields


@dataclass(frozen=True, slots=True)
class ShareRight:
    """The cases a right serves from a day on, with their shares; None is from the beginning."""

    right_id: int
    version: int | None
    cases: Shares
    from_day: date | None = None


@dataclass(frozen=True, slots=True)
class GrantRight:
    """The grant of a right: its day, number and last day when known."""

    right_id: int
    version: int | None
    granted: date
    grant_number: str
    expires: date | None = None


@dataclass(frozen=True, slots=True)
class AbandonRight:
    """A right given up on a day, and why."""

    right_id: int
    version: int | None
    on_day: date
    reason: str


@dataclass(frozen=True, slots=True)
class Edited:
    """A right's id, and what became of deadlines."""

    right_id: int
    changes: tuple[Change, ...]


@action(undo=Undo.RESTORE)
def file_right(unit: Unit, request: FileRight) -> int:
    """Record a filing on its cases and return its id. Their protection step is under way from it."""
    checks = Checks()
    right = Right()
    write_right(unit, right, request.right, checks)
    check_links(unit, right, request.right, checks)
    if not request.right.cases:
        checks.wrong(say("Choose the case, or the cases, it belongs to."), "cases")
    checks.refuse()
    unit.add(right)
    unit.about(right.reference)
    write_cases(unit, right, request.right.cases, date.min)
    write_links(unit, right, request.right)
    write_parties(unit, right, request.right)
    if right.filed is not None:
        text = say(
            "{kind} filed: {country} {number}",
            kind=listed(unit.session, "right_kind", right.kind),
            country=right.country,
            number=right.application_number,
        )
        _tell(unit, right, right.filed, text, say("Filed"))
    if right.granted is not None:
        _tell_grant(unit, right, right.granted)
    follow_rights(unit, [right.id])
    return right.id


@action(undo=Undo.RESTORE)
def edit_right(unit: Unit, request: EditRight) -> Edited:
    """Change a right as a whole; its family's deadlines are computed again and what moved is returned."""
    right = unit.session.get_one(Right, request.right_id)
    unit.claim(right, request.version)
    checks = Checks()
    write_right(unit, right, request.right, checks)
    check_links(unit, right, request.right, checks)
    checks.refuse()
    write_cases(unit, right, request.right.cases, _shares_since(unit, right.id))
    write_links(unit, right, request.right)
    write_parties(unit, right, request.right)
    unit.about(right.reference)
    return Edited(right.id, tuple(follow_rights(unit, [right.id])))


@action(undo=Undo.RESTORE)
def share_right(unit: Unit, request: ShareRight) -> Edited:
    """Share a right between cases from a day on; what was before that day stays on record."""
    right = unit.session.get_one(Right, request.right_id)
    checks = Checks()
    checks.day(request.from_day, "from_day")
    check_shares(request.cases, checks)
    if not request.cases:
        checks.wrong(say("Choose the case, or the cases, it belongs to."), "cases")
    checks.refuse()
    unit.claim(right, request.version)
    unit.about(right.reference)
    write_cases(unit, right, request.cases, request.from_day or date.min)
    return Edited(right.id, tuple(follow_rights(unit, [right.id])))


@action(undo=Undo.RESTORE)
def grant_right(unit: Unit, request: GrantRight) -> Edited:
    """Record a grant. Refuses a grant before the filing."""
    right = unit.session.get_one(Right, request.right_id)
    checks = Checks()
    checks.day(request.granted, "granted")
    check_order(checks, right.filed, request.granted)
    number = checks.line(
        request.grant_number, "grant_number", say("Enter the number of the grant.")
    )
    checks.refuse()
    unit.claim(right, request.version)
    unit.about(right.reference)
    right.granted, right.grant_number = request.granted, number
    right.expires = request.expires or right.expires
    right.bare_numbers = bare_numbers(
        right.country, {name: getattr(right, name) for name in NUMBERS}
    )
    _tell_grant(unit, right, request.granted)
    return Edited(right.id, tuple(follow_rights(unit, [right.id])))


@action(undo=Undo.RESTORE)
def abandon_right(unit: Unit, request: AbandonRight) -> int:
    """Record that a right was given up, with the reason; returns its id."""
    right = unit.session.get_one(Right, request.right_id)
    if right_by_id(unit.session, right.id, unit.today).state not in LIVING:
        raise UserError(say("This right has ended already."))
    if not right.is_followed:
        raise UserError(
            say("This right is known for its family only. Say on its record that it is followed.")
        )
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.day(request.on_day, "on_day")
    checks.refuse()
    unit.claim(right, request.version)
    unit.about(right.reference)
    text = say(
        "{country} {number} given up: {reason}",
        country=right.country,
        number=right.grant_number or right.application_number or right.title,
        reason=reason,
    )
    for case_id in _case_ids(unit, right):
        record(unit, case_id, request.on_day, Step.PROTECTION, "event", text, right.reference)
    follow_rights(unit, [right.id])
    end = RecordEvent(right.reference, "lapsed", request.on_day, {"how": GIVEN_UP})
    record_event(unit, end)
    return right.id


def _shares_since(unit: Unit, right_id: int) -> date:
    """Return the day from which the shares in force today began."""
    of_right = (RightCase.right_id == right_id, RightCase.from_day <= unit.today)
    since = unit.session.scalar(select(func.max(RightCase.from_day)).where(*of_right))
    return since or date.min


def _tell_grant(unit: Unit, right: Right, day: date) -> None:
    text = say("{country} {number} granted", country=right.country, number=right.grant_number)
    _tell(unit, right, day, text, say("In force"))


def _tell(unit: Unit, right: Right, day: date, text: Text, summary: Text) -> None:
    kind = "contract" if right.granted == day else "event"
    for case_id in _case_ids(unit, right):
        if state_of(unit, case_id, Step.PROTECTION) is State.WAIVED:
            set_step(unit, case_id, Step.PROTECTION, State.ACTIVE, on_day=day, summary=summary)
        begin_step(unit, case_id, Step.PROTECTION, on_day=day, summary=summary)
        record(unit, case_id, day, Step.PROTECTION, kind, text, right.reference)
        case = unit.session.get_one(Case, case_id)
        case.status = _status(case.status, granted=right.granted is not None)


def _status(status: str, *, granted: bool) -> str:
    """A filing moves a case forward, never back: a licensed case stays licensed."""
    early = {"new", "assessing", "pursued", "filed"}
    return ("granted" if granted else "filed") if status in early else status


def _case_ids(unit: Unit, right: Right) -> list[int]:
    return [case_id for case_id, _, _ in cases_of_right(unit.session, right.id)]
