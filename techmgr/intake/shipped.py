"""Profiles for files that many offices meet, shipped with the program; and profiles in files."""

import json
from pathlib import Path

from techmgr.core.errors import UserError
from techmgr.core.paths import resource
from techmgr.core.texts import say
from techmgr.intake.mapping import Profile, profile_of


def shipped_profiles(target: str) -> list[Profile]:
    """Return the shipped profiles of a target, by name."""
    found = (profile_in(path) for path in sorted(resource("profiles").glob("*.json")))
    return [each for each in found if each.target == target]


def profile_in(path: Path) -> Profile:
    """Return the profile that a file holds, as `Profile.as_plain` gives it in JSON."""
    try:
        return profile_of(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise UserError(
            say("“{name}” holds no profile of an import.", name=path.name), field="profile"
        ) from None
