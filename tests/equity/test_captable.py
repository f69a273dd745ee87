"""A company's shares replayed: fractions make one, nothing appears or vanishes, whatever happens."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.errors import UserError
from techmgr.equity.captable import (
    Book,
    Event,
    Holding,
    Lot,
    Move,
    ShareClass,
    cap_table,
    replay,
    splits_since,
    stages,
)
from techmgr.equity.kinds import ClassKind, EventKind, HolderKind
from techmgr.equity.moves import becoming, cost_part, pricing, proceeds

DAY = date(2026, 1, 5)
COMMON = ShareClass(1, "Common", ClassKind.COMMON)
SERIES_A = ShareClass(2, "Series A", ClassKind.PREFERRED, Fraction(3, 2), 1)
WARRANT = ShareClass(3, "Warrant", ClassKind.WARRANT, Fraction(1), 2, Fraction(100), DAY)
CLASSES = {each.id: each for each in (COMMON, SERIES_A, WARRANT)}
UNIVERSITY, FOUNDERS, FUND = (
    Holding(1, 1, "Halden University", HolderKind.UNIVERSITY, "C-7"),
    Holding(2, 1, "Founders", HolderKind.FOUNDER),
    Holding(3, 2, "Fjord Ventures", HolderKind.INVESTOR),
)


def book(*events, holdings=(UNIVERSITY, FOUNDERS, FUND)):
    numbered = [
        Event(n, f"S-{n:05}", kind, DAY + timedelta(days=at), tuple(moves), Fraction(ratio))
        for n, (at, kind, moves, ratio) in enumerate(events, 1)
    ]
    return Book(CLASSES, {each.id: each for each in holdings}, numbered)


def issue(at=0):
    return (at, EventKind.ISSUE, [Move(1, 100_001, 1_000), Move(2, 899_999)], 1)


def round_(at=10):
    return (at, EventKind.ROUND, [Move(3, 250_000)], 1)


def test_a_round_dilutes_exactly():
    told = book(issue(), round_())
    before = cap_table(told, DAY)
    after = cap_table(told, DAY + timedelta(days=10))
    # 250,000 preferred convert into 375,000 common shares.
    assert before.of(HolderKind.UNIVERSITY) == Fraction(100_001, 1_000_000)
    assert after.of(HolderKind.UNIVERSITY) == Fraction(100_001, 1_375_000)
    assert sum(line.part for line in after.lines) == 1
    assert [stage.parts[HolderKind.UNIVERSITY] for stage in stages(told)] == [
        Fraction(100_001, 1_000_000),
        Fraction(100_001, 1_375_000),
    ]


def test_a_price_follows_from_the_value_before_and_the_other_way_round():
    one = pricing(None, 800_000_000, Fraction(1_000_000), Fraction(250_000))
    assert (one.price, one.post_money) == (800, 1_000_000_000)
    assert pricing(Fraction(800), None, Fraction(1_000_000), Fraction(250_000)) == one
    for price, pre in ((None, None), (Fraction(1), 5), (Fraction(0), None)):
        with pytest.raises(UserError):
            pricing(price, pre, Fraction(10), Fraction(1))


def test_a_split_changes_no_part_and_must_leave_whole_shares():
    told = book(issue(), round_(), (20, EventKind.SPLIT, [], 2))
    day = DAY + timedelta(days=20)
    assert replay(told)[1] == Lot(200_002, 1_000)
    assert cap_table(told, day).of(HolderKind.UNIVERSITY) == Fraction(100_001, 1_375_000)
    assert splits_since(told, DAY, day) == 2
    with pytest.raises(UserError, match="would not stay whole"):
        replay(book(issue(), (20, EventKind.SPLIT, [], Fraction(1, 2))))


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ((5, EventKind.SALE, [Move(1, -100_002), Move(2, 100_002)], 1), "held 100,001"),
        ((5, EventKind.SALE, [Move(1, -5)], 1), "appear from nowhere, or vanish"),
        ((5, EventKind.ROUND, [Move(3, -5)], 1), "appear from nowhere, or vanish"),
        ((5, EventKind.ROUND, [], 1), "appear from nowhere, or vanish"),
        ((5, EventKind.DIVIDEND, [Move(1, 5)], 1), "appear from nowhere, or vanish"),
        ((5, EventKind.CONVERSION, [Move(3, -2), Move(1, 2)], 1), "nowhere, or vanish"),
        ((5, EventKind.WRITE_OFF, [Move(1, 0, -1_001)], 1), "more cost would leave"),
        ((-1, EventKind.SALE, [Move(1, -5), Move(2, 5)], 1), "held 0"),
    ],
)
def test_what_cannot_be_is_refused_with_the_number_of_the_event(event, said):
    with pytest.raises(UserError, match=said) as refused:
        replay(book(issue(), event))
    assert "S-00002" in str(refused.value)


def test_expired_warrants_are_not_counted():
    warrants = Holding(4, 3, "Halden University", HolderKind.UNIVERSITY)
    told = book(
        issue(),
        (0, EventKind.ISSUE, [Move(4, 1_000)], 1),
        holdings=(UNIVERSITY, FOUNDERS, FUND, warrants),
    )
    on, after = cap_table(told, DAY), cap_table(told, DAY + timedelta(days=1))
    # A warrant gives one preferred share, and that becomes one and a half common ones.
    assert (on.diluted, after.diluted) == (1_001_500, 1_000_000)
    assert on.issued == 1_000_000


def test_cost_leaves_in_proportion_and_all_of_it_with_the_last_share():
    lot = Lot(3_000, 100_000, 50_000)
    first = cost_part(lot, 1_000)
    assert (first.cost, first.paid) == (33_333, 16_667)
    rest = cost_part(Lot(2_000, lot.cost - first.cost, lot.paid - first.paid), 2_000)
    assert (first.cost + rest.cost, first.paid + rest.paid) == (100_000, 50_000)


def test_a_sale_first_brings_back_what_was_paid():
    sold = proceeds(5_000_000, 50_000, cost_part(Lot(10, 150_000, 100_000), 10))
    assert (sold.recovered, sold.shared, sold.lost) == (100_000, 4_850_000, 0)
    short = proceeds(60_000, 50_000, cost_part(Lot(10, 150_000, 100_000), 10))
    assert (short.recovered, short.shared, short.lost) == (10_000, 0, 90_000)
    with pytest.raises(UserError, match="brokerage is more"):
        proceeds(10, 11, cost_part(Lot(10), 10))


def test_parts_of_a_share_are_refused_with_the_multiple_that_works():
    assert becoming(SERIES_A, 400) == 600
    with pytest.raises(UserError, match="multiple of 2"):
        becoming(SERIES_A, 3)


SHARES = st.integers(1, 10**9)


@st.composite
def stories(draw):
    """A sound story: issues, then sales, rounds, conversions and splits that fit what is held."""
    holdings = [UNIVERSITY, FOUNDERS]
    events = [(0, EventKind.ISSUE, [Move(1, draw(SHARES), draw(SHARES)), Move(2, draw(SHARES))], 1)]
    for at in range(1, draw(st.integers(1, 6))):
        lots = replay(book(*events, holdings=holdings))
        kind = draw(st.sampled_from(["sale", "round", "conversion", "split"]))
        new = len(holdings) + 1
        if kind == "round":
            holdings.append(Holding(new, 2, f"Investor {new}", HolderKind.INVESTOR))
            events.append((at, EventKind.ROUND, [Move(new, draw(SHARES))], 1))
        elif kind == "split":
            events.append((at, EventKind.SPLIT, [], draw(st.integers(2, 5))))
        else:
            convertible = [n for n, lot in lots.items() if holdings[n - 1].class_id == 2]
            from_ = (
                draw(st.sampled_from(convertible)) if kind == "conversion" and convertible else 1
            )
            held = lots[from_]
            if kind == "conversion" and from_ != 1:
                shares = 2 * draw(st.integers(0, held.shares // 2))
                made, target = shares * 3 // 2, 1
            else:
                shares = draw(st.integers(0, held.shares))
                made, target = shares, 1
            if shares:
                part = cost_part(held, shares)
                holdings.append(Holding(new, target, f"Buyer {new}", HolderKind.OTHER))
                moves = [Move(from_, -shares, -part.cost), Move(new, made)]
                events.append(
                    (at, EventKind.CONVERSION if from_ != 1 else EventKind.SALE, moves, 1)
                )
    return book(*events, holdings=holdings)


@given(stories())
def test_whatever_happens_shares_are_conserved_and_parts_make_one(told):
    issued = Fraction(0)
    for event in told.in_order():
        table = cap_table(told, event.day)
        if event.kind in (EventKind.ISSUE, EventKind.ROUND):
            issued += sum(
                (
                    told.converted(told.holdings[m.holding_id].class_id, m.shares)
                    for m in event.moves
                ),
                Fraction(0),
            )
        issued *= event.ratio
        assert table.diluted == issued
        assert sum(line.part for line in table.lines) == 1
        assert min(lot.shares for lot in replay(told, event.day).values()) >= 0


@given(stories())
def test_without_its_last_event_a_story_is_where_it_was(told):
    *before, last = told.in_order()
    shorter = Book(told.classes, told.holdings, before)
    earlier = replay(told, last.day - timedelta(days=1))
    assert replay(shorter) == earlier
