"""Cases taken in from files, with the right a row tells of and the steps that follow from it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from techmgr.casefile.taking_in_inventors import (
    INVENTORS,
    inventors_here,
    same_inventors,
    write_inventors,
)
from techmgr.casefile.taking_in_rights import RIGHT, rights_here, write_rights
from techmgr.core.kept_texts import packed
from techmgr.core.texts import Text, say
from techmgr.intake.actions import import_rows
from techmgr.intake.dryrun import Write
from techmgr.intake.fields import Field, Key, Kind, Target
from techmgr.intake.incoming import Incoming, Line
from techmgr.intake.taking import Found, Taking, takes_in
from techmgr.office.numbering import next_number
from techmgr.office.queries import codes_by_word, free_number, settings_on
from techmgr.people.model import Organisation, Person
from techmgr.people.taking_in import folded_ids, known_organisation, organisations_called
from techmgr.storage.bulk import Tell, insert_rows, next_ids, update_rows
from techmgr.storage.unit import Unit
from techmgr.technology.model import Case, CaseStep
from techmgr.technology.steps import State, Step

CASE = (
    Field(
        "number",
        say("Case number"),
        names=("case no", "case", "technology number", "docket number", "reference", "案号"),
        required=True,
    ),
    Field(
        "foreign_number",
        say("Foreign number"),
        names=("old number", "external number", "their reference"),
        required=True,
    ),
    Field("title", say("Title"), names=("technology", "invention", "发明名称", "名称")),
    Field("abstract", say("Abstract"), names=("description", "summary", "摘要")),
    Field("keywords", say("Keywords"), names=("tags", "关键词")),
    Field(
        "trl",
        say("Readiness level"),
        Kind.CHOICE,
        names=("trl", "technology readiness level"),
        choices={word: level for level in range(1, 10) for word in (str(level), f"TRL {level}")},
    ),
    Field(
        "received",
        say("Received"),
        Kind.DAY,
        names=("received on", "date received", "disclosure date", "disclosed", "收到日期"),
    ),
)
# How other systems call what is in our list.
_STATUS_WORDS = {
    "Issued": "granted",
    "Patented": "granted",
    "Application": "filed",
    "Pending": "filed",
    "Abandoned": "closed",
    "Inactive": "closed",
    "Expired": "lapsed",
}
_ENDED = {"closed", "released", "lapsed"}
_DEFAULTS = {
    "foreign_number": "",
    "abstract": "",
    "type": "invention",
    "field": "",
    "keywords": "",
    "trl": None,
    "received": None,
    "manager_id": None,
    "department_id": None,
    "centre_id": None,
    "closed_on": None,
}


def case_target(session: Session) -> Target:
    """Return what is taken in of a case: its number says which, or else the number it had elsewhere."""
    officers = session.execute(select(Person.name, Person.id).where(Person.is_officer.is_(True)))
    known = known_organisation(session)
    more = (
        Field(
            "status",
            say("Status"),
            Kind.CHOICE,
            names=("state", "case status", "状态"),
            choices=codes_by_word(session, "case_status") | _STATUS_WORDS,
        ),
        Field(
            "type",
            say("Type"),
            Kind.CHOICE,
            names=("case type", "类型"),
            choices=codes_by_word(session, "case_type"),
        ),
        Field(
            "field",
            say("Field"),
            Kind.CHOICE,
            names=("technology field", "领域"),
            choices=codes_by_word(session, "field"),
        ),
        Field(
            "manager",
            say("Technology manager"),
            Kind.REFERENCE,
            names=("manager", "case manager", "licensing officer", "officer", "负责人"),
            choices=dict(row for row in officers),
        ),
        Field("department", say("Department"), names=("school", "院系"), rules=(known,)),
        Field("centre", say("Centre"), names=("center", "laboratory"), rules=(known,)),
    )
    fields = (*CASE, *more, *RIGHT, INVENTORS)
    return Target("cases", say("Cases"), fields, ("number",), otherwise=("foreign_number",))


def _found(session: Session, target: Target, file: Incoming) -> Found:
    cases = _by_key(session, target)
    if not cases:
        return {}
    rights = rights_here(session)
    inventors = inventors_here(session) if "inventors" in file.columns else {}
    found: dict[Key, tuple[int, Mapping[str, Any]]] = {}
    for line in file.lines:
        case = cases.get(line.key)
        if case is not None:
            # The same number in other capitals is no change.
            own = {target.identity[0]: line.values[target.identity[0]]}
            right = rights.values(case["id"], line.values)
            named = same_inventors(inventors.get(case["id"]), line.values.get("inventors"))
            found[line.key] = (case["id"], {**case, **right, **own, "inventors": named})
    return found


def _by_key(session: Session, target: Target) -> dict[Key, dict[str, Any]]:
    centre = aliased(Organisation)
    rows = session.execute(
        select(
            Case.id,
            Case.number,
            Case.foreign_number,
            Case.title,
            Case.abstract,
            Case.keywords,
            Case.trl,
            Case.received,
            Case.status,
            Case.type,
            Case.field,
            Case.manager_id.label("manager"),
            Organisation.name.label("department"),
            centre.name.label("centre"),
        )
        .outerjoin(Organisation, Organisation.id == Case.department_id)
        .outerjoin(centre, centre.id == Case.centre_id)
        .order_by(Case.id.desc())
    ).mappings()
    cases = ({name: value or None for name, value in row.items()} for row in rows)
    return {target.key(case): case for case in cases}


def _write(unit: Unit, _run_id: int, todo: Sequence[Write], tell: Tell) -> Sequence[int]:
    fresh = iter(next_ids(unit.session, Case, sum(each.existing is None for each in todo)))
    ids = [next(fresh) if each.existing is None else each.existing.record for each in todo]
    rights = rights_here(unit.session)
    rows = _rows(unit, todo)
    new, changed = [], {}
    for number, write, row in zip(ids, todo, rows, strict=True):
        if write.existing is None:
            new.append({"id": number, **_DEFAULTS, **row})
        elif row:
            changed[number] = row
    _number(unit, new)
    insert_rows(unit.session, Case, new, tell)
    update_rows(unit.session, Case, changed, tell)
    protected = write_rights(unit, rights, list(zip(ids, todo, strict=True)), tell)
    made = {row["id"]: row for row in new}
    cases = [
        {"id": number, **(each.existing.values if each.existing else made[number])}
        for number, each in zip(ids, todo, strict=True)
    ]
    disclosed = write_inventors(unit, list(zip(cases, todo, strict=True)))
    _write_steps(unit, new, protected, disclosed, tell)
    return ids


def _rows(unit: Unit, todo: Sequence[Write]) -> list[dict[str, Any]]:
    """Return the columns of `technology` that each row writes."""
    own = settings_on(unit.session, unit.today).own_organisation
    names = {
        kind: organisations_called(
            unit, [name for each in todo if (name := each.values.get(kind))], kind, own
        )
        for kind in ("department", "centre")
    }
    rows = []
    for each in todo:
        row = {
            _COLUMNS[name]: folded_ids(names[name], value) if name in names else value
            for name, value in each.values.items()
            if name in _COLUMNS
        }
        for name in _TEXTS & row.keys():
            row[name] = row[name] or ""
        if each.existing is None:
            _complete(row, each.line, unit.today)
        elif "status" in row:
            row["closed_on"] = unit.today if row["status"] in _ENDED else None
        rows.append(row)
    return rows


_TEXTS = {"foreign_number", "title", "abstract", "keywords", "field"}
_COLUMNS = {
    **{name: name for name in ("number", "foreign_number", "title", "abstract", "keywords")},
    **{name: name for name in ("trl", "received", "status", "type", "field")},
    "manager": "manager_id",
    "department": "department_id",
    "centre": "centre_id",
}


def _complete(row: dict[str, Any], line: Line, today: date) -> None:
    """Fill in what every case has: where the file is silent, the numbers of its right tell the status."""
    granted = line.values.get("patent_number") or line.values.get("granted")
    filed = line.values.get("application_number") or line.values.get("filed")
    row.setdefault("status", "granted" if granted else "filed" if filed else "new")
    row["origin"] = "import"
    row["title"] = row.get("title") or row.get("number") or row.get("foreign_number", "")
    if row["status"] in _ENDED:
        row["closed_on"] = today


def _number(unit: Unit, new: list[dict[str, Any]]) -> None:
    """Give the office's next numbers to cases that came without one of theirs."""
    without = [row for row in new if not row.get("number")]
    if not without:
        return
    pattern = settings_on(unit.session, unit.today).case_number_pattern
    last: dict[int, str] = {}
    for row in without:
        day = row["received"] or unit.today
        before = last.get(day.year)
        row["number"] = last[day.year] = (
            next_number(pattern, day, [before])
            if before
            else free_number(unit.session, Case.number, pattern, day)
        )


def _write_steps(
    unit: Unit,
    new: Sequence[dict[str, Any]],
    protected: Mapping[int, tuple[str, date]],
    disclosed: Mapping[int, date],
    tell: Tell,
) -> None:
    """Imported cases are docketed; a right puts protection under way, or ends it with its own end."""
    names = dict(row for row in unit.session.execute(select(Person.id, Person.name)))
    steps = [_docketed(row, names, unit.today) for row in new]
    stored = select(CaseStep.case_id, CaseStep.step)
    begun = {(row.case_id, row.step) for row in unit.session.execute(stored)}
    managers = {row["id"]: row["manager_id"] for row in new}
    steps += [
        _step(case_id, Step.PROTECTION, _PROTECTION[state], day, managers.get(case_id))
        for case_id, (state, day) in protected.items()
        if (case_id, Step.PROTECTION) not in begun
    ]
    steps += [
        _step(case_id, Step.DISCLOSURE, _ACCEPTED, day, managers.get(case_id))
        for case_id, day in disclosed.items()
        if (case_id, Step.DISCLOSURE) not in begun
    ]
    steps += [
        _step(
            row["id"],
            Step.MONITORING,
            (State.ACTIVE, say("Licensed")),
            row["received"] or unit.today,
            row["manager_id"],
        )
        for row in new
        if row["status"] == "licensed"
    ]
    insert_rows(unit.session, CaseStep, steps, lambda _rows: tell(0))


_ACCEPTED = (State.DONE, say("Accepted"))
_PROTECTION = {
    "filed": (State.ACTIVE, say("Filed")),
    "granted": (State.ACTIVE, say("In force")),
    "expired": (State.DONE, say("Expired")),
}


def _docketed(row: Mapping[str, Any], names: Mapping[int, str], today: date) -> dict[str, Any]:
    manager = row["manager_id"]
    state = (
        (State.DONE, say("{name}", name=names[manager]))
        if manager
        else (State.ACTIVE, say("No manager"))
    )
    return _step(row["id"], Step.DOCKETING, state, row["received"] or today, manager)


def _step(
    case_id: int, step: Step, state: tuple[State, Text], day: date, person_id: int | None
) -> dict[str, Any]:
    summary, values = packed(state[1])
    return {
        "case_id": case_id,
        "step": int(step),
        "state": state[0].value,
        "since": day,
        "started": day,
        "person_id": person_id,
        "summary": summary,
        "summary_values": values,
    }


takes_in(Taking("cases", "technology", case_target, _found, _write, import_rows))
