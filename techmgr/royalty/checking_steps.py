"""What is wrong with single steps of a policy: dates, advances, indexes, and parts that go in a circle."""

from collections.abc import Iterator
from datetime import timedelta

from techmgr.core.errors import UserError
from techmgr.core.shares import WHOLE, show_share
from techmgr.core.texts import say
from techmgr.royalty.policy import Policy, Sharing, Step


def deduction_problems(step: Step, where: str) -> Iterator[UserError]:
    """Yield what is wrong with a deduction's limit, dates and advance."""
    if step.limit is not None and step.limit > WHOLE:
        text = say(
            "{rate} is more than the whole: a limit is at most {whole}.",
            rate=show_share(step.limit),
            whole=show_share(WHOLE),
        )
        yield UserError(text, field=f"{where}.limit")
    if step.valid_from and step.valid_until and step.valid_until < step.valid_from:
        text = say(
            "The step ends on {end}, before it begins on {start}.",
            end=step.valid_until.isoformat(),
            start=step.valid_from.isoformat(),
        )
        yield UserError(text, field=f"{where}.until")
    if step.cap is not None and step.cap.minor < 0:
        yield UserError(say("An amount is below zero."), field=f"{where}.cap")
    if step.advance and (step.cap is None or step.owed):
        text = say("An advance needs a cap: say up to which amount it is paid ahead.")
        yield UserError(text, field=f"{where}.advance")


def index_problems(step: Sharing, where: str) -> Iterator[UserError]:
    """Indexes must follow each other: each until a later day, the last without an end."""
    for number, (index, following) in enumerate(zip(step.index, step.index[1:], strict=False), 1):
        ends_late = index.until and following.until and following.until <= index.until
        if index.until is None or ends_late:
            text = say("Index {number} does not end before the next one begins.", number=number)
            yield UserError(text, field=f"{where}.index.{number}")
    if step.index and step.index[-1].until is not None:
        after = step.index[-1].until + timedelta(days=1)
        text = say("No index holds from {day} on: leave out the last until.", day=after.isoformat())
        yield UserError(text, field=f"{where}.index.{len(step.index)}")


def circles(policy: Policy) -> Iterator[UserError]:
    """Yield parties whose excess, reverting or disclaimed part would come back to themselves."""
    for party in policy.parties:
        caps = {f"{cap.overflow}" for cap in (party.cap, party.person_cap) if cap and cap.overflow}
        for word, first in (
            ("cap", caps),
            ("reverts_to", {party.reverts_to}),
            ("disclaimed_to", {party.disclaimed_to}),
        ):
            if party.id in _reached(policy, first - {"", party.id}) or (
                word != "cap" and party.id in first
            ):
                text = say(
                    "What leaves “{party}” comes back to it: name another party.", party=party.label
                )
                yield UserError(text, field=f"party.{party.id}.{word}")


def _reached(policy: Policy, first: set[str]) -> set[str]:
    """Return every party that what exceeds a cap, or reverts, can reach from some parties."""
    seen, ahead = set(first), list(first)
    while ahead:
        here = ahead.pop()
        for party in policy.parties:
            if party.id == here:
                caps = [cap.overflow for cap in (party.cap, party.person_cap) if cap]
                onward = {*caps, party.reverts_to} - {""} - seen
                seen |= onward
                ahead += onward
    return seen
