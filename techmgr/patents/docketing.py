"""What a right tells the docket: its dates, those of its family, and the filings of its cases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from techmgr.core.references import Reference
from techmgr.disclosure.queries import funding_agreement
from techmgr.docket.events import Fact
from techmgr.docket.following import FollowRecord, FollowRecords, Told, follow_records
from techmgr.docket.rulebook import shipped_rules
from techmgr.patents.model import Right, RightCase
from techmgr.patents.queries import cases_of_right, family_ids
from techmgr.storage.unit import Unit
from techmgr.technology.model import Case

_TYPES = {
    "provisional": "provisional",
    "non_provisional": "nonprovisional",
    "pct": "pct",
    "regional": "nonprovisional",
    "national": "nonprovisional",
    "continuation": "nonprovisional",
    "continuation_in_part": "nonprovisional",
    "divisional": "nonprovisional",
    "reissue": "reissue",
    "utility_model": "utility_model",
    "design": "design",
    "trademark": "trade_mark",
    "plant_variety": "plant",
}
_FILED = {"provisional": "filed.provisional", "pct": "filed.pct"}
_LATER = frozenset({"continuation", "continuation_in_part", "divisional", "national", "reissue"})
# A relative's filing meets what is due here, and sets off nothing itself: no rule has these facts.
_RELATIVE: dict[str, Fact] = {"country": "", "type": "relative", "funding_agreement": ""}


@dataclass(frozen=True, slots=True)
class _Family:
    """The rights that grew from one first filing, by id."""

    rights: dict[int, Right]

    def ancestors(self, right: Right) -> Iterator[Right]:
        while right.parent_id is not None:
            right = self.rights[right.parent_id]
            yield right

    def children(self, right: Right) -> list[Right]:
        return [each for each in self.rights.values() if each.parent_id == right.id]


def is_docketed(right: Right) -> bool:
    """Tell whether there are rules for a right's kind: know-how and copyright have no such dates."""
    return right.kind in _TYPES


def follow_rights(unit: Unit, right_ids: Sequence[int]) -> None:
    """Tell the docket about these rights, their families and their cases, in one computing."""
    unit.session.flush()
    ids = {number for right_id in right_ids for number in family_ids(unit.session, right_id)}
    rows = unit.session.scalars(select(Right).where(Right.id.in_(ids)).order_by(Right.id))
    family = _Family({right.id: right for right in rows})
    requests = [
        _request(unit, family, right) for right in family.rights.values() if right.kind in _TYPES
    ]
    cases = {case_id for number in ids for case_id, _, _ in cases_of_right(unit.session, number)}
    requests += [_case_request(unit, case_id) for case_id in sorted(cases)]
    follow_records(unit, FollowRecords(tuple(requests)))


def _request(unit: Unit, family: _Family, right: Right) -> FollowRecord:
    shares = cases_of_right(unit.session, right.id)
    case_id = max(shares, key=lambda each: each[2])[0] if shares else None
    parent = family.rights.get(right.parent_id or 0)
    facts: dict[str, Fact | None] = {
        "country": right.country,
        "type": _TYPES[right.kind],
        "route": "pct" if parent is not None and parent.kind == "pct" else None,
        "filed": right.filed,
        "funding_agreement": funding_agreement(unit.session, case_id) if case_id else None,
    }
    told = (*_own(family, right), *_of_children(family, right))
    number = right.application_number or right.grant_number or right.title
    label = f"{right.country} {number}"
    return FollowRecord(right.reference, "patent", label, case_id, facts, told, ("patent",))


def _own(family: _Family, right: Right) -> Iterator[Told]:
    source = right.reference
    if right.filed is not None:
        yield Told(_FILED.get(right.kind, "filed"), right.filed, source)
        ancestors = [each for each in family.ancestors(right) if each.filed is not None]
        first = min(ancestors, key=lambda each: str(each.filed), default=right)
        if not ancestors:
            yield Told("first_filed", right.filed, source)
        if right.kind != "provisional" and first.filed is not None:
            yield Told("priority", first.filed, first.reference)
        relied = [each for each in ancestors if each.kind != "provisional"]
        if right.kind in _LATER and relied:
            earliest = min(relied, key=lambda each: str(each.filed))
            assert earliest.filed is not None, "chosen above"
            yield Told("filed.parent", earliest.filed, earliest.reference)
    if right.published is not None:
        yield Told("published", right.published, source)
    if right.granted is not None:
        yield Told("granted", right.granted, source)


def _of_children(family: _Family, right: Right) -> Iterator[Told]:
    for child in family.children(right):
        if child.filed is None or child.kind not in _TYPES:
            continue
        source = child.reference
        if right.kind == "pct":
            yield Told("national_entry", child.filed, source, _RELATIVE)
            kind = f"national_entry.{child.country.lower()}"
            if kind in shipped_rules().kinds:
                yield Told(kind, child.filed, source, _RELATIVE)
        elif child.kind == "pct":
            yield Told("filed.pct", child.filed, source, _RELATIVE)
        elif child.country != right.country:
            yield Told("foreign_filed", child.filed, source)
        elif right.kind == "provisional":
            yield Told("filed", child.filed, source, _RELATIVE)


def _case_request(unit: Unit, case_id: int) -> FollowRecord:
    """A case's bar dates are met by any of its filings."""
    case = unit.session.get_one(Case, case_id)
    rights = unit.session.scalars(
        select(Right)
        .join(RightCase, RightCase.right_id == Right.id)
        .where(RightCase.case_id == case_id, Right.filed.is_not(None))
        .order_by(Right.id)
    )
    told = tuple(each for right in rights if right.kind in _TYPES for each in _for_case(right))
    subject = Reference(Case.__tablename__, case_id)
    return FollowRecord(subject, "case", case.number, case_id, {}, told, ("patent",))


def _for_case(right: Right) -> Iterator[Told]:
    assert right.filed is not None, "asked for"
    yield Told(_FILED.get(right.kind, "filed"), right.filed, right.reference, _RELATIVE)
    if right.country in {"JP", "KR", "CA", "AU"}:
        yield Told(f"filed.{right.country.lower()}", right.filed, right.reference, _RELATIVE)
