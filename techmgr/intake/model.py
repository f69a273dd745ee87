"""Records of imports: profiles, what each run brought, and cells kept as they came."""

from datetime import datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from techmgr.storage.base import Record, Root
from techmgr.storage.types import Named


class ImportProfile(Root):
    """How files of one kind are taken in, as an officer settled it once.

    Always true: one profile of a name for each target; `content` is what `Profile.as_plain` gives,
    as JSON.
    """

    __tablename__ = "import_profile"
    __table_args__ = (UniqueConstraint("target", "name"),)

    target: Mapped[str]
    name: Mapped[str]
    content: Mapped[str]


class ImportRun(Record):
    """One import that changed something: which file, when, through which profile, how many rows.

    The counts are of the dry run: together they are the rows of the file.
    """

    __tablename__ = "import_run"

    target: Mapped[str] = mapped_column(index=True)
    profile: Mapped[str]  # its name; empty when the columns were matched by name alone
    file: Mapped[str]
    sha256: Mapped[str]
    at: Mapped[datetime]
    new: Mapped[int]
    changed: Mapped[int]
    unchanged: Mapped[int]
    conflicts: Mapped[int]
    refused: Mapped[int]
    twins: Mapped[int]


class ImportedRows(Record):
    """What some rows of a run brought, packed: `remembered.packed` wrote it.

    Later runs of the same target and profile say only what differs from what is remembered.
    """

    __tablename__ = "imported_rows"

    run_id: Mapped[int] = mapped_column(ForeignKey("import_run.id"), index=True)
    content: Mapped[bytes]


class ImportedText(Record):
    """A cell of an imported file that has no field of its own, or could not be read: as imported.

    `subject` is the record it came with, such as `technology:17`; `question` says why it could
    not be read, when it could not.
    """

    __tablename__ = "imported_text"

    subject: Mapped[Named] = mapped_column(index=True)
    column: Mapped[str]
    text: Mapped[str]
    question: Mapped[str] = mapped_column(default="")  # a message id, with values as JSON
    question_values: Mapped[str] = mapped_column(default="{}")
