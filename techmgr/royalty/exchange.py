"""Exchange rates as they are typed."""

import re
from fractions import Fraction

from techmgr.core.errors import UserError
from techmgr.core.texts import say

_RATE = re.compile(r"\d{1,12}([.,]\d{1,12})?|\d{1,12}/\d{1,12}")


def parse_rate(text: str) -> Fraction:
    """Read a rate exactly: 1.0875, 1,0875 or 1/7. Raises UserError on anything else, and on zero."""
    typed = text.strip()
    if _RATE.fullmatch(typed) and not re.fullmatch(r".*/0+", typed):
        rate = Fraction(typed.replace(",", "."))
        if rate > 0:
            return rate
    raise UserError(
        say("“{text}” is not a rate. Write it as published, such as 1.0875.", text=text),
        field="rate",
    )
