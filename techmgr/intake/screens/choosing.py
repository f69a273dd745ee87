"""The first step of an import: a file, chosen or dropped here, and what it is taken in as."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from techmgr.desktop.choices import Choice
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button, IconLabel, card, column, label, row
from techmgr.intake.queries import RunRow


class ChooseFile(QWidget):
    """Emits `chosen` with a path."""

    chosen = Signal(Path)

    def __init__(self, targets: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.target = Choice(targets, name="target", title=self.tr("Import as"))
        self.target.setFixedWidth(220)
        self.button = Button(
            self.tr("Choose a file…"), self.choose, kind="primary", key="Ctrl+O", icon="file-plus"
        )
        self.runs = RecordTable(
            [
                Column("file", self.tr("Imported before"), stretch=True),
                Column("target", self.tr("As"), width=120, secondary=True),
                Column("at", self.tr("When"), width=130, show=_moment, secondary=True),
                Column("new", self.tr("New"), Kind.NUMBER),
                Column("changed", self.tr("Changed"), Kind.NUMBER),
            ],
            name=self.tr("Imports made"),
        )
        parts = column(
            row(self.target, None),
            self._make_box(),
            self.runs,
            None,
            gap=16,
            margins=(16, 8, 16, 16),
        )
        self.setLayout(parts)
        self.setFocusProxy(self.button)

    def _make_box(self) -> QFrame:
        box = card()
        title = label(self.tr("Drop a file here"), "lead")
        words = label(
            self.tr(
                "CSV, TSV, XLSX or JSON. Columns are matched by their names; you see what would "
                "change before anything is written, and one Undo takes all of it back."
            ),
            tone="secondary",
            wrap=True,
        )
        for each in (title, words):
            each.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.setLayout(
            column(
                row(None, IconLabel("upload", "text_secondary", 24), None),
                title,
                words,
                row(None, self.button, None),
                gap=10,
                margins=(24, 28, 24, 28),
            )
        )
        return box

    def show_runs(self, runs: Sequence[RunRow]) -> None:
        """Show the imports made, newest first."""
        self.runs.show_rows(runs)
        self.runs.setVisible(bool(runs))
        self.runs.fit_height(10)

    def choose(self) -> None:
        """Ask for a file."""
        kinds = self.tr("Tables (*.csv *.tsv *.txt *.xlsx *.xlsm *.json);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a file"), "", kinds)
        if name:
            self.chosen.emit(Path(name))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = event.mimeData().urls()[0].toLocalFile()
        if path:
            event.acceptProposedAction()
            self.chosen.emit(Path(path))


def _moment(value: object) -> str:
    return f"{showing.day(value.date())} {value:%H:%M}"  # type: ignore[attr-defined]
