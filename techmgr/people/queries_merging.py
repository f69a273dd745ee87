"""What would move when two entries were merged: in how many records of which kind an entry stands."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.core.references import Reference
from techmgr.people.model import Organisation
from techmgr.people.queries import OrganisationRow, organisations
from techmgr.storage.base import every_table


@dataclass(frozen=True, slots=True)
class Moving:
    """How many records of a table name an entry."""

    table: str
    count: int


def moving_of(session: Session, table: str, number: int) -> list[Moving]:
    """Return in how many records a person or organisation stands, by table, the most first."""
    counts: dict[str, int] = {}
    reference = str(Reference(table, number))
    for each in every_table():
        if each.name.startswith("audit_"):
            continue
        keys = [
            column == number
            for column in each.columns
            if any(key.target_fullname == f"{table}.id" for key in column.foreign_keys)
        ]
        names = {"subject", "source"} & set(each.columns.keys())
        keys += [each.columns[name] == reference for name in names]
        for key in keys:
            found = session.scalar(select(func.count()).select_from(each).where(key)) or 0
            counts[each.name] = counts.get(each.name, 0) + found
    moving = [Moving(name, count) for name, count in counts.items() if count]
    return sorted(moving, key=lambda each: (-each.count, each.table))


def organisation_aliases_of(session: Session, number: int) -> list[str]:
    """Return the names of the organisations that were merged into this one."""
    found = select(Organisation.name).where(Organisation.merged_into_id == number)
    return list(session.scalars(found.order_by(Organisation.id)))


def same_organisations(session: Session, number: int) -> list[OrganisationRow]:
    """Return others that may be the same: the same name or web domain, under the same parent."""
    one = session.get_one(Organisation, number)
    known = organisations(session)
    named = {each.id for each in known if each.name.casefold() == one.name.casefold()}
    if one.domain and one.parent_id is None:
        same = select(Organisation.id).where(
            Organisation.domain == one.domain, Organisation.parent_id.is_(None)
        )
        named |= set(session.scalars(same))
    return [each for each in known if each.id in named and each.id != number]
