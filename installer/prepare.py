"""Set this checkout up with nothing but Python: Debian packages, .venv and the pinned Python packages.

`prepare.py` is enough to run the program, `prepare.py test` adds what the tests need. What is there already is left
alone, so a second call takes a moment. Standard library only, because it runs before anything is installed.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "prepared"
PINNED = (ROOT / "pyproject.toml", ROOT / "constraints.txt")

# The libraries Qt's window, its xcb and its Wayland plugins load, with the Debian package of each.
# Ubuntu 24.04 knows the renamed ones (libglib2.0-0t64) under these names too.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
OFFICE_PARTS = {"calc": "libreoffice-calc", "writer": "libreoffice-writer"}


def main(wanted: str) -> None:
    """Set up for running (`run`) or for everything (`test`)."""
    if sys.version_info < (3, 11):  # noqa: UP036 - whatever Python the machine has runs this
        stop(f"techmgr needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.")
    if sys.platform == "linux":
        install_system_packages(missing_packages(wanted))
    install_python_packages()


def missing_packages(wanted: str) -> list[str]:
    """Name the Debian packages whose files this machine lacks."""
    missing = [package for library, package in LIBRARIES.items() if not loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python{sys.version_info.major}.{sys.version_info.minor}-venv")
    if wanted == "test":
        missing += missing_test_packages()
    return sorted(set(missing))


def loads(library: str) -> bool:
    """Tell whether the system's loader finds a library, whatever package brought it."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_test_packages() -> list[str]:
    """Name the packages of the programs that tests start: PostgreSQL and LibreOffice."""
    missing = [] if list(Path("/usr/lib/postgresql").glob("*/bin/initdb")) else ["postgresql"]
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    home = Path(soffice).resolve().parent if soffice else None
    for program, package in OFFICE_PARTS.items():
        if home is None or not (home / f"s{program}").exists():
            missing.append(package)
    return missing + ([] if shutil.which("pdftoppm") else ["poppler-utils"])


def install_system_packages(missing: list[str]) -> None:
    """Install Debian packages as root or with sudo; without either, print the line to run and stop."""
    if not missing:
        return
    names = " ".join(missing)
    print(f"Missing Debian packages: {names}")
    if shutil.which("apt-get") is None:
        stop("This system has no apt-get: install what these Debian packages hold, then try again.")
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    line = f"sudo apt-get update && sudo apt-get install --no-install-recommends -y {names}"
    if as_root and not may_sudo():
        stop(f"Run this line, then try again:\n  {line}")
    print("Installing them …", flush=True)
    quietly([*as_root, "apt-get", "update", "-qq"])
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *missing]
    # RUNLEVEL=1 keeps a container from starting the PostgreSQL server it does not need:
    # tests start their own.
    settings = ["env", "DEBIAN_FRONTEND=noninteractive", "RUNLEVEL=1"]
    if (said := quietly([*as_root, *settings, *install])) is not None:
        stop(f"{said}\napt-get could not install them. Run this line to see why:\n  {line}")


def may_sudo() -> bool:
    """Tell whether sudo works without asking for a password."""
    return shutil.which("sudo") is not None and quietly(["sudo", "-n", "true"]) is None


def install_python_packages() -> None:
    """Make .venv and install the pinned packages, unless the same pins are installed already."""
    pins = hashlib.sha256(b"".join(path.read_bytes() for path in PINNED)).hexdigest()
    if STAMP.exists() and STAMP.read_text() == pins:
        return
    python = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists() or quietly([str(python), "-m", "pip", "--version"]) is not None:
        need([sys.executable, "-m", "venv", "--clear", str(VENV)])
    print("Installing the pinned Python packages into .venv …", flush=True)
    pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
    pinned = ["-c", str(ROOT / "constraints.txt")]
    # The build tool is pinned as well, which only works outside pip's own isolated build.
    need([*pip, *pinned, "setuptools"])
    need([*pip, *pinned, "--no-build-isolation", "-e", f"{ROOT}[dev]"])
    STAMP.write_text(pins)


def need(command: list[str]) -> None:
    """Run a command; when it fails, show what it said and stop."""
    if (said := quietly(command)) is not None:
        stop(f"{said}\nThis failed: {' '.join(command)}")


def quietly(command: list[str]) -> str | None:
    """Run a command without its chatter; None when it went well, else what it said."""
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return None if done.returncode == 0 else done.stdout


def stop(sentence: str) -> None:
    """End with a sentence and exit status 2."""
    print(sentence, file=sys.stderr)
    sys.exit(2)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "run")
