"""Examples of what an officer can do with agreements."""

from datetime import date

from action_examples import example
from action_examples.parts import a_case
from action_examples.parts_money import a_draft, a_licence
from techmgr.agreements.actions import (
    EditAgreement,
    EndAgreement,
    SignAgreement,
    draft_agreement,
    edit_agreement,
    end_agreement,
    sign_agreement,
)

DAY = date(2026, 9, 1)


@example(draft_agreement)
def _(office):
    return a_draft(office, a_case(office).id)


@example(edit_agreement)
def _(office):
    case_id = a_case(office).id
    drafted = office.act(draft_agreement, a_draft(office, case_id)).result
    return EditAgreement(drafted.id, 1, a_draft(office, case_id, kind="option").agreement)


@example(sign_agreement)
def _(office):
    drafted = office.act(draft_agreement, a_draft(office, a_case(office).id)).result
    return SignAgreement(drafted.id, 1, DAY)


@example(end_agreement)
def _(office):
    licence = a_licence(office, a_case(office).id)
    return EndAgreement(licence.id, None, DAY, "terminated", "Nothing was ever sold")
