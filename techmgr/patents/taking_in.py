"""Rights taken in from files: found again by their numbers, followed by the docket from then on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.texts import say
from techmgr.intake.actions import import_rows
from techmgr.intake.dryrun import Write
from techmgr.intake.fields import Field, Key, Kind, Target
from techmgr.intake.incoming import Incoming, Line
from techmgr.intake.normalising import APPLICATION_NUMBER, NO_DAY, PATENT_NUMBER
from techmgr.intake.taking import Found, Taking, takes_in
from techmgr.office.queries import codes_by_word, settings_on
from techmgr.patents.actions_checks import NUMBERS, bare_numbers
from techmgr.patents.docketing import follow_rights
from techmgr.patents.model import Right, RightCase
from techmgr.patents.numbers import Which, read_number
from techmgr.patents.office_codes import codes_of, kind_of, office_of
from techmgr.patents.queries import in_force
from techmgr.storage.bulk import Tell, insert_rows, next_ids, update_rows
from techmgr.storage.unit import Unit
from techmgr.technology.model import Case

_APPLICATION = Field(
    "application_number",
    say("Application number"),
    names=("application_number", "application sn", "application no", "serial number", "申请号"),
    rules=APPLICATION_NUMBER,
    required=True,
)
_GRANT = Field(
    "grant_number",
    say("Patent number"),
    names=("patent_number", "patent no", "patent", "grant number", "专利号"),
    rules=PATENT_NUMBER,
    required=True,
)
_DAYS = (
    Field("filed", say("Filing date"), Kind.DAY, ("filing_date", "filed", "filed on", "申请日"), rules=(NO_DAY,)),
    Field("published", say("Publication date"), Kind.DAY, ("publication_date", "published"), rules=(NO_DAY,)),
    Field("granted", say("Grant date"), Kind.DAY, ("issue_date", "granted", "issue date", "授权日"), rules=(NO_DAY,)),
    Field("expires", say("Expiry date"), Kind.DAY, ("expiration date", "expires on", "expiry"), rules=(NO_DAY,)),
)  # fmt: skip
_TEXTS = frozenset({"application_number", "publication_number", "grant_number", "counsel_reference",
                    "entity_size"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class KnownRight:
    """A right as an import sees it."""

    id: int
    country: str
    values: Mapping[str, Any]
    is_followed: bool


class KnownRights:
    """All rights of the office by number. Linear in rights."""

    def __init__(self, session: Session) -> None:
        self.country = settings_on(session, date.max).country
        self.by_id: dict[int, KnownRight] = {}
        self._by_number: dict[tuple[str, Which, str], int] = {}
        for right in session.scalars(select(Right).order_by(Right.id)):
            values = {name: getattr(right, name) or None for name in _COLUMNS}
            self.put(KnownRight(right.id, right.country, values, right.is_followed))

    def put(self, right: KnownRight) -> None:
        """Add a right."""
        self.by_id[right.id] = right
        for name, which in NUMBERS.items():
            if number := right.values.get(name):
                key = (right.country, which, read_number(right.country, which, number).bare)
                self._by_number.setdefault(key, right.id)

    def numbered(self, which: Which, number: str | None, country: str = "") -> KnownRight | None:
        """Return the right with a number, in whatever form it is written, or None."""
        if not number:
            return None
        office = country or office_of(number, self.country)
        found = self._by_number.get((office, which, read_number(office, which, number).bare))
        return self.by_id[found] if found is not None else None

    def meant(self, values: Mapping[str, Any]) -> KnownRight | None:
        """Return the right a row means: by its application number, else by that of the grant."""
        country = values.get("country") or ""
        application = self.numbered(Which.APPLICATION, values.get("application_number"), country)
        return application or self.numbered(Which.GRANT, values.get("grant_number"), country)


def right_target(session: Session) -> Target:
    """Return what is taken in of a right: its application number says which, or else its patent number."""
    codes = codes_of(settings_on(session, date.max).country)
    kinds = {**codes_by_word(session, "right_kind"), **codes.kinds}
    sizes = {**codes_by_word(session, "entity_size"), **codes.entity_sizes}
    cases = dict(row for row in session.execute(select(Case.number, Case.id)))
    more = (
        Field("publication_number", say("Publication number"), names=("publication no", "公布号")),
        Field("country", say("Country or office"), names=("country", "office", "country code", "国家")),
        Field("title", say("Title"), names=("invention", "发明名称")),
        Field("kind", say("Kind"), Kind.CHOICE, ("application_type", "type", "kind"), choices=kinds),
        Field("entity_size", say("Entity size"), Kind.CHOICE, ("entity_status", "entity"), choices=sizes),
        Field("pta_days", say("Term adjustment, days"), Kind.NUMBER, ("pta_total_days", "pta")),
        Field("counsel_reference", say("Counsel's reference"), names=("attorney_docket", "docket number")),
        Field("case", say("Case number"), Kind.REFERENCE, ("case number", "case", "案号"), choices=cases),
    )  # fmt: skip
    fields = (_APPLICATION, _GRANT, *_DAYS, *more)
    return Target(
        "rights", say("Patents and other rights"), fields, ("application_number",),
        otherwise=("grant_number",),
    )  # fmt: skip


_COLUMNS = (
    "application_number", "publication_number", "grant_number", "country", "title", "kind",
    "filed", "published", "granted", "expires", "entity_size", "pta_days", "counsel_reference",
)  # fmt: skip


def _found(session: Session, _target: Target, file: Incoming) -> Found:
    known = KnownRights(session)
    cases = _cases_here(session)
    found: dict[Key, tuple[int, Mapping[str, Any]]] = {}
    for line in file.lines:
        right = known.meant(line.values)
        if right is not None:
            found[line.key] = (right.id, _as_written(right, line, cases.get(right.id, ())))
    return found


def _as_written(right: KnownRight, line: Line, cases: Sequence[int]) -> dict[str, Any]:
    """Return a right's values; a number in another form is no change, nor is the case of a right that has one."""
    values = dict(right.values)
    for name, which in NUMBERS.items():
        here, there = values.get(name), line.values.get(name)
        if here and there:
            same = (read_number(right.country, which, each).bare for each in (here, there))
            values[name] = there if len(set(same)) == 1 else here
    values["case"] = line.values.get("case") if cases else None
    if not line.values.get("pta_days"):
        values["pta_days"] = line.values.get("pta_days")
    return values


def _cases_here(session: Session) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    rows = select(RightCase.right_id, RightCase.case_id).where(in_force(date.max))
    for right_id, case_id in session.execute(rows):
        found.setdefault(right_id, []).append(case_id)
    return found


def _write(unit: Unit, _run_id: int, todo: Sequence[Write], tell: Tell) -> Sequence[int]:
    known = KnownRights(unit.session)
    fresh = iter(next_ids(unit.session, Right, sum(each.existing is None for each in todo)))
    ids: list[int] = []
    new, changed, shares = [], {}, []
    for each in todo:
        row = {name: each.values[name] for name in _COLUMNS if name in each.values}
        if each.existing is None:
            number = next(fresh)
            new.append({"id": number, **_DEFAULTS, **row, **_told(known.country, row)})
        else:
            number = each.existing.record
            if row:
                changed[number] = _changed(known.by_id[number], row)
        ids.append(number)
        if each.values.get("case"):
            shares.append(_whole(number, each.values["case"]))
    insert_rows(unit.session, Right, new, tell)
    update_rows(unit.session, Right, changed, tell)
    insert_rows(unit.session, RightCase, shares, lambda _rows: None)
    # The past of what is taken in is not asked for: from today on the docket answers for it.
    follow_rights(unit, ids, unit.today)
    return ids


_DEFAULTS: Mapping[str, Any] = {
    **dict.fromkeys(_COLUMNS),
    **dict.fromkeys(_TEXTS, ""),
    "pta_days": 0,
    "title": "",
}


def _told(otherwise: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what every new right has: office and kind by its numbers where the file is silent."""
    application, grant = row.get("application_number") or "", row.get("grant_number") or ""
    country = (row.get("country") or office_of(application or grant, otherwise)).upper()
    return {
        "country": country,
        "kind": row.get("kind") or kind_of(country, application, grant),
        "title": row.get("title") or application or grant,
        "bare_numbers": _bare(country, row),
    }


def _changed(right: KnownRight, row: Mapping[str, Any]) -> dict[str, Any]:
    values = {name: value or "" if name in _TEXTS else value for name, value in row.items()}
    if values.get("pta_days", 0) is None:
        values["pta_days"] = 0
    country = values.get("country") or right.country
    return {**values, "bare_numbers": _bare(country, {**right.values, **values})}


def _bare(country: str, row: Mapping[str, Any]) -> str:
    return bare_numbers(country, {name: row.get(name) or "" for name in NUMBERS})


def _whole(right_id: int, case_id: int) -> dict[str, Any]:
    return {
        "right_id": right_id,
        "case_id": case_id,
        "numerator": 1,
        "denominator": 1,
        "from_day": date.min,
    }


takes_in(Taking("rights", "patent", right_target, _found, _write, import_rows))
