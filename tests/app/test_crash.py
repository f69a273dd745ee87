"""Faults are in the log that the window names."""

from techmgr import app, crash
from techmgr.core import settings


def test_the_fault_of_a_job_is_in_the_log(qapp, qtbot, home):
    desk = app.Desk(qapp, settings.load())
    qtbot.addWidget(desk.shell)
    with qtbot.waitSignal(desk.jobs.crashed):
        desk.jobs.read(lambda: 1 / 0)
    desk.close()
    assert "ZeroDivisionError" in crash.log().read_text(encoding="utf-8")
