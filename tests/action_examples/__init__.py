"""One example of every action: what must be there before, and a request that works.

A feature adds a module here with one function per action:

    @example(add_note)
    def _(office):
        return AddNote(a_case(office), "Called back")
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from techmgr.storage.office import Office


@dataclass(frozen=True)
class Example:
    """An action with a function that prepares an office and returns the request."""

    action: Any
    prepare: Callable[[Office], Any]
    in_empty_office: bool


EXAMPLES: dict[str, Example] = {}


def example(action: Any, *, in_empty_office: bool = False):
    """Register a function as the example of an action."""

    def mark(prepare: Callable[[Office], Any]):
        EXAMPLES[action.kind.name] = Example(action, prepare, in_empty_office)
        return prepare

    return mark
