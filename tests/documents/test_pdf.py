"""PDF: what is printed can be read again, every page is numbered, nothing depends on the clock."""

import io
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from pypdf import PdfReader

from techmgr.core.errors import UserError
from techmgr.core.money import Money
from techmgr.documents import content as c
from techmgr.documents import fonts, pdf, tables
from techmgr.documents.charts import Bars, Part, SplitBar, Waterfall


def pages(document):
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf.render(document))).pages]


HALDEN = c.Sender("Halden University", "Technology Transfer Office")


def sheet(*blocks, **more):
    return c.Document("Title", "R-1", date(2026, 9, 14), blocks, HALDEN, **more)


def test_a_statement_says_everything_and_fits_its_first_page(statement):
    first, second = pages(statement)
    for words in ("USD 53,344.00", "−75,000.00", "133,360.00", "Not included:", "1 of 2"):
        assert words in first
    assert "2 of 2" in second
    assert "Statement 2026-0147 · 5 October 2026" in second


def test_the_same_document_makes_the_same_bytes(statement):
    assert pdf.render(statement) == pdf.render(statement)


def test_a_cover_has_no_page_number_but_is_counted(report):
    cover, page = pages(report)
    assert "From disclosure" in cover
    assert "of 2" not in cover
    assert "2 of 2" in page


def test_chinese_can_be_read_again(chinese):
    (page,) = pages(chinese)
    assert "您应得的许可收入份额" in page
    assert "40%" in page


def test_a_meeting_pack_fits_a_page_and_can_be_ticked(meeting_pack):
    (page,) = pages(meeting_pack)
    assert "Reply, and review after the next action" in page
    assert page.count("later") == 2


def test_every_face_is_embedded(statement):
    reader = PdfReader(io.BytesIO(pdf.render(statement)))
    faces = [font for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert faces
    assert all("/FontFile2" in face["/FontDescriptor"] for face in faces)


def test_markup_in_text_stays_text():
    (page,) = pages(sheet(c.Para("R&D <b>not bold</b> &amp; </font>", lead="<i>")))
    assert "<i> R&D <b>not bold</b> &amp; </font>" in page


def test_a_missing_glyph_is_refused_by_name():
    with pytest.raises(UserError, match="U\\+1F600 GRINNING FACE"):
        pdf.render(sheet(c.Para("Thanks 😀")))


def test_a_missing_glyph_in_the_running_head_is_refused_too():
    with pytest.raises(UserError, match="THAI"):
        pdf.render(replace(sheet(c.Para("plain")), foot="ก"))
    with pytest.raises(UserError, match=r"^The character “ก”"):
        pdf.render(sheet(c.Chart(Bars([Part("ก", 1, "1")]))))


def test_a_thousand_rows_repeat_their_head():
    columns = [c.Column("Case"), c.Column("Title", share=3), c.Column("USD", c.Kind.MONEY)]
    rows = [
        c.Row([f"26-{at:04}", f"Method {at} of measuring", Money(at, "USD")]) for at in range(1000)
    ]
    texts = pages(sheet(c.Table(columns, rows)))
    assert len(texts) > 10
    assert all("Title" in text.split("Case", 1)[1] for text in texts)
    assert "9.99" in texts[-1]


def test_a_word_longer_than_its_column_is_broken_not_lost():
    long = "Antidisestablishmentarianism" * 20
    texts = pages(sheet(c.Table([c.Column("A"), c.Column("B")], [c.Row([long, "b"])])))
    assert "".join("".join(texts).split()).count("Antidisestablishmentarianism") == 20


def test_a_row_higher_than_a_page_is_broken_and_all_rows_are_printed():
    rows = [c.Row(["before", "x"]), c.Row(["tall", "word " * 3000]), c.Row(["after", "x"])]
    texts = pages(sheet(c.Table([c.Column("A"), c.Column("B")], rows)))
    whole = "".join(texts)
    assert len(texts) > 2
    assert whole.count("word") == 3000
    assert whole.index("before") < whole.index("tall") < whole.index("after")


def test_every_row_is_printed_once_whatever_stands_above():
    for lines in range(0, 34, 3):
        rows = [c.Row([f"<{at}>"]) for at in range(130)]
        filler = [c.Para("x")] * lines
        texts = pages(sheet(*filler, c.Table([c.Column("Head")], rows)))
        assert all(text.count("Head") == 1 for text in texts)
        whole = "".join(texts)
        assert [whole.count(f"<{at}>") for at in range(130)] == [1] * 130


def test_many_columns_shrink_until_they_fit():
    columns = [c.Column(f"Column {at}", c.Kind.MONEY) for at in range(14)]
    rows = [c.Row([Money(12_345_678_901, "USD")] * 14)]
    size, widths = tables._widths(c.Table(columns, rows), [["123,456,789.01"] * 14], 500)
    assert size == tables._SIZES[-1]
    assert sum(widths) == pytest.approx(500)
    pdf.render(sheet(c.Table(columns, rows), landscape=True))


def test_an_empty_table_and_empty_texts_are_no_error():
    pdf.render(sheet(c.Table([c.Column("A")], []), c.Para(""), c.KeyValues([]), c.KeyFigures([])))


def test_digits_have_one_width_in_every_weight():
    for weight in fonts.Weight:
        assert len({fonts.width(digit, 1000, weight) for digit in "0123456789"}) == 1


def test_runs_follow_what_a_face_can_draw():
    assert fonts.runs("Halden 大学") == (
        ("Inter-Regular", "Halden "),
        ("NotoSansSC-Regular", "大学"),
    )
    assert [font for font, _ in fonts.runs("“任何”")][-1] == "NotoSansSC-Regular"


def test_invisible_characters_are_dropped_and_letters_composed():
    assert fonts.cleaned("e\u0301\u200b\ufeff\x00\ta\r\nb") == "é a\nb"


@pytest.mark.parametrize(
    ("cell", "english", "chinese_words"),
    [
        (Money(-123_456, "USD"), "−1,234.56", "−1,234.56"),
        (Money(1500, "JPY"), "1,500", "1,500"),
        (Fraction(1, 3), "1/3", "1/3"),
        (Fraction(2, 5), "40\u202f%", "40%"),
        (date(2025, 11, 12), "12 Nov 2025", "2025-11-12"),
        (-1200, "−1,200", "−1,200"),
        (None, "–", "–"),
        ("", "", ""),
    ],
)
def test_values_in_words(cell, english, chinese_words):
    assert tables.shown(cell, "en") == english
    assert tables.shown(cell, "zh_CN") == chinese_words


def test_a_row_has_a_cell_for_every_column():
    with pytest.raises(ValueError, match="1 cells in a table of 2"):
        c.Table([c.Column("A"), c.Column("B")], [c.Row(["a"])])


def test_a_waterfall_leads_from_first_to_last():
    steps = [Part("", size, "") for size in (500, -75, -25, 400)]
    assert Waterfall(steps, frozenset({3})).spans() == [(0, 500), (500, 425), (425, 400), (0, 400)]


def test_parts_of_nothing_and_bars_below_zero_are_drawn():
    nothing = [Part("a", 0, "0.00"), Part("b", 0, "0.00")]
    assert SplitBar(nothing).edges() == [0, 0, 0]
    assert Bars([Part("x", -5, "−5"), Part("y", 10, "10")]).heights() == [Fraction(-1, 2), 1]
    pdf.render(
        sheet(
            c.Chart(SplitBar(nothing)),
            c.Chart(Bars([Part("x", -5, "−5"), Part("y", 10, "10")])),
            c.Chart(Waterfall([])),
            c.Chart(Bars([])),
        )
    )
    with pytest.raises(ValueError, match="negative"):
        SplitBar([Part("a", -1, "−1")])
