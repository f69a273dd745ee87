"""What an officer does with dates: enter events, set and decide deadlines, have them checked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import Text, say
from techmgr.docket.book import Book, book_on
from techmgr.docket.events import Event, Fact, Facts, strange
from techmgr.docket.facts import packed_facts, unpacked_facts
from techmgr.docket.following import take_out
from techmgr.docket.model import DocketEvent, DocketRecord
from techmgr.docket.queries_why import events_by_record
from techmgr.docket.recomputing import Change, recompute
from techmgr.docket.rulebook import no_rules_for
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case


@dataclass(frozen=True, slots=True)
class RecordEvent:
    """Something that happened to a followed record; any case is followed from its first event on."""

    subject: Reference
    kind: str
    on_day: date
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CorrectEvent:
    """An event that happened on another day, or with other facts (None leaves them)."""

    event_id: int
    on_day: date
    reason: str
    facts: Facts | None = None


@dataclass(frozen=True, slots=True)
class RemoveEvent:
    """An event that did not happen."""

    event_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class SetFacts:
    """What is known of a followed record: facts the rules ask for; None takes one out."""

    subject: Reference
    facts: dict[str, Fact | None]


@dataclass(frozen=True, slots=True)
class RecomputeAll:
    """Every followed record, as after a change of rules or calendars."""


@dataclass(frozen=True, slots=True)
class Entered:
    """An event's id, what became of the deadlines, and what the officer should know."""

    event_id: int
    changes: tuple[Change, ...]
    warnings: tuple[Text, ...] = ()


@action(undo=Undo.RESTORE)
def record_event(unit: Unit, request: RecordEvent) -> Entered:
    """Enter an event; refuses one that cannot be right, such as a grant before the filing."""
    record, book = _followed(unit, request.subject), book_on(unit.session, unit.today)
    checks = Checks()
    checks.day(request.on_day, "on_day")
    if request.kind not in book.rules.kinds:
        checks.wrong(say("“{kind}” is not a kind of event.", kind=request.kind), "kind")
    checks.refuse()
    before = _events(unit, record)
    _refuse_strange(
        book, before, [*before, Event(request.kind, request.on_day, request.facts, "new")]
    )
    event = DocketEvent(
        docket_record_id=record.id,
        kind=request.kind,
        on_day=request.on_day,
        facts=packed_facts(request.facts),
        recorded_by=unit.officer,
    )
    unit.add(event)
    unit.about(request.subject)
    unit.claim(record, None)
    changes = recompute(unit, [record.id])
    return Entered(event.id, tuple(changes), _warnings(book, record, changes))


@action(undo=Undo.RESTORE)
def correct_event(unit: Unit, request: CorrectEvent) -> Entered:
    """Move an event to its right day, with the reason; what follows from it moves and is listed."""
    event = _own(unit, request.event_id)
    record = unit.session.get_one(DocketRecord, event.docket_record_id)
    checks, book = Checks(), book_on(unit.session, unit.today)
    checks.day(request.on_day, "on_day")
    checks.reason(request.reason)
    checks.refuse()
    before = _events(unit, record)
    facts = unpacked_facts(event.facts) if request.facts is None else request.facts
    others = [each for each in before if each.key != event.id]
    _refuse_strange(book, before, [*others, Event(event.kind, request.on_day, facts, event.id)])
    event.on_day, event.facts = request.on_day, packed_facts(facts)
    event.recorded_by = unit.officer
    unit.about(_subject(record))
    unit.claim(record, None)
    return Entered(event.id, tuple(recompute(unit, [record.id])))


@action(undo=Undo.RESTORE)
def remove_event(unit: Unit, request: RemoveEvent) -> Entered:
    """Take out an event that did not happen, with the reason; its open deadlines end."""
    event = _own(unit, request.event_id)
    record = unit.session.get_one(DocketRecord, event.docket_record_id)
    checks = Checks()
    checks.reason(request.reason)
    checks.refuse()
    unit.about(_subject(record))
    unit.claim(record, None)
    take_out(unit, [request.event_id])
    return Entered(request.event_id, tuple(recompute(unit, [record.id])))


@action(undo=Undo.RESTORE)
def set_facts(unit: Unit, request: SetFacts) -> tuple[Change, ...]:
    """Keep facts of a record and return what became of its deadlines."""
    record = _followed(unit, request.subject)
    merged = {**unpacked_facts(record.facts), **request.facts}
    record.facts = packed_facts({name: fact for name, fact in merged.items() if fact is not None})
    unit.about(request.subject)
    unit.claim(record, None)
    return tuple(recompute(unit, [record.id]))


@action(undo=Undo.RESTORE)
def recompute_all(unit: Unit, _: RecomputeAll) -> tuple[Change, ...]:
    """Compute every deadline again and return what changed; linear in records and events."""
    ids = unit.session.scalars(select(DocketRecord.id).order_by(DocketRecord.id)).all()
    return tuple(recompute(unit, ids))


def _followed(unit: Unit, subject: Reference) -> DocketRecord:
    chosen = DocketRecord.subject == str(subject)
    record = unit.session.scalars(select(DocketRecord).where(chosen)).first()
    if record is not None:
        return record
    case = unit.session.get(Case, subject.id) if subject.kind == "technology" else None
    if case is None:
        raise UserError(
            say("No dates are followed for this record. Save it with its dates first."),
            field="subject",
        )
    record = DocketRecord(
        subject=str(subject),
        kind="case",
        label=case.number,
        case_id=case.id,
        facts="{}",
        asked_from=date.min,
    )
    unit.add(record)
    return record


def _own(unit: Unit, event_id: int) -> DocketEvent:
    """Events told by another record are corrected there."""
    event = unit.session.get_one(DocketEvent, event_id)
    if event.source is not None:
        raise UserError(
            say("This event comes from another record. Correct the day there; it moves here too."),
            field="on_day",
        )
    return event


def _events(unit: Unit, record: DocketRecord) -> list[Event]:
    return events_by_record(unit.session, [record.id]).get(record.id, [])


def _refuse_strange(book: Book, before: Sequence[Event], after: Sequence[Event]) -> None:
    """Refuse what the change itself would make wrong; what was wrong before may stand."""
    known = {str(each) for each in strange(before, book.rules.kinds)}
    for found in strange(after, book.rules.kinds):
        if str(found) not in known:
            raise UserError(found, field="on_day")


def _warnings(book: Book, record: DocketRecord, changes: Sequence[Change]) -> tuple[Text, ...]:
    if changes or record.kind != "patent":
        return ()
    country = unpacked_facts(record.facts).get("country")
    found = no_rules_for(book.rules, str(country)) if country else None
    return (found,) if found else ()


def _subject(record: DocketRecord) -> Reference:
    kind, _, number = record.subject.partition(":")
    return Reference(kind, int(number))
