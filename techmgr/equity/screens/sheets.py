"""Forms of a company's shares: the book, a class, an issue, a certificate, taking an event back."""

from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.agreements.queries import agreement_rows
from techmgr.core.errors import UserError
from techmgr.core.money import decimals_of, exact_decimal
from techmgr.core.texts import say
from techmgr.desktop.choices import Choice, Option, Picker
from techmgr.desktop.fields import DateField, LongText, MoneyField, NumberField, TextField
from techmgr.desktop.showing import showing
from techmgr.equity.actions import (
    AddShareClass,
    EditHolding,
    EditShareBook,
    IssueShares,
    OpenShareBook,
    ReverseShareEvent,
    add_share_class,
    edit_holding,
    edit_share_book,
    issue_shares,
    open_share_book,
    reverse_share_event,
)
from techmgr.equity.kinds import CLASS_WORDS, EVENT_WORDS, HOLDER_WORDS
from techmgr.equity.queries import RegisterRow
from techmgr.equity.queries_company import BookRow, ClassRow, CompanyFile, EventRow
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import organisation_picker
from techmgr.technology.screens.cases_field import case_picker

translate = QCoreApplication.translate


class PriceField(TextField):
    """The price of a share, as exact minor units: 0.8213 is 82.13 cents."""

    currency = "USD"

    def value(self) -> Fraction | None:
        text = self.raw().replace(",", "").replace(" ", "")
        if not text:
            return None
        number = exact_decimal(text)
        if number is None:
            problem = say("“{text}” is not a price such as 0.8213.", text=self.raw())
            raise UserError(problem, field=self.name)
        return Fraction(number) * Fraction(10) ** decimals_of(self.currency)


class RatioField(TextField):
    """A ratio as typed: 2, 1.5 or 3/2."""

    def value(self) -> Fraction | None:
        text = self.raw().replace(" ", "")
        if not text:
            return None
        try:
            return Fraction(text)
        except (ValueError, ZeroDivisionError):
            problem = say("“{text}” is not a ratio such as 2 or 3/2.", text=self.raw())
            raise UserError(problem, field=self.name) from None


def agreement_picker(bench: Bench, **named: Any) -> Picker:
    """Any agreement, found by number, party or title."""

    def find(typed: str) -> list[Option]:
        begins = typed.casefold().split()
        rows = bench.office.read(agreement_rows)
        return [
            Option(row.id, row.number, row.party)
            for row in rows
            if all(begin in f"{row.number} {row.party} {row.title}".casefold() for begin in begins)
        ][:20]

    placeholder = translate("EquitySheets", "Type a number or a name")
    return Picker(bench.jobs, find, placeholder=placeholder, **named)


def book_sheet(bench: Bench, company: Option | None = None) -> Sheet:
    """A company whose shares are followed from now on."""

    def ask(values: dict[str, Any]) -> Asked:
        return open_share_book, OpenShareBook(**values)

    sheet = Sheet(
        bench,
        title=translate("EquitySheets", "Follow a company's shares"),
        save=translate("EquitySheets", "Open the book"),
        said=translate("EquitySheets", "Share book opened"),
        ask=ask,
        draft="share_book",
    )
    title = translate("EquitySheets", "Company")
    sheet.form.add(
        organisation_picker(bench, ("company",), name="organisation_id", title=title, required=True)
    )
    currency = translate("EquitySheets", "Currency of its prices and costs")
    sheet.form.add(TextField(name="currency", title=currency, required=True))
    _add_notes(sheet)
    sheet.form.set_values({"organisation_id": company, "currency": bench.lists.currency})
    return sheet


def _add_notes(sheet: Sheet) -> None:
    hint = translate(
        "EquitySheets", "Who of the inventors or officers works for or owns the company?"
    )
    conflicts = translate("EquitySheets", "Conflicts of interest")
    sheet.form.add(LongText(name="conflicts", title=conflicts, hint=hint, lines=4))
    sheet.form.add(LongText(name="memo", title=translate("EquitySheets", "Remark"), lines=2))


def notes_sheet(bench: Bench, book: BookRow) -> Sheet:
    """What is noted of a company's shares."""

    def ask(values: dict[str, Any]) -> Asked:
        return edit_share_book, EditShareBook(book.id, book.version, **values)

    sheet = Sheet(
        bench,
        title=translate("EquitySheets", "Conflicts of interest, remarks"),
        save=translate("EquitySheets", "Save"),
        said=translate("EquitySheets", "Saved"),
        ask=ask,
    )
    _add_notes(sheet)
    sheet.form.set_values({"conflicts": book.conflicts, "memo": book.memo})
    return sheet


def class_sheet(bench: Bench, found: CompanyFile) -> Sheet:
    """A class of shares, or of rights to shares."""

    def ask(values: dict[str, Any]) -> Asked:
        values["into_id"] = values["into_id"] or None
        return add_share_class, AddShareClass(found.book.id, found.book.version, **values)

    sheet = Sheet(
        bench,
        title=translate("EquitySheets", "Add a class of shares"),
        save=translate("EquitySheets", "Add the class"),
        said=translate("EquitySheets", "Class added"),
        ask=ask,
        draft=f"share_class:{found.book.id}",
    )
    add = sheet.form.add
    kinds = [(kind, showing.words(text)) for kind, text in CLASS_WORDS.items()]
    add(TextField(name="name", title=translate("EquitySheets", "Name"), required=True))
    add(Choice(kinds, name="kind", title=translate("EquitySheets", "Kind"), required=True))
    into = [(0, translate("EquitySheets", "Nothing")), *class_options(found.classes)]
    hint = translate("EquitySheets", "What one becomes by conversion or exercise")
    add(
        Choice(into, name="into_id", title=translate("EquitySheets", "Becomes"), hint=hint),
        RatioField(name="ratio", title=translate("EquitySheets", "How many of them")),
    )
    price = PriceField(
        name="price",
        title=translate("EquitySheets", "Exercise price, {currency}").format(
            currency=found.book.currency
        ),
    )
    price.currency = found.book.currency
    add(price, DateField(name="expires", title=translate("EquitySheets", "Last day to exercise")))
    noted = translate("EquitySheets", "Anti-dilution, as the agreement has it")
    add(LongText(name="anti_dilution", title=noted, lines=2))
    sheet.form.set_values({"kind": "common", "into_id": 0})
    return sheet


def class_options(classes: Any) -> list[tuple[int, str]]:
    """Classes as forms offer them."""
    rows: list[ClassRow] = list(classes)
    return [(row.id, row.name) for row in rows]


def issue_sheet(
    bench: Bench, found: CompanyFile, own: str, agreement: Option | None = None
) -> Sheet:
    """Shares issued: to the university in place of cash, or to anybody else."""

    def ask(values: dict[str, Any]) -> Asked:
        values["agreement_id"] = values["agreement_id"] or None
        return issue_shares, IssueShares(found.book.id, found.book.version, **values)

    sheet = Sheet(
        bench,
        title=translate("EquitySheets", "Record an issue"),
        lead=translate("EquitySheets", "A cost is booked at once; the event can be reversed."),
        save=translate("EquitySheets", "Record the issue"),
        said=translate("EquitySheets", "Issue recorded"),
        ask=ask,
        draft=f"issue:{found.book.id}",
    )
    _add_issue_fields(bench, sheet, found)
    sheet.form.set_values(
        {
            "kind": "university",
            "holder": own,
            "agreement_id": agreement,
            "on_day": bench.office.today,
            "class_id": found.classes[0].id if found.classes else None,
        }
    )
    return sheet


def _add_issue_fields(bench: Bench, sheet: Sheet, found: CompanyFile) -> None:
    add = sheet.form.add
    kinds = [(kind, showing.words(text)) for kind, text in HOLDER_WORDS.items()]
    add(
        DateField(name="on_day", title=translate("EquitySheets", "Day"), required=True),
        NumberField(name="shares", title=translate("EquitySheets", "Whole shares"), required=True),
    )
    add(
        Choice(class_options(found.classes), name="class_id", title=translate("EquitySheets", "Class"), required=True),
        TextField(name="certificate", title=translate("EquitySheets", "Certificate")),
    )  # fmt: skip
    add(
        Choice(kinds, name="kind", title=translate("EquitySheets", "To whom"), required=True),
        TextField(name="holder", title=translate("EquitySheets", "Holder")),
    )
    hint = translate("EquitySheets", "Its cases share what the shares bring.")
    add(
        agreement_picker(
            bench,
            name="agreement_id",
            title=translate("EquitySheets", "Taken under the agreement"),
            hint=hint,
        )
    )
    currency = found.book.currency
    cost = translate("EquitySheets", "In place of cash, {currency}").format(currency=currency)
    paid = translate("EquitySheets", "Paid in cash, {currency}").format(currency=currency)
    add(
        MoneyField(name="cost", title=cost, currency=currency),
        MoneyField(name="paid", title=paid, currency=currency),
    )
    add(DateField(name="locked_until", title=translate("EquitySheets", "Locked up until")))
    rules = translate("EquitySheets", "Restrictions on transfer")
    add(LongText(name="restrictions", title=rules, lines=2))
    add(TextField(name="memo", title=translate("EquitySheets", "Remark")))


def holding_sheet(bench: Bench, found: CompanyFile, each: RegisterRow) -> Sheet:
    """What a certificate says; its shares change by events only."""

    def ask(values: dict[str, Any]) -> Asked:
        return edit_holding, EditHolding(each.id, found.book.version, **values)

    sheet = Sheet(
        bench,
        title=translate("EquitySheets", "Edit the certificate"),
        save=translate("EquitySheets", "Save"),
        said=translate("EquitySheets", "Saved"),
        ask=ask,
    )
    add = sheet.form.add
    add(TextField(name="certificate", title=translate("EquitySheets", "Certificate")))
    add(DateField(name="locked_until", title=translate("EquitySheets", "Locked up until")))
    rules = translate("EquitySheets", "Restrictions on transfer")
    add(LongText(name="restrictions", title=rules, lines=3))
    add(
        agreement_picker(
            bench, name="agreement_id", title=translate("EquitySheets", "Taken under the agreement")
        )
    )
    hint = translate("EquitySheets", "Only where no agreement says whose income it is.")
    add(case_picker(bench, name="case_id", title=translate("EquitySheets", "Case"), hint=hint))
    number = Option(each.agreement_id, each.agreement) if each.agreement_id else None
    case = Option(each.case_id, each.case_number) if each.case_id else None
    sheet.form.set_values(
        {
            "certificate": each.certificate,
            "locked_until": each.locked_until,
            "restrictions": each.restrictions,
            "agreement_id": number,
            "case_id": case,
        }
    )
    return sheet


def reverse_event_sheet(bench: Bench, found: CompanyFile, each: EventRow) -> Sheet:
    """Take an event back, with the reason."""

    def ask(values: dict[str, Any]) -> Asked:
        return reverse_share_event, ReverseShareEvent(each.id, found.book.version, **values)

    title = translate("EquitySheets", "Reverse {number}, {what}")
    sheet = Sheet(
        bench,
        title=title.format(number=each.number, what=showing.words(EVENT_WORDS[each.kind])),
        lead=translate(
            "EquitySheets",
            "Shares and cost are where they were before it; what was booked is mirrored. It stays on record.",
        ),
        save=translate("EquitySheets", "Reverse it"),
        said=translate("EquitySheets", "Event reversed"),
        ask=ask,
    )
    sheet.form.add(
        LongText(name="reason", title=translate("EquitySheets", "Reason"), required=True)
    )
    return sheet
