"""Counting a figure: what was looked at, what was counted, and why the rest was left out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from techmgr.core.references import Reference
from techmgr.core.texts import Text, say
from techmgr.reports.schemes import FigureRule, Scheme

# Agreements signed soon after the year are named among those left out: somebody will look for them.
SOON_AFTER = timedelta(days=31)
NO_WORD = Text("")


@dataclass(frozen=True, slots=True)
class Looked:
    """One record a report looks at. `days` are its days by name (received, signed, filed …);
    `minor` is its amount in the office's currency; `source` the agreement behind a receipt.
    """

    reference: Reference
    number: str
    what: str
    days: Mapping[str, date | None]
    case_id: int | None = None
    case_number: str = ""
    kind: str = ""
    kind_words: Text = NO_WORD
    state: str = ""
    reason: str = ""
    minor: int = 0
    exclusivity: str = ""
    exclusivity_words: Text = NO_WORD
    size: str = ""
    size_words: Text = NO_WORD
    country: str = ""
    parent: str = ""
    payer: str = ""
    payer_words: Text = NO_WORD
    source: Reference | None = None
    source_number: str = ""
    is_reversed: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A record that was looked at and not counted, with the reason that is printed."""

    record: Looked
    reason: Text


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a report. Always true: `value` is the number of records counted or the sum of
    their amounts, and nothing that was looked at is in neither list.
    """

    rule: FigureRule
    value: int
    counted: tuple[Looked, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def looked_at(self) -> int:
        """How many records were looked at."""
        return len(self.counted) + len(self.left_out)


@dataclass(frozen=True, slots=True)
class Report:
    """A scheme counted for a year. `before` holds the values of earlier years by year and figure;
    amounts are minor units of `currency`.
    """

    scheme: Scheme
    year: int
    first: date
    last: date
    currency: str
    office_name: str
    institution: str
    figures: tuple[Figure, ...]
    before: Mapping[int, Mapping[str, int]] = field(default_factory=dict)

    def figure(self, code: str) -> Figure:
        """Return a figure by its code."""
        return next(each for each in self.figures if each.rule.code == code)

    def value_in(self, year: int, code: str) -> int | None:
        """Return a figure of this year or an earlier one; None when it was not counted."""
        return self.figure(code).value if year == self.year else self.before.get(year, {}).get(code)


def count(rule: FigureRule, records: Iterable[Looked], first: date, last: date) -> Figure:
    """Count one figure among the records of its kind, for a year from `first` to `last`."""
    counted: list[Looked] = []
    left: list[LeftOut] = []
    for record in records:
        if not _is_looked_at(rule, record, first, last):
            continue
        reason = next(_against(rule, record, last), None)
        if reason is None:
            counted.append(record)
        else:
            left.append(LeftOut(record, reason))
    if rule.each:
        counted, more = _behind(counted)
        left += more
    counted.sort(key=lambda each: _sorted_by(each, rule.day), reverse=True)
    value = sum(each.minor for each in counted) if rule.is_money else len(counted)
    return Figure(rule, value, tuple(counted), tuple(left))


def count_all(
    rules: Sequence[FigureRule],
    records: Mapping[str, Sequence[Looked]],
    first: date,
    last: date,
) -> list[Figure]:
    """Count figures for a year; a part counts among what the figure it belongs to counted."""
    counted: dict[str, Figure] = {}
    for rule in rules:
        among = counted[rule.part_of].counted if rule.part_of else records[rule.of]
        counted[rule.code] = count(rule, among, first, last)
    return list(counted.values())


def _sorted_by(record: Looked, day: str) -> tuple[date, str]:
    return record.days.get(day) or record.days.get("signed") or date.min, record.number


def _is_looked_at(rule: FigureRule, record: Looked, first: date, last: date) -> bool:
    if (rule.among and record.kind not in rule.among) or record.country in rule.not_countries:
        return False
    if rule.day == "active":
        signed, ended = record.days["signed"], record.days["ended"]
        return signed is not None and signed <= last and (ended is None or ended >= first)
    day = record.days.get(rule.day)
    until = last + SOON_AFTER if rule.of == "agreements" else last
    return day is not None and first <= day <= until


def _against(rule: FigureRule, record: Looked, last: date) -> Iterator[Text]:
    """Yield every reason against counting a record; the first is the one that is printed."""
    if record.is_reversed:
        yield say("Reversed")
    yield from _tests_of_day(rule, record, last)
    if record.state in rule.not_states:
        yield say("Withdrawn: {reason}", reason=record.reason)
    yield from _tests_of_kind(rule, record)
    yield from _tests_of_right(rule, record)
    if rule.with_case and record.case_id is None:
        yield say("No technology under it")
    for wanted, value, words, unknown in (
        (rule.exclusivity, record.exclusivity, record.exclusivity_words, _NO_EXCLUSIVITY),
        (rule.sizes, record.size, record.size_words, _NO_SIZE),
    ):
        if wanted and value not in wanted:
            yield words if value else unknown
    if rule.payers and record.payer not in rule.payers:
        yield say("Paid by others: {payer}", payer=record.payer_words)


_NO_EXCLUSIVITY = say("Whether it is exclusive is not recorded")
_NO_SIZE = say("Size at signature not recorded")


def _tests_of_day(rule: FigureRule, record: Looked, last: date) -> Iterator[Text]:
    day = record.days.get(rule.day)
    if rule.day == "active":
        ended = record.days["ended"]
        if ended is not None and ended <= last:
            yield say("Ended {day}", day=ended.isoformat())
    elif day is not None and day > last:
        yield say("Signed {day}, next year", day=day.isoformat())


def _tests_of_kind(rule: FigureRule, record: Looked) -> Iterator[Text]:
    if (rule.kinds and record.kind not in rule.kinds) or record.kind in rule.not_kinds:
        yield say("Kind: {kind}", kind=record.kind_words)


def _tests_of_right(rule: FigureRule, record: Looked) -> Iterator[Text]:
    if rule.first and record.parent:
        yield say("Follows an earlier filing: {number}", number=record.parent)
    if rule.countries and record.country not in rule.countries:
        yield say("Filed in {country}", country=record.country)


def _behind(counted: Sequence[Looked]) -> tuple[list[Looked], list[LeftOut]]:
    """Return the agreements behind receipts, each once with the sum, and receipts without one."""
    sums: dict[Reference, Looked] = {}
    left = []
    for each in counted:
        if each.source is None:
            left.append(LeftOut(each, say("Not paid under an agreement")))
        elif each.source in sums:
            known = sums[each.source]
            sums[each.source] = replace(known, minor=known.minor + each.minor)
        else:
            sums[each.source] = replace(
                each, reference=each.source, number=each.source_number, kind_words=NO_WORD
            )
    return list(sums.values()), left
