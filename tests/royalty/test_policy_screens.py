"""Policies in the window: the form and the file say the same, a worked example beside them, what if."""

from datetime import date
from fractions import Fraction

import pytest
from action_examples.parts_money import (
    a_licence,
    a_policy,
    a_receipt,
    an_expense,
    an_invention,
    posted,
)

from techmgr.core.paths import resource
from techmgr.core.references import Reference
from techmgr.desktop.choices import Option
from techmgr.desktop.pages import Place
from techmgr.ledger.queries import receipts_of
from techmgr.royalty.outline import parts_of, table_of
from techmgr.royalty.policies import policy_text, shipped
from techmgr.royalty.queries import shares_of_run
from techmgr.royalty.queries_policies import versions
from techmgr.royalty.reading import parse_policy, read_policy
from techmgr.royalty.screens.policy_part import PartForm
from techmgr.royalty.writing import written_table


def opened(window, policy):
    window.shell.go(Place("policy", Reference("policy_version", policy)))
    window.settle()
    return window.page


@pytest.fixture
def window(office, open_window):
    return open_window(office)


def part(page, place):
    """Open the part of a place such as `step.shares.tier.2`, and return its form."""
    for number in range(page.editor.outline.count()):
        if page.editor.outline.item(number).data(256).place == place:
            page.editor.outline.setCurrentRow(number)
            return page.editor.form
    raise KeyError(place)


def result_of(page, party):
    return page.example.result.parties[party]


def test_the_example_follows_what_is_typed(window, office):
    """STAN-1 beside the policy; with a fee of 20 % the inventors have 33.34 % of 375,000.00."""
    page = opened(window, a_policy(office))
    assert result_of(page, "inventors") == 133_360_00
    part(page, "step.fee").fields["rate"].set_raw("20 %")
    window.settle()
    assert result_of(page, "inventors") == 125_025_00
    assert parse_policy(page.editor.text).steps[0].rate == Fraction(1, 5)
    assert page.editor.file.toPlainText() == page.editor.text


def test_a_wrong_tier_is_marked_and_the_example_waits(window, office):
    page = opened(window, a_policy(office))
    form = part(page, "step.shares.tier.2")
    form.fields["shares.inventors"].set_raw("40 %")
    window.settle()
    assert "106.66" in form.refusal
    assert page.example.result is None
    assert "1</b> things" in page.status()
    form.fields["shares.inventors"].set_raw("forty")
    window.settle()
    assert "is not a share" in form.fields["shares.inventors"].problem
    part(page, "step.fee")
    window.press("F8")
    assert page.editor.form.part.place == "step.shares.tier.2"


def test_what_is_saved_is_what_the_form_shows(window, office):
    policy = a_policy(office, "texas")
    page = opened(window, policy)
    part(page, "party.creators").fields["highest"].set_raw("45 %")
    part(page, "step.shares.tier.1").fields["shares.creators"].set_raw("40 %")
    window.press("Ctrl+S")
    window.settle()
    [row] = office.read(versions)
    stored = parse_policy(row.text)
    assert stored.party("creators").highest == Fraction(45, 100)
    assert row.id == policy


def test_a_used_policy_asks_for_a_later_day_and_becomes_a_new_version(window, office):
    policy = a_policy(office, "texas")
    case = an_invention(office)
    a_receipt(office, "100.00", case)
    posted(office)
    page = opened(window, policy)
    assert page.state.text() == "used"
    part(page, "step.shares.tier.1").fields["shares.creators"].set_raw("40 %")
    page.save()
    window.settle()
    assert "have used this version" in page.valid_from.problem
    page.valid_from.set_value(date(2026, 9, 1))
    page.save()
    window.settle()
    rows = office.read(versions)
    assert [(row.valid_from, row.events) for row in rows] == [
        (date(2026, 9, 1), 0),
        (date(2020, 1, 1), 1),
    ]
    assert window.page.row.id == rows[0].id


def test_parts_are_added_moved_and_removed(window, office):
    page = opened(window, a_policy(office, "texas"))
    page.editor.add("party")
    page.editor.form.fields["id"].set_raw("library")
    page.editor.form.fields["label"].set_raw("Library")
    part(page, "step.shares")
    page.editor.add("tier")
    page.editor.shift(-1)
    window.settle()
    assert "has no end" in " ".join(map(str, page.editor.problems))
    page.editor.form.fields["up_to"].set_raw("1,000.00")
    page.editor.form.fields["shares.creators"].set_raw("40 %")
    page.editor.form.fields["shares.institution"].set_raw("remainder")
    window.settle()
    policy = parse_policy(page.editor.text)
    assert [party.id for party in policy.parties] == ["creators", "institution", "costs", "library"]
    assert [tier.up_to for tier in next(policy.sharings).tiers] == [100_000, None]
    page.editor.remove()
    window.settle()
    assert len(next(parse_policy(page.editor.text).sharings).tiers) == 1


def test_a_text_that_is_no_toml_is_only_mended_as_text(window, office):
    page = opened(window, a_policy(office, "texas"))
    page.editor.tabs.setCurrentIndex(1)
    page.editor.file.setPlainText("name = ")
    window.settle()
    assert "not a policy file" in page.editor.wrong.text()
    page.editor.tabs.setCurrentIndex(0)
    assert page.editor.tabs.currentIndex() == 1
    page.take_text(policy_text("eth", date(2026, 1, 1)))
    page.editor.tabs.setCurrentIndex(0)
    window.settle()
    assert page.editor.policy.name == "eth"


def test_the_form_of_every_shipped_policy_changes_nothing_unasked(window):
    """Every part opened and put back as it is shown: the file still makes the same policy."""
    assert window
    paths = sorted(resource("policies").glob("*.toml"))
    for path in paths:
        table = table_of(path.read_text(encoding="utf-8"))
        for each in parts_of(table):
            form = PartForm(table, each)
            form._put()
            form.deleteLater()
        assert parse_policy(written_table(table)) == read_policy(path)
    assert len(paths) == len(shipped())


def test_a_new_policy_is_taken_from_a_file_and_adopted(window, office):
    window.shell.go(Place("policy", extra={"text": policy_text("eth", date(2026, 1, 1))}))
    window.settle()
    window.page.valid_from.set_value(date(2026, 1, 1))
    window.press("Ctrl+S")
    window.settle()
    assert [row.name for row in office.read(versions)] == ["eth"]


def test_the_example_compares_with_another_policy(window, office):
    """UC: with expenses of half the income both versions give the inventors 17,500.00."""
    old = policy_text("uc-old", date(2026, 1, 1))
    window.shell.go(Place("policy", extra={"text": old}))
    window.settle()
    example = window.page.example
    values = {"gross": "100,000", "expenses": "50,000"}
    for name, raw in values.items():
        example.form.fields[name].set_raw(raw)
    against = example.form.fields["against"]
    titles = [against.box.itemText(at) for at in range(against.box.count())]
    against.box.setCurrentIndex(titles.index("University of California, policy of 1997"))
    window.settle()
    rows = example.differences.model_.known_rows()
    inventors = next(row for row in rows if str(row.label) == "Inventors")
    assert (inventors.one.minor, inventors.other.minor, inventors.more.minor) == (
        17_500_00, 17_500_00, 0,
    )  # fmt: skip
    assert rows[-1].more.minor == 0


def test_what_if_of_a_receipt_and_a_licence(window, office):
    a_policy(office)
    case = an_invention(office)
    licence = a_licence(office, case)
    an_expense(office, "25,000.00", case)
    a_receipt(office, "500,000.00", case, source=licence)
    window.shell.go(Place("money", extra={"tab": "receipts"}))
    window.settle()
    window.page.tables["receipts"].setFocus()
    window.press("W")
    window.settle()
    page = window.page
    [receipt] = office.read(receipts_of)
    assert page.place.reference == Reference("receipt", receipt.id)
    titles = [page.other.box.itemText(at) for at in range(page.other.box.count())]
    page.other.box.setCurrentIndex(titles.index("Stanford University, thirds"))
    window.settle()
    found = {str(row.label): row for row in page.table.model_.known_rows()}
    assert found["Inventors"].one.minor == 133_360_00
    assert found["Inventors"].more.minor == 133_333_34 - 133_360_00
    assert found["Altogether"].one == found["Altogether"].other
    assert "more" in page.said.text()


def test_what_if_of_a_line_of_a_run(window, office):
    a_policy(office)
    case = an_invention(office)
    licence = a_licence(office, case)
    a_receipt(office, "500,000.00", case, source=licence)
    run = posted(office)
    window.shell.go(Place("run", Reference("run", run.id)))
    window.settle()
    window.page.table.setFocus()
    window.press("I")
    window.settle()
    assert window.page.place.reference == licence
    assert "1 receipts, 500,000.00 USD" in window.page.lead.text()


def sheet_of(window, key):
    """Open a form of the list of policies by its key."""
    window.shell.go(Place("money", extra={"tab": "policies"}))
    window.settle()
    window.page.tables["policies"].setFocus()
    window.press(key)
    window.settle()
    return window.page.sheet


def test_a_share_is_chosen_and_a_part_redirected_by_keyboard(window, office):
    a_policy(office, "texas")
    case = an_invention(office, ("1/2", "1/2"))
    sheet = sheet_of(window, "C")
    sheet.form.fields["case_id"].set_value(Option(case, "26-001"))
    sheet.form.fields["party"].box.setCurrentIndex(0)
    sheet.form.fields["share"].set_raw("25 %")
    sheet.form.fields["valid_from"].set_value(date(2026, 1, 1))
    sheet.form.fields["reason"].set_raw("Agreed")
    window.press("Ctrl+S")
    window.settle()
    assert "outside the range" in sheet.form.fields["share"].problem
    sheet.form.fields["share"].set_raw("30 %")
    window.press("Ctrl+S")
    window.settle()
    sheet = sheet_of(window, "P")
    sheet.form.fields["person_id"].set_value(Option(3, "Omar El-Sayed"))
    sheet.form.fields["way"].set_raw("disclaimed")
    sheet.form.fields["case_id"].set_value(Option(case, "26-001"))
    sheet.form.fields["valid_from"].set_value(date(2026, 1, 1))
    sheet.form.fields["reason"].set_raw("Signed paper")
    window.press("Ctrl+S")
    window.settle()
    a_receipt(office, "200,000.00", case)
    shares = office.read(shares_of_run, posted(office).id)
    assert sorted(each.amount.minor for each in shares) == [30_000_00, 170_000_00]


def test_the_palette_and_a_key_lead_to_the_policies(window, office):
    a_policy(office)
    window.press("G")
    window.press("L")
    window.settle()
    assert window.page.tab == "policies"
    window.page.tables["policies"].setFocus()
    window.press("Return")
    window.settle()
    assert window.page.heading.text() == "Stanford University, shares in two tiers"
