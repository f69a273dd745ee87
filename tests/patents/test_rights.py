"""Rights in a real office: families, shares, where they stand, what is refused, and what moves."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from action_examples.parts import a_case

from techmgr.core.errors import Problems, UserError
from techmgr.core.references import Reference
from techmgr.docket.actions import RecordEvent, record_event
from techmgr.docket.queries import deadlines_of, events_of
from techmgr.docket.recomputing import How
from techmgr.patents.actions import (
    AbandonRight,
    EditRight,
    FileRight,
    GrantRight,
    RightFields,
    ShareRight,
    abandon_right,
    edit_right,
    file_right,
    grant_right,
    share_right,
)
from techmgr.patents.queries import cases_of_right, family_of, right_by_id, right_rows, rights_of
from techmgr.patents.queries_page import right_file
from techmgr.reports.queries import build
from techmgr.reports.schemes import scheme_named
from techmgr.storage import search

TODAY = date(2026, 9, 14)
WHOLE, HALF = Fraction(1), Fraction(1, 2)


@pytest.fixture
def case_id(office):
    return a_case(office).id


def fields(case_id, kind="provisional", country="US", filed=date(2025, 9, 15), **more):
    return RightFields(kind, country, "Virtual sensor", ((case_id, WHOLE),), filed, **more)


def file(office, *chosen, **more) -> int:
    return office.act(file_right, FileRight(fields(*chosen, **more))).result


def state(office, right_id) -> str:
    return office.read(right_by_id, right_id, TODAY).state


def refused(office, action, request) -> list[str]:
    with pytest.raises((UserError, Problems)) as caught:
        office.act(action, request)
    error = caught.value
    return [str(each) for each in getattr(error, "problems", [error])]


def test_a_family_grows_from_a_provisional(office, case_id):
    first = file(office, case_id)
    regular = file(office, case_id, "non_provisional", filed=date(2026, 9, 11), parent_id=first)
    world = file(office, case_id, "pct", "WO", date(2026, 9, 11), parent_id=first)
    japan = file(office, case_id, "national", "JP", date(2026, 9, 14), parent_id=world)
    found = office.read(right_file, japan, TODAY)
    assert [each.id for each in found.family] == [first, regular, world, japan]
    links = {number: of[0][1] for number, of in found.links.items()}
    assert links == {regular: "conversion", world: "priority", japan: "national_phase"}
    assert [state(office, each) for each in (first, regular, world, japan)] == [
        "converted", "filed", "converted", "filed",
    ]  # fmt: skip


def test_a_national_phase_counts_from_the_international_filing(office, case_id):
    world = file(office, case_id, "pct", "WO", date(2017, 7, 14))
    europe = file(office, case_id, "regional", "EP", date(2019, 2, 12), parent_id=world)
    due = {each.rule: each for each in office.read(deadlines_of, Reference("patent", europe))}
    assert due["ep.term"].legal == date(2037, 7, 14)
    assert due["ep.annuity.4"].raw == date(2020, 7, 31)
    told = {each.kind: each.on_day for each in office.read(events_of, Reference("patent", world))}
    assert told["national_entry.ep"] == date(2019, 2, 12)


def test_several_priorities_are_kept_and_the_oldest_counts(office, case_id):
    one = file(office, case_id, filed=date(2025, 10, 1))
    two = file(office, case_id, filed=date(2026, 2, 1))
    also = ((two, "priority"),)
    world = file(office, case_id, "pct", "WO", date(2026, 9, 1), parent_id=one, also=also)
    told = {each.kind: each.on_day for each in office.read(events_of, Reference("patent", world))}
    assert told["priority"] == date(2025, 10, 1)
    assert {each.id for each in office.read(family_of, two, TODAY)} == {one, two, world}


def test_a_right_serves_two_cases_from_a_day_and_counts_once(office, case_id):
    other = a_case(office, "Second case").id
    right = file(office, case_id, "non_provisional")
    thirds = ((case_id, Fraction(2, 3)), (other, Fraction(1, 3)))
    office.act(share_right, ShareRight(right, None, thirds, date(2026, 9, 1)))
    assert office.read(cases_of_right, right, date(2026, 8, 31)) == [(case_id, "26-001", WHOLE)]
    assert [row[2] for row in office.read(cases_of_right, right)] == [
        Fraction(2, 3), Fraction(1, 3),
    ]  # fmt: skip
    assert [each.id for each in office.read(rights_of, other, TODAY)] == [right]
    report = office.read(build, scheme_named("hebci"), 2026)
    counted = [each.counted for each in report.figures if each.rule.of == "filings"]
    assert counted
    assert all([each.reference.id for each in filings] in ([], [right]) for filings in counted)
    assert any(counted)
    office.undo_last()
    assert [row[0] for row in office.read(cases_of_right, right)] == [case_id]


def test_shares_that_do_not_make_one_are_refused_in_words(office, case_id):
    other = a_case(office, "Second case").id
    right = file(office, case_id)
    odd = ((case_id, HALF), (other, Fraction(49, 100)))
    (said,) = refused(office, share_right, ShareRight(right, None, odd))
    assert "make 99\u202f%. They must make exactly 100\u202f%" in said
    twice = ((case_id, HALF), (case_id, HALF))
    assert "named twice" in refused(office, share_right, ShareRight(right, None, twice))[0]


def test_bad_dates_and_loops_are_refused(office, case_id):
    first = file(office, case_id)
    later = file(office, case_id, "non_provisional", filed=date(2026, 9, 1), parent_id=first)
    before = FileRight(fields(case_id, "pct", "WO", date(2025, 9, 14), parent_id=first))
    assert "was itself filed before" in refused(office, file_right, before)[0]
    granted = GrantRight(later, None, date(2026, 8, 31), "12,345,678")
    assert "before it was filed" in refused(office, grant_right, granted)[0]
    loop = EditRight(first, None, fields(case_id, parent_id=later, filed=date(2026, 9, 1)))
    assert "cannot grow from itself" in refused(office, edit_right, loop)[0]
    itself = EditRight(first, None, fields(case_id, parent_id=first))
    assert "cannot grow from itself" in refused(office, edit_right, itself)[0]
    twice = RecordEvent(Reference("patent", later), "us.nonfinal", date(2026, 9, 10))
    office.act(record_event, twice)
    assert "entered twice" in refused(office, record_event, twice)[0]


def test_a_wrong_check_digit_is_confirmed_not_lost(office, case_id):
    wrong = fields(case_id, "regional", "EP", application_number="99403122.8")
    assert "must be 7" in refused(office, file_right, FileRight(wrong))[0]
    right = office.act(file_right, FileRight(replace(wrong, numbers_confirmed=True))).result
    assert office.read(right_by_id, right, TODAY).application_number == "99403122.8"


def test_29_february_and_a_country_without_rules(office, case_id):
    leap = file(office, case_id, filed=date(2024, 2, 29))
    due = {each.rule: each for each in office.read(deadlines_of, Reference("patent", leap))}
    assert due["us.conversion"].legal == date(2025, 2, 28)
    brazil = file(office, case_id, "national", "BR", filed=date(2026, 1, 5))
    assert "no deadline rules for BR" in str(office.read(right_file, brazil, TODAY).no_rules)


def test_the_end_tells_where_a_right_stands(office, case_id):
    right = file(office, case_id, "non_provisional", filed=date(2020, 3, 3))
    office.act(grant_right, GrantRight(right, None, date(2022, 5, 3), "11,320,001"))
    assert state(office, right) == "granted"
    subject = Reference("patent", right)
    office.act(record_event, RecordEvent(subject, "lapsed", date(2026, 5, 4)))
    assert state(office, right) == "lapsed"
    office.act(record_event, RecordEvent(subject, "restored", date(2026, 6, 4)))
    assert state(office, right) == "granted"
    office.act(abandon_right, AbandonRight(right, None, date(2026, 9, 1), "No licensee"))
    assert state(office, right) == "abandoned"
    again = AbandonRight(right, None, date(2026, 9, 2), "No licensee")
    assert "ended already" in refused(office, abandon_right, again)[0]


def test_the_term_has_its_adjustment_and_disclaimer(office, case_id):
    known = fields(case_id, "non_provisional", filed=date(2019, 3, 1), pta_days=329)
    right = office.act(file_right, FileRight(known)).result
    assert office.read(right_by_id, right, TODAY).expires == date(2040, 1, 24)
    shorter = replace(known, disclaimed_to=date(2039, 3, 1))
    changes = office.act(edit_right, EditRight(right, None, shorter)).result.changes
    assert [change.how for change in changes] == [How.NEW]
    assert office.read(right_by_id, right, TODAY).expires == date(2039, 3, 1)


def test_a_moved_filing_day_moves_the_family_and_says_so(office, case_id):
    first = file(office, case_id)
    world = file(office, case_id, "pct", "WO", date(2026, 9, 1), parent_id=first)
    moved = EditRight(first, None, fields(case_id, filed=date(2025, 9, 8)))
    changes = office.act(edit_right, moved).result.changes
    by_title = {str(each.title): (each.before, each.after) for each in changes}
    assert (date(2028, 3, 15), date(2028, 3, 8)) in by_title.values()
    assert office.read(right_by_id, world, TODAY).state == "filed"


def test_a_right_is_found_by_its_number_in_any_form(office, case_id):
    right = file(office, case_id, application_number="63/112,233")
    for words in ("63112233", "63/112,233", "virtual"):
        assert [row.id for row in office.read(right_rows, today=TODAY, words=words)] == [right]
        (hit,) = [each for each in office.read(search.find, words) if each.kind == "patent"]
        assert hit.reference == Reference("patent", right)
    assert office.read(right_rows, today=TODAY, words="63112234") == []


def test_know_how_and_software_have_events_but_no_rules(office, case_id):
    secret = file(office, case_id, "know_how", filed=None)
    code = file(
        office, case_id, "software_copyright", granted=date(2026, 1, 5), grant_number="2026SR1"
    )
    assert (state(office, secret), state(office, code)) == ("held", "registered")
    subject = Reference("patent", secret)
    office.act(record_event, RecordEvent(subject, "lapsed", date(2026, 9, 1)))
    assert office.read(deadlines_of, subject) == []
    assert state(office, secret) == "abandoned"


def test_a_right_that_is_not_followed_any_more_sets_off_nothing(office, case_id):
    right = file(office, case_id)
    subject = Reference("patent", right)
    assert office.read(deadlines_of, subject)[0].state == "open"
    left = replace(fields(case_id), is_followed=False)
    changes = office.act(edit_right, EditRight(right, None, left)).result.changes
    assert {each.how for each in changes} == {How.ENDED}
    assert {each.state for each in office.read(deadlines_of, subject)} == {"ended"}
    office.act(edit_right, EditRight(right, None, fields(case_id)))
    assert "open" in {each.state for each in office.read(deadlines_of, subject)}
