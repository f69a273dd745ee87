"""The chart of accounts: few, and each with one meaning. The sign of a balance is debit positive."""

from dataclasses import dataclass
from enum import StrEnum

from techmgr.core.texts import Text, say

REPAID = "patent_costs"  # the kind of income that settles costs and is never shared out


class Account(StrEnum):
    """Codes that never change."""

    BANK = "bank"
    BANK_FEES = "bank_fees"
    WITHHELD_TAX = "withheld_tax"
    UNDISTRIBUTED = "undistributed"  # received, not yet shared out
    PATENT_COSTS = "patent_costs"  # spent, and not yet recovered
    SUPPLIERS = "suppliers"  # owed to the law firm or supplier named as party
    WRITTEN_OFF = "written_off"
    OFFICE_FEE = "office_fee"
    RESERVE = "reserve"
    ESCROW = "escrow"
    PAYABLE = "payable"  # owed to the payee named as party
    EQUITY = "equity"  # shares held, at cost
    EQUITY_IN_LIEU = "equity_in_lieu"  # taken in place of cash, not yet sold
    EQUITY_LOST = "equity_lost"  # paid for shares and not recovered
    CONVERSION = "conversion"  # joins the two currencies of one conversion


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a booking before it is stored: minor units, debit positive."""

    account: Account
    minor: int
    currency: str
    case_id: int | None = None
    party: str | None = None


NAMES: dict[Account, Text] = {
    Account.BANK: say("Bank"),
    Account.BANK_FEES: say("Bank fees"),
    Account.WITHHELD_TAX: say("Withheld tax"),
    Account.UNDISTRIBUTED: say("Received, not yet distributed"),
    Account.PATENT_COSTS: say("Patent costs not yet recovered"),
    Account.SUPPLIERS: say("Owed to law firms and suppliers"),
    Account.WRITTEN_OFF: say("Costs written off"),
    Account.OFFICE_FEE: say("Office fee"),
    Account.RESERVE: say("Reserves"),
    Account.ESCROW: say("Held for payees"),
    Account.PAYABLE: say("Payable to payees"),
    Account.EQUITY: say("Shares held, at cost"),
    Account.EQUITY_IN_LIEU: say("Shares taken in place of cash"),
    Account.EQUITY_LOST: say("Lost on shares"),
    Account.CONVERSION: say("Currency conversion"),
}
