"""One deadline rule from its table of TOML; wrong entries are refused in words."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from string import Formatter
from typing import Any

from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say
from techmgr.docket.periods import Period, Unit
from techmgr.docket.rules import (
    Arm,
    Combination,
    Condition,
    Delivery,
    LateStep,
    Roll,
    Rule,
    ValidBy,
)

_UNITS = tuple(unit.value for unit in Unit)
_PLAIN = {
    "citation",
    "calendar",
    "first_day_counts",
    "plus_days",
    "delivery",
    "extensions",
    "hard",
    "only_after",
    "only_before",
    "met_before",
    "abandons",
    "kind",
    "remedy",
    "note",
}
KINDS = ("patent", "novelty", "federal", "agreement", "office", "advice", "term", "other")
_KIND_OF: dict[str, tuple[type, Text]] = {
    "extensions": (int, say("a whole number")),
    "hard": (bool, say("true or false")),
    "first_day_counts": (bool, say("true or false")),
    "met_before": (bool, say("true or false")),
    "abandons": (bool, say("true or false")),
}
_CODE = re.compile(r"[a-z0-9_]+([.-][a-z0-9_]+)*")
_READ = {
    "code",
    "title",
    "trigger",
    "when",
    "valid",
    "roll",
    "latest",
    "earliest",
    "at_most",
    "opens",
    "surcharge",
    "late",
    "met_by",
    "ended_by",
    "implied_by",
    "numbers",
    "from",
    "restarts",
    *_UNITS,
}


def rules_of(table: Mapping[str, Any]) -> list[Rule]:
    """Return the rule of a table, or one for each of its numbers (years of an annuity)."""
    code = str(table.get("code", "")) or str(table.get("title", "?"))
    try:
        rule = _rule(table)
        return _numbered(rule, table["numbers"]) if "numbers" in table else [rule]
    except UserError as error:
        raise UserError(_in_rule(code, error.text), field=code) from error
    except KeyError as error:
        text = say("“{entry}” is missing", entry=str(error.args[0]))
        raise UserError(_in_rule(code, text), field=code) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise UserError(_in_rule(code, say("{reason}", reason=str(error))), field=code) from error


def _in_rule(code: str, problem: Text) -> Text:
    return say("Rule {code}: {problem}.", code=code, problem=problem)


def _rule(table: Mapping[str, Any]) -> Rule:
    strangers = sorted(set(table) - _PLAIN - _READ)
    if strangers:
        raise UserError(say("“{entry}” is not an entry of a rule", entry=strangers[0]))
    _check_kinds(table)
    _title(table)
    triggers = _words(table["trigger"])
    valid = table.get("valid", {})
    return Rule(
        code=table["code"],
        title=table["title"],
        triggers=triggers,
        arms=_arms(table, triggers[0]),
        combination=Combination.EARLIEST if "earliest" in table else Combination.LATEST,
        when=conditions(table.get("when", {})),
        valid_from=_day(valid, "from"),
        valid_to=_day(valid, "to"),
        valid_by=ValidBy(valid.get("by", "event")),
        roll=Roll(table.get("roll", "forward")),
        at_most=_optional(table, "at_most"),
        opens=_optional(table, "opens"),
        surcharge=_optional(table, "surcharge"),
        late_steps=tuple(LateStep(**step) for step in table.get("late", ())),
        met_by=_words(table.get("met_by", ())),
        ended_by=_words(table.get("ended_by", ())),
        implied_by=_words(table.get("implied_by", ())),
        **_plain(table),
    )


def _check_kinds(table: Mapping[str, Any]) -> None:
    """Refuse an entry of the wrong kind: a word where a number belongs, an unknown way to roll."""
    for name in sorted(_PLAIN & table.keys()):
        kind, what = _KIND_OF.get(name, (str, say("text in quotes")))
        value = table[name]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise UserError(say("“{entry}” must be {kind}", entry=name, kind=what))
    if not _CODE.fullmatch(str(table["code"])):
        raise UserError(say("the code must be words with dots, such as us.issue_fee"))
    for name, value, known in (
        ("roll", table.get("roll", Roll.FORWARD), Roll),
        ("valid.by", table.get("valid", {}).get("by", ValidBy.EVENT), ValidBy),
        ("kind", table.get("kind", "other"), KINDS),
    ):
        words = [str(each) for each in known]
        if value not in words:
            raise UserError(
                say(
                    "“{value}” is none of {words} ({entry})",
                    value=str(value),
                    words=words,
                    entry=name,
                )
            )
    first, last = _day(table.get("valid", {}), "from"), _day(table.get("valid", {}), "to")
    if first and last and last < first:
        raise UserError(
            say("it would end on {last}, before it begins on {first}", first=first, last=last)
        )


def _title(table: Mapping[str, Any]) -> None:
    """Refuse blanks in a title other than that of the number, which only numbered rules fill."""
    blanks = {name for _, name, _, _ in Formatter().parse(table["title"]) if name is not None}
    if blanks - ({"number"} if "numbers" in table else set()):
        raise UserError(say("the title may hold no braces but those of a number"))


def _plain(table: Mapping[str, Any]) -> dict[str, Any]:
    if not table.get("citation"):
        raise UserError(say("“citation” is missing"))
    return {name: table[name] for name in _PLAIN if name in table}


def _arms(table: Mapping[str, Any], trigger: str) -> tuple[Arm, ...]:
    several = table.get("latest") or table.get("earliest")
    if several:
        return tuple(_arm(each, each["from"]) for each in several)
    return (_arm(table, table.get("from", trigger)),)


def _arm(table: Mapping[str, Any], start: str) -> Arm:
    plain = "code" in table  # a rule of one arm: its conditions and its span are the rule's own
    within = table.get("within")
    return Arm(
        start=start,
        period=period(table),
        when=() if plain else conditions(table.get("when", {})),
        answered_by=table.get("answered_by", ""),
        answered_within=period(within) if within else None,
        restarts=table.get("restarts", False),
        optional=table.get("optional", False),
    )


def period(table: Mapping[str, Any]) -> Period:
    """Read the one period of a table: `months = 12`, `days = {fact = "report_days", otherwise = 30}`."""
    named = [unit for unit in _UNITS if unit in table]
    if len(named) != 1:
        raise UserError(
            say("one period is needed, as days, weeks, months, month_ends or years")
            if not named
            else say("only one period may stand here, not {units}", units=named)
        )
    count = table[named[0]]
    if isinstance(count, Mapping):
        return Period(_whole(count["otherwise"]), Unit(named[0]), count["fact"])
    return Period(_whole(count), Unit(named[0]))


def _whole(count: Any) -> int:
    if not isinstance(count, int) or isinstance(count, bool) or abs(count) > 40_000:
        raise UserError(say("“{count}” is no count for a period", count=str(count)))
    return count


def _optional(table: Mapping[str, Any], name: str) -> Period | None:
    return period(table[name]) if name in table else None


def conditions(table: Mapping[str, Any]) -> tuple[Condition, ...]:
    """Read conditions: a word or words, `{not = [..]}`, or days `{from = .., to = ..}`."""
    return tuple(_condition(fact, wanted) for fact, wanted in table.items())


def _condition(fact: str, wanted: Any) -> Condition:
    if isinstance(wanted, Mapping):
        if not wanted.keys() & {"not", "from", "to"}:
            raise UserError(say("the condition on “{fact}” says nothing", fact=fact))
        return Condition(
            fact,
            none_of=frozenset(_words(wanted.get("not", ()))),
            first=_day(wanted, "from"),
            last=_day(wanted, "to"),
            unknown=wanted.get("unknown", False),
        )
    return Condition(fact, one_of=frozenset(_words(wanted)))


def delivery(table: Mapping[str, Any]) -> Delivery:
    """Read how notifications count as received."""
    valid = table.get("valid", {})
    return Delivery(
        code=table["code"],
        days=table.get("days", 0),
        free_days=table.get("free_days"),
        when=conditions(table.get("when", {})),
        valid_from=_day(valid, "from"),
        valid_to=_day(valid, "to"),
    )


def _numbered(rule: Rule, numbers: Mapping[str, Any]) -> list[Rule]:
    first, last, step = numbers["first"], numbers["last"], period(numbers)
    return [
        replace(
            rule,
            code=f"{rule.code}.{number}",
            number=number,
            arms=tuple(_longer(arm, step, number - first) for arm in rule.arms),
        )
        for number in range(first, last + 1)
    ]


def _longer(arm: Arm, step: Period, times: int) -> Arm:
    """Lengthen an arm that counts in the step's own unit; others stay (a deferral is once)."""
    if arm.period.unit is not step.unit:
        return arm
    longer = replace(arm.period, count=arm.period.count + step.count * times)
    return replace(arm, period=longer)


def _words(value: str | Iterable[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _day(table: Mapping[str, Any], name: str) -> date | None:
    day = table.get(name)
    if day is not None and type(day) is not date:
        raise UserError(say("“{day}” is not a date such as 2026-11-21", day=str(day)))
    return day
