"""Whatever cannot be a table is refused with one clear sentence, and before it hurts."""

import contextlib
import io
import tracemalloc
import zipfile

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from techmgr.core.errors import UserError
from techmgr.intake.reading import read
from techmgr.intake.table import MIB, Limits

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def workbook_bytes():
    out = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["Number"])
    for number in range(200):
        book.active.append([f"A-{number}"])
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("a.csv", b"", "“a.csv” is empty \\(0 bytes\\)"),
        ("a.csv", b"\n\n,,\n", "has no rows"),
        ("a.csv", b"Number\nA\0B\n", "holds a zero byte"),
        ("a.csv", b"Number\n" + b"\0" * 90, "holds a zero byte"),
        ("a.csv", b"c," * 1_000_000, "more than 1,000 columns"),
        ("a.csv", b"column," * 1_000_000, "more than 1,000 columns"),
        ("a.csv", b"Number\n" + b"x" * 5_000_000, "too long to be a row"),
        ("a.csv", b"N,T\n1," + b"c," * 5_000, "more than 1,000 columns"),
        ("a.csv", b'Number,Title\nA-1,"open\nA-2,b\n', "From row 2 on .* quotation mark"),
        ("a.csv", b'N\n"' + b"line\n" * 60_000, "Row 2 has a cell of more than 131,072"),
        ("a.csv", b"%PDF-1.7 junk", "is not a table"),
        ("a.xls", OLE + b"junk" * 100, "old Excel file \\(.xls\\)"),
        ("a.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        ("a.xlsx", b"PK\x03\x04 junk", "workbook is damaged"),
        ("a.xlsx", b"Number\nA-1\n", "workbook is damaged"),
        ("a.xlsx", workbook_bytes()[:-400], "workbook is damaged"),
        ("a.json", b"[{]", "not valid JSON.*line 1"),
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.json", b"[1, 2]", "must hold a list of objects"),
        ("a.json", b"[]", "has no rows"),
    ],
)
def test_refused_with_one_sentence(written, name, content, sentence):
    with pytest.raises(UserError, match=f"(?s){sentence}") as caught:
        read(written(content, name))
    assert caught.value.field == "file"


def test_a_file_of_300_mb_is_refused_unread(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(300 * MIB)
    with pytest.raises(UserError, match="has 300 MB; the limit is 256 MB"):
        read(path)


def test_the_limit_of_a_file_can_be_set(written):
    path = written("Number\n" + "A-1\n" * 100)
    with pytest.raises(UserError, match="the limit is 0 MB"):
        read(path, limits=Limits(file=100))
    with pytest.raises(UserError, match="more than 50 rows"):
        read(path, limits=Limits(rows=50))
    with pytest.raises(UserError, match="more than 60 rows"):
        read(path, limits=Limits(cells=60))


def test_json_has_a_limit_of_its_own(written):
    with pytest.raises(UserError, match="JSON file has more than"):
        read(written('[{"a": 1}]', "a.json"), limits=Limits(json=5))


def test_a_workbook_that_unpacks_to_gigabytes_is_refused_packed(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(2):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", b" " * 12 * MIB)
    tracemalloc.start()
    with pytest.raises(UserError, match="unpacks to 24 MB: that is too much"):
        read(path)
    assert tracemalloc.get_traced_memory()[1] < 4 * MIB
    tracemalloc.stop()


def test_a_workbook_has_a_limit_unpacked(written):
    path = written(workbook_bytes(), "a.xlsx")
    with pytest.raises(UserError, match="unpacks to 1 MB"):
        read(path, limits=Limits(unpacked=5000))


def test_a_zip_with_a_password_is_refused(written):
    content = bytearray(workbook_bytes())
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1  # the flag that an archive's directory gives a locked part
    with pytest.raises(UserError, match="protected by a password"):
        read(written(bytes(content), "a.xlsx"))


def test_an_archive_that_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "letter.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", b"<w/>")
    with pytest.raises(UserError, match="workbook is damaged"):
        read(path)


def test_a_damaged_sheet_is_noticed_while_it_is_read(tmp_path, written):
    whole = written(workbook_bytes(), "whole.xlsx")
    damaged = tmp_path / "damaged.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(damaged, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part[: len(part) // 2] if "sheet1.xml" in name else part)
    with pytest.raises(UserError, match="workbook is damaged"):
        read(damaged)


def test_a_workbook_that_bites_its_own_tail_is_refused(tmp_path, written):
    """Entities inside entities (a billion laughs) must not unfold."""
    whole = written(workbook_bytes(), "whole.xlsx")
    laughing = tmp_path / "laughing.xlsx"
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 50}">' for n in range(1, 12))
    head = f'<!DOCTYPE w [<!ENTITY l0 "ha">{entities}]>'.encode()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(laughing, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if "sheet1.xml" in name:
                part = head + part.replace(b"<t>A", b"<t>&l11;A")
                assert b"&l11;" in part
            new.writestr(name, part)
    with pytest.raises(UserError, match="workbook is damaged"):
        read(laughing)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(UserError, match=r"“none\.csv” cannot be read: No such file"):
        read(tmp_path / "none.csv")
    with pytest.raises(UserError, match="cannot be read: Is a directory"):
        read(tmp_path)


def test_text_that_begins_with_an_equals_sign_stays_text(written):
    table = read(written('Number,Title\nA-1,"=HYPERLINK(""http://x"")"\n'))
    assert table.rows[0].cells[1] == '=HYPERLINK("http://x")'


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.json"])
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(drawn=st.data())
def test_damage_anywhere_is_refused_or_read_but_never_a_crash(written, name, drawn):
    whole = bytearray({"a.xlsx": WORKBOOK, "a.csv": CSV, "a.json": JSON}[name])
    for _ in range(drawn.draw(st.integers(1, 6))):
        at = drawn.draw(st.integers(0, len(whole) - 1))
        whole[at : at + drawn.draw(st.integers(0, 9))] = drawn.draw(st.binary(max_size=9))
        whole = whole or bytearray(b"x")
    with contextlib.suppress(UserError):
        assert read(written(bytes(whole), name)).columns


WORKBOOK = workbook_bytes()
CSV = 'Number,Title\nA-1,"Laser, tuned"\nA-2,Übung\n'.encode()
JSON = b'[{"name": "A", "domains": ["a.edu"], "n": 1.5}, {"more": {"k": null}}]'
