"""Settings of this user on this machine, declared once: key, default, meaning. The office's own are in the office."""

import json
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path

from techmgr.core.paths import settings_folder

MOST_RECENT = 10


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program remembers about its user. A damaged file counts as no file."""

    language: str = ""  # "" follows the system
    scheme: str = "system"  # system, light or dark
    row_height: str = "compact"  # compact or comfortable
    single_keys: bool = True  # single letters work where no field has the keyboard
    officer: str = ""  # the name chosen on opening an office
    recent: tuple[str, ...] = field(default_factory=tuple)  # paths of offices, newest first


def load(folder: Path | None = None) -> Settings:
    """Read the settings; unknown keys and wrong types are left out."""
    try:
        found = json.loads(_file(folder).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    known = {each.name: found[each.name] for each in fields(Settings) if each.name in found}
    if isinstance(known.get("recent"), list):
        known["recent"] = tuple(str(path) for path in known["recent"])
    defaults = asdict(Settings())
    return Settings(**{k: v for k, v in known.items() if type(v) is type(defaults[k])})


def save(settings: Settings, folder: Path | None = None) -> None:
    """Write the settings whole: to a new file that takes the old one's place."""
    target = _file(folder)
    fresh = target.with_suffix(".new")
    fresh.write_text(json.dumps(asdict(settings), indent=2), encoding="utf-8")
    fresh.replace(target)


def without_recent(settings: Settings, path: str) -> Settings:
    """Return the settings without an office among the recent ones."""
    return replace(settings, recent=tuple(each for each in settings.recent if each != path))


def with_recent(settings: Settings, path: str) -> Settings:
    """Return the settings with an office moved to the top of the recent ones."""
    rest = [each for each in settings.recent if each != path]
    return replace(settings, recent=(path, *rest)[:MOST_RECENT])


def change(folder: Path | None = None, **values: object) -> Settings:
    """Change some settings, leave the others as they were last saved, and return them all."""
    changed = replace(load(folder), **values)  # type: ignore[arg-type]  # names are checked by the dataclass
    save(changed, folder)
    return changed


def _file(folder: Path | None) -> Path:
    return (folder or settings_folder()) / "settings.json"
