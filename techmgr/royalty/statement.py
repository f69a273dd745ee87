"""A payee's statement as a document: the amount first, then three sums that each start from the last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from techmgr.core.formats import show_full_day, show_minor
from techmgr.core.money import Money
from techmgr.core.shares import WHOLE
from techmgr.core.texts import Text, say, words
from techmgr.documents.charts import Part, SplitBar
from techmgr.documents.content import (
    Addresses,
    Block,
    Chart,
    Column,
    Document,
    Figure,
    Heading,
    Mark,
    Note,
    NumberedSum,
    Para,
    Row,
    Sender,
    SumLine,
    Table,
    Title,
    Together,
)
from techmgr.documents.content import Kind as Holds
from techmgr.royalty.explain import Kind, Node


@dataclass(frozen=True, slots=True)
class Source:
    """One event a payee has a part of: its explanation, and the node that is the payee's.

    `title` names it for the payee (case number and title); `policy` says which rules and why.
    """

    title: str
    tree: Node
    node: str
    policy: str = ""
    signed: str = ""
    corrects: str = ""  # the run whose amount this only corrects


@dataclass(frozen=True, slots=True)
class Payee:
    """Who a statement is for, as it is printed; `language` is the reader's."""

    name: str
    address: Sequence[str] = ()
    references: Sequence[str] = ()
    language: str = "en"
    use: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """What a statement says. Always true: `paid` is the sum of the sources' nodes, less `held`.

    Amounts are minor units of `currency`; `year_to_date` and `lifetime` include this statement.
    """

    number: str
    day: date
    period: str
    currency: str
    payee: Payee
    sources: Sequence[Source]
    sender: Sender
    payment: Sequence[str] = ()
    held: int = 0
    held_why: str = ""
    year_to_date: int | None = None
    lifetime: int | None = None
    not_included: Sequence[str] = ()
    released: Sequence[str] = ()
    run: str = ""
    proof: str = ""
    is_paid_outside: bool = False  # whether an account is known the money goes to

    @property
    def total(self) -> int:
        """What the payee is due from all sources, in minor units."""
        return sum(source.tree.find(source.node).minor for source in self.sources)


def document(statement: Statement) -> Document:
    """Return the statement as a document in the payee's language; renderers only draw it."""
    language = statement.payee.language
    blocks: list[Block] = [*_head(statement)]
    for source in statement.sources:
        if len(statement.sources) > 1:
            blocks.append(Title(source.title))
        blocks.extend(_source(statement, source))
    blocks.extend(_tail(statement))
    return Document(
        title=words(say("Your share of licence income"), language),
        number=words(say("Statement {number}", number=statement.number), language),
        day=statement.day,
        blocks=blocks,
        sender=statement.sender,
        language=language,
        foot=" · ".join(filter(None, [*_policies(statement), statement.proof])),
        run=statement.run,
    )


def _policies(statement: Statement) -> list[str]:
    return list(dict.fromkeys(source.policy for source in statement.sources if source.policy))


def _head(statement: Statement) -> list[Block]:
    payee, language = statement.payee, statement.payee.language
    under = [statement.period]
    if len(statement.sources) == 1:
        under.append(statement.sources[0].title)
    amount = Money(statement.total - statement.held, statement.currency)
    return [
        Addresses([payee.name, *payee.address], payee.references),
        Title(words(say("Your share of licence income"), language), ", ".join(filter(None, under))),
        Figure(words(_figure_label(statement), language), amount, statement.payment),
    ]


def _figure_label(statement: Statement) -> Text:
    if statement.total < 0:
        return say("We take back from your account")
    return say("We credit your account") if statement.payee.use else say("We pay you")


def _source(statement: Statement, source: Source) -> list[Block]:
    mine = source.tree.find(source.node)
    if source.corrects:
        return _correction(statement, source, mine)
    net = source.tree.find("net")
    pool = source.tree.find(mine.base) if mine.kind.is_payee else None
    shared = next(node for node in source.tree.children if node.kind is Kind.SHARED)
    blocks = [_received(statement, source, net), *_parties(statement, shared, net)]
    if pool is not None:
        blocks.extend(_persons(statement, source, pool, mine))
    return blocks


def _correction(statement: Statement, source: Source, mine: Node) -> list[Block]:
    """Say what an amount would be now, what it was as posted, and the difference that is booked."""
    language = statement.payee.language
    sides = mine.note.values if mine.note is not None else {}
    text = say("What has changed since {run}", run=source.corrects)
    lines = [
        SumLine(words(say("As it would be now"), language), str(sides.get("now", ""))),
        SumLine(words(say("As posted"), language), str(sides.get("posted", ""))),
    ]
    result = SumLine(words(say("Difference"), language), Money(mine.minor, statement.currency))
    return [NumberedSum(Heading(words(text, language), "1"), lines, result)]


def _received(statement: Statement, source: Source, net: Node) -> NumberedSum:
    """Sum 1: from what was received to what is shared."""
    language = statement.payee.language
    lines = []
    for node in source.tree.children:
        if node.id == net.id:
            break
        if node.kind in (Kind.RECEIVED, Kind.TAKEN) and (node.minor or node.kind is Kind.RECEIVED):
            lines.append(_line(statement, node))
    label = words(say("Net income to share"), language)
    heading = Heading(words(say("From what was paid to what is shared"), language), "1")
    return NumberedSum(heading, lines, SumLine(label, Money(net.minor, statement.currency)))


def _line(statement: Statement, node: Node) -> SumLine:
    language = statement.payee.language
    label = words(node.label, language)
    if node.rate is not None:
        label = f"{label}, {node.written}"
    details = [node.clause, words(node.note, language) if node.note else ""]
    if node.kind is Kind.RECEIVED and node.children:
        details.append(words(say("{count} receipts", count=len(node.children)), language))
    return SumLine(label, Money(node.minor, statement.currency), "; ".join(filter(None, details)))


def _parties(statement: Statement, shared: Node, net: Node) -> list[Block]:
    """Sum 2: who receives the net, as a bar; a refund, which no bar can draw, as a table."""
    language = statement.payee.language
    heading = Heading(
        words(say("Who receives the {net}", net=_shown(statement, net.minor)), language), "2"
    )
    notes = [shared.clause, words(shared.note, language) if shared.note else ""]
    note = ". ".join(text.rstrip(".") for text in notes if text)
    parts = [(_share_label(node, language), node.minor) for node in shared.children]
    if any(minor < 0 for _, minor in parts):
        rows = [Row([label, Money(minor, statement.currency)]) for label, minor in parts]
        columns = [Column(words(say("Who"), language)), _amount_column(statement)]
        return [heading, Table(columns, rows), Para(note, quiet=True)]
    bar = [Part(label, minor, _shown(statement, minor)) for label, minor in parts]
    return [heading, Chart(SplitBar(bar), note=note)]


def _share_label(node: Node, language: str) -> str:
    return ", ".join(filter(None, [words(node.label, language), node.written]))


def _amount_column(statement: Statement) -> Column:
    return Column(statement.currency, Holds.MONEY)


def _persons(statement: Statement, source: Source, pool: Node, mine: Node) -> list[Block]:
    """Sum 3: how the pool is shared among persons; the payee's own row stands out."""
    language = statement.payee.language
    persons = [node for node in pool.children if node.kind.is_payee]
    rows = [
        Row(
            [
                _person(node, node.id == mine.id, language),
                node.rate,
                Money(node.minor, statement.currency),
            ],
            Mark.MINE if node.id == mine.id else Mark.PLAIN,
        )
        for node in persons
    ]
    texts = _pool_texts(pool, mine, _shown(statement, pool.minor))
    everybody, who, title = (words(text, language) for text in texts)
    rows.append(Row([everybody, WHOLE, Money(pool.minor, statement.currency)], Mark.TOTAL))
    columns = [
        Column(who, share=2),
        Column(words(say("Agreed share"), language), Holds.SHARE),
        _amount_column(statement),
    ]
    remark = ". ".join(filter(None, [source.signed, words(_left_over(persons), language)]))
    return [Heading(title, "3"), Table(columns, rows), Para(remark, quiet=True)]


def _pool_texts(pool: Node, mine: Node, shown: str) -> tuple[Text, Text, Text]:
    """Return the words for everybody, the column and the heading of a division among payees."""
    if mine.kind is Kind.PERSON:
        heading = say("How the inventors share {pool}", pool=shown)
        return say("All inventors"), say("Inventor"), heading
    heading = say("{party}: how {pool} is shared", party=pool.label, pool=shown)
    return say("Together"), say("Who"), heading


def _person(node: Node, is_me: bool, language: str) -> str:
    name = words(node.label, language)
    return words(say("You, {name}", name=name), language) if is_me else name


def _left_over(persons: Sequence[Node]) -> Text:
    favoured = [node.label for node in persons if node.extra and node.rank]
    if not favoured:
        return say("Nothing was left over in this division.")
    return say("The last unit that cannot be divided went to {names}.", names=favoured)


def _shown(statement: Statement, minor: int) -> str:
    return show_minor(minor, statement.currency)


def _tail(statement: Statement) -> list[Block]:
    language = statement.payee.language
    blocks: list[Block] = []
    if statement.held:
        shown = _shown(statement, statement.held)
        text = say("{amount} is held: {reason}", amount=shown, reason=statement.held_why)
        blocks.append(Note(words(text, language), words(say("Held."), language)))
    totals = [
        (say("This year so far"), statement.year_to_date),
        (say("All years"), statement.lifetime),
    ]
    sentences = [
        words(say("{total}: {amount}.", total=label, amount=_shown(statement, minor)), language)
        for label, minor in totals
        if minor is not None
    ]
    if sentences:
        blocks.append(Para(" ".join(sentences)))
    if statement.payee.use:
        blocks.append(
            Note(
                words(Text(statement.payee.use), language), words(say("May be used for:"), language)
            )
        )
    if statement.released:
        lead = words(say("Held until now and owed:"), language)
        blocks.append(Note(" ".join(statement.released), lead))
    if statement.not_included:
        lead = words(say("Not included:"), language)
        blocks.append(Note(" ".join(statement.not_included), lead))
    for source in statement.sources:
        if not source.corrects:
            blocks.extend(_details(statement, source))
    return blocks


def _details(statement: Statement, source: Source) -> list[Block]:
    """List overleaf what the first sum adds up: every receipt, and every cost by who is repaid."""
    language = statement.payee.language
    rows = [
        Row([words(line.label, language), line.clause, Money(line.minor, statement.currency)])
        for node in source.tree.children
        if node.kind in (Kind.RECEIVED, Kind.TAKEN)
        for line in node.children
    ]
    if not rows:
        return []
    columns = [
        Column(words(say("What"), language), share=2),
        Column(words(say("Where it is from"), language), share=2),
        _amount_column(statement),
    ]
    title = words(say("Receipts and costs, {source}", source=source.title), language)
    return [Together([Heading(title), Table(columns, rows)])]


def file_name(statement: Statement) -> str:
    """Return the name of the statement's file, without its ending."""
    return f"{statement.number} {statement.payee.name} {show_full_day(statement.day)}"
