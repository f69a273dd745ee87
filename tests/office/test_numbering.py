"""Numbers by the office's pattern."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.errors import UserError
from techmgr.office.numbering import beginning, check_pattern, next_number

DAY = date(2026, 9, 14)


@pytest.mark.parametrize(
    ("pattern", "taken", "wanted"),
    [
        ("{yy}-{n:03}", [], "26-001"),
        ("{yy}-{n:03}", ["26-001", "26-007", "25-090", "26-x", "26-008-A"], "26-008"),
        ("{yy}-{n:03}", ["26-999"], "26-1000"),
        ("S{yyyy}/{n}", ["S2026/9"], "S2026/10"),
        ("L-{n:04}", ["L-0112"], "L-0113"),
        ("{n:03}.{yy}", ["004.26", "009.25"], "005.26"),
    ],
)
def test_the_next_number_follows_the_highest_of_its_year(pattern, taken, wanted):
    assert next_number(check_pattern(pattern), DAY, taken) == wanted


@given(st.lists(st.integers(1, 5_000), max_size=20))
def test_a_number_is_never_one_that_is_taken(counts):
    taken = [f"26-{count:03}" for count in counts]
    fresh = next_number("{yy}-{n:03}", DAY, taken)
    assert fresh not in taken
    assert fresh.startswith(beginning("{yy}-{n:03}", DAY))


@pytest.mark.parametrize(
    "pattern", ["", "26", "{yy}-{n}-{n}", "{yy}{m}{n}", "{n", "{n}%", "{n}" + "x" * 40]
)
def test_a_pattern_without_one_count_is_refused(pattern):
    with pytest.raises(UserError, match="is not a pattern"):
        check_pattern(pattern)
