"""Settings survive, and a damaged file is no settings."""

import json

import pytest

from techmgr.core.errors import Problems, UserError, refuse_if
from techmgr.core.references import Reference, reference
from techmgr.core.settings import MOST_RECENT, Settings, load, save, with_recent
from techmgr.core.texts import say, words


def test_settings_are_read_back(tmp_path):
    chosen = Settings(language="zh_CN", scheme="dark", recent=("/a.techmgr",))
    save(chosen, tmp_path)
    assert load(tmp_path) == chosen


@pytest.mark.parametrize("content", ["", "[]", "{", '{"language": 3, "unknown": 1}'])
def test_a_damaged_file_counts_as_none(tmp_path, content):
    (tmp_path / "settings.json").write_text(content, encoding="utf-8")
    assert load(tmp_path) == Settings()


def test_recent_offices_are_newest_first_and_few():
    settings = Settings()
    for number in range(20):
        settings = with_recent(settings, f"/{number}.techmgr")
    settings = with_recent(settings, "/15.techmgr")
    assert settings.recent[0] == "/15.techmgr"
    assert len(settings.recent) == MOST_RECENT == len(set(settings.recent))
    assert json.dumps(settings.recent)


def test_references_are_read_back():
    assert reference(str(Reference("technology", 17))) == Reference("technology", 17)
    with pytest.raises(ValueError, match="not a reference"):
        reference("technology:0")


def test_texts_are_worded_when_they_are_read():
    inner = say("two of {all}", all=3)
    assert words(say("Take {what}.", what=inner), "en") == "Take two of 3."
    assert words("plain", "zh_CN") == "plain"
    assert words(say("Kept: {names}.", names=("a", "b")), "en") == "Kept: a, b."


def test_problems_are_told_together():
    one, two = UserError(say("One."), field="a"), UserError(say("Two."), field="b")
    refuse_if([])
    with pytest.raises(UserError, match=r"^One\.$"):
        refuse_if([one])
    with pytest.raises(Problems, match=r"One\. Two\.") as caught:
        refuse_if([one, two])
    assert [problem.field for problem in caught.value.problems] == ["a", "b"]
