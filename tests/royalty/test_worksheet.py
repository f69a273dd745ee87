"""The worksheet recomputes to the posted cents in LibreOffice."""

import shutil
import subprocess
from datetime import date
from fractions import Fraction
from random import Random

import openpyxl
import pytest

from techmgr.core.money import decimals_of
from techmgr.documents.sheets import Book, Formula
from techmgr.documents.workbook import render
from techmgr.royalty.event import Event, Owed, Receipt
from techmgr.royalty.policies import shipped
from techmgr.royalty.policy import Counts
from techmgr.royalty.pool import Person
from techmgr.royalty.waterfall import run
from techmgr.royalty.worksheet import Heading, worksheet

ANY_DAY = date(2005, 12, 12)


def events(seed):
    """One event per policy, twice: money in, and money taken back out of filled brackets."""
    random = Random(seed)
    for number, policy in enumerate(shipped()):
        people = [
            Person(str(n), f"Person {n}", disclaims=n == 3) for n in range(random.randint(1, 4))
        ]
        for sign in (1, -1):
            amounts = [sign * random.randint(1, 400_000_000) for _ in range(3)]
            receipts = tuple(Receipt(f"Receipt {each}", each) for each in amounts)
            owed = (Owed("expenses", sign * 1_234_567), Owed("expenses", sign * 99, "other"))
            filled = 2_000_000_000 if sign < 0 else random.randint(0, 300_000_000)
            yield (
                f"{number}{'in' if sign > 0 else 'out'}",
                policy,
                Event(
                    receipts=receipts,
                    owed=owed,
                    people=tuple(people),
                    on=ANY_DAY,
                    positions={step.id: Fraction(filled) for step in policy.sharings},
                ),
            )


def sheet_of(name, policy, event):
    decimals = 0 if policy.counts is Counts.SHARES else decimals_of(policy.currency)
    return worksheet(run(policy, event).tree, Heading(name, policy.title), decimals)


def test_what_cannot_be_exact_in_a_sheet_is_a_value():
    policy = next(policy for policy in shipped() if policy.name == "stanford")
    small, large = (sheet_of("x", policy, Event(gross=gross)) for gross in (10**8, 10**15))
    live = [
        sum(isinstance(cell, Formula) for row in s.rows for cell in row) for s in (small, large)
    ]
    assert live[0] > live[1]
    booked = {row[1]: row[9] for row in large.rows}
    assert booked["Inventors"] == 28_339 * 10**10


@pytest.mark.office
@pytest.mark.slow
def test_every_amount_recomputes(tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    sheets = [sheet_of(*each) for each in events(7)]
    path = tmp_path / "book.xlsx"
    path.write_bytes(render(Book(sheets)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [office, profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML"]
    subprocess.run([*command, "--outdir", tmp_path / "out", path], check=True, capture_output=True)
    book = openpyxl.load_workbook(tmp_path / "out" / "book.xlsx", data_only=True)
    compared = 0
    for sheet in book:
        for row in sheet.iter_rows(min_row=5, values_only=True):
            if row[11] is not None:
                assert row[9] == row[11], (sheet.title, row)
                compared += 1
            if row[0] == "Check":
                assert row[9] == 0, (sheet.title, row)
    assert compared > 400
