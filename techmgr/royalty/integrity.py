"""What must always be true of distributions, for the full check of an office."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr.core.formats import show_minor
from techmgr.core.texts import Text, say
from techmgr.ledger.accounts import Account
from techmgr.ledger.model import CostRecovery, Expense, Posting
from techmgr.royalty.model import Run, RunEvent, RunExpense, RunShare
from techmgr.royalty.queries_claims import prior_claims
from techmgr.storage.check import register
from techmgr.technology.model import Case


def unshared(session: Session) -> Iterator[Text]:
    """Yield a sentence for every event of a run whose shares do not sum to what came in."""
    shared = func.coalesce(func.sum(RunShare.minor), 0)
    rows = session.execute(
        select(Run.number, RunEvent.id, RunEvent.gross, Run.currency, shared)
        .join(Run, Run.id == RunEvent.run_id)
        .outerjoin(RunShare, RunShare.event_id == RunEvent.id)
        .group_by(Run.number, RunEvent.id, RunEvent.gross, Run.currency)
        .having(shared != RunEvent.gross)
        .order_by(RunEvent.id)
    )
    for number, event, gross, currency, minor in rows:
        yield say(
            "The shares of event {event} of {number} make {shared}, not {gross}.",
            event=event,
            number=number,
            shared=show_minor(int(minor), currency),
            gross=show_minor(gross, currency),
        )


def wrongly_recovered(session: Session) -> Iterator[Text]:
    """Yield a sentence for every expense that counts another amount as recovered than was booked."""
    booked = (
        select(RunExpense.expense_id, func.sum(RunExpense.minor).label("minor"))
        .join(RunEvent, RunEvent.id == RunExpense.event_id)
        .join(Run, Run.id == RunEvent.run_id)
        .where(Run.state.in_(("posted", "paid")))
        .group_by(RunExpense.expense_id)
        .subquery()
    )
    repaid = (
        select(CostRecovery.expense_id, func.sum(CostRecovery.minor).label("minor"))
        .group_by(CostRecovery.expense_id)
        .subquery()
    )
    minor = func.coalesce(booked.c.minor, 0) + func.coalesce(repaid.c.minor, 0)
    rows = session.execute(
        select(Expense.number, Expense.recovered, Expense.base_currency, minor)
        .outerjoin(booked, booked.c.expense_id == Expense.id)
        .outerjoin(repaid, repaid.c.expense_id == Expense.id)
        .where(Expense.recovered != minor)
        .order_by(Expense.id)
    )
    for number, recovered, currency, runs in rows:
        yield say(
            "{number} counts {recovered} as recovered, but {booked} was booked.",
            number=number,
            recovered=show_minor(recovered, currency),
            booked=show_minor(int(runs), currency),
        )


def wrongly_reserved(session: Session) -> Iterator[Text]:
    """Yield a sentence for every case whose reserves hold another amount than the ledger says."""
    held: Counter[tuple[str, str]] = Counter()
    for row in prior_claims(session):
        held[row.case.partition(" ")[0], row.held.currency] += row.held.minor
    rows = session.execute(
        select(Case.number, Posting.currency, -func.sum(Posting.minor))
        .join(Case, Case.id == Posting.case_id)
        .where(Posting.account == Account.RESERVE.value)
        .group_by(Case.number, Posting.currency)
    )
    booked = Counter({(number, currency): int(minor) for number, currency, minor in rows})
    for number, currency in sorted(held.keys() | booked.keys()):
        if held[number, currency] != booked[number, currency]:
            yield say(
                "The reserves of {number} hold {held}, but {booked} is booked.",
                number=number,
                held=show_minor(held[number, currency], currency),
                booked=show_minor(booked[number, currency], currency),
            )


def _all(session: Session) -> Iterator[Text]:
    yield from unshared(session)
    yield from wrongly_recovered(session)
    yield from wrongly_reserved(session)


register("distributions", _all)
