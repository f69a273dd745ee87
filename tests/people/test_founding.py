"""A new office gets its name, lists, institution and first officer in one action."""

import pytest

from techmgr.core.errors import UserError
from techmgr.office.queries import lists, settings_on, values_of
from techmgr.people.founding import FoundOffice, found_office
from techmgr.people.queries import officers, organisation_by_id


def test_a_founded_office_knows_itself(office):
    settled = office.read(settings_on, office.today)
    assert settled.office_name == "Halden Technology Transfer"
    assert settled.fiscal_year_end == (12, 31)
    assert settled.largest_file_bytes == 256 * 1024 * 1024
    institution = office.read(organisation_by_id, settled.own_organisation)
    assert institution.name == "Halden University"
    assert [each.name for each in office.read(officers)] == ["Ines Moreau"]


def test_every_value_of_every_list_has_english_and_chinese(office):
    names = office.read(lists)
    assert {"case_type", "case_status", "decision_outcome", "agreement_kind"} <= set(names)
    for name in names:
        for value in office.read(values_of, name):
            assert value.english
            assert not value.chinese.isascii()


def test_an_office_is_founded_once(office):
    with pytest.raises(UserError, match="has been founded"):
        office.act(found_office, FoundOffice("Another", "Somebody"))
