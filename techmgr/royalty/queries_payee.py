"""The money of one payee: every amount with its why, what is owed and held, what was sent."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import Session

from techmgr.core.kept_texts import unpacked
from techmgr.core.money import Money
from techmgr.core.texts import Text, say
from techmgr.ledger.accounts import Account
from techmgr.ledger.model import JournalEntry, Posting
from techmgr.office.queries import settings_on
from techmgr.people.queries_accounts import accounts_on
from techmgr.royalty.explain import Node
from techmgr.royalty.model import (
    Payment,
    PaymentLine,
    PolicyVersion,
    Release,
    ReleasedPart,
    Run,
    RunEvent,
    RunShare,
)
from techmgr.royalty.queries import explanation_of
from techmgr.royalty.queries_history import BOOKED
from techmgr.royalty.queries_payouts import payee_names
from techmgr.technology.model import Case

OWED, HELD, RELEASED, SENT, RETURNED = "owed", "held", "released", "sent", "returned"


@dataclass(frozen=True, slots=True)
class PayeeLine:
    """One line of a payee's account, newest first. `event_id` and `node` say where its why is.

    `kind` is owed, held, released (held before), sent or returned; `record` is the share, release
    or payment line that something can be done with.
    """

    key: str
    kind: str
    day: date
    number: str
    case: str
    amount: Money
    what: Text
    record: int
    run_id: int | None = None
    event_id: int | None = None
    node: str = ""


@dataclass(frozen=True, slots=True)
class PayeeMoney:
    """Everything about one payee's money, in the office's currency."""

    payee: str
    name: str
    account: str
    route: str
    use: str
    owed: Money
    held: Money
    received: Money
    lines: Sequence[PayeeLine]


@dataclass(frozen=True, slots=True)
class PayeeRow:
    """A payee as the list shows it: what stands owed and held, and since when the oldest is held."""

    payee: str
    name: str
    owed: Money
    held: Money
    held_since: date | None
    lifetime: Money
    account: str


def payee_money(session: Session, payee: str, day: date) -> PayeeMoney:
    """Return everything about the money of a payee (`person:4`); `day` is the office's."""
    currency = settings_on(session, day).base_currency
    account = accounts_on(session, day).get(payee)
    released = [line for _, line in _releases(session, ReleasedPart.payee == payee)]
    lines = [*_shares(session, payee), *released, *_payments(session, payee)]
    lines.sort(key=lambda each: (each.day, each.key), reverse=True)
    standing = _standing(session, currency, payee)
    sent = sum(e.amount.minor for e in lines if e.kind in {SENT, RETURNED})
    return PayeeMoney(
        payee=payee,
        name=payee_names(session, payee).get(payee, ""),
        account=account.account if account else "",
        route=account.route if account else "",
        use=account.permitted_use if account else "",
        owed=Money(standing.get((payee, Account.PAYABLE), 0), currency),
        held=Money(standing.get((payee, Account.ESCROW), 0), currency),
        received=Money(-sent, currency),
        lines=lines,
    )


def why_of(session: Session, event_id: int) -> tuple[Node, str]:
    """Return the explanation of an event and the name of the policy it was computed by."""
    name = session.scalars(
        select(PolicyVersion.name)
        .join(RunEvent, RunEvent.policy_id == PolicyVersion.id)
        .where(RunEvent.id == event_id)
    ).one()
    return explanation_of(session, event_id), name


def _shares(session: Session, payee: str) -> list[PayeeLine]:
    rows = session.execute(
        select(RunShare, RunEvent.case_id, Run, Case.number, Case.title)
        .join(RunEvent, RunEvent.id == RunShare.event_id)
        .join(Run, Run.id == RunEvent.run_id)
        .join(Case, Case.id == RunEvent.case_id)
        .where(RunShare.payee == payee, Run.state.in_(BOOKED), RunShare.release_id.is_(None))
    )
    return [
        PayeeLine(
            f"share:{share.id}",
            HELD if share.held else OWED,
            run.posted_on or run.through,
            run.number,
            f"{number}  {title}",
            Money(share.minor, run.currency),
            unpacked(share.why_held, share.why_values) if share.held else _received_text(run),
            share.id,
            run.id,
            share.event_id,
            share.node,
        )
        for share, _, run, number, title in rows
    ]


def _received_text(run: Run) -> Text:
    if run.corrects_id is not None:
        return say("Correction: {reason}", reason=run.reason)
    return say("Received up to {day}", day=run.through.isoformat())


def _releases(session: Session, chosen: ColumnElement[bool]) -> Iterator[tuple[str, PayeeLine]]:
    """Yield what was released and is in force, each with its payee."""
    in_force = select(RunShare.release_id).where(RunShare.release_id.is_not(None))
    rows = session.execute(
        select(ReleasedPart, Release, Run, Case.number, Case.title)
        .join(Release, Release.id == ReleasedPart.release_id)
        .join(RunEvent, RunEvent.id == Release.event_id)
        .join(Run, Run.id == RunEvent.run_id)
        .join(Case, Case.id == RunEvent.case_id)
        .where(chosen, Release.id.in_(in_force))
    )
    for part, release, run, number, title in rows:
        yield (
            part.payee,
            PayeeLine(
                f"release:{part.id}",
                RELEASED,
                release.on_day,
                run.number,
                f"{number}  {title}",
                Money(part.minor, run.currency),
                say("Held until now. {reason}", reason=release.reason),
                release.id,
                run.id,
                release.event_id,
                part.node,
            ),
        )


def _payments(session: Session, payee: str) -> list[PayeeLine]:
    rows = session.execute(
        select(PaymentLine, Payment)
        .join(Payment, Payment.id == PaymentLine.payment_id)
        .where(PaymentLine.payee == payee)
    )
    found = []
    for line, payment in rows:
        amount = Money(line.minor, payment.currency)
        sent = say("Sent to {account}", account=line.account or line.route or "–")
        found.append(
            PayeeLine(f"sent:{line.id}", SENT, payment.on_day, payment.number, "", -amount, sent,
                      line.id)
        )  # fmt: skip
        if line.returned_on is not None:
            why = say("Came back: {reason}", reason=line.why_returned)
            found.append(
                PayeeLine(f"sent:{line.id}:back", RETURNED, line.returned_on, payment.number, "",
                          amount, why, line.id)
            )  # fmt: skip
    return found


def payees_of_office(session: Session, day: date) -> list[PayeeRow]:
    """Return everybody who was ever part of a posted run, by name, in the office's currency."""
    currency = settings_on(session, day).base_currency
    standing, accounts = _standing(session, currency), accounts_on(session, day)
    since, lifetime = _held_since(session, currency), credited(session, currency, date.min, day)
    rows = [
        PayeeRow(
            payee,
            name,
            Money(standing.get((payee, Account.PAYABLE), 0), currency),
            Money(standing.get((payee, Account.ESCROW), 0), currency),
            since.get(payee) if standing.get((payee, Account.ESCROW)) else None,
            Money(lifetime.get(payee, 0), currency),
            accounts[payee].account if payee in accounts else "",
        )
        for payee, name in payee_names(session).items()
        if payee in lifetime or (payee, Account.ESCROW) in standing
    ]
    return sorted(rows, key=lambda each: each.name.casefold())


def _standing(
    session: Session, currency: str, payee: str | None = None
) -> dict[tuple[str, Account], int]:
    """Return what stands owed and held by payee, in minor units; nothing where it is zero."""
    rows = (
        select(Posting.party, Posting.account, -func.sum(Posting.minor))
        .where(Posting.account.in_((Account.PAYABLE.value, Account.ESCROW.value)))
        .where(Posting.currency == currency, Posting.party.is_not(None))
        .group_by(Posting.party, Posting.account)
    )
    if payee is not None:
        rows = rows.where(Posting.party == payee)
    return {
        (str(party), Account(account)): int(minor)
        for party, account, minor in session.execute(rows)
        if minor
    }


def _held_since(session: Session, currency: str) -> dict[str, date]:
    """Return the day of the oldest share that is still held, by payee."""
    rows = session.execute(
        select(RunShare.payee, func.min(Run.posted_on))
        .join(RunEvent, RunEvent.id == RunShare.event_id)
        .join(Run, Run.id == RunEvent.run_id)
        .where(RunShare.held.is_(True), RunShare.release_id.is_(None))
        .where(Run.state.in_(BOOKED), Run.currency == currency)
        .group_by(RunShare.payee)
    )
    return {payee: date.fromisoformat(str(day)) for payee, day in rows}


def released_before(session: Session, run_id: int, day: date) -> dict[str, list[PayeeLine]]:
    """Return what was released by payee after the posted run before this one, up to a day."""
    last = session.scalar(
        select(func.max(Run.posted_on)).where(Run.id < run_id, Run.state.in_(BOOKED))
    )
    meanwhile = and_(Release.on_day > (last or date.min), Release.on_day <= day)
    found: dict[str, list[PayeeLine]] = defaultdict(list)
    for payee, line in _releases(session, meanwhile):
        found[payee].append(line)
    return found


def credited(session: Session, currency: str, since: date, until: date) -> dict[str, int]:
    """Return what became owed to each payee between two days, in minor units."""
    rows = session.execute(
        select(Posting.party, -func.sum(Posting.minor))
        .join(JournalEntry, JournalEntry.id == Posting.entry_id)
        .where(Posting.account == Account.PAYABLE.value, Posting.currency == currency)
        .where(Posting.party.is_not(None), Posting.case_id.is_not(None))
        .where(JournalEntry.on_day.between(since, until))
        .group_by(Posting.party)
    )
    return {str(party): int(minor) for party, minor in rows}
