"""The list of cases, and one case on one page with everything about it."""
