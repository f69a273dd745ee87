"""What every action that moves money writes: an entry with its lines, and the mirror of one."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select

from techmgr.core.references import Reference
from techmgr.ledger.accounts import Account, Line
from techmgr.ledger.booking import checked, first_open_day, mirror, refuse_closed
from techmgr.ledger.model import CostClaim, Expense, JournalEntry, Posting, Receipt
from techmgr.ledger.queries import closed_until
from techmgr.storage.unit import Unit


def book(
    unit: Unit, day: date, text: str, source: Reference, lines: Sequence[Line]
) -> JournalEntry:
    """Store a booking for an action of a higher part. The day must be open; lines sum to zero."""
    refuse_closed(day, closed_until(unit.session), "on_day")
    entry = new_entry(unit, day, text, str(source))
    post(unit, entry, checked(lines))
    return entry


def reverse_entry(unit: Unit, entry_id: int, day: date, reason: str) -> JournalEntry:
    """Book an entry's mirror on a day, or on the first open one; it names what it corrects."""
    old = unit.session.get_one(JournalEntry, entry_id)
    rows = unit.session.scalars(select(Posting).where(Posting.entry_id == entry_id))
    lines = [
        Line(Account(row.account), row.minor, row.currency, row.case_id, row.party) for row in rows
    ]
    entry = new_entry(unit, first_open_day(day, closed_until(unit.session)), reason, old.source)
    entry.reverses_id = old.id
    post(unit, entry, mirror(lines))
    return entry


def new_entry(unit: Unit, day: date, text: str, source: str) -> JournalEntry:
    """Store an entry that has no lines yet, and return it with its id."""
    entry = JournalEntry(on_day=day, text=text, source=source)
    unit.session.add(entry)
    unit.session.flush()
    return entry


def post(unit: Unit, entry: JournalEntry, lines: Sequence[Line]) -> None:
    """Store the lines of an entry."""
    unit.session.add_all(
        Posting(
            entry_id=entry.id,
            account=line.account.value,
            minor=line.minor,
            currency=line.currency,
            case_id=line.case_id,
            party=line.party,
        )
        for line in lines
    )
    unit.session.flush()


def next_number(unit: Unit, record: type[Receipt | Expense | CostClaim], letter: str) -> str:
    """Return the next number of a kind of record: E-00042."""
    newest = unit.session.scalar(select(func.max(record.id))) or 0
    return f"{letter}-{newest + 1:05}"
