"""Forms of coming costs: what a fee is expected to cost, and what may be spent in a year."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.days import fiscal_year
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, MoneyField, NumberField, TextField
from techmgr.desktop.showing import showing
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.patents.actions_forecast import EstimateFee, SetBudget, estimate_fee, set_budget
from techmgr.patents.fees import KINDS, Fee
from techmgr.patents.screens.invoice_sheets import typed_money

translate = QCoreApplication.translate


def kind_words() -> list[tuple[str, str]]:
    """The kinds of fee by code, as a choice offers them."""
    return [(code, showing.words(text)) for code, text in KINDS.items()]


def estimate_sheet(bench: Bench, like: Fee | None = None) -> Sheet:
    """What a fee costs by the office's own estimate; `like` is one to begin with."""

    def ask(values: dict[str, Any]) -> Asked:
        amount = typed_money(values.pop("amount"), (values.pop("currency") or "").upper(), "amount")
        values["number"] = values["number"] or 0
        values["remark"] = values["remark"] or ""
        return estimate_fee, EstimateFee(amount=amount, **values)

    sheet = Sheet(
        bench,
        title=translate("CostSheets", "Estimate a fee"),
        lead=translate(
            "CostSheets",
            "Counts before a shipped schedule, for deadlines from its day on. Without a number or a "
            "size it holds for all of them.",
        ),
        save=translate("CostSheets", "Keep the estimate"),
        said=translate("CostSheets", "Estimate kept"),
        ask=ask,
        draft="fee_estimate",
    )
    form = sheet.form
    country = TextField(name="country", title=translate("CostSheets", "Country"), required=True)
    country.setFixedWidth(90)
    form.add(
        country, Choice(kind_words(), name="kind", title=translate("CostSheets", "Kind of fee"))
    )
    any_size = ("", translate("CostSheets", "Any size"))
    form.add(
        NumberField(name="number", title=translate("CostSheets", "Year or number")),
        Choice(
            [any_size, *bench.lists.offered("entity_size")],
            name="size",
            title=translate("CostSheets", "Entity size"),
        ),
    )
    currency = TextField(name="currency", title=translate("CostSheets", "Currency"))
    currency.setFixedWidth(90)
    form.add(
        TextField(name="amount", title=translate("CostSheets", "Amount"), required=True), currency
    )
    form.add(
        DateField(name="valid_from", title=translate("CostSheets", "Holds from"), required=True)
    )
    form.add(TextField(name="remark", title=translate("CostSheets", "Remark")))
    form.set_values(_begun(bench, like))
    return sheet


def _begun(bench: Bench, like: Fee | None) -> dict[str, Any]:
    first = bench.office.today.replace(month=1, day=1)
    if like is None:
        return {
            "kind": "annuity",
            "size": "",
            "currency": bench.lists.currency,
            "valid_from": first,
        }
    return {
        "country": like.country,
        "kind": like.kind,
        "number": like.number or None,
        "size": like.size,
        "currency": like.amount.currency,
        "amount": showing.money(like.amount) if like.is_own else "",
        "valid_from": like.valid_from if like.is_own else first,
    }


def budget_sheet(bench: Bench, year: int | None = None) -> Sheet:
    """What may be spent on patent costs in a fiscal year."""
    settings = bench.lists.settings
    end = settings.fiscal_year_end if settings else (12, 31)
    sheet = Sheet(
        bench,
        title=translate("CostSheets", "Set a budget"),
        lead=translate("CostSheets", "A fiscal year is named by the year in which it ends."),
        save=translate("CostSheets", "Keep the budget"),
        said=translate("CostSheets", "Budget kept"),
        ask=lambda values: (set_budget, SetBudget(**values)),
    )
    currency = bench.lists.currency
    title = translate("CostSheets", "Budget, {currency}").format(currency=currency)
    sheet.form.add(
        NumberField(name="year", title=translate("CostSheets", "Fiscal year"), required=True),
        MoneyField(name="amount", title=title, currency=currency, required=True),
    )
    sheet.form.set_values({"year": year or fiscal_year(bench.office.today, *end)})
    return sheet
