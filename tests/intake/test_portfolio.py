"""Real portfolios with their dirt: what is in them is found, and each thing is said once."""

from collections import Counter

import pytest

from techmgr.intake.dryrun import Existing, compare, imported, writes
from techmgr.intake.incoming import incoming
from techmgr.intake.mapping import Profile, matched
from techmgr.intake.reading import read
from techmgr.intake.summary import counted, empty_cells, problems, rules_that_worked, sentences


@pytest.fixture
def file(data, cases):
    def take(name):
        table = read(data / name)
        return incoming(table, Profile("nasa", "cases", matched(table.columns, cases)), cases)

    return take


def test_the_portfolio_of_2015(file, cases):
    read_in = file("nasa-patents.csv")
    run = compare(read_in, {}, {})
    assert counted(run) == {
        "new": 1393,
        "changed": 0,
        "unchanged": 0,
        "conflicts": 0,
        "refused": 0,
        "twins": 0,
    }
    empty = empty_cells(run)
    assert (empty["patent_number"], empty["expires"]) == (457, 350)
    assert Counter(each.field for each in run.questions) == {"expires": 38, "status": 1}
    assert {each.text[-4:-1] for each in run.questions if each.field == "expires"} == {"193"}
    (unknown,) = [each for each in run.questions if each.field == "status"]
    assert (unknown.row, unknown.text) == (1301, "GM")
    worked = {(each.rule.id, each.field): each.cells for each in rules_that_worked(read_in)}
    assert worked["zero-is-none", "patent_number"] == 183
    assert worked["no-day", "expires"] == 232
    assert [each.row for each in problems(run)] == sorted(each.row for each in run.questions)
    told = [str(each) for each in sentences(run, read_in, cases)]
    assert "457 rows have no value for Patent number." in told
    assert "39 cells to question." in told


def test_the_same_portfolio_again_changes_nothing(file):
    read_in = file("nasa-patents.csv")
    run = compare(read_in, {}, {})
    office = {each.line.key: Existing(0, each.values, each.kept) for each in writes(run)}
    again = compare(read_in, office, dict(imported(run, {})))
    assert counted(again)["unchanged"] == 1393
    assert list(writes(again)) == []


def test_the_catalogue_of_2026_has_six_twins(file, cases):
    read_in = file("nasa-t2-patents.csv")
    run = compare(read_in, {}, {})
    assert [str(each) for each in sentences(run, read_in, cases)][:2] == [
        "625 new, 0 changed, 0 the same.",
        "6 say the same as an earlier row and count once.",
    ]
    assert (len(run.new), len(run.twins), run.refused) == (625, 6, [])
    assert {each.differing for each in run.twins} == {("id",)}
