"""What filings, disclosures and agreements tell the docket."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from action_examples.parts import OFFICER_ID, a_case, a_disclosure, an_organisation

from techmgr.agreements.actions import (
    AgreementFields,
    DraftAgreement,
    EndAgreement,
    SignAgreement,
    TermFields,
    draft_agreement,
    end_agreement,
    sign_agreement,
)
from techmgr.core.money import Money
from techmgr.disclosure.actions import EditDisclosure, edit_disclosure
from techmgr.disclosure.actions_funding import (
    AddPublication,
    EditAward,
    RecordAward,
    add_publication,
    edit_award,
    record_award,
)
from techmgr.disclosure.actions_review import AcceptDisclosure, accept_disclosure
from techmgr.disclosure.entries import PublicationEntry
from techmgr.disclosure.queries import disclosure_by_id
from techmgr.docket.queries import deadlines_of_case
from techmgr.patents.actions import (
    AbandonRight,
    EditRight,
    FileRight,
    GrantRight,
    RightFields,
    abandon_right,
    edit_right,
    file_right,
    grant_right,
)

TODAY = date(2026, 9, 14)
WHOLE = Fraction(1)


def fields(case_id, kind="provisional", country="US", filed=date(2026, 3, 4), **more):
    return RightFields(kind, country, "Virtual sensor", ((case_id, WHOLE),), filed, **more)


def file(office, case_id, *chosen, **more) -> int:
    return office.act(file_right, FileRight(fields(case_id, *chosen, **more))).result


def stands(office, case_id):
    """State and last day of each deadline of a case by rule."""
    rows = office.read(deadlines_of_case, case_id, TODAY)
    return {row.rule: (row.state, row.legal) for row in rows}


def fund(office, received, agreed_on) -> int:
    agency = an_organisation(office, "National agency", "agency")
    award = office.act(record_award, RecordAward("80N-1", agency, agreed_on=agreed_on)).result
    known = office.read(disclosure_by_id, received.disclosure_id)
    edit = EditDisclosure(known.id, known.version, replace(known.fields, awards=(award,)))
    office.act(edit_disclosure, edit)
    return award


def test_a_filing_of_a_federally_funded_case_has_both_dates(office):
    received = a_disclosure(office)
    award = fund(office, received, date(2019, 5, 2))
    right = file(office, received.case_id)
    found = stands(office, received.case_id)
    assert found["us.conversion"] == ("open", date(2027, 3, 4))
    assert found["bd.conversion"] == ("open", date(2027, 1, 4))
    assert found["bd.disclosure"] == ("open", date(2026, 9, 17))
    older = RecordAward("80N-1", 3, agreed_on=date(2015, 5, 2))
    sponsor = replace(older, sponsor_id=an_organisation(office, "Other agency", "agency"))
    office.act(edit_award, EditAward(award, None, sponsor))
    assert stands(office, received.case_id)["bd.conversion"][0] == "ended"
    moved = EditRight(right, 1, fields(received.case_id, filed=date(2026, 3, 2)))
    office.act(edit_right, moved)
    assert stands(office, received.case_id)["us.conversion"] == ("open", date(2027, 3, 2))


def test_the_family_meets_the_conversion_and_gives_the_priority(office):
    case_id = a_case(office).id
    first = file(office, case_id, filed=date(2025, 9, 15))
    file(office, case_id, "pct", "WO", date(2026, 9, 10), parent_id=first)
    found = stands(office, case_id)
    assert found["us.conversion"] == ("done", date(2026, 9, 15))
    assert found["pct.national.30"] == ("open", date(2028, 3, 15))
    office.undo_last()
    assert stands(office, case_id)["us.conversion"][0] == "open"


def test_a_grant_asks_for_maintenance_until_the_right_is_given_up(office):
    case_id = a_case(office).id
    right = file(office, case_id, "non_provisional", filed=date(2024, 3, 4))
    office.act(grant_right, GrantRight(right, 1, date(2026, 8, 4), "12,345,678"))
    assert stands(office, case_id)["us.maintenance.1"] == ("open", date(2030, 2, 4))
    office.act(abandon_right, AbandonRight(right, 2, date(2026, 9, 1), "No licensee"))
    assert stands(office, case_id)["us.maintenance.1"][0] == "ended"


def test_know_how_has_no_dates(office):
    case_id = a_case(office).id
    file(office, case_id, "know_how")
    assert {rule for rule in stands(office, case_id) if rule.startswith("us.")} == set()


def test_the_review_clock_runs_until_the_disclosure_is_accepted(office):
    received = a_disclosure(office)
    assert stands(office, received.case_id)["office.review"] == ("open", date(2026, 10, 15))
    office.act(accept_disclosure, AcceptDisclosure(received.disclosure_id, None))
    assert stands(office, received.case_id)["office.review"][0] == "done"


def test_publications_start_the_bar_and_a_filing_meets_it(office):
    received = a_disclosure(office)
    talk = PublicationEntry("talk", "Conference", date(2026, 10, 3), is_planned=True)
    office.act(add_publication, AddPublication(received.disclosure_id, talk))
    done = PublicationEntry("poster", "Open day", date(2026, 5, 8))
    office.act(add_publication, AddPublication(received.disclosure_id, done))
    found = stands(office, received.case_id)
    assert found["novelty.planned"] == ("open", date(2026, 10, 2))
    assert found["grace.us"] == ("open", date(2027, 5, 10))
    file(office, received.case_id, filed=date(2026, 9, 12))
    found = stands(office, received.case_id)
    assert found["novelty.planned"][0] == found["grace.us"][0] == "done"


def test_a_signed_licence_owes_reports_and_its_minimum_until_it_ends(office):
    case_id, company = a_case(office).id, an_organisation(office)
    terms = (
        TermFields("report", periodic="quarterly", days_after=45),
        TermFields("minimum", amount=Money(1_000_000, "USD"), periodic="yearly"),
    )
    agreement = AgreementFields(
        "licence", "Licence", (company,), ((case_id, WHOLE),), manager_id=OFFICER_ID, terms=terms
    )
    drafted = office.act(draft_agreement, DraftAgreement(agreement)).result
    sign = SignAgreement(drafted.id, 1, date(2026, 5, 15))
    office.act(sign_agreement, sign)
    rows = office.read(deadlines_of_case, case_id, TODAY, only_open=True)
    reports = [row.raw for row in rows if row.rule == "agr.royalty_report"]
    assert reports[:2] == [date(2026, 8, 14), date(2026, 11, 14)]
    assert rows[0].record == drafted.number
    assert stands(office, case_id)["agr.minimum.1"] == ("open", date(2027, 5, 14))
    end = EndAgreement(drafted.id, 2, date(2026, 9, 10), "terminated", "They closed")
    office.act(end_agreement, end)
    rows = office.read(deadlines_of_case, case_id, TODAY, only_open=True)
    assert [row.rule for row in rows] == ["agr.royalty_report", "agr.final_report", "agr.records"]
