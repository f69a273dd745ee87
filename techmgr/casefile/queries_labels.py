"""What records are called: a number, a name, a label, for whatever names a record by its reference."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.agreements.model import Agreement
from techmgr.core.references import Reference
from techmgr.disclosure.model import Award, Disclosure
from techmgr.documents.model import File
from techmgr.ledger.model import Expense, JournalEntry, Receipt
from techmgr.patents.model import Right
from techmgr.people.model import Organisation, Person
from techmgr.technology.model import Case

_CALLED: dict[str, tuple[Any, Any]] = {
    "agreement": (Agreement, Agreement.number),
    "award": (Award, Award.number),
    "disclosure": (Disclosure, Disclosure.label),
    "expense": (Expense, Expense.number),
    "file": (File, File.name),
    "journal_entry": (JournalEntry, JournalEntry.text),
    "organisation": (Organisation, Organisation.name),
    "patent": (Right, Right.country + " " + Right.application_number),
    "person": (Person, Person.name),
    "receipt": (Receipt, Receipt.number),
    "technology": (Case, Case.number),
}


def labels_of(session: Session, records: Iterable[Reference]) -> dict[Reference, str]:
    """Return what records are called; one that is gone or has no name of its own is left out."""
    found: dict[Reference, str] = {}
    for kind, group in groupby(sorted(set(records)), key=lambda record: record.kind):
        if kind in _CALLED:
            record, called = _CALLED[kind]
            ids = [each.id for each in group]
            rows = session.execute(select(record.id, called).where(record.id.in_(ids)))
            found |= {Reference(kind, number): name for number, name in rows if name}
    return found
