"""A case: its number, its record, its one manager, its end."""

from datetime import date

import pytest
from action_examples.parts import OFFICER_ID, OWN_ORGANISATION_ID, a_case, a_person

from techmgr.core.errors import Problems, UserError
from techmgr.core.references import Reference
from techmgr.office.actions import SetSetting, set_setting
from techmgr.storage.search import find
from techmgr.storage.unit import Stale
from techmgr.technology.actions import (
    CaseFields,
    CloseCase,
    EditCase,
    HandOverCase,
    RegisterCase,
    ReopenCase,
    close_case,
    edit_case,
    hand_over,
    register_case,
    reopen_case,
)
from techmgr.technology.queries import (
    case_head,
    case_numbered,
    happenings_of,
    managers_of,
    steps_of,
)
from techmgr.technology.queries_notes import history_of
from techmgr.technology.steps import State


def register(office, title="Sensor", **more):
    return office.act(register_case, RegisterCase(CaseFields(title), **more)).result


def test_numbers_follow_each_other_and_a_foreign_one_is_kept(office):
    fields = CaseFields("Old case", foreign_number="LAR-12345-1", received=date(2019, 3, 14))
    old = office.act(register_case, RegisterCase(fields, origin="import")).result
    assert old.number == "19-001"
    assert [register(office).number for _ in range(2)] == ["26-001", "26-002"]
    assert office.read(case_numbered, "LAR-12345-1") == old.case_id
    assert office.read(case_numbered, "26-002") == 3
    assert office.read(case_numbered, "nothing") is None


def test_a_number_used_twice_is_refused_and_nothing_is_half_done(office):
    register(office, number="A-1")
    with pytest.raises(UserError, match="There is a case A-1 already") as refused:
        register(office, number="A-1")
    assert refused.value.field == "number"
    assert office.read(case_numbered, "26-001") is None


def test_the_pattern_in_force_today_gives_the_number(office):
    office.act(set_setting, SetSetting("case_number_pattern", "S{yyyy}/{n}", date(2026, 9, 1)))
    assert register(office).number == "S2026/1"


def test_every_wrong_field_of_a_case_is_named(office):
    fields = CaseFields(
        "",
        type="spell",
        field="magic",
        trl=10,
        status="lost",
        received=date(202, 1, 1),
        department_id=9,
    )
    with pytest.raises(Problems) as refused:
        office.act(register_case, RegisterCase(fields, 99, "dream"))
    named = {problem.field for problem in refused.value.problems}
    assert named == {
        "title",
        "type",
        "field",
        "trl",
        "status",
        "received",
        "department_id",
        "manager_id",
        "origin",
    }


def test_a_case_shows_its_record_with_names(office):
    fields = CaseFields(
        "Stethoscope",
        "Signals of the heart",
        field="biomedical",
        keywords="infrasound",
        trl=8,
        received=date(2026, 7, 17),
        department_id=OWN_ORGANISATION_ID,
    )
    case = office.act(register_case, RegisterCase(fields, OFFICER_ID)).result.case_id
    head = office.read(case_head, case)
    assert (head.number, head.manager, head.manager_initials) == ("26-001", "Ines Moreau", "IM")
    assert (head.department, head.centre, head.trl, head.closed_on) == (
        "Halden University",
        "",
        8,
        None,
    )
    for typed in ("infras", "heart signals", "26-001", "moreau"):
        assert [hit.reference.id for hit in office.read(find, typed, kinds=("case",))] == [case]


def test_an_edited_case_is_found_by_its_new_words_only(office):
    case = a_case(office)
    office.act(edit_case, EditCase(case.id, 1, CaseFields("Thermometer", status="assessing")))
    assert office.read(find, "thermometer")[0].reference == case
    assert office.read(find, "sensor") == []
    with pytest.raises(Stale):
        office.act(edit_case, EditCase(case.id, 1, CaseFields("Barometer")))


def test_docketing_is_done_once_somebody_answers_for_the_case(office):
    case = register(office).case_id
    assert office.read(steps_of, case, office.today)[1].state is State.ACTIVE
    office.act(hand_over, HandOverCase(case, 1, OFFICER_ID, "New case"))
    step = office.read(steps_of, case, office.today)[1]
    assert (step.state, step.person, str(step.summary)) == (
        State.DONE,
        "Ines Moreau",
        "Ines Moreau",
    )


def test_a_hand_over_leaves_who_and_why(office):
    case, second = a_case(office), a_person(office, "Tomas Aalto")
    office.act(hand_over, HandOverCase(case.id, 1, second, "Ines is on leave"))
    (passed,) = office.read(managers_of, case.id)
    assert (passed.from_person, passed.to_person, passed.reason) == (
        "Ines Moreau",
        "Tomas Aalto",
        "Ines is on leave",
    )
    assert office.read(case_head, case.id).manager == "Tomas Aalto"
    with pytest.raises(Problems) as refused:
        office.act(hand_over, HandOverCase(case.id, 2, second, ""))
    assert {each.field for each in refused.value.problems} == {"reason", "to_person_id"}


def test_a_case_closes_and_opens_with_reasons(office):
    case = a_case(office)
    with pytest.raises(UserError, match="The case is open"):
        office.act(reopen_case, ReopenCase(case.id, None, "Somebody asked"))
    office.act(close_case, CloseCase(case.id, None, "Nobody wants it", "released"))
    head = office.read(case_head, case.id)
    assert (head.status, head.closed_on) == ("released", office.today)
    with pytest.raises(UserError, match="closed already"):
        office.act(close_case, CloseCase(case.id, None, "Again"))
    office.act(reopen_case, ReopenCase(case.id, None, "Somebody asked"))
    assert office.read(case_head, case.id).closed_on is None
    told = [str(each.text) for each in office.read(happenings_of, case.id)]
    assert told[:2] == ["Reopened: Somebody asked", "Closed: Nobody wants it"]


def test_the_history_names_every_action_with_its_reason(office):
    case = a_case(office)
    office.act(close_case, CloseCase(case.id, None, "Nobody wants it"))
    register(office, "Another")
    rows = office.read(history_of, case)
    assert [(row.action, row.reason) for row in rows] == [
        ("technology.close_case", "Nobody wants it"),
        ("technology.register_case", ""),
    ]
    assert office.read(history_of, Reference("person", OFFICER_ID))
