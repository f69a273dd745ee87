"""Forms of notes and tasks on any record."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.references import Reference
from techmgr.desktop.choices import Choice, Option
from techmgr.desktop.fields import DateField, LongText, TextField
from techmgr.desktop.showing import showing
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import officer_picker
from techmgr.technology.actions_notes import (
    AddNote,
    AddTask,
    EditNote,
    EditTask,
    add_note,
    add_task,
    edit_note,
    edit_task,
)
from techmgr.technology.queries_notes import NoteRow, TaskRow
from techmgr.technology.steps import NAMES

translate = QCoreApplication.translate


def note_sheet(bench: Bench, subject: Reference, note: NoteRow | None = None) -> Sheet:
    """A note on a record, new or edited."""

    def ask(values: dict[str, Any]) -> Asked:
        if note is None:
            return add_note, AddNote(subject, **values)
        return edit_note, EditNote(note.id, note.version, **values)

    sheet = Sheet(
        bench,
        title=translate("NoteSheets", "New note")
        if note is None
        else translate("NoteSheets", "Edit note"),
        save=translate("NoteSheets", "Save note"),
        said=translate("NoteSheets", "Note saved"),
        ask=ask,
        draft=f"note:{subject}:{note.id if note else 0}",
    )
    sheet.form.add(
        LongText(name="text", title=translate("NoteSheets", "Note"), lines=9, required=True)
    )
    sheet.form.add(
        Choice(
            bench.lists.offered("note_kind"), name="kind", title=translate("NoteSheets", "Kind")
        ),
        DateField(name="on_day", title=translate("NoteSheets", "Day"), required=True),
    )
    values: dict[str, Any] = {"kind": "note", "on_day": bench.office.today}
    if note is not None:
        values = {"text": note.text, "kind": note.kind, "on_day": note.on_day}
    sheet.form.set_values(values)
    return sheet


def task_sheet(
    bench: Bench, subject: Reference, task: TaskRow | None = None, *, of_case: bool = True
) -> Sheet:
    """Something to do on a record, new or edited; on a case it may belong to a step."""

    def ask(values: dict[str, Any]) -> Asked:
        values["step"] = values.pop("step", 0) or None
        if task is None:
            return add_task, AddTask(subject, **values)
        return edit_task, EditTask(task.id, task.version, **values)

    sheet = Sheet(
        bench,
        title=translate("NoteSheets", "New task")
        if task is None
        else translate("NoteSheets", "Edit task"),
        save=translate("NoteSheets", "Save task"),
        said=translate("NoteSheets", "Task saved"),
        ask=ask,
        draft=f"task:{subject}:{task.id if task else 0}",
    )
    form = sheet.form
    form.add(
        TextField(name="title", title=translate("NoteSheets", "What is to be done"), required=True)
    )
    form.add(
        DateField(name="due", title=translate("NoteSheets", "By")),
        officer_picker(
            bench,
            name="person_id",
            title=translate("NoteSheets", "Who"),
            hint=translate("NoteSheets", "You, when left empty."),
        ),
    )
    if of_case:
        steps = [(int(step), f"{int(step)}  {showing.words(name)}") for step, name in NAMES.items()]
        none = (0, translate("NoteSheets", "No step"))
        form.add(Choice([none, *steps], name="step", title=translate("NoteSheets", "Step")))
        form.set_values({"step": (task.step or 0) if task else 0})
    if task is not None:
        person = Option(task.person_id, task.person) if task.person_id else None
        form.set_values({"title": task.title, "due": task.due, "person_id": person})
    return sheet
