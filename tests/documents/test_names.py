"""File names are safe everywhere, and a file is written whole or not at all."""

import errno
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from techmgr.core.errors import UserError
from techmgr.documents.names import safe_name, unique_path, write_whole


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("R&D: 2026/27?", "R&D 2026 27.pdf"),
        ("../../etc/passwd", "etc passwd.pdf"),
        ("C:\\temp\\x", "C temp x.pdf"),
        ("CON", "_CON.pdf"),
        ("lpt1.x", "_lpt1.x.pdf"),
        ("  . ", "document.pdf"),
        ("许可合同 L-0087", "许可合同 L-0087.pdf"),
        ("a\u202egnp.exe", "agnp.exe.pdf"),
    ],
)
def test_names_are_safe(text, name):
    assert safe_name(text, ".pdf") == name


@given(st.text())
def test_any_text_makes_one_short_name(text):
    name = safe_name(text, ".pdf")
    assert name.endswith(".pdf")
    assert len(name.encode()) <= 125
    assert not set(name) & set('<>:"/\\|?*\n\0')


def test_a_name_is_given_once_whatever_its_capitals(tmp_path):
    (tmp_path / "Statement.pdf").touch()
    (tmp_path / "statement (2).PDF").touch()
    assert unique_path(tmp_path, "statement.pdf").name == "statement (3).pdf"
    assert unique_path(tmp_path / "new", "statement.pdf").name == "statement.pdf"


def test_a_file_is_replaced_whole(tmp_path):
    path = write_whole(tmp_path / "deep" / "x.txt", b"one")
    write_whole(path, b"two")
    assert path.read_bytes() == b"two"
    assert [each.name for each in path.parent.iterdir()] == ["x.txt"]
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EACCES, "protected or the file is open"),
        (errno.EIO, "was not written"),
    ],
)
def test_a_failure_keeps_the_old_file_and_says_why(tmp_path, monkeypatch, number, words):
    path = write_whole(tmp_path / "x.txt", b"old")

    def fail(_handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError, match=words):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_in_place_of_a_folder_is_refused(tmp_path):
    (tmp_path / "x").touch()
    with pytest.raises(UserError, match="not a folder"):
        write_whole(tmp_path / "x" / "y.txt", b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises(UserError, match=r"cannot be written|was not written"):
        write_whole(tmp_path / "folder", b"")
