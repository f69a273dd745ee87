"""What holds for any policy, plan and receipts."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from techmgr.core.errors import UserError
from techmgr.core.shares import Rounding
from techmgr.royalty.allocation import Plan, allocate
from techmgr.royalty.brackets import slices
from techmgr.royalty.checking import problems_of
from techmgr.royalty.event import Event, Owed, Receipt
from techmgr.royalty.explain import Kind
from techmgr.royalty.policies import shipped
from techmgr.royalty.policy import Cap, Party, Policy, Share, Sharing, Step, Tier
from techmgr.royalty.pool import Person
from techmgr.royalty.waterfall import reverse, run

FEW = settings(max_examples=60, deadline=None)
minor = st.integers(0, 10**12)
parts = st.lists(st.integers(0, 1000), min_size=3, max_size=3).filter(any)


def exact(weights):
    return [Fraction(weight, sum(weights)) for weight in weights]


@st.composite
def tiers(draw):
    ends = sorted(draw(st.sets(st.integers(1, 10**9), max_size=3)))
    return tuple(
        Tier(
            tuple(
                Share(name, share) for name, share in zip("abc", exact(draw(parts)), strict=True)
            ),
            up_to,
        )
        for up_to in (*ends, None)
    )


KEYS = ("case", "licence", "person")


def kept_people(result):
    """People as the next event takes them: what they have had grows."""
    had = {part.person.id: part.person.had + part.entitled for part in result.parts}
    return tuple(replace(each, had=had.get(each.id, each.had)) for each in result.event.people)


def counting(mapping):
    return {name: value for name, value in mapping.items() if value}


@st.composite
def policies(draw):
    cap = draw(st.none() | st.builds(Cap, st.integers(0, 10**8), overflow=st.just("b")))
    rate = Fraction(draw(st.integers(0, 100)), 100)
    base = draw(st.sampled_from(["gross", "balance"]))
    fee = Step("fee", "Fee", "office", rate=rate, base=base)
    costs = Step("costs_step", "Costs", "costs", owed="expenses")
    ahead = Step(
        "ahead", "Ahead", "a", rate=Fraction(1), advance=True, cap=Cap(10**6, overflow="b")
    )
    steps = [*draw(st.permutations([fee, costs])), *draw(st.sampled_from([[], [ahead]]))]
    person_cap = draw(st.none() | st.builds(Cap, st.integers(0, 10**8), overflow=st.just("b")))
    named = [
        Party("a", "A", persons=True, disclaimed_to="c", person_cap=person_cap),
        Party("b", "B"),
        Party("c", "C", cap=cap),
    ]
    policy = Policy(
        "any",
        "Any",
        (*named, Party("office", "Office"), Party("costs", "Costs")),
        (*steps, Sharing("shares", "Shares", draw(tiers()), key=draw(st.sampled_from(KEYS)))),
        "USD",
        rounding=draw(st.sampled_from(Rounding)),
    )
    assert problems_of(policy) == []
    return policy


people = st.lists(st.booleans(), min_size=1, max_size=5).map(
    lambda waived: tuple(Person(str(n), str(n), disclaims=w) for n, w in enumerate(waived))
)


@st.composite
def events(draw):
    return Event(
        gross=draw(minor),
        owed=(Owed("expenses", draw(minor)), Owed("expenses", draw(minor), "costs")),
        positions={"shares": Fraction(draw(minor))},
        counted={"c": draw(st.integers(0, 10**9)), "ahead": draw(st.integers(0, 10**7))},
        people=draw(people),
    )


@FEW
@given(policies(), events())
def test_parts_sum_to_the_whole_at_every_level(policy, event):
    result = run(policy, event)
    assert sum(result.parties.values()) == event.gross
    assert min(result.parties.values()) >= 0
    top = [n for n in result.tree.children if n.kind in (Kind.RECEIVED, Kind.TAKEN)]
    assert sum(node.minor for node in top) == result.net == result.tree.find("net").minor
    shared = result.tree.find("shares")
    assert sum(node.minor for node in shared.children) == result.net
    assert min(part.paid for part in result.parts) >= 0
    pool = result.tree.find("a")
    persons = [n.minor for n in pool.children if n.kind is Kind.PERSON]
    assert sum(persons) == pool.minor
    assert sum(part.paid for part in result.parts) == pool.minor


@FEW
@given(policies(), events())
def test_what_is_owed_is_repaid_or_carried(policy, event):
    result = run(policy, event)
    repaid = -result.tree.find("costs_step").minor
    assert repaid + sum(owed.minor for owed in result.carried) == sum(o.minor for o in event.owed)


@FEW
@given(policies(), events())
def test_reversal_returns_every_balance(policy, event):
    result = run(policy, event)
    back = reverse(result)
    for party, amount in back.parties.items():
        assert amount + result.parties[party] == 0
    assert dict(back.positions) == dict(event.positions)
    assert dict(back.counted) == dict(event.counted)


@FEW
@given(policies(), events())
def test_a_refund_of_everything_is_the_mirror(policy, event):
    """Unwinding brackets and caps gives back exactly what was given."""
    result = run(policy, event)
    refund = replace(
        event,
        gross=-event.gross,
        owed=tuple(replace(owed, minor=-owed.minor) for owed in event.owed),
        positions=result.positions,
        counted=result.counted,
        people=kept_people(result),
    )
    back = run(policy, refund)
    if event.gross:
        assert back.parties == {party: -amount for party, amount in result.parties.items()}
        assert counting(back.counted) == counting(event.counted)
    assert counting(back.positions) == counting(event.positions)


@FEW
@given(policies(), st.lists(st.integers(-(10**6), 10**9), min_size=1), st.randoms())
def test_the_order_of_receipts_does_not_matter(policy, amounts, random):
    amounts = [*amounts, 10**9]
    receipts = [Receipt("r", each) for each in amounts]
    shuffled = random.sample(receipts, len(receipts))
    one = run(policy, Event(receipts=tuple(receipts)))
    other = run(policy, Event(receipts=tuple(shuffled)))
    assert one.parties == other.parties
    assert one.positions == other.positions


@FEW
@given(tiers(), minor, minor, minor)
def test_marginal_brackets_equal_piecewise(some, position, first, second):
    """Cutting an amount in two moves no part of it into another bracket."""

    def filled(*cuts):
        total = [Fraction(0)] * len(some)
        for each in cuts:
            for piece in each:
                total[piece.tier] += piece.amount
        return total

    start = Fraction(position)
    whole = filled(slices(some, start, first + second))
    pieces = filled(slices(some, start, first), slices(some, start + first, second))
    assert whole == pieces
    assert sum(whole) == first + second
    assert filled(slices(some, start + first, -first)) == filled(slices(some, start, first))


@FEW
@given(st.integers(0, 10**12), st.integers(0, 10**10))
def test_every_shipped_policy_divides_any_amount(gross, expenses):
    for policy in shipped():
        result = run(policy, Event(gross=gross, owed=(Owed("expenses", expenses),)))
        assert sum(result.parties.values()) == result.received == gross
        assert min(result.parties.values()) >= 0


@FEW
@given(policies(), st.lists(st.integers(0, 10**4), min_size=1, max_size=12), people)
def test_cumulative_rounding_never_drifts(policy, amounts, some):
    """After any payments nobody is two units away from what the exact fractions say."""
    policy = replace(policy, rounding=Rounding.CUMULATIVE, steps=policy.steps[-1:])
    state = Event(net=0, people=some)
    for amount in amounts:
        result = run(policy, replace(state, net=amount))
        assert sum(result.parties.values()) == amount
        state = replace(state, positions=result.positions, people=kept_people(result))
    short = [value for name, value in state.positions.items() if "/" in name]
    assert all(abs(value) < 2 for value in short)
    assert sum(value for name, value in state.positions.items() if name.count("/") == 1) == 0


@FEW
@given(st.lists(st.integers(-50, 200), min_size=1, max_size=7), st.integers(-(10**12), 10**12))
def test_a_plan_is_refused_or_its_parts_sum_to_the_whole(weights, amount):
    """Negative shares, shares that do not make one: a sentence. Any other plan loses nothing."""
    plan = Plan(tuple(map(str, range(len(weights)))), tuple(Fraction(w, 100) for w in weights))
    if sum(weights) == 100 and min(weights) >= 0:
        parts = allocate(amount, plan)
        assert sum(parts.values()) == amount
        assert all(part * amount >= 0 for part in parts.values())
    else:
        with pytest.raises(UserError, match="must make exactly"):
            allocate(amount, plan)
