"""An amount explained: the printed tree, the tree of one amount, what-if."""

import json
from datetime import date
from fractions import Fraction

import pytest

from techmgr.commands.line import main
from techmgr.core.errors import UserError
from techmgr.royalty.comparing import of_results
from techmgr.royalty.event import Event, Receipt
from techmgr.royalty.explain import Kind, by_id, why
from techmgr.royalty.explaining import ask, printed, rows
from techmgr.royalty.policies import find
from techmgr.royalty.pool import Person
from techmgr.royalty.waterfall import run

TODAY = date(2026, 9, 14)


def test_the_printed_tree():
    text = printed(ask("stanford-thirds", TODAY, gross="117,647.06")).replace("\u202f", " ")
    assert text.splitlines() == [
        "Stanford University, thirds                      117,647.06",
        "  Received                                       117,647.06",
        (
            "  Office fee                               15 %  −17,647.06  "
            "Fee for the licensing office, first; 15 % of 117,647.06 = 17,647.059"
        ),
        "  Patent costs not repaid by the licensee              0.00  Direct expenses, second",
        "  Net to share                                   100,000.00",
        "  Shares of the net income                       100,000.00  Net cash royalties in thirds",
        (
            "    Inventors                               1/3   33,333.34  "
            "1/3 of 100,000.00 = 33,333.333333…, with left-over unit no. 1"
        ),
        "    Department                              1/3   33,333.33  1/3 of 100,000.00 = 33,333.333333…",
        "    School                                  1/3   33,333.33  1/3 of 100,000.00 = 33,333.333333…",
    ]


def test_carried_and_not_deducted_are_said():
    assert "Carried forward: Expenses" in printed(ask("mit", TODAY, gross="10000", expenses="9000"))
    text = printed(ask("german-universities", TODAY, gross="85,000", expenses="20,000"))
    assert "Expenses of 20,000.00 are not deducted under this policy." in text


def test_whole_shares_have_no_decimals():
    text = printed(ask("stanford-equity", TODAY, gross="100,001"))
    assert "28,334" in text
    assert "." not in "".join(line.split("  ")[-1] for line in text.splitlines()[1:2])


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({}, "one of the two"),
        ({"gross": "1", "net": "1"}, "one of the two"),
        ({"net": "1", "expenses": "1"}, "after expenses"),
        ({"gross": "1", "expenses": "-1"}, "below zero"),
        ({"gross": "1", "prior": "-1"}, "below zero"),
        ({"gross": "1.001"}, "more decimals"),
        ({"gross": "1", "choose": ("inventors",)}, "creators=30%"),
    ],
)
def test_a_wrong_question_is_refused(arguments, sentence):
    with pytest.raises(UserError, match=sentence):
        ask("stanford", TODAY, **arguments)


def test_part_shares_are_refused():
    with pytest.raises(UserError, match="whole shares"):
        ask("stanford-equity", TODAY, gross="10.5")


def test_prior_and_choice():
    result = ask("stanford", TODAY, net="800,000", prior="2,800,000")
    assert result.parties["department"] == 13_728_000
    assert ask("texas", TODAY, net="100", choose=("creators=30%",)).parties["creators"] == 3_000


def event():
    receipts = (Receipt("Milestone", 30_000_000), Receipt("Royalty", 20_000_000))
    people = (Person("a", "Amara", Fraction(2, 5)), Person("b", "Lukas", Fraction(3, 5)))
    return Event(receipts=receipts, people=people)


def test_why_of_one_amount_starts_from_what_was_received():
    tree = run(find("stanford", TODAY), event()).tree
    root = why(tree, "inventors")
    assert [node.id for node in root.children][-1] == "net"
    received = [node for _, node in root.walk() if node.kind is Kind.RECEIPT]
    assert [node.minor for node in received] == [30_000_000, 20_000_000]
    person = why(tree, "inventors/a")
    assert [node.id for node in person.children] == ["inventors"]
    assert by_id(person)["net"].minor == 42_500_000
    with pytest.raises(KeyError):
        why(tree, "nobody")


def test_ids_are_unique_and_bases_exist():
    for name in ("stanford", "nih", "mit-departments", "inter-institutional-fee-after", "columbia"):
        tree = run(find(name, TODAY), event()).tree
        ids = [node.id for _, node in tree.walk()]
        assert len(set(ids)) == len(ids)
        assert {node.base for _, node in tree.walk() if node.base} <= set(ids)


def test_what_if_under_two_policies():
    """UC: the current policy pays inventors 1,500.00 more when expenses are 60 % of income."""
    old = ask("uc-old", TODAY, gross="100,000", expenses="60,000")
    current = ask("uc-current", TODAY, gross="100,000", expenses="60,000")
    [inventors] = [each for each in of_results(old, current) if str(each.label) == "Inventors"]
    assert inventors.more == 150_000


def test_plain_rows():
    plain = rows(ask("stanford", TODAY, gross="500,000.00", expenses="25,000.00"))
    inventors = next(row for row in plain if row["id"] == "inventors")
    assert inventors["amount"] == {"amount": "133360.00", "currency": "USD"}
    assert (inventors["parent"], inventors["share"]) == ("shares", "1667/5000")
    assert json.dumps(plain)
    shares = rows(ask("stanford-equity", TODAY, gross="100,001"))
    assert shares[0]["amount"] == {"amount": "100001", "currency": "shares"}


def test_why_of_the_whole():
    tree = run(find("stanford", TODAY), event()).tree
    assert why(tree, "gross").children == tree.find("gross").children


def test_a_party_of_several_steps_is_summed():
    """IIA-2 with all expenses the lead's: 40,000 + 16,000 + 86,400."""
    text = printed(ask("iia-fee-after", TODAY, gross="200,000", expenses="40,000"))
    assert [line.split() for line in text.splitlines()][-1] == [
        "Lead",
        "institution",
        "altogether",
        "142,400.00",
    ]


def test_the_versions_of_california_cross_where_expenses_are_half():
    """The current policy pays inventors more exactly when expenses exceed half of the income."""
    for expenses, sign in (("49,999.00", -1), ("50,000.00", 0), ("50,001.00", 1)):
        old = ask("uc-old", TODAY, gross="100,000", expenses=expenses)
        current = ask("uc-current", TODAY, gross="100,000", expenses=expenses)
        [inventors] = [each for each in of_results(old, current) if str(each.label) == "Inventors"]
        assert (inventors.more > 0) - (inventors.more < 0) == sign


def test_a_comparison_on_the_command_line(capsys):
    words = ["policy", "explain", "uc-old", "--gross", "100,000", "--expenses", "50,000"]
    main([*words, "--against", "uc-current", "--json"])
    found = {row["party"]: row for row in json.loads(capsys.readouterr().out)}
    assert found["Inventors"]["one"] == found["Inventors"]["other"]
    assert found["Inventors"]["one"]["amount"] == "17500.00"
    assert found["Altogether"]["difference"]["amount"] == "0.00"
    assert main([*words, "--against", "cambridge"]) == 2
    assert "one currency" in capsys.readouterr().err
