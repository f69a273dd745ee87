"""Forms of money that concern the whole office: a new run, a policy, a rate, a period to close."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, TextField
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import label
from techmgr.ledger.actions import ClosePeriod, SetRate, close_period, set_rate
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.royalty.actions import DraftRun, draft_run
from techmgr.royalty.actions_policies import AdoptPolicy, adopt_policy
from techmgr.royalty.exchange import parse_rate
from techmgr.royalty.policies import find, shipped
from techmgr.royalty.queries_money import steps_in_words

translate = QCoreApplication.translate


def draft_run_sheet(bench: Bench) -> Sheet:
    """A new distribution of everything received up to a day."""
    sheet = Sheet(
        bench,
        title=translate("MoneySheets", "Draft a distribution"),
        lead=translate("MoneySheets", "Nothing is booked: you look at it, then approve and post."),
        save=translate("MoneySheets", "Draft"),
        ask=lambda values: (draft_run, DraftRun(values["through"])),
    )
    through = translate("MoneySheets", "Received up to")
    sheet.form.add(DateField(name="through", title=through, required=True))
    last_month = bench.office.today.replace(day=1) - timedelta(days=1)
    sheet.form.set_values({"through": last_month})
    return sheet


def adopt_policy_sheet(bench: Bench, own: Sequence[str]) -> Sheet:
    """A shipped policy the office follows from a day on; its steps are shown."""
    sheet = Sheet(
        bench,
        title=translate("MoneySheets", "Adopt a policy"),
        lead=translate(
            "MoneySheets", "Distributions follow it for what is received from that day."
        ),
        save=translate("MoneySheets", "Adopt"),
        said=translate("MoneySheets", "Policy adopted"),
        ask=lambda values: (adopt_policy, AdoptPolicy(**values)),
    )
    titles = {policy.name: policy.title for policy in shipped()}
    policy = Choice(list(titles.items()), name="name", title=translate("MoneySheets", "Policy"))
    day = DateField(
        name="valid_from", title=translate("MoneySheets", "In force from"), required=True
    )
    none = ("", translate("MoneySheets", "None"))
    replaces = Choice(
        [none, *((name, titles.get(name, name)) for name in own)],
        name="replaces",
        title=translate("MoneySheets", "Ends the policy"),
    )
    steps = label("", "small", "secondary", wrap=True)

    def show_steps() -> None:
        try:
            found = find(policy.raw(), day.value() or bench.office.today)
        except UserError as error:
            steps.setText(showing.words(error))
            return
        lines = [f"{at}.  {showing.words(t)}" for at, t in enumerate(steps_in_words(found), 1)]
        steps.setText("\n".join([*lines, "", found.source]))

    policy.changed.connect(show_steps)
    day.changed.connect(show_steps)
    sheet.form.add(policy)
    sheet.form.add(day)
    sheet.form.add(replaces)
    sheet.form.add_widget(steps)
    sheet.form.set_values(
        {
            "name": "stanford",
            "valid_from": bench.office.today.replace(month=1, day=1),
            "replaces": "",
        }
    )
    show_steps()
    return sheet


def rate_sheet(bench: Bench, currency: str = "") -> Sheet:
    """What one unit of a currency is worth in the office's, as published."""
    base = bench.lists.currency

    def ask(values: dict[str, Any]) -> Asked:
        code = (values["currency"] or "").upper()
        if code == base:
            raise UserError(
                say("{currency} is the office's own currency.", currency=code), field="currency"
            )
        rate = parse_rate(values["rate"])
        return set_rate, SetRate(code, base, values["on_day"], rate, values["publisher"])

    sheet = Sheet(
        bench,
        title=translate("MoneySheets", "Enter an exchange rate"),
        lead=translate(
            "MoneySheets", "One unit of the currency in {base}, exactly as published."
        ).format(base=base),
        save=translate("MoneySheets", "Keep the rate"),
        said=translate("MoneySheets", "Rate kept"),
        ask=ask,
    )
    sheet.form.add(
        TextField(name="currency", title=translate("MoneySheets", "Currency"), required=True),
        TextField(name="rate", title=translate("MoneySheets", "Rate"), required=True),
    )
    sheet.form.add(
        DateField(name="on_day", title=translate("MoneySheets", "From the day"), required=True)
    )
    publisher = translate("MoneySheets", "Published by")
    sheet.form.add(TextField(name="publisher", title=publisher, required=True))
    sheet.form.set_values({"on_day": bench.office.today, "currency": currency})
    return sheet


def close_period_sheet(bench: Bench) -> Sheet:
    """Close the books up to a day."""
    sheet = Sheet(
        bench,
        title=translate("MoneySheets", "Close the books"),
        lead=translate(
            "MoneySheets",
            "Nothing more is booked up to that day. A correction is dated on the first open one.",
        ),
        save=translate("MoneySheets", "Close"),
        said=translate("MoneySheets", "Books closed"),
        ask=lambda values: (close_period, ClosePeriod(**values)),
    )
    until = translate("MoneySheets", "Up to")
    sheet.form.add(DateField(name="until", title=until, required=True))
    sheet.form.add(TextField(name="memo", title=translate("MoneySheets", "Remark")))
    last_month = bench.office.today.replace(day=1) - timedelta(days=1)
    sheet.form.set_values({"until": last_month})
    return sheet
