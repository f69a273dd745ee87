"""Two entries of one person or organisation made one: everything that names the second names the first."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Table, UniqueConstraint, and_, exists, func, or_, select, update

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.core.references import Reference
from techmgr.core.texts import say
from techmgr.people.model import Organisation, Person
from techmgr.storage.base import every_table, naming_columns
from techmgr.storage.unit import Undo, Unit, action


@dataclass(frozen=True, slots=True)
class MergePersons:
    """Keep one person; the other stays as its alias."""

    kept_id: int
    merged_id: int
    reason: str
    kept_version: int | None = None
    merged_version: int | None = None


@dataclass(frozen=True, slots=True)
class MergeOrganisations:
    """Keep one organisation; the other stays as its alias."""

    kept_id: int
    merged_id: int
    reason: str
    kept_version: int | None = None
    merged_version: int | None = None


@action(undo=Undo.RESTORE)
def merge_persons(unit: Unit, request: MergePersons) -> None:
    """Make everything that names the second person name the first."""
    _merge(unit, Person, request)


@action(undo=Undo.RESTORE)
def merge_organisations(unit: Unit, request: MergeOrganisations) -> None:
    """Make everything that names the second organisation name the first."""
    _merge(unit, Organisation, request)


def _merge(
    unit: Unit,
    kind: type[Any],
    request: MergePersons | MergeOrganisations,
) -> None:
    checks = Checks()
    checks.reason(request.reason)
    kept: Person | Organisation = unit.session.get_one(kind, request.kept_id)
    merged: Person | Organisation = unit.session.get_one(kind, request.merged_id)
    if kept is merged:
        checks.wrong(say("These are the same entry. Choose two."), "merged_id")
    for each, field in ((kept, "kept_id"), (merged, "merged_id")):
        if each.merged_into_id is not None:
            checks.wrong(say("“{name}” was merged already.", name=each.name), field)
    if isinstance(kept, Organisation) and kept.parent_id == merged.id:
        checks.wrong(say("“{name}” belongs to the other.", name=kept.name), "kept_id")
    checks.refuse()
    unit.claim(kept, request.kept_version)
    unit.claim(merged, request.merged_version)
    merged.merged_into_id = kept.id
    unit.about(kept.reference)
    for column in _keys_to(kind.__tablename__):
        _move_key(unit, column, merged, kept)
    _move_references(unit, merged.reference, kept.reference)
    unit.session.expire_all()


def _keys_to(table: str) -> Iterator[Column[int]]:
    """Yield every column of the office that refers to a table, from the catalogue of records."""
    for each in every_table():
        for column in each.columns:
            if any(key.target_fullname == f"{table}.id" for key in column.foreign_keys):
                yield column


def _move_key(
    unit: Unit, column: Column[int], merged: Person | Organisation, kept: Person | Organisation
) -> None:
    table = column.table
    assert isinstance(table, Table)
    _refuse_twice(unit, column, merged, kept)
    values = {column.name: kept.id}
    statement = update(table).where(column == merged.id).values(values)
    if column.name == "merged_into_id":
        statement = statement.where(table.c.id != merged.id)
    if "version" in table.columns:  # a form opened before must not bring the old name back
        statement = statement.values(version=table.c.version + 1)
    unit.session.execute(statement)


def _refuse_twice(
    unit: Unit, column: Column[int], merged: Person | Organisation, kept: Person | Organisation
) -> None:
    """Refuse when both stand in something that may name each only once, such as one disclosure."""
    for rule in column.table.constraints:
        if not isinstance(rule, UniqueConstraint) or column.name not in rule.columns:
            continue
        other = column.table.alias()
        same = [each == other.c[each.name] for each in rule.columns if each.name != column.name]
        same.append(column.table.c.id != other.c.id)  # what joins them when a key is unique alone
        both = and_(column == merged.id, other.c[column.name] == kept.id, *same)
        if unit.session.scalar(select(exists().where(both))):
            raise UserError(
                say(
                    "“{one}” and “{two}” both stand in the same record ({what}). "
                    "Take one of them out there, then merge.",
                    one=merged.name,
                    two=kept.name,
                    what=column.table.name,
                ),
                field="merged_id",
            )


def _move_references(unit: Unit, merged: Reference, kept: Reference) -> None:
    """Name the kept one wherever the merged one is named as text: `person:2`, `inventors/person:2`."""
    old = str(merged)
    for column in naming_columns():
        table = column.table
        assert isinstance(table, Table)
        ends = [column == old, column.endswith(f"/{old}"), column.endswith(f"#{old}")]
        before = func.substr(column, 1, func.length(column) - len(old))
        unit.session.execute(
            update(table).where(or_(*ends)).values({column.name: before + str(kept)})
        )
