"""Names of files that come from outside: without folders, and what they claim to be."""

import mimetypes

from techmgr.documents.names import safe_name

_UNKNOWN = "application/octet-stream"


def name_without_folders(name: str) -> str:
    r"""Return the last part of a name, safe everywhere: `..\..\etc/passwd.pdf` is `passwd.pdf`."""
    last = name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    stem, dot, suffix = last.rpartition(".")
    ending = "".join(each for each in suffix if each.isalnum())[:10]
    if not dot or not stem or ending != suffix:
        return safe_name(last)
    return safe_name(stem, f".{ending}")


def media_type_of(name: str) -> str:
    """Return what a file's name says it is, such as application/pdf."""
    return mimetypes.guess_type(name)[0] or _UNKNOWN
