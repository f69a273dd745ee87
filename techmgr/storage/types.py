"""Column types that mean the same on SQLite (STRICT tables) and PostgreSQL."""

from datetime import UTC, date, datetime
from typing import Annotated, Any

from sqlalchemy import BigInteger, ColumnElement, Dialect, Integer, LargeBinary, Text, TypeDecorator

# Whole numbers of 64 bits. SQLite's INTEGER has them; PostgreSQL's ends at 21,474,836.47 in cents.
Whole = BigInteger().with_variant(Integer(), "sqlite")
Words = Text()
Bytes = LargeBinary()


class NamedRecord(Text):
    """Text that names a record (`person:17`), or ends with one after `/` or `#`: `inventors/person:17`.

    Undo and merging look at every column of this type as they look at keys.
    """


Named = Annotated[str, NamedRecord]


class Day(TypeDecorator[date]):
    """A calendar day, kept as ISO text so that it sorts and reads alike everywhere."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return value.isoformat() if value is not None else None

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:  # noqa: ARG002
        return date.fromisoformat(value) if value is not None else None


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, kept as ISO text of fixed width: `2026-11-21T09:41:00.000000Z`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return written(value) if value is not None else None

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return datetime.fromisoformat(value) if value is not None else None


class Flag(TypeDecorator[bool]):
    """True or false, kept as 1 or 0. `is_(True)` compares as `=`: PostgreSQL has no `IS 1`."""

    class comparator_factory(TypeDecorator.Comparator[bool]):  # noqa: N801 - SQLAlchemy's name
        """How conditions on the column are written."""

        def is_(self, other: Any) -> ColumnElement[bool]:
            compared: ColumnElement[bool] = self.expr == other
            return compared

        def is_not(self, other: Any) -> ColumnElement[bool]:
            compared: ColumnElement[bool] = self.expr != other
            return compared

    impl = Integer
    cache_ok = True

    def process_bind_param(self, value: bool | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        return int(value) if value is not None else None

    def process_result_value(self, value: Any, dialect: Dialect) -> bool | None:  # noqa: ARG002
        return bool(value) if value is not None else None


def written(moment: datetime) -> str:
    """Write a moment as UTC text; a moment without a zone is a bug."""
    assert moment.tzinfo is not None, "moments carry their zone"
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
