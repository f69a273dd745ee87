"""Reads of the office's policies: versions with what they are chosen by, and where they are used."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.royalty.gathering import dated
from techmgr.royalty.model import PolicyVersion, Run, RunEvent, ShareDistribution
from techmgr.royalty.policy import Policy


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A policy version of the office; `events` is how much it has shared, in booked runs and drafts."""

    id: int
    name: str
    title: str
    valid_from: date
    valid_until: date | None
    selected_by: str
    income: tuple[str, ...]
    events: int
    text: str


def versions(session: Session) -> list[VersionRow]:
    """Return the office's policy versions by name, newest first."""
    used = (
        select(RunEvent.policy_id, func.count().label("events"))
        .group_by(RunEvent.policy_id)
        .subquery()
    )
    rows = session.execute(
        select(PolicyVersion, func.coalesce(used.c.events, 0))
        .outerjoin(used, used.c.policy_id == PolicyVersion.id)
        .order_by(PolicyVersion.name, PolicyVersion.valid_from.desc())
    )
    return [_row(version, int(events)) for version, events in rows]


def _row(version: PolicyVersion, events: int) -> VersionRow:
    policy = dated(version)
    return VersionRow(
        version.id,
        version.name,
        policy.title,
        version.valid_from,
        version.valid_until,
        policy.selector.by,
        policy.income,
        events,
        version.text,
    )


def version_by_id(session: Session, policy_id: int) -> VersionRow:
    """Return one version. Raises NoResultFound when there is none."""
    used = select(func.count()).select_from(RunEvent).where(RunEvent.policy_id == policy_id)
    return _row(session.get_one(PolicyVersion, policy_id), int(session.scalar(used) or 0))


def is_used(session: Session, policy_id: int) -> bool:
    """Tell whether a run or a distribution of shares used a version, booked or still a draft."""
    runs = select(RunEvent.id).join(Run, Run.id == RunEvent.run_id)
    shares = select(ShareDistribution.id).where(ShareDistribution.policy_id == policy_id)
    used = (runs.where(RunEvent.policy_id == policy_id), shares)
    return any(session.scalar(each.limit(1)) is not None for each in used)


def policies_of_name(session: Session, name: str) -> Sequence[Policy]:
    """Return the versions of a policy, parsed, the oldest first."""
    rows = select(PolicyVersion).where(PolicyVersion.name == name)
    return [dated(row) for row in session.scalars(rows.order_by(PolicyVersion.valid_from))]
