"""What imports brought, packed small: a hundred thousand rows are twenty pieces, not as many records."""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping

from techmgr.intake.dryrun import Imported
from techmgr.intake.fields import Key, plain

_PIECE = 5_000  # rows in one piece


def packed(rows: Iterable[tuple[Key, Imported]]) -> Iterator[bytes]:
    """Pack rows by key into pieces; `unpacked` gives them back. Nothing gives no piece."""
    piece: list[tuple[list[str | None], Imported]] = []
    for key, values in rows:
        piece.append(([plain(part) for part in key], values))
        if len(piece) == _PIECE:
            yield _pressed(piece)
            piece = []
    if piece:
        yield _pressed(piece)


def unpacked(pieces: Iterable[bytes]) -> dict[Key, Imported]:
    """Return what the pieces hold together; a later piece says more about the same key."""
    found: dict[Key, Imported] = {}
    for piece in pieces:
        for key, values in json.loads(zlib.decompress(piece)):
            found[tuple(key)] = values
    return found


def differing(
    rows: Iterable[tuple[Key, Imported]], before: Mapping[Key, Imported]
) -> Iterator[tuple[Key, Imported]]:
    """Return the rows of which something else is remembered, or nothing yet."""
    return (row for row in rows if before.get(row[0]) != row[1])


def _pressed(piece: list[tuple[list[str | None], Imported]]) -> bytes:
    text = json.dumps(piece, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)
