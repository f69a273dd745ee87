"""Examples of imports: a portfolio with rights and inventors, a profile kept, receipts and their reversal."""

from datetime import date

from action_examples import example
from action_examples.parts import a_case
from techmgr.intake.actions import (
    ForgetProfile,
    ImportRows,
    SaveProfile,
    forget_profile,
    import_rows,
    save_profile,
)
from techmgr.intake.mapping import Profile, matched
from techmgr.intake.queries import dry_run, target_of
from techmgr.intake.table import Row, Table
from techmgr.ledger.taking_in import import_receipts
from techmgr.ledger.taking_in_booking import ReverseImport, reverse_import
from techmgr.technology.queries import case_head


def an_import(office, word, header, *rows, **settled) -> ImportRows:
    """Return the request that takes in a table written on the spot."""
    numbered = [Row(n, tuple(cell or None for cell in row)) for n, row in enumerate(rows, 2)]
    table = Table(tuple(header), numbered)
    profile = Profile("", word, matched(header, office.read(target_of, word)), **settled)
    trial = office.read(dry_run, table, profile, office.today)
    return ImportRows(profile, trial.file, "written.csv", "0" * 64)


PORTFOLIO = ("Case Number", "Title", "Patent Number", "Inventors", "Department", "Remark", "Status")


@example(import_rows)
def _(office):
    first = ("T-1", "Laser", "6000001", "Ada Okafor 60 %; Tom Reed 40 %", "Physics", "old", "")
    office.act(import_rows, an_import(office, "cases", PORTFOLIO, first))
    again = ("T-1", "Fibre laser", "6000001", "Ada Okafor; Tom Reed", "Optics", "new", "Licensed")
    other = ("T-2", "Valve", "6000001", "Bo Lind", "Physics", "", "strange")
    return an_import(office, "cases", PORTFOLIO, again, other)


@example(save_profile)
def _(office):
    profile = Profile("Old system", "cases", {"No": "number"})
    office.act(save_profile, SaveProfile(profile))
    return SaveProfile(Profile("Old system", "cases", {"No": "number", "Name": "title"}))


@example(forget_profile)
def _(office):
    office.act(save_profile, SaveProfile(Profile("Old system", "cases", {"No": "number"})))
    return ForgetProfile("cases", "Old system")


def some_receipts(office) -> ImportRows:
    """Return the request that books two receipts on one case."""
    number = office.read(case_head, a_case(office).id).number
    header = ("Reference", "Date", "Amount", "Payer", "Case", "Kind", "Fees", "Remark code")
    return an_import(
        office,
        "receipts",
        header,
        ("P-1", "2026-03-01", "1,200.00", "Norrland Sensor AB", number, "earned", "10", "x"),
        ("P-2", "2026-03-02", "500.01", "norrland sensor ab", number, "up_front", "", ""),
    )


@example(import_receipts)
def _(office):
    return some_receipts(office)


@example(reverse_import)
def _(office):
    run_id = office.act(import_receipts, some_receipts(office)).result.run_id
    return ReverseImport(run_id, date(2026, 9, 1), "The bank sent the file twice")
