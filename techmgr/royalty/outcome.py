"""What one event of a run comes to, as it is stored; and the difference between two of them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TypeVar

from techmgr.core.formats import show_minor
from techmgr.core.texts import Text, say
from techmgr.ledger.accounts import Account
from techmgr.royalty.counting import Count
from techmgr.royalty.explain import Kind, Node

K = TypeVar("K")
V = TypeVar("V", int, Fraction)
Place = tuple[str, str, Account]

SHARES, SMALLEST, HAND = "shares", "smallest", "hand"  # what lifts a hold


@dataclass(frozen=True, slots=True)
class Portion:
    """What one payee gets: minor units, where it is booked, and its place in the explanation."""

    party: str
    payee: str
    name: str
    account: Account
    minor: int
    node: str
    held: Text | None = None
    awaits: str = ""

    @property
    def place(self) -> Place:
        """What it is added up by: who it is for, and what the office itself keeps by its account."""
        is_owed = self.account in {Account.PAYABLE, Account.ESCROW}
        return self.party, self.payee, Account.PAYABLE if is_owed else self.account


@dataclass(frozen=True, slots=True)
class Key:
    """What makes an event the same when it is computed again."""

    case_id: int
    source: str | None
    unit: str
    policy_id: int
    period: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One event: amounts in minor units, what it adds to its counts, its tree, who gets what.

    Always true: the portions sum to `gross`. `parts` are receipt parts, `recovered` expenses, by
    id; `claims` what was taken for a claim, or (true) shared of its excess; `counted` is by policy
    and count.
    """

    gross: int = 0
    expenses: int = 0
    net: int = 0
    counted: Mapping[tuple[str, Count], Fraction] = field(default_factory=dict)
    tree: Node | None = None
    parts: Mapping[int, int] = field(default_factory=dict)
    recovered: Mapping[int, int] = field(default_factory=dict)
    portions: Sequence[Portion] = ()
    claims: Mapping[tuple[int, bool], int] = field(default_factory=dict)

    @property
    def is_nothing(self) -> bool:
        """Tell whether nothing at all would be booked or counted."""
        amounts = (self.gross, self.expenses, self.net)
        more = (*self.counted.values(), *self.parts.values(), *self.recovered.values())
        more += tuple(self.claims.values())
        return not any(amounts) and not any(more) and not self.portions


NOTHING = Outcome()


def together(outcomes: Iterable[Outcome]) -> Outcome:
    """Return what an event and its corrections come to."""
    total = NOTHING
    for each in outcomes:
        total = _combined(total, each, 1)
    return total


def difference(now: Outcome, posted: Outcome, currency: str) -> Outcome:
    """Return what must be booked so that what is posted becomes what it would be now.

    What a payee is still held for stays held. Amounts of the tree are differences, with both sides
    in words.
    """
    found = _combined(now, posted, -1)
    held = {each.place: each for each in posted.portions if each.held is not None}
    portions = [_as_held(each, held.get(each.place)) for each in found.portions]
    tree = _told(found.tree, now.tree, posted.tree, currency) if found.tree else None
    return replace(found, portions=portions, tree=tree)


def _as_held(portion: Portion, before: Portion | None) -> Portion:
    if before is None:
        return portion
    return replace(portion, account=before.account, held=before.held, awaits=before.awaits)


def _combined(one: Outcome, other: Outcome, sign: int) -> Outcome:
    return Outcome(
        one.gross + sign * other.gross,
        one.expenses + sign * other.expenses,
        one.net + sign * other.net,
        sums(one.counted, other.counted, sign),
        _trees(one.tree, other.tree, sign),
        sums(one.parts, other.parts, sign),
        sums(one.recovered, other.recovered, sign),
        _portions(one.portions, other.portions, sign),
        sums(one.claims, other.claims, sign),
    )


def sums(one: Mapping[K, V], other: Mapping[K, V], sign: int) -> dict[K, V]:
    """Add (1) or subtract (-1) amounts name by name; zeros are left out."""
    found = dict(one)
    for key, value in other.items():
        found[key] = found[key] + sign * value if key in found else sign * value
    return {key: value for key, value in found.items() if value}


def _portions(one: Sequence[Portion], other: Sequence[Portion], sign: int) -> tuple[Portion, ...]:
    total: Counter[Place] = Counter()
    first: dict[Place, Portion] = {}
    for portions, factor in ((one, 1), (other, sign)):
        for each in portions:
            total[each.place] += factor * each.minor
            first.setdefault(each.place, each)
    return tuple(replace(first[key], minor=minor) for key, minor in total.items() if minor)


def _trees(one: Node | None, other: Node | None, sign: int) -> Node | None:
    """Add or subtract the amounts of two trees, node by node; every node of either stays."""
    if other is None:
        return one
    if one is None:
        mine = tuple(_both(None, child, sign) for child in other.children)
        return replace(other, minor=sign * other.minor, children=mine)
    left = {child.id: child for child in other.children}
    children = [_both(child, left.pop(child.id, None), sign) for child in one.children]
    children += [_both(None, child, sign) for child in left.values()]
    return replace(one, minor=one.minor + sign * other.minor, children=tuple(children))


def _both(one: Node | None, other: Node | None, sign: int) -> Node:
    found = _trees(one, other, sign)
    assert found is not None, "one of the two is there"
    return found


def _told(node: Node, now: Node | None, posted: Node | None, currency: str) -> Node:
    """Say both sides of every difference; the arithmetic of one side would prove the wrong amount."""
    in_now, in_posted = _by_id(now), _by_id(posted)

    def told(each: Node) -> Node:
        said = say(
            "{now} as it would be now, {posted} as posted",
            now=show_minor(in_now.get(each.id, 0), currency),
            posted=show_minor(in_posted.get(each.id, 0), currency),
        )
        kept = each.children if each.kind is not Kind.PART else _without_slices(each.children)
        return Node(
            each.id,
            each.kind,
            each.label,
            each.minor,
            clause=each.clause,
            base=each.base if each.base != each.id else "",
            source=each.source,
            recipient=each.recipient,
            note=said if each.minor else None,
            children=tuple(told(child) for child in kept),
        )

    return told(node)


def _without_slices(children: Sequence[Node]) -> Sequence[Node]:
    return [child for child in children if child.kind is not Kind.SLICE]


def _by_id(tree: Node | None) -> dict[str, int]:
    return {} if tree is None else {node.id: node.minor for _, node in tree.walk()}
