"""The servers the other tests rely on are real ones."""

import csv

import openpyxl
import psycopg
import pytest


@pytest.mark.postgres
def test_every_database_is_fresh_and_its_own(fresh_database):
    first, second = (url.replace("+psycopg", "") for url in (fresh_database(), fresh_database()))
    with psycopg.connect(first) as connection:
        connection.execute("CREATE TABLE cases (number text)")
    with psycopg.connect(second) as connection:
        assert connection.execute("SELECT to_regclass('cases')").fetchone() == (None,)


@pytest.mark.office
def test_libreoffice_computes_formulas(convert, tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "=QUOTIENT(20001,2)"
    book.save(tmp_path / "sum.xlsx")
    computed = convert(tmp_path / "sum.xlsx", "csv").read_text(encoding="utf-8")
    assert list(csv.reader([computed])) == [["10000"]]
