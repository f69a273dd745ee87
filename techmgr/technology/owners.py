"""Who owns a case: exact shares of the office's institution and of others, which make one."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from techmgr.core.shares import WHOLE, show_share
from techmgr.core.texts import Text, say


@dataclass(frozen=True, slots=True)
class OwnerShare:
    """Another owner's exact share."""

    organisation_id: int
    share: Fraction


def own_share(others: Sequence[Fraction]) -> Fraction:
    """Return what is left for the office's own institution: 60 % beside 25 % and 15 %."""
    return WHOLE - sum(others, Fraction(0))


def wrong_with(own: Fraction, others: Sequence[OwnerShare]) -> list[Text]:
    """Say what is wrong with the owners of a case; nothing when own and others make exactly one."""
    problems: list[Text] = []
    if len({each.organisation_id for each in others}) < len(others):
        problems.append(say("An owner stands here twice. Add the two shares and keep one line."))
    if any(each.share <= 0 for each in others) or own < 0:
        problems.append(say("A share must be more than 0. Leave out who owns nothing."))
    whole = own + sum((each.share for each in others), Fraction(0))
    if whole != WHOLE:
        problems.append(
            say(
                "Our share and the others' make {whole}. They must make exactly 100 %.",
                whole=show_share(whole),
            )
        )
    return problems
