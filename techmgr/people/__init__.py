"""Persons, organisations and their departments, affiliations by date, payees."""
