"""First money as an advance on a later share: paid ahead, counted in when the net is divided.

Bristol's first 4,000: whoever gets it has at least that until the shares have caught up with it.
What has been paid in all is always the greater of the advance and the shares earned.
"""

from techmgr.core.texts import Text, say
from techmgr.royalty.explain import Kind, Node
from techmgr.royalty.policy import Sharing, Step
from techmgr.royalty.work import Work


def paid_ahead(work: Work, step: Step, claim: int) -> int:
    """Return what a step pays now (a magnitude): what the advance grows by above the shares earned.

    A refund pays nothing ahead: its division takes back what is no longer covered.
    """
    claim = min(claim, work.pots.get(step.source, 0))
    before = work.event.counted.get(step.id, 0)
    work.counted[step.id] = before + work.sign * claim
    if work.sign < 0:
        return 0
    earned = work.event.counted.get(_earned(step), 0)
    return max(0, _advance(step, before + claim) - max(_advance(step, before), earned))


def count_in(work: Work, sharing: Sharing) -> None:
    """Put what was paid ahead back into what is divided, with a line of its own."""
    for step in advances(work, sharing):
        given = work.amounts.get(step.id, 0)
        if given:
            work.move(sharing.id, step.recipient, sharing.source, given)
            work.show(
                Node(
                    f"{step.id}.counted_in",
                    Kind.TAKEN,
                    say("{step}: counted in", step=Text(step.label)),
                    work.sign * given,
                    clause=step.clause,
                    source=sharing.source,
                )
            )


def advances(work: Work, sharing: Sharing) -> list[Step]:
    """Return the advances on shares of a division."""
    parties = {share.to for tier in sharing.tiers for share in tier.shares}
    steps = (each for each in work.policy.steps if isinstance(each, Step) and each.advance)
    return [each for each in steps if each.recipient in parties and each.source == sharing.source]


def beyond_share(work: Work, step: Step, part: int) -> int:
    """Return what the advance adds to a part (a magnitude), or (below zero) what it takes back.

    Counts the part as earned. 6,000 earned after an advance of 4,000 paid in this event: nothing is
    added; 1,000 earned: 3,000 are, and the next 3,000 earned go to the others.
    """
    earned = work.event.counted.get(_earned(step), 0)
    advanced = work.event.counted.get(step.id, 0)
    now = earned + work.sign * part
    work.counted[_earned(step)] = now
    after = max(_advance(step, work.counted.get(step.id, advanced)), now)
    return work.sign * (after - max(_advance(step, advanced), earned)) - part


def _advance(step: Step, counted: int) -> int:
    return min(step.cap.minor, counted) if step.cap else counted


def _earned(step: Step) -> str:
    return f"{step.id}.earned"
