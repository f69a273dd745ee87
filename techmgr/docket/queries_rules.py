"""Reads of deadline rules: every version with its sentence, an example of one, a file of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.texts import Text, say
from techmgr.docket.arithmetic import Step, sentence, steps, windows
from techmgr.docket.book import Book, book_on, calendars_on
from techmgr.docket.calendars import Calendar
from techmgr.docket.due import Due
from techmgr.docket.model import OwnRule
from techmgr.docket.rule_tables import rules_of
from techmgr.docket.rule_text import file_of, rule_text, table_of
from techmgr.docket.rule_words import example_dues, rule_sentences
from techmgr.docket.rulebook import rules_in, shipped_rules, shipped_tables, with_rules
from techmgr.docket.rules import Rule

_MOST_SHOWN = 4  # numbers of an annuity an example shows


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """One version of a rule, numbered ones together. `own_id` is None for a shipped one.

    `group` is the file it came with, or that of its code; `is_replaced` tells that the office's own
    rules leave nothing of it.
    """

    key: str
    own_id: int | None
    version: int
    group: str
    code: str
    title: Text
    trigger: Text
    citation: str
    kind: str
    valid_from: date | None
    valid_to: date | None
    sentences: tuple[Text, ...]
    remedy: Text | None
    note: Text | None
    text: str
    is_replaced: bool

    @property
    def is_own(self) -> bool:
        """Tell whether it is the office's own."""
        return self.own_id is not None


@dataclass(frozen=True, slots=True)
class Example:
    """What a rule gives for an event on a day; without dues, `problem` says why."""

    day: date
    rows: tuple["ExampleRow", ...] = ()
    problem: UserError | None = None


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """One computed deadline of an example, with its arithmetic in words."""

    title: Text
    legal: date
    safe: date
    sentence: Text
    steps: tuple[Step, ...]
    windows: tuple[Text, ...]
    warnings: tuple[Text, ...]
    citation: str


def rule_versions(session: Session, today: date) -> list[RuleVersion]:
    """Return every version of every rule, the office's own among them, by group and code."""
    book = book_on(session, today)
    calendars = book.calendars
    starts = {(rule.code, rule.when) for rule in book.rules.rules if not rule.own}
    found = [
        _version(f"{group}:{place}", group, rule, table, calendars, replaced=not any(
            (each.code, each.when) in starts for each in rules_of(table)
        ))
        for group, tables in shipped_tables().items()
        for place, table in enumerate(tables)
        for rule in rules_of(table)[:1]
    ]  # fmt: skip
    groups = {each.code: each.group for each in found}
    for own in session.scalars(select(OwnRule).order_by(OwnRule.id)):
        table = table_of(own.text)
        group = groups.get(own.code, "own")
        rule = rules_of(table)[0]
        found.append(_version(f"own:{own.id}", group, rule, table, calendars, own=own))
    return sorted(found, key=lambda each: (each.group, each.code, each.valid_from or date.min))


def _version(
    key: str,
    group: str,
    rule: Rule,
    table: Mapping[str, Any],
    calendars: Mapping[str, Calendar],
    *,
    own: OwnRule | None = None,
    replaced: bool = False,
) -> RuleVersion:
    kinds = shipped_rules().kinds
    trigger = rule.triggers[0]
    return RuleVersion(
        key=key,
        own_id=own.id if own else None,
        version=own.version if own else 0,
        group=group,
        code=table["code"],
        title=_title(table, rule),
        trigger=Text(kinds[trigger].title) if trigger in kinds else Text(trigger),
        citation=rule.citation,
        kind=rule.kind,
        valid_from=rule.valid_from,
        valid_to=rule.valid_to,
        sentences=tuple(rule_sentences(rule, kinds, calendars)),
        remedy=Text(rule.remedy) if rule.remedy else None,
        note=Text(rule.note) if rule.note else None,
        text=rule_text(table),
        is_replaced=replaced,
    )


def _title(table: Mapping[str, Any], rule: Rule) -> Text:
    """A numbered rule is named with all its numbers: year 3–20."""
    numbers = table.get("numbers")
    if numbers is None:
        return rule.name
    first, last = numbers["first"], numbers["last"]
    return Text(rule.title, {"number": str(first) if first == last else f"{first}–{last}"})


def rule_example(
    session: Session, text: str, day: date, today: date, without: int | None
) -> Example:
    """Return what a text of one rule gives for an event on a day, beside the rules in force.

    `without`: the office's own version the text is to replace. What is wrong is in `problem`.
    """
    try:
        return Example(day, tuple(_example(session, text, day, today, without)))
    except UserError as error:
        return Example(day, problem=error)


def _example(
    session: Session, text: str, day: date, today: date, without: int | None
) -> Iterator[ExampleRow]:
    calendars = calendars_on(session, today)
    table = table_of(text)
    rules = rules_of(table)
    own = [
        rule
        for each in session.scalars(select(OwnRule).order_by(OwnRule.id))
        if each.id != without
        for rule in rules_in("", each.text)
    ]
    shipped = shipped_rules()
    taken = rule_text(table) in {
        rule_text(each) for one in shipped_tables().values() for each in one
    }
    book = with_rules(shipped, own if taken else [*own, *rules], calendars)
    for due in example_dues(book, rules[:_MOST_SHOWN], day, calendars):
        yield _example_row(due, Book(book, calendars))


def _example_row(due: Due, book: Book) -> ExampleRow:
    return ExampleRow(
        due.rule.name,
        due.legal,
        min(due.safe, due.legal),
        sentence(due),
        tuple(steps(due, book.rules)),
        tuple(windows(due)),
        due.warnings,
        due.rule.citation,
    )


def own_rules_file(session: Session) -> str:
    """Return the office's own rules as one TOML file."""
    return file_of(session.scalars(select(OwnRule.text).order_by(OwnRule.code, OwnRule.id)))


def rules_file(versions: Sequence[RuleVersion]) -> str:
    """Return these versions as one TOML file."""
    return file_of(each.text for each in versions)


def event_titles() -> list[tuple[str, Text]]:
    """Return every kind of event a rule may start from: code and title."""
    return [(code, Text(kind.title)) for code, kind in shipped_rules().kinds.items()]


def calendar_titles(session: Session, today: date) -> list[tuple[str, Text]]:
    """Return the calendars a rule may name: code and title."""
    found = [(code, Text(each.title)) for code, each in calendars_on(session, today).items()]
    return [*found, ("country", say("the calendar of the record’s country"))]
