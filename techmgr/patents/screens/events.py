"""What the page of a right says of its events, and a date of it that no rule computes."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.references import Reference
from techmgr.core.texts import Text
from techmgr.desktop.fields import DateField, TextField
from techmgr.desktop.showing import showing
from techmgr.docket.actions_deadlines import SetDeadline, set_deadline
from techmgr.docket.queries import EventRow, Registered
from techmgr.docket.rulebook import shipped_rules
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.patents.entering import enterable
from techmgr.patents.queries_page import RightFile
from techmgr.technology.steps import Step

translate = QCoreApplication.translate


def event_words(each: EventRow) -> str:
    """What happened; an entry of the office's file in the office's own words."""
    said = each.facts.get("said")
    if each.kind == "office_entry" and said:
        return str(said)
    words = showing.words(each.title)
    number = each.facts.get("number")
    return f"{words} ({number})" if number else words


def events_to_enter(found: RightFile, name: str) -> Registered:
    """The register of a right, with the kinds of events that are entered on it by hand."""
    kinds = enterable(shipped_rules().kinds.values(), found.row.country)
    named = tuple((each.code, Text(each.title)) for each in kinds)
    return Registered(found.reference, name, found.events, named)


def own_deadline_sheet(bench: Bench, subject: Reference, case_id: int | None) -> Sheet:
    """A date of the right that no rule computes; no computing ever changes it."""

    def ask(values: dict[str, Any]) -> Asked:
        request = SetDeadline(
            subject, values["title"], values["legal"], case_id, int(Step.PROTECTION),
            citation=values["citation"],
        )  # fmt: skip
        return set_deadline, request

    sheet = Sheet(
        bench,
        title=translate("RightEvents", "Set a deadline by hand"),
        lead=translate("RightEvents", "Where no rule computes it, as counsel stated it."),
        save=translate("RightEvents", "Set the deadline"),
        said=translate("RightEvents", "Deadline set"),
        ask=ask,
        draft=f"deadline:{subject}",
    )
    what = translate("RightEvents", "What must happen")
    sheet.form.add(TextField(name="title", title=what, required=True))
    last = translate("RightEvents", "Last day")
    sheet.form.add(DateField(name="legal", title=last, required=True))
    sheet.form.add(TextField(name="citation", title=translate("RightEvents", "Rule or letter")))
    return sheet
