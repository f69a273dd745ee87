"""Payees of a party's part: a pool among persons, a department's among several."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from techmgr.core.shares import Rounding, show_share
from techmgr.core.texts import Text, say
from techmgr.royalty.cumulative import cumulative
from techmgr.royalty.explain import Kind, Node
from techmgr.royalty.policy import Party, Sharing, Step
from techmgr.royalty.pool import Part, Person, check_plan, divide, shares_of
from techmgr.royalty.work import Work


@dataclass(frozen=True, slots=True)
class Moved:
    """What leaves one party for another after a division: a magnitude, with the reason."""

    source: str
    to: str
    minor: int
    why: Text


def over_all(work: Work, held: int, exact: dict[str, Fraction], where: str) -> list[int]:
    """Round what each has been entitled to over all payments; return the magnitudes paid now."""
    names = [f"{where}/{each}" for each in exact]
    carried = [work.event.positions.get(name, Fraction(0)) for name in names]
    parts, after = cumulative(work.sign * held, list(exact.values()), carried)
    work.positions |= dict(zip(names, after, strict=True))
    return [abs(part) for part in parts]


def ranked(exact: dict[str, Fraction]) -> dict[str, int]:
    """Return everybody's place in the queue for left-over cents: largest fraction first, ties as listed."""
    queue = sorted(exact, key=lambda party: -(exact[party] % 1))
    return {party: place for place, party in enumerate(queue, start=1)}


def payees_of(
    work: Work, step: Sharing, party: Party, nodes: dict[str, Node], payees: Sequence[Person]
) -> list[Moved]:
    """Divide a party's part among its payees, below its node; return what they do not keep."""
    node = nodes[party.id]
    payees = _by_own_bracket(_with_had(work, payees), node)
    parts = _divided(work, party, node.minor, payees, f"{step.id}/{party.id}")
    parts = [replace(part, node=f"{node.id}/{part.person.id}") for part in parts]
    work.parts.extend(parts)
    ranks = ranked({part.person.id: part.exact for part in parts})
    children = tuple(_payee_node(party, node, part, ranks[part.person.id]) for part in parts)
    nodes[party.id] = replace(node, children=(*node.children, *children))
    return [
        Moved(party.id, part.moved_to, part.moved, part.why or say("Moved"))
        for part in parts
        if part.moved
    ]


def _divided(
    work: Work, party: Party, pool: int, payees: Sequence[Person], where: str
) -> list[Part]:
    """Divide a pool among payees by the policy's rounding rule."""
    if work.policy.rounding is not Rounding.CUMULATIVE:
        return divide(pool, payees, party, work.policy.rounding)
    check_plan(payees, party)
    shares = zip(payees, shares_of(payees), strict=True)
    exact = {person.id: abs(pool) * share for person, share in shares}
    sign = -1 if pool < 0 else 1
    amounts = [sign * each for each in over_all(work, abs(pool), exact, where)]
    return divide(pool, payees, party, amounts=amounts)


def _with_had(work: Work, payees: Sequence[Person]) -> list[Person]:
    """Count for each payee what an earlier step of this event gave."""
    given: dict[str, int] = {}
    for part in work.parts:
        given[part.person.id] = given.get(part.person.id, 0) + part.entitled
    return [replace(each, had=each.had + given.get(each.id, 0)) for each in payees]


def _by_own_bracket(payees: Sequence[Person], node: Node) -> Sequence[Person]:
    """Return payees with the shares of the pool that their own brackets give them."""
    own: dict[str, Fraction] = {}
    for child in node.children:
        if child.kind is Kind.SLICE and child.source:
            own[child.source] = own.get(child.source, Fraction(0)) + (child.exact or 0)
    total = sum(own.values(), Fraction(0))
    if not total:
        return payees
    return [replace(each, share=own.get(each.id, Fraction(0)) / total) for each in payees]


def among_people(work: Work, step: Step, taken: int) -> tuple[Node, ...]:
    """Divide what a step pays to a pool among its persons, such as the first 2,500 of a licence."""
    party = next((each for each in work.policy.parties if each.id == step.recipient), None)
    if party is None or not party.persons or not work.event.people or not taken:
        return ()
    pool = Node(step.id, Kind.PART, Text(step.label), work.sign * taken)
    people = _with_had(work, work.event.people)
    parts = _divided(work, party, pool.minor, people, f"{step.id}/{party.id}")
    parts = [replace(part, node=f"{step.id}/{part.person.id}") for part in parts]
    work.parts.extend(parts)
    ranks = ranked({part.person.id: part.exact for part in parts})
    for part in parts:
        if part.moved:
            work.move(step.id, party.id, part.moved_to, work.sign * part.moved)
    return tuple(_payee_node(party, pool, part, ranks[part.person.id]) for part in parts)


def _payee_node(party: Party, pool: Node, part: Part, rank: int) -> Node:
    whole = part.exact.numerator // part.exact.denominator
    sign = -1 if pool.minor < 0 else 1
    return Node(
        f"{pool.id}/{part.person.id}",
        Kind.PERSON if party.persons else Kind.UNIT,
        Text(part.person.name),
        part.paid,
        base=pool.id,
        base_minor=Fraction(abs(pool.minor)),
        rate=part.share,
        written=show_share(part.share),
        exact=part.exact,
        recipient=part.person.id,
        rank=rank,
        extra=part.entitled - sign * whole,
        note=part.why or part.held,
    )
