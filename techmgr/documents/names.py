"""File names made safe from any text, and files written whole or not at all."""

import errno
import os
import re
import tempfile
import unicodedata
from pathlib import Path

from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say

# Names Windows keeps for devices, with or without an extension.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST = 120  # bytes of a name: file systems end at 255, and folders need room too


def safe_name(text: str, suffix: str = "") -> str:
    """Return a file name every system accepts: no folders, no device names, not too long.

    `safe_name("R&D: 2026/27?", ".pdf")` is `R&D 2026 27.pdf`.
    """
    plain = unicodedata.normalize("NFC", text)
    visible = "".join(each for each in plain if unicodedata.category(each) not in {"Cf", "Cs"})
    name = " ".join(_FORBIDDEN.sub(" ", visible).split()).strip(". ")
    name = _shortened(name, _LONGEST - len(suffix.encode())).strip(". ") or "document"
    if name.split(".")[0].strip().casefold() in _RESERVED:
        name = f"_{name}"
    return name + suffix


def _shortened(name: str, longest: int) -> str:
    return name.encode()[:longest].decode(errors="ignore")


def unique_path(folder: Path, name: str) -> Path:
    """Return a path in a folder that no file has yet: `name.pdf`, then `name (2).pdf`.

    Names that differ only in capitals count as the same, as they do on Windows and macOS.
    """
    taken = {each.name.casefold() for each in folder.iterdir()} if folder.is_dir() else set()
    path, number = folder / name, 1
    while path.name.casefold() in taken:
        number += 1
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
    return path


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file whole or not at all: into a new file beside it, then in its place.

    A full disk, a folder that may not be written or a file open elsewhere is a UserError.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            _give_usual_rights(Path(beside))
            Path(beside).replace(path)
        except BaseException:
            Path(beside).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise UserError(_sentence(error, path), field="path") from error
    return path


def _give_usual_rights(path: Path) -> None:
    # A temporary file is private to its owner; a document is not.
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def _sentence(error: OSError, path: Path) -> Text:
    names = {"file": path.name, "folder": str(path.parent)}
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return say(
            "The disk is full: {file} was not written. Make room or choose another folder.", **names
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return say(
            "{file} cannot be written in {folder}: the folder is protected or the file is open in "
            "another program. Close it or choose another folder.",
            **names,
        )
    if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.EEXIST}:
        return say("{file} cannot be written: {folder} is not a folder for files.", **names)
    return say("{file} was not written: {reason}.", reason=error.strerror or str(error), **names)
