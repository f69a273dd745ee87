"""The wheel carries every resource, and the program finds them wherever it is installed and started."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
INGREDIENTS = ("techmgr", "resources", "pyproject.toml", "setup.py", "MANIFEST.in", "README.md")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this checkout, so that a build leaves nothing behind in it."""
    folder = tmp_path_factory.mktemp("source")
    for name in INGREDIENTS:
        path = ROOT / name
        copy = shutil.copytree if path.is_dir() else shutil.copy
        copy(path, folder / name)
    return folder


@pytest.fixture(scope="module")
def installed(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, unpacked to a folder of its own."""
    wheels, target = (tmp_path_factory.mktemp(name) for name in ("wheel", "site"))
    pip = [sys.executable, "-m", "pip", "-q", "--disable-pip-version-check"]
    alone = ["--no-deps", "--no-index"]
    build = [*pip, "wheel", *alone, "--no-build-isolation", "-w", wheels, source]
    subprocess.run(build, check=True, capture_output=True)
    install = [*pip, "install", *alone, "--target", target, *wheels.glob("*.whl")]
    subprocess.run(install, check=True, capture_output=True)
    return target


def files(folder: Path, pattern: str) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob(pattern) if path.is_file()}


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


def test_the_wheel_carries_every_resource(source, installed):
    ours = files(source / "resources", "*")
    assert files(installed / "techmgr/resources", "*") == ours
    assert Path("fonts/Inter-Regular.ttf") in ours


def test_the_wheel_carries_every_module(source, installed):
    assert files(installed / "techmgr", "*.py") == files(source / "techmgr", "*.py")


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
