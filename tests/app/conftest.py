"""A desk with real jobs, in its own folder of settings and documents."""

import pytest
from PySide6.QtWidgets import QApplication

from techmgr import app
from techmgr.core import settings
from techmgr.desktop.theme import theme


@pytest.fixture(scope="session")
def qapp_args():
    return ["techmgr", "-platform", "offscreen"]


@pytest.fixture(autouse=True)
def dressed(qapp):
    if not QApplication.styleSheet(qapp):
        theme.start(qapp, "light")


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    return tmp_path


@pytest.fixture
def desk(qapp, qtbot, home):
    made = app.Desk(qapp, settings.load())
    qtbot.addWidget(made.shell)
    crashes: list[BaseException] = []
    made.jobs.crashed.connect(crashes.append)
    yield made
    made.close()
    assert not crashes, crashes


@pytest.fixture
def rest(qtbot, desk):
    """`rest()` waits until every job of the desk has been answered."""

    def wait(seconds: int = 60) -> None:
        qtbot.wait(1)
        qtbot.waitUntil(lambda: desk.jobs.idle, timeout=seconds * 1000)

    return wait
