"""The states of a disclosure, and what they mean for step 1 of its case."""

from collections.abc import Collection
from enum import StrEnum

from techmgr.core.texts import Text, say
from techmgr.technology.steps import State


class DisclosureState(StrEnum):
    """Where a disclosure stands with the office."""

    RECEIVED = "received"
    ACCEPTED = "accepted"
    SENT_BACK = "sent_back"
    WITHDRAWN = "withdrawn"


NAMES: dict[DisclosureState, Text] = {
    DisclosureState.RECEIVED: say("Received"),
    DisclosureState.ACCEPTED: say("Accepted"),
    DisclosureState.SENT_BACK: say("Sent back"),
    DisclosureState.WITHDRAWN: say("Withdrawn"),
}

# What may follow what: a disclosure that was sent back is received again when it is edited.
MAY_FOLLOW: dict[DisclosureState, frozenset[DisclosureState]] = {
    DisclosureState.RECEIVED: frozenset(DisclosureState) - {DisclosureState.RECEIVED},
    DisclosureState.ACCEPTED: frozenset({DisclosureState.WITHDRAWN}),
    DisclosureState.SENT_BACK: frozenset(DisclosureState) - {DisclosureState.SENT_BACK},
    DisclosureState.WITHDRAWN: frozenset({DisclosureState.RECEIVED}),
}


def step_one(states: Collection[DisclosureState]) -> State:
    """Return the state of step 1 from all disclosures of a case: whatever is least finished.

    One received keeps the step under way although another was accepted.
    """
    if DisclosureState.RECEIVED in states:
        return State.ACTIVE
    if DisclosureState.SENT_BACK in states:
        return State.WAITING
    if DisclosureState.ACCEPTED in states:
        return State.DONE
    return State.WAIVED if states else State.NOT_STARTED
