"""A reference names any record without knowing its table: `case:17`, `patent:4`."""

import re
from dataclasses import dataclass

_FORM = re.compile(r"[a-z_]+:[1-9]\d*")


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """The kind of a record (its table) and its id. Lower parts know higher records only like this."""

    kind: str
    id: int

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


def reference(text: str) -> Reference:
    """Read `case:17`. Raises ValueError on anything else."""
    if not _FORM.fullmatch(text):
        raise ValueError(f"{text!r} is not a reference")
    kind, number = text.split(":")
    return Reference(kind, int(number))
