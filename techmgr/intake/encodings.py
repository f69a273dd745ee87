"""Which encoding a text file is written in: its mark, else the shape of its bytes."""

import codecs
import re
from enum import StrEnum
from pathlib import Path

_CHUNK = 1024 * 1024
_HEAD = 8192


class Encoding(StrEnum):
    """The encodings a file can be read in; the values are Python's codec names."""

    UTF8 = "utf-8"
    UTF8_MARKED = "utf-8-sig"
    UTF16_LE = "utf-16-le"
    UTF16_BE = "utf-16-be"
    GB18030 = "gb18030"
    WINDOWS_1252 = "cp1252"


_MARKS = (
    (codecs.BOM_UTF8, Encoding.UTF8_MARKED),
    (codecs.BOM_UTF16_LE, Encoding.UTF16_LE),
    (codecs.BOM_UTF16_BE, Encoding.UTF16_BE),
)
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")


def detected(path: Path) -> Encoding:
    """Return the encoding of a text file. The whole file is looked at, a chunk at a time."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    if wide := _utf16(head):
        return wide
    foreign = _first_not_utf8(path)
    return Encoding.UTF8 if foreign is None else _chinese_or_western(foreign)


def _utf16(head: bytes) -> Encoding | None:
    """UTF-16 without a mark: zeros on one side of the pairs only, at each line end too."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if 20 * (even + odd) < len(head) or not head:
        return None
    if odd and not even and _line_ends(head, b"\n\x00"):
        return Encoding.UTF16_LE
    if even and not odd and _line_ends(head, b"\x00\n"):
        return Encoding.UTF16_BE
    return None


def _line_ends(head: bytes, line_end: bytes) -> bool:
    return any(head[at : at + 2] == line_end for at in range(0, len(head), 2))


def _first_not_utf8(path: Path) -> bytes | None:
    """Return the first chunk that is not UTF-8, or None."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    before = b""
    with path.open("rb") as file:
        while True:
            chunk = file.read(_CHUNK)
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError:
                return chunk or before
            if not chunk:
                return None
            before = chunk


def _chinese_or_western(chunk: bytes) -> Encoding:
    """Chinese characters are pairs of high bytes; Western accents stand alone between letters.

    "发明" is B7 A2 C3 F7, one run of four; "Müller" is one high byte between two letters.
    """
    runs = [len(run) for run in _HIGH_BYTES.findall(chunk)]
    paired = sum(run for run in runs if run % 2 == 0)
    if 10 * paired < 7 * sum(runs):
        return Encoding.WINDOWS_1252
    # A chunk may begin and end inside a character: whole lines first, then incremental decoding.
    decoder = codecs.getincrementaldecoder("gb18030")()
    try:
        decoder.decode(chunk.partition(b"\n")[2] or chunk)
    except UnicodeDecodeError:
        return Encoding.WINDOWS_1252
    return Encoding.GB18030
