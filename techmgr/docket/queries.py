"""Reads of deadlines: the list by safe date, those of a case, the next of each case, events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, or_, select
from sqlalchemy.orm import Session

from techmgr.core.references import Reference, reference
from techmgr.core.texts import Text
from techmgr.docket.book import titles
from techmgr.docket.events import Fact
from techmgr.docket.facts import unpacked_facts
from techmgr.docket.model import Deadline, DocketEvent, DocketRecord
from techmgr.docket.rulebook import shipped_rules
from techmgr.people.model import Person
from techmgr.storage.audit import AuditEntry
from techmgr.technology.model import Case

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class DeadlineRow:
    """A deadline as lists show it. `record` is the name of what it is about, `last` the last day of all.

    `person` answers for it: the one it was passed to, else the case's manager.
    """

    id: int
    version: int
    safe: date
    legal: date
    raw: date
    last: date
    opens: date | None
    title: Text | str
    subject: Reference
    record: str
    case_id: int | None
    case_number: str
    case_title: str
    person_id: int | None
    person: str
    initials: str
    step: int | None
    kind: str
    rule: str
    citation: str
    is_hard: bool
    is_duty: bool
    by_hand: bool
    extended_to: date | None
    state: str
    on_day: date | None
    reason: str
    evidence: str
    decided_by: str
    set_by: str
    checked_by: str
    checked_on: date | None

    @property
    def is_extendable(self) -> bool:
        """Tell whether there is a later day, with extension or surcharge."""
        return self.last > self.legal

    def is_overdue(self, today: date) -> bool:
        """Tell whether it waits for a decision: open, a duty, its safe date over."""
        return self.state == "open" and self.is_duty and self.safe < today


@dataclass(frozen=True, slots=True)
class DeadlineFilter:
    """Which deadlines a list shows; empty means any."""

    until: date | None = None
    since: date | None = None
    states: tuple[str, ...] = ("open",)
    person_id: int | None = None
    kind: str = ""
    is_hard: bool | None = None
    case_id: int | None = None
    unchecked: bool = False
    newest_first: bool = False  # for what was decided, of which the latest are asked for


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event of a record; `source` is the record that told it, None when an officer entered it."""

    id: int
    kind: str
    title: Text
    on_day: date
    facts: dict[str, Fact]
    source: Reference | None
    recorded_by: str


@dataclass(frozen=True, slots=True)
class Registered:
    """The events of one record by day, and the kinds it may have: code and title."""

    subject: Reference
    label: str
    events: tuple[EventRow, ...]
    kinds: tuple[tuple[str, Text], ...]


def title_of(rule: str, title: str) -> Text | str:
    """Return a deadline's title: its rule's name, to be read in any language, or the one typed."""
    known, english = titles().get(rule, (None, ""))
    return known if known is not None and english == title else title


def due_within(
    session: Session, chosen: DeadlineFilter, today: date, *, limit: int = 100_000
) -> list[DeadlineRow]:
    """Return deadlines by safe date; overdue ones are among them, opportunities gone by are not."""
    order: Any = (Deadline.safe, Deadline.id)
    if chosen.newest_first:
        order = (Deadline.safe.desc(), Deadline.id.desc())
    rows = _rows().where(*_chosen(chosen, today)).order_by(*order).limit(limit)
    return [_row(each) for each in session.execute(rows)]


def count_due(session: Session, chosen: DeadlineFilter, today: date) -> int:
    """Count the deadlines `due_within` returns."""
    counted = select(func.count()).select_from(Deadline)
    if chosen.person_id is not None:
        counted = counted.outerjoin(Case, Case.id == Deadline.case_id)
    return session.scalar(counted.where(*_chosen(chosen, today))) or 0


def overdue_count(session: Session, today: date) -> int:
    """Count the duties whose safe date is over and on which nobody has decided."""
    late = (Deadline.state == "open", Deadline.is_duty.is_(True), Deadline.safe < today)
    return session.scalar(select(func.count()).select_from(Deadline).where(*late)) or 0


def deadlines_of_case(
    session: Session, case_id: int, today: date, *, only_open: bool = False
) -> list[DeadlineRow]:
    """Return the deadlines of a case by safe date; decided and ended ones too unless only the open."""
    states = ("open",) if only_open else ()
    return due_within(session, DeadlineFilter(states=states, case_id=case_id), today)


def deadlines_of(session: Session, subject: Reference) -> list[DeadlineRow]:
    """Return the deadlines of one record by safe date, decided and ended ones too."""
    found = _rows().where(Deadline.subject == str(subject)).order_by(Deadline.safe, Deadline.id)
    return [_row(each) for each in session.execute(found)]


def deadline_by_id(session: Session, deadline_id: int) -> DeadlineRow:
    """Return one deadline. Raises NoResultFound when there is none."""
    return _row(session.execute(_rows().where(Deadline.id == deadline_id)).one())


def open_of_cases(session: Session, case_ids: Sequence[int]) -> dict[int, list[DeadlineRow]]:
    """Return the open duties of these cases by safe date: what their steps and lists show."""
    found: dict[int, list[DeadlineRow]] = {}
    for start in range(0, len(case_ids), _AT_ONCE):
        some = {"cases": case_ids[start : start + _AT_ONCE]}
        for each in map(_row, session.execute(_duties(), some)):
            assert each.case_id is not None, "asked for above"
            found.setdefault(each.case_id, []).append(each)
    return found


def next_due_of(session: Session, case_ids: Sequence[int]) -> dict[int, DeadlineRow]:
    """Return the earliest open duty of each of these cases that has one."""
    return {case_id: rows[0] for case_id, rows in open_of_cases(session, case_ids).items()}


def step_dues(session: Session, case_id: int) -> dict[int, date]:
    """Return the earliest safe date of each step of a case: what `steps_of` takes as `due`."""
    found: dict[int, date] = {}
    for row in open_of_cases(session, [case_id]).get(case_id, []):
        if row.step is not None:
            found.setdefault(row.step, row.safe)
    return found


def next_days() -> Select[int | None, date]:
    """Return the SELECT of (case_id, due): the earliest open safe date of every case, for sorting."""
    return (
        select(Deadline.case_id, func.min(Deadline.safe).label("due"))
        .where(Deadline.state == "open", Deadline.is_duty.is_(True), Deadline.case_id.is_not(None))
        .group_by(Deadline.case_id)
    )


def events_of(session: Session, subject: Reference) -> list[EventRow]:
    """Return the events of a record by day."""
    kinds = shipped_rules().kinds
    rows = session.scalars(
        select(DocketEvent)
        .join(DocketRecord, DocketRecord.id == DocketEvent.docket_record_id)
        .where(DocketRecord.subject == str(subject))
        .order_by(DocketEvent.on_day, DocketEvent.id)
    )
    return [
        EventRow(
            each.id,
            each.kind,
            Text(kinds[each.kind].title if each.kind in kinds else each.kind),
            each.on_day,
            unpacked_facts(each.facts),
            reference(each.source) if each.source else None,
            each.recorded_by,
        )
        for each in rows
    ]


def registered(session: Session, subject: Reference) -> Registered:
    """Return the register of a record: its events, and the kinds of event it may have."""
    chosen = DocketRecord.subject == str(subject)
    record = session.scalars(select(DocketRecord).where(chosen)).first()
    kind = record.kind if record else {"technology": "case"}.get(subject.kind, "")
    kinds = shipped_rules().kinds.values()
    return Registered(
        subject,
        record.label if record else "",
        tuple(events_of(session, subject)),
        tuple((each.code, Text(each.title)) for each in kinds if kind in each.records),
    )


def facts_of(session: Session, subject: Reference) -> dict[str, Fact]:
    """Return the facts of a followed record; none when it is not followed."""
    chosen = DocketRecord.subject == str(subject)
    stored = session.scalar(select(DocketRecord.facts).where(chosen))
    return unpacked_facts(stored) if stored else {}


def office_mark(session: Session) -> str:
    """Return a short word that is this office's for ever: the beginning of its first entry's hash."""
    first = session.scalar(select(AuditEntry.hash).order_by(AuditEntry.number).limit(1))
    return first.hex()[:12] if first else "office"


def people_due(session: Session) -> list[tuple[int, str]]:
    """Return who answers for open deadlines, by name: (person id, name)."""
    responsible = func.coalesce(Deadline.person_id, Case.manager_id)
    rows = session.execute(
        select(Person.id, Person.name)
        .select_from(Deadline)
        .outerjoin(Case, Case.id == Deadline.case_id)
        .join(Person, Person.id == responsible)
        .where(Deadline.state == "open")
        .distinct()
        .order_by(Person.name)
    )
    return [(number, name) for number, name in rows]


def _chosen(chosen: DeadlineFilter, today: date) -> list[Any]:
    found: list[Any] = []
    if chosen.states:
        found.append(Deadline.state.in_(chosen.states))
        gone = and_(Deadline.state == "open", Deadline.is_duty.is_(False), Deadline.legal < today)
        found.append(~gone)
    if chosen.until is not None:
        found.append(Deadline.safe <= chosen.until)
    if chosen.since is not None:
        found.append(Deadline.safe >= chosen.since)
    if chosen.person_id is not None:
        of_case = and_(Deadline.person_id.is_(None), Case.manager_id == chosen.person_id)
        found.append(or_(Deadline.person_id == chosen.person_id, of_case))
    if chosen.kind:
        found.append(Deadline.kind == chosen.kind)
    if chosen.is_hard is not None:
        found.append(Deadline.is_hard.is_(chosen.is_hard))
    if chosen.case_id is not None:
        found.append(Deadline.case_id == chosen.case_id)
    if chosen.unchecked:
        found += [Deadline.checked_by == "", Deadline.is_duty.is_(True)]
    return found


_COLUMNS = (
    "id", "version", "safe", "legal", "raw", "last", "opens", "rule", "title", "subject", "case_id",
    "step", "kind", "citation", "is_hard", "is_duty", "by_hand", "extended_to", "state", "on_day",
    "reason", "evidence", "decided_by", "set_by", "checked_by", "checked_on",
)  # fmt: skip


@cache
def _duties() -> Any:
    of_cases = Deadline.case_id.in_(bindparam("cases", expanding=True))
    duties = _rows().where(of_cases, Deadline.is_duty.is_(True), Deadline.state == "open")
    return duties.order_by(Deadline.safe, Deadline.id)


def _rows() -> Any:
    """Columns, not records: a list of thousands is read without building one object of the ORM."""
    responsible = func.coalesce(Deadline.person_id, Case.manager_id)
    columns = [getattr(Deadline, name) for name in _COLUMNS]
    return (
        select(
            *columns, DocketRecord.label, Case.number, Case.title, Person.id, Person.name,
            Person.initials,
        )
        .select_from(Deadline)
        .outerjoin(DocketRecord, DocketRecord.subject == Deadline.subject)
        .outerjoin(Case, Case.id == Deadline.case_id)
        .outerjoin(Person, Person.id == responsible)
    )  # fmt: skip


def _row(found: Any) -> DeadlineRow:
    (
        number, version, safe, legal, raw, last, opens, rule, title, subject, case_id,
        step, kind, citation, is_hard, is_duty, by_hand, extended_to, state, on_day,
        reason, evidence, decided_by, set_by, checked_by, checked_on,
        label, case_number, case_title, person_id, person, initials,
    ) = found  # fmt: skip
    return DeadlineRow(
        number, version, safe, legal, raw, last, opens, title_of(rule, title), reference(subject),
        label or case_number or "", case_id, case_number or "", case_title or "", person_id,
        person or "", initials or "", step, kind, rule, citation, is_hard, is_duty, by_hand,
        extended_to, state, on_day, reason, evidence, decided_by, set_by, checked_by, checked_on,
    )  # fmt: skip
