"""The disclosure form as a workbook, from the window: written for the inventors, read when it comes back."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog
from sqlalchemy.orm import Session

from techmgr.core.references import Reference
from techmgr.desktop.pages import Place
from techmgr.desktop.shell import Shell
from techmgr.desktop.showing import showing
from techmgr.disclosure.actions import Received
from techmgr.disclosure.actions_paper import TakeInForm, take_in_form
from techmgr.disclosure.paper_form import blank_form
from techmgr.documents import workbook
from techmgr.documents.filled_form import FilledForm, read_form
from techmgr.office.queries import settings_on
from techmgr.office.screens.bench import bench_of
from techmgr.storage.office import Office
from techmgr.storage.unit import Done


class PaperForms(QObject):
    """What two commands of the window do. Nothing is retyped: what is wrong is said cell by cell."""

    def __init__(self, shell: Shell, office: Office) -> None:
        super().__init__(shell)
        self._shell = shell
        self._office = office

    def ask_where(self) -> None:
        """Ask for a place, and write a blank form there."""
        title, name = self.tr("Write a disclosure form"), self.tr("disclosure form.xlsx")
        chosen, _ = QFileDialog.getSaveFileName(
            self._shell, title, name, self.tr("Workbooks (*.xlsx)")
        )
        if chosen:
            self.write(Path(chosen).with_suffix(".xlsx"))

    def ask_which(self) -> None:
        """Ask for a form that came back, and read it."""
        title = self.tr("Read a disclosure form")
        chosen, _ = QFileDialog.getOpenFileName(
            self._shell, title, "", self.tr("Workbooks (*.xlsx)")
        )
        if chosen:
            self.read(Path(chosen))

    def write(self, path: Path) -> None:
        """Write a blank form with an id of its own."""
        make = partial(_blank, self._office, showing.language, path)
        self._shell.jobs.read(make, owner=self, then=self._written)

    def _written(self, path: Path) -> None:
        self._shell.notice(self.tr("Written: {name}").format(name=path.name))

    def read(self, path: Path) -> None:
        """Read a filled-in form, and open the case it becomes."""
        self._shell.jobs.read(read_form, path, owner=self, then=self._take_in)

    def _take_in(self, form: FilledForm) -> None:
        request = TakeInForm(form.form, form.values, self._office.today)
        said = self.tr("Read from the form: a new case")
        bench_of(self._shell, self._office).act(
            take_in_form, request, owner=self, said=said, then=self._taken_in
        )

    def _taken_in(self, done: Done[Received]) -> None:
        self._shell.go(Place("case", Reference("technology", done.result.case_id)))


def _blank(office: Office, language: str, path: Path) -> Path:
    def name(session: Session) -> str:
        return settings_on(session, office.today).office_name

    workbook.write(blank_form(office.read(name), language), path)
    return path
