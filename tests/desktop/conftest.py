"""The demo window with real jobs, dressed once."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from techmgr.desktop.jobs import Jobs
from techmgr.desktop.theme import theme

# Test files are not a package; the demo lies beside them.
sys.path.append(str(Path(__file__).parent))


@pytest.fixture(scope="session")
def qapp_args():
    return ["techmgr", "-platform", "offscreen"]


@pytest.fixture(autouse=True)
def dressed(qapp):
    if not QApplication.styleSheet(qapp):
        theme.start(qapp, "light")
    if theme.scheme != "light":
        theme.choose("light")


@pytest.fixture
def jobs(qtbot):
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def crashes(jobs):
    """Bugs met by jobs; a test that expects none asserts that it is empty."""
    found: list[BaseException] = []
    jobs.crashed.connect(found.append)
    return found
