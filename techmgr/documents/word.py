"""Fills Word templates: every value is text, every blank is found first, no template runs code."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import TemplateError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.nodes import EvalContextModifier
from jinja2.sandbox import ImmutableSandboxedEnvironment

from techmgr.core.errors import UserError
from techmgr.core.formats import show_full_day, show_money
from techmgr.core.money import Money
from techmgr.core.texts import say
from techmgr.documents.names import write_whole
from techmgr.documents.packed import refuse_bomb
from techmgr.documents.tables import shown
from techmgr.documents.workbook import without_controls

Blank = str | int | bool | Money | Fraction | date | None
Values = Mapping[str, "Blank | Sequence[Mapping[str, Blank]] | Sequence[str]"]

_FILTERS = frozenset(
    {"upper", "lower", "title", "capitalize", "join", "length", "first", "last", "trim"}
)
_REFUSED_OPERATORS = frozenset({"*", "**", "%"})  # 'x' * 10**10 would fill the memory


def fill(template: bytes, values: Values, language: str = "en") -> bytes:
    """Return the template with its blanks filled in, as DOCX.

    A blank that is printed but unknown or empty is refused, all of them in one UserError; in a
    condition an empty value counts as no. Money is shown with its currency, days in full.
    """
    missing: dict[str, None] = {}
    environment = _environment(missing)
    document = _opened(template)
    context = {name: _worded(value, name, language, missing) for name, value in values.items()}
    try:
        document.render(context, environment, autoescape=True)
    except SecurityError as error:
        raise UserError(
            say(
                "The template tries to do more than fill in text ({reason}), and is not used.",
                reason=str(error),
            ),
            field="template",
        ) from error
    except (TemplateError, SyntaxError, TypeError, ValueError, OverflowError) as error:
        raise _mistake(error) from error
    _refuse_missing(missing)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def write(template: Path, values: Values, path: Path, language: str = "en") -> Path:
    """Fill a template file and write the result, whole or not at all."""
    return write_whole(path, fill(template.read_bytes(), values, language))


def blanks_of(template: bytes) -> frozenset[str]:
    """Return the names a template asks for, so that an office can see what it must know."""
    try:
        names = _opened(template).get_undeclared_template_variables(_environment({}))
    except TemplateError as error:
        raise _mistake(error) from error
    return frozenset(names)


# SyntaxError is also what the XML library raises for broken markup.
def _opened(template: bytes) -> DocxTemplate:
    refuse_bomb(template)
    try:
        document = DocxTemplate(BytesIO(template))
        document.init_docx()
    except (
        BadZipFile,
        PackageNotFoundError,
        KeyError,
        ValueError,
        SyntaxError,
        OSError,
    ) as error:
        raise UserError(
            say(
                "The template is not a Word document (.docx) or is damaged: save it again in Word as .docx."
            ),
            field="template",
        ) from error
    return document


def _mistake(error: Exception) -> UserError:
    near = " … ".join(part.strip() for part in getattr(error, "docx_context", ()) if part.strip())
    reason = re.sub(r"\s+", " ", getattr(error, "message", None) or str(error))
    if near:
        text = say(
            "The template has a mistake: {reason}. It stands near “{near}”.",
            reason=reason,
            near=near[:200],
        )
    else:
        text = say("The template has a mistake: {reason}.", reason=reason)
    return UserError(text, field="template")


def _refuse_missing(missing: Iterable[str]) -> None:
    names = tuple(missing)
    if names:
        raise UserError(
            say(
                "These blanks of the document are not filled in: {names}. Fill them in, or take "
                "them out of the template.",
                names=names,
            ),
            field=names[0],
        )


class _Sandbox(ImmutableSandboxedEnvironment):
    """Fills in text and nothing else: no attributes of Python, no markup unescaped, no repeats."""

    intercepted_binops = _REFUSED_OPERATORS

    def call_binop(self, _context: Any, operator: str, _left: Any, _right: Any) -> Any:
        raise SecurityError(f"the operator {operator}")

    def _parse(self, source: str, name: str | None, filename: str | None) -> Any:
        tree = super()._parse(source, name, filename)
        if tree.find(EvalContextModifier) is not None:
            raise SecurityError("autoescape")
        return tree


def _environment(missing: dict[str, None]) -> _Sandbox:
    environment = _Sandbox(autoescape=True, undefined=_unknown(missing))
    environment.filters = {
        name: each for name, each in environment.filters.items() if name in _FILTERS
    }
    environment.globals.clear()
    return environment


def _unknown(missing: dict[str, None]) -> type[Undefined]:
    return type("Unknown", (_Unknown,), {"missing": missing})


class _Unknown(Undefined):
    """A name nobody gave. It notes every use of it, so that all of them are told at once."""

    missing: dict[str, None]

    def _noted(self) -> None:
        self.missing[self._undefined_name or "?"] = None

    def __str__(self) -> str:
        self._noted()
        return ""

    def __iter__(self) -> Iterator[Any]:
        self._noted()
        return iter(())

    def __bool__(self) -> bool:
        # A misspelt condition would leave out a clause in silence.
        self._noted()
        return False

    def __len__(self) -> int:
        self._noted()
        return 0

    def __eq__(self, _other: object) -> bool:
        self._noted()
        return False

    __hash__ = Undefined.__hash__


class _Empty:
    """A value that is known to be empty: no in a condition, and noted when it is printed."""

    def __init__(self, name: str, missing: dict[str, None]) -> None:
        self._name, self._missing = name, missing

    def __bool__(self) -> bool:
        return False

    def __len__(self) -> int:
        return 0

    def __str__(self) -> str:
        self._missing[self._name] = None
        return ""

    def __iter__(self) -> Iterator[Any]:
        self._missing[self._name] = None
        return iter(())


def _worded(value: Any, name: str, language: str, missing: dict[str, None]) -> Any:
    """Return a value as text, true or false, or a list of rows of them."""
    if isinstance(value, bool):
        return value
    if value is None or (isinstance(value, str) and not value.strip()) or value in ([], ()):
        return _Empty(name, missing)
    if isinstance(value, Mapping):
        return {
            key: _worded(each, f"{name} {key}", language, missing) for key, each in value.items()
        }
    if isinstance(value, list | tuple):
        return [
            _worded(each, f"{name} {at}", language, missing) for at, each in enumerate(value, 1)
        ]
    return without_controls(_in_words(value, language))


def _in_words(value: Any, language: str) -> str:
    if isinstance(value, Money):
        return show_money(value, with_currency=True)
    if isinstance(value, date):
        return show_full_day(value, language)
    return shown(value, language)
