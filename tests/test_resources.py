"""The wheel carries every resource, and the program finds them wherever it is installed and started."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from techmgr.core.paths import resource

ROOT = Path(__file__).resolve().parent.parent
INGREDIENTS = ("techmgr", "resources", "pyproject.toml", "setup.py", "MANIFEST.in", "README.md")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built from a copy and unpacked to a folder of its own."""
    source, wheels, target = (tmp_path_factory.mktemp(name) for name in ("source", "wheel", "site"))
    for name in INGREDIENTS:
        path = ROOT / name
        copy = shutil.copytree if path.is_dir() else shutil.copy
        copy(path, source / name)
    pip = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check"]
    alone = ["--no-deps", "--no-index"]
    build = [*pip, "wheel", *alone, "--no-build-isolation", "-w", wheels, source]
    subprocess.run(build, check=True, capture_output=True)
    install = [*pip, "install", *alone, "--target", target, *wheels.glob("*.whl")]
    subprocess.run(install, check=True, capture_output=True)
    return target


def run(installed: Path, elsewhere: Path, code: str) -> str:
    """Run code against the installed wheel from a folder that has nothing to do with the project."""
    program = {"cwd": elsewhere, "env": {**os.environ, "PYTHONPATH": str(installed)}}
    done = subprocess.run(
        [sys.executable, "-c", code], **program, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_installed_program_finds_its_own_resources(installed, tmp_path):
    found = run(
        installed,
        tmp_path,
        "from techmgr.core.paths import resource; print(resource('tokens.toml').resolve())",
    )
    assert Path(found) == (installed / "techmgr/resources/tokens.toml").resolve()


def test_the_wheel_carries_every_resource(installed):
    ours = {path.relative_to(resource("")) for path in resource("").rglob("*") if path.is_file()}
    shipped = installed / "techmgr" / "resources"
    theirs = {path.relative_to(shipped) for path in shipped.rglob("*") if path.is_file()}
    assert theirs == ours
    assert Path("fonts/Inter-Regular.ttf") in ours


def test_the_wheel_carries_every_module(installed):
    ours = {path.relative_to(ROOT) for path in (ROOT / "techmgr").rglob("*.py")}
    theirs = {path.relative_to(installed) for path in (installed / "techmgr").rglob("*.py")}
    assert ours == theirs


def test_an_office_is_made_and_checked_from_the_installed_wheel(installed, tmp_path):
    run(installed, tmp_path, COMMANDS)


COMMANDS = """
import sys
from techmgr.__main__ import main
for arguments in (["new", "office.techmgr"], ["check", "office.techmgr"]):
    sys.argv = ["techmgr", *arguments]
    try:
        status = main()
    except SystemExit as end:
        status = end.code
    assert not status, arguments
"""
