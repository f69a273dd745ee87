"""Awards in Chinese law: what counts as wage, and payments agreed out of later income."""

from datetime import date

from techmgr.core.days import add_months
from techmgr.core.money import percentage
from techmgr.royalty.policy import Payroll


def counted_as_wage(award: int, payroll: Payroll, received: date, paid: date) -> int:
    """Return the part of a cash award (minor units) that counts as wage for tax.

    财税〔2018〕58号: paid within 36 months of the income, half of it. 300,000.00 paid after 20
    months counts with 150,000.00, after 37 months with all of it.
    """
    if paid <= add_months(received, payroll.months):
        return percentage(award, payroll.counted)
    return award
