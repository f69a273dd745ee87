"""Office files are packed: one that would unpack to more than any document holds is not opened."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from techmgr.core.errors import UserError
from techmgr.core.texts import say

LARGEST = 64 * 2**20  # bytes of everything in the file, unpacked


def refuse_bomb(content: bytes, largest: int = LARGEST) -> None:
    """Refuse a packed file that is too large when unpacked; what is not packed is let through."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            size = sum(each.file_size for each in archive.infolist())
    except BadZipFile:
        return
    if size > largest:
        raise UserError(
            say(
                "The file is too large when unpacked ({size} bytes), and is not opened.",
                size=f"{size:,}",
            ),
            field="file",
        )
