"""An open office: actions write through it one at a time, queries read beside them."""

import getpass
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.storage import audit, faults
from techmgr.storage.base import know_every_record
from techmgr.storage.engines import with_room_aside
from techmgr.storage.past import recorded_by, shadow
from techmgr.storage.undo import UndoEntry, Undone, last_of, undo
from techmgr.storage.unit import Done, Unit

Request = TypeVar("Request")
Result = TypeVar("Result")
Seen = TypeVar("Seen")
P = ParamSpec("P")


class _Rehearsed(Exception):  # noqa: N818 - not an error: it rolls a rehearsal back
    """A rehearsal is over."""


class Office:
    """An office that is open. Always true: one action at a time; readers never wait for it.

    `place` is the file's path or the server's address without its password, for showing;
    `address` and `passphrase` are for opening it again (backup, check). `was_unclean` tells
    that the last writer was stopped without closing: check the office in the background.
    """

    def __init__(
        self,
        place: str,
        writer: Engine | None,
        reader: Engine,
        *,
        officer: str = "",
        login: str = "",
        address: str = "",
        passphrase: str | None = None,
        was_unclean: bool = False,
        close: Callable[[], None] = lambda: None,
    ) -> None:
        self.place = place
        self.address = address or place
        self.passphrase = passphrase
        self.login = login or getpass.getuser()
        self.officer = officer or self.login
        self.was_unclean = was_unclean
        self.time_zone = ZoneInfo("UTC")
        self.fixed_today: date | None = None
        self.clock: Callable[[], datetime] = lambda: datetime.now(UTC)
        self._writer = writer
        self._reader = reader
        self._writing = threading.Lock()
        self._reading: Connection | None = None
        self._close = close

    @property
    def read_only(self) -> bool:
        """Whether this opening may only look."""
        return self._writer is None

    @property
    def today(self) -> date:
        """The office's day: the one it was told, else now in its time zone."""
        return self.fixed_today or self.clock().astimezone(self.time_zone).date()

    def act(
        self,
        action: Callable[Concatenate[Unit, Request, ...], Result],
        request: Request,
        *,
        progress: Callable[[int, int], None] | None = None,
    ) -> Done[Result]:
        """Carry out an action: all of it, with its audit entry, or nothing.

        `progress(done, of)` is called from long actions; whatever it raises stops the action.
        """
        with self._unit(progress) as unit:
            result = action(unit, request)
            entry = unit.seal()
            changed, tables = unit.changed()
        return Done(result, entry.number if entry else None, changed, tables)

    def rehearse(
        self,
        action: Callable[Concatenate[Unit, Request, ...], Result],
        request: Request,
        look: Callable[[Session, Result], Seen],
    ) -> Seen:
        """Carry out an action, look at what it made, and take all of it back: nothing is kept."""
        seen: list[Seen] = []

        def only_look(unit: Unit, asked: Request) -> None:
            result = action(unit, asked)
            unit.session.flush()
            seen.append(look(unit.session, result))
            raise _Rehearsed

        with suppress(_Rehearsed):
            self.act(only_look, request)
        return seen[0]

    def undo_last(self) -> Done[Undone]:
        """Undo the officer's own last action, or say why it cannot be."""
        last = self.read(last_of, self.officer)
        if last is None:
            raise UserError(say("There is nothing of yours to undo."))
        return self.act(undo, UndoEntry(last.number))

    @contextmanager
    def _unit(self, progress: Callable[[int, int], None] | None) -> Iterator[Unit]:
        if self._writer is None:
            raise UserError(say("This office is open for reading only: nothing can be changed."))
        know_every_record()
        with self._writing, faults.in_words(), self._writer.begin() as connection:
            batch = audit.begin(connection)
            with Session(connection, expire_on_commit=False) as session:
                unit = Unit(session, self.officer, self.login, self.clock(), self.today, batch)
                if progress:
                    unit.progress = progress
                yield unit
                session.commit()

    def read(
        self, query: Callable[Concatenate[Session, P], Result], *args: P.args, **kwargs: P.kwargs
    ) -> Result:
        """Run a query on the reading connection and return its plain rows."""
        with self._session(self._reader.connect()) as session:
            return query(session, *args, **kwargs)

    def read_past(
        self,
        moment: datetime | int,
        query: Callable[Concatenate[Session, P], Result],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Result:
        """Run a query on the office as it had been recorded by a moment, or just after an entry's number."""
        number = moment if isinstance(moment, int) else self.read(recorded_by, moment).entry
        with self._session(with_room_aside(self._reader)) as session:
            shadow(session.connection(), number)
            return query(session, *args, **kwargs)

    @contextmanager
    def _session(self, connecting: AbstractContextManager[Connection]) -> Iterator[Session]:
        with faults.in_words(), connecting as connection:
            self._reading = connection
            try:
                with Session(connection, expire_on_commit=False) as session:
                    yield session
            finally:
                self._reading = None

    def keep(self, write: Callable[[Connection], Result]) -> Result:
        """Write desk state (drafts, columns), which is outside audit and undo."""
        engine = self._writer
        if engine is None:
            raise UserError(say("This office is open for reading only: nothing can be changed."))
        with self._writing, faults.in_words(), engine.begin() as connection:
            return write(connection)

    def interrupt(self) -> None:
        """Stop the read under way, if any: its result is no longer wanted."""
        reading = self._reading
        if reading is None or reading.closed:
            return
        driver: Any = reading.connection.driver_connection
        stop = getattr(driver, "interrupt", None) or driver.cancel
        stop()

    def close(self) -> None:
        """Close both connections and give the lock back."""
        for engine in (self._reader, self._writer):
            if engine is not None:
                try:
                    engine.dispose()
                except DBAPIError:  # the server went away: nothing is left to close
                    continue
        self._close()
