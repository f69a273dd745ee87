"""Beside the page of a right: its facts."""

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from techmgr.desktop.figures import Panel, facts
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, holding, label, row
from techmgr.office.screens.bench import Bench
from techmgr.patents.actions_checks import NUMBERS
from techmgr.patents.numbers import read_number
from techmgr.patents.queries_page import RightFile

translate = QCoreApplication.translate
_NAME = 104


def fact_parts(bench: Bench, found: RightFile, edit: Any) -> list[list[QWidget | int]]:
    """Numbers with their days, the term, who is on it, and what was imported."""
    parts: list[list[QWidget | int]] = [
        [label(translate("RightPanel", "Record"), "strong"), facts(_record(bench, found), _NAME)],
        [label(translate("RightPanel", "Term"), "strong"), facts(_term(found), _NAME)],
        [label(translate("RightPanel", "Who"), "strong"), facts(_who(bench, found), _NAME)],
    ]
    if found.imported:
        kept: list[tuple[str, QWidget | str]] = [
            (each.column, each.text) for each in found.imported
        ]
        parts.append([label(translate("RightPanel", "As imported"), "strong"), facts(kept, _NAME)])
    button = Button(translate("RightPanel", "Edit…"), edit, key="E")
    parts.append([holding(row(button, None))])
    return parts


def _record(bench: Bench, found: RightFile) -> list[tuple[str, QWidget | str]]:
    each = found.row
    pairs: list[tuple[str, QWidget | str]] = [
        (translate("RightPanel", "Kind"), bench.lists.word("right_kind", each.kind)),
        (
            translate("RightPanel", "Filed"),
            _dated(found, "application_number", showing.day(each.filed)),
        ),
        (
            translate("RightPanel", "Published"),
            _dated(found, "publication_number", showing.day(each.published)),
        ),
        (
            translate("RightPanel", "Granted"),
            _dated(found, "grant_number", showing.day(each.granted)),
        ),
    ]
    doubts = [
        showing.words(number.doubt)
        for name, which in NUMBERS.items()
        for number in [read_number(each.country, which, getattr(each, name))]
        if number.doubt is not None
    ]
    pairs += [(translate("RightPanel", "To check"), doubt) for doubt in doubts]
    return pairs


def _dated(found: RightFile, name: str, day: str) -> str:
    text = getattr(found.row, name)
    shown = read_number(found.row.country, NUMBERS[name], text).shown if text else ""
    return ", ".join(part for part in (shown, day) if part) or "–"


def _term(found: RightFile) -> list[tuple[str, QWidget | str]]:
    more = found.details
    last = found.row.expires
    how = (
        translate("RightPanel", "{day}, stated")
        if more.expires
        else translate("RightPanel", "{day}, by rule")
    )
    pairs: list[tuple[str, QWidget | str]] = [
        (translate("RightPanel", "Last day"), how.format(day=showing.day(last)) if last else "–")
    ]
    if more.pta_days:
        days = translate("RightPanel", "{days} days")
        pairs.append((translate("RightPanel", "Adjustment"), days.format(days=more.pta_days)))
    if more.disclaimed_to:
        pairs.append((translate("RightPanel", "Disclaimed to"), showing.day(more.disclaimed_to)))
    if not more.is_followed:
        text = translate("RightPanel", "not followed: known for its family only")
        pairs.append((translate("RightPanel", "Dates"), text))
    return pairs


def _who(bench: Bench, found: RightFile) -> list[tuple[str, QWidget | str]]:
    more = found.details
    size = bench.lists.word("entity_size", more.entity_size) if more.entity_size else ""
    if size and more.entity_size_since:
        since = translate("RightPanel", "{size}, since {day}")
        size = since.format(size=size, day=showing.day(more.entity_size_since))
    named = {
        role: ", ".join(each.name for each in found.parties if each.role == role)
        for role in ("applicant", "owner")
    }
    pairs = [
        (translate("RightPanel", "Applicants"), named["applicant"]),
        (translate("RightPanel", "Owners"), named["owner"]),
        (translate("RightPanel", "Counsel"), found.row.counsel),
        (translate("RightPanel", "Their reference"), more.counsel_reference),
        (translate("RightPanel", "Entity size"), size),
    ]
    return [(name, value or "–") for name, value in pairs]


class RightPanel(Panel):
    """Numbers with their days, the term, who is on it."""

    def __init__(self, bench: Bench) -> None:
        super().__init__(translate("RightPanel", "Facts of the right"))
        self._bench = bench

    def show_facts(self, found: RightFile, edit: Any) -> None:
        """Show the record."""
        self.show_parts(fact_parts(self._bench, found, edit))
