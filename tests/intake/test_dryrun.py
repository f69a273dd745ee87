"""A dry run tells what an import would do, and doing it leaves nothing to do."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.core.texts import say
from techmgr.intake.columns import DatesUndecided
from techmgr.intake.dryrun import Change, Existing, Twin, compare, imported, writes
from techmgr.intake.fields import Field, Kind, Target
from techmgr.intake.incoming import incoming
from techmgr.intake.mapping import Profile, matched
from techmgr.intake.summary import counted, sentences
from techmgr.intake.table import Doubt, Row, Table


def table(header, *rows, **more):
    width = len(header)
    cells = [tuple((each or None) for each in (*row, *[None] * (width - len(row)))) for row in rows]
    return Table(tuple(header), [Row(n, each) for n, each in enumerate(cells, 2)], **more)


@pytest.fixture
def file(cases):
    def read(header, *rows, answers=None, **more):
        content = table(header, *rows)
        profile = Profile("old", "cases", matched(header, cases), **more)
        return incoming(content, profile, cases, answers)

    return read


@pytest.fixture
def office():
    """The office's side in plain dictionaries: what it has, and what the last import brought."""
    return Office()


class Office:
    def __init__(self):
        self.records, self.last = {}, {}

    def compare(self, file, **how):
        return compare(file, self.records, self.last, **how)

    def take_in(self, file, *, theirs=(), ours=(), **how):
        run = self.compare(file, **how)
        self.last.update(dict(imported(run, self.last, **how)))
        for each in writes(run, theirs=theirs, ours=ours):
            before = each.existing or Existing(len(self.records), {}, {})
            kept = {**before.kept, **each.kept}
            self.records[each.line.key] = Existing(
                before.record,
                {**before.values, **each.values},
                {column: text for column, text in kept.items() if text is not None},
            )
        return run

    def edit(self, number, **values):
        key = (number.lower(),)
        self.records[key] = Existing(
            0, {**self.records[key].values, **values}, self.records[key].kept
        )


HEADER = ("Case Number", "Title", "TRL", "Remark")


def test_new_rows_and_the_same_file_again(file, office):
    first = file(HEADER, ("A-1", "Laser", "4", "x"), ("A-2", "Valve", "", ""))
    assert counted(office.take_in(first))["new"] == 2
    assert office.records[("a-1",)].values == {"number": "A-1", "title": "Laser", "trl": 4}
    assert office.records[("a-1",)].kept == {"Remark": "x"}
    again = office.compare(first)
    assert counted(again)["unchanged"] == 2
    assert list(writes(again)) == []


def test_a_change_is_shown_field_by_field(file, office):
    office.take_in(file(HEADER, ("A-1", "Laser", "4", "x")))
    run = office.compare(file(HEADER, ("a-1 ", "Laser", "6", "y")))
    (changed,) = run.changed
    assert set(changed.changes) == {
        Change("number", "Case Number", "A-1", "a-1"),
        Change("trl", "TRL", 4, 6),
        Change("", "Remark", "x", "y"),
    }
    (written,) = writes(run, ours={(2, "trl")})
    assert written.values == {"number": "a-1"}
    assert written.kept == {"Remark": "y"}


def test_changed_on_both_sides_is_a_conflict_and_ours_is_kept(file, office):
    office.take_in(file(HEADER, ("A-1", "Laser", "4", "")))
    office.edit("A-1", title="Tuned laser")
    theirs = file(HEADER, ("A-1", "Small laser", "5", ""))
    run = office.compare(theirs)
    (conflict,) = run.conflicts
    assert conflict.clashes == (Change("title", "Title", "Tuned laser", "Small laser"),)
    assert conflict.changes == (Change("trl", "TRL", 4, 5),)
    assert next(writes(run)).values == {"trl": 5}
    assert next(writes(run, theirs={(2, "title")})).values == {"trl": 5, "title": "Small laser"}
    assert next(writes(run, theirs={(2, "")})).values == {"trl": 5, "title": "Small laser"}
    office.take_in(theirs)
    assert counted(office.compare(theirs))["unchanged"] == 1  # it does not ask again


def test_changed_here_only_stays_ours_without_a_question(file, office):
    same = file(HEADER, ("A-1", "Laser", "4", ""))
    office.take_in(same)
    office.edit("A-1", title="Tuned laser")
    assert counted(office.compare(same))["unchanged"] == 1


def test_an_empty_cell_blanks_nothing_unless_asked(file, office):
    office.take_in(file(HEADER, ("A-1", "Laser", "4", "")))
    empty = file(HEADER, ("A-1", "Laser", "", ""))
    assert counted(office.take_in(empty))["unchanged"] == 1
    run = office.take_in(empty, blank_empties=True)
    assert run.changed[0].changes == (Change("trl", "TRL", 4, None),)
    assert office.records[("a-1",)].values["trl"] is None


def test_a_bad_cell_blanks_nothing_even_when_asked(file, office):
    office.take_in(file(HEADER, ("A-1", "Laser", "4", "")))
    run = office.take_in(file(HEADER, ("A-1", "Laser", "high", "")), blank_empties=True)
    assert office.records[("a-1",)].values["trl"] == 4
    assert office.records[("a-1",)].kept == {"TRL": "high"}
    assert [(each.row, each.field, each.text) for each in run.questions] == [(2, "trl", "high")]


def test_a_question_is_settled_by_filling_the_field_in(file, office):
    bad = file(HEADER, ("A-1", "Laser", "high", ""))
    assert len(office.take_in(bad).questions) == 1
    assert office.records[("a-1",)].kept == {"TRL": "high"}
    office.edit("A-1", trl=7)
    assert office.compare(bad).questions == []
    run = office.take_in(file(HEADER, ("A-1", "Laser", "8", "")))
    assert Change("", "TRL", "high", None) in run.changed[0].changes
    assert office.records[("a-1",)].kept == {}


def test_reading_a_file_can_be_watched(cases):
    seen = []
    rows = [(f"A-{n}",) for n in range(2500)]
    profile = Profile("p", "cases", {"Case Number": "number"})
    incoming(table(("Case Number",), *rows), profile, cases, watch=seen.append)
    assert seen == [0, 1000, 2000]


def test_an_answer_fills_the_cell(file):
    read = file(HEADER, ("A-1", "Laser", "high", ""), answers={(2, "trl"): 8})
    assert read.lines[0].values["trl"] == 8
    assert read.questions == []


def test_identical_twins_count_as_one(file, office):
    run = office.take_in(
        file(HEADER, ("A-1", "Laser", "4", "x"), ("A-1", "Laser ", "4", "y"), ("A-2", "", "", ""))
    )
    assert run.twins == [Twin(3, 2, ("Remark",))]
    assert len(office.records) == 2


@pytest.mark.parametrize(
    "second", [("A-1", "Valve", "4"), ("a-1", "Laser", "4"), ("A-1", "Laser", "?")]
)
def test_a_number_used_for_two_things_is_refused(file, office, second):
    run = office.compare(file(HEADER, ("A-1", "Laser", "4"), second, ("A-2", "B")))
    assert [(each.row, each.column) for each in run.refused] == [
        (2, "Case Number"),
        (3, "Case Number"),
    ]
    assert "Used more than once in the file, in rows 2, 3" in str(run.refused[0].sentence)
    assert run.questions == []
    assert counted(run)["new"] == 1


def test_twins_in_question_are_twins_only_with_the_same_text(file, office):
    run = office.compare(
        file(HEADER, ("A-1", "L", "hi"), ("A-1", "L", "hi"), ("B", "L", "hi"), ("B", "L", "lo"))
    )
    assert run.twins == [Twin(3, 2, ())]
    assert "with different TRL" in str(run.refused[0].sentence)
    assert [each.row for each in run.questions] == [2]


@pytest.mark.parametrize("number", ["", " ", "n/a"])
def test_a_row_without_a_number_is_refused(file, office, number):
    (refused,) = office.compare(file(HEADER, (number, "Laser"))).refused
    assert (refused.row, refused.column, refused.text) == (2, "Case Number", number)
    assert str(refused.sentence) == "The row has no Case number: give it one, or leave the row out."


@pytest.mark.parametrize(
    ("shares", "made"),
    [("60 + 30", "90\u202f%"), ("Ada 1/3; Tom 1/3", "2/3"), ("66 % ; 33 %", "99\u202f%")],
)
def test_shares_that_do_not_make_one_are_refused(file, office, shares, made):
    run = office.compare(file(("Case Number", "Inventors"), ("A-1", shares), ("A-2", "Ada; Tom")))
    (refused,) = run.refused
    assert str(refused.sentence) == f"The shares make {made}; they must make 100 %."
    assert run.new[0].values["inventors"] == (("Ada", None), ("Tom", None))


def test_an_identity_that_cannot_be_read_is_refused_with_its_reason():
    receipts = Target(
        "receipts", say("Receipts"), (Field("day", say("Day"), Kind.DAY, required=True),), ("day",)
    )
    read = incoming(
        table(("Day",), ("0202-01-01",)), Profile("p", "receipts", {"Day": "day"}), receipts
    )
    assert "The year 0202 cannot be right" in str(read.refused[0].sentence)


def test_an_amount_takes_its_currency_from_its_own_column(file):
    header = ("Case Number", "Fee", "Currency")
    read = file(header, ("A-1", "1,000", "eur"), ("A-2", "USD 5", "EUR"), ("A-3", "5", ""))
    assert [each.values["fee"] for each in read.lines] == [
        Money(100000, "EUR"),
        Money(500, "USD"),
        None,
    ]
    assert [each.row for each in read.questions] == [4]


def test_dates_that_can_be_read_two_ways_are_not_guessed(file):
    header = ("Case Number", "Patent Expiration Date")
    with pytest.raises(DatesUndecided, match="--dates dmy or --dates mdy") as caught:
        file(header, ("A-1", "10/03/2015"))
    assert caught.value.columns == {"Patent Expiration Date": "10/03/2015"}
    read = file(header, ("A-1", "10/03/2015"), date_order="dmy")
    assert read.lines[0].values["expires"] == date(2015, 3, 10)
    settled = file(header, ("A-1", "10/03/2015"), ("A-2", "10/25/2015"), date_order="dmy")
    assert settled.lines[0].values["expires"] == date(2015, 10, 3)


def test_a_file_without_a_number_column_is_refused(file):
    with pytest.raises(
        UserError, match=r"No column is matched to Case number.*The file has: Title, X"
    ):
        file(("Title", "X"), ("Laser", "1"))


def test_a_row_of_odd_shape_is_a_question(cases):
    odd = table(("Case Number",), ("A-1",), doubts=(Doubt(2, say("The row is odd.")),))
    read = incoming(odd, Profile("p", "cases", {"Case Number": "number"}), cases)
    assert [str(each.sentence) for each in compare(read, {}, {}).questions] == ["The row is odd."]


def test_the_summary_tells_each_thing_once(file, office, cases):
    office.take_in(file(HEADER, ("A-3", "Pump", "4")))
    office.edit("A-3", trl=5)
    read = file(HEADER, ("A-1", "L", "hi"), ("A-1", "L", "hi"), ("", "x"), ("A-3", "Pump ", "6"))
    assert [str(each) for each in sentences(office.compare(read), read, cases)] == [
        "1 new, 0 changed, 0 the same.",
        "1 in conflict: changed here and in the file; ours is kept.",
        "1 refused.",
        "1 say the same as an earlier row and count once.",
        "1 cells to question.",
        "Title, 1 cells: Spaces around a text go, and several in a row become one.",
    ]


cell = st.sampled_from(["", "4", "7.5", "high", " 4 ", "0", "n/a", "Ames", "1/3"])
rows = st.lists(
    st.tuples(st.sampled_from(["A-1", "a-1", "A-2", "A-3", "", "A-4"]), cell, cell, cell, cell),
    max_size=8,
)
PLAIN = Target(
    "cases",
    say("Cases"),
    (
        Field("number", say("Number"), required=True),
        Field("title", say("Title")),
        Field("trl", say("TRL"), Kind.NUMBER),
        Field("share", say("Share"), Kind.SHARE),
    ),
    ("number",),
)


def drawn_file(drawn):
    header = ("Number", "Title", "TRL", "Share", "Remark")
    return incoming(table(header, *drawn), Profile("p", "cases", matched(header, PLAIN)), PLAIN)


@given(rows, rows, st.booleans(), st.booleans())
def test_what_was_taken_in_leaves_nothing_to_do(before, after, blank, take_theirs):
    office = Office()
    office.take_in(drawn_file(before))
    for key in list(office.records)[:1]:
        office.edit(key[0], title="Edited here", share=Fraction(1, 7))
    read = drawn_file(after)
    theirs = {(row, "") for row in range(20)} if take_theirs else ()
    run = office.take_in(read, theirs=theirs, blank_empties=blank)
    assert sum(counted(run).values()) == len(after)  # every row is in exactly one list
    again = office.compare(read, blank_empties=blank)
    assert list(writes(again)) == []
    assert again.new == again.changed == again.conflicts == []
    assert (again.refused, again.twins) == (run.refused, run.twins)
