"""The state of one run while its steps are worked through: pots, amounts known so far, nodes."""

from collections.abc import Iterable
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.formats import show_minor
from techmgr.core.texts import Text, say
from techmgr.royalty.event import Event, Movement, Owed, Result
from techmgr.royalty.explain import Kind, Node
from techmgr.royalty.policy import BALANCE, GROSS, Counts, Policy, Step
from techmgr.royalty.pool import Part


class Work:
    """One run in progress. Pots and amounts are magnitudes; movements and nodes carry the sign.

    Always: the pots sum to what came in.
    """

    def __init__(self, policy: Policy, event: Event, received: int) -> None:
        self.policy = policy
        self.event = event
        self.received = received
        self.sign = -1 if received < 0 else 1
        self.pots = {BALANCE: abs(received)}
        self.amounts: dict[str, int] = {}
        self.net = 0
        self.nodes: list[Node] = []
        self.movements: list[Movement] = []
        self.carried: list[Owed] = []
        self.positions: dict[str, Fraction] = dict(event.positions)
        self.counted: dict[str, int] = dict(event.counted)
        self.parts: list[Part] = []
        if event.net is None:
            if not event.released:
                self.amounts[GROSS] = abs(received)
            self.nodes.append(_received_node(event, received))

    def magnitude(self, minor: int) -> int:
        """Return an owed amount as the event sees it: of the same sign, or nothing."""
        return max(self.sign * minor, 0)

    def amount(self, base: str, source: str) -> int:
        """Return a base: the gross, what the source still holds, or an earlier named amount."""
        if base == BALANCE:
            return self.pots.get(source, 0)
        if base not in self.amounts:
            raise UserError(
                say("This policy needs the gross amount: only the net is given."), field="gross"
            )
        return self.amounts[base]

    def node_of(self, base: str, source: str) -> str:
        """Return the id of the node a base stands in; a running balance gets a line of its own."""
        if base != BALANCE:
            return base
        origin = GROSS if source == BALANCE else source
        if self.pots.get(source, 0) == self.amounts.get(origin):
            return origin
        number = sum(node.id.startswith("left.") for node in self.nodes) + 1
        return self.show_held(f"left.{number}", say("Left before this step"), source)

    def show_held(self, node_id: str, label: Text, source: str, clause: str = "") -> str:
        """Add a line with what a pot holds and return its id."""
        held = self.sign * self.pots.get(source, 0)
        self.show(Node(node_id, Kind.NET, label, held, clause=clause, source=source))
        return node_id

    def show(self, node: Node) -> None:
        """Add a line to the explanation."""
        self.nodes.append(node)

    def move(self, step: str, source: str, to: str, magnitude: int) -> None:
        """Move money between two pots."""
        self.pots[source] = self.pots.get(source, 0) - magnitude
        self.pots[to] = self.pots.get(to, 0) + magnitude
        if magnitude:
            self.movements.append(Movement(step, source, to, self.sign * magnitude))

    def carry(self, owed: Owed) -> None:
        """Remember what stays owed after this event."""
        if owed.minor:
            self.carried.append(owed)

    def label(self, party: str) -> str:
        """Return a party's label, or the id of a payer the policy does not list."""
        known = {each.id: each.label for each in self.policy.parties}
        return known.get(party, party)

    def shown(self, minor: int) -> str:
        """Show an amount of this event: money of its currency, or whole shares."""
        return show_amount(self.policy, self.event, minor)

    def result(self) -> Result:
        """Close the run. A policy that leaves money undivided has not been checked."""
        if self.pots[BALANCE]:
            raise ValueError(f"{self.policy.name} leaves {self.pots[BALANCE]} undivided")
        steps = {node.id for node in self.nodes}
        carried = [*self.carried, *_untouched(self.event.owed, self.policy, steps)]
        root = Node(
            "event",
            Kind.EVENT,
            Text(self.policy.title),
            self.received,
            children=tuple(self.nodes),
        )
        return Result(
            self.policy,
            self.event,
            root,
            self.received,
            self.net,
            tuple(self.movements),
            tuple(carried),
            self.positions,
            self.counted,
            tuple(self.parts),
        )


def _untouched(owed: Iterable[Owed], policy: Policy, steps: set[str]) -> list[Owed]:
    """Return what a skipped step (net given) would have recovered: it stays owed."""
    skipped = {
        each.owed
        for each in policy.steps
        if isinstance(each, Step) and each.owed and each.id not in steps
    }
    return [each for each in owed if each.what in skipped]


def show_amount(policy: Policy, event: Event, minor: int) -> str:
    """Show minor units of an event, or whole shares, as the statement prints them."""
    if policy.counts is Counts.SHARES:
        return show_minor(minor, "JPY")  # a currency without decimals: shares are whole
    return show_minor(minor, event.currency or policy.currency)


def _received_node(event: Event, received: int) -> Node:
    children = tuple(
        Node(f"receipt.{number}", Kind.RECEIPT, Text(each.label), each.minor, clause=each.clause)
        for number, each in enumerate(event.receipts, start=1)
    )
    label = say("Released from the reserve") if event.released else say("Received")
    return Node(GROSS, Kind.RECEIVED, label, received, children=children)
