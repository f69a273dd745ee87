"""Columns find their fields by name, in English and Chinese, and profiles keep what was settled."""

import pytest

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.intake.dates import DateOrder
from techmgr.intake.encodings import Encoding
from techmgr.intake.fields import Field, Target
from techmgr.intake.mapping import Profile, matched, profile_of
from techmgr.intake.reading import Choices


def test_columns_are_matched_whatever_capitals_spaces_and_signs(cases):
    columns = ["CASE_NO.", "title", "Center", "Patent-Number", "Image", "Patent Expiration Date"]
    assert matched(columns, cases) == {
        "CASE_NO.": "number",
        "title": "title",
        "Center": "centre",
        "Patent-Number": "patent_number",
        "Patent Expiration Date": "expires",
    }


def test_chinese_headers(cases):
    assert matched(["案号", "发明 名称"], cases) == {"案号": "number", "发明 名称": "title"}


def test_a_field_has_one_column_and_its_own_name_goes_first(cases):
    assert matched(["case no", "Case Number", "案号"], cases) == {"Case Number": "number"}
    assert matched(["Title", "TITLE"], cases) == {"Title": "title"}


def test_two_columns_for_one_field_are_refused():
    with pytest.raises(UserError, match="Two columns are matched to title"):
        Profile("old", "cases", {"A": "title", "B": "title"})


def test_a_profile_comes_back_as_it_was_kept():
    profile = Profile(
        "Old system",
        "cases",
        {"No": "number"},
        DateOrder.DMY,
        Encoding.GB18030,
        ";",
        "Sheet1",
        True,
    )
    assert profile_of(profile.as_plain()) == profile
    assert profile.choices == Choices(Encoding.GB18030, ";", "Sheet1")
    assert profile_of(Profile("new", "cases").as_plain()) == Profile("new", "cases")


def test_a_target_names_its_identity():
    number = Field("number", say("Number"))
    with pytest.raises(ValueError, match="identity must name fields"):
        Target("x", say("X"), (number,), ("name",))


def test_a_file_without_the_first_identity_is_told_apart_otherwise():
    fields = (Field("number", say("Number")), Field("old", say("Old number")))
    target = Target("x", say("X"), fields, ("number",), otherwise=("old",))
    assert target.given({"number", "old"}).identity == ("number",)
    assert target.given({"old"}).identity == ("old",)
    assert target.given({"title"}).identity == ("number",)
