"""What the committee's memo on shares says: the blanks of its Word template, out of what is recorded."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from sqlalchemy.orm import Session

from techmgr.core.errors import UserError
from techmgr.core.formats import show_full_day, show_minor
from techmgr.core.money import Money
from techmgr.core.texts import Text, say, words
from techmgr.equity.kinds import CLASS_WORDS
from techmgr.equity.papers import per_cent
from techmgr.equity.queries import RegisterRow
from techmgr.equity.queries_company import OURS, CompanyFile, EventRow, company_file
from techmgr.office.queries import settings_on
from techmgr.royalty.elections import Elected, Election
from techmgr.royalty.explain import Kind, Node
from techmgr.royalty.papers import sender_of
from techmgr.royalty.queries_equity import asked_of, distributions_of, proposed
from techmgr.royalty.why import exact_amount

WHOLE = "JPY"  # a currency without decimals: shares are whole
_SHOWN = frozenset(
    {Kind.RECEIVED, Kind.TAKEN, Kind.NET, Kind.PART, Kind.PERSON, Kind.UNIT, Kind.MOVED}
)
_NOT_SAID = say("not said")


def memo_values(
    session: Session, book_id: int, holding_id: int | None, day: date, language: str = "en"
) -> dict[str, Any]:
    """Return the blanks of the memo template by name. Raises NoResultFound without such a book.

    The distribution is the one made, or what the policy would make if every inventor took shares.
    """
    found = company_file(session, book_id, day)
    sender = sender_of(session, settings_on(session, day))
    chosen = [row for row in found.ours if row.id == holding_id]
    chosen = chosen or [row for row in found.ours if row.shares]
    trees, made, why_not = _distribution(session, found, holding_id, day)
    return {
        "institution": sender.name,
        "office": sender.office or sender.name,
        "company": found.book.company,
        "day": day,
        "part": per_cent(found.table.of(*OURS), language),
        "shares": f"{sum(row.shares for row in chosen):,}",
        "holdings": [_holding(row, language) for row in chosen],
        "terms": list(_terms(found, language))
        or [{"what": words(say("Classes"), language), "words": words(_NOT_SAID, language)}],
        "rounds": [
            _round(each, found.book.currency, language) for each in found.events if _is_round(each)
        ],
        "owners": [
            {
                "holder": line.holder,
                "class": line.share_class,
                "shares": f"{line.shares:,}",
                "part": per_cent(line.part, language),
            }
            for line in found.lines
        ],
        "sum": per_cent(sum((line.part for line in found.lines), Fraction(0)), language),
        "is_made": made,
        "steps": [row for case, tree in trees for row in _steps(case, tree, language)],
        "why_not": words(why_not, language) if why_not else "",
        "conflicts": found.book.conflicts,
        "remark": found.book.memo,
    }


def _holding(row: RegisterRow, language: str) -> dict[str, Any]:
    not_said = words(_NOT_SAID, language)
    restrictions = [row.restrictions]
    if row.locked_until is not None:
        day = show_full_day(row.locked_until, language)
        restrictions.insert(0, words(say("locked up until {day}", day=day), language))
    return {
        "class": row.share_class,
        "holder": row.holder,
        "certificate": row.certificate or not_said,
        "shares": f"{row.shares:,}",
        "part": per_cent(row.part, language),
        "cost": row.cost,
        "value": row.value if row.value is not None else words(say("no round yet"), language),
        "agreement": row.agreement or not_said,
        "restrictions": "; ".join(filter(None, restrictions)) or words(say("none"), language),
    }


def _terms(found: CompanyFile, language: str) -> Iterator[dict[str, str]]:
    for each in found.classes:
        said = [CLASS_WORDS[each.kind]]
        if each.into:
            said.append(say("one becomes {ratio} of {name}", ratio=str(each.ratio), name=each.into))
        if each.expires is not None:
            said.append(say("until {day}", day=show_full_day(each.expires, language)))
        if each.anti_dilution:
            said.append(say("anti-dilution: {clause}", clause=each.anti_dilution))
        yield {"what": each.name, "words": "; ".join(words(part, language) for part in said)}


def _is_round(each: EventRow) -> bool:
    return each.pre_money is not None and not each.reversed


def _round(each: EventRow, currency: str, language: str) -> dict[str, Any]:
    before, after = (_whole(v or Fraction(0), currency) for v in (each.pre_money, each.post_money))
    return {
        "day": each.on_day,
        "shares": f"{each.shares:,}",
        "before": before,
        "after": after,
        "part_before": per_cent(each.before or Fraction(0), language),
        "part_after": per_cent(each.ours or Fraction(0), language),
    }


def _whole(minor: Fraction, currency: str) -> Money:
    return Money((2 * minor.numerator + minor.denominator) // (2 * minor.denominator), currency)


def _distribution(
    session: Session, found: CompanyFile, holding_id: int | None, day: date
) -> tuple[Sequence[tuple[str, Node]], bool, Text | None]:
    """Return the trees by case, whether they are of a distribution made, and why there are none."""
    if holding_id is None:
        made = [r for r in distributions_of(session, found.book.id) if not r.reversed]
        if made:
            return [(row.case_number, row.tree) for row in made], True, None
        return [], False, say("No certificate of the university waits to be distributed.")
    try:
        asked = asked_of(session, holding_id, day)
        everybody = [Election(person, Elected.SHARES) for person, _ in asked.inventors]
        parts = proposed(session, asked, day, everybody, {})
    except UserError as error:
        return [], False, error.text
    return [(part.case_number, part.result.tree) for part in parts], False, None


def _steps(case: str, tree: Node, language: str) -> Iterator[dict[str, str]]:
    """Yield the arithmetic line by line: what, its share of what, exact, whole shares, clause."""
    yield _line(
        words(say("Case {number}", number=case), language), "", "", tree.minor, "", strong=True
    )
    for depth, node in tree.walk():
        if node.kind in _SHOWN:
            label = "\u2003" * max(depth - 1, 0) + words(node.label, language)
            base = exact_amount(node.base_minor, WHOLE) if node.base_minor is not None else ""
            share = node.written
            if share and base:
                share = words(say("{share} of {base}", share=share, base=base), language)
            exact = exact_amount(node.exact, WHOLE) if node.exact is not None else ""
            strong = node.kind in (Kind.NET, Kind.PART)
            yield _line(label, share, exact, node.minor, node.clause, strong=strong)


def _line(
    what: str, share: str, exact: str, shares: int, clause: str, *, strong: bool
) -> dict[str, Any]:
    return {
        "what": what,
        "share": share or "–",
        "exact": exact or "–",
        "shares": show_minor(shares, WHOLE),
        "clause": clause or "–",
        "strong": strong,
    }
