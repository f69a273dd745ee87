"""Forms of what happens to shares: round, split, conversion, exercise, sale, dividend, write-off."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, LongText, MoneyField, NumberField, TextField
from techmgr.desktop.rows import RowColumn, RowsField
from techmgr.equity.actions_events import (
    ConvertShares,
    ExerciseShares,
    ReceiveDividend,
    RecordRound,
    SellShares,
    SplitShares,
    WriteOffShares,
    convert_shares,
    exercise_shares,
    receive_dividend,
    record_round,
    sell_shares,
    split_shares,
    write_off_shares,
)
from techmgr.equity.queries_company import CompanyFile, HoldingRow
from techmgr.equity.screens.sheets import PriceField, RatioField, class_options
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet

translate = QCoreApplication.translate
Request = Callable[..., Any]


class Asking:
    """What the forms of events have in common: the company, the day, the certificate."""

    def __init__(self, bench: Bench, found: CompanyFile, holding_id: int | None = None) -> None:
        self.bench = bench
        self.found = found
        self.holding_id = holding_id

    def sheet(self, title: str, save: str, action: Any, request: Request, lead: str = "") -> Sheet:
        """Return an empty form that carries out an action on the company's book."""
        book = self.found.book

        def ask(values: dict[str, Any]) -> Asked:
            return action, request(book.id, book.version, **values)

        said = translate("EquityEvents", "Recorded")
        made = Sheet(self.bench, title=title, lead=lead, save=save, said=said, ask=ask,
                     draft=f"{action.kind.name}:{book.id}")  # fmt: skip
        made.form.add(
            DateField(name="on_day", title=translate("EquityEvents", "Day"), required=True)
        )
        return made

    def add_certificate(self, sheet: Sheet, fits: Callable[[HoldingRow], bool]) -> None:
        """Add the choice of a certificate among those that fit, and preset it."""
        offered = [(row.id, _named(row)) for row in self.found.holdings if fits(row)]
        title = translate("EquityEvents", "Certificate")
        sheet.form.add(Choice(offered, name="holding_id", title=title, required=True))
        ids = [number for number, _ in offered]
        chosen = self.holding_id if self.holding_id in ids else next(iter(ids), None)
        sheet.form.set_values({"holding_id": chosen})

    def finish(self, sheet: Sheet) -> Sheet:
        """Preset the day and return the form."""
        sheet.form.set_values({"on_day": self.bench.office.today})
        return sheet

    def money(self, name: str, title: str, *, required: bool = False) -> MoneyField:
        """An amount in the company's currency."""
        currency = self.found.book.currency
        return MoneyField(
            name=name, title=f"{title}, {currency}", currency=currency, required=required
        )


def _named(row: HoldingRow) -> str:
    parts = [row.certificate, row.class_name, f"{row.shares:,}", row.holder]
    return "  ".join(part for part in parts if part)


def _memo() -> TextField:
    return TextField(name="memo", title=translate("EquityEvents", "Remark"))


def _shares() -> NumberField:
    title = translate("EquityEvents", "Whole shares")
    return NumberField(name="shares", title=title, required=True)


def round_sheet(asking: Asking) -> Sheet:
    """A financing round: the price follows from the value before it, or the other way round."""

    def request(
        book_id: int, version: int, investors: list[dict[str, Any]], **values: Any
    ) -> RecordRound:
        taken = tuple((row["name"], row["shares"] or 0) for row in investors)
        return RecordRound(book_id, version, investors=taken, **values)

    sheet = asking.sheet(
        translate("EquityEvents", "Record a financing round"),
        translate("EquityEvents", "Record the round"),
        record_round,
        request,
        translate("EquityEvents", "Give the price of a share or the value before the round."),
    )
    offered = class_options(asking.found.classes)
    title = translate("EquityEvents", "Class of the new shares")
    sheet.form.add(Choice(offered, name="class_id", title=title, required=True))
    price = PriceField(name="price", title=translate("EquityEvents", "Price of a share"))
    price.currency = asking.found.book.currency
    sheet.form.add(price, asking.money("pre_money", translate("EquityEvents", "Value before")))
    sheet.form.add(_investors())
    sheet.form.add(_memo())
    if offered:
        sheet.form.set_values({"class_id": offered[-1][0]})
    return asking.finish(sheet)


def _investors() -> RowsField:
    return RowsField(
        [
            RowColumn("name", translate("EquityEvents", "Investor"), TextField, stretch=2),
            RowColumn("shares", translate("EquityEvents", "New shares"), NumberField, width=120),
        ],
        name="investors",
        title=translate("EquityEvents", "Who took how many"),
        add=translate("EquityEvents", "Add investor"),
        add_key="Alt+A",
    )


def split_sheet(asking: Asking) -> Sheet:
    """A split of all classes."""
    sheet = asking.sheet(
        translate("EquityEvents", "Record a share split"),
        translate("EquityEvents", "Record the split"),
        split_shares,
        SplitShares,
        translate("EquityEvents", "All classes are split alike; exercise prices follow."),
    )
    hint = translate("EquityEvents", "2 for two of one, 1/10 for one of ten")
    title = translate("EquityEvents", "One share becomes")
    sheet.form.add(RatioField(name="ratio", title=title, hint=hint, required=True))
    sheet.form.add(_memo())
    return asking.finish(sheet)


def convert_sheet(asking: Asking) -> Sheet:
    """Shares become shares of another class."""
    sheet = asking.sheet(
        translate("EquityEvents", "Convert shares"),
        translate("EquityEvents", "Convert"),
        convert_shares,
        ConvertShares,
    )
    asking.add_certificate(sheet, lambda row: row.converts and not row.is_right)
    sheet.form.add(
        _shares(), TextField(name="certificate", title=translate("EquityEvents", "New certificate"))
    )
    sheet.form.add(_memo())
    return asking.finish(sheet)


def exercise_sheet(asking: Asking) -> Sheet:
    """Warrants or options are exercised at the price of their class."""
    sheet = asking.sheet(
        translate("EquityEvents", "Exercise warrants or options"),
        translate("EquityEvents", "Exercise"),
        exercise_shares,
        ExerciseShares,
        translate(
            "EquityEvents", "What the university pays is booked from the bank onto their cost."
        ),
    )
    asking.add_certificate(sheet, lambda row: row.is_right)
    sheet.form.add(
        _shares(), TextField(name="certificate", title=translate("EquityEvents", "New certificate"))
    )
    sheet.form.add(_memo())
    return asking.finish(sheet)


def sale_sheet(asking: Asking) -> Sheet:
    """Shares are sold; the net proceeds wait for a distribution."""
    sheet = asking.sheet(
        translate("EquityEvents", "Sell shares"),
        translate("EquityEvents", "Book the sale"),
        sell_shares,
        SellShares,
        translate(
            "EquityEvents",
            "Net of brokerage and of what was paid for them it waits for a distribution. "
            "Cost leaves in proportion.",
        ),
    )
    asking.add_certificate(sheet, lambda row: row.kind.is_ours)
    sheet.form.add(
        _shares(), asking.money("gross", translate("EquityEvents", "Sold for"), required=True)
    )
    sheet.form.add(
        asking.money("brokerage", translate("EquityEvents", "Brokerage")),
        TextField(name="buyer", title=translate("EquityEvents", "Buyer")),
    )
    sheet.form.add(_memo())
    return asking.finish(sheet)


def dividend_sheet(asking: Asking) -> Sheet:
    """A dividend on a certificate."""
    sheet = asking.sheet(
        translate("EquityEvents", "Record a dividend"),
        translate("EquityEvents", "Book the dividend"),
        receive_dividend,
        ReceiveDividend,
        translate("EquityEvents", "It waits for a distribution."),
    )
    asking.add_certificate(sheet, lambda row: row.kind.is_ours and not row.is_right)
    sheet.form.add(
        asking.money("gross", translate("EquityEvents", "Gross"), required=True),
        asking.money("withheld_tax", translate("EquityEvents", "Tax withheld")),
    )
    sheet.form.add(_memo())
    return asking.finish(sheet)


def write_off_sheet(asking: Asking) -> Sheet:
    """A certificate is worth nothing any more."""
    sheet = asking.sheet(
        translate("EquityEvents", "Write shares off"),
        translate("EquityEvents", "Write off"),
        write_off_shares,
        WriteOffShares,
        translate("EquityEvents", "Their cost leaves the books; the certificate stays on record."),
    )
    asking.add_certificate(sheet, lambda row: row.kind.is_ours)
    sheet.form.add(
        LongText(name="reason", title=translate("EquityEvents", "Reason"), required=True)
    )
    return asking.finish(sheet)
