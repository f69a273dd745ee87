"""The worksheet of an event: its explanation as live formulas on whole minor units."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from techmgr.core.money import percentage
from techmgr.core.texts import say
from techmgr.documents.sheets import Look, Sheet, Styled, Value
from techmgr.royalty.dividing import Part, Piece, divide
from techmgr.royalty.explain import Kind, Node
from techmgr.royalty.grid import EXACT, Grid, entered, is_whole, ruled, whole
from techmgr.royalty.policy import BALANCE

Edges = tuple[Fraction | None, Fraction | None]


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a worksheet: the sheet's name, its heading, and the line under it."""

    title: str
    heading: str
    under: str = ""


def worksheet(tree: Node, head: Heading, decimals: int, language: str = "en") -> Sheet:
    """Return the sheet of one event; `decimals` of its currency (0 for whole shares).

    Every amount recomputes from what was entered; one that whole-number arithmetic cannot reach
    exactly is written as a value. The column of differences stays 0.
    """
    grid = Grid(language, decimals)
    sign = -1 if tree.minor < 0 else 1
    for step, node in enumerate(tree.children, start=1):
        first = grid.next_row
        match node.kind:
            case Kind.RECEIVED:
                _received(grid, node)
            case Kind.TAKEN:
                _taken(grid, node, sign)
            case Kind.NET:
                _net(grid, node)
            case Kind.SHARED:
                _shared(grid, node, sign)
            case _:
                grid.add(node.label, look=Look.QUIET)
        grid.fill(first, "A", step)
    return grid.sheet(head.title, head.heading, head.under)


def _received(grid: Grid, node: Node) -> None:
    cells = []
    for receipt in node.children:
        row = grid.add(receipt.label, {"N": receipt.clause})
        cells.append(grid.book(row, entered(receipt.minor)))
    row = grid.add(node.label, look=Look.TOTAL)
    grid.cells[node.id] = grid.book(row, _sum(node, cells), node.minor)
    grid.put(BALANCE, f"J{row}", node.minor)


def _sum(node: Node, cells: Sequence[str]) -> Value | Styled:
    """Return the sum of receipts; where a loss counts as nothing, the sum or 0."""
    if not cells:
        return entered(node.minor)
    total = f"SUM({cells[0]}:{cells[-1]})"
    counted = sum(receipt.minor for receipt in node.children) == node.minor
    return whole(f"={total}" if counted else f"=MAX(0,{total})")


def _taken(grid: Grid, node: Node, sign: int) -> None:
    """Add a deduction: a rate, rounded half-up, or what is owed; never more than is left."""
    row = grid.next_row
    claim, cells = _claim(grid, node, row)
    left = abs(grid.held[node.source])
    booked: Value = node.minor
    if node.minor == -sign * min(claim, left) and abs(left) * 2 < EXACT:
        minus = "-" if sign > 0 else ""
        booked = whole(f"={minus}MIN(G{row},ABS({grid.sum_of(node.source)}))")
    grid.add(node.label, cells | {"N": node.clause})
    grid.cells[node.id] = grid.book(row, booked, node.minor)
    grid.put(node.source, f"J{row}", node.minor)
    _repaid(grid, node, sign)


def _claim(grid: Grid, node: Node, row: int) -> tuple[int, dict[str, Value | Styled]]:
    """Return what a step asks for (a magnitude) and the cells that compute it."""
    asked = int(node.base_minor or 0)
    if node.rate is None:
        return asked, {"C": entered(asked), "G": whole(f"=C{row}")}
    base = grid.cells[node.base]
    stands = abs(grid.worth[base]) == asked
    cells: dict[str, Value | Styled] = {
        "C": whole(f"=ABS({base})") if stands else entered(asked),
        "D": ruled(node.rate.numerator),
        "E": ruled(node.rate.denominator),
        "F": whole(f"=C{row}*D{row}"),
        "G": whole(f"=QUOTIENT(2*F{row}+E{row},2*E{row})"),
    }
    return percentage(asked, node.rate), cells


def _repaid(grid: Grid, node: Node, sign: int) -> None:
    """Divide what was recovered among those who paid."""
    total = abs(node.minor)
    cell = grid.cells[node.id]
    parts = [
        Part(owed.id, owed.label, [_piece(owed, cell, total)], owed.minor, owed.clause)
        for owed in (replace(each, base_minor=Fraction(total)) for each in node.children)
    ]
    if parts and total:
        divide(grid, cell, parts, -sign)


def _net(grid: Grid, node: Node) -> None:
    row = grid.add(node.label, {"N": node.clause}, Look.TOTAL)
    pot = grid.pots.get(node.source)
    value: Value | Styled = whole(f"={grid.sum_of(node.source)}") if pot else entered(node.minor)
    grid.cells[node.id] = grid.book(row, value, node.minor)


def _shared(grid: Grid, node: Node, sign: int) -> None:
    """Add a division: the tiers, the parties, then for each what was moved on and its persons."""
    total = grid.cells[node.base]
    if grid.worth[total] != node.minor:
        total = f"({grid.sum_of(node.source)})"
    tiers = _tiers(grid, node, total, sign)
    parties = [party for party in node.children if party.exact is not None]
    divide(grid, total, [_party(party, total, node.minor, tiers) for party in parties], sign)
    for party in node.children:
        _follow(grid, party, sign)


def _tiers(grid: Grid, node: Node, total: str, sign: int) -> dict[Edges, str]:
    """Add a row per tier that cuts the net there; returns the cell of each tier's slice."""
    found = {
        (part.starts, part.ends): part
        for party in node.children
        for part in party.children
        if part.kind is Kind.SLICE
    }
    position = node.starts
    edges = [edge for pair in found for edge in pair if edge is not None]
    if len(found) < 2 or position is None or not all(map(is_whole, [position, *edges])):
        return {}
    if not all(_cuts(position, node.minor, cut) for cut in found.values()):
        return {}
    before = grid.add(say("Counted before this"), {"C": entered(int(position))})
    low = f"(C{before}+{total})" if sign < 0 else f"C{before}"
    return {
        pair: _tier(grid, number, pair, low, total)
        for number, pair in enumerate(sorted(found, key=lambda pair: pair[0] or 0), start=1)
    }


def _cuts(position: Fraction, net: int, cut: Node) -> bool:
    """Tell whether a slice is what its tier cuts out of the net; thresholds on gross cut otherwise."""
    low, high = sorted([position, position + net])
    top = high if cut.ends is None else min(cut.ends, high)
    return top - max(cut.starts or 0, low) == cut.base_minor


def _tier(grid: Grid, number: int, edges: Edges, low: str, total: str) -> str:
    row = grid.next_row
    starts, ends = edges
    high = f"{low}+ABS({total})"
    top = high if ends is None else f"MIN(E{row},{high})"
    cells: dict[str, Value | Styled] = {"D": ruled(int(starts or 0))}
    cells["C"] = whole(f"=MAX(0,{top}-MAX(D{row},{low}))")
    if ends is not None:
        cells["E"] = ruled(int(ends))
    grid.add(say("Slice {number}, from and to in D and E", number=number), cells)
    return f"C{row}"


def _party(party: Node, total: str, net: int, tiers: dict[Edges, str]) -> Part:
    cuts = [child for child in party.children if child.kind is Kind.SLICE] or [party]
    pieces = [_piece(cut, total, net, tiers.get((cut.starts, cut.ends))) for cut in cuts]
    return Part(party.id, party.label, pieces, _before_moves(party), party.clause)


def _piece(node: Node, total: str, net: int, tier: str | None = None) -> Piece:
    """Return a slice as a formula: its tier's, the whole, or else the number it is."""
    amount = node.base_minor or Fraction(0)
    formula = tier or (f"ABS({total})" if amount == abs(net) else str(int(amount)))
    return Piece(formula, amount, node.rate or Fraction(0), node.label)


def _follow(grid: Grid, party: Node, sign: int) -> None:
    """Add what was moved to or from a party, in the order it happened, and divide among persons."""
    cell = grid.cells.get(party.id)
    if cell is not None:
        grid.put(party.recipient, cell, _before_moves(party))
    persons: list[Node] = []
    for child in party.children:
        if child.kind is Kind.MOVED:
            _moved(grid, party, child)
        if child.kind.is_payee:
            persons.append(child)
    if persons:
        _persons(grid, party, persons, sign)


def _moved(grid: Grid, party: Node, child: Node) -> None:
    label = say("{party}: {why}", party=party.label, why=child.label)
    row = grid.add(label)
    grid.put(party.recipient, grid.book(row, entered(child.minor), child.minor), child.minor)


def _persons(grid: Grid, party: Node, persons: Sequence[Node], sign: int) -> None:
    """Divide the pool as it stood before persons' own caps and disclaimers moved anything on."""
    base = int(persons[0].base_minor or 0)
    unmoved = sign * base == _before_moves(party)
    pool = grid.cells[party.id] if unmoved else str(sign * base)
    parts = [_person(person, pool, base, sign) for person in persons]
    divide(grid, pool, parts, sign)


def _before_moves(party: Node) -> int:
    return party.minor - sum(c.minor for c in party.children if c.kind is Kind.MOVED)


def _person(person: Node, pool: str, base: int, sign: int) -> Part:
    exact = person.exact or Fraction(0)
    entitled = sign * int(exact) + person.extra
    piece = Piece(f"ABS({pool})", Fraction(base), person.rate or Fraction(0), person.label)
    return Part(person.id, person.label, [piece], entitled, person.clause)
