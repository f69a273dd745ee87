"""The explanation of a distribution: one tree, which statement, worksheet and screen only render."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from techmgr.core.texts import Text


class Kind(StrEnum):
    """What a node is, for whoever draws it."""

    EVENT = "event"
    RECEIVED = "received"
    RECEIPT = "receipt"
    TAKEN = "taken"
    OWED = "owed"
    NET = "net"
    SHARED = "shared"
    PART = "part"
    SLICE = "slice"
    MOVED = "moved"
    PERSON = "person"
    UNIT = "unit"
    NOTE = "note"

    @property
    def is_payee(self) -> bool:
        """Tell whether it is a payee's part of a party: a person's, or one of several departments'."""
        return self in (Kind.PERSON, Kind.UNIT)


@dataclass(frozen=True, slots=True)
class Node:
    """One amount with its reason. Ids are unique in a tree and name what later nodes start from.

    `minor` is the booked amount in minor units (or whole shares), negative where it is taken
    away; `exact` is the magnitude before rounding; `rate` was applied to `base_minor`, the
    amount (or the slice of it) of the node called `base`. `source` is the pot it left or stands
    for. `rank` is the place in the queue for left-over cents, from 1; `extra` how many of them it
    got. A slice's tier reaches from `starts` to `ends` (None: open); of a division `starts` is the
    position in the brackets before it.
    """

    id: str
    kind: Kind
    label: Text
    minor: int
    clause: str = ""
    base: str = ""
    base_minor: Fraction | None = None
    rate: Fraction | None = None
    written: str = ""
    exact: Fraction | None = None
    source: str = ""
    recipient: str = ""
    rank: int | None = None
    extra: int = 0
    starts: Fraction | None = None
    ends: Fraction | None = None
    note: Text | None = None
    children: tuple["Node", ...] = ()

    def walk(self, depth: int = 0) -> Iterator[tuple[int, "Node"]]:
        """Yield every node from the top down, each with its depth."""
        yield depth, self
        for child in self.children:
            yield from child.walk(depth + 1)

    def find(self, node_id: str) -> "Node":
        """Return the node with an id; KeyError when the tree has none."""
        for _, node in self.walk():
            if node.id == node_id:
                return node
        raise KeyError(node_id)


def why(tree: Node, node_id: str) -> Node:
    """Turn the tree so that one amount is the root: its reasons first, then what it started from.

    The same nodes as in the whole tree: a party's slices, then its net with receipts and steps.
    """
    node = tree.find(node_id)
    return replace(node, children=(*node.children, *_origin(tree, node)))


def _origin(tree: Node, node: Node) -> tuple[Node, ...]:
    if not node.base or node.base == node.id:
        return ()
    base = tree.find(node.base)
    if base.kind is Kind.NET:
        return (replace(base, children=_before(tree, base)),)
    without_payees = tuple(each for each in base.children if not each.kind.is_payee)
    return (replace(base, children=(*without_payees, *_origin(tree, base))),)


def _before(tree: Node, net: Node) -> tuple[Node, ...]:
    earlier: list[Node] = []
    for node in tree.children:
        if node.id == net.id:
            break
        earlier.append(node)
    return tuple(earlier)


def mirrored(node: Node) -> Node:
    """Return the tree of the reversal: every amount with the other sign, every reason the same."""
    children = tuple(mirrored(child) for child in node.children)
    return replace(node, minor=-node.minor, extra=-node.extra, children=children)


def by_id(tree: Node) -> Mapping[str, Node]:
    """Return every node under its id."""
    return {node.id: node for _, node in tree.walk()}
