"""What an office's own codes and words mean here: tables of resources/office-codes."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from techmgr.core.paths import resource
from techmgr.docket.events import Facts
from techmgr.patents.numbers import Which, read_number
from techmgr.patents.standing import Link

ENTRY = "office_entry"
_OFFICES = frozenset({"EP", "WO", "US", "CN", "JP", "KR", "DE", "GB", "FR", "CA", "AU", "IN"})
_PROVISIONAL = range(60, 64)  # series of US applications, MPEP 503
_DESIGN = 29
_BY_OFFICE = {"WO": "pct", "EP": "regional"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """The kind of event a code means, with its facts."""

    kind: str
    facts: Facts


@dataclass(frozen=True, slots=True)
class Codes:
    """The tables of one office. `relations` are (phrase, link): the first that stands in a text decides."""

    events: Mapping[str, Meaning]
    kinds: Mapping[str, str]
    entity_sizes: Mapping[str, str]
    relations: tuple[tuple[str, Link], ...]

    def meaning(self, code: str) -> Meaning:
        """Return what a code means; one that is not listed is an entry without effect on dates."""
        return self.events.get(code, Meaning(ENTRY, {}))

    def link(self, said: str) -> Link | None:
        """Return how a filing grew, as the office says it in words, or None."""
        bare = said.casefold()
        return next((link for phrase, link in self.relations if phrase in bare), None)


@lru_cache
def codes_of(office: str) -> Codes:
    """Return the tables of an office; empty ones when none are shipped for it."""
    path = resource("office-codes") / f"{office.lower()}.toml"
    if not office.isalpha() or not path.is_file():
        return Codes({}, {}, {}, ())
    content = tomllib.loads(path.read_text(encoding="utf-8"))
    events = {
        code: Meaning(given["kind"], {name: fact for name, fact in given.items() if name != "kind"})
        for code, given in content["events"].items()
    }
    relations = tuple((each["says"], Link(each["link"])) for each in content["relation"])
    return Codes(events, content["kinds"], content["entity_sizes"], relations)


def office_of(number: str, otherwise: str) -> str:
    """Return the office that gave a number: it may begin with its letters, as in PCT/US04/02887."""
    bare = "".join(sign for sign in number.upper() if sign.isalnum())
    if bare.startswith("PCT"):
        return "WO"
    return bare[:2] if bare[:2] in _OFFICES and bare[2:3].isdigit() else otherwise


def kind_of(country: str, application_number: str, grant_number: str = "") -> str:
    """Return the kind of right its numbers tell: US 60/445,498 is a provisional, RE31218 a reissue."""
    if country in _BY_OFFICE:
        return _BY_OFFICE[country]
    bare = read_number(country, Which.APPLICATION, application_number).bare
    if country == "US" and bare[:2].isdigit():
        if int(bare[:2]) in _PROVISIONAL:
            return "provisional"
        if int(bare[:2]) == _DESIGN:
            return "design"
    return "reissue" if grant_number.upper().startswith("RE") else "non_provisional"
