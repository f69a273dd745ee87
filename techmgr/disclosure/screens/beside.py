"""What stands beside the disclosure form: dates its answers start, and similar cases on file."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import cache, partial

from PySide6.QtWidgets import QWidget
from sqlalchemy.orm import Session

from techmgr.desktop.figures import Figure, Panel
from techmgr.desktop.showing import showing
from techmgr.desktop.widgets import Button, column, holding, label, line, row
from techmgr.disclosure.entries import PublicationEntry
from techmgr.disclosure.queries_similar import SimilarCase, similar_cases
from techmgr.docket.calendars import shipped_calendars
from techmgr.docket.events import Event
from techmgr.docket.novelty import PUBLICATION, Right, Standing, standings
from techmgr.docket.rulebook import shipped_rules

Read = tuple[list[SimilarCase], list[Standing]]


@cache
def _rules():
    return shipped_rules(), shipped_calendars()


def read_beside(
    session: Session, title: str, publications: Sequence[date], today: date, own: int
) -> Read:
    """Read similar cases, and what the earliest public disclosure leaves in each country."""
    similar = [each for each in similar_cases(session, title, 6) if each.case_id != own]
    if not publications:
        return similar[:5], []
    book, calendars = _rules()
    # Read as if today were the day before the publication: what can still be saved is named.
    first = min(publications)
    day = min(today, first - timedelta(days=1))
    return similar[:5], standings(book, [Event(PUBLICATION, first)], calendars, day)


def public_days(entries: Sequence[PublicationEntry]) -> list[date]:
    """The days on which something becomes public."""
    return [each.on_day for each in entries if each.is_public and each.on_day is not None]


class Beside(Panel):
    """Exchanged whenever the answers that matter change."""

    def __init__(self, open_case: Callable[[int], object]) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("What saving starts, and similar cases"))
        self._open_case = open_case
        self.show_read(([], []))

    def show_read(self, read: Read) -> None:
        """Exchange what is shown."""
        similar, found = read
        parts: list[list[QWidget | int]] = [self._dates(found)]
        parts.append(self._similar(similar))
        self.show_parts(parts)

    def _dates(self, found: list[Standing]) -> list[QWidget | int]:
        head: list[QWidget | int] = [
            label(self.tr("What saving will start or move"), "strong"),
            label(self.tr("Dates from these answers, by rule"), "small", "secondary"),
            4,
        ]
        lost = [each for each in found if each.right is Right.LOST and each.day is not None]
        if lost:
            countries = ", ".join(dict.fromkeys(each.country for each in lost))
            day = showing.day(lost[0].day - timedelta(days=1)) if lost[0].day else ""
            what = self.tr("File before it is public")
            head += [_dated(what, day, f"{countries}: {lost[0].citation}"), line("subtle")]
        for each in found:
            if each.right is Right.GRACE and each.day is not None:
                what = self.tr("{country} grace period ends").format(country=each.country)
                head += [_dated(what, showing.day(each.day), each.citation), line("subtle")]
        if len(head) == 3:
            none = self.tr("None yet. A publication, done or planned, starts the bar dates.")
            head.append(label(none, "small", "tertiary", wrap=True))
        return head

    def _similar(self, similar: list[SimilarCase]) -> list[QWidget | int]:
        parts: list[QWidget | int] = [label(self.tr("Similar on file"), "strong")]
        if not similar:
            parts.append(label(self.tr("Nothing like it."), "small", "tertiary"))
        for each in similar:
            number = Button(
                each.number,
                partial(self._open_case, each.case_id),
                kind="link",
                small=True,
            )
            share = label(f"{float(each.share):.2f}", "small", "secondary")
            title = label(each.title, "small", wrap=True)
            title.setContentsMargins(9, 0, 0, 0)  # under the words of the button
            parts.append(holding(column(row(number, None, share), title, gap=2)))
        return parts


def _dated(what: str, day: str, why: str) -> QWidget:
    words = label(what, wrap=True)
    top = row(words, Figure(day, strong=True))
    top.setStretch(0, 1)
    return holding(column(top, label(why, "micro", "secondary", wrap=True)))
