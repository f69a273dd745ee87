"""How something is shared over cases: each with its share, or alike when no share is said."""

from collections.abc import Sequence
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.shares import WHOLE, show_share
from techmgr.core.texts import say

Parts = tuple[tuple[int, Fraction], ...]


def parts_over(cases: Sequence[tuple[int, Fraction | None]], field: str) -> Parts:
    """Return each case with its exact share; the shares make one.

    Three cases without shares take a third each. UserError for a case named twice, for some shares
    said and others not, and for shares that do not make the whole.
    """
    if len({case for case, _ in cases}) < len(cases):
        raise UserError(say("A case is listed twice."), field=field)
    said = [share for _, share in cases if share is not None]
    if not said:
        return tuple((case, Fraction(1, len(cases))) for case, _ in cases)
    if len(said) < len(cases):
        raise UserError(say("Give every case its share, or none of them."), field=field)
    total = sum(said, Fraction(0))
    if total != WHOLE:
        raise UserError(
            say(
                "The cases' shares make {total}. They must make exactly {whole}.",
                total=show_share(total),
                whole=show_share(WHOLE),
            ),
            field=field,
        )
    return tuple((case, share or Fraction(0)) for case, share in cases)
