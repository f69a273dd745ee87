"""How text looks on paper: sizes, weights and colours from the tokens, as paragraphs or drawn lines."""

import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_CENTER, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from techmgr.core.paths import resource
from techmgr.documents.fonts import LATIN, Weight, is_chinese, markup, registered, runs, width

_ALIGN = {"left": TA_LEFT, "right": TA_RIGHT, "center": TA_CENTER}
_CHINESE_EXTRA = 1.5  # points added to a line: Chinese fills its square


@lru_cache
def tokens() -> dict[str, Any]:
    """Return the design tokens; on paper only their light colours are used."""
    return tomllib.loads(resource("tokens.toml").read_text(encoding="utf-8"))


@lru_cache
def ink(name: str) -> Color:
    """Return a colour of the tokens by name; `series_0` is of charts, `step_done` of steps."""
    if name.startswith("series_"):
        palette = tokens()["chart"]["light"]
        return HexColor(palette[int(name.removeprefix("series_")) % len(palette)])
    if name.startswith("step_"):
        return HexColor(tokens()["step"]["light"][name.removeprefix("step_")]["fill"])
    if name == "context":
        return HexColor(tokens()["chart"]["context_light"])
    if name == "white":
        return HexColor("#FFFFFF")
    return HexColor(tokens()["color"]["light"][name])


BRAND = "series_0"  # rules, letterhead and cover: the darkest ink of the palette
_SIZE = tokens()["type"]["document"]


@dataclass(frozen=True, slots=True)
class Type:
    """A way to set text: points, weight, colour by token name, alignment."""

    size: float
    weight: Weight = Weight.REGULAR
    colour: str = "text_primary"
    align: str = "left"
    spacing: float = 1.38

    def right(self) -> "Type":
        return replace(self, align="right")

    def coloured(self, colour: str) -> "Type":
        return replace(self, colour=colour)

    def strong(self) -> "Type":
        return replace(self, weight=Weight.STRONG)

    def sized(self, size: float) -> "Type":
        return replace(self, size=size)


BODY = Type(_SIZE["body"])
QUIET = Type(_SIZE["small"], colour="text_tertiary")
SMALL = Type(_SIZE["small"] + 0.75)
TITLE = Type(_SIZE["h1"] + 0.5, Weight.STRONG, spacing=1.25)
HEADING = Type(_SIZE["h2"], Weight.STRONG)
FIGURE = Type(_SIZE["figure"], Weight.STRONG, spacing=1.15)
KEY_FIGURE = Type(_SIZE["figure"] - 3, Weight.STRONG, BRAND, spacing=1.15)
TABLE_HEAD = Type(9, Weight.MEDIUM, "text_secondary")


@lru_cache
def _style(kind: Type, *, chinese: bool, indent: float) -> ParagraphStyle:
    extra = _CHINESE_EXTRA if chinese else 0
    return ParagraphStyle(
        name=str(kind),
        fontName=registered(LATIN[kind.weight]),
        fontSize=kind.size,
        leading=round(kind.size * kind.spacing, 1) + extra,
        textColor=ink(kind.colour),
        alignment=_ALIGN[kind.align],
        leftIndent=indent,
        wordWrap="CJK" if chinese else None,
        splitLongWords=1,
    )


def paragraph(text: str, kind: Type = BODY, *, lead: str = "", indent: float = 0) -> Paragraph:
    """Return a paragraph of plain text; `lead` is set strong before it. Markup in it stays text."""
    space = "" if is_chinese(lead) else " "
    before = markup(lead + space, Weight.STRONG) if lead else ""
    style = _style(kind, chinese=is_chinese(text), indent=indent)
    return Paragraph(before + markup(text, kind.weight), style)


def draw_line(canvas: Any, x: float, y: float, text: str, kind: Type) -> None:
    """Draw one line of text with its baseline at y; x is its left, right or middle by alignment."""
    wide = width(text, kind.size, kind.weight)
    left = x - {"left": 0, "right": wide, "center": wide / 2}[kind.align]
    canvas.setFillColor(ink(kind.colour))
    line = canvas.beginText(left, y)
    for font, piece in runs(text, kind.weight):
        line.setFont(font, kind.size)
        line.textOut(piece)
    canvas.drawText(line)


def fitted(text: str, kind: Type, room: float) -> str:
    """Return one line of text cut at the end with … where it is wider than the room."""
    if width(text, kind.size, kind.weight) <= room:
        return text
    kept = text
    while kept and width(kept + "…", kind.size, kind.weight) > room:
        kept = kept[:-1]
    return kept.rstrip() + "…"
