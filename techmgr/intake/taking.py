"""What features register so that files can be imported as their records."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.intake.dryrun import DryRun, Write
from techmgr.intake.fields import Key, Target
from techmgr.intake.incoming import Incoming, Refusal
from techmgr.storage.bulk import Tell
from techmgr.storage.unit import Unit

Found = Mapping[Key, tuple[int, Mapping[str, Any]]]
"""The records that rows of a file are about: id and values by the row's key."""


def _nothing(_session: Session, _file: Incoming, _run: DryRun, _today: date) -> list[Refusal]:
    return []


@dataclass(frozen=True, slots=True)
class Taking:
    """How a feature takes in rows: `target` says what, `found` what is here, `write` does it.

    `write` gets the run's id and what the dry run settled, writes it as set operations, and returns
    the id of the record of each. `refusals` are rows a feature cannot take in as they are: money
    that cannot be booked. `action` is what an officer does: `import_rows`, or the feature's own where undo differs.
    """

    word: str  # of `--as`
    table: str  # the kind of the records' references
    target: Callable[[Session], Target]
    found: Callable[[Session, Target, Incoming], Found]
    write: Callable[[Unit, int, Sequence[Write], Tell], Sequence[int]]
    action: Callable[[Unit, Any], Any]
    refusals: Callable[[Session, Incoming, DryRun, date], list[Refusal]] = _nothing


_takings: dict[str, Taking] = {}


def takes_in(taking: Taking) -> None:
    """Register what a feature takes in."""
    if taking.word in _takings:
        raise ValueError(f"{taking.word} is taken in twice")
    _takings[taking.word] = taking


def takings() -> Mapping[str, Taking]:
    """Return everything that can be imported, by the word of `--as`."""
    return dict(_takings)


def taking_of(word: str) -> Taking:
    """Return how rows are taken in as this; refuses a word that nobody registered."""
    found = _takings.get(word)
    if found is None:
        raise UserError(
            say(
                "Nothing is imported as “{word}”: choose one of {known}.",
                word=word,
                known=tuple(sorted(_takings)),
            ),
            field="target",
        )
    return found
