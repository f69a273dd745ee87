"""Files become tables, in every encoding and with every delimiter, and come back as they went out."""

import csv
import io
import re
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from techmgr.core.errors import UserError
from techmgr.intake.delimited import taken_off
from techmgr.intake.encodings import Encoding, detected
from techmgr.intake.reading import Choices, read

HEADER = ("Case Number", "Title", "Remark")


def cells(table):
    return [row.cells for row in table.rows]


def as_csv(rows, delimiter):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def exported(text):
    return f"'{text}" if re.match(r"'*[=+\-@\t\r]", text) else text


def texts(encoding):
    return st.text(st.characters(codec=encoding, exclude_characters="\0"), max_size=12)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", list(Encoding))
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(drawn=st.data())
def test_a_table_comes_back_as_it_was_written(tmp_path, encoding, delimiter, drawn):
    cell = texts(encoding.value.replace("utf-8-sig", "utf-8"))
    rows = drawn.draw(st.lists(st.tuples(st.just("KSC-1"), cell, cell), max_size=4))
    path = tmp_path / "drawn.csv"
    out = [HEADER, *[tuple(exported(each) for each in row) for row in rows]]
    path.write_bytes(as_csv(out, delimiter).encode(encoding.value))
    table = read(path, Choices(encoding, delimiter))
    assert table.columns == HEADER
    assert cells(table) == [tuple(each or None for each in row) for row in rows]


@pytest.mark.parametrize(
    ("encoding", "mark", "name"),
    [
        (Encoding.UTF8, b"", "发明 Müller"),
        (Encoding.UTF8_MARKED, b"", "发明 Müller"),
        (Encoding.UTF16_LE, b"\xff\xfe", "发明 Müller"),
        (Encoding.UTF16_BE, b"\xfe\xff", "发明 Müller"),
        (Encoding.UTF16_LE, b"", "Müller"),
        (Encoding.UTF16_BE, b"", "Müller"),
        (Encoding.GB18030, b"", "一种用于传感器的制备方法，清华大学"),
        (Encoding.WINDOWS_1252, b"", "Müller’s naïve déjà-vu – Österreich"),
    ],
)
def test_the_encoding_is_found(written, encoding, mark, name):
    content = f"Case Number,Title\r\nA-1,{name}\r\nA-2,{name}\r\n".encode(encoding.value)
    table = read(written(mark + content))
    assert table.encoding == encoding.value
    assert table.columns == ("Case Number", "Title")
    assert cells(table)[1] == ("A-2", name)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(written, delimiter):
    rows = [("Number", "Title", "Fee"), ("A-1", "Laser, tuned; small", "1,5"), ("A-2", "B", "2,5")]
    table = read(written(as_csv(rows, delimiter)))
    assert table.delimiter == delimiter
    assert cells(table) == rows[1:]


def test_a_cut_of_a_large_file_does_not_mislead(written):
    rows = [("Number", "Title"), *[(f"A-{n}", "一种方法，" * 20) for n in range(2000)]]
    table = read(written(as_csv(rows, ";").encode("gb18030")))
    assert (table.encoding, table.delimiter, len(table.rows)) == ("gb18030", ";", 2000)


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("Title\nCafé", "cp1252"),  # the last byte alone shows that it is not UTF-8
        ("Title\n" + "x" * 2_000_000 + "\nMüller", "cp1252"),
        ("Title\n" + "plain\n" * 200_000 + "传感器\n", "gb18030"),
        (b"Title\n\xff\xff\xff\xff", "cp1252"),
        ("Title\näöü ÄÖ\x81".encode("latin-1"), "cp1252"),
    ],
)
def test_where_the_file_shows_its_encoding_late(written, content, encoding):
    raw = content if isinstance(content, bytes) else content.encode(encoding)
    assert detected(written(raw)) == encoding


def test_the_wrong_encoding_is_named(written):
    with pytest.raises(UserError, match="not written in utf-8 throughout") as caught:
        read(written("Title\nMüller\n", encoding="cp1252"), Choices(Encoding.UTF8))
    assert caught.value.field == "encoding"


def test_rows_keep_the_number_a_spreadsheet_shows(written):
    table = read(written('\nNumber,Title\nA-1,"two\nlines"\n\nA-2,B\n'))
    assert [(row.number, row.cells[0]) for row in table.rows] == [(3, "A-1"), (5, "A-2")]


def test_empty_and_repeated_column_names_are_made_unique(written):
    table = read(written("Title,,Title,Title (2)\na,b,c,d\n"))
    assert table.columns == ("Title", "column 2", "Title (2)", "Title (2) (2)")
    assert len(table.notes) == 3


def test_ragged_rows_lose_nothing_and_are_doubted(written):
    table = read(written("Number,Title\nA-1\nA-2,b,c\nA-3,b,,\nA-4,b\n"))
    assert table.columns == ("Number", "Title", "column 3")
    assert cells(table)[:2] == [("A-1", None, None), ("A-2", "b", "c")]
    assert [doubt.number for doubt in table.doubts] == [2, 3]
    assert "The row has 3 cells, the header 2" in str(table.doubts[1].text)


@pytest.mark.parametrize(
    ("written_text", "read_text"),
    [
        ("'=1+1", "=1+1"),
        ("'-5 V rail", "-5 V rail"),
        ("'@home", "@home"),
        ("''=x", "'=x"),
        ("'tis", "'tis"),
        ("=1+1", "=1+1"),
        ("'", "'"),
        ("", ""),
    ],
)
def test_our_own_apostrophe_is_taken_off(written_text, read_text):
    assert taken_off(written_text) == read_text


@pytest.fixture
def workbook(tmp_path):
    def make(rows, name="portfolio.xlsx"):
        book = openpyxl.Workbook()
        book.active.title = "Inventions"
        for row in rows:
            book.active.append(row)
        book.create_sheet("Second").append(["Other"])
        path = tmp_path / name
        book.save(path)
        return path

    return make


def test_a_workbook_is_read_as_text(workbook):
    path = workbook(
        [
            ["Number", "Received", "Fee", "Rate", "Open", "Sum", "At"],
            [
                5694939,
                date(2015, 10, 3),
                12.5,
                7.0,
                True,
                "=C2*2",
                datetime.fromisoformat("2015-01-02 03:04"),
            ],
        ]
    )
    table = read(path)
    assert (table.sheet, table.sheets) == ("Inventions", ("Inventions", "Second"))
    assert cells(table) == [
        ("5694939", "2015-10-03", "12.5", "7", "TRUE", "=C2*2", "2015-01-02 03:04:00")
    ]
    assert table.rows[0].number == 2


def test_whole_numbers_and_times_have_no_tail(workbook, tmp_path):
    path = workbook([["Rate", "At"], [7.25, time(9, 30)]])
    _with_value(path, tmp_path / "whole.xlsx", b"<v>7.25</v>", b"<v>7.0</v>")
    assert cells(read(tmp_path / "whole.xlsx")) == [("7", "09:30:00")]


def test_another_sheet_can_be_chosen(workbook):
    path = workbook([["Number"], ["A-1"]])
    assert read(path, Choices(sheet="Second")).columns == ("Other",)
    with pytest.raises(UserError, match=r"no sheet “Third”\. Its sheets are: Inventions, Second"):
        read(path, Choices(sheet="Third"))


def test_a_formula_comes_as_its_last_value(workbook, tmp_path):
    """A spreadsheet program keeps the value beside the formula; our library cannot write both."""
    path = workbook([["Number", "Title"], ["A-1", "=UPPER(A2)"], ["A-2"], [None, None, None, "x"]])
    _with_value(path, tmp_path / "computed.xlsx", b"<v></v>", b"<v>42</v>")
    assert cells(read(tmp_path / "computed.xlsx"))[0] == ("A-1", "42", None, None)


def _with_value(path, target, before, after):
    import zipfile

    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("sheet1.xml"):
                part = part.replace(b"<v />", before)
                assert before in part
            new.writestr(name, part.replace(before, after))


def test_json_is_flattened(written):
    content = """[{"name": "Å", "domains": ["a.edu", "b.edu"], "n": 1.10, "x": null},
                  {"name": "B", "more": {"k": [1]}, "ok": true}]"""
    table = read(written(content, "universities.json"))
    assert table.columns == ("name", "domains", "n", "x", "more", "ok")
    assert cells(table) == [
        ("Å", "a.edu; b.edu", "1.10", None, None, None),
        ("B", None, None, None, '{"k": ["1"]}', "TRUE"),
    ]
    assert [row.number for row in table.rows] == [1, 2]


def test_json_in_the_wrong_encoding(written):
    with pytest.raises(UserError, match="not written in utf-8 throughout"):
        read(written('[{"a": "é"}]'.encode("cp1252"), "a.json"), Choices(Encoding.UTF8))


def test_json_may_hold_its_list_one_level_down(written):
    table = read(written('{"count": 1, "results": [{"name": "A"}]}', "api.json"))
    assert cells(table) == [("A",)]


def test_reading_can_be_watched_and_cancelled(written):
    class CancelledError(Exception):
        pass

    def stop(rows):
        assert rows == 1000
        raise CancelledError

    path = written("Number\n" + "".join(f"A-{n}\n" for n in range(1500)))
    with pytest.raises(CancelledError):
        read(path, watch=stop)
