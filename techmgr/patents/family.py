"""A family as a tree: every filing under the one it grew from first, its other sources named."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar


class Member(Protocol):
    """What a family is made of."""

    @property
    def id(self) -> int:
        """Its id."""

    @property
    def day(self) -> str:
        """Its filing day for the order, ISO text; empty when it is not filed."""


M = TypeVar("M", bound=Member)


@dataclass(frozen=True, slots=True)
class Branch(Generic[M]):
    """One filing in the tree: how deep, how it grew, from what else, and what the guides need.

    `lines` says for each depth before its own whether the line goes on below; `is_last` ends it.
    """

    member: M
    depth: int
    link: str
    also: tuple[int, ...]
    lines: tuple[bool, ...]
    is_last: bool


def branches(
    members: Sequence[M], links: Mapping[int, Sequence[tuple[int, str]]]
) -> list[Branch[M]]:
    """Return a family from the first filing down, older branches first. Linear in filings and links.

    `links` are (earlier id, how) by the later filing's id; the first of them places it in the tree.
    """
    known = {each.id for each in members}
    parent = {number: [link for link in of if link[0] in known] for number, of in links.items()}
    children: dict[int, list[M]] = {}
    for each in sorted(members, key=_order):
        above = parent.get(each.id)
        children.setdefault(above[0][0] if above else 0, []).append(each)
    found: list[Branch[M]] = []
    todo = _pushed(children.get(0, []), ())
    while todo:
        each, lines, is_last = todo.pop()
        of = parent.get(each.id) or [(0, "")]
        also = tuple(earlier for earlier, _ in of[1:])
        found.append(Branch(each, len(lines), of[0][1], also, lines, is_last))
        todo += _pushed(children.get(each.id, []), (*lines, not is_last))
    return found


def _pushed(
    members: Sequence[M], lines: tuple[bool, ...]
) -> list[tuple[M, tuple[bool, ...], bool]]:
    last = len(members) - 1
    return [(each, lines, place == last) for place, each in enumerate(members)][::-1]


def _order(member: Member) -> tuple[str, int]:
    return member.day or "9999", member.id
