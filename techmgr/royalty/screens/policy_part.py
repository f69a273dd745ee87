"""The form of one part of a policy: its entries as the file holds them, problems beside them."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from techmgr.core.errors import UserError
from techmgr.core.texts import Text
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import Field, LongText, TextField, Toggle
from techmgr.desktop.forms import Form
from techmgr.desktop.showing import showing
from techmgr.royalty.outline import Part, Table, at, put, typed, value_at
from techmgr.royalty.policy import BALANCE, GROSS, NET
from techmgr.royalty.screens.policy_words import Entry, entries_of

translate = QCoreApplication.translate
# What the file may say although it is so anyway.
_DEFAULTS = (GROSS, BALANCE, NET, "life", "largest_remainder", "money", "received")


class PartForm(Form):
    """Edits one table in place; `edited` says that it has changed."""

    edited = Signal()

    def __init__(self, table: Table, part: Part, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.narrow()
        self.leave_f8()
        self.part = part
        self._table = table
        self._own = at(table, part.path)
        self._kinds: dict[str, str] = {}
        for beside in entries_of(part.kind):
            for entries in [beside] if beside[0].kind != "shares" else self._shares():
                self._add(entries)
        self.changed.connect(self._put)

    def _shares(self) -> list[list[Entry]]:
        """Return an entry for each party's share; what is empty has no part in the tier."""
        found = [
            Entry(f"shares.{party.get('id', '')}", showing.words(Text(str(party.get("label", "")))))
            for party in self._table.get("party", ())
        ]
        return [found[at : at + 2] for at in range(0, len(found), 2)]

    def _add(self, entries: list[Entry]) -> None:
        fields = [self._field(entry) for entry in entries]
        for entry, field in zip(entries, fields, strict=True):
            self._kinds[entry.key] = entry.kind
            self._show(field, _shown(value_at(self._own, entry.key), entry.kind))
        self.add(*fields)

    def _show(self, field: Field, value: Any) -> None:
        """Show what the file says; a name that is not offered stays what it is."""
        if isinstance(field, Choice):
            offered = [field.box.itemData(at) for at in range(field.box.count())]
            if value in _DEFAULTS and value not in offered:
                value = ""
            if value not in offered:
                field.box.addItem(value, value)
        field.set_raw(value)

    def _field(self, entry: Entry) -> Field:
        named: dict[str, Any] = {"name": entry.key, "title": entry.title, "hint": entry.hint}
        match entry.kind:
            case "flag":
                return Toggle(**named)
            case "long":
                return LongText(**named)
            case "choice":
                return Choice(entry.choices, **named)
            case "party" | "base" | "source":
                return Choice(self._names(entry.kind), **named)
            case _:
                return TextField(**named)

    def _names(self, kind: str) -> list[tuple[str, str]]:
        """Return what an entry may name: a party, or for a base an earlier amount as well."""
        none = {
            "party": ("", translate("Policy", "Nobody")),
            "base": ("", translate("Policy", "The gross")),
            "source": ("", translate("Policy", "What is left")),
        }[kind]
        parties = _named(self._table.get("party", ()))
        if kind != "base":
            return [none, *parties]
        steps = _named(each for each in self._table.get("step", ()) if each is not self._own)
        return [none, (BALANCE, translate("Policy", "What is left")), *steps, *parties]

    def _put(self) -> None:
        for key, field in self.fields.items():
            raw = field.raw()
            put(self._own, key, typed(self._kinds[key], raw) if isinstance(raw, str) else raw)
        self.edited.emit()

    def mark_problems(self, problems: list[tuple[str, UserError]]) -> None:
        """Show what is wrong beside its entry; what is about the whole part above them."""
        self.clear_problems()
        for key, problem in problems:
            names = (key, key.partition(".")[0])
            name = next((each for each in names if each in self.fields), None)
            if name is not None:
                self.fields[name].show_problem(problem)
            else:
                self._refusal_text.setText(showing.words(problem))
                self._refusal.show()


def _named(tables: Iterable[Table]) -> list[tuple[str, str]]:
    return [
        (str(each.get("id", "")), showing.words(Text(str(each.get("label", "")))))
        for each in tables
    ]


def _shown(value: Any, kind: str) -> Any:
    if kind == "flag":
        return bool(value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return "" if value is None else str(value)
