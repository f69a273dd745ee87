"""`techmgr distribute`: what it would pay, nothing kept; with --post, an approved run or a refusal."""

import io
import json
from contextlib import redirect_stderr

import pytest
from action_examples.parts_money import a_run, a_waiting_receipt

from techmgr import schema
from techmgr.commands.line import main
from techmgr.royalty.actions import RunRequest, approve_run
from techmgr.royalty.queries import runs


@pytest.fixture
def distribute(office, tmp_path):
    """A function that runs the command on the office, closed meanwhile."""

    def run(*words):
        common = [
            "--through",
            "2026-08-31",
            "--out",
            str(tmp_path / "out"),
            "--today",
            "2026-09-14",
        ]
        return main(["distribute", office.place, *common, "--user", "Ines Moreau", *words])

    return run


def test_without_post_nothing_is_kept(office, distribute, tmp_path, capsys):
    a_waiting_receipt(office)
    office.close()
    assert distribute("--json") == 0
    found = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    assert found["Yuki Tanaka"]["amount"] == {"amount": "77932.25", "currency": "USD"}
    assert distribute() == 0
    assert "D-0001 worksheet.xlsx" in capsys.readouterr().out
    assert distribute("--post") == 2
    assert "there is none" in capsys.readouterr().err
    assert any(path.suffix == ".pdf" for path in (tmp_path / "out").iterdir())


def test_post_posts_an_approved_run_and_no_other(office, distribute, capsys):
    a_waiting_receipt(office)
    run = a_run(office)
    office.close()
    assert distribute("--post") == 2
    assert "D-0001 is draft" in capsys.readouterr().err
    again = schema.open_office(office.place, officer="Ines Moreau")
    again.act(approve_run, RunRequest(run.id))
    again.close()
    assert distribute("--post") == 0
    again = schema.open_office(office.place, officer="Ines Moreau", read_only=True)
    assert [row.state for row in again.read(runs)] == ["posted"]
    again.close()


class StoppedAtSecond(io.StringIO):
    """A terminal whose user presses Ctrl+C when the second paper is told."""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if "2 of" in text:
            raise KeyboardInterrupt
        return super().write(text)


def test_ctrl_c_between_two_papers_leaves_nothing(office, distribute, tmp_path):
    a_waiting_receipt(office)
    office.close()
    with redirect_stderr(StoppedAtSecond()) as told:
        assert distribute() == 2
    assert "1 of" in told.getvalue()
    assert "nothing was written" in told.getvalue()
    assert not (tmp_path / "out").exists()
