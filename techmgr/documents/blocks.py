"""Turns each block of a document into what the page is built of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import singledispatch

from reportlab.platypus import CondPageBreak, Flowable, HRFlowable, KeepTogether, Spacer
from reportlab.platypus import PageBreak as TurnPage
from reportlab.platypus import Table as PlacedTable

from techmgr.core.formats import show_money
from techmgr.core.money import Money
from techmgr.documents import content
from techmgr.documents.drawing import StepStrip, TickBoxes, drawn
from techmgr.documents.fonts import Weight, width
from techmgr.documents.tables import columns_of, placed, shown, styled
from techmgr.documents.typeset import (
    BODY,
    BRAND,
    FIGURE,
    HEADING,
    KEY_FIGURE,
    QUIET,
    SMALL,
    TITLE,
    Type,
    ink,
    paragraph,
)

_IN_COLUMN = BODY.sized(9.75)
_BOX = Type(9, colour="text_secondary")


@dataclass(frozen=True, slots=True)
class Room:
    """How wide a block may be, in points, and the language its values are shown in.

    Within a column nothing is kept together: the column as a whole moves to the next page.
    """

    width: float
    language: str
    in_column: bool = False


@dataclass(frozen=True, slots=True)
class BarredBox:
    """How a tinted box with a bar looks: bar, colours, distances in points."""

    bar: float
    colour: str
    ground: str
    inset: float
    pad: float
    valign: str


FIGURE_BOX = BarredBox(4, BRAND, "bg_window", 14, 10, "BOTTOM")
PROPOSAL_BOX = BarredBox(2, "accent_base", "accent_quiet", 7, 3, "TOP")


def all_of(blocks: Sequence[content.Block], room: Room) -> list[Flowable]:
    """Return what all the blocks are built of, in order."""
    return [each for block in blocks for each in flowables(block, room)]


def _kept(parts: list[Flowable], room: Room) -> list[Flowable]:
    return parts if room.in_column else [KeepTogether(parts)]


@singledispatch
def flowables(block: content.Block, room: Room) -> list[Flowable]:
    """Return what one block is built of."""
    raise TypeError(f"no way to draw {block!r} on {room!r}")


@flowables.register
def _(block: content.Addresses, room: Room) -> list[Flowable]:
    kind = SMALL.sized(9.25)
    left = paragraph("\n".join(block.to), kind)
    right = paragraph("\n".join(block.references), kind.coloured("text_secondary").right())
    return [columns_of([left, right], [room.width / 2] * 2), Spacer(0, 22)]


@flowables.register
def _(block: content.Title, room: Room) -> list[Flowable]:
    result: list[Flowable] = [paragraph(block.text, TITLE), Spacer(0, 4)]
    if block.under:
        result.append(paragraph(block.under, BODY.coloured("text_secondary")))
    return [*_kept(result, room), Spacer(0, 12)]


@flowables.register
def _(block: content.Heading, room: Room) -> list[Flowable]:
    text = f"{block.number}\u00a0\u00a0{block.text}" if block.number else block.text
    if block.continues:
        return [paragraph(text, HEADING), Spacer(0, 1)]
    if room.in_column:
        return [paragraph(text, _IN_COLUMN.strong()), Spacer(0, 3)]
    # A heading never stands alone at the foot of a page.
    return [CondPageBreak(90), Spacer(0, 12), paragraph(text, HEADING), Spacer(0, 6)]


@flowables.register
def _(block: content.Para, _room: Room) -> list[Flowable]:
    kind = QUIET if block.quiet else BODY.sized(9.75)
    if block.to_right:
        kind = kind.right()
    return [paragraph(block.text, kind, lead=block.lead), Spacer(0, 5)]


@flowables.register
def _(block: content.Figure, room: Room) -> list[Flowable]:
    amount = block.amount
    text = show_money(amount, with_currency=True) if isinstance(amount, Money) else amount
    aside = paragraph("\n".join(block.aside), Type(9.5, align="right"))
    words = [paragraph(block.label, _BOX), paragraph(text, FIGURE)]
    return [_barred([words, aside], room.width, room.width * 0.36, FIGURE_BOX), Spacer(0, 10)]


@flowables.register
def _(block: content.KeyFigures, room: Room) -> list[Flowable]:
    if not block.figures:
        return []
    needed = [_needed(figure) for figure in block.figures]
    spare = max(room.width - sum(needed), 0) / len(needed)
    scale = min(room.width / sum(needed), 1)
    widths = [each * scale + spare for each in needed]
    cells = [
        [
            paragraph(figure.value, KEY_FIGURE),
            paragraph(figure.label, SMALL),
            paragraph(figure.change, QUIET.sized(8)),
        ]
        for figure in block.figures
    ]
    return [columns_of(cells, widths), Spacer(0, 12)]


def _needed(figure: content.KeyFigure) -> float:
    value = width(figure.value, KEY_FIGURE.size, Weight.STRONG)
    return max(value, width(figure.label, SMALL.size), width(figure.change, 8)) + 6


@flowables.register
def _(block: content.NumberedSum, room: Room) -> list[Flowable]:
    kind = _IN_COLUMN if room.in_column else BODY
    lines = [_sum_line(line, kind) for line in block.lines]
    lines.append(_sum_line(block.result, kind.strong()))
    amounts = max(width(_amount(line), BODY.size, Weight.STRONG) for line in _lines(block)) + 6
    table = PlacedTable(lines, colWidths=[room.width - amounts, amounts], hAlign="LEFT")
    styled(
        table,
        [
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 4.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ("LINEBELOW", (0, 0), (-1, -2), 0.5, ink("line_default")),
        ],
    )
    heading = flowables(block.heading, room) if block.heading else []
    return [*heading, table, Spacer(0, 4)]


def _lines(block: content.NumberedSum) -> list[content.SumLine]:
    return [*block.lines, block.result]


def _amount(line: content.SumLine) -> str:
    return show_money(line.amount) if isinstance(line.amount, Money) else line.amount


def _sum_line(line: content.SumLine, kind: Type) -> list[object]:
    words: list[Flowable] = [paragraph(line.label, kind)]
    if line.detail:
        words.append(paragraph(line.detail, replace(QUIET, spacing=1.25)))
    return [words, paragraph(_amount(line), kind.right())]


@flowables.register
def _(block: content.Table, room: Room) -> list[Flowable]:
    return [placed(block, room.width, room.language), Spacer(0, 8)]


@flowables.register
def _(block: content.KeyValues, room: Room) -> list[Flowable]:
    kind = BODY.sized(9.25)
    names = max((width(name, kind.size) for name, _ in block.pairs), default=0) + 14
    names = min(names, room.width * 0.45)
    in_words = any(isinstance(value, str) for _, value in block.pairs)
    rows = [
        [
            paragraph(name, kind.coloured("text_tertiary")),
            paragraph(shown(value, room.language), kind if in_words else kind.right()),
        ]
        for name, value in block.pairs
    ]
    if not rows:
        return []
    table = PlacedTable(rows, colWidths=[names, room.width - names], hAlign="LEFT")
    edges = [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP")]
    styled(
        table, [*edges, ("BOTTOMPADDING", (0, 0), (-1, -1), 2), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    )
    return [table, Spacer(0, 6)]


@flowables.register
def _(block: content.Note, room: Room) -> list[Flowable]:
    words = paragraph(block.text, SMALL.coloured("text_secondary"), lead=block.lead)
    return _kept([Spacer(0, 6), _line("line_default"), Spacer(0, 5), words], room)


@flowables.register
def _(block: content.Proposal, room: Room) -> list[Flowable]:
    label = paragraph(block.label, Type(9.5, colour="text_tertiary"))
    text = paragraph(block.text, Type(9.5, Weight.MEDIUM))
    rest = room.width - width(block.label, 9.5) - 14
    return [Spacer(0, 3), _barred([label, text], room.width, rest, PROPOSAL_BOX), Spacer(0, 6)]


def _barred(cells: list[object], room: float, last: float, look: BarredBox) -> PlacedTable:
    """Return two things on a tinted ground with a bar before them."""
    widths = [look.bar, room - last - look.bar, last]
    box = PlacedTable([["", *cells]], colWidths=widths, hAlign="LEFT")
    whole = ((0, 0), (-1, -1))
    styled(
        box,
        [
            ("BACKGROUND", *whole, ink(look.ground)),
            ("BACKGROUND", (0, 0), (0, 0), ink(look.colour)),
            ("VALIGN", *whole, look.valign),
            ("LEFTPADDING", *whole, look.inset),
            ("RIGHTPADDING", *whole, 0),
            ("RIGHTPADDING", (-1, 0), (-1, 0), look.inset),
            ("TOPPADDING", *whole, look.pad),
            ("BOTTOMPADDING", *whole, look.pad + 1),
        ],
    )
    return box


@flowables.register
def _(block: content.Choices, _room: Room) -> list[Flowable]:
    return [TickBoxes(block.words)]


@flowables.register
def _(block: content.Steps, _room: Room) -> list[Flowable]:
    return [StepStrip(block.states)]


@flowables.register
def _(block: content.Chart, room: Room) -> list[Flowable]:
    result: list[Flowable] = [drawn(block.of)]
    if block.heading:
        result = [paragraph(block.heading, _IN_COLUMN.strong()), Spacer(0, 6), *result]
    if block.note:
        result += [Spacer(0, 5), paragraph(block.note, QUIET)]
    return [*_kept(result, room), Spacer(0, 8)]


@flowables.register
def _(block: content.SideBySide, room: Room) -> list[Flowable]:
    gap = 22.0
    shares = block.shares or [1] * len(block.columns)
    free = room.width - gap * (len(shares) - 1)
    widths = [free * share / sum(shares) for share in shares]
    cells: list[object] = []
    for column, wide in zip(block.columns, widths, strict=True):
        cells += [all_of(column, replace(room, width=wide, in_column=True)), ""]
    spaced = [each for wide in widths for each in (wide, gap)]
    return [columns_of(cells[:-1], spaced[:-1]), Spacer(0, 4)]


@flowables.register
def _(block: content.Together, room: Room) -> list[Flowable]:
    return _kept(all_of(block.blocks, room), room)


@flowables.register
def _(_block: content.Rule, _room: Room) -> list[Flowable]:
    return [Spacer(0, 2), _line("line_default"), Spacer(0, 6)]


@flowables.register
def _(_block: content.PageBreak, _room: Room) -> list[Flowable]:
    return [TurnPage()]


def _line(colour: str) -> HRFlowable:
    return HRFlowable(width="100%", thickness=0.5, color=ink(colour), spaceBefore=0, spaceAfter=0)
