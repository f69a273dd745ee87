"""Examples of what an officer can do with rights."""

from datetime import date
from fractions import Fraction

from action_examples import example
from action_examples.parts import a_case
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

DAY = date(2026, 9, 1)


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
    return EditRight(right_id, 1, fields(1, "patent", filed=DAY))


@example(grant_right)
def _(office):
    return GrantRight(a_right(office), 1, DAY, "12,345,678")


@example(abandon_right)
def _(office):
    return AbandonRight(a_right(office), 1, DAY, "Too costly")
