"""What actions on rights share: a right written from its fields, and what must be true of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import select

from techmgr.core.checks import Checks
from techmgr.core.shares import WHOLE, show_share
from techmgr.core.texts import say
from techmgr.office.queries import check_listed
from techmgr.patents.model import Right, RightCase, RightLink, RightParty
from techmgr.patents.numbers import Which, read_number
from techmgr.patents.queries import family_ids, links_of
from techmgr.patents.standing import has_loop, link_between
from techmgr.storage.unit import Unit

Shares = tuple[tuple[int, Fraction], ...]
NUMBERS = {
    "application_number": Which.APPLICATION,
    "publication_number": Which.PUBLICATION,
    "grant_number": Which.GRANT,
}
_COUNTRY = 2


@dataclass(frozen=True, slots=True)
class RightFields:
    """What is recorded of a right. Numbers are kept as given; `cases` are (case id, share).

    `parent_id` is the filing it grew from and `link` how (told by the kinds when empty); `also` are
    further earlier filings it relies on. A number with a wrong check digit is taken when confirmed.
    """

    kind: str
    country: str
    title: str
    cases: Shares
    filed: date | None = None
    application_number: str = ""
    publication_number: str = ""
    grant_number: str = ""
    published: date | None = None
    granted: date | None = None
    expires: date | None = None
    parent_id: int | None = None
    counsel_id: int | None = None
    counsel_reference: str = ""
    entity_size: str = ""
    link: str = ""
    also: tuple[tuple[int, str], ...] = ()
    pta_days: int = 0
    disclaimed_to: date | None = None
    entity_size_since: date | None = None
    applicants: tuple[int, ...] = ()
    owners: tuple[int, ...] = ()
    is_followed: bool = True
    numbers_confirmed: bool = False


def bare_numbers(country: str, numbers: dict[str, str]) -> str:
    """Return the numbers of a right as search finds them, each once."""
    read = [read_number(country, NUMBERS[name], text) for name, text in numbers.items() if text]
    return " ".join(dict.fromkeys(each.bare for each in read))


def write_right(unit: Unit, right: Right, fields: RightFields, checks: Checks) -> None:
    """Copy fields into a right and note everything that cannot be."""
    right.kind = check_listed(unit.session, checks, "right_kind", fields.kind, "kind")
    right.country = checks.line(
        fields.country, "country", say("Choose the country or office.")
    ).upper()
    if right.country and not (len(right.country) == _COUNTRY and right.country.isalpha()):
        checks.wrong(
            say("“{text}” is no office: write two letters, such as US, EP, WO or CN.",
                text=right.country), "country",
        )  # fmt: skip
    right.title = checks.line(fields.title, "title", say("Enter a title."))
    for name in (*NUMBERS, "counsel_reference"):
        setattr(right, name, checks.line(getattr(fields, name), name))
    for name in ("filed", "published", "granted", "expires", "disclaimed_to", "entity_size_since"):
        setattr(right, name, checks.day(getattr(fields, name), name))
    right.counsel_id, right.entity_size = fields.counsel_id, fields.entity_size
    right.is_followed = fields.is_followed
    right.bare_numbers = bare_numbers(
        right.country, {name: getattr(right, name) for name in NUMBERS}
    )
    _check_numbers(right, fields, checks)
    _check_days(unit, right, checks)
    check_shares(fields.cases, checks)
    right.pta_days = fields.pta_days
    if fields.pta_days < 0:
        checks.wrong(say("An adjustment adds days: write 0 or more."), "pta_days")


def _check_numbers(right: Right, fields: RightFields, checks: Checks) -> None:
    if fields.numbers_confirmed:
        return
    for name, which in NUMBERS.items():
        number = read_number(right.country, which, getattr(right, name))
        if getattr(right, name) and number.doubt is not None:
            checks.wrong(number.doubt, name)


def _check_days(unit: Unit, right: Right, checks: Checks) -> None:
    check_order(checks, right.filed, right.granted)
    if right.filed is not None and right.filed > unit.today:
        checks.wrong(say("{day} has not come yet.", day=right.filed.isoformat()), "filed")
    if right.filed and right.published and right.published < right.filed:
        checks.wrong(
            say(
                "It was published on {published}, before it was filed on {filed}. Correct one of them.",
                published=right.published.isoformat(),
                filed=right.filed.isoformat(),
            ),
            "published",
        )


def check_order(checks: Checks, filed: date | None, granted: date | None) -> None:
    """Note a grant before the filing."""
    if filed is not None and granted is not None and granted < filed:
        checks.wrong(
            say(
                "It was granted on {granted}, before it was filed on {filed}. Correct one of them.",
                granted=granted.isoformat(),
                filed=filed.isoformat(),
            ),
            "granted",
        )


def check_shares(cases: Shares, checks: Checks) -> None:
    """Note shares of cases that do not make exactly one, or name a case twice."""
    total = sum((share for _, share in cases), Fraction(0))
    if len({case_id for case_id, _ in cases}) < len(cases):
        checks.wrong(say("A case is named twice. Name each once."), "cases")
    elif any(share <= 0 for _, share in cases):
        checks.wrong(say("A share must be more than nothing. Leave the case out."), "cases")
    elif cases and total != WHOLE:
        checks.wrong(
            say(
                "The cases' shares of this right make {total}. They must make exactly {whole}.",
                total=show_share(total),
                whole=show_share(WHOLE),
            ),
            "cases",
        )


def check_links(unit: Unit, right: Right, fields: RightFields, checks: Checks) -> None:
    """Note an earlier filing that is later, the right itself, or one that grew from it."""
    wanted = [number for number, _ in wanted_links(fields)]
    for number in wanted:
        earlier = unit.session.get_one(Right, number)
        if right.filed and earlier.filed and earlier.filed > right.filed:
            checks.wrong(
                say(
                    "It grew from {number}, filed on {earlier}, but was itself filed before, on "
                    "{filed}. Correct one of the days, or choose another filing.",
                    number=f"{earlier.country} {earlier.application_number or earlier.title}",
                    earlier=earlier.filed.isoformat(),
                    filed=right.filed.isoformat(),
                ),
                "parent_id",
            )
    if right.id is not None and wanted:
        ids = sorted(family_ids(unit.session, [right.id, *wanted]))
        links = {number: [e for e, _ in of] for number, of in links_of(unit.session, ids).items()}
        if has_loop({**links, right.id: wanted}, right.id):
            checks.wrong(
                say("That filing grew from this one: a filing cannot grow from itself."),
                "parent_id",
            )


def wanted_links(fields: RightFields) -> list[tuple[int, str]]:
    """Return every earlier filing a request names, the one it grew from first, each once."""
    first = [(fields.parent_id, fields.link)] if fields.parent_id is not None else []
    return list({number: (number, link) for number, link in reversed([*first, *fields.also])}
                .values())[::-1]  # fmt: skip


def write_links(unit: Unit, right: Right, fields: RightFields) -> None:
    """Store what a right grew from, in the order named."""
    stored = {
        each.earlier_id: each
        for each in unit.session.scalars(select(RightLink).where(RightLink.right_id == right.id))
    }
    wanted = wanted_links(fields)
    kept = [number for number in stored if number in dict(wanted)]
    if kept != [number for number, _ in wanted][: len(kept)]:
        kept = []  # their order is that of their ids: another order is written anew
    for number in stored.keys() - set(kept):
        unit.session.delete(stored[number])
    unit.session.flush()
    for number, link in wanted:
        earlier = unit.session.get_one(Right, number)
        kind = link or link_between(right.kind, right.country, earlier.kind, earlier.country).value
        if number in kept:
            stored[number].kind = kind
        else:
            unit.add(RightLink(right_id=right.id, earlier_id=number, kind=kind))


def write_cases(unit: Unit, right: Right, cases: Shares, from_day: date) -> None:
    """Store the shares of a right from a day on, in place of those that begin on it."""
    unit.session.query(RightCase).filter_by(right_id=right.id, from_day=from_day).delete()
    unit.add(
        *(
            RightCase(
                right_id=right.id,
                case_id=case_id,
                numerator=share.numerator,
                denominator=share.denominator,
                from_day=from_day,
            )
            for case_id, share in cases
        )
    )


def write_parties(unit: Unit, right: Right, fields: RightFields) -> None:
    """Store applicants and owners; one that was there stays the same record."""
    stored = {
        (each.role, each.organisation_id): each
        for each in unit.session.scalars(select(RightParty).where(RightParty.right_id == right.id))
    }
    named: Sequence[tuple[str, int]] = [
        *(("applicant", number) for number in dict.fromkeys(fields.applicants)),
        *(("owner", number) for number in dict.fromkeys(fields.owners)),
    ]
    for key in stored.keys() - set(named):
        unit.session.delete(stored[key])
    unit.session.flush()
    unit.add(
        *(
            RightParty(right_id=right.id, role=role, organisation_id=number)
            for role, number in named
            if (role, number) not in stored
        )
    )
