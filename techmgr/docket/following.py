"""What the parts above tell the docket: the records it follows, their facts and their events."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Row, delete, select, update

from techmgr.core.days import add_years
from techmgr.core.references import Reference
from techmgr.docket.events import Fact, Facts
from techmgr.docket.facts import packed_facts, unpacked_facts
from techmgr.docket.model import Deadline, DocketEvent, DocketRecord
from techmgr.docket.recomputing import Change, recompute
from techmgr.storage.bulk import among, insert_rows, next_ids, update_rows
from techmgr.storage.unit import Undo, Unit, action

_AT_ONCE = 500

Stored = Row[Any]  # columns of a record or an event: no object for each, there may be 100,000
E = TypeVar("E", "Told", Stored)


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
        before, record.facts = record.facts, _with_facts(record.facts, facts)
        told += [record] if record.facts != before else []
    return recompute(unit, [record.id for record in told])


def _follow(unit: Unit, requests: Sequence[FollowRecord]) -> list[Change]:
    by_subject = {str(each.subject): each for each in requests}
    assert len(by_subject) == len(requests), "a record is followed once in a request"
    unit.session.flush()
    known = _records(unit, list(by_subject))
    new = [each for subject, each in by_subject.items() if subject not in known]
    ids = {subject: row.id for subject, row in known.items()} | _write_new(unit, new)
    _write_changed(unit, [(row, by_subject[subject]) for subject, row in known.items()])
    stored = _told(unit, [row.id for row in known.values()])
    _write_events(unit, [(ids[subject], each) for subject, each in by_subject.items()], stored)
    return recompute(unit, list(ids.values()))


def _records(unit: Unit, subjects: Sequence[str]) -> dict[str, Stored]:
    found: dict[str, Stored] = {}
    columns = (DocketRecord.id, DocketRecord.subject, DocketRecord.label, DocketRecord.case_id)
    for start in range(0, len(subjects), _AT_ONCE):
        chosen = DocketRecord.subject.in_(subjects[start : start + _AT_ONCE])
        rows = unit.session.execute(select(*columns, DocketRecord.facts).where(chosen))
        found |= {row.subject: row for row in rows}
    return found


def _write_new(unit: Unit, requests: Sequence[FollowRecord]) -> dict[str, int]:
    numbers = next_ids(unit.session, DocketRecord, len(requests))
    ids = {str(each.subject): number for each, number in zip(requests, numbers, strict=True)}
    rows = [
        {
            "id": ids[str(each.subject)],
            "subject": str(each.subject),
            "kind": each.kind,
            "label": each.label,
            "case_id": each.case_id,
            "facts": _with_facts("{}", each.facts),
            "asked_from": each.asked_from or add_years(unit.today, -1),
        }
        for each in requests
    ]
    insert_rows(unit.session, DocketRecord, rows, lambda _: None)
    return ids


def _write_changed(unit: Unit, pairs: Sequence[tuple[Stored, FollowRecord]]) -> None:
    changes: dict[int, dict[str, Any]] = {}
    for row, request in pairs:
        facts = _with_facts(row.facts, request.facts)
        now = {"label": request.label, "case_id": request.case_id, "facts": facts}
        changes[row.id] = {
            name: value for name, value in now.items() if getattr(row, name) != value
        }
        if "case_id" in changes[row.id]:
            moved = update(Deadline).where(Deadline.docket_record_id == row.id)
            unit.session.execute(moved.values(case_id=request.case_id))
    update_rows(unit.session, DocketRecord, changes, lambda _: None)


def _with_facts(stored: str, facts: Mapping[str, Fact | None]) -> str:
    merged: dict[str, Fact | None] = {**unpacked_facts(stored), **facts}
    return packed_facts({name: fact for name, fact in merged.items() if fact is not None})


def _write_events(
    unit: Unit,
    pairs: Sequence[tuple[int, FollowRecord]],
    stored: Mapping[int, Sequence[Stored]],
) -> None:
    new: list[dict[str, Any]] = []
    changed: dict[int, dict[str, Any]] = {}
    gone: list[int] = []
    for number, request in pairs:
        known = _by_teller(stored.get(number, ()), request.tellers)
        for key, told in _by_teller(request.told, request.tellers).items():
            rows = known.setdefault(key, [])
            for each in told:
                row, now = _same(rows, each, alone=len(told) == 1), _written(unit, each)
                if row is None:
                    new.append(
                        {"docket_record_id": number, "kind": key[0], "source": key[1], **now}
                    )
                elif (row.on_day, row.facts) != (now["on_day"], now["facts"]):
                    changed[row.id] = now
        gone += [row.id for rows in known.values() for row in rows]
    insert_rows(unit.session, DocketEvent, new, lambda _: None)
    update_rows(unit.session, DocketEvent, changed, lambda _: None)
    take_out(unit, gone)


def _written(unit: Unit, told: Told) -> dict[str, Any]:
    facts = packed_facts(told.facts)
    return {"on_day": told.on_day, "facts": facts, "recorded_by": unit.officer}


def _by_teller(events: Iterable[E], tellers: Sequence[str]) -> dict[tuple[str, str], list[E]]:
    found: dict[tuple[str, str], list[E]] = {}
    for event in events:
        source = str(event.source or "")
        if source.partition(":")[0] in tellers:
            found.setdefault((event.kind, source), []).append(event)
    return found


def _same(rows: list[Stored], told: Told, *, alone: bool) -> Stored | None:
    """Find the stored event: of the same day, or the only one of its kind, which then moved."""
    for row in rows:
        if row.on_day == told.on_day or (alone and len(rows) == 1):
            rows.remove(row)
            return row
    return None


def _told(unit: Unit, ids: Sequence[int]) -> dict[int, list[Stored]]:
    found: dict[int, list[Stored]] = {}
    columns: tuple[Any, ...] = (DocketEvent.id, DocketEvent.docket_record_id, DocketEvent.kind)
    columns += (DocketEvent.on_day, DocketEvent.facts, DocketEvent.source)
    for start in range(0, len(ids), _AT_ONCE):
        chosen = among(DocketEvent.docket_record_id, ids[start : start + _AT_ONCE])
        rows = select(*columns).where(chosen)
        for row in unit.session.execute(rows.order_by(DocketEvent.id)):
            found.setdefault(row.docket_record_id, []).append(row)
    return found


def take_out(unit: Unit, event_ids: Sequence[int]) -> None:
    """Take events out. Their deadlines stay without one; computing again ends those still open."""
    unit.session.flush()
    for start in range(0, len(event_ids), _AT_ONCE):
        some = event_ids[start : start + _AT_ONCE]
        of_them = update(Deadline).where(Deadline.event_id.in_(some))
        unit.session.execute(of_them.values(event_id=None))
        unit.session.execute(delete(DocketEvent).where(DocketEvent.id.in_(some)))
