"""Examples of what an officer can do with rights."""

from datetime import date
from fractions import Fraction

from action_examples import example
from action_examples.parts import a_case, an_organisation
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

DAY = date(2026, 9, 1)
HALF = Fraction(1, 2)


def fields(case_id, kind="provisional", **more) -> RightFields:
    return RightFields(kind, "US", "Virtual sensor", ((case_id, Fraction(1)),), **more)


def a_right(office) -> int:
    request = FileRight(fields(a_case(office).id, filed=date(2026, 8, 3)))
    return office.act(file_right, request).result


@example(file_right)
def _(office):
    return FileRight(fields(a_case(office).id, filed=DAY, application_number="63/112,233"))


@example(edit_right)
def _(office):
    right_id = a_right(office)
    owner = an_organisation(office, "Halden Research Foundation")
    grown = fields(1, "non_provisional", filed=DAY, parent_id=right_id)
    later = office.act(file_right, FileRight(grown)).result
    return EditRight(later, 1, fields(1, "continuation", filed=DAY, owners=(owner,)))


@example(share_right)
def _(office):
    right_id, other = a_right(office), a_case(office).id
    return ShareRight(right_id, 1, ((1, HALF), (other, HALF)), DAY)


@example(grant_right)
def _(office):
    return GrantRight(a_right(office), 1, DAY, "12,345,678")


@example(abandon_right)
def _(office):
    return AbandonRight(a_right(office), 1, DAY, "Too costly")
