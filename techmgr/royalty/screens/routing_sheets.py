"""Forms of what is recorded beside a policy: a share chosen for a case, where a part goes, an election."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from techmgr.core.texts import Text
from techmgr.desktop.choices import Choice
from techmgr.desktop.fields import DateField, ShareField, TextField
from techmgr.desktop.showing import showing
from techmgr.office.screens.bench import Bench
from techmgr.office.screens.sheet import Asked, Sheet
from techmgr.people.screens.pickers import organisation_picker, person_picker
from techmgr.royalty.actions_policies import ChooseShare, ElectPolicy, choose_share, elect_policy
from techmgr.royalty.actions_routes import RoutePart, route_part
from techmgr.royalty.circumstances import DISCLAIMED, ESTATE, REDIRECTED
from techmgr.royalty.queries_policies import VersionRow, versions
from techmgr.royalty.reading import parse_policy
from techmgr.technology.screens.cases_field import case_picker

translate = QCoreApplication.translate


def choose_share_sheet(bench: Bench) -> Sheet:
    """A party's share on one case, where a policy of the office leaves it to be chosen."""

    def ask(values: dict[str, Any]) -> Asked:
        policy, _, party = (values.pop("party") or "|").partition("|")
        return choose_share, ChooseShare(policy=policy, party=party, **values)

    sheet = Sheet(
        bench,
        title=translate("MoneySheets", "Choose a share for a case"),
        lead=translate("MoneySheets", "Within the range of the policy, from a day on."),
        save=translate("MoneySheets", "Keep the share"),
        said=translate("MoneySheets", "Share kept"),
        ask=ask,
    )
    party = Choice([], name="party", title=translate("MoneySheets", "Party"), required=True)
    sheet.form.add(
        case_picker(bench, name="case_id", title=translate("MoneySheets", "Case"), required=True)
    )
    sheet.form.add(party)
    sheet.form.add(
        ShareField(name="share", title=translate("MoneySheets", "Share"), required=True),
        DateField(
            name="valid_from", title=translate("MoneySheets", "Received from"), required=True
        ),
    )
    _add_reason(sheet)
    sheet.form.set_values({"valid_from": bench.office.today})

    def offer(rows: Sequence[VersionRow]) -> None:
        party.offer(list(_chosen_parties(rows).items()))

    bench.read(versions, owner=sheet, then=offer)
    return sheet


def _chosen_parties(rows: Sequence[VersionRow]) -> dict[str, str]:
    """Return every party whose share is chosen, by policy and party: what it is called."""
    return {
        f"{row.name}|{party.id}": f"{row.title}: {showing.words(Text(party.label))}"
        for row in rows
        for party in parse_policy(row.text).parties
        if party.is_chosen
    }


def route_sheet(bench: Bench) -> Sheet:
    """Where a person's part goes instead."""

    def ask(values: dict[str, Any]) -> Asked:
        unit, heir = values.pop("unit"), values.pop("heir")
        to = {REDIRECTED: f"organisation:{unit}", ESTATE: f"person:{heir}"}.get(values["way"], "")
        missing = to.endswith("None")
        return route_part, RoutePart(to="" if missing else to, **values)

    sheet = Sheet(
        bench,
        title=translate("MoneySheets", "Where a person's part goes"),
        lead=translate(
            "MoneySheets", "Brackets and caps still count it as the person's. Without a case: all."
        ),
        save=translate("MoneySheets", "Keep"),
        said=translate("MoneySheets", "Kept"),
        ask=ask,
    )
    form = sheet.form
    ways = [
        (REDIRECTED, translate("MoneySheets", "To a department or account")),
        (DISCLAIMED, translate("MoneySheets", "Given back: where the policy says")),
        (ESTATE, translate("MoneySheets", "To an heir")),
    ]
    person = translate("MoneySheets", "Person")
    form.add(person_picker(bench, name="person_id", title=person))
    way = Choice(ways, name="way", title=translate("MoneySheets", "Goes"))
    form.add(way)
    kinds = ("department", "university", "company")
    unit_title = translate("MoneySheets", "Department")
    unit = organisation_picker(bench, kinds, name="unit", title=unit_title)
    heir = person_picker(bench, name="heir", title=translate("MoneySheets", "Heir"))
    form.add(unit)
    form.add(heir)
    form.add(case_picker(bench, name="case_id", title=translate("MoneySheets", "Only of the case")))
    form.add(
        DateField(name="valid_from", title=translate("MoneySheets", "From the day"), required=True),
        DateField(name="valid_until", title=translate("MoneySheets", "Until")),
    )
    _add_reason(sheet)

    def show() -> None:
        unit.setVisible(way.raw() == REDIRECTED)
        heir.setVisible(way.raw() == ESTATE)

    way.changed.connect(show)
    form.set_values({"way": REDIRECTED, "valid_from": bench.office.today})
    show()
    return sheet


def election_sheet(bench: Bench) -> Sheet:
    """Which policy an inventor elected, once for all later inventions."""
    sheet = Sheet(
        bench,
        title=translate("MoneySheets", "Record an election"),
        lead=translate("MoneySheets", "Made once for all later inventions; it stays."),
        save=translate("MoneySheets", "Record"),
        said=translate("MoneySheets", "Election recorded"),
        ask=lambda values: (elect_policy, ElectPolicy(**values)),
    )
    person = translate("MoneySheets", "Person")
    sheet.form.add(person_picker(bench, name="person_id", title=person))
    elected = Choice([], name="elected", title=translate("MoneySheets", "Elected"), required=True)
    sheet.form.add(elected)
    day = translate("MoneySheets", "Elected on")
    sheet.form.add(DateField(name="on_day", title=day, required=True))
    sheet.form.set_values({"on_day": bench.office.today})

    def offer(rows: Sequence[VersionRow]) -> None:
        words = {parse_policy(row.text).selector.elected: row.title for row in rows}
        elected.offer([(word, f"{word}: {title}") for word, title in words.items() if word])

    bench.read(versions, owner=sheet, then=offer)
    return sheet


def _add_reason(sheet: Sheet) -> None:
    reason = translate("MoneySheets", "Why")
    sheet.form.add(TextField(name="reason", title=reason, required=True))
