"""What a run puts on paper, as plain values: statements, the worksheet, payout files, the summary."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from sqlalchemy import Integer, cast, func, select
from sqlalchemy.orm import Session

from techmgr.core.days import fiscal_year
from techmgr.core.formats import show_full_day, show_money
from techmgr.core.money import Money, decimals_of
from techmgr.core.references import reference
from techmgr.core.texts import LANGUAGES, Text, say, words
from techmgr.disclosure.queries import PlanRow, plans_on
from techmgr.documents.content import Sender
from techmgr.documents.sheets import Book
from techmgr.ledger.accounts import Account
from techmgr.office.queries import all_words, settings_on
from techmgr.office.settings import OfficeSettings
from techmgr.people.model import Organisation, Person
from techmgr.people.queries import AccountRow, organisation_by_id
from techmgr.people.queries_accounts import accounts_on
from techmgr.royalty.correction_sheet import correction_sheet
from techmgr.royalty.explain import Node
from techmgr.royalty.model import PolicyVersion, RunEvent, RunShare
from techmgr.royalty.queries import (
    BOOKED,
    EventRow,
    LeftOutRow,
    PayeeRow,
    RunRow,
    ShareRow,
    events_of,
    explanations_of,
    left_out_of,
    payees_of_run,
    run_by_id,
    shares_of_run,
)
from techmgr.royalty.queries_payee import PayeeLine, credited, released_before
from techmgr.royalty.queries_payouts import Payout, payouts_of
from techmgr.royalty.statement import Payee, Source, Statement
from techmgr.royalty.worksheet import Heading, worksheet
from techmgr.storage.audit import head_of

DISTANT = date(1, 1, 1)


@dataclass(frozen=True, slots=True)
class Papers:
    """Everything a run puts on paper; nothing of it is read again while files are written."""

    run: RunRow
    statements: Sequence[Statement]
    worksheet: Book
    payouts: Sequence[Payout]
    payees: Sequence[PayeeRow]
    events: Sequence[EventRow]
    trees: Sequence[Node]
    left_out: Sequence[LeftOutRow]
    sender: Sender
    day: date
    proof: str
    language: str


@dataclass(frozen=True)
class _Desk:
    """What every statement of a run needs, read once."""

    session: Session
    run: RunRow
    events: dict[int, EventRow]
    trees: dict[int, Node]
    settings: OfficeSettings
    sender: Sender
    day: date
    left_out: Sequence[LeftOutRow]
    proof: str
    shares: Sequence[ShareRow]
    persons: Mapping[int, Payee]
    accounts: Mapping[str, AccountRow]
    this_year: Mapping[str, int]
    all_years: Mapping[str, int]
    released: Mapping[str, Sequence[PayeeLine]]
    rows: Mapping[int, tuple[PolicyVersion, PlanRow | None]]
    words: dict[str, Mapping[tuple[str, str], str]]

    @cached_property
    def left_out_by_case(self) -> Mapping[str, Sequence[LeftOutRow]]:
        """What the run leaves out of each case."""
        found: dict[str, list[LeftOutRow]] = defaultdict(list)
        for row in self.left_out:
            found[row.case_number].append(row)
        return found

    def words_in(self, language: str) -> Mapping[tuple[str, str], str]:
        """Return the office's words of its lists in a language, read once."""
        if language not in self.words:
            self.words[language] = all_words(self.session, language)
        return self.words[language]


def papers_of(session: Session, run_id: int, day: date) -> Papers:
    """Return what a run puts on paper, whatever its state; a draft says that it is one.

    `day` is printed where the run is not posted. The office's own papers are in its first language,
    a statement is in its reader's.
    """
    desk = _desk(session, run_id, day)
    language = desk.settings.languages[0]
    return Papers(
        run=desk.run,
        statements=list(_statements(desk)),
        worksheet=_worksheet(desk, language),
        payouts=payouts_of(session, run_id),
        payees=payees_of_run(session, run_id),
        events=list(desk.events.values()),
        trees=list(desk.trees.values()),
        left_out=desk.left_out,
        sender=desk.sender,
        day=desk.day,
        proof=desk.proof,
        language=language,
    )


def _desk(session: Session, run_id: int, day: date) -> _Desk:
    run = run_by_id(session, run_id)
    events = {event.id: event for event in events_of(session, run_id)}
    settings = settings_on(session, run.posted_on or day)
    number, digest = head_of(session)
    on_day = run.posted_on or day
    month, last = settings.fiscal_year_end
    begin = date(fiscal_year(on_day, month, last) - 1, month, last) + timedelta(days=1)
    currency = run.gross.currency
    return _Desk(
        session,
        run,
        events,
        explanations_of(session, run_id),
        settings,
        sender_of(session, settings),
        on_day,
        left_out_of(session, run_id),
        f"{number}:{digest}",
        shares_of_run(session, run_id),
        _persons(session, run_id),
        accounts_on(session, on_day),
        credited(session, currency, begin, on_day),
        credited(session, currency, DISTANT, on_day),
        released_before(session, run_id, on_day),
        _rules(session, run),
        {},
    )


def _rules(session: Session, run: RunRow) -> dict[int, tuple[PolicyVersion, PlanRow | None]]:
    """Return the policy and the inventors' plan of each event."""
    plans = plans_on(session, run.through)
    rows = session.execute(
        select(RunEvent.id, RunEvent.case_id, PolicyVersion)
        .join(PolicyVersion, PolicyVersion.id == RunEvent.policy_id)
        .where(RunEvent.run_id == run.id)
    )
    return {event: (policy, plans.get(case_id)) for event, case_id, policy in rows}


def _persons(session: Session, run_id: int) -> dict[int, Payee]:
    """Return everybody who gets a part of a run as a statement addresses them, read at once."""
    mine = (
        select(RunShare.payee)
        .join(RunEvent, RunEvent.id == RunShare.event_id)
        .where(RunEvent.run_id == run_id, RunShare.payee.like("person:%"))
    )
    number = cast(func.substr(RunShare.payee, len("person:") + 1), Integer)
    rows = session.execute(
        select(Person.id, Person.name, Person.address, Person.language).where(
            Person.id.in_(mine.with_only_columns(number))
        )
    )
    return {
        key: Payee(name, _lines(address), language=language if language in LANGUAGES else "en")
        for key, name, address, language in rows
    }


def sender_of(session: Session, settings: OfficeSettings) -> Sender:
    """Return who sends the office's documents: the institution and its office."""
    own = settings.own_organisation
    institution = session.get(Organisation, own) if own is not None else None
    if institution is None:
        return Sender(settings.office_name)
    return Sender(institution.name, settings.office_name)


def _statements(desk: _Desk) -> Iterator[Statement]:
    shares: dict[str, list[ShareRow]] = {}
    for share in desk.shares:
        # The part of inventors nobody has named yet stays in escrow: there is nobody to write to.
        is_named = not share.payee.startswith("technology:")
        if share.account in {Account.PAYABLE, Account.ESCROW} and is_named:
            shares.setdefault(share.payee, []).append(share)
    ordered = sorted(shares.items(), key=lambda each: each[1][0].payee_name.casefold())
    for number, (payee, parts) in enumerate(ordered, start=1):
        yield _statement(desk, f"{desk.run.number}-{number:03}", payee, parts)


def _statement(desk: _Desk, number: str, payee: str, parts: Sequence[ShareRow]) -> Statement:
    person = _payee(desk, payee, parts[0].payee_name)
    held = [part for part in parts if part.held is not None]
    reasons = dict.fromkeys(words(part.held, person.language) for part in held if part.held)
    until = show_full_day(desk.run.through, person.language)
    year, lifetime = _totals(desk, payee, parts)
    return Statement(
        number=number,
        day=desk.day,
        period=words(say("Received up to {day}", day=until), person.language),
        currency=desk.run.gross.currency,
        payee=person,
        sources=[_source(desk, part, person.language) for part in parts],
        sender=desk.sender,
        payment=_payment(desk, payee, person.language),
        is_paid_outside=payee in desk.accounts,
        held=sum(part.amount.minor for part in held),
        held_why=" ".join(reasons),
        year_to_date=year,
        lifetime=lifetime,
        released=list(_released(desk, payee, person.language)),
        not_included=list(_not_included(desk, parts, person.language)),
        run=words(_run_text(desk.run), person.language),
        proof=words(say("Proof {proof}", proof=desk.proof), person.language),
    )


def _run_text(run: RunRow) -> Text:
    if run.corrects and run.state in BOOKED:
        return say("Run {number}, corrects {old}", number=run.number, old=run.corrects)
    if run.state in BOOKED:
        return say("Run {number}", number=run.number)
    if run.state == "reversed":
        return say("Run {number}, reversed", number=run.number)
    return say("Draft of run {number}, nothing is paid on it", number=run.number)


def _payee(desk: _Desk, payee: str, name: str) -> Payee:
    account = desk.accounts.get(payee)
    use = account.permitted_use if account else ""
    if payee.startswith("party:"):
        return Payee(name, language=desk.settings.languages[0])
    found = reference(payee)
    if found.kind == "person":
        return replace(desk.persons[found.id], use=use)
    unit = organisation_by_id(desk.session, found.id)
    return Payee(unit.name, _lines(unit.address), language=desk.settings.languages[0], use=use)


def _lines(address: str) -> list[str]:
    return [line.strip() for line in address.splitlines() if line.strip()]


def _payment(desk: _Desk, payee: str, language: str) -> list[str]:
    account = desk.accounts.get(payee)
    if account is not None:
        route = desk.words_in(language).get(("payee_route", account.route), account.route)
        return [", ".join(filter(None, [route, account.account]))]
    if payee.startswith("person:"):
        return [words(say("Tell us where to pay it."), language)]
    return [words(say("Booked within the institution."), language)]


def _source(desk: _Desk, part: ShareRow, language: str) -> Source:
    event = desk.events[part.event_id]
    policy, plan = desk.rows[part.event_id]
    since = show_full_day(policy.valid_from, language)
    rules = words(say("Policy “{name}” from {day}", name=policy.name, day=since), language)
    signed = ""
    if plan is not None and plan.signed_on is not None:
        on = show_full_day(plan.signed_on, language)
        signed = words(say("Shares as signed on {day}", day=on), language)
    title = f"{event.case_number}, {event.case_title}"
    corrects = desk.run.corrects
    return Source(title, desk.trees[event.id], part.node, rules, signed, corrects)


def _totals(desk: _Desk, payee: str, parts: Sequence[ShareRow]) -> tuple[int, int]:
    """Return what the payee got this fiscal year and altogether, this run and releases included."""
    now = sum(part.amount.minor for part in parts if part.held is None)
    extra = 0 if desk.run.state in BOOKED else now
    return desk.this_year.get(payee, 0) + extra, desk.all_years.get(payee, 0) + extra


def _released(desk: _Desk, payee: str, language: str) -> Iterator[str]:
    """Say what was held earlier and became owed since the run before this one."""
    for each in desk.released.get(payee, ()):
        text = say(
            "{amount} of {number}, {case}. {why}",
            amount=show_money(each.amount, with_currency=True),
            number=each.number,
            case=each.case.partition("  ")[0],
            why=each.what,
        )
        yield words(text, language)


def _not_included(desk: _Desk, parts: Sequence[ShareRow], language: str) -> Iterator[str]:
    for case in dict.fromkeys(part.case_number for part in parts):
        for row in desk.left_out_by_case.get(case, ()):
            text = say(
                "{amount} of {receipt}: {why}",
                amount=show_money(row.amount, with_currency=True),
                receipt=row.receipt,
                why=row.why,
            )
            yield words(text, language)


def _worksheet(desk: _Desk, language: str) -> Book:
    sheets = []
    decimals = decimals_of(desk.run.gross.currency)
    shares: dict[int, list[ShareRow]] = defaultdict(list)
    for share in desk.shares:
        shares[share.event_id].append(share)
    for number, (event, tree) in enumerate(desk.trees.items(), start=1):
        row = desk.events[event]
        under = say(
            "{run}, received up to {day}, policy “{policy}”, amounts in {currency}",
            run=words(_run_text(desk.run), language),
            day=show_full_day(desk.run.through, language),
            policy=row.policy,
            currency=row.gross.currency,
        )
        head = Heading(
            f"{number} {row.case_number}"[:31],
            f"{row.case_number}, {row.case_title}",
            words(under, language),
        )
        if desk.run.corrects:
            parts = [(e.payee_name, e.party, e.amount) for e in shares[event]]
            sheets.append(correction_sheet(head, parts, row.gross, language))
        else:
            sheets.append(worksheet(tree, head, decimals, language))
    return Book(sheets, title=desk.run.number, language=language)


def total(payouts: Sequence[Payout], currency: str) -> Money:
    """Return what payouts make together."""
    return Money(sum(each.paid for each in payouts), currency)
