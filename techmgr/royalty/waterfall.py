"""The waterfall: one event of a policy in, amounts per party and their explanation out."""

from dataclasses import replace
from fractions import Fraction

from techmgr.core.errors import UserError, refuse_if
from techmgr.core.money import percentage
from techmgr.core.shares import share_out, show_share
from techmgr.core.texts import Text, say
from techmgr.royalty.advancing import paid_ahead
from techmgr.royalty.choosing import choice_problems
from techmgr.royalty.event import Event, Owed, Result
from techmgr.royalty.explain import Kind, Node
from techmgr.royalty.payees import among_people
from techmgr.royalty.policy import BALANCE, GROSS, Counts, Policy, Sharing, Step
from techmgr.royalty.pool import within
from techmgr.royalty.sharing import divide_by_tiers
from techmgr.royalty.work import Work


def run(policy: Policy, event: Event) -> Result:
    """Run one event (all receipts of the policy's unit in one run) through a policy.

    Amounts are minor units of the event's currency (whole shares for equity). Negative events
    unwind: the mirror of positive ones. Raises UserError for a chosen share out of range, a
    currency the thresholds are not in, or a refund larger than what was received.
    """
    refuse_if(_problems(policy, event))
    work = Work(policy, event, _received(policy, event))
    for step in policy.steps:
        if isinstance(step, Sharing):
            divide_by_tiers(work, step)
        elif not step.in_force(event.on):
            work.amounts[step.id] = 0
        elif step.source != BALANCE or (event.net is None and not event.released):
            _deduct(work, step)
    _name_what_nobody_took(work)
    return work.result()


def reverse(result: Result) -> Result:
    """Return the exact mirror of a posted result; positions and caps are where they were before it."""
    return result.mirrored()


def _received(policy: Policy, event: Event) -> int:
    amount = event.amount
    return max(amount, 0) if policy.counts is Counts.PROFIT else amount


def _problems(policy: Policy, event: Event) -> list[UserError]:
    return [
        *_currency_problems(policy, event),
        *choice_problems(policy, event.chosen),
        *_left_problems(policy, event),
    ]


def _currency_problems(policy: Policy, event: Event) -> list[UserError]:
    if not event.currency or event.currency == policy.currency or not _has_amounts(policy):
        return []
    text = say(
        "The policy's thresholds are in {theirs} and the receipt is in {ours}: convert it first.",
        theirs=policy.currency,
        ours=event.currency,
    )
    return [UserError(text, field="currency")]


def _left_problems(policy: Policy, event: Event) -> list[UserError]:
    falling_back = {party.id for party in policy.parties if party.reverts_to}
    return [
        UserError(say("The policy does not say to whom the part of {party} reverts.", party=party))
        for party in sorted(event.left - falling_back)
    ]


def _has_amounts(policy: Policy) -> bool:
    tiers = any(len(sharing.tiers) > 1 or sharing.small for sharing in policy.sharings)
    caps = any(party.cap or party.person_cap or party.hold_below for party in policy.parties)
    fixed = any(
        step.amount is not None or step.cap or step.floor
        for step in policy.steps
        if isinstance(step, Step)
    )
    return tiers or caps or fixed


def _deduct(work: Work, step: Step) -> None:
    owed = [each for each in work.event.owed if each.what == step.owed] if step.owed else []
    claim, node = _claim(work, step, owed)
    taken = min(claim, work.pots.get(step.source, 0))
    if taken < claim:
        node = replace(node, note=say("No more was left."))
    children = _repay(work, step, owed, taken)
    if not step.owed:
        work.move(step.id, step.source, step.recipient, taken)
        if not step.advance:
            children = among_people(work, step, taken)
    work.amounts[step.id] = taken
    work.show(replace(node, minor=-work.sign * taken, children=children))


def _claim(work: Work, step: Step, owed: list[Owed]) -> tuple[int, Node]:
    """Return what the step asks for (magnitude) and its node, before looking at what is left."""
    node = Node(
        step.id,
        Kind.TAKEN,
        Text(step.label),
        0,
        clause=step.clause,
        source=step.source,
        recipient=step.recipient,
    )
    if step.owed:
        claim = sum(work.magnitude(each.minor) for each in owed)
        node = replace(node, base_minor=Fraction(claim))
    elif step.rate is not None:
        base = work.amount(step.base, step.source)
        claim = percentage(base, step.rate)
        node = replace(
            node,
            base=work.node_of(step.base, step.source),
            base_minor=Fraction(base),
            rate=step.rate,
            written=show_share(step.rate),
            exact=base * step.rate,
        )
    else:
        claim = step.amount or 0
    return _limited(work, step, max(claim, step.floor), node)


def _limited(work: Work, step: Step, claim: int, node: Node) -> tuple[int, Node]:
    if step.limit is not None:
        most = percentage(work.amount(GROSS, step.source), step.limit)
        if claim > most:
            note = say("At most {share} of what was received.", share=show_share(step.limit))
            claim, node = most, replace(node, note=note)
    if step.advance:
        note = say(
            "An advance on the later share of {party}.", party=Text(work.label(step.recipient))
        )
        return paid_ahead(work, step, claim), replace(node, note=note)
    if step.cap is not None:
        earlier = work.event.counted.get(step.id, 0)
        work.counted[step.id] = earlier + work.sign * claim
        let = abs(within(step.cap.minor, earlier, work.sign * claim))
        if let < claim:
            claim, node = let, replace(node, note=say("The cap is reached."))
    return claim, node


def _repay(work: Work, step: Step, owed: list[Owed], taken: int) -> tuple[Node, ...]:
    """Repay who paid, in proportion to what each still has to get; the rest is carried forward."""
    asked = [work.magnitude(each.minor) for each in owed]
    total = sum(asked)
    parts = (
        share_out(taken, [Fraction(each, total) for each in asked]) if total else [0] * len(owed)
    )
    nodes = []
    for number, (each, part) in enumerate(zip(owed, parts, strict=True), start=1):
        to = each.to or step.recipient
        work.move(step.id, step.source, to, part)
        work.carry(replace(each, to=to, minor=each.minor - work.sign * part))
        if len(owed) > 1 or each.to:
            nodes.append(_owed_node(work, f"{step.id}.{number}", replace(each, to=to), part, total))
    return tuple(nodes)


def _owed_node(work: Work, node_id: str, each: Owed, part: int, total: int) -> Node:
    step_id = node_id.partition(".")[0]
    asked = work.magnitude(each.minor)
    return Node(
        node_id,
        Kind.OWED,
        Text(each.label or work.label(each.to)),
        -work.sign * part,
        clause=each.clause,
        base=step_id,
        rate=Fraction(asked, total) if total else None,
        recipient=each.to,
    )


def _name_what_nobody_took(work: Work) -> None:
    """Add a line of zero for what was owed and this policy does not deduct."""
    steps = {step.owed for step in work.policy.steps if isinstance(step, Step) and step.owed}
    left = [each for each in work.event.owed if each.what not in steps and each.minor]
    for number, each in enumerate(left, start=1):
        work.show(
            Node(
                f"not_taken.{number}",
                Kind.NOTE,
                say(
                    "{what} of {amount} are not deducted under this policy.",
                    what=Text(each.label or each.what),
                    amount=work.shown(each.minor),
                ),
                0,
            )
        )
