"""Word templates: values are text, blanks are found, templates that do more are refused."""

import io
import zipfile
from datetime import date
from fractions import Fraction

import docx
import pytest

from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.core.paths import resource
from techmgr.documents import packed, word

LICENCE = {
    "number": "L-0087",
    "status": "draft",
    "exclusivity": "Exclusive",
    "is_exclusive": True,
    "effective_date": date(2021, 9, 1),
    "licensor": "Halden University",
    "licensor_description": "a non-profit educational institution",
    "licensor_address": "1 College Walk, Halden",
    "licensor_contact": "Ines Moreau",
    "licensor_signatory": "Ines Moreau",
    "licensor_signatory_title": "Director, Technology Transfer Office",
    "licensee": "Smith & Sons <Medical>, Inc.",
    "licensee_description": "a Delaware corporation",
    "licensee_address": "210 Quarry Road,\nBuilding 4",
    "licensee_contact": "J. Smith",
    "licensee_signatory": "Jane Smith",
    "licensee_signatory_title": "President",
    "inventors": "Amara Okafor, Lukas Brandt and Mei-Ling Zhao",
    "technology": "Full Spectrum Infrasonic Stethoscope",
    "case_number": "19-042",
    "government_support": True,
    "funding_agency": "the National Institutes of Health",
    "award_number": "R21-HL-0417",
    "field": "human diagnostics and the monitoring of human patients at home",
    "territory": "the United States and Canada",
    "sublicence_share": Fraction(1, 4),
    "milestones": [
        {"what": "First patient", "due": date(2023, 3, 1), "payment": Money(5_000_000, "USD")},
        {"what": "510(k) clearance", "due": date(2025, 3, 1), "payment": Money(30_000_000, "USD")},
    ],
    "fee": Money(5_000_000, "USD"),
    "royalty_rate": Fraction(4, 100),
    "report_period": "calendar quarter",
    "report_days": 45,
    "minimum": Money(2_000_000, "USD"),
    "minimum_from": date(2023, 1, 1),
    "patent_costs": "all costs of the Licensed Patents from the Effective Date on",
    "currency": "United States dollars",
    "exchange_rate_source": "the European Central Bank",
    "interest_rate": Fraction(8, 100),
    "insurance": Money(100_000_000, "USD"),
    "governing_law": "the State of New York",
    "patents": [
        {
            "country": "US",
            "number": "16/866,204",
            "filed": date(2020, 5, 5),
            "title": "Stethoscope",
        },
        {
            "country": "PCT",
            "number": "PCT/US2020/020881",
            "filed": date(2020, 3, 4),
            "title": "同上",
        },
    ],
}


@pytest.fixture(scope="module")
def licence():
    return (resource("templates") / "licence.docx").read_bytes()


def template(*paragraphs):
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def texts(content):
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    head = [each.text for each in document.sections[0].header.paragraphs]
    return "\n".join([*head, *(each.text for each in document.paragraphs), *cells])


def test_a_licence_is_filled_in(licence):
    words = texts(word.fill(licence, LICENCE))
    assert "Smith & Sons <Medical>, Inc." in words
    assert "210 Quarry Road,\nBuilding 4" in words
    assert "effective 1 September 2021" in words
    assert "Company pays University USD 50,000.00" in words
    assert "PCT/US2020/020881" in words
    assert "4 March 2020" in words
    assert "an exclusive licence" in words
    assert "35 USC 204" in words
    assert "L-0087, draft" in words
    assert "{" not in words
    assert "None" not in words


def test_clauses_go_with_their_conditions(licence):
    plain = LICENCE | {
        "exclusivity": "Non-exclusive",
        "is_exclusive": False,
        "government_support": False,
        "funding_agency": "",
        "award_number": None,
        "sublicence_share": None,
        "milestones": [],
    }
    words = texts(word.fill(licence, plain))
    assert "a non-exclusive licence" in words
    assert "may not grant sublicences" in words
    assert "35 USC" not in words
    assert "Schedule 2" not in words


def test_all_blanks_are_told_at_once(licence):
    values = LICENCE | {"fee": None, "territory": "  ", "patents": []}
    del values["field"]
    values["milestones"] = [{"what": "x", "due": "", "payment": "y"}]
    with pytest.raises(UserError) as refused:
        word.fill(licence, values)
    for name in ("fee", "territory", "patents", "field", "milestones 1 due"):
        assert name in str(refused.value)


def test_a_misspelt_condition_is_a_blank_and_not_a_no():
    made = template("{% if goverment_support %}clause{% endif %}done")
    with pytest.raises(UserError, match="goverment_support"):
        word.fill(made, {"government_support": True})


def test_the_licence_asks_for_what_it_prints(licence):
    assert word.blanks_of(licence) == set(LICENCE)


@pytest.mark.parametrize(
    "value",
    ["Smith & Sons", "<w:p/>", "a < b > c", "{{ fee }}", "{% if x %}", "“王”", "'\"", "&amp;"],
)
def test_a_value_is_printed_as_it_is(value):
    assert texts(word.fill(template("[{{ name }}]"), {"name": value})).strip() == f"[{value}]"


def test_control_characters_of_a_value_go():
    words = texts(word.fill(template("[{{ name }}]"), {"name": "a\x07b\x0cc\x00\r\nd"}))
    assert words.strip() == "[abc\nd]"


@pytest.mark.parametrize(
    "hostile",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ name.__init__.__globals__ }}",
        "{{ 'x' * 10000000000 }}",
        "{{ 10 ** 10000000 }}",
        "{% autoescape false %}{{ name }}{% endautoescape %}",
        "{{ name | safe }}",
        "{% for each in range(100000000) %}x{% endfor %}",
        "{{ lipsum() }}",
        "{% include '/etc/passwd' %}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler.__init__ }}",
    ],
)
def test_a_template_that_does_more_is_refused(hostile):
    with pytest.raises(UserError):
        word.fill(template(hostile), {"name": "x"})


@pytest.mark.parametrize(
    "broken", ["{{ name", "{% if name %}", "{% endif %}", "{{ name | nothing }}"]
)
def test_a_template_with_a_mistake_is_refused_with_words(broken):
    with pytest.raises(UserError, match="mistake") as refused:
        word.fill(template(broken), {"name": "x"})
    assert refused.value.field == "template"


def test_what_is_no_word_document_is_refused(licence):
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("hello.txt", "hello")
    for content in (b"", b"PK", b"<html>", other.getvalue(), licence[:5000]):
        with pytest.raises(UserError, match="not a Word document"):
            word.fill(content, {})


def test_a_packed_bomb_is_not_unpacked():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (packed.LARGEST + 1))
    with pytest.raises(UserError, match="too large"):
        word.fill(bomb.getvalue(), {})


@pytest.mark.office
def test_libreoffice_prints_the_licence(tmp_path, licence, convert):
    path = tmp_path / "template.docx"
    path.write_bytes(licence)
    made = word.write(path, LICENCE, tmp_path / "licence.docx")
    assert convert(made, "pdf").stat().st_size > 10_000
