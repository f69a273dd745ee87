"""Which events an officer enters on a right by hand."""

from collections.abc import Iterable

from techmgr.docket.events import EventKind

_OFFICES = frozenset({"us", "ep", "cn", "jp", "pct"})
# The record of a right tells these by itself: corrected there, they move here.
_TOLD = frozenset(
    {"first_filed", "priority", "filed", "filed.provisional", "filed.pct", "filed.parent",
     "published", "granted", "term_stated", "us.disclaimed_to", "us.original_granted",
     "foreign_filed", "ep.grant_mentioned"}
)  # fmt: skip


def enterable(kinds: Iterable[EventKind], country: str) -> list[EventKind]:
    """Return the kinds of events that can happen to a right of an office, its own first."""
    own = {"WO": "pct"}.get(country, country.lower())
    found = [kind for kind in kinds if "patent" in kind.records and kind.code not in _TOLD]
    fitting = [kind for kind in found if _place(kind.code) in {"", own}]
    return sorted(fitting, key=lambda kind: not _place(kind.code))


def _place(code: str) -> str:
    first = code.partition(".")[0]
    return first if first in _OFFICES and "." in code else ""
