"""A text that was stored reads the same in every language."""

from techmgr.core.kept_texts import packed, unpacked
from techmgr.core.texts import Listed, say, words


def test_a_stored_text_reads_as_before():
    outcome = Listed("Pursue", "推进")
    parts = ("A 1/3", say("{n} more", n=2))
    text = say(
        "{kind}: {outcome}, {parts}, {rest}",
        kind=say("Assessment"),
        outcome=outcome,
        parts=parts,
        rest=3,
    )
    again = unpacked(*packed(text))
    assert words(again, "en") == "Assessment: Pursue, A 1/3, 2 more, 3"
    assert words(again, "en") == words(text, "en")
    assert "推进" in words(again, "zh_CN")


def test_a_listed_word_without_chinese_is_shown_in_english():
    assert words(say("{word}", word=Listed("Pursue")), "zh_CN") == "Pursue"
