"""Computing a draft: receipts become events, events run through their policy, amounts get payees."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import Text, say
from techmgr.people.model import Organisation
from techmgr.royalty.allocation import Income, group
from techmgr.royalty.applying import Applying, Group
from techmgr.royalty.claims import Claims, Taken, releases
from techmgr.royalty.counting import Places
from techmgr.royalty.event import Event, Owed, Receipt, Result
from techmgr.royalty.gathering import Waiting, policies, waiting, why_left_out
from techmgr.royalty.outcome import Key, Outcome, Portion
from techmgr.royalty.policy import Policy, Sharing
from techmgr.royalty.pool import Person
from techmgr.royalty.portions import portions
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
    claims: Taken

    @property
    def key(self) -> Key:
        """What makes it the same event when it is computed again."""
        return Key(self.case_id, self.source, self.unit, self.policy_id, self.period)

    @property
    def outcome(self) -> Outcome:
        """What it comes to, as it is stored: counts by what it adds to them."""
        result, parts = self.result, Counter[int]()
        for part in self.parts:
            if not part.claim:
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
            self.claims,
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
        self.claims = Claims()
        self.recorded = Recorded(self.session, self.through, {}, {}, frozenset(), frozenset())
        self._groups: dict[str, Group] = {}
        self._known: list[object] = []

    def events(self) -> Iterator[Drafted]:
        """Yield the events in the order received; what cannot be shared is noted in `left_out`."""
        self._read()
        known = policies(self.session)
        waits: dict[str, Waiting] = {}
        incomes = list(self._incomes(known, waits))
        for key, members in group(incomes).items():
            parts = tuple(
                replace(waits[each.receipt.label], minor=each.receipt.minor) for each in members
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
        self.claims = Claims.read(self.session, self.through, self.currency, self.corrected)
        self.all_costs = {case: sum(lines.values()) for case, lines in self.costs.items()}
        # Held here, so that the session finds a case and its department without asking again.
        self._known = [
            *self.session.scalars(select(Case)),
            *self.session.scalars(select(Organisation)),
        ]

    def _incomes(self, known: Mapping[int, Policy], waits: dict[str, Waiting]) -> Iterator[Income]:
        applying = Applying(self.session, list(known.values()), self.through)
        for each in waiting(self.session, self.through, self.currency, self.corrected):
            why = why_left_out(each)
            try:
                groups = () if why else applying.groups(each)
            except UserError as error:
                why, groups = error.text, ()
            if not groups:
                self.left_out.append((each, why or say("No policy is in force.")))
            waits[str(each.part_id)] = each
            for one in groups:
                unit = f"{_unit(one.policy, each)}|{one.name}"
                self._groups[unit] = one
                label = Receipt(str(each.part_id), one.part(each.minor), each.received)
                if label.minor:
                    yield Income(unit, one.policy, label, each.received)
        yield from self._released(known, waits)

    def _released(self, known: Mapping[int, Policy], waits: dict[str, Waiting]) -> Iterator[Income]:
        """Yield what reserves have set free, each an event of its own: it pays no second fee."""
        for each, policy_id in releases(self.session, self.through, self.currency, self.corrected):
            policy, name = known[policy_id], f"released:{each.claim}"
            unit = f"{name}:{_unit(policy, each)}|"
            self._groups[unit] = Group(policy)
            waits[name] = each
            yield Income(unit, policy, Receipt(name, each.minor, each.received), each.received)

    def _event(self, policy: Policy, parts: tuple[Waiting, ...], key: str, period: str) -> Drafted:
        case_id, source = parts[0].case_id, parts[0].source
        unit = key.split("|", maxsplit=1)[0]
        case = str(Reference("technology", case_id))
        places = Places(case, source or case, parts[-1].received)
        one = self._groups[key]
        event = self._asked(policy, parts, places, one)
        result, recovered, claims = self._ran(policy, event, parts, one)
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
            claims,
        )

    def _ran(
        self, policy: Policy, event: Event, parts: tuple[Waiting, ...], one: Group
    ) -> tuple[Result, Sequence[tuple[int, int]], Taken]:
        """Run an event; return its result, what it recovered of expenses and took for claims."""
        case_id, source = parts[0].case_id, parts[0].source
        if event.released:
            return run(policy, event), (), {(each.claim, True): each.minor for each in parts}
        if event.amount < 0:
            event = replace(event, owed=self.claims.shared(case_id, policy, parts))
            before = self.before.of(policy.name, case_id, source)
            reserved = self.claims.reserved(case_id, policy)
            result, recovered = refund(policy, event, *before, reserved)
        else:
            costs = self.costs.setdefault(case_id, {})
            most = one.part(self.all_costs.get(case_id, 0))
            owed = self.claims.owed(case_id, policy, parts, one.shares[one.place])
            own = _owed(min(most, sum(costs.values())))
            result = run(policy, replace(event, owed=(*own, *owed)))
            recovered = tuple(_recover(costs, result))
        return result, recovered, self.claims.take(result)

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
            released=any(each.claim for each in parts),
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
    recovered = _own(result.event.owed) - _own(result.carried)
    for number, left in list(costs.items()):
        part = min(left, recovered)
        if part:
            yield number, part
        costs[number] = left - part
        recovered -= part


def _own(owed: Sequence[Owed]) -> int:
    """Return what is owed to the office itself, besides what partners have paid."""
    return sum(each.minor for each in owed if each.what == EXPENSES and not each.claim)
