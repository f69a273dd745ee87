"""Cases that share something: each with its share, or alike."""

from fractions import Fraction

import pytest

from techmgr.core.errors import UserError
from techmgr.technology.case_shares import parts_over


def test_without_shares_they_share_alike():
    third = Fraction(1, 3)
    assert parts_over([(1, None), (2, None), (3, None)], "cases") == (
        (1, third),
        (2, third),
        (3, third),
    )
    assert parts_over([], "cases") == ()


def test_said_shares_are_taken_as_they_are():
    shares = [(1, Fraction(2, 3)), (2, Fraction(1, 3))]
    assert parts_over(shares, "cases") == tuple(shares)


@pytest.mark.parametrize(
    ("cases", "why"),
    [
        ([(1, Fraction(1)), (1, None)], "listed twice"),
        ([(1, Fraction(1, 2)), (2, None)], "or none of them"),
        ([(1, Fraction(1, 2)), (2, Fraction(49, 100))], "make 99"),
    ],
)
def test_what_does_not_add_up_is_refused(cases, why):
    with pytest.raises(UserError, match=why):
        parts_over(cases, "cases")
