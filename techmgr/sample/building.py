"""Building the sample office: each technology gets a stage, each stage a life told day by day."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from random import Random

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from techmgr import schema
from techmgr.agreements.model import Agreement
from techmgr.core.errors import UserError
from techmgr.disclosure.actions_funding import (
    RecordAward,
    RecordInformalTransfer,
    record_award,
    record_informal_transfer,
)
from techmgr.docket.actions_deadlines import MarkDone, mark_done
from techmgr.docket.model import Deadline
from techmgr.ledger.model import Expense, Receipt
from techmgr.monitoring.actions import FollowUtilisation, follow_utilisation
from techmgr.royalty.actions import DraftRun, RunRequest, approve_run, draft_run, post_run
from techmgr.royalty.model import PaymentLine
from techmgr.royalty.paying import ReturnPayment, pay_run, return_payment
from techmgr.royalty.queries import runs
from techmgr.sample import costs
from techmgr.sample.cast import SINCE, found
from techmgr.sample.companies import pay_with_shares
from techmgr.sample.desk import keep_up
from techmgr.sample.families import take_over
from techmgr.sample.lives import Life
from techmgr.sample.names import DEPARTMENT_OF
from techmgr.sample.story import Story
from techmgr.sample.technologies import Technology, technologies
from techmgr.storage.office import Office
from techmgr.technology.model import Case

_SEED = 1974
_STAGES = (
    ("received", 10), ("sent_back", 5), ("assessing", 30), ("released", 20), ("planned", 15), ("filed", 50),
    ("granted", 40), ("marketed", 30), ("option", 8), ("licensed", 44), ("informal", 8),
)  # fmt: skip
_TWO_YEARS = timedelta(days=730)


def build(
    place: str,
    today: date,
    passphrase: str | None = None,
    *,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> dict[str, int]:
    """Write the sample office to a place and return how many of what it holds.

    The same day gives the same office, but for the random salts of the audit trail.
    """
    schema.create(place, passphrase)
    office = schema.open_office(place, passphrase=passphrase)
    try:
        _fill(office, today, progress)
        return office.read(_counts)
    finally:
        office.close()


def _fill(office: Office, today: date, progress: Callable[[int, int], None]) -> None:
    chance = Random(_SEED)  # noqa: S311 - a story, not a secret
    office.fixed_today = SINCE
    story = Story(office, found(office, chance), today, chance)
    story.awards = [
        office.act(
            record_award, RecordAward(f"80NSSC-{n:04}", sponsor, "Sponsored research", day)
        ).result
        for n, (sponsor, day) in enumerate(zip(story.cast.sponsors, _AGREED, strict=True), 21)
    ]
    stages = [stage for stage, count in _STAGES for _ in range(count)]
    chance.shuffle(stages)
    for number, (technology, stage) in enumerate(zip(technologies(), stages, strict=True)):
        _LIVES[stage](story, technology, number)
    costs.settle_fees(story)
    pay_with_shares(story)
    _distribute(story)
    keep_up(story)
    take_over(story)
    story.on(story.today, lambda: _report_utilisation(story))
    story.tell(progress)


# Before May 2018, between, and after April 2023: each has its own federal rules.
_AGREED = (date(2017, 6, 1), date(2020, 9, 15), date(2024, 2, 1))


def _accepted(
    story: Story, technology: Technology, number: int, low: int, high: int
) -> tuple[Life, date]:
    life = Life(story, technology, number)
    start = life.receive(story.today - story.some(low, high))
    return life, life.accept(start + story.some(2, 9))


def _pursued(
    story: Story, technology: Technology, number: int, low: int, high: int
) -> tuple[Life, date]:
    life, day = _accepted(story, technology, number, low, high)
    reasons = (
        "A clear need in the market, nothing close in the search, and inventors who will help."
    )
    return life, life.decide(day + story.some(15, 45), "assessment", "pursue", reasons)


def _filed(
    story: Story, technology: Technology, number: int, low: int, high: int
) -> tuple[Life, date]:
    life, day = _pursued(story, technology, number, low, high)
    day = life.decide(
        day + story.some(3, 10), "filing", "file", "A publication is planned; companies wait."
    )
    cost = 280_000 + 10_000 * story.chance.randint(0, 25)
    day = life.file(day + story.some(7, 25), "provisional", f"63/{400_000 + number * 37:,}", cost)
    cost = 900_000 + 25_000 * story.chance.randint(0, 30)
    day = life.file(
        day + story.some(320, 360), "non_provisional", f"18/{100_000 + number * 53:,}", cost
    )
    life.spend(
        day + story.some(380, 460), "prosecution", 210_000 + 5_000 * story.chance.randint(0, 40)
    )
    return life, day


def _granted(
    story: Story, technology: Technology, number: int, low: int, high: int
) -> tuple[Life, date]:
    life, day = _filed(story, technology, number, low, high)
    return life, life.grant(day + story.some(600, 750), f"{12_000_000 + number * 971:,}")


def _received(story: Story, technology: Technology, number: int) -> None:
    life = Life(story, technology, number)
    day = life.receive(story.today - story.some(1, 20))
    life.task(day, "First talk with the inventors", story.today + story.some(-2, 12), 1)


def _sent_back(story: Story, technology: Technology, number: int) -> None:
    life = Life(story, technology, number)
    life.send_back(life.receive(story.today - story.some(15, 40)) + story.some(3, 10))


def _assessing(story: Story, technology: Technology, number: int) -> None:
    life, day = _accepted(story, technology, number, 20, 80)
    life.note(day, "call", "The inventors showed the prototype; a search is ordered.")
    life.task(day, "Score sheet and decision", story.today + story.some(-6, 45), 3)


def _released(story: Story, technology: Technology, number: int) -> None:
    life, day = _accepted(story, technology, number, 200, 1_500)
    reasons = "Close prior art in two patents, and a market too small for the cost."
    day = life.decide(day + story.some(20, 60), "assessment", "release", reasons)
    life.close(day + story.some(5, 30))


def _planned(story: Story, technology: Technology, number: int) -> None:
    life, day = _pursued(story, technology, number, 70, 140)
    life.decide(day + story.some(2, 6), "filing", "file", "A talk is planned: file before it.")
    life.task(day, "Instruct counsel", story.today + story.some(-3, 14), 4)


def _filed_only(story: Story, technology: Technology, number: int) -> None:
    _filed(story, technology, number, 160, 900)


def _granted_only(story: Story, technology: Technology, number: int) -> None:
    life, day = _granted(story, technology, number, 1_300, 2_900)
    life.note(
        day + timedelta(days=2), "e_mail", "Told the inventors and sent them the certificate."
    )


def _marketed(story: Story, technology: Technology, number: int) -> None:
    life, day = _filed(story, technology, number, 700, 1_800)
    company = story.chance.choice(story.cast.companies)
    day = life.agree(day + story.some(40, 200), "confidentiality", company)
    life.note(day + story.some(5, 20), "meeting", "They saw the data and ask for a sample.")
    life.task(day, "Call them about the sample", story.today + story.some(1, 40), 5)


def _option(story: Story, technology: Technology, number: int) -> None:
    life, day = _filed(story, technology, number, 600, 1_300)
    day = life.agree(day + story.some(30, 120), "option", story.chance.choice(story.cast.companies))
    life.earn(day + timedelta(days=20), "option_fee", 500_000)


def _licensed(story: Story, technology: Technology, number: int) -> None:
    life, filed = _filed(story, technology, number, 900, 2_400)
    life.grant(filed + story.some(600, 740), f"{11_500_000 + number * 877:,}")
    company = story.cast.companies[number % len(story.cast.companies)]
    day = life.agree(filed + story.some(60, 400), "licence", company, exclusive=number % 3 > 0)
    if day >= story.today - _TWO_YEARS:
        life.earn(day + timedelta(days=28), "up_front", 2_500_000)
    story.licensed.append((day, company, life))
    _royalties(story, life, day, number)
    costs.licensed(story, life, day, number)
    life.task(day, "Ask for the insurance certificate", story.today + story.some(3, 70), 6)


def _royalties(story: Story, life: Life, day: date, number: int) -> None:
    """Quarterly royalties of the last two years, 45 days after each quarter."""
    base = 150_000 + (number * 7_919) % 4_500_000
    quarter = max(day, story.today - _TWO_YEARS)
    while (quarter := quarter + timedelta(days=91)) < story.today:
        life.earn(quarter, "earned", base + story.chance.randint(0, 90_000))
    life.spend(
        story.today - story.some(30, 500), "annuity", 165_000 + 1_000 * story.chance.randint(0, 60)
    )


def _informal(story: Story, technology: Technology, number: int) -> None:
    day = story.today - story.some(50, 900)
    person = story.cast.researchers[number % len(story.cast.researchers)][0]
    kind = "consulting" if number % 2 else "publication"
    request = RecordInformalTransfer(
        technology.title,
        kind,
        "Passed on without a disclosure; recorded for the report.",
        day,
        person_id=person,
        manager_id=story.cast.officers[number % 4],
        department_id=story.cast.departments[DEPARTMENT_OF[technology.category]],
    )
    story.on(day, lambda: story.office.act(record_informal_transfer, request))


def _distribute(story: Story) -> None:
    """The run of the fiscal year before the last; the last one is left for the officer."""
    last = date(story.today.year, 8, 31)
    if last >= story.today:
        last = date(last.year - 1, 8, 31)
    through = date(last.year - 1, 8, 31)

    def tell() -> None:
        run = story.office.act(draft_run, DraftRun(through)).result
        story.office.act(approve_run, RunRequest(run.id))
        story.office.act(post_run, RunRequest(run.id))

    def pay() -> None:
        [newest, *_] = story.office.read(runs)
        story.office.act(pay_run, RunRequest(newest.id))

    def send_back() -> None:
        first = story.office.read(
            lambda session: session.scalars(select(func.min(PaymentLine.id))).one()
        )
        story.office.act(return_payment, ReturnPayment(first, "The account has been closed."))

    story.on(through + timedelta(days=40), tell)
    story.on(through + timedelta(days=52), pay)
    story.on(through + timedelta(days=61), send_back)


def _report_utilisation(story: Story) -> None:
    """Follow the yearly reports of every award; most licences and reports have been delivered."""
    for award in story.awards:
        with suppress(UserError):  # nothing was elected under it yet
            story.office.act(follow_utilisation, FollowUtilisation(award))
    delivered = story.office.read(_delivered, story.today - timedelta(days=60))
    if delivered:
        request = MarkDone(delivered, "Delivered through iEdison", story.today - timedelta(days=45))
        story.office.act(mark_done, request)


def _delivered(session: Session, until: date) -> tuple[tuple[int, None], ...]:
    rows = session.scalars(
        select(Deadline.id)
        .where(Deadline.rule.in_(("bd.licence", "bd.utilisation")), Deadline.state == "open")
        .where(Deadline.safe < until)
        .order_by(Deadline.id)
    )
    return tuple((number, None) for at, number in enumerate(rows) if at % 9)


def _counts(session: Session) -> dict[str, int]:
    kinds = {"cases": Case, "agreements": Agreement, "receipts": Receipt, "expenses": Expense}
    counted = {name: select(func.count()).select_from(kind) for name, kind in kinds.items()}
    return {name: session.scalar(count) or 0 for name, count in counted.items()}


_LIVES: dict[str, Callable[[Story, Technology, int], None]] = {
    "received": _received,
    "sent_back": _sent_back,
    "assessing": _assessing,
    "released": _released,
    "planned": _planned,
    "filed": _filed_only,
    "granted": _granted_only,
    "marketed": _marketed,
    "option": _option,
    "licensed": _licensed,
    "informal": _informal,
}
