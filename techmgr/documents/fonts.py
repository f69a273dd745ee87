"""The typefaces of documents: text is cut into runs by what each face can draw; nothing is left a gap."""

import unicodedata
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from xml.sax.saxutils import escape

from fontTools.ttLib import TTFont as FontTables
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from techmgr.core.errors import UserError
from techmgr.core.paths import resource
from techmgr.core.texts import say


class Weight(StrEnum):
    """How heavy text is set; Chinese has no medium of its own."""

    REGULAR = "Regular"
    MEDIUM = "Medium"
    STRONG = "Strong"


LATIN = {
    Weight.REGULAR: "Inter-Regular.ttf",
    Weight.MEDIUM: "Inter-Medium.ttf",
    Weight.STRONG: "Inter-SemiBold.ttf",
}
CHINESE = {
    Weight.REGULAR: "NotoSansSC-Regular.ttf",
    Weight.MEDIUM: "NotoSansSC-Regular.ttf",
    Weight.STRONG: "NotoSansSC-Bold.ttf",
}
# Between Chinese characters these belong to the Chinese face, although the Latin one has them too.
_SHARED_PUNCTUATION = frozenset("“”‘’—…·")
_INVISIBLE = frozenset({"Cc", "Cf"})


@lru_cache(maxsize=20_000)
def runs(text: str, weight: Weight = Weight.REGULAR) -> tuple[tuple[str, str], ...]:
    """Cut one line of text into (font name, text) runs; a character no face has is a UserError."""
    result: list[tuple[str, str]] = []
    for character in cleaned(text):
        last = result[-1][0] if result else ""
        font = _font_of(character, weight, last)
        if font == last:
            result[-1] = (font, result[-1][1] + character)
        else:
            result.append((font, character))
    return tuple(result)


def cleaned(text: str) -> str:
    """Return text without invisible characters, letters composed, and line ends as they were."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = (each for each in composed.replace("\t", " ") if _is_drawn(each))
    # The faces set the narrow no-break space, but only the plain one is kept together in a line.
    return "".join(kept).replace("\u202f", "\u00a0")


def _is_drawn(character: str) -> bool:
    if character == "\n":
        return True
    is_selector = "\ufe00" <= character <= "\ufe0f"
    return not is_selector and unicodedata.category(character) not in _INVISIBLE


def markup(text: str, weight: Weight = Weight.REGULAR) -> str:
    """Return text as the escaped markup of a paragraph: fonts by run, line ends as breaks."""
    return "<br/>".join(_line_markup(line, weight) for line in text.splitlines())


def _line_markup(line: str, weight: Weight) -> str:
    pieces = runs(line, weight)
    return "".join(f'<font name="{font}">{escape(piece)}</font>' for font, piece in pieces)


def is_chinese(text: str) -> bool:
    """Tell whether a text has Chinese characters, and so may break between any two of them."""
    return any("\u2e80" <= each <= "\u9fff" or "\uff00" <= each <= "\uffef" for each in text)


def width(text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
    """Return how wide one line of text is set, in points."""
    pieces = runs(text, weight)
    return float(sum(pdfmetrics.stringWidth(piece, font, size) for font, piece in pieces))


@lru_cache(maxsize=20_000)
def _font_of(character: str, weight: Weight, last: str) -> str:
    files = (LATIN[weight], CHINESE[weight])
    if last == Path(CHINESE[weight]).stem and character in _SHARED_PUNCTUATION:
        files = files[::-1]
    for font in map(registered, files):  # the Chinese faces are large: read when needed only
        if _covers(font, character):
            return font
    name = unicodedata.name(character, "")
    code = f"U+{ord(character):04X} {name}".strip()
    raise UserError(
        say(
            "The character “{character}” ({code}) cannot be printed: no typeface of the program "
            "has it. Write it another way.",
            character=character,
            code=code,
        )
    )


def _covers(font: str, character: str) -> bool:
    return ord(character) in pdfmetrics.getFont(font).face.charToGlyph


@lru_cache
def registered(file_name: str) -> str:
    """Make a shipped face known to the PDF library, once, and return its name there."""
    path = resource("fonts") / file_name
    name = path.stem
    font = TTFont(name, str(path), shapable=False)
    _set_tabular(font, path)
    pdfmetrics.registerFont(font)
    addMapping(name, 0, 0, name)  # without a family the markup of paragraphs refuses a face
    return name


def _set_tabular(font: TTFont, path: Path) -> None:
    """Give every digit the same width, so that columns of money line up.

    The PDF library cannot switch font features, so digits are pointed at the glyphs of `tnum`.
    """
    with FontTables(path, lazy=True) as tables:
        swaps = _tabular_glyphs(tables)
        names, widths = tables.getBestCmap(), tables["hmtx"]
        for code in map(ord, "0123456789"):
            glyph = swaps.get(names[code])
            if glyph:
                font.face.charToGlyph[code] = tables.getGlyphID(glyph)
                font.face.charWidths[code] = widths[glyph][0] * 1000 / tables["head"].unitsPerEm


def _tabular_glyphs(tables: FontTables) -> dict[str, str]:
    layout = tables["GSUB"].table if "GSUB" in tables else None
    if layout is None:
        return {}
    found: dict[str, str] = {}
    for record in layout.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for number in record.Feature.LookupListIndex:
                for part in layout.LookupList.Lookup[number].SubTable:
                    found |= getattr(part, "ExtSubTable", part).mapping
    return found
