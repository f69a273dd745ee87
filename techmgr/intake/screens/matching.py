"""The second step of an import: how the file is read, and which column is which field."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QInputDialog, QSizePolicy, QWidget

from techmgr.core.errors import UserError
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import Toggle
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, column, holding, label, row, scrolled
from techmgr.intake.dates import DateOrder
from techmgr.intake.encodings import Encoding
from techmgr.intake.fields import Target
from techmgr.intake.mapping import Profile, matched
from techmgr.intake.table import Table

_EXAMPLES = 3
_LONGEST = 60
_AUTO = ""


class Matching(QWidget):
    """`reread` asks to read the file anew, `tried` for the dry run, `kept` to save the profile."""

    reread = Signal(Profile)
    tried = Signal()
    kept = Signal(Profile)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._profile = Profile("", "cases")
        self._profiles: list[Profile] = []
        self._fields: dict[str, Choice] = {}
        self._make_choices()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        grid = QWidget()
        grid.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._list = holding(column(grid, None, margins=(16, 4, 16, 16)))
        self._try = Button(self.tr("Dry run"), self.tried.emit, kind="primary", key="Ctrl+Return")
        self._keep = Button(self.tr("Save profile…"), self._ask_name, icon="save")
        top = row(
            self.profile, self.encoding, self.delimiter, self.sheet, self.dates, None,
            gap=12, margins=(16, 8, 16, 4),
        )  # fmt: skip
        low = row(self.blank, None, self._keep, self._try, margins=(16, 8, 16, 12))
        parts = column(top, scrolled(self._list), low)
        parts.setStretch(1, 1)
        self.setLayout(parts)
        self.setFocusProxy(self._try)

    def _make_choices(self) -> None:
        detected = (_AUTO, self.tr("Detected"))
        encodings = [detected, *((each.value, each.value.upper()) for each in Encoding)]
        signs = [(",", self.tr("Comma")), (";", self.tr("Semicolon")), ("\t", self.tr("Tab"))]
        orders = [
            (_AUTO, self.tr("The column decides")),
            (DateOrder.DMY.value, self.tr("Day first: 31/12/2026")),
            (DateOrder.MDY.value, self.tr("Month first: 12/31/2026")),
        ]
        self.profile = Choice(
            [(_AUTO, self.tr("By name"))], name="profile", title=self.tr("Profile")
        )
        self.encoding = Choice(encodings, name="encoding", title=self.tr("Encoding"))
        self.delimiter = Choice([detected, *signs], name="delimiter", title=self.tr("Delimiter"))
        self.sheet = Choice((), name="sheet", title=self.tr("Sheet"))
        self.dates = Choice(orders, name="dates", title=self.tr("Dates"))
        self.blank = Toggle(
            name="blank_empties", title=self.tr("An empty cell empties the field here")
        )
        for each in (self.profile, self.encoding, self.delimiter, self.sheet, self.dates):
            each.setMinimumWidth(180)
        self.profile.changed.connect(self._take_profile)
        for each in (self.encoding, self.delimiter, self.sheet):
            each.changed.connect(lambda: self.reread.emit(self.value(read_only=True)))

    def show_file(
        self, table: Table, target: Target, profile: Profile, profiles: Sequence[Profile]
    ) -> None:
        """Show the columns of a file as a profile matches them; without columns, by their names."""
        self._profiles = list(profiles)
        columns = profile.columns or matched(table.columns, target)
        self._profile = replace(profile, columns=columns)
        self._show_settings(table, target)
        self._show_columns(table, target)

    def _show_settings(self, table: Table, target: Target) -> None:
        names = [(each.name, each.name) for each in self._profiles]
        for field in (self.profile, self.encoding, self.delimiter, self.sheet, self.dates):
            field.blockSignals(True)
        self.profile.offer([(_AUTO, self.tr("By name")), *names])
        self.profile.set_raw(self._profile.name)
        self.sheet.offer([(name, name) for name in table.sheets])
        self.sheet.set_raw(self._profile.sheet or table.sheet)
        self.sheet.setVisible(len(table.sheets) > 1)
        self.encoding.set_raw(self._profile.encoding.value if self._profile.encoding else _AUTO)
        self.encoding.set_hint("" if self._profile.encoding else table.encoding.upper())
        self.encoding.setVisible(bool(table.encoding))
        self.delimiter.set_raw(self._profile.delimiter or _AUTO)
        self.delimiter.set_hint("" if self._profile.delimiter else self._sign(table.delimiter))
        self.delimiter.setVisible(bool(table.delimiter))
        self.dates.set_raw(self._profile.date_order.value if self._profile.date_order else _AUTO)
        self.blank.set_raw(self._profile.blank_empties)
        for field in (self.profile, self.encoding, self.delimiter, self.sheet, self.dates):
            field.blockSignals(False)
        self._keep.setAccessibleDescription(showing.words(target.label))

    def _sign(self, delimiter: str) -> str:
        names = {",": self.tr("Comma"), ";": self.tr("Semicolon"), "\t": self.tr("Tab")}
        return names.get(delimiter, delimiter)

    def _show_columns(self, table: Table, target: Target) -> None:
        for place in reversed(range(self._grid.count())):
            if (item := self._grid.takeAt(place)) and (old := item.widget()):
                old.hide()
                old.deleteLater()
        self._fields = {}
        heads = (self.tr("Column of the file"), self.tr("Field"), self.tr("The first cells"))
        for place, text in enumerate(heads):
            self._grid.addWidget(label(text, "small", "tertiary"), 0, place)
        options = [
            ("", self.tr("keep as text")),
            *((each.key, showing.words(each.label)) for each in target.fields),
        ]
        for number, name in enumerate(table.columns):
            choice = Choice(options, name=f"column {name}", title=name)
            choice.compact()
            choice.setFixedWidth(220)
            choice.set_raw(self._profile.columns.get(name, ""))
            choice.changed.connect(self._mark_twice)
            self._fields[name] = choice
            self._grid.addWidget(label(name, "strong"), number + 1, 0)
            self._grid.addWidget(choice, number + 1, 1)
            cells = label(_examples(table, number), tone="secondary")
            cells.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            self._grid.addWidget(cells, number + 1, 2)

    def _mark_twice(self) -> None:
        """Mark fields that two columns are matched to; the later one is wrong."""
        taken: set[str] = set()
        for choice in self._fields.values():
            key = choice.raw() or ""
            twice = bool(key) and key in taken
            choice.show_problem(self.tr("Another column is matched to this") if twice else None)
            taken.add(key)

    def value(self, *, read_only: bool = False) -> Profile:
        """Return what is settled; `read_only` leaves the columns to be matched anew."""
        order, encoding = self.dates.raw(), self.encoding.raw()
        columns = {name: each.raw() for name, each in self._fields.items() if each.raw()}
        return Profile(
            self._profile.name,
            self._profile.target,
            {} if read_only else columns,
            DateOrder(order) if order else None,
            Encoding(encoding) if encoding else None,
            self.delimiter.raw() or None,
            self.sheet.raw() or None,
            blank_empties=bool(self.blank.raw()),
        )

    def choose_dates(self, order: DateOrder) -> None:
        """Settle the order of day and month."""
        self.dates.set_raw(order.value)

    def _take_profile(self) -> None:
        name = self.profile.raw()
        found = next((each for each in self._profiles if each.name == name), None)
        self.reread.emit(found or Profile("", self._profile.target))

    def _ask_name(self) -> None:
        name, done = QInputDialog.getText(
            self, self.tr("Save profile"), self.tr("Its name"), text=self._profile.name
        )
        if done and name.strip():
            self.keep(name)

    def keep(self, name: str) -> None:
        """Save what is settled under a name."""
        try:
            self._profile = replace(self.value(), name=" ".join(name.split()))
        except UserError as error:
            self.profile.show_problem(error)
            return
        self.kept.emit(self._profile)


def _examples(table: Table, column_number: int) -> str:
    """The first cells that say something, cut."""
    found: list[str] = []
    for each in table.rows[:500]:
        text = each.cells[column_number]
        if text and text not in found:
            found.append(" ".join(text.split())[:_LONGEST])
        if len(found) == _EXAMPLES:
            break
    return "  ·  ".join(found)
