"""CSV: no cell is taken for a formula, and what we write we can take apart again."""

import csv
from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.money import Money
from techmgr.documents.csv_file import csv_text, guarded, unguarded, write_csv


@given(st.text())
def test_a_guarded_text_comes_back(text):
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text(alphabet="'=+-@a", max_size=6))
def test_apostrophes_of_the_user_are_kept(text):
    assert unguarded(guarded(text)) == text


def test_numbers_stay_numbers_and_days_are_iso():
    rows = [["=1+1", Money(-5_00, "USD"), -3, date(2026, 9, 14), None, Fraction(2, 5)]]
    text = csv_text(["a"], rows)
    assert text == "a\r\n'=1+1,-5.00,-3,2026-09-14,,40\u202f%\r\n"


def test_line_ends_and_quotes_survive(tmp_path):
    path = write_csv(tmp_path / "x.csv", ["a"], [['say "hi",\nall', "王"]])
    with path.open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file))[1] == ['say "hi",\nall', "王"]


def test_the_mark_for_excel(tmp_path):
    marked = write_csv(tmp_path / "x.csv", ["a"], [], for_excel=True).read_bytes()
    plain = write_csv(tmp_path / "y.csv", ["a"], []).read_bytes()
    assert marked == b"\xef\xbb\xbf" + plain
