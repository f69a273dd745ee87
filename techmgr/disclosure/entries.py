"""What a disclosure says, as the form hands it over: fields, inventors, publications, materials."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class InventorEntry:
    """One inventor in the order of names. Without a share the shares are open."""

    person_id: int
    share: Fraction | None = None
    employer_id: int | None = None
    position: str = ""
    assignment: str = "to_be_obtained"
    assigned_on: date | None = None


@dataclass(frozen=True, slots=True)
class PublicationEntry:
    """A publication done or planned; `id` names one that is recorded already."""

    kind: str
    what: str
    on_day: date
    is_planned: bool = False
    is_public: bool = True
    place: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class MaterialEntry:
    """Somebody else's material; `id` names one that is recorded already."""

    kind: str
    what: str
    source_id: int | None = None
    terms: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class DisclosureFields:
    """A disclosure as a whole. `awards` are ids of awards.

    `shares_open` marks the shares as not settled; then they may make less than one.
    """

    title: str
    received: date
    summary: str = ""
    submitted_by_id: int | None = None
    inventors: tuple[InventorEntry, ...] = ()
    shares_open: bool = False
    awards: tuple[int, ...] = ()
    publications: tuple[PublicationEntry, ...] = ()
    materials: tuple[MaterialEntry, ...] = ()
