"""Reads of one case: its head, nine steps, timeline, notes, tasks, decisions, owners, managers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.orm import Session, aliased

from techmgr.core.kept_texts import unpacked
from techmgr.core.references import Reference, reference
from techmgr.core.texts import Text
from techmgr.intake.model import ImportedText
from techmgr.office.queries import settings_on
from techmgr.people.model import Organisation, Person
from techmgr.technology.model import (
    Case,
    CaseStep,
    CoOwner,
    Decision,
    HandOver,
    Happening,
    TitleHolding,
    TitleOffer,
)
from techmgr.technology.owners import own_share
from techmgr.technology.queries_notes import tasks_of
from techmgr.technology.steps import NAMES, State, Step, earliest, shown

# Made once, as every statement of a case's page: making one costs more than reading by it.
_CASE: BindParameter[int] = bindparam("case")
_centre = aliased(Organisation)
_before, _after = aliased(Person), aliased(Person)


@dataclass(frozen=True, slots=True)
class CaseHead:
    """A case's own record with the names it needs; `manager` and `department` are empty when unset."""

    id: int
    version: int
    number: str
    foreign_number: str
    title: str
    abstract: str
    type: str
    field: str
    keywords: str
    trl: int | None
    status: str
    origin: str
    received: date | None
    closed_on: date | None
    manager_id: int | None
    manager: str
    manager_initials: str
    department_id: int | None
    department: str
    centre_id: int | None
    centre: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """One of the nine steps on a day. `state` is what to show, `stored` what was set.

    `due` is the earliest open deadline or task; `summary` a word on where it stands, or None.
    """

    step: Step
    name: Text
    state: State
    stored: State
    since: date | None
    started: date | None
    due: date | None
    person_id: int | None
    person: str
    initials: str
    reason: str
    summary: Text | None


@dataclass(frozen=True, slots=True)
class HappeningRow:
    """A line of the timeline."""

    id: int
    on_day: date
    step: Step
    kind: str
    text: Text
    source: Reference | None
    person: str
    initials: str


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision with its reasons."""

    id: int
    on_day: date
    kind: str
    outcome: str
    person: str
    reasons: str
    evidence: str


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """Another owner's share between two days."""

    id: int
    organisation_id: int
    organisation: str
    share: Fraction
    from_day: date
    until_day: date | None


@dataclass(frozen=True, slots=True)
class HandOverRow:
    """From whom to whom a case passed."""

    id: int
    on_day: date
    from_person: str
    to_person: str
    reason: str


@dataclass(frozen=True, slots=True)
class HoldingRow:
    """Who holds title from a day on."""

    id: int
    holder_id: int
    holder: str
    from_day: date


@dataclass(frozen=True, slots=True)
class OfferRow:
    """An offer of title, with its answer when there is one."""

    id: int
    offered_to_id: int
    offered_to: str
    offered_on: date
    answer: str
    answered_on: date | None


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """A cell kept as imported; `question` says why it could not be read, when it could not."""

    column: str
    text: str
    question: Text | str


_HEAD = (
    select(
        Case.id, Case.version, Case.number, Case.foreign_number, Case.title, Case.abstract,
        Case.type, Case.field, Case.keywords, Case.trl, Case.status, Case.origin, Case.received,
        Case.closed_on, Case.manager_id, func.coalesce(Person.name, ""),
        func.coalesce(Person.initials, ""), Case.department_id,
        func.coalesce(Organisation.name, ""), Case.centre_id, func.coalesce(_centre.name, ""),
    )
    .outerjoin(Person, Person.id == Case.manager_id)
    .outerjoin(Organisation, Organisation.id == Case.department_id)
    .outerjoin(_centre, _centre.id == Case.centre_id)
    .where(Case.id == _CASE)
)  # fmt: skip


def case_head(session: Session, case_id: int) -> CaseHead:
    """Return a case's own record."""
    row: Any = session.execute(_HEAD, {"case": case_id}).one()
    return CaseHead(*row)


def case_numbered(session: Session, number: str) -> int | None:
    """Return the id of the case with a number, the office's own or a foreign one; None without."""
    own = session.scalar(select(Case.id).where(Case.number == number))
    return own or session.scalar(select(Case.id).where(Case.foreign_number == number))


_STEPS = (
    select(CaseStep, Person.name, Person.initials)
    .outerjoin(Person, Person.id == CaseStep.person_id)
    .where(CaseStep.case_id == _CASE)
)


def steps_of(
    session: Session, case_id: int, today: date, due: Mapping[int, date] | None = None
) -> list[StepRow]:
    """Return the nine steps as shown on a day.

    `due` is the earliest open deadline by step, from above this part; tasks are looked up here.
    """
    rows = session.execute(_STEPS, {"case": case_id})
    stored = {row.step: (row, name or "", initials or "") for row, name, initials in rows}
    tasks = tasks_of(session, Reference("technology", case_id), still_open=True)
    soon = settings_on(session, today).soon_days
    steps = []
    for step in Step:
        row, name, initials = stored.get(step, (CaseStep(state=State.NOT_STARTED), "", ""))
        days = [(due or {}).get(step), *(task.due for task in tasks if task.step == step)]
        steps.append(_step_row(step, row, (name, initials), shown_with(row, days, today, soon)))
    return steps


def shown_with(
    row: CaseStep, days: list[date | None], today: date, soon_days: int
) -> tuple[State, date | None]:
    """Return the state to show for a stored step and its open days, and the earliest of them."""
    due = earliest(days)
    return shown(State(row.state), due, today, soon_days), due


def _step_row(
    step: Step, row: CaseStep, person: tuple[str, str], seen: tuple[State, date | None]
) -> StepRow:
    state, due = seen
    return StepRow(
        step,
        NAMES[step],
        state,
        State(row.state),
        row.since,
        row.started,
        due,
        row.person_id,
        *person,
        row.reason or "",
        unpacked(row.summary, row.summary_values) if row.summary else None,
    )


_HAPPENED = (
    select(Happening, Person.name, Person.initials)
    .outerjoin(Person, Person.id == Happening.person_id)
    .where(Happening.case_id == _CASE)
    .order_by(Happening.on_day.desc(), Happening.id.desc())
    .limit(bindparam("limit"))
)


def happenings_of(session: Session, case_id: int, *, limit: int = 1_000) -> list[HappeningRow]:
    """Return what happened on a case, newest first."""
    rows = session.execute(_HAPPENED, {"case": case_id, "limit": limit})
    return [
        HappeningRow(
            each.id,
            each.on_day,
            Step(each.step),
            each.kind,
            unpacked(each.text, each.values),
            reference(each.source) if each.source else None,
            name or "",
            initials or "",
        )
        for each, name, initials in rows
    ]


_DECIDED = (
    select(
        Decision.id,
        Decision.on_day,
        Decision.kind,
        Decision.outcome,
        func.coalesce(Person.name, ""),
        Decision.reasons,
        Decision.evidence,
    )
    .outerjoin(Person, Person.id == Decision.person_id)
    .where(Decision.case_id == _CASE)
    .order_by(Decision.on_day.desc(), Decision.id.desc())
)


def decisions_of(session: Session, case_id: int) -> list[DecisionRow]:
    """Return the decisions on a case, newest first."""
    rows = session.execute(_DECIDED, {"case": case_id})
    return [DecisionRow(*row) for row in rows]


_OWNED = (
    select(CoOwner, Organisation.name)
    .join(Organisation, Organisation.id == CoOwner.organisation_id)
    .where(CoOwner.case_id == _CASE)
    .order_by(CoOwner.from_day.desc(), CoOwner.id)
)


def co_owners_of(session: Session, case_id: int) -> list[OwnerRow]:
    """Return every other owner ever recorded, newest first."""
    rows = session.execute(_OWNED, {"case": case_id})
    return [
        OwnerRow(
            each.id,
            each.organisation_id,
            name,
            Fraction(each.numerator, each.denominator),
            each.from_day,
            each.until_day,
        )
        for each, name in rows
    ]


def owners_on(session: Session, case_id: int, day: date) -> tuple[Fraction, list[OwnerRow]]:
    """Return our own share of a case in force on a day, and the other owners' ones."""
    others = [
        row
        for row in co_owners_of(session, case_id)
        if row.from_day <= day and (row.until_day is None or row.until_day >= day)
    ]
    return own_share([row.share for row in others]), others


_HANDED = (
    select(
        HandOver.id, HandOver.on_day, func.coalesce(_before.name, ""), _after.name, HandOver.reason
    )
    .outerjoin(_before, _before.id == HandOver.from_person_id)
    .join(_after, _after.id == HandOver.to_person_id)
    .where(HandOver.case_id == _CASE)
    .order_by(HandOver.on_day.desc(), HandOver.id.desc())
)


def managers_of(session: Session, case_id: int) -> list[HandOverRow]:
    """Return the hand-overs of a case, newest first."""
    rows = session.execute(_HANDED, {"case": case_id})
    return [HandOverRow(*row) for row in rows]


_HELD = (
    select(TitleHolding.id, TitleHolding.holder_id, Organisation.name, TitleHolding.from_day)
    .join(Organisation, Organisation.id == TitleHolding.holder_id)
    .where(TitleHolding.case_id == _CASE)
    .order_by(TitleHolding.from_day.desc())
)


def title_of(session: Session, case_id: int) -> list[HoldingRow]:
    """Return who held title to a case, newest first."""
    rows = session.execute(_HELD, {"case": case_id})
    return [HoldingRow(*row) for row in rows]


_OFFERED = (
    select(
        TitleOffer.id,
        TitleOffer.offered_to_id,
        Organisation.name,
        TitleOffer.offered_on,
        TitleOffer.answer,
        TitleOffer.answered_on,
    )
    .join(Organisation, Organisation.id == TitleOffer.offered_to_id)
    .where(TitleOffer.case_id == _CASE)
    .order_by(TitleOffer.offered_on.desc(), TitleOffer.id.desc())
)


def title_offers_of(session: Session, case_id: int) -> list[OfferRow]:
    """Return the offers of title with their answers, newest first."""
    rows = session.execute(_OFFERED, {"case": case_id})
    return [OfferRow(*row) for row in rows]


_IMPORTED = (
    select(
        ImportedText.column, ImportedText.text, ImportedText.question, ImportedText.question_values
    )
    .where(ImportedText.subject == bindparam("subject"))
    .order_by(ImportedText.id)
)


def imported_of(session: Session, subject: Reference) -> list[ImportedRow]:
    """Return what was kept of a record as imported, in the file's order."""
    rows = session.execute(_IMPORTED, {"subject": str(subject)})
    return [
        ImportedRow(column, text, unpacked(question, values) if question else "")
        for column, text, question, values in rows
    ]
