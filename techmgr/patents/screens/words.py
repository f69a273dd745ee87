"""Words, states and columns that the screens of rights share."""

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.columns import Column, Kind, Marked
from techmgr.desktop.states import State
from techmgr.office.screens.bench import Bench
from techmgr.patents.actions_checks import NUMBERS
from techmgr.patents.numbers import read_number
from techmgr.patents.queries import RightRow
from techmgr.patents.standing import KEPT_SECRET

translate = QCoreApplication.translate

_STATES = {
    "planned": State.PLANNED,
    "filed": State.ACTIVE,
    "published": State.ACTIVE,
    "granted": State.DONE,
    "registered": State.DONE,
    "held": State.DONE,
    "converted": State.WAIVED,
    "lapsed": State.MISSED,
    "abandoned": State.WAIVED,
    "expired": State.WAIVED,
}


def glyph_of(row: RightRow) -> State:
    """The state a right is shown in."""
    return _STATES[row.state]


def state_of(bench: Bench, row: RightRow) -> Marked:
    """Where a right stands, with its words."""
    return Marked(glyph_of(row), bench.lists.word("right_state", row.state))


def number_words(row: RightRow) -> str:
    """The number it is known by, as its office writes it."""
    for name in ("grant_number", "application_number", "publication_number"):
        if text := getattr(row, name):
            return read_number(row.country, NUMBERS[name], text).shown
    return translate("Rights", "no number yet")


def name_words(bench: Bench, row: RightRow) -> str:
    """How a right is called: office and number, or its kind."""
    if not row.number:
        kind = bench.lists.word("right_kind", row.kind)
        return kind if row.kind in KEPT_SECRET else f"{row.country} {kind}"
    shown = number_words(row)
    return shown if shown.startswith((row.country, "PCT")) else f"{row.country} {shown}"


def right_columns(bench: Bench) -> list[Column]:
    """The columns of a list of rights."""
    word = bench.lists.word
    return [
        Column("country", translate("Rights", "Office"), width=64),
        Column("number", translate("Rights", "Number"), width=156, value=number_words),
        Column(
            "kind", translate("Rights", "Kind"), width=170, secondary=True, gives_up=2,
            value=lambda each: word("right_kind", each.kind),
        ),
        Column("title", translate("Rights", "Title"), stretch=True, tip=lambda each: each.title),
        Column("cases", translate("Rights", "Cases"), width=110, gives_up=4),
        Column("state", translate("Rights", "State"), Kind.STATE, width=118, value=lambda each: state_of(bench, each)),
        Column("filed", translate("Rights", "Filed"), Kind.DATE),
        Column("granted", translate("Rights", "Granted"), Kind.DATE, gives_up=3),
        Column("expires", translate("Rights", "Last day"), Kind.DATE, gives_up=1),
    ]  # fmt: skip
