"""What an officer does with policies: adopt a version, choose a share, record who elected which."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from sqlalchemy import select

from techmgr.core.checks import Checks
from techmgr.core.shares import show_share
from techmgr.core.texts import Text, say
from techmgr.people.checking import check_person
from techmgr.people.model import Person
from techmgr.royalty.choosing import choice_problems
from techmgr.royalty.gathering import dated
from techmgr.royalty.model import PolicyVersion
from techmgr.royalty.model_rules import ChosenShare, PolicyElection
from techmgr.royalty.policies import policy_text
from techmgr.royalty.queries_policies import is_used, policies_of_name
from techmgr.royalty.reading import parse_policy
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case
from techmgr.technology.recording import record
from techmgr.technology.steps import Step


@dataclass(frozen=True, slots=True)
class AdoptPolicy:
    """A policy the office distributes by from a day on: a shipped name, or its own text in TOML.

    Earlier versions of the same name end the day before, and so do those of the name it `replaces`.
    """

    valid_from: date
    name: str = ""
    text: str = ""
    valid_until: date | None = None
    replaces: str = ""


@dataclass(frozen=True, slots=True)
class EditPolicy:
    """A version's new text. Of one that a run has used it becomes a new version, from `valid_from` on."""

    policy_id: int
    text: str
    valid_from: date
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class RemovePolicy:
    """A version that no run has used yet, taken away; the one before goes on."""

    policy_id: int


@dataclass(frozen=True, slots=True)
class ChooseShare:
    """A party's share on one case from a day on, where the policy leaves it to be chosen."""

    case_id: int
    policy: str
    party: str
    share: Fraction
    valid_from: date
    reason: str


@dataclass(frozen=True, slots=True)
class ElectPolicy:
    """An inventor's choice, made once for all later inventions; `elected` is a policy's word for it."""

    person_id: int
    elected: str
    on_day: date


@action(undo=Undo.RESTORE)
def adopt_policy(unit: Unit, request: AdoptPolicy) -> int:
    """Store a policy the office follows and return its version's id. Refuses one that is not sound."""
    checks = Checks()
    checks.period(request.valid_from, request.valid_until, "valid_until")
    text = request.text or policy_text(request.name, request.valid_from)
    policy = parse_policy(text)
    same = select(PolicyVersion.id).where(
        PolicyVersion.name == policy.name, PolicyVersion.valid_from == request.valid_from
    )
    if unit.session.scalar(same) is not None:
        checks.wrong(_taken(policy.name, request.valid_from), "valid_from")
    checks.refuse()
    for before in _open_versions(unit, {policy.name, request.replaces}):
        if before.valid_from < request.valid_from:
            before.valid_until = request.valid_from - timedelta(days=1)
    return _store(unit, policy.name, request.valid_from, request.valid_until, text)


def _taken(name: str, day: date) -> Text:
    return say(
        "A version of “{name}” begins on {day} already: edit it, or choose another day.",
        name=name,
        day=day.isoformat(),
    )


def _store(unit: Unit, name: str, start: date, end: date | None, text: str) -> int:
    version = PolicyVersion(name=name, valid_from=start, valid_until=end, text=text)
    unit.add(version)
    unit.about(version.reference)
    return version.id


def _open_versions(unit: Unit, names: set[str]) -> list[PolicyVersion]:
    rows = select(PolicyVersion).where(PolicyVersion.name.in_(names))
    return list(unit.session.scalars(rows.where(PolicyVersion.valid_until.is_(None))))


@action(undo=Undo.RESTORE)
def edit_policy(unit: Unit, request: EditPolicy) -> int:
    """Save a policy's text and return the version's id: the same one until a run has used it.

    A used version never changes: the text becomes a new version from a later day, and the used one
    ends the day before. Refuses a policy that is not sound, and a day that is not after it.
    """
    checks = Checks()
    checks.period(request.valid_from, request.valid_until, "valid_until")
    version = unit.session.get_one(PolicyVersion, request.policy_id)
    policy = parse_policy(request.text)
    used = is_used(unit.session, version.id)
    if policy.name != version.name:
        checks.wrong(
            say("The name stays “{name}”: adopt the text to give another.", name=version.name),
            "name",
        )
    if used and request.valid_from <= version.valid_from:
        checks.wrong(
            say(
                "Distributions have used this version: say from which day after {day} the new one holds.",
                day=version.valid_from.isoformat(),
            ),
            "valid_from",
        )
    for other in _others(unit, version):
        if other.valid_from == request.valid_from:
            checks.wrong(_taken(policy.name, request.valid_from), "valid_from")
    checks.refuse()
    if used:
        version.valid_until = request.valid_from - timedelta(days=1)
        unit.session.flush()
        return _store(unit, policy.name, request.valid_from, request.valid_until, request.text)
    version.text, version.valid_from = request.text, request.valid_from
    version.valid_until = request.valid_until
    unit.about(version.reference)
    return version.id


def _others(unit: Unit, version: PolicyVersion) -> list[PolicyVersion]:
    rows = select(PolicyVersion).where(PolicyVersion.name == version.name)
    return list(unit.session.scalars(rows.where(PolicyVersion.id != version.id)))


@action(undo=Undo.RESTORE)
def remove_policy(unit: Unit, request: RemovePolicy) -> None:
    """Take a version away that no run has used; the one that ended for it is open again."""
    version = unit.session.get_one(PolicyVersion, request.policy_id)
    checks = Checks()
    if is_used(unit.session, version.id):
        checks.wrong(
            say("Distributions have used this version: it stays. Adopt another that follows it."),
            "policy_id",
        )
    checks.refuse()
    unit.about(version.reference)
    last_day = version.valid_from - timedelta(days=1)
    for other in _others(unit, version):
        if other.valid_until == last_day:
            other.valid_until = version.valid_until
    unit.session.delete(version)


@action(undo=Undo.RESTORE)
def choose_share(unit: Unit, request: ChooseShare) -> int:
    """Choose a party's share on a case from a day on; refuses what the policy's range does not offer."""
    checks = Checks()
    checks.day(request.valid_from, "valid_from")
    reason = checks.reason(request.reason)
    policies = policies_of_name(unit.session, request.policy)
    if not policies:
        checks.wrong(say("The office has no policy “{name}”.", name=request.policy), "policy")
    for policy in policies[-1:]:
        for problem in choice_problems(policy, {request.party: request.share}):
            checks.wrong(problem.text, "share")
    checks.refuse()
    case = unit.session.get_one(Case, request.case_id)
    unit.claim(case, None)
    row = unit.session.scalars(
        select(ChosenShare).where(
            ChosenShare.case_id == case.id,
            ChosenShare.policy == request.policy,
            ChosenShare.party == request.party,
            ChosenShare.valid_from == request.valid_from,
        )
    ).first() or ChosenShare(
        case_id=case.id,
        policy=request.policy,
        party=request.party,
        valid_from=request.valid_from,
    )
    row.numerator, row.denominator = request.share.numerator, request.share.denominator
    row.reason = reason
    unit.add(row)
    unit.about(case.reference)
    label = policies[-1].party(request.party).label
    text = say("{party}: {share} chosen", party=Text(label), share=show_share(request.share))
    record(unit, case.id, request.valid_from, Step.DISTRIBUTION, "money", text, case.reference)
    return row.id


@action(undo=Undo.RESTORE)
def elect_policy(unit: Unit, request: ElectPolicy) -> int:
    """Record which policy an inventor elected. Made once: a second election is refused."""
    checks = Checks()
    checks.day(request.on_day, "on_day")
    check_person(unit.session, checks, request.person_id, "person_id")
    rows = unit.session.scalars(select(PolicyVersion))
    offered = sorted({word for row in rows if (word := dated(row).selector.elected)})
    if request.elected not in offered:
        checks.wrong(
            say(
                "No policy of the office is elected by “{word}”. There are: {words}.",
                word=request.elected,
                words=offered,
            ),
            "elected",
        )
    before = unit.session.scalars(
        select(PolicyElection).where(PolicyElection.person_id == request.person_id)
    ).first()
    if before is not None:
        checks.wrong(
            say(
                "“{word}” was elected on {day}. The election is made once and stays.",
                word=before.elected,
                day=before.on_day.isoformat(),
            ),
            "elected",
        )
    checks.refuse()
    person = unit.session.get_one(Person, request.person_id)
    unit.claim(person, None)
    row = PolicyElection(person_id=person.id, elected=request.elected, on_day=request.on_day)
    unit.add(row)
    unit.about(person.reference)
    return row.id
