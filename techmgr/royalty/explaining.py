"""What a policy makes of an amount, asked before anything is booked: explain, compare, print."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from techmgr.core.errors import UserError
from techmgr.core.money import Money, money
from techmgr.core.shares import parse_share
from techmgr.core.texts import Text, say, words
from techmgr.royalty.event import Event, Owed, Result
from techmgr.royalty.explain import Kind, Node
from techmgr.royalty.fields import read_amount
from techmgr.royalty.policies import policy_named
from techmgr.royalty.policy import Counts, Policy, factor_on
from techmgr.royalty.waterfall import run
from techmgr.royalty.work import show_amount

INDENT = 2
BEYOND = 4  # digits of an exact amount shown after the last minor unit


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a policy, in minor units: a gross with expenses, or a net; what came before."""

    on: date
    gross: int | None = None
    net: int | None = None
    expenses: int = 0
    prior: int = 0
    chosen: Mapping[str, Fraction] = field(default_factory=dict)


def explain(policy: Policy, question: Question) -> Result:
    """Run one amount through a policy. `prior` is the net of earlier events at the day's index."""
    if (question.gross is None) == (question.net is None):
        raise UserError(say("Give a gross or a net amount, one of the two."), field="gross")
    if question.net is not None and question.expenses:
        raise UserError(
            say("A net amount is after expenses: give the gross with expenses."), field="expenses"
        )
    for name, minor in (("expenses", question.expenses), ("prior", question.prior)):
        if minor < 0:
            raise UserError(say("The amount cannot be below zero."), field=name)
    return run(policy, _event(policy, question))


def _event(policy: Policy, question: Question) -> Event:
    first = next(policy.sharings)
    prior = question.prior / factor_on(first, question.on)
    owed = (Owed("expenses", question.expenses, label="Expenses"),) if question.expenses else ()
    return Event(
        gross=question.gross,
        net=question.net,
        owed=owed,
        currency=policy.currency,
        on=question.on,
        positions={first.id: prior} if prior else {},
        chosen=question.chosen,
    )


def ask(
    name: str,
    on: date,
    *,
    gross: str = "",
    net: str = "",
    expenses: str = "",
    prior: str = "",
    choose: tuple[str, ...] = (),
) -> Result:
    """Answer `policy explain`: everything as typed, a shipped name or a TOML file."""
    policy = policy_named(name, on)
    chosen = dict(parse_choice(each) for each in choose)
    return asked(policy, on, gross=gross, net=net, expenses=expenses, prior=prior, chosen=chosen)


def asked(
    policy: Policy,
    on: date,
    *,
    gross: str = "",
    net: str = "",
    expenses: str = "",
    prior: str = "",
    chosen: Mapping[str, Fraction] = MappingProxyType({}),
) -> Result:
    """Work amounts as typed through a policy; shares not chosen take the policy's default."""
    return explain(
        policy,
        Question(
            on,
            gross=_typed(policy, gross, "gross"),
            net=_typed(policy, net, "net"),
            expenses=_typed(policy, expenses, "expenses") or 0,
            prior=_typed(policy, prior, "prior") or 0,
            chosen=chosen,
        ),
    )


def _typed(policy: Policy, text: str, name: str) -> int | None:
    """Read an amount of the policy's currency, or a number of whole shares."""
    if not text:
        return None
    try:
        if policy.counts is not Counts.SHARES:
            return money(text, policy.currency).minor
        return read_amount(text.replace(" ", ""), "")
    except ValueError:
        raise UserError(
            say("“{text}” is not a number of whole shares.", text=text), field=name
        ) from None


def parse_choice(text: str) -> tuple[str, Fraction]:
    """Read PARTY=SHARE such as `creators=30%`."""
    party, equals, share = text.partition("=")
    if not equals:
        raise UserError(
            say("“{text}” is not a choice such as creators=30%.", text=text), field="choose"
        )
    return party.strip(), parse_share(share)


def rows(result: Result) -> list[dict[str, object]]:
    """Return the tree as plain rows for `--json`: exact amounts as fractions of minor units.

    Money is `{"amount": "133360.00", "currency": "USD"}`; whole shares have the currency "shares".
    """
    found = []
    parents: list[str] = []
    for depth, node in result.tree.walk():
        del parents[depth:]
        found.append(_plain(result, node, parents[-1] if parents else None))
        parents.append(node.id)
    return found


def _plain(result: Result, node: Node, parent: str | None) -> dict[str, object]:
    return {
        "id": node.id,
        "parent": parent,
        "kind": str(node.kind),
        "label": words(node.label, "en"),
        "party": node.recipient or None,
        "share": None if node.rate is None else str(node.rate),
        "base": node.base or None,
        "exact_minor": None if node.exact is None else str(node.exact),
        "amount": _money(result, node.minor),
        "clause": node.clause or None,
        "note": words(node.note, "en") if node.note else None,
    }


def _money(result: Result, minor: int) -> dict[str, str]:
    if result.policy.counts is Counts.SHARES:
        return {"amount": str(minor), "currency": "shares"}
    amount = Money(minor, result.event.currency or result.policy.currency)
    return {"amount": f"{amount.decimal:f}", "currency": amount.currency}


def printed(result: Result, language: str = "en") -> str:
    """Print the explanation as plain text: labels indented, share, amount aligned, then the clause."""
    rows = [_row(result, depth, node, language) for depth, node in result.tree.walk()]
    carried = [_carried(result, owed, language) for owed in result.carried]
    all_rows = rows + _altogether(result, language) + carried
    label, share, amount = (max(len(row[column]) for row in all_rows) for column in range(3))
    lines = [
        f"{row[0]:<{label}}  {row[1]:>{share}}  {row[2]:>{amount}}  {row[3]}".rstrip()
        for row in all_rows
    ]
    return "\n".join(lines)


def _row(result: Result, depth: int, node: Node, language: str) -> tuple[str, str, str, str]:
    remarks = [node.clause if node.kind in (Kind.TAKEN, Kind.SHARED, Kind.OWED) else ""]
    remarks += [words(text, language) for text in (arithmetic(result, node), node.note) if text]
    return (
        " " * INDENT * depth + words(node.label, language),
        node.written,
        show_amount(result.policy, result.event, node.minor),
        "; ".join(remark for remark in remarks if remark),
    )


def arithmetic(result: Result, node: Node) -> Text | None:
    """Say what was multiplied and what the rounding did."""
    if node.exact is None:
        return None
    exact = say("exact {exact}", exact=exact_text(result, node.exact))
    if node.rate is not None and node.base_minor is not None:
        exact = say(
            "{share} of {base} = {exact}",
            share=node.written,
            base=exact_text(result, node.base_minor),
            exact=exact_text(result, node.exact),
        )
    if node.extra and node.rank:
        return say("{sum}, with left-over unit no. {rank}", sum=exact, rank=node.rank)
    return exact


def exact_text(result: Result, minor: Fraction) -> str:
    """Show an exact amount with what lies beyond the last unit: 17,647.059, or 33,333.3333…"""
    whole, part = divmod(minor, 1)
    shown = show_amount(result.policy, result.event, whole)
    if not part:
        return shown
    digits, more = divmod(part * 10**BEYOND, 1)
    point = "" if "." in shown else "."
    return (
        f"{shown}{point}{digits:0{BEYOND}d}".rstrip("0")
        if not more
        else f"{shown}{point}{digits:0{BEYOND}d}…"
    )


def _altogether(result: Result, language: str) -> list[tuple[str, str, str, str]]:
    """Return a line for every party that gets something at more than one step."""
    steps: dict[str, set[str]] = {}
    for move in result.movements:
        steps.setdefault(move.to, set()).add(move.step)
    labels = {party.id: party.label for party in result.policy.parties}
    return [
        (
            words(say("{party} altogether", party=Text(labels.get(party, party))), language),
            "",
            show_amount(result.policy, result.event, minor),
            "",
        )
        for party, minor in result.parties.items()
        if len(steps.get(party, ())) > 1
    ]


def _carried(result: Result, owed: Owed, language: str) -> tuple[str, str, str, str]:
    label = say("Carried forward: {what}", what=Text(owed.label or owed.what))
    shown = show_amount(result.policy, result.event, owed.minor)
    return words(label, language), "", shown, ""
