"""Events of a run kept as rows and read back: all rows of a run in a few statements."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.kept_texts import packed, unpacked
from techmgr.core.texts import Text, say
from techmgr.ledger.accounts import Account
from techmgr.royalty.counting import Count
from techmgr.royalty.gathering import Waiting
from techmgr.royalty.keeping import kept, restored
from techmgr.royalty.model import (
    ReleasedPart,
    Run,
    RunEvent,
    RunExpense,
    RunLeftOut,
    RunReceipt,
    RunShare,
)
from techmgr.royalty.model_claims import RunClaim
from techmgr.royalty.model_rules import RunTally
from techmgr.royalty.outcome import Key, Outcome, Portion
from techmgr.royalty.queries_history import BOOKED, root
from techmgr.storage.base import Record
from techmgr.storage.bulk import insert_rows, next_ids
from techmgr.storage.unit import Unit
from techmgr.technology.recording import set_steps
from techmgr.technology.steps import State, Step

_Rows = defaultdict[type[Record], list[dict[str, Any]]]


def keep_outcomes(unit: Unit, run: Run, outcomes: Sequence[tuple[Key, Outcome]]) -> None:
    """Store the events of a draft and put the distribution of their cases under way."""
    unit.session.flush()
    rows: _Rows = defaultdict(list)
    ids = next_ids(unit.session, RunEvent, len(outcomes))
    for number, (key, outcome) in zip(ids, outcomes, strict=True):
        rows[RunEvent].append(_event(number, run, key, outcome))
        rows[RunReceipt] += [
            {"event_id": number, "part_id": part, "minor": minor}
            for part, minor in outcome.parts.items()
        ]
        rows[RunExpense] += [
            {"event_id": number, "expense_id": expense, "minor": minor}
            for expense, minor in outcome.recovered.items()
        ]
        rows[RunClaim] += [
            {"event_id": number, "claim_id": claim, "minor": minor, "released": released}
            for (claim, released), minor in outcome.claims.items()
        ]
        rows[RunTally] += [
            {
                "event_id": number,
                "policy": policy,
                "name": count.name,
                "place": count.place,
                "period": count.period,
                "value": str(value),
            }
            for (policy, count), value in outcome.counted.items()
            if value
        ]
        rows[RunShare] += [_share(number, each) for each in outcome.portions]
    for record in (RunEvent, RunReceipt, RunExpense, RunClaim, RunTally, RunShare):
        insert_rows(unit.session, record, rows[record], lambda _rows: None)
    cases = list(dict.fromkeys(key.case_id for key, _ in outcomes))
    set_steps(unit, cases, Step.DISTRIBUTION, State.ACTIVE, summary=say("Run in draft"))


def _event(number: int, run: Run, key: Key, outcome: Outcome) -> dict[str, Any]:
    assert outcome.tree is not None, "an event is explained"
    return {
        "id": number,
        "run_id": run.id,
        "case_id": key.case_id,
        "source": key.source,
        "policy_id": key.policy_id,
        "unit": key.unit,
        "period": key.period,
        "gross": outcome.gross,
        "expenses": outcome.expenses,
        "net": outcome.net,
        "explanation": kept(outcome.tree),
    }


def _share(event_id: int, portion: Portion) -> dict[str, Any]:
    message, values = packed(portion.held) if portion.held else ("", "{}")
    return {
        "event_id": event_id,
        "party": portion.party,
        "payee": portion.payee,
        "payee_name": portion.name,
        "account": portion.account.value,
        "minor": portion.minor,
        "held": portion.held is not None,
        "why_held": message,
        "why_values": values,
        "awaits": portion.awaits,
        "node": portion.node,
    }


def keep_left_out(unit: Unit, run: Run, left_out: Sequence[tuple[Waiting, Text]]) -> None:
    """Store what a draft leaves out, and why."""
    rows = []
    for part, why in left_out:
        if part.claim:
            continue  # no receipt: it goes on waiting, and its claim says so
        message, values = packed(why)
        rows.append(
            {"run_id": run.id, "part_id": part.part_id, "why": message, "why_values": values}
        )
    insert_rows(unit.session, RunLeftOut, rows, lambda _rows: None)


def outcomes_of(session: Session, run_id: int) -> dict[Key, list[Outcome]]:
    """Return what a posted run and its corrections booked, releases included, event by event."""
    chosen = (Run.state.in_(BOOKED), root() == run_id)
    rows = select(RunEvent).join(Run, Run.id == RunEvent.run_id).where(*chosen)
    events = list(session.scalars(rows.order_by(RunEvent.id)))
    ids = select(RunEvent.id).join(Run, Run.id == RunEvent.run_id).where(*chosen)
    parts = _amounts(session, RunReceipt.event_id, RunReceipt.part_id, RunReceipt.minor, ids)
    costs = _amounts(session, RunExpense.event_id, RunExpense.expense_id, RunExpense.minor, ids)
    portions, counted = _portions(session, ids), _counted(session, ids)
    claims = _claims(session, ids)
    found: dict[Key, list[Outcome]] = defaultdict(list)
    for each in events:
        key = Key(each.case_id, each.source, each.unit, each.policy_id, each.period)
        found[key].append(
            Outcome(
                each.gross,
                each.expenses,
                each.net,
                counted[each.id],
                restored(each.explanation),
                parts[each.id],
                costs[each.id],
                portions[each.id],
                claims[each.id],
            )
        )
    return dict(found)


def _counted(session: Session, ids: Any) -> defaultdict[int, dict[tuple[str, Count], Fraction]]:
    found: defaultdict[int, dict[tuple[str, Count], Fraction]] = defaultdict(dict)
    for each in session.scalars(select(RunTally).where(RunTally.event_id.in_(ids))):
        count = Count(each.name, each.place, each.period)
        found[each.event_id][each.policy, count] = Fraction(each.value)
    return found


def _claims(session: Session, ids: Any) -> defaultdict[int, Counter[tuple[int, bool]]]:
    found: defaultdict[int, Counter[tuple[int, bool]]] = defaultdict(Counter)
    for each in session.scalars(select(RunClaim).where(RunClaim.event_id.in_(ids))):
        found[each.event_id][each.claim_id, each.released] += each.minor
    return found


def _amounts(
    session: Session, event: Any, name: Any, minor: Any, ids: Any
) -> defaultdict[int, Counter[int]]:
    found: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for event_id, number, amount in session.execute(
        select(event, name, minor).where(event.in_(ids))
    ):
        found[event_id][number] += amount
    return found


def _portions(session: Session, ids: Any) -> defaultdict[int, list[Portion]]:
    found: defaultdict[int, list[Portion]] = defaultdict(list)
    shares = select(RunShare).where(RunShare.event_id.in_(ids)).order_by(RunShare.id)
    released: dict[int, int] = {}
    for each in session.scalars(shares):
        if each.release_id is not None:
            released[each.release_id] = each.event_id
            continue
        why = unpacked(each.why_held, each.why_values) if each.held else None
        found[each.event_id].append(
            Portion(
                each.party,
                each.payee,
                each.payee_name,
                Account(each.account),
                each.minor,
                each.node,
                why,
                each.awaits,
            )
        )
    parts = select(ReleasedPart).where(ReleasedPart.release_id.in_(released))
    for part in session.scalars(parts):
        found[released[part.release_id]].append(
            Portion(part.party, part.payee, part.payee_name, Account.PAYABLE, part.minor, part.node)
        )
    return found
