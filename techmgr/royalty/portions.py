"""Amounts of an event get payees: each movement says on which account it is booked."""

from collections import Counter
from collections.abc import Iterator, Mapping

from sqlalchemy.orm import Session

from techmgr.core.references import reference
from techmgr.core.texts import Text, say
from techmgr.ledger.accounts import Account
from techmgr.people.model import Organisation
from techmgr.royalty.claims import EXPENSES, RESERVE
from techmgr.royalty.event import Movement, Result
from techmgr.royalty.explain import Kind, Node
from techmgr.royalty.outcome import SHARES, SMALLEST, Portion
from techmgr.royalty.policy import BALANCE, Policy, Sharing
from techmgr.technology.model import Case


def portions(
    session: Session, case_id: int, result: Result, instead: Mapping[str, tuple[str, str]]
) -> Iterator[Portion]:
    """Yield what each payee gets of an event; the amounts sum to what came in."""
    pools = {part.pool for part in result.parts}
    for (party_id, account), minor in _booked(result).items():
        if account is Account.PAYABLE and party_id in pools:
            yield from _persons(result, party_id, instead)
        elif minor:
            yield _party(session, case_id, result, (party_id, account), minor)


def _booked(result: Result) -> dict[tuple[str, Account], int]:
    """Return each party's amounts by the account they are booked on, parties as the policy lists them."""
    order = {party.id: place for place, party in enumerate(result.policy.parties)}
    totals: Counter[tuple[str, Account]] = Counter()
    for move in result.movements:
        totals[move.source, Account.PAYABLE] -= move.minor
        totals[move.to, _account(result.policy, move)] += move.minor
    passed_on = {step.source for step in result.policy.sharings} | {BALANCE}
    kept = [key for key in totals if key[0] not in passed_on]
    return {key: totals[key] for key in sorted(kept, key=lambda key: order.get(key[0], len(order)))}


def _account(policy: Policy, move: Movement) -> Account:
    """Say where a movement is booked: what others are owed is payable, a fee is the office's own."""
    step = next(each for each in policy.steps if each.id == move.step)
    if isinstance(step, Sharing) or move.to != step.recipient:
        return Account.PAYABLE
    if step.owed == EXPENSES:
        return Account.PATENT_COSTS
    if step.owed == RESERVE:
        return Account.RESERVE
    if any(each.id == move.to and each.persons for each in policy.parties):
        return Account.PAYABLE
    return Account.OFFICE_FEE


def _persons(
    result: Result, pool: str, instead: Mapping[str, tuple[str, str]]
) -> Iterator[Portion]:
    for part in result.parts:
        if part.pool == pool and part.paid:
            payee, name = instead.get(part.person.id, (part.person.id, part.person.name))
            account = Account.ESCROW if part.held else Account.PAYABLE
            # A person is held by the plan; a small part only by the policy, while it is divided.
            awaits = SHARES if part.person.held else SMALLEST if part.held else ""
            yield Portion(pool, payee, name, account, part.paid, part.node, part.held, awaits)


def _party(
    session: Session, case_id: int, result: Result, place: tuple[str, Account], minor: int
) -> Portion:
    party_id, account = place
    node = _node(result, party_id, account, minor)
    if party_id.startswith("organisation:"):
        name = session.get_one(Organisation, reference(party_id).id).name
        return Portion(party_id, party_id, name, account, minor, node)
    party = result.policy.party(party_id)
    if party.persons:
        why = say("Held: no inventors are recorded for this case.")
        name, payee = str(Text(party.label)), f"technology:{case_id}"
        return Portion(party_id, payee, name, Account.ESCROW, minor, node, why, SHARES)
    unit = _organisation(session, case_id, party_id) if account is Account.PAYABLE else None
    payee = f"organisation:{unit.id}" if unit else f"party:{party_id}"
    return Portion(party_id, payee, unit.name if unit else party.label, account, minor, node)


def _node(result: Result, party_id: str, account: Account, minor: int) -> str:
    """Return where a party's amount stands: the step that is booked on the account, or its share."""
    deducted = {each.id for each in result.policy.steps if not isinstance(each, Sharing)}

    def is_booked(node: Node) -> bool:
        step = node.id.partition(".")[0]
        if node.kind not in {Kind.TAKEN, Kind.OWED} or step not in deducted:
            return account is Account.PAYABLE
        return _account(result.policy, Movement(step, BALANCE, party_id, 0)) is account

    named = [node for _, node in result.tree.walk() if node.recipient == party_id]
    found = [node for node in named if is_booked(node)] or named or [result.tree]
    # One who bears a part only of a step stands below it: the amount tells which node it is.
    return next((each for each in found if abs(each.minor) == abs(minor)), found[0]).id


def _organisation(session: Session, case_id: int, party_id: str) -> Organisation | None:
    """A department's part goes to the case's department, the school's to what it belongs to."""
    department_id = session.get_one(Case, case_id).department_id
    department = session.get(Organisation, department_id) if department_id else None
    if department is None or party_id == "department":
        return department if party_id == "department" else None
    if party_id == "school" and department.parent_id is not None:
        return session.get(Organisation, department.parent_id)
    return None
