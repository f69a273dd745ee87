"""Examples of what storage itself does as an action."""

from action_examples import example
from action_examples.parts import a_person
from techmgr.core.references import Reference
from techmgr.storage.redaction import Redact, redact
from techmgr.storage.undo import UndoEntry, undo


@example(undo)
def _(office):
    a_person(office)
    return UndoEntry(2)  # founding the office was the first entry


@example(redact)
def _(office):
    return Redact(Reference("person", a_person(office)), "The law demands it")
