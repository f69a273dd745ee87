"""Agreements: parties, cases, terms in force on a date, documents."""
