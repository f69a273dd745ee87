"""What must always be true of the ledger, for the full check of an office."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.core.formats import show_minor
from techmgr.core.texts import Text, say
from techmgr.ledger.model import JournalEntry, Posting, Receipt, ReceiptPart
from techmgr.storage.check import register


def unbalanced(session: Session) -> Iterator[Text]:
    """Yield a sentence for every entry that does not sum to zero in each of its currencies."""
    total = func.sum(Posting.minor)
    rows = session.execute(
        select(JournalEntry.source, JournalEntry.id, Posting.currency, total)
        .join(JournalEntry, JournalEntry.id == Posting.entry_id)
        .group_by(JournalEntry.source, JournalEntry.id, Posting.currency)
        .having(total != 0)
        .order_by(JournalEntry.id)
    )
    for source, number, currency, minor in rows:
        yield say(
            "Entry {number} ({source}) does not balance: {amount} {currency} too much.",
            number=number,
            source=source,
            amount=show_minor(int(minor), currency),
            currency=currency,
        )


def unparted(session: Session) -> Iterator[Text]:
    """Yield a sentence for every receipt whose parts do not sum to what it was converted to."""
    parted = func.coalesce(func.sum(ReceiptPart.minor), 0)
    rows = session.execute(
        select(Receipt.number, Receipt.base_minor, Receipt.base_currency, parted)
        .outerjoin(ReceiptPart, ReceiptPart.receipt_id == Receipt.id)
        .group_by(Receipt.id, Receipt.number, Receipt.base_minor, Receipt.base_currency)
        .having(parted != Receipt.base_minor)
        .order_by(Receipt.id)
    )
    for number, minor, currency, parts in rows:
        yield say(
            "The parts of {number} make {parts}, not {whole}.",
            number=number,
            parts=show_minor(int(parts), currency),
            whole=show_minor(minor, currency),
        )


def _all(session: Session) -> Iterator[Text]:
    yield from unbalanced(session)
    yield from unparted(session)


register("ledger", _all)
