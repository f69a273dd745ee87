"""What must always be true of equity, for the full check of an office."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.formats import show_minor
from techmgr.core.texts import Text, say
from techmgr.equity.captable import replay
from techmgr.equity.model import ShareBook
from techmgr.equity.queries import book_of
from techmgr.ledger.accounts import Account
from techmgr.ledger.model import Posting
from techmgr.storage.check import register


def wrong_books(session: Session) -> Iterator[Text]:
    """Yield a sentence for a company whose events cannot be, or whose cost is not what is booked."""
    for stored in session.scalars(select(ShareBook).order_by(ShareBook.id)):
        try:
            lots = replay(book_of(session, stored.id))
        except UserError as error:
            yield error.text
            continue
        cost = sum(lot.cost for lot in lots.values())
        booked = _booked(session, str(stored.reference))
        if cost != booked:
            yield say(
                "The shares of {book} cost {cost}; the ledger has {booked}.",
                book=str(stored.reference),
                cost=show_minor(cost, stored.currency),
                booked=show_minor(booked, stored.currency),
            )


def _booked(session: Session, party: str) -> int:
    rows = select(func.coalesce(func.sum(Posting.minor), 0))
    chosen = rows.where(Posting.party == party, Posting.account == Account.EQUITY.value)
    return int(session.scalar(chosen) or 0)


register("equity", wrong_books)
