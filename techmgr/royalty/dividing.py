"""A division on a worksheet: whole parts by QUOTIENT, left-over units by the largest remainder."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from techmgr.core.shares import entitled
from techmgr.core.texts import Text, say
from techmgr.documents.sheets import Look, Styled, Value
from techmgr.royalty.grid import EXACT, Grid, is_whole, ruled, whole


@dataclass(frozen=True, slots=True)
class Piece:
    """One slice at one rate: the formula of the slice, and the amount it makes (a magnitude)."""

    formula: str
    amount: Fraction
    rate: Fraction
    label: Text


@dataclass(frozen=True, slots=True)
class Part:
    """What one party gets: its pieces, and the amount posted (signed, before anything is moved on)."""

    id: str
    label: Text
    pieces: Sequence[Piece]
    posted: int
    clause: str = ""

    @property
    def exact(self) -> Fraction:
        """The exact magnitude before rounding."""
        return sum((piece.amount * piece.rate for piece in self.pieces), Fraction(0))


def divide(grid: Grid, total: str, parts: Sequence[Part], sign: int) -> None:
    """Add the rows of a division of `total` (a formula, signed) and the check that it adds up.

    70,000.01 in three: whole part 2,333,333 each, 2 units left over, placed by remainder.
    """
    common = lcm(*(piece.rate.denominator for part in parts for piece in part.pieces))
    if not _is_live(parts, common):
        for part in parts:
            _as_value(grid, part)
        return
    rows = [_with_pieces(grid, part, common) for part in parts]
    left_row = grid.next_row
    for part, row in zip(parts, rows, strict=True):
        _place(grid, part, rows, row, left_row=left_row, sign=sign)
    wholes = "-".join(f"G{row}" for row in rows)
    left = whole(f"=ABS({total})-{wholes}")
    grid.add(say("Units left over to place"), {"I": left}, Look.QUIET)
    booked = "+".join(grid.cells[part.id] for part in parts)
    grid.check(say("Parts minus the whole"), f"={booked}-({total})")


def _is_live(parts: Sequence[Part], common: int) -> bool:
    """Tell whether whole-number formulas reach the posted units exactly."""
    total = sum(part.posted for part in parts)
    exact = [part.exact for part in parts]
    slices = [piece.amount for part in parts for piece in part.pieces]
    if not all(map(is_whole, slices)) or abs(total) * common * 2 >= EXACT:
        return False
    return sum(exact) == abs(total) and entitled(total, exact) == [p.posted for p in parts]


def _as_value(grid: Grid, part: Part) -> None:
    row = grid.add(part.label, {"N": part.clause})
    grid.cells[part.id] = grid.book(row, part.posted, part.posted)


def _with_pieces(grid: Grid, part: Part, common: int) -> int:
    """Add the rows of the slices, then the party's own row; returns its number."""
    if len(part.pieces) == 1:
        row = grid.next_row
        cells = _product(part.pieces[0], row, common)
        return grid.add(part.label, cells | {"N": part.clause})
    rows = []
    for piece in part.pieces:
        row = grid.next_row
        label = say("{party}: {slice}", party=part.label, slice=piece.label)
        rows.append(grid.add(label, _product(piece, row, common), Look.QUIET))
    product = whole("=" + "+".join(f"F{row}" for row in rows))
    return grid.add(part.label, {"E": ruled(common), "F": product, "N": part.clause})


def _product(piece: Piece, row: int, common: int) -> dict[str, Value | Styled]:
    return {
        "C": whole(f"={piece.formula}"),
        "D": ruled(int(piece.rate * common)),
        "E": ruled(common),
        "F": whole(f"=C{row}*D{row}"),
    }


def _place(
    grid: Grid, part: Part, rows: Sequence[int], row: int, *, left_row: int, sign: int
) -> None:
    """Fill in whole part, remainder, place in the queue (ties as listed) and the booked amount."""
    ties = "".join(f"+(H{other}=H{row})" for other in rows if other < row)
    minus = "-" if sign < 0 else ""
    grid.fill(row, "G", whole(f"=QUOTIENT(F{row},E{row})"))
    grid.fill(row, "H", whole(f"=F{row}-G{row}*E{row}"))
    grid.fill(row, "I", whole(f'=1+COUNTIF(H{rows[0]}:H{rows[-1]},">"&H{row}){ties}'))
    booked = whole(f"={minus}(G{row}+IF(I{row}<=I{left_row},1,0))")
    grid.cells[part.id] = grid.book(row, booked, part.posted)
