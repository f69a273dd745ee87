"""The chip that says by what the list is grouped, and its menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from techmgr.desktop.theme import theme
from techmgr.docket.screens.weeks import WAYS, way_words


class GroupChip(QToolButton):
    """A click opens the ways to group."""

    def __init__(self, choose: Callable[[str], object]) -> None:
        super().__init__()
        self._choose = choose
        self.setProperty("chip", "off")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(12, 12))
        self.clicked.connect(lambda *_: self.offer())
        theme.changed.connect(self._paint_icon)
        self._paint_icon()
        self.show_way("week")

    def _paint_icon(self) -> None:
        self.setIcon(theme.icon("chevron-down", "text_secondary", 12))

    def show_way(self, way: str) -> None:
        """Say by what the list is grouped."""
        self.setText(self.tr("Group: {way}").format(way=way_words()[way]))
        self.setAccessibleName(self.text())

    def offer(self) -> None:
        """Open the menu."""
        menu = QMenu(self)
        words = way_words()
        for way in WAYS:
            menu.addAction(words[way], partial(self._choose, way))
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))
