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
from techmgr.royalty.policies import find, shipped
from techmgr.royalty.policy import Counts
from techmgr.royalty.pool import Person
from techmgr.royalty.reading import parse_policy
from techmgr.royalty.waterfall import run
from techmgr.royalty.worksheet import Heading, worksheet

from .policies import changed

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


SECOND_STAGE = """
[[party]]
id = "rest"
label = "Rest"

[[step]]
id = "charge"
label = "Charge"
rate = "10 %"
base = "university"
source = "university"
recipient = "office"

[[step]]
id = "charge_again"
label = "Charge again"
rate = "10 %"
base = "balance"
source = "university"
recipient = "office"

[[step]]
id = "second"
label = "Second stage"
source = "university"

[[step.tier]]
shares = { costs = "1/3", rest = "2/3" }
"""


def odd_events():
    """Divisions out of a part that caps changed, thresholds on gross, a part that reverts, yen."""
    capped = changed(
        'label = "Inventors"',
        'label = "Inventors"\nreverts_to = "university"\n'
        'cap = { amount = "300.00", overflow = "university" }',
    )
    second = parse_policy(capped + SECOND_STAGE)
    gross = parse_policy(changed('id = "shares"', 'id = "shares"\nmeasured = "gross"'))
    people = (Person("a", "A", Fraction(1, 3)), Person("b", "B", Fraction(2, 3)))
    yield "second", second, Event(gross=400_001, people=people)
    yield "untouched", second, Event(gross=10_007, people=people)
    yield "gross", gross, Event(gross=400_000)
    yield "reverts", second, Event(gross=40_007, left=frozenset({"inventors"}))
    yield "net", second, Event(net=40_007, people=people)
    yield "index", find("cambridge", ANY_DAY), Event(net=5, on=date(2019, 7, 1))
    yield (
        "third",
        find("cambridge", ANY_DAY),
        Event(net=10**8, positions={"shares": Fraction(1, 3)}),
    )


@pytest.mark.office
@pytest.mark.slow
def test_every_amount_recomputes(tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    sheets = [sheet_of(*each) for each in [*events(7), *odd_events()]]
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
