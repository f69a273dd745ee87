"""Reads of rights: those of a case, one right, its family."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, aliased

from techmgr.patents.model import Right, RightCase
from techmgr.people.model import Organisation
from techmgr.storage.search import Searched, searched
from techmgr.technology.model import Case


@dataclass(frozen=True, slots=True)
class RightRow:
    """A right as lists show it."""

    id: int
    version: int
    kind: str
    country: str
    title: str
    application_number: str
    grant_number: str
    filed: date | None
    granted: date | None
    expires: date | None
    state: str
    counsel: str
    parent_id: int | None


def rights_of(session: Session, case_id: int) -> list[RightRow]:
    """Return the rights of a case, first filing first."""
    mine = select(RightCase.right_id).where(RightCase.case_id == case_id)
    return _rows(session, _rights().where(Right.id.in_(mine)))


def right_rows(session: Session, *, limit: int = 1_000) -> list[RightRow]:
    """Return all rights, first filing first."""
    return _rows(session, _rights().limit(limit))


def right_by_id(session: Session, right_id: int) -> RightRow:
    """Return one right. Raises IndexError when there is none."""
    return _rows(session, _rights().where(Right.id == right_id))[0]


def cases_of_right(session: Session, right_id: int) -> list[tuple[int, str, Fraction]]:
    """Return the cases a right serves: id, number, exact share; the shares sum to one."""
    rows = session.execute(
        select(Case.id, Case.number, RightCase.numerator, RightCase.denominator)
        .join(Case, Case.id == RightCase.case_id)
        .where(RightCase.right_id == right_id)
        .order_by(RightCase.id)
    )
    return [(row[0], row[1], Fraction(row[2], row[3])) for row in rows]


def family_of(session: Session, right_id: int) -> list[RightRow]:
    """Return the whole family a right belongs to, parents before children."""
    return _rows(session, _rights().where(Right.id.in_(family_ids(session, right_id))))


def family_ids(session: Session, right_id: int) -> list[int]:
    """Return the ids of the whole family a right belongs to."""
    root = session.get_one(Right, right_id)
    while root.parent_id is not None:
        root = session.get_one(Right, root.parent_id)
    tree = select(Right.id).where(Right.id == root.id).cte("family", recursive=True)
    child = aliased(Right)
    tree = tree.union(select(child.id).join(tree, child.parent_id == tree.c.id))
    return list(session.scalars(select(tree.c.id)))


def _rights() -> Select[Right, str | None]:
    return (
        select(Right, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Right.counsel_id)
        .order_by(Right.filed, Right.id)
    )


def _rows(session: Session, rights: Select[Right, str | None]) -> list[RightRow]:
    return [
        RightRow(
            id=right.id,
            version=right.version,
            kind=right.kind,
            country=right.country,
            title=right.title,
            application_number=right.application_number,
            grant_number=right.grant_number,
            filed=right.filed,
            granted=right.granted,
            expires=right.expires,
            state=right.state,
            counsel=counsel or "",
            parent_id=right.parent_id,
        )
        for right, counsel in session.execute(rights)
    ]


searched(
    Searched(
        kind="patent",
        number=6,
        source=lambda: select(
            Right.id,
            Right.title.label("title"),
            (Right.country + " " + Right.application_number).label("detail"),
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
                + Right.counsel_reference
            ).label("words"),
        ),
        watches={"patent": "id"},
    )
)
