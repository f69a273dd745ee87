"""Whether a person or organisation named in a request is there, for every action that takes one."""

from sqlalchemy.orm import Session

from techmgr.core.checks import Checks
from techmgr.core.texts import Text, say
from techmgr.people.model import Organisation, Person


def check_person(
    session: Session, checks: Checks, person_id: int | None, field: str, missing: Text | None = None
) -> int | None:
    """Return a person's id, noting one who is not there or was merged; `missing` when none is given."""
    if person_id is None:
        if missing is not None:
            checks.wrong(missing, field)
        return None
    person = session.get(Person, person_id)
    if person is None:
        checks.wrong(say("There is no such person. Choose one from the list."), field)
    elif person.merged_into_id is not None:
        checks.wrong(_merged(person.name), field)
    return person_id


def check_organisation(
    session: Session,
    checks: Checks,
    organisation_id: int | None,
    field: str,
    missing: Text | None = None,
) -> int | None:
    """Return an organisation's id, noting one that is not there or was merged; `missing` as above."""
    if organisation_id is None:
        if missing is not None:
            checks.wrong(missing, field)
        return None
    organisation = session.get(Organisation, organisation_id)
    if organisation is None:
        checks.wrong(say("There is no such organisation. Choose one from the list."), field)
    elif organisation.merged_into_id is not None:
        checks.wrong(_merged(organisation.name), field)
    return organisation_id


def _merged(name: str) -> Text:
    return say("“{name}” was merged into another entry. Choose that one.", name=name)
