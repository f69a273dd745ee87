"""What is searched of disclosures and awards."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select

from techmgr.disclosure.model import Award, Disclosure, Inventor
from techmgr.people.model import Organisation, Person
from techmgr.storage.search import Searched, searched


def _disclosures() -> Select[int, str, str, str]:
    """A disclosure is found by its label, its words and its inventors."""
    inventors = (
        select(func.aggregate_strings(Person.name, " "))
        .join(Inventor, Inventor.person_id == Person.id)
        .where(Inventor.disclosure_id == Disclosure.id)
        .correlate(Disclosure)
        .scalar_subquery()
    )
    return select(
        Disclosure.id,
        (Disclosure.label + "  " + Disclosure.title).label("title"),
        Disclosure.state.label("detail"),
        _together(Disclosure.label, Disclosure.title, Disclosure.summary, inventors),
    )


def _awards() -> Select[int, str, str, str]:
    """An award is found by its number, its title and its sponsor."""
    return select(
        Award.id,
        Award.number.label("title"),
        Organisation.name.label("detail"),
        _together(Award.number, Award.title, Organisation.name, Organisation.short_name),
    ).join(Organisation, Organisation.id == Award.sponsor_id)


def _together(*parts: Any) -> ColumnElement[str]:
    joined: ColumnElement[str] = literal("")
    for part in parts:
        joined = joined + " " + func.coalesce(part, "")
    return joined.label("words")


_OF_INVENTORS = "SELECT disclosure_id FROM inventor"

searched(
    Searched(
        "disclosure",
        7,
        _disclosures,
        {
            "disclosure": "id",
            "inventor": f"{_OF_INVENTORS} WHERE id IN ({{changed}})",
            "person": f"{_OF_INVENTORS} WHERE person_id IN ({{changed}})",
        },
    )
)
searched(
    Searched(
        "award",
        9,
        _awards,
        {"award": "id", "organisation": "SELECT id FROM award WHERE sponsor_id IN ({changed})"},
    )
)
