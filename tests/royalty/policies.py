"""Policies for tests, as an officer would write them."""

SMALL = """
name = "small"
title = "A small policy"
currency = "USD"

[[party]]
id = "inventors"
label = "Inventors"
persons = true
disclaimed_to = "university"

[[party]]
id = "university"
label = "University"

[[party]]
id = "office"
label = "Office"

[[party]]
id = "costs"
label = "Costs"

[[step]]
id = "fee"
label = "Fee"
rate = "15 %"
recipient = "office"

[[step]]
id = "expenses"
label = "Expenses"
owed = "expenses"
recipient = "costs"

[[step]]
id = "shares"
label = "Shares"

[[step.tier]]
up_to = "1,000.00"
shares = { inventors = "50 %", university = "50 %" }

[[step.tier]]
shares = { inventors = "1/3", university = "remainder" }
"""


def changed(old, new):
    """Return the small policy with one passage changed."""
    assert old in SMALL
    return SMALL.replace(old, new, 1)
