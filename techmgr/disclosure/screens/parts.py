"""The tables of the disclosure form: inventors, awards, publications, materials."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.shares import WHOLE, show_share
from techmgr.desktop.choices import Choice, Maker, Option, Picker
from techmgr.desktop.fields import DateField, NumberField, ShareField, TextField, Toggle
from techmgr.desktop.rows import RowColumn, RowsField
from techmgr.disclosure.entries import InventorEntry, MaterialEntry, PublicationEntry
from techmgr.disclosure.queries import awards
from techmgr.office.screens.bench import Bench
from techmgr.people.screens.pickers import organisation_picker, person_picker

translate = QCoreApplication.translate
Ask = Callable[[str, Callable[[Option | None], None]], object]


def inventors_field(bench: Bench) -> RowsField:
    """Each inventor with employer, position, share and the duty to assign."""
    lists = bench.lists
    return RowsField(
        [
            RowColumn(
                "person_id", translate("Disclosure", "Inventor"), partial(person_picker, bench),
                stretch=4,
            ),
            RowColumn(
                "employer_id", translate("Disclosure", "Unit or employer"),
                partial(organisation_picker, bench, ("department", "company", "university")),
                stretch=4,
            ),
            RowColumn(
                "position", translate("Disclosure", "Position"),
                lambda: Choice([("", "–"), *lists.offered("position")]), stretch=3,
            ),
            RowColumn(
                "share", translate("Disclosure", "Share"), ShareField, width=68, right=True
            ),
            RowColumn(
                "assignment", translate("Disclosure", "Duty to assign"),
                lambda: _assignment(lists.offered("assignment")), stretch=3,
            ),
            RowColumn("assigned_on", translate("Disclosure", "Signed on"), DateField, width=96),
        ],
        name="inventors",
        add=translate("Disclosure", "Add inventor"),
        add_key="Alt+A",
        total=_total,
    )  # fmt: skip


def _assignment(offered: list[tuple[str, str]]) -> Choice:
    """A duty to assign is there until something else is chosen; it makes no row by itself."""
    field = _Quiet(offered)
    field.set_raw("to_be_obtained")
    return field


class _Quiet(Choice):
    def is_empty(self) -> bool:
        return self.raw() in {None, "to_be_obtained"}


def _total(rows: list[dict[str, Any]]) -> tuple[str, str, str]:
    shares = [row["share"] for row in rows if row["share"] is not None]
    whole = sum(shares, Fraction(0))
    if not shares:
        return "share", "", ""
    return "share", show_share(whole), "ok_text" if whole == WHOLE else "danger_text"


def inventor_entries(rows: list[dict[str, Any]]) -> tuple[InventorEntry, ...]:
    """What the request wants of the inventors' table."""
    return tuple(
        InventorEntry(
            row["person_id"] or 0,
            row["share"],
            row["employer_id"],
            row["position"] or "",
            row["assignment"] or "to_be_obtained",
            row["assigned_on"],
        )
        for row in rows
    )


def awards_field(bench: Bench, new_award: Ask) -> RowsField:
    """The awards, found by number or sponsor; a new one is asked for beside the form."""
    makers = [Maker(translate("Disclosure", "New award “{words}”…"), new_award)]

    def build() -> Picker:
        placeholder = translate("Disclosure", "Number or sponsor")
        return Picker(bench.jobs, partial(_awards, bench), makers=makers, placeholder=placeholder)

    column = RowColumn("award_id", translate("Disclosure", "Award"), build, stretch=1)
    return RowsField([column], name="awards", add=translate("Disclosure", "Add award"))


def _awards(bench: Bench, typed: str) -> list[Option]:
    sought = typed.casefold()
    return [
        Option(row.id, row.number, row.sponsor)
        for row in bench.office.read(awards)
        if sought in f"{row.number} {row.sponsor} {row.title}".casefold()
    ][:20]


def publications_field(bench: Bench) -> RowsField:
    """Publications done and planned; public ones start bar dates."""
    kinds = partial(_first, bench, "publication_kind")
    return RowsField(
        [
            RowColumn("on_day", translate("Disclosure", "Day"), DateField, width=96),
            RowColumn("kind", translate("Disclosure", "Kind"), kinds, width=112),
            RowColumn("what", translate("Disclosure", "What"), TextField, stretch=3),
            RowColumn("is_planned", translate("Disclosure", "Planned"), Mark, width=56),
            RowColumn("is_public", translate("Disclosure", "Public"), _public, width=48),
            RowColumn("place", "", _HiddenText, width=1),
            RowColumn("id", "", _HiddenNumber, width=1),
        ],
        name="publications",
        add=translate("Disclosure", "Add publication"),
    )


def _first(bench: Bench, name: str) -> Choice:
    offered = bench.lists.offered(name)
    field = _FirstIsEmpty(offered)
    field.set_raw(offered[0][0] if offered else None)
    return field


class _FirstIsEmpty(Choice):
    def is_empty(self) -> bool:
        return self.box.currentIndex() <= 0


class Mark(Toggle):
    """Ticked or not, it makes no row by itself."""

    def is_empty(self) -> bool:
        return True


def _public() -> Toggle:
    field = Mark()
    field.set_raw(raw=True)
    return field


class _HiddenNumber(NumberField):
    """The id of a recorded entry: kept with its row, never seen."""

    def setVisible(self, _visible: bool) -> None:
        super().setVisible(False)

    def is_empty(self) -> bool:
        return True


class _HiddenText(TextField):
    """What is recorded of an entry and not edited here: kept with its row, never seen."""

    def setVisible(self, _visible: bool) -> None:
        super().setVisible(False)

    def is_empty(self) -> bool:
        return True


def publication_entries(rows: list[dict[str, Any]]) -> tuple[PublicationEntry, ...]:
    """What the request wants of the table of publications."""
    return tuple(
        PublicationEntry(
            row["kind"] or "",
            row["what"],
            row["on_day"],
            bool(row["is_planned"]),
            bool(row["is_public"]),
            row["place"],
            row["id"],
        )
        for row in rows
    )


def materials_field(bench: Bench) -> RowsField:
    """Somebody else's material or software, with its terms."""
    kinds = partial(_first, bench, "material_kind")
    return RowsField(
        [
            RowColumn("kind", translate("Disclosure", "Kind"), kinds, width=130),
            RowColumn("what", translate("Disclosure", "What"), TextField, stretch=2),
            RowColumn(
                "source_id", translate("Disclosure", "From"),
                partial(organisation_picker, bench, ("company", "university")), stretch=2,
            ),
            RowColumn("terms", translate("Disclosure", "Terms"), TextField, stretch=2),
            RowColumn("id", "", _HiddenNumber, width=1),
        ],
        name="materials",
        add=translate("Disclosure", "Add material or software"),
    )  # fmt: skip


def material_entries(rows: list[dict[str, Any]]) -> tuple[MaterialEntry, ...]:
    """What the request wants of the table of materials."""
    return tuple(
        MaterialEntry(row["kind"] or "", row["what"], row["source_id"], row["terms"], row["id"])
        for row in rows
    )
