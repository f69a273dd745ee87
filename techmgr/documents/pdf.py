"""Renders a document to PDF: letterhead, pages with their furniture, and the same bytes every time."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, NextPageTemplate, PageTemplate
from reportlab.platypus import PageBreak as TurnPage

from techmgr.core.formats import show_full_day
from techmgr.core.texts import say, words
from techmgr.documents.blocks import Room, flowables
from techmgr.documents.content import Cover, Document
from techmgr.documents.fonts import LATIN, Weight, markup, registered, width
from techmgr.documents.names import write_whole
from techmgr.documents.typeset import BRAND, QUIET, Type, draw_line, fitted, ink, paragraph

SIDE = 55.0
_FIRST_TOP, _LATER_TOP, _FOOT = 108.0, 76.0, 56.0
_NAME = Type(11.5, Weight.STRONG)
_OFFICE = Type(9.5, colour="text_tertiary")
_TONES = ("", "#3A5A92", "#5F7CAC", "#8FA6CB", "#CAD6EA", "series_3")


def render(document: Document) -> bytes:
    """Return a document as PDF. The same document always makes the same bytes.

    A character that no typeface has is refused with a UserError.
    """
    for text in _texts(document):
        markup(text)  # refuses what cannot be printed, before anything is drawn
    out = BytesIO()
    page = _Pages(document, out)
    room = Room(page.width, document.language)
    story: list[Flowable] = []
    if document.cover:
        story += [NextPageTemplate("first"), TurnPage()]
    story.append(NextPageTemplate("later"))
    for block in document.blocks:
        story += flowables(block, room)
    page.build(story, canvasmaker=lambda *args, **rest: _Counted(document, *args, **rest))
    return out.getvalue()


def _texts(part: Any) -> Iterator[str]:
    """Yield every text anywhere in plain content."""
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        for each in fields(part):
            yield from _texts(getattr(part, each.name))
    elif isinstance(part, list | tuple):
        for each in part:
            yield from _texts(each)


def write(document: Document, path: Path) -> Path:
    """Write a document as a PDF file, whole or not at all."""
    return write_whole(path, render(document))


class _Pages(BaseDocTemplate):  # type: ignore[misc]  # the PDF library has no types
    """The pages of one document: cover, first page with the letterhead, later pages."""

    def __init__(self, document: Document, out: BytesIO) -> None:
        size = landscape(A4) if document.landscape else A4
        super().__init__(
            out,
            pagesize=size,
            title=document.title,
            author=document.sender.name,
            subject=document.number,
            creator="techmgr",
            lang=document.language.replace("_", "-"),
            invariant=1,
        )
        self.width = size[0] - 2 * SIDE
        self.addPageTemplates(
            [
                PageTemplate("first", [self._frame(size, _FIRST_TOP)], onPage=_letterhead),
                PageTemplate("later", [self._frame(size, _LATER_TOP)], onPage=_running_head),
            ]
        )
        self.document = document
        if document.cover:
            cover = PageTemplate("cover", [self._frame(size, _FIRST_TOP)], onPage=_cover)
            self.pageTemplates.insert(0, cover)

    def _frame(self, size: tuple[float, float], top: float) -> Frame:
        wide, high = size
        edges = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
        return Frame(SIDE, _FOOT, wide - 2 * SIDE, high - top - _FOOT, **edges)


class _Counted(Canvas):  # type: ignore[misc]  # the PDF library has no types
    """A canvas that knows how many pages there are before the last line of each is drawn."""

    def __init__(self, document: Document, *args: Any, **rest: Any) -> None:
        # Without it every file names Helvetica, and does not carry it.
        rest["initialFontName"] = registered(LATIN[Weight.REGULAR])
        super().__init__(*args, **rest)
        self._document = document
        self._finished: list[dict[str, Any]] = []

    def showPage(self) -> None:
        self._finished.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        pages = len(self._finished)
        for number, state in enumerate(self._finished, start=1):
            self.__dict__.update(state)
            if not (self._document.cover and number == 1):
                _foot(self, self._document, number, pages)
            super().showPage()
        super().save()


def _letterhead(canvas: Any, page: Any) -> None:
    document, (wide, high) = page.document, page.pagesize
    right = wide - SIDE
    _mark(canvas, SIDE, high - 72, document.sender.name, (BRAND, "white"))
    draw_line(canvas, SIDE + 32, high - 60.5, document.sender.name, _NAME)
    draw_line(canvas, SIDE + 32, high - 75, document.sender.office, _OFFICE)
    draw_line(canvas, right, high - 60.5, document.number, _OFFICE.right())
    day = show_full_day(document.day, document.language)
    draw_line(canvas, right, high - 74, day, _OFFICE.right())
    _rule(canvas, high - 89, wide, BRAND, 1.1)


def _mark(canvas: Any, x: float, y: float, name: str, colours: tuple[str, str]) -> None:
    ground, letter = colours
    canvas.setFillColor(ink(ground))
    canvas.rect(x, y, 22.5, 22.5, stroke=0, fill=1)
    initial = Type(12, Weight.STRONG, letter, "center")
    draw_line(canvas, x + 11.25, y + 6.9, name.strip()[:1].upper(), initial)


def _running_head(canvas: Any, page: Any) -> None:
    document, (wide, high) = page.document, page.pagesize
    day = show_full_day(document.day, document.language)
    right = f"{document.number} · {day}"
    room = wide - 2 * SIDE - width(right, QUIET.size) - 20
    left = fitted(f"{document.sender.name}, {document.title}", QUIET, room)
    draw_line(canvas, SIDE, high - 47, left, QUIET)
    draw_line(canvas, wide - SIDE, high - 47, right, QUIET.right())
    _rule(canvas, high - 56, wide, BRAND, 1.1)


def _foot(canvas: Any, document: Document, number: int, pages: int) -> None:
    wide = canvas._pagesize[0]  # noqa: SLF001 - the canvas keeps its page size nowhere else
    count = words(say("{page} of {pages}", page=number, pages=pages), document.language)
    right = f"{document.run} · {count}" if document.run else count
    room = wide - 2 * SIDE - width(right, QUIET.size) - 24
    _rule(canvas, 48, wide, "line_strong", 0.5)
    draw_line(canvas, wide - SIDE, 35, right, QUIET.right())
    left = paragraph(document.foot, QUIET)
    _, high = left.wrapOn(canvas, room, 40)
    left.drawOn(canvas, SIDE, 43.5 - high)


def _rule(canvas: Any, y: float, wide: float, colour: str, thick: float) -> None:
    canvas.setStrokeColor(ink(colour))
    canvas.setLineWidth(thick)
    canvas.line(SIDE, y, wide - SIDE, y)


def _cover(canvas: Any, page: Any) -> None:
    document, (wide, high) = page.document, page.pagesize
    cover: Cover = document.cover
    canvas.setFillColor(ink(BRAND))
    canvas.rect(0, 0, wide, high, stroke=0, fill=1)
    _mark(canvas, SIDE, high - 82, document.sender.name, ("white", BRAND))
    draw_line(canvas, SIDE + 32, high - 70, document.sender.name, _NAME.coloured("white"))
    draw_line(
        canvas, SIDE + 32, high - 84, document.sender.office, _OFFICE.coloured("line_default")
    )
    title = Type(42, Weight.STRONG, "white", spacing=1.13)
    below = _put(canvas, cover.title, title, high - 212, wide)
    below -= 16
    for line in cover.lines:
        below = _put(canvas, line, Type(14, colour="line_default"), below, wide)
    _pattern(canvas, cover, wide)


def _put(canvas: Any, text: str, kind: Type, top: float, wide: float) -> float:
    flowing = paragraph(text, kind)
    _, high = flowing.wrapOn(canvas, wide - 2 * SIDE, 400)
    flowing.drawOn(canvas, SIDE, top - high)
    return float(top - high)


def _pattern(canvas: Any, cover: Cover, wide: float) -> None:
    """Draw the year's cases, one row per step; pieces run off the right edge of the page."""
    for at, row in enumerate(cover.pattern):
        x, y = SIDE + 5, 42 + 31 * (len(cover.pattern) - 1 - at)
        number = Type(9.5, colour="line_default", align="right")
        draw_line(canvas, SIDE - 12, y + 6, str(at + 1), number)
        for length, tone in row:
            if tone and x < wide:
                canvas.setFillColor(_tone(tone))
                canvas.rect(x, y, min(length, wide - x), 18, stroke=0, fill=1)
            x += length + 4


def _tone(tone: int) -> Any:
    name = _TONES[tone]
    return HexColor(name) if name.startswith("#") else ink(name)
