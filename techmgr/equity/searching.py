"""What is searched of equity: a company's shares, by the company's name and its certificates."""

from typing import Any

from sqlalchemy import Select, func, literal, select

from techmgr.equity.model import ShareBook, ShareHolding
from techmgr.people.model import Organisation
from techmgr.storage.search import Searched, searched


def _books() -> Select[int, str, str, str]:
    certificates: Any = (
        select(func.coalesce(func.aggregate_strings(ShareHolding.certificate, " "), ""))
        .where(ShareHolding.book_id == ShareBook.id)
        .correlate(ShareBook)
        .scalar_subquery()
    )
    words = Organisation.name + " " + Organisation.short_name + " " + certificates
    return select(
        ShareBook.id,
        Organisation.name.label("title"),
        literal("").label("detail"),
        words.label("words"),
    ).join(Organisation, Organisation.id == ShareBook.organisation_id)


_OF_COMPANY = "SELECT id FROM share_book WHERE organisation_id IN ({changed})"

searched(
    Searched(
        "equity",
        19,
        _books,
        {"share_book": "id", "share_holding": "book_id", "organisation": _OF_COMPANY},
    )
)
