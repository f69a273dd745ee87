"""Work beside the window: one thread reads, one writes, one takes minutes; answers arrive in the window's.

    jobs = Jobs(interrupt=office.interrupt)
    jobs.read(office.read, cases_page, words, owner=self, then=self.show_rows, key="rows")
    jobs.write(office.act, accept, request, owner=self, then=self.saved, failed=self.form.show_problem)
    jobs.write(write_statements, run, title="Writing statements", then=…)     long work
    jobs.aside(check, office.address, then=self.show_findings)                minutes, on a connection of its own

- `owner` is the widget the answer is for: once it is gone, nothing is called. Without one, the
  object a bound `then` belongs to is the owner.
- `key`: a newer read of the same owner and key replaces the older one, which is cancelled.
- With `title` the function is called with `report=`, to be told `report(done, total)`; it raises
  `Cancelled` there when the user has cancelled. Progress is shown after 400 ms.
- A UserError goes to `failed`, or else to `jobs.refused`; anything else is a bug and goes to `jobs.crashed`.
- The work takes and returns plain values, never a widget: the thread may hold the last reference.
- `jobs.idle` is true when nothing is under way and every answer has been delivered.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Lock
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from techmgr.core.errors import UserError
from techmgr.desktop.garbage import Collector


class Cancelled(Exception):  # noqa: N818 - a fact, not an error
    """The work is no longer wanted."""


class Job:
    """One piece of work. Once cancelled, its answer is never delivered."""

    def __init__(
        self,
        work: Callable[..., Any],
        args: tuple[Any, ...],
        *,
        writes: bool,
        title: str = "",
        interrupts: bool = True,
    ) -> None:
        self.title = title
        self.writes = writes
        self.cancelled = False
        self._interrupts = interrupts and not writes  # whether it uses the reading connection
        self._work = work
        self._args = args
        self._running = False
        self._lock = Lock()
        self.tell: Callable[[int, int], None] | None = None

    def run(self) -> Any:
        """Do the work on the present thread; raises Cancelled when it is not wanted any more."""
        with self._lock:
            self._refuse_cancelled()
            self._running = True
        try:
            named = {"report": self._report} if self.title else {}
            return self._work(*self._args, **named)
        finally:
            with self._lock:
                self._running = False

    def cancel(self, interrupt: Callable[[], object] | None = None) -> None:
        """Drop the answer; a running read is interrupted, running long work stops at its next report."""
        # The lock keeps the work from ending meanwhile: an interrupt never hits the next read.
        with self._lock:
            self.cancelled = True
            if self._running and interrupt is not None and self._interrupts:
                interrupt()

    def _report(self, done: int, total: int) -> None:
        self._refuse_cancelled()
        if self.tell is not None:
            self.tell(done, total)

    def _refuse_cancelled(self) -> None:
        if self.cancelled:
            raise Cancelled


@dataclass(frozen=True, slots=True)
class _Receiver:
    """Who takes the answer. Never handed to a thread: the last reference to a widget must not end there."""

    owner: QObject | None
    then: Callable[[Any], object] | None
    failed: Callable[[UserError], object] | None
    key: str = ""

    def is_there(self) -> bool:
        return self.owner is None or shiboken6.isValid(self.owner)


class _Bell(QObject):
    """What the threads ring. Nothing else hangs on it, so no connection ends while a thread rings."""

    rung = Signal()


class Jobs(QObject):
    """The three threads. Every job ends in exactly one of: then, failed, refused, crashed, or silence."""

    refused = Signal(object)  # UserError nobody took
    crashed = Signal(object)  # exception: a bug
    wrote = Signal(object)  # the result of a write
    started = Signal(object)  # long work: Job
    progressed = Signal(object, int, int)  # long work: Job, done, total
    ended = Signal(object)  # long work: Job

    def __init__(
        self, parent: QObject | None = None, *, interrupt: Callable[[], object] | None = None
    ) -> None:
        super().__init__(parent)
        self.interrupt = interrupt
        self._reader = ThreadPoolExecutor(1, "reads")
        self._writer = ThreadPoolExecutor(1, "writes")
        self._slow = ThreadPoolExecutor(1, "aside")
        self._open: dict[Job, _Receiver] = {}
        self._closed = False
        # docs/decisions/004: what a thread may touch of Qt.
        self._queue: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self._bell = _Bell(self)
        self._bell.rung.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._collector = Collector(self)

    def read(
        self,
        work: Callable[..., Any],
        *args: Any,
        owner: QObject | None = None,
        then: Callable[[Any], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        key: str = "",
        title: str = "",
    ) -> Job:
        """Read on the reader's thread; `then(result)` on the window's."""
        job = Job(work, args, writes=False, title=title)
        receiver = _Receiver(owner or _owner_of(then), then, failed, key)
        if key:
            self._replace(receiver)
        return self._start(job, receiver, self._reader)

    def write(
        self,
        work: Callable[..., Any],
        *args: Any,
        owner: QObject | None = None,
        then: Callable[[Any], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        title: str = "",
    ) -> Job:
        """Write on the writer's thread, in the order asked; a write without `title` always completes."""
        job = Job(work, args, writes=True, title=title)
        receiver = _Receiver(owner or _owner_of(then), then, failed)
        return self._start(job, receiver, self._writer)

    def aside(
        self,
        work: Callable[..., Any],
        *args: Any,
        owner: QObject | None = None,
        then: Callable[[Any], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
    ) -> Job:
        """Do what takes minutes and opens its own connection, so that nothing read or written waits for it."""
        job = Job(work, args, writes=False, interrupts=False)
        return self._start(job, _Receiver(owner or _owner_of(then), then, failed), self._slow)

    def cancel(self, job: Job) -> None:
        """Drop a job: its answer will not be delivered."""
        job.cancel(self.interrupt)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way and every answer has been delivered."""
        return not self._open

    def close(self) -> None:
        """Drop all reads and finish all writes; nothing is delivered afterwards."""
        for job in list(self._open):
            if not job.writes:
                self.cancel(job)
        self._closed = True
        self._reader.shutdown(wait=True)
        self._writer.shutdown(wait=True)
        self._slow.shutdown(wait=True)
        self._open.clear()
        self._collector.close()

    def _start(self, job: Job, receiver: _Receiver, pool: ThreadPoolExecutor) -> Job:
        if self._closed:  # a timer of the window may outlive the office: nobody takes the answer
            job.cancelled = True
            return job
        self._open[job] = receiver
        if job.title:
            job.tell = lambda done, total: self._put(lambda: self.progressed.emit(job, done, total))
            self.started.emit(job)
        future = pool.submit(job.run)
        future.add_done_callback(lambda done: self._put(lambda: self._deliver(job, done)))
        return job

    def _replace(self, newer: _Receiver) -> None:
        for job, other in self._open.items():
            if other.key == newer.key and other.owner is newer.owner:
                self.cancel(job)

    def _put(self, told: Callable[[], None]) -> None:
        self._queue.put(told)
        self._bell.rung.emit()

    def _take(self) -> None:
        # One per wake-up: an answer that fails must not keep the next one from being told.
        if not self._closed and not self._queue.empty():
            self._queue.get()()

    def _deliver(self, job: Job, future: "Future[Any]") -> None:
        try:
            self._answer(job, self._open[job], future)
        finally:
            # Last, so that `idle` also means that everybody was told.
            del self._open[job]
            if job.title:
                self.ended.emit(job)

    def _answer(self, job: Job, receiver: _Receiver, future: "Future[Any]") -> None:
        error = future.exception()
        if error is None:
            self._tell(job, receiver, future.result())
        elif job.cancelled or isinstance(error, Cancelled):
            return
        elif isinstance(error, UserError):
            self._refuse(receiver, error)
        else:
            self.crashed.emit(error)

    def _tell(self, job: Job, receiver: _Receiver, result: Any) -> None:
        if job.writes:
            self.wrote.emit(result)
        if receiver.then is not None and not job.cancelled and receiver.is_there():
            receiver.then(result)

    def _refuse(self, receiver: _Receiver, error: UserError) -> None:
        if receiver.failed is None:
            self.refused.emit(error)
        elif receiver.is_there():
            receiver.failed(error)


def _owner_of(callback: Callable[[Any], object] | None) -> QObject | None:
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, QObject) else None
