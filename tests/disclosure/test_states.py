"""Step 1 of a case from the states of its disclosures."""

import pytest

from techmgr.disclosure.states import MAY_FOLLOW, NAMES, DisclosureState, step_one
from techmgr.technology.steps import State

R, A, S, W = DisclosureState


@pytest.mark.parametrize(
    ("states", "wanted"),
    [
        ([], State.NOT_STARTED),
        ([R], State.ACTIVE),
        ([A, R], State.ACTIVE),
        ([A, S], State.WAITING),
        ([A, W], State.DONE),
        ([W], State.WAIVED),
    ],
)
def test_the_least_finished_disclosure_counts(states, wanted):
    assert step_one(states) is wanted


def test_every_state_has_a_name_and_what_may_follow():
    assert set(NAMES) == set(MAY_FOLLOW) == set(DisclosureState)
    assert all(state not in followers for state, followers in MAY_FOLLOW.items())
