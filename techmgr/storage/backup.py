"""Backups of an office file: a consistent copy while it is open, checked before it is kept."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.storage import audit, faults, files
from techmgr.storage.check import check
from techmgr.storage.engines import connection_to, file_engine, quoted
from techmgr.storage.lock import held


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A backup that passed the full check, with the head of its audit trail (`NUMBER:HASH`)."""

    path: Path
    head: str


@dataclass(frozen=True, slots=True)
class Restored:
    """An office put back from a backup; `aside` is where the one it replaced lies now."""

    path: Path
    aside: Path | None
    head: str


def back_up(path: Path, target: Path, passphrase: str | None = None) -> BackedUp:
    """Copy an office file, open or not, to a new file; an encrypted one keeps its passphrase.

    The head of the trail is kept beside the copy (`target.json`), because a trail cannot see that
    its own end was cut off.
    """
    files.schema_version(path, passphrase)
    files.refuse_taken(target)
    with faults.in_words():
        copy(path, passphrase, target)
        return BackedUp(target, keep_head(target, passphrase))


def head_in(path: Path, passphrase: str | None) -> str:
    """Return the head of an office file's trail as `NUMBER:HASH`."""
    engine = file_engine(path, passphrase, writes=False)
    try:
        with engine.connect() as connection:
            number, digest = audit.head(connection)
    finally:
        engine.dispose()
    return f"{number}:{digest.hex()}"


def keep_head(target: Path, passphrase: str | None) -> str:
    """Write the head of a backup's trail beside it and return it."""
    head = head_in(target, passphrase)
    made = datetime.now(UTC).isoformat(timespec="seconds")
    _beside(target).write_text(json.dumps({"head": head, "made": made}) + "\n", encoding="utf-8")
    return head


def kept_head(backup: Path) -> str | None:
    """Read the head that was kept beside a backup; None when there is none."""
    try:
        found = json.loads(_beside(backup).read_text(encoding="utf-8"))
        return str(found["head"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _beside(backup: Path) -> Path:
    return backup.with_name(backup.name + ".json")


def copy(path: Path, passphrase: str | None, target: Path, head: str | None = None) -> None:
    """Copy an office file as it is now to a new file, kept only when it passes the full check."""
    fresh = target.with_name(target.name + ".new")
    files.remove(fresh)
    try:
        fresh.touch(mode=0o600)
        connection = connection_to(path, passphrase)
        try:
            connection.execute(f"VACUUM INTO {quoted(str(fresh))}")
        finally:
            connection.close()
        refuse_faulty(fresh, passphrase, head)
        files.put_in_place(fresh, target)
        files.sync_folder(target)
    except BaseException:
        files.remove(fresh)
        raise


def refuse_faulty(path: Path, passphrase: str | None, head: str | None = None) -> None:
    """Refuse a copy that does not pass the full check."""
    found = check(str(path), passphrase, head)
    if found:
        raise UserError(
            say(
                "The copy did not pass its check and was not kept: {findings}",
                findings=tuple(finding.text for finding in found[:3]),
            )
        )


def restore(
    backup: Path, target: Path, passphrase: str | None = None, *, move_aside: bool = False
) -> Restored:
    """Put a backup back as an office. One that lies there is kept under another name, if allowed.

    The backup must hold the head that was kept beside it.
    """
    files.schema_version(backup, passphrase)
    if not (move_aside and target.exists()):
        files.refuse_taken(target)
        with faults.in_words():
            copy(backup, passphrase, target, kept_head(backup))
        return Restored(target, None, head_in(target, passphrase))
    with faults.in_words(), held(target):
        fresh = target.with_name(target.name + ".restored")
        copy(backup, passphrase, fresh, kept_head(backup))
        aside = moved_aside(target)
        files.put_in_place(fresh, target)
        files.sync_folder(target)
    return Restored(target, aside, head_in(target, passphrase))


def moved_aside(path: Path) -> Path:
    """Rename an office file, with the log that belongs to it, to a free name; return that name."""
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
    aside = path.with_name(f"{path.stem}.before-{stamp}{path.suffix}")
    for end in ("", *files.BESIDE):
        old = path.with_name(path.name + end)
        if old.exists():
            old.replace(aside.with_name(aside.name + end))
    return aside
