"""Inventors' shares: exact, together one, in sentences an officer can act on."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.texts import words
from techmgr.disclosure.shares import PersonShare, equal_shares, wrong_with


def shares(*percents):
    return [PersonShare(place, Fraction(percent) / 100) for place, percent in enumerate(percents)]


@pytest.mark.parametrize(
    ("given_", "said"),
    [
        ((45, 35, 25), "The three shares make 105 %. They must make exactly 100 %: take 5 % away."),
        ((50, 49), "The two shares make 99 %. They must make exactly 100 %: add 1 %."),
        ((99,), "The one share makes 99 %. It must make exactly 100 %."),
        (
            ("33.33",) * 3,
            "The three shares make 99.99 %. They must make exactly 100 %: add 0.01 %.",
        ),
        ((10,) * 11, "The 11 shares make 110 %. They must make exactly 100 %: take 10 % away."),
        ((), "No shares are given. Give them, or mark them open."),
    ],
)
def test_a_wrong_sum_says_what_to_do(given_, said):
    (problem,) = wrong_with(shares(*given_))
    assert words(problem, "en").replace("\u202f", " ") == said


def test_negative_and_no_shares_and_the_same_person_twice_are_refused():
    assert any("more than 0" in str(each) for each in wrong_with(shares(120, -20)))
    assert any("more than 0" in str(each) for each in wrong_with(shares(100, 0)))
    twice = [PersonShare(1, Fraction(1, 2)), PersonShare(1, Fraction(1, 2))]
    assert any("same person" in str(each) for each in wrong_with(twice))


def test_open_shares_may_make_less_but_never_more():
    assert wrong_with(shares(30), is_open=True) == []
    assert wrong_with([], is_open=True) == []
    assert wrong_with(shares(60, 60), is_open=True) != []


@given(st.integers(1, 200))
def test_equal_shares_make_exactly_one(count):
    people = [PersonShare(place, share) for place, share in enumerate(equal_shares(count))]
    assert wrong_with(people) == []


@given(st.lists(st.fractions(Fraction(1, 1_000), 1), min_size=1, max_size=8))
def test_only_exactly_one_is_accepted(parts):
    people = [PersonShare(place, part) for place, part in enumerate(parts)]
    assert (wrong_with(people) == []) == (sum(parts) == 1)
