"""What the list of cases can be narrowed to: saved views, chips, and the menu that adds one."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, fields, replace
from datetime import date, timedelta
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from techmgr.casefile.queries import CaseFilter, Order
from techmgr.desktop.showing import showing
from techmgr.office.screens.bench import Bench
from techmgr.technology.steps import NAMES, Step

translate = QCoreApplication.translate
KEPT = "views:cases"
_LONG_AGO = (1, 2, 5, 10)  # years offered as "received since"


def standard_views(today: date, officer_id: int | None) -> list[tuple[str, str, CaseFilter]]:
    """Key, name and filter of the views every office begins with."""
    views = [("open", translate("CaseViews", "All open"), CaseFilter(only_open=True))]
    if officer_id is not None:
        mine = CaseFilter(only_open=True, manager_id=officer_id)
        views.append(("mine", translate("CaseViews", "Mine"), mine))
    month = CaseFilter(received_since=today.replace(day=1))
    step = int(Step.MARKETING)
    return [
        *views,
        ("new", translate("CaseViews", "New this month"), month),
        (
            "marketing",
            translate("CaseViews", "Marketing"),
            CaseFilter(only_open=True, step=step),
        ),
        ("licensed", translate("CaseViews", "Licensed"), CaseFilter(statuses=("licensed",))),
        (
            "granted",
            translate("CaseViews", "Granted, unlicensed"),
            CaseFilter(only_open=True, statuses=("granted",)),
        ),
        ("all", translate("CaseViews", "All"), CaseFilter()),
    ]


def kept_filter(chosen: CaseFilter) -> dict[str, Any]:
    """A filter as JSON can keep it."""
    since = chosen.received_since
    return {**asdict(chosen), "received_since": since.isoformat() if since else None}


def restored_filter(kept: dict[str, Any]) -> CaseFilter:
    """A kept filter; what it no longer knows is left out."""
    known = {each.name for each in fields(CaseFilter)}
    values = {name: value for name, value in kept.items() if name in known}
    since = values.get("received_since")
    values["received_since"] = date.fromisoformat(since) if since else None
    values["statuses"] = tuple(values.get("statuses", ()))
    values["order"] = Order(values.get("order", Order.NUMBER))
    return CaseFilter(**values)


def chips_of(bench: Bench, chosen: CaseFilter, names: dict[str, str]) -> list[tuple[str, str]]:
    """Key and words of everything chosen beside the typed words."""
    chips = [("only_open", translate("CaseViews", "Open"))] if chosen.only_open else []
    chips += [(f"statuses:{s}", bench.lists.word("case_status", s)) for s in chosen.statuses]
    if chosen.manager_id is not None:
        chips.append(("manager_id", names.get(f"person:{chosen.manager_id}", "–")))
    if chosen.received_since is not None:
        day = showing.day(chosen.received_since)
        chips.append(
            ("received_since", translate("CaseViews", "Received since {day}").format(day=day))
        )
    if chosen.step is not None:
        name = showing.words(NAMES[Step(chosen.step)])
        chips.append(("step", translate("CaseViews", "{step} under way").format(step=name)))
    if chosen.field:
        chips.append(("field", bench.lists.word("field", chosen.field)))
    if chosen.type:
        chips.append(("type", bench.lists.word("case_type", chosen.type)))
    return chips


def without(chosen: CaseFilter, key: str) -> CaseFilter:
    """The filter without one of its chips."""
    name, _, value = key.partition(":")
    if name == "statuses":
        return replace(chosen, statuses=tuple(s for s in chosen.statuses if s != value))
    empty = CaseFilter()
    return replace(chosen, **{name: getattr(empty, name)})


def filter_menu(
    parent: QWidget,
    bench: Bench,
    chosen: CaseFilter,
    officers: Sequence[tuple[int, str]],
    choose: Callable[[CaseFilter], object],
) -> QMenu:
    """Everything a filter can be narrowed by."""
    menu = QMenu(parent)

    def part(title: str, choices: Sequence[tuple[str, CaseFilter]]) -> None:
        inside = menu.addMenu(title)
        for words, narrowed in choices:
            inside.addAction(words, partial(choose, narrowed))
        inside.setEnabled(bool(choices))

    menu.addAction(translate("CaseViews", "Open"), lambda: choose(replace(chosen, only_open=True)))
    part(
        translate("CaseViews", "Status"),
        [
            (words, replace(chosen, statuses=(*chosen.statuses, code)))
            for code, words in bench.lists.offered("case_status")
            if code not in chosen.statuses
        ],
    )
    part(
        translate("CaseViews", "Manager"),
        [(name, replace(chosen, manager_id=number)) for number, name in officers],
    )
    part(translate("CaseViews", "Received since"), _since(bench.office.today, chosen))
    part(
        translate("CaseViews", "Step under way"),
        [(f"{s:d}  {showing.words(NAMES[s])}", replace(chosen, step=int(s))) for s in Step],
    )
    part(
        translate("CaseViews", "Field"),
        [(words, replace(chosen, field=code)) for code, words in bench.lists.offered("field")],
    )
    part(
        translate("CaseViews", "Type"),
        [(words, replace(chosen, type=code)) for code, words in bench.lists.offered("case_type")],
    )
    return menu


def _since(today: date, chosen: CaseFilter) -> list[tuple[str, CaseFilter]]:
    days = [today - timedelta(days=30), today.replace(month=1, day=1)]
    days += [date(today.year - years, 1, 1) for years in _LONG_AGO]
    return [(showing.day(day), replace(chosen, received_since=day)) for day in days]
