"""The base of every stored record."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import Column, ForeignKeyConstraint, MetaData, Table, event
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from techmgr.core.references import Reference
from techmgr.storage.types import Bytes, Day, Flag, Moment, Named, NamedRecord, Whole, Words

# Every constraint has a name, so that a later migration can find it.
_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Record(DeclarativeBase):
    """A stored record: one table, one `id` that is never used again, changes audited by triggers."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: Whole,
        str: Words,
        Named: NamedRecord(),
        bool: Flag,
        bytes: Bytes,
        date: Day,
        datetime: Moment,
    }

    id: Mapped[int] = mapped_column(primary_key=True)

    @property
    def reference(self) -> Reference:
        """How other parts name this record: its table and id."""
        return Reference(self.__tablename__, self.id)


class Root(Record):
    """A record that is opened and saved as a whole, with the records that belong to it.

    `version` counts the saves of the whole; `Unit.claim` checks and bumps it.
    """

    __abstract__ = True

    version: Mapped[int] = mapped_column(default=1)


_loads: list[Callable[[], object]] = []


def known_with(load: Callable[[], object]) -> None:
    """Say what makes every record known: whoever stands above all parts does, since a part knows only what is below."""
    _loads[:] = [load]


def know_every_record() -> None:
    """Make every record known, with what is searched and checked of it; the first list of a window does without."""
    for load in _loads:
        load()


def every_table() -> list[Table]:
    """Return every table of an office, a table after those it refers to."""
    know_every_record()
    return list(Record.metadata.sorted_tables)


def naming_columns() -> list[Column[str]]:
    """Return every column of an office that names records by reference."""
    columns = [column for table in every_table() for column in table.columns]
    return [column for column in columns if isinstance(column.type, NamedRecord)]


@event.listens_for(Table, "after_parent_attach")
def _strict_and_never_reused(table: Table, metadata: MetaData) -> None:
    if metadata is Record.metadata:
        table.dialect_options["sqlite"]["strict"] = True
        # AUTOINCREMENT: an id freed by undo must not name another record later.
        own_id = list(table.primary_key.columns.keys()) == ["id"]
        table.dialect_options["sqlite"]["autoincrement"] = own_id


@event.listens_for(ForeignKeyConstraint, "after_parent_attach")
def _deferrable(constraint: ForeignKeyConstraint, table: Table) -> None:
    if table.metadata is Record.metadata:
        # Undo puts rows back in any order and lets the keys be checked at its end.
        constraint.deferrable = True
