"""Work beside the window: answers, refusals, cancelling, and owners that are gone."""

import gc
import threading
from typing import ClassVar

import pytest
from PySide6.QtCore import QObject, QThread

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.desktop.jobs import Jobs

pytestmark = pytest.mark.gui


def settled(qtbot, jobs):
    qtbot.waitUntil(lambda: jobs.idle)


def test_an_answer_arrives_on_the_windows_thread(qtbot, jobs):
    seen = []
    here = QThread.currentThread()

    def then(result):
        seen.append((result, QThread.currentThread() is here))

    jobs.read(lambda a, b: (a + b, threading.current_thread().name), 1, 2, then=then)
    settled(qtbot, jobs)
    [((total, thread), on_window)] = seen
    assert total == 3
    assert thread.startswith("reads")
    assert on_window


def test_writes_are_done_in_order_on_one_thread(qtbot, jobs):
    done = []
    for number in range(20):
        jobs.write(done.append, number)
    settled(qtbot, jobs)
    assert done == list(range(20))


def test_a_write_says_what_it_wrote(qtbot, jobs):
    with qtbot.waitSignal(jobs.wrote) as told:
        jobs.write(lambda: "result")
    assert told.args == ["result"]


def test_a_refusal_goes_to_failed(qtbot, jobs):
    refused = []

    def refuse():
        raise UserError(say("The year is closed."), field="year")

    jobs.write(refuse, failed=refused.append)
    settled(qtbot, jobs)
    assert refused[0].field == "year"


def test_a_refusal_nobody_takes_is_told_to_the_window(qtbot, jobs):
    def refuse():
        raise UserError(say("The year is closed."))

    with qtbot.waitSignal(jobs.refused) as told:
        jobs.write(refuse)
    assert str(told.args[0]) == "The year is closed."


def test_a_bug_is_told_as_a_crash_and_never_as_a_refusal(qtbot, jobs):
    refused = []
    with qtbot.waitSignal(jobs.crashed) as told:
        jobs.read(lambda: 1 / 0, failed=refused.append)
    settled(qtbot, jobs)
    assert isinstance(told.args[0], ZeroDivisionError)
    assert refused == []


def test_nothing_is_called_when_the_owner_is_gone(qtbot, jobs):
    gate = threading.Event()
    owner = QObject()
    seen = []
    jobs.read(gate.wait, 5, owner=owner, then=seen.append)
    owner.deleteLater()
    qtbot.wait(20)
    gate.set()
    settled(qtbot, jobs)
    assert seen == []


def test_a_newer_read_of_the_same_key_replaces_the_older(qtbot, jobs):
    gate = threading.Event()
    owner = QObject()
    seen = []
    jobs.read(gate.wait, 5, owner=owner, key="rows", then=lambda _: seen.append("old"))
    jobs.read(lambda: None, owner=owner, key="rows", then=lambda _: seen.append("new"))
    gate.set()
    settled(qtbot, jobs)
    assert seen == ["new"]


def test_a_running_read_is_interrupted(qtbot):
    gate = threading.Event()
    begun = threading.Event()
    jobs = Jobs(interrupt=gate.set)

    def slow():
        begun.set()
        gate.wait(10)
        return "too late"

    seen = []
    job = jobs.read(slow, then=seen.append)
    assert begun.wait(5)
    jobs.cancel(job)
    qtbot.waitUntil(lambda: jobs.idle, timeout=2000)
    assert seen == []
    jobs.close()


def test_a_read_that_has_not_begun_does_not_interrupt_another(qtbot):
    interrupts = []
    gate = threading.Event()
    jobs = Jobs(interrupt=lambda: interrupts.append(1))
    seen = []
    jobs.read(gate.wait, 5, then=seen.append)
    waiting = jobs.read(lambda: "never", then=seen.append)
    jobs.cancel(waiting)
    gate.set()
    qtbot.waitUntil(lambda: jobs.idle)
    assert interrupts == []
    assert seen == [True]
    jobs.close()


def test_long_work_reports_and_stops_when_cancelled(qtbot, jobs):
    reached = []
    gate = threading.Event()

    def work(report):
        for number in range(1, 100):
            report(number, 100)
            reached.append(number)
            if number == 3:
                gate.wait(5)

    seen = []
    told = []
    jobs.progressed.connect(lambda _, done, total: told.append((done, total)))
    job = jobs.write(work, title="Writing statements", then=seen.append)
    qtbot.waitUntil(lambda: len(reached) == 3 and len(told) == 3)
    assert told[0] == (1, 100)
    jobs.cancel(job)
    gate.set()
    settled(qtbot, jobs)
    assert reached == [1, 2, 3]
    assert seen == []


def test_a_failing_answer_leaves_nothing_under_way(qtbot, jobs):
    with qtbot.captureExceptions() as raised:
        jobs.read(lambda: 1, then=lambda _: 1 / 0)
        settled(qtbot, jobs)
        qtbot.wait(1)
    assert raised[0][0] is ZeroDivisionError


class _Knot:
    """Garbage that only a collection finds."""

    ended: ClassVar[list[int]] = []

    def __init__(self):
        self.me = self

    def __del__(self):
        self.ended.append(threading.get_ident())


def allocate():
    """Far more objects than those after which Python collects."""
    return [[number] for number in range(100_000)]


def test_garbage_is_never_collected_on_a_thread(qtbot, jobs):
    _Knot.ended.clear()
    _Knot()
    kept = []
    jobs.read(allocate, then=kept.append)
    qtbot.waitUntil(lambda: bool(_Knot.ended))
    assert _Knot.ended == [threading.get_ident()]


def test_python_collects_again_once_jobs_are_closed(qtbot, jobs):
    other = Jobs()
    jobs.close()
    assert not gc.isenabled()
    other.close()
    assert gc.isenabled()


def test_closing_waits_for_writes_that_report(qtbot):
    jobs = Jobs()
    jobs.write(lambda report: [report(n, 5_000) for n in range(5_000)], title="Writing")
    written = []
    jobs.write(written.append, 1)
    jobs.close()
    assert written == [1]
    qtbot.wait(1)  # what was told before the end is heard by nobody


def test_receivers_come_and_go_while_threads_tell(qtbot):
    """Connecting and disconnecting while a thread emits has hung and crashed."""
    for _ in range(20):
        jobs = Jobs()
        for number in range(50):
            jobs.read(str, number, then=str)
            jobs.write(lambda report: report(1, 1), title="Writing")
            owner = QObject()
            jobs.progressed.connect(owner.deleteLater)
            jobs.wrote.connect(owner.objectName)
            jobs.wrote.disconnect(owner.objectName)
            qtbot.wait(0)
        jobs.close()
        jobs.deleteLater()
