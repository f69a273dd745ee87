"""Computing a draft: receipts become events, events run through their policy, amounts get payees."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import Text, say
from techmgr.ledger.accounts import Account
from techmgr.people.model import Organisation
from techmgr.royalty.allocation import Income, group
from techmgr.royalty.applying import Applying, Group
from techmgr.royalty.counting import Places
from techmgr.royalty.event import Event, Owed, Receipt, Result
from techmgr.royalty.gathering import Waiting, policies, waiting, why_left_out
from techmgr.royalty.outcome import SHARES, SMALLEST, Key, Outcome, Portion
from techmgr.royalty.policy import Policy, Sharing
from techmgr.royalty.pool import Person
from techmgr.royalty.queries_history import History, history, open_costs
from techmgr.royalty.recorded import Recorded
from techmgr.royalty.refunding import EXPENSES, refund
from techmgr.royalty.tallies import Counted, Tallies
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
    portions: tuple[Portion, ...]
    counted: Counted

    @property
    def key(self) -> Key:
        """What makes it the same event when it is computed again."""
        return Key(self.case_id, self.source, self.unit, self.policy_id, self.period)

    @property
    def outcome(self) -> Outcome:
        """What it comes to, as it is stored: counts by what it adds to them."""
        result, parts = self.result, Counter[int]()
        for part in self.parts:
            parts[part.part_id] += part.minor
        return Outcome(
            result.received,
            sum(minor for _, minor in self.recovered),
            result.net,
            {(result.policy.name, count): value for count, value in self.counted},
            result.tree,
            parts,
            dict(self.recovered),
            self.portions,
        )


@dataclass
class Draft:
    """A draft being computed. What an event changes (brackets, costs left) holds for the next one.

    `corrected` is a posted run that is computed again, as it would be now.
    """

    session: Session
    through: date
    currency: str
    corrected: int | None = None
    costs: dict[int, dict[int, int]] = field(default_factory=dict)
    all_costs: dict[int, int] = field(default_factory=dict)
    left_out: list[tuple[Waiting, Text]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tallies = Tallies(self.session, self.corrected)
        self.before = History()
        self.recorded = Recorded(self.session, self.through, {}, {}, frozenset(), frozenset())
        self._groups: dict[str, Group] = {}
        self._known: list[object] = []

    def events(self) -> Iterator[Drafted]:
        """Yield the events in the order received; what cannot be shared is noted in `left_out`."""
        self._read()
        known = policies(self.session)
        waits: dict[int, Waiting] = {}
        incomes = list(self._incomes(known, waits))
        for key, members in group(incomes).items():
            parts = tuple(
                replace(waits[int(each.receipt.label)], minor=each.receipt.minor)
                for each in members
            )
            period = json.dumps([*key.periods, *map(str, key.factors)])
            try:
                yield self._event(members[0].policy, parts, key.unit, period)
            except UserError as error:
                # One licence that cannot be computed does not keep the others waiting.
                self.left_out += [(part, error.text) for part in parts]

    def _read(self) -> None:
        """Read everything at once that events look at one by one."""
        self.recorded = Recorded.read(self.session, self.through)
        self.before = history(self.session, self.corrected)
        self.costs = open_costs(self.session, self.through, self.corrected)
        self.all_costs = {case: sum(lines.values()) for case, lines in self.costs.items()}
        # Held here, so that the session finds a case and its department without asking again.
        self._known = [
            *self.session.scalars(select(Case)),
            *self.session.scalars(select(Organisation)),
        ]

    def _incomes(self, known: Mapping[int, Policy], waits: dict[int, Waiting]) -> Iterator[Income]:
        applying = Applying(self.session, list(known.values()), self.through)
        for each in waiting(self.session, self.through, self.currency, self.corrected):
            why = why_left_out(each)
            try:
                groups = () if why else applying.groups(each)
            except UserError as error:
                why, groups = error.text, ()
            if not groups:
                self.left_out.append((each, why or say("No policy is in force.")))
            waits[each.part_id] = each
            for one in groups:
                unit = f"{_unit(one.policy, each)}|{one.name}"
                self._groups[unit] = one
                label = Receipt(str(each.part_id), one.part(each.minor), each.received)
                if label.minor:
                    yield Income(unit, one.policy, label, each.received)

    def _event(self, policy: Policy, parts: tuple[Waiting, ...], key: str, period: str) -> Drafted:
        case_id, source = parts[0].case_id, parts[0].source
        unit = key.split("|", maxsplit=1)[0]
        case = str(Reference("technology", case_id))
        places = Places(case, source or case, parts[-1].received)
        one = self._groups[key]
        event = self._asked(policy, parts, places, one)
        if event.amount < 0:
            before = self.before.of(policy.name, case_id, source)
            result, recovered = refund(policy, event, *before)
        else:
            costs = self.costs.setdefault(case_id, {})
            most = one.part(self.all_costs.get(case_id, 0))
            result = run(policy, replace(event, owed=_owed(min(most, sum(costs.values())))))
            recovered = tuple(_recover(costs, result))
        counted = self.tallies.count(result, places)
        return Drafted(
            case_id,
            source,
            unit,
            period,
            int(policy.version),
            parts,
            tuple(recovered),
            result,
            tuple(portions(self.session, case_id, result, self.recorded.redirected(case_id))),
            counted,
        )

    def _asked(
        self, policy: Policy, parts: tuple[Waiting, ...], places: Places, one: Group
    ) -> Event:
        """Return the event before it is known what it recovers."""
        case_id = parts[0].case_id
        people: tuple[Person, ...] = ()
        if any(party.persons for party in policy.parties):
            people = one.people or self.recorded.people_of(case_id)
        ids = [each.id for each in people]
        positions, counted = self.tallies.before(policy, places, ids)
        pool = next((party.id for party in policy.parties if party.persons), "")
        divided, left = self.recorded.units_of(case_id)
        known = {party.id for party in policy.parties}
        return Event(
            receipts=tuple(Receipt(_receipt_label(p), p.minor, p.received) for p in parts),
            currency=self.currency,
            on=places.on,
            positions=positions,
            counted=counted,
            chosen=self.recorded.chosen_on(case_id, policy.name, places.on),
            people=tuple(replace(p, had=counted.get(f"{pool}/{p.id}", 0)) for p in people),
            divided={party: units for party, units in divided.items() if party in known},
            left=left & known,
        )


def _unit(policy: Policy, each: Waiting) -> str:
    """A licence's brackets are counted over all its cases; its receipts are shared case by case."""
    licence = each.source if policy.unit == "licence" and each.source else None
    return f"{licence or f'technology:{each.case_id}'}|{each.case_id}|{each.source or ''}"


def _receipt_label(part: Waiting) -> str:
    return f"{part.receipt} {part.payer}".strip()


def _owed(total: int) -> tuple[Owed, ...]:
    return (Owed(EXPENSES, total, label="Patent costs"),) if total else ()


def _recover(costs: dict[int, int], result: Result) -> Iterator[tuple[int, int]]:
    """Yield (expense id, minor units) of what was recovered, oldest line first; the rest stays owed."""
    steps = (step for step in result.policy.steps if not isinstance(step, Sharing))
    if not any(step.owed == EXPENSES for step in steps):
        return  # the policy takes no costs: they stay owed
    still = sum(each.minor for each in result.carried if each.what == EXPENSES)
    recovered = sum(each.minor for each in result.event.owed) - still
    for number, left in list(costs.items()):
        part = min(left, recovered)
        if part:
            yield number, part
        costs[number] = left - part
        recovered -= part


def portions(
    session: Session, case_id: int, result: Result, instead: Mapping[str, tuple[str, str]]
) -> Iterator[Portion]:
    """Yield what each payee gets of an event; the amounts sum to what came in."""
    pools = {part.pool for part in result.parts}
    for party_id, minor in result.parties.items():
        if party_id in pools:
            yield from _persons(result, party_id, instead)
        elif minor:
            yield _party(session, case_id, result, party_id, minor)


def _persons(
    result: Result, pool: str, instead: Mapping[str, tuple[str, str]]
) -> Iterator[Portion]:
    for part in result.parts:
        if part.pool == pool and part.paid:
            payee, name = instead.get(part.person.id, (part.person.id, part.person.name))
            account = Account.ESCROW if part.held else Account.PAYABLE
            # A person is held by the plan; a small part only by the policy, while it is divided.
            awaits = SHARES if part.person.held else SMALLEST if part.held else ""
            yield Portion(pool, payee, name, account, part.paid, part.node, part.held, awaits)


def _party(session: Session, case_id: int, result: Result, party_id: str, minor: int) -> Portion:
    party = result.policy.party(party_id)
    account = _account(result.policy, party_id)
    node = _node(result, party_id)
    if party.persons:
        why = say("Held: no inventors are recorded for this case.")
        name, payee = str(Text(party.label)), f"technology:{case_id}"
        return Portion(party_id, payee, name, Account.ESCROW, minor, node, why, SHARES)
    unit = _organisation(session, case_id, party_id) if account is Account.PAYABLE else None
    payee = f"organisation:{unit.id}" if unit else f"party:{party_id}"
    return Portion(party_id, payee, unit.name if unit else party.label, account, minor, node)


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
