"""What every test stands on: no screen, no settings of the user, real servers, and warnings that fail."""

import logging
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

# Before anything imports Qt: windows are painted into memory, with the same fonts everywhere.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("QT_STYLE_OVERRIDE", None)
os.environ["LC_ALL"] = "C.UTF-8"

# The same examples every time, so that a red run can be repeated;
# `--hypothesis-profile explore` looks further.
hypothesis_settings.register_profile("steady", derandomize=True, deadline=None)
hypothesis_settings.register_profile("explore", max_examples=2_000, deadline=None)
hypothesis_settings.load_profile("steady")

pytest_plugins = ["office_fixtures", "window_fixtures"]

REQUIRED_MARKS = ("postgres", "office")
CONVERSION_SECONDS = 120
START_SECONDS = 30
numbers = count(1)


@pytest.fixture(scope="session", autouse=True)
def _no_settings_of_the_user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Send settings, caches and logs of the whole run to a temporary folder."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, str(home / name.lower()))
        patch.delenv("TECHMGR_PASSPHRASE", raising=False)
        yield


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture):
    """Fail a test in which our own code logs a warning, unless it is marked `logs`."""
    yield
    if request.node.get_closest_marker("logs"):
        return
    unexpected = [
        record.getMessage()
        for record in caplog.get_records("call")
        if record.levelno >= logging.WARNING and record.name.startswith("techmgr")
    ]
    assert not unexpected, f"unexpected in the log: {unexpected}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    """With TECHMGR_REQUIRE=all, what needs PostgreSQL or LibreOffice must run: skipped is failed."""
    report = yield
    required = any(item.get_closest_marker(mark) for mark in REQUIRED_MARKS)
    if required and report.skipped and os.environ.get("TECHMGR_REQUIRE") == "all":
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and must not be: {report.longrepr}"
    return report


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """Start a private PostgreSQL server; yields a database address with a `{}` for the name.

    It listens on a socket in its own folder only. PostgreSQL refuses to run as root, so root
    runs it as `nobody`.
    """
    initdb = max(Path("/usr/lib/postgresql").glob("*/bin/initdb"), default=None)
    if initdb is None:
        pytest.skip("PostgreSQL is not installed: make test installs it")
    folder = Path(tempfile.mkdtemp(prefix="techmgr-postgres-"))
    who = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
    if who:
        shutil.chown(folder, who["user"], who["group"])
    rows = folder / "rows"
    quiet = {"cwd": folder, "stdout": (folder / "log").open("wb"), "stderr": subprocess.STDOUT}
    make = [initdb, "-U", "techmgr", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
    subprocess.run([*make, "-D", rows], check=True, **quiet, **who)
    serve = [initdb.with_name("postgres"), "-k", folder, "-h", "", "-c", "fsync=off"]
    server = subprocess.Popen([*serve, "-D", rows], **quiet, **who)
    quiet["stdout"].close()
    try:
        _wait_until_it_answers(folder)
        yield f"postgresql+psycopg://techmgr@/{{}}?host={folder}"
    finally:
        server.send_signal(signal.SIGINT)  # a fast shutdown: forgotten connections are cut
        server.wait(START_SECONDS)
        shutil.rmtree(folder, ignore_errors=True)


def _wait_until_it_answers(folder: Path) -> None:
    import psycopg

    end = time.monotonic() + START_SECONDS
    while True:
        try:
            psycopg.connect(host=str(folder), user="techmgr", dbname="postgres").close()
        except psycopg.OperationalError:
            if time.monotonic() > end:
                raise RuntimeError((folder / "log").read_text()) from None
            time.sleep(0.05)
        else:
            return


@pytest.fixture
def fresh_database(postgres_server: str) -> Iterator[Callable[[], str]]:
    """A function that makes one more empty database and returns its address."""
    import psycopg

    made: list[str] = []
    plain = postgres_server.replace("+psycopg", "").format("postgres")
    with psycopg.connect(plain, autocommit=True) as connection:

        def make() -> str:
            name = f"office_{next(numbers)}"
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
            made.append(name)
            return postgres_server.format(name)

        yield make
        for name in made:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def postgres_url(fresh_database: Callable[[], str]) -> str:
    """The address of an empty database on a real PostgreSQL server."""
    return fresh_database()


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """`convert(path, "pdf")`: what LibreOffice makes of a file (pdf, xlsx, csv, …), in a new folder.

    Formulas are computed anew, so `convert(workbook, "xlsx")` gives the values LibreOffice sees.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice is not installed: make test installs it")
    profile = tmp_path_factory.mktemp("libreoffice").as_uri()

    def converted(path: Path, to: str) -> Path:
        folder = tmp_path_factory.mktemp("converted")
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", to]
        command += ["--outdir", str(folder), str(path)]
        said = subprocess.run(
            command, check=False, capture_output=True, text=True, timeout=CONVERSION_SECONDS
        )
        made = folder / f"{path.stem}.{to.partition(':')[0]}"
        assert made.exists(), f"LibreOffice made no {to} of {path.name}: {said.stdout}{said.stderr}"
        return made

    return converted
