"""One case with everything about it, read at once for its page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.agreements.queries import AgreementRow, agreement_rows
from techmgr.casefile.queries_rows import DueRow, due_of, fiscal_year_of
from techmgr.core.money import Money
from techmgr.core.references import Reference
from techmgr.disclosure.queries import (
    AwardRow,
    DisclosureRow,
    InformalRow,
    InventorRow,
    PlanRow,
    awards_of_case,
    disclosures_of,
    informal_transfers_of,
    inventors_of,
    shares_on,
)
from techmgr.documents.queries import FileRow, files_of
from techmgr.ledger.model import Receipt, ReceiptPart
from techmgr.ledger.queries import (
    ExpenseRow,
    ReceiptRow,
    expenses_of,
    receipts_of,
    received_by_case,
    unrecovered,
)
from techmgr.office.queries import settings_on
from techmgr.patents.queries import RightRow, rights_of
from techmgr.storage.history import HistoryRow, history_of
from techmgr.storage.past import Recorded, recorded_by
from techmgr.technology.model import Case
from techmgr.technology.queries import (
    CaseHead,
    DecisionRow,
    HandOverRow,
    HappeningRow,
    HoldingRow,
    ImportedRow,
    OfferRow,
    OwnerRow,
    StepRow,
    case_head,
    co_owners_of,
    decisions_of,
    happenings_of,
    imported_of,
    managers_of,
    steps_of,
    title_of,
    title_offers_of,
)
from techmgr.technology.queries_notes import NoteRow, TaskRow, belonging_to, notes_of, tasks_of

_FIRST_DAY = date(1, 1, 1)
_OF_A_RECORD = 400  # lines of history shown
_EXPENSES, _ALL = 500, 100_000  # lines of expenses shown, and those summed
_TOLD_ELSEWHERE = frozenset({"happening", "posting", "receipt_part", "journal_entry"})


@dataclass(frozen=True, slots=True)
class MoneySoFar:
    """What a case brought in and cost, in the base currency.

    `received` is all there ever was, `this_year` of the fiscal year that ends on `year_end`;
    `spent` what the office paid: it came back, was written off, or is left.
    """

    received: Money
    this_year: Money
    year_end: date
    spent: Money
    recovered: Money
    written_off: Money
    left: Money


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One case on a day. `inventors` are those of all its disclosures, each person once."""

    head: CaseHead
    today: date
    steps: tuple[StepRow, ...]
    due: tuple[DueRow, ...]
    disclosures: tuple[DisclosureRow, ...]
    informal: tuple[InformalRow, ...]
    inventors: tuple[InventorRow, ...]
    shares: PlanRow | None
    awards: tuple[AwardRow, ...]
    rights: tuple[RightRow, ...]
    agreements: tuple[AgreementRow, ...]
    receipts: tuple[ReceiptRow, ...]
    expenses: tuple[ExpenseRow, ...]
    money: MoneySoFar
    files: tuple[FileRow, ...]
    notes: tuple[NoteRow, ...]
    tasks: tuple[TaskRow, ...]
    happenings: tuple[HappeningRow, ...]
    decisions: tuple[DecisionRow, ...]
    managers: tuple[HandOverRow, ...]
    owners: tuple[OwnerRow, ...]
    titles: tuple[HoldingRow, ...]
    offers: tuple[OfferRow, ...]
    imported: tuple[ImportedRow, ...]

    @property
    def reference(self) -> Reference:
        """The case itself."""
        return Reference("technology", self.head.id)


@dataclass(frozen=True, slots=True)
class CasePreview:
    """What the side panel of the list says about a case."""

    head: CaseHead
    steps: tuple[StepRow, ...]
    due: tuple[DueRow, ...]
    inventors: tuple[InventorRow, ...]
    awards: tuple[AwardRow, ...]
    rights: tuple[RightRow, ...]
    agreements: tuple[AgreementRow, ...]
    money: MoneySoFar


@dataclass(frozen=True, slots=True)
class CaseThen:
    """A case as the office had it recorded by then; no `file` before it was made, or after it was undone."""

    recorded: Recorded
    file: CaseFile | None


def case_file(session: Session, case_id: int, today: date) -> CaseFile:
    """Return one case with everything about it. Raises NoResultFound when there is none."""
    reference = Reference("technology", case_id)
    disclosures = disclosures_of(session, case_id)
    due = due_of(session, [case_id]).get(case_id, [])
    spent = expenses_of(session, case_id=case_id, limit=_ALL)
    return CaseFile(
        head=case_head(session, case_id),
        today=today,
        steps=tuple(steps_of(session, case_id, today, _step_dues(due))),
        due=tuple(due),
        disclosures=tuple(disclosures),
        informal=tuple(informal_transfers_of(session, case_id)),
        inventors=_inventors(session, disclosures),
        shares=shares_on(session, case_id, today),
        awards=tuple(awards_of_case(session, case_id)) if disclosures else (),
        rights=tuple(rights_of(session, case_id, today)),
        agreements=tuple(agreement_rows(session, case_id=case_id)),
        receipts=tuple(receipts_of(session, case_id=case_id)),
        expenses=tuple(spent[:_EXPENSES]),
        money=_money(session, case_id, today, spent),
        files=tuple(files_of(session, reference)),
        notes=tuple(notes_of(session, reference)),
        tasks=tuple(tasks_of(session, reference)),
        happenings=tuple(happenings_of(session, case_id)),
        decisions=tuple(decisions_of(session, case_id)),
        managers=tuple(managers_of(session, case_id)),
        owners=tuple(co_owners_of(session, case_id)),
        titles=tuple(title_of(session, case_id)),
        offers=tuple(title_offers_of(session, case_id)),
        imported=tuple(imported_of(session, reference)),
    )


def case_preview(session: Session, case_id: int, today: date) -> CasePreview:
    """Return what the list's side panel says about a case."""
    disclosures = disclosures_of(session, case_id)
    due = due_of(session, [case_id]).get(case_id, [])
    return CasePreview(
        head=case_head(session, case_id),
        steps=tuple(steps_of(session, case_id, today, _step_dues(due))),
        due=tuple(due),
        inventors=_inventors(session, disclosures),
        awards=tuple(awards_of_case(session, case_id)) if disclosures else (),
        rights=tuple(rights_of(session, case_id, today)),
        agreements=tuple(agreement_rows(session, case_id=case_id)),
        money=money_so_far(session, case_id, today),
    )


def _step_dues(due: Sequence[DueRow]) -> dict[int, date]:
    """The earliest deadline of each step; tasks are looked up by `steps_of` itself."""
    deadlines = [
        row for row in due if row.step is not None and row.reference.startswith("deadline:")
    ]
    return {row.step: row.day for row in reversed(deadlines) if row.step is not None}


def _inventors(session: Session, disclosures: Sequence[DisclosureRow]) -> tuple[InventorRow, ...]:
    found: dict[int, InventorRow] = {}
    for disclosure in disclosures:
        for row in inventors_of(session, disclosure.id):
            found.setdefault(row.person_id, row)
    return tuple(found.values())


def money_so_far(session: Session, case_id: int, today: date) -> MoneySoFar:
    """Sum what a case brought in and cost up to a day, in the base currency."""
    spent = expenses_of(session, case_id=case_id, limit=_ALL)
    return _money(session, case_id, today, spent)


def _money(session: Session, case_id: int, today: date, spent: Sequence[ExpenseRow]) -> MoneySoFar:
    settings = settings_on(session, today)
    currency = settings.base_currency
    first, last = fiscal_year_of(settings, today)
    own = [row for row in spent if not row.reversed]
    return MoneySoFar(
        received_by_case(session, case_id, _FIRST_DAY, today, currency),
        received_by_case(session, case_id, first, last, currency),
        last,
        Money(sum(row.base.minor for row in own), currency),
        Money(sum(row.recovered.minor for row in own), currency),
        Money(
            sum(row.base.minor - row.recovered.minor for row in own if row.state == "written_off"),
            currency,
        ),
        unrecovered(session, case_id, currency),
    )


def part_of(session: Session, receipt_id: int, case_id: int) -> Money:
    """Return the part of a receipt that belongs to a case, in the base currency."""
    minor, currency = session.execute(
        select(func.sum(ReceiptPart.minor), func.min(Receipt.base_currency))
        .join(Receipt, Receipt.id == ReceiptPart.receipt_id)
        .where(ReceiptPart.receipt_id == receipt_id, ReceiptPart.case_id == case_id)
    ).one()
    return Money(int(minor or 0), currency or settings_on(session, date.max).base_currency)


def history_of_case(session: Session, case_id: int) -> list[HistoryRow]:
    """Return what every action did to a case and what belongs to it, newest first."""
    reference = Reference("technology", case_id)
    records = [
        Reference(table, number)
        for table, ids in belonging_to(session, reference).items()
        if table not in _TOLD_ELSEWHERE
        for number in ids
    ]
    return history_of(session, records)[:_OF_A_RECORD]


def moments_of_case(session: Session, case_id: int) -> list[Recorded]:
    """Return the entries that changed a case or what belongs to it, oldest first."""
    found = {row.number: row.at for row in history_of_case(session, case_id)}
    return [Recorded(number, at) for number, at in sorted(found.items())]


def case_then(session: Session, case_id: int, today: date) -> CaseThen:
    """Return a case in a reading of the past, its dates and shares as on a day."""
    is_there = session.get(Case, case_id) is not None
    file = case_file(session, case_id, today) if is_there else None
    return CaseThen(recorded_by(session), file)
