"""What goes into a waterfall and what comes out: the event, movements between pots, the result."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction

from techmgr.royalty.explain import Node, mirrored
from techmgr.royalty.policy import BALANCE, Policy
from techmgr.royalty.pool import Part, Person


@dataclass(frozen=True, slots=True)
class Receipt:
    """One receipt of an event, in minor units of the event's currency; negative is a refund."""

    label: str
    minor: int
    on: date | None = None
    clause: str = ""


@dataclass(frozen=True, slots=True)
class Owed:
    """Something a policy may deduct (`expenses`, `reserve`, `sponsor` …) and who is repaid.

    Without `to` the step's own recipient is. Minor units; negative only in a reversal.
    """

    what: str
    minor: int
    to: str = ""
    label: str = ""
    clause: str = ""
    claim: int = 0  # the record it comes from, if it has one of its own


@dataclass(frozen=True, slots=True)
class Event:
    """All receipts of one unit (licence or case) in one run: fee and shares are computed once on it.

    Always true: exactly one of gross, net and receipts says what came in. `positions` are bracket
    positions before it by sharing step, in the thresholds' own money; `counted` what capped steps
    and parties were entitled to earlier in the cap's period, before the cap. `left` names parties
    whose condition no longer holds (a laboratory whose inventor has gone). `people` share the
    persons' pool; `divided` names who shares another party's part, such as two departments.
    `released` is income that has passed the deductions before: what was left of a reserve.
    """

    gross: int | None = None
    net: int | None = None
    receipts: tuple[Receipt, ...] = ()
    owed: tuple[Owed, ...] = ()
    currency: str = ""
    on: date = date(2000, 1, 1)
    positions: Mapping[str, Fraction] = field(default_factory=dict)
    counted: Mapping[str, int] = field(default_factory=dict)
    chosen: Mapping[str, Fraction] = field(default_factory=dict)
    left: frozenset[str] = frozenset()
    people: tuple[Person, ...] = ()
    divided: Mapping[str, tuple[Person, ...]] = field(default_factory=dict)
    released: bool = False

    def __post_init__(self) -> None:
        stated = [self.gross is not None, self.net is not None, bool(self.receipts)]
        if sum(stated) != 1:
            raise ValueError("an event has a gross, a net, or receipts")

    @property
    def amount(self) -> int:
        """What came in, in minor units; the order of receipts does not matter."""
        if self.net is not None:
            return self.net
        return sum(r.minor for r in self.receipts) if self.gross is None else self.gross


@dataclass(frozen=True, slots=True)
class Movement:
    """Money (or shares) moved from one pot to another by one step; what the ledger posts."""

    step: str
    source: str
    to: str
    minor: int


@dataclass(frozen=True, slots=True)
class Result:
    """What a run did. Always: what the pots hold at the end sums to what came in.

    `carried` is what stays owed; `positions` and `counted` are the state after it; `parts` are
    the persons' parts of the pool.
    """

    policy: Policy
    event: Event
    tree: Node
    received: int
    net: int
    movements: tuple[Movement, ...]
    carried: tuple[Owed, ...]
    positions: Mapping[str, Fraction]
    counted: Mapping[str, int]
    parts: tuple[Part, ...] = ()

    @property
    def parties(self) -> dict[str, int]:
        """Each party's amount, in the order the policy lists them; persons' parts count in their pool."""
        totals = {party.id: 0 for party in self.policy.parties}
        for move in self.movements:
            totals[move.source] = totals.get(move.source, 0) - move.minor
            totals[move.to] = totals.get(move.to, 0) + move.minor
        passed_on = {step.source for step in self.policy.sharings} | {BALANCE}
        return {pot: minor for pot, minor in totals.items() if pot not in passed_on}

    def mirrored(self) -> "Result":
        """Return the reversal: every amount with the other sign, the state as it was before."""
        moves = tuple(Movement(m.step, m.source, m.to, -m.minor) for m in self.movements)
        parts = tuple(replace(p, entitled=-p.entitled, moved=-p.moved) for p in self.parts)
        return Result(
            self.policy,
            self.event,
            mirrored(self.tree),
            -self.received,
            -self.net,
            moves,
            self.event.owed,
            dict(self.event.positions),
            dict(self.event.counted),
            parts,
        )
