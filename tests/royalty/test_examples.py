"""Every worked example of the published policies, to the cent."""

import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from techmgr.core.shares import parse_share
from techmgr.royalty.event import Event, Owed
from techmgr.royalty.explaining import parse_choice
from techmgr.royalty.fields import read_amount
from techmgr.royalty.policies import find, shipped
from techmgr.royalty.policy import factor_on
from techmgr.royalty.pool import Person
from techmgr.royalty.waterfall import run

EXAMPLES = tomllib.loads(Path(__file__).with_name("examples.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("example", EXAMPLES["example"], ids=lambda each: each["id"])
def test_example(example):
    policy = find(example["policy"], example.get("on", date(2026, 9, 14)))
    result = run(policy, event_of(policy, example))
    for parties, amount in example["expect"].items():
        got = sum(result.parties[party] for party in parties.split("+"))
        assert got == read_amount(amount, policy.currency), parties
    if "net" in example:
        assert result.net == read_amount(example["net"], policy.currency)
    assert sum(result.parties.values()) == result.received
    paid = {part.person.id: part.paid for part in result.parts}
    assert paid == amounts(policy, example.get("paid", {}))
    carried = {owed.to: owed.minor for owed in result.carried}
    assert carried == carried_of(policy, example)


def event_of(policy, example):
    def read(text):
        return read_amount(text, policy.currency)

    on = example.get("on", date(2026, 9, 14))
    names = ("expenses", "reserve", "patent_pool")
    owed = [Owed(name, read(example[name])) for name in names if name in example]
    owed += [Owed("expenses", read(n), to) for to, n in example.get("payers", {}).items()]
    first = next(policy.sharings)
    return Event(
        gross=read(example["gross"]) if "gross" in example else None,
        net=read(example["of_net"]) if "of_net" in example else None,
        owed=tuple(owed),
        currency=policy.currency,
        on=on,
        positions={first.id: Fraction(read(example.get("prior", "0"))) / factor_on(first, on)},
        counted=amounts(policy, example.get("counted", {})),
        chosen=dict(parse_choice(each) for each in example.get("choose", [])),
        people=tuple(person(policy, each) for each in example.get("people", [])),
    )


def person(policy, text):
    name, _, rest = text.partition(" ")
    return Person(
        name,
        name,
        share=parse_share(rest.split("%")[0] + "%") if "%" in rest else None,
        disclaims="disclaims" in rest,
        main=rest.endswith("main"),
        had=read_amount(rest.removeprefix("had "), policy.currency) if "had" in rest else 0,
    )


def amounts(policy, table):
    return {name: read_amount(text, policy.currency) for name, text in table.items()}


def carried_of(policy, example):
    if "carried" in example:
        return {"costs": read_amount(example["carried"], policy.currency)}
    return amounts(policy, example.get("carried_to", {}))


def test_every_shipped_policy_has_an_example():
    """JHU-2 and others share a run; nobody ships a policy without one."""
    with_example = {find(e["policy"], e.get("on", date(2026, 9, 14))) for e in EXAMPLES["example"]}
    assert {p.title for p in shipped()} == {p.title for p in with_example}


def test_every_shipped_policy_says_where_it_is_from():
    assert [policy.name for policy in shipped() if not policy.source] == []
