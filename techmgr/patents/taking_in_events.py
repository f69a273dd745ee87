"""Prosecution histories taken in: an office's event codes become events of the docket, fees payments."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.texts import say
from techmgr.docket.facts import packed_facts, unpacked_facts
from techmgr.docket.model import DocketEvent, DocketRecord
from techmgr.docket.recomputing import recompute
from techmgr.intake.actions import import_rows
from techmgr.intake.dryrun import DryRun, Write
from techmgr.intake.fields import Field, Key, Kind, Target
from techmgr.intake.incoming import Incoming, Line, Refusal
from techmgr.intake.normalising import APPLICATION_NUMBER, NO_DAY
from techmgr.intake.taking import Found, Taking, takes_in
from techmgr.patents.docketing import follow_rights
from techmgr.patents.numbers import Which
from techmgr.patents.office_codes import ENTRY, codes_of
from techmgr.patents.queries import in_parts
from techmgr.patents.taking_in import KnownRight, KnownRights
from techmgr.storage.bulk import Tell, insert_rows, next_ids
from techmgr.storage.unit import Unit

_FIELDS = (
    Field(
        "application_number",
        say("Application number"),
        names=("application_number", "application sn", "serial number", "申请号"),
        rules=APPLICATION_NUMBER,
        required=True,
    ),
    Field("code", say("Event code"), names=("event_code", "code", "事件代码"), required=True),
    Field(
        "on_day",
        say("Day"),
        Kind.DAY,
        names=("event_date", "paid_date", "date", "日期"),
        rules=(NO_DAY,),
        required=True,
    ),
    Field("said", say("What happened"), names=("event_description", "description", "event")),
)


def event_target(_session: Session) -> Target:
    """Return what is taken in of an event: application, code, day and words together say which one."""
    identity = ("application_number", "code", "on_day", "said")
    return Target("events", say("Events of rights"), _FIELDS, identity)


@dataclass(slots=True)
class _Register:
    """The events of the office's rights: docket records by right, events by code and by kind."""

    records: dict[int, int] = field(default_factory=dict)
    by_code: dict[tuple[int, str, date], int] = field(default_factory=dict)
    by_kind: dict[tuple[int, str, date], int] = field(default_factory=dict)

    def event(self, right: KnownRight, line: Line) -> int | None:
        """Return the stored event a row tells of: taken in before, or entered by an officer."""
        code, day = line.values["code"], line.values["on_day"]
        kind = codes_of(right.country).meaning(code).kind
        by_hand = self.by_kind.get((right.id, kind, day)) if kind != ENTRY else None
        return self.by_code.get((right.id, code, day), by_hand)


def _register(session: Session) -> _Register:
    found = _Register()
    rows = session.execute(
        select(DocketRecord.id, DocketRecord.subject).where(DocketRecord.kind == "patent")
    )
    rights = {number: int(subject.partition(":")[2]) for number, subject in rows}
    found.records = {right_id: number for number, right_id in rights.items()}
    for some in in_parts(sorted(rights)):
        of = select(DocketEvent).where(DocketEvent.docket_record_id.in_(some))
        for each in session.scalars(of):
            right_id, code = rights[each.docket_record_id], unpacked_facts(each.facts).get("code")
            if code:
                found.by_code.setdefault((right_id, str(code), each.on_day), each.id)
            elif each.source is None:
                found.by_kind.setdefault((right_id, each.kind, each.on_day), each.id)
    return found


def _found(session: Session, _target: Target, file: Incoming) -> Found:
    known, register = KnownRights(session), _register(session)
    found: dict[Key, tuple[int, Mapping[str, Any]]] = {}
    for line in file.lines:
        right = known.numbered(Which.APPLICATION, line.values["application_number"])
        event = register.event(right, line) if right is not None else None
        if event is not None:
            found[line.key] = (event, line.values)
    return found


def _refusals(session: Session, file: Incoming, _run: DryRun, today: date) -> list[Refusal]:
    known = KnownRights(session)
    found = []
    for line in file.lines:
        number, day = line.values["application_number"], line.values["on_day"]
        right = known.numbered(Which.APPLICATION, number)
        sentence = None
        column, text = "application_number", number
        if right is None:
            sentence = say("No right has this number: import the applications as rights first.")
        elif not right.is_followed:
            sentence = say(
                "This right is known for its family only. Say on its record that it is followed."
            )
        elif day > today:
            column, text = "on_day", day.isoformat()
            sentence = say("{day} has not come yet.", day=text)
        if sentence is not None:
            found.append(Refusal(line.row, file.columns[column], text, sentence))
    return found


def _write(unit: Unit, _run_id: int, todo: Sequence[Write], tell: Tell) -> Sequence[int]:
    known, register = KnownRights(unit.session), _register(unit.session)
    rights = [
        known.numbered(Which.APPLICATION, each.line.values["application_number"]) for each in todo
    ]
    meant = [right for right in rights if right is not None]
    assert len(meant) == len(todo), "rows without a right are refused"
    missing = {right.id for right in meant} - register.records.keys()
    if missing:
        follow_rights(unit, sorted(missing), unit.today)
        register = _register(unit.session)
    fresh = iter(next_ids(unit.session, DocketEvent, len(todo)))
    ids, rows = [], []
    for right, each in zip(meant, todo, strict=True):
        if each.existing is not None:
            ids.append(each.existing.record)
            continue
        ids.append(next(fresh))
        rows.append(_row(unit, ids[-1], register.records[right.id], right, each.line))
    insert_rows(unit.session, DocketEvent, rows, tell)
    recompute(unit, sorted({register.records[right.id] for right in meant}))
    return ids


def _row(unit: Unit, number: int, record_id: int, right: KnownRight, line: Line) -> dict[str, Any]:
    code, said = line.values["code"], line.values.get("said") or ""
    meaning = codes_of(right.country).meaning(code)
    return {
        "id": number,
        "docket_record_id": record_id,
        "kind": meaning.kind,
        "on_day": line.values["on_day"],
        "facts": packed_facts({**meaning.facts, "code": code, "said": said}),
        "source": None,
        "recorded_by": unit.officer,
    }


takes_in(Taking("events", "docket_event", event_target, _found, _write, import_rows, _refusals))
