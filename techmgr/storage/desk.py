"""Desk state: drafts, columns, the last visit. In the office file, outside audit and undo."""

from datetime import datetime
from importlib import import_module

from sqlalchemy import Connection, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from techmgr.storage.audit import AuditRecord
from techmgr.storage.types import Moment, Whole, Words


class DeskState(AuditRecord):
    """Something an officer's desk remembers under a name, as JSON text."""

    __tablename__ = "desk_state"
    __table_args__ = (UniqueConstraint("officer", "name"),)

    id: Mapped[int] = mapped_column(Whole, primary_key=True)
    officer: Mapped[str] = mapped_column(Words)
    name: Mapped[str] = mapped_column(Words)
    value: Mapped[str] = mapped_column(Words)
    at: Mapped[datetime] = mapped_column(Moment)


def kept(session: Session, officer: str, name: str) -> str | None:
    """Return what the desk remembers under a name (JSON text), or None."""
    return session.scalar(
        select(DeskState.value).where(DeskState.officer == officer, DeskState.name == name)
    )


def kept_like(session: Session, officer: str, beginning: str) -> dict[str, str]:
    """Return everything remembered under names with a beginning, such as `draft:`."""
    rows = session.execute(
        select(DeskState.name, DeskState.value)
        .where(DeskState.officer == officer, DeskState.name.startswith(beginning, autoescape=True))
        .order_by(DeskState.name)
    )
    return {row.name: row.value for row in rows}


def keep(connection: Connection, officer: str, name: str, value: str | None, at: datetime) -> None:
    """Remember a value (JSON text) under a name; None forgets it."""
    chosen = (DeskState.officer == officer, DeskState.name == name)
    if value is None:
        connection.execute(delete(DeskState).where(*chosen))
        return
    # The dialect of this office alone: the other one would be loaded with every window.
    dialect = import_module(f"sqlalchemy.dialects.{connection.dialect.name}")
    statement = dialect.insert(DeskState).values(officer=officer, name=name, value=value, at=at)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["officer", "name"], set_={"value": value, "at": at}
        )
    )
