"""The passphrase of an office file: set, changed or taken off by writing a new file and swapping it in."""

from pathlib import Path

from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say
from techmgr.storage import faults, files
from techmgr.storage.backup import head_in, refuse_faulty
from techmgr.storage.engines import APPLICATION_ID, connection_to, key_of
from techmgr.storage.lock import held


def set_passphrase(path: Path, old: str | None, new: str | None, officer: str = "") -> Text:
    """Encrypt a closed office file with `new`, whatever it was encrypted with; None takes it off.

    All or nothing: the new file is checked before it takes the old one's place. Returns what the
    officer must know about older backups. Raises Held while the office is open for writing.
    """
    old, new = old or None, new or None
    files.schema_version(path, old)
    _refuse_unusable(new)
    with held(path, officer), faults.in_words():
        _fold_log(path, old)
        fresh = path.with_name(path.name + ".new")
        files.remove(fresh)
        try:
            _export(path, old, fresh, new)
            refuse_faulty(fresh, new, head_in(path, old))
            fresh.replace(path)
            files.sync_folder(path)
        except BaseException:
            files.remove(fresh)
            raise
    return _about_backups(old, new)


def _refuse_unusable(passphrase: str | None) -> None:
    if passphrase is not None and "\0" in passphrase:
        raise UserError(
            say("A passphrase cannot hold a NUL character. Choose another."), field="passphrase"
        )


def _fold_log(path: Path, passphrase: str | None) -> None:
    """Bring the log beside a file into it; refused while somebody reads the office."""
    connection = connection_to(path, passphrase)
    try:
        connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    finally:
        connection.close()


def _export(path: Path, old: str | None, fresh: Path, new: str | None) -> None:
    fresh.touch(mode=0o600)
    connection = connection_to(path, old)
    try:
        key = key_of(fresh, new) if new else "''"
        connection.execute(f"ATTACH DATABASE ? AS fresh KEY {key}", (str(fresh),))
        connection.execute("SELECT sqlcipher_export('fresh')")
        connection.execute(f"PRAGMA fresh.application_id = {APPLICATION_ID}")
        connection.execute("DETACH DATABASE fresh")
    finally:
        connection.close()


def _about_backups(old: str | None, new: str | None) -> Text:
    if new is None:
        return say("The office has no passphrase now. Older backups still need the old one.")
    if old is None:
        return say(
            "The office is encrypted now. Backups made before are not: anyone can read them. "
            "Make a new backup, then delete the old ones."
        )
    return say(
        "The office has a new passphrase. Backups made before still open with the old one only: "
        "keep it, or make a new backup."
    )
