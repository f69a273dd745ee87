"""How long a distribution takes: 10,000 licences, 100,000 receipts, 30,000 inventors' parts, and its double.

    .venv/bin/python benchmarks/distributing.py [--licences 10000] [--statements 1000] [--keep FOLDER]

Processor time, side by side in one process. A run's computing must be linear: half the office takes
half the time. Beside it: the bare Decimal arithmetic of the same splits, and the same rows written by
the bare SQLite driver. Statements are written as the window does, with progress, and cancelled once.
"""

import argparse
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from time import perf_counter, process_time

from sqlalchemy import func, select
from sqlalchemy.orm import Session

import techmgr.records  # noqa: F401 - makes every record known
from techmgr import schema
from techmgr.agreements.model import Agreement
from techmgr.desktop.jobs import Cancelled
from techmgr.disclosure.model import InventorShare, SharePlan
from techmgr.ledger.model import JournalEntry, Posting, Receipt, ReceiptPart
from techmgr.people.founding import FoundOffice, found_office
from techmgr.people.model import Person
from techmgr.royalty.actions import DraftRun, RunRequest, approve_run, draft_run, post_run
from techmgr.royalty.actions_policies import AdoptPolicy, adopt_policy
from techmgr.royalty.drafting import Draft
from techmgr.royalty.model import Run, RunEvent, RunReceipt, RunShare
from techmgr.royalty.paper_files import write_papers
from techmgr.royalty.papers import papers_of
from techmgr.storage.bulk import insert_rows
from techmgr.storage.office import Office
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case

TODAY, THROUGH = date(2026, 9, 14), date(2026, 8, 31)
RECEIPTS, INVENTORS = 10, 3  # of each licence
CENT = Decimal("0.01")


@action(undo=Undo.NONE, because="a benchmark's office is thrown away")
def fill(unit: Unit, licences: int) -> None:
    """Write licences with receipts and signed inventors straight into their tables."""
    ids = range(1, licences + 1)
    people = range(2, licences * INVENTORS + 2)
    write = lambda record, rows: insert_rows(unit.session, record, list(rows), lambda _: None)  # noqa: E731
    write(
        Person, ({"id": n, "name": f"Inventor {n}", "sort_name": f"inventor {n}"} for n in people)
    )
    write(Case, (_case(n) for n in ids))
    write(Agreement, (_agreement(n) for n in ids))
    write(SharePlan, (_plan(n) for n in ids))
    write(InventorShare, (_share(n, at) for n in ids for at in range(INVENTORS)))
    receipts = range(licences * RECEIPTS)
    write(Receipt, (_receipt(n) for n in receipts))
    write(
        ReceiptPart,
        ({"receipt_id": n + 1, "case_id": n % licences + 1, "minor": _minor(n)} for n in receipts),
    )
    write(
        JournalEntry,
        (
            {"id": n + 1, "on_day": _day(n), "text": "", "source": f"receipt:{n + 1}"}
            for n in receipts
        ),
    )
    write(Posting, (row for n in receipts for row in _postings(n, licences)))
    unit.session.flush()


def _case(number: int) -> dict[str, object]:
    return {
        "id": number,
        "number": f"B-{number}",
        "title": f"Case {number}",
        "received": date(2024, 1, 1),
        "type": "invention",
        "status": "licensed",
        "origin": "disclosure",
    }


def _agreement(number: int) -> dict[str, object]:
    return {
        "id": number, "number": f"L-{number}", "title": f"Licence {number}", "kind": "licence",
        "state": "signed", "signed": date(2024, 6, 1),
    }  # fmt: skip


def _plan(number: int) -> dict[str, object]:
    return {
        "id": number, "case_id": number, "valid_from": date(2024, 1, 1), "is_open": False,
        "signed_on": date(2024, 1, 2),
    }  # fmt: skip


def _share(case_id: int, at: int) -> dict[str, object]:
    return {
        "plan_id": case_id, "person_id": (case_id - 1) * INVENTORS + at + 2,
        "position_in_list": at, "numerator": (2, 2, 1)[at], "denominator": 5,
    }  # fmt: skip


def _day(number: int) -> date:
    return date(2025, 9, 1) + timedelta(days=number % 360)


def _minor(number: int) -> int:
    return 100_000 + number * 7 % 900_001


def _receipt(number: int) -> dict[str, object]:
    return {
        "id": number + 1, "number": f"R-{number + 1}", "received": _day(number),
        "source": f"agreement:{number % LICENCES[0] + 1}", "income_type": "earned",
        "gross": _minor(number), "currency": "USD", "base_minor": _minor(number),
        "base_currency": "USD",
    }  # fmt: skip


def _postings(number: int, licences: int) -> list[dict[str, object]]:
    shared = {"entry_id": number + 1, "currency": "USD"}
    case_id = number % licences + 1
    return [
        {**shared, "account": "bank", "minor": _minor(number), "case_id": None, "party": None},
        {**shared, "account": "undistributed", "minor": -_minor(number), "case_id": case_id,
         "party": f"agreement:{case_id}"},
    ]  # fmt: skip


LICENCES = [0]  # of the office being filled


def made(folder: Path, licences: int) -> Office:
    """Make an office with so many licences and return it open."""
    place = str(folder / f"{licences}.techmgr")
    LICENCES[0] = licences
    schema.create(place)
    office = schema.open_office(place, officer="Ines Moreau")
    office.fixed_today = TODAY
    office.act(found_office, FoundOffice("Bench", "Ines Moreau", institution="Bench University"))
    office.act(adopt_policy, AdoptPolicy(date(2020, 1, 1), name="stanford"))
    office.act(fill, licences)
    return office


def timed(work: Callable[[], object]) -> float:
    """Return the processor time of a piece of work, in seconds."""
    start = process_time()
    work()
    return process_time() - start


def computed(session: Session) -> int:
    """Compute a draft and keep nothing of it."""
    return sum(1 for _ in Draft(session, THROUGH, "USD").events())


def bare_decimals(licences: int) -> None:
    """The same splits in bare Decimal: fee, net, four parties, three inventors."""
    for licence in range(licences):
        gross = sum(Decimal(_minor(licence + at * licences)) for at in range(RECEIPTS)) / 100
        net = gross - (gross * Decimal("0.15")).quantize(CENT, ROUND_HALF_UP)
        parts = [net * Decimal(rate) for rate in ("0.3334", "0.2466", "0.21", "0.21")]
        pool = parts[0].quantize(CENT)
        _ = [part.quantize(CENT) for part in parts]
        _ = [(pool * Decimal(rate)).quantize(CENT) for rate in ("0.4", "0.4", "0.2")]


def bare_rows(office: Office, path: Path) -> None:
    """Write the rows of the run again with the bare driver, without keys, indexes or a trail."""
    with closing(sqlite3.connect(path)) as bare:
        for record in (RunEvent, RunReceipt, RunShare):
            rows = office.read(
                lambda session, r=record: list(session.execute(select(*r.__table__.c)))
            )
            width = len(record.__table__.c)
            bare.execute(
                f"CREATE TABLE {record.__tablename__} ({','.join(f'c{n}' for n in range(width))})"
            )
            start = process_time()
            marks = ",".join("?" * width)
            bare.executemany(
                f"INSERT INTO {record.__tablename__} VALUES ({marks})",
                [
                    tuple(str(v) if isinstance(v, date | Fraction) else v for v in row)
                    for row in rows
                ],
            )
            bare.commit()
            BARE.append(process_time() - start)


BARE: list[float] = []


def statements(office: Office, run_id: int, folder: Path, count: int) -> tuple[int, float]:
    """Write some statements with progress, then cancel; return how many and the processor time."""
    done = [0]

    def report(number: int, _total: int) -> None:
        done[0] = number
        if number >= count:
            raise Cancelled

    papers = office.read(papers_of, run_id, TODAY)
    start = process_time()
    with suppress(Cancelled):
        write_papers(papers, folder, report)
    return done[0], process_time() - start


def measure(folder: Path, licences: int, count: int) -> float:
    """Print the figures of one office and return the time of computing."""
    office = made(folder, licences)
    computing = timed(lambda: office.read(computed))
    drafting = timed(lambda: office.act(draft_run, DraftRun(THROUGH)))
    run_id = office.read(lambda session: session.scalars(select(func.max(Run.id))).one())
    posting = timed(
        lambda: [office.act(step, RunRequest(run_id)) for step in (approve_run, post_run)]
    )
    decimals = timed(lambda: bare_decimals(licences))
    BARE.clear()
    bare_rows(office, folder / f"{licences}.bare")
    print(
        f"{licences:,} licences, {licences * RECEIPTS:,} receipts, {licences * INVENTORS:,} inventors"
    )
    print(
        f"  computing {computing:8.2f} s   bare Decimal {decimals:6.2f} s  ({computing / decimals:.0f} x)"
    )
    print(f"  drafting  {drafting:8.2f} s   approving and posting {posting:.2f} s")
    print(f"  bare rows {sum(BARE):8.2f} s")
    if count:
        reading = perf_counter()
        number, writing = statements(office, run_id, folder / "papers", count)
        waited = perf_counter() - reading
        print(
            f"  {number:,} statements {writing:.1f} s, cancelled then ({waited:.0f} s of the clock)"
        )
    office.close()
    return computing


def main() -> None:
    """Measure half of the office and the whole of it."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--licences", type=int, default=10_000)
    asked.add_argument("--statements", type=int, default=1_000)
    given = asked.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="distributing-"))
    try:
        half = measure(folder, given.licences // 2, 0)
        whole = measure(folder, given.licences, given.statements)
        print(f"twice the office takes {whole / half:.2f} times as long to compute")
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
