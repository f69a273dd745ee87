"""Computing a draft: receipts become events, events run through their policy, amounts get payees."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say
from techmgr.disclosure.queries import shares_on
from techmgr.ledger.accounts import Account
from techmgr.ledger.model import Expense
from techmgr.ledger.queries import open_expenses
from techmgr.people.model import Organisation
from techmgr.royalty.allocation import Income, group
from techmgr.royalty.event import Event, Owed, Receipt, Result
from techmgr.royalty.gathering import Waiting, policies, waiting, why_left_out
from techmgr.royalty.model import PolicyVersion, Run, RunEvent
from techmgr.royalty.policy import Policy, Sharing
from techmgr.royalty.pool import Person
from techmgr.royalty.refunding import EXPENSES, refund
from techmgr.royalty.selecting import Facts
from techmgr.royalty.selecting import select as select_policy
from techmgr.royalty.waterfall import run
from techmgr.technology.model import Case


@dataclass(frozen=True, slots=True)
class Drafted:
    """One computed event of a draft: what it takes up, its result, and who gets what."""

    case_id: int
    source: str | None
    unit: str
    period: str
    policy_id: int
    parts: tuple[Waiting, ...]
    recovered: tuple[tuple[int, int], ...]
    result: Result
    shares: tuple["Payment", ...]


@dataclass(frozen=True, slots=True)
class Payment:
    """What one payee gets: minor units, where it is booked, and its place in the explanation."""

    party: str
    payee: str
    name: str
    account: Account
    minor: int
    node: str
    held: Text | None = None


@dataclass
class Draft:
    """A draft being computed. What an event changes (brackets, costs left) holds for the next one."""

    session: Session
    through: date
    currency: str
    positions: dict[tuple[str, str, str], Mapping[str, Fraction]] = field(default_factory=dict)
    counted: dict[tuple[str, str, str], Mapping[str, int]] = field(default_factory=dict)
    costs: dict[int, dict[int, int]] = field(default_factory=dict)
    left_out: list[tuple[Waiting, Text]] = field(default_factory=list)

    def events(self) -> Iterator[Drafted]:
        """Yield the events in the order received; what cannot be shared is noted in `left_out`."""
        known = policies(self.session)
        waits: dict[int, Waiting] = {}
        incomes = list(self._incomes(known, waits))
        for key, members in group(incomes).items():
            parts = tuple(waits[int(each.receipt.label)] for each in members)
            policy = members[0].policy
            period = json.dumps([*key.periods, *map(str, key.factors)])
            try:
                yield self._event(policy, parts, key.unit, period)
            except UserError as error:
                # One licence that cannot be computed does not keep the others waiting.
                self.left_out += [(part, error.text) for part in parts]

    def _incomes(self, known: Mapping[int, Policy], waits: dict[int, Waiting]) -> Iterator[Income]:
        for each in waiting(self.session, self.through, self.currency):
            why = why_left_out(each)
            try:
                policy = None if why else self._policy(known, each)
            except UserError as error:
                why, policy = error.text, None
            if policy is None:
                self.left_out.append((each, why or say("No policy is in force.")))
                continue
            waits[each.part_id] = each
            label = Receipt(str(each.part_id), each.minor, each.received)
            yield Income(_unit(policy, each), policy, label, each.received)

    def _policy(self, known: Mapping[int, Policy], each: Waiting) -> Policy:
        if not known:
            raise UserError(say("The office has no revenue policy yet: adopt one first."))
        facts = Facts(
            received=each.received,
            income=each.income,
            disclosed=each.case_received,
            signed=each.signed,
        )
        return select_policy(list(known.values()), facts)

    def _event(self, policy: Policy, parts: tuple[Waiting, ...], key: str, period: str) -> Drafted:
        case_id, source = parts[0].case_id, parts[0].source
        unit = key.split("|", maxsplit=1)[0]
        place = (unit, policy.name, period)
        event = Event(
            receipts=tuple(Receipt(_receipt_label(p), p.minor, p.received) for p in parts),
            currency=self.currency,
            on=parts[-1].received,
            positions=self.positions.get(place) or positions_before(self.session, *place),
            counted=self.counted.get(place) or counted_before(self.session, *place),
            people=people_of(self.session, case_id, self.through) if _has_pool(policy) else (),
        )
        if event.amount < 0:
            result, recovered = refund(self.session, policy, event, case_id, source)
        else:
            costs = self._costs(case_id)
            result = run(policy, replace(event, owed=_owed(costs)))
            recovered = tuple(_recover(costs, result))
        self.positions[place], self.counted[place] = result.positions, result.counted
        return Drafted(
            case_id,
            source,
            unit,
            period,
            int(policy.version),
            parts,
            tuple(recovered),
            result,
            tuple(payments(self.session, case_id, result)),
        )

    def _costs(self, case_id: int) -> dict[int, int]:
        if case_id not in self.costs:
            lines = open_expenses(self.session, case_id, self.through)
            self.costs[case_id] = {each.id: _left(each) for each in lines}
        return self.costs[case_id]


def _left(expense: Expense) -> int:
    return expense.base_minor - expense.recovered


def _unit(policy: Policy, each: Waiting) -> str:
    """A licence's brackets are counted over all its cases; its receipts are shared case by case."""
    licence = each.source if policy.unit == "licence" and each.source else None
    return f"{licence or f'technology:{each.case_id}'}|{each.case_id}|{each.source or ''}"


def _receipt_label(part: Waiting) -> str:
    return f"{part.receipt} {part.payer}".strip()


def _owed(costs: Mapping[int, int]) -> tuple[Owed, ...]:
    total = sum(costs.values())
    return (Owed(EXPENSES, total, label="Patent costs"),) if total else ()


def _recover(costs: dict[int, int], result: Result) -> Iterator[tuple[int, int]]:
    """Yield (expense id, minor units) of what was recovered, oldest line first; the rest stays owed."""
    still = sum(each.minor for each in result.carried if each.what == EXPENSES)
    recovered = sum(costs.values()) - still
    for number, left in list(costs.items()):
        part = min(left, recovered)
        if part:
            yield number, part
        costs[number] = left - part
        recovered -= part


def _has_pool(policy: Policy) -> bool:
    return any(party.persons for party in policy.parties)


def people_of(session: Session, case_id: int, day: date) -> tuple[Person, ...]:
    """Return who shares the inventors' pool of a case by the plan in force on a day.

    Nobody without a plan. Everybody is held while the plan is open or not signed.
    """
    plan = shares_on(session, case_id, day)
    if plan is None:
        return ()
    settled = not plan.is_open and sum(each.share for each in plan.shares) == 1
    why = None
    if not settled:
        why = say("Held: the inventors' shares are still open.")
    elif plan.signed_on is None:
        why = say("Held: the inventors have not signed their shares.")
    return tuple(
        Person(f"person:{each.person_id}", each.name, each.share if settled else None, held=why)
        for each in plan.shares
    )


def payments(session: Session, case_id: int, result: Result) -> Iterator[Payment]:
    """Yield what each payee gets of an event; the amounts sum to what came in."""
    pools = {part.pool for part in result.parts}
    for party_id, minor in result.parties.items():
        if party_id in pools:
            yield from _persons(result, party_id)
        elif minor:
            yield _party(session, case_id, result, party_id, minor)


def _persons(result: Result, pool: str) -> Iterator[Payment]:
    for part in result.parts:
        if part.pool == pool and part.paid:
            account = Account.ESCROW if part.held else Account.PAYABLE
            yield Payment(
                pool,
                part.person.id,
                part.person.name,
                account,
                part.paid,
                f"{pool}/{part.person.id}",
                part.held,
            )


def _party(session: Session, case_id: int, result: Result, party_id: str, minor: int) -> Payment:
    party = result.policy.party(party_id)
    account = _account(result.policy, party_id)
    node = _node(result, party_id)
    if party.persons:
        why = say("Held: no inventors are recorded for this case.")
        name = str(Text(party.label))
        return Payment(party_id, f"technology:{case_id}", name, Account.ESCROW, minor, node, why)
    unit = _organisation(session, case_id, party_id) if account is Account.PAYABLE else None
    payee = f"organisation:{unit.id}" if unit else f"party:{party_id}"
    return Payment(party_id, payee, unit.name if unit else party.label, account, minor, node)


def _account(policy: Policy, party_id: str) -> Account:
    for step in policy.steps:
        if not isinstance(step, Sharing) and step.recipient == party_id:
            return Account.PATENT_COSTS if step.owed == EXPENSES else Account.OFFICE_FEE
    return Account.PAYABLE


def _node(result: Result, party_id: str) -> str:
    for _, node in result.tree.walk():
        if node.recipient == party_id:
            return node.id
    return result.tree.id


def _organisation(session: Session, case_id: int, party_id: str) -> Organisation | None:
    """A department's part goes to the case's department, the school's to what it belongs to."""
    department_id = session.get_one(Case, case_id).department_id
    department = session.get(Organisation, department_id) if department_id else None
    if department is None or party_id == "department":
        return department if party_id == "department" else None
    if party_id == "school" and department.parent_id is not None:
        return session.get(Organisation, department.parent_id)
    return None


def _newest(session: Session, unit: str, policy: str, period: str) -> RunEvent | None:
    return session.scalars(
        select(RunEvent)
        .join(Run, Run.id == RunEvent.run_id)
        .join(PolicyVersion, PolicyVersion.id == RunEvent.policy_id)
        .where(RunEvent.unit == unit, RunEvent.period == period, PolicyVersion.name == policy)
        .where(Run.state.in_(("posted", "paid")))
        .order_by(RunEvent.id.desc())
        .limit(1)
    ).first()


def positions_before(
    session: Session, unit: str, policy: str, period: str
) -> Mapping[str, Fraction]:
    """Return where posted runs have left a unit's brackets, by sharing step."""
    newest = _newest(session, unit, policy, period)
    found = json.loads(newest.positions) if newest else {}
    return {step: Fraction(value) for step, value in found.items()}


def counted_before(session: Session, unit: str, policy: str, period: str) -> Mapping[str, int]:
    """Return what capped parties were entitled to in posted runs, by party, in minor units."""
    newest = _newest(session, unit, policy, period)
    return dict(json.loads(newest.counted)) if newest else {}
