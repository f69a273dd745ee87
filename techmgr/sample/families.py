"""Families abroad, a right shared by two cases, and rights without an application: all invented."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.days import add_months
from techmgr.docket.actions import RecordEvent, record_event
from techmgr.docket.actions_deadlines import MarkDone, mark_done
from techmgr.docket.queries import DeadlineFilter, due_within
from techmgr.patents.actions import FileRight, RightFields, ShareRight, file_right, share_right
from techmgr.patents.model import Right, RightCase, RightLink
from techmgr.patents.numbers import cn_check_digit, ep_check_digit
from techmgr.sample.story import Story
from techmgr.storage.office import Office
from techmgr.technology.model import Case

WHOLE = Fraction(1)
_FAMILIES = 5
_TAKEN_OVER = timedelta(days=20)  # counsel's list came in that long before today
_SOFTWARE = "Source code of the control program"
_KNOW_HOW = "Settings of the coating line that give an even layer"


@dataclass(frozen=True, slots=True)
class _Root:
    """A case's provisional and the application that converts it."""

    case_id: int
    provisional: int
    regular: int
    first: date
    filed: date


def take_over(story: Story) -> None:
    """Let counsel's list of the families abroad be recorded, shortly before today."""
    story.on(story.today - _TAKEN_OVER, lambda: _record(story))


def _record(story: Story) -> None:
    office, day = story.office, story.today - _TAKEN_OVER
    roots = office.read(_roots, day - timedelta(days=1_300))
    for place, root in enumerate(roots):
        _abroad(office, root, place, day)
    _pay(office, day)
    if len(roots) > 1:
        one, other = roots[0], roots[1]
        shares = ((one.case_id, Fraction(2, 3)), (other.case_id, Fraction(1, 3)))
        office.act(share_right, ShareRight(one.regular, None, shares, day))
        code = RightFields("software_copyright", "US", _SOFTWARE, _of(one), granted=day)
        _file(office, one, replace(code, grant_number="TXu 2-400-117"))
        _file(office, other, RightFields("know_how", "US", _KNOW_HOW, _of(other)))


def _pay(office: Office, day: date) -> None:
    """Mark the fees abroad that counsel paid before the list came; one is left for the officer."""
    rows = office.read(due_within, DeadlineFilter(day), day)
    paid = [row for row in rows if row.rule.startswith(("ep.", "jp.", "cn.")) and row.is_duty]
    chosen = tuple((row.id, row.version) for row in paid[1:])
    if chosen:
        office.act(mark_done, MarkDone(chosen, "Counsel's list of fees paid", day))


def _roots(session: Session, before: date) -> list[_Root]:
    """Return the oldest granted applications of licensed cases that grew from a provisional."""
    rows = session.execute(
        select(RightCase.case_id, RightLink.earlier_id, Right.id, Right.filed)
        .join(Right, Right.id == RightCase.right_id)
        .join(RightLink, RightLink.right_id == Right.id)
        .join(Case, Case.id == RightCase.case_id)
        .where(Case.status == "licensed", Right.kind == "non_provisional", Right.filed < before)
        .order_by(Right.filed.desc(), Right.id)
        .limit(_FAMILIES)
    )
    found = []
    for case_id, provisional, regular, filed in rows:
        first = session.get_one(Right, provisional).filed
        if first is not None and filed is not None:
            found.append(_Root(case_id, provisional, regular, first, filed))
    return found


def _of(root: _Root) -> tuple[tuple[int, Fraction], ...]:
    return ((root.case_id, WHOLE),)


def _abroad(office: Office, root: _Root, place: int, today: date) -> None:
    """An international application in three offices; at home a continuation and a divisional of it."""
    entered = add_months(root.first, 30) - timedelta(days=6 + place)
    serial = 18_000 + place * 137
    world = _file(
        office, root,
        _fields(root, "pct", "WO", root.filed, f"PCT/US{root.filed.year}/{serial:06}", root.provisional),
    )  # fmt: skip
    ep, cn = f"{entered:%y}7{serial:05}", f"{root.filed.year}8{serial:07}"
    numbers = {
        ("regional", "EP"): f"{ep}.{ep_check_digit(ep)}",
        ("national", "JP"): f"{entered.year}-{500_000 + serial}",
        ("national", "CN"): f"{cn}.{cn_check_digit(cn)}",
    }
    for (kind, country), number in numbers.items():
        _file(office, root, _fields(root, kind, country, entered, number, world))
    later = root.filed + timedelta(days=560)
    again = _file(
        office, root,
        _fields(root, "continuation", "US", later, f"18/{600_000 + serial:,}", root.regular),
    )  # fmt: skip
    if place == 0:
        divided = later + timedelta(days=200)
        fields = _fields(root, "divisional", "US", divided, f"18/{800_000 + serial:,}", again)
        _file(office, root, fields)
    subject = office.read(lambda session: session.get_one(Right, again).reference)
    office.act(record_event, RecordEvent(subject, "us.nonfinal", today - timedelta(days=40)))


def _fields(  # noqa: PLR0917 - as a list of filings is read
    root: _Root, kind: str, country: str, filed: date, number: str, parent: int
) -> RightFields:
    return RightFields(kind, country, "", _of(root), filed, number, parent_id=parent)


def _file(office: Office, root: _Root, fields: RightFields) -> int:
    """File with the title and counsel of the application at home, where nothing else is said."""

    def completed(session: Session) -> RightFields:
        home = session.get_one(Right, root.regular)
        return replace(
            fields,
            title=fields.title or home.title,
            counsel_id=home.counsel_id,
            counsel_reference=home.counsel_reference,
            entity_size="small" if fields.country == "US" else "",
        )

    return office.act(file_right, FileRight(office.read(completed))).result
