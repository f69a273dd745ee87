"""Files chosen as proof: a button, and the names below it."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from techmgr.desktop.widgets import Button, column, holding, label, row


class FilesRow(QWidget):
    """What was chosen is kept with the case once the form is saved."""

    def __init__(self) -> None:
        super().__init__()
        self.paths: tuple[Path, ...] = ()
        self._names = label("", "small", "secondary", wrap=True)
        self._names.hide()
        choose = Button(self.tr("Attach a file…"), self.choose, small=True, icon="paperclip")
        self.setLayout(column(holding(row(choose, None)), self._names, gap=4))

    def choose(self) -> None:
        """Ask for files."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach a file"))
        self.take([Path(name) for name in names])

    def take(self, paths: Sequence[Path]) -> None:
        """Add files to what was chosen."""
        self.paths = tuple(dict.fromkeys([*self.paths, *paths]))
        self._names.setText("\n".join(path.name for path in self.paths))
        self._names.setVisible(bool(self.paths))
