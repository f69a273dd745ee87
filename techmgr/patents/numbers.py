"""Numbers of rights as each office writes them: how they are shown, searched, and whether they can be right.

A number whose form is not known is kept as given. Sources: 37 CFR 1.5 and MPEP 503 (US applications),
MPEP 901.04 and 1120 (US patents and publications); PCT Administrative Instructions, sections 307 and
404; EPC Guidelines A-II 1.8 (EP applications since 2002; the check digit is that of the same digits
before); ZC 0006-2003 (Chinese applications); JPO, notice on numbers with the year since 2000.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from techmgr.core.texts import Text, say


class Which(StrEnum):
    """What a number numbers."""

    APPLICATION = "application"
    PUBLICATION = "publication"
    GRANT = "grant"


@dataclass(frozen=True, slots=True)
class Number:
    """A number read. `bare` tells numbers apart and is what search finds; `doubt` asks to look again."""

    shown: str
    bare: str
    is_known: bool = False
    doubt: Text | None = None


Writer = Callable[[re.Match[str]], Number]

_SIGNS = re.compile(r"[\W_]+")
_KIND = r"(?P<kind>[A-Z]\d?)?"
_CN_WEIGHTS = (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)
_TWO_DIGIT_YEARS = 78  # the first international applications are of 1978


@lru_cache(maxsize=10_000)  # an import asks for the numbers of a row several times
def read_number(office: str, which: Which, text: str) -> Number:
    """Read a number of an office. Never refuses: what is not understood stays as given.

    US application "16123456" is shown as 16/123,456; EP "99403122.8" is in doubt, its digit is 7.
    """
    given = " ".join(text.split())
    plain = _SIGNS.sub("", given.upper())
    for pattern, write in _FORMS.get((office, which), ()):
        if found := pattern.fullmatch(plain):
            return write(found)
    without = plain.removeprefix(office) if len(office) == 2 else plain
    return Number(given, without.lstrip("0") or without)


def same_number(office: str, which: Which, one: str, other: str) -> bool:
    """Tell whether two texts are one number: "06113950" and "06/113,950"."""
    return read_number(office, which, one).bare == read_number(office, which, other).bare


def ep_check_digit(digits: str) -> int:
    """Return the check digit of the eight digits of an EP application: 99403122 has 7."""
    products = [int(digit) * (1 + place % 2) for place, digit in enumerate(digits)]
    return -sum(product // 10 + product % 10 for product in products) % 10


def cn_check_digit(digits: str) -> str:
    """Return the check digit of a Chinese application of 8 or 12 digits: 200310102344 has 5, ten is X."""
    total = sum(int(digit) * weight for digit, weight in zip(digits, _CN_WEIGHTS, strict=False))
    left = total % 11
    return "X" if left == 10 else str(left)


def _doubt(number: str, given: str, right: str) -> Text:
    return say(
        "The check digit of {number} is {given}, and must be {right}: a digit is mistyped. "
        "Correct it, or say that the numbers are right as they stand.",
        number=number,
        given=given,
        right=right,
    )


def _us_application(found: re.Match[str]) -> Number:
    series, serial = found["series"].zfill(2), found["serial"]
    return Number(f"{series}/{serial[:3]},{serial[3:]}", f"{series}{serial}", is_known=True)


def _us_patent(found: re.Match[str]) -> Number:
    letters, digits = found["letters"], found["digits"].lstrip("0")
    return Number(f"{letters}{int(digits):,}", f"{letters}{digits}", is_known=True)


def _us_publication(found: re.Match[str]) -> Number:
    year, serial = found["year"], found["serial"].zfill(7)
    kind = f" {found['kind']}" if found["kind"] else ""
    return Number(f"{year}/{serial}{kind}", f"{year}{serial}", is_known=True)


def _full_year(year: str) -> str:
    if len(year) == 4:
        return year
    return f"{'19' if int(year) >= _TWO_DIGIT_YEARS else '20'}{year}"


def _pct_application(found: re.Match[str]) -> Number:
    year, serial = _full_year(found["year"]), found["serial"].zfill(6)
    place = found["place"]
    return Number(f"PCT/{place}{year}/{serial}", f"PCT{place}{year}{serial}", is_known=True)


def _wo_publication(found: re.Match[str]) -> Number:
    year, serial = _full_year(found["year"]), found["serial"].zfill(6)
    kind = f" {found['kind']}" if found["kind"] else ""
    return Number(f"WO {year}/{serial}{kind}", f"{year}{serial}", is_known=True)


def _ep_application(found: re.Match[str]) -> Number:
    digits, check = found["digits"], found["check"]
    right = str(ep_check_digit(digits))
    shown = f"{digits}.{check or right}"
    doubt = _doubt(shown, check, right) if check and check != right else None
    return Number(shown, digits, is_known=True, doubt=doubt)


def _ep_publication(found: re.Match[str]) -> Number:
    digits = found["digits"]
    kind = f" {found['kind']}" if found["kind"] else ""
    return Number(f"EP {digits[0]} {digits[1:4]} {digits[4:]}{kind}", digits, is_known=True)


def _cn_application(found: re.Match[str]) -> Number:
    digits, check = found["digits"], found["check"]
    right = cn_check_digit(digits)
    shown = f"{digits}.{check or right}"
    doubt = _doubt(shown, check, right) if check and check != right else None
    return Number(shown, digits, is_known=True, doubt=doubt)


def _cn_patent(found: re.Match[str]) -> Number:
    number = _cn_application(found)
    return Number(f"ZL {number.shown}", number.bare, is_known=True, doubt=number.doubt)


def _cn_publication(found: re.Match[str]) -> Number:
    kind = f" {found['kind']}" if found["kind"] else ""
    return Number(f"CN {found['digits']}{kind}", found["digits"], is_known=True)


def _jp_application(found: re.Match[str]) -> Number:
    year, serial = found["year"], found["serial"].zfill(6)
    return Number(f"{year}-{serial}", f"{year}{serial}", is_known=True)


def _jp_patent(found: re.Match[str]) -> Number:
    return Number(found["digits"], found["digits"], is_known=True)


_CN = r"(?:CN)?(?:ZL)?(?P<digits>(?:19|20)\d{10}|(?:8[5-9]|9\d|0[0-3])\d{6})(?P<check>[\dX])?"
_PATTERNS: Mapping[tuple[str, Which], tuple[tuple[str, Writer], ...]] = {
    ("US", Which.APPLICATION): (
        (r"(?:US)?(?P<series>\d{1,2})(?P<serial>\d{6})", _us_application),
    ),
    ("US", Which.PUBLICATION): (
        (rf"(?:US)?(?P<year>20\d\d)(?P<serial>\d{{6,7}}){_KIND}", _us_publication),
    ),
    ("US", Which.GRANT): (
        (r"(?:US)?(?P<letters>RE|PP|AI|D|H|T|X|)(?P<digits>\d{1,8})(?:[A-Z]\d?)?", _us_patent),
    ),
    ("WO", Which.APPLICATION): (
        (r"(?:WO)?(?:PCT)?(?P<place>[A-Z]{2})(?P<year>(?:19|20)\d\d)(?P<serial>\d{6})", _pct_application),
        (r"(?:WO)?(?:PCT)?(?P<place>[A-Z]{2})(?P<year>\d\d)(?P<serial>\d{5})", _pct_application),
    ),
    ("WO", Which.PUBLICATION): (
        (rf"(?:WO)?(?P<year>(?:19|20)\d\d)(?P<serial>\d{{5,6}}){_KIND}", _wo_publication),
        (rf"(?:WO)?(?P<year>\d\d)(?P<serial>\d{{5}}){_KIND}", _wo_publication),
    ),
    ("EP", Which.APPLICATION): ((r"(?:EP)?(?P<digits>\d{8})(?P<check>\d)?", _ep_application),),
    ("EP", Which.PUBLICATION): ((rf"(?:EP)?(?P<digits>\d{{7}}){_KIND}", _ep_publication),),
    ("EP", Which.GRANT): ((rf"(?:EP)?(?P<digits>\d{{7}}){_KIND}", _ep_publication),),
    ("CN", Which.APPLICATION): ((_CN, _cn_application),),
    ("CN", Which.PUBLICATION): ((rf"(?:CN)?(?P<digits>\d{{7}}|\d{{9}}){_KIND}", _cn_publication),),
    ("CN", Which.GRANT): (
        (_CN, _cn_patent),
        (rf"(?:CN)?(?P<digits>\d{{7}}|\d{{9}}){_KIND}", _cn_publication),
    ),
    ("JP", Which.APPLICATION): (
        (r"(?:JP|特願)?(?P<year>(?:19|20)\d\d)(?P<serial>\d{1,6})", _jp_application),
    ),
    ("JP", Which.PUBLICATION): (
        (r"(?:JP|特開)?(?P<year>(?:19|20)\d\d)(?P<serial>\d{1,6})A?", _jp_application),
    ),
    ("JP", Which.GRANT): ((r"(?:JP|特許)?第?(?P<digits>\d{7})号?(?:B\d?)?", _jp_patent),),
}  # fmt: skip
_FORMS = {
    key: tuple((re.compile(pattern), write) for pattern, write in forms)
    for key, forms in _PATTERNS.items()
}
