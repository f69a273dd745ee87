"""Inventors' shares: exact, of different people, together exactly one."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from techmgr.core.shares import WHOLE, show_share
from techmgr.core.texts import Text, say

_COUNTS = (
    say("no"),
    say("one"),
    say("two"),
    say("three"),
    say("four"),
    say("five"),
    say("six"),
    say("seven"),
    say("eight"),
    say("nine"),
)


@dataclass(frozen=True, slots=True)
class PersonShare:
    """One inventor's exact share. The order of a list of them decides ties in cents."""

    person_id: int
    share: Fraction


def equal_shares(count: int) -> list[Fraction]:
    """Return the shares of that many equal inventors: three get 1/3 each."""
    return [Fraction(1, count)] * count


def wrong_with(shares: Sequence[PersonShare], *, is_open: bool = False) -> list[Text]:
    """Say what is wrong with shares; nothing when they make exactly 100 %.

    Open shares are not settled yet: they may make less, never more. 45 %, 35 % and 25 % give
    "The three shares make 105 %. They must make exactly 100 %: take 5 % away."
    """
    problems: list[Text] = []
    if len({each.person_id for each in shares}) < len(shares):
        problems.append(say("The same person has two shares. Add them and keep one line."))
    if any(each.share <= 0 for each in shares):
        problems.append(say("A share must be more than 0. Leave out who has none."))
    whole = sum((each.share for each in shares), Fraction(0))
    if whole != WHOLE and not (is_open and whole < WHOLE):
        problems.append(_wrong_sum(len(shares), whole))
    return problems


def _wrong_sum(count: int, whole: Fraction) -> Text:
    if count == 0:
        return say("No shares are given. Give them, or mark them open.")
    values = {
        "count": _COUNTS[count] if count < len(_COUNTS) else str(count),
        "whole": show_share(whole),
        "rest": show_share(abs(whole - WHOLE)),
    }
    if count == 1:
        return say("The one share makes {whole}. It must make exactly 100 %.", **values)
    if whole > WHOLE:
        return say(
            "The {count} shares make {whole}. They must make exactly 100 %: take {rest} away.",
            **values,
        )
    return say(
        "The {count} shares make {whole}. They must make exactly 100 %: add {rest}.", **values
    )
