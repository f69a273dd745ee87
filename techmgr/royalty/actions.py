"""What an officer does with distributions: draft, hold, approve, post, reverse."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, func, select

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.formats import show_minor
from techmgr.core.kept_texts import packed
from techmgr.core.texts import Text, say
from techmgr.ledger.accounts import Account, Line
from techmgr.ledger.booking import first_open_day
from techmgr.ledger.model import Expense
from techmgr.ledger.posting import book, reverse_entry
from techmgr.ledger.queries import closed_until
from techmgr.ledger.settling import refuse_given_up, state_now
from techmgr.office.queries import settings_on
from techmgr.royalty.correcting import differences
from techmgr.royalty.drafting import Draft
from techmgr.royalty.keeping import kept
from techmgr.royalty.model import (
    Run,
    RunEvent,
    RunExpense,
    RunLeftOut,
    RunReceipt,
    RunShare,
)
from techmgr.royalty.model_claims import RunClaim
from techmgr.royalty.model_rules import RunTally
from techmgr.royalty.outcome import HAND
from techmgr.royalty.queries_claims import overdrawn
from techmgr.royalty.releasing import release_accumulated, take_back_releases
from techmgr.royalty.storing import keep_left_out, keep_outcomes
from techmgr.royalty.tallies import counted_later
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.recording import record_each, set_steps
from techmgr.technology.steps import State, Step


@dataclass(frozen=True, slots=True)
class DraftRun:
    """A distribution of everything received up to a day."""

    through: date


@dataclass(frozen=True, slots=True)
class RunRequest:
    """A step of a run that is there already."""

    run_id: int
    version: int | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class HoldShare:
    """A payee's part of a draft held back, or (with an empty reason) released."""

    share_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class RunDone:
    """A run after a step: its id, number and state."""

    id: int
    number: str
    state: str


@action(undo=Undo.RESTORE)
def draft_run(unit: Unit, request: DraftRun) -> RunDone:
    """Compute a distribution through a day and keep it as a draft. Refuses when nothing is waiting."""
    if request.through > unit.today:
        raise UserError(
            say("{day} has not come yet.", day=request.through.isoformat()), field="through"
        )
    refuse_second_draft(unit)
    currency = settings_on(unit.session, request.through).base_currency
    newest = unit.session.scalar(select(func.max(Run.id))) or 0
    run = Run(
        number=f"D-{newest + 1:04}",
        through=request.through,
        state="draft",
        currency=currency,
        drafted_by=unit.officer,
    )
    unit.add(run)
    unit.about(run.reference)
    _compute(unit, run)
    return _done(run)


def refuse_second_draft(unit: Unit) -> None:
    """Refuse a second run while one is not posted: both would share the same money."""
    other = unit.session.scalar(select(Run.number).where(Run.state.in_(("draft", "approved"))))
    if other is not None:
        raise UserError(
            say("There is a draft already, {number}: post or discard it first.", number=other)
        )


def _compute(unit: Unit, run: Run) -> None:
    draft = Draft(unit.session, run.through, run.currency)
    drafted = [(each.key, each.outcome) for each in draft.events()]
    if not drafted:
        reasons = tuple(dict.fromkeys(str(why) for _, why in draft.left_out))
        text = say("Nothing received up to {day} waits to be shared.", day=run.through.isoformat())
        raise UserError(say("{text} {reasons}", text=text, reasons=reasons), field="through")
    keep_outcomes(unit, run, drafted)
    keep_left_out(unit, run, draft.left_out)


@action(undo=Undo.RESTORE)
def discard_run(unit: Unit, request: RunRequest) -> RunDone:
    """Throw a draft away: its receipts wait for the next one. Refuses a posted run."""
    run = _run(unit, request, "draft", "approved")
    unit.about(run.reference)
    events = select(RunEvent.id).where(RunEvent.run_id == run.id)
    for part in (RunReceipt, RunExpense, RunClaim, RunShare, RunTally):
        unit.session.execute(delete(part).where(part.event_id.in_(events)))
    for whole in (RunEvent, RunLeftOut):
        unit.session.execute(delete(whole).where(whole.run_id == run.id))
    done = RunDone(run.id, run.number, "discarded")
    unit.session.delete(run)
    return done


@action(undo=Undo.RESTORE)
def hold_share(unit: Unit, request: HoldShare) -> RunDone:
    """Hold back what a payee gets in a draft, with the reason; an empty reason releases it."""
    share = unit.session.get_one(RunShare, request.share_id)
    run = unit.session.get_one(Run, unit.session.get_one(RunEvent, share.event_id).run_id)
    if run.state != "draft" or share.account not in {Account.PAYABLE, Account.ESCROW}:
        raise UserError(say("Only a payee's part of a draft can be held or released."))
    unit.claim(run, None)
    unit.about(run.reference)
    reason = request.reason.strip()
    share.held, share.awaits = bool(reason), HAND if reason else ""
    share.account = (Account.ESCROW if reason else Account.PAYABLE).value
    share.why_held, share.why_values = (
        packed(say("{reason}", reason=reason)) if reason else ("", "{}")
    )
    return _done(run)


@action(undo=Undo.RESTORE)
def approve_run(unit: Unit, request: RunRequest) -> RunDone:
    """Approve a draft. By another officer than the one who drafted it, where the office asks for that."""
    run = _run(unit, request, "draft")
    if settings_on(unit.session, unit.today).second_person and unit.officer == run.drafted_by:
        raise UserError(
            say("{officer} drafted this run: a second person approves it.", officer=unit.officer)
        )
    unit.about(run.reference)
    run.state, run.approved_by, run.approved_at = "approved", unit.officer, unit.now
    return _done(run)


@action(undo=Undo.REVERSE)
def post_run(unit: Unit, request: RunRequest) -> RunDone:
    """Book an approved run: one entry, dated today or on the first open day. It never changes again."""
    run = _run(unit, request, "approved")
    unit.about(run.reference)
    _refuse_outdated(unit, run)
    day = first_open_day(unit.today, closed_until(unit.session))
    text = f"{run.number}: distribution through {run.through.isoformat()}"
    entry = book(unit, day, text, run.reference, _lines(unit, run))
    run.state, run.posted_on, run.entry_id = "posted", day, entry.id
    _settle(unit, run, 1)
    _refuse_overdrawn(unit, run)
    net: Counter[int] = Counter()
    for event in _events(unit, run):
        net[event.case_id] += event.net
    told = {case_id: _posted_text(run, minor) for case_id, minor in net.items()}
    _tell(unit, run, told, State.DONE)
    release_accumulated(unit, run)
    return _done(run)


def _posted_text(run: Run, net: int) -> Text:
    amount = f"{run.currency} {show_minor(net, run.currency)}"
    return say("Distribution {number}: {amount} net", number=run.number, amount=amount)


@action(undo=Undo.REVERSE)
def reverse_run(unit: Unit, request: RunRequest) -> RunDone:
    """Book the mirror of a posted run, with the reason; its receipts and costs wait again.

    Refused when a later posted run has counted on its brackets.
    """
    run = _run(unit, request, "posted")
    checks = Checks()
    reason = checks.reason(request.reason)
    checks.refuse()
    _refuse_built_upon(unit, run)
    unit.about(run.reference)
    assert run.entry_id is not None, "a posted run has its entry"
    take_back_releases(unit, run, reason)
    run.reversal_id = reverse_entry(unit, run.entry_id, unit.today, reason).id
    run.state, run.reason = "reversed", reason
    _settle(unit, run, -1)
    _refuse_overdrawn(unit, run)
    text = say("Distribution {number} reversed: {reason}", number=run.number, reason=reason)
    _tell(unit, run, dict.fromkeys((e.case_id for e in _events(unit, run)), text), State.ACTIVE)
    return _done(run)


def _run(unit: Unit, request: RunRequest, *states: str) -> Run:
    run = unit.session.get_one(Run, request.run_id)
    if run.state not in states:
        raise UserError(
            say(
                "{number} is {state}: this cannot be done with it now.",
                number=run.number,
                state=say(run.state),
            )
        )
    unit.claim(run, request.version)
    return run


def _events(unit: Unit, run: Run) -> list[RunEvent]:
    rows = select(RunEvent).where(RunEvent.run_id == run.id).order_by(RunEvent.id)
    return list(unit.session.scalars(rows))


def _refuse_outdated(unit: Unit, run: Run) -> None:
    """A receipt or a cost that changed since the draft makes its cents untrue: draft again."""
    if run.corrects_id is not None:
        now = [outcome.tree for _, outcome in differences(unit.session, run.corrects_id)]
    else:
        draft = Draft(unit.session, run.through, run.currency)
        now = [each.result.tree for each in draft.events()]
    if [kept(tree) for tree in now if tree] != [e.explanation for e in _events(unit, run)]:
        raise UserError(
            say(
                "Receipts, costs or shares have changed since {number} was drafted: draft it again.",
                number=run.number,
            )
        )


def _refuse_built_upon(unit: Unit, run: Run) -> None:
    later = counted_later(unit.session, run.id)
    if later:
        raise UserError(
            say(
                "{later} was computed after {number}: reverse it first.",
                later=later,
                number=run.number,
            )
        )


def _refuse_overdrawn(unit: Unit, run: Run) -> None:
    """A reserve out of which costs were paid, or which was released, stays filled by its run."""
    unit.session.flush()
    claim = overdrawn(unit.session, run.id)
    if claim is not None:
        raise UserError(
            say(
                "The reserve “{text}” of {number} has been used or released: take that back first.",
                text=claim.text,
                number=run.number,
            )
        )


def _lines(unit: Unit, run: Run) -> list[Line]:
    events = {event.id: event for event in _events(unit, run)}
    shares = select(RunShare).join(RunEvent, RunEvent.id == RunShare.event_id)
    in_order = shares.where(RunEvent.run_id == run.id).order_by(RunShare.id)
    lines = [
        Line(Account.UNDISTRIBUTED, event.gross, run.currency, event.case_id, event.source)
        for event in events.values()
    ]
    for share in unit.session.scalars(in_order):
        party = share.payee if share.account in {Account.PAYABLE, Account.ESCROW} else None
        case_id = events[share.event_id].case_id
        lines.append(Line(Account(share.account), -share.minor, run.currency, case_id, party))
    return lines


def _settle(unit: Unit, run: Run, sign: int) -> None:
    """Count what the run recovered on its expense lines, or (−1) take it back."""
    counted = (
        select(RunExpense.expense_id, func.sum(RunExpense.minor).label("minor"))
        .join(RunEvent, RunEvent.id == RunExpense.event_id)
        .where(RunEvent.run_id == run.id)
        .group_by(RunExpense.expense_id)
        .subquery()
    )
    rows = select(Expense, counted.c.minor).join(counted, counted.c.expense_id == Expense.id)
    for expense, minor in unit.session.execute(rows):
        change = sign * int(minor)
        refuse_given_up(expense, change)
        expense.recovered += change
        if expense.state != "written_off":
            expense.state, expense.since = state_now(expense), unit.today


def _tell(unit: Unit, run: Run, texts: Mapping[int, Text], state: State) -> None:
    summary = say("Distributed") if state is State.DONE else say("Reversed")
    set_steps(unit, list(texts), Step.DISTRIBUTION, state, summary=summary)
    record_each(unit, texts, unit.today, Step.DISTRIBUTION, "money", run.reference)


def _done(run: Run) -> RunDone:
    return RunDone(run.id, run.number, run.state)
