"""What is searched of people and organisations."""

from typing import Any

from sqlalchemy import ColumnElement, Select, func, literal, select
from sqlalchemy.orm import aliased

from techmgr.people.model import Organisation, Person
from techmgr.storage.search import Searched, searched


def _persons() -> Select[int, str, str, str]:
    """A person is found by every name and the e-mail address, and by the names merged into them."""
    alias = aliased(Person)
    aliases = (
        select(func.aggregate_strings(alias.name, " "))
        .where(alias.merged_into_id == Person.id)
        .correlate(Person)
        .scalar_subquery()
    )
    words = _together(Person.name, Person.other_name, Person.email, Person.initials, aliases)
    return select(
        Person.id, Person.name.label("title"), Person.email.label("detail"), words.label("words")
    ).where(Person.merged_into_id.is_(None))


def _organisations() -> Select[int, str, str, str]:
    """An organisation is found by its names, its domain, its institution and its aliases."""
    alias, parent = aliased(Organisation), aliased(Organisation)
    aliases = (
        select(func.aggregate_strings(alias.name, " "))
        .where(alias.merged_into_id == Organisation.id)
        .correlate(Organisation)
        .scalar_subquery()
    )
    above = (
        select(parent.name)
        .where(parent.id == Organisation.parent_id)
        .correlate(Organisation)
        .scalar_subquery()
    )
    words = _together(
        Organisation.name, Organisation.short_name, Organisation.domain, above, aliases
    )
    return select(
        Organisation.id,
        Organisation.name.label("title"),
        func.coalesce(above, Organisation.domain).label("detail"),
        words.label("words"),
    ).where(Organisation.merged_into_id.is_(None))


def _together(*parts: Any) -> ColumnElement[str]:
    joined: ColumnElement[str] = literal("")
    for part in parts:
        joined = joined + " " + func.coalesce(part, "")
    return joined


# A merged entry's words are its new owner's; a department is found by its institution too.
_WITH_PERSON = "{changed} UNION SELECT merged_into_id FROM person WHERE id IN ({changed})"
_WITH_ORGANISATION = (
    "{changed} UNION SELECT merged_into_id FROM organisation WHERE id IN ({changed})"
    " UNION SELECT id FROM organisation WHERE parent_id IN ({changed})"
)

searched(Searched("person", 2, _persons, {"person": _WITH_PERSON}))
searched(Searched("organisation", 3, _organisations, {"organisation": _WITH_ORGANISATION}))
