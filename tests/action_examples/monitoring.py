"""Examples of what an officer can do about federal duties."""

from datetime import date

from action_examples import example
from action_examples.parts import OFFICER_ID, a_person, an_organisation
from action_examples.patents import fields
from techmgr.core.references import Reference
from techmgr.core.shares import WHOLE
from techmgr.disclosure.actions import ReceiveDisclosure, receive_disclosure
from techmgr.disclosure.actions_funding import RecordAward, record_award
from techmgr.disclosure.entries import DisclosureFields, InventorEntry
from techmgr.docket.actions import RecordEvent, record_event
from techmgr.monitoring.actions import FollowUtilisation, follow_utilisation
from techmgr.monitoring.actions_papers import SUPPORT, WritePaper, write_paper
from techmgr.patents.actions import FileRight, file_right

DISCLOSED = date(2026, 3, 2)


def an_award(office, agreed_on=date(2020, 1, 1), number="80NSSC-0021", agency="NASA") -> int:
    agency_id = an_organisation(office, agency, "agency")
    return office.act(record_award, RecordAward(number, agency_id, agreed_on=agreed_on)).result


def an_invention(office, *awards, disclosed_on=DISCLOSED) -> int:
    """An invention of one inventor made under awards; its case's id."""
    inventor = InventorEntry(a_person(office), WHOLE)
    disclosed = DisclosureFields(
        "Virtual sensor", disclosed_on, "Air flow", inventors=(inventor,), awards=awards
    )
    return office.act(receive_disclosure, ReceiveDisclosure(disclosed, OFFICER_ID)).result.case_id


def told(office, case_id, **days) -> None:
    """Enter events on a case by their kind."""
    for kind, day in days.items():
        office.act(record_event, RecordEvent(Reference("technology", case_id), kind, day))


def a_filing_on(office, case_id, kind="non_provisional", filed=date(2026, 6, 1)) -> int:
    made = fields(case_id, kind, filed=filed, application_number="19/112,233")
    return office.act(file_right, FileRight(made)).result


@example(follow_utilisation)
def _(office):
    award = an_award(office)
    case = an_invention(office, award, disclosed_on=date(2025, 3, 2))
    told(office, case, agency_disclosed=date(2025, 4, 1), title_elected=date(2025, 5, 1))
    return FollowUtilisation(award)


@example(write_paper)
def _(office):
    return WritePaper(SUPPORT, an_invention(office, an_award(office)))
