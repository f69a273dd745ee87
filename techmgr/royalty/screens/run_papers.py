"""The papers of a run from the window: all of them into a folder, or one statement to look at."""

from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from techmgr.desktop.pages import Page, Window
from techmgr.desktop.showing import showing
from techmgr.documents.names import safe_name
from techmgr.office.screens.bench import bench_of
from techmgr.royalty.letters import save_templates, write_letters
from techmgr.royalty.paper_files import write_statements
from techmgr.royalty.papers import papers_of
from techmgr.royalty.queries_run import Line, RunFile
from techmgr.royalty.statement import document
from techmgr.storage.office import Office


class RunPapers(Page):
    """A page of one run that can put it on paper."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self.bench = bench_of(window, office)
        self.run: RunFile | None = None

    def current_line(self) -> Line | None:
        """The line with the keyboard."""
        raise NotImplementedError

    def choose_folder(self) -> None:
        """Ask for a folder and write everything there."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Write statements to"))
        if folder:
            self.write_to(Path(folder))

    def write_to(self, folder: Path) -> None:
        """Write statements, worksheet, payout files and summary, with progress and Cancel."""
        if self.run is not None:
            self.jobs.write(
                write_statements, self.bench.office, self.run.run.id, folder,
                owner=self, then=partial(self._written, folder), title=self.tr("Writing statements"),
            )  # fmt: skip

    def choose_letters(self) -> None:
        """Ask for a folder and write a letter per payee there."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Write letters to"))
        if folder and self.run is not None:
            self.jobs.write(
                write_letters, self.bench.office, self.run.run.id, Path(folder), owner=self,
                then=partial(self._written, Path(folder)), title=self.tr("Writing letters"),
            )  # fmt: skip

    def choose_templates(self) -> None:
        """Ask for a folder and write the templates of the letter there, to be edited in Word."""
        folder = QFileDialog.getExistingDirectory(self, self.tr("Write the letter's templates to"))
        if folder:
            self.jobs.write(
                save_templates, Path(folder), owner=self,
                then=partial(self._written, Path(folder)),
            )  # fmt: skip

    def _written(self, folder: Path, paths: list[Path]) -> None:
        text = self.tr("{count} files written to {folder}")
        self.window_.notice(text.format(count=len(paths), folder=str(folder)))

    def open_statement(self) -> None:
        """Open the statement of the payee with the keyboard."""
        line_ = self.current_line()
        if self.run is None or line_ is None or line_.share is None:
            return
        self.bench.read(
            papers_of, self.run.run.id, self.bench.office.today, owner=self,
            then=partial(self._open_statement, showing.words(line_.label)), key="statement",
        )  # fmt: skip

    def _open_statement(self, name: str, papers: Any) -> None:
        found = next((each for each in papers.statements if each.payee.name == name), None)
        if found is not None:
            path = Path(mkdtemp(prefix="techmgr-")) / safe_name(found.number, ".pdf")
            from techmgr.documents import pdf  # noqa: PLC0415 - a fifth of a second that the first window can do without

            self.jobs.read(pdf.write, document(found), path, owner=self, then=show_file)


def show_file(path: Path) -> None:
    """Show a file in the program the user has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
