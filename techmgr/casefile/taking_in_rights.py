"""The right that a row of a portfolio tells of: found again by its number, made once."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.texts import say
from techmgr.intake.dryrun import Write
from techmgr.intake.fields import Field, Kind
from techmgr.intake.model import ImportedText
from techmgr.intake.normalising import APPLICATION_NUMBER, NO_DAY, PATENT_NUMBER
from techmgr.office.queries import settings_on
from techmgr.patents.actions_checks import bare_numbers
from techmgr.patents.docketing import follow_rights
from techmgr.patents.model import Right, RightCase
from techmgr.patents.numbers import Which, read_number
from techmgr.patents.queries import in_force
from techmgr.storage.bulk import Tell, insert_rows, next_ids, update_rows
from techmgr.storage.unit import Unit

RIGHT = (
    Field(
        "patent_number",
        say("Patent number"),
        names=("patent no", "patent", "grant number", "专利号"),
        rules=PATENT_NUMBER,
    ),
    Field(
        "application_number",
        say("Application number"),
        names=("application sn", "application no", "serial number", "申请号"),
        rules=APPLICATION_NUMBER,
    ),
    Field("filed", say("Filing date"), Kind.DAY, names=("filed", "filed on"), rules=(NO_DAY,)),
    Field(
        "granted",
        say("Grant date"),
        Kind.DAY,
        names=("granted", "issue date", "issued on"),
        rules=(NO_DAY,),
    ),
    Field(
        "expires",
        say("Expiry date"),
        Kind.DAY,
        names=("patent expiration date", "expiration date", "expires on", "expiry"),
        rules=(NO_DAY,),
    ),
)
NAMES = tuple(each.key for each in RIGHT)
_WHICH = {"patent_number": Which.GRANT, "application_number": Which.APPLICATION}
_OFFICE = re.compile(r"(EP|WO|US|CN|JP|KR|DE|GB|FR|CA|AU|IN)\d")
_KINDS = {"EP": "regional", "WO": "pct"}
_NO_VALUES: Mapping[str, Any] = dict.fromkeys(NAMES)


@dataclass(frozen=True, slots=True)
class Known:
    """A right as it is stored, or as this import is about to store it."""

    id: int
    country: str
    values: Mapping[str, Any]
    cases: Mapping[int, Fraction]
    since: date = date.min  # from which day its cases have these shares


@dataclass(slots=True)
class Rights:
    """All rights, found by case or by number. Always true: both ways lead to the same ones."""

    country: str
    by_id: dict[int, Known] = field(default_factory=dict)
    by_case: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    by_number: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def put(self, right: Known) -> None:
        """Add a right, or put its new state in place of the old one."""
        self.by_id[right.id] = right
        for case_id in right.cases:
            if right.id not in self.by_case[case_id]:
                self.by_case[case_id].append(right.id)
        for name in _WHICH:
            if number := right.values.get(name):
                key = (name, right.country, bare(right.country, name, number))
                self.by_number.setdefault(key, right.id)

    def meant(self, case_id: int, values: Mapping[str, Any]) -> Known | None:
        """Return the right that a row about a case means: by number, else the only one it has."""
        own = self.by_case.get(case_id, [])
        numbers = [
            (name, country, bare(country, name, number))
            for name in _WHICH
            if (number := values.get(name))
            for country in [self.country_of(number)]
        ]
        found = [self.by_number[each] for each in numbers if each in self.by_number]
        found = [each for each in found if not self._differs(each, values.get("patent_number"))]
        mine = [each for each in found if each in own]
        chosen = mine or (own if len(own) == 1 else found)
        return self.by_id[chosen[0]] if chosen else None

    def _differs(self, right_id: int, patent_number: str | None) -> bool:
        """Two patents may have grown from one application."""
        known = self.by_id[right_id].values.get("patent_number")
        country, name = self.by_id[right_id].country, "patent_number"
        return bool(
            known
            and patent_number
            and bare(country, name, known) != bare(country, name, patent_number)
        )

    def values(self, case_id: int, said: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return what is stored of the right that a row about a case means."""
        right = self.meant(case_id, said)
        return right.values if right and case_id in right.cases else _NO_VALUES

    def country_of(self, number: str) -> str:
        """Return the office that gave a number: it may begin with its letters, as in EP1234567."""
        found = _OFFICE.match(number)
        return found[1] if found else self.country


def bare(country: str, name: str, number: str) -> str:
    """Return a number of an office without what people write in different ways."""
    return read_number(country, _WHICH[name], number).bare


def rights_here(session: Session) -> Rights:
    """Return the rights of the office, with the shares in force in the end."""
    shares: defaultdict[int, dict[int, Fraction]] = defaultdict(dict)
    since: dict[int, date] = {}
    for each in session.scalars(select(RightCase).where(in_force(date.max))):
        shares[each.right_id][each.case_id] = Fraction(each.numerator, each.denominator)
        since[each.right_id] = each.from_day
    rights = Rights(_country(session))
    rows = session.execute(
        select(
            Right.id,
            Right.country,
            Right.grant_number,
            Right.application_number,
            Right.filed,
            Right.granted,
            Right.expires,
        ).order_by(Right.id)
    )
    for number, country, *cells in rows:
        values = {name: cell or None for name, cell in zip(NAMES, cells, strict=True)}
        rights.put(Known(number, country, values, shares[number], since.get(number, date.min)))
    return rights


def write_rights(
    unit: Unit, rights: Rights, todo: Sequence[tuple[int, Write]], tell: Tell
) -> dict[int, tuple[str, date]]:
    """Make and change the rights that rows tell of; returns state and day by case.

    A right that several rows name serves their cases in equal shares, unless an officer settled
    other shares: then the number is kept as text, in question.
    """
    asked = [(case_id, each) for case_id, each in todo if _tells(each)]
    fresh = iter(next_ids(unit.session, Right, len(asked)))
    before = dict(rights.by_id)
    titles: dict[int, str] = {}
    unlinked = []
    touched: dict[int, int] = {}
    for case_id, write in asked:
        right = _merged(rights, case_id, write, fresh)
        if right is None:
            unlinked.append((case_id, write))
            continue
        rights.put(right)
        touched[case_id] = right.id
        titles.setdefault(right.id, str(write.line.values.get("title") or ""))
    changed = {number: rights.by_id[number] for number in dict.fromkeys(touched.values())}
    _store(unit, before, changed, titles, tell)
    _share(unit, before, changed)
    _question(unit, unlinked)
    # The past of what is taken in is not asked for: from today on the docket answers for it.
    follow_rights(unit, list(changed), unit.today)
    return {
        case_id: _protection(changed[number], unit.today) for case_id, number in touched.items()
    }


def _country(session: Session) -> str:
    return settings_on(session, date.max).country


def _tells(write: Write) -> bool:
    return any(write.values.get(name) for name in NAMES)


def _merged(rights: Rights, case_id: int, write: Write, fresh: Any) -> Known | None:
    """Return the right with what a row says, or None when its shares are settled otherwise."""
    said = {name: write.values[name] for name in NAMES if name in write.values}
    right = rights.meant(case_id, write.line.values)
    if right is None:
        number = said.get("patent_number") or said.get("application_number") or ""
        values = {**_NO_VALUES, **said}
        return Known(next(fresh), rights.country_of(number), values, {case_id: Fraction(1)})
    if case_id in right.cases:
        return replace(right, values={**right.values, **said})
    if len(set(right.cases.values())) > 1:
        return None
    share = Fraction(1, len(right.cases) + 1)
    filled = {name: value for name, value in said.items() if right.values.get(name) is None}
    cases = dict.fromkeys([*right.cases, case_id], share)
    return replace(right, values={**right.values, **filled}, cases=cases)


def _store(
    unit: Unit,
    before: Mapping[int, Known],
    changed: Mapping[int, Known],
    titles: Mapping[int, str],
    tell: Tell,
) -> None:
    new, other = [], {}
    for number, right in changed.items():
        row = {
            "grant_number": right.values["patent_number"] or "",
            "application_number": right.values["application_number"] or "",
            "filed": right.values["filed"],
            "granted": right.values["granted"],
            "expires": right.values["expires"],
        }
        row["bare_numbers"] = bare_numbers(
            right.country, {name: row[name] for name in ("grant_number", "application_number")}
        )
        if number not in before:
            kind = _KINDS.get(right.country, "non_provisional")
            made = {"id": number, "kind": kind, "country": right.country}
            new.append({**made, "title": titles[number], **row})
        elif right.values != before[number].values:
            other[number] = row
    insert_rows(unit.session, Right, new, lambda _rows: tell(0))
    update_rows(unit.session, Right, other, lambda _rows: tell(0))


def _share(unit: Unit, before: Mapping[int, Known], changed: Mapping[int, Known]) -> None:
    """Store the cases of rights; where a case joins, those that were there get less."""
    new = []
    smaller: dict[tuple[int, int], Fraction] = {}
    for number, right in changed.items():
        old = before[number].cases if number in before else {}
        for case_id, share in right.cases.items():
            if case_id not in old:
                new.append(_link(number, case_id, share, right.since))
            elif old[case_id] != share:
                smaller[number, case_id] = share
    if smaller:
        columns = select(RightCase.id, RightCase.right_id, RightCase.case_id).where(
            in_force(date.max)
        )
        ids = {(right, case): number for number, right, case in unit.session.execute(columns)}
        rows = {
            ids[pair]: {"numerator": share.numerator, "denominator": share.denominator}
            for pair, share in smaller.items()
        }
        update_rows(unit.session, RightCase, rows, lambda _rows: None)
    insert_rows(unit.session, RightCase, new, lambda _rows: None)


def _link(right_id: int, case_id: int, share: Fraction, since: date) -> dict[str, Any]:
    return {
        "right_id": right_id,
        "case_id": case_id,
        "numerator": share.numerator,
        "denominator": share.denominator,
        "from_day": since,
    }


def _question(unit: Unit, unlinked: Sequence[tuple[int, Write]]) -> None:
    sentence = say("The cases of this right have shares an officer settled: add the case there.")
    rows = [
        {
            "subject": f"technology:{case_id}",
            "column": "Right without a share",
            "text": str(
                write.values.get("patent_number") or write.values.get("application_number") or ""
            ),
            "question": sentence.message,
            "question_values": "{}",
        }
        for case_id, write in unlinked
    ]
    insert_rows(unit.session, ImportedText, rows, lambda _rows: None)


def _protection(right: Known, today: date) -> tuple[str, date]:
    """Return the state of a right and since when, as far as its dates tell."""
    filed, granted, expires = (right.values[name] for name in ("filed", "granted", "expires"))
    if expires is not None and expires < today:
        return "expired", expires
    if right.values["patent_number"] or granted:
        return "granted", granted or filed or today
    return "filed", filed or today
