"""Reads of rights: lists, those of a case, one right, the cases it serves, its family."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from techmgr.core.references import Reference, reference
from techmgr.docket.facts import unpacked_facts
from techmgr.docket.model import Deadline, DocketEvent, DocketRecord
from techmgr.patents.model import Right, RightCase, RightLink
from techmgr.patents.standing import GIVEN_UP, Known, standing
from techmgr.people.model import Organisation
from techmgr.storage.bulk import among
from techmgr.storage.search import Searched, searched
from techmgr.technology.model import Case

K = TypeVar("K", int, str)

AT_ONCE = 500  # ids in one statement
TERMS = (
    "us.term",
    "us.term.disclaimed",
    "us.term.design",
    "ep.term",
    "cn.term",
    "jp.term",
    "right.term",
)
_SAID_WORDS = 12  # of a filter


@dataclass(frozen=True, slots=True)
class RightRow:
    """A right as lists show it, on a day. `expires` is the last day, stated or computed by a rule."""

    id: int
    version: int
    kind: str
    country: str
    title: str
    application_number: str
    publication_number: str
    grant_number: str
    filed: date | None
    published: date | None
    granted: date | None
    expires: date | None
    state: str
    counsel: str
    parent_id: int | None
    cases: str
    is_followed: bool

    @property
    def number(self) -> str:
        """The number it is known by now: of the grant, else of the application."""
        return self.grant_number or self.application_number or self.publication_number

    @property
    def name(self) -> str:
        """Office and number, or title: "US 10,123,456"."""
        return f"{self.country} {self.number or self.title}"

    @property
    def day(self) -> str:
        """Its filing day as ISO text, for the order in a family."""
        return self.filed.isoformat() if self.filed else ""


def in_force(on: date) -> ColumnElement[bool]:
    """Return the condition on `patent_case`: the shares of a right that are in force on a day."""
    other = aliased(RightCase)
    newest = (
        select(func.max(other.from_day))
        .where(other.right_id == RightCase.right_id, other.from_day <= on)
        .correlate(RightCase)
        .scalar_subquery()
    )
    return RightCase.from_day == newest


def rights_of(session: Session, case_id: int, on: date) -> list[RightRow]:
    """Return the rights that serve a case on a day, first filing first."""
    mine = select(RightCase.right_id).where(RightCase.case_id == case_id, in_force(on))
    return rows_of(session, select(Right).where(Right.id.in_(mine)), on)


def right_rows(
    session: Session, *, today: date, words: str = "", limit: int = 1_000
) -> list[RightRow]:
    """Return rights, newest filing first; each word must begin or stand in a number or the title."""
    chosen = select(Right).where(*_worded(words))
    order = (Right.filed.is_(None), Right.filed.desc(), Right.id.desc())
    return rows_of(session, chosen.order_by(None).limit(limit), today, order)


def right_count(session: Session) -> int:
    """Return how many rights there are."""
    return session.scalar(select(func.count()).select_from(Right)) or 0


def right_by_id(session: Session, right_id: int, today: date) -> RightRow:
    """Return one right. Raises IndexError when there is none."""
    return rows_of(session, select(Right).where(Right.id == right_id), today)[0]


def cases_of_right(
    session: Session, right_id: int, on: date = date.max
) -> list[tuple[int, str, Fraction]]:
    """Return the cases a right serves on a day: id, number, exact share; the shares sum to one."""
    rows = session.execute(
        select(Case.id, Case.number, RightCase.numerator, RightCase.denominator)
        .join(Case, Case.id == RightCase.case_id)
        .where(RightCase.right_id == right_id, in_force(on))
        .order_by(RightCase.id)
    )
    return [(row[0], row[1], Fraction(row[2], row[3])) for row in rows]


def family_of(session: Session, right_id: int, today: date) -> list[RightRow]:
    """Return the whole family a right belongs to, first filing first."""
    ids = family_ids(session, [right_id])
    return rows_of(session, select(Right).where(Right.id.in_(ids)), today)


def family_ids(session: Session, right_ids: Sequence[int]) -> set[int]:
    """Return the ids of the whole families some rights belong to; one read of links a generation."""
    found, fresh = set(right_ids), set(right_ids)
    while fresh:
        near: set[int] = set()
        for some in in_parts(sorted(fresh)):
            touching = or_(among(RightLink.right_id, some), among(RightLink.earlier_id, some))
            for pair in session.execute(
                select(RightLink.right_id, RightLink.earlier_id).where(touching)
            ):
                near.update(pair)
        fresh = near - found
        found |= fresh
    return found


def links_of(session: Session, right_ids: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    """Return what rights grew from, in the order recorded: (earlier id, how) by the later one's id."""
    found: dict[int, list[tuple[int, str]]] = {}
    for some in in_parts(right_ids):
        columns = select(RightLink.right_id, RightLink.earlier_id, RightLink.kind)
        rows = columns.where(among(RightLink.right_id, some)).order_by(RightLink.id)
        for right_id, earlier_id, kind in session.execute(rows):
            found.setdefault(right_id, []).append((earlier_id, kind))
    return found


def in_parts(ids: Sequence[K]) -> Iterator[Sequence[K]]:
    """Yield ids in parts that fit into one statement."""
    for start in range(0, len(ids), AT_ONCE):
        yield ids[start : start + AT_ONCE]


def rows_of(
    session: Session, chosen: Select[Right], today: date, order: tuple[Any, ...] = ()
) -> list[RightRow]:
    """Return chosen rights as rows, with where each stands on a day; a few reads for all of them."""
    joined = chosen.add_columns(Organisation.name).outerjoin(
        Organisation, Organisation.id == Right.counsel_id
    )
    by = order or (Right.filed.is_(None), Right.filed, Right.id)
    found = [(right, counsel) for right, counsel in session.execute(joined.order_by(*by))]
    ids = [right.id for right, _ in found]
    more = _More(session, ids, today)
    return [_row(right, counsel or "", more, today) for right, counsel in found]


class _More:
    """What rows need beyond their own record, read for all of them at once."""

    def __init__(self, session: Session, ids: Sequence[int], today: date) -> None:
        self.links = links_of(session, ids)
        self.taken_further = _taken_further(session, ids)
        self.ends = _ends(session, ids, today)
        self.terms = _terms(session, ids)
        self.cases = _case_numbers(session, ids, today)


def _row(right: Right, counsel: str, more: _More, today: date) -> RightRow:
    ended, given_up = more.ends.get(right.id, (None, False))
    last_day = right.expires or more.terms.get(right.id)
    known = Known(
        right.kind,
        right.filed,
        right.published,
        right.granted,
        last_day,
        bool(right.application_number),
        bool(right.grant_number),
        ended,
        given_up,
        right.id in more.taken_further,
    )
    links = more.links.get(right.id)
    return RightRow(
        id=right.id,
        version=right.version,
        kind=right.kind,
        country=right.country,
        title=right.title,
        application_number=right.application_number,
        publication_number=right.publication_number,
        grant_number=right.grant_number,
        filed=right.filed,
        published=right.published,
        granted=right.granted,
        expires=last_day,
        state=standing(known, today).value,
        counsel=counsel,
        parent_id=links[0][0] if links else None,
        cases=", ".join(more.cases.get(right.id, ())),
        is_followed=right.is_followed,
    )


def _taken_further(session: Session, ids: Sequence[int]) -> set[int]:
    """Return the filings from which a later filing grew."""
    found: set[int] = set()
    for some in in_parts(ids):
        found.update(
            session.scalars(
                select(RightLink.earlier_id)
                .join(Right, Right.id == RightLink.right_id)
                .where(RightLink.earlier_id.in_(some))
                .where(or_(Right.filed.is_not(None), Right.application_number != ""))
            )
        )
    return found


def _ends(session: Session, ids: Sequence[int], today: date) -> dict[int, tuple[date, bool]]:
    """Return the end of each right that has one not undone, and whether we gave it up."""
    found: dict[int, tuple[date, bool]] = {}
    for some in in_parts(ids):
        rows = session.execute(
            select(DocketRecord.subject, DocketEvent.kind, DocketEvent.on_day, DocketEvent.facts)
            .join(DocketRecord, DocketRecord.id == DocketEvent.docket_record_id)
            .where(DocketRecord.subject.in_([f"patent:{number}" for number in some]))
            .where(DocketEvent.kind.in_(("lapsed", "restored")), DocketEvent.on_day <= today)
            # On one day a restoration comes after the lapse.
            .order_by(DocketEvent.on_day, DocketEvent.kind, DocketEvent.id)
        )
        for subject, kind, day, facts in rows:
            number = reference(subject).id
            if kind == "restored":
                found.pop(number, None)
            elif number not in found:
                found[number] = day, unpacked_facts(facts).get("how") == GIVEN_UP
    return found


def _terms(session: Session, ids: Sequence[int]) -> dict[int, date]:
    found: dict[int, date] = {}
    for some in in_parts(ids):
        subjects = [str(Reference(Right.__tablename__, number)) for number in some]
        rows = session.execute(
            select(Deadline.subject, func.min(Deadline.legal))
            .where(Deadline.subject.in_(subjects), Deadline.rule.in_(TERMS))
            .group_by(Deadline.subject)
        )
        found |= {reference(subject).id: day for subject, day in rows}
    return found


def _case_numbers(session: Session, ids: Sequence[int], today: date) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for some in in_parts(ids):
        rows = session.execute(
            select(RightCase.right_id, Case.number)
            .join(Case, Case.id == RightCase.case_id)
            .where(RightCase.right_id.in_(some), in_force(today))
            .order_by(RightCase.id)
        )
        for number, case in rows:
            found.setdefault(number, []).append(case)
    return found


def _worded(words: str) -> list[ColumnElement[bool]]:
    """Return a condition for each word; signs inside numbers do not count."""
    found: list[ColumnElement[bool]] = []
    for word in words.split()[:_SAID_WORDS]:
        bare = "".join(sign for sign in word if sign.isalnum())
        places = [
            Right.title.icontains(word, autoescape=True),
            Right.country.istartswith(word, autoescape=True),
            Right.counsel_reference.icontains(word, autoescape=True),
        ]
        if bare:
            places.append(Right.bare_numbers.icontains(bare, autoescape=True))
        found.append(or_(*places))
    return found


searched(
    Searched(
        kind="patent",
        number=6,
        source=lambda: select(
            Right.id,
            Right.title.label("title"),
            (
                Right.country + " " + func.coalesce(
                    func.nullif(Right.grant_number, ""), Right.application_number
                )
            ).label("detail"),
            (
                Right.title
                + " "
                + Right.country
                + " "
                + Right.application_number
                + " "
                + Right.publication_number
                + " "
                + Right.grant_number
                + " "
                + Right.bare_numbers
                + " "
                + Right.counsel_reference
            ).label("words"),
        ),
        watches={"patent": "id"},
    )
)  # fmt: skip
