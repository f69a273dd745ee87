"""One division of a pot: slices by bracket, exact shares, rounding, caps, and the pool's persons."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from techmgr.core.shares import WHOLE, Rounding, entitled, share_out, show_share
from techmgr.core.texts import Text, say
from techmgr.royalty.advancing import advances, beyond_share, count_in
from techmgr.royalty.brackets import Slice, slices
from techmgr.royalty.explain import Kind, Node
from techmgr.royalty.payees import Moved, over_all, payees_of, ranked
from techmgr.royalty.policy import (
    BALANCE,
    GROSS,
    NET,
    Cap,
    Party,
    Policy,
    Sharing,
    Step,
    Tier,
    factor_on,
    rates,
)
from techmgr.royalty.pool import shares_of, within
from techmgr.royalty.work import Work


@dataclass(frozen=True, slots=True)
class _Entry:
    """One slice at one rate for one party; `was` is the party it reverted from.

    `person` is whose own bracket the slice is cut by.
    """

    cut: Slice
    rate: Fraction
    exact: Fraction
    written: str
    was: str = ""
    person: str = ""


def divide_by_tiers(work: Work, step: Sharing) -> None:
    """Divide all that the step's source holds among its parties, and the pool among its persons."""
    before = work.positions.get(step.id, Fraction(0)) * factor_on(step, work.event.on)
    count_in(work, step)
    held = work.pots.get(step.source, 0)
    net_node = _net_node(work, step)
    tiers = _tiers_in_use(work, step, held)
    entries = _entries(work, step, tiers, held)
    exact = {party: _sum(own) for party, own in entries.items()}
    amounts = _rounded(work, step, held, exact)
    for party, amount in zip(entries, amounts, strict=True):
        work.move(step.id, step.source, party, amount)
        work.amounts[party] = amount
    nodes = _party_nodes(work, step, net_node, entries)
    _route(work, step, nodes)
    label = Text(step.label)
    work.show(
        Node(
            step.id,
            Kind.SHARED,
            label,
            work.sign * held,
            clause=step.clause,
            base=net_node,
            source=step.source,
            starts=before,
            note=_position_note(work, step, tiers),
            children=tuple(nodes.values()),
        )
    )


def _net_node(work: Work, step: Sharing) -> str:
    """Return the node a division starts from: the net, or a party's part with what was taken from it."""
    held = work.pots.get(step.source, 0)
    if step.source == BALANCE:
        work.net = work.sign * held
        return work.show_held(NET, say("Net to share"), BALANCE, step.clause)
    if held == work.amounts[step.source]:
        return step.source
    label = say("Left of {party}", party=Text(work.label(step.source)))
    return work.show_held(f"{NET}.{step.source}", label, step.source, step.clause)


def _tiers_in_use(work: Work, step: Sharing, held: int) -> Sequence[Tier]:
    """Return the tiers, or the one for small sums while the period's net stays below its limit."""
    so_far = work.positions.get(step.id, Fraction(0)) + (held if work.sign > 0 else 0)
    if step.small is not None and so_far < (step.small.up_to or 0):
        return [replace(step.small, up_to=None)]
    return step.tiers


def _entries(
    work: Work, step: Sharing, tiers: Sequence[Tier], held: int
) -> dict[str, list[_Entry]]:
    """Return each party's slices in the order the policy lists the parties; move the positions on."""
    measure = work.amount(GROSS, step.source) if step.measured == GROSS else held
    scale = Fraction(held, measure) if measure else Fraction(0)
    found: dict[str, list[_Entry]] = {to: [] for tier in tiers for to in _parties_of(work, tier)}
    for cut, person in _cuts(work, step, tiers, measure):
        tier = tiers[cut.tier]
        written = {share.to: share.written for share in tier.shares}
        for to, rate in rates(tier, dict(work.event.chosen)):
            final = _reverted(work, to)
            text = show_share(rate) if to in work.event.chosen else written[to] or show_share(rate)
            scaled = replace(cut, amount=cut.amount * scale)
            exact = scaled.amount * rate
            was = to if final != to else ""
            found[final].append(_Entry(scaled, rate, exact, text, was, person))
    return found


def _cuts(
    work: Work, step: Sharing, tiers: Sequence[Tier], measure: int
) -> Iterator[tuple[Slice, str]]:
    """Yield the slices of a division; of each person's own part where the brackets count by person."""
    factor = factor_on(step, work.event.on)
    people = work.event.people if step.key == "person" else ()
    shares = shares_of(people) if people else [WHOLE]
    names = [f"{step.id}#{each.id}" for each in people] or [step.id]
    for place, (name, share) in enumerate(zip(names, shares, strict=True)):
        position = work.positions.get(name, Fraction(0))
        own = work.sign * measure * share
        work.positions[name] = position + own / factor
        for cut in slices(tiers, position, own, factor):
            yield cut, people[place].id if people else ""


def _parties_of(work: Work, tier: Tier) -> list[str]:
    return [_reverted(work, share.to) for share in tier.shares]


def _reverted(work: Work, party: str) -> str:
    return work.policy.party(party).reverts_to if party in work.event.left else party


def rounded(policy: Policy, amount: int, exact: dict[str, Fraction]) -> list[int]:
    """Round exact entitlements so that they sum to the amount, by the policy's rounding rule.

    27,283.95 at 35/15/15/20/15 with the residual to the last: 9,549.38 … 4,092.60.
    """
    parties = list(exact)
    if policy.residual in parties:
        order = [*(p for p in parties if p != policy.residual), policy.residual]
        parts = entitled(amount, [exact[party] for party in order], Rounding.LAST_PARTY)
        by_party = dict(zip(order, parts, strict=True))
        return [by_party[party] for party in parties]
    return entitled(amount, list(exact.values()), policy.rounding)


def _rounded(work: Work, step: Sharing, held: int, exact: dict[str, Fraction]) -> list[int]:
    if work.policy.rounding is not Rounding.CUMULATIVE:
        return rounded(work.policy, held, exact)
    return over_all(work, held, exact, step.id)


def _party_nodes(
    work: Work, step: Sharing, net_node: str, entries: dict[str, list[_Entry]]
) -> dict[str, Node]:
    exact = {party: _sum(own) for party, own in entries.items()}
    ranks = ranked(exact)
    is_cumulative = work.policy.rounding is Rounding.CUMULATIVE
    taken = {node.id for top in work.nodes for _, node in top.walk()}
    nodes = {}
    for party, own in entries.items():
        minor = work.amounts[party]
        node = Node(
            party if party not in taken else f"{step.id}.{party}",
            Kind.PART,
            Text(work.label(party)),
            work.sign * minor,
            clause=step.clause,
            base=net_node,
            exact=exact[party],
            recipient=party,
            rank=None if is_cumulative else ranks[party],
            extra=work.sign * (minor - int(exact[party])),
            note=_carried_note(work, f"{step.id}/{party}") if is_cumulative else None,
        )
        nodes[party] = _with_slices(work, step, node, own)
    return nodes


def _carried_note(work: Work, name: str) -> Text:
    before, after = (each.get(name, Fraction(0)) for each in (work.event.positions, work.positions))
    return say(
        "Rounded over all payments together: {before} short before, {after} after, in smallest units.",
        before=str(before),
        after=str(after),
    )


def _sum(entries: list[_Entry]) -> Fraction:
    return sum((entry.exact for entry in entries), Fraction(0))


def _with_slices(work: Work, step: Sharing, node: Node, own: list[_Entry]) -> Node:
    if len(own) == 1 and not own[0].was and not own[0].person:
        only = own[0]
        return replace(node, rate=only.rate, base_minor=only.cut.amount, written=only.written)
    return replace(
        node,
        children=tuple(_slice_node(work, step, node, e, n) for n, e in enumerate(own, start=1)),
        written=" / ".join(dict.fromkeys(entry.written for entry in own)),
    )


def _slice_node(work: Work, step: Sharing, node: Node, entry: _Entry, number: int) -> Node:
    label = say("Tier {number}", number=entry.cut.tier + 1)
    if entry.was:
        label = say("Reverts from {party}", party=Text(work.label(entry.was)))
    if entry.person:
        name = next(each.name for each in work.event.people if each.id == entry.person)
        label = say("{name}, tier {number}", name=name, number=entry.cut.tier + 1)
    return Node(
        f"{node.id}.tier{number}",
        Kind.SLICE,
        label,
        work.sign * int(entry.exact),
        clause=step.clause,
        base=node.base,
        base_minor=entry.cut.amount,
        rate=entry.rate,
        written=entry.written,
        exact=entry.exact,
        source=entry.person,
        recipient=node.recipient,
        starts=entry.cut.starts,
        ends=entry.cut.ends,
    )


def _route(work: Work, step: Sharing, nodes: dict[str, Node]) -> None:
    """Apply advances and caps, then divide the pool; what is moved shows on both sides."""
    for ahead in advances(work, step):
        if ahead.recipient in nodes:
            _show_moves(work, step, nodes, _advanced(work, ahead, nodes))
    for party_id in list(nodes):
        party = work.policy.party(party_id)
        if party.cap is not None:
            _show_moves(work, step, nodes, _over_cap(work, party, party.cap, nodes))
        payees = work.event.divided.get(party_id) or (work.event.people if party.persons else ())
        if payees:
            _show_moves(work, step, nodes, payees_of(work, step, party, nodes, payees))


def _advanced(work: Work, ahead: Step, nodes: dict[str, Node]) -> list[Moved]:
    """Return what an advance takes from the others' parts, in proportion, or gives back to them."""
    part = abs(nodes[ahead.recipient].minor)
    more = beyond_share(work, ahead, part)
    others = [each for each in nodes if each != ahead.recipient and nodes[each].minor]
    total = sum(nodes[each].minor for each in others)
    if not more or not total:
        return []
    why = say("{step}: paid beyond the share", step=Text(ahead.label))
    if more < 0:
        why = say("{step}: made good out of the share", step=Text(ahead.label))
    parts = share_out(work.sign * more, [Fraction(nodes[each].minor, total) for each in others])
    return [
        Moved(each, ahead.recipient, minor, why)
        for each, minor in zip(others, parts, strict=True)
        if minor
    ]


def _over_cap(work: Work, party: Party, cap: Cap, nodes: dict[str, Node]) -> list[Moved]:
    amount = nodes[party.id].minor
    earlier = work.event.counted.get(party.id, 0)
    work.counted[party.id] = earlier + amount
    over = amount - within(cap.minor, earlier, amount)
    why = say("Above the cap of {cap}", cap=work.shown(cap.minor))
    return [Moved(party.id, cap.overflow, over, why)] if over else []


def _show_moves(work: Work, step: Sharing, nodes: dict[str, Node], moves: list[Moved]) -> None:
    for number, move in enumerate(moves, start=1):
        work.move(step.id, move.source, move.to, work.sign * move.minor)
        work.amounts[move.source] -= work.sign * move.minor
        work.amounts[move.to] = work.amounts.get(move.to, 0) + work.sign * move.minor
        if move.to not in nodes:
            label = Text(work.label(move.to))
            nodes[move.to] = Node(f"{step.id}.{move.to}", Kind.PART, label, 0, recipient=move.to)
        for party, minor in ((move.source, -move.minor), (move.to, move.minor)):
            node = nodes[party]
            child = Node(
                f"{node.id}.from.{move.source}.{len(node.children)}.{number}",
                Kind.MOVED,
                move.why,
                minor,
                base=nodes[move.source].id if party == move.to else "",
                recipient=move.to,
            )
            nodes[party] = replace(node, minor=node.minor + minor, children=(*node.children, child))


def _position_note(work: Work, step: Sharing, tiers: Sequence[Tier]) -> Text | None:
    """Say how far the brackets are filled after this, and where the tier reached ends."""
    if len(tiers) == 1 or step.id not in work.positions:
        return None
    factor = factor_on(step, work.event.on)
    position = work.positions[step.id] * factor
    so_far = work.shown(position.numerator // position.denominator)
    ends = [tier.up_to * factor for tier in tiers if tier.up_to is not None]
    ahead = [end for end in ends if end > position]
    if not ahead:
        return say("{amount} counted so far, in the last tier.", amount=so_far)
    end = work.shown(int(ahead[0]))
    return say("These shares hold until {end}; {amount} counted so far.", end=end, amount=so_far)
