"""How cells of a workbook look: each combination of look and format is made once and reused."""

from copy import copy
from dataclasses import dataclass
from typing import Any

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from techmgr.documents.content import Kind
from techmgr.documents.sheets import Look
from techmgr.documents.typeset import BRAND, ink

QUOTIENT = -1  # in place of decimals: a share shown as 1/3
_FACE, _SIZE = "Calibri", 11


def _code(ink_name: str) -> str:
    return f"FF{ink(ink_name).hexval()[2:].upper()}"


@dataclass(frozen=True)
class CellStyle:
    """All that makes the look of one cell."""

    font: Font
    fill: PatternFill | None = None
    alignment: Alignment | None = None
    border: Border | None = None
    number_format: str = "General"
    is_unlocked: bool = False


def _font(ink_name: str = "text_primary", *, bold: bool = False, size: float = _SIZE) -> Font:
    return Font(name=_FACE, size=size, bold=bold, color=_code(ink_name))


def _fill(ink_name: str) -> PatternFill:
    return PatternFill("solid", fgColor=_code(ink_name))


def heading_style() -> CellStyle:
    """The line that says what a sheet is."""
    return CellStyle(_font(bold=True, size=13))


def under_style() -> CellStyle:
    """The line under the heading."""
    return CellStyle(_font("text_tertiary"))


def head_style(kind: Kind) -> CellStyle:
    """The title of a column: white on the darkest ink, set as its values are."""
    side = "left" if kind is Kind.TEXT else "right"
    inset = 0 if side == "left" else 1
    place = Alignment(horizontal=side, vertical="center", wrap_text=True, indent=inset)
    return CellStyle(_font("white", bold=True), _fill(BRAND), place)


def cell_style(look: Look, kind: Kind, decimals: int, language: str) -> CellStyle:
    """The look of a value; its number format follows its kind and decimals."""
    font, fill, border = _font(), None, None
    match look:
        case Look.ENTERED:
            font = _font("accent_text")
        case Look.POLICY:
            font, fill = _font("text_secondary"), _fill("bg_window")
        case Look.TOTAL:
            font, fill = _font(bold=True), _fill("bg_sunken")
            border = Border(top=Side("thin", _code("text_primary")))
        case Look.CHECK:
            font, fill = _font("ok_text", bold=True), _fill("ok_quiet")
        case Look.INPUT:
            thin = Side("thin", _code("line_field"))
            font, border = _font("accent_text"), Border(thin, thin, thin, thin)
        case Look.QUIET:
            font = _font("text_tertiary")
        case Look.PLAIN:
            pass
    form = number_format(kind, decimals, language)
    return CellStyle(font, fill, _placed(kind, look), border, form, look is Look.INPUT)


def _placed(kind: Kind, look: Look) -> Alignment:
    if kind is Kind.TEXT:
        return Alignment(vertical="top", wrap_text=look is not Look.TOTAL)
    return Alignment(horizontal="right", vertical="top", indent=1)


def number_format(kind: Kind, decimals: int, language: str) -> str:
    """Return Excel's code for a kind of value: `#,##0.00;−#,##0.00` for dollars."""
    places = "." + "0" * decimals if decimals > 0 else ""
    match kind:
        case Kind.TEXT:
            return "@"
        case Kind.DAY:
            return "yyyy-mm-dd" if language.startswith("zh") else "d mmm yyyy"
        case Kind.SHARE:
            return "# ???/???" if decimals == QUOTIENT else f"0{places}%"
        case Kind.MONEY | Kind.NUMBER:
            return f"#,##0{places};−#,##0{places}"


class Palette:
    """The styles of one workbook. A style is hashed once, not once per cell: 100,000 rows matter."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._made: dict[tuple[Look, Kind, int], Any] = {}

    def cell(self, page: Any, value: Any, look: Look, kind: Kind, decimals: int) -> Any:
        """Return a cell with a value, its look and its format."""
        return self.dress(WriteOnlyCell(page, value), look, kind, decimals)

    def dress(self, cell: Any, look: Look, kind: Kind, decimals: int) -> Any:
        """Give a cell its look and format."""
        key = (look, kind, decimals)
        if key not in self._made:
            sample = self.dressed(WriteOnlyCell(cell.parent), cell_style(*key, self._language))
            self._made[key] = sample._style  # noqa: SLF001 - the only fast way to share a style
        quoted = cell.quotePrefix
        cell._style = copy(self._made[key])  # noqa: SLF001 - as above
        if quoted:
            cell.quotePrefix = True
        return cell

    def dressed(self, cell: Any, style: CellStyle) -> Any:
        """Give one cell a style of its own."""
        cell.font, cell.number_format = style.font, style.number_format
        if style.fill:
            cell.fill = style.fill
        if style.alignment:
            cell.alignment = style.alignment
        if style.border:
            cell.border = style.border
        if style.is_unlocked:
            cell.protection = Protection(locked=False)
        return cell
