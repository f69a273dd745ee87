"""The tables of equity: the register, a company's cap table, its certificates and its events."""

from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from techmgr.core.formats import show_minor
from techmgr.core.money import decimals_of
from techmgr.desktop.columns import Column, Kind, Marked
from techmgr.desktop.figures import facts
from techmgr.desktop.showing import showing
from techmgr.desktop.states import State
from techmgr.desktop.tables import RecordTable
from techmgr.equity.kinds import CLASS_WORDS, EVENT_WORDS, HOLDER_WORDS
from techmgr.equity.papers import per_cent, whole_shares
from techmgr.equity.queries import STATE_WORDS, RegisterRow
from techmgr.equity.queries_company import CapRow, ClassRow, EventRow

translate = QCoreApplication.translate
_STATES = {
    "held": State.ACTIVE,
    "locked": State.WAITING,
    "sold": State.DONE,
    "passed_on": State.DONE,
    "written_off": State.MISSED,
    "expired": State.WAIVED,
}


def shown_part(part: Fraction) -> str:
    """A part of a company in the language of the window."""
    return per_cent(part, showing.language)


def register_table() -> RecordTable:
    """Certificates of the university, by company; Enter opens the company."""
    return RecordTable(
        [
            Column("company", translate("EquityTables", "Company"), stretch=True),
            Column("holder", translate("EquityTables", "Held by or for"), stretch=True, gives_up=4),
            *_certificate(),
        ],
        name=translate("EquityTables", "Register of shares"),
        identity=lambda each: each.id,
    )


def company_table() -> RecordTable:
    """Totals per company; Enter opens one."""
    return RecordTable(
        [
            Column("company", translate("EquityTables", "Company"), stretch=True),
            Column("certificates", translate("EquityTables", "Certificates"), Kind.NUMBER, width=90),
            Column("shares", translate("EquityTables", "Shares"), Kind.NUMBER, width=120),
            _part(),
            _money("cost", translate("EquityTables", "Cost"), computed=True),
            _money("value", translate("EquityTables", "Value, last round"), computed=True),
        ],
        name=translate("EquityTables", "Companies"),
        identity=lambda each: each.id,
    )  # fmt: skip


def holding_table() -> RecordTable:
    """The university's certificates of one company."""
    return RecordTable(
        [Column("holder", translate("EquityTables", "Held by or for"), stretch=True), *_certificate()],
        name=translate("EquityTables", "Certificates of the university"),
        identity=lambda each: each.id,
    )  # fmt: skip


def _certificate() -> list[Column]:
    return [
        Column("share_class", translate("EquityTables", "Class"), width=120),
        Column("certificate", translate("EquityTables", "Certificate"), width=90, gives_up=2),
        Column("agreement", translate("EquityTables", "Agreement"), width=90, gives_up=1, secondary=True),
        Column("shares", translate("EquityTables", "Shares"), Kind.NUMBER, width=100),
        _part(),
        _money("cost", translate("EquityTables", "Cost")),
        _money("value", translate("EquityTables", "Value, last round"), computed=True),
        Column("state", translate("EquityTables", "State"), Kind.STATE, width=170, value=_state),
    ]  # fmt: skip


def _part() -> Column:
    return Column(
        "part", translate("EquityTables", "Fully diluted"), Kind.SHARE, width=104, computed=True,
        show=shown_part,
    )  # fmt: skip


def _money(key: str, title: str, *, computed: bool = False) -> Column:
    """An amount with its currency: companies keep theirs in different ones."""
    return Column(
        key, title, Kind.MONEY, width=136, computed=computed, gives_up=3,
        show=lambda amount: showing.money(amount) + (f" {amount.currency}" if amount is not None else ""),
    )  # fmt: skip


def _state(each: RegisterRow) -> Marked:
    words = showing.words(STATE_WORDS[each.state])
    if each.state == "locked":
        text = translate("EquityTables", "locked up until {day}")
        words = text.format(day=showing.day(each.locked_until))
    elif each.kept_for and each.state == "held":
        words = translate("EquityTables", "kept for the inventor")
    return Marked(_STATES[each.state], words)


def cap_rows_table() -> RecordTable:
    """Who owns a company on a day; the parts make 100 %."""
    return RecordTable(
        [
            Column("holder", translate("EquityTables", "Holder"), stretch=True,
                   strong=lambda each: each.kind.is_ours),
            Column("kind", translate("EquityTables", "Kind"), width=130, secondary=True, gives_up=1,
                   value=lambda each: showing.words(HOLDER_WORDS[each.kind])),
            Column("share_class", translate("EquityTables", "Class"), width=130),
            Column("shares", translate("EquityTables", "Shares"), Kind.NUMBER, width=110),
            Column("converted", translate("EquityTables", "As common"), Kind.NUMBER, width=120,
                   show=whole_shares, gives_up=2),
            _part(),
            Column("issued", translate("EquityTables", "Of shares issued"), Kind.SHARE, width=120,
                   show=lambda part: shown_part(part) if part else "–", gives_up=3),
        ],
        name=translate("EquityTables", "Cap table"),
        identity=lambda each: (each.holder, each.share_class),
    )  # fmt: skip


def event_table(currency: Any) -> RecordTable:
    """What happened, newest first. `currency()` is the book's."""
    return RecordTable(
        [
            Column("number", translate("EquityTables", "Number"), width=84, tone=_struck),
            Column("on_day", translate("EquityTables", "Day"), Kind.DATE, tone=_struck),
            Column("kind", translate("EquityTables", "What"), width=118, tone=_struck,
                   value=lambda each: showing.words(EVENT_WORDS[each.kind])),
            Column("memo", translate("EquityTables", "Remark"), stretch=True, secondary=True,
                   value=lambda each: told(each, currency()), tip=lambda each: told(each, currency())),
            Column("shares", translate("EquityTables", "Shares"), Kind.NUMBER, width=100, gives_up=2,
                   value=lambda each: each.shares or None, show=lambda n: f"{n:,}" if n else ""),
            Column("gross", translate("EquityTables", "Amount"), Kind.MONEY, width=116, gives_up=1,
                   show=lambda amount: showing.money(amount) if amount else ""),
            Column("ours", translate("EquityTables", "University after it"), Kind.SHARE, width=126, gives_up=3,
                   computed=True, show=lambda part: shown_part(part) if part is not None else ""),
        ],
        name=translate("EquityTables", "What happened"),
        identity=lambda each: each.id,
    )  # fmt: skip


def _struck(each: EventRow) -> str:
    return "text_disabled" if each.reversed else ""


def told(each: EventRow, currency: str) -> str:
    """What an event says of itself in one line: price and value of a round, ratio of a split, the reason."""
    parts = [each.memo]
    if each.pre_money is not None and each.post_money is not None and each.price is not None:
        text = translate("EquityTables", "{price} a share, {pre} before and {post} after the round")
        parts.insert(0, text.format(price=show_price(each.price, currency),
                                    pre=show_exact(each.pre_money, currency),
                                    post=show_exact(each.post_money, currency)))  # fmt: skip
        if each.before is not None and each.ours is not None:
            parts.insert(1, f"{shown_part(each.before)} → {shown_part(each.ours)}")
    if each.ratio != 1:
        text = translate("EquityTables", "{new} for {old}")
        parts.insert(0, text.format(new=each.ratio.numerator, old=each.ratio.denominator))
    if each.reversed:
        text = translate("EquityTables", "reversed: {reason}")
        parts.insert(0, text.format(reason=each.reason))
    return " · ".join(part for part in parts if part)


def show_exact(minor: Fraction, currency: str) -> str:
    """An exact amount, rounded half up to the minor unit."""
    return show_minor(
        (2 * minor.numerator + minor.denominator) // (2 * minor.denominator), currency
    )


def show_price(minor: Fraction, currency: str) -> str:
    """The price of a share with up to four decimals beyond the minor unit: 0.8213."""
    decimals = decimals_of(currency)
    if minor.denominator == 1:
        return show_minor(int(minor), currency)
    scaled = minor * 10**4
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    units, rest = divmod(whole, 10 ** (decimals + 4))
    return f"{units:,}.{rest:0{decimals + 4}d}".rstrip("0")


def cap_total(rows: list[CapRow]) -> str:
    """The proof under a cap table: every part makes 100 %."""
    whole = sum((row.part for row in rows), Fraction(0))
    text = translate("EquityTables", "{parts} = {whole} of {shares} shares, fully diluted")
    shown = " + ".join(shown_part(row.part) for row in rows)
    total = sum((row.converted for row in rows), Fraction(0))
    return text.format(parts=shown, whole=shown_part(whole), shares=whole_shares(total))


def class_facts(each: ClassRow, currency: str) -> QWidget:
    """What a class is, as name and value."""
    words = showing.words(CLASS_WORDS[each.kind])
    if each.into:
        ratio = str(each.ratio)
        words = f"{words}, 1 → {ratio} {each.into}"
    if each.price is not None:
        words = f"{words}, {currency} {show_price(each.price, currency)}"
    if each.expires is not None:
        words = f"{words}, {showing.day(each.expires)}"
    if each.anti_dilution:
        words = f"{words}. {each.anti_dilution}"
    return facts([(each.name, words)], width=96)
