"""A recorded disclosure as the form's fields show it: names beside every id."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from techmgr.desktop.choices import Option
from techmgr.disclosure.queries import DisclosureDetails, awards_of, disclosure_by_id
from techmgr.people.queries import organisation_by_id, person_by_id

Names = Mapping[str, str]


def details_with_names(session: Session, disclosure_id: int) -> tuple[DisclosureDetails, Names]:
    """Read a disclosure and the names of everybody and everything it mentions."""
    details = disclosure_by_id(session, disclosure_id)
    fields = details.fields
    people = {each.person_id for each in fields.inventors} | {fields.submitted_by_id}
    places = {each.employer_id for each in fields.inventors}
    places |= {each.source_id for each in fields.materials}
    names = {f"person:{n}": person_by_id(session, n).name for n in people if n is not None}
    names |= {
        f"organisation:{n}": organisation_by_id(session, n).name for n in places if n is not None
    }
    names |= {f"award:{row.id}": row.number for row in awards_of(session, disclosure_id)}
    return details, names


def shown_values(details: DisclosureDetails, names: Names) -> dict[str, Any]:
    """What the fields of the form take."""
    fields = details.fields

    def option(kind: str, number: int | None) -> Option | None:
        return None if number is None else Option(number, names[f"{kind}:{number}"])

    return {
        "title": fields.title,
        "summary": fields.summary,
        "received": fields.received,
        "submitted_by_id": option("person", fields.submitted_by_id),
        "shares_open": fields.shares_open,
        "inventors": [
            {
                "person_id": option("person", each.person_id),
                "employer_id": option("organisation", each.employer_id),
                "position": each.position,
                "share": each.share,
                "assignment": each.assignment,
                "assigned_on": each.assigned_on,
            }
            for each in fields.inventors
        ],
        "awards": [{"award_id": option("award", number)} for number in fields.awards],
        "publications": [
            {
                "on_day": each.on_day,
                "kind": each.kind,
                "what": each.what,
                "is_planned": each.is_planned,
                "is_public": each.is_public,
                "place": each.place,
                "id": each.id,
            }
            for each in fields.publications
        ],
        "materials": [
            {
                "kind": each.kind,
                "what": each.what,
                "source_id": option("organisation", each.source_id),
                "terms": each.terms,
                "id": each.id,
            }
            for each in fields.materials
        ],
    }
