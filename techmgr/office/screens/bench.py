"""What every page of an open office works with: the window, the office, its lists, drafts, and undo."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from techmgr.core.errors import UserError
from techmgr.desktop.pages import Window
from techmgr.office.screens.lists import Lists
from techmgr.storage import desk
from techmgr.storage.office import Office
from techmgr.storage.undo import Undone
from techmgr.storage.unit import Done, Undo


class Bench(QObject):
    """One for each window and office, found by `bench_of`."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window if isinstance(window, QObject) else None)
        self.window = window
        self.office = office
        self.jobs = window.jobs
        self.lists = Lists(office, window.jobs, self)

    # Writing

    def act(
        self,
        action: Any,
        request: Any,
        *,
        owner: QObject,
        said: str = "",
        then: Callable[[Done[Any]], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
    ) -> None:
        """Carry out an action; then say what was done, with Undo where the action has one."""

        def done(result: Done[Any]) -> None:
            if then is not None:
                then(result)
            if said and result.entry is not None:
                undoable = action.kind.undo is Undo.RESTORE
                self.window.notice(said, undo=self.undo if undoable else None)

        self.jobs.write(
            self.office.act, action, request, owner=owner, then=done, failed=failed
        )  # fmt: skip

    def undo(self) -> None:
        """Take back the officer's own last action; money says how it is reversed."""
        self.jobs.write(self.office.undo_last, owner=self, then=self._undone)

    def _undone(self, done: Done[Undone]) -> None:
        name = done.result.action.partition(".")[2].replace("_", " ")
        self.window.notice(self.tr("Undone: {action}").format(action=name))

    # Reading

    def read(
        self,
        query: Callable[..., Any],
        *args: Any,
        owner: QObject,
        then: Callable[[Any], object],
        key: str = "",
    ) -> None:
        """Read beside the window."""
        self.jobs.read(self.office.read, query, *args, owner=owner, then=then, key=key)

    def read_past(
        self,
        moment: datetime | int,
        query: Callable[..., Any],
        *args: Any,
        owner: QObject,
        then: Callable[[Any], object],
        key: str = "",
    ) -> None:
        """Read the office as it had been recorded by a moment, or just after an entry's number."""
        self.jobs.read(self.office.read_past, moment, query, *args, owner=owner, then=then, key=key)

    # Drafts and other desk state

    def keep(self, name: str, value: Any, *, shared: bool = False) -> None:
        """Remember something under a name, as JSON; None forgets it. Shared is for the whole office."""
        if self.office.read_only:
            return
        text = None if value is None else json.dumps(value, ensure_ascii=False)
        officer = "" if shared else self.office.officer
        now = datetime.now(UTC)
        self.jobs.write(
            self.office.keep, lambda to: desk.keep(to, officer, name, text, now), owner=self
        )

    def kept(
        self, name: str, then: Callable[[Any], object], *, owner: QWidget, shared: bool = False
    ) -> None:
        """Hand over what is remembered under a name, or None."""
        officer = "" if shared else self.office.officer
        self.read(
            desk.kept, officer, name, owner=owner,
            then=lambda text: then(None if text is None else json.loads(text)),
        )  # fmt: skip


_BENCHES: dict[int, Bench] = {}


def bench_of(window: Window, office: Office) -> Bench:
    """The bench of a window and an office; the same for every page."""
    key = id(window)
    found = _BENCHES.get(key)
    if found is None or found.office is not office or found.window is not window:
        if found is not None:  # of the office that was open before: it must not look again
            found.jobs.wrote.disconnect(found.lists.look)
            found.deleteLater()
        found = _BENCHES[key] = Bench(window, office)
        made = id(found)
        found.destroyed.connect(lambda *_: _forget(key, made))
    return found


def _forget(key: int, made: int) -> None:
    """Forget a bench that is gone, unless another office has taken its place meanwhile."""
    if id(_BENCHES.get(key)) == made:
        del _BENCHES[key]
