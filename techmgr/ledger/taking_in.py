"""Receipts taken in from files: booked as if typed in, never edited, taken back by reversal."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.core.shares import parse_share
from techmgr.core.texts import Text, say
from techmgr.intake.actions import ImportRows, Took, take_in
from techmgr.intake.dryrun import DryRun, Write
from techmgr.intake.fields import Field, Key, Kind, Target, folded
from techmgr.intake.incoming import Incoming, Line, Refusal
from techmgr.intake.taking import Found, Taking, takes_in
from techmgr.ledger.model import Receipt
from techmgr.ledger.queries import closed_until
from techmgr.ledger.receiving import Prepared, RecordReceipt, prepared
from techmgr.ledger.taking_in_booking import Imported, book_receipts
from techmgr.office.queries import codes_by_word, settings_on
from techmgr.people.taking_in import folded_ids, known_organisation, organisations_called
from techmgr.storage.bulk import Tell
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case

_BREAK = re.compile(r"[;,\n|；，、]")
_SHARED = re.compile(
    r"(?P<number>.+?)[\s:：=(（]+(?P<share>\d+(?:\.\d+)?\s*[%％]|\d+/\d+)\s*[)）]?"
)
_COMPARED = ("received", "gross", "bank_fees", "withheld_tax")


@action(undo=Undo.REVERSE)
def import_receipts(unit: Unit, request: ImportRows) -> Took:
    """Book the receipts of a file. What is booked is never deleted: `reverse_import` takes it back."""
    return take_in(unit, request)


def receipt_target(session: Session) -> Target:
    """Return what is taken in of a receipt: the number it has where it comes from says which one."""
    base = settings_on(session, date.max).base_currency

    def amount(key: str, label: Text, *names: str) -> Field:
        return Field(key, label, Kind.MONEY, names, currency=base, currency_field="currency")

    fields = (
        Field(
            "number",
            say("Receipt number"),
            names=("receipt", "receipt no", "payment number", "reference", "流水号"),
            required=True,
        ),
        Field(
            "received",
            say("Received"),
            Kind.DAY,
            names=("date", "received on", "date received", "payment date", "到账日期"),
        ),
        amount("gross", say("Gross"), "amount", "gross amount", "金额"),
        amount("bank_fees", say("Bank fees"), "fees", "手续费"),
        amount("withheld_tax", say("Withheld tax"), "tax", "预扣税"),
        Field("currency", say("Currency"), names=("币种",)),
        Field(
            "payer",
            say("Payer"),
            names=("licensee", "company", "from", "paid by", "付款方"),
            rules=(known_organisation(session),),
        ),
        Field(
            "income_type",
            say("Kind of income"),
            Kind.CHOICE,
            names=("income type", "type", "kind"),
            choices=codes_by_word(session, "income_type"),
        ),
        Field(
            "cases",
            say("Cases"),
            names=("case", "case number", "case numbers", "technology", "案号"),
        ),
        Field("memo", say("Memo"), names=("note", "description", "remark", "备注")),
    )
    return Target("receipts", say("Receipts"), fields, ("number",))


@dataclass(frozen=True, slots=True)
class _Books:
    """What a row is checked against."""

    cases: Mapping[str, int]
    base: str
    today: date
    closed: date | None


def _books(session: Session, today: date) -> _Books:
    cases = session.execute(select(Case.number, Case.id))
    return _Books(
        {folded(number): case_id for number, case_id in cases},
        settings_on(session, today).base_currency,
        today,
        closed_until(session),
    )


def _found(session: Session, _target: Target, file: Incoming) -> Found:
    """Find receipts that are not reversed. What no import changes counts as what the file says."""
    chosen = (Receipt.foreign_number != "") & Receipt.reversed_by_id.is_(None)
    rows = session.execute(
        select(
            Receipt.id,
            Receipt.foreign_number,
            Receipt.received,
            Receipt.gross,
            Receipt.bank_fees,
            Receipt.withheld_tax,
            Receipt.currency,
        ).where(chosen)
    )
    booked = {(folded(row.foreign_number),): row for row in rows}
    found: dict[Key, tuple[int, Mapping[str, Any]]] = {}
    for line in file.lines:
        if row := booked.get(line.key):
            ours = {
                "received": row.received,
                "gross": Money(row.gross, row.currency),
                "bank_fees": _kept_back(row.bank_fees, row.currency, line.values.get("bank_fees")),
                "withheld_tax": _kept_back(
                    row.withheld_tax, row.currency, line.values.get("withheld_tax")
                ),
            }
            found[line.key] = (row.id, {**line.values, **ours})
    return found


def _kept_back(minor: int, currency: str, theirs: Money | None) -> Money | None:
    return Money(minor, currency) if minor or theirs is not None else None


def _refusals(session: Session, file: Incoming, run: DryRun, today: date) -> list[Refusal]:
    """Refuse rows that cannot be booked, and rows that would change what is booked."""
    books = _books(session, today)
    refused = []
    for each in (*run.changed, *run.conflicts):
        changes = (*each.changes, *each.clashes)
        if one := next((one for one in changes if one.field in _COMPARED), None):
            why = _booked_already(one.before)
            refused.append(Refusal(each.line.row, one.column, str(one.after), why))
    for line in run.new:
        try:
            _ready(session, books, line, None)
        except UserError as error:
            field = "cases" if error.field == "parts" else str(error.field or "")
            text = str(line.values.get(field) or "")
            refused.append(Refusal(line.row, file.columns.get(field, field), text, error.text))
    return refused


def _booked_already(ours: Any) -> Text:
    return say(
        "This receipt is booked with {ours}: money is never edited. Reverse it first, "
        "then import the row again.",
        ours=str(ours or "0"),
    )


def _ready(session: Session, books: _Books, line: Line, payer_id: int | None) -> Prepared:
    """Return a row ready to be booked, or say what is missing or wrong with it."""
    values = line.values
    for name, sentence in _MISSING.items():
        if values.get(name) is None:
            raise UserError(sentence, field=name)
    request = RecordReceipt(
        received=values["received"],
        gross=values["gross"],
        income_type=values.get("income_type") or "other",
        base_currency=books.base,
        parts=_parts(values["cases"], books.cases),
        payer_id=payer_id,
        bank_fees=values.get("bank_fees"),
        withheld_tax=values.get("withheld_tax"),
        memo=values.get("memo") or "",
    )
    return prepared(session, request, books.today, books.closed)


_MISSING = {
    "received": say("A receipt needs the day it was received: give one that can be read."),
    "gross": say("A receipt needs its amount: give one that can be read."),
    "cases": say("A receipt needs a case: name its number."),
}


def _parts(text: str, cases: Mapping[str, int]) -> tuple[tuple[int, Fraction], ...]:
    """Read "26-001 60 %; 26-002 40 %" or numbers alone, which share alike, as cases with shares."""
    parts = [part.strip() for part in _BREAK.split(text) if part.strip()]
    if all(folded(part) in cases for part in parts):
        return tuple((cases[folded(part)], Fraction(1, len(parts))) for part in parts)
    found = []
    for part in parts:
        shared = _SHARED.fullmatch(part)
        number = shared["number"] if shared else part
        if folded(number) not in cases:
            raise UserError(say("There is no case {number} here.", number=number), field="cases")
        if not shared:
            raise UserError(say("Give every case its share, or none of them."), field="cases")
        found.append((cases[folded(number)], parse_share(shared["share"])))
    return tuple(found)


def _write(unit: Unit, run_id: int, todo: Sequence[Write], tell: Tell) -> Sequence[int]:
    books = _books(unit.session, unit.today)
    new = [each for each in todo if each.existing is None]
    payers = organisations_called(
        unit, [name for each in new if (name := each.values.get("payer"))], "company"
    )
    ready = [
        Imported(
            _ready(unit.session, books, each.line, folded_ids(payers, each.values.get("payer"))),
            str(each.line.values["number"]),
            run_id,
        )
        for each in new
    ]
    fresh = iter(book_receipts(unit, ready, tell))
    return [next(fresh) if each.existing is None else each.existing.record for each in todo]


takes_in(Taking("receipts", "receipt", receipt_target, _found, _write, import_receipts, _refusals))
