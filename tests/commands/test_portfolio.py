"""Imports and lists from the command line, as scripts use them."""

import json
from pathlib import Path

import pytest

from techmgr.commands.line import main

DATA = Path(__file__).parents[1] / "data"
DAY = ["--today", "2026-09-14", "--user", "Ines Moreau"]


@pytest.fixture
def place(office):
    office.close()
    return office.place


@pytest.fixture
def run(capsys):
    """Run a command; returns its status and what it printed and complained."""

    def command(*words):
        status = main([*map(str, words), *DAY])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return command


def test_a_portfolio_is_tried_taken_in_and_listed(place, run):
    status, out, _ = run("import", place, DATA / "nasa-patents.csv", "--dry-run")
    assert status == 0
    assert "1,393 new, 0 changed, 0 the same." in out
    assert "Row 1301, Status, GM: “GM” is not known here." in out
    assert out.rstrip().endswith("Dry run: nothing was written.")
    assert "1,393 rows imported." in run("import", place, DATA / "nasa-patents.csv")[1]
    again = run("import", place, DATA / "nasa-patents.csv")[1]
    assert "Nothing to import: the office has all of it already." in again
    status, out, _ = run("cases", place, "polyim", "wire", "--json")
    assert min(each["number"] for each in json.loads(out)) == "KSC-12871"
    assert "3 of 1,393 cases." in run("cases", place, "--limit", "3")[1]


def test_undecided_dates_exit_2_naming_the_option(place, run, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("Case Number,Received\nA-1,03/04/2015\n")
    status, out, err = run("import", place, file)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert "--dates dmy or --dates mdy" in err
    status, out, _ = run("import", place, file, "--dates", "dmy", "--json")
    (told,) = json.loads(out)
    assert (status, told["new"], told["written"], told["problems"]) == (0, 1, 1, [])


def test_rows_that_are_refused_are_not_said_to_be_here_already(place, run, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("Number,Case,Amount,Currency,Received\nR1,A-1,100.00,EUR,2026-01-05\n")
    status, out, _ = run("import", place, file, "--as", "receipts")
    assert status == 0
    assert "There is no case A-1 here" in out or "no rate from EUR" in out
    assert out.rstrip().endswith("Nothing was imported: see above what stands in the way.")


def test_conflicts_take_theirs_only_when_asked(place, run, tmp_path):
    file = tmp_path / "list.csv"
    file.write_text("Case Number,Title\nA-1,One\n")
    run("import", place, file)
    other = tmp_path / "other.json"
    other.write_text(json.dumps(OTHER))
    file.write_text("Case Number,Title\nA-1,Two\n")
    run("import", place, file, "--map", other)
    file.write_text("Case Number,Title\nA-1,Three\n")
    assert "1 in conflict" in run("import", place, file)[1]
    assert json.loads(run("cases", place, "--json")[1])[0]["title"] == "Two"
    file.write_text("Case Number,Title\nA-1,Four\n")
    run("import", place, file, "--theirs")
    assert json.loads(run("cases", place, "--json")[1])[0]["title"] == "Four"


OTHER = {
    "name": "other",
    "target": "cases",
    "columns": {"Case Number": "number", "Title": "title"},
    "date_order": None,
    "encoding": None,
    "delimiter": None,
    "sheet": None,
    "blank_empties": False,
}


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (["--as", "frogs"], "Nothing is imported as “frogs”"),
        (["--map", "nothing"], "There is no profile “nothing”"),
        (["--map", "nothing.json"], "holds no profile"),
        (["--as", "organisations", "--map", "NASA technology catalogue"], "There is no profile"),
    ],
)
def test_a_wrong_word_is_told_in_one_sentence(place, run, more, sentence):
    status, _, err = run("import", place, DATA / "nasa-patents.csv", *more)
    assert status == 2
    assert sentence in err


def test_a_file_that_is_not_there(place, run, tmp_path):
    status, _, err = run("import", place, tmp_path / "none.csv")
    assert (status, "cannot be read" in err) == (2, True)


def test_shipped_profiles_are_chosen_by_name(place, run):
    words = ("import", place, DATA / "nasa-patents.csv", "--dry-run", "--json")
    (told,) = json.loads(run(*words, "--map", "NASA patents (data.nasa.gov)")[1])
    assert (told["new"], len(told["problems"])) == (1393, 39)
