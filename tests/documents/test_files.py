"""Files of a record: stored once by content, never larger than allowed, copied out whole."""

import hashlib
from datetime import date
from io import BytesIO

import pytest
from action_examples.parts import a_case
from sqlalchemy import func, select

from techmgr.core.errors import UserError
from techmgr.documents.actions import (
    CHUNK,
    AttachFile,
    DetachFile,
    attach_file,
    detach_file,
    save_copy,
)
from techmgr.documents.files import media_type_of, name_without_folders
from techmgr.documents.model import FileChunk
from techmgr.documents.queries import file_by_id, files_of, read_file
from techmgr.office.actions import SetSetting, set_setting
from techmgr.storage.search import find


def content_of(office, file_id):
    return office.read(lambda session: b"".join(read_file(session, file_id)))


def chunks(office):
    return office.read(lambda session: session.scalar(select(func.count()).select_from(FileChunk)))


def test_a_file_comes_back_byte_for_byte(office, tmp_path):
    content = bytes(range(256)) * 4_096 * 2 + b"end"
    path = tmp_path / "Drawings, second version.pdf"
    path.write_bytes(content)
    case = a_case(office)
    file = office.act(attach_file, AttachFile(case, path)).result
    (row,) = office.read(files_of, case)
    assert (row.name, row.media_type, row.size) == (path.name, "application/pdf", len(content))
    assert row.sha256 == hashlib.sha256(content).hexdigest()
    assert (row.added_by, chunks(office)) == ("Ines Moreau", 3)
    assert content_of(office, file) == content
    copy = office.read(save_copy, file, tmp_path / "copy.pdf")
    assert copy.read_bytes() == content
    assert office.read(find, "drawings")[0].reference.kind == "file"


def test_the_same_content_is_stored_once(office):
    case = a_case(office)
    for name in ("one.txt", "two.txt"):
        office.act(attach_file, AttachFile(case, BytesIO(b"same"), name))
    assert [row.name for row in office.read(files_of, case)] == ["two.txt", "one.txt"]
    assert chunks(office) == 1


def test_a_file_above_the_offices_limit_is_refused_and_nothing_is_kept(office):
    office.act(set_setting, SetSetting("largest_file_bytes", str(CHUNK), date(2026, 1, 1)))
    case = a_case(office)
    with pytest.raises(UserError, match="larger than 1 MB"):
        office.act(attach_file, AttachFile(case, BytesIO(bytes(CHUNK + 1)), "big.bin"))
    assert (office.read(files_of, case), chunks(office)) == ([], 0)
    office.act(attach_file, AttachFile(case, BytesIO(bytes(CHUNK)), "fits.bin"))


def test_an_empty_and_a_missing_file_are_refused(office, tmp_path):
    case = a_case(office)
    with pytest.raises(UserError, match="is empty"):
        office.act(attach_file, AttachFile(case, BytesIO(b""), "empty.txt"))
    for path in (tmp_path / "nothing.txt", tmp_path):
        with pytest.raises(UserError, match="cannot be read"):
            office.act(attach_file, AttachFile(case, path))


def test_a_detached_file_comes_back_with_undo(office):
    case = a_case(office)
    file = office.act(attach_file, AttachFile(case, BytesIO(b"kept"), "a.txt")).result
    office.act(detach_file, DetachFile(file))
    assert office.read(files_of, case) == []
    office.undo_last()
    assert content_of(office, file) == b"kept"
    assert office.read(file_by_id, file).name == "a.txt"


def test_a_copy_that_cannot_be_written_leaves_nothing(office, tmp_path):
    file = office.act(attach_file, AttachFile(a_case(office), BytesIO(b"kept"), "a.txt")).result
    with pytest.raises(UserError, match="cannot be written"):
        office.read(save_copy, file, tmp_path / "no folder" / "a.txt")
    taken = tmp_path / "folder"
    taken.mkdir()
    with pytest.raises(UserError, match="cannot be written"):
        office.read(save_copy, file, taken)
    assert list(tmp_path.glob(".*.part")) == []


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("a.pdf", "a.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        (r"C:\Users\x\report.docx", "report.docx"),
        ("con.txt", "_con.txt"),
        ("no ending", "no ending"),
        (".hidden", "hidden"),
        ("what?.p<d>f", "what .p d f"),
        ("披露.xlsx", "披露.xlsx"),
        ("", "document"),
    ],
)
def test_a_name_loses_its_folders(name, wanted):
    assert name_without_folders(name) == wanted


def test_a_name_says_what_a_file_is():
    assert media_type_of("a.png") == "image/png"
    assert media_type_of("a.unknown_ending") == "application/octet-stream"
