"""What a public disclosure leaves in each country: kept, grace until a day, or lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from techmgr.core.texts import Text, say
from techmgr.docket.calendars import Calendar
from techmgr.docket.compute import due
from techmgr.docket.counting import History
from techmgr.docket.due import Due
from techmgr.docket.events import Event, by_kind
from techmgr.docket.rules import Rulebook

PUBLICATION = "publication"
FIRST_FILINGS = ("first_filed", "priority", "filed.provisional", "filed", "filed.pct")


class Right(StrEnum):
    """Whether a patent is still possible in a country."""

    KEPT = "kept"
    GRACE = "grace"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Standing:
    """A country's answer to a publication; `day` ends the grace period, or is the day of the loss."""

    country: str
    right: Right
    day: date | None
    why: Text
    citation: str


def standings(
    book: Rulebook, events: Iterable[Event], calendars: Mapping[str, Calendar], today: date
) -> list[Standing]:
    """Return where a patent is still possible after the earliest publication, country by country.

    A filing on the day of the publication or before it keeps the right everywhere (priority being
    claimed in time): a disclosure on the filing day is no prior art against it.
    """
    known = by_kind(events)
    if PUBLICATION not in known:
        return []
    publication = known[PUBLICATION][0]
    filings = [known[kind][0].day for kind in FIRST_FILINGS if kind in known]
    if filings and min(filings) <= publication.day:
        return _kept(book, publication, min(filings))
    graces = [_grace(grace, country, today) for country, grace in _graces(book, known, calendars)]
    return [*graces, *_lost(book, publication)]


def _graces(
    book: Rulebook, known: dict[str, list[Event]], calendars: Mapping[str, Calendar]
) -> Iterable[tuple[str, Due]]:
    for country, code in _grace_codes(book):
        history = History(book, known, {"country": country, "wanted": country}, calendars)
        found = due(book.rule(code), known[PUBLICATION][0], history)
        if found:
            yield country, found


def _grace_codes(book: Rulebook) -> list[tuple[str, str]]:
    codes = dict.fromkeys(rule.code for rule in book.rules if rule.code.startswith("grace."))
    return [(code.removeprefix("grace.").upper(), code) for code in codes]


def _grace(grace: Due, country: str, today: date) -> Standing:
    citation = grace.rule.citation
    if grace.met and grace.met <= grace.legal:
        why = say("Filed on {filed}, within the grace period.", filed=grace.met)
        return Standing(country, Right.KEPT, grace.legal, why, citation)
    if today <= grace.legal:
        why = say("File by {day}. {note}.", day=grace.legal, note=Text(grace.rule.note))
        return Standing(country, Right.GRACE, grace.legal, why, citation)
    why = say("Nothing counts as filed by {day}, when the grace period ended.", day=grace.legal)
    return Standing(country, Right.LOST, grace.legal, why, citation)


def _lost(book: Rulebook, publication: Event) -> list[Standing]:
    return [
        Standing(
            country,
            Right.LOST,
            publication.day,
            say(
                "Published on {day} before any filing. {note}.",
                day=publication.day,
                note=Text(absolute.note or absolute.citation),
            ),
            absolute.citation,
        )
        for absolute in book.absolute
        for country in absolute.countries
    ]


def _kept(book: Rulebook, publication: Event, filed: date) -> list[Standing]:
    why = say(
        "Filed on {filed}, not after the publication of {day}.", filed=filed, day=publication.day
    )
    graces = [(country, book.rule(code).citation) for country, code in _grace_codes(book)]
    strict = [(name, each.citation) for each in book.absolute for name in each.countries]
    return [Standing(name, Right.KEPT, None, why, citation) for name, citation in graces + strict]
