"""Records of files kept with any record."""

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record
from techmgr.storage.types import Named


class File(Record):
    """A file of a record: its name there, and the content it names by hash.

    Always true: every chunk of the content is stored; two files with the same content share it.
    """

    __tablename__ = "file"

    subject: Mapped[Named] = mapped_column(index=True)
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]  # bytes
    sha256: Mapped[str] = mapped_column(index=True)
    added_at: Mapped[datetime]
    added_by: Mapped[str]


class FileChunk(Record):
    """A mebibyte of content (the last one shorter), in its place under the content's hash.

    Not audited: content never changes, it is named by its own hash.
    """

    __tablename__ = "file_chunk"
    __table_args__ = (UniqueConstraint("sha256", "place"),)

    sha256: Mapped[str]
    place: Mapped[int]
    content: Mapped[bytes]
