"""A policy written as the TOML file an officer edits; the form in the window saves through this."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from techmgr.core.money import Money
from techmgr.core.shares import Rounding
from techmgr.royalty.policy import (
    BALANCE,
    GROSS,
    NET,
    Cap,
    Counts,
    Index,
    Party,
    Policy,
    Selector,
    Sharing,
    Step,
    Tier,
)

Pairs = Iterator[tuple[str, object]]


def written_policy(policy: Policy) -> str:
    """Write a policy; reading it back gives an equal one. What is at its default is left out."""
    blocks = [_lines(_head(policy))]
    if policy.selector != Selector():
        blocks.append(_table("[selector]", _selector(policy.selector)))
    if policy.payroll is not None:
        payroll = policy.payroll
        pairs = [
            ("counted", payroll.counted),
            ("months", payroll.months),
            ("clause", payroll.clause),
        ]
        blocks.append(_table("[payroll]", iter(pairs)))
    currency = "" if policy.counts is Counts.SHARES else policy.currency
    blocks += [_party(party, currency) for party in policy.parties]
    blocks += [
        _sharing(step, currency) if isinstance(step, Sharing) else _step(step, currency)
        for step in policy.steps
    ]
    return "\n".join(blocks)


def written_table(table: Mapping[str, Any]) -> str:
    """Write a policy's table as it stands, sound or not; what is a list of tables comes last."""
    blocks = [_lines(_plain(table))]
    if "selector" in table:
        blocks.append(_table("[selector]", iter(table["selector"].items())))
    for name in ("party", "step"):
        blocks += [_block(name, each) for each in table.get(name, ())]
    return "\n".join(blocks)


def _block(name: str, table: Mapping[str, Any]) -> str:
    inner = [
        _table(f"[[{name}.{key}]]", iter(each.items()))
        for key in ("index", "tier")
        for each in table.get(key, ())
    ]
    return "\n".join([_table(f"[[{name}]]", _plain(table)), *inner])


def _plain(table: Mapping[str, Any]) -> Pairs:
    """Yield the entries that stand in the table itself, tables inside it on one line."""
    inner = ("selector", "party", "step", "index", "tier")
    return ((key, value) for key, value in table.items() if key not in inner)


def _head(policy: Policy) -> Pairs:
    yield "name", policy.name
    yield "title", policy.title
    yield "version", policy.version
    yield "also", policy.also
    yield "valid_from", policy.valid_from
    yield "valid_until", policy.valid_until
    yield "currency", policy.currency
    yield "counts", _unless(policy.counts, Counts.MONEY)
    yield "unit", policy.unit
    yield "rounding", _unless(policy.rounding, Rounding.LARGEST_REMAINDER)
    yield "residual", policy.residual
    yield "income", policy.income
    yield "year_end", f"{policy.year_end[0]:02}-{policy.year_end[1]:02}"
    yield "schedule", policy.schedule
    yield "source", policy.source
    yield "note", policy.note


def _selector(selector: Selector) -> Pairs:
    yield "by", selector.by
    yield "hired_from", selector.hired_from
    yield "hired_until", selector.hired_until
    yield "elected", selector.elected


def _party(party: Party, currency: str) -> str:
    pairs: list[tuple[str, object]] = [
        ("id", party.id),
        ("label", party.label),
        ("persons", party.persons or None),
        ("lowest", party.lowest),
        ("highest", party.highest),
        ("one_of", party.one_of),
        ("minimum", party.minimum),
        ("minimum_clause", party.minimum_clause),
        ("main_minimum", party.main_minimum),
        ("disclaimed_to", party.disclaimed_to),
        ("reverts_to", party.reverts_to),
        ("use", party.use),
        ("hold_below", _amount(party.hold_below or None, currency)),
    ]
    text = _table("[[party]]", iter(pairs))
    for name, cap in (("cap", party.cap), ("person_cap", party.person_cap)):
        text += f"\n{_table(f'[party.{name}]', _cap(cap, currency))}" if cap else ""
    return text


def _cap(cap: Cap, currency: str) -> Pairs:
    yield "amount", _amount(cap.minor, currency)
    yield "over", str(cap.over)
    yield "overflow", cap.overflow
    yield "clause", cap.clause


def _step(step: Step, currency: str) -> str:
    pairs: list[tuple[str, object]] = [
        ("id", step.id),
        ("label", step.label),
        ("rate", step.rate),
        ("amount", _amount(step.amount, currency)),
        ("owed", step.owed),
        ("base", _unless(step.base, GROSS)),
        ("source", _unless(step.source, BALANCE)),
        ("floor", _amount(step.floor or None, currency)),
        ("limit", step.limit),
        ("advance", step.advance or None),
        ("from", step.valid_from),
        ("until", step.valid_until),
        ("recipient", step.recipient),
        ("line", step.line),
        ("clause", step.clause),
    ]
    text = _table("[[step]]", iter(pairs))
    return text + (f"\n{_table('[step.cap]', _cap(step.cap, currency))}" if step.cap else "")


def _sharing(step: Sharing, currency: str) -> str:
    pairs: list[tuple[str, object]] = [
        ("id", step.id),
        ("label", step.label),
        ("source", _unless(step.source, BALANCE)),
        ("key", step.key),
        ("resets", str(step.resets)),
        ("measured", _unless(step.measured, NET)),
        ("clause", step.clause),
    ]
    tables = [_table("[[step]]", iter(pairs))]
    tables += [_table("[[step.index]]", _index(index)) for index in step.index]
    tables += [_table("[[step.tier]]", _tier(tier, currency)) for tier in step.tiers]
    if step.small is not None:
        tables.append(_table("[step.small]", _tier(step.small, currency)))
    return "\n".join(tables)


def _index(index: Index) -> Pairs:
    yield "until", index.until
    yield "factor", _exact(index.factor)


def _tier(tier: Tier, currency: str) -> Pairs:
    yield "from", _amount(tier.start, currency)
    yield "up_to", _amount(tier.up_to, currency)
    yield "shares", {share.to: share.written or _written(share.rate) for share in tier.shares}


def _unless(value: object, default: object) -> object:
    return None if value == default else value


def _amount(minor: int | None, currency: str) -> str | None:
    """Write minor units as a person types them: 3,000,000.00; whole shares as a number."""
    if minor is None:
        return None
    return f"{Money(minor, currency).decimal:,f}" if currency else str(minor)


def _written(rate: Fraction | None) -> str:
    return "remainder" if rate is None else _share(rate)


def _share(rate: Fraction) -> str:
    """Write a share as per cent where two decimals do, else as a fraction: 33.34 %, 1/3."""
    percent = rate * 100
    return (
        f"{_exact(percent)} %"
        if (percent * 100).denominator == 1
        else f"{rate.numerator}/{rate.denominator}"
    )


def _exact(number: Fraction) -> str:
    """Write a number that ends, exactly: 1.49398."""
    digits = 0
    while (number * 10**digits).denominator != 1:
        digits += 1
    whole, rest = divmod(int(number * 10**digits), 10**digits)
    return f"{whole}.{rest:0{digits}d}" if digits else str(whole)


def _table(name: str, pairs: Pairs) -> str:
    return f"{name}\n{_lines(pairs)}"


def _lines(pairs: Pairs) -> str:
    kept = ((key, value) for key, value in pairs if value not in (None, "", (), []))
    return "".join(f"{_key(key)} = {_value(value)}\n" for key, value in kept)


def _value(value: object) -> str:
    match value:
        case str():
            return _quoted(value)
        case Fraction():
            return _quoted(_share(value))
        case bool() | int() | date():
            return str(value).lower()
        case tuple() | list():
            return f"[{', '.join(_value(each) for each in value)}]"
        case dict():
            inner = ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items())
            return f"{{ {inner} }}"
        case _:
            raise TypeError(f"{value!r} has no place in a policy")


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _quoted(name)


def _quoted(text: str) -> str:
    """Quote a text as TOML asks for: backslashes, quotes and control characters escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return (
        '"' + "".join(c if c >= " " and c != "\x7f" else f"\\u{ord(c):04x}" for c in escaped) + '"'
    )
