"""The policies the program ships: dated templates an office copies and edits."""

from datetime import date
from functools import lru_cache
from pathlib import Path

from techmgr.core.errors import UserError
from techmgr.core.paths import resource
from techmgr.core.texts import say
from techmgr.royalty.policy import Policy
from techmgr.royalty.reading import read_policy


@lru_cache
def shipped() -> tuple[Policy, ...]:
    """Return every shipped policy version, by name and then by its first day."""
    read = [read_policy(path) for path in sorted(resource("policies").glob("*.toml"))]
    return tuple(sorted(read, key=lambda policy: (policy.name, policy.valid_from or date.min)))


def names() -> list[str]:
    """Return the names of the shipped policies."""
    return list(dict.fromkeys(policy.name for policy in shipped()))


def find(name: str, on: date) -> Policy:
    """Return the version of a shipped policy in force on a day, or a version by its own name.

    `university-of-california` on a day in 1995 is the version of 1963; `uc-old` always is.
    Raises UserError with the names there are.
    """
    versions = [policy for policy in shipped() if policy.name == name]
    if not versions:
        return _by_own_name(name)
    for policy in versions:
        if policy.in_force(on):
            return policy
    text = say(
        "No version of “{name}” is in force on {day}. The first begins on {start}.",
        name=name,
        day=on.isoformat(),
        start=(versions[0].valid_from or date.min).isoformat(),
    )
    raise UserError(text, field="on")


def _by_own_name(name: str) -> Policy:
    for policy in shipped():
        if name in policy.also:
            return policy
    text = say("There is no policy “{name}”. There are: {names}.", name=name, names=names())
    raise UserError(text, field="name")


def policy_named(name: str, on: date) -> Policy:
    """Return a policy from a file (`….toml`) or a shipped one by name and day."""
    return read_policy(Path(name)) if name.endswith(".toml") else find(name, on)


def policy_text(name: str, on: date) -> str:
    """Return the TOML of a shipped policy version, for an office to adopt and edit."""
    wanted = find(name, on)
    for path in sorted(resource("policies").glob("*.toml")):
        if read_policy(path) == wanted:
            return path.read_text(encoding="utf-8")
    raise AssertionError(f"{name} was found but not its file")
