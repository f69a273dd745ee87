"""Families taken in: an office's continuity data become links; relatives it does not have are noted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.texts import Text, say
from techmgr.intake.actions import import_rows
from techmgr.intake.dryrun import DryRun, Write
from techmgr.intake.fields import Field, Key, Kind, Target
from techmgr.intake.incoming import Incoming, Line, Refusal
from techmgr.intake.normalising import APPLICATION_NUMBER, NO_DAY, PATENT_NUMBER
from techmgr.intake.taking import Found, Taking, takes_in
from techmgr.patents.actions_checks import bare_numbers
from techmgr.patents.docketing import follow_rights
from techmgr.patents.model import Right, RightLink
from techmgr.patents.numbers import Which
from techmgr.patents.office_codes import codes_of, kind_of, office_of
from techmgr.patents.standing import Link, has_loop, link_between
from techmgr.patents.taking_in import KnownRight, KnownRights
from techmgr.storage.bulk import Tell, insert_rows, next_ids
from techmgr.storage.unit import Unit

PARENT, CHILD = "parent", "child"
_FIELDS = (
    Field(
        "application_number",
        say("Application number"),
        names=("application_number", "application sn", "申请号"),
        rules=APPLICATION_NUMBER,
        required=True,
    ),
    Field(
        "related_number",
        say("Related application"),
        names=("related_application_number", "parent application number", "relative"),
        rules=APPLICATION_NUMBER,
        required=True,
    ),
    Field(
        "relation",
        say("Relation"),
        Kind.CHOICE,
        names=("relation", "direction"),
        choices={PARENT: PARENT, CHILD: CHILD},
        required=True,
    ),
    Field("said", say("Relation in words"), names=("relation_description", "continuity")),
    Field("related_filed", say("Filing date of the related"), Kind.DAY, ("related_filing_date",), rules=(NO_DAY,)),
    Field("related_patent", say("Patent number of the related"), names=("related_patent_number",), rules=PATENT_NUMBER),
)  # fmt: skip


def family_target(_session: Session) -> Target:
    """Return what is taken in of a link: both applications and which came first say which one."""
    identity = ("application_number", "related_number", "relation")
    return Target("families", say("Families of rights"), _FIELDS, identity)


@dataclass(slots=True)
class _Links:
    """Stored links by both rights."""

    ids: dict[tuple[int, int], int] = field(default_factory=dict)
    earlier: dict[int, list[int]] = field(default_factory=dict)

    def put(self, later: int, earlier: int, number: int = 0) -> None:
        """Add a link."""
        self.ids[later, earlier] = number
        self.earlier.setdefault(later, []).append(earlier)


def _links(session: Session) -> _Links:
    found = _Links()
    for each in session.scalars(select(RightLink)):
        found.put(each.right_id, each.earlier_id, each.id)
    return found


def _pair(line: Line, one: int, related: int) -> tuple[int, int]:
    """Return (later, earlier)."""
    return (one, related) if line.values["relation"] == PARENT else (related, one)


def _both(known: KnownRights, line: Line) -> tuple[KnownRight | None, KnownRight | None]:
    return (
        known.numbered(Which.APPLICATION, line.values["application_number"]),
        known.numbered(Which.APPLICATION, line.values["related_number"]),
    )


def _found(session: Session, _target: Target, file: Incoming) -> Found:
    known, links = KnownRights(session), _links(session)
    found: dict[Key, tuple[int, Mapping[str, Any]]] = {}
    for line in file.lines:
        one, related = _both(known, line)
        if one is not None and related is not None:
            link = links.ids.get(_pair(line, one.id, related.id))
            if link is not None:
                found[line.key] = (link, line.values)
    return found


def _refusals(session: Session, file: Incoming, _run: DryRun, _today: date) -> list[Refusal]:
    """Refuse a link of an unknown right, against the order of the days, or that closes a loop."""
    known, links = KnownRights(session), _links(session)
    found = []
    for line in file.lines:
        one, related = _both(known, line)
        sentence = _wrong(line, one, related, links)
        if sentence is not None:
            text = line.values["related_number"]
            found.append(Refusal(line.row, file.columns["related_number"], text, sentence))
    return found


def _wrong(
    line: Line, one: KnownRight | None, related: KnownRight | None, links: _Links
) -> Text | None:
    if one is None:
        return say("No right has this number: import the applications as rights first.")
    here = one.values["filed"]
    there = related.values["filed"] if related is not None else line.values.get("related_filed")
    later, earlier = (here, there) if line.values["relation"] == PARENT else (there, here)
    if later and earlier and earlier > later:
        return say(
            "It grew from a filing of {earlier}, but was itself filed before, on {later}.",
            earlier=earlier.isoformat(),
            later=later.isoformat(),
        )
    if related is None:
        return None
    pair = _pair(line, one.id, related.id)
    if pair in links.ids:
        return None
    grown = {**links.earlier, pair[0]: [*links.earlier.get(pair[0], ()), pair[1]]}
    if has_loop(grown, pair[0]):
        return say("That filing grew from this one: a filing cannot grow from itself.")
    links.put(*pair)
    return None


def _write(unit: Unit, _run_id: int, todo: Sequence[Write], tell: Tell) -> Sequence[int]:
    known, links = KnownRights(unit.session), _links(unit.session)
    fresh_rights = iter(next_ids(unit.session, Right, len(todo)))
    fresh_links = iter(next_ids(unit.session, RightLink, len(todo)))
    rights: list[dict[str, Any]] = []
    rows: list[dict[str, Any]] = []
    ids: list[int] = []
    for each in todo:
        one, related = _both(known, each.line)
        assert one is not None, "rows without a right are refused"
        if related is None:
            row = _relative(known, one, each.line, next(fresh_rights))
            rights.append(row)
            related = KnownRight(row["id"], row["country"], row, is_followed=False)
            known.put(related)
        later, earlier = _pair(each.line, one.id, related.id)
        if (later, earlier) not in links.ids:
            number = next(fresh_links)
            links.put(later, earlier, number)
            kind = _kind(each.line, known.by_id[later], known.by_id[earlier])
            rows.append({"id": number, "right_id": later, "earlier_id": earlier, "kind": kind})
        ids.append(links.ids[later, earlier])
    insert_rows(unit.session, Right, rights, lambda _rows: None)
    insert_rows(unit.session, RightLink, rows, tell)
    follow_rights(unit, sorted({row["right_id"] for row in rows}), unit.today)
    return ids


def _relative(known: KnownRights, one: KnownRight, line: Line, number: int) -> dict[str, Any]:
    """Return a right that is known for its family only, until somebody says that it is followed."""
    application = line.values["related_number"]
    grant = line.values.get("related_patent") or ""
    country = office_of(application, known.country)
    numbers = {"application_number": application, "grant_number": grant}
    return {
        "id": number,
        "kind": kind_of(country, application, grant),
        "country": country,
        "title": one.values["title"],
        **numbers,
        "bare_numbers": bare_numbers(country, numbers),
        "filed": line.values.get("related_filed"),
        "published": None,
        "granted": None,
        "expires": None,
        "is_followed": False,
    }


def _kind(line: Line, later: KnownRight, earlier: KnownRight) -> str:
    """Return how it grew, as the office says it; a provisional only converts within its own office."""
    said = codes_of(later.country).link(line.values.get("said") or "")
    if said not in {None, Link.CONVERSION}:
        return str(said)
    later_kind, earlier_kind = later.values["kind"], earlier.values["kind"]
    return link_between(later_kind, later.country, earlier_kind, earlier.country).value


takes_in(Taking("families", "patent_link", family_target, _found, _write, import_rows, _refusals))
