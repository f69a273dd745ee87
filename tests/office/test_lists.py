"""Lists of values: the code stays, the words and what is offered change."""

import pytest

from techmgr.core.checks import Checks
from techmgr.core.errors import UserError
from techmgr.office.actions import (
    AddValue,
    LoadLists,
    RenameValue,
    RetireValue,
    add_value,
    load_lists,
    rename_value,
    retire_value,
)
from techmgr.office.queries import all_words, check_listed, values_of
from techmgr.storage.unit import Stale


def test_a_new_value_comes_last_and_has_words(office):
    office.act(add_value, AddValue("case_type", "recipe", "Recipe", "配方"))
    last = office.read(values_of, "case_type")[-1]
    assert (last.code, last.words("en"), last.words("zh_CN")) == ("recipe", "Recipe", "配方")
    assert office.read(all_words, "zh_CN")["case_type", "recipe"] == "配方"


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (AddValue("case_type", "invention", "Invention"), "code"),
        (AddValue("case_type", "Two words", "Two"), "code"),
        (AddValue("no_list", "two", "Two"), "list"),
        (AddValue("case_type", "two", " "), "english"),
    ],
)
def test_a_value_that_cannot_be_is_refused(office, request_, field):
    with pytest.raises(UserError) as refused:
        office.act(add_value, request_)
    assert refused.value.field == field


def test_a_renamed_value_keeps_its_code_and_may_move(office):
    value = office.read(values_of, "note_kind")[1]
    office.act(rename_value, RenameValue(value.id, value.version, "Telephone", "", 99))
    last = office.read(values_of, "note_kind")[-1]
    assert (last.code, last.words("zh_CN")) == ("call", "Telephone")
    with pytest.raises(Stale):
        office.act(rename_value, RenameValue(value.id, value.version, "Phone"))
    with pytest.raises(UserError, match="word"):
        office.act(rename_value, RenameValue(value.id, None, ""))


def test_a_retired_value_is_known_but_not_offered(office):
    value = office.read(values_of, "note_kind")[1]
    office.act(retire_value, RetireValue(value.id, value.version))
    assert "call" not in [each.code for each in office.read(values_of, "note_kind")]
    assert "call" in [each.code for each in office.read(values_of, "note_kind", retired=True)]
    checks = Checks()
    office.read(check_listed, checks, "note_kind", "call", "kind")
    checks.refuse()
    office.act(retire_value, RetireValue(value.id, None, offered=True))
    assert "call" in [each.code for each in office.read(values_of, "note_kind")]


def test_loading_the_lists_again_changes_nothing(office):
    done = office.act(load_lists, LoadLists())
    assert (done.result, done.entry) == (0, None)
