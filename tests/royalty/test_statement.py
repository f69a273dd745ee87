"""A statement says who gets what from which amount, and every sum in it adds up."""

from datetime import date
from fractions import Fraction
from io import BytesIO

from pypdf import PdfReader

from techmgr.documents.content import Chart, Figure, NumberedSum, Para, Sender, Table
from techmgr.documents.pdf import render
from techmgr.royalty.event import Event, Owed, Receipt
from techmgr.royalty.policies import find
from techmgr.royalty.pool import Person
from techmgr.royalty.statement import Payee, Source, Statement, document, file_name
from techmgr.royalty.waterfall import run

DAY = date(2026, 10, 5)
PEOPLE = (Person("a", "Amara Okafor", Fraction(2, 5)), Person("b", "陈伟", Fraction(3, 5)))


def result(sign=1):
    receipts = (
        Receipt("Milestone", sign * 30_000_000, clause="§ 4.3(b)"),
        Receipt("Royalty", sign * 20_000_000),
    )
    return run(
        find("stanford", DAY),
        Event(
            receipts=receipts,
            owed=(Owed("expenses", sign * 2_500_000),),
            people=PEOPLE,
            positions={"shares": Fraction(40_000_000 if sign < 0 else 0)},
        ),
    )


def statement(tree, node="inventors/a", **changes):
    facts = {
        "number": "2026-0147",
        "day": DAY,
        "period": "Fiscal year 2026",
        "currency": "USD",
        "payee": Payee("Amara Okafor"),
        "sources": [Source("19-042", tree, node)],
        "sender": Sender("Halden University"),
    }
    return Statement(**(facts | changes))


def of(kind, blocks):
    return [block for block in blocks if isinstance(block, kind)]


def test_three_sums_each_start_from_the_last():
    blocks = document(statement(result().tree)).blocks
    assert of(Figure, blocks)[0].amount.minor == 5_334_400
    first = of(NumberedSum, blocks)[0]
    assert sum(line.amount.minor for line in first.lines) == first.result.amount.minor == 40_000_000
    bar = of(Chart, blocks)[0].of
    assert sum(part.size for part in bar.parts) == first.result.amount.minor
    persons = of(Table, blocks)[0].rows
    assert persons[0].cells[0] == "You, Amara Okafor"
    assert sum(row.cells[2].minor for row in persons[:-1]) == persons[-1].cells[2].minor
    assert persons[-1].cells[2].minor == bar.parts[0].size


def test_an_inventor_can_read_it():
    held = {
        "held": 100,
        "held_why": "no tax form.",
        "year_to_date": 5_334_400,
        "lifetime": 9_999_900,
    }
    pdf = render(document(statement(result().tree, not_included=["8,775.98 still owed."], **held)))
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    for words in (
        "53,343.00",
        "Who receives the 400,000.00",
        "99,999.00",
        "no tax form",
        "§ 4.3(b)",
    ):
        assert words in text


def test_a_department_sees_what_the_money_is_for():
    payee = Payee("Biomedical Engineering", use="Research and education only")
    shown = document(statement(result().tree, "department", payee=payee)).blocks
    assert of(Figure, shown)[0].label == "We credit your account"
    assert of(Figure, shown)[0].amount.minor == 9_864_000


def test_a_refund_is_taken_back():
    blocks = document(statement(result(-1).tree)).blocks
    assert of(Figure, blocks)[0].label == "We take back from your account"
    assert of(Figure, blocks)[0].amount.minor == -5_334_400
    assert not of(Chart, blocks)


def test_several_cases_on_one_statement():
    tree = result().tree
    both = statement(
        tree, sources=[Source("one", tree, "inventors/a"), Source("two", tree, "school")]
    )
    assert both.total == 5_334_400 + 8_400_000
    assert file_name(both) == "2026-0147 Amara Okafor 5 October 2026"
    assert len(of(NumberedSum, document(both).blocks)) == 2


def test_one_of_two_departments():
    departments = (Person("bio", "Biology"), Person("chem", "Chemistry"))
    tree = run(find("stanford", DAY), Event(net=10_000, divided={"department": departments})).tree
    blocks = document(statement(tree, "department/bio")).blocks
    table = of(Table, blocks)[0]
    assert [row.cells[0] for row in table.rows] == ["You, Biology", "Chemistry", "Together"]
    assert of(Figure, blocks)[0].amount.minor == 1_233


def test_who_got_the_last_cent_is_said():
    people = (Person("a", "Ann"), Person("b", "Bo"))
    tree = run(find("stanford-thirds", DAY), Event(net=3, people=people)).tree
    quiet = [block.text for block in of(Para, document(statement(tree)).blocks)]
    assert any("The last unit that cannot be divided went to Ann." in text for text in quiet)
