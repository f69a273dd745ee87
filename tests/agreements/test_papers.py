"""A licence in Word says what is recorded; what is not is asked for by name."""

import io
from datetime import date
from fractions import Fraction

import docx
import pytest
from action_examples.parts_money import a_licence, an_invention

from techmgr.agreements.papers import (
    in_a_row,
    licence_values,
    missing_blanks,
    template,
    write_licence,
)
from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.documents.word import blanks_of

TODAY = date(2026, 9, 14)


@pytest.fixture
def licence(office):
    return a_licence(office, an_invention(office, ("1/2", "1/4", "1/4"))).id


def test_the_blanks_are_what_is_recorded(office, licence):
    values = office.read(licence_values, licence, TODAY)
    assert blanks_of(template()) <= set(values)
    assert values["licensee"] == "Norrland Sensor AB"
    assert values["inventors"] == "Yuki Tanaka, Omar El-Sayed and Greta Lind"
    assert (values["fee"], values["royalty_rate"]) == (Money(5_000_000, "USD"), Fraction(1, 20))
    assert values["currency"] == "US dollars"
    assert values["is_exclusive"]


def test_what_is_not_recorded_is_named_and_nothing_is_written(office, licence, tmp_path):
    with pytest.raises(UserError, match="governing_law"):
        write_licence(office, licence, tmp_path / "papers")
    assert not (tmp_path / "papers").exists()


def test_with_every_blank_it_is_written(office, licence, tmp_path):
    missing = missing_blanks(office.read(licence_values, licence, TODAY))
    assert {"governing_law", "insurance", "licensee_signatory"} <= set(missing)
    path = write_licence(office, licence, tmp_path, {name: f"[{name}]" for name in missing})
    words = "\n".join(each.text for each in docx.Document(io.BytesIO(path.read_bytes())).paragraphs)
    assert path.name == "L-0001 Norrland Sensor AB.docx"
    assert "USD 50,000.00" in words
    assert "[governing_law]" in words


@pytest.mark.parametrize(
    ("names", "sentence"),
    [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")],
)
def test_names_in_a_row(names, sentence):
    assert in_a_row(names) == sentence
