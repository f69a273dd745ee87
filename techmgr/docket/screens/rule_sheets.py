"""Forms of rules: change or add one with a live example, take one back, bring in a file."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.texts import Text
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, LongText, NumberField, TextField
from techmgr.desktop.showing import showing
from techmgr.docket.actions_rules import (
    KeepRule,
    RemoveRule,
    TakeRules,
    keep_rule,
    remove_rule,
    take_rules,
)
from techmgr.docket.queries_rules import RuleVersion, calendar_titles, event_titles
from techmgr.docket.rule_form import fields_of, text_from
from techmgr.docket.screens.rule_panel import ExampleView
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet

translate = QCoreApplication.translate
_WAIT = 250
_LEAP_DAY = date(2024, 2, 29)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a rule may name: kinds of events and calendars, code and title."""

    events: tuple[tuple[str, Text], ...]
    calendars: tuple[tuple[str, Text], ...]

    @classmethod
    def read(cls, session: Session, today: date) -> "Choices":
        """Return what the rules of an office may name."""
        return cls(tuple(event_titles()), tuple(calendar_titles(session, today)))


def rule_sheet(
    bench: Bench,
    choices: Choices,
    example: Callable[..., None],
    rule: RuleVersion | None,
) -> Sheet:
    """A version of the office's own; a shipped rule is left as it is and replaced for the span given."""
    own_id = rule.own_id if rule else None

    def ask(values: dict[str, Any]) -> Asked:
        version = rule.version if rule is not None and rule.is_own else None
        return keep_rule, KeepRule(text_from(values), values["reason"], own_id, version)

    lead = translate("RuleSheets", "Kept as our own; deadlines are computed anew.")
    if rule is not None and not rule.is_own:
        lead = translate(
            "RuleSheets", "The shipped version stays; ours replaces it while it is valid."
        )
    sheet = Sheet(
        bench,
        title=showing.words(rule.title) if rule else translate("RuleSheets", "New rule"),
        lead=lead,
        save=translate("RuleSheets", "Keep the rule"),
        said=translate("RuleSheets", "Rule kept"),
        ask=ask,
    )
    _fields(sheet, choices)
    if rule is not None:
        sheet.form.set_values(fields_of(rule.text))
    else:
        sheet.form.set_values({"calendar": "office", "roll": "back", "unit": "months"})
    view = ExampleView(bench, example, lambda: text_from(_typed(sheet)), own_id, _LEAP_DAY)
    sheet.form.add_widget(view)
    soon = QTimer(sheet, singleShot=True, interval=_WAIT)
    soon.timeout.connect(view.look)
    sheet.form.changed.connect(soon.start)
    if rule is not None:
        view.look()
    return sheet


def _typed(sheet: Sheet) -> dict[str, Any]:
    """The fields as far as they can be read: an example needs no reason."""
    values = {}
    for name, field in sheet.form.fields.items():
        try:
            values[name] = field.value()
        except UserError:
            values[name] = None
    return values


def _fields(sheet: Sheet, choices: Choices) -> None:
    form = sheet.form
    form.add(
        TextField(name="title", title=translate("RuleSheets", "What must happen"), required=True)
    )
    form.add(
        TextField(
            name="code", title=translate("RuleSheets", "Code"), required=True,
            hint=translate("RuleSheets", "The code of a shipped rule replaces it."),
        )
    )  # fmt: skip
    form.add(
        Choice(
            _shown(choices.events), name="trigger", title=translate("RuleSheets", "Counted from")
        )
    )
    form.add(
        NumberField(name="count", title=translate("RuleSheets", "Count")),
        Choice(unit_words(), name="unit", title=translate("RuleSheets", "Unit")),
    )
    form.add(
        Choice(roll_words(), name="roll", title=translate("RuleSheets", "A closed day moves it")),
        NumberField(name="extensions", title=translate("RuleSheets", "Months of extension")),
    )
    calendar = translate("RuleSheets", "Calendar of closed days")
    form.add(Choice(_shown(choices.calendars), name="calendar", title=calendar))
    form.add(
        DateField(name="valid_from", title=translate("RuleSheets", "Valid from")),
        DateField(name="valid_to", title=translate("RuleSheets", "Valid to")),
    )
    form.add(TextField(name="citation", title=translate("RuleSheets", "Citation"), required=True))
    form.add(TextField(name="remedy", title=translate("RuleSheets", "If missed")))
    form.add(TextField(name="note", title=translate("RuleSheets", "Note")))
    hint = translate(
        "RuleSheets",
        "Conditions, several ways to count, what meets it: as in the rules’ files (TOML).",
    )
    form.add(
        LongText(name="more", title=translate("RuleSheets", "Further entries"), lines=7, hint=hint)
    )
    form.add(TextField(name="reason", title=translate("RuleSheets", "Why"), required=True))


def _shown(titles: Sequence[tuple[str, Text]]) -> list[tuple[str, str]]:
    return sorted(((code, showing.words(each)) for code, each in titles), key=lambda pair: pair[1])


def unit_words() -> list[tuple[str, str]]:
    """What a period may count."""
    return [
        ("days", translate("RuleSheets", "days")),
        ("weeks", translate("RuleSheets", "weeks")),
        ("months", translate("RuleSheets", "months")),
        ("month_ends", translate("RuleSheets", "months, to the month’s end")),
        ("years", translate("RuleSheets", "years")),
    ]


def roll_words() -> list[tuple[str, str]]:
    """Where a last day goes that falls on a closed day."""
    return [
        ("forward", translate("RuleSheets", "on to the next open day")),
        ("back", translate("RuleSheets", "back to the last open day")),
        ("none", translate("RuleSheets", "not at all")),
    ]


def remove_sheet(bench: Bench, rule: RuleVersion) -> Sheet:
    """The reason why a rule of our own is no longer wanted."""

    def ask(values: dict[str, Any]) -> Asked:
        assert rule.own_id is not None, "only our own can be taken back"
        return remove_rule, RemoveRule(rule.own_id, rule.version, values["reason"])

    return _with_reason(
        Sheet(
            bench,
            title=translate("RuleSheets", "Take the rule back"),
            lead=showing.words(rule.title),
            save=translate("RuleSheets", "Take back"),
            said=translate("RuleSheets", "Rule taken back"),
            ask=ask,
        )
    )


def take_sheet(bench: Bench, name: str, text: str) -> Sheet:
    """The reason why the rules of a file are brought in."""

    def ask(values: dict[str, Any]) -> Asked:
        return take_rules, TakeRules(name, text, values["reason"])

    return _with_reason(
        Sheet(
            bench,
            title=translate("RuleSheets", "Bring in rules"),
            lead=name,
            save=translate("RuleSheets", "Bring in"),
            said=translate("RuleSheets", "Rules brought in"),
            ask=ask,
        )
    )


def _with_reason(sheet: Sheet) -> Sheet:
    sheet.form.add(LongText(name="reason", title=translate("RuleSheets", "Why"), required=True))
    return sheet
