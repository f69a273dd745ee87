"""Cover letters to the payees of a run, from Word templates an office can edit."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from techmgr.core.money import Money
from techmgr.core.paths import resource
from techmgr.core.texts import LANGUAGES
from techmgr.documents.names import safe_name, write_whole
from techmgr.royalty.papers import Papers, papers_of
from techmgr.royalty.statement import Statement
from techmgr.storage.office import Office

Report = Callable[[int, int], None]


def template_name(language: str) -> str:
    """Return the file of a language's template: `letter.docx`, `letter_zh_CN.docx`."""
    return "letter.docx" if language == "en" else f"letter_{language}.docx"


def save_templates(folder: Path) -> list[Path]:
    """Write the shipped templates into a folder, to be edited in Word; none is replaced."""
    written = []
    for language in LANGUAGES:
        path = folder / template_name(language)
        if not path.exists():
            shipped = resource("templates") / template_name(language)
            written.append(write_whole(path, shipped.read_bytes()))
    return written


def write_letters(
    office: Office, run_id: int, folder: Path, report: Report | None = None
) -> list[Path]:
    """Write a letter per payee of a run in the payee's language; return their paths.

    A template of the office's own in the folder goes before the shipped one. `report(done, total)`
    is called after each letter; what it raises stops the work between letters.
    """
    from techmgr.documents import word  # noqa: PLC0415 - a fifth of a second that the first window can do without

    papers = office.read(papers_of, run_id, office.today)
    templates = {language: _template(folder, language) for language in LANGUAGES}
    written = []
    for number, statement in enumerate(papers.statements, start=1):
        language = statement.payee.language
        values = letter_values(papers, statement, office.officer)
        content = word.fill(templates[language], values, language)
        name = safe_name(f"{statement.number} {statement.payee.name} letter", ".docx")
        written.append(write_whole(folder / name, content))
        if report is not None:
            report(number, len(papers.statements))
    return written


def _template(folder: Path, language: str) -> bytes:
    own = folder / template_name(language)
    found = own if own.exists() else resource("templates") / template_name(language)
    return found.read_bytes()


def letter_values(papers: Papers, statement: Statement, officer: str) -> Mapping[str, Any]:
    """Return the blanks of the letter's template by name; "" or None where there is nothing."""
    payee = statement.payee
    amount = Money(statement.total - statement.held, statement.currency)
    return {
        "institution": statement.sender.name,
        "office": statement.sender.office or statement.sender.name,
        "payee": payee.name,
        "address": list(payee.address),
        "day": statement.day,
        "statement": statement.number,
        "until": papers.run.through,
        "amount": -amount if amount.minor < 0 else amount,
        "has_amount": amount.minor > 0,
        "takes_back": amount.minor < 0,
        "goes_to": "; ".join(statement.payment) if statement.is_paid_outside else "",
        "held": Money(statement.held, statement.currency) if statement.held else None,
        "held_why": statement.held_why,
        "use": payee.use,
        "officer": officer,
    }
