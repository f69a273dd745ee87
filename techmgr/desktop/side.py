"""The middle of the window: the page, and the side panel beside it or, when the window is narrow, over it."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from techmgr.desktop.widgets import restyle

COVERS_BELOW = 1240
LEAST, MOST = 260, 640


class Middle(QWidget):
    """The width the user drags is kept per page in `widths`."""

    side_closed = Signal()
    side_resized = Signal(str, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.widths: dict[str, int] = {}
        self.stack = QStackedWidget()
        self.stack.setProperty("area", "page")
        self.stack.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.side = _Side()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.stack)
        self._splitter.addWidget(self.side)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.splitterMoved.connect(self._dragged)
        self._covers = False
        self._page = ""
        self._wanted = 318
        self.side.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)

    @property
    def is_side_open(self) -> bool:
        """Whether the side panel is to be seen."""
        return not self.side.isHidden()

    @property
    def covers(self) -> bool:
        """Whether the side panel stands over the page."""
        return self._covers

    def show_side(self, page: str, widget: QWidget | None, width: int) -> None:
        """Show a widget in the side panel, or close the panel."""
        self._page = page
        self._wanted = width
        self.side.show_widget(widget)
        self.side.setVisible(widget is not None)
        self._place()

    def clear(self) -> None:
        """Let go of all pages and of what they showed at the side."""
        self.side.hide()
        for stack in (self.stack, self.side.stack):
            while (widget := stack.widget(0)) is not None:
                stack.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def close_side(self) -> None:
        """Close the side panel."""
        self.side.hide()
        self.side_closed.emit()

    def cover(self, *, covers: bool) -> None:
        """Let the side panel cover the page, or stand beside it."""
        if covers != self._covers:
            self._covers = covers
            is_open = self.is_side_open
            if covers:
                self.side.setParent(self)
            else:
                self._splitter.addWidget(self.side)
            self.side.setVisible(is_open)
            restyle(self.side, covers="true" if covers else "false")
        self._place()

    def _place(self) -> None:
        width = min(max(self.widths.get(self._page, self._wanted), LEAST), MOST)
        if self._covers:
            self.side.setGeometry(QRect(self.width() - width, 0, width, self.height()))
            self.side.raise_()
        elif self.is_side_open:
            self._splitter.setSizes([max(self.width() - width - 1, 1), width])

    def _dragged(self, *_: int) -> None:
        width = self._splitter.sizes()[1]
        self.widths[self._page] = width
        self.side_resized.emit(self._page, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()


class _Side(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("area", "side")
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)
        self.stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)

    def show_widget(self, widget: QWidget | None) -> None:
        if widget is None:
            return
        if self.stack.indexOf(widget) < 0:
            self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)

    def sizeHint(self) -> QSize:
        return QSize(318, 400)
