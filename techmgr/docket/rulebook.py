"""The book of all rules: read from files, checked as a whole, put in the order of computing."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise
from typing import Any

from techmgr.core.errors import UserError, refuse_if
from techmgr.core.paths import resource
from techmgr.core.texts import Text, say
from techmgr.docket.calendars import shipped_calendars
from techmgr.docket.events import EventKind
from techmgr.docket.rule_tables import delivery, rules_of
from techmgr.docket.rules import DEADLINE, Absolute, Delivery, Rule, Rulebook

BY_COUNTRY = "country"  # a rule's calendar when it is that of the record's own country


def read_rulebook(files: Mapping[str, str], calendars: Iterable[str]) -> Rulebook:
    """Read rules from TOML texts by file name. Raises Problems with everything wrong in them."""
    problems: list[UserError] = []
    rules: list[Rule] = []
    kinds: dict[str, EventKind] = {}
    deliveries: dict[str, tuple[Delivery, ...]] = {}
    absolute: list[Absolute] = []
    for name, text in files.items():
        table = _toml(name, text)
        kinds |= {each["kind"]: _kind(each) for each in table.get("event", ())}
        for each in map(delivery, table.get("delivery", ())):
            deliveries[each.code] = (*deliveries.get(each.code, ()), each)
        absolute += [_absolute(each) for each in table.get("absolute", ())]
        rules += _rules(table, problems)
    refuse_if(problems)
    return rulebook(rules, kinds, calendars, deliveries, tuple(absolute))


def rules_in(name: str, text: str) -> list[Rule]:
    """Read an office's own rules from a TOML text, to be put into the book by `with_rules`."""
    problems: list[UserError] = []
    rules = _rules(_toml(name, text), problems)
    refuse_if(problems)
    return rules


def tables_in(name: str, text: str) -> list[dict[str, Any]]:
    """Return the tables of the rules in a TOML text, each with the file's defaults in it."""
    return _tables(_toml(name, text))


def _tables(table: Mapping[str, Any]) -> list[dict[str, Any]]:
    rules = table.get("rule", ())
    return [_with_defaults(each, table.get("defaults", {})) for each in rules]


def _rules(table: Mapping[str, Any], problems: list[UserError]) -> list[Rule]:
    """Read the rules of a file; what is wrong in one is added to the problems."""
    rules: list[Rule] = []
    for each in _tables(table):
        try:
            rules += rules_of(each)
        except UserError as error:
            problems.append(error)
    return rules


def rulebook(
    rules: Iterable[Rule],
    kinds: Mapping[str, EventKind],
    calendars: Iterable[str],
    deliveries: Mapping[str, tuple[Delivery, ...]] | None = None,
    absolute: tuple[Absolute, ...] = (),
) -> Rulebook:
    """Check rules as a whole and put them in order. Raises Problems in words: loops, unknown names."""
    given, deliveries = list(rules), deliveries or {}
    known = {*calendars, BY_COUNTRY}
    problems = [
        UserError(problem, field=rule.code)
        for rule in given
        for problem in _problems(rule, given_codes(given), kinds, known, deliveries)
    ]
    refuse_if(problems + _overlaps(given))
    ordered = _ordered(given)
    return Rulebook(tuple(ordered), dict(kinds), deliveries, absolute, _places(ordered))


def given_codes(rules: Iterable[Rule]) -> frozenset[str]:
    """Return the codes of rules."""
    return frozenset(rule.code for rule in rules)


def with_rules(book: Rulebook, rules: Iterable[Rule], calendars: Iterable[str]) -> Rulebook:
    """Return the book with an office's own rules; each takes the place of others for its span of time.

    It replaces the version with the same conditions, or, where there is none, all of its code.
    """
    own = [replace(rule, own=True) for rule in rules]
    conditions: dict[str, set[object]] = {}
    for rule in book.rules:
        conditions.setdefault(rule.code, set()).add(rule.when)
    over: dict[str, list[Rule]] = {}
    for rule in own:
        over.setdefault(rule.code, []).append(rule)

    def left(rule: Rule) -> list[Rule]:
        replaced = [
            each
            for each in over.get(rule.code, ())
            if each.when == rule.when or each.when not in conditions[rule.code]
        ]
        return without_spans(rule, replaced)

    kept = [piece for rule in book.rules for piece in left(rule)]
    return rulebook([*kept, *own], book.kinds, calendars, book.deliveries, book.absolute)


def without_spans(rule: Rule, others: Iterable[Rule]) -> list[Rule]:
    """Return what is left of a rule outside the spans in which others are valid: none, one or several."""
    pieces = [(rule.valid_from or date.min, rule.valid_to or date.max)]
    for other in others:
        first, last = other.valid_from or date.min, other.valid_to or date.max
        pieces = [
            piece
            for start, end in pieces
            for piece in _around(start, end, first, last)
            if piece[0] <= piece[1]
        ]
    return [
        replace(
            rule,
            valid_from=None if start == date.min else start,
            valid_to=None if end == date.max else end,
        )
        for start, end in pieces
    ]


def _around(start: date, end: date, first: date, last: date) -> list[tuple[date, date]]:
    """Cut one span of days out of another."""
    if last < start or end < first:
        return [(start, end)]
    day, found = timedelta(days=1), []
    if first > start:
        found.append((start, first - day))
    if last < end:
        found.append((last + day, end))
    return found


@lru_cache
def shipped_rules() -> Rulebook:
    """Return the rules the program brings along."""
    return read_rulebook(_files(), shipped_calendars())


@lru_cache
def shipped_tables() -> Mapping[str, list[dict[str, Any]]]:
    """Return the tables of the rules the program brings along, by the name of their file."""
    return {
        name.removesuffix(".toml"): tables_in(name, text)
        for name, text in _files().items()
        if name != "events.toml"
    }


def _files() -> dict[str, str]:
    paths = sorted(resource("rules").glob("*.toml"))
    return {path.name: path.read_text(encoding="utf-8") for path in paths}


def texts_of(book: Rulebook) -> list[str]:
    """Return every text of the rules a person reads, for the catalogues: titles, remedies, notes."""
    found = [kind.title for kind in book.kinds.values()]
    found += [text for rule in book.rules for text in (rule.title, rule.remedy, rule.note)]
    found += [absolute.note for absolute in book.absolute]
    return [text for text in dict.fromkeys(found) if text]


def no_rules_for(book: Rulebook, country: str) -> Text | None:
    """Say that a country has no rules, so that its dates must be entered by hand; else None."""
    named = {name for rule in book.rules for name in rule.countries}
    if country in named:
        return None
    return say(
        "There are no deadline rules for {country}: ask counsel for the dates and enter them.",
        country=country,
    )


def _problems(
    rule: Rule,
    codes: frozenset[str],
    kinds: Mapping[str, EventKind],
    calendars: set[str],
    deliveries: Mapping[str, tuple[Delivery, ...]],
) -> list[Text]:
    found = []
    events = {*rule.triggers, *rule.met_by, *rule.ended_by, rule.only_after, rule.only_before}
    events |= {arm.start for arm in rule.arms if not arm.start.startswith(DEADLINE)}
    events |= {*rule.implied_by, *(arm.answered_by for arm in rule.arms)}
    found += [
        say("Rule {code}: “{name}” is not a kind of event.", code=rule.code, name=name)
        for name in sorted(events - {*kinds, ""})
    ]
    found += [
        say(
            "Rule {code} starts from the rule “{name}”, which does not exist.",
            code=rule.code,
            name=name,
        )
        for name in rule.builds_on
        if name not in codes
    ]
    if rule.calendar not in calendars:
        found.append(
            say("Rule {code}: there is no calendar “{name}”.", code=rule.code, name=rule.calendar)
        )
    if rule.delivery and rule.delivery not in deliveries:
        found.append(
            say(
                "Rule {code}: there is no way of delivery “{name}”.",
                code=rule.code,
                name=rule.delivery,
            )
        )
    return found


def _overlaps(rules: list[Rule]) -> list[UserError]:
    """Refuse two versions of one rule for one day; conditions may tell them apart."""
    versions: dict[tuple[str, object], list[Rule]] = {}
    for rule in rules:
        versions.setdefault((rule.code, rule.when), []).append(rule)
    return [
        UserError(
            say(
                "Rule {code} has two versions that are valid at the same time: end the older one.",
                code=code,
            ),
            field=code,
        )
        for (code, _), each in versions.items()
        if _overlap(each)
    ]


def _overlap(versions: list[Rule]) -> bool:
    ordered = sorted(versions, key=lambda rule: rule.valid_from or date.min)
    return any((a.valid_to or date.max) >= (b.valid_from or date.min) for a, b in pairwise(ordered))


def _ordered(rules: list[Rule]) -> list[Rule]:
    graph: dict[str, set[str]] = {}
    for rule in rules:
        graph.setdefault(rule.code, set()).update(rule.builds_on)
    try:
        rank = {code: place for place, code in enumerate(TopologicalSorter(graph).static_order())}
    except CycleError as error:
        raise UserError(
            say(
                "Rules go round in a loop: {loop}. One of them must start from an event.",
                loop=" → ".join(reversed(error.args[1])),
            )
        ) from error
    return sorted(rules, key=lambda rule: rank[rule.code])


def _places(rules: list[Rule]) -> dict[tuple[str, str], tuple[int, ...]]:
    found: dict[tuple[str, str], list[int]] = {}
    for place, rule in enumerate(rules):
        for trigger in rule.triggers:
            for country in rule.countries or ("",):
                found.setdefault((trigger, country), []).append(place)
    return {key: tuple(places) for key, places in found.items()}


def _toml(name: str, text: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(
            say("The rules in {file} cannot be read: {reason}.", file=name, reason=str(error))
        ) from error


def _with_defaults(table: Mapping[str, Any], defaults: Mapping[str, Any]) -> dict[str, Any]:
    """A rule's entry replaces the file's; conditions are added to the file's."""
    return {**defaults, **table, "when": {**defaults.get("when", {}), **table.get("when", {})}}


def _kind(table: Mapping[str, Any]) -> EventKind:
    return EventKind(
        code=table["kind"],
        title=table["title"],
        records=tuple(table.get("records", ())),
        office_codes=tuple(table.get("codes", ())),
        not_before=tuple(table.get("not_before", ())),
        once=table.get("once", False),
        first_governs=table.get("first_governs", False),
        undone_by=tuple(table.get("undone_by", ())),
    )


def _absolute(table: Mapping[str, Any]) -> Absolute:
    return Absolute(tuple(table["countries"]), table["citation"], table.get("note", ""))
