"""What other actions write on a case in their own transaction: the state of a step, and what happened."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import select

from techmgr.core.kept_texts import packed
from techmgr.core.references import Reference
from techmgr.core.texts import Text
from techmgr.people.queries import officer_named
from techmgr.storage.bulk import insert_rows
from techmgr.storage.unit import Unit
from techmgr.technology.model import Case, CaseStep, Happening
from techmgr.technology.steps import COMPUTED, ENDED, WORKED, State, Step


def officer_id(unit: Unit) -> int | None:
    """Return the person who is acting, or None when the officer's name is nobody's."""
    officer = officer_named(unit.session, unit.officer)
    return officer.id if officer else None


def set_step(
    unit: Unit,
    case_id: int,
    step: int,
    state: State,
    *,
    on_day: date | None = None,
    person_id: int | None = None,
    reason: str = "",
    summary: Text | None = None,
) -> None:
    """Set a step's state from a day on (the office's when left out), in the caller's transaction.

    The person is the case's manager unless given; a summary stays until another one is given.
    """
    assert state not in COMPUTED, "due soon and overdue are computed when read"
    row = _row(unit, case_id, Step(step))
    day = on_day or unit.today
    row.state, row.since, row.reason = state, day, reason
    if row.started is None and state in WORKED:
        row.started = day
    row.person_id = person_id or unit.session.get_one(Case, case_id).manager_id
    if summary is not None:
        row.summary, row.summary_values = packed(summary)
    unit.session.flush()


def set_steps(
    unit: Unit, case_ids: Sequence[int], step: int, state: State, *, summary: Text
) -> None:
    """Set the same step of many cases from the office's day on, as set operations."""
    message, values = packed(summary)
    chosen = (CaseStep.step == Step(step), CaseStep.case_id.in_(case_ids))
    stored = {row.case_id: row for row in unit.session.scalars(select(CaseStep).where(*chosen))}
    managers = select(Case.id, Case.manager_id).where(Case.id.in_(case_ids))
    fresh = []
    for case_id, manager in unit.session.execute(managers):
        row = stored.get(case_id)
        if row is None:
            row = CaseStep(case_id=case_id, step=Step(step), state=State.NOT_STARTED)
            fresh.append(row)
        row.state, row.since, row.reason, row.person_id = state, unit.today, "", manager
        row.summary, row.summary_values = message, values
        if row.started is None and state in WORKED:
            row.started = unit.today
    unit.add(*fresh)


def begin_step(
    unit: Unit, case_id: int, step: int, *, on_day: date | None = None, summary: Text | None = None
) -> None:
    """Set a step under way if it has not started, waits or has ended; under way, only the summary."""
    row = _stored(unit, case_id, Step(step))
    if row is None or row.state != State.ACTIVE:
        set_step(unit, case_id, step, State.ACTIVE, on_day=on_day, summary=summary)
    elif summary is not None:
        row.summary, row.summary_values = packed(summary)


def state_of(unit: Unit, case_id: int, step: int) -> State:
    """Return the stored state of a step."""
    row = _stored(unit, case_id, Step(step))
    return State(row.state) if row else State.NOT_STARTED


def has_ended(unit: Unit, case_id: int, step: int) -> bool:
    """Tell whether a step is done, waived or missed."""
    return state_of(unit, case_id, step) in ENDED


def record(  # noqa: PLR0917 - written as a timeline is read: when, where, what
    unit: Unit,
    case_id: int,
    on_day: date,
    step: int,
    kind: str,
    text: Text,
    source: Reference | None = None,
) -> int:
    """Write what happened on a case's timeline and return its id.

    `kind` is event, contract, money, note or attention; `source` the record it came from.
    """
    message, values = packed(text)
    happening = Happening(
        case_id=case_id,
        on_day=on_day,
        step=Step(step),
        kind=kind,
        text=message,
        values=values,
        source=str(source) if source else None,
        person_id=officer_id(unit),
    )
    unit.add(happening)
    return happening.id


def record_each(  # noqa: PLR0917 - written as a timeline is read: when, where, what
    unit: Unit,
    texts: Mapping[int, Text],
    on_day: date,
    step: int,
    kind: str,
    source: Reference | None = None,
) -> None:
    """Write what happened on the timelines of many cases, as one set operation."""
    officer = officer_id(unit)
    rows = []
    for case_id, text in texts.items():
        message, values = packed(text)
        rows.append(
            {
                "case_id": case_id,
                "on_day": on_day,
                "step": int(step),
                "kind": kind,
                "text": message,
                "values": values,
                "source": str(source) if source else None,
                "person_id": officer,
            }
        )
    unit.session.flush()
    insert_rows(unit.session, Happening, rows, lambda _rows: None)


def _row(unit: Unit, case_id: int, step: Step) -> CaseStep:
    row = _stored(unit, case_id, step)
    if row is None:
        row = CaseStep(case_id=case_id, step=step, state=State.NOT_STARTED)
        unit.session.add(row)
    return row


def _stored(unit: Unit, case_id: int, step: Step) -> CaseStep | None:
    chosen = (CaseStep.case_id == case_id, CaseStep.step == step)
    return unit.session.scalars(select(CaseStep).where(*chosen)).first()
