"""What an officer does about federal duties besides the docket's own actions."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.disclosure.model import Award, Disclosure, DisclosureAward
from techmgr.docket.following import FollowRecord, Told, follow_record
from techmgr.docket.model import DocketEvent, DocketRecord
from techmgr.storage.unit import Undo, Unit, action
from techmgr.technology.model import Case


@dataclass(frozen=True, slots=True)
class FollowUtilisation:
    """Reports of utilisation for an award: a clock for every reporting year since title was elected."""

    award_id: int


@action(undo=Undo.RESTORE)
def follow_utilisation(unit: Unit, request: FollowUtilisation) -> int:
    """Start the clock of every reporting year that has ended, and return how many there are.

    A year ends on 30 September; the first is the one in which title to an invention was elected.
    Refuses an award without a date, and one under which no title was elected.
    """
    award = unit.session.get_one(Award, request.award_id)
    if award.agreed_on is None:
        raise UserError(
            say(
                "{number} has no date of the funding agreement. Enter it first: it decides the rules.",
                number=award.number,
            )
        )
    first = _first_election(unit, award)
    years = [date(year, 9, 30) for year in range(first.year, unit.today.year + 1)]
    ended = [day for day in years if first <= day < unit.today]
    if not ended:
        raise UserError(
            say("The first reporting year of {number} has not ended yet.", number=award.number)
        )
    follow_record(
        unit,
        FollowRecord(
            award.reference,
            "award",
            award.number,
            None,
            {"funding_agreement": award.agreed_on},
            tuple(Told("federal_year_ended", day, award.reference) for day in ended),
            (Award.__tablename__,),
        ),
    )
    unit.about(award.reference)
    return len(ended)


def _first_election(unit: Unit, award: Award) -> date:
    day = unit.session.scalar(
        select(func.min(DocketEvent.on_day))
        .join(DocketRecord, DocketRecord.id == DocketEvent.docket_record_id)
        .join(Disclosure, Disclosure.case_id == DocketRecord.case_id)
        .join(DisclosureAward, DisclosureAward.disclosure_id == Disclosure.id)
        .where(DisclosureAward.award_id == award.id, DocketEvent.kind == "title_elected")
        .where(DocketRecord.subject.startswith(f"{Case.__tablename__}:"))
    )
    if day is None:
        raise UserError(
            say(
                "No title has been elected to an invention under {number}: nothing is reported yet.",
                number=award.number,
            )
        )
    return day
