"""What the tabs of a case have in common: sections with a title, buttons, a table or a sentence."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from techmgr.casefile.queries_case import CaseFile
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button, column, holding, label, line, row, scrolled


class Tab(QWidget):
    """Scrolls as a whole; sections stand below each other, a hairline between them."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: QVBoxLayout = column(margins=(16, 10, 16, 16))
        self._rows.addStretch(1)
        self.setLayout(column(scrolled(holding(self._rows, "page"))))

    def show_case(self, found: CaseFile) -> None:
        """Exchange what is shown."""
        raise NotImplementedError

    def show_read_only(self, *, read_only: bool) -> None:
        """Hide the buttons, and let Enter open nothing, while the case is shown as of a day."""
        for each in self.findChildren(Section):
            each.show_read_only(read_only=read_only)

    def section(
        self, title: str, widget: QWidget, buttons: Sequence[Button] = (), empty: str = ""
    ) -> "Section":
        """Add a section; `empty` is said instead of a table without rows."""
        made = Section(title, widget, buttons, empty, ruled=self._rows.count() > 1)
        self._rows.insertWidget(self._rows.count() - 1, made)
        return made


class Section(QWidget):
    """A title with its buttons, above a table or anything else."""

    def __init__(
        self, title: str, widget: QWidget, buttons: Sequence[Button], empty: str, *, ruled: bool
    ) -> None:
        super().__init__()
        self.title = label(title, "strong")
        self._widget = widget
        self._empty = label(empty, "body", "tertiary", wrap=True)
        self._empty.hide()
        self._buttons = buttons
        head = row(self.title, None, *buttons, gap=6)
        parts = column(head, 4, widget, self._empty, margins=(0, 10, 0, 6))
        if ruled:
            parts.insertWidget(0, line())
            parts.insertSpacing(1, 10)
        self.setLayout(parts)

    def show_read_only(self, *, read_only: bool) -> None:
        """Offer nothing that changes the case."""
        for button in self._buttons:
            button.setVisible(not read_only)
        if isinstance(self._widget, RecordTable):
            self._widget.opens = not read_only

    def show_rows(self, rows: Sequence[object]) -> None:
        """Show these rows in the table, or the sentence when there are none."""
        if isinstance(self._widget, RecordTable):
            self._widget.show_rows(rows)
            self._widget.fit_height(200)
        self._widget.setVisible(bool(rows))
        self._empty.setVisible(not rows)
