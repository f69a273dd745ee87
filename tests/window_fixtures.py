"""A window on an open office, composed the way the program does it, with its real jobs."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from techmgr.app import register, watch
from techmgr.desktop.jobs import Jobs
from techmgr.desktop.shell import Shell
from techmgr.desktop.showing import showing
from techmgr.desktop.theme import theme
from techmgr.storage.office import Office

PATIENCE = 10_000


class Window:
    """A shell with what a test asks of it; every bug met by a job is in `crashes`."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.jobs = Jobs(interrupt=office.interrupt)
        self.crashes: list[BaseException] = []
        self.jobs.crashed.connect(self.crashes.append)
        self.shell = Shell(self.jobs)
        self.shell.resize(1440, 900)
        register(self.shell, office)
        watch(self.shell, office)
        self.shell.show()
        self.activate()

    @property
    def page(self) -> Any:
        """The page that is shown."""
        return self.shell.page

    def activate(self) -> None:
        """Give this window the keyboard; keys work in the active window only."""
        if QApplication.activeWindow() is not self.shell:
            self.shell.activateWindow()
            QTest.qWaitForWindowActive(self.shell)

    def settle(self) -> None:
        """Wait until nothing is under way and every timer of a page has run out."""
        quiet = 0
        for _ in range(PATIENCE // 10):
            QApplication.processEvents()
            QTest.qWait(10)
            quiet = quiet + 1 if self.jobs.idle else 0
            if quiet > 9:
                assert not self.crashes, self.crashes
                return
        raise TimeoutError("the window never came to rest")

    def wait(self, milliseconds: int) -> None:
        """Wait for a timer, such as the one that keeps drafts, and until all is quiet."""
        QTest.qWait(milliseconds)
        self.settle()

    def press(self, *keys: str) -> None:
        """Press keys where the keyboard is: `press("Ctrl+N")`, `press("J", "Return")`."""
        for key in keys:
            self.activate()
            target = QApplication.focusWidget() or self.shell
            QTest.keySequence(target, key)
            self.settle()

    def type(self, text: str) -> None:
        """Type text where the keyboard is."""
        QTest.keyClicks(self.focus, text)
        self.settle()

    @property
    def focus(self) -> QWidget:
        """The widget that has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found

    def tab(self, times: int = 1) -> None:
        """Go on to the next field; a list that is open gives what it offers first."""
        for _ in range(times):
            QTest.keyClick(self.focus, Qt.Key.Key_Tab)
        self.settle()

    def close(self) -> None:
        """Close the window without a word, as when the program is stopped."""
        self.shell.hide()
        self.jobs.close()
        self.shell.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def open_window(qtbot, qapp) -> Iterator[Callable[[Office], Window]]:
    """A function that opens a window on an office."""
    if not QApplication.styleSheet(qapp):
        theme.start(qapp, "light")
    made: list[Window] = []

    def opened(office: Office) -> Window:
        showing.today = office.today
        made.append(Window(office))
        return made[-1]

    yield opened
    for window in made:
        if isValid(window.shell):
            window.close()
