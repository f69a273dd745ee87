"""Work beside the window: one thread reads, one thread writes, and answers arrive on the window's thread.

    jobs = Jobs(interrupt=office.interrupt)
    jobs.read(office.read, cases_page, words, owner=self, then=self.show_rows, key="rows")
    jobs.write(office.act, accept, request, owner=self, then=self.saved, failed=self.form.show_problem)
    jobs.write(write_statements, run, title="Writing statements", then=…)     long work

- `owner` is the widget the answer is for: once it is gone, nothing is called. Without one, the
  object a bound `then` belongs to is the owner.
- `key`: a newer read of the same owner and key replaces the older one, which is cancelled.
- With `title` the function is called with `report=`, to be told `report(done, total)`; it raises
  `Cancelled` there when the user has cancelled. Progress is shown after 400 ms.
- A UserError goes to `failed`, or else to `jobs.refused`; anything else is a bug and goes to `jobs.crashed`.
- `jobs.idle` is true when nothing is under way and every answer has been delivered.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from techmgr.core.errors import UserError


class Cancelled(Exception):  # noqa: N818 - a fact, not an error
    """The work is no longer wanted."""


class Job:
    """One piece of work. Once cancelled, its answer is never delivered."""

    def __init__(
        self, work: Callable[..., Any], args: tuple[Any, ...], *, writes: bool, title: str = ""
    ) -> None:
        self.title = title
        self.writes = writes
        self.cancelled = False
        self.owner: QObject | None = None
        self.then: Callable[[Any], object] | None = None
        self.failed: Callable[[UserError], object] | None = None
        self.key = ""
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
            if self._running and interrupt is not None and not self.writes:
                interrupt()

    def is_wanted(self) -> bool:
        """Whether anybody is still there to take the answer."""
        return not self.cancelled and (self.owner is None or shiboken6.isValid(self.owner))

    def _report(self, done: int, total: int) -> None:
        self._refuse_cancelled()
        if self.tell is not None:
            self.tell(done, total)

    def _refuse_cancelled(self) -> None:
        if self.cancelled:
            raise Cancelled


class Jobs(QObject):
    """The two threads. Every job ends in exactly one of: then, failed, refused, crashed, or silence."""

    refused = Signal(object)  # UserError nobody took
    crashed = Signal(object)  # exception: a bug
    wrote = Signal(object)  # the result of a write
    started = Signal(object)  # long work: Job
    progressed = Signal(object, int, int)  # long work: Job, done, total
    ended = Signal(object)  # long work: Job
    _reported = Signal(object, int, int)
    _arrived = Signal(object, object)  # from the threads: Job, Future

    def __init__(
        self, parent: QObject | None = None, *, interrupt: Callable[[], object] | None = None
    ) -> None:
        super().__init__(parent)
        self.interrupt = interrupt
        self._reader = ThreadPoolExecutor(1, "reads")
        self._writer = ThreadPoolExecutor(1, "writes")
        self._open: set[Job] = set()
        self._closed = False
        self._arrived.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        # The threads emit private signals only, so that every receiver runs on the window's thread.
        self._reported.connect(self._forward, Qt.ConnectionType.QueuedConnection)

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
        job.owner, job.then, job.failed, job.key = owner or _owner_of(then), then, failed, key
        if key:
            self._replace(job)
        return self._start(job, self._reader)

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
        job.owner, job.then, job.failed = owner or _owner_of(then), then, failed
        return self._start(job, self._writer)

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
        # Disconnecting while a thread emits can wait for each other for ever: a mark is enough.
        self._closed = True
        self._reader.shutdown(wait=True)
        self._writer.shutdown(wait=True)
        self._open.clear()

    def _start(self, job: Job, pool: ThreadPoolExecutor) -> Job:
        self._open.add(job)
        if job.title:
            job.tell = lambda done, total: self._reported.emit(job, done, total)
            self.started.emit(job)
        future = pool.submit(job.run)
        future.add_done_callback(lambda done: self._arrived.emit(job, done))
        return job

    def _replace(self, job: Job) -> None:
        for other in self._open:
            if other.key == job.key and other.owner is job.owner:
                self.cancel(other)

    def _forward(self, job: Job, done: int, total: int) -> None:
        if not self._closed:
            self.progressed.emit(job, done, total)

    def _deliver(self, job: Job, future: "Future[Any]") -> None:
        if self._closed:
            return
        try:
            self._answer(job, future)
        finally:
            # Last, so that `idle` also means that everybody was told.
            self._open.discard(job)
            if job.title:
                self.ended.emit(job)

    def _answer(self, job: Job, future: "Future[Any]") -> None:
        error = future.exception()
        if error is None:
            self._told(job, future.result())
        elif job.cancelled or isinstance(error, Cancelled):
            return
        elif isinstance(error, UserError):
            self._refuse(job, error)
        else:
            self.crashed.emit(error)

    def _told(self, job: Job, result: Any) -> None:
        if job.writes:
            self.wrote.emit(result)
        if job.then is not None and job.is_wanted():
            job.then(result)

    def _refuse(self, job: Job, error: UserError) -> None:
        if job.failed is None:
            self.refused.emit(error)
        elif job.is_wanted():
            job.failed(error)


def _owner_of(callback: Callable[[Any], object] | None) -> QObject | None:
    owner = getattr(callback, "__self__", None)
    return owner if isinstance(owner, QObject) else None
