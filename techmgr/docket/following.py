"""What the parts above tell the docket: the records it follows, their facts and their events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from sqlalchemy import select, update

from techmgr.core.days import add_years
from techmgr.core.references import Reference
from techmgr.docket.events import Fact, Facts
from techmgr.docket.facts import packed_facts, unpacked_facts
from techmgr.docket.model import Deadline, DocketEvent, DocketRecord
from techmgr.docket.recomputing import Change, recompute
from techmgr.storage.unit import Undo, Unit, action

_AT_ONCE = 500

E = TypeVar("E", "Told", DocketEvent)


@dataclass(frozen=True, slots=True)
class Told:
    """An event some record tells: `source` is that record (a filing, a publication)."""

    kind: str
    on_day: date
    source: Reference
    facts: Facts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FollowRecord:
    """Follow a record's dates. `kind` is patent, case, agreement or award; `label` its name in lists.

    `told` are all events known from records of the kinds in `tellers`: what such a record told
    before and does not tell any more is taken out. A fact that is None is taken out, one left
    out stays. Without `asked_from`, what ended over a year ago is not asked for.
    """

    subject: Reference
    kind: str
    label: str
    case_id: int | None
    facts: Mapping[str, Fact | None] = field(default_factory=dict)
    told: tuple[Told, ...] = ()
    tellers: tuple[str, ...] = ()
    asked_from: date | None = None


@dataclass(frozen=True, slots=True)
class FollowRecords:
    """Many records at once, as after an import."""

    records: tuple[FollowRecord, ...]


@action(undo=Undo.RESTORE)
def follow_record(unit: Unit, request: FollowRecord) -> list[Change]:
    """Follow one record and return which of its deadlines are new, moved or ended."""
    return _follow(unit, (request,))


@action(undo=Undo.RESTORE)
def follow_records(unit: Unit, request: FollowRecords) -> list[Change]:
    """Follow many records at once and return which of their deadlines changed; linear."""
    return _follow(unit, request.records)


def tell_case(unit: Unit, case_id: int, facts: Mapping[str, Fact | None]) -> list[Change]:
    """Keep facts on every followed right of a case, in the caller's transaction; returns what changed."""
    unit.session.flush()
    chosen = (DocketRecord.case_id == case_id, DocketRecord.kind == "patent")
    told: list[DocketRecord] = []
    for record in unit.session.scalars(select(DocketRecord).where(*chosen)):
        before = record.facts
        _keep_facts(record, facts)
        told += [record] if record.facts != before else []
    return recompute(unit, [record.id for record in told])


def _follow(unit: Unit, requests: Sequence[FollowRecord]) -> list[Change]:
    by_subject = {str(each.subject): each for each in requests}
    assert len(by_subject) == len(requests), "a record is followed once in a request"
    known = _records(unit, list(by_subject))
    for subject, request in by_subject.items():
        known[subject] = _write_record(unit, known.get(subject), request)
    unit.session.flush()
    _write_events(unit, [(known[subject], each) for subject, each in by_subject.items()])
    return recompute(unit, [record.id for record in known.values()])


def _records(unit: Unit, subjects: Sequence[str]) -> dict[str, DocketRecord]:
    found: dict[str, DocketRecord] = {}
    for start in range(0, len(subjects), _AT_ONCE):
        chosen = DocketRecord.subject.in_(subjects[start : start + _AT_ONCE])
        found |= {
            row.subject: row for row in unit.session.scalars(select(DocketRecord).where(chosen))
        }
    return found


def _write_record(unit: Unit, record: DocketRecord | None, request: FollowRecord) -> DocketRecord:
    if record is None:
        record = DocketRecord(subject=str(request.subject), kind=request.kind, facts="{}")
        record.asked_from = request.asked_from or add_years(unit.today, -1)
        unit.session.add(record)
    elif record.label != request.label or record.case_id != request.case_id:
        record.version += 1
    if record.case_id != request.case_id and record.id is not None:
        moved = update(Deadline).where(Deadline.docket_record_id == record.id)
        unit.session.execute(moved.values(case_id=request.case_id))
    record.label, record.case_id = request.label, request.case_id
    _keep_facts(record, request.facts)
    return record


def _keep_facts(record: DocketRecord, facts: Mapping[str, Fact | None]) -> None:
    merged: dict[str, Fact | None] = {**unpacked_facts(record.facts), **facts}
    record.facts = packed_facts({name: fact for name, fact in merged.items() if fact is not None})


def _write_events(unit: Unit, pairs: Sequence[tuple[DocketRecord, FollowRecord]]) -> None:
    stored = _told(unit, [record.id for record, _ in pairs])
    gone: list[DocketEvent] = []
    for record, request in pairs:
        known = _by_teller(stored.get(record.id, ()), request.tellers)
        told = _by_teller(request.told, request.tellers)
        for key, each in told.items():
            rows = known.pop(key, [])
            for event in each:
                row = _same(rows, event, alone=len(each) == 1) or DocketEvent(
                    docket_record_id=record.id, kind=event.kind, source=str(event.source)
                )
                _write_event(unit, row, event)
            gone += rows
        gone += [row for rows in known.values() for row in rows]
    take_out(unit, gone)


def _by_teller(events: Iterable[E], tellers: Sequence[str]) -> dict[tuple[str, str], list[E]]:
    found: dict[tuple[str, str], list[E]] = {}
    for event in events:
        source = str(event.source or "")
        if source.partition(":")[0] in tellers:
            found.setdefault((event.kind, source), []).append(event)
    return found


def _same(rows: list[DocketEvent], told: Told, *, alone: bool) -> DocketEvent | None:
    """Find the stored event: of the same day, or the only one of its kind, which then moved."""
    for row in rows:
        if row.on_day == told.on_day or (alone and len(rows) == 1):
            rows.remove(row)
            return row
    return None


def _write_event(unit: Unit, row: DocketEvent, told: Told) -> None:
    facts = packed_facts(told.facts)
    if row.id is None or row.on_day != told.on_day or row.facts != facts:
        row.on_day, row.facts, row.recorded_by = told.on_day, facts, unit.officer
    unit.session.add(row)


def _told(unit: Unit, ids: Sequence[int]) -> dict[int, list[DocketEvent]]:
    found: dict[int, list[DocketEvent]] = {}
    for start in range(0, len(ids), _AT_ONCE):
        chosen = DocketEvent.docket_record_id.in_(ids[start : start + _AT_ONCE])
        for row in unit.session.scalars(select(DocketEvent).where(chosen)):
            found.setdefault(row.docket_record_id, []).append(row)
    return found


def take_out(unit: Unit, events: Sequence[DocketEvent]) -> None:
    """Take events out. Their deadlines stay without one; computing again ends those still open."""
    if not events:
        return
    ids = [event.id for event in events]
    for row in unit.session.scalars(select(Deadline).where(Deadline.event_id.in_(ids))):
        row.event_id = None
    unit.session.flush()
    for event in events:
        unit.session.delete(event)
    unit.session.flush()
