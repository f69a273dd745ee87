"""The program checks itself, as a built one does."""

import pytest

from techmgr import selfcheck


def test_the_story_writes_its_three_files(tmp_path):
    assert selfcheck.run(tmp_path) == ["check.pdf", "check.docx", "check.xlsx"]
    assert all((tmp_path / name).stat().st_size > 2_000 for name in ("check.pdf", "check.xlsx"))


def test_a_failure_is_one_line_and_status_one(monkeypatch, capsys):
    def fails(_folder):
        raise OSError("no room")

    monkeypatch.setattr(selfcheck, "run", fails)
    assert selfcheck.main() == 1
    assert capsys.readouterr().out == "techmgr self-check failed: OSError: no room\n"


@pytest.fixture(autouse=True)
def _no_screens(monkeypatch):
    monkeypatch.setattr(selfcheck, "_load_screens", lambda: None)
