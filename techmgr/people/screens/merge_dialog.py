"""Asks before two entries are made one: says what moves, and owes a reason."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from techmgr.desktop.dialogs import Confirm
from techmgr.office.screens.bench import Bench
from techmgr.people.merging import (
    MergeOrganisations,
    MergePersons,
    merge_organisations,
    merge_persons,
)
from techmgr.people.queries_merging import Moving, moving_of

translate = QCoreApplication.translate
Entry = tuple[int, str]  # id and name


def ask_merge(owner: QWidget, bench: Bench, kind: str, kept: Entry, merged: Entry) -> None:
    """Read what the second entry stands in, then ask, then merge."""

    def ask(moving: list[Moving]) -> None:
        dialog = merge_dialog(owner, kept[1], merged[1], moving)
        dialog.accepted.connect(lambda: merge(bench, kind, kept, merged, dialog.reason.raw()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    bench.read(moving_of, kind, merged[0], owner=owner, then=ask)


def merge_dialog(owner: QWidget, kept: str, merged: str, moving: list[Moving]) -> Confirm:
    """The question, with what moves in numbers."""
    parts = ", ".join(f"{each.count} × {each.table.replace('_', ' ')}" for each in moving)
    what = parts or translate("Merging", "nothing yet names it")
    text = translate(
        "Merging",
        "Everything that names “{merged}” will name “{kept}” ({what}). “{merged}” stays as its alias, "
        "and Undo takes it back.",
    ).format(kept=kept, merged=merged, what=what)
    return Confirm(
        owner.window(),
        title=translate("Merging", "Merge “{merged}” into “{kept}”?").format(
            kept=kept, merged=merged
        ),
        text=text,
        do=translate("Merging", "Merge"),
        keep=translate("Merging", "Keep both"),
        reason=translate("Merging", "Reason"),
    )


def merge(bench: Bench, kind: str, kept: Entry, merged: Entry, reason: str) -> None:
    """Make the two entries one."""
    said = translate("Merging", "Merged into {kept}").format(kept=kept[1])
    if kind == "person":
        persons = MergePersons(kept[0], merged[0], reason)
        bench.act(merge_persons, persons, owner=bench, said=said)
    else:
        organisations = MergeOrganisations(kept[0], merged[0], reason)
        bench.act(merge_organisations, organisations, owner=bench, said=said)
