"""Parts always make the whole."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.errors import UserError
from techmgr.core.shares import Rounding, entitled, parse_share, share_out, show_share

weights = st.lists(st.integers(0, 1000), min_size=1, max_size=20).filter(any)
amounts = st.integers(-(10**15), 10**15)


def shares_of(parts):
    return [Fraction(part, sum(parts)) for part in parts]


@given(amounts, weights, st.sampled_from(Rounding))
def test_parts_sum_to_the_whole(amount, parts, rounding):
    assert sum(share_out(amount, shares_of(parts), rounding)) == amount


@given(amounts, weights)
def test_nobody_is_a_cent_away_from_the_exact_part(amount, parts):
    shares = shares_of(parts)
    for part, share in zip(share_out(amount, shares), shares, strict=True):
        assert abs(part - amount * share) < 1


@given(amounts, weights)
def test_a_negative_amount_is_the_mirror(amount, parts):
    shares = shares_of(parts)
    assert share_out(-amount, shares) == [-part for part in share_out(amount, shares)]


def test_ties_go_in_the_order_listed():
    third = [Fraction(1, 3)] * 3
    assert share_out(10_000, third) == [3334, 3333, 3333]
    assert share_out(10_000_001, third) == [3_333_334, 3_333_334, 3_333_333]
    assert share_out(1, [Fraction(1, 7)] * 7) == [1, 0, 0, 0, 0, 0, 0]


def test_the_residue_can_go_to_one_party():
    shares = [Fraction(each, 100) for each in (35, 15, 15, 20, 15)]
    assert share_out(2_728_395, shares) == [954_939, 409_259, 409_259, 545_679, 409_259]
    assert share_out(2_728_395, shares, Rounding.LAST_PARTY) == [
        954_938,
        409_259,
        409_259,
        545_679,
        409_260,
    ]


def test_entitlements_over_brackets_are_rounded_once():
    exact = [Fraction(100, 3) + Fraction(1, 2), Fraction(200, 3) - Fraction(1, 2)]
    assert entitled(100, exact) == [34, 66]


def test_shares_that_make_no_whole_are_a_bug():
    with pytest.raises(ValueError, match="not 1"):
        share_out(100, [Fraction(99, 100)])
    with pytest.raises(ValueError, match="negative"):
        share_out(100, [Fraction(3, 2), Fraction(-1, 2)])


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("33.34 %", Fraction(3334, 10000)),
        ("1/3", Fraction(1, 3)),
        ("40", Fraction(2, 5)),
        ("0.5", Fraction(1, 2)),
        ("100%", Fraction(1)),
        ("１５％".replace("１５", "15"), Fraction(3, 20)),
    ],
)
def test_shares_are_read_as_typed(text, share):
    assert parse_share(text) == share


@pytest.mark.parametrize("text", ["", "-5 %", "1/0", "a", "5 % %", "1e2"])
def test_what_is_no_share_is_refused(text):
    with pytest.raises(UserError, match="share"):
        parse_share(text)


@given(st.fractions(0, 1, max_denominator=100_000))
def test_a_shown_share_is_read_back(share):
    shown = show_share(share)
    assert parse_share(shown) == share


def test_shares_are_shown_exactly():
    assert parse_share(show_share(Fraction(1, 2**16))) == Fraction(1, 2**16)
    assert show_share(Fraction(3334, 10000)) == "33.34\u202f%"
    assert show_share(Fraction(1, 3)) == "1/3"
