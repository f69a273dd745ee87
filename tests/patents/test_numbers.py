"""Numbers as the offices write them, from their own examples."""

import pytest

from techmgr.patents.numbers import Which, cn_check_digit, ep_check_digit, read_number, same_number

APPLICATION, PUBLICATION, GRANT = Which.APPLICATION, Which.PUBLICATION, Which.GRANT


@pytest.mark.parametrize(
    ("office", "which", "given", "shown", "bare"),
    [
        ("US", APPLICATION, "16123456", "16/123,456", "16123456"),
        ("US", APPLICATION, "16/123,456", "16/123,456", "16123456"),
        ("US", APPLICATION, "06113950", "06/113,950", "06113950"),
        ("US", GRANT, "US 10,000,000 B2", "10,000,000", "10000000"),
        ("US", GRANT, "RE31218", "RE31,218", "RE31218"),
        ("US", PUBLICATION, "US 2019/0123456 A1", "2019/0123456 A1", "20190123456"),
        ("WO", APPLICATION, "PCT/US2019/012345", "PCT/US2019/012345", "PCTUS2019012345"),
        ("WO", APPLICATION, "PCT/US04/02887", "PCT/US2004/002887", "PCTUS2004002887"),
        ("WO", PUBLICATION, "WO2019/123456A1", "WO 2019/123456 A1", "2019123456"),
        ("WO", PUBLICATION, "WO 99/12345", "WO 1999/012345", "1999012345"),
        ("EP", APPLICATION, "99403122.7", "99403122.7", "99403122"),
        ("EP", GRANT, "EP3123456B1", "EP 3 123 456 B1", "3123456"),
        ("CN", APPLICATION, "200310102344.5", "200310102344.5", "200310102344"),
        ("CN", GRANT, "ZL 200310102344", "ZL 200310102344.5", "200310102344"),
        ("CN", PUBLICATION, "CN112345678A", "CN 112345678 A", "112345678"),
        ("JP", APPLICATION, "特願2019-1234", "2019-001234", "2019001234"),
        ("JP", GRANT, "特許第6543210号", "6543210", "6543210"),
    ],
)
def test_a_number_is_read_in_every_form_people_write(office, which, given, shown, bare):
    number = read_number(office, which, given)
    assert (number.shown, number.bare, number.is_known, number.doubt) == (shown, bare, True, None)
    assert read_number(office, which, shown).bare == bare


def test_a_wrong_check_digit_is_doubted_and_kept():
    number = read_number("EP", APPLICATION, "EP 99403122.8")
    assert (number.shown, number.bare) == ("99403122.8", "99403122")
    assert "is 8, and must be 7" in str(number.doubt)
    assert read_number("CN", GRANT, "ZL200310102344.1").doubt is not None


def test_check_digits():
    """99403122 has 7; ZC 0006-2003 weighs 2 to 9, then 2 to 5, and takes the remainder of 11."""
    assert ep_check_digit("99403122") == 7
    assert cn_check_digit("200310102344") == "5"
    assert cn_check_digit("200310100002") == "X"


def test_what_is_not_known_is_kept_as_given():
    number = read_number("BR", APPLICATION, " BR 10 2019  001234-5 ")
    assert (number.shown, number.bare) == ("BR 10 2019 001234-5", "1020190012345")
    assert not number.is_known
    odd = read_number("US", APPLICATION, "to come")
    assert (odd.shown, odd.is_known, odd.doubt) == ("to come", False, None)


def test_one_number_in_two_forms_is_the_same():
    assert same_number("US", APPLICATION, "06113950", "06/113,950")
    assert not same_number("US", APPLICATION, "06113950", "06/113,951")
