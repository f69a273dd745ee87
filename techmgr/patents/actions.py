"""What an officer does with rights: file, record publication and grant, give up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say
from techmgr.docket.actions import RecordEvent, record_event
from techmgr.office.queries import listed
from techmgr.patents.docketing import follow_rights, is_docketed
from techmgr.patents.model import Right, RightCase
from techmgr.patents.queries import cases_of_right
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case
from techmgr.technology.recording import begin_step, record, set_step, state_of
from techmgr.technology.steps import State, Step


@dataclass(frozen=True, slots=True)
class RightFields:
    """What is recorded of a filing. Numbers are kept as given; `cases` are (case id, share)."""

    kind: str
    country: str
    title: str
    cases: tuple[tuple[int, Fraction], ...]
    filed: date | None = None
    application_number: str = ""
    publication_number: str = ""
    grant_number: str = ""
    published: date | None = None
    granted: date | None = None
    expires: date | None = None
    parent_id: int | None = None
    counsel_id: int | None = None
    counsel_reference: str = ""
    entity_size: str = ""


@dataclass(frozen=True, slots=True)
class FileRight:
    """A filing that was made, or (without a day) that is planned."""

    right: RightFields


@dataclass(frozen=True, slots=True)
class EditRight:
    """A right's record as a whole."""

    right_id: int
    version: int | None
    right: RightFields


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


@action(undo=Undo.RESTORE)
def file_right(unit: Unit, request: FileRight) -> int:
    """Record a filing on its cases and return its id. Their protection step is under way from it."""
    checks = Checks()
    right = Right()
    _write(unit, right, request.right, checks)
    checks.refuse()
    unit.add(right)
    unit.about(right.reference)
    _write_cases(unit, right, request.right.cases)
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
def edit_right(unit: Unit, request: EditRight) -> int:
    """Change a right as a whole and return its id."""
    right = unit.session.get_one(Right, request.right_id)
    unit.claim(right, request.version)
    checks = Checks()
    _write(unit, right, request.right, checks)
    if request.right.parent_id == right.id:
        checks.wrong(say("A filing cannot grow from itself."), "parent_id")
    checks.refuse()
    unit.session.query(RightCase).filter_by(right_id=right.id).delete()
    _write_cases(unit, right, request.right.cases)
    unit.about(right.reference)
    follow_rights(unit, [right.id])
    return right.id


@action(undo=Undo.RESTORE)
def grant_right(unit: Unit, request: GrantRight) -> int:
    """Record a grant and return the right's id. Refuses a grant before the filing."""
    right = unit.session.get_one(Right, request.right_id)
    checks = Checks()
    checks.day(request.granted, "granted")
    _check_order(checks, right.filed, request.granted)
    number = checks.line(
        request.grant_number, "grant_number", say("Enter the number of the grant.")
    )
    checks.refuse()
    unit.claim(right, request.version)
    unit.about(right.reference)
    right.state, right.granted, right.grant_number = "granted", request.granted, number
    right.expires = request.expires or right.expires
    _tell_grant(unit, right, request.granted)
    follow_rights(unit, [right.id])
    return right.id


@action(undo=Undo.RESTORE)
def abandon_right(unit: Unit, request: AbandonRight) -> int:
    """Record that a right was given up, with the reason; returns its id."""
    right = unit.session.get_one(Right, request.right_id)
    if right.state in {"abandoned", "lapsed", "expired"}:
        raise UserError(say("This right has ended already."))
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.day(request.on_day, "on_day")
    checks.refuse()
    unit.claim(right, request.version)
    unit.about(right.reference)
    right.state = "abandoned"
    text = say(
        "{country} {number} given up: {reason}",
        country=right.country,
        number=right.application_number,
        reason=reason,
    )
    for case_id in _case_ids(unit, right):
        record(unit, case_id, request.on_day, Step.PROTECTION, "event", text, right.reference)
    follow_rights(unit, [right.id])
    if is_docketed(right):
        record_event(unit, RecordEvent(right.reference, "lapsed", request.on_day))
    return right.id


def _write(unit: Unit, right: Right, fields: RightFields, checks: Checks) -> None:
    right.kind = checks.line(fields.kind, "kind", say("Choose the kind of filing."))
    right.country = checks.line(
        fields.country, "country", say("Choose the country or office.")
    ).upper()
    right.title = checks.line(fields.title, "title", say("Enter a title."))
    for name in ("application_number", "publication_number", "grant_number", "counsel_reference"):
        setattr(right, name, checks.line(getattr(fields, name), name))
    for name in ("filed", "published", "granted", "expires"):
        setattr(right, name, checks.day(getattr(fields, name), name))
    right.parent_id, right.counsel_id = fields.parent_id, fields.counsel_id
    right.entity_size = fields.entity_size
    right.state = _state(fields)
    _check_order(checks, fields.filed, fields.granted)
    if fields.filed is not None and fields.filed > unit.today:
        checks.wrong(say("{day} has not come yet.", day=fields.filed.isoformat()), "filed")
    if not fields.cases or sum(share for _, share in fields.cases) != 1:
        checks.wrong(say("The cases' shares of a right must make exactly 100 %."), "cases")


def _state(fields: RightFields) -> str:
    if fields.granted is not None or fields.grant_number:
        return "granted"
    return "filed" if fields.filed is not None or fields.application_number else "planned"


def _check_order(checks: Checks, filed: date | None, granted: date | None) -> None:
    if filed is not None and granted is not None and granted < filed:
        checks.wrong(
            say(
                "It was granted on {granted}, before it was filed on {filed}. Correct one of them.",
                granted=granted.isoformat(),
                filed=filed.isoformat(),
            ),
            "granted",
        )


def _write_cases(unit: Unit, right: Right, cases: Sequence[tuple[int, Fraction]]) -> None:
    unit.add(
        *(
            RightCase(
                right_id=right.id,
                case_id=case_id,
                numerator=share.numerator,
                denominator=share.denominator,
            )
            for case_id, share in cases
        )
    )


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
