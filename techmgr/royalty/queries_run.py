"""One run on one page: its lines from licence to person, where the money went, what can be done."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.agreements.model import Agreement
from techmgr.core.money import Money
from techmgr.core.texts import Text, say
from techmgr.office.queries import settings_on
from techmgr.people.queries import AccountRow
from techmgr.people.queries_accounts import accounts_on
from techmgr.royalty.explain import Kind, Node
from techmgr.royalty.model import Run
from techmgr.royalty.queries import (
    EventRow,
    LeftOutRow,
    PayeeRow,
    RunRow,
    ShareRow,
    events_of,
    explanations_of,
    left_out_of,
    payees_of_run,
    run_by_id,
    shares_of_run,
)
from techmgr.royalty.queries_payouts import Payout, payouts_of


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a run: a case's income (depth 0), a party of the policy (1), a payee of it (2).

    `share` is what can be held; a party shared among persons has none of its own.
    """

    key: str
    depth: int
    event_id: int
    node: str
    label: Text
    written: str
    amount: Money
    paid_to: str
    share: ShareRow | None = None


@dataclass(frozen=True, slots=True)
class RunFile:
    """Everything about one run."""

    run: RunRow
    lines: Sequence[Line]
    trees: dict[int, Node]
    events: Sequence[EventRow]
    left_out: Sequence[LeftOutRow]
    payees: Sequence[PayeeRow]
    payouts: Sequence[Payout]
    needs_second_person: bool
    reason: str

    @property
    def held(self) -> Money:
        """What is held of the whole run."""
        return Money(sum(each.held.minor for each in self.payees), self.run.net.currency)

    @property
    def empty_events(self) -> frozenset[int]:
        """The events that give nobody anything, such as a receipt that only repaid costs."""
        moved = {each.event_id for each in self.lines if each.amount.minor}
        return frozenset(each.id for each in self.events) - moved

    @property
    def pays(self) -> Money:
        """What payees are due now."""
        return Money(sum(each.amount.minor for each in self.payees), self.run.net.currency)


def run_file(session: Session, run_id: int, day: date) -> RunFile:
    """Return everything about one run; `day` is the office's. Raises NoResultFound without one."""
    events = events_of(session, run_id)
    trees = explanations_of(session, run_id)
    shares: dict[int, list[ShareRow]] = {}
    for share in shares_of_run(session, run_id):
        shares.setdefault(share.event_id, []).append(share)
    asked = _Asked(session, shares, accounts_on(session, day), _numbers(session))
    lines = [line for event in events for line in _lines(asked, event, trees[event.id])]
    return RunFile(
        run=run_by_id(session, run_id),
        lines=lines,
        trees=trees,
        events=events,
        left_out=left_out_of(session, run_id),
        payees=payees_of_run(session, run_id),
        payouts=payouts_of(session, run_id),
        needs_second_person=settings_on(session, day).second_person,
        reason=session.get_one(Run, run_id).reason,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the lines of a run need, read once."""

    session: Session
    shares: Mapping[int, Sequence[ShareRow]]
    accounts: Mapping[str, AccountRow]
    numbers: Mapping[str, str]

    def paid_to(self, share: ShareRow | None) -> str:
        """Return where a share goes, as far as an account is recorded."""
        account = self.accounts.get(share.payee) if share is not None else None
        return account.account if account else ""


def _numbers(session: Session) -> dict[str, str]:
    rows = session.execute(select(Agreement.id, Agreement.number))
    return {f"agreement:{key}": number for key, number in rows}


def _lines(asked: _Asked, event: EventRow, tree: Node) -> Iterator[Line]:
    mine = asked.shares.get(event.id, ())
    by_node = {share.node: share for share in mine}
    by_party = {share.party: share for share in mine}
    head = say("{number}  {title}", number=event.case_number, title=event.case_title)
    under = f"{asked.numbers.get(event.source or '', '')} · {event.policy}".strip(" ·")
    yield Line(f"{event.id}:", 0, event.id, "net", head, "", event.net, under)
    for shared in (node for node in tree.children if node.kind is Kind.SHARED):
        for party in shared.children:
            persons = [node for node in party.children if node.kind.is_payee]
            share = None if persons else by_node.get(party.id) or by_party.get(party.recipient)
            yield _line(event, party, 1, share, asked.paid_to(share))
            for person in persons:
                own = by_node.get(person.id)
                yield _line(event, person, 2, own, asked.paid_to(own))


def _line(event: EventRow, node: Node, depth: int, share: ShareRow | None, paid_to: str) -> Line:
    amount = Money(node.minor, event.net.currency)
    label = say("{name}", name=share.payee_name) if share and share.payee_name else node.label
    return Line(
        f"{event.id}:{node.id}", depth, event.id, node.id, label, _written(node), amount,
        paid_to, share,
    )  # fmt: skip


def _written(node: Node) -> str:
    """Return a party's share as the policy says it: one, or one per tier."""
    if node.written:
        return node.written
    slices = [child.written for child in node.children if child.kind is Kind.SLICE]
    return " / ".join(dict.fromkeys(slices))
