"""The program checks itself, as a built one does."""

import tempfile

from techmgr import selfcheck


def test_the_story_writes_its_three_files(tmp_path):
    assert selfcheck.run(tmp_path) == ["check.pdf", "check.docx", "check.xlsx"]
    assert all((tmp_path / name).stat().st_size > 2_000 for name in ("check.pdf", "check.xlsx"))


def test_a_failure_is_one_line_and_status_one(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    assert selfcheck.main() == 1
    said = capsys.readouterr().out
    assert said.startswith("techmgr self-check failed: FileNotFoundError: ")
    assert said.count("\n") == 1
