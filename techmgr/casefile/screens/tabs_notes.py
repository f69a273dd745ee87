"""Tabs of what people wrote down and filed: notes and tasks, decisions, documents."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMenu

from techmgr.casefile.queries_case import CaseFile
from techmgr.casefile.screens.tab import Tab
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import RecordTable
from techmgr.desktop.widgets import Button
from techmgr.documents.actions import AttachFile, DetachFile, attach_file, detach_file, save_copy
from techmgr.documents.queries import FileRow
from techmgr.technology.actions_notes import DeleteNote, FinishTask, delete_note, finish_task
from techmgr.technology.queries_notes import NoteRow, TaskRow
from techmgr.technology.screens.note_sheets import note_sheet, task_sheet
from techmgr.technology.steps import NAMES, Step

if TYPE_CHECKING:
    from techmgr.casefile.screens.case_page import CasePage

_MIB = 1024 * 1024


class NotesTab(Tab):
    """Tasks, notes and decisions, each in its own table; Enter edits."""

    def __init__(self, page: "CasePage") -> None:
        super().__init__()
        self._page = page
        self._today = showing.today
        self.tasks = self._make_tasks()
        self.notes = self._make_notes()
        word = page.bench.lists.word
        decisions = RecordTable(
            [
                Column("on_day", self.tr("Day"), Kind.DATE),
                Column("kind", self.tr("Kind"), width=130, value=lambda r: word("decision_kind", r.kind)),
                Column("outcome", self.tr("Decision"), width=150, value=lambda r: word("decision_outcome", r.outcome)),
                Column("reasons", self.tr("Reasons"), stretch=True, tip=lambda r: r.reasons),
                Column("evidence", self.tr("Looked at"), width=160, gives_up=1, tip=lambda r: r.evidence),
                Column("person", self.tr("Who"), Kind.PERSON, width=48, initials=True),
            ],
            name=self.tr("Decisions"),
        )  # fmt: skip
        self._sections = (
            self.section(
                self.tr("Tasks"),
                self.tasks,
                [Button(self.tr("Add task…"), page.add_task, small=True, key="T")],
                self.tr("Nothing is to be done."),
            ),
            self.section(
                self.tr("Notes"),
                self.notes,
                [Button(self.tr("Add note…"), page.add_note, small=True, key="N")],
                self.tr("No note yet. Notes are searched like everything else."),
            ),
            self.section(
                self.tr("Decisions"), decisions, empty=self.tr("Nothing was decided yet.")
            ),
        )
        self.setFocusProxy(self.notes)

    def _make_tasks(self) -> RecordTable:
        table = RecordTable(
            [
                Column("title", self.tr("Task"), stretch=True, tone=lambda t: "text_disabled" if t.done_on else ""),
                Column(
                    "step", self.tr("Step"), width=110, secondary=True, gives_up=1,
                    value=lambda t: showing.words(NAMES[Step(t.step)]) if t.step else "",
                ),
                Column("person", self.tr("Who"), Kind.PERSON, width=150),
                Column("due", self.tr("By"), Kind.DATE, tone=self._late, strong=lambda t: bool(self._late(t))),
                Column("done_on", self.tr("Done"), Kind.DATE),
            ],
            name=self.tr("Tasks"),
            identity=lambda task: task.id,
        )  # fmt: skip
        table.opened.connect(self._offer_task)
        return table

    def _late(self, task: TaskRow) -> str:
        if task.done_on is not None or task.due is None:
            return ""
        return "danger_text" if task.due < self._today else ""

    def _make_notes(self) -> RecordTable:
        word = self._page.bench.lists.word
        table = RecordTable(
            [
                Column("on_day", self.tr("Day"), Kind.DATE),
                Column("kind", self.tr("Kind"), width=90, secondary=True, value=lambda n: word("note_kind", n.kind)),
                Column(
                    "text", self.tr("Note"), stretch=True, tip=lambda n: n.text,
                    value=lambda n: " ".join(n.text.split()),
                ),
                Column("person", self.tr("Who"), Kind.PERSON, width=48, initials=True),
            ],
            name=self.tr("Notes"),
            identity=lambda note: note.id,
        )  # fmt: skip
        table.opened.connect(self._offer_note)
        return table

    def _offer_task(self, task: TaskRow) -> None:
        page = self._page
        menu = QMenu(self)
        done = task.done_on is None
        menu.addAction(
            self.tr("Done") if done else self.tr("Not done after all"),
            lambda: self.finish(task, undone=not done),
        )
        menu.addAction(
            self.tr("Edit…"),
            lambda: page.show_sheet(task_sheet(page.bench, task.subject, task)),
        )
        self._popup(menu, self.tasks)

    def finish(self, task: TaskRow, *, undone: bool = False) -> None:
        """Mark a task as done, or as not done after all."""
        said = self.tr("Not done: {task}") if undone else self.tr("Done: {task}")
        self._page.bench.act(
            finish_task,
            FinishTask(task.id, task.version, undone=undone),
            owner=self,
            said=said.format(task=task.title),
        )

    def _offer_note(self, note: NoteRow) -> None:
        page = self._page
        menu = QMenu(self)
        menu.addAction(
            self.tr("Edit…"),
            lambda: page.show_sheet(note_sheet(page.bench, page.reference, note)),
        )
        menu.addAction(
            self.tr("Delete"),
            lambda: page.bench.act(
                delete_note,
                DeleteNote(note.id, note.version),
                owner=self,
                said=self.tr("Note deleted"),
            ),
        )
        self._popup(menu, self.notes)

    def _popup(self, menu: QMenu, table: RecordTable) -> None:
        where = table.visualRect(table.currentIndex()).bottomLeft()
        menu.popup(table.viewport().mapToGlobal(where))

    def show_case(self, found: CaseFile) -> None:
        self._today = found.today
        for section, rows in zip(
            self._sections, (found.tasks, found.notes, found.decisions), strict=True
        ):
            section.show_rows(rows)


class DocumentsTab(Tab):
    """Files of the case: dropped or added, opened as a copy, saved as a copy."""

    def __init__(self, page: "CasePage") -> None:
        super().__init__()
        self._page = page
        self.setAcceptDrops(True)
        self.table = RecordTable(
            [
                Column("name", self.tr("File"), stretch=True),
                Column("media_type", self.tr("Kind"), width=190, secondary=True, gives_up=1),
                Column("size", self.tr("Size"), Kind.NUMBER, width=90, show=_size),
                Column("added_at", self.tr("Added"), Kind.DATE, value=lambda f: f.added_at.date()),
                Column("added_by", self.tr("By"), Kind.PERSON, width=150),
            ],
            name=self.tr("Documents"),
            identity=lambda file: file.id,
        )
        self.table.opened.connect(self._offer)
        self._section = self.section(
            self.tr("Documents"),
            self.table,
            [Button(self.tr("Add file…"), self.choose, small=True, icon="paperclip")],
            self.tr("No file yet. Drop files here, or add them. They lie inside the office."),
        )
        self.setFocusProxy(self.table)

    def show_case(self, found: CaseFile) -> None:
        self._section.show_rows(found.files)

    def show_read_only(self, *, read_only: bool) -> None:
        super().show_read_only(read_only=read_only)
        self.setAcceptDrops(not read_only)

    def choose(self) -> None:
        """Ask for files and attach them."""
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"))
        self.attach([Path(name) for name in names])

    def attach(self, paths: Sequence[Path]) -> None:
        """Attach files to the case, one action each."""
        for path in paths:
            self._page.bench.act(
                attach_file,
                AttachFile(self._page.reference, path),
                owner=self,
                said=self.tr("Added: {file}").format(file=path.name),
            )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.attach([Path(url.toLocalFile()) for url in urls])

    def _offer(self, file: FileRow) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Open a copy"), lambda: self.open_copy(file))
        menu.addAction(self.tr("Save a copy…"), lambda: self._save(file))
        menu.addAction(
            self.tr("Remove"),
            lambda: self._page.bench.act(
                detach_file,
                DetachFile(file.id),
                owner=self,
                said=self.tr("Removed: {file}").format(file=file.name),
            ),
        )
        where = self.table.visualRect(self.table.currentIndex()).bottomLeft()
        menu.popup(self.table.viewport().mapToGlobal(where))

    def _save(self, file: FileRow) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Save a copy"), file.name)
        if name:
            self.save_to(file, Path(name))

    def save_to(self, file: FileRow, path: Path) -> None:
        """Write a copy of a file to a path."""
        self._page.bench.read(
            save_copy, file.id, path, owner=self,
            then=lambda made: self._page.window_.notice(
                self.tr("Written: {file}").format(file=made.name)
            ),
        )  # fmt: skip

    def open_copy(self, file: FileRow) -> None:
        """Open a copy of a file with the system's program for it."""
        place = QStandardPaths.StandardLocation.TempLocation
        folder = Path(QStandardPaths.writableLocation(place)) / f"techmgr-{file.id}"
        folder.mkdir(exist_ok=True)
        self._page.bench.read(
            save_copy, file.id, folder / file.name, owner=self,
            then=lambda made: QDesktopServices.openUrl(QUrl.fromLocalFile(str(made))),
        )  # fmt: skip


def _size(size: int | None) -> str:
    if size is None or size < 1024:
        return f"{size or 0} B"
    if size < _MIB:
        return f"{size / 1024:.0f} KB"
    return f"{size / _MIB:.1f} MB"
