"""Reads of files: those of a record, and a file's content piece by piece."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from techmgr.core.references import Reference, reference
from techmgr.documents.model import File, FileChunk


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of a record; its size is in bytes."""

    id: int
    subject: Reference
    name: str
    media_type: str
    size: int
    sha256: str
    added_at: datetime
    added_by: str


_FILES = select(File).where(File.subject == bindparam("subject")).order_by(File.id.desc())


def files_of(session: Session, subject: Reference) -> list[FileRow]:
    """Return the files of a record, newest first."""
    return [_row(each) for each in session.scalars(_FILES, {"subject": str(subject)})]


def file_by_id(session: Session, file_id: int) -> FileRow:
    """Return one file's row."""
    return _row(session.get_one(File, file_id))


def read_file(session: Session, file_id: int) -> Iterator[bytes]:
    """Yield a file's content in pieces of a mebibyte; only one is in memory at a time."""
    sha256 = session.get_one(File, file_id).sha256
    places = session.scalars(
        select(FileChunk.place).where(FileChunk.sha256 == sha256).order_by(FileChunk.place)
    ).all()
    for place in places:
        chosen = (FileChunk.sha256 == sha256, FileChunk.place == place)
        yield session.scalars(select(FileChunk.content).where(*chosen)).one()


def _row(each: File) -> FileRow:
    return FileRow(
        each.id,
        reference(each.subject),
        each.name,
        each.media_type,
        each.size,
        each.sha256,
        each.added_at,
        each.added_by,
    )
