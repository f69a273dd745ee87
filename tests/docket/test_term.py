"""Patent term adjustment with its worked example."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from techmgr.docket.term import Delay, adjustment, beyond, us_expiry

FILED = date(2019, 3, 1)


def test_the_worked_example():
    first_action = beyond(FILED, 14, date(2020, 9, 14))
    issue = beyond(FILED, 36, date(2022, 10, 11))
    reply = beyond(date(2020, 9, 14), 3, date(2021, 1, 14))
    assert (first_action.days, issue.days, reply.days) == (136, 224, 31)
    days = adjustment([first_action, issue], [reply])
    assert days == 329
    assert us_expiry(FILED, days) == date(2040, 1, 24)


def test_overlapping_delays_count_once():
    one, two = (
        Delay(date(2020, 1, 1), date(2020, 1, 31)),
        Delay(date(2020, 1, 20), date(2020, 2, 9)),
    )
    assert adjustment([one, two], []) == 40
    assert adjustment([one, one, Delay(date(2020, 1, 5), date(2020, 1, 6))], []) == 31


def test_never_below_zero_and_not_past_a_disclaimer():
    late = Delay(date(2020, 1, 1), date(2020, 3, 1))
    assert adjustment([], [late]) == 0
    assert beyond(FILED, 14, date(2020, 1, 1)).days == 0
    assert us_expiry(FILED, 329, date(2039, 6, 1)) == date(2039, 6, 1)
    assert us_expiry(date(2004, 2, 29)) == date(2024, 2, 29)


spans = st.builds(
    lambda first, days: Delay(first, date.fromordinal(first.toordinal() + days)),
    st.dates(date(2000, 1, 1), date(2001, 1, 1)),
    st.integers(0, 60),
)


@given(st.lists(spans, max_size=6))
def test_the_union_of_delays_is_that_of_their_days(delays):
    days = {
        number
        for delay in delays
        for number in range(delay.first.toordinal(), delay.last.toordinal() + 1)
    }
    assert adjustment(delays, []) == len(days)
