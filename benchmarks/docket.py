"""Compute every deadline of many rights, and compare with a bare loop of date arithmetic."""

import sys
import time
from datetime import date, timedelta

from techmgr.core.days import add_months
from techmgr.docket.calendars import shipped_calendars
from techmgr.docket.compute import all_due
from techmgr.docket.events import Event
from techmgr.docket.rulebook import shipped_rules

STORY = {
    "us.nonfinal": 500,
    "us.reply": 600,
    "us.final": 800,
    "us.after_final_reply": 850,
    "us.rce": 900,
    "us.nonfinal ": 1000,
    "us.reply ": 1080,
    "us.allowed": 1200,
    "us.issue_fee_paid": 1250,
    "granted": 1300,
}


def right(number: int) -> list[Event]:
    filed = date(2000, 1, 1) + timedelta(days=number * 7 % 8000)
    later = [Event(kind.strip(), filed + timedelta(days=on)) for kind, on in STORY.items()]
    return [Event("filed", filed), Event("priority", filed), *later]


def main(rights: int) -> None:
    book, calendars = shipped_rules(), shipped_calendars()
    facts = {"country": "US", "type": "utility"}
    started = time.perf_counter()
    dues = sum(len(all_due(book, right(number), facts, calendars)) for number in range(rights))
    computed = time.perf_counter() - started
    started = time.perf_counter()
    for number in range(dues):
        add_months(date(2020, 1, 31), number % 240)
    bare = time.perf_counter() - started
    events = rights * (len(STORY) + 2)
    print(f"{rights:,} rights, {events:,} events, {dues:,} deadlines: {computed:.1f} s")
    print(f"bare date arithmetic for as many deadlines: {bare:.2f} s ({computed / bare:.0f} times)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
