"""Collecting what is wrong with a request, field by field, so that a form can mark every field at once."""

from datetime import date

from techmgr.core.days import plausible
from techmgr.core.errors import UserError, refuse_if
from techmgr.core.texts import Text, say

_LONGEST_LINE = 1_000  # a title; a name
_LONGEST_TEXT = 1_000_000


class Checks:
    """The problems of one request. Always true: nothing is raised before `refuse`."""

    def __init__(self) -> None:
        self.problems: list[UserError] = []

    def wrong(self, text: Text, field: str) -> None:
        """Note a problem beside a field."""
        self.problems.append(UserError(text, field=field))

    def line(self, text: str, field: str, missing: Text | None = None) -> str:
        """Return one line of text without outer spaces; `missing` is the sentence when it is empty."""
        bare = " ".join(text.split())
        if not bare and missing is not None:
            self.wrong(missing, field)
        return self._readable(bare, field, _LONGEST_LINE)

    def text(self, text: str, field: str, missing: Text | None = None) -> str:
        """Return a text of any lines without outer spaces; `missing` as in `line`."""
        bare = text.strip()
        if not bare and missing is not None:
            self.wrong(missing, field)
        return self._readable(bare, field, _LONGEST_TEXT)

    def reason(self, text: str, field: str = "reason") -> str:
        """Return the reason an action owes, noting when there is none."""
        return self.text(text, field, say("Say why: a reason is kept with this."))

    def day(self, day: date | None, field: str, missing: Text | None = None) -> date | None:
        """Return a day, noting a year that cannot be meant; `missing` as in `line`."""
        if day is None:
            if missing is not None:
                self.wrong(missing, field)
            return None
        try:
            return plausible(day, field)
        except UserError as error:
            self.problems.append(error)
            return day

    def period(
        self, from_day: date | None, until_day: date | None, field: str = "until_day"
    ) -> None:
        """Note bad days, and an end before the beginning."""
        self.day(from_day, "from_day")
        self.day(until_day, field)
        if from_day is not None and until_day is not None and until_day < from_day:
            self.wrong(
                say(
                    "It ends on {until}, before it begins on {start}. Choose a later end.",
                    until=until_day.isoformat(),
                    start=from_day.isoformat(),
                ),
                field,
            )

    def refuse(self) -> None:
        """Raise everything that is wrong, if anything is."""
        refuse_if(self.problems)

    def _readable(self, text: str, field: str, longest: int) -> str:
        if "\0" in text:
            self.wrong(say("The text contains a NUL character. Remove it."), field)
        if len(text) > longest:
            self.wrong(
                say(
                    "The text has {length} characters; {longest} fit.",
                    length=f"{len(text):,}",
                    longest=f"{longest:,}",
                ),
                field,
            )
        return text
