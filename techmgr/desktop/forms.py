"""A form: sections of fields, saved as a whole, with every problem beside its field and a draft that is kept.

    form = Form()
    form.section("title", self.tr("Title and summary"))
    form.add(TextField(name="title", title=…, required=True))
    form.add(DateField(name="received", …), Choice(…))          beside each other
    form.add_widget(widget)                                     anything else
    values = form.values()                                      {name: value}; raises Problems
    form.show_problem(error)                                    UserError or Problems, e.g. as `failed=` of a write
    form.draft_changed.connect(keep); form.restore(draft)       JSON-able, some time after the last key
    form.set_values({...}); form.is_dirty; form.settle()        settle: this is now what is saved

F8 goes to the next wrong field, Alt+1 to Alt+9 to a section. `SectionList(form)` shows the sections with their states.
A form of Designer: `form.adopt(widget)` finds its fields.
"""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from techmgr.core.errors import Problems, UserError
from techmgr.core.texts import say
from techmgr.desktop.fields import Field
from techmgr.desktop.rows import RowsField
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.desktop.widgets import card, label, line, scrolled

DRAFT_AFTER = 800
WIDEST = 690


class Section:
    """A titled part of a form."""

    def __init__(self, key: str, title: str) -> None:
        self.key = key
        self.title = title
        self.head = QWidget()
        self.fields: list[Field] = []
        self.marked: State | None = None

    def state(self) -> State:
        """Wrong, marked by the page, done when everything needed is there, else not yet."""
        if any(field.problem for field in self.fields):
            return State.OVERDUE
        if self.marked is not None:
            return self.marked
        needed = [field for field in self.fields if field.required]
        asked = needed or self.fields
        filled = [not field.is_empty() for field in asked]
        is_done = bool(filled) and (all(filled) if needed else any(filled))
        return State.DONE if is_done else State.PLANNED


class Form(QWidget):
    """Fields by name. What the user typed is never lost by a refusal."""

    changed = Signal()
    draft_changed = Signal(dict)
    states_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sections: list[Section] = []
        self.fields: dict[str, Field] = {}
        self.is_dirty = False
        self._quiet = False
        self._body = QVBoxLayout()
        self._body.setContentsMargins(28, 12, 28, 28)
        self._body.setSpacing(11)
        self._arrange()
        self._soon = QTimer(self, singleShot=True, interval=DRAFT_AFTER)
        self._soon.timeout.connect(lambda: self.draft_changed.emit(self.draft()))
        self._next_key = QShortcut(QKeySequence(Qt.Key.Key_F8), self, self.next_wrong)
        for number in range(1, 10):
            keys = QKeySequence(f"Alt+{number}")
            QShortcut(keys, self, lambda place=number - 1: self.go_to_section(place))

    def _arrange(self) -> None:
        inner = QWidget()
        self._inner = inner
        self.widest(WIDEST)
        inner.setLayout(self._body)
        self._refusal = card("danger")
        self._refusal_text = label("", "body", "danger", wrap=True)
        QVBoxLayout(self._refusal).addWidget(self._refusal_text)
        self._refusal.hide()
        self._body.addWidget(self._refusal)
        outer = QWidget()
        beside = QHBoxLayout(outer)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(inner, 1)
        beside.addStretch(0)
        self._outer = outer
        self._scroll = scrolled(outer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self._body.addStretch(1)

    def widest(self, width: int) -> None:
        """Let the fields be as wide as this, where there is room."""
        self._inner.setMaximumWidth(width + 56)

    def leave_f8(self) -> None:
        """Leave F8 to the page, where it goes through more than this form."""
        self._next_key.setEnabled(False)

    def narrow(self) -> None:
        """Take less room at the sides, as in the side panel."""
        self._body.setContentsMargins(16, 8, 16, 16)

    # Building

    def section(self, key: str, title: str) -> Section:
        """Begin a section; what is added next belongs to it."""
        section = Section(key, title)
        layout = QVBoxLayout(section.head)
        layout.setContentsMargins(0, 9 if self.sections else 0, 0, 0)
        layout.setSpacing(12)
        if self.sections:
            layout.addWidget(line())
        layout.addWidget(label(title, "strong"))
        self.sections.append(section)
        self.add_widget(section.head)
        return section

    def add(self, *fields: Field) -> None:
        """Add fields beside each other."""
        holder = QWidget()
        layout = QHBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(14)
        for field in fields:
            layout.addWidget(field, 1)
            self._take(field)
        self.add_widget(holder)

    def add_widget(self, widget: QWidget) -> None:
        """Add anything else below what is there."""
        self._body.insertWidget(self._body.count() - 1, widget)

    def adopt(self, widget: QWidget) -> None:
        """Add a compiled form and take its fields by their object names."""
        self.add_widget(widget)
        for field in widget.findChildren(Field):
            self._take(field)

    def _take(self, field: Field) -> None:
        self.fields[field.name] = field
        if self.sections:
            self.sections[-1].fields.append(field)
        field.changed.connect(self._edited)

    # Values

    def values(self) -> dict[str, Any]:
        """The values of all fields by name; raises Problems with everything that cannot be read or is missing."""
        problems: list[UserError] = []
        read: dict[str, Any] = {}
        for name, field in self.fields.items():
            try:
                read[name] = field.value()
            except UserError as error:
                problems.extend(_each(error))
            else:
                if field.required and field.is_empty():
                    problems.append(UserError(say("This is needed."), field=name))
        if problems:
            raise Problems(problems)
        return read

    def set_values(self, values: Mapping[str, Any]) -> None:
        """Show values by name, as what is saved."""
        self._quiet = True
        for name, value in values.items():
            self.fields[name].set_value(value)
        self._quiet = False
        self.settle()

    def set_quietly(self, values: Mapping[str, Any]) -> None:
        """Show values by name without taking them for typed ones."""
        self._quiet = True
        for name, value in values.items():
            self.fields[name].set_value(value)
        self._quiet = False
        self.states_changed.emit()

    def settle(self) -> None:
        """What is shown is now what is saved: nothing is wrong, no draft is owed."""
        self.is_dirty = False
        self._soon.stop()
        self.clear_problems()

    def draft(self) -> dict[str, Any]:
        """What was typed, as JSON can keep it."""
        return {name: field.kept() for name, field in self.fields.items()}

    def restore(self, draft: Mapping[str, Any]) -> None:
        """Put a kept draft back; fields it does not know are left alone."""
        self._quiet = True
        for name, raw in draft.items():
            if name in self.fields:
                self.fields[name].set_raw(raw)
        self._quiet = False
        self.is_dirty = True
        self.states_changed.emit()

    def _edited(self) -> None:
        if self._quiet:
            return
        self.is_dirty = True
        self._soon.start()
        self.changed.emit()
        self.states_changed.emit()

    # Problems

    def show_problem(self, error: UserError) -> None:
        """Put every sentence beside its field and go to the first; the rest stands on top."""
        self.clear_problems()
        elsewhere = [one for one in _each(error) if not self._mark(one)]
        self._refusal_text.setText("\n".join(showing.words(one) for one in elsewhere))
        self._refusal.setVisible(bool(elsewhere))
        self.states_changed.emit()
        if elsewhere:
            self._scroll.ensureVisible(0, 0)
        else:
            self._go(self.wrong_controls()[0])

    def show_problems(self, errors: list[UserError]) -> None:
        """The same for a list."""
        self.show_problem(Problems(errors))

    def clear_problems(self) -> None:
        """Mark everything as right."""
        for field in self.findChildren(Field):
            if field.problem:
                field.show_problem(None)
        self._refusal.hide()
        self.states_changed.emit()

    @property
    def refusal(self) -> str:
        """What stands on top, belonging to no field."""
        return "" if self._refusal.isHidden() else self._refusal_text.text()

    def problems(self) -> list[str]:
        """The sentences of all wrong fields, in order."""
        return [field.problem for field in self.fields.values() if field.problem]

    def wrong_controls(self) -> list[QWidget]:
        """The controls that are wrong, in order."""
        found: list[QWidget] = []
        for field in self.fields.values():
            cells = field.wrong_controls() if isinstance(field, RowsField) else []
            found += cells or ([field.control] if field.problem else [])
        return found

    def next_wrong(self) -> None:
        """Put the keyboard in the next wrong field, from the last to the first again."""
        wrong = self.wrong_controls()
        if not wrong:
            return
        here = next((n for n, control in enumerate(wrong) if control.hasFocus()), -1)
        self._go(wrong[(here + 1) % len(wrong)])

    def _mark(self, error: UserError) -> bool:
        name, _, rest = (error.field or "").partition(".")
        field = self.fields.get(name)
        if field is None:
            return False
        if rest and isinstance(field, RowsField):
            field.show_cell_problem(rest, error)
        else:
            field.show_problem(error)
        return True

    def _go(self, control: QWidget) -> None:
        control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._scroll.ensureWidgetVisible(control, 0, 80)

    # Sections

    def mark_section(self, key: str, state: State | None) -> None:
        """Let the page say the state of a section, such as due soon for a date that is near."""
        for section in self.sections:
            if section.key == key:
                section.marked = state
        self.states_changed.emit()

    def go_to_section(self, place: int) -> None:
        """Show a section and put the keyboard in its first field."""
        if place >= len(self.sections):
            return
        section = self.sections[place]
        bar = self._scroll.verticalScrollBar()
        bar.setValue(section.head.mapTo(self._outer, section.head.rect().topLeft()).y() - 8)
        if section.fields:
            section.fields[0].setFocus(Qt.FocusReason.ShortcutFocusReason)


def _each(error: UserError) -> list[UserError]:
    return error.problems if isinstance(error, Problems) else [error]
