"""Settings: the office's by date with their history, its lists of values, and what holds on this computer."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget
from sqlalchemy.orm import Session

from techmgr.core.references import Reference
from techmgr.desktop.columns import Column, Kind
from techmgr.desktop.facts import Panel
from techmgr.desktop.fields import DateField, TextField
from techmgr.desktop.filtering import View, ViewTabs
from techmgr.desktop.pages import Command, Key, Place, Window
from techmgr.desktop.showing import showing
from techmgr.desktop.tables import PAGE_MARGIN, RecordTable
from techmgr.desktop.widgets import column, label, row
from techmgr.office.actions import SetSetting, set_setting
from techmgr.office.queries import SettingRow, settings_recorded
from techmgr.office.screens.bench import bench_of
from techmgr.office.screens.sheet import Sheet, SheetPage
from techmgr.office.screens.this_computer import ThisComputer
from techmgr.office.screens.value_lists import ValueLists
from techmgr.office.settings import DECLARED, Setting
from techmgr.storage.office import Office

_OWN = frozenset({"own_organisation"})  # chosen when the office is founded


@dataclass(frozen=True, slots=True)
class InForce:
    """A setting as it stands on a day, with everything recorded of it, newest first."""

    setting: Setting
    value: str
    since: date | None
    recorded: tuple[SettingRow, ...]

    @property
    def key(self) -> str:
        """The key of the setting."""
        return self.setting.key


def _in_force(session: Session, today: date) -> list[InForce]:
    recorded = settings_recorded(session)
    made = []
    for setting in DECLARED.values():
        rows = tuple(row for row in recorded if row.key == setting.key)
        now = next((row for row in rows if row.valid_from <= today), None)
        if setting.key not in _OWN:
            value = now.value if now else setting.default
            made.append(InForce(setting, value, now.valid_from if now else None, rows))
    return made


class SettingsPage(SheetPage):
    """Three parts: the office, its lists, this computer."""

    def __init__(self, window: Window, office: Office) -> None:
        super().__init__(window)
        self._office = office
        self._bench = bench_of(window, office)
        self._part = "office"
        self.tabs = ViewTabs()
        self.table = RecordTable(
            self._columns(), name=self.tr("Settings of the office"), identity=lambda each: each.key
        )
        self.table.shows_rest = True
        self.table.edge = PAGE_MARGIN
        self.lists = ValueLists(self, self._bench)
        self.computer = ThisComputer()
        self.history = Panel()
        self._stack = QStackedWidget()
        for widget in (self.table, self.lists, self.computer):
            self._stack.addWidget(widget)
        head = row(label(self.tr("Settings"), "title"), 8, self.tabs, margins=(16, 10, 16, 6))
        head.setStretch(2, 1)
        parts = column(head, self._stack)
        parts.setStretch(1, 1)
        self.setLayout(parts)
        self.tabs.chosen.connect(self.show_part)
        self.table.opened.connect(self.edit)
        self.table.current_changed.connect(self._show_history)
        self.lists.saved.connect(self.status_changed.emit)

    def _columns(self) -> list[Column]:
        return [
            Column("label", self.tr("Setting"), width=320, value=lambda each: each.setting.label),
            Column("value", self.tr("In force today"), stretch=True, strong=lambda _: True),
            Column("since", self.tr("Since"), Kind.DATE, show=_since),
            Column(
                "changes", self.tr("Changes"), Kind.NUMBER, value=lambda each: len(each.recorded)
            ),
        ]

    def open(self, place: Place) -> None:
        super().open(place)
        self._load()
        self.show_part(place.extra.get("part", self._part))

    def _load(self) -> None:
        self._bench.read(
            _in_force, self._office.today, owner=self, then=self.table.show_rows, key="settings"
        )

    def changed(self, references: frozenset[Reference]) -> None:
        if any(each.kind == "office_setting" for each in references):
            self._load()
        if any(each.kind == "listed_value" for each in references):
            self.lists.load()

    # Parts

    def show_part(self, key: str) -> None:
        """Show the office's settings, its lists, or what holds on this computer."""
        self.escape()
        self._part = key
        texts = {
            "office": self.tr("Office"),
            "lists": self.tr("Lists of values"),
            "computer": self.tr("This computer"),
        }
        self.tabs.show_views([View(name, text) for name, text in texts.items()], key)
        self._stack.setCurrentIndex(list(texts).index(key))
        self.setFocusProxy(
            {"office": self.table, "lists": self.lists.table}.get(key, self.computer)
        )
        if key == "lists":
            self.lists.load()
        self.window_.show_side(self.panel())
        self.commands_changed.emit()
        self.status_changed.emit()

    def panel(self) -> QWidget | None:
        return self.history if self._part == "office" else None

    def _show_history(self, chosen: InForce | None) -> None:
        self.history.clear()
        if chosen is None:
            return
        part = self.history.part(showing.words(chosen.setting.label))
        if not chosen.recorded:
            part.say(self.tr("Never set. The program's own value holds: {value}").format(
                value=chosen.setting.default
            ))  # fmt: skip
        for each in chosen.recorded:
            part.fact(_since(each.valid_from) or self.tr("at first"), each.value)
        part.say(
            self.tr(
                "What was in force on a day stays answerable: a new value holds from its day on."
            )
        )

    # Editing

    def edit_current(self) -> None:
        """Change the setting, or the value, with the keyboard."""
        if self._part == "lists":
            self.lists.rename()
        elif self._part == "office" and self.table.current_row() is not None:
            self.edit(self.table.current_row())

    def edit(self, chosen: InForce) -> None:
        """Settle another value from a day on."""
        sheet = Sheet(
            self._bench,
            title=showing.words(chosen.setting.label),
            save=self.tr("Save"),
            ask=partial(_asked, chosen.key),
            said=self.tr("Setting changed"),
        )
        sheet.form.add(TextField(name="value", title=self.tr("Value")))
        sheet.form.add(DateField(name="valid_from", title=self.tr("From"), required=True))
        sheet.form.set_values({"value": chosen.value, "valid_from": self._office.today})
        self.show_sheet(sheet)

    # The window

    def keys(self) -> list[Key]:
        return {
            "office": [Key("Enter", self.tr("change"))],
            "lists": [
                Key("N", self.tr("add")),
                Key("E", self.tr("rename")),
                Key("D", self.tr("retire or offer again")),
            ],
        }.get(self._part, [])

    def commands(self) -> list[Command]:
        in_lists = self._part == "lists"
        made = [Command("edit", self.tr("Change"), self.edit_current, "E", "pencil")]
        if in_lists:
            made.append(Command("add", self.tr("Add a value"), self.lists.add, "N", "plus"))
            made.append(
                Command(
                    "retire", self.tr("Retire, or offer again"), self.lists.retire, "D", "archive"
                )
            )
        return made


def _asked(key: str, values: dict[str, Any]) -> tuple[Any, SetSetting]:
    return set_setting, SetSetting(key, values["value"], values["valid_from"])


def _since(day: date | None) -> str:
    is_always = day is None or day.year <= 1900  # the day a new office begins with
    return "" if is_always else showing.day(day)
