"""Many receipts booked at once, and a whole import of them reversed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import cast, func, literal, select

from techmgr.core.errors import UserError
from techmgr.core.kept_texts import packed
from techmgr.core.texts import say
from techmgr.intake.model import ImportRun
from techmgr.ledger.accounts import REPAID
from techmgr.ledger.booking import first_open_day
from techmgr.ledger.model import JournalEntry, Posting, Receipt, ReceiptPart
from techmgr.ledger.queries import closed_until
from techmgr.ledger.receiving import Prepared, received_text
from techmgr.ledger.settling import settle, unsettle
from techmgr.storage.base import Record
from techmgr.storage.bulk import Tell, insert_rows, next_ids, update_rows
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Happening
from techmgr.technology.recording import officer_id
from techmgr.technology.steps import Step

_Rows = defaultdict[type[Record], list[dict[str, Any]]]


class Imported(NamedTuple):
    """A receipt ready to be booked, the number it came with, and the import it belongs to."""

    ready: Prepared
    foreign_number: str
    run_id: int


@dataclass(frozen=True, slots=True)
class ReverseImport:
    """Book the mirror of every receipt of an import that is not reversed yet."""

    run_id: int
    on_day: date
    reason: str


def book_receipts(unit: Unit, receipts: Sequence[Imported], tell: Tell) -> Sequence[int]:
    """Book receipts as `record_receipt` books one, as set operations; returns their ids."""
    ids = next_ids(unit.session, Receipt, len(receipts))
    entries = next_ids(unit.session, JournalEntry, len(receipts))
    rows: _Rows = defaultdict(list)
    officer = officer_id(unit)
    for number, entry, each in zip(ids, entries, receipts, strict=True):
        _receipt(rows, number, each)
        _entry(rows, entry, number, each.ready)
        _happenings(rows, number, each.ready, officer)
    insert_rows(unit.session, Receipt, rows[Receipt], tell)
    for record in (JournalEntry, Posting, ReceiptPart, Happening):
        insert_rows(unit.session, record, rows[record], lambda _rows: tell(0))
    for run_id in {each.run_id for each in receipts}:
        for receipt in _repayments(unit, run_id):
            settle(unit, receipt)
    return ids


def _repayments(unit: Unit, run_id: int) -> Sequence[Receipt]:
    """Return the repaid costs of an import, which settle what they were asked for."""
    chosen = (Receipt.import_run_id == run_id, Receipt.income_type == REPAID)
    rows = select(Receipt).where(*chosen, Receipt.reversed_by_id.is_(None))
    return unit.session.scalars(rows.order_by(Receipt.id)).all()


@action(undo=Undo.REVERSE)
def reverse_import(unit: Unit, request: ReverseImport) -> int:
    """Reverse a whole import of receipts, in the first open period; returns how many there were."""
    run = unit.session.get_one(ImportRun, request.run_id)
    unit.about(run.reference)
    if not request.reason.strip():
        raise UserError(say("Say why the import is reversed."), field="reason")
    source = literal("receipt:") + cast(Receipt.id, Receipt.foreign_number.type)
    booked = unit.session.execute(
        select(func.min(JournalEntry.id), Receipt.id)
        .join(Receipt, JournalEntry.source == source)
        .where(Receipt.import_run_id == run.id, Receipt.reversed_by_id.is_(None))
        .group_by(Receipt.id)
    ).all()
    if not booked:
        raise UserError(say("Nothing of this import is left to reverse."))
    for receipt in _repayments(unit, run.id):
        unsettle(unit, receipt.reference, request.on_day, request.reason)
    mirrors = next_ids(unit.session, JournalEntry, len(booked))
    _book_mirrors(
        unit, request, {entry: new for (entry, _), new in zip(booked, mirrors, strict=True)}
    )
    reversed_by = {
        receipt: {"reversed_by_id": new} for (_, receipt), new in zip(booked, mirrors, strict=True)
    }
    update_rows(unit.session, Receipt, reversed_by, _silent)
    return len(booked)


def _book_mirrors(unit: Unit, request: ReverseImport, mirrors: Mapping[int, int]) -> None:
    """Book the mirror of each entry under its new id."""
    day = first_open_day(request.on_day, closed_until(unit.session))
    old = select(JournalEntry.id, JournalEntry.source).where(JournalEntry.id.in_(mirrors))
    entries = [
        {
            "id": mirrors[number],
            "on_day": day,
            "text": request.reason,
            "source": source,
            "reverses_id": number,
        }
        for number, source in unit.session.execute(old)
    ]
    columns = ("entry_id", "account", "minor", "currency", "case_id", "party")
    lines = select(*(getattr(Posting, name) for name in columns))
    postings = [
        {**row, "entry_id": mirrors[row["entry_id"]], "minor": -row["minor"]}
        for row in unit.session.execute(lines.where(Posting.entry_id.in_(mirrors))).mappings()
    ]
    insert_rows(unit.session, JournalEntry, entries, _silent)
    insert_rows(unit.session, Posting, postings, _silent)


def _receipt(rows: _Rows, number: int, each: Imported) -> None:
    origin = {"foreign_number": each.foreign_number, "import_run_id": each.run_id}
    made = {"id": number, "number": f"R-{number:05}"}
    rows[Receipt].append({**made, **each.ready.row, **origin})
    rows[ReceiptPart] += [
        {"receipt_id": number, "case_id": case_id, "minor": minor}
        for case_id, minor in each.ready.parts
    ]


def _entry(rows: _Rows, entry: int, number: int, ready: Prepared) -> None:
    request = ready.request
    rows[JournalEntry].append(
        {
            "id": entry,
            "on_day": request.received,
            "text": request.memo,
            "source": f"receipt:{number}",
        }
    )
    rows[Posting] += [
        {
            "entry_id": entry,
            "account": line.account.value,
            "minor": line.minor,
            "currency": line.currency,
            "case_id": line.case_id,
            "party": line.party,
        }
        for line in ready.lines
    ]


def _happenings(rows: _Rows, number: int, ready: Prepared, officer: int | None) -> None:
    for case_id, minor in ready.parts:
        text = received_text(minor, ready.gross.base.currency, f"R-{number:05}")
        message, values = packed(text)
        rows[Happening].append(
            {
                "case_id": case_id,
                "on_day": ready.request.received,
                "step": int(Step.MONITORING),
                "kind": "money",
                "text": message,
                "values": values,
                "source": f"receipt:{number}",
                "person_id": officer,
            }
        )


def _silent(_rows: int) -> None:
    """Work too short to be told of."""
