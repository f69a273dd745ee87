"""What an officer can do with files: attach one to a record, take it away, save a copy."""

import hashlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.references import Reference, reference
from techmgr.core.texts import say
from techmgr.documents.files import media_type_of, name_without_folders
from techmgr.documents.model import File, FileChunk
from techmgr.documents.queries import read_file
from techmgr.office.queries import settings_on
from techmgr.storage.unit import Undo, Unit, action

CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class AttachFile:
    """A file for a record: a path, or a stream of bytes with a name."""

    subject: Reference
    content: Path | BinaryIO
    name: str = ""  # the path's own when left out


@dataclass(frozen=True, slots=True)
class DetachFile:
    """A file no longer shown with its record; undo and the trail still know it."""

    file_id: int


@action(undo=Undo.RESTORE)
def attach_file(unit: Unit, request: AttachFile) -> int:
    """Keep a file with a record and return its id. The same content is stored once.

    Refuses an empty file and one above the office's largest size.
    """
    if isinstance(request.content, Path):
        name = request.name or request.content.name
        with _opened(request.content) as stream:
            return _attach(unit, request.subject, name, stream)
    return _attach(unit, request.subject, request.name, request.content)


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError as error:
        raise UserError(
            say(
                "“{name}” cannot be read: {why}.", name=path.name, why=error.strerror or str(error)
            ),
            field="content",
        ) from error


def _attach(unit: Unit, subject: Reference, name: str, stream: BinaryIO) -> int:
    largest = settings_on(unit.session, unit.today).largest_file_bytes
    # The hash names the content and is known at its end: the bytes wait in a file, not in memory.
    with tempfile.TemporaryFile() as kept:
        size, sha256 = _copied(name, stream, kept, largest)
        _store(unit.session, sha256, kept)
    clean = name_without_folders(name)
    file = File(
        subject=str(subject),
        name=clean,
        media_type=media_type_of(clean),
        size=size,
        sha256=sha256,
        added_at=unit.now,
        added_by=unit.officer,
    )
    unit.add(file)
    unit.about(subject)
    return file.id


def _copied(name: str, stream: BinaryIO, kept: BinaryIO, largest: int) -> tuple[int, str]:
    digest, size = hashlib.sha256(), 0
    for piece in _pieces(stream):
        size += len(piece)
        if size > largest:
            raise UserError(
                say(
                    "“{name}” is larger than {most} MB, the largest file this office keeps. "
                    "Make it smaller, or raise the limit in the settings.",
                    name=name,
                    most=largest // CHUNK,
                ),
                field="content",
            )
        digest.update(piece)
        kept.write(piece)
    if size == 0:
        raise UserError(
            say("“{name}” is empty: there is nothing to keep.", name=name), field="content"
        )
    return size, digest.hexdigest()


def _pieces(stream: BinaryIO) -> Iterator[bytes]:
    while piece := stream.read(CHUNK):
        yield piece


def _store(session: Session, sha256: str, kept: BinaryIO) -> None:
    if session.scalar(select(FileChunk.id).where(FileChunk.sha256 == sha256).limit(1)):
        return
    kept.seek(0)
    for place, piece in enumerate(_pieces(kept)):
        session.execute(insert(FileChunk).values(sha256=sha256, place=place, content=piece))


@action(undo=Undo.RESTORE)
def detach_file(unit: Unit, request: DetachFile) -> None:
    """Take a file off its record; its content stays for undo and as-of."""
    file = unit.session.get_one(File, request.file_id)
    unit.about(reference(file.subject))
    unit.session.delete(file)


def save_copy(session: Session, file_id: int, target: Path) -> Path:
    """Write a file's content to a path: whole, in the place of what lay there, or not at all."""
    fresh = target.with_name(f".{target.name}.part")
    try:
        with fresh.open("wb") as copy:
            for piece in read_file(session, file_id):
                copy.write(piece)
            copy.flush()
            os.fsync(copy.fileno())
        fresh.replace(target)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise UserError(
            say(
                "“{path}” cannot be written: {why}.",
                path=str(target),
                why=error.strerror or str(error),
            ),
            field="path",
        ) from error
    return target
