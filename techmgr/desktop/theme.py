"""One look for the whole window, built from `resources/tokens.toml`: colours, typefaces, icons and style sheet.

    theme.start(app, "system")          once, before the first widget
    theme.colour("accent_base")         a QColor of the present scheme
    theme.fill(State.DONE), theme.ink(State.DONE)
    theme.font("small")                 a role of [type] in the tokens
    theme.icon("folder-open")           a Lucide icon, tinted
    theme.changed                       emitted when light and dark change places

Widgets that paint by themselves ask for colours while painting and never keep them.
"""

import re
import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from techmgr.core.paths import resource
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State

_FAMILIES = {"win32": "windows", "darwin": "macos"}
_ROLES = (
    (QPalette.ColorRole.Window, "bg_window"),
    (QPalette.ColorRole.WindowText, "text_primary"),
    (QPalette.ColorRole.Base, "bg_base"),
    (QPalette.ColorRole.AlternateBase, "bg_sunken"),
    (QPalette.ColorRole.Text, "text_primary"),
    (QPalette.ColorRole.Button, "bg_base"),
    (QPalette.ColorRole.ButtonText, "text_primary"),
    (QPalette.ColorRole.BrightText, "text_on_accent"),
    (QPalette.ColorRole.Highlight, "select_active"),
    (QPalette.ColorRole.HighlightedText, "select_text"),
    (QPalette.ColorRole.ToolTipBase, "bg_raised"),
    (QPalette.ColorRole.ToolTipText, "text_primary"),
    (QPalette.ColorRole.PlaceholderText, "text_tertiary"),
    (QPalette.ColorRole.Link, "accent_text"),
    (QPalette.ColorRole.Accent, "accent_base"),
    (QPalette.ColorRole.Mid, "line_default"),
    (QPalette.ColorRole.Dark, "line_strong"),
)
_FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)
_SHEET_ICON = re.compile(r"@icon\(([\w-]+), (\w+)\)")
_SCALES = (1, 2, 3)
_CHINESE_ROW = 2


@cache
def _tokens() -> dict[str, Any]:
    return tomllib.loads(resource("tokens.toml").read_text(encoding="utf-8"))


@cache
def _svg(name: str) -> str:
    return (resource("icons") / f"{name}.svg").read_text(encoding="utf-8")


def set_figures(font: QFont, *, figures: bool) -> None:
    """Give a font figures of one width, or figures as drawn."""
    font.setFeature(QFont.Tag("tnum"), int(figures))
    # Fonts that differ in features alone count as equal, and a widget would keep the old one.
    strategy = QFont.StyleStrategy
    font.setStyleStrategy(strategy.PreferDefault if figures else strategy.PreferAntialias)


class Theme(QObject):
    """The present scheme is always `light` or `dark`; what the user wants may also be `system`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.scheme = "light"
        self.row_height = "compact"  # or "comfortable": a name of [row] in the tokens
        self._wanted = "system"
        self._folder = QTemporaryDir()

    def start(self, app: QApplication, wanted: str = "system") -> None:
        """Dress the application: typefaces, Fusion, palette and style sheet."""
        self._load_typefaces()
        app.setStyle("Fusion")
        app.setFont(self.font("body"))
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(wanted)

    def choose(self, wanted: str) -> None:
        """Follow the system, or pin `light` or `dark`."""
        self._wanted = wanted
        self._follow()

    def _follow(self, *_: object) -> None:
        dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        system = "dark" if dark else "light"
        self.scheme = self._wanted if self._wanted in ("light", "dark") else system
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(self.palette())
            app.setStyleSheet(self.sheet())

    def _load_typefaces(self) -> None:
        if _FAMILIES.get(sys.platform) is None:
            # Our own typefaces; Windows and macOS have theirs.
            for face in sorted(resource("fonts").glob("*.ttf")):
                QFontDatabase.addApplicationFont(str(face))

    def colour(self, name: str) -> QColor:
        """The colour of a token: `colour("accent_base")`, `colour("highlight_search")`."""
        return QColor(self._hex(name))

    def fill(self, state: State) -> QColor:
        """The fill of a state in strips and lanes."""
        return QColor(_tokens()["step"][self.scheme][state]["fill"])

    def ink(self, state: State) -> QColor:
        """The colour of a state's glyph and words."""
        return QColor(_tokens()["step"][self.scheme][state]["text"])

    def series(self) -> list[QColor]:
        """The colours of a chart, in order of use."""
        return [QColor(each) for each in _tokens()["chart"][self.scheme]]

    def mark(self) -> QColor:
        """The colour of what happened, on lanes."""
        return QColor(_tokens()["chart"][f"event_{self.scheme}"])

    def size(self, name: str) -> int:
        """A length of [size] or [row], in px; rows of Chinese are a little higher."""
        tokens = _tokens()
        if name in tokens["row"]:
            return int(tokens["row"][name]) + (_CHINESE_ROW if showing.is_chinese else 0)
        return int(tokens["size"][name])

    def duration(self, name: str) -> int:
        """A duration of [motion], in ms."""
        return int(_tokens()["motion"][name])

    def font(self, role: str = "body", *, figures: bool = True) -> QFont:
        """A typeface of a role of [type]; figures of one width, which also widens hyphens between words."""
        form = _tokens()["type"][role]
        font = QFont()
        font.setFamilies(self.families())
        font.setPixelSize(round(form["size"]))
        font.setWeight(QFont.Weight(form["weight"]))
        if "tracking" in form:
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, form["tracking"])
        set_figures(font, figures=figures)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def families(self) -> list[str]:
        """The families to look for, our own typefaces before the system's on Linux."""
        found = list(_tokens()["type"][_FAMILIES.get(sys.platform, "linux")])
        own = [] if sys.platform in _FAMILIES else ["Inter", "Noto Sans SC"]
        return own + [family for family in found if family not in own]

    def icon(self, name: str, colour: str = "text_secondary", size: int = 16) -> QIcon:
        """A Lucide icon in the colour of a token, sharp on every screen."""
        icon = QIcon()
        for scale in _SCALES:
            icon.addPixmap(self.pixmap(name, colour, size, scale))
        faded = self.pixmap(name, "text_disabled", size, 2)
        icon.addPixmap(faded, QIcon.Mode.Disabled)
        return icon

    def pixmap(self, name: str, colour: str, size: int = 16, scale: float = 2) -> QPixmap:
        """One picture of an icon; `size` in px before scaling."""
        picture = QPixmap(QSize(round(size * scale), round(size * scale)))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer = QSvgRenderer(self._tinted(name, colour).encode())
        renderer.render(painter, QRectF(picture.rect()))
        painter.end()
        picture.setDevicePixelRatio(scale)
        return picture

    def palette(self) -> QPalette:
        """The palette of the scheme, so that nothing is left unthemed."""
        palette = QPalette()
        for role, name in _ROLES:
            palette.setColor(role, self.colour(name))
        for role in _FADED:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("text_disabled"))
        return palette

    def sheet(self) -> str:
        """The style sheet with the tokens of the scheme filled in."""
        template = resource("style.qss").read_text(encoding="utf-8")
        with_icons = _SHEET_ICON.sub(lambda found: self._sheet_icon(found[1], found[2]), template)
        return re.sub(r"@(\w+)", lambda found: self._hex(found[1]), with_icons)

    def _sheet_icon(self, name: str, colour: str) -> str:
        # A style sheet takes pictures from files only.
        file = Path(self._folder.path()) / f"{self.scheme}-{name}-{colour}.svg"
        file.write_text(self._tinted(name, colour), encoding="utf-8")
        return f'url("{file.as_posix()}")'

    def _tinted(self, name: str, colour: str) -> str:
        stroke = str(_tokens()["size"]["icon"]["stroke"])
        drawn = re.sub(r'stroke-width="[\d.]+"', f'stroke-width="{stroke}"', _svg(name))
        return drawn.replace("currentColor", self._hex(colour))

    def _hex(self, name: str) -> str:
        colours = _tokens()["color"][self.scheme]
        if name in colours:
            return str(colours[name])
        return str(_tokens()["chart"][name][self.scheme])


theme = Theme()
