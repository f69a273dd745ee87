"""A file becomes a table: CSV, TSV, XLSX or JSON, told apart by what is in it and by its name."""

from dataclasses import dataclass
from pathlib import Path

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.intake.delimited import read_delimited
from techmgr.intake.encodings import Encoding
from techmgr.intake.jsonlists import read_json
from techmgr.intake.table import MIB, Limits, Table, Watch
from techmgr.intake.workbooks import OLD_OFFICE, read_workbook, refuse_old_office

_ARCHIVE = b"PK\x03\x04"
_OTHER_KINDS = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"SQLite format 3", b"Rar!")


@dataclass(frozen=True, slots=True)
class Choices:
    """What the officer set about a file; None is detected."""

    encoding: Encoding | None = None
    delimiter: str | None = None
    sheet: str | None = None


def read(
    path: Path,
    choices: Choices = Choices(),
    limits: Limits = Limits(),  # noqa: B008 - frozen
    watch: Watch | None = None,
) -> Table:
    """Read a file into a table. Raises UserError with one sentence for whatever cannot be one."""
    head = _head(path, limits)
    if head.startswith(OLD_OFFICE):
        refuse_old_office(path)
    if head.startswith(_ARCHIVE) or path.suffix.lower() in (".xlsx", ".xlsm"):
        return read_workbook(path, limits, choices.sheet, watch)
    if head.startswith(_OTHER_KINDS):
        raise UserError(
            say("“{name}” is not a table: import CSV, TSV, XLSX or JSON.", name=path.name),
            field="file",
        )
    if path.suffix.lower() == ".json":
        return read_json(path, limits, choices.encoding, watch)
    return read_delimited(path, limits, choices.encoding, choices.delimiter, watch)


def _head(path: Path, limits: Limits) -> bytes:
    """Return the file's first bytes, or refuse it for its size or because it cannot be read."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(16)
    except OSError as error:
        raise UserError(
            say(
                "“{name}” cannot be read: {why}.",
                name=path.name,
                why=error.strerror or type(error).__name__,
            ),
            field="file",
        ) from None
    if not size:
        raise UserError(
            say("“{name}” is empty (0 bytes): save it again and retry.", name=path.name),
            field="file",
        )
    if size > limits.file:
        raise UserError(
            say(
                "“{name}” has {size} MB; the limit is {limit} MB. Import it in parts, "
                "or raise the limit in the settings.",
                name=path.name,
                size=-(-size // MIB),
                limit=limits.file // MIB,
            ),
            field="file",
        )
    return head
