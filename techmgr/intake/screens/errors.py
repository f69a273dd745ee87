"""The list of problems of a dry run as a file to correct the source with."""

import csv
from pathlib import Path

from techmgr.core.errors import UserError
from techmgr.core.texts import say, words
from techmgr.intake.queries import Trial
from techmgr.intake.summary import problems

_FORMULA = ("=", "+", "-", "@")


def write_problems(trial: Trial, path: Path, language: str) -> Path:
    """Write row, column, text and reason of everything refused or in question; returns the path."""
    heads = (say("Row"), say("Column"), say("In the file"), say("What is wrong"))
    try:
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            out = csv.writer(file)
            out.writerow(words(each, language) for each in heads)
            for each in problems(trial.run):
                sentence = words(each.sentence, language)
                out.writerow((each.row, _safe(each.column), _safe(each.text), sentence))
    except OSError as error:
        raise UserError(
            say("“{name}” cannot be written: {why}.", name=path.name, why=error.strerror or "?")
        ) from None
    return path


def _safe(text: str) -> str:
    """Text is never a formula of a spreadsheet."""
    return f"'{text}" if text.startswith(_FORMULA) else text
