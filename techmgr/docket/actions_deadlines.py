"""What an officer does with deadlines: set, done, waived, missed, extended, checked, passed on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select

from techmgr.core.checks import Checks
from techmgr.core.days import roll_back
from techmgr.core.errors import UserError
from techmgr.core.references import Reference, reference
from techmgr.core.texts import Text, say
from techmgr.docket.book import book_on
from techmgr.docket.events import Fact
from techmgr.docket.facts import packed_facts
from techmgr.docket.following import take_out
from techmgr.docket.model import Deadline, DocketEvent
from techmgr.docket.queries import title_of
from techmgr.docket.queries_why import due_of_deadline
from techmgr.docket.recomputing import recompute
from techmgr.documents.actions import AttachFile, attach_file
from techmgr.office.queries import settings_on
from techmgr.people.checking import check_person
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case
from techmgr.technology.recording import record
from techmgr.technology.steps import Step, step_of

Chosen = tuple[int, int | None]
"""A deadline's id and the version the screen showed."""


@dataclass(frozen=True, slots=True)
class SetDeadline:
    """A date set by hand; no computing ever changes it. With an id, one set by hand before."""

    subject: Reference
    title: str
    legal: date
    case_id: int | None = None
    step: int | None = None
    kind: str = "other"
    citation: str = ""
    is_hard: bool = True
    safe: date | None = None
    person_id: int | None = None
    deadline_id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class MarkDone:
    """Deadlines that were met on a day, and what proves it: words, or files kept with their cases."""

    deadlines: tuple[Chosen, ...]
    evidence: str
    on_day: date | None = None
    files: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Waive:
    """Deadlines nobody will meet, on purpose, and why."""

    deadlines: tuple[Chosen, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class MarkMissed:
    """A deadline that was missed, and how that came about."""

    deadline_id: int
    version: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Missed:
    """What can still be done after a deadline was missed, or None when no rule says."""

    deadline_id: int
    remedy: Text | None


@dataclass(frozen=True, slots=True)
class Reopen:
    """A deadline that was decided wrongly, and why it is open again."""

    deadline_id: int
    version: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Extend:
    """More time: so many months of the rule's own extensions, or (without) a day the office was given."""

    deadline_id: int
    version: int | None
    reason: str
    months: int = 0
    to_day: date | None = None


@dataclass(frozen=True, slots=True)
class CheckDeadlines:
    """Deadlines whose dates the officer has looked at and found right."""

    deadlines: tuple[Chosen, ...]


@dataclass(frozen=True, slots=True)
class Reassign:
    """Who answers for deadlines from now on; None is the manager of the case."""

    deadlines: tuple[Chosen, ...]
    person_id: int | None


@action(undo=Undo.RESTORE)
def set_deadline(unit: Unit, request: SetDeadline) -> int:
    """Set a deadline by hand and return its id. The safe day is the last business day, unless given."""
    checks = Checks()
    title = checks.line(request.title, "title", say("Say what must happen."))
    legal = checks.day(request.legal, "legal") or request.legal
    safe = checks.day(request.safe, "safe") or roll_back(
        legal, book_on(unit.session, unit.today).own
    )
    if safe > legal:
        checks.wrong(say("The safe date lies after the last day. Choose an earlier one."), "safe")
    check_person(unit.session, checks, request.person_id, "person_id")
    checks.refuse()
    row = _by_hand(unit, request)
    row.subject, row.case_id = str(request.subject), request.case_id or _case_of(request.subject)
    row.step = step_of(request.step).value if request.step else None
    row.title, row.kind, row.citation = (
        title,
        request.kind,
        checks.line(request.citation, "citation"),
    )
    row.raw = row.legal = row.last = legal
    row.safe, row.is_hard, row.person_id = safe, request.is_hard, request.person_id
    row.set_by, row.checked_by, row.checked_on = unit.officer, "", None
    unit.add(row)
    unit.about(row.reference)
    return row.id


def _case_of(subject: Reference) -> int | None:
    return subject.id if subject.kind == Case.__tablename__ else None


def _by_hand(unit: Unit, request: SetDeadline) -> Deadline:
    if request.deadline_id is None:
        return Deadline(by_hand=True, state="open", is_duty=True)
    row = unit.session.get_one(Deadline, request.deadline_id)
    if not row.by_hand:
        raise UserError(
            say(
                "This date is computed. Correct the event it follows from, or ask for an extension."
            ),
            field="legal",
        )
    unit.claim(row, request.version)
    return row


@action(undo=Undo.RESTORE)
def mark_done(unit: Unit, request: MarkDone) -> int:
    """Mark deadlines as done on a day (today's when left out), with the evidence; returns how many.

    Where a rule names one event that meets it, that event is entered too, and starts what follows:
    the invention reported to the agency starts the two years in which title is elected.
    """
    checks = Checks()
    missing = say("Say what proves it, or attach it: a receipt, a letter, a confirmation.")
    given = ", ".join(filter(None, [request.evidence, *(path.name for path in request.files)]))
    evidence = checks.text(given, "evidence", missing)
    day = checks.day(request.on_day, "on_day") or unit.today
    if day > unit.today:
        checks.wrong(say("{day} has not come yet.", day=day.isoformat()), "on_day")
    checks.refuse()
    rows = _open(unit, request.deadlines)
    for row in rows:
        row.state, row.on_day, row.evidence = "done", day, evidence
        row.decided_by = unit.officer
        _tell(unit, row, say("{title}: done", title=_title(row)), "event")
    for subject in dict.fromkeys(_kept_with(row) for row in rows):
        for path in request.files:
            attach_file(unit, AttachFile(subject, path))
    _enter_what_was_done(unit, rows, day)
    return len(request.deadlines)


def _kept_with(row: Deadline) -> Reference:
    """Where a file that proves a deadline is looked for: with its case, or with its record."""
    if row.case_id is not None:
        return Reference(Case.__tablename__, row.case_id)
    return reference(row.subject)


def _enter_what_was_done(unit: Unit, rows: Sequence[Deadline], day: date) -> None:
    rules = {rule.code: rule for rule in book_on(unit.session, unit.today).rules.rules}
    events = [
        DocketEvent(
            docket_record_id=row.docket_record_id,
            kind=rules[row.rule].met_by[0],
            on_day=day,
            facts=packed_facts(_numbered(rules[row.rule].number)),
            source=str(row.reference),
            recorded_by=unit.officer,
        )
        for row in rows
        if row.rule in rules and len(rules[row.rule].met_by) == 1
    ]
    if events:
        unit.add(*events)
        recompute(unit, sorted({event.docket_record_id for event in events}))


def _numbered(number: int | None) -> dict[str, Fact]:
    return {} if number is None else {"number": number}


@action(undo=Undo.RESTORE)
def waive(unit: Unit, request: Waive) -> int:
    """Waive deadlines with the reason, under the officer's name; returns how many."""
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.refuse()
    for row in _open(unit, request.deadlines):
        row.state, row.on_day, row.reason = "waived", unit.today, reason
        row.decided_by = unit.officer
        text = say("{title}: waived, {reason}", title=_title(row), reason=reason)
        _tell(unit, row, text, "event")
    return len(request.deadlines)


@action(undo=Undo.RESTORE)
def mark_missed(unit: Unit, request: MarkMissed) -> Missed:
    """Put on record that a deadline was missed, with the reason; returns what can still be done."""
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.refuse()
    (row,) = _open(unit, ((request.deadline_id, request.version),))
    if unit.today <= row.legal:
        raise UserError(
            say("It can still be met until {day}. Waive it instead.", day=row.legal.isoformat())
        )
    row.state, row.on_day, row.reason = "missed", row.legal, reason
    row.decided_by = unit.officer
    text = say("{title}: missed, {reason}", title=_title(row), reason=reason)
    _tell(unit, row, text, "attention")
    due = due_of_deadline(unit.session, row, unit.today)
    return Missed(row.id, Text(due.rule.remedy) if due and due.rule.remedy else None)


@action(undo=Undo.RESTORE)
def reopen_deadline(unit: Unit, request: Reopen) -> int:
    """Open a decided deadline again, with the reason; returns its id."""
    row = unit.session.get_one(Deadline, request.deadline_id)
    checks = Checks()
    reason = checks.reason(request.reason)
    if not row.decided_by:
        checks.wrong(say("Nobody has decided this deadline: correct the events instead."), "reason")
    checks.refuse()
    unit.claim(row, request.version)
    unit.about(row.reference)
    row.state, row.on_day, row.decided_by, row.reason, row.evidence = "open", None, "", "", ""
    entered = select(DocketEvent).where(DocketEvent.source == str(row.reference))
    if events := unit.session.scalars(entered).all():
        record_id = events[0].docket_record_id
        take_out(unit, [event.id for event in events])
        recompute(unit, [record_id])
    text = say("{title}: open again, {reason}", title=_title(row), reason=reason)
    _tell(unit, row, text, "event")
    return row.id


@action(undo=Undo.RESTORE)
def extend(unit: Unit, request: Extend) -> date:
    """Extend a deadline, with the reason; returns the new last day. A rule's longest time holds."""
    checks = Checks()
    checks.reason(request.reason)
    checks.day(request.to_day, "to_day")
    checks.refuse()
    (row,) = _open(unit, ((request.deadline_id, request.version),))
    legal, own = _extended(unit, row, request), book_on(unit.session, unit.today).own
    row.extension_months, row.extended_to, row.legal = request.months, legal, legal
    row.safe, row.last = roll_back(legal, own), max(row.last, legal)
    row.set_by = unit.officer
    row.checked_by, row.checked_on = "", None
    text = say("{title}: extended to {day}", title=_title(row), day=legal.isoformat())
    _tell(unit, row, text, "event")
    return legal


def _extended(unit: Unit, row: Deadline, request: Extend) -> date:
    if not request.months:
        if request.to_day is None or request.to_day <= row.legal:
            raise UserError(
                say("Choose a day after {day}.", day=row.legal.isoformat()), field="to_day"
            )
        return request.to_day
    due = due_of_deadline(unit.session, row, unit.today)
    ladder = {each.months: each.legal for each in due.extensions} if due else {}
    if request.months not in ladder:
        raise UserError(
            say("The rule allows {count} months of extension.", count=max(ladder, default=0)),
            field="months",
        )
    return ladder[request.months]


@action(undo=Undo.RESTORE)
def check_deadlines(unit: Unit, request: CheckDeadlines) -> int:
    """Record that the officer has checked dates; refuses one's own where a second person checks."""
    second = settings_on(unit.session, unit.today).second_person
    for row in _claimed(unit, request.deadlines):
        if second and row.set_by == unit.officer:
            raise UserError(say("You set this date yourself: a second person checks it."))
        row.checked_by, row.checked_on = unit.officer, unit.today
    return len(request.deadlines)


@action(undo=Undo.RESTORE)
def reassign(unit: Unit, request: Reassign) -> int:
    """Pass deadlines on to a person, or back to the case's manager; returns how many."""
    checks = Checks()
    check_person(unit.session, checks, request.person_id, "person_id")
    checks.refuse()
    for row in _claimed(unit, request.deadlines):
        row.person_id = request.person_id
    return len(request.deadlines)


def _claimed(unit: Unit, chosen: Sequence[Chosen]) -> list[Deadline]:
    if not chosen:
        raise UserError(say("Choose at least one deadline."))
    rows = []
    for deadline_id, version in chosen:
        row = unit.session.get_one(Deadline, deadline_id)
        unit.claim(row, version)
        unit.about(row.reference)
        rows.append(row)
    return rows


def _open(unit: Unit, chosen: Sequence[Chosen]) -> list[Deadline]:
    rows = _claimed(unit, chosen)
    for row in rows:
        if row.state != "open":
            raise UserError(
                say("“{title}” is decided already. Open it again first.", title=_title(row))
            )
    return rows


def _title(row: Deadline) -> Text:
    title = title_of(row.rule, row.title)
    return title if isinstance(title, Text) else say("{title}", title=title)


def _tell(unit: Unit, row: Deadline, text: Text, kind: str) -> None:
    if row.case_id is not None:
        step = row.step or Step.PROTECTION
        record(unit, row.case_id, row.on_day or unit.today, step, kind, text, row.reference)
