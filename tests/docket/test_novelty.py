"""What a publication leaves, country by country."""

from datetime import date

from techmgr.docket.events import Event
from techmgr.docket.novelty import Right, standings


def day(text: str) -> date:
    return date.fromisoformat(text)


def found(book, calendars, events: dict[str, str], today: str) -> dict[str, tuple[str, str]]:
    given = [Event(kind.split("#")[0], day(on)) for kind, on in events.items()]
    return {
        each.country: (each.right.value, each.day.isoformat() if each.day else "")
        for each in standings(book, given, calendars, day(today))
    }


def test_a_filing_on_the_day_of_the_publication_keeps_everything(book, calendars):
    events = {"publication": "2024-05-18", "filed.provisional": "2024-05-18"}
    assert {right for right, _ in found(book, calendars, events, "2026-01-01").values()} == {"kept"}


def test_a_year_and_a_sunday_later_only_the_united_states_are_left(book, calendars):
    # 2025-05-18 is a Sunday, so the provisional of Monday is in time in the United States.
    events = {"publication": "2024-05-18", "filed.provisional": "2025-05-19"}
    rights = found(book, calendars, events, "2025-05-20")
    assert rights["US"] == ("kept", "2025-05-19")
    assert rights["EP"] == rights["CN"] == ("lost", "2024-05-18")
    assert rights["JP"] == rights["KR"] == ("lost", "2025-05-18")


def test_before_the_year_is_over_japan_and_korea_are_possible(book, calendars):
    rights = found(book, calendars, {"publication": "2024-05-18"}, "2025-05-18")
    assert rights["JP"] == rights["KR"] == ("grace", "2025-05-18")
    assert rights["US"] == ("grace", "2025-05-19")
    assert rights["EP"] == ("lost", "2024-05-18")


def test_a_provisional_does_not_count_in_japan_but_an_international_application_does(
    book, calendars
):
    provisional = {"publication": "2024-05-18", "filed.provisional": "2024-08-01"}
    assert found(book, calendars, provisional, "2024-09-01")["JP"] == ("grace", "2025-05-18")
    pct = {**provisional, "filed.pct": "2025-05-16"}
    assert found(book, calendars, pct, "2025-06-01")["JP"] == ("kept", "2025-05-18")


def test_the_earliest_publication_governs(book, calendars, compute):
    events = {"publication": "2024-05-18", "publication#2": "2024-04-06"}  # a Saturday, on line
    assert found(book, calendars, events, "2024-06-01")["EP"] == ("lost", "2024-04-06")
    twice = [Event("publication", day("2024-05-18")), Event("publication", day("2024-04-06"))]
    assert compute(twice)["grace.us"].raw == day("2025-04-06")


def test_nothing_published_nothing_to_say(book, calendars):
    assert standings(book, [], calendars, day("2024-01-01")) == []
    assert Right("kept") is Right.KEPT
