"""The form of a policy's parts: which entries each has, what they are called, what can be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a part: its key in the file, its title, and how it is entered.

    `kind` is text, long, flag, day, list, choice, party, base or shares.
    """

    key: str
    title: str
    kind: str = "text"
    choices: Sequence[tuple[str, str]] = ()
    hint: str = ""


def kind_words(kind: str) -> str:
    """Return what a part is called in the outline when it has no words of its own."""
    return {
        "general": translate("Policy", "In general"),
        "selector": translate("Policy", "Chosen by"),
        "tier": translate("Policy", "Tier"),
        "index": translate("Policy", "Index"),
        "small": translate("Policy", "Small sums"),
    }.get(kind, kind)


def entries_of(kind: str) -> list[list[Entry]]:
    """Return the entries of a kind of part, those beside each other in one list."""
    return {
        "general": _general,
        "selector": _selector,
        "party": _party,
        "step": _step,
        "sharing": _sharing,
        "tier": _tier,
        "small": _small,
        "index": _index,
    }[kind]()


def periods() -> list[tuple[str, str]]:
    """Return how long brackets and caps count."""
    return [
        ("", translate("Policy", "For life")),
        ("fiscal_year", translate("Policy", "Each fiscal year")),
        ("calendar_year", translate("Policy", "Each calendar year")),
        ("event", translate("Policy", "Each distribution")),
    ]


def _general() -> list[list[Entry]]:
    units = [("case", translate("Policy", "Case")), ("licence", translate("Policy", "Licence"))]
    counts = [
        ("", translate("Policy", "Money")),
        ("shares", translate("Policy", "Whole shares")),
        ("profit", translate("Policy", "A year's profit")),
    ]
    roundings = [
        ("", translate("Policy", "Largest remainder")),
        ("cumulative", translate("Policy", "Over all payments together")),
        ("last_party", translate("Policy", "The last party takes the rest")),
        ("first_party", translate("Policy", "The first party takes the rest")),
    ]
    return [
        [Entry("title", translate("Policy", "Title"))],
        [
            Entry("currency", translate("Policy", "Currency of its amounts")),
            Entry("counts", translate("Policy", "Divides"), "choice", counts),
        ],
        [
            Entry("unit", translate("Policy", "One event covers"), "choice", units),
            Entry("year_end", translate("Policy", "Fiscal year ends (month-day)")),
        ],
        [
            Entry("rounding", translate("Policy", "Rounding"), "choice", roundings),
            Entry("residual", translate("Policy", "Takes what cannot be divided"), "party"),
        ],
        [
            Entry(
                "income",
                translate("Policy", "Only for these kinds of income"),
                "list",
                hint=translate("Policy", "Codes with commas between; empty is every kind."),
            )
        ],
        [Entry("schedule", translate("Policy", "When it is distributed"))],
        [Entry("source", translate("Policy", "Source"))],
        [Entry("note", translate("Policy", "Remark"), "long")],
    ]


def _selector() -> list[list[Entry]]:
    dates = [
        ("", translate("Policy", "Day of receipt")),
        ("disclosed", translate("Policy", "Day of disclosure")),
        ("reported", translate("Policy", "Day the office was told")),
        ("signed", translate("Policy", "Day the agreement was signed")),
    ]
    return [
        [Entry("by", translate("Policy", "Date that chooses the version"), "choice", dates)],
        [
            Entry("hired_from", translate("Policy", "Inventor hired from"), "day"),
            Entry("hired_until", translate("Policy", "Inventor hired until"), "day"),
        ],
        [
            Entry(
                "elected",
                translate("Policy", "Word of an election"),
                hint=translate("Policy", "Inventors who elected this word fall under the policy."),
            )
        ],
    ]


def _named() -> list[Entry]:
    return [
        Entry("id", translate("Policy", "Short name")),
        Entry("label", translate("Policy", "Label")),
    ]


def _cap(key: str, title: str) -> list[list[Entry]]:
    return [
        [
            Entry(f"{key}.amount", title),
            Entry(f"{key}.over", translate("Policy", "Counts"), "choice", periods()),
        ],
        [
            Entry(f"{key}.overflow", translate("Policy", "The excess goes to"), "party"),
            Entry(f"{key}.clause", translate("Policy", "Clause of the cap")),
        ],
    ]


def _party() -> list[list[Entry]]:
    return [
        _named(),
        [Entry("persons", translate("Policy", "Shared among persons by signed shares"), "flag")],
        [Entry("use", translate("Policy", "Permitted use"))],
        [
            Entry("disclaimed_to", translate("Policy", "A disclaimed part goes to"), "party"),
            Entry("reverts_to", translate("Policy", "Reverts to"), "party"),
        ],
        [
            Entry("lowest", translate("Policy", "Chosen per case: from")),
            Entry("highest", translate("Policy", "to")),
            Entry("one_of", translate("Policy", "or one of"), "list"),
        ],
        [
            Entry("minimum", translate("Policy", "Legal minimum")),
            Entry("minimum_clause", translate("Policy", "By which law")),
            Entry("main_minimum", translate("Policy", "Main contributors at least")),
        ],
        [Entry("hold_below", translate("Policy", "Hold payments below"))],
        *_cap("cap", translate("Policy", "Cap of the party")),
        *_cap("person_cap", translate("Policy", "Cap of each person")),
    ]


def _step() -> list[list[Entry]]:
    return [
        _named(),
        [
            Entry("rate", translate("Policy", "Rate")),
            Entry("amount", translate("Policy", "or amount")),
            Entry("owed", translate("Policy", "or what is owed")),
        ],
        [
            Entry("base", translate("Policy", "Of"), "base"),
            Entry("source", translate("Policy", "Taken from"), "source"),
        ],
        [
            Entry("recipient", translate("Policy", "Goes to"), "party"),
            Entry("clause", translate("Policy", "Clause")),
        ],
        [
            Entry("floor", translate("Policy", "At least")),
            Entry("limit", translate("Policy", "At most this share of the receipt")),
        ],
        *_cap("cap", translate("Policy", "Until this amount is reached")),
        [Entry("advance", translate("Policy", "An advance on the later share"), "flag")],
        [
            Entry("from", translate("Policy", "Received from"), "day"),
            Entry("until", translate("Policy", "Received until"), "day"),
        ],
    ]


def _sharing() -> list[list[Entry]]:
    keys = [
        ("case", translate("Policy", "Case")),
        ("licence", translate("Policy", "Licence")),
        ("person", translate("Policy", "Person")),
    ]
    measured = [
        ("", translate("Policy", "Net")),
        ("gross", translate("Policy", "Gross")),
    ]
    return [
        _named(),
        [
            Entry("key", translate("Policy", "Brackets count by"), "choice", keys),
            Entry("resets", translate("Policy", "Counts"), "choice", periods()),
            Entry("measured", translate("Policy", "Thresholds of"), "choice", measured),
        ],
        [
            Entry("source", translate("Policy", "Divides"), "source"),
            Entry("clause", translate("Policy", "Clause")),
        ],
    ]


def _tier() -> list[list[Entry]]:
    ends = [
        Entry("from", translate("Policy", "From")),
        Entry(
            "up_to",
            translate("Policy", "Up to"),
            hint=translate("Policy", "Empty: without end."),
        ),
    ]
    return [ends, [Entry("shares", "", "shares")]]


def _small() -> list[list[Entry]]:
    return [[Entry("up_to", translate("Policy", "While below"))], [Entry("shares", "", "shares")]]


def _index() -> list[list[Entry]]:
    return [
        [
            Entry("until", translate("Policy", "Received until"), "day"),
            Entry("factor", translate("Policy", "Factor of the thresholds")),
        ]
    ]
