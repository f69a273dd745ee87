"""Texts are put into words for a language, with the values and signs of that language."""

from techmgr.core.texts import Listed, say, words


def test_a_sentence_in_two_languages():
    text = say("The {count} shares make {whole}. They must make exactly 100 %: add {rest}.")
    filled = say(text.message, count=say("three"), whole="90\u202f%", rest="10\u202f%")
    assert words(filled, "en") == (
        "The three shares make 90\u202f%. They must make exactly 100 %: add 10\u202f%."
    )
    assert words(filled, "zh_CN") == "三项份额之和为 90%，须正好为 100%：请增加 10%。"


def test_a_word_of_the_lists_and_several_of_them():
    text = say("Owned by us {own}, by {others}", own="60\u202f%", others=["甲", "乙"])
    assert words(text, "zh_CN") == "我方持有 60%，其余由甲、乙持有"
    assert words(say("{state}", state=Listed("Filed", "已申请")), "zh_CN") == "已申请"
    assert words(say("{state}", state=Listed("Filed")), "zh_CN") == "Filed"


def test_an_empty_text_says_nothing_in_any_language():
    assert [words(say(""), language) for language in ("en", "zh_CN")] == ["", ""]
