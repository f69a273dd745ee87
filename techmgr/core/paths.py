"""Where the program's own files lie, whether it runs from a checkout or from an installed wheel."""

import sys
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(name: str) -> Path:
    """Return the path of a shipped file or folder, such as `resource("tokens.toml")`.

    In a checkout the resources lie beside the package; the wheel and the built program carry
    them inside it.
    """
    inside = _PACKAGE / "resources"
    folder = inside if inside.is_dir() else _PACKAGE.parent / "resources"
    return folder / name


def settings_folder() -> Path:
    """Return the folder for this user's settings of the program; made when it is missing."""
    return _made(platformdirs.user_config_path("techmgr", appauthor=False))


def log_folder() -> Path:
    """Return the folder for logs and crash reports; made when it is missing."""
    return _made(platformdirs.user_log_path("techmgr", appauthor=False))


def documents_folder() -> Path:
    """Return the folder in which this user keeps documents; made when it is missing."""
    return _made(platformdirs.user_documents_path())


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def is_frozen() -> bool:
    """Tell whether this is the built program rather than a Python installation."""
    return bool(getattr(sys, "frozen", False))
