"""The inventors a row of a portfolio names, with their exact shares or open ones."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from techmgr.core.texts import say
from techmgr.disclosure.model import Disclosure, Inventor, InventorShare, SharePlan
from techmgr.intake.dryrun import Write
from techmgr.intake.fields import Field, Kind, folded
from techmgr.intake.model import ImportedText
from techmgr.people.model import Person
from techmgr.people.taking_in import persons_called
from techmgr.storage.bulk import insert_rows, next_ids, update_rows
from techmgr.storage.unit import Unit

INVENTORS = Field(
    "inventors",
    say("Inventors"),
    Kind.SHARES,
    names=("inventor", "inventor names", "shares", "发明人"),
)
Shares = tuple[tuple[str, Fraction | None], ...]


class Named(NamedTuple):
    """The inventors of one case as a file names them, from a day on."""

    case_id: int
    number: str
    title: str
    day: date
    shares: Shares


def inventors_here(session: Session) -> dict[int, Shares]:
    """Return the inventors of each case with their newest shares; None where they are open."""
    told: dict[int, dict[str, Fraction | None]] = {}
    listed = (
        select(Disclosure.case_id, Person.name)
        .join(Inventor, Inventor.disclosure_id == Disclosure.id)
        .join(Person, Person.id == Inventor.person_id)
        .order_by(Disclosure.id, Inventor.position_in_list)
    )
    for case_id, name in session.execute(listed):
        told.setdefault(case_id, {})[name] = None
    shared: dict[int, tuple[date, dict[str, Fraction | None]]] = {}
    for case_id, day, name, numerator, denominator in session.execute(_planned()):
        if case_id not in shared or shared[case_id][0] < day:
            shared[case_id] = (day, {})
        shared[case_id][1][name] = Fraction(numerator, denominator)
    told |= {case_id: shares for case_id, (_, shares) in shared.items()}
    return {case_id: tuple(shares.items()) for case_id, shares in told.items()}


def same_inventors(ours: Shares | None, theirs: Shares | None) -> Shares | None:
    """Return ours, or theirs when it says no more: the same people without shares."""
    if not ours or not theirs or any(share for _, share in theirs):
        return ours
    names = [{folded(name) for name, _ in side} for side in (ours, theirs)]
    return theirs if names[0] == names[1] else ours


def _planned() -> Any:
    return (
        select(
            SharePlan.case_id,
            SharePlan.valid_from,
            Person.name,
            InventorShare.numerator,
            InventorShare.denominator,
        )
        .join(InventorShare, InventorShare.plan_id == SharePlan.id)
        .join(Person, Person.id == InventorShare.person_id)
        .order_by(SharePlan.valid_from, InventorShare.position_in_list)
    )


def write_inventors(unit: Unit, todo: Sequence[tuple[Mapping[str, Any], Write]]) -> dict[int, date]:
    """Store the inventors that rows name, each with the case's number, title and day received.

    A case without a disclosure gets one; shares that differ hold from the day of the import on.
    Returns the day of each new disclosure by case.
    """
    named = []
    nameless = []
    for case, write in todo:
        shares: Shares = write.values.get("inventors") or ()
        if any(not name for name, _ in shares):
            nameless.append((case["id"], shares))
        elif shares:
            day = case["received"] or unit.today if write.existing is None else unit.today
            named.append(Named(case["id"], case["number"], case["title"], day, _once(shares)))
    _question(unit, nameless)
    if not named:
        return {}
    persons = persons_called(unit, [name for each in named for name, _ in each.shares])
    new = _disclose(unit, named, persons)
    _plan(unit, named, persons)
    return new


def _once(shares: Shares) -> Shares:
    """Name everybody once: "A 30 %; A 20 %" is half."""
    found: dict[str, tuple[str, Fraction | None]] = {}
    for name, share in shares:
        _, before = found.get(folded(name), (name, None))
        found[folded(name)] = (name, share if before is None else before + (share or 0))
    return tuple(found.values())


def _disclose(unit: Unit, named: Sequence[Named], persons: Mapping[str, int]) -> dict[int, date]:
    columns = select(Disclosure.case_id, Disclosure.id).order_by(Disclosure.id.desc())
    stored = {row.case_id: row.id for row in unit.session.execute(columns)}
    listed = unit.session.execute(select(Inventor.disclosure_id, Inventor.person_id))
    there = {(row.disclosure_id, row.person_id) for row in listed}
    missing = [each for each in named if each.case_id not in stored]
    ids = next_ids(unit.session, Disclosure, len(missing))
    stored |= {each.case_id: number for each, number in zip(missing, ids, strict=True)}
    disclosures = [
        {
            "id": stored[each.case_id],
            "case_id": each.case_id,
            "label": each.number,
            "title": each.title,
            "state": "accepted",
            "since": each.day,
            "received": each.day,
            "submitted_by_id": None,
        }
        for each in missing
    ]
    inventors = [
        {
            "disclosure_id": stored[each.case_id],
            "person_id": person,
            "position_in_list": position,
            "employer_id": None,
            "assignment": "to_be_obtained",
            "assigned_on": None,
            "assignment_file_id": None,
        }
        for each in named
        for position, (name, _) in enumerate(each.shares, 1)
        if (stored[each.case_id], person := persons[folded(name)]) not in there
    ]
    insert_rows(unit.session, Disclosure, disclosures, _silent)
    insert_rows(unit.session, Inventor, inventors, _silent)
    return {each.case_id: each.day for each in missing}


def _plan(unit: Unit, named: Sequence[Named], persons: Mapping[str, int]) -> None:
    """Store who has which share from the day on; a plan of the same day is replaced."""
    days = {(each.case_id, each.day): each for each in named}
    columns = select(SharePlan.case_id, SharePlan.valid_from, SharePlan.id)
    stored = {
        (case_id, day): number
        for case_id, day, number in unit.session.execute(columns)
        if (case_id, day) in days
    }
    if stored:
        old = delete(InventorShare).where(InventorShare.plan_id.in_(stored.values()))
        unit.session.execute(old.execution_options(synchronize_session=False))
    fresh = iter(next_ids(unit.session, SharePlan, len(days) - len(stored)))
    ids = {key: stored.get(key) or next(fresh) for key in days}
    plans = [
        {
            "id": ids[key],
            "case_id": each.case_id,
            "valid_from": each.day,
            "is_open": _is_open(each.shares),
            "signed_on": None,
            "signed_file_id": None,
        }
        for key, each in days.items()
        if key not in stored
    ]
    again = {stored[key]: {"is_open": _is_open(days[key].shares)} for key in stored}
    shares = [
        {
            "plan_id": ids[key],
            "person_id": persons[folded(name)],
            "position_in_list": position,
            "numerator": share.numerator,
            "denominator": share.denominator,
        }
        for key, each in days.items()
        for position, (name, share) in enumerate(each.shares, 1)
        if share
    ]
    insert_rows(unit.session, SharePlan, plans, _silent)
    update_rows(unit.session, SharePlan, again, _silent)
    insert_rows(unit.session, InventorShare, shares, _silent)


def _is_open(shares: Shares) -> bool:
    return any(share is None for _, share in shares)


def _question(unit: Unit, nameless: Sequence[tuple[int, Shares]]) -> None:
    sentence = say("These shares name nobody: enter the inventors on the case.")
    rows = [
        {
            "subject": f"technology:{case_id}",
            "column": "Shares without names",
            "text": "; ".join(f"{name} {share}".strip() for name, share in shares),
            "question": sentence.message,
            "question_values": "{}",
        }
        for case_id, shares in nameless
    ]
    insert_rows(unit.session, ImportedText, rows, _silent)


def _silent(_rows: int) -> None:
    """Work too short to be told of."""
