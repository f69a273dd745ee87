"""A deadline rule said in a few sentences, and the events by which an example of it is computed."""

from collections.abc import Mapping, Sequence
from datetime import date

from techmgr.core.texts import Text, say
from techmgr.docket.calendars import Calendar
from techmgr.docket.compute import all_due
from techmgr.docket.due import Due
from techmgr.docket.events import Event, EventKind, Fact
from techmgr.docket.periods import period_words
from techmgr.docket.rulebook import BY_COUNTRY
from techmgr.docket.rules import DEADLINE, Arm, Combination, Condition, Roll, Rule, Rulebook


def rule_sentences(
    rule: Rule, kinds: Mapping[str, EventKind], calendars: Mapping[str, Calendar]
) -> list[Text]:
    """Say what a rule counts, from what, what moves the end, and what meets it."""
    said = [_counted(rule, kinds), _rolled(rule, calendars)]
    if rule.extensions:
        said.append(say("Extendable by up to {count} months.", count=rule.extensions))
    if rule.surcharge:
        period = period_words(rule.surcharge)
        said.append(say("With surcharge for {period} more.", period=period))
    if rule.opens:
        said.append(say("May be done {period} before.", period=period_words(rule.opens)))
    if rule.when:
        said.append(
            say("Only if: {conditions}.", conditions=[_condition(one) for one in rule.when])
        )
    for kind, name in ((rule.only_after, "after"), (rule.only_before, "before")):
        if kind:
            text = (
                say("Only ends after “{event}”.")
                if name == "after"
                else say("Only ends before “{event}”.")
            )
            said.append(Text(text.message, {"event": _title(kind, kinds)}))
    if rule.met_by:
        said.append(say("Met by: {events}.", events=[_title(kind, kinds) for kind in rule.met_by]))
    return said


def _counted(rule: Rule, kinds: Mapping[str, EventKind]) -> Text:
    arms = [_arm(arm, kinds) for arm in rule.arms]
    if len(arms) == 1:
        return say("{arm}.", arm=arms[0])
    if rule.combination is Combination.LATEST:
        return say("The latest of: {arms}.", arms=arms)
    return say("The earliest of: {arms}.", arms=arms)


def _arm(arm: Arm, kinds: Mapping[str, EventKind]) -> Text:
    values = {"period": period_words(arm.period), "start": _start(arm.start, kinds)}
    if arm.period.count < 0:
        return say("{period} before “{start}”", **values)
    return say("{period} from “{start}”", **values)


def _start(start: str, kinds: Mapping[str, EventKind]) -> Text:
    if start.startswith(DEADLINE):
        return say("deadline {code}", code=start.removeprefix(DEADLINE))
    return _title(start, kinds)


def _title(kind: str, kinds: Mapping[str, EventKind]) -> Text:
    return Text(kinds[kind].title) if kind in kinds else Text(kind)


def _rolled(rule: Rule, calendars: Mapping[str, Calendar]) -> Text:
    if rule.roll is Roll.NONE:
        return say("A closed day does not move it.")
    known = calendars.get(rule.calendar)
    name = Text(known.title) if known else Text(rule.calendar)
    if rule.calendar == BY_COUNTRY:
        name = say("the calendar of the record’s country")
    if rule.roll is Roll.BACK:
        return say("A closed day moves it back to the last open day ({calendar}).", calendar=name)
    return say("A closed day moves it on to the next open day ({calendar}).", calendar=name)


def _condition(condition: Condition) -> Text:
    fact = condition.fact
    if condition.first or condition.last:
        values = {"fact": fact, "first": condition.first or "…", "last": condition.last or "…"}
        return say("{fact} from {first} to {last}", **values)
    if condition.none_of:
        return say("{fact} is not {words}", fact=fact, words=sorted(condition.none_of))
    return say("{fact} is {words}", fact=fact, words=sorted(condition.one_of))


def example_dues(
    book: Rulebook, rules: Sequence[Rule], day: date, calendars: Mapping[str, Calendar]
) -> list[Due]:
    """Return what rules set for an event on a day, on a record that fulfils their conditions.

    Every event they count from or end after is taken to be on that day too.
    """
    codes = {rule.code for rule in rules}
    found: list[Due] = []
    for rule in rules:
        facts = _facts(book, rule)
        dues = all_due(
            book, [Event(kind, day, key=kind) for kind in _kinds(book, rule)], facts, calendars
        )
        found += [due for due in dues if due.rule.code == rule.code]
    return [due for due in found if due.rule.code in codes]


def _kinds(book: Rulebook, rule: Rule) -> list[str]:
    """The events of an example: the trigger, what it counts from, and those of the rules it builds on."""
    kinds = [rule.triggers[0], rule.only_after]
    for arm in rule.arms:
        if not arm.start.startswith(DEADLINE):
            kinds += [] if arm.answered_by or arm.optional else [arm.start]
    for code in rule.builds_on:
        kinds += _kinds(book, book.rule(code))
    return [kind for kind in dict.fromkeys(kinds) if kind]


def _facts(book: Rulebook, rule: Rule) -> dict[str, Fact]:
    """Facts that fulfil the conditions of a rule and of those it builds on."""
    facts: dict[str, Fact] = {}
    for each in (*rule.when, *(one for arm in rule.arms for one in arm.when)):
        if each.one_of:
            facts.setdefault(each.fact, min(each.one_of))
        elif each.first or each.last:
            facts.setdefault(each.fact, each.first or each.last or date.min)
    for code in rule.builds_on:
        facts = {**_facts(book, book.rule(code)), **facts}
    return facts
