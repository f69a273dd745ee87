"""The real technologies of the sample: NASA's titles and abstracts (resources/sample/SOURCE.md)."""

import csv
from dataclasses import dataclass

from techmgr.core.paths import resource


@dataclass(frozen=True, slots=True)
class Technology:
    """One entry of the published catalogue; `number` is NASA's own."""

    number: str
    title: str
    abstract: str
    category: str
    centre: str


def technologies() -> list[Technology]:
    """Return all technologies of the sample in the order of the file."""
    path = resource("sample") / "technologies.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [Technology(**row) for row in csv.DictReader(file)]
