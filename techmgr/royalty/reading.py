"""A policy file (TOML) read into a checked policy, or refused in words."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from techmgr.core.days import parse_day
from techmgr.core.errors import Problems, UserError, refuse_if
from techmgr.core.shares import Rounding
from techmgr.core.texts import say
from techmgr.royalty.checking import problems_of
from techmgr.royalty.fields import Fields, exact_share
from techmgr.royalty.policy import (
    BALANCE,
    GROSS,
    Cap,
    Counts,
    Index,
    Party,
    Payroll,
    Period,
    Policy,
    Selector,
    Share,
    Sharing,
    Step,
    Tier,
)

REMAINDER = "remainder"


def read_policy(path: Path) -> Policy:
    """Read a policy file. Raises UserError (or Problems) naming every place that is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise UserError(say("“{path}” cannot be read as a text file.", path=str(path))) from None
    try:
        return parse_policy(text)
    except UserError as error:
        raise _in_file(path, error) from None


def _in_file(path: Path, error: UserError) -> UserError:
    """Name the file, and for each problem its place."""
    problems = error.problems if isinstance(error, Problems) else [error]
    named = [
        UserError(say("{file}: {text}", file=path.name, text=each.text), field=each.field)
        for each in problems
    ]
    return named[0] if len(named) == 1 else Problems(named)


def parse_policy(text: str) -> Policy:
    """Read the text of a policy file; checked, so that it can be run."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(say("This is not a policy file: {reason}.", reason=str(error))) from None
    problems: list[UserError] = []
    policy = read_table(table, problems)
    refuse_if(problems)
    refuse_if([_placed(each) for each in problems_of(policy)])
    return policy


def _placed(error: UserError) -> UserError:
    """Say where in the file it is: `step.shares.tier.2: The shares make 90 %.`"""
    if not error.field:
        return error
    return UserError(say("{place}: {text}", place=error.field, text=error.text), field=error.field)


def read_table(table: Mapping[str, Any], problems: list[UserError]) -> Policy:
    """Read a policy's table, adding to `problems` what cannot be read; it is not checked yet."""
    fields = Fields(table, "", problems)
    counts = fields.one_of("counts", Counts, Counts.MONEY)
    shares = counts is Counts.SHARES
    currency = fields.text("currency", "" if shares else None)
    money = "" if shares else currency
    policy = Policy(
        name=fields.text("name", None),
        title=fields.text("title", None),
        parties=tuple(
            _party(Fields(t, f"party.{t.get('id', n)}", problems, money))
            for n, t in enumerate(fields.tables("party"), 1)
        ),
        steps=tuple(
            _step(Fields(t, f"step.{t.get('id', n)}", problems, money))
            for n, t in enumerate(fields.tables("step"), 1)
        ),
        currency=currency,
        counts=counts,
        unit=fields.text("unit", "case"),
        rounding=fields.one_of("rounding", Rounding, Rounding.LARGEST_REMAINDER),
        residual=fields.text("residual"),
        valid_from=fields.day("valid_from"),
        valid_until=fields.day("valid_until"),
        selector=_selector(fields, problems),
        income=fields.texts("income"),
        year_end=_year_end(fields),
        also=fields.texts("also"),
        version=fields.text("version"),
        source=fields.text("source"),
        note=fields.text("note"),
        schedule=fields.text("schedule"),
        payroll=_payroll(fields, problems),
    )
    fields.close()
    return policy


def _year_end(fields: Fields) -> tuple[int, int]:
    text = fields.text("year_end", "12-31")
    try:
        day = parse_day(f"2001-{text}")
    except UserError:
        wrong = say("year_end: “{text}” is not a month and day such as 08-31.", text=text)
        fields.problems.append(UserError(wrong, field="year_end"))
        return (12, 31)
    return (day.month, day.day)


def _selector(outer: Fields, problems: list[UserError]) -> Selector:
    fields = Fields(outer.table("selector") or {}, "selector", problems)
    selector = Selector(
        by=fields.text("by", "received"),
        hired_from=fields.day("hired_from"),
        hired_until=fields.day("hired_until"),
        elected=fields.text("elected"),
    )
    fields.close()
    return selector


def _payroll(outer: Fields, problems: list[UserError]) -> Payroll | None:
    table = outer.table("payroll")
    if table is None:
        return None
    fields = Fields(table, "payroll", problems)
    payroll = Payroll(
        fields.share("counted") or exact_share("1"),
        fields.whole("months") or 0,
        fields.text("clause"),
    )
    fields.close()
    return payroll


def _party(fields: Fields) -> Party:
    party = Party(
        id=fields.text("id", None),
        label=fields.text("label", None),
        persons=fields.flag("persons"),
        lowest=fields.share("lowest"),
        highest=fields.share("highest"),
        one_of=fields.shares("one_of"),
        minimum=fields.share("minimum"),
        minimum_clause=fields.text("minimum_clause"),
        cap=_cap(fields, "cap"),
        person_cap=_cap(fields, "person_cap"),
        main_minimum=fields.share("main_minimum"),
        disclaimed_to=fields.text("disclaimed_to"),
        reverts_to=fields.text("reverts_to"),
        use=fields.text("use"),
        hold_below=fields.amount("hold_below") or 0,
    )
    fields.close()
    return party


def _cap(outer: Fields, key: str) -> Cap | None:
    table = outer.table(key)
    if table is None:
        return None
    fields = Fields(table, f"{outer.where}.{key}", outer.problems, outer.currency)
    cap = Cap(
        minor=fields.amount("amount") or 0,
        over=fields.one_of("over", Period, Period.LIFE),
        overflow=fields.text("overflow"),
        clause=fields.text("clause"),
    )
    fields.close()
    return cap


def _step(fields: Fields) -> Step | Sharing:
    tiers = tuple(
        _tier(Fields(table, f"{fields.where}.tier.{n}", fields.problems, fields.currency))
        for n, table in enumerate(fields.tables("tier"), 1)
    )
    step = _sharing(fields, tiers) if tiers else _deduction(fields)
    fields.close()
    return step


def _deduction(fields: Fields) -> Step:
    return Step(
        id=fields.text("id", None),
        label=fields.text("label", None),
        recipient=fields.text("recipient", None),
        rate=fields.share("rate"),
        amount=fields.amount("amount"),
        owed=fields.text("owed"),
        base=fields.text("base", GROSS),
        source=fields.text("source", BALANCE),
        floor=fields.amount("floor") or 0,
        cap=_cap(fields, "cap"),
        limit=fields.share("limit"),
        advance=fields.flag("advance"),
        valid_from=fields.day("from"),
        valid_until=fields.day("until"),
        line=fields.text("line"),
        clause=fields.text("clause"),
    )


def _sharing(fields: Fields, tiers: tuple[Tier, ...]) -> Sharing:
    small = fields.table("small")
    return Sharing(
        id=fields.text("id", None),
        label=fields.text("label", None),
        tiers=tiers,
        source=fields.text("source", BALANCE),
        key=fields.text("key", "case"),
        resets=fields.one_of("resets", Period, Period.LIFE),
        measured=fields.text("measured", "net"),
        index=tuple(
            _index(Fields(table, f"{fields.where}.index.{n}", fields.problems))
            for n, table in enumerate(fields.tables("index"), 1)
        ),
        small=None
        if small is None
        else _tier(Fields(small, f"{fields.where}.small", fields.problems, fields.currency)),
        clause=fields.text("clause"),
    )


def _index(fields: Fields) -> Index:
    index = Index(fields.factor("factor") or exact_share("1"), fields.day("until"))
    fields.close()
    return index


def _tier(fields: Fields) -> Tier:
    up_to, start = fields.amount("up_to"), fields.amount("from")
    table = fields.table("shares") or {}
    inner = Fields(table, f"{fields.where}.shares", fields.problems)
    shares = tuple(_share(inner, to, written) for to, written in table.items())
    fields.close()
    return Tier(shares, up_to, start)


def _share(fields: Fields, to: str, written: Any) -> Share:
    if written == REMAINDER:
        return Share(to, None)
    return Share(to, fields.share(to), str(written))
