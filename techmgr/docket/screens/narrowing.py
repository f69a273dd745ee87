"""What the list of deadlines is narrowed by: its menu, its chips, its views."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from techmgr.core.days import add_months
from techmgr.docket.queries import DeadlineFilter
from techmgr.docket.screens.columns import KINDS, kind_words
from techmgr.docket.screens.weeks import state_words

translate = QCoreApplication.translate
AHEAD = 35  # days shown at first
_DECIDED = ("done", "waived", "missed", "ended")
_HISTORY = date(1900, 1, 1)
Show = Callable[[DeadlineFilter], object]


def view_of(key: str, today: date, officer: int | None) -> DeadlineFilter:
    """The filter of a view."""
    soon = DeadlineFilter(today + timedelta(days=AHEAD))
    return {
        "open": soon,
        "mine": replace(soon, person_id=officer),
        "quarter": DeadlineFilter(add_months(today, 3)),
        "all": DeadlineFilter(),
        "decided": replace(soon, since=_HISTORY, states=_DECIDED, newest_first=True),
    }[key]


def view_words() -> dict[str, str]:
    """The views by key, in the order of their tabs."""
    return {
        "open": translate("Narrowing", "Next 35 days"),
        "mine": translate("Narrowing", "Mine"),
        "quarter": translate("Narrowing", "Three months"),
        "all": translate("Narrowing", "All open"),
        "decided": translate("Narrowing", "Decided"),
    }


def chips_of(
    chosen: DeadlineFilter, people: Sequence[tuple[int, str]], *, mine: bool
) -> list[tuple[str, str]]:
    """The chips of what was narrowed beyond the view."""
    names = dict(people)
    found = []
    if chosen.person_id is not None and not mine:
        found.append(("person_id", names.get(chosen.person_id, "?")))
    if chosen.kind:
        found.append(("kind", kind_words(chosen.kind)))
    if chosen.is_hard is not None:
        found.append(("is_hard", hard_words(hard=chosen.is_hard)))
    if len(chosen.states) == 1 and chosen.states != ("open",):
        found.append(("states", state_words(chosen.states[0])))
    if chosen.unchecked:
        found.append(("unchecked", unchecked_words()))
    return found


def unchecked_words() -> str:
    """Deadlines nobody has checked yet."""
    return translate("Narrowing", "Not checked")


def hard_words(*, hard: bool) -> str:
    """Hard or extendable."""
    return translate("Narrowing", "Hard") if hard else translate("Narrowing", "Extendable")


def without(chosen: DeadlineFilter, key: str) -> DeadlineFilter:
    """The filter with one value taken away."""
    if key == "kind":
        return replace(chosen, kind="")
    if key == "is_hard":
        return replace(chosen, is_hard=None)
    if key == "states":
        return replace(chosen, states=_DECIDED)
    if key == "unchecked":
        return replace(chosen, unchecked=False)
    return replace(chosen, person_id=None)


def filter_menu(
    parent: QWidget, chosen: DeadlineFilter, people: Sequence[tuple[int, str]], show: Show
) -> QMenu:
    """The menu behind “Filter”: who, which kind, hard or extendable."""
    menu = QMenu(parent)
    who = menu.addMenu(translate("Narrowing", "Who"))
    for number, name in people:
        who.addAction(name, partial(show, replace(chosen, person_id=number)))
    kinds = menu.addMenu(translate("Narrowing", "Kind"))
    for kind in KINDS:
        kinds.addAction(kind_words(kind), partial(show, replace(chosen, kind=kind)))
    for hard in (True, False):
        menu.addAction(hard_words(hard=hard), partial(show, replace(chosen, is_hard=hard)))
    menu.addAction(unchecked_words(), partial(show, replace(chosen, unchecked=True)))
    became = menu.addMenu(translate("Narrowing", "What became of it"))
    for state in _DECIDED:
        only = replace(chosen, states=(state,), since=_HISTORY, until=None, newest_first=True)
        became.addAction(state_words(state), partial(show, only))
    return menu
