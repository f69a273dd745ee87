"""What is booked for shares: plain lines that sum to zero. Shares stand in the books at cost.

Shares taken in place of cash: 1,000.00 on `equity`, -1,000.00 on `equity_in_lieu` until they are
sold. What was paid in cash comes from the bank, and comes back out of a sale before anything is shared.
"""

from techmgr.equity.moves import CostPart, Proceeds
from techmgr.ledger.accounts import Account, Line


def taken_lines(cost: int, paid: int, currency: str, party: str) -> list[Line]:
    """Book shares that come in: `paid` of their cost from the bank, the rest in place of cash."""
    return [
        Line(Account.EQUITY, cost, currency, party=party),
        Line(Account.BANK, -paid, currency),
        Line(Account.EQUITY_IN_LIEU, paid - cost, currency, party=party),
    ]


def sold_lines(sold: Proceeds, currency: str, party: str) -> list[Line]:
    """Book what of a sale is not income to share: the cost leaves, what was paid comes back."""
    return [
        Line(Account.BANK, sold.recovered, currency),
        *gone_lines(sold.cost, sold.lost, currency, party),
    ]


def gone_lines(cost: CostPart, lost: int, currency: str, party: str) -> list[Line]:
    """Book a cost that leaves the books; `lost` is what had been paid and does not come back."""
    return [
        Line(Account.EQUITY, -cost.cost, currency, party=party),
        Line(Account.EQUITY_IN_LIEU, cost.cost - cost.paid, currency, party=party),
        Line(Account.EQUITY_LOST, lost, currency, party=party),
    ]
