"""The pool among persons."""

from fractions import Fraction

import pytest

from techmgr.core.errors import UserError
from techmgr.core.texts import say
from techmgr.royalty.policy import Cap, Party
from techmgr.royalty.pool import Person, divide

POOL = Party("inventors", "Inventors", persons=True, disclaimed_to="department")


def test_equal_unless_signed():
    equal = divide(10_001, [Person("a", "A"), Person("b", "B")], POOL)
    assert [part.paid for part in equal] == [5_001, 5_000]
    signed = [Person("a", "A", Fraction(1, 3)), Person("b", "B", Fraction(2, 3))]
    assert [part.paid for part in divide(100, signed, POOL)] == [33, 67]
    assert [part.paid for part in divide(-100, signed, POOL)] == [-33, -67]


def test_a_disclaimed_share_grows_nobody_elses():
    people = [Person("a", "A"), Person("b", "B", disclaims=True)]
    parts = divide(100, people, POOL)
    assert [(part.paid, part.moved, part.moved_to) for part in parts] == [
        (50, 0, ""),
        (0, 50, "department"),
    ]


def test_holds():
    small = Party("inventors", "Inventors", hold_below=2_000)
    held = say("No tax form.")
    parts = divide(
        5_000,
        [Person("a", "A", Fraction(1, 5)), Person("b", "B", Fraction(4, 5), held=held)],
        small,
    )
    assert str(parts[0].held) == "Held until it reaches the smallest payment."
    assert parts[1].held is held
    assert [part.paid for part in parts] == [1_000, 4_000]


def test_a_personal_cap_unwinds():
    capped = Party("inventors", "I", person_cap=Cap(100, overflow="laboratory"))
    up = divide(50, [Person("a", "A", had=80)], capped)[0]
    assert (up.paid, up.moved, up.moved_to) == (20, 30, "laboratory")
    back = divide(-50, [Person("a", "A", had=130)], capped)[0]
    assert (back.paid, back.moved) == (-20, -30)


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ([], "Nobody shares"),
        ([Person("a", "A"), Person("a", "A")], "listed twice"),
        ([Person("a", "A", Fraction(2)), Person("b", "B", Fraction(-1))], "below zero"),
        ([Person("a", "A", Fraction(1, 2)), Person("b", "B")], "make 50"),
        ([Person("a", "A", Fraction(11, 20)), Person("b", "B", Fraction(1, 2))], "make 105"),
    ],
)
def test_a_wrong_plan_is_refused(people, sentence):
    with pytest.raises(UserError, match=sentence):
        divide(100, people, POOL)


def test_disclaiming_needs_somebody_to_get_it():
    with pytest.raises(UserError, match="who gets a disclaimed share"):
        divide(100, [Person("a", "A", disclaims=True)], Party("x", "X"))


def test_main_contributors_get_half_of_the_award():
    china = Party("contributors", "C", main_minimum=Fraction(1, 2))
    low = [Person("a", "A", Fraction(2, 5), main=True), Person("b", "B", Fraction(3, 5))]
    with pytest.raises(UserError, match=r"have 40.% together"):
        divide(100, low, china)
