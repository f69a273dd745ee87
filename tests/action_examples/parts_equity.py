"""Companies with shares that examples and tests of equity begin with."""

from datetime import date
from fractions import Fraction

from action_examples.parts import an_organisation
from action_examples.parts_money import a_licence, an_invention
from techmgr.core.money import money
from techmgr.equity.actions import (
    AddShareClass,
    IssueShares,
    OpenShareBook,
    add_share_class,
    issue_shares,
    open_share_book,
)
from techmgr.equity.actions_events import RecordRound, record_round
from techmgr.royalty.actions_policies import AdoptPolicy, adopt_policy

ISSUED = date(2026, 8, 3)
LATER = date(2026, 8, 20)


def a_book(office, currency="USD") -> int:
    """The shares of Norrland Sensor AB."""
    return office.act(open_share_book, OpenShareBook(an_organisation(office), currency)).result


def a_class(office, book, name="Common", kind="common", **more) -> int:
    return office.act(add_share_class, AddShareClass(book, None, name, kind, **more)).result


def an_issue(office, book, row, shares, kind="founder", holder="Founders", *, on=ISSUED, **more):  # noqa: PLR0917
    request = IssueShares(book, None, on, row, shares, kind, holder, **more)
    return office.act(issue_shares, request).result


def a_company(office, shares=100_001, inventors=("1/2", "1/2"), **more):
    """Founders with 899,999 shares, the university with its own under a licence: (book, class, holding)."""
    case = an_invention(office, inventors)
    licence = a_licence(office, case)
    book = a_book(office)
    row = a_class(office, book)
    an_issue(office, book, row, 899_999)
    held = an_issue(
        office, book, row, shares, "university", "Halden University",
        agreement_id=licence.id, certificate="C-7", **more,
    )  # fmt: skip
    return book, row, held.holdings[0]


def a_round(office, book, *, on=LATER, shares=250_000, price="8.00", name="Series A"):
    row = a_class(office, book, name, "preferred", ratio=Fraction(1), into_id=1)
    cents = Fraction(money(price, "USD").minor)
    request = RecordRound(book, None, on, row, (("Fjord Ventures", shares),), cents)
    return office.act(record_round, request).result


def share_policies(office, name="stanford-equity"):
    office.act(adopt_policy, AdoptPolicy(date(2020, 1, 1), name))
