"""Two kinds of error: what the user can act on (here), and bugs (everything else)."""

from techmgr.core.texts import Text, words


class UserError(Exception):
    """Something the user can put right. Says what is, what must be, and a way out.

    `field` names the request's field the sentence belongs beside; None means the whole form.
    """

    def __init__(self, text: Text, *, field: str | None = None) -> None:
        super().__init__(text)
        self.text = text
        self.field = field

    def __str__(self) -> str:
        return words(self.text, "en")


class Problems(UserError):  # noqa: N818 - several errors at once, a fact and not an error of its own
    """Several things wrong with one request, so that a form can mark every field at once."""

    def __init__(self, problems: list[UserError]) -> None:
        super().__init__(problems[0].text, field=problems[0].field)
        self.problems = problems

    def __str__(self) -> str:
        return " ".join(str(problem) for problem in self.problems)


def refuse_if(problems: list[UserError]) -> None:
    """Raise what is wrong: nothing, the one problem, or all of them together."""
    if len(problems) == 1:
        raise problems[0]
    if problems:
        raise Problems(problems)
