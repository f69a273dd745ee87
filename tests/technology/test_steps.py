"""What is shown of a step: stored states, and due soon and overdue computed from the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.errors import UserError
from techmgr.core.texts import words
from techmgr.technology.steps import (
    COMPUTED,
    NAMES,
    STATE_NAMES,
    State,
    Step,
    after_waiting,
    earliest,
    shown,
    step_of,
)

TODAY = date(2026, 9, 14)
stored_states = st.sampled_from([state for state in State if state not in COMPUTED])


@pytest.mark.parametrize(
    ("stored", "due", "wanted"),
    [
        (State.ACTIVE, None, State.ACTIVE),
        (State.ACTIVE, date(2026, 9, 13), State.OVERDUE),
        (State.ACTIVE, date(2026, 9, 14), State.DUE_SOON),
        (State.ACTIVE, date(2026, 9, 28), State.DUE_SOON),
        (State.ACTIVE, date(2026, 9, 29), State.ACTIVE),
        (State.DONE, date(2026, 9, 1), State.OVERDUE),
        (State.WAIVED, date(2026, 9, 1), State.WAIVED),
        (State.NOT_STARTED, date(2026, 9, 20), State.DUE_SOON),
    ],
)
def test_what_is_due_outranks_what_is_stored(stored, due, wanted):
    assert shown(stored, due, TODAY, 14) is wanted


@given(stored_states, st.integers(-400, 400))
def test_overdue_means_exactly_before_today(stored, days):
    state = shown(stored, TODAY + timedelta(days=days), TODAY, 14)
    assert (state is State.OVERDUE) == (days < 0 and stored is not State.WAIVED)


def test_every_step_and_state_has_a_name():
    assert [words(NAMES[step], "en") for step in Step][5] == "Monitoring"
    assert set(STATE_NAMES) == set(State)


def test_a_case_has_nine_steps():
    assert step_of(9) is Step.AMENDMENT
    for number in (0, 10):
        with pytest.raises(UserError, match="steps 1 to 9"):
            step_of(number)


def test_the_earliest_of_known_days():
    assert earliest([None, date(2026, 2, 1), date(2026, 1, 1)]) == date(2026, 1, 1)
    assert earliest([None]) is None
    assert after_waiting(None) is State.NOT_STARTED
    assert after_waiting(TODAY) is State.ACTIVE
