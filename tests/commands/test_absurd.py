"""Words no command can take: one sentence and status 2, never a traceback, nothing half done."""

import json

import pytest

from techmgr.commands.line import main
from techmgr.storage.check import check

HALF = json.dumps([{"number": "26-900", "title": "half \ud800 a character"}])


@pytest.fixture
def place(office):
    office.close()
    return office.place


@pytest.fixture
def said(capsys):
    """Run a command that must be refused; returns what it complained."""

    def command(*words):
        try:
            status = main([str(word) for word in words])
        except SystemExit as left:
            status = left.code
        told = capsys.readouterr()
        assert (status, told.out) == (2, "")
        return told.err

    return command


def test_absurd_words_are_told_in_a_sentence(place, said, tmp_path):
    rows = tmp_path / "rows.csv"
    rows.write_text("number,title\n26-900,Sensor\n")
    for words, sentence in (
        (("cases", place, "--limit", "-1"), "“-1” is not a number of cases"),
        (("cases", "x" * 300 + ".techmgr"), "too long: choose a shorter one"),
        (("new", tmp_path / ("x" * 300)), "too long: choose a shorter one"),
        (("cases", "postgresql://:bad:/"), "address cannot be read"),
        (("report", place, "autm", "--year", "0"), "is not a year"),
        (("import", place, rows, "--delimiter", "ab"), "one sign, not “ab”"),
        (("distribute", place, "--through", "2026-02-30", "--out", tmp_path), "not a date such as"),
    ):
        assert sentence in said(*words)


def test_half_a_character_is_told_and_nothing_is_imported(place, said, tmp_path):
    rows = tmp_path / "rows.json"
    rows.write_text(HALF)
    assert "half a character" in said("import", place, rows)
    assert check(place) == []
    assert main(["cases", place]) == 0


def test_a_limit_beyond_everything_is_everything(place):
    assert main(["cases", place, "--limit", "9" * 30]) == 0
