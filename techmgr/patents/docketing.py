"""What rights tell the docket: their dates, those of their families, and the filings of their cases."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, NamedTuple

from sqlalchemy import Select, select

from techmgr.core.references import Reference
from techmgr.disclosure.model import Disclosure, DisclosureAward
from techmgr.disclosure.queries import funding_agreement
from techmgr.docket.events import Fact
from techmgr.docket.following import FollowRecord, FollowRecords, Told, follow_records
from techmgr.docket.model import DocketRecord
from techmgr.docket.recomputing import Change
from techmgr.docket.rulebook import shipped_rules
from techmgr.patents.model import Right, RightCase
from techmgr.patents.queries import family_ids, in_force, in_parts, links_of
from techmgr.patents.standing import Link
from techmgr.storage.bulk import among
from techmgr.storage.unit import Unit
from techmgr.technology.model import Case

TYPES = {
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
# A right that grew so takes the term of the earlier filing; one that claims priority has its own.
_LATER = frozenset(
    {Link.CONTINUATION, Link.CONTINUATION_IN_PART, Link.DIVISIONAL, Link.NATIONAL_PHASE,
     Link.REISSUE, Link.BENEFIT}
)  # fmt: skip
# A relative's filing meets what is due here, and sets off nothing itself: no rule has these facts.
_RELATIVE: dict[str, Fact] = {"country": "", "type": "relative", "funding_agreement": ""}


class _Right(NamedTuple):
    """What the docket is told from of a right: columns only, there may be 100,000."""

    id: int
    kind: str
    country: str
    title: str
    application_number: str
    grant_number: str
    filed: date | None
    published: date | None
    granted: date | None
    expires: date | None
    pta_days: int
    disclaimed_to: date | None
    is_followed: bool

    @property
    def reference(self) -> Reference:
        return Reference(Right.__tablename__, self.id)


_RIGHT: tuple[Any, ...] = tuple(getattr(Right, name) for name in _Right._fields)
_SHARE = (RightCase.right_id, RightCase.case_id, RightCase.numerator, RightCase.denominator)


@dataclass(frozen=True, slots=True)
class _Families:
    """Whole families of rights by id, with what each grew from and the cases each serves."""

    rights: Mapping[int, _Right]
    links: Mapping[int, Sequence[tuple[int, str]]]
    children: Mapping[int, Sequence[int]]
    cases: Mapping[int, Sequence[tuple[int, Fraction]]]

    def ancestors(self, right: _Right) -> list[tuple[_Right, str]]:
        """Return every filing a right grew from, near ones first, each once, with the first link to it."""
        found: dict[int, str] = {}
        todo = [right.id]
        for here in todo:
            for earlier, kind in self.links.get(here, ()):
                if earlier not in found and earlier != right.id:
                    found[earlier] = kind
                    todo.append(earlier)
        return [(self.rights[number], kind) for number, kind in found.items()]

    def main_case(self, right_id: int) -> int | None:
        """Return the case with the largest share in a right."""
        shares = self.cases.get(right_id, ())
        return max(shares, key=lambda each: each[1])[0] if shares else None


def is_docketed(right: _Right) -> bool:
    """Tell whether there are rules for a right's kind: know-how and copyright have no such dates."""
    return right.kind in TYPES


def follow_rights(
    unit: Unit, right_ids: Sequence[int], asked_from: date | None = None
) -> list[Change]:
    """Tell the docket about these rights, their families and their cases, in one computing.

    Returns which deadlines changed. Linear in rights: a few reads for all of them. Of rights
    followed for the first time, what ended before `asked_from` is not asked for.
    """
    unit.session.flush()
    families = _read(unit, right_ids)
    funded = _funded(unit, families)
    requests = [
        _request(families, right, funded, asked_from)
        for right in families.rights.values()
        if right.is_followed
    ]
    requests += _no_longer(unit, families)
    requests += _case_requests(unit, families, asked_from)
    return follow_records(unit, FollowRecords(tuple(requests)))


def _read(unit: Unit, right_ids: Sequence[int]) -> _Families:
    ids = sorted(family_ids(unit.session, right_ids))
    rights: dict[int, _Right] = {}
    cases: dict[int, list[tuple[int, Fraction]]] = {}
    for some in in_parts(ids):
        rows = unit.session.execute(select(*_RIGHT).where(among(Right.id, some)))
        rights |= {row.id: _Right(*row) for row in rows}
        of = select(*_SHARE).where(among(RightCase.right_id, some), in_force(unit.today))
        for right_id, case_id, *share in unit.session.execute(of.order_by(RightCase.id)):
            cases.setdefault(right_id, []).append((case_id, Fraction(*share)))
    links = links_of(unit.session, ids)
    children: dict[int, list[int]] = {}
    for number, of_right in links.items():
        for earlier, _ in of_right:
            children.setdefault(earlier, []).append(number)
    return _Families(rights, links, children, cases)


def _funded(unit: Unit, families: _Families) -> dict[int, date]:
    """Return the funding agreement of each case that has one; most cases have none."""
    with_award = select(Disclosure.case_id).join(
        DisclosureAward, DisclosureAward.disclosure_id == Disclosure.id
    )
    known = {case_id for of in families.cases.values() for case_id, _ in of}
    found = known & set(unit.session.scalars(with_award.distinct()))
    days = {case_id: funding_agreement(unit.session, case_id) for case_id in found}
    return {case_id: day for case_id, day in days.items() if day is not None}


def _request(
    families: _Families, right: _Right, funded: Mapping[int, date], asked_from: date | None
) -> FollowRecord:
    case_id = families.main_case(right.id)
    earlier = [families.rights[number] for number, _ in families.links.get(right.id, ())]
    has_rules = is_docketed(right)
    facts: dict[str, Fact | None] = {
        "country": right.country if has_rules else "",
        "type": TYPES.get(right.kind, right.kind),
        "route": "pct" if any(each.kind == "pct" for each in earlier) else None,
        "filed": _counted_from(families, right, right.filed)[0] if right.filed else None,
        "pta_days": right.pta_days or None,
        "funding_agreement": funded.get(case_id) if case_id else None,
    }
    told = (*_own(families, right), *_of_children(families, right)) if has_rules else ()
    number = right.grant_number or right.application_number or right.title
    label = f"{right.country} {number}"
    return FollowRecord(
        right.reference, "patent", label, case_id, facts, (*told, *_stated(right)), ("patent",),
        asked_from,
    )  # fmt: skip


def _no_longer(unit: Unit, families: _Families) -> list[FollowRecord]:
    """Take out what rights told that are not followed any more; what an officer entered stays."""
    idle = {str(each.reference): each for each in families.rights.values() if not each.is_followed}
    found: list[FollowRecord] = []
    for some in in_parts(sorted(idle)):
        known = select(DocketRecord.subject).where(DocketRecord.subject.in_(some))
        found += [
            FollowRecord(
                idle[subject].reference, "patent", idle[subject].title,
                families.main_case(idle[subject].id), {"country": ""}, (), ("patent",),
            )
            for subject in unit.session.scalars(known)
        ]  # fmt: skip
    return found


def _stated(right: _Right) -> Iterator[Told]:
    if right.disclaimed_to is not None:
        yield Told("us.disclaimed_to", right.disclaimed_to, right.reference)
    if right.expires is not None:
        yield Told("term_stated", right.expires, right.reference)


def _own(families: _Families, right: _Right) -> Iterator[Told]:
    source = right.reference
    if right.filed is not None:
        filed, teller = _counted_from(families, right, right.filed)
        yield Told(_FILED.get(right.kind, "filed"), filed, teller)
        yield from _of_ancestors(families, right, right.filed)
    if right.published is not None:
        yield Told("published", right.published, source)
    if right.granted is not None:
        yield Told("granted", right.granted, source)
        if right.country == "EP":
            yield Told("ep.grant_mentioned", right.granted, source)


def _counted_from(families: _Families, right: _Right, entered: date) -> tuple[date, Reference]:
    """Return the day a right's term and annuities count from, and who tells it.

    A national phase has the filing day of its international application (PCT Art. 11(3)); what is
    recorded as its own is the day it was entered.
    """
    for number, kind in families.links.get(right.id, ()):
        world = families.rights[number]
        if kind == Link.NATIONAL_PHASE and world.kind == "pct" and world.filed is not None:
            return world.filed, world.reference
    return entered, right.reference


def _of_ancestors(families: _Families, right: _Right, filed: date) -> Iterator[Told]:
    """Tell the priority, the earliest filing relied on, and the original of a reissue."""
    earlier = [(each, kind) for each, kind in families.ancestors(right) if each.filed is not None]
    first = min((each for each, _ in earlier), key=lambda each: str(each.filed), default=None)
    if first is None:
        yield Told("first_filed", filed, right.reference)
    if right.kind != "provisional":
        base = first or right
        assert base.filed is not None, "chosen above"
        yield Told("priority", base.filed, base.reference)
    relied = [
        each for each, kind in earlier if kind in _LATER and each.kind != "provisional"
    ]  # fmt: skip
    if relied:
        oldest = min(relied, key=lambda each: str(each.filed))
        assert oldest.filed is not None, "chosen above"
        yield Told("filed.parent", oldest.filed, oldest.reference)
    for number, kind in families.links.get(right.id, ()):
        original = families.rights[number]
        if kind == Link.REISSUE and original.granted is not None:
            yield Told("us.original_granted", original.granted, original.reference)


def _of_children(families: _Families, right: _Right) -> Iterator[Told]:
    for number in families.children.get(right.id, ()):
        child = families.rights[number]
        if child.filed is None or child.kind not in TYPES:
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


def _case_requests(unit: Unit, families: _Families, asked_from: date | None) -> list[FollowRecord]:
    """A case's bar dates are met by any of its filings. A case without filings need not be followed."""
    numbers = sorted({case_id for of in families.cases.values() for case_id, _ in of})
    told = {number: list[Told]() for number in numbers}
    names: dict[int, str] = {}
    followed: set[str] = set()
    for some in in_parts(numbers):
        named = select(Case.id, Case.number).where(among(Case.id, some))
        names |= dict(row for row in unit.session.execute(named))
        subjects = [f"technology:{number}" for number in some]
        known = select(DocketRecord.subject).where(DocketRecord.subject.in_(subjects))
        followed.update(unit.session.scalars(known))
        for case_id, *row in unit.session.execute(_filed_on(some, unit.today)):
            told[case_id] += _for_case(_Right(*row))
    return [
        FollowRecord(
            Reference(Case.__tablename__, number), "case", names[number], number, {},
            tuple(told[number]), ("patent",), asked_from,
        )
        for number in numbers
        if told[number] or f"technology:{number}" in followed
    ]  # fmt: skip


def _filed_on(cases: Sequence[int], on: date) -> Select[Any]:
    return (
        select(RightCase.case_id, *_RIGHT)
        .join(Right, Right.id == RightCase.right_id)
        .where(among(RightCase.case_id, cases), in_force(on))
        .where(Right.filed.is_not(None), Right.kind.in_(TYPES))
        .order_by(Right.id)
    )


def _for_case(right: _Right) -> Iterator[Told]:
    assert right.filed is not None, "asked for"
    yield Told(_FILED.get(right.kind, "filed"), right.filed, right.reference, _RELATIVE)
    if right.country in {"JP", "KR", "CA", "AU"}:
        yield Told(f"filed.{right.country.lower()}", right.filed, right.reference, _RELATIVE)
