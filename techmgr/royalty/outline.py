"""A policy's file as a form edits it: its parts in order, their entries, parts added, moved, removed."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from techmgr.core.errors import Problems, UserError
from techmgr.core.texts import say
from techmgr.royalty.checking import problems_of
from techmgr.royalty.policy import Policy
from techmgr.royalty.reading import read_table

Table = dict[str, Any]
Path = tuple[str | int, ...]

_LISTS = {"party": "party", "step": "step", "sharing": "step", "tier": "tier", "index": "index"}


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a policy: general, selector, party, step, sharing, tier, index or small.

    `place` is how problems name it (`step.shares.tier.2`), `words` what it calls itself.
    """

    kind: str
    path: Path
    place: str
    words: str
    depth: int = 0


def table_of(text: str) -> Table:
    """Read the text of a policy file as it stands, sound or not. UserError when it is no TOML."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UserError(say("This is not a policy file: {reason}.", reason=str(error))) from None


def examined(text: str) -> tuple[Policy | None, list[UserError]]:
    """Return the policy a text makes, or None, and everything that is wrong with it."""
    try:
        table = table_of(text)
    except UserError as error:
        return None, error.problems if isinstance(error, Problems) else [error]
    problems: list[UserError] = []
    policy = read_table(table, problems)
    problems = problems or problems_of(policy)
    return (None if problems else policy), problems


def parts_of(table: Table) -> list[Part]:
    """Return the parts of a policy in the order they are written."""
    return [
        Part("general", (), "", ""),
        Part("selector", ("selector",), "selector", ""),
        *_parties(table),
        *_steps(table),
    ]


def _parties(table: Table) -> Iterator[Part]:
    for number, party in enumerate(_tables(table, "party")):
        place = f"party.{party.get('id', number + 1)}"
        yield Part("party", ("party", number), place, _words(party))


def _steps(table: Table) -> Iterator[Part]:
    for number, step in enumerate(_tables(table, "step")):
        path: Path = ("step", number)
        place = f"step.{step.get('id', number + 1)}"
        yield Part("sharing" if "tier" in step else "step", path, place, _words(step))
        for kind in ("index", "tier"):
            for own, each in enumerate(_tables(step, kind)):
                at = f"{place}.{kind}.{own + 1}"
                until = each.get("up_to" if kind == "tier" else "until", "")
                yield Part(kind, (*path, kind, own), at, str(until), 1)
        if "small" in step:
            up_to = str(step["small"].get("up_to", ""))
            yield Part("small", (*path, "small"), f"{place}.small", up_to, 1)


def _tables(table: Mapping[str, Any], key: str) -> Sequence[Table]:
    found = table.get(key)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _words(table: Table) -> str:
    return str(table.get("label") or table.get("id") or "")


def at(table: Table, path: Path) -> Table:
    """Return the table a part stands in; one that is not there yet is made."""
    here: Any = table
    for step in path:
        here = here.setdefault(step, {}) if isinstance(here, dict) else here[step]
    assert isinstance(here, dict), "a part is a table"
    return here


def value_at(part: Table, key: str) -> Any:
    """Return an entry of a part; `cap.amount` stands in a table of its own. None when absent."""
    outer, _, inner = key.partition(".")
    if not inner:
        return part.get(key)
    return found.get(inner) if isinstance(found := part.get(outer), dict) else None


def put(part: Table, key: str, value: Any) -> None:
    """Set an entry of a part; an empty one is left out, and so is a table with nothing in it."""
    outer, _, inner = key.partition(".")
    if inner:
        table = dict(part.get(outer) or {})
        put(table, inner, value)
        put(part, outer, table)
    elif value in ("", None, False, [], {}):
        part.pop(key, None)
    else:
        part[key] = value


def add(table: Table, kind: str, beside: Path = ()) -> Path:
    """Add a part at the end of its list and return where it stands; tiers go to the step of `beside`."""
    first = next((each.get("id", "") for each in _tables(table, "party")), "")
    number = len(_tables(table, _LISTS[kind])) + 1
    new: dict[str, Table] = {
        "party": {"id": f"party_{number}", "label": f"Party {number}"},
        "step": {"id": f"step_{number}", "label": f"Step {number}", "rate": "0 %", "recipient": first},
        "sharing": {
            "id": f"step_{number}",
            "label": f"Step {number}",
            "tier": [{"shares": {first: "remainder"}}],
        },
        "tier": {"shares": {first: "remainder"}},
        "index": {"factor": "1"},
    }  # fmt: skip
    owner = at(table, beside[:2]) if kind in ("tier", "index") else table
    owner.setdefault(_LISTS[kind], []).append(new[kind])
    where = beside[:2] if kind in ("tier", "index") else ()
    return (*where, _LISTS[kind], len(owner[_LISTS[kind]]) - 1)


def remove(table: Table, path: Path) -> None:
    """Take a part out of the policy."""
    del _beside(table, path)[int(path[-1])]


def move(table: Table, path: Path, by: int) -> Path:
    """Move a part up or down among its like and return where it stands then."""
    beside, number = _beside(table, path), int(path[-1])
    to = min(max(number + by, 0), len(beside) - 1)
    beside.insert(to, beside.pop(number))
    return (*path[:-1], to)


def _beside(table: Table, path: Path) -> list[Table]:
    """Return the list a part stands in."""
    found: list[Table] = at(table, path[:-2])[str(path[-2])]
    return found


def by_part(
    parts: Sequence[Part], problems: Sequence[UserError]
) -> dict[Path, list[tuple[str, UserError]]]:
    """Return problems by part, each with the entry it is about; what names no part is of the whole."""
    found: dict[Path, list[tuple[str, UserError]]] = {}
    for problem in problems:
        field = problem.field or ""
        fitting = [
            each for each in parts if each.place and f"{field}.".startswith(f"{each.place}.")
        ]
        part = max(fitting, key=lambda each: len(each.place), default=parts[0])
        key = field[len(part.place) :].lstrip(".") if part.place else field
        found.setdefault(part.path, []).append((key, problem))
    return found


def typed(kind: str, text: str) -> Any:
    """Turn what was typed into an entry: a list at its commas, a day, or the text itself."""
    if kind == "list":
        return [each.strip() for each in text.replace("，", ",").split(",") if each.strip()]
    if kind == "day":
        try:
            return date.fromisoformat(text)
        except ValueError:
            return text
    return text
