"""Why a deadline falls on its day: computed again from the record's events, and put into words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.texts import Text, say
from techmgr.docket.arithmetic import Step, alternatives, sentence, steps, windows
from techmgr.docket.book import Book, book_on
from techmgr.docket.calendars import Calendar
from techmgr.docket.compute import all_due
from techmgr.docket.due import Due
from techmgr.docket.events import Event
from techmgr.docket.facts import unpacked_facts
from techmgr.docket.model import Deadline, DocketEvent, DocketRecord
from techmgr.docket.queries import DeadlineRow, deadline_by_id
from techmgr.storage.bulk import among

_AT_ONCE = 500
Key = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Why:
    """A deadline with its arithmetic. `due` is None when it was set by hand or its event is gone.

    `differs`: the events now lead to this last day, and not to the one it was decided with.
    """

    row: DeadlineRow
    sentence: Text
    calendar: Calendar
    due: Due | None = None
    steps: tuple[Step, ...] = ()
    alternatives: tuple[Text, ...] = ()
    windows: tuple[Text, ...] = ()
    warnings: tuple[Text, ...] = ()
    remedy: Text | None = None
    note: Text | None = None
    rule_since: date | None = None
    differs: date | None = None


def why_of(session: Session, deadline_id: int, today: date) -> Why:
    """Return the arithmetic of one deadline in words. Raises NoResultFound when there is none."""
    return whys_of(session, [deadline_by_id(session, deadline_id)], today)[0]


def whys_of(session: Session, rows: Sequence[DeadlineRow], today: date) -> list[Why]:
    """Return the arithmetic of many deadlines, each record computed once."""
    book = book_on(session, today)
    keys = _keys(session, [row.id for row in rows])
    dues = _dues(session, book, sorted({record for record, _ in keys.values() if record}))
    return [_why(book, row, _found(dues, *keys[row.id])) for row in rows]


def due_of_deadline(session: Session, deadline: Deadline, today: date) -> Due | None:
    """Return a stored deadline as it is computed now, or None when no rule leads to it."""
    if deadline.docket_record_id is None:
        return None
    dues = _dues(session, book_on(session, today), [deadline.docket_record_id])
    return _found(dues, deadline.docket_record_id, (deadline.rule, deadline.event_id))


def _found(dues: dict[int, dict[Key, Due]], docket_record_id: int | None, key: Key) -> Due | None:
    return dues.get(docket_record_id, {}).get(key) if docket_record_id is not None else None


def _keys(session: Session, ids: Sequence[int]) -> dict[int, tuple[int | None, Key]]:
    found: dict[int, tuple[int | None, Key]] = {}
    columns = (Deadline.id, Deadline.docket_record_id, Deadline.rule, Deadline.event_id)
    for start in range(0, len(ids), _AT_ONCE):
        chosen = select(*columns).where(Deadline.id.in_(ids[start : start + _AT_ONCE]))
        for number, docket_record_id, rule, event_id in session.execute(chosen):
            found[number] = (docket_record_id, (rule, event_id))
    return found


def _dues(session: Session, book: Book, record_ids: Sequence[int]) -> dict[int, dict[Key, Due]]:
    found: dict[int, dict[Key, Due]] = {}
    for start in range(0, len(record_ids), _AT_ONCE):
        piece = record_ids[start : start + _AT_ONCE]
        events = events_by_record(session, piece)
        facts = select(DocketRecord.id, DocketRecord.facts).where(DocketRecord.id.in_(piece))
        for number, stored in session.execute(facts):
            found[number] = computed(book, stored, events.get(number, []))
    return found


def events_by_record(session: Session, ids: Sequence[int]) -> dict[int, list[Event]]:
    """Return the events of followed records, each with its id as its key."""
    found: dict[int, list[Event]] = {}
    columns = (DocketEvent.docket_record_id, DocketEvent.kind, DocketEvent.on_day)
    rows = select(*columns, DocketEvent.facts, DocketEvent.id)
    chosen = rows.where(among(DocketEvent.docket_record_id, ids)).order_by(DocketEvent.id)
    for record_id, kind, day, facts, number in session.execute(chosen):
        event = Event(kind, day, unpacked_facts(facts), number)
        found.setdefault(record_id, []).append(event)
    return found


def computed(book: Book, facts: str, events: Sequence[Event]) -> dict[Key, Due]:
    """Return what is due for a record, given its stored facts, by rule and event id."""
    dues = all_due(book.rules, events, unpacked_facts(facts), book.calendars)
    return {(due.rule.code, event_id(due)): due for due in dues}


def event_id(due: Due) -> int:
    """Return the stored event a computed deadline follows from."""
    assert isinstance(due.event.key, int), "stored events have their id as key"
    return due.event.key


def _why(book: Book, row: DeadlineRow, due: Due | None) -> Why:
    if due is None:
        text = (
            say("Set by hand by {officer}.", officer=row.set_by)
            if row.by_hand
            else say("The event it followed from was taken out.")
        )
        return Why(row, text, book.own)
    moved = due.legal != row.legal and not row.extended_to
    return Why(
        row=row,
        sentence=sentence(due),
        calendar=due.calendar,
        due=due,
        steps=tuple(steps(due, book.rules)),
        alternatives=tuple(alternatives(due, book.rules)),
        windows=tuple(windows(due)),
        warnings=due.warnings,
        remedy=Text(due.rule.remedy) if due.rule.remedy else None,
        note=Text(due.rule.note) if due.rule.note else None,
        rule_since=due.rule.valid_from,
        differs=due.legal if moved else None,
    )
