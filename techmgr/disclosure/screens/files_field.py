"""A field of files to attach once a form is saved: chosen or dropped, kept as paths."""

from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from techmgr.desktop.fields import Field
from techmgr.desktop.widgets import Button, IconButton, card, holding, label, row


class FilesField(Field):
    """`value()` is a list of paths."""

    def build(self) -> QWidget:
        self._paths: list[Path] = []
        self.setAcceptDrops(True)
        frame = card("field")
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self._adder = Button(self.tr("Add file…"), self.choose, kind="link", icon="paperclip")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(8, 4, 8, 4)
        inside.addLayout(self._list)
        inside.addLayout(row(self._adder, None))
        frame.setFocusProxy(self._adder)
        return frame

    def choose(self) -> None:
        """Ask for files."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"))
        self.add([Path(name) for name in names])

    def add(self, paths: list[Path]) -> None:
        """Add files to the list."""
        self._paths += [path for path in paths if path not in self._paths]
        self._show()
        self._edited()

    def _show(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for path in self._paths:
            text = self.tr("Take {file} away").format(file=path.name)
            remove = IconButton("x", text, partial(self._remove, path), 13)
            words = label(path.name)
            words.setToolTip(str(path))
            self._list.addWidget(holding(row(words, None, remove)))

    def _remove(self, path: Path) -> None:
        self._paths.remove(path)
        self._show()
        self._edited()

    def raw(self) -> Any:
        return [str(path) for path in self._paths]

    def set_raw(self, raw: Any) -> None:
        self._paths = [Path(each) for each in raw or []]
        self._show()

    def value(self) -> Any:
        return list(self._paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.add([Path(url.toLocalFile()) for url in urls])
