"""What an officer can do with a case itself: register, edit, hand over, close, reopen."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from techmgr.core.checks import Checks
from techmgr.core.texts import say
from techmgr.office.queries import check_listed, free_number, settings_on
from techmgr.people.checking import check_organisation, check_person
from techmgr.people.queries import person_by_id
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case, HandOver
from techmgr.technology.recording import record, set_step
from techmgr.technology.steps import State, Step


@dataclass(frozen=True, slots=True)
class CaseFields:
    """What is recorded of a case and may be edited. Its number and manager are not among it."""

    title: str
    abstract: str = ""
    type: str = "invention"
    field: str = ""
    keywords: str = ""
    trl: int | None = None
    status: str = "new"
    received: date | None = None
    department_id: int | None = None
    centre_id: int | None = None
    foreign_number: str = ""


@dataclass(frozen=True, slots=True)
class RegisterCase:
    """A new case. Without a number it gets the next one of the office's pattern."""

    case: CaseFields
    manager_id: int | None = None
    origin: str = "officer"
    number: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """A case and the number it got."""

    case_id: int
    number: str


@dataclass(frozen=True, slots=True)
class EditCase:
    """A case's record as a whole."""

    case_id: int
    version: int | None
    case: CaseFields


@dataclass(frozen=True, slots=True)
class HandOverCase:
    """The case passes to another technology manager."""

    case_id: int
    version: int | None
    to_person_id: int
    reason: str
    on_day: date | None = None


@dataclass(frozen=True, slots=True)
class CloseCase:
    """The case ends; `status` is how (closed, released, lapsed …)."""

    case_id: int
    version: int | None
    reason: str
    status: str = "closed"


@dataclass(frozen=True, slots=True)
class ReopenCase:
    """The case goes on."""

    case_id: int
    version: int | None
    reason: str
    status: str = "assessing"


@action(undo=Undo.RESTORE)
def register_case(unit: Unit, request: RegisterCase) -> Registered:
    """Open a case under a number that no other case has or gets."""
    checks = Checks()
    case = Case()
    _write(unit, case, request.case, checks)
    case.origin = check_listed(unit.session, checks, "case_origin", request.origin, "origin")
    case.manager_id = check_person(unit.session, checks, request.manager_id, "manager_id")
    number = checks.line(request.number, "number")
    if number and unit.session.scalar(select(Case.id).where(Case.number == number)):
        checks.wrong(
            say(
                "There is a case {number} already. Leave it out for the next free one.",
                number=number,
            ),
            "number",
        )
    checks.refuse()
    case.number = number or _next_number(unit, case.received or unit.today)
    unit.add(case)
    unit.about(case.reference)
    _docket(unit, case)
    return Registered(case.id, case.number)


def _next_number(unit: Unit, day: date) -> str:
    pattern = settings_on(unit.session, unit.today).case_number_pattern
    return free_number(unit.session, Case.number, pattern, day)


def _docket(unit: Unit, case: Case) -> None:
    """Step 2 is done once the case has its number and the one who answers for it."""
    day = case.received or unit.today
    if case.manager_id is None:
        set_step(unit, case.id, Step.DOCKETING, State.ACTIVE, on_day=day, summary=say("No manager"))
        return
    manager = person_by_id(unit.session, case.manager_id).name
    set_step(
        unit, case.id, Step.DOCKETING, State.DONE, on_day=day, summary=say("{name}", name=manager)
    )
    text = say(
        "Docketed as {number}, {manager} answers for it", number=case.number, manager=manager
    )
    record(unit, case.id, day, Step.DOCKETING, "event", text, case.reference)


@action(undo=Undo.RESTORE)
def edit_case(unit: Unit, request: EditCase) -> None:
    """Save a case's record."""
    case = unit.session.get_one(Case, request.case_id)
    unit.claim(case, request.version)
    checks = Checks()
    _write(unit, case, request.case, checks)
    checks.refuse()
    unit.about(case.reference)


def _write(unit: Unit, case: Case, fields: CaseFields, checks: Checks) -> None:
    session = unit.session
    with session.no_autoflush:  # nothing half checked is written
        case.title = checks.line(fields.title, "title", say("Give the case a title."))
        case.abstract = checks.text(fields.abstract, "abstract")
        case.keywords = checks.line(fields.keywords, "keywords")
        case.foreign_number = checks.line(fields.foreign_number, "foreign_number")
        case.type = check_listed(session, checks, "case_type", fields.type, "type")
        case.status = check_listed(session, checks, "case_status", fields.status, "status")
        case.field = fields.field
        if fields.field:
            check_listed(session, checks, "field", fields.field, "field")
        case.department_id = check_organisation(
            session, checks, fields.department_id, "department_id"
        )
        case.centre_id = check_organisation(session, checks, fields.centre_id, "centre_id")
        case.received = checks.day(fields.received, "received")
        case.trl = fields.trl
        if fields.trl is not None and not 1 <= fields.trl <= 9:
            checks.wrong(say("The readiness level must be from 1 to 9."), "trl")


@action(undo=Undo.RESTORE)
def hand_over(unit: Unit, request: HandOverCase) -> int:
    """Pass a case to another manager, with the reason; returns the id of the hand-over."""
    case = unit.session.get_one(Case, request.case_id)
    checks = Checks()
    reason = checks.reason(request.reason)
    day = checks.day(request.on_day, "on_day") or unit.today
    check_person(unit.session, checks, request.to_person_id, "to_person_id")
    if request.to_person_id == case.manager_id:
        checks.wrong(
            say("This person answers for the case already. Choose another."), "to_person_id"
        )
    checks.refuse()
    unit.claim(case, request.version)
    passed = HandOver(
        case_id=case.id,
        on_day=day,
        from_person_id=case.manager_id,
        to_person_id=request.to_person_id,
        reason=reason,
    )
    case.manager_id = request.to_person_id
    unit.add(passed)
    unit.about(case.reference)
    name = person_by_id(unit.session, request.to_person_id).name
    set_step(
        unit, case.id, Step.DOCKETING, State.DONE, on_day=day, summary=say("{name}", name=name)
    )
    text = say("Handed over to {name}: {reason}", name=name, reason=reason)
    record(unit, case.id, day, Step.DOCKETING, "event", text, passed.reference)
    return passed.id


@action(undo=Undo.RESTORE)
def close_case(unit: Unit, request: CloseCase) -> None:
    """End a case, with the reason; nothing of it is deleted."""
    case = unit.session.get_one(Case, request.case_id)
    checks = Checks()
    reason = checks.reason(request.reason)
    check_listed(unit.session, checks, "case_status", request.status, "status")
    if case.closed_on is not None:
        checks.wrong(say("The case is closed already."), "status")
    checks.refuse()
    unit.claim(case, request.version)
    case.status, case.closed_on = request.status, unit.today
    unit.about(case.reference)
    text = say("Closed: {reason}", reason=reason)
    record(unit, case.id, unit.today, Step.DOCKETING, "event", text, case.reference)


@action(undo=Undo.RESTORE)
def reopen_case(unit: Unit, request: ReopenCase) -> None:
    """Go on with a closed case, with the reason."""
    case = unit.session.get_one(Case, request.case_id)
    checks = Checks()
    reason = checks.reason(request.reason)
    check_listed(unit.session, checks, "case_status", request.status, "status")
    if case.closed_on is None:
        checks.wrong(say("The case is open."), "status")
    checks.refuse()
    unit.claim(case, request.version)
    case.status, case.closed_on = request.status, None
    unit.about(case.reference)
    text = say("Reopened: {reason}", reason=reason)
    record(unit, case.id, unit.today, Step.DOCKETING, "event", text, case.reference)
