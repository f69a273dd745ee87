"""Reads of distributions: runs, what is in them, who gets what, and the why of every amount."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from techmgr.core.kept_texts import unpacked
from techmgr.core.money import Money
from techmgr.core.texts import Text
from techmgr.ledger.accounts import Account
from techmgr.ledger.model import Receipt, ReceiptPart
from techmgr.royalty.explain import Node
from techmgr.royalty.keeping import restored
from techmgr.royalty.model import PolicyVersion, Run, RunEvent, RunLeftOut, RunReceipt, RunShare
from techmgr.technology.model import Case

BOOKED = ("posted", "paid")


@dataclass(frozen=True, slots=True)
class RunRow:
    """A run as lists show it; amounts are sums over its events."""

    id: int
    version: int
    number: str
    through: date
    state: str
    drafted_by: str
    approved_by: str
    posted_on: date | None
    gross: Money
    net: Money
    corrects: str = ""  # the number of the run it corrects


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event of a run: a case's income under one agreement."""

    id: int
    case_id: int
    case_number: str
    case_title: str
    source: str | None
    policy: str
    gross: Money
    expenses: Money
    net: Money


@dataclass(frozen=True, slots=True)
class ShareRow:
    """What one payee gets from one event; `node` is its place in the event's explanation."""

    id: int
    event_id: int
    case_number: str
    party: str
    payee: str
    payee_name: str
    account: Account
    amount: Money
    held: Text | None
    node: str


@dataclass(frozen=True, slots=True)
class PayeeRow:
    """What one payee gets from a whole run; held parts are not in `amount`."""

    payee: str
    name: str
    amount: Money
    held: Money
    events: int


@dataclass(frozen=True, slots=True)
class LeftOutRow:
    """A part of a receipt a run leaves out, and why."""

    receipt: str
    case_number: str
    amount: Money
    why: Text


def runs(session: Session) -> list[RunRow]:
    """Return all runs, newest first."""
    return [_run_row(*row) for row in session.execute(_runs().order_by(Run.id.desc()))]


def _runs() -> Select[Run, str | None, int, int]:
    old = aliased(Run)
    sums = func.coalesce(func.sum(RunEvent.gross), 0), func.coalesce(func.sum(RunEvent.net), 0)
    return (
        select(Run, old.number, *sums)
        .outerjoin(RunEvent, RunEvent.run_id == Run.id)
        .outerjoin(old, old.id == Run.corrects_id)
        .group_by(Run.id, old.number)
    )


def _run_row(run: Run, corrects: str | None, gross: int, net: int) -> RunRow:
    return RunRow(
        id=run.id,
        version=run.version,
        number=run.number,
        through=run.through,
        state=run.state,
        drafted_by=run.drafted_by,
        approved_by=run.approved_by,
        posted_on=run.posted_on,
        gross=Money(int(gross), run.currency),
        net=Money(int(net), run.currency),
        corrects=corrects or "",
    )


def run_by_id(session: Session, run_id: int) -> RunRow:
    """Return one run. Raises NoResultFound when there is none."""
    return _run_row(*session.execute(_runs().where(Run.id == run_id)).one())


def events_of(session: Session, run_id: int) -> list[EventRow]:
    """Return the events of a run in the order they were computed."""
    currency = session.get_one(Run, run_id).currency
    rows = session.execute(
        select(RunEvent, Case.number, Case.title, PolicyVersion.name)
        .join(Case, Case.id == RunEvent.case_id)
        .join(PolicyVersion, PolicyVersion.id == RunEvent.policy_id)
        .where(RunEvent.run_id == run_id)
        .order_by(RunEvent.id)
    )
    return [
        EventRow(
            id=event.id,
            case_id=event.case_id,
            case_number=number,
            case_title=title,
            source=event.source,
            policy=policy,
            gross=Money(event.gross, currency),
            expenses=Money(event.expenses, currency),
            net=Money(event.net, currency),
        )
        for event, number, title, policy in rows
    ]


def explanation_of(session: Session, event_id: int) -> Node:
    """Return the explanation of an event as it was computed then."""
    return restored(session.get_one(RunEvent, event_id).explanation)


def explanations_of(session: Session, run_id: int) -> dict[int, Node]:
    """Return the explanations of a whole run by event, in the order they were computed."""
    rows = session.execute(
        select(RunEvent.id, RunEvent.explanation)
        .where(RunEvent.run_id == run_id)
        .order_by(RunEvent.id)
    )
    return {event: restored(text) for event, text in rows}


def shares_of_run(session: Session, run_id: int) -> list[ShareRow]:
    """Return every payee's part of every event of a run."""
    return _shares(session, _joined().where(RunEvent.run_id == run_id))


def shares_of_payee(session: Session, payee: str, *, run_id: int | None = None) -> list[ShareRow]:
    """Return what a payee got in posted runs, or in one run whatever its state."""
    rows = _joined().where(RunShare.payee == payee)
    chosen = Run.state.in_(BOOKED) if run_id is None else Run.id == run_id
    return _shares(session, rows.where(chosen))


def distributed_to_case(session: Session, case_id: int) -> list[ShareRow]:
    """Return every payee's part of a case's income in posted runs."""
    return _shares(session, _joined().where(RunEvent.case_id == case_id, Run.state.in_(BOOKED)))


def _joined() -> Select[RunShare, str, str]:
    return (
        select(RunShare, Case.number, Run.currency)
        .join(RunEvent, RunEvent.id == RunShare.event_id)
        .join(Run, Run.id == RunEvent.run_id)
        .join(Case, Case.id == RunEvent.case_id)
        .order_by(RunShare.id)
    )


def _shares(session: Session, rows: Select[RunShare, str, str]) -> list[ShareRow]:
    return [
        ShareRow(
            id=share.id,
            event_id=share.event_id,
            case_number=number,
            party=share.party,
            payee=share.payee,
            payee_name=share.payee_name,
            account=Account(share.account),
            amount=Money(share.minor, currency),
            held=unpacked(share.why_held, share.why_values) if share.held else None,
            node=share.node,
        )
        for share, number, currency in session.execute(rows)
    ]


def payees_of_run(session: Session, run_id: int) -> list[PayeeRow]:
    """Return who gets what from a run, by name: only payees, not the office's fee and costs."""
    rows: dict[str, list[ShareRow]] = {}
    for share in shares_of_run(session, run_id):
        if share.account in {Account.PAYABLE, Account.ESCROW}:
            rows.setdefault(share.payee, []).append(share)
    found = [_payee(payee, shares) for payee, shares in rows.items()]
    return sorted(found, key=lambda each: each.name.casefold())


def _payee(payee: str, shares: list[ShareRow]) -> PayeeRow:
    currency = shares[0].amount.currency
    paid = sum(each.amount.minor for each in shares if each.held is None)
    held = sum(each.amount.minor for each in shares if each.held is not None)
    return PayeeRow(
        payee, shares[0].payee_name, Money(paid, currency), Money(held, currency), len(shares)
    )


def left_out_of(session: Session, run_id: int) -> list[LeftOutRow]:
    """Return what a run leaves out, and why."""
    currency = session.get_one(Run, run_id).currency
    rows = session.execute(
        select(
            Receipt.number, Case.number, ReceiptPart.minor, RunLeftOut.why, RunLeftOut.why_values
        )
        .select_from(RunLeftOut)
        .join(ReceiptPart, ReceiptPart.id == RunLeftOut.part_id)
        .join(Receipt, Receipt.id == ReceiptPart.receipt_id)
        .join(Case, Case.id == ReceiptPart.case_id)
        .where(RunLeftOut.run_id == run_id)
        .order_by(RunLeftOut.id)
    )
    return [
        LeftOutRow(receipt, case, Money(minor, currency), unpacked(why, values))
        for receipt, case, minor, why, values in rows
    ]


def receipts_of_event(session: Session, event_id: int) -> list[tuple[int, str, Money]]:
    """Return the receipts an event took up: id, number, the part of it."""
    rows = session.execute(
        select(Receipt.id, Receipt.number, RunReceipt.minor, Receipt.base_currency)
        .join(ReceiptPart, ReceiptPart.receipt_id == Receipt.id)
        .join(RunReceipt, RunReceipt.part_id == ReceiptPart.id)
        .where(RunReceipt.event_id == event_id)
        .order_by(Receipt.received, Receipt.id)
    )
    return [(number, name, Money(minor, currency)) for number, name, minor, currency in rows]


def paid_to(session: Session, payee: str, since: date, until: date, currency: str) -> Money:
    """Return what a payee got in runs posted between two days, in minor units, held parts left out."""
    summed = session.scalar(
        select(func.sum(RunShare.minor))
        .join(RunEvent, RunEvent.id == RunShare.event_id)
        .join(Run, Run.id == RunEvent.run_id)
        .where(RunShare.payee == payee, RunShare.held.is_(False), Run.currency == currency)
        .where(Run.state.in_(BOOKED), Run.posted_on.between(since, until))
    )
    return Money(int(summed or 0), currency)
