"""Forms of the nine steps: what a step says, wait, waive, go on, plan; and decisions."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.texts import words
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, LongText
from techmgr.desktop.showing import showing
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.technology.actions_steps import (
    Decide,
    PlanStep,
    ResumeStep,
    WaitStep,
    WaiveStep,
    decide,
    plan_step,
    resume_step,
    wait_step,
    waive_step,
)
from techmgr.technology.queries import CaseHead, StepRow
from techmgr.technology.steps import STATE_NAMES, State

translate = QCoreApplication.translate
_OUTCOMES = {
    "assessment": ("pursue", "not_pursue", "defer", "release"),
    "filing": ("file", "not_file", "defer"),
    "maintenance": ("keep", "drop"),
    "licensing": ("exclusive", "non_exclusive"),
}


def step_sheet(bench: Bench, head: CaseHead, step: StepRow) -> Sheet:
    """One step: where it stands, and what may be settled by hand with a reason."""

    def ask(values: dict[str, Any]) -> Asked:
        if values["what"] == "plan":
            return plan_step, PlanStep(head.id, int(step.step), values["on_day"])
        action, request = {
            "wait": (wait_step, WaitStep),
            "waive": (waive_step, WaiveStep),
            "resume": (resume_step, ResumeStep),
        }[values["what"]]
        return action, request(head.id, int(step.step), values["reason"], values["on_day"])

    name = showing.words(step.name)
    sheet = Sheet(
        bench,
        title=f"{int(step.step)}  {name}",
        lead=_where_it_stands(step),
        save=translate("StepSheets", "Save"),
        said=translate("StepSheets", "{number}: {step} changed").format(
            number=head.number, step=name
        ),
        ask=ask,
        draft=f"step:{head.id}:{int(step.step)}",
    )
    what = Choice(_offered(step), name="what", title=translate("StepSheets", "What happens"))
    reason = LongText(name="reason", title=translate("StepSheets", "Reason"), lines=3)
    reason.set_hint(translate("StepSheets", "Kept with the step, and read years later."))
    sheet.form.add(what)
    sheet.form.add(reason)
    sheet.form.add(DateField(name="on_day", title=translate("StepSheets", "From"), required=True))
    sheet.form.set_values({"what": _offered(step)[0][0], "on_day": bench.office.today})
    what.changed.connect(lambda: reason.setVisible(what.raw() != "plan"))
    reason.setVisible(what.raw() != "plan")
    return sheet


def _where_it_stands(step: StepRow) -> str:
    parts = [showing.words(STATE_NAMES[step.state])]
    if step.summary is not None:
        parts.append(words(step.summary, showing.language))
    if step.since is not None:
        parts.append(translate("StepSheets", "since {day}").format(day=showing.day(step.since)))
    if step.due is not None:
        parts.append(translate("StepSheets", "next date {day}").format(day=showing.day(step.due)))
    if step.person:
        parts.append(step.person)
    said = ", ".join(dict.fromkeys(parts))
    return f"{said}. {step.reason}" if step.reason else f"{said}."


def _offered(step: StepRow) -> list[tuple[str, str]]:
    wait = ("wait", translate("StepSheets", "It waits"))
    waive = ("waive", translate("StepSheets", "It is waived"))
    resume = ("resume", translate("StepSheets", "It goes on"))
    plan = ("plan", translate("StepSheets", "It is planned for a day"))
    return {
        State.NOT_STARTED: [waive, wait, plan],
        State.PLANNED: [plan, waive, wait],
        State.ACTIVE: [wait, waive],
        State.WAITING: [resume, waive],
    }.get(step.stored, [resume])


def decide_sheet(bench: Bench, head: CaseHead, kind: str) -> Sheet:
    """A decision of a kind, with its reasons and the evidence looked at."""
    words_of = bench.lists.word
    sheet = Sheet(
        bench,
        title=translate("StepSheets", "Decide: {kind}").format(
            kind=words_of("decision_kind", kind)
        ),
        lead=f"{head.number}  {head.title}",
        save=translate("StepSheets", "Record the decision"),
        said=translate("StepSheets", "{number}: decision recorded").format(number=head.number),
        ask=lambda values: (decide, Decide(head.id, kind, **values)),
        draft=f"decide:{head.id}:{kind}",
    )
    offered = bench.lists.offered("decision_outcome")
    known = _OUTCOMES.get(kind, tuple(code for code, _ in offered))
    fitting = [each for code in known for each in offered if each[0] == code]
    form = sheet.form
    form.add(
        Choice(fitting, name="outcome", title=translate("StepSheets", "Decision"), required=True)
    )
    form.add(
        LongText(name="reasons", title=translate("StepSheets", "Reasons"), lines=4, required=True)
    )
    form.add(
        LongText(
            name="evidence",
            title=translate("StepSheets", "Looked at"),
            hint=translate(
                "StepSheets", "Prior art, market figures, talks: what the decision rests on."
            ),
            lines=3,
        )
    )
    form.add(DateField(name="on_day", title=translate("StepSheets", "Decided")))
    form.set_values({"outcome": fitting[0][0] if fitting else None, "on_day": bench.office.today})
    return sheet
