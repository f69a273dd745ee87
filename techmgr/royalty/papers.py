"""What a run puts on paper, as plain values: statements, the worksheet, payout files, the summary."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy.orm import Session

from techmgr.core.days import fiscal_year
from techmgr.core.formats import show_full_day, show_money
from techmgr.core.money import Money, decimals_of
from techmgr.core.references import reference
from techmgr.core.texts import LANGUAGES, Text, say, words
from techmgr.disclosure.queries import shares_on
from techmgr.documents.content import Sender
from techmgr.documents.sheets import Book
from techmgr.ledger.accounts import Account
from techmgr.office.queries import all_words, settings_on
from techmgr.office.settings import OfficeSettings
from techmgr.people.model import Organisation
from techmgr.people.queries import organisation_by_id, person_by_id
from techmgr.royalty.explain import Node
from techmgr.royalty.model import PolicyVersion, RunEvent
from techmgr.royalty.queries import (
    BOOKED,
    EventRow,
    LeftOutRow,
    PayeeRow,
    RunRow,
    ShareRow,
    events_of,
    explanation_of,
    left_out_of,
    paid_to,
    payees_of_run,
    run_by_id,
    shares_of_run,
)
from techmgr.royalty.queries_payouts import Payout, account_of, payouts_of
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


@dataclass(frozen=True, slots=True)
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


def papers_of(session: Session, run_id: int, day: date, language: str = "en") -> Papers:
    """Return what a run puts on paper, whatever its state; a draft says that it is one.

    `day` is printed where the run is not posted; `language` is of the office's own papers.
    """
    desk = _desk(session, run_id, day)
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
    )


def _desk(session: Session, run_id: int, day: date) -> _Desk:
    run = run_by_id(session, run_id)
    events = {event.id: event for event in events_of(session, run_id)}
    settings = settings_on(session, run.posted_on or day)
    number, digest = head_of(session)
    return _Desk(
        session,
        run,
        events,
        {event: explanation_of(session, event) for event in events},
        settings,
        sender_of(session, settings),
        run.posted_on or day,
        left_out_of(session, run_id),
        f"{number}:{digest}",
    )


def sender_of(session: Session, settings: OfficeSettings) -> Sender:
    """Return who sends the office's documents: the institution and its office."""
    own = settings.own_organisation
    institution = session.get(Organisation, own) if own is not None else None
    if institution is None:
        return Sender(settings.office_name)
    return Sender(institution.name, settings.office_name)


def _statements(desk: _Desk) -> Iterator[Statement]:
    shares: dict[str, list[ShareRow]] = {}
    for share in shares_of_run(desk.session, desk.run.id):
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
        held=sum(part.amount.minor for part in held),
        held_why=" ".join(reasons),
        year_to_date=year,
        lifetime=lifetime,
        not_included=list(_not_included(desk, parts, person.language)),
        run=words(_run_text(desk.run), person.language),
        proof=words(say("Proof {proof}", proof=desk.proof), person.language),
    )


def _run_text(run: RunRow) -> Text:
    if run.state in BOOKED:
        return say("Run {number}", number=run.number)
    if run.state == "reversed":
        return say("Run {number}, reversed", number=run.number)
    return say("Draft of run {number}, nothing is paid on it", number=run.number)


def _payee(desk: _Desk, payee: str, name: str) -> Payee:
    account = account_of(desk.session, payee, desk.day)
    use = account.permitted_use if account else ""
    if payee.startswith("party:"):
        return Payee(name, language=desk.settings.languages[0])
    found = reference(payee)
    if found.kind == "person":
        person = person_by_id(desk.session, found.id)
        language = person.language if person.language in LANGUAGES else "en"
        return Payee(person.name, _lines(person.address), language=language, use=use)
    unit = organisation_by_id(desk.session, found.id)
    return Payee(unit.name, _lines(unit.address), language=desk.settings.languages[0], use=use)


def _lines(address: str) -> list[str]:
    return [line.strip() for line in address.splitlines() if line.strip()]


def _payment(desk: _Desk, payee: str, language: str) -> list[str]:
    account = account_of(desk.session, payee, desk.day)
    if account is not None:
        route = all_words(desk.session, language).get(("payee_route", account.route), account.route)
        return [", ".join(filter(None, [route, account.account]))]
    if payee.startswith("person:"):
        return [words(say("Tell us where to pay it."), language)]
    return [words(say("Booked within the institution."), language)]


def _source(desk: _Desk, part: ShareRow, language: str) -> Source:
    event = desk.events[part.event_id]
    row = desk.session.get_one(RunEvent, part.event_id)
    policy = desk.session.get_one(PolicyVersion, row.policy_id)
    since = show_full_day(policy.valid_from, language)
    rules = words(say("Policy “{name}” from {day}", name=policy.name, day=since), language)
    plan = shares_on(desk.session, event.case_id, desk.run.through)
    signed = ""
    if plan is not None and plan.signed_on is not None:
        on = show_full_day(plan.signed_on, language)
        signed = words(say("Shares as signed on {day}", day=on), language)
    title = f"{event.case_number}, {event.case_title}"
    return Source(title, desk.trees[event.id], part.node, rules, signed)


def _totals(desk: _Desk, payee: str, parts: Sequence[ShareRow]) -> tuple[int, int]:
    """Return what the payee got this fiscal year and altogether, this run included."""
    currency = desk.run.gross.currency
    month, last = desk.settings.fiscal_year_end
    begin = date(fiscal_year(desk.day, month, last) - 1, month, last) + timedelta(days=1)
    now = sum(part.amount.minor for part in parts if part.held is None)
    extra = 0 if desk.run.state in BOOKED else now
    year = paid_to(desk.session, payee, begin, desk.day, currency).minor
    lifetime = paid_to(desk.session, payee, DISTANT, desk.day, currency).minor
    return year + extra, lifetime + extra


def _not_included(desk: _Desk, parts: Sequence[ShareRow], language: str) -> Iterator[str]:
    cases = {part.case_number for part in parts}
    for row in desk.left_out:
        if row.case_number in cases:
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
        sheets.append(worksheet(tree, head, decimals, language))
    return Book(sheets, title=desk.run.number, language=language)


def total(payouts: Sequence[Payout], currency: str) -> Money:
    """Return what payouts make together."""
    return Money(sum(each.paid for each in payouts), currency)
